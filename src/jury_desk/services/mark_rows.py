"""Marks as rows of a long table, checked against a règlement and brought together as sheets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jury_desk.domain.errors import DomainError, MarkOffStep, MarkOutOfScale
from jury_desk.domain.exact import exact_text
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState, Sheets


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One row, read but not yet checked against rules.

    Attributes:
        row: its number in the file, counted from 1 as a spreadsheet does.
        juror: empty for an established value.
        criterion: empty where the state is that of the juror's whole sheet (recused, absent, abstained).
        value: only when marked.
    """

    row: int
    candidacy: str
    juror: str
    criterion: str
    state: MarkState
    value: Fraction | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing wrong with a table of marks or results.

    Attributes:
        column: the title of the column concerned.
        code: what, as a key of the sentences under ``[marks_problems]``.
        facts: what the sentence names, by placeholder.
    """

    row: int
    column: str
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


class MarksRefused(DomainError):
    """A table of marks or results that cannot be used; every problem found, never only the first."""

    problems: tuple[CellProblem, ...]


@dataclass(frozen=True, slots=True)
class SheetSet:
    """The sheets of a table of marks; candidacies and panel in the order in which they first appear."""

    candidacies: tuple[str, ...]
    panel: tuple[str, ...]
    sheets: Sheets


def sheets_from_rows(rules: Rules, rows: Sequence[MarkRow]) -> SheetSet:
    """Check the rows against ``rules`` and bring them together.

    The value of a criterion that the secretariat establishes counts once, whatever name stands in its juror column; a
    name that stands nowhere else is no juror.

    Raises:
        MarksRefused: unknown criteria, marks outside their scale or off its step, a cell given twice, a juror missing.
    """
    reading = _Reading(rules, rows)
    for row in rows:
        reading.take(row)
    if reading.problems:
        raise MarksRefused(tuple(reading.problems))
    candidacies = tuple(dict.fromkeys(row.candidacy for row in rows))
    return SheetSet(candidacies, tuple(reading.panel), reading.sheets)


class _Reading:
    """The sheets so far, and what was wrong."""

    def __init__(self, rules: Rules, rows: Sequence[MarkRow]) -> None:
        self._criteria = {criterion.id: criterion for criterion in rules.criteria}
        self._rows = rows
        # A large jury gives few different marks: each is checked and kept once.
        self._marks: dict[tuple[str, MarkState, Fraction | None, str], Mark] = {}
        self.sheets: dict[str, dict[str, dict[str, Mark]]] = {}
        self.panel: dict[str, None] = {}
        self.problems: list[CellProblem] = []

    def take(self, row: MarkRow) -> None:
        """Put one row in its sheet, or note what keeps it out."""
        for criterion in self._criteria_of(row):
            juror = row.juror if criterion.by_jurors else SECRETARIAT
            if criterion.by_jurors and not juror:
                self._refuse(row, "juror", "juror_missing", criterion=criterion.id)
                continue
            sheet = self.sheets.setdefault(row.candidacy, {}).setdefault(juror, {})
            if criterion.id in sheet:
                first = self._first_row(row.candidacy, juror, criterion)
                self._refuse(row, "criterion", "twice", first=str(first), criterion=criterion.id)
                continue
            if juror:
                self.panel.setdefault(juror)
            sheet[criterion.id] = self._mark(row, criterion)

    def _first_row(self, candidacy: str, juror: str, criterion: Criterion) -> int:
        """The row that gave a cell first; looked for only when one gives it again."""
        return next(
            each.row
            for each in self._rows
            if each.candidacy == candidacy
            and (each.juror == juror or not criterion.by_jurors)
            and (each.criterion == criterion.id or (not each.criterion and criterion.by_jurors))
        )

    def _criteria_of(self, row: MarkRow) -> Iterable[Criterion]:
        """The criterion the row names, or all that jurors mark when the row is about a whole sheet."""
        if not row.criterion:
            return [criterion for criterion in self._criteria.values() if criterion.by_jurors]
        if row.criterion in self._criteria:
            return [self._criteria[row.criterion]]
        self._refuse(row, "criterion", "unknown_criterion", criterion=row.criterion, known=", ".join(self._criteria))
        return []

    def _mark(self, row: MarkRow, criterion: Criterion) -> Mark:
        what = criterion.id, row.state, row.value, row.comment
        known = self._marks.get(what)
        if known is None:
            known = Mark(row.state, row.value, row.comment)
            # What is refused is told in every row where it stands.
            if self._is_allowed(row, criterion):
                self._marks[what] = known
        return known

    def _is_allowed(self, row: MarkRow, criterion: Criterion) -> bool:
        if row.value is None:
            return True
        try:
            criterion.check(row.value)
        except MarkOutOfScale as error:
            self._refuse(row, "mark", "out_of_scale", **{key: str(fact) for key, fact in error.facts.items()})
        except MarkOffStep as error:
            start = exact_text(criterion.scale.minimum)
            facts = {key: str(fact) for key, fact in error.facts.items()}
            self._refuse(row, "mark", "off_step", minimum=start, **facts)
        else:
            return True
        return False

    def _refuse(self, row: MarkRow, column: str, code: str, /, **facts: str) -> None:
        self.problems.append(CellProblem(row.row, column, code, facts))
