"""The acts of the desk with their keys, each saying what it will do now."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.closure import proclaimed
from jury_desk.domain.pitch_events import TimingKind
from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_state import PhaseStatus, SessionStatus
from jury_desk.services.pitches import PitchSession
from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.pages.session.words import next_words
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.key_button import KeyButton


class ActBar(QWidget):
    """The buttons; the page binds their keys.

    What cannot wait has a place of its own, :attr:`urgent`, where the page would scroll the rest away.
    """

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self.toggle = KeyButton(self.tr("Space"), self.tr("Start"), kind="primary")
        self.next = KeyButton("F8", "")
        self.grant = KeyButton("F6", self.tr("+1 min…"))
        self.earlier = KeyButton("F12", self.tr("Begun earlier…"))
        self.incident = KeyButton("F9", self.tr("Incident"))
        self.passage = KeyButton("F7", self.tr("Passage…"))
        self.urgent = QWidget(self)
        self.urgent.hide()
        self._all, self._urgent = FlowLayout(self, gap=8), FlowLayout(self.urgent, gap=8)
        for button in self.buttons():
            self._all.addWidget(button)
        self.toggle.clicked.connect(self._toggle)
        self.next.clicked.connect(self._next)

    def buttons(self) -> tuple[KeyButton, ...]:
        """All of them, in their order."""
        return (self.toggle, self.next, self.grant, self.earlier, self.incident, self.passage)

    def height_of_all(self, width: int) -> int:
        """How high all of them stand together at that width."""
        flow, line, x = theme.gap(8), self.toggle.sizeHint().height(), 0
        lines = 1
        for button in self.buttons():
            if button.isHidden():
                continue
            if x and x + button.sizeHint().width() > width:
                x, lines = 0, lines + 1
            x += button.sizeHint().width() + flow
        return lines * (line + flow) - flow

    def set_apart(self, *, apart: bool) -> None:
        """Have what cannot wait in a place of its own, or among the others."""
        for button in self.buttons():
            for flow in (self._all, self._urgent):
                flow.removeWidget(button)
        for button in self.buttons():
            cannot_wait = button in (self.toggle, self.next, self.incident)
            (self._urgent if apart and cannot_wait else self._all).addWidget(button)
        self.urgent.setVisible(apart and not self.isHidden())

    def refresh(self, session: PitchSession) -> None:
        """Say what each would do, and which can be done."""
        state = session.state
        clock, step, locked = session.focus(), session.next_step(), self._console.locked
        status = clock.status if clock else None
        live = state.status is SessionStatus.LIVE
        starts = step is not None and step.kind is TimingKind.STARTED
        undecided = status is PhaseStatus.INTERRUPTED
        running = status is PhaseStatus.RUNNING
        can_toggle = live and (running or status is PhaseStatus.PAUSED or starts)
        why = self._why_not(locked=locked, undecided=undecided)
        self.toggle.say(self._toggle_words(status), "" if can_toggle else self._why_not(undecided=undecided))
        self.toggle.setEnabled(can_toggle)
        closed = state.status is SessionStatus.CLOSED
        # Once the results are proclaimed, nothing opens it again.
        self.next.setVisible(not (closed and proclaimed(session.records, session.stage)))
        can_go_on = (live or closed) and not locked and not undecided
        self.next.say(next_words(session, step), "" if can_go_on else why)
        self.next.setEnabled(can_go_on)
        # The one primary button is what is pressed next: the clock while it can go, else whatever follows.
        self.toggle.set_kind("primary" if self.toggle.isEnabled() else "secondary")
        self.next.set_kind("secondary" if self.toggle.isEnabled() or closed else "primary")
        may_grant = status in (PhaseStatus.READY, PhaseStatus.RUNNING, PhaseStatus.PAUSED)
        self.grant.setEnabled(live and not locked and may_grant)
        # Its key works before a start as well; the room is for the one that only makes sense then.
        self.grant.setVisible(live and not starts)
        self.earlier.setVisible(starts)
        self.earlier.setEnabled(live and not locked and starts)
        self.incident.setVisible(live and not starts)
        for button in (self.toggle, self.passage):
            button.setVisible(live)
        self.incident.setEnabled(live and not locked and (running or status is PhaseStatus.PAUSED))
        known = bool(state.attempts) or bool(waiting(state, session.order))
        self.passage.setEnabled(live and not locked and not undecided and known)

    def _toggle_words(self, status: PhaseStatus | None) -> str:
        if status is PhaseStatus.RUNNING:
            return self.tr("Pause")
        return self.tr("Resume") if status is PhaseStatus.PAUSED else self.tr("Start")

    def _why_not(self, *, locked: bool = False, undecided: bool = False) -> str:
        """What has to be done before what cannot be pressed now."""
        if undecided:
            return self.tr("Decide about the interruption first.")
        return self.tr("The desk is locked: L unlocks it.") if locked else self.tr("Nothing starts now: F8 goes on.")

    @Slot()
    def _toggle(self) -> None:
        self._console.toggle()

    @Slot()
    def _next(self) -> None:
        self._console.next()
