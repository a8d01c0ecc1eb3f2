"""Sentences for what went wrong and names for what was done, shared by the window and the command line."""

from jury_desk.domain.errors import DomainError
from jury_desk.resources import phrases


def error_sentence(error: DomainError, language: str) -> str:
    """One sentence: what is wrong, where, and what to do."""
    sentence: str = phrases("errors", language)["errors"][error.key]
    return sentence.format(**error.facts)


def act_name(kind: str, language: str) -> str:
    """What an act of the journal is called: « marques enregistrées »."""
    name: str = phrases("acts", language)["acts"].get(kind, kind)
    return name
