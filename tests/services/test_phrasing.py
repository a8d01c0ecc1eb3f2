"""Figures and lists as the sentences of services write them."""

from fractions import Fraction

import pytest

from jury_desk.domain.errors import MarkOffStep, MarkOutOfScale
from jury_desk.services.phrasing import Phrasing, ordinal
from jury_desk.services.wording import error_sentence


@pytest.mark.parametrize(
    ("place", "french", "english"),
    [
        (1, "1er", "1st"),
        (2, "2e", "2nd"),
        (3, "3e", "3rd"),
        (11, "11e", "11th"),
        (12, "12e", "12th"),
        (22, "22e", "22nd"),
    ],
)
def test_ordinals(place: int, french: str, english: str) -> None:
    """1er then 2e; 1st, 2nd, 3rd, but 11th."""
    assert (ordinal(place, "fr"), ordinal(place, "en")) == (french, english)


@pytest.mark.parametrize(("language", "mark", "step"), [("fr", "8,5", "0,4"), ("en", "8.5", "0.4")])
def test_refused_mark_is_told_with_the_decimal_sign_of_the_language(language: str, mark: str, step: str) -> None:
    """As it was typed on the keypad, and as the rules print the scale."""
    off = error_sentence(MarkOffStep("8.5", "Version 2.0", "0.4"), language)
    out = error_sentence(MarkOutOfScale("8.5", "Version 2.0", "0.4", "7.5"), language)
    assert mark in off
    assert step in off
    assert "Version 2.0" in off
    assert all(each in out for each in (mark, step, "7,5" if language == "fr" else "7.5"))


def test_values_are_cut_where_they_do_not_end() -> None:
    """Four decimals in full, more are cut and not rounded: what is printed never claims to be the value."""
    say = Phrasing("robustness", "fr")
    values = [Fraction(29, 2), Fraction(528, 35), Fraction(-2, 3), Fraction(1, 3) + 5, Fraction("0.99999")]
    assert [say.short(each) for each in values] == ["14,5", "15,0857…", "\u22120,6666…", "5,3333…", "0,9999…"]


def test_lists_and_counts_follow_the_language() -> None:
    """« A, B et C », and a plural from two on in French."""
    french, english = Phrasing("robustness", "fr"), Phrasing("robustness", "en")
    assert french.joined(["A", "B", "C"]) == "A, B et C"
    assert english.joined(["A", "B"], "or") == "A or B"
    assert (french.points(Fraction(3, 2)), english.points(Fraction(3, 2))) == ("1,50\u00a0point", "1.50 points")
    assert (french.percent(Fraction(1, 3)), english.percent(Fraction(1, 4))) == ("33,33\u00a0%", "25%")
