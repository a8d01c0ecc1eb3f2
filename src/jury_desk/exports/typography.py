"""How documents write numbers, dates and punctuation, in French and in English: no Qt, no locale, no clock.

Only wording of our own passes through :func:`spaced`; what people typed is printed to the character.
"""

import re
from datetime import date, datetime

NBSP = "\u00a0"
"""No-break space: before a colon or a unit, inside guillemets, between a number and what it counts."""

THIN = "\u202f"
"""Narrow no-break space: before ; ! and ?, and between groups of three digits."""

MINUS = "\u2212"
DASH = "\u2013"

_DAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
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


def long_date(iso: str, language: str, *, weekday: bool = True) -> str:
    """``jeudi 5 mars 2020``, ``1er mars 2020``, ``Thursday 5 March 2020``; a text that is no date as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    number_of_day = "1er" if (day.day, language) == (1, "fr") else str(day.day)
    words = (number_of_day, _MONTHS[language][day.month - 1], str(day.year))
    named = (_DAYS[language][day.weekday()], *words) if weekday else words
    return f"{NBSP}".join(named[:-2]) + NBSP + " ".join(named[-2:])


def clock_time(moment: datetime, language: str) -> str:
    """``14 h 30`` or ``14:30``."""
    return f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02}" if language == "fr" else f"{moment:%H:%M}"


def instant(iso: str, language: str) -> str:
    """An instant as the clocks of this computer's country show it: ``5 mars 2020 à 14 h 30``.

    A text that is no instant is given as it is.
    """
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    joint = " à " if language == "fr" else " at "
    return f"{long_date(moment.date().isoformat(), language, weekday=False)}{joint}{clock_time(moment, language)}"


def hour(iso: str, language: str) -> str:
    """The time of day of an instant, by the clocks of this computer's country; a text that is none as it is."""
    try:
        return clock_time(datetime.fromisoformat(iso).astimezone(), language)
    except ValueError:
        return iso


def enumeration(items: list[str], language: str) -> str:
    """``a, b et c`` or ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + (" et " if language == "fr" else " and ") + items[-1]
