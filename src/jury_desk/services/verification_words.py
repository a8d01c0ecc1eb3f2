"""What verifying minutes came to, in sentences that the window and the command line share."""

from collections.abc import Mapping
from typing import Any

from jury_desk.resources import phrases
from jury_desk.services.minutes_figures import Kind
from jury_desk.services.verification import Check, Difference, Verification


def check_name(check: Check, language: str) -> str:
    """What a check compares."""
    name: str = _words(language)["checks"][check.value]
    return name


def difference_sentence(difference: Difference, language: str) -> str:
    """What does not hold, and where."""
    words = _words(language)
    facts = dict(difference.facts)
    if "what" in facts:
        facts["what"] = words["what"].get(facts["what"], facts["what"])
    if "part" in facts:
        facts["part"] = words["parts"].get(facts["part"], facts["part"])
    if facts.get("figure") == Kind.NUMBER and language == "fr":
        facts["computed"] = facts["computed"].replace(".", ",")
    if facts.get("criterion"):
        facts["what"] = str(words["value_of"]).format(criterion=facts["criterion"])
    # The fingerprint is of no candidacy.
    key = f"{difference.key}_whole" if "title" in facts and not facts["title"] else difference.key
    sentence: str = words["differences"].get(key, words["differences"][difference.key])
    return sentence.format(**facts)


def verdict(verification: Verification, language: str) -> str:
    """« conforme », or how much does not hold."""
    words = _words(language)
    count = len(verification.differences)
    key = "conforms" if not count else "differs_one" if count == 1 else "differs"
    return str(words[key]).format(count=count)


def remark_sentences(verification: Verification, language: str) -> list[str]:
    """What could not be compared, and why."""
    return [_words(language)["remarks"][remark] for remark in verification.remarks]


def _words(language: str) -> Mapping[str, Any]:
    return phrases("verification", language)
