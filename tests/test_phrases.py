"""The phrases: every error has its sentence, and both languages say the same things."""

import importlib
import pkgutil
import string
import tomllib
from collections.abc import Iterator

import pytest

import jury_desk
from jury_desk import resources
from jury_desk.domain.errors import DomainError

AREAS = sorted({path.stem.rsplit("_", 1)[0] for path in resources.path("phrases").glob("*.toml")})
FACES = ("jury_desk.ui", "jury_desk.app", "jury_desk.__main__")
TYPESET = "documents"
"""Its spaces are set when a document is written (exports/typography)."""
LISTING = {"RulesRefused", "MarksRefused"}
"""Errors that list many problems have sentences of their own (services/refusals)."""


def leaves(kind: type[DomainError]) -> Iterator[type[DomainError]]:
    """The errors that are raised: the classes without subclasses."""
    if not kind.__subclasses__():
        yield kind
    for each in kind.__subclasses__():
        yield from leaves(each)


def every_error() -> list[type[DomainError]]:
    """All errors of the package, whose modules without Qt are imported for it."""
    for module in pkgutil.walk_packages(jury_desk.__path__, "jury_desk."):
        if not module.name.startswith(FACES) and ".migrations." not in module.name:
            importlib.import_module(module.name)
    return sorted(set(leaves(DomainError)), key=lambda kind: kind.__name__)


def placeholders(text: str) -> set[str]:
    """The names in braces of a phrase."""
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    """The phrases of an area by dotted key."""
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = str(value)
    return found


def phrases_of(area: str, language: str) -> dict[str, str]:
    """The phrases of an area in a language."""
    path = resources.path("phrases", f"{area}_{language}.toml")
    return flat(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_error_has_a_sentence_from_its_own_facts(language: str) -> None:
    """No error reaches a user without words, and no sentence names a fact that its error does not have."""
    sentences = {
        key: text for area in AREAS for key, text in phrases_of(area, language).items() if key.startswith("errors.")
    }
    for kind in every_error():
        if kind.__name__ not in LISTING:
            sentence = sentences[f"errors.{kind.key.fget(kind.__new__(kind))}"]  # type: ignore[attr-defined]
            assert placeholders(sentence) <= set(kind.fact_names()), kind.__name__


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_hold_the_same_phrases(area: str) -> None:
    """A phrase that one language lacks, or that names other facts there, is found before a user finds it."""
    french, english = phrases_of(area, "fr"), phrases_of(area, "en")
    assert french.keys() == english.keys()
    for key in french:
        assert placeholders(french[key]) == placeholders(english[key]), key


@pytest.mark.parametrize("area", [area for area in AREAS if area != TYPESET])
def test_french_phrases_have_french_spaces(area: str) -> None:
    """Double punctuation and quotes stand behind no-break spaces, and apostrophes are typographic."""
    for key, text in phrases_of(area, "fr").items():
        assert " :" not in text, key
        assert " ;" not in text, key
        assert " ?" not in text, key
        assert "« " not in text, key
        assert " »" not in text, key
        assert not any(f"{letter}'" in text for letter in "cdjlmnstu"), key
