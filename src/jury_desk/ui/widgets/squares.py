"""A table of small squares, each with a sign: names before its rows, numbers over its columns."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jury_desk.ui import theme

Index = QModelIndex | QPersistentModelIndex

SQUARE = 24
"""The side of a square at 100 % type: no target of the mouse is smaller."""

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SquareDelegate(QStyledItemDelegate):
    """Paints one square: the ground of its state, its sign, and a frame where the keyboard is."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it; what has no ground of its own is an empty box, still to be filled (Qt)."""
        given: Any = option
        frame: QRect = given.rect
        square = frame.adjusted(1, 1, -2, -2)
        painter.save()
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(square, ground)
        else:
            painter.setPen(theme.color("line"))
            painter.drawRect(square.adjusted(0, 0, -1, -1))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        painter.setFont(theme.font("small", bold=True))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(square.adjusted(1, 1, -1, -1))
        painter.restore()


class SquareTable(QTableView):
    """Some rows of a model, one square to a cell.

    Signals:
        cell_chosen: row and column of a square that was clicked, or where Enter was pressed.
        edge_passed: an arrow leads past the first row (-1) or the last (1) of this table.
    """

    cell_chosen = Signal(int, int)
    edge_passed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = range(0)
        self.setAccessibleName(name)
        self.setItemDelegate(SquareDelegate(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self._dress_headers()
        self.clicked.connect(self._choose)

    def _dress_headers(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            # The least first: the size of a section is held to it.
            header.setMinimumSectionSize(theme.px(SQUARE))
            header.setDefaultSectionSize(theme.px(SQUARE))
            header.setHighlightSections(False)
            header.setFont(theme.font("small"))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(
            "QHeaderView, QTableCornerButton::section { background: transparent; border: none; }"
            "QHeaderView::section { padding: 0; border: none; background: transparent; font-weight: normal; }"
        )

    def show_rows(self, rows: range) -> None:
        """Show these rows of the model alone."""
        self.rows = rows
        for row in range(self.model().rowCount()):
            if self.isRowHidden(row) is (row in rows):
                self.setRowHidden(row, row not in rows)

    def set_name_width(self, width: int) -> None:
        """Give the names that much room."""
        self.verticalHeader().setFixedWidth(width)

    def go_to(self, row: int, column: int) -> None:
        """Make a square current and take the focus."""
        self.setCurrentIndex(self.model().index(row, column))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go where the square leads; an arrow goes on where the next rows stand (Qt)."""
        current, step = self.currentIndex(), _STEPS.get(event.key(), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and current.isValid():
            self._choose(current)
        elif step and current.isValid() and current.row() + step not in self.rows:
            self.edge_passed.emit(step)
        else:
            super().keyPressEvent(event)
