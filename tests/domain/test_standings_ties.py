"""Ties: the chain step by step, what stays equal, numbering, and the selection line."""

from collections.abc import Callable
from typing import Any

import pytest

from jury_desk.domain.rules import Selection, TieAtCut
from jury_desk.domain.selection import select
from jury_desk.domain.standings import Standings

Contest = Callable[..., Standings]

TWO = {"a": {"section": "A"}, "b": {"section": "B"}}


def order(standings: Standings) -> list[tuple[str, int | None]]:
    """Candidacies in rank order with their places."""
    return [(each.candidacy, each.place) for each in standings.standings]


def chain(*steps: str, **ties: str) -> dict[str, Any]:
    """Tables with that chain."""
    return {"ties": {"chain": list(steps), **ties}}


def test_without_a_chain_equals_share_their_place(contest: Contest) -> None:
    """Two sixths and no seventh would be 6, 6, 8; here 1, 2, 2, 4."""
    grid = {name: {"J1": marks} for name, marks in {"P": "9 9", "Q": "8 6", "R": "6 8", "S": "1 1"}.items()}
    standings = contest(TWO, grid)
    assert order(standings) == [("P", 1), ("Q", 2), ("R", 2), ("S", 4)]
    assert [each.shared for each in standings.standings] == [False, True, True, False]
    assert order(contest(TWO, grid, **chain(numbering="dense"))) == [("P", 1), ("Q", 2), ("R", 2), ("S", 3)]


@pytest.mark.parametrize(
    ("step", "first"),
    [("criterion:a", "P"), ("criterion:b", "Q"), ("section:A", "P"), ("section:B", "Q")],
)
def test_a_criterion_or_a_section_separates(contest: Contest, step: str, first: str) -> None:
    """The better value goes first, and the step is recorded with both values."""
    standings = contest(TWO, {"P": {"J1": "8 6"}, "Q": {"J1": "6 8"}}, **chain(step))
    assert standings.standings[0].candidacy == first
    (recorded,) = standings.of("P").ties
    assert (recorded.step, recorded.separated, set(recorded.values)) == (step, True, {"P", "Q"})
    assert recorded == standings.of("Q").ties[0]


def test_the_smaller_value_separates_where_it_is_the_better(contest: Contest) -> None:
    """A shorter delay, and a smaller deduction, go first."""
    rubric: dict[str, dict[str, str]] = {"a": {}, "delay": {"better": "lower"}}
    grid = {"P": {"J1": "10 10"}, "Q": {"J1": "8 8"}}
    assert order(contest(rubric, grid, **chain("criterion:delay")))[0] == ("Q", 1)


@pytest.mark.parametrize(
    ("step", "first"), [("highest_sheet", "P"), ("lowest_sheet", "Q"), ("median", "Q"), ("head_to_head", "Q")]
)
def test_sheets_separate(contest: Contest, step: str, first: str) -> None:
    """18, 6, 6 against 10, 10, 10: the best sheet is P's, the least good, the middle and two jurors of three Q's."""
    grid = {"P": {"J1": "18", "J2": "6", "J3": "6"}, "Q": {"J1": "10", "J2": "10", "J3": "10"}}
    standings = contest({"a": {}}, grid, **chain(step))
    assert standings.standings[0].candidacy == first


def test_the_best_sheet_is_the_smallest_where_marks_are_ranks(contest: Contest) -> None:
    """A first rank beats two second ones when the best sheet separates."""
    grid = {"P": {"J1": "2", "J2": "2"}, "Q": {"J1": "1", "J2": "3"}}
    rules = {"aggregation": {"across_jurors": "rank_sum", "result": "points"}, **chain("highest_sheet")}
    grid["R"] = {"J1": "3", "J2": "1"}
    standings = contest({"rank": {"better": "lower"}}, grid, **rules)
    assert order(standings) == [("Q", 1), ("R", 1), ("P", 3)]


def test_only_two_are_put_head_to_head(contest: Contest) -> None:
    """Of three equals nobody is compared, even one that beats each of the others; the next step takes them."""
    grid = {
        "P": {"J1": "9", "J2": "9", "J3": "12"},
        "Q": {"J1": "10", "J2": "10", "J3": "10"},
        "R": {"J1": "11", "J2": "11", "J3": "8"},
    }
    standings = contest({"a": {}}, grid, **chain("head_to_head"))
    assert order(standings) == [("P", 1), ("Q", 1), ("R", 1)]
    (step,) = standings.of("P").ties
    assert (step.values, step.separated) == ({"P": "", "Q": "", "R": ""}, False)
    assert order(contest({"a": {}}, grid, **chain("head_to_head", "highest_sheet")))[0] == ("P", 1)


def test_two_left_of_three_are_put_head_to_head(contest: Contest) -> None:
    """A step before may leave a pair: then the jurors who put each ahead are counted, and shown."""
    grid = {
        "P": {"J1": "9 5", "J2": "9 5", "J3": "12 5"},
        "Q": {"J1": "10 5", "J2": "10 5", "J3": "10 5"},
        "R": {"J1": "8 7", "J2": "8 7", "J3": "8 7"},
    }
    standings = contest({"a": {}, "b": {}}, grid, **chain("criterion:b", "head_to_head"))
    assert order(standings) == [("R", 1), ("Q", 2), ("P", 3)]
    assert standings.of("P").ties[1].values == {"P": "1", "Q": "2"}


