"""Methods across jurors: median, trimmed and corrected mean, sums, sums of ranks, as published rules have them."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from jury_desk.domain.aggregation import gather, median, rank_sums
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Aggregation, Rounding
from jury_desk.domain.standings import PLAIN_MEAN, Standings, UnequalPanels

Contest = Callable[..., Standings]

ONE = {"a": {"max": "25", "step": "0.01"}}
CENT = Fraction(1, 100)


def aggregated(method: str, **keys: Any) -> dict[str, Any]:
    """Tables for one criterion taken as it is."""
    return {"aggregation": {"across_jurors": method, "result": "mean", **keys}}


def panel(*marks: object) -> dict[str, str]:
    """One mark from each of several jurors."""
    return {f"J{number}": str(mark) for number, mark in enumerate(marks, start=1)}


def test_a_median_is_the_middle_or_the_mean_of_two() -> None:
    """Odd and even panels."""
    assert median([Fraction(each) for each in (9, 1, 4)]) == 4
    assert median([Fraction(each) for each in (9, 1, 4, 5)]) == Fraction(9, 2)


def test_a_trimmed_mean_leaves_out_the_ends_of_those_present(contest: Contest) -> None:
    """One lowest and one highest of the marks given: a recusal changes who is left out, not how many."""
    grid = {"P": panel(1, 5, 6, 7, 25), "Q": panel(1, 5, "R", 7, 25)}
    standings = contest(ONE, grid, **aggregated("trimmed_mean"))
    assert standings.of("P").exact == standings.of("Q").exact == Fraction(6)
    lopsided = contest(ONE, grid, **aggregated("trimmed_mean", trim_low=0, trim_high=2))
    assert lopsided.of("P").exact == 4


def test_a_trimmed_mean_with_too_few_is_the_plain_mean_and_says_so(contest: Contest) -> None:
    """Two marks left of three would leave none: the mean of both, with a remark."""
    standings = contest(ONE, {"P": panel(4, 7, "R"), "Q": panel(4, 7, 9)}, **aggregated("trimmed_mean"))
    assert (standings.of("P").exact, standings.of("P").remarks) == (Fraction(11, 2), (PLAIN_MEAN,))
    assert (standings.of("Q").exact, standings.of("Q").remarks) == (Fraction(7), ())


def test_a_corrected_mean_pulls_marks_in(contest: Contest) -> None:
    """Marks further than two from the mean of 20 go to 18 and 22; one exactly two away stays."""
    standing = contest(ONE, {"P": panel(14, 20, 22, 24)}, **aggregated("corrected_mean", limit="2")).of("P")
    assert standing.corrected == ("18", "20", "22", "22")
    assert standing.exact == Fraction("20.5")


def test_a_corrected_mean_rounds_at_each_named_step(contest: Contest) -> None:
    """First mean to 12.33, pulled marks to 10.33 and 14.33, their mean to 11.66; once at the end it is 11.67."""
    grid = {"P": panel(10, 10, 17)}
    rounding = {"mean": "0.01", "corrected": "0.01", "result": "0.01"}
    rules = aggregated("corrected_mean", limit="2")
    stepwise = contest(ONE, grid, rounding=rounding, **rules).of("P")
    assert (stepwise.corrected, stepwise.result) == (("10.33", "10.33", "14.33"), "11.66")
    assert contest(ONE, grid, rounding={"result": "0.01"}, **rules).of("P").result == "11.67"


def test_correcting_may_happen_criterion_by_criterion(contest: Contest) -> None:
    """Criteria first, the limit is on the criterion's own marks, and the corrected ones are listed in their order."""
    rubric = {"a": {"max": "25"}, "b": {"max": "25"}}
    grid = {"P": panel("10 20", "10 20", "16 20")}
    rules = aggregated("corrected_mean", order="criteria_first", limit="1")
    standing = contest(rubric, grid, **rules).of("P")
    assert standing.corrected == ("11", "11", "13", "20", "20", "20")
    assert standing.exact == (Fraction(35, 3) + 20) / 2


def test_dropping_would_not_be_monotone_where_correcting_is() -> None:
    """The panel whose mean falls from 15.67 to 14.00 by dropping, when its last mark rises, rises when corrected."""
    before = [Fraction(each) for each in (25, 11, 17, 22, 3, 2, 19)]
    after = [*before[:-1], Fraction(20)]
    aggregation = Aggregation(across_jurors=Across.CORRECTED_MEAN, limit=Fraction(5))
    values = [gather(Across.CORRECTED_MEAN, each, aggregation, Rounding()).value for each in (before, after)]
    assert values[0] < values[1]


