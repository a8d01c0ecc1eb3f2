"""Painting a cell of a table: ground, hairline, and a text with room on both sides."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from jury_desk.ui import theme
from jury_desk.ui.widgets.table_view import paint_hairline

Index = QModelIndex | QPersistentModelIndex


def paint_cell(painter: QPainter, option: QStyleOptionViewItem, index: Index, *, padding: int = 8) -> QRect:
    """Draw the cell as its model describes it; give its frame back for what is drawn on top."""
    given: Any = option
    frame: QRect = given.rect
    chosen = bool(given.state & QStyle.StateFlag.State_Selected)
    ground = index.data(Qt.ItemDataRole.BackgroundRole)
    painter.save()
    if chosen:
        painter.fillRect(frame, theme.color("selection"))
    elif ground is not None:
        painter.fillRect(frame, ground)
    paint_hairline(painter, frame)
    painter.setFont(index.data(Qt.ItemDataRole.FontRole) or theme.font())
    ink = index.data(Qt.ItemDataRole.ForegroundRole)
    painter.setPen(theme.color("text") if chosen or ink is None else ink)
    place = frame.adjusted(theme.px(padding), 0, -theme.px(padding), 0)
    alignment = int(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter)
    text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, alignment, text)
    painter.restore()
    return frame
