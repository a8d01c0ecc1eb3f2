"""Writing a règlement step by step: paths, criteria, templates, the worked example, where candidacies come from."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jury_desk import resources
from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Admissibility, Candidacy, Outcome, OutcomeCategory
from jury_desk.domain.deliberation import VoteMode
from jury_desk.domain.documents import digest
from jury_desk.domain.edition import Edition
from jury_desk.domain.rules import RulesRefused, document_of, fingerprint, rules_from_document
from jury_desk.services import drafting
from jury_desk.services.deliberation import set_outcomes
from jury_desk.services.files import new_edition
from jury_desk.services.preparation import freeze_rules, set_entries

DRAFT: dict[str, Any] = {
    "title": "Rules",
    "language": "fr",
    "criteria": [
        {"id": "C1", "name": "One", "weight": "2", "min": "0", "max": "10"},
        {"id": "C2", "name": "Two", "weight": "1", "min": "0", "max": "10"},
    ],
    "ties": {"chain": ["criterion:C1", "median"]},
}


def test_value_is_put_and_read_by_path() -> None:
    """The draft given stays as it was; an emptied value leaves no key, an emptied table no table."""
    changed = drafting.with_value(DRAFT, "criteria[1].weight", "5")
    assert drafting.value_at(changed, "criteria[1].weight") == "5"
    assert drafting.value_at(DRAFT, "criteria[1].weight") == "1"
    placed = drafting.with_value(DRAFT, "selection.places", "3")
    assert placed["selection"] == {"places": "3"}
    assert "selection" not in drafting.with_value(placed, "selection.places", "")
    assert drafting.value_at(DRAFT, "criteria[7].weight") is None


def test_criterion_comes_with_a_free_id_and_the_last_scale() -> None:
    """Taking one out takes its step of the tie chain along."""
    longer = drafting.with_criterion(DRAFT, "Three")
    assert longer["criteria"][2] == {"id": "C3", "name": "Three", "weight": "1", "min": "0", "max": "10"}
    shorter = drafting.without_criterion(longer, 0)
    assert [each["id"] for each in shorter["criteria"]] == ["C2", "C3"]
    assert shorter["ties"]["chain"] == ["median"]
    assert drafting.with_criterion(shorter, "Again")["criteria"][2]["id"] == "C1"


@pytest.mark.parametrize(("index", "by", "order"), [(0, 1, "bac"), (2, -2, "cab"), (0, -1, "abc"), (2, 5, "abc")])
def test_moved_stops_at_the_ends(index: int, by: int, order: str) -> None:
    """Up, down, and no further than the first and the last place."""
    assert "".join(drafting.moved("abc", index, by)) == order


@pytest.mark.parametrize("language", ["fr", "en"])
def test_templates_are_usable_rules(language: str) -> None:
    """Each can be read, says in a line what it is for, and gives four fifths for four fifths, or a whole for a yes."""
    found = drafting.templates(language)
    assert [each.name for each in found] == [
        "call_for_projects",
        "competition",
        "design_contest",
        "advisory_commission",
        "five_criteria",
        "four_equal_criteria",
    ]
    results = []
    for template in found:
        rules, problems = drafting.read_draft(template.document)
        assert rules is not None
        assert problems == ()
        assert rules.language == language
        assert template.about
        example = drafting.worked_example(rules)
        results.append(f"{example.result}/{example.out_of}")
    assert results == ["16/20", "16/", "80/100", "100/100", "16/20", "16/20"]


def test_no_template_is_left_out() -> None:
    """What lies in the folder is what is offered, in both languages."""
    offered = {f"{each.name}_{language}" for language in ("fr", "en") for each in drafting.templates(language)}
    assert {path.stem for path in resources.path("templates").iterdir()} == offered


WORDS = ("title", "language", "name", "section", "levels")


def without_words(value: Any) -> Any:
    """A document without the texts that are somebody's words."""
    if isinstance(value, dict):
        return {key: without_words(kept) for key, kept in value.items() if key not in WORDS}
    return [without_words(each) for each in value] if isinstance(value, list) else value


def test_templates_say_the_same_in_both_languages() -> None:
    """But for the words, a pair has one fingerprint; a level has a text in both."""
    for french, english in zip(drafting.templates("fr"), drafting.templates("en"), strict=True):
        pair = [rules_from_document(each.document) for each in (french, english)]
        assert len({digest(without_words(document_of(rules))) for rules in pair}) == 1
        assert len({str([len(each.levels) for each in rules.criteria]) for rules in pair}) == 1
        assert fingerprint(pair[0]) != fingerprint(pair[1])


