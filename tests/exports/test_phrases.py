"""The wording of documents: both languages say the same things, and what people typed is left alone."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from jury_desk import resources
from jury_desk.domain.jury import Presence, Role, Voice
from jury_desk.domain.rubric import CriterionKind
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.standings import SelectionStatus, Status
from jury_desk.exports.phrases import Phrases, phrases_of

VOCABULARY = {
    "role": Role,
    "voice": Voice,
    "presence": Presence,
    "kind": CriterionKind,
    "state": MarkState,
    "status": Status,
    "selection": SelectionStatus,
}


def facts_of(phrase: str) -> set[str]:
    """The names of the facts that a phrase takes."""
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_both_languages_have_the_same_phrases_with_the_same_facts() -> None:
    """A phrase missing in one language would only show on the day of the jury."""
    french, english = (phrases_of(language)._phrases for language in ("fr", "en"))
    assert french.keys() == english.keys()
    assert {key: facts_of(phrase) for key, phrase in french.items()} == {
        key: facts_of(phrase) for key, phrase in english.items()
    }


@pytest.mark.parametrize("section", VOCABULARY)
def test_every_word_of_the_domain_has_a_phrase(section: str) -> None:
    """Roles, states and the like print in words, never as codes."""
    assert [word for word in VOCABULARY[section] if not phrases_of("fr").has(f"{section}.{word}")] == []


def test_facts_are_printed_as_typed() -> None:
    """The typography of our wording does not touch what people wrote."""
    say = Phrases("fr", {"line": "Projet : {name}"})
    assert say("line", name="l'ami : qui ?") == "Projet\u00a0: l'ami : qui ?"


def test_a_count_chooses_the_number() -> None:
    """French has one for nought, English has not."""
    table = {"line": {"one": "{count} one", "other": "{count} other"}}
    assert Phrases("fr", table)("line", count=0) == "0 one"
    assert Phrases("en", table)("line", count=0) == "0 other"
    assert Phrases("en", table)("line", count=1) == "1 one"


def test_an_unknown_language_is_french() -> None:
    """An edition in another language still gets its documents."""
    assert phrases_of("de").language == "fr"


@pytest.mark.parametrize("path", sorted(resources.path("phrases").glob("*.toml")), ids=lambda path: path.name)
def test_every_file_of_phrases_can_be_read(path: Path) -> None:
    """A key that stands twice, as merges leave them, is an error of the whole file."""
    assert tomllib.loads(path.read_text(encoding="utf-8"))
