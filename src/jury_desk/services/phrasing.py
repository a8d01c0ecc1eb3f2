"""Phrases of an area with the figures and lists of their language, for sentences that services make."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.resources import phrases

MINUS = "\u2212"
ELLIPSIS = "…"
_SPELLED_OUT = 16
"""Numbers up to this one are written in letters."""
_SHORT_PLACES = 4
"""Values that need more decimals are cut there, and say so."""


def ordinal(place: int, language: str) -> str:
    """A place in words of its language: ``1er``, ``2e``; ``1st``, ``12th``."""
    if language == "fr":
        return "1er" if place == 1 else f"{place}e"
    teen = place % 100 in (11, 12, 13)
    return f"{place}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


class Phrasing:
    """The phrases of one area in one language.

    Args:
        area: the name of the file of phrases.
        language: ``fr`` or ``en``.
    """

    def __init__(self, area: str, language: str) -> None:
        self.language = language
        self._phrases: Mapping[str, Mapping[str, Any]] = phrases(area, language)
        self._lists: Mapping[str, Mapping[str, str]] = phrases("lists", language)
        self._french = language == "fr"

    def say(self, table: str, key: str, /, **facts: object) -> str:
        """The phrase of that table and key with its facts filled in."""
        text: str = self._phrases[table][key]
        return text.format(**facts)

    def has(self, table: str, key: str) -> bool:
        """Whether there is a phrase of that key."""
        return key in self._phrases[table]

    def counted(self, table: str, key: str, /, count: int, **facts: object) -> str:
        """The same, in the singular or the plural: ``key_one``, ``key_other``; French has a plural from two on."""
        one = count < 2 if self._french else count == 1
        return self.say(table, f"{key}_{'one' if one else 'other'}", count=count, **facts)

    def joined(self, names: Sequence[str], word: str = "and") -> str:
        """« A, B et C », « A ou B »."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self._lists['lists'][word]} {names[-1]}"

    def quoted(self, name: str) -> str:
        """A name between the quotes of the language."""
        return self._lists["lists"]["quoted"].format(name=name)

    def spelled(self, number: int) -> str:
        """A number in letters, as far as that is usual."""
        return self._lists["numbers"][f"n{number}"] if number <= _SPELLED_OUT else str(number)

    def ordinal(self, place: int) -> str:
        """A place: ``1er``, ``2e``; ``1st``, ``2nd``, ``11th``."""
        return ordinal(place, self.language)

    def decimal(self, text: str) -> str:
        """A decimal text of the engine with the decimal sign of the language."""
        return text.replace(".", "," if self._french else ".").replace("-", MINUS)

    def number(self, value: Fraction, places: int = 2) -> str:
        """A value rounded to so many decimals."""
        return self.decimal(decimal_text(value, places))

    def exact(self, value: Fraction) -> str:
        """A value in full: ``14,5``, ``1/3``."""
        return self.decimal(exact_text(value))

    def short(self, value: Fraction) -> str:
        """A value in full where four decimals do, else cut after them: ``15,0857…``."""
        scaled = value * 10**_SHORT_PLACES
        if scaled.denominator == 1:
            return self.exact(value)
        cut = decimal_text(Fraction(int(abs(scaled)), 10**_SHORT_PLACES), _SHORT_PLACES)
        return f"{MINUS if value < 0 else ''}{self.decimal(cut)}{ELLIPSIS}"

    def percent(self, share: Fraction, places: int | None = None) -> str:
        """A share of 1 in a hundred; in full where two decimals do, unless told how many."""
        hundredths = 100 * share
        in_full = places is None and (100 * hundredths).denominator == 1
        text = exact_text(hundredths) if in_full else decimal_text(hundredths, 2 if places is None else places)
        return self._lists["lists"]["percent"].format(number=self.decimal(text))

    def points(self, value: Fraction) -> str:
        """« 1,50 point », « 2,00 points »: French has a plural from two on, English for all but one."""
        one = value < 2 if self._french else value == 1
        return self._lists["lists"]["point" if one else "points"].format(number=self.number(value))
