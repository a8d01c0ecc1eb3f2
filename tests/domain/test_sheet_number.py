"""Numbers of printed sheets: every single slip of the fingers is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.sheet_number import (
    SheetNumberElsewhere,
    SheetNumberWrong,
    check_digits,
    code_text,
    edition_key,
    printed,
    read_number,
    sheet_number,
)

KEY = "3141"
counts = st.integers(1, 99_999)


def test_check_digits_are_those_of_iso_7064() -> None:
    """MOD 97-10, with the example of the standard: 794 has 44."""
    assert check_digits("794") == "44"


def test_number_reads_back_with_and_without_its_key() -> None:
    """Digits as the code holds them, groups as people type them."""
    number = sheet_number(KEY, 42)
    assert number.startswith("31410042")
    assert printed(number) == f"3141 0042 {number[-2:]}"
    spelt = (code_text(number), f"n {printed(number)}", f" {number[4:]} ", f"0042-{number[-2:]}")
    for text in (number, printed(number), *spelt, f"0042\u202f{number[-2:]}"):
        assert read_number(KEY, text) == 42


@given(count=counts, place=st.integers(0, 9), digit=st.integers(0, 9))
def test_one_wrong_digit_is_found(count: int, place: int, digit: int) -> None:
    """Wherever it stands."""
    number = sheet_number(KEY, count)
    wrong = f"{number[:place]}{digit}{number[place + 1 :]}"
    if wrong != number:
        with pytest.raises((SheetNumberWrong, SheetNumberElsewhere)):
            read_number(KEY, wrong)


@given(count=counts, first=st.integers(0, 9), second=st.integers(0, 9))
def test_two_digits_exchanged_are_found(count: int, first: int, second: int) -> None:
    """Next to each other or not."""
    digits = list(sheet_number(KEY, count))
    digits[first], digits[second] = digits[second], digits[first]
    wrong = "".join(digits)
    if wrong != sheet_number(KEY, count):
        with pytest.raises((SheetNumberWrong, SheetNumberElsewhere)):
            read_number(KEY, wrong)


@pytest.mark.parametrize("text", ["", "42", "00421", "abcdef", "٣١٤١٠٠٤٢", "3141004200"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """Too short, letters, other digits than ours, check digits that do not hold."""
    with pytest.raises(SheetNumberWrong):
        read_number(KEY, text)


def test_sheet_of_another_edition_is_told_apart() -> None:
    """Its whole number holds, and its key is another one."""
    with pytest.raises(SheetNumberElsewhere):
        read_number(KEY, sheet_number("2718", 42))


def test_key_of_an_edition_is_four_digits() -> None:
    """Always the same for the same first act."""
    assert edition_key("0" * 32) == "0000"
    assert edition_key("f" * 32) == f"{(16**12 - 1) % 10_000:04}"
