"""A line of text that changes every second: it is painted anew, and nothing around it is laid out again."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui import theme


class LiveLine(QWidget):
    """The text, in the width it is given; what does not fit ends in « … »."""

    def __init__(
        self,
        role: theme.Role = "emphasis",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._ink = "#FFFFFF"
        self._align = align
        self.setFont(theme.font(role))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str, ink: str) -> None:
        """Say something else, in that colour."""
        if (text, ink) != (self._text, self._ink):
            self._text, self._ink = text, ink
            self.update()

    def sizeHint(self) -> QSize:
        """One line, as wide as there is room (Qt)."""
        return QSize(theme.px(80), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """It may be cut (Qt)."""
        return QSize(theme.px(40), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text (Qt)."""
        del event
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(QColor(self._ink))
            shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), int(self._align | Qt.AlignmentFlag.AlignVCenter), shown)
