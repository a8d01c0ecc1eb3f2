"""Weights and levels of a draft, also of one that cannot be read yet."""

from fractions import Fraction
from typing import Any

import pytest

from jury_desk.services.drafting import read_draft, with_value
from jury_desk.services.levels import (
    level_counts,
    level_marks,
    levels_of,
    scale_of,
    with_level,
    with_level_count,
)
from jury_desk.services.weights import shares, weight_sum, with_equal_weights


def draft(*weights: str, **keys: Any) -> dict[str, Any]:
    """Criteria of those weights, all with the same keys besides."""
    criteria = [
        {"id": f"C{number}", "name": f"C{number}", "weight": weight, "min": "0", "max": "10", **keys}
        for number, weight in enumerate(weights, 1)
    ]
    return {"title": "Rules", "criteria": criteria}


def test_shares_follow_the_weights() -> None:
    """Their sum is 1; a bonus has none, and while one weight cannot be read nobody has."""
    assert shares(draft("2", "1")) == [Fraction(2, 3), Fraction(1, 3)]
    assert weight_sum(draft("1/3", "0.5")) == Fraction(5, 6)
    with_bonus = with_value(draft("2", "1"), "criteria[1].kind", "bonus")
    assert shares(with_bonus) == [1, None]
    unreadable = draft("2", "x")
    assert (weight_sum(unreadable), shares(unreadable)) == (None, [None, None])


def test_shares_do_not_wait_for_the_rest_of_the_draft() -> None:
    """A title or a scale that is still missing says nothing of the weights."""
    wrong = with_value(draft("2", "2"), "criteria[0].max", "-5")
    assert read_draft(wrong)[0] is None
    assert shares(wrong) == [Fraction(1, 2), Fraction(1, 2)]


def test_criteria_without_weights_weigh_all_alike() -> None:
    """None has one: each counts once."""
    bare = {"criteria": [{"id": "a"}, {"id": "b"}]}
    assert shares(bare) == [Fraction(1, 2), Fraction(1, 2)]


@pytest.mark.parametrize(
    ("weights", "equal"),
    [(("40", "30", "20", "10"), "25"), (("50", "30", "20"), "1"), (("x", "2"), "1"), (("0", "0"), "1")],
)
def test_weights_are_made_equal(weights: tuple[str, ...], equal: str) -> None:
    """A sum of 100 over four stays 100; what does not part evenly becomes one each."""
    made = with_equal_weights(draft(*weights))
    assert [each["weight"] for each in made["criteria"]] == [equal] * len(weights)


def test_equal_weights_leave_a_bonus_alone() -> None:
    """What is not part of the mean keeps its weight."""
    made = with_equal_weights(with_value(draft("60", "40", "5"), "criteria[2].kind", "bonus"))
    assert [each["weight"] for each in made["criteria"]] == ["50", "50", "5"]


def test_levels_stand_at_marks_of_the_scale() -> None:
    """Ends only, ends and middle, every other, or each: what parts the scale evenly, and none."""
    assert level_counts(draft("1"), 0) == [0, 2, 3, 6, 11]
    assert level_counts(draft("1", max="20", step="0.5"), 0) == [0, 2, 3, 5, 6, 9, 11, 21]
    assert level_counts(draft("1", kind="yes_no"), 0) == [0, 2]
    odd = draft("1", levels=["low", "fair", "good", "top"])
    assert level_counts(odd, 0) == [0, 2, 3, 4, 6, 11]
    assert level_marks(odd, 0) == ["0", "10/3", "20/3", "10"]


def test_texts_stay_at_their_marks() -> None:
    """From three levels to eleven and back to two: the text of ten is that of ten."""
    three = with_level_count(draft("1"), 0, 3)
    for at, text in enumerate(("low", "fair", "top")):
        three = with_level(three, 0, at, text)
    eleven = with_level_count(three, 0, 11)
    assert levels_of(eleven, 0) == ["low", "", "", "", "", "fair", "", "", "", "", "top"]
    assert levels_of(with_level_count(eleven, 0, 2), 0) == ["low", "top"]
    assert "levels" not in with_level_count(eleven, 0, 0)["criteria"][0]
    assert levels_of(draft("1"), 0) == []


def test_levels_wait_for_a_scale() -> None:
    """From 18 to 8 there is no mark, and no level but those there are."""
    wrong = draft("1", min="18", max="8", levels=["a", "b"])
    assert scale_of(wrong, 0) is None
    assert (level_counts(wrong, 0), level_marks(wrong, 0)) == ([0, 2], ["", ""])
    assert scale_of({"criteria": [{}], "scale": {"min": "0", "max": "5"}}, 0) is not None
