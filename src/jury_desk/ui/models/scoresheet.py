"""The grid of marks as Qt's views see it, and the acts that its keys stand for.

The columns are the criteria, then the sheet's total, then how far the sheet is. A keystroke reads again the one
candidacy that it has touched.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from jury_desk.domain.errors import DomainError
from jury_desk.domain.exact import exact_text
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.scoring import Cell, clear_cells, read_mark, record_marks, record_sheet_state
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.models.sheet_grid import RowKind, SheetGrid, SheetRow
from jury_desk.ui.models.sheet_words import SheetWords
from jury_desk.ui.operations import Operations

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ScoresheetModel(QAbstractTableModel):
    """The editable grid.

    Signals:
        marks_recorded: the ids of the candidacies whose marks an act of this grid has just changed.
        entry_refused: a sentence saying why what was pasted or filled is no mark here.
    """

    marks_recorded = Signal(object)
    entry_refused = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
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
        rows = self.grid.reload(candidacies)
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1))

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

    def next_blank(self, row: int) -> QModelIndex:
        """The first cell of a row that still misses its mark."""
        return self.index(row, self.grid.first_blank(row))

    def _load(self, *, candidacy: str = "", juror: str = "") -> None:
        self.beginResetModel()
        self.grid.load(candidacy=candidacy, juror=juror)
        self.endResetModel()

    # Acts

    def judge(self, index: Index, text: str) -> str:
        """Why ``text`` is no mark of that cell, in one sentence; empty when it is one."""
        try:
            self._read(index, text)
        except DomainError as error:
            return refusal_sentence(error, self._operations.messages.language)
        return ""

    def set_state(self, row: int, state: MarkState, reason: str = "") -> bool:
        """Put a whole sheet into a state, or take it out of one with ``BLANK``."""
        sheet = self.grid.rows[row]
        if sheet.kind not in (RowKind.VOTING, RowKind.ADVISORY):
            return False
        file, stage = self._operations.file, self._stage
        changes = self._operations.run(
            lambda: record_sheet_state(
                file, stage, sheet.candidacy, sheet.juror, state, reason=reason, clock=self._operations.toolbox.clock
            ),
            self,
        )
        return self._after(self._shown()) if changes is not None else False

    def clear(self, indexes: Iterable[Index]) -> bool:
        """Take the marks of these cells away; a blank is not a zero. A sheet that owes nothing owes again."""
        chosen = list(indexes)
        places = {(each.row(), each.column()) for each in chosen if self.is_mark_cell(each)}
        for row in {each.row() for each in chosen if self.grid.is_out(each.row())}:
            places |= {(row, column) for column in self.grid.mark_columns(row)}
        cells = [self.grid.cell(*each) for each in sorted(places)]
        if not cells:
            return False
        changes = self._operations.run(lambda: clear_cells(self._operations.file, self._stage, cells), self)
        return self._after(self._shown()) if changes is not None else False

    def enter(self, texts: Mapping[tuple[int, int], str]) -> bool:
        """Record several pasted or filled marks as one act; one that is no mark keeps them all out, with a sentence."""
        marks: dict[Cell, Mark] = {}
        for (row, column), text in texts.items():
            index = self.index(row, column)
            refusal = self.lock_sentence(index) or self.judge(index, text)
            if refusal:
                self.entry_refused.emit(f"{self.words.cell_name(row, column)} – {refusal}")
                return False
            marks[self.grid.cell(row, column)] = self._read(index, text)
        return self._record(marks)

    def _read(self, index: Index, text: str) -> Mark:
        comment = self.grid.mark(index.row(), index.column()).comment
        return read_mark(self.criteria[index.column()], text, comment=comment)

    def _record(self, marks: Mapping[Cell, Mark]) -> bool:
        changes = self._operations.run(lambda: record_marks(self._operations.file, self._stage, marks), self)
        return self._after({cell.candidacy for cell in marks}) if changes is not None else False

    def _shown(self) -> set[str]:
        """Every candidacy of the grid: under some rules a juror out of one passage is out of all."""
        return {row.candidacy for row in self.grid.rows}

    def _after(self, candidacies: set[str]) -> bool:
        self.refresh_candidacies(candidacies)
        self.marks_recorded.emit(candidacies)
        return True

    # Look

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
            return theme.font(bold=column == self.total_column or self.grid.rows[row].kind is RowKind.MEANS)
        return None

    def _ink(self, row: int, column: int) -> str:
        if column > self.total_column:
            return "good" if self.words.sheet_text(row) == "✓" else "muted"
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
            return self.words.text(row, column)
        if role == _EDIT:
            value = self.grid.mark(row, column).value
            return "" if value is None else number(exact_text(value))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(row, column)
        return self._look(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Criteria with their share over the columns, jurors or passages before the rows (Qt)."""
        across = orientation is Qt.Orientation.Horizontal
        return self._column_header(section, role) if across else self._row_header(section, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A mark cell that is not locked can be edited (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        open_to_marks = self.is_mark_cell(index) and not self.lock_sentence(index)
        return plain | Qt.ItemFlag.ItemIsEditable if open_to_marks else plain

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Record what was typed (Qt)."""
        text = str(value)
        if role != _EDIT or not self.is_mark_cell(index) or self.lock_sentence(index) or self.judge(index, text):
            return False
        mark = self._read(index, text)
        unchanged = mark == self.grid.mark(index.row(), index.column())
        return unchanged or self._record({self.grid.cell(index.row(), index.column()): mark})
