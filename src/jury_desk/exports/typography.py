"""How documents write numbers, dates and punctuation, in French and in English: no Qt, no locale, no clock.

Only wording of our own passes through :func:`spaced`; what people typed is printed to the character.
"""

import re

from jury_desk.services.time_words import NBSP, clock_time, hour, instant, long_date

__all__ = [
    "DASH",
    "MINUS",
    "NBSP",
    "THIN",
    "clock_time",
    "enumeration",
    "hour",
    "instant",
    "long_date",
    "number",
    "spaced",
]

THIN = "\u202f"
"""Narrow no-break space: before ; ! and ?, and between groups of three digits."""

MINUS = "\u2212"
DASH = "\u2013"

_FRENCH_SPACING = (
    (re.compile(r"(?<=n°) ", re.IGNORECASE), NBSP),
    (re.compile(r" +([;!?])"), rf"{THIN}\1"),
    (re.compile(r" +([:%»])"), rf"{NBSP}\1"),
    (re.compile(r"« +"), f"«{NBSP}"),
)
_GROUPS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def spaced(text: str, language: str) -> str:
    """Our own wording with curly apostrophes, and the no-break spaces that French wants."""
    text = text.replace("'", "’")
    if language == "fr":
        for pattern, replacement in _FRENCH_SPACING:
            text = pattern.sub(replacement, text)
    return text


def number(decimal: str, language: str) -> str:
    """A decimal text of the engine (``-1234.50``) as print has it: ``−1 234,50``, ``−1234.50``; a fraction as it is."""
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", decimal):
        return decimal
    whole, _, decimals = decimal.removeprefix("-").partition(".")
    separator, point = (THIN, ",") if language == "fr" else (",", ".")
    # English leaves four digits together.
    grouped = _GROUPS.sub(separator, whole) if len(whole) > 4 or language == "fr" else whole
    sign = MINUS if decimal.startswith("-") else ""
    return sign + grouped + (point + decimals if decimals else "")


def enumeration(items: list[str], language: str) -> str:
    """``a, b et c`` or ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + (" et " if language == "fr" else " and ") + items[-1]
