"""Wakes what shows a time exactly when it has something else to show.

A timer of Qt is a wake-up and never a measure: one that counted its own ticks would lose for good what a busy moment
takes from it. This one is armed anew each time for the next whole second of the time shown, as the clock then stands;
a wake-up that comes late shows what is true, and the next is on time again.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

LONGEST_MS = 1000
"""Also the beat of the journal: an open phase is never left longer without a sign of life."""


class DisplayTimer(QObject):
    """The wake-up.

    Signals:
        woken: the time shown has reached another second, or a second has gone.
    """

    woken = Signal()

    def __init__(self, until_next: Callable[[], int], parent: QObject | None = None) -> None:
        """``until_next`` gives the milliseconds until the time shown reads differently."""
        super().__init__(parent)
        self._until_next = until_next
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.wake)

    @property
    def running(self) -> bool:
        """Whether it will wake again."""
        return self._timer.isActive()

    @property
    def armed_ms(self) -> int:
        """For how long it is armed."""
        return self._timer.interval()

    def follow(self) -> None:
        """Arm for the next second; to be called whenever the clock was touched."""
        self._timer.start(min(LONGEST_MS, max(1, self._until_next())))

    def stop(self) -> None:
        """Sleep: nothing shows a time any more."""
        self._timer.stop()

    @Slot()
    def wake(self) -> None:
        """Tell it, and arm for the second after."""
        # Before anything is shown: the displays take what they take, and the next second does not wait for them.
        self.follow()
        self.woken.emit()
