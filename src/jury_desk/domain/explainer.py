"""Explains the figures of a contest from what the engine has found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from jury_desk.domain.aggregation import gathering, ranks_added
from jury_desk.domain.contest import Contest
from jury_desk.domain.evaluation import PLAIN_MEAN, TOTAL, Evaluation, Evaluator
from jury_desk.domain.explanation import (
    REDISTRIBUTED,
    Ahead,
    Computation,
    Counting,
    Explanation,
    Figure,
    FigureKind,
    Placing,
    Separating,
    Siding,
    Strike,
    Striking,
)
from jury_desk.domain.expression import Expression, Negative, Number, Product, Quotient, Role, Sum, numbers_of, rounded
from jury_desk.domain.rubric import Across, Criterion
from jury_desk.domain.rules import Rounding, Selection
from jury_desk.domain.scoring import SECRETARIAT, MarkState, Sheet
from jury_desk.domain.selection import SelectionStatus
from jury_desk.domain.stage_results import RESULT, Entrant, StageResults, Status
from jury_desk.domain.standings import Standing, Standings
from jury_desk.domain.ties import subtotals


class Explainer:
    """Explains the figures of one contest.

    Args:
        contest: what was ranked. What a single candidacy's sheets come to is explained without ranking it.
    """

    def __init__(self, contest: Contest) -> None:
        self._contest = contest
        self._rules = contest.rules
        self._evaluator = Evaluator(contest.rules, contest.panel)
        self._evaluations: dict[str, Evaluation] = {}

    def explain(self, figure: Figure) -> Explanation:
        """One figure; where there is none, what keeps it from being.

        Raises:
            CarriedStageMissing, UnequalPanels: there is no ranking, and the figure is made from it.
        """
        match figure.kind:
            case FigureKind.CRITERION | FigureKind.SHEET | FigureKind.SECTION:
                return self._of_sheets(figure) or self._counting(figure, None)
            case FigureKind.OWN | FigureKind.RESULT:
                return self._of_results(figure) or self._counting(figure, self._entrant(figure.candidacy).status)
            case FigureKind.SHEETS:
                return self._counting(figure, None)
            case _:
                return self._of_standings(figure)

    # What one candidacy's sheets come to

    def _of_sheets(self, figure: Figure) -> Computation | None:
        evaluation = self._evaluation(figure.candidacy)
        if figure.kind is FigureKind.SHEET:
            total = evaluation.totals.get(figure.name)
            return None if total is None else self._computation(figure, total, self._sheet(figure))
        if figure.kind is FigureKind.CRITERION:
            criterion, value = self._rules.criterion(figure.name), evaluation.values.get(figure.name)
            if criterion is None or value is None:
                return None
            return self._computation(figure, value, self._criterion(figure.candidacy, criterion))
        ids = [each.id for each in self._rules.criteria if each.section == figure.name and each.id in evaluation.parts]
        if not ids:
            return None
        subtotal = subtotals({figure.name: ids}, evaluation.parts)[figure.name]
        return self._computation(figure, subtotal, self._subtotal(figure.candidacy, ids))

    def _criterion(self, candidacy: str, criterion: Criterion) -> Expression:
        """A criterion's value: the marks of the sheets that count, brought together, or as established."""
        rounding = self._rules.rounding
        marks = self._marks(candidacy, criterion)
        if not criterion.by_jurors:
            return marks[0]
        gathered = gathering(self._evaluator.method(criterion), marks, self._rules.aggregation, rounding)
        return rounded(gathered, None if self._evaluator.sheets_first else rounding.criterion, "criterion")

    def _marks(self, candidacy: str, criterion: Criterion) -> tuple[Number, ...]:
        jurors = self._evaluation(candidacy).counted if criterion.by_jurors else (SECRETARIAT,)
        found = ((juror, self._mark(candidacy, juror, criterion.id)) for juror in jurors)
        role = Role.MARK if criterion.by_jurors else Role.ESTABLISHED
        return tuple(Number(mark, role, juror, criterion.id) for juror, mark in found if mark is not None)

    def _mark(self, candidacy: str, juror: str, criterion: str) -> Fraction | None:
        sheet: Sheet = self._contest.sheets.get(candidacy, {}).get(juror, {})
        mark = sheet.get(criterion)
        return mark.value if mark is not None and mark.state is MarkState.MARKED else None

    def _sheet(self, figure: Figure) -> Expression:
        """A juror's total: the marks given, and as constants what stands apart from the sheets."""
        evaluator, points = self._evaluator, self._points(figure.candidacy)
        told: dict[str, Expression] = {}
        for id_, term in evaluator.formula.terms.items():
            if id_ not in evaluator.through:
                told |= {id_: points[id_]} if id_ in points else {}
                continue
            mark = self._mark(figure.candidacy, figure.name, id_)
            if mark is not None:
                told[id_] = term.expression(Number(mark, Role.MARK, figure.name, id_))
        step = self._rules.rounding.sheet if evaluator.sheets_first else None
        return rounded(evaluator.formula.expression(told), step, "sheet")

    def _points(self, candidacy: str) -> dict[str, Expression]:
        """The points of each counted criterion that has a value."""
        values = self._evaluation(candidacy).values
        step = None if self._evaluator.sheets_first else self._rules.rounding.product
        found: dict[str, Expression] = {}
        for id_, term in self._evaluator.formula.terms.items():
            if id_ in values:
                marks = self._marks(candidacy, term.criterion)
                added_up = term.criterion.by_jurors and self._evaluator.method(term.criterion) is Across.SUM
                value = term.expression(_value(term.criterion, values[id_]), len(marks) if added_up else 1)
                found[id_] = rounded(value, step, "product")
        return found

    def _subtotal(self, candidacy: str, criteria: Sequence[str]) -> Expression:
        """What some criteria contribute to the result."""
        points = self._points(candidacy)
        return self._evaluator.formula.expression({id_: points[id_] for id_ in criteria}, valued=points)

    # Results

    def _of_results(self, figure: Figure) -> Computation | None:
        entrant = self._entrant(figure.candidacy)
        if figure.kind is FigureKind.OWN or self._rules.carry_over is None:
            outcome = entrant.own
            return None if outcome is None else self._computation(figure, outcome, self._own(figure.candidacy))
        if entrant.value is None or entrant.own is None:
            return None
        return self._computation(figure, entrant.value, self._with_carried(entrant.own, entrant))

    def _own(self, candidacy: str) -> Expression:
        """The stage's own result, rounded where the rules round."""
        evaluation, evaluator = self._evaluation(candidacy), self._evaluator
        if evaluator.ranks and TOTAL not in evaluation.ballots:
            own = self._own_by_ranks(candidacy)
        elif evaluator.sheets_first and evaluator.through and evaluation.totals:
            own = self._of_totals(candidacy)
        else:
            own = evaluator.formula.expression(self._points(candidacy))
        return rounded(own, self._rules.rounding.result, "result")

    def _of_totals(self, candidacy: str) -> Expression:
        """Sheets first: the totals brought together."""
        aggregation, evaluation = self._rules.aggregation, self._evaluation(candidacy)
        if TOTAL in evaluation.ballots:
            return self._rank_sum(candidacy, TOTAL)
        totals = [Number(total, Role.TOTAL, juror) for juror, total in evaluation.totals.items()]
        gathered = gathering(aggregation.across_jurors, totals, aggregation, self._rules.rounding)
        apart = [id_ for id_ in self._points(candidacy) if id_ not in self._evaluator.through]
        if aggregation.across_jurors is not Across.SUM or not apart or len(totals) == 1:
            return gathered
        # What stands apart is in every total, and counts once.
        others = Number(Fraction(len(totals) - 1), Role.OTHERS)
        return Sum((gathered, Negative(Product((others, self._subtotal(candidacy, apart))))))

    def _own_by_ranks(self, candidacy: str) -> Expression:
        """Criteria first: sums of ranks in the place of the criteria's values."""
        evaluation, final = self._evaluation(candidacy), self._results.final
        step = self._rules.rounding.product
        points: dict[str, Expression] = {}
        for id_, term in final.terms.items():
            if evaluation.ballots.get(id_):
                points[id_] = rounded(term.expression(self._rank_sum(candidacy, id_)), step, "product")
            elif id_ in evaluation.values:
                value = _value(term.criterion, evaluation.values[id_])
                points[id_] = rounded(term.expression(value), step, "product")
        return final.expression(points)

    def _rank_sum(self, candidacy: str, key: str) -> Expression:
        ballots = {each: evaluation.ballots[key] for each, evaluation in self._competing.items()}
        criterion = self._rules.criterion(key)
        lower = criterion.lower_is_better if criterion else self._results.lower_totals
        return ranks_added(ballots, candidacy, key, lower=lower)

    def _with_carried(self, own: Fraction, entrant: Entrant) -> Expression:
        carry_over = self._rules.carry_over
        stages = carry_over.stages if carry_over else {}
        share = carry_over.own if carry_over else Fraction(1)
        terms: list[Expression] = [Product((Number(share, Role.SHARE), Number(own, Role.OWN)))]
        for stage, weight in stages.items():
            brought = Number(entrant.carried[stage], Role.CARRIED, stage=stage)
            terms.append(Product((Number(weight, Role.SHARE, stage=stage), brought)))
        whole = Number(sum(stages.values(), share), Role.SHARES)
        step = carry_over.rounding if carry_over else None
        return rounded(Quotient(Sum(tuple(terms)), whole), step, "carried")

    # Places

    def _of_standings(self, figure: Figure) -> Explanation:
        standing = self._standings.of(figure.candidacy)
        if standing.status is Status.ELIMINATED:
            return self._striking(figure)
        if standing.status is not Status.RANKED or standing.place is None:
            return self._counting(figure, standing.status)
        selection = self._rules.selection
        if figure.kind is FigureKind.SELECTION and selection and standing.selection:
            return self._siding(figure, standing.place, standing.selection, selection)
        if figure.kind is FigureKind.TIES and standing.ties:
            ranked = [each.candidacy for each in self._standings.standings]
            return Separating(figure, tuple(step.in_order(ranked) for step in standing.ties))
        return self._placing(figure, standing, standing.place)

    def _placing(self, figure: Figure, standing: Standing, place: int) -> Placing:
        others = [each for each in self._standings.standings if each is not standing and each.place is not None]
        ahead = (each for each in others if each.place is not None and each.place < place)
        return Placing(
            figure,
            place,
            tuple(_ahead(each, standing) for each in ahead),
            tuple(each.candidacy for each in others if each.place == place),
            self._rules.ties.numbering,
        )

    def _siding(self, figure: Figure, place: int, side: SelectionStatus, selection: Selection) -> Siding:
        places = [each.place for each in self._standings.standings if each.place is not None]
        first = 1 + sum(each < place for each in places)
        return Siding(figure, side, first, sum(each <= place for each in places), selection)

    def _striking(self, figure: Figure) -> Striking:
        strikes = (self._strike(figure.candidacy, by) for by in self._entrant(figure.candidacy).eliminated_by)
        return Striking(figure, tuple(each for each in strikes if each))

    def _strike(self, candidacy: str, by: str) -> Strike | None:
        if by == RESULT:
            threshold, tested = self._rules.aggregation.eliminatory, Figure(FigureKind.OWN, candidacy)
        else:
            criterion = self._rules.criterion(by)
            threshold = criterion.eliminatory if criterion else None
            tested = Figure(FigureKind.CRITERION, candidacy, by)
        value = self._unrounded.explain(tested)
        return Strike(by, threshold, value) if threshold and isinstance(value, Computation) else None

    def _counting(self, figure: Figure, status: Status | None) -> Counting:
        sheets = self._contest.sheets.get(figure.candidacy, {})
        values = self._evaluation(figure.candidacy).values
        owed = (each for each in self._rules.criteria if not each.by_jurors and each.mandatory)
        lacking: Iterable[str] = ()
        if status is not None and self._rules.carry_over:
            carried = self._entrant(figure.candidacy).carried
            lacking = (stage for stage in self._rules.carry_over.stages if stage not in carried)
        return Counting(
            figure,
            status,
            self._evaluator.states(sheets),
            self._rules.aggregation.minimum_sheets,
            tuple(each.id for each in owed if each.id not in values),
            tuple(lacking),
        )

    # What the engine has found

    def _computation(self, figure: Figure, outcome: Fraction, expression: Expression) -> Computation:
        return Computation(figure, outcome, expression, tuple(self._remarks(figure, expression)))

    def _remarks(self, figure: Figure, expression: Expression) -> Iterable[str]:
        if self._trims_too_few(figure):
            yield PLAIN_MEAN
        whole = sum((each.weight for each in self._rules.criteria if each.mandatory), Fraction(0))
        if any(
            each.role is Role.ALL_WEIGHTS or (each.role is Role.WEIGHTS and each.value != whole)
            for each in numbers_of(expression)
        ):
            yield REDISTRIBUTED

    def _trims_too_few(self, figure: Figure) -> bool:
        """Whether a trimmed mean had too few values to leave any out."""
        criterion = self._rules.criterion(figure.name)
        if figure.kind is not FigureKind.CRITERION or criterion is None:
            made_of_all = figure.kind in (FigureKind.OWN, FigureKind.RESULT)
            return made_of_all and PLAIN_MEAN in self._evaluation(figure.candidacy).remarks
        least = self._rules.aggregation.trim_low + self._rules.aggregation.trim_high
        trims = criterion.by_jurors and self._evaluator.method(criterion) is Across.TRIMMED_MEAN
        return trims and len(self._marks(figure.candidacy, criterion)) <= least

    def _evaluation(self, candidacy: str) -> Evaluation:
        if candidacy not in self._evaluations:
            sheets = self._contest.sheets.get(candidacy, {})
            self._evaluations[candidacy] = self._evaluator.evaluate(sheets)
        return self._evaluations[candidacy]

    def _entrant(self, candidacy: str) -> Entrant:
        return self._entrants[candidacy]

    @cached_property
    def _results(self) -> StageResults:
        return StageResults(self._rules, self._contest.panel)

    @cached_property
    def _entrants(self) -> Mapping[str, Entrant]:
        contest = self._contest
        found = self._results.entrants(contest.candidacies, contest.sheets, contest.carried, contest.withdrawn)
        return {each.candidacy: each for each in found}

    @cached_property
    def _competing(self) -> Mapping[str, Evaluation]:
        entrants = ((each, entrant.evaluation) for each, entrant in self._entrants.items())
        return {each: found for each, found in entrants if found.enough and each not in self._contest.withdrawn}

    @cached_property
    def _standings(self) -> Standings:
        return self._contest.standings()

    @cached_property
    def _unrounded(self) -> "Explainer":
        """The same contest with no rounding at all: what thresholds are tested on."""
        return Explainer(self._contest.under(replace(self._rules, rounding=Rounding())))


def _value(criterion: Criterion, value: Fraction) -> Number:
    role = Role.VALUE if criterion.by_jurors else Role.ESTABLISHED
    return Number(value, role, criterion=criterion.id)


def _ahead(other: Standing, mine: Standing) -> Ahead:
    """What put another one ahead: the result, or the last step on which the two were still compared."""
    place = other.place or 0
    if other.exact != mine.exact:
        return Ahead(other.candidacy, place, RESULT, other.result, mine.result)
    step = next(each for each in reversed(mine.ties) if other.candidacy in each.values)
    return Ahead(other.candidacy, place, step.step, step.values[other.candidacy], step.values[mine.candidacy])
