"""Who still owes what: one square per juror and candidacy, by sign and by colour; a square leads to its sheet."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.squares import SQUARE, SquareTable

_NAME_WIDTH, _LEAST_NAME_WIDTH, _LEAST_ALONE = 240, 144, 184
_LEAST_ROWS = 3
_MOST_TABLES = 4
_GAP = 24


class CompletenessStrip(QWidget):
    """The squares, over a model whose rows are jurors and whose columns are candidacies.

    Where its rows are more than there is height for, they stand side by side in several tables, as long as there is
    width for all the columns of each; only then they scroll, under their numbers. The count stands in the corner.

    Args:
        name: what it shows, for who listens.

    Attributes:
        count: how many sheets are complete.

    Signals:
        cell_chosen: row and column of a square that was clicked, or where Enter was pressed.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: QAbstractItemModel | None = None
        self._room = 0
        self._rows_in_sight = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line = row(gap=_GAP)
        self._tables = [SquareTable(name, self) for _ in range(_MOST_TABLES)]
        for number, table in enumerate(self._tables):
            table.cell_chosen.connect(self.cell_chosen)
            table.edge_passed.connect(partial(self._go_past, number))
            table.setVisible(number == 0)
            self._line.addWidget(table)
        self._line.addStretch(1)
        self.setLayout(self._line)
        self.setFocusProxy(self._tables[0])
        # In the corner of a table, which has no layout: another count lays out nothing anew.
        self.count = Elided("", "small", ink="muted", bold=True, parent=self._tables[0])

    @property
    def tables(self) -> list[SquareTable]:
        """Those that show rows now."""
        return [table for table in self._tables if table.rows]

    def setModel(self, model: QAbstractItemModel) -> None:
        """Follow the number of jurors and candidacies."""
        self._model = model
        for table in self._tables:
            table.setModel(model)
        # After the tables: a reset shows them all rows again.
        model.modelReset.connect(self._arrange)
        self._arrange()

    def set_room(self, height: int) -> None:
        """Say how high it may be; at least a few rows it is all the same."""
        if height != self._room:
            self._room = height
            self._arrange()

    def tell(self, count: str) -> None:
        """Say how many sheets are complete."""
        self.count.set_text(count)

    # Arranging

    @property
    def _header_height(self) -> int:
        return self._tables[0].horizontalHeader().sizeHint().height()

    def _needed(self, tables: int, names: int) -> int:
        """How wide so many tables are."""
        columns = self._model.columnCount() if self._model else 0
        return tables * (names + columns * theme.px(SQUARE)) + (tables - 1) * theme.gap(_GAP)

    def _share(self, rows: int, fitting: int) -> int:
        """Among how few tables so many rows are all in sight; one that scrolls where no number does."""
        tables = -(-rows // fitting) or 1
        narrow = self._needed(tables, theme.px(_LEAST_NAME_WIDTH)) > self.width()
        return 1 if narrow or tables > _MOST_TABLES else tables

    def _names(self, tables: int) -> int:
        """How wide the names are, given what the squares leave."""
        # A table that scrolls shows the whole of its corner before another column.
        least = theme.px(_LEAST_ALONE if tables == 1 else _LEAST_NAME_WIDTH)
        left = (self.width() - self._needed(tables, 0)) // tables
        return min(theme.px(_NAME_WIDTH), max(left, least), self.width() // 2)

    @Slot()
    def _arrange(self) -> None:
        """Share the rows among the tables, and make each as wide as its squares need."""
        rows = self._model.rowCount() if self._model else 0
        fitting = max(_LEAST_ROWS, (self._room - self._header_height) // theme.px(SQUARE))
        tables = self._share(rows, fitting)
        each, names = -(-rows // tables), self._names(tables)
        self._rows_in_sight = min(each, fitting)
        bar = self._tables[0].verticalScrollBar().sizeHint().width() if each > fitting else 0
        for number, table in enumerate(self._tables):
            table.show_rows(range(number * each, min((number + 1) * each, rows)) if number < tables else range(0))
            table.setVisible(number < tables)
            table.set_name_width(names)
            table.setFixedWidth(min(self._needed(1, names) + bar, self.width()))
        self.count.setGeometry(0, 0, names - theme.px(8), self._header_height)
        self.updateGeometry()

    @Slot(int)
    def _go_past(self, number: int, step: int) -> None:
        """Go on in the table beside, in the same column."""
        at, tables = number + step, self.tables
        if 0 <= at < len(tables):
            rows = tables[at].rows
            tables[at].go_to(rows[0] if step > 0 else rows[-1], tables[number].currentIndex().column())

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement (Qt)."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def sizeHint(self) -> QSize:
        """As high as the rows that stand under one another (Qt)."""
        scrolled = self._needed(1, theme.px(_LEAST_ALONE)) > self.width()
        bar = self._tables[0].horizontalScrollBar().sizeHint().height() if scrolled else 0
        height = self._header_height + self._rows_in_sight * theme.px(SQUARE) + bar
        return QSize(self._needed(1, theme.px(_NAME_WIDTH)), height)

    def minimumSizeHint(self) -> QSize:
        """It may be narrow; what is above it gives way in height (Qt)."""
        return QSize(theme.px(160), self.sizeHint().height())
