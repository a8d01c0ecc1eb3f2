"""Typing marks without a key that ends them: whether what was typed can still become another mark of its scale."""

import re
from enum import StrEnum
from fractions import Fraction
from math import ceil

from jury_desk.domain.exact import places_of
from jury_desk.domain.rubric import Scale

_SHAPE = re.compile(r"([+-]?)([0-9]{0,12})([.,][0-9]{0,12})?")


class Typed(StrEnum):
    """What the keys pressed so far make, on one scale."""

    COMPLETE = "complete"
    """A mark that no further key would make another one."""
    OPEN = "open"
    """A mark, or the beginning of one: the next key decides."""
    IMPOSSIBLE = "impossible"
    """No mark begins so."""


def typed(scale: Scale, text: str) -> Typed:
    """What ``text`` is so far: on a scale of 0 to 10 « 7 » is complete, « 1 » still open, « 11 » impossible.

    A zero at the end makes no other mark, one at the beginning no longer one. A fraction stays open, and so does
    everything on a scale whose steps are no decimals.
    """
    found = _SHAPE.fullmatch(text.strip())
    if "/" in text or not _is_decimal(scale):
        return Typed.OPEN
    if found is None:
        return Typed.IMPOSSIBLE
    sign, whole, decimals = -1 if found[1] == "-" else 1, found[2], found[3] or ""
    if not whole and not decimals.strip(".,"):
        return Typed.OPEN if sign > 0 or scale.minimum < 0 else Typed.IMPOSSIBLE
    size = Fraction(f"{whole or 0}{decimals.replace(',', '.') if len(decimals) > 1 else ''}")
    is_mark = _is_mark(scale, sign * size)
    if any(_holds_other(scale, sign * size, reach) for reach in _reaches(scale, sign, size, decimals)):
        return Typed.OPEN
    if not is_mark:
        return Typed.IMPOSSIBLE
    return Typed.OPEN if decimals in (".", ",") else Typed.COMPLETE


def _is_decimal(scale: Scale) -> bool:
    return all((10 ** places_of(each)) % each.denominator == 0 for each in (scale.minimum, scale.step))


def _is_mark(scale: Scale, value: Fraction) -> bool:
    return scale.minimum <= value <= scale.maximum and (value - scale.minimum) % scale.step == 0


_Reach = tuple[Fraction, Fraction, int]
"""Values that further keys can lead to: from the first, its size included, to the second, excluded; and their sign."""


def _reaches(scale: Scale, sign: int, size: Fraction, decimals: str) -> list[_Reach]:
    if decimals:
        return [(size, size + Fraction(1, 10 ** (len(decimals) - 1)), sign)]
    reaches = [(size, size + 1, sign)]
    largest = max(abs(scale.minimum), abs(scale.maximum))
    while size and reaches[-1][0] * 10 <= largest:
        nearest, beyond, _ = reaches[-1]
        reaches.append((nearest * 10, beyond * 10, sign))
    return reaches


def _holds_other(scale: Scale, value: Fraction, reach: _Reach) -> bool:
    """Whether a mark other than ``value`` is within reach."""
    nearest, beyond, sign = reach
    low, high = (nearest, beyond) if sign > 0 else (-beyond, -nearest)
    first = max(0, ceil((low - scale.minimum) / scale.step))
    # Of three marks in a row one at least is neither the value itself nor the end that is left out.
    marks = (scale.minimum + (first + more) * scale.step for more in range(3))
    within = (mark for mark in marks if low <= mark <= min(high, scale.maximum))
    return any(mark not in (value, sign * beyond) for mark in within)
