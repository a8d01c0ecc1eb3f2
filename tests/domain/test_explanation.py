"""Explanations: their own arithmetic, worked out by another hand, gives the engine's figures, whatever the rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jury_desk.domain.contest import Contest
from jury_desk.domain.evaluation import PLAIN_MEAN
from jury_desk.domain.explainer import Explainer
from jury_desk.domain.explanation import (
    REDISTRIBUTED,
    Ahead,
    Computation,
    Counting,
    Figure,
    FigureKind,
    Placing,
    Separating,
    Siding,
    Striking,
)
from jury_desk.domain.expression import (
    CorrectedMean,
    Expression,
    Mean,
    Median,
    Negative,
    Number,
    Product,
    Quotient,
    Role,
    Rounded,
    Sum,
    numbers_of,
)
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Numbering, RulesRefused, rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState
from jury_desk.domain.selection import SelectionStatus
from jury_desk.domain.stage_results import RESULT, Status
from jury_desk.domain.standings import Standing

METHODS = ["mean", "median", "trimmed_mean", "corrected_mean", "sum", "rank_sum"]
STEPS = [None, None, "0.01", "0.1", "0.5", "1/3"]
CHAIN = ["criterion:c0", "section:S", "own", "carried:first", "highest_sheet", "lowest_sheet", "median", "head_to_head"]
SCALES = [("0", "10"), ("1", "5"), ("-2", "2"), ("0", "1")]


# --- Worked out by another hand ------------------------------------------------------------------------------------


def worked_out(expression: Expression) -> Fraction:  # noqa: C901, PLR0911 -- one case for each kind of node
    """What an expression comes to, without a word of its own arithmetic."""
    match expression:
        case Number(value):
            return value
        case Negative(inner):
            return Fraction(0) - worked_out(inner)
        case Sum(terms):
            return sum(map(worked_out, terms), Fraction(0))
        case Product(factors):
            product = Fraction(1)
            for factor in factors:
                product = product * worked_out(factor)
            return product
        case Quotient(dividend, divisor):
            return worked_out(dividend) / worked_out(divisor)
        case Mean(values):
            return sum(map(worked_out, values), Fraction(0)) / len(values)
        case Median(values):
            ordered = sorted(map(worked_out, values))
            return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
        case CorrectedMean(values, centre, limit, step):
            return _corrected(list(map(worked_out, values)), worked_out(centre), limit.value, step)
        case Rounded(inner, step):
            return half_up(worked_out(inner), step)


def _corrected(values: Sequence[Fraction], centre: Fraction, limit: Fraction, step: Fraction | None) -> Fraction:
    ends = (centre - limit, centre + limit)
    rounded = ends if step is None else tuple(half_up(end, step) for end in ends)
    pulled = [rounded[0] if value < ends[0] else rounded[1] if value > ends[1] else value for value in values]
    return sum(pulled, Fraction(0)) / len(pulled)


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of a step, halves away from zero, by counting steps."""
    steps = abs(value) / step
    whole = steps.numerator // steps.denominator
    nearest = whole + (1 if steps - whole >= Fraction(1, 2) else 0)
    return (-1 if value < 0 else 1) * nearest * step


# --- Random contests ---------------------------------------------------------------------------------------------


