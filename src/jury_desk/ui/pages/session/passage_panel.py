"""What can be done about one passage beside its clock: call it, put it off, note an absence, stop it, hear it again."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.pitch_events import EndedBy
from jury_desk.domain.pitch_events import Slot as PhaseSlot
from jury_desk.domain.pitch_state import Passage, PassageStatus, PhaseClock, PhaseStatus, SessionState
from jury_desk.ui.live.console import Command
from jury_desk.ui.pages.session.time_panels import TimeField
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.durations import duration
from jury_desk.ui.widgets.form import Field
from jury_desk.ui.widgets.inline_panel import InlinePanel, ReasonField
from jury_desk.ui.widgets.phase_words import phase_name
from jury_desk.ui.widgets.text import muted


class PassageAct(StrEnum):
    """What the panel can do."""

    CALL = "call"
    ABSENT = "absent"
    DEFER = "defer"
    ACCOMMODATE = "accommodate"
    CUT = "cut"
    SKIP = "skip"
    ABORT = "abort"
    REHEAR = "rehear"
    COUNT = "count"
    CORRECT = "correct"


_TIMED = (PassageAct.ACCOMMODATE, PassageAct.CORRECT)
_UNREASONED = (PassageAct.ACCOMMODATE,)
_OF_PHASE = (PassageAct.CUT, PassageAct.SKIP)
"""What they end or leave out is the phase of the moment."""


def possible_acts(state: SessionState, candidacy: str) -> list[PassageAct]:
    """What may be tried on a passage as it stands; whether it may be done, the session says."""
    passage = state.passage(candidacy)
    busy = state.open_phase is not None
    match passage.status:
        case PassageStatus.PLANNED | PassageStatus.DEFERRED:
            call = [] if busy or state.current else [PassageAct.CALL]
            return [*call, PassageAct.ABSENT, PassageAct.DEFER, PassageAct.ACCOMMODATE]
        case PassageStatus.ABSENT:
            return [] if busy or state.current else [PassageAct.CALL]
        case PassageStatus.CALLED:
            return [PassageAct.ABSENT, PassageAct.DEFER, PassageAct.ACCOMMODATE, PassageAct.SKIP]
        case PassageStatus.OPEN:
            return [PassageAct.CUT if busy else PassageAct.SKIP, PassageAct.REHEAR, PassageAct.ABORT]
        case _:
            return list(_after(state, passage))


def _after(state: SessionState, passage: Passage) -> Sequence[PassageAct]:
    several = len([each for each in state.attempts.get(passage.candidacy, ()) if each.called]) > 1
    last = state.latest is not None and state.latest.candidacy == passage.candidacy
    rehear = [PassageAct.REHEAR] if last and passage.status is PassageStatus.DONE else []
    return [PassageAct.CORRECT, *rehear, *([PassageAct.COUNT] if several else [])]


def _phases(state: SessionState, candidacy: str) -> list[tuple[PhaseSlot, bool, bool]]:
    """How far a passage has gone through its phases; a pause is no step."""
    clocks = state.phases_of(state.passage(candidacy))
    return [(each.slot, each.status.is_open, each.status.is_over) for each in clocks]


class PassagePanel(InlinePanel):
    """The acts on one passage, one of which is chosen."""

    def __init__(self, state: SessionState, candidacy: str, project: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._candidacy = candidacy
        self.ask(self.tr("Passage of “{project}”").format(project=project), self.tr("Do it"))
        self.acts = ChoiceBox()
        for act in possible_acts(state, candidacy):
            self.acts.addItem(self._act_words(act), act)
        self.which = ChoiceBox()
        self.time = TimeField(self.tr("Time"))
        self.reason = ReasonField(self.tr("Reason"))
        self._which = Field(self.tr("What"), self.which)
        self.remark = muted("")
        fields = row(gap=12)
        fields.addWidget(Field(self.tr("Act"), self.acts), 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._which, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.reason, 1)
        self.content.addLayout(fields)
        self.content.addWidget(self.remark)
        self.acts.currentIndexChanged.connect(self._follow)
        self.which.currentIndexChanged.connect(self._follow_which)
        self.confirm_by(self.reason.line)
        self.confirm_by(self.time.line)
        self._follow()

    @property
    def act_chosen(self) -> PassageAct | None:
        """The act chosen."""
        found = self.acts.currentData()
        return PassageAct(found) if found else None

    def stands(self, now: SessionState) -> bool:
        """Whether the act chosen would still do what it would have done when it was asked for."""
        act, former, who = self.act_chosen, self._state, self._candidacy
        if act is None:
            return True
        same = now.passage(who).attempt == former.passage(who).attempt
        meant = act not in _OF_PHASE or _phases(now, who) == _phases(former, who)
        return same and meant and act in possible_acts(now, who)

    def choose(self, act: PassageAct) -> None:
        """Choose an act."""
        self.acts.setCurrentIndex(self.acts.findData(act))

    def command(self) -> Command | None:
        """The command of the session that carries it out; ``None`` while a time is missing, which is then said."""
        who, reason, act = self._candidacy, self.reason.text, self.act_chosen
        if act in _TIMED:
            return self._timed_command(act)
        commands: dict[PassageAct, Command] = {
            PassageAct.CALL: lambda session: session.call(who, reason),
            PassageAct.ABSENT: lambda session: session.absent(who, reason),
            PassageAct.DEFER: lambda session: session.defer(who, reason),
            PassageAct.CUT: lambda session: session.end(EndedBy.CHAIR, reason),
            PassageAct.SKIP: lambda session: session.skip(reason),
            PassageAct.ABORT: lambda session: session.abort(reason, rehear=False),
            PassageAct.REHEAR: lambda session: session.abort(reason, rehear=True),
            PassageAct.COUNT: lambda session: session.count(who, int(self.which.currentData()), reason),
        }
        return commands[act] if act else None

    def _timed_command(self, act: PassageAct | None) -> Command | None:
        time, chosen = self.time.check(), self.which.currentData()
        if time is None or chosen is None:
            return None
        if act is PassageAct.ACCOMMODATE:
            return lambda session: session.accommodate(self._candidacy, str(chosen), time)
        slot = PhaseSlot(*chosen)
        reason = self.reason.text
        return lambda session: session.correct(slot, time, reason)

    def first_field(self) -> QWidget:
        """The act."""
        return self.acts

    def _act_words(self, act: PassageAct) -> str:
        return {
            PassageAct.CALL: self.tr("Call now"),
            PassageAct.ABSENT: self.tr("Note the absence"),
            PassageAct.DEFER: self.tr("Put off until the others are heard"),
            PassageAct.ACCOMMODATE: self.tr("Accommodation: more time"),
            PassageAct.CUT: self.tr("The jury ends the phase before its time"),
            PassageAct.SKIP: self.tr("Leave the next phase out"),
            PassageAct.ABORT: self.tr("Stop the passage for good"),
            PassageAct.REHEAR: self.tr("Stop it and hear it again"),
            PassageAct.COUNT: self.tr("Say which attempt counts"),
            PassageAct.CORRECT: self.tr("Correct a time measured"),
        }[act]

    @Slot()
    def _follow(self) -> None:
        act = self.act_chosen
        self.which.clear()
        for words, data in self._choices(act):
            self.which.addItem(words, data)
        self._which.setVisible(self.which.count() > 0)
        self.time.setVisible(act in _TIMED)
        self.reason.setVisible(act not in _UNREASONED)
        self.remark.setText(
            {
                PassageAct.ACCOMMODATE: self.tr("The minutes say “accommodation”, and never why."),
                PassageAct.REHEAR: self.tr("Both attempts stay in the minutes; the new one counts unless you say so."),
            }.get(act, "")
            if act
            else self.tr("Nothing can be done about this passage now.")
        )
        self.remark.setVisible(bool(self.remark.text()))
        self.act.setEnabled(act is not None)
        self._follow_which()

    @Slot()
    def _follow_which(self) -> None:
        """Propose the time measured, or a third more as is usual."""
        chosen = self.which.currentData()
        if self.act_chosen is PassageAct.CORRECT and chosen is not None:
            clock = self._state.phase(PhaseSlot(*chosen))
            self.time.line.setText(duration(clock.spoken if clock else 0))
        elif self.act_chosen is PassageAct.ACCOMMODATE and chosen is not None:
            shape = self._state.format.phase(str(chosen), of_passage=True)
            self.time.line.setText(duration(shape.allotted_ms // 3 if shape else 0))

    def _choices(self, act: PassageAct | None) -> list[tuple[str, object]]:
        state, who = self._state, self._candidacy
        if act is PassageAct.ACCOMMODATE:
            return [(phase_name(each), each.id) for each in state.format.counting]
        if act is PassageAct.COUNT:
            attempts = [each.attempt for each in state.attempts.get(who, ()) if each.called]
            return [(self.tr("attempt {number}").format(number=each), each) for each in attempts]
        if act is PassageAct.CORRECT:
            ended = [clock for clock in self._clocks() if clock.status is PhaseStatus.ENDED and clock.counts]
            return [(self._clock_words(clock), tuple(clock.slot)) for clock in ended]
        return []

    def _clocks(self) -> list[PhaseClock]:
        attempts = self._state.attempts.get(self._candidacy, ())
        return [clock for attempt in attempts for clock in self._state.phases_of(attempt)]

    def _clock_words(self, clock: PhaseClock) -> str:
        told = f"{phase_name(clock.format)} {duration(clock.spoken)}"
        if len(self._state.attempts.get(self._candidacy, ())) < 2:
            return told
        attempt = self.tr("attempt {number}").format(number=clock.slot.attempt)
        return f"{told} ({attempt})"
