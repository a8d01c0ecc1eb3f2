"""The candidacies of a stage in their order of passage; moved by rows, by dragging or by the keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.services.drafting import moved
from jury_desk.services.preparation import entries, set_entries, withdrawn
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-jury-desk-passage"

POSITION, TITLE, HOLDERS, SERVICE = range(4)

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PassagesModel(QAbstractTableModel):
    """One row per passage."""

    def __init__(self, operations: Operations, stage_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._candidacies: list[Candidacy] = []
        self._joined: set[str] = set()
        self._withdrawn: frozenset[str] = frozenset()
        self.refresh()

    @property
    def ids(self) -> list[str]:
        """The candidacies, in the order of passage."""
        return [each.id for each in self._candidacies]

    def refresh(self) -> None:
        """Read the order again."""
        records = self._operations.records
        found = [records.need(Candidacy, entry.candidacy) for entry in entries(records, self._stage)]
        changes = records.within(ListChange, self._stage)
        joined = {change.candidacy for change in changes if change.kind is ListChangeKind.JOINED}
        gone = withdrawn(records, self._stage)
        if (found, joined, gone) != (self._candidacies, self._joined, self._withdrawn):
            self.beginResetModel()
            self._candidacies, self._joined, self._withdrawn = found, joined, gone
            self.endResetModel()

    def candidacy(self, row: int) -> Candidacy:
        """The candidacy of a row."""
        return self._candidacies[row]

    def has_withdrawn(self, row: int) -> bool:
        """Whether the candidacy of a row has withdrawn."""
        return self._candidacies[row].id in self._withdrawn

    def set_order(self, ids: Sequence[str]) -> bool:
        """Make these the passages, in this order."""
        changes = self._operations.run(lambda: set_entries(self._operations.file, self._stage, ids), self)
        self.refresh()
        return changes is not None

    def move(self, row: int, by: int) -> int:
        """Move a passage up (negative) or down; give back where it now is: where it was, when it may not move."""
        target = min(max(row + by, 0), len(self._candidacies) - 1)
        below = target + (1 if target > row else 0)
        if 0 <= row < len(self._candidacies) and self.moveRows(QModelIndex(), row, 1, QModelIndex(), below):
            return target
        return row

    def remove(self, row: int) -> bool:
        """Take a passage out."""
        return 0 <= row < len(self._candidacies) and self.set_order(
            [each for at, each in enumerate(self.ids) if at != row]
        )

    def _text(self, candidacy: Candidacy, at: int, column: int) -> str:
        return (str(at + 1), self._title(candidacy), candidacy.carried_by, candidacy.service)[column]

    def _title(self, candidacy: Candidacy) -> str:
        if candidacy.id in self._withdrawn:
            return self.tr("{title} – withdrawn").format(title=candidacy.title)
        if candidacy.id in self._joined:
            return self.tr("{title} – joined late").format(title=candidacy.title)
        return candidacy.title

    def _titles(self) -> Sequence[str]:
        return ("", self.tr("Project"), self.tr("Holders"), self.tr("Service"))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """How many passages there are (Qt)."""
        return 0 if parent.isValid() else len(self._candidacies)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """Number, project, holders, service (Qt)."""
        return 0 if parent.isValid() else SERVICE + 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows, in one role (Qt)."""
        if not index.isValid():
            return None
        candidacy = self._candidacies[index.row()]
        if role in (_DISPLAY, Qt.ItemDataRole.ToolTipRole):
            return self._text(candidacy, index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.tr("passage {number}: {title}").format(number=index.row() + 1, title=self._title(candidacy))
            detail = self._text(candidacy, index.row(), index.column())
            return told if index.column() in (POSITION, TITLE) else f"{told}, {detail}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == POSITION else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            taking_part = candidacy.id not in self._withdrawn
            return theme.color("text" if index.column() == TITLE and taking_part else "muted")
        return theme.font(bold=True) if role == Qt.ItemDataRole.FontRole and index.column() == TITLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The titles of the columns (Qt)."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= SERVICE:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._titles()[section] or self.tr("Order of passage")
        if role == _DISPLAY:
            return self._titles()[section]
        return _LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be dragged, and dropped between rows (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def moveRows(self, source: Index, row: int, count: int, target: Index, before: int) -> bool:
        """Move one passage before another row (Qt)."""
        unmoved = before in (row, row + 1)
        if count != 1 or unmoved or not self.beginMoveRows(source, row, row, target, before):
            return False
        former = self._candidacies
        to = before - 1 if before > row else before
        self._candidacies = moved(former, row, to - row)
        self.endMoveRows()
        self.dataChanged.emit(self.index(0, 0), self.index(len(former) - 1, SERVICE))
        order = self.ids
        done = self._operations.run(lambda: set_entries(self._operations.file, self._stage, order), self)
        if done is None:
            self.refresh()
        return done is not None

    def supportedDropActions(self) -> Qt.DropAction:
        """A copy: after a move the view would take the source out a second time (Qt)."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Rows of this table only (Qt)."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged (Qt)."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, QByteArray(str(indexes[0].row()).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Put the dragged row before the one it is dropped on (Qt)."""
        del action, column
        if not data.hasFormat(MIME):
            return False
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self._candidacies)
        return self.moveRows(QModelIndex(), int(bytes(data.data(MIME).data()).decode()), 1, QModelIndex(), before)