@pytest.mark.parametrize(
    ("name", "panel", "ties"),
    [
        ("call_for_projects", ("candidacy", 4, True), ("vote", 3)),
        ("competition", ("stage", None, True), ("vote", 3)),
        ("design_contest", ("stage", 5, True), ("vote", 0)),
        ("advisory_commission", ("candidacy", 4, True), ("shared", 0)),
    ],
)
def test_regimes_differ_as_the_field_has_them(
    name: str, panel: tuple[str, int | None, bool], ties: tuple[str, int]
) -> None:
    """Recusal per file or for all, quorum, casting vote; equals go through a cascade, or to debate and vote."""
    (template,) = (each for each in drafting.templates("fr") if each.name == name)
    rules = rules_from_document(template.document)
    assert (rules.panel["recusal_scope"], rules.panel.get("quorum"), rules.panel["casting_vote"]) == panel
    assert (rules.ties.unresolved, len(rules.ties.chain)) == ties
    assert rules.panel["vote_mode"] in set(VoteMode)


def test_worked_example_of_scales_that_differ() -> None:
    """No one mark can be named; the result still is."""
    mixed = drafting.with_value(DRAFT, "criteria[1].max", "5")
    rules, _ = drafting.read_draft(mixed)
    assert rules is not None
    assert drafting.worked_example(rules) == drafting.WorkedExample("", "", "16", "20")


def test_passage_takes_talk_questions_and_changeover() -> None:
    """What cannot be read yet counts for nothing."""
    timed = {**DRAFT, "timing": {"pitch": "5", "questions": "2.5", "changeover": "x", "break": "15"}}
    assert drafting.passage_minutes(timed) == Fraction(15, 2)
    phases = [{"kind": "pitch", "minutes": "10"}, {"kind": "questions", "minutes": "1/3"}, {"kind": "deliberation"}]
    assert drafting.passage_minutes({**DRAFT, "timing": {"phases": phases}}) == Fraction(31, 3)


def test_tie_steps_are_those_the_criteria_allow() -> None:
    """The own result is a step only where results are carried over."""
    assert drafting.tie_steps(DRAFT)[:3] == ["criterion:C1", "criterion:C2", "highest_sheet"]
    assert "own" not in drafting.tie_steps(DRAFT)
    assert drafting.tie_steps(DRAFT, ["screening"])[-1] == "carried:screening"


def test_draft_is_kept_and_read_again(tmp_path: Path) -> None:
    """What cannot be read is refused; what says the same writes nothing; frozen rules are told apart."""
    toolbox = make_toolbox(actor="test", safety=tmp_path / "safety")
    file = new_edition(toolbox, tmp_path / "a.jury", Edition("Édition"))
    try:
        assert drafting.draft_of(file.records, "hackathon") is None
        assert drafting.save_draft(file, "hackathon", DRAFT).event
        assert drafting.save_draft(file, "hackathon", DRAFT).event is None
        with pytest.raises(RulesRefused):
            drafting.save_draft(file, "hackathon", {"title": "x"})
        found = drafting.draft_of(file.records, "hackathon")
        assert found is not None
        assert drafting.value_at(found, "criteria[0].name") == "One"
        freeze_rules(file, "hackathon", toolbox.clock)
        version = drafting.newest_version(file.records, "hackathon")
        assert version is not None
        assert version.frozen
    finally:
        file.close()


def test_candidacies_come_from_the_stage_before(tmp_path: Path) -> None:
    """Those it let go on; without any such stage nobody, and those turned down or withdrawn are not heard."""
    toolbox = make_toolbox(actor="test", safety=tmp_path / "safety")
    file = new_edition(toolbox, tmp_path / "a.jury", Edition("Édition"))
    try:
        with file.unit() as unit:
            unit.put(Candidacy("P1", "One", admissibility=Admissibility.ADMISSIBLE))
            unit.put(Candidacy("P2", "Two", admissibility=Admissibility.INADMISSIBLE))
            unit.put(Candidacy("P3", "Three", admissibility=Admissibility.WITHDRAWN))
            unit.put(Candidacy("P4", "Four", admissibility=Admissibility.RECEIVED))
            unit.commit("candidacies_imported")
        assert drafting.may_be_heard(file.records) == ["P1", "P4"]
        assert drafting.found_admissible(file.records) == ["P1"]
        assert drafting.still_to_examine(file.records) == 1
        assert drafting.coming_from(file.records, "hackathon") == (None, [])
        set_entries(file, "screening", ["P1", "P2"])
        set_outcomes(file, "screening", {"P1": Outcome(OutcomeCategory.SELECTED)})
        stage, found = drafting.coming_from(file.records, "hackathon")
        assert stage is not None
        assert (stage.id, found) == ("screening", ["P1"])
    finally:
        file.close()
