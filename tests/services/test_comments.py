"""Free comments: which words ask for a second reading, and that nothing is refused."""

import pytest

from jury_desk.services.comments import comment_hint, comment_warning


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Porteuse souvent en arrêt maladie", "fr", ["« arrêt maladie » (santé)"]),
        (
            "Elle est Enceinte, et NULLE à l’oral",
            "fr",
            ["« Enceinte » (santé)", "« NULLE » (jugement sur la personne)"],
        ),
        ("un peu dépressif", "fr", ["« dépressif » (santé)"]),
        ("Candidate is lazy", "en", ["“lazy” (judgement on the person)"]),
    ],
)
def test_delicate_words_are_named_as_typed(text: str, language: str, named: list[str]) -> None:
    """With the area that makes them delicate."""
    told = comment_warning(text, language).replace("\u00a0", " ")
    for each in named:
        assert each in told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le besoin est décrit, le coût reste à chiffrer.",
        "Résultat nullement prouvé",
        "Accompagnement des annulations",
    ],
)
def test_facts_about_the_project_are_left_alone(text: str) -> None:
    """Words that only contain a delicate one are none."""
    assert comment_warning(text, "fr") == ""


def test_reminder_speaks_both_languages() -> None:
    """Objective, and readable by the person concerned."""
    assert "demander à lire" in comment_hint("fr")
    assert "ask to read" in comment_hint("en")
