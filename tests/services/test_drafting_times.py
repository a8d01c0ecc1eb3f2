"""Times of a règlement in short and written out, as typed, and in words."""

import tomllib
from typing import Any

import pytest

from jury_desk import resources
from jury_desk.domain.document_reader import Problem
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.rules_changes import changes_between
from jury_desk.domain.timing_rules import format_of
from jury_desk.services.drafting import read_draft, with_value
from jury_desk.services.drafting_times import (
    typed_hour,
    typed_minutes,
    with_another_break,
    with_another_phase,
    with_breaks_in_short,
    with_breaks_written_out,
    with_counting,
    with_line_moved,
    with_phase_kind,
    with_phases_in_short,
    with_phases_written_out,
    without_line,
)
from jury_desk.services.rules_words import change_lines, place_words


def document(**timing: Any) -> dict[str, Any]:
    """A règlement of one criterion with these times."""
    return {
        "title": "Rules",
        "language": "fr",
        "scale": {"min": "0", "max": "10", "step": "1"},
        "criteria": [{"id": "C1", "name": "One", "weight": "1"}],
        "timing": timing,
    }


SHORT = document(pitch="5", questions="10", changeover="3", warnings=["1"])


def test_writing_out_says_the_same_times_and_turns_back() -> None:
    """The format of the session is the same either way, and nothing is lost on the way back."""
    out = with_phases_written_out(SHORT)
    assert [each["kind"] for each in out["timing"]["phases"]] == ["pitch", "questions", "changeover"]
    rules = [rules_from_document(each) for each in (SHORT, out)]
    assert format_of(rules[0].timing).phases == format_of(rules[1].timing).phases
    assert with_phases_in_short(out) == SHORT


@pytest.mark.parametrize(("key", "value"), [("label", "Démonstration"), ("warnings", ["2"]), ("counts", False)])
def test_what_the_short_form_cannot_say_keeps_the_long_one(key: str, value: object) -> None:
    """A name, warnings of its own, whose time it is."""
    assert with_phases_in_short(with_value(with_phases_written_out(SHORT), f"timing.phases[0].{key}", value)) is None


def test_a_phase_more_has_an_id_of_its_own_that_follows_its_kind() -> None:
    """What sessions refer to it by is unique, and says what it is as long as nobody named it."""
    out = with_another_phase(with_phases_written_out(SHORT))
    assert [each["id"] for each in out["timing"]["phases"]] == ["pitch", "questions", "changeover", "questions-2"]
    out = with_phase_kind(out, 3, "deliberation")
    assert out["timing"]["phases"][3]["id"] == "deliberation"
    out = with_line_moved(out, "timing.phases", 3, -1)
    assert [each["kind"] for each in out["timing"]["phases"]][2:] == ["deliberation", "changeover"]
    out = without_line(out, "timing.phases", 2)
    assert len(out["timing"]["phases"]) == 3
    assert read_draft(out)[1] == ()


def test_whose_time_it_is_is_said_only_where_the_kind_does_not() -> None:
    """Rules that say no more than before keep their fingerprint."""
    out = with_phases_written_out(SHORT)
    said = with_counting(out, 2, counts=True)
    assert said["timing"]["phases"][2]["counts"] is True
    assert with_counting(said, 2, counts=False) == out


def test_breaks_in_short_and_one_by_one() -> None:
    """Half-way becomes a number; two breaks have no short form; the last one taken out leaves none."""
    short = document(pitch="5", **{"break": "15"})
    out = with_breaks_written_out(short, 9)
    assert out["timing"]["breaks"] == [{"after": 5, "minutes": "15"}]
    back = with_breaks_in_short(out)
    assert back is not None
    assert (back["timing"]["break"], back["timing"]["break_after"]) == ("15", 5)
    two = with_another_break(out)
    assert [each["after"] for each in two["timing"]["breaks"]] == [5, 6]
    assert with_breaks_in_short(two) is None
    assert read_draft(two)[1] == ()
    assert "breaks" not in without_line(out, "timing.breaks", 0)["timing"]


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("9h30", "09:30"), ("14 h", "14:00"), ("14:05", "14:05"), (" 8H ", "08:00"), ("noon", "noon"), ("25:00", "25:00")],
)
def test_hour_is_typed_as_people_write_it(typed: str, hour: str) -> None:
    """What is none stays, and the rules say so."""
    assert typed_hour(typed) == hour
    problems = read_draft(document(pitch="5", start=typed_hour(typed)))[1]
    assert ([each.code for each in problems] == ["not_an_hour"]) is (hour in ("noon", "25:00"))


def test_several_minutes_are_typed_with_blanks_or_semicolons() -> None:
    """The comma is the decimal sign."""
    assert typed_minutes("2 ; 0,5") == ["2", "0.5"]
    assert typed_minutes("2 1 soon") == ["2", "1", "soon"]
    assert typed_minutes(" ") == []


def test_problem_of_a_line_is_placed_in_words() -> None:
    """« phase n° 2 : Minutes – »."""
    out = with_value(with_phases_written_out(SHORT), "timing.phases[1].minutes", "-1")
    (problem,) = read_draft(out)[1]
    assert isinstance(problem, Problem)
    assert place_words(problem.path, out, "fr") == "phase n°\u00a02\u00a0: Minutes – "
    assert place_words("timing.breaks[0]", out, "en") == "break no.\u00a01 – "


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Démonstration 7,5\u00a0min, avertit à 2 et 0,5\u00a0min\u202f; Questions 10\u00a0min\u202f; "),
        ("en", "Démonstration 7.5\u00a0min, warns at 2 and 0.5\u00a0min; Questions 10\u00a0min; "),
    ],
)
def test_versions_are_compared_in_words(language: str, told: str) -> None:
    """Phases as a reader says them, not as the file writes them."""
    out = with_phases_written_out(SHORT)
    for key, value in (("label", "Démonstration"), ("minutes", "7.5"), ("warnings", ["2", "0.5"])):
        out = with_value(out, f"timing.phases[0].{key}", value)
    former, newer = rules_from_document(SHORT), rules_from_document(out)
    lines = change_lines(former, newer, changes_between(former, newer), language)
    (phases,) = [line for line in lines if line.after.startswith("Démonstration")]
    assert phases.after.startswith(told)


def test_templates_turn_both_ways() -> None:
    """Every règlement to start from can be written out, and says the same times."""
    for path in sorted(resources.path("templates").glob("*.toml")):
        template = tomllib.loads(path.read_text(encoding="utf-8"))
        out = with_phases_written_out(template)
        rules = [rules_from_document(each) for each in (template, out)]
        assert format_of(rules[0].timing).phases == format_of(rules[1].timing).phases
        assert with_phases_in_short(out) == template
