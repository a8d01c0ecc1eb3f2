"""Figures as large as their place, which do not change their size from one second to the next."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui import theme

_TRIAL = 200
_HEIGHT = 0.96
"""Of its place, what the figures take at most."""
_LEAST_PIXELS = 5


class LargeFigures(QWidget):
    """One time, in the middle of its place; its accessible name says what it is, its description what it reads."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._ink = "#FFFFFF"
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """What it reads."""
        return self._text

    def show_text(self, text: str, ink: str) -> None:
        """Read something else, in that colour."""
        if (text, ink) != (self._text, self._ink):
            self._text, self._ink = text, ink
            self.setAccessibleDescription(text)
            # At once: what is asked for with update() waits for its turn, five milliseconds at the least.
            self.repaint()

    def sizeHint(self) -> QSize:
        """The largest thing on the page (Qt)."""
        return QSize(theme.px(360), theme.px(160))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the type size of a clock (Qt)."""
        return QSize(theme.gap(150), theme.gap(theme.SIZES["clock"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures (Qt)."""
        del event
        with QPainter(self) as painter:
            painter.setPen(QColor(self._ink))
            paint_large(painter, QRectF(self.rect()), self._text)


def paint_large(painter: QPainter, frame: QRectF, text: str) -> None:
    """``text`` as large as its place allows, its figures and capitals in the middle of it."""
    if not text:
        return
    # Measured on eights: the size does not change from one second to the next.
    measured = "".join("8" if letter.isdigit() else letter for letter in text)
    metrics = QFontMetricsF(sized_font(_TRIAL, bold=True))
    across = frame.width() / metrics.horizontalAdvance(measured)
    font = sized_font(_TRIAL * min(across, frame.height() * _HEIGHT / metrics.capHeight()), bold=True)
    metrics = QFontMetricsF(font)
    left = frame.center().x() - metrics.horizontalAdvance(text) / 2
    painter.setFont(font)
    painter.drawText(QPointF(left, frame.center().y() + metrics.capHeight() / 2), text)


def sized_font(pixels: float, *, bold: bool = False) -> QFont:
    """The typeface at a size of its own, whatever the type scale."""
    made = theme.font(bold=bold)
    made.setPixelSize(max(_LEAST_PIXELS, int(pixels)))
    return made
