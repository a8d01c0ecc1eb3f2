"""From marks to places: sheets that count, orders of aggregation, rounding, thresholds, carry-over, statuses."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from operator import mul
from typing import Any

import pytest

from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.domain.standings import CARRIED_MISSING, CarriedStageMissing, Ranker, Standings, Status

Contest = Callable[..., Standings]
MakeRules = Callable[..., Rules]

ONE: dict[str, dict[str, str]] = {"a": {}}
MEAN = {"result": "mean"}


def places(standings: Standings) -> dict[str, int | None]:
    """Each candidacy's place."""
    return {each.candidacy: each.place for each in standings.standings}


def results(standings: Standings) -> dict[str, Fraction | None]:
    """What each place was taken on."""
    return {each.candidacy: each.exact for each in standings.standings}


def test_a_blank_is_not_a_zero(contest: Contest) -> None:
    """16, 16 and a blank are 16, never 10.67; the blank sheet is expected and not counted."""
    standing = contest(ONE, {"P": {"J1": "16", "J2": "16", "J3": "-"}}).of("P")
    assert standing.exact == 16
    assert (standing.sheets_counted, standing.sheets_expected) == (2, 3)


def test_a_zero_counts(contest: Contest) -> None:
    """A zero that was given is a mark like any other."""
    assert contest(ONE, {"P": {"J1": "16", "J2": "0"}}).of("P").exact == 8


@pytest.mark.parametrize("state", ["R", "A", "X"])
def test_a_recusal_leaves_mean_and_denominator(contest: Contest, state: str) -> None:
    """Recused, absent or abstained: the sheet is neither counted nor expected."""
    standing = contest(ONE, {"P": {"J1": "15", "J2": state, "J3": "18"}}).of("P")
    assert standing.exact == Fraction(33, 2)
    assert (standing.sheets_counted, standing.sheets_expected) == (2, 2)


def test_a_sheet_counts_whole_or_not_at_all(contest: Contest) -> None:
    """One criterion left blank keeps the whole sheet out, not only that mark."""
    standing = contest({"a": {}, "b": {}}, {"P": {"J1": "10 10", "J2": "20 -"}}).of("P")
    assert standing.exact == 10
    assert standing.criteria == {"a": "10.00", "b": "10.00"}


def test_a_missing_criterion_may_be_redistributed(contest: Contest) -> None:
    """The other weights scale up: what was not marked neither helps nor harms."""
    rubric = {"a": {"weight": "60"}, "b": {"weight": "40"}}
    rules = {"aggregation": {"missing_criterion": "redistribute", "result": "out_of", "out_of": "20"}}
    standings = contest(rubric, {"P": {"J1": "15 -"}, "Q": {"J1": "15 15"}, "R": {"J1": "15 0"}}, **rules)
    assert results(standings) == {"P": 15, "Q": 15, "R": 9}
    assert standings.of("P").sheets_counted == 1


def test_scales_are_brought_together_before_weighing(contest: Contest) -> None:
    """Out of 10 and out of 20 weigh as their weights say, and a scale that begins at 1 begins at nothing."""
    rubric = {"a": {"max": "10"}, "b": {"max": "20"}, "c": {"min": "1", "max": "5"}}
    standings = contest(rubric, {"P": {"J1": "5 20 1"}, "Q": {"J1": "10 0 5"}})
    assert results(standings) == {"Q": Fraction(40, 3), "P": Fraction(10)}


def test_lower_is_better_turns_the_scale_round(contest: Contest) -> None:
    """A delay of 0 days is full marks, one of 20 none."""
    rubric = {"a": {}, "delay": {"better": "lower"}}
    assert results(contest(rubric, {"P": {"J1": "10 0"}, "Q": {"J1": "10 20"}})) == {"P": 15, "Q": 5}


