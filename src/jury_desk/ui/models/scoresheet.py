"""The grid of marks as Qt's views see it, and the acts that its keys stand for.

The columns are the criteria, then the sheet's total, then how far the sheet is. A keystroke reads again the one
candidacy that it has touched.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from jury_desk.domain.errors import CommentMissing, DomainError, SheetSettled
from jury_desk.domain.exact import exact_text
from jury_desk.domain.keypad import Typed, typed
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.changes import ChangeSet
from jury_desk.services.explaining import explain
from jury_desk.services.explanation_words import ExplanationText
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.scoring import Cell, clear_cells, mark_at, read_mark, record_marks, record_sheet_state, sheet_of
from jury_desk.services.settling import SheetPlace, record_comment
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.models.sheet_grid import Place, RowKind, SheetGrid, SheetRow
from jury_desk.ui.models.sheet_words import SheetWords
from jury_desk.ui.operations import Operations

Index = QModelIndex | QPersistentModelIndex
COMMENT_ROLE = int(Qt.ItemDataRole.UserRole) + 11
"""Whether somebody has written something about the mark."""

SHORT_ROLE = int(Qt.ItemDataRole.UserRole) + 12
"""What stands over a column that is too narrow for its name."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SAYING = frozenset(
    (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole)
)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OPEN = _PLAIN | Qt.ItemFlag.ItemIsEditable
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Asked(Enum):
    """What must be said before a mark is recorded."""

    COMMENT = auto()
    """Its criterion asks for a comment with such a mark."""
    REASON = auto()
    """Its sheet is declared final."""


