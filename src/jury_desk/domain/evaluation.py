"""What one candidacy's sheets come to, whatever the others': juror totals, criterion values, the stage's own result.

Terms used here:

- a *value* of a criterion is in the unit of its marks; its *points* are what the formula makes of it, times the weight;
- a juror's *sheet* counts when every mandatory criterion asked of jurors is marked (or one at least, where the rules
  redistribute the weight of a missing one); it is *excused* when an abstention, a recusal or an absence keeps it from
  ever counting, and *pending* otherwise; the sheets expected are those that count and those pending;
- a criterion stands *apart* from the sheets when the secretariat establishes it, or when, sheets first, it has a method
  of its own across the jurors: it joins every sheet as a constant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from jury_desk.domain.aggregation import gather
from jury_desk.domain.exact import exact_sum, round_half_up
from jury_desk.domain.formula import Formula
from jury_desk.domain.rubric import Across, Criterion
from jury_desk.domain.rules import MissingCriterion, Order, Rules
from jury_desk.domain.scoring import BLANK, SECRETARIAT, MarkState, Sheet

ADDING = frozenset({Across.SUM, Across.RANK_SUM})
"""Methods that compare only what the same jurors have marked."""
PLAIN_MEAN = "plain_mean"
"""Remark: a trimmed mean had too few values to leave any out."""
TOTAL = ""
"""The key of the ballots made from jurors' totals, beside those of single criteria."""

EXCUSING = frozenset({MarkState.ABSTAINED, MarkState.RECUSED, MarkState.ABSENT})
"""States of a juror who owes nothing any more."""

