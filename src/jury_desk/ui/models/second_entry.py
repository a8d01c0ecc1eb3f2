"""The grid of the second entry: the same sheets, their marks out of sight, compared as they are typed again.

A value that differs stops without saying what the first one was: read the paper, type again. The same differing value a
second time asks for the reason, and corrects the first entry. A sheet typed twice the same is verified at once.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QObject, Qt

from jury_desk.domain.exact import exact_text
from jury_desk.domain.scoring import MarkState, SheetState
from jury_desk.services.scoring import Cell, mark_at
from jury_desk.services.second_entry import agrees, correct_first, verify_sheet
from jury_desk.services.settling import SheetPlace
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.models.scoresheet import Asked, Index, ScoresheetModel
from jury_desk.ui.models.sheet_grid import Place, RowKind
from jury_desk.ui.operations import Operations

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)


class SecondEntryModel(ScoresheetModel):
    """What the second person types, kept only as long as the sheet is not verified.

    Attributes:
        by: who types.
    """

    blind = True

    def __init__(self, operations: Operations, stage_id: str, by: str, parent: QObject | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self.by = by
        self._typed: dict[Cell, Fraction] = {}
        self._doubted: dict[Cell, Fraction] = {}
        self.words.results_hidden = True

    @property
    def typed_again(self) -> dict[Cell, Fraction]:
        """What was typed so far on sheets that are not verified yet."""
        return dict(self._typed)

    def recall(self, typed: Mapping[Cell, Fraction]) -> None:
        """Go on with what was typed before the window was built anew."""
        self.beginResetModel()
        self._typed = dict(typed)
        self.endResetModel()

    def is_open(self, row: int) -> bool:
        """Whether the sheet of a row can be typed a second time: all its marks are given, and it is not verified."""
        if self.grid.rows[row].kind not in (RowKind.VOTING, RowKind.ADVISORY):
            return False
        given, owed = self.grid.given(row)
        return given == owed and self.grid.sheet(row).state is not SheetState.VERIFIED

    def doubt(self, index: Index, text: str) -> None:
        """A value was refused because it differs: the same once more means that the paper says so."""
        if self.is_mark_cell(index) and not super().judge(index, text):
            value = self._value(index, text)
            if value is not None:
                self._doubted[self.grid.cell(index.row(), index.column())] = value

    # The first entry's model, otherwise

    def show_results(self, *, shown: bool) -> None:
        """Totals and means would give the first entry away."""
        del shown

    def is_mark_cell(self, index: Index) -> bool:
        """Only the marks of open sheets are typed again."""
        return super().is_mark_cell(index) and self.is_open(index.row())

    def is_owed(self, index: Index) -> bool:
        """Every sheet is alike: the way from one just verified, too, leads on to the next."""
        return super().is_mark_cell(index)

    def is_missing(self, index: Index) -> bool:
        """Whether a mark is still to be typed again there."""
        return self.is_mark_cell(index) and self.grid.cell(index.row(), index.column()) not in self._typed

    def missing(self) -> int:
        """How many marks are still to be typed again."""
        rows = [row for row in range(self.rowCount()) if self.is_open(row)]
        cells = [self.grid.cell(row, column) for row in rows for column in self.grid.mark_columns(row)]
        return sum(cell not in self._typed for cell in cells)

    def lock_sentence(self, index: Index) -> str:
        """Why a sheet is not to be typed again."""
        row = index.row()
        if super().lock_sentence(index):
            return super().lock_sentence(index)
        if self.grid.sheet(row).state is SheetState.VERIFIED:
            return self.tr("This sheet was typed twice already, the same.")
        return "" if self.is_open(row) else self.tr("The first entry of this sheet is not complete yet.")

    def judge(self, index: Index, text: str) -> str:
        """The first time a value differs, it is refused; what the first entry says stays untold."""
        if refusal := super().judge(index, text):
            return refusal
        value, cell = self._value(index, text), self.grid.cell(index.row(), index.column())
        if value is None:
            return self.tr("Type the mark that stands on the paper; an empty cell is not compared.")
        if agrees(self._operations.records, self._stage, cell, value) or self._doubted.get(cell) == value:
            return ""
        return self.tr("Not what the first entry says. Read the paper again, then type what it says.")

    def asks(self, index: Index, text: str, comment: str | None = None) -> Asked | None:
        """A value confirmed against the first entry needs its reason."""
        asked = super().asks(index, text, comment)
        value, cell = self._value(index, text), self.grid.cell(index.row(), index.column())
        if asked is Asked.COMMENT or value is None:
            return asked
        return None if agrees(self._operations.records, self._stage, cell, value) else Asked.REASON

    def why(self) -> str:
        """What is asked before the first entry is corrected."""
        return self.tr("The second entry differs from the first, twice: what happened?")

    def stored_text(self, index: Index) -> str:
        """What the first entry says, once it has to be told."""
        return self._figure(
            mark_at(self._operations.records, self._stage, self.grid.cell(index.row(), index.column())).value
        )

    def record(self, index: Index, text: str, *, comment: str | None = None, reason: str = "") -> bool:
        """Take a typed value: it agrees, or it corrects the first entry."""
        cell = self.grid.cell(index.row(), index.column())
        mark = self._read(index, text, comment)
        if mark.value is None:
            return False
        if not agrees(self._operations.records, self._stage, cell, mark.value):
            file, stage = self._operations.file, self._stage
            done = self._run(lambda: correct_first(file, stage, cell, mark, reason=reason))
            if done is None:
                return False
            self._after(done, {cell.candidacy})
        self._typed[cell] = mark.value
        self._doubted.pop(cell, None)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1))
        return self._verify_when_done(index.row())

    def clear(self, indexes: Iterable[Index], reason: str = "") -> bool:
        """Forget what was typed a second time; the first entry stays."""
        del reason
        for index in indexes:
            if self.is_mark_cell(index):
                self._typed.pop(self.grid.cell(index.row(), index.column()), None)
                self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1))
        return True

    def set_state(self, row: int, state: MarkState, reason: str = "") -> bool:
        """States belong to the first entry."""
        del row, state, reason
        return False

    def enter(self, texts: Mapping[Place, str]) -> bool:
        """Nothing is pasted: a second entry is typed."""
        del texts
        return False

    def needs_reason(self, rows: Iterable[int]) -> bool:
        """Nothing of the first entry changes but by a correction, which asks by itself."""
        del rows
        return False

    def _verify_when_done(self, row: int) -> bool:
        typed = {self.criteria[at].id: self._typed.get(self.grid.cell(row, at)) for at in self.grid.mark_columns(row)}
        complete = {id_: value for id_, value in typed.items() if value is not None}
        if len(complete) < len(typed):
            return True
        sheet = self.grid.rows[row]
        place = SheetPlace(sheet.candidacy, sheet.juror)
        file, stage, by = self._operations.file, self._stage, self.by
        changes = self._run(lambda: verify_sheet(file, stage, place, complete, by=by))
        return self._after(changes, {sheet.candidacy})

    def _value(self, index: Index, text: str) -> Fraction | None:
        if not text.strip():
            return None
        return self._read(index, text, self.grid.mark(index.row(), index.column()).comment or "-").value

    @staticmethod
    def _figure(value: Fraction | None) -> str:
        return "" if value is None else number(exact_text(value))

    # Qt

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Compare what was typed (Qt)."""
        text = str(value)
        if role != _EDIT or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        if self.judge(index, text) or self.must_ask(index, text):
            return False
        return self.record(index, text)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Marks of open sheets can be typed (Qt)."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if self.is_mark_cell(index) else plain

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Only what was typed a second time; verified sheets are no secret any more (Qt)."""
        if not index.isValid() or not self.is_mark_cell(index):
            return self._beside(index, role)
        typed = self._typed.get(self.grid.cell(index.row(), index.column()))
        if role in (_DISPLAY, _EDIT):
            return self._figure(typed)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.words.cell_name(index.row(), index.column())
            shown = self._figure(typed) or self.tr("to be typed again")
            return f"{name}, {self.words.on_scale(shown, index.column())}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return None
        return super().data(index, role)

    def _is_unfinished(self, row: int) -> bool:
        """Whether a sheet will be typed a second time once its first entry is complete: till then it tells nothing."""
        verified = self.grid.sheet(row).state is SheetState.VERIFIED
        juror = self.grid.rows[row].kind in (RowKind.VOTING, RowKind.ADVISORY)
        return juror and not verified and not self.grid.is_out(row) and not self.is_open(row)

    def _beside(self, index: Index, role: int) -> Any:
        """What stands beside the marks: how far the second entry of a sheet is."""
        if super().is_mark_cell(index) and self._is_unfinished(index.row()):
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.words.cell_name(index.row(), index.column())}, {self.lock_sentence(index)}"
            if role in (_DISPLAY, _EDIT):
                return ""
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
                return None
        at_end = index.isValid() and index.column() > self.total_column
        if at_end and role in (_DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole)) and self.is_open(index.row()):
            columns = self.grid.mark_columns(index.row())
            typed = sum(self.grid.cell(index.row(), at) in self._typed for at in columns)
            told = f"{typed}/{len(columns)}"
            return told if role == _DISPLAY else f"{self.words.row_title(index.row())}, {told}"
        if at_end and role == Qt.ItemDataRole.ForegroundRole and self.is_open(index.row()):
            return theme.color("muted")
        return super().data(index, role)
