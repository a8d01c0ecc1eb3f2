"""Right-to-left writing: the order of signs on a line and the forms of Arabic letters, as other programs have them."""

import json
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from jury_desk.exports.bidi import begins_right_to_left, has_right_to_left, joined, letters, visual

REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "right_to_left.json").read_text(encoding="utf-8"))
AS_TYPED = str.maketrans(")]}»›>", "([{«‹<")


def without_marks_order(line: str) -> str:
    """A line whose brackets all look the same way, each vowel sign after its letter."""
    found: list[str] = []
    waiting: list[str] = []
    for sign in line.translate(AS_TYPED):
        if unicodedata.bidirectional(sign) == "NSM":
            waiting.append(sign)
        else:
            found += [sign, *reversed(waiting)]
            waiting = []
    return "".join([*found, *waiting])


@pytest.mark.parametrize("right", [False, True])
def test_signs_stand_where_another_program_puts_them(*, right: bool) -> None:
    """Four hundred lines of letters, numbers, blanks and brackets, in paragraphs of both directions."""
    lines = REFERENCE["lines"]
    assert len(lines) == 400
    for typed, *shown in lines:
        assert visual(typed, right=right).translate(AS_TYPED) == without_marks_order(shown[right]), ascii(typed)


def test_letters_join_as_another_program_joins_them() -> None:
    """Three hundred words."""
    words = REFERENCE["words"]
    assert len(words) == 300
    for typed, shown in words:
        assert joined(typed) == shown, ascii(typed)
        assert letters(joined(typed)) == typed


def test_brackets_are_turned_with_what_they_hold() -> None:
    """An opening one still opens; what stands in Latin letters keeps its own."""
    assert visual("(שלום)", right=True) == "(םולש)"
    assert visual("a (b) ב", right=True) == "ב a (b)"
    assert visual("« נור »", right=True) == "« רונ »"


@pytest.mark.parametrize("words", ["", "Feu vert", "12 % (n° 7)", "« Œuvre » : Ł ğ", "😀 👩\u200d🚒"])
def test_lines_from_left_to_right_stand_as_they_are(words: str) -> None:
    """Nothing changes for everybody else."""
    assert not has_right_to_left(words)
    assert visual(words, right=False).replace("\u200d", "") == words.replace("\u200d", "")


def test_marks_that_command_a_direction_command_nothing() -> None:
    """A name with an override does not reverse what stands beside it: « exe » stays the end of the file's name."""
    for command, word in product("\u202a\u202b\u202d\u202e\u2066\u2067\u2068", ["gnp.exe", "שלום"]):
        assert visual(f"{command}{word} a", right=False) == visual(f"{word} a", right=False)


def test_paragraphs_go_as_their_first_letter_does() -> None:
    """Numbers and brackets before it do not count."""
    assert begins_right_to_left("12 (שלום) a")
    assert not begins_right_to_left("a שלום")
    assert not begins_right_to_left("12 %")
