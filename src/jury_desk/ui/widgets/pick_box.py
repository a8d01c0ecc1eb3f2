"""A list whose choice is an act: going through it by the arrows chooses nothing until it is left."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from jury_desk.ui.widgets.box import Box

_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickBox(Box):
    """Its choice counts once it is picked in the open list, confirmed by Enter, or left by Tab or a click.

    Escape goes back to what counted before.

    Signals:
        picked: another choice counts.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepping = False
        self._counts = -1
        self.activated.connect(self._follow)

    def begin_at(self, data: object) -> None:
        """Show the choice that counts by now."""
        self._counts = self.findData(data)
        self.setCurrentIndex(self._counts)

    @property
    def pending(self) -> bool:
        """Whether what is shown does not count yet."""
        return self.currentIndex() != self._counts

    def settle(self) -> None:
        """Let what is shown count."""
        if self.pending:
            self._counts = self.currentIndex()
            self.picked.emit()

    @Slot()
    def _follow(self) -> None:
        if not self._stepping:
            self.settle()

    def event(self, event: QEvent) -> bool:
        """Escape is the list's own while there is something to go back to (Qt)."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride and self.pending:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, Escape goes back; any other key only looks (Qt)."""
        if event.key() in _ENTER and self.pending:
            self.settle()
            return
        if event.key() == Qt.Key.Key_Escape and self.pending:
            self.setCurrentIndex(self._counts)
            return
        self._stepping = True
        super().keyPressEvent(event)
        self._stepping = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it confirms what it shows (Qt)."""
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.settle()
