"""The grid of marks: the sheets of one passage, juror by juror, or those of one juror, passage by passage.

A *row* is one juror's sheet on one candidacy (or the values that the secretariat establishes, or the means); its columns
are the criteria, then the sheet's total, then how far the sheet is. The figures come from the services; the model only
keeps what it shows, and reads again the one candidacy that a keystroke has touched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.domain.exact import exact_text
from jury_desk.domain.jury import Juror, Role, Voice
from jury_desk.domain.rubric import Criterion, CriterionKind
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import BLANK, SECRETARIAT, Mark, MarkState
from jury_desk.services.preparation import current_rules, entries, panel
from jury_desk.services.scoring import Cell, mark_at, read_mark, record_mark, record_marks, record_sheet_state
from jury_desk.services.sheets import OUT, Figures, figures_of, sheet_state, total_of
from jury_desk.services.wording import error_sentence
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number, percent
from jury_desk.ui.operations import Operations

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowKind(Enum):
    """Whose values a row holds."""

    VOTING = auto()
    ADVISORY = auto()
    SECRETARIAT = auto()
    MEANS = auto()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: a juror's sheet on a candidacy; ``title`` stands in the header, ``spoken`` names it in a cell's name."""

    kind: RowKind
    candidacy: str
    juror: str
    title: str
    spoken: str