@pytest.mark.parametrize("form", ["mean", "points"])
def test_marks_that_are_ranks_stay_ranks(contest: Contest, form: str) -> None:
    """Where lower is better for every criterion, the smallest result is first and printed as it is."""
    grid = {"P": {"J1": "3", "J2": "1"}, "Q": {"J1": "1", "J2": "2"}, "R": {"J1": "2", "J2": "3"}}
    rules = {"aggregation": {"result": form, "across_jurors": "sum"}}
    standings = contest({"rank": {"better": "lower"}}, grid, **rules)
    assert places(standings) == {"Q": 1, "P": 2, "R": 3}
    assert [each.result for each in standings.standings] == ["3", "4", "5"]


def test_one_delay_among_marks_is_turned_round(contest: Contest) -> None:
    """Marks as given, some better low: those count from the other end of their scale."""
    standings = contest({"a": {}, "delay": {"better": "lower"}}, {"P": {"J1": "10 5"}}, aggregation=MEAN)
    assert standings.of("P").exact == Fraction(25, 2)


def test_bonus_and_deduction_come_after_the_mean(contest: Contest) -> None:
    """Weighted values added and taken off; a bonus nobody gave adds nothing and keeps no sheet out."""
    rubric = {"a": {"weight": "2"}, "plus": {"kind": "bonus", "weight": "1/2"}, "minus": {"kind": "deduction"}}
    grid = {"P": {"J1": "10 2 3"}, "Q": {"J1": "10 - -"}}
    rubric["minus"]["weight"] = "1"
    assert results(contest(rubric, grid)) == {"Q": 10, "P": 8}


def test_a_penalty_makes_a_time_longer(contest: Contest) -> None:
    """Where the smallest result is the best, a deduction is added: it never helps."""
    rubric = {"time": {"better": "lower"}, "penalty": {"kind": "deduction"}}
    rules = {"aggregation": {"result": "points"}}
    assert results(contest(rubric, {"P": {"J1": "10 2"}, "Q": {"J1": "11 0"}}, **rules)) == {"Q": 11, "P": 12}


def test_information_is_shown_and_never_counted(contest: Contest) -> None:
    """Its value is in the standing, and nothing of it in the result."""
    rubric = {"a": {"weight": "1"}, "age": {"kind": "information"}}
    standing = contest(rubric, {"P": {"J1": "12 3", "J2": "14 -"}}).of("P")
    assert standing.exact == 13
    assert standing.criteria["age"] == "3.00"


def test_yes_or_no_is_worth_its_weight(contest: Contest) -> None:
    """Yes is the whole weight, no none of it."""
    rubric = {"a": {"weight": "3"}, "local": {"kind": "yes_no", "weight": "1"}}
    standings = contest(rubric, {"P": {"J1": "20 0"}, "Q": {"J1": "20 1"}})
    assert results(standings) == {"Q": 20, "P": 15}


def test_established_values_count_once(contest: Contest) -> None:
    """The secretariat's value joins the jurors' mean by its weight, and a sum of jurors only once."""
    rubric = {"a": {"weight": "1"}, "count": {"weight": "1", "source": "secretariat"}}
    grid = {"P": {"J1": "10", "J2": "14", "": "20"}}
    assert contest(rubric, grid).of("P").exact == 16
    added = contest(rubric, grid, aggregation={"across_jurors": "sum", "result": "points"})
    assert added.of("P").exact == 44


def test_a_stage_may_have_no_juror_at_all(contest: Contest) -> None:
    """Established values alone rank; one that is missing leaves the candidacy incomplete."""
    rubric = {"a": {"weight": "60", "source": "secretariat"}, "b": {"weight": "40", "source": "secretariat"}}
    standings = contest(rubric, {"P": {"": "10 15"}, "Q": {"": "10 -"}}, aggregation=MEAN)
    assert standings.of("P").exact == 12
    assert standings.of("Q").status is Status.INCOMPLETE


