"""Robustness: test vectors, the example shaken, what must hold of any contest, and other people's programs."""

import csv
import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desk import resources
from jury_desk.domain.contest import Contest
from jury_desk.domain.exact import decimal_text, exact_sum
from jury_desk.domain.flips import RESOLUTION, MarkFlips, Pair, WeightFlip, mark_flips, pair_at_line, weight_flips
from jury_desk.domain.marks_table import (
    Insufficient,
    Lack,
    MarksTable,
    mean_of,
    mid_ranks,
    root,
    table_of,
    total_range,
)
from jury_desk.domain.other_methods import (
    Condorcet,
    Method,
    borda_shares,
    condorcet,
    level_count,
    level_of,
    majority_values,
    z_results,
)
from jury_desk.domain.robustness import Firmness, Robustness, Settings, Trial, robustness
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.domain.severity import (
    AdditiveFit,
    JurorSeverity,
    PassageSlope,
    additive_fit,
    candidacy_spreads,
    juror_severities,
    passage_slope,
)
from jury_desk.domain.standings import Standings
from jury_desk.domain.what_if import (
    LeftOut,
    Outcome,
    Side,
    WhatIf,
    leave_out,
    outcome_of,
    shares_of,
    shift_weights,
    with_share,
)

P4, P5, P6, P7 = "Places libres", "Mon quai", "Cantine juste", "Relais terrain"

Grid = Mapping[str, Mapping[str, str]]
"""By candidacy, then juror, the marks of the criteria in their order; ``-`` is a blank."""


def a_contest(grid: Grid, weights: Sequence[str] = ("1",), *, places: int | None = 1, **tables: Any) -> Contest:
    """A contest out of a grid, marks from 0 to 20; criteria C0, C1 and so on."""
    criteria = [{"id": f"C{index}", "name": f"C{index}", "weight": weight} for index, weight in enumerate(weights)]
    scale = {"min": "0", "max": "20", "step": "1"}
    selection = {} if places is None else {"selection": {"places": places}}
    rules = rules_from_document({"scale": scale, "criteria": criteria, **selection, **tables})
    sheets = {
        candidacy: {
            juror: {
                f"C{index}": Mark(MarkState.MARKED, Fraction(word)) if word != "-" else Mark(MarkState.BLANK)
                for index, word in enumerate(words.split())
            }
            for juror, words in row.items()
        }
        for candidacy, row in grid.items()
    }
    jurors = tuple(dict.fromkeys(juror for row in grid.values() for juror in row))
    return Contest(rules, tuple(grid), jurors, sheets)


def a_table(totals: Mapping[str, Mapping[str, int]], *, lower: bool = False) -> MarksTable:
    """A table of totals."""
    return MarksTable({c: {j: Fraction(t) for j, t in row.items()} for c, row in totals.items()}, lower)


def ballots(*orders: str) -> MarksTable:
    """Orders such as ``ABCD``, best first, as totals."""
    letters = sorted(set("".join(orders)))
    return a_table(
        {each: {f"J{i}": -order.index(each) for i, order in enumerate(orders) if each in order} for each in letters}
    )


def an_outcome(*candidacies: str) -> Outcome:
    """A ranking without ties and without a line."""
    return Outcome({each: place for place, each in enumerate(candidacies, 1)}, {}, {})


def a_random_contest(seed: int, *, holes: bool = False, **tables: Any) -> Contest:
    """Six candidacies close together, five jurors, three criteria."""
    chance = random.Random(seed)  # noqa: S311 -- a contest to try, not a secret
    grid = {
        f"P{number}": {
            f"J{juror}": " ".join(str(chance.randint(6, 14)) for _ in range(3))
            for juror in range(5)
            if not holes or chance.random() > 0.15
        }
        for number in range(6)
    }
    return a_contest(grid, ("3", "2", "1"), places=3, **tables)