class ScoresheetModel(QAbstractTableModel):
    """The editable grid.

    Signals:
        marks_recorded: the ids of the candidacies whose marks an act of this grid has just changed.
        entry_refused: a sentence saying why what was typed is no mark here.
    """

    marks_recorded = Signal(object)
    entry_refused = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._rules: Rules | None = None
        self._frozen = False
        self._candidacy = ""
        self._juror = ""
        self._rows: list[SheetRow] = []
        self._marks: dict[tuple[int, int], Mark] = {}
        self._states: dict[int, MarkState] = {}
        self._totals: dict[int, str] = {}
        self._figures: dict[str, Figures] = {}

    # What it shows

    def show_passage(self, candidacy: str) -> None:
        """Show every juror's sheet on one candidacy."""
        self._candidacy, self._juror = candidacy, ""
        self.refresh()

    def show_juror(self, juror: str) -> None:
        """Show one juror's sheets, in the order of passage."""
        self._candidacy, self._juror = "", juror
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self.beginResetModel()
        try:
            version, self._rules = current_rules(self._operations.records, self._stage)
            self._frozen = version.frozen
            self._rows = self._juror_rows() if self._juror else self._passage_rows()
        except DomainError:
            self._rules, self._rows = None, []
        self._marks, self._totals, self._figures = {}, {}, {}
        for row in range(len(self._rows)):
            self._read_marks(row)
        self._read_figures({row.candidacy for row in self._rows})
        self.endResetModel()

    def refresh_candidacies(self, candidacies: Iterable[str]) -> None:
        """Read again what has to do with those candidacies."""
        touched = set(candidacies)
        rows = [number for number, row in enumerate(self._rows) if row.candidacy in touched]
        for row in rows:
            self._read_marks(row)
        self._read_figures(touched)
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The columns that hold marks."""
        return self._rules.criteria if self._rules else ()

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """What the rows stand for."""
        return tuple(self._rows)

    @property
    def total_column(self) -> int:
        """The column of the totals; the one after it says how far each sheet is."""
        return len(self.criteria)

    def row_of(self, candidacy: str, juror: str) -> int:
        """The row of a sheet, or -1."""
        found = (number for number, row in enumerate(self._rows) if (row.candidacy, row.juror) == (candidacy, juror))
        return next(found, -1)

    def cell(self, index: Index) -> Cell:
        """Where a mark stands."""
        row = self._rows[index.row()]
        return Cell(row.candidacy, row.juror, self.criteria[index.column()].id)

    def state_of(self, row: int) -> MarkState:
        """The state a whole sheet is in."""
        return self._states.get(row, MarkState.BLANK)

    def out_sentence(self, row: int) -> str:
        """What stands across a sheet that owes nothing: the state, and why; empty for any other."""
        if self.state_of(row) not in OUT:
            return ""
        mark = self._marks[row, self._first_column(row)]
        word = self._state_word(mark.state)
        return f"{word} · {mark.comment}" if mark.comment else word

    def reason_of(self, row: int) -> str:
        """Why a sheet owes nothing, as it was given."""
        mark = self._marks.get((row, self._first_column(row)), BLANK)
        return mark.comment if self.state_of(row) in OUT else ""

    def is_mark_cell(self, index: Index) -> bool:
        """Whether a mark belongs there, given or not."""
        if not index.isValid() or index.column() >= len(self.criteria):
            return False
        kind = self._rows[index.row()].kind
        by_jurors = self.criteria[index.column()].by_jurors
        return kind is not RowKind.MEANS and by_jurors is (kind is not RowKind.SECRETARIAT)

    def next_blank(self, row: int) -> QModelIndex:
        """The first cell of a row that still misses its mark; its first cell when none does."""
        blanks = (
            column
            for column in range(len(self.criteria))
            if self.is_mark_cell(self.index(row, column)) and self._marks[row, column].state is MarkState.BLANK
        )
        return self.index(row, next(blanks, self._first_column(row)))

    # Acts

    def judge(self, index: Index, text: str) -> str:
        """Why ``text`` is no mark of that cell, in one sentence; empty when it is one."""
        try:
            self._read(index, text)
        except DomainError as error:
            return error_sentence(error, self._operations.messages.language)
        return ""

    def set_state(self, row: int, state: MarkState, reason: str = "") -> bool:
        """Put a whole sheet into a state, or take it out of one with ``BLANK``."""
        sheet = self._rows[row]
        if sheet.kind not in (RowKind.VOTING, RowKind.ADVISORY):
            return False
        changes = self._operations.run(
            lambda: record_sheet_state(
                self._operations.file, self._stage, sheet.candidacy, sheet.juror, state, reason
            ),
            self,
        )
        return self._after(changes is not None, {sheet.candidacy})

    def clear(self, indexes: Iterable[Index]) -> bool:
        """Take the marks of these cells away; a blank is not a zero. Sheets in a state are taken out of it."""
        cells = {self.cell(each): BLANK for each in indexes if self.is_mark_cell(each)}
        rows = {each.row() for each in indexes if self.state_of(each.row()) in OUT}
        for row in rows:
            for column in range(len(self.criteria)):
                if self.is_mark_cell(self.index(row, column)):
                    cells[self.cell(self.index(row, column))] = BLANK
        if not cells:
            return False
        changes = self._operations.run(lambda: record_marks(self._operations.file, self._stage, cells), self)
        return self._after(changes is not None, {cell.candidacy for cell in cells})

    def enter(self, texts: Mapping[tuple[int, int], str]) -> bool:
        """Record several typed or pasted marks as one act; the first that is none keeps them all out, with a sentence."""
        marks: dict[Cell, Mark] = {}
        for (row, column), text in texts.items():
            index = self.index(row, column)
            refusal = self._lock_sentence(index) or self.judge(index, text)
            if refusal:
                self.entry_refused.emit(f"{self._cell_name(index)} : {refusal}")
                return False
            marks[self.cell(index)] = self._read(index, text)
        changes = self._operations.run(lambda: record_marks(self._operations.file, self._stage, marks), self)
        return self._after(changes is not None, {cell.candidacy for cell in marks})

    def lock_sentence(self, index: Index) -> str:
        """Why nothing can be typed in a mark cell; empty when something can."""
        return self._lock_sentence(index)

    # Reading

    def _passage_rows(self) -> list[SheetRow]:
        records = self._operations.records
        if not self._candidacy or records.get(Candidacy, self._candidacy) is None:
            return []
        seats = panel(records, self._stage)
        voting = [
            self._sheet_row(RowKind.VOTING, member.role, juror) for member, juror in seats if member.voice is Voice.VOTING
        ]
        advisory = [
            self._sheet_row(RowKind.ADVISORY, member.role, juror)
            for member, juror in seats
            if member.voice is Voice.ADVISORY
        ]
        means = SheetRow(RowKind.MEANS, self._candidacy, "", self.tr("Mean"), self.tr("mean of the jurors"))
        return [*self._secretariat_rows(), *voting, *([means] if voting else []), *advisory]

    def _sheet_row(self, kind: RowKind, role: Role, juror: Juror) -> SheetRow:
        name = juror.name
        if kind is RowKind.ADVISORY:
            name = self.tr("{juror} · advisory").format(juror=name)
        elif role is Role.CHAIR:
            name = self.tr("{juror} · chair").format(juror=name)
        return SheetRow(kind, self._candidacy, juror.id, name, juror.name)

    def _secretariat_rows(self) -> list[SheetRow]:
        if all(criterion.by_jurors for criterion in self.criteria):
            return []
        title = self.tr("Secretariat")
        return [SheetRow(RowKind.SECRETARIAT, self._candidacy, SECRETARIAT, title, title)]

    def _juror_rows(self) -> list[SheetRow]:
        records = self._operations.records
        voices = {juror.id: member.voice for member, juror in panel(records, self._stage)}
        kind = RowKind.VOTING if voices.get(self._juror) is Voice.VOTING else RowKind.ADVISORY
        return [
            SheetRow(kind, entry.candidacy, self._juror, f"{entry.position}   {title}", title)
            for entry in entries(records, self._stage)
            for title in [records.need(Candidacy, entry.candidacy).title]
        ]

    def _read_marks(self, number_of_row: int) -> None:
        row = self._rows[number_of_row]
        if row.kind is RowKind.MEANS:
            return
        records = self._operations.records
        for column, criterion in enumerate(self.criteria):
            cell = Cell(row.candidacy, row.juror, criterion.id)
            self._marks[number_of_row, column] = mark_at(records, self._stage, cell)
        self._states[number_of_row] = (
            MarkState.BLANK
            if row.kind is RowKind.SECRETARIAT
            else sheet_state(records, self._stage, row.candidacy, row.juror, self.criteria)
        )

    def _read_figures(self, candidacies: Iterable[str]) -> None:
        if self._rules is None:
            return
        records = self._operations.records
        for candidacy in candidacies:
            if self._juror:
                row = self.row_of(candidacy, self._juror)
                self._totals[row] = total_of(records, self._stage, self._rules, candidacy, self._juror)
            else:
                self._figures[candidacy] = figures_of(records, self._stage, self._rules, candidacy)

    def _read(self, index: Index, text: str) -> Mark:
        comment = self._marks[index.row(), index.column()].comment
        return read_mark(self.criteria[index.column()], text, comment=comment)

    def _after(self, done: bool, candidacies: set[str]) -> bool:
        if done:
            self.refresh_candidacies(candidacies)
            self.marks_recorded.emit(candidacies)
        return done

    # Words

    def _lock_sentence(self, index: Index) -> str:
        row = self._rows[index.row()]
        if not self._frozen:
            return self.tr("The rules are not frozen yet: no mark before they are.")
        if self.state_of(index.row()) in OUT:
            word = self._state_word(self.state_of(index.row()))
            return self.tr("{juror} is out of this sheet ({state}). Delete takes that back.").format(
                juror=self._juror_name(row), state=word
            )
        return ""

    def _juror_name(self, row: SheetRow) -> str:
        juror = self._operations.records.get(Juror, row.juror)
        return juror.name if juror else row.title

    def _state_word(self, state: MarkState) -> str:
        words = {
            MarkState.RECUSED: self.tr("recused"),
            MarkState.ABSENT: self.tr("absent"),
            MarkState.ABSTAINED: self.tr("abstained"),
        }
        return words.get(state, "")

    def _state_sign(self, state: MarkState) -> str:
        signs = {
            MarkState.RECUSED: self.tr("rec.", "recused, abbreviated"),
            MarkState.ABSENT: self.tr("abs.", "absent, abbreviated"),
            MarkState.ABSTAINED: self.tr("abst.", "abstained, abbreviated"),
        }
        return signs.get(state, "–")

    def _mark_text(self, index: Index) -> str:
        mark = self._marks[index.row(), index.column()]
        if mark.value is None:
            return self._state_sign(mark.state)
        if self.criteria[index.column()].kind is CriterionKind.YES_NO:
            return self.tr("yes") if mark.value else self.tr("no")
        return number(exact_text(mark.value))

    def _cell_name(self, index: Index) -> str:
        row = self._rows[index.row()]
        project = self._operations.records.need(Candidacy, row.candidacy).title
        who = self._juror_name(row) if row.juror else row.spoken
        return f"{project}, {self.criteria[index.column()].name}, {who}"

    def _spoken(self, index: Index) -> str:
        column = index.column()
        row = self._rows[index.row()]
        if column >= len(self.criteria):
            return f"{row.spoken}, {self._column_title(column)}, {self._text(index) or self.tr('none yet')}"
        if not self.is_mark_cell(index):
            return f"{row.spoken}, {self.criteria[column].name}, {self._text(index) or self.tr('nothing to enter')}"
        mark = self._marks[index.row(), column]
        if mark.value is None:
            value = self._state_word(mark.state) or self.tr("not marked")
        else:
            maximum = number(exact_text(self.criteria[column].scale.maximum))
            value = self.tr("{mark} out of {maximum}").format(mark=self._mark_text(index), maximum=maximum)
        return f"{self._cell_name(index)}, {value}"

    def _text(self, index: Index) -> str:
        row, column = index.row(), index.column()
        if column < len(self.criteria):
            if self._rows[row].kind is RowKind.MEANS:
                means = self._figures.get(self._candidacy, Figures()).means
                return number(means.get(self.criteria[column].id, ""))
            if not self.is_mark_cell(index):
                return ""
            return (self.out_sentence(row) if column == self._first_column(row) else "") or self._mark_text(index)
        return self._total_text(row) if column == self.total_column else self._sheet_text(row)

    def _total_text(self, row: int) -> str:
        sheet = self._rows[row]
        figures = self._figures.get(sheet.candidacy, Figures())
        if sheet.kind is RowKind.MEANS:
            return number(figures.result)
        return number(self._totals.get(row, "") or figures.totals.get(sheet.juror, ""))

    def _sheet_text(self, row: int) -> str:
        if self._rows[row].kind in (RowKind.MEANS, RowKind.SECRETARIAT):
            return ""
        state = self.state_of(row)
        if state in OUT:
            return self._state_sign(state)
        owed = [column for column, criterion in enumerate(self.criteria) if criterion.by_jurors]
        given = sum(self._marks[row, column].state is MarkState.MARKED for column in owed)
        return "✓" if given == len(owed) else f"{given}/{len(owed)}"

    def _column_title(self, column: int) -> str:
        if column < len(self.criteria):
            return self.criteria[column].name
        if column > self.total_column:
            return self.tr("Sheet")
        out_of = self._rules.aggregation.out_of if self._rules and self._rules.aggregation.result == "out_of" else None
        return self.tr("Total /{scale}").format(scale=number(exact_text(out_of))) if out_of else self.tr("Total")

    def _share(self, column: int) -> str:
        whole = sum((criterion.weight for criterion in self.criteria if criterion.mandatory), start=self.criteria[0].weight * 0)
        criterion = self.criteria[column]
        if not criterion.mandatory or not whole:
            return self.tr("beside the weights")
        return percent(float(criterion.weight / whole))

    def _first_column(self, row: int) -> int:
        columns = (column for column in range(len(self.criteria)) if self.is_mark_cell(self.index(row, column)))
        return next(columns, 0)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        """How many sheets there are (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the same
        """The criteria, the total and the state of the sheet (Qt)."""
        return 0 if parent.isValid() or not self.criteria else len(self.criteria) + 2

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell shows, in one role (Qt)."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._text(index)
        if role == _EDIT:
            mark = self._marks.get((index.row(), index.column()), BLANK)
            return "" if mark.value is None else number(exact_text(mark.value))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return self._look(index, role)

    def _look(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            out = self.state_of(index.row()) in OUT and index.column() < len(self.criteria)
            return _LEFT if out else _CENTRE if index.column() > self.total_column else _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.color(self._ink(index))
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(index)
        if role == Qt.ItemDataRole.FontRole:
            strong = index.column() == self.total_column or self._rows[index.row()].kind is RowKind.MEANS
            return theme.font(bold=strong)
        return None

    def _ink(self, index: Index) -> str:
        row, column = index.row(), index.column()
        if column > self.total_column:
            return "good" if self._sheet_text(row) == "✓" else "muted"
        if self._rows[row].kind is RowKind.ADVISORY or self.state_of(row) in OUT:
            return "muted"
        marked = not self.is_mark_cell(index) or self._marks[row, column].value is not None
        return "text" if marked else "muted"

    def _ground(self, index: Index) -> QBrush | None:
        if self.state_of(index.row()) in OUT and index.column() < len(self.criteria):
            return QBrush(theme.color("line"), Qt.BrushStyle.BDiagPattern)
        return QBrush(theme.color("window")) if self._rows[index.row()].kind is RowKind.MEANS else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Criteria with their share over the columns, jurors or passages before the rows (Qt)."""
        if orientation is Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if not 0 <= section < self.columnCount():
            return None
        title = self._column_title(section)
        if role == _DISPLAY:
            return f"{title}\n{self._share(section)}" if section < len(self.criteria) else title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{title}, {self._share(section)}" if section < len(self.criteria) else title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if section > self.total_column else _RIGHT
        return None

    def _row_header(self, section: int, role: int) -> Any:
        if not 0 <= section < len(self._rows):
            return None
        row = self._rows[section]
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=row.kind is RowKind.MEANS)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.color("muted" if row.kind is RowKind.ADVISORY else "text")
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.color("window") if row.kind is RowKind.MEANS else None
        names = (_DISPLAY, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return row.title if role in names else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A mark cell that is not locked can be edited (Qt)."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_mark_cell(index) and not self._lock_sentence(index):
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Record what was typed (Qt)."""
        if role != _EDIT or not self.is_mark_cell(index) or self._lock_sentence(index) or self.judge(index, str(value)):
            return False
        cell, mark = self.cell(index), self._read(index, str(value))
        if mark == self._marks[index.row(), index.column()]:
            return True
        changes = self._operations.run(
            lambda: record_mark(self._operations.file, self._stage, cell, mark), self
        )
        return self._after(changes is not None, {cell.candidacy})