def test_both_orders_agree_on_a_plain_mean(contest: Contest) -> None:
    """Totals then mean, or criterion means then weights: the same fraction."""
    rubric = {"a": {"weight": "30"}, "b": {"weight": "1/3", "max": "10"}}
    grid = {"P": {"J1": "3 4", "J2": "18 9", "J3": "7 7"}}
    sheets_first, criteria_first = (
        contest(rubric, grid, aggregation={"order": order}).of("P").exact
        for order in ("sheets_first", "criteria_first")
    )
    assert sheets_first == criteria_first


def test_the_orders_differ_for_medians(contest: Contest) -> None:
    """The median of totals is not the total of medians: the order is part of the rule."""
    rubric: dict[str, dict[str, str]] = {"a": {}, "b": {}}
    grid = {"P": {"J1": "0 20", "J2": "20 0", "J3": "6 6"}}
    found = [
        contest(rubric, grid, aggregation={"order": order, "across_jurors": "median"}).of("P").exact
        for order in ("sheets_first", "criteria_first")
    ]
    assert found == [10, 6]


def test_a_criterion_may_have_its_own_method(contest: Contest) -> None:
    """The criterion's median joins the mean of the rest by weight, whichever the order."""
    rubric = {"a": {}, "b": {"across_jurors": "median"}}
    grid = {"P": {"J1": "10 0", "J2": "10 20", "J3": "16 20"}}
    for order in ("sheets_first", "criteria_first"):
        assert contest(rubric, grid, aggregation={"order": order}).of("P").exact == 16


@pytest.mark.parametrize(
    ("rounding", "exact"), [({}, "2501/750"), ({"result": "0.01"}, "3.33"), ({"sheet": "0.01"}, "1001/300")]
)
def test_rounding_happens_at_the_named_steps_only(contest: Contest, rounding: dict[str, str], exact: str) -> None:
    """None, at the end, at each sheet: each gives its own result."""
    grid = {"P": {"J1": "3.335", "J2": "3.335", "J3": "3.334"}}
    standings = contest({"a": {"step": "0.001"}}, grid, rounding=rounding, aggregation=MEAN)
    assert standings.of("P").exact == Fraction(exact)


def test_criterion_and_product_are_rounded_criteria_first(contest: Contest) -> None:
    """8.4167 to 8.42, times 0.8 is 6.736, to 6.74: as skating does it, not once at the end."""
    rubric = {"a": {"weight": "0.8", "step": "0.25"}}
    grid = {"P": {"J1": "8.5", "J2": "8.5", "J3": "8.25"}}
    rules = {"aggregation": {"order": "criteria_first", "result": "points"}}
    rounding = {"criterion": "0.01", "product": "0.01"}
    standing = contest(rubric, grid, rounding=rounding, **rules).of("P")
    assert (standing.criteria["a"], standing.exact) == ("8.42", Fraction("6.74"))


def test_places_are_taken_on_the_rounded_result_when_the_rules_round(contest: Contest) -> None:
    """10.375, 10.4286 and 10.4 are three places exactly, and one shared place to one decimal."""
    grid = {"P": {"J1": "10.375"}, "Q": {"J1": "10.4286"}, "R": {"J1": "10.4"}}
    rubric = {"a": {"step": "0.0001"}}
    assert places(contest(rubric, grid)) == {"Q": 1, "R": 2, "P": 3}
    assert places(contest(rubric, grid, rounding={"result": "0.1"})) == {"P": 1, "Q": 1, "R": 1}


def test_thresholds_are_tested_on_exact_values(contest: Contest) -> None:
    """9.996 prints as 10.00 and is still below 10; exactly 10 is not."""
    rubric = {"a": {"step": "0.001"}}
    rules = {"aggregation": {"eliminatory": "< 10"}, "rounding": {"result": "0.01", "sheet": "0.01"}}
    standings = contest(rubric, {"P": {"J1": "9.996"}, "Q": {"J1": "10"}}, **rules)
    fallen = standings.of("P")
    assert (fallen.status, fallen.place, fallen.result) == (Status.ELIMINATED, None, "10.00")
    assert fallen.eliminated_by == ("result",)
    assert standings.of("Q").place == 1