@pytest.fixture(scope="module")
def example() -> Contest:
    """The example's hackathon jury."""
    rules = rules_from_document(tomllib.loads(resources.path("example", "hackathon-rules.toml").read_text("utf-8")))
    sheets: dict[str, dict[str, dict[str, Mark]]] = {}
    with resources.path("example", "hackathon-marks.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            value = Fraction(line["mark"]) if line["mark"] else None
            sheet = sheets.setdefault(line["candidacy"], {}).setdefault(line["juror"], {})
            sheet[line["criterion"]] = Mark(MarkState(line["state"]), value)
    return Contest(rules, tuple(sheets), tuple(f"J{number}" for number in range(1, 8)), sheets)


@pytest.fixture(scope="module")
def shaken(example: Contest) -> Robustness:
    """The robustness of the example's ranking."""
    return robustness(example)


def without(contest: Contest, *jurors: str) -> WhatIf:
    """What the ranking of a contest would be without those jurors."""
    return leave_out(contest, outcome_of(contest.standings()), jurors).what_if


def what_if(found: Robustness, method: Method) -> WhatIf:
    """The ranking by a method that could be used."""
    answer = found.methods[method]
    assert isinstance(answer, WhatIf)
    return answer


# --- The example -------------------------------------------------------------------------------------------------


def test_seventh_takes_sixth_place_without_the_late_juror(example: Contest) -> None:
    """Without J6 the seventh is in with 13.20 to 13.13."""
    found = without(example, "J6")
    assert found.swap == (P6, P7)
    assert {move.candidacy: move.side_after for move in found.crossings} == {P6: Side.OUT, P7: Side.IN}
    assert [decimal_text(found.outcome.values[each], 2) for each in (P7, P6)] == ["13.20", "13.13"]


@pytest.mark.parametrize(
    ("jurors", "swap"), [(("J1",), (P6, P7)), (("J4",), (P6, P7)), (("J5",), None), (("J5", "J6"), (P4, P5))]
)
def test_other_jurors_left_out_of_the_example(
    example: Contest, jurors: tuple[str, ...], swap: tuple[str, str] | None
) -> None:
    """Without J1 or J4 the cut turns, without J5 nothing moves, without J5 and J6 only the fourth and fifth swap."""
    found = without(example, *jurors)
    assert found.swap == swap
    assert len(found.moves) == (2 if swap else 0)


def test_flag_lights_at_the_cut_of_the_example(shaken: Robustness) -> None:
    """Three jurors of seven turn the cut: the flag is lit, for the two at the line and nobody else."""
    assert shaken.sensitive
    assert not isinstance(shaken.left_out, Insufficient)
    assert [each.jurors for each in shaken.left_out if each.what_if.crossings] == [("J1",), ("J4",), ("J6",)]
    assert [each.candidacy for each in shaken.firmness if each.on_the_edge] == [P6, P7]


def test_firmness_of_the_example(shaken: Robustness) -> None:
    """Five dots to whoever never leaves their side, two to the two at the line."""
    dots = {each.candidacy: each.dots for each in shaken.firmness}
    assert (dots[P6], dots[P7]) == (2, 2)
    assert {dots[each] for each in dots if each not in (P6, P7)} == {5}
    assert [each.candidacy for each in shaken.firmness if each.safe and each.side is Side.OUT] == [
        "Clé en main",
        "Fil vert",
    ]


def test_jurors_who_missed_somebody_are_left_out_together(shaken: Robustness) -> None:
    """J5 was recused once and J6 absent once; without both the same six are in."""
    assert isinstance(shaken.without_partial, LeftOut)
    assert shaken.without_partial.jurors == ("J5", "J6")
    assert not shaken.without_partial.what_if.crossings


def test_any_mark_turns_an_exact_tie_and_the_first_weight_by_nothing(shaken: Robustness) -> None:
    """The sixth and seventh are equal but for a tie chain: each of their 65 marks turns the cut, so does any weight."""
    assert shaken.pair == Pair(P6, P7)
    assert isinstance(shaken.mark_flips, MarkFlips)
    assert (shaken.mark_flips.steps, len(shaken.mark_flips.changes), shaken.mark_flips.tried) == (1, 65, 65)
    assert not isinstance(shaken.weight_flips, Insufficient)
    assert all(not each.change and each.beyond and each.exact for each in shaken.weight_flips)
    upwards = {each.criterion: each.upwards for each in shaken.weight_flips}
    assert upwards == {"C1": False, "C2": True, "C3": False, "C4": True, "C5": True}


def test_other_methods_of_the_example(shaken: Robustness) -> None:
    """The additive effect turns the cut, the median does not, and the first beats everyone face to face."""
    assert what_if(shaken, Method.ADDITIVE).swap == (P6, P7)
    assert what_if(shaken, Method.MEDIAN).swap == (P4, P5)
    assert Method.MEAN not in shaken.methods
    assert shaken.condorcet == Condorcet("Feu vert", ())


# --- Without jurors, with other weights --------------------------------------------------------------------------


def test_juror_left_out_lowers_the_minimum_of_sheets() -> None:
    """With three jurors and a minimum of three, leaving one out must not leave everybody without a place."""
    contest = a_contest(
        {
            "A": {"J1": "9", "J2": "9", "J3": "2"},
            "B": {"J1": "8", "J2": "8", "J3": "14"},
            "C": dict.fromkeys(("J1", "J2", "J3"), "1"),
        },
        aggregation={"result": "out_of", "out_of": "20", "minimum_sheets": 3},
    )
    assert without(contest, "J3").swap == ("B", "A")


def test_what_if_tells_a_tie_across_the_line() -> None:
    """Two who would be equal at the line are tied there: neither in nor out."""
    contest = a_contest({"A": {"J1": "9", "J2": "8"}, "B": {"J1": "7", "J2": "8"}, "C": {"J1": "1", "J2": "1"}})
    found = without(contest, "J1")
    assert {move.candidacy: move.side_after for move in found.moves} == {"A": Side.TIED, "B": Side.TIED}
    assert found.swap is None


def test_shifted_share_keeps_the_sum_and_the_other_proportions() -> None:
    """Five points more for one weight come from the others in proportion."""
    contest = a_contest({"A": {"J1": "1 1 1"}}, ("60", "30", "10"))
    rules = with_share(contest.rules, "C0", Fraction(13, 20))
    assert [criterion.weight for criterion in rules.criteria] == [65, Fraction(105, 4), Fraction(35, 4)]


def test_each_weight_is_shifted_both_ways_within_bounds() -> None:
    """A share of three points goes down to nothing, and no further."""
    contest = a_contest({each: {"J1": "1 2"} for each in "ABC"}, ("97", "3"))
    found = shift_weights(contest, outcome_of(contest.standings()), Fraction(1, 20))
    assert not isinstance(found, Insufficient)
    assert [f"{each.criterion} {100 * each.shifted}" for each in found] == ["C0 92", "C0 100", "C1 0", "C1 8"]


def test_single_weight_cannot_be_shifted() -> None:
    """One criterion has all the weight there is."""
    contest = a_contest({each: {"J1": "1"} for each in "ABC"})
    assert shift_weights(contest, outcome_of(contest.standings()), Fraction(1, 20)) == Insufficient(Lack.WEIGHTS)


def test_withdrawn_candidacy_is_in_no_outcome() -> None:
    """Who has withdrawn has no side to leave."""
    contest = a_contest({each: {"J1": mark} for each, mark in zip("ABC", "987", strict=True)})
    outcome = outcome_of(replace(contest, withdrawn=frozenset("A")).standings())
    assert outcome.sides == {"B": Side.IN, "C": Side.OUT}


# --- Methods -----------------------------------------------------------------------------------------------------


def test_borda_depends_on_who_else_stands() -> None:
    """3 × ABCD and 2 × BCDA give B 12 and A 9 of 15; without C and D, A has 3 and B 2 of 5."""
    whole = borda_shares(ballots(*["ABCD"] * 3, *["BCDA"] * 2))
    assert [15 * whole[each] for each in "BA"] == [12, 9]
    part = borda_shares(ballots(*["AB"] * 3, *["BA"] * 2))
    assert [5 * part[each] for each in "AB"] == [3, 2]


def test_short_borda_ballot_weighs_what_a_full_one_does() -> None:
    """First of two counts as much as first of four, and a ballot of one says nothing."""
    shares = borda_shares(ballots("ABCD", "BA", "C"))
    assert (shares["A"], shares["B"], shares["C"]) == (Fraction(1, 2), Fraction(5, 6), Fraction(1, 3))


def test_equals_share_borda_points() -> None:
    """Two equals at the top of three have beaten one and a half of two."""
    assert borda_shares(a_table({"A": {"J": 9}, "B": {"J": 9}, "C": {"J": 1}}))["A"] == Fraction(3, 4)


def test_majority_value_is_the_median_then_what_lies_round_it() -> None:
    """The lower median first, then outwards, lower before upper."""
    values = majority_values({"A": [1, 3, 3, 4, 5], "B": [2, 2, 3, 5, 5]})
    assert values["A"] == (3, 3, 3, 4, 1, 5)
    assert values["A"] > values["B"]
    assert majority_values({"A": [2, 4]})["A"][0] == 2


@given(st.dictionaries(st.sampled_from("ABCD"), st.lists(st.integers(0, 5), min_size=1, max_size=6), min_size=2))
def test_majority_judgment_of_unequal_panels_is_that_of_repeated_votes(mentions: dict[str, list[int]]) -> None:
    """Putting medians aside one by one, on ballots repeated until all panels are equal, gives the same order."""
    size = 2 * lcm(*(len(given) for given in mentions.values()))
    repeated = {each: sorted(given * (size // len(given))) for each, given in mentions.items()}

    def one_by_one(votes: list[int]) -> list[int]:
        left = list(votes)
        return [left.pop((len(left) - 1) // 2) for _ in votes]

    ours = majority_values(mentions)
    theirs = {each: one_by_one(votes) for each, votes in repeated.items()}
    for first in mentions:
        for second in mentions:
            assert (ours[first] > ours[second]) == (theirs[first] > theirs[second])


def test_totals_are_rounded_to_the_nearest_level() -> None:
    """Five levels over 0 to 20 stand five points apart; a half goes up, what is beyond stays at the end."""
    ends = (Fraction(0), Fraction(20))
    totals = ("0", "2.4", "2.5", "13.2", "20", "21", "-1")
    assert [level_of(Fraction(total), ends, 5) for total in totals] == [0, 0, 1, 3, 4, 4, 0]


def test_levels_are_those_of_the_rules(example: Contest) -> None:
    """The example's first criterion names five; rules that name none get six."""
    assert level_count(example.rules) == 5
    assert level_count(a_contest({"A": {"J1": "1"}}).rules) == 6


def test_condorcet_circle_has_no_winner() -> None:
    """A beats B, B beats C, C beats A: nobody beats everyone, and the first does not beat the third."""
    assert condorcet(ballots("ABC", "BCA", "CAB"), an_outcome("A", "B", "C")) == Condorcet(None, ("C",))


def test_condorcet_winner_need_not_be_first() -> None:
    """Whoever beats everyone face to face is named, wherever the ranking has them."""
    found = condorcet(ballots("BAC", "BAC", "ACB"), an_outcome("A", "B", "C"))
    assert found == Condorcet("B", ("B",))


def test_smaller_totals_turn_every_method_round() -> None:
    """Where the smaller total is the better, the same table read backwards gives the same answers."""
    totals = {"A": {"J1": 9, "J2": 8, "J3": 9}, "B": {"J1": 5, "J2": 9, "J3": 4}, "C": {"J1": 1, "J2": 2, "J3": 5}}
    mirrored = {candidacy: {juror: -total for juror, total in row.items()} for candidacy, row in totals.items()}
    assert borda_shares(a_table(totals)) == borda_shares(a_table(mirrored, lower=True))
    outcome = an_outcome("A", "B", "C")
    assert condorcet(a_table(totals), outcome) == condorcet(a_table(mirrored, lower=True), outcome)
    lenient, mirror = (
        [each.leniency for each in juror_severities(table, additive_fit(table), ("J1", "J2", "J3"))]
        for table in (a_table(totals), a_table(mirrored, lower=True))
    )
    assert lenient == mirror


def test_standardised_marks_are_put_back_into_points() -> None:
    """Two jurors of one opinion, one severe and one mild, and a third between: the middle stays the middle."""
    found = z_results(
        a_table(
            {"A": {"J1": 8, "J2": 16, "J3": 12}, "B": {"J1": 6, "J2": 14, "J3": 10}, "C": {"J1": 4, "J2": 12, "J3": 8}}
        )
    )
    assert not isinstance(found, Insufficient)
    assert found["B"] == 10
    assert found["A"] - 10 == 10 - found["C"] == Fraction(round((found["A"] - 10) * 10**20), 10**20)


def test_standardised_marks_need_different_ones() -> None:
    """A juror of one mark for all, or of one candidacy, has no z-score: named, not guessed."""
    flat = {"A": {"J1": 5, "J2": 9, "J3": 1}, "B": {"J1": 5, "J2": 8, "J3": 2}, "C": {"J1": 5, "J2": 7, "J3": 3}}
    assert z_results(a_table(flat)) == Insufficient(Lack.SPREAD, ("J1",))
    lone = {"A": {"J1": 5, "J2": 9, "J3": 1}, "B": {"J2": 8, "J3": 2}, "C": {"J2": 7, "J3": 3}}
    assert z_results(a_table(lone)) == Insufficient(Lack.MARKS, ("J1",))


def test_equals_by_another_method_keep_their_official_order() -> None:
    """A method that does not tell two apart contradicts nothing, not even at the line."""
    contest = a_contest(
        {
            "A": {"J1": "12 9", "J2": "12 9", "J3": "12 9"},
            "B": {"J1": "9 12", "J2": "9 12", "J3": "9 12"},
            "C": {"J1": "1 1", "J2": "2 1", "J3": "1 3"},
        },
        ("1", "1"),
        ties={"chain": ["criterion:C0"]},
    )
    found = robustness(contest)
    assert what_if(found, Method.ADDITIVE).moves == ()
    assert what_if(found, Method.BORDA).outcome.places == {"A": 1, "B": 2, "C": 3}


def test_earlier_stages_enter_the_methods_that_make_points_and_keep_the_others_away() -> None:
    """Carried results weigh in the additive ranking; Borda and Condorcet know none and say so."""
    grid = {
        "A": {"J1": "9", "J2": "9", "J3": "8"},
        "B": {"J1": "8", "J2": "8", "J3": "9"},
        "C": dict.fromkeys(("J1", "J2", "J3"), "1"),
    }
    contest = a_contest(grid, carry_over={"own": "1", "stages": {"first": "1"}})
    carried = {"first": {"A": Fraction(5), "B": Fraction(10), "C": Fraction(5)}}
    found = robustness(replace(contest, carried=carried))
    additive = what_if(found, Method.ADDITIVE)
    assert additive.moves == ()
    assert additive.outcome.values["B"] == found.official.values["B"]
    assert found.methods[Method.BORDA] == found.condorcet == Insufficient(Lack.CARRIED)


# --- Severity ----------------------------------------------------------------------------------------------------

tables = st.integers(3, 5).flatmap(
    lambda height: st.lists(
        st.lists(st.one_of(st.none(), st.integers(0, 20)), min_size=height, max_size=height), min_size=3, max_size=6
    )
)


def holey(rows: Sequence[Sequence[int | None]]) -> MarksTable:
    """Rows of candidacies as a table; nothing where there is no total."""
    totals = {
        f"P{number}": {f"J{juror}": total for juror, total in enumerate(row) if total is not None}
        for number, row in enumerate(rows)
    }
    return a_table({candidacy: row for candidacy, row in totals.items() if row})


@given(st.lists(st.lists(st.integers(0, 20), min_size=4, max_size=4), min_size=3, max_size=6))
def test_additive_levels_of_a_complete_table_are_its_means(rows: list[list[int]]) -> None:
    """On complete data the additive fit ranks as the mean does: it is the mean."""
    table = holey(rows)
    fit = additive_fit(table)
    assert isinstance(fit, AdditiveFit)
    assert fit.levels == {candidacy: mean_of(tuple(row.values())) for candidacy, row in table.totals.items()}


@given(tables)
def test_additive_fit_leaves_rests_that_cancel_out(rows: list[list[int | None]]) -> None:
    """Least squares: the rests of every candidacy and of every juror sum to 0 exactly, and so do the effects."""
    table = holey(rows)
    fit = additive_fit(table)
    if isinstance(fit, Insufficient):
        assert fit.lack in (Lack.CONNECTION, Lack.JURORS, Lack.CANDIDACIES)
        return
    rests = {
        (candidacy, juror): total - fit.levels[candidacy] - fit.effects[juror]
        for candidacy, row in table.totals.items()
        for juror, total in row.items()
    }
    for name in (*fit.levels, *fit.effects):
        assert exact_sum(rest for cell, rest in rests.items() if name in cell) == 0
    assert exact_sum(fit.effects.values()) == 0


def test_additive_fit_sees_through_a_severe_juror() -> None:
    """C looks weak because only the severe saw it: the fit gives back the levels the totals were made from."""
    effects = {"J1": -3, "J2": 1, "J3": 2}
    levels = {"A": 10, "B": 12, "C": 12, "D": 9}
    seen = {"A": ("J1", "J2", "J3"), "B": ("J2", "J3"), "C": ("J1",), "D": ("J1", "J3")}
    fit = additive_fit(a_table({each: {j: levels[each] + effects[j] for j in seen[each]} for each in levels}))
    assert fit == AdditiveFit({k: Fraction(v) for k, v in levels.items()}, {k: Fraction(v) for k, v in effects.items()})


def test_groups_without_a_candidacy_in_common_are_not_compared() -> None:
    """Two rooms: nothing tells a severe room from weak candidacies, so nothing is said."""
    rooms = {"A": {"J1": 9, "J2": 8}, "B": {"J1": 7, "J2": 7}, "C": {"J3": 5, "J4": 4}, "D": {"J3": 3, "J4": 2}}
    table = a_table(rooms)
    assert additive_fit(table) == Insufficient(Lack.CONNECTION)
    unknown = juror_severities(table, additive_fit(table), ("J1", "J3"))
    assert [each.leniency for each in unknown] == [None, None]
    assert [each.mean for each in unknown] == [8, 4]


def test_severity_and_spread_of_a_juror() -> None:
    """Mean, leniency and variance of one juror's totals."""
    table = a_table(
        {"A": {"J1": 8, "J2": 11, "J3": 11}, "B": {"J1": 4, "J2": 7, "J3": 7}, "C": {"J1": 6, "J2": 9, "J3": 9}}
    )
    first = juror_severities(table, additive_fit(table), ("J1",))[0]
    assert first == JurorSeverity("J1", 3, Fraction(6), Fraction(-2), Fraction(8, 3))


def test_candidacy_that_parts_the_jury_is_flagged() -> None:
    """Eight points between two jurors light the flag at eight, not at nine; one sheet alone has no spread."""
    table = a_table({"A": {"J1": 4, "J2": 12, "J3": 9}, "B": {"J1": 7}})
    (spread,) = candidacy_spreads(table, Fraction(8))
    assert (spread.candidacy, spread.distance, spread.flagged) == ("A", Fraction(8), True)
    assert (spread.lowest[0], spread.highest[0]) == ("J1", "J2")
    assert not candidacy_spreads(table, Fraction(9))[0].flagged
    assert not candidacy_spreads(table, Fraction(0))[0].flagged


def test_slope_over_the_passages() -> None:
    """Half a point more at each passage is a slope of one half that explains everything; a gap keeps its passage."""
    table = a_table({"A": {"J": 10}, "B": {"J": 11}, "D": {"J": 13}})
    assert passage_slope(table, "ABCD") == PassageSlope(Fraction(1), Fraction(1), 3)
    assert passage_slope(table, "DBA") == PassageSlope(Fraction(-3, 2), Fraction(27, 28), 3)
    assert passage_slope(a_table({each: {"J": 5} for each in "ABC"}), "ABC") == PassageSlope(
        Fraction(0), Fraction(0), 3
    )
    assert passage_slope(table, "AB") == Insufficient(Lack.CANDIDACIES)


@given(st.fractions(min_value=0, max_value=1000, max_denominator=1000))
def test_root_is_the_nearest_decimal(square: Fraction) -> None:
    """A root is off by half a unit of its last decimal at most, and exact for a square."""
    found = root(square, 12)
    unit = Fraction(1, 2 * 10**12)
    assert max(found - unit, Fraction(0)) ** 2 <= square <= (found + unit) ** 2
    assert root(square * square, 0) == square


@given(st.lists(st.integers(-20, 20).map(Fraction), min_size=1))
def test_mid_ranks_sum_to_those_of_an_order(values: list[Fraction]) -> None:
    """However many are equal, the ranks of n values sum to n (n + 1) / 2."""
    assert exact_sum(mid_ranks(values)) == Fraction(len(values) * (len(values) + 1), 2)


# --- What turns the cut ------------------------------------------------------------------------------------------


def turned_after(contest: Contest, pair: Pair, change: tuple[str, str, str, Fraction]) -> bool:
    """Whether the whole contest, with one mark changed, no longer has the pair in and out."""
    candidacy, juror, criterion, value = change
    of_one = contest.sheets[candidacy]
    sheet = {**of_one[juror], criterion: Mark(MarkState.MARKED, value)}
    sheets = {**contest.sheets, candidacy: {**of_one, juror: sheet}}
    sides = outcome_of(replace(contest, sheets=sheets).standings()).sides
    return (sides[pair.above], sides[pair.below]) != (Side.IN, Side.OUT)


def cut_of(contest: Contest) -> tuple[Standings, Pair] | None:
    """The ranking and the pair at its line; nothing when a tie stands across it."""
    standings = contest.standings()
    pair = pair_at_line(outcome_of(standings))
    return None if isinstance(pair, Insufficient) else (standings, pair)


@pytest.mark.parametrize("seed", range(30))
def test_smallest_change_of_a_mark_is_the_smallest(seed: int) -> None:
    """Every change told turns the whole contest; no mark moved by one step less does."""
    contest = a_random_contest(seed, holes=True)
    cut = cut_of(contest)
    if cut is None:
        return
    standings, pair = cut
    found = mark_flips(contest, standings, pair)
    assert isinstance(found, MarkFlips)
    changes = {(each.candidacy, each.juror, each.criterion, each.after) for each in found.changes}
    assert all(turned_after(contest, pair, change) for change in changes)
    assert all(abs(each.after - each.before) == found.steps for each in found.changes)
    for candidacy, way in ((pair.above, -1), (pair.below, 1)):
        for juror, sheet in contest.sheets[candidacy].items():
            for criterion, mark in sheet.items():
                for steps in range(1, found.steps + 1):
                    value = (mark.value or Fraction(0)) + way * steps
                    change = (candidacy, juror, criterion, value)
                    if 0 <= value <= 20 and change not in changes:
                        assert not turned_after(contest, pair, change)


@pytest.mark.parametrize("seed", range(30))
def test_smallest_change_of_a_weight_is_the_smallest(seed: int) -> None:
    """At the turning share the two are exactly equal; just before it the cut stands, just past it it has turned."""
    contest = a_random_contest(seed, holes=True)
    cut = cut_of(contest)
    if cut is None:
        return
    _, pair = cut
    found = weight_flips(contest, pair)
    assert not isinstance(found, Insufficient)
    for flip in found:
        assert flip.exact
        at, before, past = (order_at(contest, pair, flip, step) for step in (0, -1, 1))
        assert at == 0
        assert before is None or before > 0
        assert past is None or past < 0
    assert [each.change for each in found] == sorted(each.change for each in found)


def order_at(contest: Contest, pair: Pair, flip: WeightFlip, step: int) -> Fraction | None:
    """The gap of the pair a millionth before, at or past the turning share; nothing where there is no such share."""
    share = flip.turning + Fraction(step if flip.upwards else -step, 10**6)
    if not 0 <= share <= 1 or (step < 0 and abs(share - flip.share) > flip.change):
        return None
    standings = contest.under(with_share(contest.rules, flip.criterion, share)).standings()
    above, below = (standings.of(each).exact or Fraction(0) for each in (pair.above, pair.below))
    return above - below


def test_weights_that_cannot_turn_the_cut_are_not_told() -> None:
    """Who is better on every criterion stays ahead whatever they weigh."""
    contest = a_contest({"A": {"J1": "9 9"}, "B": {"J1": "8 8"}}, ("1", "1"))
    cut = cut_of(contest)
    assert cut is not None
    assert weight_flips(contest, cut[1]) == ()


def test_turning_share_of_known_marks() -> None:
    """12 and 6 against 8 and 14: the second catches up when the first criterion has two thirds of the weight."""
    contest = a_contest({"A": {"J1": "12 6"}, "B": {"J1": "8 14"}}, ("4", "1"))
    cut = cut_of(contest)
    assert cut is not None
    expected = Fraction(2, 3)
    assert weight_flips(contest, cut[1]) == (
        WeightFlip("C0", Fraction(4, 5), expected, upwards=False, beyond=False, exact=True),
        WeightFlip("C1", Fraction(1, 5), 1 - expected, upwards=True, beyond=False, exact=True),
    )


def test_rounded_results_turn_at_a_share_told_closely() -> None:
    """Rounding makes steps of the straight line: the share is told as close to the turn as was promised."""
    contest = a_contest({"A": {"J1": "12 6"}, "B": {"J1": "8 14"}}, ("4", "1"), rounding={"result": "1"})
    cut = cut_of(contest)
    assert cut is not None
    found = weight_flips(contest, cut[1])
    assert not isinstance(found, Insufficient)
    flip = found[0]
    assert not flip.exact
    assert 0 <= Fraction(3, 4) - flip.turning <= RESOLUTION
    back = with_share(contest.rules, "C0", flip.turning + RESOLUTION)
    assert outcome_of(contest.under(back).standings()).sides["A"] is Side.IN
    there = with_share(contest.rules, "C0", flip.turning)
    assert outcome_of(contest.under(there).standings()).sides["A"] is not Side.IN


def test_no_single_mark_may_be_enough() -> None:
    """Twenty ahead with two jurors: no mark of one juror makes up for it."""
    contest = a_contest({"A": {"J1": "20", "J2": "20", "J3": "20"}, "B": {"J1": "0", "J2": "0", "J3": "0"}})
    cut = cut_of(contest)
    assert cut is not None
    assert mark_flips(contest, *cut) == MarkFlips(0, 6, ())


@pytest.mark.parametrize(
    ("marks", "places", "lack"),
    [("987", None, Lack.LINE), ("987", 3, Lack.BELOW), ("997", 1, Lack.TIED)],
)
def test_pair_at_the_line_needs_a_line_between_two(marks: str, places: int | None, lack: Lack) -> None:
    """No places, nobody below or a tie across: there are no two to turn."""
    contest = a_contest({each: {"J1": mark} for each, mark in zip("ABC", marks, strict=True)}, places=places)
    pair = pair_at_line(outcome_of(contest.standings()))
    assert isinstance(pair, Insufficient)
    assert pair.lack is lack


# --- The whole ---------------------------------------------------------------------------------------------------


def test_too_small_a_jury_says_so_everywhere() -> None:
    """Two jurors: neither a statistic nor a firmness by them, and no number in their place."""
    contest = a_contest({each: {"J1": mark, "J2": mark} for each, mark in zip("ABC", "987", strict=True)})
    found = robustness(contest)
    for answer in (found.left_out, found.severities, found.concordance, found.alpha, found.slope, found.condorcet):
        assert answer == Insufficient(Lack.JURORS)
    assert [each.dots for each in found.firmness] == [None, None, None]
    assert not any(each.safe for each in found.firmness)


def test_contest_without_marks_or_line_is_answered() -> None:
    """Before the first mark, and without places, every question has an answer: that there is none."""
    empty = robustness(a_contest({"A": {"J1": "-"}, "B": {"J1": "-"}}))
    assert empty.official.places == {}
    assert empty.mark_flips == Insufficient(Lack.BELOW)
    lineless = robustness(a_random_contest(1).under(replace(a_random_contest(1).rules, selection=None)))
    assert lineless.firmness == ()
    assert lineless.mark_flips == Insufficient(Lack.LINE)


def test_tie_across_the_line_is_on_the_edge_whatever_else() -> None:
    """A blocked line is lit even where nothing could be tried."""
    found = robustness(a_contest({"A": {"J1": "9"}, "B": {"J1": "9"}, "C": {"J1": "1"}}))
    assert found.sensitive
    assert [each.on_the_edge for each in found.firmness] == [True, True, False]


def equals_at_the_line(**voted: int) -> Contest:
    """Three jurors, all agreed: A is far ahead, B and C have the very same marks on both sides of the line."""
    grid = {
        each: dict.fromkeys(("J1", "J2", "J3"), marks) for each, marks in {"A": "18 18", "B": "9 9", "C": "9 9"}.items()
    }
    return replace(a_contest(grid, ("1", "1"), places=2, ties={"chain": [], "unresolved": "vote"}), voted=voted)


def test_equals_separated_by_a_vote_are_on_the_edge_though_nothing_moves_them() -> None:
    """The vote keeps them apart in every trial; their results never do, and nobody is called safe."""
    contest = equals_at_the_line(B=1, C=2)
    found = robustness(contest)
    assert found.official.sides == {"A": Side.IN, "B": Side.IN, "C": Side.OUT}
    firmness = {each.candidacy: each for each in found.firmness}
    assert not firmness["B"].failed
    assert not firmness["C"].failed
    assert [each.safe for each in found.firmness] == [True, False, False]
    assert firmness["A"].dots == 5
    assert (firmness["B"].dots, firmness["C"].dots) == (3, 3)
    assert found.sensitive


def test_tie_still_to_settle_never_has_the_dots_of_a_safe_place() -> None:
    """Without the vote the same two are tied in every trial: no more firmly than once it is held."""
    found = robustness(equals_at_the_line())
    assert [each.dots for each in found.firmness] == [5, 3, 3]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(8, 11), min_size=2, max_size=2), min_size=3, max_size=6),
    st.sampled_from([[], ["criterion:C0"], ["criterion:C1", "median"]]),
    st.integers(1, 3),
    st.randoms(),
)
def test_equal_results_on_both_sides_of_the_line_are_never_safe(
    rows: list[list[int]], chain: list[str], places: int, chance: random.Random
) -> None:
    """Whatever separates them, a step of the chain, a vote or nothing yet; and the line is said to be sensitive."""
    grid = {
        f"P{number}": dict.fromkeys(("J1", "J2", "J3"), f"{first} {second}")
        for number, (first, second) in enumerate(rows)
    }
    votes = list(range(1, len(grid) + 1))
    chance.shuffle(votes)
    voted = dict(zip(grid, votes, strict=True)) if chance.random() > 0.3 else {}
    contest = a_contest(grid, ("1", "1"), places=places, ties={"chain": chain, "unresolved": "vote"})
    found = robustness(replace(contest, voted=voted))
    sides: dict[Fraction, set[Side]] = {}
    for candidacy, value in found.official.values.items():
        sides.setdefault(value, set()).add(found.official.sides[candidacy])
    across = {value for value, those in sides.items() if those & {Side.TIED} or len(those) > 1}
    safe = [found.official.values[each.candidacy] for each in found.firmness if each.safe]
    assert not across & set(safe)
    assert found.sensitive or not across


def test_pairs_are_left_out_when_asked(example: Contest) -> None:
    """Twenty-one pairs of seven jurors, and none unless asked for."""
    found = robustness(example, Settings(pairs=True)).pairs_left_out
    assert not isinstance(found, Insufficient)
    assert len(found) == 21
    assert next(each for each in found if each.jurors == ("J5", "J6")).what_if.swap == (P4, P5)


@pytest.mark.parametrize(
    ("shares", "dots", "safe"),
    [
        ((1, 1, 1, 1, 1), 5, True),
        ((1, 1, 1, 1, Fraction(1, 2)), 4, True),
        ((1, 1, 1, 0, 0), 3, False),
        ((Fraction(6, 7), 1, 1, 1, 1), 4, False),
        ((1, 1), 5, True),
    ],
)
def test_dots_add_what_each_trial_leaves(shares: tuple[Fraction, ...], dots: int, *, safe: bool) -> None:
    """Five dots only for all; one juror who turns it puts it on the edge, however many dots are left."""
    firmness = Firmness("A", Side.IN, dict(zip(Trial, map(Fraction, shares), strict=False)))
    assert (firmness.dots, firmness.safe, firmness.on_the_edge) == (dots, safe, not safe)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.randoms())
def test_order_of_the_panel_does_not_matter(seed: int, chance: random.Random) -> None:
    """Jurors in other seats: the same firmness, and the same answer without each of them."""
    contest = a_random_contest(seed, holes=True)
    seats = list(contest.panel)
    chance.shuffle(seats)
    first, second = robustness(contest), robustness(replace(contest, panel=tuple(seats)))
    assert first.firmness == second.firmness
    assert not isinstance(first.left_out, Insufficient)
    assert not isinstance(second.left_out, Insufficient)
    by_juror = [{each.jurors: each.what_if for each in found} for found in (first.left_out, second.left_out)]
    assert by_juror[0] == by_juror[1]


def test_official_ranking_is_only_read(example: Contest) -> None:
    """The robustness stands beside the ranking: the contest ranks as before."""
    before = example.standings()
    robustness(example)
    assert example.standings() == before


def test_criteria_brought_together_one_by_one_have_their_what_ifs() -> None:
    """Criteria first too: the median of each criterion, and a corrected mean within its scale."""
    contest = a_random_contest(3, aggregation={"order": "criteria_first", "result": "out_of", "out_of": "20"})
    found = robustness(contest)
    assert what_if(found, Method.MEDIAN).outcome.places.keys() == found.official.places.keys()
    assert isinstance(found.methods[Method.CORRECTED_MEAN], WhatIf)


def test_ranges_of_totals_follow_the_form_of_the_result() -> None:
    """Out of 20, as the mean of marks, or in points with a weight that counts off."""
    contest = a_contest({"A": {"J1": "1 1"}}, ("2", "1"))
    assert total_range(contest.rules) == (Fraction(0), Fraction(20))
    points = a_contest({"A": {"J1": "1 1"}}, ("2", "-1"), aggregation={"result": "points"})
    assert total_range(points.rules) == (Fraction(-20), Fraction(40))
    assert shares_of(points.rules) == {}


def test_table_holds_what_was_fully_marked(example: Contest) -> None:
    """The eliminated count for statistics: 61 sheets of 63 were marked, on nine candidacies."""
    table = table_of(example.standings())
    assert (len(table.totals), sum(map(len, table.totals.values()))) == (9, 61)
