"""The running order of a session as a list: passages and what stands between them, with planned and true hours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The row's own :class:`OrderRow`."""
MIME = "application/x-jury-desk-running-order"


class OrderState(StrEnum):
    """Where a line of the running order stands."""

    TO_COME = "to_come"
    NOW = "now"
    DONE = "done"
    ABSENT = "absent"
    DEFERRED = "deferred"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One line.

    Attributes:
        candidacy: whose passage it is; empty for a break and the like.
        planned, expected: the hour planned, and the true or expected one where it is another.
        marks: who is out: « sans J5 ».
        movable: whether it can change its place.
        says: what a screen reader says.
    """

    title: str
    candidacy: str = ""
    number: int = 0
    planned: str = ""
    expected: str = ""
    marks: str = ""
    state: OrderState = OrderState.TO_COME
    movable: bool = False
    says: str = field(default="", compare=True)


class RunningOrderModel(QAbstractListModel):
    """The lines; a passage dropped elsewhere is a wish, for the page to carry out or to ask the reason of.

    Signals:
        move_wished: a candidacy is to be moved to a place among the passages, counted from 0.
    """

    move_wished = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OrderRow] = []

    @property
    def rows(self) -> Sequence[OrderRow]:
        """The lines, in order."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show other lines; as many as before are replaced in place, so that the cursor stays."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for number, row in enumerate(rows):
            if row != self._rows[number]:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, candidacy: str) -> int:
        """The number of the line of a candidacy, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.candidacy == candidacy), -1)

    def wish_step(self, row: int, by: int) -> None:
        """Wish a passage one place up or down."""
        if 0 <= row < len(self._rows) and self._rows[row].movable:
            place = self._rows[row].number - 1 + by
            if 0 <= place < sum(bool(each.candidacy) for each in self._rows):
                self.move_wished.emit(self._rows[row].candidacy, place)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """How many lines there are (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """What a line shows and says (Qt)."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.says or row.title
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A passage still to come can be dragged, and dropped between lines (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsDragEnabled if self._rows[index.row()].movable else plain

    def supportedDropActions(self) -> Qt.DropAction:
        """A copy: after a move the view would take the line out by itself (Qt)."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Lines of this list only (Qt)."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The candidacy that is dragged (Qt)."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, QByteArray(self._rows[indexes[0].row()].candidacy.encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Wish the dragged passage before the line it is dropped on (Qt)."""
        del action, column
        if not data.hasFormat(MIME):
            return False
        candidacy = bytes(data.data(MIME).data()).decode()
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        former = self._rows[self.row_of(candidacy)].number - 1
        place = sum(bool(each.candidacy) for each in self._rows[:before])
        place -= place > former
        if place != former:
            self.move_wished.emit(candidacy, place)
        return True
