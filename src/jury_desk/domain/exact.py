"""Exact numbers: reading what people type, rounding as rules say, printing decimals. No binary floating point."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from jury_desk.domain.errors import NotANumber

_BLANKS = re.compile("[\\s\u00a0\u202f\u2009]")
_DECIMAL = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
_FRACTION = re.compile(r"[+-]?[0-9]+/[0-9]+")
_LONGEST = 40
_MOST_PLACES = 12
_USUAL_PLACES = 2
_FULL_PLACES = 4
"""Up to so many decimals, values are printed in full."""


def parse_exact(text: str) -> Fraction:
    """Read an integer, a decimal (comma or point) or a fraction such as ``1/3``; blanks inside are ignored.

    Raises:
        NotANumber: for anything else, a zero denominator or more than forty characters.
    """
    plain = _BLANKS.sub("", text)
    if len(plain) <= _LONGEST:
        if _DECIMAL.fullmatch(plain):
            return Fraction(plain.replace(",", "."))
        if _FRACTION.fullmatch(plain) and int(plain.split("/")[1]):
            return Fraction(plain)
    raise NotANumber(text)


def round_half_up(value: Fraction, step: Fraction | None) -> Fraction:
    """The multiple of ``step`` nearest to ``value``, halves away from zero; the value itself when there is no step."""
    if step is None:
        return value
    # Plain integers: a division of Fractions reduces at each operation, and every mark may come through here.
    unit = value.denominator * step.numerator
    steps = (2 * abs(value.numerator) * step.denominator + unit) // (2 * unit)
    return Fraction(steps * step.numerator if value.numerator >= 0 else -steps * step.numerator, step.denominator)


def decimal_text(value: Fraction, places: int) -> str:
    """``value`` rounded half up to ``places`` decimals, with a decimal point: ``13.20``."""
    scaled = _scaled(value.numerator, value.denominator, places)
    digits = str(abs(scaled)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _scaled(numerator: int, denominator: int, places: int) -> int:
    """So many units of the last of ``places`` decimals, halves away from zero."""
    units: int = (2 * abs(numerator) * 10**places + denominator) // (2 * denominator)
    return units if numerator >= 0 else -units


def exact_text(value: Fraction) -> str:
    """The shortest exact form: ``7``, ``14.5`` or, where no decimal ends soon, ``1/3``; :func:`parse_exact` reads it.

    Whatever was typed in forty characters is printed in forty at most.
    """
    fraction = f"{value.numerator}/{value.denominator}"
    for places in range(_MOST_PLACES if len(fraction) <= _LONGEST else _LONGEST):
        if (10**places) % value.denominator == 0:
            return decimal_text(value, places)
    return fraction


def places_of(step: Fraction) -> int:
    """How many decimals a multiple of ``step`` needs: 2 for ``0.01``, 1 for ``0.5``, 0 for ``1``."""
    return next((places for places in range(_MOST_PLACES) if (10**places) % step.denominator == 0), _MOST_PLACES)


def shared_places(values: Iterable[Fraction]) -> int:
    """How many decimals a column of values needs so that nothing different prints alike.

    None for whole numbers; else two, or as many as print every value in full when four do; else two, or as many more as
    it takes to keep different values apart (twelve at most).
    """
    numerators, common = over_one_denominator(values)
    full = places_of(Fraction(1, common))
    if full <= _FULL_PLACES:
        return max(full, _USUAL_PLACES) if full else 0
    distinct = frozenset(numerators)
    apart = (
        places
        for places in range(_USUAL_PLACES, _MOST_PLACES)
        if len({_scaled(each, common, places) for each in distinct}) == len(distinct)
    )
    return next(apart, _MOST_PLACES)


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """The sum, over one common denominator: far quicker than adding fraction to fraction."""
    numerators, common = over_one_denominator(values)
    return Fraction(sum(numerators), common)


def over_one_denominator(values: Iterable[Fraction]) -> tuple[list[int], int]:
    """The numerators of the values over their common denominator, which order and compare far quicker, and that one."""
    parts = tuple(values)
    common = lcm(*(value.denominator for value in parts))
    return [value.numerator * (common // value.denominator) for value in parts], common


class LinearForm:
    """``Σ coefficient × value + constant`` in integers: a weighted total made thousands of times over.

    Args:
        coefficients: one for each value it will be called with, in order.
        constant: added once.
    """

    def __init__(self, coefficients: Sequence[Fraction], constant: Fraction) -> None:
        self._common = lcm(constant.denominator, *(each.denominator for each in coefficients))
        self._whole = tuple(int(each * self._common) for each in coefficients)
        self._constant = int(constant * self._common)

    def __call__(self, values: Sequence[Fraction]) -> Fraction:
        """The total of ``values``, one for each coefficient."""
        common = lcm(*(value.denominator for value in values))
        if common == 1:
            total = sum(weight * value.numerator for weight, value in zip(self._whole, values, strict=True))
        else:
            total = sum(
                weight * value.numerator * (common // value.denominator)
                for weight, value in zip(self._whole, values, strict=True)
            )
        return Fraction(total + self._constant * common, self._common * common)