@st.composite
def contests(draw: st.DrawFn, methods: Sequence[str] = METHODS) -> Contest:
    """Any rules there can be, over a small jury with holes; few values, so that ties are common."""
    criteria = [draw(_criterion(index, methods)) for index in range(draw(st.integers(1, 4)))]
    document: dict[str, Any] = {
        "scale": {"min": "0", "max": "10", "step": "1"},
        "criteria": criteria,
        "aggregation": draw(_aggregation(methods)),
        "rounding": draw(_rounding()),
        "ties": {
            "chain": [step for step in CHAIN if step != "section:S" or any("section" in each for each in criteria)],
            "numbering": draw(st.sampled_from(["competition", "dense"])),
        },
        "selection": {
            "places": draw(st.integers(1, 3)),
            "reserve": draw(st.integers(0, 2)),
            "tie_at_cut": draw(st.sampled_from(["block", "include"])),
        },
    }
    if draw(st.booleans()):
        step = draw(st.sampled_from(STEPS))
        rounding = {} if step is None else {"rounding": step}
        document["carry_over"] = {"own": "70", "stages": {"first": "20", "second": "0.5"}, **rounding}
    else:
        document["ties"]["chain"].remove("carried:first")
    try:
        rules = rules_from_document(document)
    except RulesRefused:
        assume(False)
        raise
    candidacies = tuple(f"P{index}" for index in range(draw(st.integers(1, 5))))
    panel = tuple(f"J{index}" for index in range(draw(st.integers(1, 5))))
    sheets = {
        candidacy: {
            juror: {each.id: draw(_mark(each.scale.minimum, each.scale.maximum)) for each in rules.criteria}
            for juror in (SECRETARIAT, *panel)
        }
        for candidacy in candidacies
    }
    carried = {
        stage: {each: Fraction(draw(st.integers(0, 40)), 3) for each in candidacies if draw(st.integers(0, 9))}
        for stage in rules.carried_stages
    }
    withdrawn = frozenset(candidacies[:1] if draw(st.integers(0, 5)) == 0 else ())
    return Contest(rules, candidacies, panel, sheets, carried, withdrawn)


@st.composite
def _criterion(draw: st.DrawFn, index: int, methods: Sequence[str]) -> dict[str, Any]:
    low, high = draw(st.sampled_from(SCALES))
    criterion: dict[str, Any] = {
        "id": f"c{index}",
        "name": f"C{index}",
        "weight": draw(st.sampled_from(["0", "1", "2", "0.5", "1/3"])),
        "kind": "mark" if not index else draw(st.sampled_from(["mark", "mark", "bonus", "deduction", "information"])),
        "source": draw(st.sampled_from(["jurors", "jurors", "jurors", "secretariat"])),
        "better": draw(st.sampled_from(["higher", "higher", "lower"])),
        "min": low,
        "max": high,
    }
    if draw(st.booleans()):
        criterion["section"] = draw(st.sampled_from(["S", "T"]))
    if draw(st.integers(0, 3)) == 0:
        criterion["across_jurors"] = draw(st.sampled_from(methods))
    if draw(st.integers(0, 5)) == 0:
        criterion["eliminatory"] = draw(st.sampled_from(["< 2", ">= 4", "<= 1/3"]))
    return criterion


@st.composite
def _aggregation(draw: st.DrawFn, methods: Sequence[str]) -> dict[str, Any]:
    aggregation: dict[str, Any] = {
        "order": draw(st.sampled_from(["sheets_first", "criteria_first"])),
        "across_jurors": draw(st.sampled_from(methods)),
        "trim_low": draw(st.integers(0, 2)),
        "trim_high": draw(st.integers(0, 1)),
        "limit": draw(st.sampled_from(["1", "2", "1/2"])),
        "result": draw(st.sampled_from(["mean", "points", "out_of"])),
        "out_of": "20",
        "missing_criterion": draw(st.sampled_from(["incomplete", "redistribute"])),
        "minimum_sheets": draw(st.integers(0, 2)),
        "allow_unequal_panels": True,
    }
    if draw(st.integers(0, 5)) == 0:
        aggregation["eliminatory"] = draw(st.sampled_from(["< 5", "> 3"]))
    return aggregation


@st.composite
def _rounding(draw: st.DrawFn) -> dict[str, str]:
    names = ("mean", "corrected", "criterion", "product", "sheet", "result")
    drawn = {name: draw(st.sampled_from(STEPS)) for name in names}
    return {name: step for name, step in drawn.items() if step is not None}


def _mark(low: Fraction, high: Fraction) -> st.SearchStrategy[Mark]:
    values = st.integers(int(low), int(high)).map(lambda value: Mark(MarkState.MARKED, Fraction(value)))
    out = st.sampled_from([Mark(state) for state in MarkState if state is not MarkState.MARKED])
    return st.one_of(values, values, values, values, out)


# --- What must hold of every explanation -------------------------------------------------------------------------


