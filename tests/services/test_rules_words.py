"""The words of the rules: every key and value has its own, in both languages, and a change reads as one."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from jury_desk.domain.rubric import Across, Better, CommentRule, Criterion, CriterionKind, Scale, Source
from jury_desk.domain.rules import (
    CarryOver,
    MissingCriterion,
    Numbering,
    Order,
    ResultForm,
    Rules,
    TieAtCut,
    Unresolved,
    rules_from_document,
)
from jury_desk.domain.rules_changes import changes_between
from jury_desk.services.method import method_words
from jury_desk.services.rules_words import (
    change_lines,
    choices,
    criterion_facts,
    key_words,
    place_words,
    session_sentences,
    threshold_words,
    value_words,
)

SCALE = Scale(Fraction(0), Fraction(10), Fraction(1, 2))
RULES = Rules(
    "Rules",
    "1",
    "en",
    SCALE,
    (Criterion("a", "Need", Fraction(30), SCALE), Criterion("b", "Team", Fraction(5, 2), SCALE)),
)
WORDS = {
    "criteria.kind": CriterionKind,
    "criteria.source": Source,
    "criteria.better": Better,
    "criteria.comment": CommentRule,
    "criteria.across_jurors": Across,
    "aggregation.result": ResultForm,
    "aggregation.missing_criterion": MissingCriterion,
    "ties.unresolved": Unresolved,
    "ties.numbering": Numbering,
    "selection.tie_at_cut": TieAtCut,
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("key", "kind"), WORDS.items())
def test_every_word_of_the_rules_file_has_its_own_words(language: str, key: str, kind: Any) -> None:
    """Exactly those that the engine knows, and none falls back on the key."""
    assert [value for value, _ in choices(key, language)] == [each.value for each in kind]
    assert len({value_words(key, each.value, language) for each in kind}) == len(kind)
    assert key_words(key, language) != key


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_orders_of_calculation_have_words(language: str) -> None:
    """They share their table with the order of passage."""
    assert {each.value for each in Order} <= {value for value, _ in choices("aggregation.order", language)}


def lines(newer: Rules, language: str = "en", former: Rules = RULES) -> list[tuple[str, str, str]]:
    """The differences in words."""
    found = change_lines(former, newer, changes_between(former, newer), language, {"screening": "Screening"})
    return [(each.what, each.before, each.after) for each in found]


def test_changes_read_as_people_say_them() -> None:
    """Numbers with the decimal sign of the language, words instead of keys, the criterion by its name."""
    first, second = RULES.criteria
    assert lines(replace(RULES, criteria=(replace(first, weight=Fraction(65, 2)), second)), "fr") == [
        ("«\u00a0Need\u00a0»\u00a0: poids", "30", "32,5")
    ]
    described = replace(first, levels=("low", "", "high"), kind=CriterionKind.BONUS)
    assert lines(replace(RULES, criteria=(described, second))) == [
        ("“Need”: kind", "mark", "bonus"),
        ("“Need”: levels", "–", "0: low; 10: high"),
    ]
    carried = replace(RULES, carry_over=CarryOver(Fraction(70), {"screening": Fraction(30)}))
    assert lines(carried) == [("Weight of this stage", "–", "70"), ("Weight of the stage “Screening”", "–", "30")]
    tied = replace(RULES, ties=replace(RULES.ties, chain=("criterion:b", "median")))
    assert lines(tied) == [("Ties are separated by", "–", "“Team”, median of the sheets")]
    flagged = replace(RULES, panel={"casting_vote": True, "vote_mode": "main levée"})
    assert lines(flagged) == [("Casting vote", "–", "yes"), ("How votes are taken", "–", "main levée")]


def test_criterion_that_comes_is_told_in_short() -> None:
    """Its weight and scale; an order that changed names the criteria."""
    first, second = RULES.criteria
    third = Criterion("c", "Plan", Fraction(1, 3), SCALE)
    assert lines(replace(RULES, criteria=(second, first, third))) == [
        ("Criterion “Plan”", "–", "weight 1/3, 0 to 10 by 0.5"),
        ("Order of the criteria", "Need, Team", "Team, Need"),
    ]


def test_what_people_wrote_is_never_taken_for_a_number_or_a_word() -> None:
    """A title « 1.5 », a section called mark."""
    renamed = replace(RULES, title="1.5", criteria=(replace(RULES.criteria[0], section="mark"), RULES.criteria[1]))
    assert lines(renamed, "fr") == [
        ("Titre", "Rules", "1.5"),
        ("«\u00a0Need\u00a0»\u00a0: section", "–", "mark"),
    ]


def test_unknown_keys_are_shown_as_they_are() -> None:
    """A table that has no words of its own still reads."""
    assert (key_words("timing.colour", "fr"), value_words("kind", "star", "fr")) == ("timing.colour", "star")
    assert threshold_words("<= 7.5", "fr") == "≤ 7,5"


def test_place_of_a_problem_is_said_by_name() -> None:
    """The criterion by its name, else by its number; the whole rubric has no place."""
    document = {"criteria": [{"name": "Need"}, {}]}
    assert place_words("criteria[0].max", document, "en") == "“Need”: scale maximum – "
    assert place_words("criteria[1].levels[2]", document, "en") == "“2”: levels – "
    assert place_words("criteria[1]", document, "en") == "Criterion “2” – "
    assert place_words("ties.chain[0]", document, "en") == "Ties are separated by – "
    assert place_words("criteria", document, "en") == ""


def test_facts_of_a_criterion_leave_the_usual_unsaid() -> None:
    """A plain mark by jurors has none; the rest in the order of the details."""
    assert criterion_facts({"kind": "mark", "source": "jurors", "comment": "optional"}, "en") == []
    odd = {"kind": "yes_no", "better": "lower", "across_jurors": "median", "section": "Project"}
    assert criterion_facts(odd, "en") == [
        "yes or no",
        "The better value: the lower one",
        "median",
        "Section: Project",
    ]


def test_session_is_told_in_sentences() -> None:
    """Quorum or none, the scopes, presence, casting vote, and a way of voting in words of one's own."""
    assert session_sentences(RULES) == [
        "No quorum is required.",
        "A member who recuses takes no part in anything about the candidacy concerned.",
    ]
    panel = {
        "quorum": 4,
        "recusal_scope": "stage",
        "absence_scope": "stage",
        "casting_vote": True,
        "vote_mode": "ballot",
    }
    assert session_sentences(replace(RULES, panel=panel)) == [
        "Quorum: 4 voting members.",
        "A member who recuses takes no part in anything of this session.",
        "A member who missed a hearing marks no candidacy.",
        "When votes are equal, that of the presiding member decides.",
        "Votes are taken by ballot.",
    ]


def test_method_names_earlier_stages() -> None:
    """By their names where they are known, else by their ids."""
    rules = rules_from_document(
        {
            "criteria": [{"id": "a", "name": "A", "min": "0", "max": "10"}],
            "carry_over": {"own": "70", "stages": {"screening": "30"}},
            "ties": {"chain": ["carried:screening"]},
        }
    )
    assert "screening × 30" in method_words(rules, "en")
    assert "Shortlist × 30" in method_words(rules, "en", {"screening": "Shortlist"})
    assert "the stage “Shortlist”" in method_words(rules, "en", {"screening": "Shortlist"})
