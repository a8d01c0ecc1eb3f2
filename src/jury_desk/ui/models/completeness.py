"""Who still owes what: jurors by candidacies, each square with a sign; and the same summed per passage or per juror."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState
from jury_desk.services.scoring import Completeness, PassageCount
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
        self._passages: list[PassageCount] = []

    @property
    def jurors(self) -> Sequence[str]:
        """The ids of the rows."""
        return tuple(self._jurors)

    @property
    def candidacies(self) -> Sequence[str]:
        """The ids of the columns."""
        return tuple(self._candidacies)

    def set_passages(self, records: Records, passages: Sequence[PassageCount]) -> None:
        """Show these sheets; where jurors and candidacies are the same as before, only changed squares are drawn."""
        candidacies = [each.candidacy for each in passages]
        jurors = [sheet.juror for sheet in passages[0].sheets] if passages else []
        if (jurors, candidacies) == (self._jurors, self._candidacies):
            for column, passage in enumerate(passages):
                if passage is not self._passages[column]:
                    self._redraw(column, passage)
            return
        self.beginResetModel()
        self._jurors, self._candidacies, self._passages = jurors, candidacies, list(passages)
        self._names = {juror: records.need(Juror, juror).name for juror in jurors}
        self._titles = {candidacy: records.need(Candidacy, candidacy).title for candidacy in candidacies}
        self.endResetModel()

    def _redraw(self, column: int, passage: PassageCount) -> None:
        former, self._passages[column] = self._passages[column], passage
        for row, sheet in enumerate(passage.sheets):
            if sheet != former.sheets[row]:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)

    def sheet(self, index: Index) -> Completeness:
        """The sheet a square stands for."""
        return self._passages[index.column()].sheets[index.row()]

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
        if not index.isValid():
            return None
        sheet = self.sheet(index)
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

    def show_passages(self, records: Records, passages: Sequence[PassageCount]) -> None:
        """One line per candidacy, in the order of passage, numbered."""
        self._set(
            [
                self._passage_line(position, each, records.need(Candidacy, each.candidacy).title)
                for position, each in enumerate(passages)
            ]
        )

    def _passage_line(self, position: int, passage: PassageCount, title: str) -> "_Line":
        """The line that is there already, where it would say the same."""
        former = self._lines[position] if position < len(self._lines) else None
        if former is not None and former.sheets is passage.sheets and former.name == title:
            return former
        return _Line(passage.candidacy, title, passage.sheets, f"{position + 1}   ")

    def show_jurors(self, records: Records, passages: Sequence[PassageCount], order: Sequence[str]) -> None:
        """One line per juror, in the order of the panel; an adviser owes no sheet."""
        voting = {sheet.juror: row for row, sheet in enumerate(passages[0].sheets)} if passages else {}
        of_voting = [tuple(each.sheets[row] for each in passages) for row in voting.values()]
        self._set(
            [
                _Line(each, records.need(Juror, each).name, of_voting[voting[each]] if each in voting else ())
                for each in order
            ]
        )

    def name(self, row: int) -> str:
        """The passage or juror of a line, without its number."""
        return self._lines[row].name

    def _set(self, lines: list["_Line"]) -> None:
        if [line.id for line in lines] != [line.id for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        for position, line in enumerate(lines):
            if line is not self._lines[position] and line != self._lines[position]:
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
            return line.number + line.name
        if role == NOTE_ROLE:
            return f"{line.done}/{len(line.sheets)}" if line.sheets else ""
        if role == SHARE_ROLE:
            return line.share
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.tr("{done} of {all} sheets complete").format(done=line.done, all=len(line.sheets))
            return f"{line.number}{line.name}, {told}"
        return None


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    name: str
    sheets: tuple[Completeness, ...]
    number: str = ""

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
