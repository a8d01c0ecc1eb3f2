"""Who still owes what: one square per juror and candidacy, by sign and by colour; a square leads to its sheet."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jury_desk.ui import theme

Index = QModelIndex | QPersistentModelIndex

_SQUARE = 24
_NAME_WIDTH = 240
_VISIBLE_ROWS = 8


class SquareDelegate(QStyledItemDelegate):
    """Paints one square: the ground of its state, its sign, and a frame where the keyboard is."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it (Qt)."""
        given: Any = option
        frame: QRect = given.rect
        square = frame.adjusted(1, 1, -2, -2)
        painter.save()
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        painter.fillRect(square, theme.color("window"))
        if ground is not None:
            painter.fillRect(square, ground)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        painter.setFont(theme.font("small", bold=True))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(square.adjusted(1, 1, -1, -1))
        painter.restore()


class CompletenessStrip(QTableView):
    """The squares, over a model whose rows are jurors and whose columns are candidacies.

    Signals:
        cell_chosen: row and column of a square that was clicked, or where Enter was pressed.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(SquareDelegate(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(theme.px(_SQUARE))
            header.setMinimumSectionSize(theme.px(24))
            header.setHighlightSections(False)
            header.setFont(theme.font("small"))
        self.verticalHeader().setFixedWidth(theme.px(_NAME_WIDTH))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(
            "QHeaderView, QTableCornerButton::section { background: transparent; border: none; }"
            "QHeaderView::section { padding: 0; border: none; background: transparent; font-weight: normal; }"
        )
        self.clicked.connect(self._choose)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow the number of jurors (Qt)."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go where the square leads (Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names give way where there is little width (Qt)."""
        self.verticalHeader().setFixedWidth(min(theme.px(_NAME_WIDTH), self.width() // 2))
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its jurors, up to a limit from which it scrolls (Qt)."""
        rows = min(self.model().rowCount() if self.model() else 0, _VISIBLE_ROWS)
        height = rows * theme.px(_SQUARE) + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        columns = self.model().columnCount() if self.model() else 0
        needed = columns * theme.px(_SQUARE) + theme.px(_NAME_WIDTH)
        scrolled = self.horizontalScrollBar().sizeHint().height() if needed > self.width() else 0
        return QSize(needed, height + scrolled)

    def minimumSizeHint(self) -> QSize:
        """At least a few jurors (Qt)."""
        return QSize(theme.px(160), min(self.sizeHint().height(), theme.px(_SQUARE * 3)))