def test_a_criterion_may_eliminate_whatever_the_result(contest: Contest) -> None:
    """Weights 3, 2, 1 and marks 18, 14, 4: a mean of 14.33, and a 4 that eliminates."""
    rubric = {"a": {"weight": "3"}, "b": {"weight": "2"}, "c": {"weight": "1", "eliminatory": "<= 5"}}
    standing = contest(rubric, {"P": {"J1": "18 14 4"}, "Q": {"J1": "6 6 6"}}).of("P")
    assert (standing.status, standing.result, standing.eliminated_by) == (Status.ELIMINATED, "14.33", ("c",))


@pytest.mark.parametrize("lower", [False, True])
def test_the_eliminated_are_listed_by_their_results_and_count_in_no_place(contest: Contest, *, lower: bool) -> None:
    """9 before 7 though 7 passed first; of five candidacies, a place is one of the three that are ranked."""
    grid = {each: {"J1": mark} for each, mark in {"A": "7", "B": "12", "C": "9", "D": "15", "E": "11"}.items()}
    threshold = "> 11" if lower else "< 10"
    rubric = {"a": {"better": "lower" if lower else "higher"}}
    standings = contest(rubric, grid, aggregation={"eliminatory": threshold, "result": "mean"})
    assert [each.candidacy for each in standings.standings] == list("ACEBD" if lower else "DBECA")
    assert standings.ranked == 3


def test_too_few_sheets_are_incomplete_or_unrankable(contest: Contest) -> None:
    """With marks still to come a candidacy is incomplete; with none to come the jury has to decide."""
    grid = {
        "P": {"J1": "15", "J2": "15", "J3": "15"},
        "Q": {"J1": "15", "J2": "15", "J3": "-"},
        "R": {"J1": "15", "J2": "15", "J3": "R"},
        "S": {},
    }
    standings = contest(ONE, grid, aggregation={"minimum_sheets": 3})
    assert [(each.candidacy, each.status) for each in standings.standings] == [
        ("P", Status.RANKED),
        ("Q", Status.INCOMPLETE),
        ("S", Status.INCOMPLETE),
        ("R", Status.UNRANKABLE),
    ]


def test_the_withdrawn_are_listed_last_without_a_place(contest: Contest) -> None:
    """A withdrawn candidacy takes no place from anyone; its result stays readable."""
    standings = contest(ONE, {"P": {"J1": "18"}, "Q": {"J1": "12"}}, withdrawn=("P",))
    assert places(standings) == {"Q": 1, "P": None}
    assert (standings.standings[-1].status, standings.of("P").own) == (Status.WITHDRAWN, "18")


def test_jurors_outside_the_panel_do_not_count(make_rules: MakeRules) -> None:
    """A consultative member's sheet is there and not looked at."""
    sheet = {"a": Mark(MarkState.MARKED, Fraction(20))}
    low = {"a": Mark(MarkState.MARKED, Fraction(10))}
    standing = Ranker(make_rules(ONE)).rank(["P"], ["J1"], {"P": {"J1": low, "expert": sheet}}).of("P")
    assert (standing.exact, standing.sheets_expected) == (Fraction(10), 1)


CARRY: dict[str, Any] = {"carry_over": {"own": "70", "stages": {"one": "30"}}}


def test_earlier_stages_enter_with_their_weight(contest: Contest) -> None:
    """70 % of this stage and 30 % of the first, whatever the weights add up to."""
    grid = {"P": {"J1": "10"}, "Q": {"J1": "9"}}
    carried = {"one": {"P": "5", "Q": "15"}}
    for own, one in (("70", "30"), ("0.7", "0.3"), ("7/10", "3/10")):
        rules = {"carry_over": {"own": own, "stages": {"one": one}}}
        standings = contest(ONE, grid, carried, **rules)
        assert results(standings) == {"Q": Fraction("10.8"), "P": Fraction("8.5")}
        assert [each.own for each in standings.standings] == ["9", "10"]


