"""Typing without an Enter: which texts are marks that no further key can change."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.exact import decimal_text, places_of
from jury_desk.domain.keypad import Typed, typed
from jury_desk.domain.rubric import Scale

TEN = Scale(Fraction(0), Fraction(10), Fraction(1))
TWENTY = Scale(Fraction(0), Fraction(20), Fraction(1, 2))
STARS = Scale(Fraction(1), Fraction(5), Fraction(1))
QUARTERS = Scale(Fraction(0), Fraction(2), Fraction(1, 4))
ROUND = Scale(Fraction(-10), Fraction(10), Fraction(5))
LARGE = Scale(Fraction(0), Fraction(1000), Fraction(10))
YES_NO = Scale(Fraction(0), Fraction(1), Fraction(1))
THIRDS = Scale(Fraction(0), Fraction(1), Fraction(1, 3))


@pytest.mark.parametrize(
    ("scale", "text", "expected"),
    [
        (TEN, "7", Typed.COMPLETE),
        (TEN, "0", Typed.COMPLETE),
        (TEN, "1", Typed.OPEN),
        (TEN, "10", Typed.COMPLETE),
        (TEN, "11", Typed.IMPOSSIBLE),
        (TEN, "7,", Typed.OPEN),
        (TEN, "7,5", Typed.IMPOSSIBLE),
        (TEN, "-", Typed.IMPOSSIBLE),
        (TEN, "", Typed.OPEN),
        (TEN, "x", Typed.IMPOSSIBLE),
        (TEN, "1/2", Typed.OPEN),
        (TWENTY, "7", Typed.OPEN),
        (TWENTY, "7,", Typed.OPEN),
        (TWENTY, "7.", Typed.OPEN),
        (TWENTY, "7,5", Typed.COMPLETE),
        (TWENTY, "7.0", Typed.COMPLETE),
        (TWENTY, "7,3", Typed.IMPOSSIBLE),
        (TWENTY, ",", Typed.OPEN),
        (TWENTY, ",5", Typed.COMPLETE),
        (TWENTY, "20", Typed.COMPLETE),
        (TWENTY, "20,5", Typed.IMPOSSIBLE),
        (TWENTY, "21", Typed.IMPOSSIBLE),
        (TWENTY, "2", Typed.OPEN),
        (STARS, "0", Typed.IMPOSSIBLE),
        (STARS, "5", Typed.COMPLETE),
        (STARS, "6", Typed.IMPOSSIBLE),
        (QUARTERS, "1,2", Typed.OPEN),
        (QUARTERS, "1,25", Typed.COMPLETE),
        (QUARTERS, "1,5", Typed.COMPLETE),
        (QUARTERS, "1,1", Typed.IMPOSSIBLE),
        (ROUND, "-", Typed.OPEN),
        (ROUND, "-1", Typed.OPEN),
        (ROUND, "-5", Typed.COMPLETE),
        (ROUND, "-10", Typed.COMPLETE),
        (ROUND, "-2", Typed.IMPOSSIBLE),
        (ROUND, "1", Typed.OPEN),
        (LARGE, "5", Typed.OPEN),
        (LARGE, "50", Typed.OPEN),
        (LARGE, "500", Typed.COMPLETE),
        (LARGE, "100", Typed.OPEN),
        (LARGE, "55", Typed.OPEN),
        (LARGE, "555", Typed.IMPOSSIBLE),
        (YES_NO, "1", Typed.COMPLETE),
        (THIRDS, "1", Typed.OPEN),
    ],
)
def test_text_is_complete_open_or_impossible(scale: Scale, text: str, expected: Typed) -> None:
    """« 7 » ends by itself out of 10 but not out of 20 in halves."""
    assert typed(scale, text) is expected


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Scales of decimal steps, some of them below nought."""
    step = draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(1, 10), Fraction(5)]))
    minimum = draw(st.integers(-30, 10))
    return Scale(Fraction(minimum), minimum + step * draw(st.integers(1, 130)), step)


def every_text(scale: Scale) -> set[str]:
    """Each mark of a scale as people write it, with the zeros that change nothing and without."""
    count = int(scale.extent / scale.step)
    values = [scale.minimum + number * scale.step for number in range(count + 1)]
    return {decimal_text(value, places) for value in values for places in range(places_of(scale.step), 4)} | {
        decimal_text(value, places_of(value)) for value in values
    }


@given(scale=scales(), text=st.from_regex(r"-?(0|[1-9][0-9]{0,2})([.][0-9]{0,2})?", fullmatch=True))
def test_answer_is_that_of_the_list_of_all_marks(scale: Scale, text: str) -> None:
    """Compared with looking through every way to write every mark."""
    texts = every_text(scale)
    bare = {each for each in texts if each.startswith(text)}
    values = {Fraction(each) for each in bare}
    is_mark = text.rstrip(".") not in ("", "-") and any(Fraction(text) == Fraction(each) for each in texts)
    others = values - ({Fraction(text)} if text not in ("-", "") else set())
    if text.startswith("-0"):
        return  # nobody writes minus nought
    if others:
        assert typed(scale, text) is Typed.OPEN
    elif not is_mark:
        assert typed(scale, text) is Typed.IMPOSSIBLE
    else:
        assert typed(scale, text) is (Typed.OPEN if text.endswith(".") else Typed.COMPLETE)