def figures(contest: Contest) -> Iterator[Figure]:
    """Every figure that a contest can have, and some that it has not."""
    sections = {each.section for each in contest.rules.criteria if each.section}
    for candidacy in contest.candidacies:
        yield from (Figure(FigureKind.CRITERION, candidacy, each.id) for each in contest.rules.criteria)
        yield from (Figure(FigureKind.SHEET, candidacy, juror) for juror in contest.panel)
        yield from (Figure(FigureKind.SECTION, candidacy, section) for section in sections)
        yield from (Figure(kind, candidacy) for kind in FigureKind if kind not in NAMED)


NAMED = (FigureKind.CRITERION, FigureKind.SHEET, FigureKind.SECTION)


@given(contests())
def test_every_computation_gives_the_figure_exactly(contest: Contest) -> None:
    """The numbers put in, taken through the formula by another hand, are the engine's figure to the last digit."""
    explainer = Explainer(contest)
    standings = contest.standings()
    for figure in figures(contest):
        explanation = explainer.explain(figure)
        expected = engines_figure(standings.of(figure.candidacy), figure, explainer)
        if isinstance(explanation, Computation):
            assert explanation.outcome == expected
            assert worked_out(explanation.expression) == explanation.outcome == explanation.expression.value
            assert_numbers_are_what_they_say(contest, standings.of(figure.candidacy), explanation, explainer)
            assert_roundings_follow(explanation)
        elif figure.kind in (*NAMED, FigureKind.OWN, FigureKind.RESULT):
            assert isinstance(explanation, Counting)
            assert expected is None


def engines_figure(standing: Standing, figure: Figure, explainer: Explainer) -> Fraction | None:
    """The figure as the ranking holds it."""
    entrant = explainer._entrants[figure.candidacy]
    found = {
        FigureKind.CRITERION: standing.values.get(figure.name),
        FigureKind.SHEET: standing.totals.get(figure.name),
        FigureKind.OWN: entrant.own,
        # The withdrawn have no place, and so no value to take it on; what their sheets came to is still told.
        FigureKind.RESULT: standing.exact if explainer._rules.carry_over else entrant.own,
    }
    if figure.kind is FigureKind.SECTION:
        parts = entrant.evaluation.parts
        ids = [each.id for each in explainer._rules.criteria if each.section == figure.name and each.id in parts]
        return sum((parts[id_] for id_ in ids), Fraction(0)) if ids else None
    return found.get(figure.kind)


def assert_numbers_are_what_they_say(
    contest: Contest, standing: Standing, explanation: Computation, explainer: Explainer
) -> None:
    """Each number put in is the one that its source holds."""
    for number in all_numbers(explanation.expression):
        assert number.value == source_of(contest, standing, number, explainer), number
    weighed = {each.criterion for each in explanation.numbers if each.role is Role.WEIGHT}
    there = weighed if explanation.figure.kind is FigureKind.SHEET else standing.values
    present = (each.weight for each in contest.rules.criteria if each.mandatory and each.id in there)
    assert {each.value for each in explanation.numbers if each.role is Role.WEIGHTS} <= {sum(present, Fraction(0))}


def all_numbers(expression: Expression) -> Iterator[Number]:
    """The numbers put in, with those left out."""
    yield from numbers_of(expression)
    inner = expression.inner if isinstance(expression, Rounded) else expression
    if isinstance(inner, Mean):
        yield from inner.left_out


