"""Dates and hours in French and English words, shared by documents, window and command line; no Qt, no locale."""

from datetime import date, datetime, tzinfo

NBSP = "\u00a0"
"""No-break space: before a colon or a unit, inside guillemets, between a number and what it counts."""

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


def instant(iso: str, language: str, zone: tzinfo | None = None) -> str:
    """An instant as the clocks of a zone, or else of this computer, show it: ``5 mars 2020 à 14 h 30``.

    A text that is no instant is given as it is.
    """
    try:
        moment = datetime.fromisoformat(iso).astimezone(zone)
    except ValueError:
        return iso
    joint = " à " if language == "fr" else " at "
    return f"{long_date(moment.date().isoformat(), language, weekday=False)}{joint}{clock_time(moment, language)}"


def hour(iso: str, language: str, zone: tzinfo | None = None) -> str:
    """The time of day of an instant, by the clocks of a zone or else of this computer; a text that is none as it is."""
    try:
        return clock_time(datetime.fromisoformat(iso).astimezone(zone), language)
    except ValueError:
        return iso
