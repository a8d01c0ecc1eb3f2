"""A table whose sentences wrap, as high as its rows, for a page that scrolls as a whole."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.table_view import CELL_PADDING, RowDelegate, TableView

Index = QModelIndex | QPersistentModelIndex

_ABOVE_AND_BELOW = 6
_ENDLESS = 100_000


class WrappedDelegate(RowDelegate):
    """Gives a row the height that its longest sentence needs in the width of its column."""

    def __init__(self, parent: "WrappedTable") -> None:
        super().__init__(parent)
        self._view = parent

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Only the sentences wrap (Qt)."""
        super().initStyleOption(option, index)
        if index.column() not in self._view.wrapped:
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as ever; as high as the wrapped text (Qt)."""
        usual = super().sizeHint(option, index)
        if index.column() not in self._view.wrapped:
            return usual
        given: Any = option
        metrics = QFontMetrics(index.data(Qt.ItemDataRole.FontRole) or given.font)
        width = self._view.columnWidth(index.column()) - 2 * theme.px(CELL_PADDING)
        room = QRect(0, 0, max(width, 1), _ENDLESS)
        text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data() or ""))
        return QSize(usual.width(), max(usual.height(), text.height() + 2 * theme.px(_ABOVE_AND_BELOW)))


class WrappedTable(TableView):
    """The table.

    Args:
        name: what a screen reader calls it.
        wrapped: the columns that share the width left over, their sentences wrapped.
    """

    def __init__(self, name: str, wrapped: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.wrapped = frozenset(wrapped)
        self.setItemDelegate(WrappedDelegate(self))
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow the model's rows (Qt)."""
        super().setModel(model)
        if model:
            model.modelReset.connect(self._fit_later)
            model.dataChanged.connect(self._fit_later)
            self.stretch_column(min(self.wrapped))
            for each in self.wrapped:
                self.horizontalHeader().setSectionResizeMode(each, QHeaderView.ResizeMode.Stretch)

    @Slot()
    def _fit_later(self, *_what: object) -> None:
        self._later.start()

    @Slot()
    def _fit(self) -> None:
        """Take the height that all rows need, and no more."""
        self.resizeRowsToContents()
        model = self.model()
        count = model.rowCount(QModelIndex()) if model else 0
        rows = sum([self.rowHeight(each) for each in range(count)])
        head = max(self.horizontalHeader().sizeHint().height(), theme.px(theme.ROW))
        self.setFixedHeight(head + rows + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other heights (Qt)."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()