def source_of(contest: Contest, standing: Standing, number: Number, explainer: Explainer) -> Fraction | None:
    """What the source of a number holds: a mark on a sheet, a line of the rules, a figure explained itself."""
    rules, candidacy = contest.rules, standing.candidacy
    held: Mapping[Role, Callable[[], Fraction | None]] = {
        Role.MARK: lambda: contest.sheets[candidacy][number.juror][number.criterion].value,
        Role.ESTABLISHED: lambda: contest.sheets[candidacy][SECRETARIAT][number.criterion].value,
        Role.VALUE: lambda: standing.values[number.criterion],
        Role.TOTAL: lambda: standing.totals[number.juror],
        Role.OWN: lambda: explainer._entrants[candidacy].own,
        Role.CARRIED: lambda: contest.carried[number.stage][candidacy],
        Role.WEIGHT: lambda: criterion_of(contest, number).weight,
        Role.MINIMUM: lambda: criterion_of(contest, number).scale.minimum,
        Role.MAXIMUM: lambda: criterion_of(contest, number).scale.maximum,
        Role.ALL_WEIGHTS: lambda: sum((each.weight for each in rules.criteria if each.mandatory), Fraction(0)),
        Role.OUT_OF: lambda: rules.aggregation.out_of,
        Role.LIMIT: lambda: rules.aggregation.limit,
        Role.SHARE: lambda: shares(contest)[number.stage],
        Role.SHARES: lambda: sum(shares(contest).values(), Fraction(0)),
        # Which criteria have a value depends on the figure: looked at where the figure is known.
        Role.WEIGHTS: lambda: number.value,
        Role.COUNT: lambda: counted(contest, standing, number.criterion),
        Role.OTHERS: lambda: Fraction(len(standing.totals) - 1),
        Role.RANK: lambda: rank_of(contest, candidacy, number, explainer),
        Role.FIELD: lambda: Fraction(len(explainer._competing) + 1),
        Role.BALLOT: lambda: Fraction(1 + sum(number.juror in each for each in ballots_of(explainer, number).values())),
        Role.JURORS: lambda: Fraction(len({j for each in ballots_of(explainer, number).values() for j in each})),
        Role.SEEN_BY: lambda: Fraction(len(ballots_of(explainer, number)[candidacy])),
    }
    return held[number.role]()


def counted(contest: Contest, standing: Standing, criterion: str) -> Fraction:
    """How many of the counted sheets have a mark on a criterion."""
    sheets = contest.sheets[standing.candidacy]
    return Fraction(sum(sheets[juror][criterion].value is not None for juror in standing.totals))


def ballots_of(explainer: Explainer, number: Number) -> Mapping[str, Mapping[str, Fraction]]:
    """What the ranks that a number belongs to come from, by candidacy, then juror."""
    return {each: found.ballots[number.criterion] for each, found in explainer._competing.items()}


def criterion_of(contest: Contest, number: Number) -> Criterion:
    """The criterion that a number belongs to."""
    return next(each for each in contest.rules.criteria if each.id == number.criterion)


def shares(contest: Contest) -> Mapping[str, Fraction]:
    """What each stage weighs in the result, this one under an empty id."""
    carry_over = contest.rules.carry_over
    assert carry_over
    return {"": carry_over.own, **carry_over.stages}


def rank_of(contest: Contest, candidacy: str, number: Number, explainer: Explainer) -> Fraction:
    """One more than how many the juror puts ahead."""
    ballots = ballots_of(explainer, number)
    ballot = [values[number.juror] for values in ballots.values() if number.juror in values]
    mine = ballots[candidacy][number.juror]
    criterion = contest.rules.criterion(number.criterion)
    lower = criterion.lower_is_better if criterion else explainer._results.lower_totals
    return Fraction(1 + sum(value < mine if lower else value > mine for value in ballot))


def assert_roundings_follow(explanation: Computation) -> None:
    """Each step rounds the value before to the value after, and what the rules round last is the outcome."""
    for step in explanation.roundings:
        assert step.after == half_up(step.before, step.step)
    if isinstance(explanation.expression, Rounded):
        assert explanation.roundings[-1].after == explanation.outcome


@given(contests())
def test_every_place_and_side_is_told_by_what_decided_it(contest: Contest) -> None:
    """Everyone ahead is ahead by what is said, the place counts them, the side follows from the positions."""
    explainer = Explainer(contest)
    standings = contest.standings()
    for standing in standings.standings:
        placing = explainer.explain(Figure(FigureKind.PLACE, standing.candidacy))
        siding = explainer.explain(Figure(FigureKind.SELECTION, standing.candidacy))
        ties = explainer.explain(Figure(FigureKind.TIES, standing.candidacy))
        if standing.status is Status.ELIMINATED:
            assert isinstance(placing, Striking)
            assert_strikes(placing, standing)
        elif standing.status is not Status.RANKED:
            assert isinstance(placing, Counting)
            assert placing.status is standing.status
        else:
            assert isinstance(placing, Placing)
            assert isinstance(siding, Siding)
            assert_place(placing, standing, explainer)
            assert side_of(siding) is standing.selection
            assert (isinstance(ties, Separating) and ties.steps == standing.ties) or not standing.ties