Row = tuple[Fraction | None, ...]
"""One juror's marks in the order of the criteria asked of jurors; ``None`` for one not given."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One candidacy, alone.

    Attributes:
        counted: the jurors whose sheet counts, in the order of the panel.
        expected: how many sheets count or may still come.
        pending: a mark that could still come is blank.
        enough: there is enough to give a result.
        totals: the total of each counted sheet, established values included; rounded at ``sheet``.
        values: each criterion's value across the jurors, or as established; rounded at ``criterion``.
        parts: what each counted criterion contributes, from those values.
        own: the stage's own result before rounding; ``None`` without enough, or when ranks must be added first.
        ballots: what the ranks of a rank sum come from, by criterion id or :data:`TOTAL`, then juror.
        corrected: the values as pulled in by a corrected mean.
        remarks: what the method had to do otherwise, such as :data:`PLAIN_MEAN`.
    """

    counted: tuple[str, ...]
    expected: int
    pending: bool
    enough: bool
    totals: Mapping[str, Fraction]
    values: Mapping[str, Fraction]
    parts: Mapping[str, Fraction]
    own: Fraction | None = None
    ballots: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    corrected: tuple[Fraction, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Collected:
    """What the sheets of one candidacy hold that counts."""

    rows: Mapping[str, Row]
    established: Mapping[str, Fraction]
    expected: int
    pending: bool
    enough: bool


@dataclass(frozen=True, slots=True)
class _Value:
    """A criterion's value, the number of marks added into it (1 unless it is a sum), and how it came about."""

    value: Fraction
    marks: int = 1
    corrected: tuple[Fraction, ...] = ()
    fell_back: bool = False


class Evaluator:
    """Evaluates candidacies under one règlement for one panel.

    Args:
        rules: the règlement.
        panel: the ids of the voting jurors; sheets of others are not looked at.

    Attributes:
        formula: from the values of the criteria to a result.
        sheets_first: whether each juror's total is made before the jurors are brought together.
        through: the counted criteria that go through the sheets; the others stand apart.
        adds: whether the method adds up what jurors gave, so that candidacies need the same jurors to be compared.
        ranks: whether results are sums of ranks, which take all the candidacies at once.
    """

    def __init__(self, rules: Rules, panel: Sequence[str]) -> None:
        self.formula = Formula(rules)
        self._rules = rules
        self._panel = tuple(panel)
        self.sheets_first = rules.aggregation.order is Order.SHEETS_FIRST
        self._redistributes = rules.aggregation.missing_criterion is MissingCriterion.REDISTRIBUTE
        by_jurors = [criterion for criterion in rules.criteria if criterion.by_jurors]
        through = [each for each in by_jurors if each.counts and not self._stands_apart(each)]
        self._asked = (*through, *(each for each in by_jurors if each not in through))
        self.through = tuple(each.id for each in through)
        self._mandatory = tuple(index for index, each in enumerate(self._asked) if each.mandatory)
        self._established = tuple(each for each in rules.criteria if not each.by_jurors)
        self._linear = self.formula.linear(self.through)
        general = {rules.aggregation.across_jurors} if self.sheets_first and through else set()
        methods = {self.method(each) for each in self._asked if each.counts}
        self.adds = bool(ADDING & (methods | general))
        # Without a criterion that every juror must mark some candidacies would have no rank at all.
        sheets_ranked = Across.RANK_SUM in general and bool(self._mandatory)
        self.ranks = sheets_ranked or (not self.sheets_first and Across.RANK_SUM in methods)

    def evaluate(self, sheets: Mapping[str, Sheet]) -> Evaluation:
        """Evaluate one candidacy from its sheets by juror id (:data:`SECRETARIAT` for established values)."""
        collected = self._collect(sheets)
        values = self._values(collected)
        points = self._points(values)
        apart = {id_: value for id_, value in points.items() if id_ not in self.through}
        evaluation = Evaluation(
            counted=tuple(collected.rows),
            expected=collected.expected,
            pending=collected.pending,
            enough=collected.enough,
            totals=self._totals(collected.rows, apart),
            values={id_: value.value for id_, value in values.items()},
            parts=self.formula.parts(points),
        )
        if not collected.enough:
            return evaluation
        if self.sheets_first and self.through and collected.rows:
            return self._of_totals(evaluation, apart)
        ballots = self._ballots(collected.rows)
        if ballots:
            return replace(evaluation, ballots=ballots)
        return replace(
            evaluation,
            own=self.formula.result(points),
            corrected=tuple(value for each in values.values() for value in each.corrected),
            remarks=(PLAIN_MEAN,) if any(each.fell_back for each in values.values()) else (),
        )

    def states(self, sheets: Mapping[str, Sheet]) -> dict[str, MarkState]:
        """How the sheet of each juror of the panel stands, by juror id.

        Marked: it counts; blank: it may still come; else the state that keeps it from ever counting.
        """
        found: dict[str, MarkState] = {}
        for juror in self._panel:
            sheet = sheets.get(juror, {})
            row = tuple(_given(sheet, each.id) for each in self._asked)
            if self._counts(row):
                found[juror] = MarkState.MARKED
            elif self._excused(sheet, row):
                states = (_state(sheet, each.id) for each in self._asked)
                found[juror] = next((state for state in states if state in EXCUSING), MarkState.ABSTAINED)
            else:
                found[juror] = MarkState.BLANK
        return found

    def _of_totals(self, evaluation: Evaluation, apart: Mapping[str, Fraction]) -> Evaluation:
        """Sheets first: bring the totals together."""
        aggregation = self._rules.aggregation
        totals = evaluation.totals
        if self.ranks:
            return replace(evaluation, ballots={TOTAL: totals})
        gathered = gather(aggregation.across_jurors, tuple(totals.values()), aggregation, self._rules.rounding)
        own = gathered.value
        if aggregation.across_jurors is Across.SUM:
            # What stands apart is in every total, and counts once.
            own -= (len(totals) - 1) * exact_sum(evaluation.parts[id_] for id_ in apart)
        remarks = (PLAIN_MEAN,) if gathered.fell_back else ()
        return replace(evaluation, own=own, corrected=gathered.corrected, remarks=remarks)

    def _stands_apart(self, criterion: Criterion) -> bool:
        own_method = criterion.across_jurors not in (None, self._rules.aggregation.across_jurors)
        return self.sheets_first and own_method

    def method(self, criterion: Criterion) -> Across:
        """How the criterion's marks become its value.

        Sheets first, correction and ranks are for totals, and a criterion's own value is the plain mean; ranks never
        replace what is not weighted.
        """
        method = criterion.across_jurors or self._rules.aggregation.across_jurors
        by_default = criterion.across_jurors is None
        if method is Across.RANK_SUM and (self.sheets_first or not criterion.mandatory):
            return Across.MEAN
        if method is Across.CORRECTED_MEAN and self.sheets_first and by_default:
            return Across.MEAN
        return method

    def _collect(self, sheets: Mapping[str, Sheet]) -> _Collected:
        rows: dict[str, Row] = {}
        pending = 0
        for juror in self._panel:
            sheet = sheets.get(juror, {})
            row = tuple(_given(sheet, each.id) for each in self._asked)
            if self._counts(row):
                rows[juror] = row
            elif not self._excused(sheet, row):
                pending += 1
        secretariat = sheets.get(SECRETARIAT, {})
        established = {each.id: _given(secretariat, each.id) for each in self._established}
        present = {id_: value for id_, value in established.items() if value is not None}
        missing = [each.id for each in self._established if each.mandatory and each.id not in present]
        owed = any(_state(secretariat, id_) is MarkState.BLANK for id_ in missing)
        enough = self._enough(rows, pending, missing)
        return _Collected(rows, present, len(rows) + pending, bool(pending) or owed, enough)

    def _counts(self, row: Row) -> bool:
        # By identity: looking for None with "in" compares every Fraction with it first.
        if all(value is not None for value in row):
            return bool(row)
        given = [row[index] is not None for index in self._mandatory]
        if not given:
            return any(value is not None for value in row)
        return any(given) if self._redistributes else all(given)

    def _excused(self, sheet: Sheet, row: Row) -> bool:
        states = [_state(sheet, self._asked[index].id) for index in self._mandatory if row[index] is None]
        if self._redistributes:
            return MarkState.BLANK not in states
        return any(state is not MarkState.BLANK for state in states) or not states

    def _enough(self, rows: Mapping[str, Row], pending: int, missing: Sequence[str]) -> bool:
        aggregation = self._rules.aggregation
        if self._mandatory and len(rows) < max(1, aggregation.minimum_sheets):
            return False
        if self.adds and pending and not aggregation.allow_unequal_panels:
            return False
        if not self._redistributes:
            return not missing
        weighted = [each for each in self._established if each.mandatory]
        return bool(self._mandatory) or not weighted or len(missing) < len(weighted)

    def _values(self, collected: _Collected) -> dict[str, _Value]:
        """Each criterion's value, where it has one, in the order of the rubric."""
        rounding = self._rules.rounding
        step = None if self.sheets_first else rounding.criterion
        found = {id_: _Value(value) for id_, value in collected.established.items()}
        columns = zip(*collected.rows.values(), strict=True) if collected.rows else iter(())
        for criterion, column in zip(self._asked, columns, strict=False):
            marks = [value for value in column if value is not None]
            if not marks:
                continue
            method = self.method(criterion)
            gathered = gather(method, marks, self._rules.aggregation, rounding)
            found[criterion.id] = _Value(
                round_half_up(gathered.value, step),
                len(marks) if method is Across.SUM else 1,
                gathered.corrected if criterion.counts else (),
                criterion.counts and gathered.fell_back,
            )
        return {each.id: found[each.id] for each in self._rules.criteria if each.id in found}

    def _points(self, values: Mapping[str, _Value]) -> dict[str, Fraction]:
        step = None if self.sheets_first else self._rules.rounding.product
        return {
            id_: round_half_up(term.points(values[id_].value, values[id_].marks), step)
            for id_, term in self.formula.terms.items()
            if id_ in values
        }

    def _totals(self, rows: Mapping[str, Row], apart: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Each counted sheet's total; the quick way needs every weighted criterion."""
        step = self._rules.rounding.sheet if self.sheets_first else None
        quick = all(id_ in apart or id_ in self.through for id_, _ in self.formula.weighted_terms())
        constant = self.formula.contribution(apart) if quick else Fraction(0)
        length = len(self.through)
        totals: dict[str, Fraction] = {}
        for juror, row in rows.items():
            given = [value for value in row[:length] if value is not None]
            if quick and len(given) == length:
                total = self._linear(given) + constant if constant else self._linear(given)
            else:
                total = self.formula.result({**apart, **self._row_points(row)})
            totals[juror] = round_half_up(total, step)
        return totals

    def _row_points(self, row: Row) -> dict[str, Fraction]:
        terms = self.formula.terms
        pairs = zip(self.through, row, strict=False)
        return {id_: terms[id_].points(value) for id_, value in pairs if value is not None}

    def _ballots(self, rows: Mapping[str, Row]) -> dict[str, dict[str, Fraction]]:
        """Criteria first: each juror's marks on the criteria whose ranks are added."""
        ballots: dict[str, dict[str, Fraction]] = {}
        for index, criterion in enumerate(self._asked):
            if criterion.counts and self.method(criterion) is Across.RANK_SUM:
                column = ((juror, row[index]) for juror, row in rows.items())
                ballots[criterion.id] = {juror: value for juror, value in column if value is not None}
        return ballots


def _given(sheet: Sheet, criterion: str) -> Fraction | None:
    mark = sheet.get(criterion)
    return mark.value if mark is not None and mark.state is MarkState.MARKED else None


def _state(sheet: Sheet, criterion: str) -> MarkState:
    return sheet.get(criterion, BLANK).state
