"""Who still owes what: jurors by candidacies, each square with a sign; and the same summed per passage or per juror."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState
from jury_desk.services.scoring import Completeness
from jury_desk.services.sheets import OUT
from jury_desk.ui import theme

Index = QModelIndex | QPersistentModelIndex

NOTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SHARE_ROLE = NOTE_ROLE + 1

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class CompletenessModel(QAbstractTableModel):
    """One square per sheet that a voting juror owes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jurors: list[str] = []
        self._candidacies: list[str] = []
        self._names: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._sheets: dict[tuple[str, str], Completeness] = {}

    @property
    def jurors(self) -> Sequence[str]:
        """The ids of the rows."""
        return tuple(self._jurors)

    @property
    def candidacies(self) -> Sequence[str]:
        """The ids of the columns."""
        return tuple(self._candidacies)

    def set_sheets(self, records: Records, sheets: Sequence[Completeness]) -> None:
        """Show these sheets; where jurors and candidacies are the same as before, only changed squares are drawn."""
        jurors = list(dict.fromkeys(sheet.juror for sheet in sheets))
        candidacies = list(dict.fromkeys(sheet.candidacy for sheet in sheets))
        found = {(sheet.juror, sheet.candidacy): sheet for sheet in sheets}
        if (jurors, candidacies) == (self._jurors, self._candidacies):
            changed = [key for key, sheet in found.items() if self._sheets.get(key) != sheet]
            self._sheets = found
            for juror, candidacy in changed:
                index = self.index(jurors.index(juror), candidacies.index(candidacy))
                self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self._jurors, self._candidacies, self._sheets = jurors, candidacies, found
        self._names = {juror: records.need(Juror, juror).name for juror in jurors}
        self._titles = {candidacy: records.need(Candidacy, candidacy).title for candidacy in candidacies}
        self.endResetModel()

    def sheet(self, index: Index) -> Completeness | None:
        """The sheet a square stands for."""
        return self._sheets.get((self._jurors[index.row()], self._candidacies[index.column()]))

    def _sign(self, sheet: Completeness) -> str:
        if sheet.state is MarkState.RECUSED:
            return self.tr("R", "recused, one letter")
        if sheet.state is MarkState.ABSENT:
            return self.tr("A", "absent, one letter")
        if sheet.state is MarkState.ABSTAINED:
            return self.tr("X", "abstained, one letter")
        return "✓" if sheet.complete else str(sheet.given) if sheet.given else "–"

    def _says(self, sheet: Completeness) -> str:
        states = {
            MarkState.RECUSED: self.tr("recused"),
            MarkState.ABSENT: self.tr("absent"),
            MarkState.ABSTAINED: self.tr("abstained"),
        }
        told = states.get(sheet.state) or (
            self.tr("complete")
            if sheet.complete
            else self.tr("{given} of {owed} marks").format(given=sheet.given, owed=sheet.owed)
        )
        return f"{self._names[sheet.juror]}, {self._titles[sheet.candidacy]}, {told}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """The jurors (Qt)."""
        return 0 if parent.isValid() else len(self._jurors)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """The candidacies (Qt)."""
        return 0 if parent.isValid() else len(self._candidacies)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The sign of a square, its colours, and its words (Qt)."""
        sheet = self.sheet(index) if index.isValid() else None
        if sheet is None:
            return None
        if role == _DISPLAY:
            return self._sign(sheet)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._says(sheet)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.color(_ink(sheet))
        if role == Qt.ItemDataRole.BackgroundRole:
            return _ground(sheet)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Names before the rows, numbers of passage over the columns (Qt)."""
        across = orientation is Qt.Orientation.Horizontal
        ids = self._candidacies if across else self._jurors
        if not 0 <= section < len(ids):
            return None
        if role == _DISPLAY:
            return str(section + 1) if across else self._names[ids[section]]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._titles[ids[section]] if across else self._names[ids[section]]
        return None


class ProgressModel(QAbstractListModel):
    """One line per passage, or per juror: its name, how many of its sheets are done, and their share."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []

    @property
    def ids(self) -> Sequence[str]:
        """What the lines stand for."""
        return tuple(line.id for line in self._lines)

    def show_passages(self, records: Records, sheets: Sequence[Completeness], order: Sequence[str]) -> None:
        """One line per candidacy, in the order of passage, numbered."""
        titles = {each: records.need(Candidacy, each).title for each in order}
        self._set(order, sheets, lambda sheet: sheet.candidacy, titles, numbered=True)

    def show_jurors(self, records: Records, sheets: Sequence[Completeness], order: Sequence[str]) -> None:
        """One line per juror, in the order of the panel."""
        names = {each: records.need(Juror, each).name for each in order}
        self._set(order, sheets, lambda sheet: sheet.juror, names, numbered=False)

    def _set(
        self,
        order: Sequence[str],
        sheets: Sequence[Completeness],
        key: Callable[[Completeness], str],
        names: dict[str, str],
        *,
        numbered: bool,
    ) -> None:
        done: dict[str, list[Completeness]] = {each: [] for each in order}
        for sheet in sheets:
            done.setdefault(key(sheet), []).append(sheet)
        lines = [
            _Line(each, f"{position}   {names[each]}" if numbered else names[each], tuple(done[each]))
            for position, each in enumerate(order, 1)
        ]
        if [line.id for line in lines] != [line.id for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        for position, line in enumerate(lines):
            if line != self._lines[position]:
                self._lines[position] = line
                self.dataChanged.emit(self.index(position), self.index(position))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """How many lines there are (Qt)."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The name, the count and the share of a line (Qt)."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (_DISPLAY, Qt.ItemDataRole.ToolTipRole):
            return line.name
        if role == NOTE_ROLE:
            return f"{line.done}/{len(line.sheets)}" if line.sheets else ""
        if role == SHARE_ROLE:
            return line.share
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.tr("{done} of {all} sheets complete").format(done=line.done, all=len(line.sheets))
            return f"{line.name}, {told}"
        return None


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    name: str
    sheets: tuple[Completeness, ...]

    @property
    def done(self) -> int:
        return sum(sheet.complete for sheet in self.sheets)

    @property
    def share(self) -> float:
        """How much of what is owed is there; a sheet that owes nothing is all there."""
        owed = sum(sheet.owed for sheet in self.sheets)
        given = sum(sheet.owed if sheet.complete else sheet.given for sheet in self.sheets)
        return given / owed if owed else 0.0


def _ink(sheet: Completeness) -> str:
    if sheet.state in OUT:
        return "muted"
    return "good" if sheet.complete else "attention" if sheet.given else "muted"


def _ground(sheet: Completeness) -> QBrush | None:
    if sheet.state in OUT:
        return QBrush(theme.color("line"), Qt.BrushStyle.BDiagPattern)
    return QBrush(theme.color("accent_ground")) if sheet.complete else None