def assert_place(placing: Placing, standing: Standing, explainer: Explainer) -> None:
    """The place is one more than those ahead, or than the places ahead where they are numbered without gaps."""
    ahead = placing.ahead
    counted = {each.place for each in ahead} if placing.numbering is Numbering.DENSE else ahead
    assert placing.place == standing.place == 1 + len(counted)
    lower = explainer._results.lower_results
    for other in ahead:
        if other.by == RESULT:
            mine, theirs = Fraction(other.mine), Fraction(other.theirs)
            assert theirs < mine if lower else theirs > mine
        else:
            step = next(each for each in standing.ties if each.step == other.by)
            assert step.separated
            assert (other.theirs, other.mine) == (step.values[other.candidacy], step.values[standing.candidacy])
    assert bool(placing.equals) is standing.shared


def side_of(siding: Siding) -> SelectionStatus:
    """The side by the positions; a group that stands across a line decides by what the rules do with ties."""
    selection = siding.selection
    line, end = selection.places, selection.places + selection.reserve
    # Where ties are included, positions count from the line that the included moved.
    if selection.tie_at_cut == "include":
        return siding.side
    if siding.last <= line:
        return SelectionStatus.SELECTED
    if siding.first <= line:
        return SelectionStatus.BLOCKED
    if siding.last <= end:
        return SelectionStatus.RESERVE
    return SelectionStatus.BLOCKED if siding.first <= end else SelectionStatus.NOT_SELECTED


def assert_strikes(striking: Striking, standing: Standing) -> None:
    """Every threshold that struck is told, with a value that it strikes and no rounding on the way."""
    assert tuple(each.by for each in striking.strikes) == standing.eliminated_by
    for strike in striking.strikes:
        assert strike.threshold.strikes(strike.value.outcome)
        assert worked_out(strike.value.expression) == strike.value.outcome
        assert not strike.value.roundings


# --- What a reader must be able to see -----------------------------------------------------------------------------


def a_contest(marks: Sequence[str], weights: Sequence[str] = ("1",), /, **tables: Any) -> Contest:
    """One candidacy P, jurors J1 and on with those marks (``-``: blank), criteria c0 and on out of 20."""
    criteria = [{"id": f"c{index}", "name": f"C{index}", "weight": weight} for index, weight in enumerate(weights)]
    rules = rules_from_document({"scale": {"min": "0", "max": "20"}, "criteria": criteria, **tables})
    sheets = {
        f"J{number}": {
            f"c{index}": Mark(MarkState.BLANK) if word == "-" else Mark(MarkState.MARKED, Fraction(word))
            for index, word in enumerate(words.split())
        }
        for number, words in enumerate(marks, 1)
    }
    return Contest(rules, ("P",), tuple(sheets), {"P": sheets})


def computed(contest: Contest, kind: FigureKind, name: str = "") -> Computation:
    """The explanation of a figure that there is."""
    found = Explainer(contest).explain(Figure(kind, "P", name))
    assert isinstance(found, Computation)
    return found


def test_a_trimmed_mean_names_the_marks_it_leaves_out() -> None:
    """The lowest and the highest, each with its juror; with too few values none is, and that is said."""
    trimmed = {"order": "criteria_first", "across_jurors": "trimmed_mean", "result": "mean"}
    found = computed(a_contest(["12", "7", "19", "14"], aggregation=trimmed), FigureKind.CRITERION, "c0")
    assert isinstance(found.expression, Mean)
    assert {each.juror: each.value for each in found.expression.left_out} == {"J2": Fraction(7), "J3": Fraction(19)}
    assert [each.juror for each in found.numbers] == ["J1", "J4"]
    short = computed(a_contest(["12", "7"], aggregation=trimmed), FigureKind.CRITERION, "c0")
    assert (short.remarks, short.outcome) == ((PLAIN_MEAN,), Fraction(19, 2))


