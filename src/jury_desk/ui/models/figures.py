"""Figures as the window prints them: in the language of the window, whatever the files hold."""

from PySide6.QtCore import QLocale

from jury_desk.services import phrasing

NO_BREAK = "\u00a0"
MINUS = "\u2212"


def number(decimal: str) -> str:
    """A decimal text of the engine (``14.5``) with the decimal sign of the window's language (``14,5``)."""
    return decimal.replace(".", QLocale().decimalPoint()).replace("-", MINUS)


def ordinal(place: int) -> str:
    """A place: ``1er``, ``2e`` in French; ``1st``, ``2nd``, ``13th`` in English."""
    return phrasing.ordinal(place, "fr" if QLocale().language() is QLocale.Language.French else "en")


def percent(share: float) -> str:
    """A share of 1 in per cent, with one decimal where it needs one: ``30 %``, ``33,3 %``."""
    value = round(share * 100, 1)
    text = str(int(value)) if value == int(value) else str(value)
    space = "" if QLocale().language() is QLocale.Language.English else NO_BREAK
    return f"{number(text)}{space}%"
