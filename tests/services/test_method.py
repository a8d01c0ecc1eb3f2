"""The wording of rules and refusals is complete in both languages, and says what the engine does."""

import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import jury_desk
from jury_desk.domain.rules import PLAIN_STEPS, rules_from_document
from jury_desk.resources import phrases
from jury_desk.services.method import method_words

SOURCES = Path(jury_desk.__file__).parent
LANGUAGES = ("fr", "en")
TIE_STEPS = ("criterion:mark", "section:S", *PLAIN_STEPS, "carried:stage1")


def document(**tables: Any) -> dict[str, Any]:
    """A document that uses every kind of criterion."""
    kinds = ("mark", "yes_no", "bonus", "deduction", "information")
    criteria = [{"id": kind, "name": f"<{kind}>", "weight": "1/2", "kind": kind} for kind in kinds]
    criteria[0] |= {"section": "S", "eliminatory": "< 4.5", "better": "lower", "min": "0", "max": "20", "step": "1"}
    for each in criteria[2:]:
        each |= {"min": "0", "max": "5"}
    criteria[2]["across_jurors"] = "median"
    criteria[3]["source"] = "secretariat"
    return {"criteria": criteria, **tables}


def placeholders(text: str) -> set[str]:
    """The names a phrase wants filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("section", ["method", "rules_problems", "marks_problems", "refused"])
def test_both_languages_say_the_same_things(section: str) -> None:
    """The same keys with the same placeholders."""
    french, english = (phrases("rules", language)[section] for language in LANGUAGES)
    assert {key: placeholders(text) for key, text in french.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_french_has_its_spaces() -> None:
    """No-break spaces in guillemets and before high punctuation, typographic apostrophes."""
    for section in phrases("rules", "fr").values():
        for text in section.values():
            assert not re.search(r"« | »| [:;!?]|(?<=\w)'(?=\w)", text), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", ["mean", "median", "trimmed_mean", "corrected_mean", "sum", "rank_sum"])
@pytest.mark.parametrize("order", ["sheets_first", "criteria_first"])
@pytest.mark.parametrize("result", ["out_of", "mean", "points"])
def test_every_method_has_words(language: str, method: str, order: str, result: str) -> None:
    """No placeholder is left open, whatever the rules."""
    aggregation = {"across_jurors": method, "order": order, "result": result, "out_of": "20", "limit": "2"}
    rules = rules_from_document(document(aggregation=aggregation))
    words = method_words(rules, language)
    assert "{" not in words
    assert words.endswith(".")


@pytest.mark.parametrize(("language", "number"), [("fr", "0,01"), ("en", "0.01")])
def test_everything_that_decides_is_said(language: str, number: str) -> None:
    """Thresholds, rounding, earlier stages, ties, numbering and the line are all in the text."""
    rules = rules_from_document(
        document(
            aggregation={"eliminatory": "<= 10", "minimum_sheets": 3, "missing_criterion": "redistribute"},
            rounding=dict.fromkeys(("mean", "corrected", "criterion", "product", "sheet", "result"), "0.01"),
            carry_over={"own": "70", "rounding": "0.01", "stages": {"stage1": "30"}},
            ties={
                "chain": [*TIE_STEPS],
                "unresolved": "vote",
                "numbering": "dense",
            },
            selection={"places": 6, "reserve": 2, "tie_at_cut": "include"},
        )
    )
    words = method_words(rules, language)
    least = "10 at most" if language == "en" else "de 10 au plus"
    for told in (
        "<mark>",
        "<bonus>",
        "<deduction>",
        "<information>",
        "stage1",
        number,
        least,
        "1, 2, 2, 3",
        "6",
    ):
        assert told in words


def test_the_language_is_that_of_the_rules_unless_asked_otherwise() -> None:
    """A French règlement speaks French."""
    rules = rules_from_document(document(language="fr"))
    assert method_words(rules) == method_words(rules, "fr") != method_words(rules, "en")


@pytest.mark.parametrize(
    ("section", "modules"),
    [
        ("rules_problems", ("domain/rules", "domain/timing_rules", "domain/document_reader")),
        ("marks_problems", ("services/mark_rows",)),
    ],
)
def test_every_code_has_a_sentence(section: str, modules: tuple[str, ...]) -> None:
    """A problem that the code can note is one that people can be told."""
    source = "".join((SOURCES / f"{module}.py").read_text(encoding="utf-8") for module in modules)
    codes = set(re.findall(r"refuse\([^()]*(?:\([^()]*\)[^()]*)*?, \"([a-z_]+)\"", source))
    assert len(codes) > 4
    assert codes <= set(phrases("rules", "en")[section])


@pytest.mark.parametrize(
    ("threshold", "french", "english"),
    [
        ("< 10", "si son résultat est au-dessous de 10, avant", "if its result is below 10, before"),
        ("<= 9.5", "si son résultat est de 9,5 au plus, avant", "if its result is 9.5 at most, before"),
        ("> 10", "si son résultat est au-dessus de 10, avant", "if its result is above 10, before"),
        (">= 10", "si son résultat est de 10 au moins, avant", "if its result is 10 at least, before"),
    ],
)
def test_threshold_is_told_in_words(threshold: str, french: str, english: str) -> None:
    """A sentence is read aloud: « < 10 » is not."""
    rules = rules_from_document(document(aggregation={"eliminatory": threshold}))
    assert french in method_words(rules, "fr")
    assert english in method_words(rules, "en")