def test_a_corrected_mean_tells_its_first_mean_and_whom_it_pulls_where() -> None:
    """10, 12 and 15 with 2: the mean is 12.33, 10 becomes 10.3 and 15 becomes 14.3, each rounding in its turn."""
    contest = a_contest(
        ["10", "12", "15"],
        aggregation={"across_jurors": "corrected_mean", "limit": "2", "result": "mean"},
        rounding={"mean": "0.01", "corrected": "0.1", "result": "0.01"},
    )
    found = computed(contest, FigureKind.OWN)
    assert isinstance(found.expression, Rounded)
    assert isinstance(found.expression.inner, CorrectedMean)
    pulled = {each.juror: to.value for each, to in found.expression.inner.pulled.items()}
    assert pulled == {"J1": Fraction("10.3"), "J3": Fraction("14.3")}
    assert [(each.name, each.before, each.after) for each in found.roundings] == [
        ("mean", Fraction(37, 3), Fraction("12.33")),
        ("corrected", Fraction("10.33"), Fraction("10.3")),
        ("corrected", Fraction("14.33"), Fraction("14.3")),
        ("result", Fraction("36.6") / 3, Fraction("12.2")),
    ]


def test_weights_made_up_for_are_said() -> None:
    """A sheet without one criterion divides by the weights that are there, with a remark; a full one has none."""
    contest = a_contest(["10 -", "10 20"], ("3", "1"), aggregation={"missing_criterion": "redistribute"})
    short, full = (computed(contest, FigureKind.SHEET, juror) for juror in ("J1", "J2"))
    assert (short.remarks, short.outcome) == ((REDISTRIBUTED,), Fraction(10))
    assert [each.value for each in short.numbers if each.role is Role.WEIGHTS] == [3]
    assert (full.remarks, full.outcome) == ((), Fraction(25, 2))


@pytest.mark.parametrize("order", ["criteria_first", "sheets_first"])
def test_a_sum_takes_the_start_of_the_scale_as_often_as_marks_are_added(order: str) -> None:
    """Two marks of a scale from 5 to 25 are (10 + 25 - 2 × 5) / 20 of it, whichever is brought together first."""
    contest = a_contest(["10", "25"], aggregation={"order": order, "across_jurors": "sum"})
    criteria = tuple(
        replace(each, scale=Scale(Fraction(5), Fraction(25), Fraction(1))) for each in contest.rules.criteria
    )
    found = computed(contest.under(replace(contest.rules, criteria=criteria)), FigureKind.OWN)
    assert worked_out(found.expression) == found.outcome == 25


def test_what_is_missing_is_told_where_there_is_no_figure() -> None:
    """Who has a sheet, who still owes one, how many are needed."""
    contest = a_contest(["10", "-"], aggregation={"minimum_sheets": 2})
    found = Explainer(contest).explain(Figure(FigureKind.RESULT, "P"))
    assert isinstance(found, Counting)
    assert (found.status, found.minimum) == (Status.INCOMPLETE, 2)
    assert (found.jurors(MarkState.MARKED), found.jurors(MarkState.BLANK)) == (("J1",), ("J2",))


def test_a_place_behind_equals_names_the_step_that_decided() -> None:
    """Equal results, the first criterion decides: what was compared of both is told."""
    rules = a_contest(["1 1"], ("1", "1"), ties={"chain": ["criterion:c0"]}).rules
    sheets = {
        each: {"J1": {f"c{i}": Mark(MarkState.MARKED, Fraction(mark)) for i, mark in enumerate(marks)}}
        for each, marks in {"P": (9, 11), "Q": (11, 9)}.items()
    }
    found = Explainer(Contest(rules, ("P", "Q"), ("J1",), sheets)).explain(Figure(FigureKind.PLACE, "P"))
    assert isinstance(found, Placing)
    assert found.ahead == (Ahead("Q", 1, "criterion:c0", "11", "9"),)
