"""A thin bar that shows one part of a whole: the share of a weight, how complete a sheet is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui import theme


class ShareBar(QWidget):
    """A bar filled to a share between 0 and 1; what it says in words is its accessible name."""

    def __init__(
        self, share: float = 0.0, says: str = "", parent: QWidget | None = None, *, ink: str = "accent"
    ) -> None:
        super().__init__(parent)
        self._share = share
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(says)
        self.setToolTip(says)

    def set_share(self, share: float, says: str = "", *, ink: str = "") -> None:
        """Show another share."""
        self._share = min(1.0, max(0.0, share))
        self._ink = ink or self._ink
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its place, six pixels high (Qt)."""
        return QSize(theme.px(80), theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """It may shrink to half (Qt)."""
        return QSize(theme.px(24), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the share (Qt)."""
        del event
        with QPainter(self) as painter:
            paint_share(painter, QRectF(self.rect()), self._share, self._ink)


def paint_share(painter: QPainter, frame: QRectF, share: float, ink: str = "accent") -> None:
    """Draw a share bar into ``frame``, for widgets and delegates alike."""
    radius = frame.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line"))
    painter.drawRoundedRect(frame, radius, radius)
    if share > 0:
        filled = QRectF(frame)
        filled.setWidth(max(frame.height(), frame.width() * min(1.0, share)))
        painter.setBrush(theme.color(ink))
        painter.drawRoundedRect(filled, radius, radius)
