"""The content of the grid of marks, without Qt: which sheets it shows, their marks, their states and their figures.

A *row* is one juror's sheet on one candidacy, the values that the secretariat establishes, or the means.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from typing import TYPE_CHECKING

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.domain.exact import decimal_text, shared_places
from jury_desk.domain.explanation import Figure, FigureKind
from jury_desk.domain.jury import Role, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import BLANK, SECRETARIAT, Mark, MarkState, RecordedSheet, Sheet
from jury_desk.services.preparation import current_rules, entries, panel
from jury_desk.services.scoring import Cell, sheet_of, sheets_of
from jury_desk.services.sheets import OUT, Figures, SheetFigures, state_of_sheet

if TYPE_CHECKING:
    from fractions import Fraction

    from jury_desk.domain.rules import Rules


Place = tuple[int, int]
"""Row and column of a cell."""


class RowKind(Enum):
    """Whose values a row holds."""

    VOTING = auto()
    ADVISORY = auto()
    SECRETARIAT = auto()
    MEANS = auto()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row.

    Attributes:
        name: of the juror, or of the candidacy where all rows are one juror's; empty for the means and the secretariat.
        position: of the passage, where the rows are passages.
    """

    kind: RowKind
    candidacy: str
    juror: str
    name: str = ""
    role: Role = Role.MEMBER
    position: int = 0


