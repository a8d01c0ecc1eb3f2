"""A part that keeps its least height where room is short.

In a column, Qt takes the height that a part with wrapping text would like for the least it needs; where there is less,
it then squeezes the parts by their size, and text is written over text. This one hides that its height depends on its
width, and asks for no less than its parts need at the width it has.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Firm(QWidget):
    """The part; its layout is set by whoever makes it."""

    def hasHeightForWidth(self) -> bool:
        """It says no (Qt)."""
        return False

    def minimumSizeHint(self) -> QSize:
        """What its parts need at the width it has (Qt)."""
        layout = self.layout()
        if layout is None:
            return super().minimumSizeHint()
        least = layout.totalMinimumSize()
        height = layout.totalMinimumHeightForWidth(max(self.width(), least.width()))
        return QSize(least.width(), max(height, least.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height (Qt)."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
