"""A table with a column of the same width for each of a few projects, and what is left for the names of the rows."""

from PySide6.QtCore import QAbstractItemModel, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from jury_desk.ui import theme
from jury_desk.ui.pages.deliberate.comparison_models import ComparedModel
from jury_desk.ui.widgets.wrapped_header import WrappedHeader
from jury_desk.ui.widgets.wrapped_table import WrappedTable

_WIDEST, _ROOM_FOR_GAPS = 176, 104
_NAMES = 140
"""The least width of the names; the projects share the rest up to their widest."""
_HEAD_LINES = 2


class ComparisonTable(WrappedTable):
    """The table; where its columns are narrow, the cells say the least they can."""

    def __init__(self, name: str, model: ComparedModel, parent: QWidget | None = None) -> None:
        super().__init__(name, (0,), parent)
        self._compared = model
        self.setHorizontalHeader(WrappedHeader(self, lines=_HEAD_LINES))
        self.setModel(model)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow the columns of the model too (Qt)."""
        super().setModel(model)
        if model:
            model.modelReset.connect(self._share_width)

    @Slot()
    def _share_width(self) -> None:
        count = self._compared.columnCount() - 1
        if count < 1:
            return
        each = min(theme.px(_WIDEST), (self.viewport().width() - theme.px(_NAMES)) // count)
        self._compared.set_compact(each < theme.px(_ROOM_FOR_GAPS))
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, count + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(1, each))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width (Qt)."""
        self._share_width()
        super().resizeEvent(event)