class SheetGrid:
    """The sheets of one passage, or those of one juror.

    Args:
        records: what the file holds.
        stage: the stage's id.
    """

    def __init__(self, records: Records, stage: str) -> None:
        self._records = records
        self._stage = stage
        self.rules: Rules | None = None
        self.frozen = False
        self.candidacy = ""
        self.juror = ""
        self.rows: list[SheetRow] = []
        self._maker: SheetFigures | None = None
        self._columns: list[list[int]] = []
        self._marks: dict[tuple[int, int], Mark] = {}
        self._states: dict[int, MarkState] = {}
        self._totals: dict[int, Fraction] = {}
        self._places = 0
        self._figures: dict[str, Figures] = {}
        self._shown: dict[Place, object] = {}

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The columns that hold marks."""
        return self.rules.criteria if self.rules else ()

    def load(self, *, candidacy: str = "", juror: str = "") -> None:
        """Read the sheets of a candidacy, or of a juror."""
        self.candidacy, self.juror = candidacy, juror
        try:
            version, self.rules = current_rules(self._records, self._stage)
            self.frozen = version.frozen
            self.rows = self._juror_rows() if juror else self._passage_rows()
            self._maker = SheetFigures(self._records, self._stage)
        except DomainError:
            self.rules, self.frozen, self.rows, self._maker = None, False, [], None
        self._columns = [
            [column for column in range(len(self.criteria)) if self.is_mark(row, column)]
            for row in range(len(self.rows))
        ]
        self._marks, self._states, self._totals, self._figures, self._shown = {}, {}, {}, {}, {}
        self.reload({row.candidacy for row in self.rows})

    def reload(self, candidacies: Iterable[str]) -> list[Place]:
        """Read again what has to do with those candidacies; the cells that now show something else.

        They can be of any row where the totals of a juror's sheets, one column, now need more decimals or fewer.
        """
        touched = set(candidacies)
        rows = [number for number, row in enumerate(self.rows) if row.candidacy in touched]
        sheets = sheets_of(self._records, self._stage, {self.rows[number].candidacy for number in rows})
        for number in rows:
            self._read_marks(number, sheets[self.rows[number].candidacy])
        self._read_figures(touched)
        if self._need_other_places():
            rows = list(range(len(self.rows)))
        shown = {(row, column): content for row in rows for column, content in self._contents(row)}
        changed = [place for place, content in shown.items() if self._shown.get(place) != content]
        self._shown |= shown
        return changed

    def row_of(self, candidacy: str, juror: str) -> int:
        """The row of a sheet, or -1."""
        found = (number for number, row in enumerate(self.rows) if (row.candidacy, row.juror) == (candidacy, juror))
        return next(found, -1)

    def is_mark(self, row: int, column: int) -> bool:
        """Whether a mark belongs there, given or not."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.criteria)):
            return False
        kind = self.rows[row].kind
        return kind is not RowKind.MEANS and self.criteria[column].by_jurors is (kind is not RowKind.SECRETARIAT)

    def mark_columns(self, row: int) -> list[int]:
        """The columns of a row in which a mark belongs."""
        return self._columns[row]

    def is_owed(self, row: int) -> bool:
        """Whether somebody waits for the marks of a row: an adviser owes none."""
        return self.rows[row].kind in (RowKind.VOTING, RowKind.SECRETARIAT)

    @property
    def missing(self) -> int:
        """How many marks are owed and not given."""
        return sum(mark.state is MarkState.BLANK and self.is_owed(row) for (row, _), mark in self._marks.items())

    def mark(self, row: int, column: int) -> Mark:
        """What stands in a cell."""
        return self._marks.get((row, column), BLANK)

    def cell(self, row: int, column: int) -> Cell:
        """Where a mark is recorded."""
        return Cell(self.rows[row].candidacy, self.rows[row].juror, self.criteria[column].id)

    def state(self, row: int) -> MarkState:
        """The state that a whole sheet is in."""
        return self._states.get(row, MarkState.BLANK)

    def is_out(self, row: int) -> bool:
        """Whether nothing is owed on a whole sheet: recused, absent or abstained."""
        return self.state(row) in OUT

    def is_locked(self, row: int) -> bool:
        """Whether nothing can be typed in the cells of a row."""
        return not self.frozen or self.is_out(row)

    def sheet(self, row: int) -> RecordedSheet:
        """What is kept of the sheet of a row beside its marks."""
        return sheet_of(self._records, self._stage, self.rows[row].candidacy, self.rows[row].juror)

    def reason(self, row: int) -> str:
        """Why a sheet owes nothing, as it was given."""
        columns = self.mark_columns(row)
        return self.mark(row, columns[0]).comment if columns and self.is_out(row) else ""

    def given(self, row: int) -> tuple[int, int]:
        """How many marks of a sheet are given, and how many are owed."""
        columns = self.mark_columns(row)
        return sum(self.mark(row, column).state is MarkState.MARKED for column in columns), len(columns)

    def first_blank(self, row: int) -> int:
        """The first column of a row that still misses its mark; its first one when none does."""
        columns = self.mark_columns(row)
        blanks = (column for column in columns if self.mark(row, column).state is MarkState.BLANK)
        return next(blanks, columns[0] if columns else 0)

    def is_missing(self, row: int, column: int) -> bool:
        """Whether a mark is owed there and not given."""
        return self.is_mark(row, column) and self.is_owed(row) and self.mark(row, column).state is MarkState.BLANK

    def mean(self, column: int) -> str:
        """The mean of a criterion, as a decimal text."""
        return self._figures.get(self.candidacy, Figures()).means.get(self.criteria[column].id, "")

    def total(self, row: int) -> str:
        """The total of a sheet, or the result of the candidacy on the row of the means, as a decimal text."""
        sheet = self.rows[row]
        figures = self._figures.get(sheet.candidacy, Figures())
        if sheet.kind is RowKind.MEANS:
            return figures.result
        if row in self._totals:
            return decimal_text(self._totals[row], self._places)
        return figures.totals.get(sheet.juror, "")

    def figure_at(self, row: int, column: int) -> Figure | None:
        """The computed figure of a cell: a total, a mean, a result; a mark is none."""
        sheet = self.rows[row]
        if column == len(self.criteria) and sheet.kind is not RowKind.SECRETARIAT:
            kind = FigureKind.OWN if sheet.kind is RowKind.MEANS else FigureKind.SHEET
            return Figure(kind, sheet.candidacy, sheet.juror)
        if column < len(self.criteria) and sheet.kind is RowKind.MEANS:
            return Figure(FigureKind.CRITERION, sheet.candidacy, self.criteria[column].id)
        return None

    def counted(self, row: int) -> tuple[int, int]:
        """On the row of the means: how many sheets count, and how many are expected to."""
        figures = self._figures.get(self.rows[row].candidacy, Figures())
        return figures.counted, figures.expected

    def _passage_rows(self) -> list[SheetRow]:
        if self._records.get(Candidacy, self.candidacy) is None:
            return []
        sheets = [
            SheetRow(
                RowKind.VOTING if member.voice is Voice.VOTING else RowKind.ADVISORY,
                self.candidacy,
                juror.id,
                juror.name,
                member.role,
            )
            for member, juror in panel(self._records, self._stage)
            if member.voice is not Voice.NONE
        ]
        voting = [row for row in sheets if row.kind is RowKind.VOTING]
        return [
            *self._secretariat_rows(),
            *voting,
            *([SheetRow(RowKind.MEANS, self.candidacy, "")] if voting else []),
            *(row for row in sheets if row.kind is RowKind.ADVISORY),
        ]

    def _secretariat_rows(self) -> list[SheetRow]:
        if all(criterion.by_jurors for criterion in self.criteria):
            return []
        return [SheetRow(RowKind.SECRETARIAT, self.candidacy, SECRETARIAT)]

    def _juror_rows(self) -> list[SheetRow]:
        members = {member.juror: member for member, _ in panel(self._records, self._stage)}
        member = members.get(self.juror)
        if member is None:
            return []
        kind = RowKind.VOTING if member.voice is Voice.VOTING else RowKind.ADVISORY
        return [
            SheetRow(
                kind,
                entry.candidacy,
                self.juror,
                self._records.need(Candidacy, entry.candidacy).title,
                member.role,
                position,
            )
            for position, entry in enumerate(entries(self._records, self._stage), 1)
        ]

    def _read_marks(self, number: int, sheets: Mapping[str, Sheet]) -> None:
        row = self.rows[number]
        if row.kind is RowKind.MEANS:
            return
        sheet = sheets.get(row.juror, {})
        for column in self.mark_columns(number):
            self._marks[number, column] = sheet.get(self.criteria[column].id, BLANK)
        if row.kind is not RowKind.SECRETARIAT:
            self._states[number] = state_of_sheet(sheet, self.criteria)

    def _read_figures(self, candidacies: Iterable[str]) -> None:
        if self._maker is None:
            return
        for candidacy in candidacies:
            if self.juror:
                self._read_total(self.row_of(candidacy, self.juror), candidacy)
            else:
                self._figures[candidacy] = self._maker.of(candidacy)

    def _read_total(self, row: int, candidacy: str) -> None:
        total = self._maker.total(candidacy, self.juror) if self._maker else None
        if total is None:
            self._totals.pop(row, None)
        else:
            self._totals[row] = total

    def _contents(self, row: int) -> Iterator[tuple[int, object]]:
        """All that the cells of a row show, by column, for comparing."""
        if self.rows[row].kind is RowKind.MEANS:
            cells: list[object] = [self.mean(column) for column in range(len(self.criteria))]
            return enumerate([*cells, self.total(row), self.counted(row)])
        out = self.is_out(row)
        marks = ((column, (self.mark(row, column), out)) for column in self.mark_columns(row))
        state = self.given(row), self.state(row), self.sheet(row)
        return chain(marks, enumerate(((self.total(row), out), state), len(self.criteria)))

    def _need_other_places(self) -> bool:
        former, self._places = self._places, shared_places(self._totals.values())
        return former != self._places