class ScoresheetModel(QAbstractTableModel):
    """The editable grid.

    Attributes:
        blind: whether marks are typed without seeing anything that is on file: a second entry.
        just_completed: whether the last act gave the last mark that was missing here.

    Signals:
        marks_recorded: the ids of the candidacies whose marks an act of this grid has just changed.
        entries_refused: how many of the pasted or filled values are no marks, and the reason of the first.
    """

    blind = False
    marks_recorded = Signal(object)
    entries_refused = Signal(int, str)

    def __init__(self, operations: Operations, stage_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._refused: dict[Place, tuple[str, str]] = {}
        self._missing = 0
        self.just_completed = False
        self.grid = SheetGrid(operations.records, stage_id)
        self.words = SheetWords(self.grid, operations.records, self)

    # What it shows

    def show_passage(self, candidacy: str) -> None:
        """Show every juror's sheet on one candidacy."""
        self._load(candidacy=candidacy)

    def show_juror(self, juror: str) -> None:
        """Show one juror's sheets, in the order of passage."""
        self._load(juror=juror)

    def refresh(self) -> None:
        """Read everything again."""
        self._load(candidacy=self.grid.candidacy, juror=self.grid.juror)

    def refresh_candidacies(self, candidacies: Iterable[str]) -> None:
        """Read again what has to do with those candidacies."""
        for place in self.grid.reload(candidacies):
            self._tell_changed(place)
        # Of one act this can be called twice, by who shows it and by the act itself.
        former, self._missing = self._missing, self.missing()
        if former or self._missing:
            self.just_completed = not self._missing

    def show_results(self, *, shown: bool) -> None:
        """Show totals and means, or keep them from a screen that others see."""
        if self.words.results_hidden is shown:
            self.words.results_hidden = not shown
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The columns that hold marks."""
        return self.grid.criteria

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """What the rows stand for."""
        return tuple(self.grid.rows)

    @property
    def total_column(self) -> int:
        """The column of the totals; the one after it says how far each sheet is."""
        return len(self.criteria)

    def is_mark_cell(self, index: Index) -> bool:
        """Whether a mark belongs there, given or not."""
        return index.isValid() and self.grid.is_mark(index.row(), index.column())

    def lock_sentence(self, index: Index) -> str:
        """Why nothing can be typed in a mark cell; empty when something can."""
        return self.words.lock_sentence(index.row())

    def refused(self, index: Index) -> tuple[str, str]:
        """What was pasted into a cell and is no mark, and why; empty texts for nothing."""
        return self._refused.get((index.row(), index.column()), ("", ""))

    def comment(self, index: Index) -> str:
        """What is written about the mark of a cell."""
        return self.grid.mark(index.row(), index.column()).comment if self.is_mark_cell(index) else ""

    def sheet_comment(self, place: SheetPlace) -> str:
        """What is written about a sheet, or about a candidacy as a whole."""
        return sheet_of(self._operations.records, self._stage, place.candidacy, place.juror).comment

    def is_owed(self, index: Index) -> bool:
        """Whether somebody waits for the mark of a cell, given or not."""
        return self.is_mark_cell(index) and self.grid.is_owed(index.row())

    def is_missing(self, index: Index) -> bool:
        """Whether a mark is still to be typed there."""
        return index.isValid() and self.grid.is_missing(index.row(), index.column())

    def first_missing(self) -> QModelIndex | None:
        """The first cell whose mark is still to be typed, sheet by sheet."""
        places = ((row, column) for row in range(self.rowCount()) for column in self.grid.mark_columns(row))
        cells = (self.index(*place) for place in places)
        return next((index for index in cells if self.is_missing(index)), None)

    def missing(self) -> int:
        """How many marks are still to be typed."""
        return self.grid.missing

    def next_blank(self, row: int) -> QModelIndex:
        """The first cell of a row that still misses its mark."""
        return self.index(row, self.grid.first_blank(row))

    def place_of(self, candidacy: str, juror: str, criterion: str) -> Place | None:
        """Where a mark stands in this grid; ``None`` for one that it does not show."""
        row = self.grid.row_of(candidacy, juror)
        column = next((at for at, each in enumerate(self.criteria) if each.id == criterion), -1)
        return (row, column) if row >= 0 and column >= 0 else None

    def _load(self, *, candidacy: str = "", juror: str = "") -> None:
        self.beginResetModel()
        self._refused = {}
        self.grid.load(candidacy=candidacy, juror=juror)
        self._missing, self.just_completed = self.missing(), False
        self.endResetModel()

    # What can be typed

    def judge(self, index: Index, text: str) -> str:
        """Why ``text`` is no mark of that cell, in one sentence; empty when it is one."""
        try:
            self._read(index, text)
        except CommentMissing:
            return ""
        except DomainError as error:
            return self._sentence(error)
        return ""

    def asks(self, index: Index, text: str, comment: str | None = None) -> Asked | None:
        """What must be said before a mark is recorded, given the comment it has or gets."""
        try:
            mark = self._read(index, text, comment)
        except CommentMissing:
            return Asked.COMMENT
        except DomainError:
            return None
        unchanged = mark == self.grid.mark(index.row(), index.column())
        return Asked.REASON if self.grid.sheet(index.row()).settled and not unchanged else None

    def must_ask(self, index: Index, text: str) -> bool:
        """Whether something must be said before a mark is recorded."""
        return self.asks(index, text) is not None

    def typed(self, index: Index, text: str) -> Typed:
        """Whether what is typed can still become another mark of that cell."""
        return typed(self.criteria[index.column()].scale, text)

    def why(self) -> str:
        """What is asked before a mark of a final sheet is changed."""
        return self.tr("This sheet is declared final: why the change?")

    def stored_text(self, index: Index) -> str:
        """What the file holds in a cell, as it is typed."""
        return str(index.data(_EDIT) or "")

    def needs_reason(self, rows: Iterable[int]) -> bool:
        """Whether one of these sheets is declared final, so that a change of it needs a reason."""
        return any(self.grid.sheet(row).settled for row in rows)

    # Acts

    def record(self, index: Index, text: str, *, comment: str | None = None, reason: str = "") -> bool:
        """Record one mark, with a comment in place of the one it has and the reason of a correction."""
        mark = self._read(index, text, comment)
        return self._record({self.grid.cell(index.row(), index.column()): mark}, reason)

    def set_state(self, row: int, state: MarkState, reason: str = "") -> bool:
        """Put a whole sheet into a state, or take it out of one with ``BLANK``."""
        sheet = self.grid.rows[row]
        if sheet.kind not in (RowKind.VOTING, RowKind.ADVISORY):
            return False
        file, stage, clock = self._operations.file, self._stage, self._operations.toolbox.clock
        changes = self._run(
            lambda: record_sheet_state(file, stage, sheet.candidacy, sheet.juror, state, reason=reason, clock=clock)
        )
        return self._after(changes, self._shown())

    def clear(self, indexes: Iterable[Index], reason: str = "") -> bool:
        """Take the marks of these cells away; a blank is not a zero. A sheet that owes nothing owes again."""
        chosen = list(indexes)
        places = {(each.row(), each.column()) for each in chosen if self.is_mark_cell(each)}
        for row in {each.row() for each in chosen if self.grid.is_out(each.row())}:
            places |= {(row, column) for column in self.grid.mark_columns(row)}
        self._forget_refused(places)
        if not places:
            return False
        file, stage = self._operations.file, self._stage
        cells = [self.grid.cell(*each) for each in sorted(places)]
        changes = self._run(lambda: clear_cells(file, stage, cells, reason=reason))
        return self._after(changes, self._shown())

    def enter(self, texts: Mapping[Place, str]) -> bool:
        """Record pasted or filled values as one act; what is no mark stays in its cell, struck out, with the reason."""
        marks: dict[Cell, Mark] = {}
        refused: dict[Place, tuple[str, str]] = {}
        for place, text in texts.items():
            index = self.index(*place)
            if sentence := self._refusal(index, text):
                refused[place] = (text.strip(), sentence)
            else:
                marks[self.grid.cell(*place)] = self._read(index, text)
        done = not marks or self._record(marks)
        self._forget_refused(texts)
        self._refused |= refused
        for place in refused:
            self._tell_changed(place)
        if refused:
            row, column = next(iter(refused))
            where = f"{self.words.row_title(row)}, {self.criteria[column].name}"
            self.entries_refused.emit(len(refused), f"{where} – {refused[row, column][1]}")
        return done

    def comment_on_mark(self, cell: Cell, comment: str, reason: str = "") -> bool:
        """Write something about a mark, or take it away."""
        mark = replace(mark_at(self._operations.records, self._stage, cell), comment=comment.strip())
        return self._record({cell: mark}, reason)

    def comment_on_sheet(self, place: SheetPlace, comment: str) -> bool:
        """Write something about a sheet, or about its candidacy as a whole."""
        file, stage = self._operations.file, self._stage
        changes = self._run(lambda: record_comment(file, stage, place, comment))
        return self._after(changes, {place.candidacy})

    def _refusal(self, index: Index, text: str) -> str:
        """Why a pasted value cannot be recorded just so."""
        if sentence := self.lock_sentence(index) or self.judge(index, text):
            return sentence
        match self.asks(index, text):
            case Asked.COMMENT:
                return self._sentence(CommentMissing(self.criteria[index.column()].name))
            case Asked.REASON:
                sheet = self.grid.rows[index.row()]
                title = self.words.title(sheet.candidacy)
                return self._sentence(SheetSettled(self.words.who(index.row()), title))
        return ""

    def _sentence(self, error: DomainError) -> str:
        return refusal_sentence(error, self._operations.messages.language)

    def _read(self, index: Index, text: str, comment: str | None = None) -> Mark:
        kept = self.grid.mark(index.row(), index.column()).comment
        return read_mark(self.criteria[index.column()], text, comment=kept if comment is None else comment)

    def _record(self, marks: Mapping[Cell, Mark], reason: str = "") -> bool:
        file, stage = self._operations.file, self._stage
        changes = self._run(lambda: record_marks(file, stage, marks, reason=reason))
        return self._after(changes, {cell.candidacy for cell in marks})

    def _shown(self) -> set[str]:
        """Every candidacy of the grid: under some rules a juror out of one passage is out of all."""
        return {row.candidacy for row in self.grid.rows}

    def _after(self, changes: ChangeSet | None, candidacies: set[str]) -> bool:
        if changes is None:
            return False
        self.refresh_candidacies(candidacies)
        self.marks_recorded.emit(candidacies)
        return True

    def _run(self, command: Callable[[], ChangeSet]) -> ChangeSet | None:
        self.just_completed = False
        return self._operations.run(command, self)

    def _forget_refused(self, places: Iterable[Place]) -> None:
        for place in places:
            if self._refused.pop(place, None):
                self._tell_changed(place)

    def _tell_changed(self, place: Place) -> None:
        index = self.index(*place)
        self.dataChanged.emit(index, index)

    # Look

    def _says(self, row: int, column: int, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(row, column)
        refused = self._refused.get((row, column))
        if refused:
            return self.words.refusal(*refused)
        explained = self.explained(row, column)
        told = (self.words.remark(row, column), explained.text if explained else "")
        return "\n".join(filter(None, told)) or None

    def explained(self, row: int, column: int) -> ExplanationText | None:
        """Where the computed figure of a cell comes from; nothing without one, or while figures are hidden."""
        figure, operations = self.grid.figure_at(row, column), self._operations
        if figure is None or self.words.results_hidden:
            return None
        return explain(operations.records, self._stage, figure, operations.messages.language)

    def _look(self, index: Index, role: int) -> Any:
        row, column = index.row(), index.column()
        across = self.grid.is_out(row) and column < len(self.criteria)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if across else _CENTRE if column > self.total_column else _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.color(self._ink(row, column))
        if role == Qt.ItemDataRole.BackgroundRole:
            if across:
                return QBrush(theme.color("line"), Qt.BrushStyle.BDiagPattern)
            return QBrush(theme.color("window")) if self.grid.rows[row].kind is RowKind.MEANS else None
        if role == Qt.ItemDataRole.FontRole:
            font = theme.font(bold=column == self.total_column or self.grid.rows[row].kind is RowKind.MEANS)
            font.setStrikeOut((row, column) in self._refused)
            return font
        return None

    def _ink(self, row: int, column: int) -> str:
        if (row, column) in self._refused:
            return "bad"
        if column > self.total_column:
            return "good" if self.words.sheet_text(row).startswith("✓") else "muted"
        if self.grid.rows[row].kind is RowKind.ADVISORY or self.grid.is_out(row):
            return "muted"
        unmarked = self.grid.is_mark(row, column) and self.grid.mark(row, column).value is None
        return "muted" if unmarked else "text"

    def _row_header(self, row: int, role: int) -> Any:
        if not 0 <= row < len(self.grid.rows):
            return None
        kind = self.grid.rows[row].kind
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=kind is RowKind.MEANS)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.color("muted" if kind is RowKind.ADVISORY else "text")
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.color("window") if kind is RowKind.MEANS else None
        names = (_DISPLAY, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self.words.row_title(row) if role in names else None

    def _column_header(self, column: int, role: int) -> Any:
        if not 0 <= column < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if column > self.total_column else _RIGHT
        if role == SHORT_ROLE:
            return self.words.short_title(column)
        title = self.words.column_title(column)
        share = self.words.share(column) if column < len(self.criteria) else ""
        if role == _DISPLAY:
            return f"{title}\n{share}" if share else title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{title}, {share}" if share else title
        return None

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """How many sheets there are (Qt)."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """The criteria, the total and the state of the sheet (Qt)."""
        return 0 if parent.isValid() or not self.criteria else len(self.criteria) + 2

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows, in one role (Qt)."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _DISPLAY:
            return self._refused.get((row, column), (self.words.text(row, column), ""))[0]
        if role == _EDIT:
            value = self.grid.mark(row, column).value
            return "" if value is None else number(exact_text(value))
        if role == COMMENT_ROLE:
            return bool(self.comment(index)) and not self.grid.is_out(row)
        return self._says(row, column, role) if role in _SAYING else self._look(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Criteria with their share over the columns, jurors or passages before the rows (Qt)."""
        across = orientation is Qt.Orientation.Horizontal
        return self._column_header(section, role) if across else self._row_header(section, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A mark cell that is not locked can be edited (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        open_to_marks = self.is_mark_cell(index) and not self.grid.is_locked(index.row())
        return _OPEN if open_to_marks else _PLAIN

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Record what was typed (Qt)."""
        text = str(value)
        if role != _EDIT or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        if self.judge(index, text) or self.must_ask(index, text):
            return False
        place = (index.row(), index.column())
        self._forget_refused([place])
        return self._read(index, text) == self.grid.mark(*place) or self.record(index, text)
