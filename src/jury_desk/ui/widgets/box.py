"""A list to choose from that the wheel passes over: who scrolls a form past it must not change what it says."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Box(QComboBox):
    """A list in which one chooses by a click, by the arrows or by the first letters, never by the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is around it scrolls (Qt)."""
        event.ignore()
