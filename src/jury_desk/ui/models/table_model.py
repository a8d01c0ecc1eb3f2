"""A read-only table described by its columns: what each shows, how it is set, what a screen reader says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jury_desk.ui import theme

T = TypeVar("T")

OBJECT_ROLE = int(Qt.ItemDataRole.UserRole)
"""The row's own object."""
RAW_ROLE = OBJECT_ROLE + 1
"""The value to sort by."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column.

    Attributes:
        title: over it.
        text: what a cell shows.
        figures: whether it holds numbers, set to the right.
        ink: the colour token of a cell; the text's own when it gives an empty one.
        says: what a screen reader says of a cell; what it shows when there is nothing better.
        tip: what hovering shows.
        describes: where what it shows comes from: a screen reader says it after the cell, hovering shows it.
        explains: what hovering over the title shows, and a screen reader says of it.
    """

    title: str
    text: Callable[[T], str]
    figures: bool = False
    ink: Callable[[T], str] | None = None
    says: Callable[[T], str] | None = None
    tip: Callable[[T], str] | None = None
    describes: Callable[[T], str] | None = None
    raw: Callable[[T], Any] | None = None
    bold: bool = False
    explains: str = ""


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind under described columns."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[T] = []
        self._roles: dict[int, Callable[[Column[T], T], Any]] = {
            int(Qt.ItemDataRole.TextAlignmentRole): lambda column, _row: _RIGHT if column.figures else _LEFT,
            int(Qt.ItemDataRole.ForegroundRole): _ink,
            int(Qt.ItemDataRole.FontRole): lambda column, _row: theme.font(bold=True) if column.bold else None,
            int(Qt.ItemDataRole.AccessibleTextRole): lambda column, row: (column.says or column.text)(row),
            int(Qt.ItemDataRole.AccessibleDescriptionRole): lambda column, row: _said(column.describes, row),
            int(Qt.ItemDataRole.ToolTipRole): lambda column, row: _said(column.tip or column.describes, row),
            OBJECT_ROLE: lambda _column, row: row,
            RAW_ROLE: lambda column, row: (column.raw or column.text)(row),
        }

    @property
    def rows(self) -> Sequence[T]:
        """What it shows, in order."""
        return tuple(self._rows)

    def row(self, number: int) -> T:
        """The object of one row."""
        return self._rows[number]

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; as many as before are replaced in place, so that the cursor and the scrolling stay."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for number, row in enumerate(rows):
            if row != self._rows[number]:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns over the same rows."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """How many rows there are (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """How many columns there are (Qt)."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows, in one role (Qt)."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == _DISPLAY:
            return column.text(row)
        answer = self._roles.get(role)
        return answer(column, row) if answer else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The title of a column (Qt)."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _DISPLAY:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return column.explains or column.title
        return None


def _said(text: Callable[[T], str] | None, row: T) -> str | None:
    return text(row) if text else None


def _ink(column: Column[T], row: T) -> Any:
    name = column.ink(row) if column.ink else ""
    return theme.color(name) if name else None