def test_only_jurors_who_marked_both_decide_head_to_head(contest: Contest) -> None:
    """A juror recused on one of the two has no say between them."""
    grid = {"P": {"J1": "12", "J2": "10", "J3": "8"}, "Q": {"J1": "11", "J2": "9", "J3": "R"}}
    assert order(contest({"a": {}}, grid, **chain("head_to_head"))) == [("P", 1), ("Q", 2)]


def test_earlier_stages_and_the_own_result_separate(contest: Contest) -> None:
    """Equal after carry-over: the earlier result puts one ahead, the own result the other."""
    grid = {"P": {"J1": "10"}, "Q": {"J1": "12"}}
    carried = {"one": {"P": "12", "Q": "10"}}
    weights = {"carry_over": {"own": "50", "stages": {"one": "50"}}}
    assert order(contest({"a": {}}, grid, carried, **weights, **chain("carried:one")))[0] == ("P", 1)
    assert order(contest({"a": {}}, grid, carried, **weights, **chain("own")))[0] == ("Q", 1)


def test_each_part_goes_on_with_the_next_step(contest: Contest) -> None:
    """The first step parts four into two and two, the second separates one pair, the other stays equal."""
    rubric: dict[str, dict[str, str]] = {"a": {}, "b": {}, "c": {}}
    grid = {"P": "9 5 4", "Q": "9 4 5", "R": "8 5 5", "S": "8 5 5"}
    standings = contest(
        rubric, {name: {"J1": marks} for name, marks in grid.items()}, **chain("criterion:a", "criterion:b")
    )
    assert order(standings) == [("P", 1), ("Q", 2), ("R", 3), ("S", 3)]
    assert [(tie.step, set(tie.values), tie.separated) for tie in standings.of("S").ties] == [
        ("criterion:a", {"P", "Q", "R", "S"}, True),
        ("criterion:b", {"R", "S"}, False),
    ]


def test_a_missing_value_separates_nobody(contest: Contest) -> None:
    """An information that one of the two does not have is not a zero."""
    rubric = {"a": {"weight": "1"}, "age": {"kind": "information", "source": "secretariat"}}
    grid = {"P": {"J1": "10", "": "3"}, "Q": {"J1": "10", "": "-"}}
    standings = contest(rubric, grid, **chain("criterion:age"))
    assert order(standings) == [("P", 1), ("Q", 1)]
    assert standings.of("P").ties[0].values == {"P": "3", "Q": ""}


def test_the_vote_of_the_jury_separates_what_the_chain_left(contest: Contest) -> None:
    """Only where the rules ask for a vote, and only for a group the jury voted on whole."""
    grid = {"P": {"J1": "8 6"}, "Q": {"J1": "6 8"}}
    by_vote = chain("median", unresolved="vote")
    standings = contest(TWO, grid, voted={"Q": 1, "P": 2}, **by_vote)
    assert order(standings) == [("Q", 1), ("P", 2)]
    assert [tie.step for tie in standings.of("Q").ties] == ["median", "vote"]
    assert order(contest(TWO, grid, voted={"Q": 1}, **by_vote)) == [("P", 1), ("Q", 1)]
    assert order(contest(TWO, grid, voted={"Q": 1, "P": 2}, **chain("median"))) == [("P", 1), ("Q", 1)]


@pytest.mark.parametrize(
    ("places", "reserve", "at_cut", "groups", "sides"),
    [
        (2, 1, "block", "P Q R S", "s s r n"),
        (2, 1, "block", "P QR S", "s b b n"),
        (2, 2, "block", "P QR S", "s b b r"),
        (2, 1, "include", "P QR S T", "s s s r n"),
        (3, 1, "block", "P QR S T", "s s s r n"),
        (1, 1, "block", "P QR S", "s b b n"),
        (1, 1, "include", "P QR S", "s r r n"),
        (1, 0, "block", "P QR", "s n n"),
        (5, 2, "block", "P QR", "s s s"),
        (2, 3, "block", "PQRS T", "b b b b r"),
    ],
)
def test_the_line_is_drawn_by_position(places: int, reserve: int, at_cut: str, groups: str, sides: str) -> None:
    """Selected, reserve, blocked and not selected, for ties before, across and after either line."""
    found = select(Selection(places, reserve, TieAtCut(at_cut)), [list(group) for group in groups.split()])
    assert " ".join(side.value[0] for side in found.values()) == sides


def test_only_the_ranked_take_places(contest: Contest) -> None:
    """An eliminated candidacy leaves its place to the next, and is not selected."""
    rubric = {"a": {"eliminatory": "< 5"}, "b": {}}
    grid = {"P": {"J1": "4 20"}, "Q": {"J1": "8 8"}, "R": {"J1": "7 7"}}
    standings = contest(rubric, grid, selection={"places": 2})
    assert [(each.candidacy, each.selection) for each in standings.standings] == [
        ("Q", "selected"),
        ("R", "selected"),
        ("P", "not_selected"),
    ]
