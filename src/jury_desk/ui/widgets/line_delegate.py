"""Draws list lines of two rows: a name with a remark at right, and a quiet line under it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jury_desk.ui import theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """What a line shows; ``faint`` draws all of it muted, ``strong`` its name in bold."""

    name: str
    remark: str = ""
    under: str = ""
    faint: bool = False
    strong: bool = True
    under_mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle


class LineDelegate(QStyledItemDelegate):
    """Draws the :class:`Line` that ``line_of`` gives for an index."""

    def __init__(self, line_of: Callable[[Index], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line_of = line_of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line (Qt)."""
        line = self._line_of(index)
        frame: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and not line.faint
        if chosen or hovered:
            focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if chosen else "accent_ground"))
            painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        self._paint_words(painter, frame.adjusted(theme.px(12), theme.px(8), -theme.px(12), -theme.px(8)), line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two rows and their padding (Qt)."""
        del option
        under = QFontMetrics(theme.font("small")).height() + theme.px(4) if self._line_of(index).under else 0
        return QSize(theme.px(160), QFontMetrics(theme.font("emphasis")).height() + under + theme.px(16))

    def _paint_words(self, painter: QPainter, frame: QRect, line: Line) -> None:
        name_font, small = theme.font("emphasis", bold=line.strong and not line.faint), theme.font("small")
        metrics, small_metrics = QFontMetrics(name_font), QFontMetrics(small)
        top = QRect(frame.left(), frame.top(), frame.width(), metrics.height())
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        taken = 0
        if line.remark:
            remark = small_metrics.elidedText(line.remark, Qt.TextElideMode.ElideRight, top.width() // 2)
            taken = small_metrics.horizontalAdvance(remark) + theme.px(12)
            painter.drawText(top, right, remark)
        if line.under:
            below = QRect(frame.left(), top.bottom() + theme.px(4), frame.width(), small_metrics.height())
            painter.drawText(below, left, small_metrics.elidedText(line.under, line.under_mode, below.width()))
        painter.setFont(name_font)
        painter.setPen(theme.color("muted" if line.faint else "text"))
        room = top.adjusted(0, 0, -taken, 0)
        painter.drawText(room, left, metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room.width()))
