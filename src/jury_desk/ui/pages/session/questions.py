"""What the desk asks and then does: each key that needs more than a press opens a panel, and its answer is an act."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Presence
from jury_desk.domain.pitch_events import Slot as PhaseSlot
from jury_desk.domain.pitch_incident import Advice, advice
from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_state import Passage, PhaseClock, PhaseStatus, SessionStatus
from jury_desk.services.attendance import seated
from jury_desk.services.changes import ChangeSet
from jury_desk.services.comings import note_presence
from jury_desk.services.drafting import moved
from jury_desk.services.pitch_views import coming, grant_offer, to_leave
from jury_desk.services.pitches import PitchSession
from jury_desk.services.preparation import set_entries
from jury_desk.services.recusals import note_left
from jury_desk.services.running_order import change_order, draw_order, fresh_seed, orders
from jury_desk.ui.live.console import Command, Console
from jury_desk.ui.pages.session.other_panels import DrawPanel, MessagePanel, PlacePanel, ReasonPanel
from jury_desk.ui.pages.session.passage_panel import PassagePanel
from jury_desk.ui.pages.session.presence_panel import PresencePanel
from jury_desk.ui.pages.session.put_questions import PutQuestionsPanel
from jury_desk.ui.pages.session.time_panels import CausePanel, EarlierPanel, GrantPanel, InterruptionPanel
from jury_desk.ui.pages.session.words import fairness_words, interruption_words
from jury_desk.ui.widgets.durations import duration
from jury_desk.ui.widgets.inline_panel import InlinePanel, PanelHost
from jury_desk.ui.widgets.phase_words import phase_name

if TYPE_CHECKING:
    from jury_desk.domain.instants import Instant

_GRANTED = (PhaseStatus.READY, PhaseStatus.RUNNING, PhaseStatus.PAUSED)
"""Where a phase may stand when it is given time."""


class Questions(QObject):
    """Opens the panels of one page in its host, and carries out what they say."""

    def __init__(self, console: Console, stage: str, host: PanelHost) -> None:
        super().__init__(host)
        self._operations = console.operations
        self._console = console
        self._stage = stage
        self._host = host
        self._offered: set[Instant] = set()
        self._stands: Callable[[], bool] = _always

    def follow(self) -> None:
        """Let the open panel follow what has happened."""
        self.drop_overtaken()
        if isinstance(self._host.panel, PresencePanel):
            self._host.panel.follow(seated(self._operations.records, self._stage))
        elif isinstance(self._host.panel, PutQuestionsPanel):
            self._host.panel.follow()

    def drop_overtaken(self) -> None:
        """Put away what was asked of a phase or a passage that is no longer there to answer for it.

        The clock goes on under an open panel: its answer must never fall to whoever is heard by then.
        """
        if self._host.panel is not None and not self._stands():
            self._host.put_away()
            self._operations.messages.tell_note(
                self.tr("The session has gone on since this was asked: nothing was done. Ask again if it is still so.")
            )

    # Times

    def grant(self) -> None:
        """Time for the phase of the clock, with what it means for the others."""
        session = self._session()
        clock = session.focus() if session else None
        if session is None or clock is None or clock.status not in _GRANTED:
            return
        offer = grant_offer(session, clock.slot)
        to_come = len(offer.to_come) if clock.counts else 0
        heard = ", ".join(self._title(each) for each in offer.heard) if clock.counts and to_come else ""
        past = self.tr("Already heard, can no longer be given the same: {projects}").format(projects=heard)
        asked = GrantPanel(
            phase_name(clock.format),
            fairness_words(offer) if clock.counts else "",
            to_come,
            past if heard else "",
            tolerance_ms=session.state.format.tolerance_of(clock.allotted),
        )
        slot = clock.slot
        self._open(asked, partial(self._grant, asked, clock), stands=lambda: self._can_be_given(slot))

    def _can_be_given(self, slot: PhaseSlot) -> bool:
        clock = self._clock(slot)
        return clock is not None and not clock.status.is_over

    def _grant(self, asked: GrantPanel, clock: PhaseClock) -> None:
        time = asked.time.check()
        if time is None or not self._do(lambda session: session.grant(time, asked.reason.text, clock.slot)):
            return
        if asked.for_all.isChecked():
            self._do(lambda session: session.grant_to_all(time, asked.reason.text, clock.slot.phase))
        self._host.put_away()

    def earlier(self) -> None:
        """A start put back."""
        session = self._session()
        if session is not None and self._console.can_start:
            asked, step = EarlierPanel(session.state.idle_at(self._console.now)), session.next_step()
            self._open(asked, partial(self._start_earlier, asked), stands=lambda: session.next_step() == step)

    def _start_earlier(self, asked: EarlierPanel) -> None:
        time = asked.time.check()
        if time is not None and self._do(lambda session: session.start(backdate_ms=time)):
            self._host.put_away()

    def incident(self) -> None:
        """Stop the clock at once; its cause is asked afterwards, and can be asked of a pause already under way."""
        session = self._session()
        clock = session.state.open_phase if session else None
        paused = clock is not None and clock.status is PhaseStatus.PAUSED
        if paused or self._console.act(lambda session: session.pause(incident=True), guarded=True):
            stopped = session.state.open_phase if session else None
            if stopped is None:
                return
            asked, slot, count = CausePanel(), stopped.slot, len(stopped.stops)
            # Once the clock goes on, the cause can still be told of that stop; of a later one it would be untrue.
            self._open(
                asked,
                partial(self._name_cause, asked, slot),
                stands=lambda: self._stops(slot) == count,
            )

    def _name_cause(self, asked: CausePanel, slot: PhaseSlot) -> None:
        if self._do(lambda session: session.describe(asked.reason.text, slot, incident=True)):
            self._host.put_away()

    def restart(self) -> None:
        """After a long incident, offer to hear the passage again; once for each incident."""
        session = self._session()
        clock = session.state.open_phase if session else None
        if session is None or clock is None or clock.status is not PhaseStatus.RUNNING or not clock.stops:
            return
        stop = clock.stops[-1]
        if not stop.incident or stop.at in self._offered:
            return
        self._offered.add(stop.at)
        if advice(clock, stop.ms, session.state.format) is Advice.RESTART:
            told = self.tr("The incident took {time} of a phase of {allotted}.")
            asked = ReasonPanel(
                self.tr("Hear the passage again?"),
                self.tr("Stop and hear again"),
                remark=told.format(time=duration(stop.ms), allotted=duration(clock.allotted)),
                usual=(stop.reason,) if stop.reason else (),
            )
            heard = session.state.latest
            self._open(asked, partial(self._rehear, asked), stands=lambda: _same(session.state.latest, heard))

    def _rehear(self, asked: ReasonPanel) -> None:
        if self._do(lambda session: session.abort(asked.reason.text, rehear=True)):
            self._host.put_away()

    def interruption(self) -> None:
        """What of an interruption counts; asked once, until it is answered."""
        session = self._session()
        clock = session.state.open_phase if session else None
        if clock is None or clock.status is not PhaseStatus.INTERRUPTED:
            if isinstance(self._host.panel, InterruptionPanel):
                self._host.put_away()
            return
        if not isinstance(self._host.panel, InterruptionPanel):
            asked = InterruptionPanel(interruption_words(clock), clock.undecided)
            self._open(asked, partial(self._resolve, asked))

    def _resolve(self, asked: InterruptionPanel) -> None:
        charge = asked.charge_ms
        if charge is not None:
            then = asked.then_chosen
            self._do(lambda session: session.resolve(then, charge_ms=charge, reason=asked.reason.text))

    # Passages and their order

    def passage(self, candidacy: str) -> None:
        """The acts on one passage."""
        session = self._session()
        if session is not None and candidacy:
            asked = PassagePanel(session.state, candidacy, self._title(candidacy))
            self._open(asked, partial(self._act_on_passage, asked), stands=lambda: asked.stands(session.state))

    def _act_on_passage(self, asked: PassagePanel) -> None:
        command = asked.command()
        if command is not None and self._do(command):
            self._host.put_away()

    def draw(self) -> None:
        """The draw by lot."""
        asked = DrawPanel(fresh_seed(), again=self._drawn)
        self._open(asked, partial(self._draw, asked))

    def _draw(self, asked: DrawPanel) -> None:
        file, clock = self._operations.file, self._operations.toolbox.clock
        seed, witness, reason = asked.seed.text(), asked.witness.text(), asked.reason.text
        self._change(lambda: draw_order(file, self._stage, clock, seed=seed, witness=witness, reason=reason))

    @Slot(str, int)
    def move(self, candidacy: str, place: int) -> None:
        """Put a passage elsewhere, counted from 0: at once, or after a draw with its reason."""
        if self._fixed:
            self.place(candidacy, place)
        else:
            self._move(candidacy, place)

    def place(self, candidacy: str, place: int | None = None) -> None:
        """The place of a passage, typed."""
        order = self._order()
        if candidacy in order:
            shown = order.index(candidacy) if place is None else place
            asked = PlacePanel(self._title(candidacy), shown + 1, len(order), fixed=self._fixed)
            self._open(asked, partial(self._move_to_typed, asked, candidacy))

    def _move_to_typed(self, asked: PlacePanel, candidacy: str) -> None:
        place = asked.place
        if place is not None:
            self._move(candidacy, place - 1, asked.reason.text)

    def _move(self, candidacy: str, place: int, reason: str = "") -> None:
        file, clock, order = self._operations.file, self._operations.toolbox.clock, self._order()
        wanted = moved(order, order.index(candidacy), place - order.index(candidacy))
        if self._fixed:
            self._change(lambda: change_order(file, self._stage, clock, wanted, reason))
        else:
            self._change(lambda: set_entries(file, self._stage, wanted))

    # The room and who is in it

    def message(self) -> None:
        """A sentence for the room, or its end."""
        if self._console.room.view.message:
            if not self._console.is_locked():
                self._console.room.write("")
            return
        asked = MessagePanel()
        self._open(asked, partial(self._write, asked))

    def _write(self, asked: MessagePanel) -> None:
        self._console.room.write(asked.message.text)
        self._host.put_away()

    def presence(self) -> None:
        """Who is there."""
        self._open(PresencePanel(seated(self._operations.records, self._stage), self._seat), self._host.put_away)

    def _seat(self, juror: str, presence: Presence) -> None:
        file, clock = self._operations.file, self._operations.toolbox.clock
        self._operations.run(lambda: note_presence(file, self._stage, juror, presence, clock))

    def note_left(self) -> None:
        """Those who must leave for the passage that comes have left."""
        session = self._session()
        if session is None or self._console.is_locked():
            return
        jurors, candidacy = to_leave(session), coming(session)
        file, clock = self._operations.file, self._operations.toolbox.clock
        if jurors:
            self._operations.run(lambda: note_left(file, self._stage, candidacy, jurors, clock))

    def put_questions(self, candidacy: str) -> None:
        """The questions to put to a project."""
        if candidacy:
            self._open(PutQuestionsPanel(self._operations, self._stage, candidacy), self._host.put_away)

    # The session

    def close(self) -> None:
        """Close the session; with passages left, for a reason."""
        session = self._session()
        if session is None:
            return
        left = [self._title(each.candidacy) for each in waiting(session.state, session.order)]
        remark = self.tr("Not heard yet: {projects}").format(projects=", ".join(left)) if left else ""
        asked = ReasonPanel(self.tr("Close the session"), self.tr("Close"), remark=remark, needed=bool(left))
        self._open(asked, partial(self._close, asked))

    def _close(self, asked: ReasonPanel) -> None:
        if self._do(lambda session: session.close(asked.reason.text)):
            self._host.put_away()

    def reopen(self) -> None:
        """Open a closed session again."""
        asked = ReasonPanel(self.tr("Open the session again"), self.tr("Open again"))
        self._open(asked, partial(self._reopen, asked))

    def _reopen(self, asked: ReasonPanel) -> None:
        if self._do(lambda session: session.reopen(asked.reason.text)):
            self._host.put_away()

    # Inside

    def _session(self) -> PitchSession | None:
        session = self._console.session
        return session if session is not None and session.stage == self._stage else None

    def _clock(self, slot: PhaseSlot) -> PhaseClock | None:
        session = self._session()
        return session.state.phase(slot) if session else None

    def _stops(self, slot: PhaseSlot) -> int:
        clock = self._clock(slot)
        return len(clock.stops) if clock else 0

    def _open(
        self, asked: InlinePanel, answer: Callable[[], object], *, stands: Callable[[], bool] | None = None
    ) -> None:
        """Ask; ``stands`` says whether that which is asked about is still as it was, for as long as it is asked."""
        # An interruption waits for its answer: nothing is asked over it.
        waits = isinstance(self._host.panel, InterruptionPanel)
        if not isinstance(asked, InterruptionPanel) and (waits or self._console.is_locked()):
            asked.deleteLater()
            return
        self._stands = stands or _always
        asked.confirmed.connect(partial(self._take, asked, answer))
        self._host.ask(asked)

    def _take(self, asked: InlinePanel, answer: Callable[[], object]) -> None:
        self.drop_overtaken()
        if self._host.panel is asked:
            answer()

    def _do(self, command: Command) -> bool:
        return self._console.act(command)

    def _change(self, command: Callable[[], ChangeSet]) -> None:
        if self._operations.run(command) is not None:
            self._host.put_away()

    @property
    def _drawn(self) -> bool:
        return bool(orders(self._operations.records, self._stage))

    @property
    def _fixed(self) -> bool:
        """Whether the order has been drawn or gone through: then it changes for a reason only."""
        session = self._session()
        return self._drawn or (session is not None and session.state.status is not SessionStatus.PREPARED)

    def _order(self) -> list[str]:
        session = self._session()
        return list(session.order) if session else []

    def _title(self, candidacy: str) -> str:
        return self._operations.records.need(Candidacy, candidacy).title


def _always() -> bool:
    return True


def _same(one: Passage | None, other: Passage | None) -> bool:
    """Whether it is the same attempt of the same candidate, wherever it stands."""
    return (one and (one.candidacy, one.attempt)) == (other and (other.candidacy, other.attempt))
