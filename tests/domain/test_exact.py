"""Reading, rounding and printing exact numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import (
    LinearForm,
    decimal_text,
    exact_sum,
    exact_text,
    parse_exact,
    places_of,
    round_half_up,
    shared_places,
)

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)
steps = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(1, 10), Fraction(1, 100)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", Fraction(7)),
        ("7,5", Fraction(15, 2)),
        ("7.5", Fraction(15, 2)),
        ("-0.01", Fraction(-1, 100)),
        ("1/3", Fraction(1, 3)),
        (",5", Fraction(1, 2)),
        ("5.", Fraction(5)),
        ("1\u202f234,5", Fraction(2469, 2)),
        (" 12 ", Fraction(12)),
    ],
)
def test_what_people_type_is_read_exactly(text: str, value: Fraction) -> None:
    """Comma, point, fraction and blanks inside are read as they are meant."""
    assert parse_exact(text) == value


@pytest.mark.parametrize("text", ["", "seven", "1e3", "1/0", "1,2,3", "--1", "0x1", "nan", "1" * 41, "½", "1/-2"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """A text that is neither integer, decimal nor fraction raises, with the text as typed."""
    with pytest.raises(NotANumber) as caught:
        parse_exact(text)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [("10.375", "0.01", "10.38"), ("0.125", "0.01", "0.13"), ("-0.125", "0.01", "-0.13"), ("7.24", "0.5", "7")],
)
def test_halves_round_away_from_zero(value: str, step: str, rounded: str) -> None:
    """A half goes up where binary floating point, or half to even, would send it down."""
    assert round_half_up(Fraction(value), Fraction(step)) == Fraction(rounded)


def test_no_step_does_not_round() -> None:
    """Without a step the value comes back as it is."""
    assert round_half_up(Fraction(1, 3), None) == Fraction(1, 3)


@given(numbers, steps)
def test_rounding_is_to_the_nearest_multiple(value: Fraction, step: Fraction) -> None:
    """A rounded value is a multiple of the step, at most half a step away."""
    rounded = round_half_up(value, step)
    assert rounded % step == 0
    assert abs(rounded - value) * 2 <= step


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("66/5", 2, "13.20"), ("-1/3", 2, "-0.33"), ("-1/300", 1, "0.0"), ("19/2", 0, "10"), ("1/100", 2, "0.01")],
)
def test_decimals_are_printed_half_up(value: str, places: int, text: str) -> None:
    """Decimals are padded, rounded half up, and zero has no sign."""
    assert decimal_text(Fraction(value), places) == text


@given(st.fractions(max_denominator=10**15))
def test_exact_text_is_read_back(value: Fraction) -> None:
    """What exact_text prints, parse_exact reads, when it is no longer than what people may type."""
    text = exact_text(value)
    if len(text) <= 40:
        assert parse_exact(text) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=30, min_value=-1000, max_value=1000))
def test_long_decimals_are_read_back(number: object) -> None:
    """A decimal typed in forty characters is printed in forty at most, and read back."""
    value = parse_exact(f"{number:f}")
    assert parse_exact(exact_text(value)) == value


def test_decimals_a_step_needs() -> None:
    """A multiple of the step is printed in full."""
    assert [places_of(Fraction(step)) for step in ("1", "0.5", "0.25", "0.01")] == [0, 1, 2, 2]


def test_a_column_is_printed_in_full_when_four_decimals_suffice() -> None:
    """Values that end are all printed with as many decimals as the longest needs, two at least unless all are whole."""
    assert shared_places([Fraction("92.808"), Fraction(89)]) == 3
    assert shared_places([Fraction("6.5"), Fraction(7)]) == 2
    assert shared_places([Fraction(41), Fraction(7)]) == 0


def test_different_values_never_print_alike() -> None:
    """10.375, 10.4286 and 10.4 would all print 10.4: the column takes the decimals that tell them apart."""
    values = [Fraction("10.375"), Fraction(73, 7), Fraction("10.4"), Fraction("10.4") + Fraction(1, 30000)]
    places = shared_places(values)
    assert len({decimal_text(value, places) for value in values}) == 4
    assert len({decimal_text(value, places - 1) for value in values}) < 4


@given(st.lists(numbers, max_size=20))
def test_exact_sum_is_the_sum(values: list[Fraction]) -> None:
    """The common denominator changes nothing."""
    assert exact_sum(values) == sum(values, Fraction(0))


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=10), numbers)
def test_linear_form_is_the_weighted_sum(pairs: list[tuple[Fraction, Fraction]], constant: Fraction) -> None:
    """The form in integers gives what fractions give."""
    form = LinearForm([weight for weight, _ in pairs], constant)
    expected = sum((weight * value for weight, value in pairs), constant)
    assert form([value for _, value in pairs]) == expected
