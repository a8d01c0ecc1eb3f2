"""What the command line says, in the language of the system."""

import os

from jury_desk.domain.errors import DomainError
from jury_desk.resources import phrases
from jury_desk.services.refusals import refusal_sentence


def language_of_the_system() -> str:
    """``fr`` on a French system, else ``en``."""
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "fr" if asked.startswith("fr") else "en"


class Words:
    """The phrases of the command line in one language: ``words["created"]``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._phrases = phrases("commands", language)

    def __getitem__(self, key: str) -> str:
        """The phrase of that key."""
        phrase: str = self._phrases["commands"][key]
        return phrase

    def error(self, error: DomainError) -> str:
        """The sentence for an error."""
        return refusal_sentence(error, self.language)

    def check(self, key: str, fact: str) -> str:
        """The sentence for something that a check found."""
        sentence: str = self._phrases["check"][key]
        return sentence.format(fact=fact)

    def values(self, kind: str, count: int) -> str:
        """How many values that came back are of a kind."""
        words: str = self._phrases["values"][kind]
        return words.format(count=count)
