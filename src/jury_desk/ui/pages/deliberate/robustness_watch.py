"""Works the robustness of a ranking out beside the window, when somebody looks and the marks have changed."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jury_desk.domain.contest import Contest
from jury_desk.services.robustness import RobustnessQuestion, RobustnessReport, answer
from jury_desk.ui.operations import Aside

REST_MS = 300
"""Marks that follow each other more quickly are waited for: the last of them asks once."""


class WatchState(StrEnum):
    """``working``: nothing to show yet; ``stale``: what is shown is of former marks; ``failed``: it cannot be told."""

    IDLE = "idle"
    WORKING = "working"
    STALE = "stale"
    CURRENT = "current"
    FAILED = "failed"


class RobustnessWatch(QObject):
    """Keeps the robustness of one stage.

    Signals:
        changed: the state or the report is another one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.report: RobustnessReport | None = None
        self.error: object = None
        self.state = WatchState.IDLE
        self._question: RobustnessQuestion | None = None
        self._answered: Contest | None = None
        self._working = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._start)
        self._aside = Aside(self)
        self._aside.done.connect(self._take_answer)
        self._aside.failed.connect(self._take_failure)

    def ask(self, question: RobustnessQuestion) -> None:
        """Have this answered; what is known already is not worked out again, only named anew."""
        self._question = question
        if question.contest == self._answered:
            if self.report:
                self.report = RobustnessReport(question.stage, self.report.robustness, question.names)
            self._rest.stop()
            self._enter(WatchState.CURRENT if self.report else WatchState.FAILED)
            return
        self._enter(WatchState.STALE if self.report else WatchState.WORKING)
        # The first answer is waited for by somebody who looks: it is not put off.
        self._rest.start(REST_MS if self.report else 0)

    def forget(self) -> None:
        """Nobody looks any more: what has not begun does not begin."""
        self._rest.stop()

    @Slot()
    def _start(self) -> None:
        if self._question and not self._working:
            self._working = True
            self._aside.start(partial(_answered, self._question))

    @Slot(object)
    def _take_answer(self, answered: tuple[Contest, RobustnessReport]) -> None:
        self._answered, self.report = answered
        self.error = None
        self._end()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._answered = self._question.contest if self._question else None
        self.report, self.error = None, error
        self._end()

    def _end(self) -> None:
        """Show the answer, and go on where the marks have changed meanwhile."""
        self._working = False
        if self._question and self._question.contest != self._answered:
            self._enter(WatchState.STALE if self.report else WatchState.WORKING)
            self._rest.start(REST_MS)
        else:
            self._enter(WatchState.CURRENT if self.report else WatchState.FAILED)

    def _enter(self, state: WatchState) -> None:
        self.state = state
        self.changed.emit()


def _answered(question: RobustnessQuestion) -> tuple[Contest, RobustnessReport]:
    return question.contest, answer(question)
