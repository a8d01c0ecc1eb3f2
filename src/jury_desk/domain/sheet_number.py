"""The number of a printed sheet: short enough to be typed, with check digits that a slip of the fingers breaks.

A number is the key of the edition (four digits), a count (four digits or more) and two check digits after ISO 7064
MOD 97-10, as on a bank account: a wrong digit and two digits exchanged are always found. The key may be left out when
typing; the check digits run over it all the same, so that a sheet of another edition is refused as a rule.
"""

import re

from jury_desk.domain.errors import DomainError

LETTER = "N"
"""Before the number in the code on a sheet. A scanner types what it reads wherever the cursor is: in a grid of marks
the letter, with which no mark begins, says that the number of a sheet follows."""

_KEY, _COUNT, _CHECK = 4, 4, 2
_BLANKS = re.compile(r"[\s\u00a0\u202f.·-]+")


class SheetNumberWrong(DomainError):
    """A typed number whose check digits do not hold, or that is none."""

    text: str


class SheetNumberElsewhere(DomainError):
    """The number of a sheet that was printed for another edition."""

    text: str


def edition_key(identity: str) -> str:
    """The four digits that stand for an edition, made of the hexadecimal id of its first act."""
    return f"{int(identity[:12], 16) % 10**_KEY:0{_KEY}}"


def check_digits(digits: str) -> str:
    """The two digits that make ``digits`` followed by them leave 1 when divided by 97."""
    return f"{98 - int(digits) * 100 % 97:0{_CHECK}}"


def sheet_number(key: str, count: int) -> str:
    """The whole number, digits only."""
    body = f"{key}{count:0{_COUNT}}"
    return body + check_digits(body)


def code_text(number: str) -> str:
    """What the code on a sheet holds."""
    return f"{LETTER}{number}"


def printed(number: str) -> str:
    """A number as people read it: ``3141 0042 17``."""
    return f"{number[:_KEY]} {number[_KEY:-_CHECK]} {number[-_CHECK:]}"


def read_number(key: str, text: str) -> int:
    """The count that a typed or scanned number stands for, with its letter and the key of its edition or without.

    Raises:
        SheetNumberWrong: no such number can have been printed.
        SheetNumberElsewhere: it was printed for another edition.
    """
    digits = _BLANKS.sub("", text).upper().removeprefix(LETTER)
    if not digits.isascii() or not digits.isdigit() or len(digits) < _COUNT + _CHECK:
        raise SheetNumberWrong(text.strip())
    whole = digits if len(digits) >= _KEY + _COUNT + _CHECK else key + digits
    if int(whole) % 97 != 1:
        raise SheetNumberWrong(text.strip())
    if whole[:_KEY] != key:
        raise SheetNumberElsewhere(text.strip())
    return int(whole[_KEY:-_CHECK])
