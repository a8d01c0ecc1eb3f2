"""A list to choose from, which the wheel passes over."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """Every such list of the window: a page that is scrolled must not change what the pointer happens to be over."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the choice stays (Qt)."""
        event.ignore()
