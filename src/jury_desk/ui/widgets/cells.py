"""Painting a cell of a table: ground, hairline, and a text with room on both sides."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from jury_desk.ui import theme
from jury_desk.ui.widgets.table_view import paint_hairline

Index = QModelIndex | QPersistentModelIndex


def paint_cell(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    *,
    padding: int = 8,
    before: str = "",
    focused: bool = False,
) -> None:
    """Draw the cell as its model describes it.

    Args:
        painter: on the view.
        option: where the cell is, and whether it is chosen.
        index: the cell.
        padding: the room left and right of its text.
        before: what stands before its text.
        focused: whether typing would go there; a frame says so.
    """
    given: Any = option
    frame: QRect = given.rect
    # Through the index, each of six questions would go to Qt and come back to Python before it is answered.
    model = index.model()
    chosen = bool(given.state & QStyle.StateFlag.State_Selected)
    ground = model.data(index, Qt.ItemDataRole.BackgroundRole)
    painter.save()
    if chosen:
        painter.fillRect(frame, theme.color("selection"))
    elif ground is not None:
        painter.fillRect(frame, ground)
    paint_hairline(painter, frame)
    painter.setFont(model.data(index, Qt.ItemDataRole.FontRole) or theme.font())
    ink = model.data(index, Qt.ItemDataRole.ForegroundRole)
    painter.setPen(theme.color("text") if chosen or ink is None else ink)
    place = frame.adjusted(theme.px(padding), 0, -theme.px(padding), 0)
    alignment = int(model.data(index, Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter)
    whole = before + str(model.data(index) or "")
    text = painter.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, alignment, text)
    if focused:
        painter.setPen(QPen(theme.color("accent"), max(2, theme.tokens().stroke)))
        painter.drawRect(frame.adjusted(1, 1, -1, -1))
    painter.restore()
