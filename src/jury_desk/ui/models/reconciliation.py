"""What came back from the jurors, as two tables: jurors by candidacies with counts, and every value to decide on."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror
from jury_desk.domain.records import Records
from jury_desk.domain.rules import Rules
from jury_desk.resources import phrases
from jury_desk.services.reconciling import CAN_BE_TAKEN, TAKEN_BY_DEFAULT, BookFindings, Finding, Kind, Reconciliation
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SIGNS = {Kind.NEW: "+", Kind.CHANGED: "≠", Kind.CONFLICT: "⇄", Kind.CLEARED: "∅", Kind.REFUSED: "!", Kind.LOCKED: "!"}
_INKS = {
    Kind.NEW: "good",
    Kind.CHANGED: "accent",
    Kind.CONFLICT: "attention",
    Kind.CLEARED: "attention",
    Kind.REFUSED: "bad",
    Kind.LOCKED: "bad",
}
_WORST_FIRST = (Kind.REFUSED, Kind.LOCKED, Kind.CONFLICT, Kind.CLEARED, Kind.CHANGED, Kind.NEW)
_FILE_COLUMN = 1


class BooksModel(QAbstractTableModel):
    """One row per file: its juror, its name, then a square per candidacy that says what is in it.

    Files of which nothing is taken come first: they are what is to be seen to.
    """

    def __init__(
        self,
        found: Reconciliation,
        records: Records,
        candidacies: Sequence[str],
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._books = sorted(found.books, key=lambda book: book.problem is None)
        self._candidacies = list(candidacies)
        self._records = records
        self._language = language

    @property
    def books(self) -> Sequence[BookFindings]:
        """The files, row by row."""
        return tuple(self._books)

    def square(self, index: Index) -> tuple[str, str]:
        """Juror and candidacy of a square; an empty candidacy for the whole file."""
        column = index.column() - _FILE_COLUMN - 1
        return self._books[index.row()].juror, self._candidacies[column] if column >= 0 else ""

    def _kinds(self, row: int, column: int) -> Counter[Kind]:
        candidacy = self._candidacies[column - _FILE_COLUMN - 1]
        return Counter(each.kind for each in self._books[row].findings if each.candidacy == candidacy)

    def _text(self, row: int, column: int) -> str:
        book = self._books[row]
        if column == 0:
            juror = self._records.get(Juror, book.juror)
            return juror.name if juror else "–"
        if column == _FILE_COLUMN:
            return book.path.name
        if book.problem:
            return ""
        kinds = self._kinds(row, column)
        told = [f"{_SIGNS[kind]}{kinds[kind]}" for kind in _WORST_FIRST if kinds[kind]]
        return " ".join(told) if told else "✓" if kinds else "–"

    def _says(self, row: int, column: int) -> str:
        book = self._books[row]
        if book.problem:
            return f"{self._text(row, 0)}, {self.problem(book)}"
        if column <= _FILE_COLUMN:
            return self._text(row, column)
        kinds = self._kinds(row, column)
        words = phrases("grids", self._language)["kinds"]
        told = ", ".join(f"{words[kind.value]} {count}" for kind, count in kinds.items()) or "–"
        title = self._records.need(Candidacy, self._candidacies[column - _FILE_COLUMN - 1]).title
        return f"{self._text(row, 0)}, {title}, {told}"

    def problem(self, book: BookFindings) -> str:
        """Why nothing of a file is taken."""
        if book.problem is None:
            return ""
        sentence: str = phrases("grids", self._language)["problems"][book.problem.value]
        # The folder it lies in would take the place of the reason.
        return sentence.format(detail=book.detail).replace(str(book.path), book.path.name)

    def _ink(self, row: int, column: int) -> str:
        if self._books[row].problem:
            return "bad"
        if column <= _FILE_COLUMN:
            return "text" if column == 0 else "muted"
        kinds = self._kinds(row, column)
        return next((_INKS[kind] for kind in _WORST_FIRST if kinds[kind]), "muted")

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """The files (Qt)."""
        return 0 if parent.isValid() else len(self._books)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """Juror, file, and the candidacies (Qt)."""
        return 0 if parent.isValid() else _FILE_COLUMN + 1 + len(self._candidacies)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a square shows (Qt)."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                book = self._books[row]
                return self.problem(book) if book.problem and column == _FILE_COLUMN + 1 else self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._says(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return theme.color(self._ink(row, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                whole = column <= _FILE_COLUMN or self._books[row].problem
                return _LEFT if whole else _CENTRE
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Numbers of passage over the squares, the title for who asks (Qt)."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        number_of = section - _FILE_COLUMN
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if number_of <= 0 else _CENTRE
        if number_of <= 0:
            heads = (self.tr("Juror"), self.tr("File"))
            return heads[section] if role == _DISPLAY else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._records.need(Candidacy, self._candidacies[number_of - 1]).title
        return str(number_of) if role == _DISPLAY else None


class FindingsModel(QAbstractTableModel):
    """Every value that came back and is not what the file holds already, each to be taken or left.

    Signals:
        choice_changed: something was ticked or unticked.
    """

    choice_changed = Signal()

    def __init__(
        self, found: Reconciliation, records: Records, rules: Rules, language: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._all = [each for each in found.findings if each.kind is not Kind.UNCHANGED]
        self._shown = list(self._all)
        self._taken = {id(each) for each in self._all if each.kind in TAKEN_BY_DEFAULT}
        self._rules, self._records, self._language = rules, records, language

    @property
    def chosen(self) -> list[Finding]:
        """What is to be taken."""
        return [each for each in self._all if id(each) in self._taken]

    def show_square(self, juror: str, candidacy: str) -> None:
        """Show what belongs to a juror, and to a candidacy where one is named; all of it for empty names."""
        self.beginResetModel()
        self._shown = [
            each
            for each in self._all
            if (not juror or each.juror == juror) and (not candidacy or each.candidacy == candidacy)
        ]
        self.endResetModel()

    def _cell(self, finding: Finding, column: int) -> str:
        if column == 0:
            return self._records.need(Juror, finding.juror).name
        if column == 1:
            return self._records.need(Candidacy, finding.candidacy).title
        if column == 2:
            return self._about(finding)
        if column == 3:
            return _shown(finding, finding.before)
        if column == 4:
            return _shown(finding, finding.after)
        word: str = phrases("grids", self._language)["kinds"][finding.kind.value]
        return f"{word} – {finding.reason}" if finding.reason else word

    def _about(self, finding: Finding) -> str:
        criterion = self._rules.criterion(finding.criterion)
        if criterion:
            return criterion.name
        return self.tr("Comment") if finding.comment is not None else self.tr("Situation")

    def _toggle(self, finding: Finding) -> None:
        self._taken ^= {id(finding)}
        self.choice_changed.emit()

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """The values shown (Qt)."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """Whose, on what, where, before, after, and what it is (Qt)."""
        return 0 if parent.isValid() else 6

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows (Qt)."""
        if not index.isValid():
            return None
        finding, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(finding, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == 0 and finding.kind in CAN_BE_TAKEN:
            return Qt.CheckState.Checked if id(finding) in self._taken else Qt.CheckState.Unchecked
        looks: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.AccessibleTextRole: lambda: ", ".join(self._cell(finding, at) or "–" for at in range(6)),
            Qt.ItemDataRole.ForegroundRole: lambda: theme.color(_INKS[finding.kind] if column == 5 else "text"),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _CENTRE if column in (3, 4) else _LEFT,
        }
        answer = looks.get(role)
        return answer() if answer else None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Take or leave a value (Qt)."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        finding = self._shown[index.row()]
        if finding.kind not in CAN_BE_TAKEN:
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        if wanted is not (id(finding) in self._taken):
            self._toggle(finding)
            self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be taken can be ticked (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticked = index.column() == 0 and self._shown[index.row()].kind in CAN_BE_TAKEN
        return plain | Qt.ItemFlag.ItemIsUserCheckable if ticked else plain

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """What the columns are (Qt)."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 6:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if section in (3, 4) else _LEFT
        heads = (
            self.tr("Juror"),
            self.tr("Project"),
            self.tr("Criterion"),
            self.tr("On file"),
            self.tr("Workbook"),
            self.tr("What it is"),
        )
        return heads[section] if role == _DISPLAY else None


def _shown(finding: Finding, text: str) -> str:
    return (number(text) if finding.criterion and not finding.on_comment else text) or "–"
