"""Sentences for what went wrong and names for what was done, shared by the window and the command line."""

from fractions import Fraction

from jury_desk.domain.errors import DomainError, MarkOffStep, MarkOutOfScale, MinutesUnreadable, SheetUnreadable
from jury_desk.domain.exact import exact_text
from jury_desk.resources import phrases

_FIGURES = frozenset({"mark", "minimum", "maximum", "step"})
"""The facts of an error that are numbers, as files write them."""


def error_sentence(error: DomainError, language: str) -> str:
    """One sentence: what is wrong, where, and what to do."""
    sentence: str = phrases("errors", language)["errors"][error.key]
    facts = dict(error.facts)
    if isinstance(error, SheetUnreadable):
        facts["reason"] = phrases("imports", language)["sheet_reasons"][error.reason]
    if isinstance(error, MinutesUnreadable):
        facts["reason"] = phrases("verification", language)["minutes_reasons"][error.reason]
    if isinstance(error, MarkOutOfScale | MarkOffStep):
        facts |= {name: decimal_words(str(facts[name]), language) for name in _FIGURES & facts.keys()}
    if "act" in facts:
        facts["act"] = act_name(str(facts["act"]), language)
    if "what" in facts:
        facts["what"] = phrases("acts", language)["things"].get(facts["what"], facts["what"])
    if "phase" in facts:
        facts["phase"] = phase_name(str(facts["phase"]), language)
    facts |= {
        name: clock_text(value) for name, value in facts.items() if name.endswith("ms") and isinstance(value, int)
    }
    return sentence.format(**facts)


def phase_name(name: str, language: str) -> str:
    """What a phase is called: its own label, or the word for its kind."""
    word: str = phrases("acts", language)["phases"].get(name, name)
    return word


def clock_text(ms: int) -> str:
    """A time as a clock shows it, in whole seconds that have gone by: ``4:59``, ``1:02:03``, ``-0:07``."""
    minutes, seconds = divmod(abs(ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    sign = "-" if ms <= -1000 else ""
    return f"{sign}{hours}:{minutes:02}:{seconds:02}" if hours else f"{sign}{minutes}:{seconds:02}"


def act_name(kind: str, language: str) -> str:
    """What an act of the journal is called: « saisie de notes »."""
    name: str = phrases("acts", language)["acts"].get(kind, kind)
    return name


def figure_words(value: Fraction, language: str) -> str:
    """An exact number with the decimal sign of a language: ``14,5``."""
    return decimal_words(exact_text(value), language)


def decimal_words(text: str, language: str) -> str:
    """A number as files write it, with the decimal sign of a language."""
    return text.replace(".", ",") if language == "fr" else text
