"""The ranking, with the line that the places draw between two of its rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.cells import paint_cell
from jury_desk.ui.widgets.table_view import RowDelegate, TableView

Index = QModelIndex | QPersistentModelIndex

_ROW = 40
_LINE = 28
_PADDING = 10
_LEAST = 64


class RankingDelegate(RowDelegate):
    """Draws the rows of a table, and one of them as a dashed line with its words in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, or the line (Qt)."""
        if index.row() != self.line_row:
            state: Any = option
            focused = bool(state.state & QStyle.StateFlag.State_HasFocus)
            paint_cell(painter, option, index, padding=_PADDING, focused=focused)
            return
        given: Any = option
        frame: QRect = given.rect
        font = theme.font("small", bold=True)
        text = str(index.data())
        half = QFontMetrics(font).horizontalAdvance(text) // 2 + theme.px(12)
        painter.save()
        painter.fillRect(frame, theme.color("accent_ground"))
        painter.setPen(QPen(theme.color("accent"), max(1, theme.tokens().stroke), Qt.PenStyle.DashLine))
        middle, centre = frame.center().y(), frame.center().x()
        painter.drawLine(frame.left() + theme.px(8), middle, centre - half, middle)
        painter.drawLine(centre + half, middle, frame.right() - theme.px(8), middle)
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Its text and the room on both sides (Qt)."""
        return super().sizeHint(option, index) + QSize(theme.px(2 * _PADDING), 0)


class RankingView(TableView):
    """The table; Left and Right go from figure to figure.

    Signals:
        row_chosen: another row is current.
        explanation_requested: where the figure of the current cell comes from is asked: F9, Enter, a double click.
        row_ticked: a row is to be compared, or no longer: Space, or a click in the column of ticks.
    """

    row_chosen = Signal(int)
    row_ticked = Signal(int)
    explanation_requested = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._delegate = RankingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.set_row_height(_ROW)
        self.setMinimumHeight(theme.px(theme.ROW + 4 * _ROW))
        self._may_go: tuple[int, ...] = ()
        self._squeezed = -1
        self._ticks = -1
        self.activated.connect(self.explanation_requested)
        self.clicked.connect(self._take_click)

    def set_tick_column(self, column: int) -> None:
        """Take clicks in this column as ticks."""
        self._ticks = column

    @Slot(QModelIndex)
    def _take_click(self, index: QModelIndex) -> None:
        if index.column() == self._ticks:
            self.row_ticked.emit(index.row())

    def set_line_row(self, row: int) -> None:
        """Draw this row as the line, across all columns; -1: there is none."""
        self.clearSpans()
        former, self._delegate.line_row = self._delegate.line_row, row
        if 0 <= former < self.model().rowCount():
            self.setRowHeight(former, theme.px(_ROW))
        if row >= 0:
            self.setSpan(row, 0, 1, self.model().columnCount())
            self.setRowHeight(row, theme.px(_LINE))
        self.viewport().update()

    def let_go(self, columns: Sequence[int], squeezed: int = -1) -> None:
        """Hide as many of these columns, in this order, as it takes for the others to have their whole width.

        Where that is not enough, the ``squeezed`` one is cut rather than the titles.
        """
        self._may_go, self._squeezed = tuple(columns), squeezed
        header = self.horizontalHeader()
        shown = range(self.model().columnCount())
        for each in shown:
            # Other columns than before may stand where one was hidden.
            self.setColumnHidden(each, False)
        wide = {each: max(self.sizeHintForColumn(each), header.sectionSizeHint(each)) for each in shown}
        for each in self._may_go:
            hidden = sum(wide.values()) > self.viewport().width()
            self.setColumnHidden(each, hidden)
            wide[each] = 0 if hidden else wide[each]
        if 0 <= squeezed < len(wide):
            over = sum(wide.values()) - self.viewport().width()
            mode = QHeaderView.ResizeMode.Fixed if over > 0 else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(squeezed, mode)
            if over > 0:
                header.resizeSection(squeezed, max(theme.px(_LEAST), wide[squeezed] - over))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other columns (Qt)."""
        super().resizeEvent(event)
        self.let_go(self._may_go, self._squeezed)

    def choose(self, row: int) -> None:
        """Make a row current, in the column where the cursor is."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, max(self.currentIndex().column(), 1)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current (Qt)."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 asks where the figure comes from, Space ticks the row (Qt)."""
        if event.key() == Qt.Key.Key_F9 and self.currentIndex().isValid():
            self.explanation_requested.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Space and self._ticks >= 0 and self.currentIndex().isValid():
            self.row_ticked.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
