"""The one picture for the director: how many were in each stage, and how many went on."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui import theme

BAR = 36


@dataclass(frozen=True, slots=True)
class FunnelBar:
    """One stage: its name, how many came in, how many went on (``None``: not decided), and a word on its state."""

    name: str
    taken_in: int
    let_out: int | None
    state: str


class Funnel(QWidget):
    """One bar per stage, as long as its candidacies are many; the part that went on is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[FunnelBar] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: list[FunnelBar], says: str) -> None:
        """Show these stages; ``says`` is the picture in words."""
        self._bars = list(bars)
        self.setAccessibleName(self.tr("Candidacies stage by stage"))
        self.setAccessibleDescription(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A bar for each stage (Qt)."""
        return QSize(theme.px(560), theme.px(BAR) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrower, never lower (Qt)."""
        return QSize(theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar and count of each stage (Qt)."""
        del event
        metrics = QFontMetrics(theme.font(bold=True))
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0)
        name_width = min(widest + theme.px(16), self.width() // 3)
        most = max((bar.taken_in for bar in self._bars), default=0) or 1
        words = max((metrics.horizontalAdvance(bar.state) for bar in self._bars), default=0)
        room = self.width() - name_width - words - theme.px(20)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, bar in enumerate(self._bars):
                line = QRectF(0, number * theme.px(BAR), self.width(), theme.px(BAR))
                self._paint_bar(painter, line, bar, name_width, room / most)

    def _paint_bar(self, painter: QPainter, line: QRectF, bar: FunnelBar, name_width: int, unit: float) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        font = theme.font(bold=bool(bar.taken_in))
        painter.setFont(font)
        painter.setPen(theme.color("text" if bar.taken_in else "muted"))
        name_room = QRectF(line.left(), line.top(), name_width - theme.px(12), line.height())
        name = QFontMetrics(font).elidedText(bar.name, Qt.TextElideMode.ElideRight, int(name_room.width()))
        painter.drawText(name_room, left, name)
        height = theme.px(18)
        top = line.center().y() - height / 2
        full = QRectF(line.left() + name_width, top, max(bar.taken_in * unit, theme.px(2)), height)
        painter.setPen(QPen(theme.color("accent"), 1) if bar.taken_in else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_ground" if bar.taken_in else "line"))
        painter.drawRoundedRect(full, theme.px(3), theme.px(3))
        if bar.let_out:
            painter.setBrush(theme.color("accent"))
            gone_on = QRectF(full.left(), top, bar.let_out * unit, height)
            painter.drawRoundedRect(gone_on, theme.px(3), theme.px(3))
        painter.setFont(theme.font())
        painter.setPen(theme.color("text" if bar.taken_in else "muted"))
        after = full.right() + theme.px(12)
        words = QRectF(after, line.top(), line.right() - after, line.height())
        painter.drawText(words, left, bar.state)
