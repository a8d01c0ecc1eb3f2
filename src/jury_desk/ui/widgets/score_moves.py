"""Where the keys of the grid of marks lead: over mark cells only, and to the edges of blocks as in a spreadsheet."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from jury_desk.ui.widgets.score_delegate import Index, MarkRules

_STEPS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


class ScoreMoves:
    """The ways through one grid.

    ``alike`` passes over cells that nobody waits for on the way through those that are owed, and the other way round:
    the sheet of an adviser is typed where the chair goes for it.

    Args:
        view: the grid; a row whose first cell covers others is passed over.
        rules: which cells take marks.
    """

    def __init__(self, view: QTableView, rules: MarkRules) -> None:
        self._view = view
        self._rules = rules

    def below(self, index: Index, step: int = 1, *, alike: bool = False) -> QModelIndex | None:
        """The next stop down (or up), going on at the next column; ``None`` past the ends."""
        rows, columns = self._size
        at = index.column() * rows + index.row()
        end = rows * columns if step > 0 else -1
        places = ((place % rows, place // rows) for place in range(at + step, end, step))
        return self._first(places, index if alike else None)

    def beside(self, index: Index, step: int = 1, *, alike: bool = False) -> QModelIndex | None:
        """The next stop to the right (or left), going on in the next line; ``None`` past the ends."""
        rows, columns = self._size
        at = index.row() * columns + index.column()
        end = rows * columns if step > 0 else -1
        places = (divmod(place, columns) for place in range(at + step, end, step))
        return self._first(places, index if alike else None)

    def first(self, row: int | None = None) -> QModelIndex | None:
        """The first stop of a row, or of the grid."""
        return self._first(self._places(row))

    def last(self, row: int | None = None) -> QModelIndex | None:
        """The last stop of a row, or of the grid."""
        return self._first(reversed(list(self._places(row))))

    def edge(self, index: Index, towards: str) -> QModelIndex | None:
        """The edge of the block of marks in that direction, or the next block, or the last stop there is."""
        stops = list(self._line(index, towards))
        if not stops:
            return None
        if _is_filled(index) and _is_filled(stops[0]):
            filled = 0
            while filled < len(stops) and _is_filled(stops[filled]):
                filled += 1
            return stops[filled - 1]
        return next((stop for stop in stops if _is_filled(stop)), stops[-1])

    @property
    def _size(self) -> tuple[int, int]:
        model = self._view.model()
        return model.rowCount(), model.columnCount()

    def _places(self, row: int | None) -> Iterator[tuple[int, int]]:
        rows, columns = self._size
        lines = range(rows) if row is None else (row,)
        return ((line, column) for line in lines for column in range(columns))

    def _line(self, index: Index, towards: str) -> Iterator[QModelIndex]:
        down, right = _STEPS[towards]
        rows, columns = self._size
        row, column = index.row() + down, index.column() + right
        while 0 <= row < rows and 0 <= column < columns:
            stop = self._view.model().index(row, column)
            if self._is_stop(stop):
                yield stop
            row, column = row + down, column + right

    def _first(self, places: Iterable[tuple[int, int]], alike: Index | None = None) -> QModelIndex | None:
        found = (index for row, column in places if self._is_stop(index := self._view.model().index(row, column)))
        if alike is not None:
            owed = self._rules.is_owed(alike)
            found = (index for index in found if self._rules.is_owed(index) is owed)
        return next(found, None)

    def _is_stop(self, index: QModelIndex) -> bool:
        return self._rules.is_mark_cell(index) and self._view.columnSpan(index.row(), 0) == 1


def _is_filled(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.EditRole))