def test_carry_over_has_its_own_rounding(contest: Contest) -> None:
    """The own result is rounded first, then the weighted one, each at its step."""
    rules = {**CARRY, "rounding": {"result": "0.1"}}
    rules["carry_over"] = {**CARRY["carry_over"], "rounding": "0.01"}
    standing = contest({"a": {"step": "0.01"}}, {"P": {"J1": "10.05"}}, {"one": {"P": "1/3"}}, **rules).of("P")
    assert (standing.own, standing.result, standing.exact) == ("10.1", "7.17", Fraction("7.17"))


def test_a_missing_earlier_result_is_never_a_zero(contest: Contest) -> None:
    """Without its result of the first stage a candidacy is not rankable, and the standing says why."""
    standings = contest(ONE, {"P": {"J1": "10"}, "Q": {"J1": "9"}}, {"one": {"Q": "15"}}, **CARRY)
    assert (standings.of("P").status, standings.of("P").remarks) == (Status.UNRANKABLE, (CARRIED_MISSING,))
    assert standings.of("Q").place == 1
    with pytest.raises(CarriedStageMissing):
        contest(ONE, {"P": {"J1": "10"}}, **CARRY)


def test_sections_add_up_to_the_result(contest: Contest) -> None:
    """Subtotals are what their criteria contribute, deductions included."""
    rubric = {
        "a": {"weight": "2", "section": "Project"},
        "b": {"weight": "1", "section": "Team"},
        "c": {"weight": "1", "section": "Project"},
        "d": {"weight": "1", "section": "Team", "kind": "deduction"},
    }
    standing = contest(rubric, {"P": {"J1": "12 16 20 1"}}).of("P")
    assert standing.exact == 14
    assert standing.sections == {"Project": "11", "Team": "3"}


def test_a_changed_mark_is_seen(make_rules: MakeRules) -> None:
    """A ranker asked again gives what a new one would, even when the caller changed its tables in place."""
    rules = make_rules(ONE)
    sheets: dict[str, dict[str, dict[str, Mark]]] = {
        name: {"J1": {"a": Mark(MarkState.MARKED, Fraction(value))}} for name, value in (("P", 10), ("Q", 12))
    }
    ranker = Ranker(rules)
    assert places(ranker.rank(["P", "Q"], ["J1"], sheets)) == {"Q": 1, "P": 2}
    sheets["P"]["J1"]["a"] = Mark(MarkState.MARKED, Fraction(15))
    assert places(ranker.rank(["P", "Q"], ["J1"], sheets)) == {"P": 1, "Q": 2}
    assert ranker.rank(["P", "Q"], ["J2"], sheets).of("P").status is Status.INCOMPLETE


@pytest.mark.parametrize("weights", ["0.1 0.2 0.7", "0.2 0.3 0.5", "0.3 0.3 0.4", "0.25 0.35 0.4"])
def test_exact_ties_stay_ties(contest: Contest, weights: str) -> None:
    """All 1,331 ways to give three marks from 8 to 18: equals share a place, though binary floats part some of them."""
    written = weights.split()
    rubric = {id_: {"weight": weight} for id_, weight in zip("abc", written, strict=True)}
    marks = {f"{one} {two} {three}": (one, two, three) for one, two, three in product(range(8, 19), repeat=3)}
    standings = contest(rubric, {name: {"J1": name} for name in marks}, aggregation=MEAN)
    hundredths = [int(Fraction(weight) * 100) for weight in written]
    totals = {name: sum(map(mul, hundredths, each)) for name, each in marks.items()}
    ordered = sorted(totals.values(), reverse=True)
    assert places(standings) == {name: ordered.index(total) + 1 for name, total in totals.items()}
    binary = {(totals[name], sum(map(mul, map(float, written), each))) for name, each in marks.items()}
    assert len(binary) > len(set(totals.values()))