def test_a_sum_needs_the_same_jurors(contest: Contest) -> None:
    """Six marks of 15 are 90 and seven of 14 are 98: such sums are refused, unless the rules want them."""
    grid = {"P": panel(*[15] * 6, "R"), "Q": panel(*[14] * 7)}
    with pytest.raises(UnequalPanels) as caught:
        contest(ONE, grid, **aggregated("sum"))
    assert (caught.value.candidacy, caught.value.other) == ("P", "Q")
    allowed = contest(ONE, grid, **aggregated("sum", allow_unequal_panels=True))
    assert [(each.candidacy, each.result) for each in allowed.standings] == [("Q", "98"), ("P", "90")]


def test_a_sum_waits_for_every_sheet(contest: Contest) -> None:
    """While a mark may still come the candidacy is incomplete, and compared with nobody."""
    standings = contest(ONE, {"P": panel(15, "-"), "Q": panel(14, 14)}, **aggregated("sum"))
    assert [(each.candidacy, each.status.value) for each in standings.standings] == [
        ("Q", "ranked"),
        ("P", "incomplete"),
    ]


def test_the_same_juror_missing_everywhere_is_no_difference(contest: Contest) -> None:
    """Panels are equal when the same jurors marked everybody, whoever did not."""
    standings = contest(ONE, {"P": panel(15, "A"), "Q": panel(14, "A")}, **aggregated("sum"))
    assert standings.of("P").place == 1


def test_rank_sums_share_and_skip(contest: Contest) -> None:
    """Each juror's marks become ranks, equals the better one; the smallest sum is first."""
    grid = {"P": panel(9, 9), "Q": panel(9, 5), "R": panel(5, 7)}
    standings = contest(ONE, grid, **aggregated("rank_sum"))
    assert [(each.candidacy, each.result, each.place) for each in standings.standings] == [
        ("P", "2", 1),
        ("Q", "4", 2),
        ("R", "5", 3),
    ]


def test_rank_sums_may_be_made_criterion_by_criterion(contest: Contest) -> None:
    """Criteria first, each criterion's ranks are added and weighed; a deduction still harms."""
    rubric = {"a": {"weight": "2"}, "b": {"weight": "1", "better": "lower"}, "m": {"kind": "deduction", "weight": "1"}}
    grid = {"P": panel("9 3 0", "9 3 0"), "Q": panel("5 1 0", "5 1 1")}
    rules = aggregated("rank_sum", order="criteria_first")
    rules["aggregation"]["result"] = "points"
    standings = contest(rubric, grid, **rules)
    assert [(each.candidacy, each.exact) for each in standings.standings] == [
        ("P", 2 * 2 + 4),
        ("Q", 2 * 4 + 2 + Fraction(1, 2)),
    ]


def test_short_ballots_are_stretched_where_the_rules_allow_them() -> None:
    """The middle of a ballot of one of three weighs as the middle of a full one; a missing juror costs nothing."""
    full = {"J1": Fraction(9), "J2": Fraction(9)}
    ballots = {"P": full, "Q": {"J1": Fraction(5)}, "R": {"J1": Fraction(7)}}
    assert rank_sums(ballots, lower=False) == {"P": 1 + 2, "Q": 3 * 2, "R": 2 * 2}


def test_a_rank_sum_with_a_short_ballot_is_refused_otherwise(contest: Contest) -> None:
    """Ranks among fewer candidacies are smaller: not comparable as they are."""
    with pytest.raises(UnequalPanels):
        contest(ONE, {"P": panel(9, 9), "Q": panel(5, "R")}, **aggregated("rank_sum"))


def test_the_withdrawn_hold_no_rank(contest: Contest) -> None:
    """Once a candidacy has withdrawn, the others are ranked among themselves."""
    grid = {"P": panel(9, 9), "Q": panel(8, 8), "R": panel(7, 7)}
    standings = contest(ONE, grid, withdrawn=("P",), **aggregated("rank_sum"))
    assert [(each.candidacy, each.result) for each in standings.standings] == [("Q", "2"), ("R", "4"), ("P", "")]


def test_a_sum_criteria_first_is_out_of_as_many_scales(contest: Contest) -> None:
    """Two jurors' shares of a scale from 5 to 25 add up as their sheets would."""
    rubric = {"a": {"min": "5", "max": "25"}}
    grid = {"P": panel(10, 25)}
    found = [
        contest(rubric, grid, aggregation={"order": order, "across_jurors": "sum"}).of("P").exact
        for order in ("sheets_first", "criteria_first")
    ]
    assert found == [25, 25]


def test_marks_that_are_not_ranked_stay_marks(contest: Contest) -> None:
    """Where every criterion has a method of its own nothing is left to rank: the larger median is the better."""
    rubric = {"a": {"across_jurors": "median"}}
    standings = contest(rubric, {"P": panel(9, 5, 7), "Q": panel(10, 8, 6)}, **aggregated("rank_sum"))
    assert [(each.candidacy, each.result, each.place) for each in standings.standings] == [("Q", "8", 1), ("P", "7", 2)]
