"""A table that reads like a printed one: no vertical lines, one hairline per row, headers over what they head."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jury_desk.ui import theme

Index = QModelIndex | QPersistentModelIndex


WIDEST = 200
"""What a column fitted to its content takes at the most: one long reference leaves the others their room."""
CELL_PADDING = 8
"""At the left and right of a cell, as of its header."""


class RowDelegate(QStyledItemDelegate):
    """Paints a cell as Qt does, with the padding of its header, without a focus frame, and the hairline under it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell (Qt)."""
        frame = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(frame, theme.color("selection"))
        # Qt itself leaves three pixels beside a text.
        padding = theme.px(CELL_PADDING) - 3
        option.rect = frame.adjusted(padding, 0, -padding, 0)
        super().paint(painter, option, index)
        paint_hairline(painter, frame)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the focus frame away: the row's selection shows where the focus is (Qt)."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The text and its padding (Qt)."""
        # Letters are measured in whole pixels and drawn in parts of one: without two more, the widest text is cut.
        return text_size(option, index) + QSize(2 * theme.px(CELL_PADDING) + 2, 0)


def text_size(option: QStyleOptionViewItem, index: Index) -> QSize:
    """How wide a cell's text is, up to :data:`WIDEST`, and as high as a row.

    Qt's own measure asks for every role of every cell, which a table fitted to its content feels.
    """
    given: Any = option
    font = index.data(Qt.ItemDataRole.FontRole)
    measure = QFontMetrics(font) if font else given.fontMetrics
    text = index.data(Qt.ItemDataRole.DisplayRole)
    width = measure.horizontalAdvance("" if text is None else str(text))
    return QSize(min(width, theme.px(WIDEST)), theme.px(theme.ROW))


def paint_hairline(painter: QPainter, frame: QRect) -> None:
    """Draw the line under a row."""
    stroke = theme.tokens().stroke
    painter.fillRect(QRect(frame.left(), frame.bottom() + 1 - stroke, frame.width(), stroke), theme.hairline())


class TableView(QTableView):
    """A read-only table of whole rows.

    Up, Down, Home, End and Page move; Enter and a double click emit :attr:`activated`; Tab leaves the table.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._give_way: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.StyledPanel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(RowDelegate(self))
        self.setFont(theme.font())
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(theme.ROW))
        columns = self.horizontalHeader()
        columns.setFont(theme.font("small", bold=True))
        columns.setMinimumHeight(theme.px(theme.ROW))
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(theme.px(40))

    def set_row_height(self, pixels: int) -> None:
        """Make rows that high at 100 % type (44 in live use)."""
        self.verticalHeader().setDefaultSectionSize(theme.px(pixels))

    def fit_rows(self) -> None:
        """Be no higher than the rows there are, so that a short table does not end in an empty box."""
        rows = self.model().rowCount() if self.model() else 0
        head = max(self.horizontalHeader().sizeHint().height(), theme.px(theme.ROW))
        self.setMaximumHeight(head + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2)

    def let_give_way(self, widths: dict[int, int]) -> None:
        """Hide each of these columns where the table is narrower than its width here, at 100 % type."""
        self._give_way = dict(widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that may give way do so (Qt)."""
        super().resizeEvent(event)
        for column, width in self._give_way.items():
            self.setColumnHidden(column, self.width() < theme.px(width))
        header = self.horizontalHeader()
        stretches = (header.sectionResizeMode(each) for each in range(header.count()) if not self.isColumnHidden(each))
        # Where the stretched one has given way, the lines under the rows would end before the frame.
        header.setStretchLastSection(bool(self._give_way) and QHeaderView.ResizeMode.Stretch not in stretches)

    def stretch_column(self, stretched: int) -> None:
        """Fit every column to its content, ``stretched`` to the width that is left."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        model = self.model()
        for column in range(model.columnCount() if model else 0):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates the row, whatever the platform does (Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
