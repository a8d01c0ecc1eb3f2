"""The acts of the jury in the order in which it does them, one bar; each says why it cannot be done yet."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from jury_desk.domain.candidacy import Outcome
from jury_desk.domain.errors import DomainError
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import decide, proposed_outcomes
from jury_desk.services.jury_acts import ActState, JuryAct, Waits, acts_of
from jury_desk.services.preparation import entries, undecided_entries
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel, Typed
from jury_desk.ui.pages.deliberate.adoption import AdoptionPanel
from jury_desk.ui.pages.deliberate.closing import (
    AuthorityPanel,
    ProclamationPanel,
    RectificationPanel,
    ReservePanel,
)
from jury_desk.ui.pages.deliberate.meeting import MeetingPanel
from jury_desk.ui.pages.deliberate.publication import PublicationPanel
from jury_desk.ui.pages.deliberate.votes import MotionPanel, TiePanel
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.text import Text, body

AFTERWARDS = (JuryAct.RECTIFY, JuryAct.AUTHORITY, JuryAct.RESERVE)
ALWAYS = (JuryAct.PUBLISH,)
"""Shown once the results are proclaimed; the others before."""


class JuryActs(QWidget):
    """The bar, and :attr:`place`, where the panel of the act under way is: below it, until a page puts it elsewhere.

    Signals:
        published: a heading and lines for the room's screen.
        place_requested: the tab where what is not ready is put right.
        begun: a panel has opened.
        left: it has closed.
    """

    published = Signal(str, tuple)
    place_requested = Signal(str)
    begun = Signal()
    left = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._words = ActWords()
        self._states: dict[JuryAct, ActState] = {}
        self.panel: ActPanel | None = None
        self._act = JuryAct.DELIBERATE
        self.why = Text("", ink="attention")
        self.why.hide()
        self.buttons: dict[JuryAct, QPushButton] = {}
        bar = QWidget()
        flow = FlowLayout(bar, gap=8)
        for act in JuryAct:
            button = secondary(self._words.name(act))
            button.clicked.connect(partial(self.begin, act))
            self.buttons[act] = button
            flow.addWidget(button)
        self._layout = column(gap=8)
        self._layout.addWidget(bar)
        self._layout.addWidget(self.why)
        self.place = QWidget()
        self._holder = column()
        self.place.setLayout(self._holder)
        self._layout.addWidget(self.place)
        self.setLayout(self._layout)

    def refresh(self) -> None:
        """Look again at what can be done."""
        try:
            states = acts_of(self._operations.records, self._stage)
        except DomainError:
            self.hide()
            return
        self.show()
        self._states = {state.act: state for state in states}
        closed = self._states[JuryAct.RECTIFY].possible
        for act, state in self._states.items():
            button = self.buttons[act]
            button.setVisible(act in ALWAYS or (act in AFTERWARDS) == closed)
            button.setText(f"✓  {self._words.name(act)}" if state.done else self._words.name(act))
            why = self._words.why(state)
            button.setToolTip(why)
            button.setAccessibleDescription(why)
            button.setProperty("waits", "false" if state.possible else "true")
            button.style().unpolish(button)
            button.style().polish(button)
        if self.panel is not None:
            self.panel.follow()

    @Slot()
    def begin(self, act: JuryAct, _checked: bool = False) -> None:
        """Open the panel of an act, or say what it waits for."""
        self._operations.commit_pending_edit()
        self.refresh()
        self.leave()
        why = self._words.why(self._states[act])
        self.why.setText(why)
        self.why.setVisible(bool(why))
        if not why:
            self._act = act
            self.panel = _PANELS[act](self._operations, self._stage)
            self.panel.left.connect(self.leave)
            self.panel.place_requested.connect(self.place_requested)
            if isinstance(self.panel, PublicationPanel):
                self.panel.count = self._operations.shown[self._stage].published
                self.panel.published.connect(self._publish)
            self._holder.addWidget(self.panel)
            self.begun.emit()
            self.panel.begin()
            bring_into_sight_soon(self.panel)

    def remember(self) -> None:
        """Keep what is typed in the open panel: the window may be about to be made anew, as at another type size.

        That of a window made anew already, on its way out, is worth nothing any more.
        """
        if self.panel is not None and self.isVisible():
            count = len(self._operations.file.events())
            self._operations.shown[self._stage].act = self._act.value, self.panel.typed(), count

    def go_on(self) -> None:
        """Open the panel that was open in the window before, as it was; not where an act has come in between."""
        kept = self._operations.shown[self._stage].act
        if kept is None or self.panel is not None or self.isHidden():
            return
        act, typed, count = kept
        self._operations.shown[self._stage].act = None
        if count == len(self._operations.file.events()):
            self.begin(JuryAct(act))
            if self.panel is not None:
                self.panel.take(cast("Typed", typed))

    @Slot()
    def leave(self) -> None:
        """Close the panel; the button of its act takes the focus back, or the next one when that has gone."""
        if self.panel is not None:
            # Not at once: the click that led here may come from a button of the panel.
            self._holder.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self._operations.shown[self._stage].act = None
            self.left.emit()
            self._begin_at(self._act)
        self.why.hide()

    def _begin_at(self, act: JuryAct) -> None:
        """Give the focus to the button of an act, or to the first after it that is offered."""
        acts = list(JuryAct)
        after = acts[acts.index(act) :] + acts
        shown = (self.buttons[each] for each in after if not self.buttons[each].isHidden())
        found = next(shown, None)
        if found is not None:
            found.setFocus()

    @Slot(str, tuple)
    def _publish(self, heading: str, lines: tuple[str, ...]) -> None:
        if isinstance(self.panel, PublicationPanel):
            self._operations.shown[self._stage].published = self.panel.count
        self.published.emit(heading, lines)


class DecisionsPanel(ActPanel):
    """Decisions proposed for every project that has none, as the ranking puts them."""

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Decide on the projects"), self.tr("Decide as ranked"))
        self.body.addWidget(
            body(
                self.tr(
                    "Each project is decided in the form beside the ranking. This takes over what the ranking proposes "
                    "for every project that has no decision yet; each can be changed afterwards."
                )
            )
        )
        self.nothing = Text("", bold=True)
        self.body.addWidget(self.nothing)
        self.finish()

    def begin(self) -> None:
        """Say where there is nothing to take over, and take the focus."""
        proposes = bool(self._proposed())
        undecided = undecided_entries(self.operations.records, self.stage_id)
        nothing = self.tr("The ranking proposes nothing for the projects still to be decided.")
        self.nothing.setText(nothing if undecided else self.tr("Every project has its decision."))
        self.nothing.setVisible(not proposes)
        self.verb.setEnabled(proposes)
        self.show_bench()
        self.take_focus()

    def act(self) -> ChangeSet:
        """Decide what is undecided as the ranking proposes."""
        now = self.operations.toolbox.clock.now()
        return decide(self.operations.file, self.stage_id, self._proposed(), now)

    def _proposed(self) -> dict[str, Outcome]:
        records = self.operations.records
        proposed = proposed_outcomes(records, self.stage_id)
        open_ones = [each.candidacy for each in entries(records, self.stage_id) if each.outcome is None]
        return {each: Outcome(proposed[each]) for each in open_ones if each in proposed}


class ActWords(QObject):
    """What the acts are called, and what they wait for; an object, because plural forms need one."""

    def name(self, act: JuryAct) -> str:
        """« Arrêter le classement… »."""
        return {
            JuryAct.DELIBERATE: self.tr("Meeting…"),
            JuryAct.SEPARATE: self.tr("Separate a tie…"),
            JuryAct.VOTE: self.tr("Vote…"),
            JuryAct.ADOPT: self.tr("Adopt the ranking…"),
            JuryAct.PUBLISH: self.tr("Publish…"),
            JuryAct.DECIDE: self.tr("Decide…"),
            JuryAct.PROCLAIM: self.tr("Proclaim…"),
            JuryAct.RECTIFY: self.tr("Rectify an error…"),
            JuryAct.AUTHORITY: self.tr("Decision of the authority…"),
            JuryAct.RESERVE: self.tr("Call the reserve list…"),
        }[act]

    def why(self, state: ActState) -> str:
        """What an act waits for; empty when it can be done."""
        told: dict[Waits | None, Callable[[], str]] = {
            None: str,
            Waits.SHEETS: lambda: self.tr("%n sheet(s) still incomplete: complete them under Mark.", "", state.count),
            Waits.QUORUM: lambda: self.tr("The quorum is not reached: see who is present under Prepare."),
            Waits.NO_TIE: lambda: self.tr("No project is tied with another one: there is nothing to separate."),
            Waits.TIE_AT_LINE: lambda: self.tr(
                "Projects are tied across the line of the places: separate them, or adopt a ranking."
            ),
            Waits.OUTDATED: lambda: self.tr("Marks have changed since the ranking was adopted: adopt it again."),
            Waits.NOT_ADOPTED: lambda: self.tr("The jury has not adopted a ranking yet."),
            Waits.UNDECIDED: lambda: self.tr("%n project(s) without a decision: decide first.", "", state.count),
            Waits.SESSION_OPEN: lambda: self.tr("The session is still open: close it first, under Session."),
            Waits.UNREASONED: lambda: self.tr(
                "%n decision(s) depart from the rules without a reason: write it in the decision.", "", state.count
            ),
            Waits.PROCLAIMED: lambda: self.tr("The results are proclaimed."),
            Waits.NOT_PROCLAIMED: lambda: self.tr("The results are not proclaimed yet."),
            Waits.NO_RESERVE: lambda: self.tr("No project is on the reserve list."),
        }
        return told[state.waits]()


_PANELS: dict[JuryAct, Callable[[Operations, str], ActPanel]] = {
    JuryAct.DELIBERATE: MeetingPanel,
    JuryAct.SEPARATE: TiePanel,
    JuryAct.VOTE: MotionPanel,
    JuryAct.ADOPT: AdoptionPanel,
    JuryAct.PUBLISH: PublicationPanel,
    JuryAct.DECIDE: DecisionsPanel,
    JuryAct.PROCLAIM: ProclamationPanel,
    JuryAct.RECTIFY: RectificationPanel,
    JuryAct.AUTHORITY: AuthorityPanel,
    JuryAct.RESERVE: ReservePanel,
}
