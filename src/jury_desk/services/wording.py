"""Sentences for what went wrong and names for what was done, shared by the window and the command line."""

from jury_desk.domain.errors import DomainError, SheetUnreadable
from jury_desk.resources import phrases


def error_sentence(error: DomainError, language: str) -> str:
    """One sentence: what is wrong, where, and what to do."""
    sentence: str = phrases("errors", language)["errors"][error.key]
    facts = dict(error.facts)
    if isinstance(error, SheetUnreadable):
        facts["reason"] = phrases("imports", language)["sheet_reasons"][error.reason]
    if "act" in facts:
        facts["act"] = act_name(str(facts["act"]), language)
    if "what" in facts:
        facts["what"] = phrases("acts", language)["things"].get(facts["what"], facts["what"])
    return sentence.format(**facts)


def act_name(kind: str, language: str) -> str:
    """What an act of the journal is called: « saisie de notes »."""
    name: str = phrases("acts", language)["acts"].get(kind, kind)
    return name
