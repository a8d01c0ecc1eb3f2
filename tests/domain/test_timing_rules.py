"""The ``[timing]`` table: old keys keep their meaning, new ones are read, and what is wrong is told."""

from fractions import Fraction
from typing import Any

import pytest

from jury_desk.domain.pitch_format import HALF_WAY, PhaseKind
from jury_desk.domain.rules import RulesRefused, document_of, fingerprint, rules_from_document
from jury_desk.domain.timing_rules import format_of, is_drawn

OLD = {
    "opening": 15,
    "pitch": 5,
    "questions": "5",
    "changeover": 3,
    "break": 15,
    "deliberation": 45,
    "order": "drawn",
}


def rules(**timing: Any) -> Any:
    """A règlement with that ``[timing]``."""
    criteria = [{"id": "C1", "name": "One", "min": "0", "max": "10"}]
    return rules_from_document({"title": "Rules", "criteria": criteria, "timing": timing})


def refusals(**timing: Any) -> set[tuple[str, str]]:
    """What is wrong with a ``[timing]``: path and code."""
    with pytest.raises(RulesRefused) as refused:
        rules(**timing)
    return {(problem.path, problem.code) for problem in refused.value.problems}


def test_short_keys_are_phases_in_milliseconds() -> None:
    """Minutes become whole milliseconds; the candidate's phases warn a minute before their end."""
    shape = format_of(rules(**OLD).timing)
    assert [(each.id, each.allotted_ms, each.counts, each.warnings_ms) for each in shape.phases] == [
        ("pitch", 300_000, True, (60_000,)),
        ("questions", 300_000, True, (60_000,)),
        ("changeover", 180_000, False, ()),
    ]
    assert [(each.kind, each.allotted_ms) for each in shape.of_the_session] == [
        (PhaseKind.OPENING, 900_000),
        (PhaseKind.BREAK, 900_000),
        (PhaseKind.DELIBERATION, 2_700_000),
    ]
    assert is_drawn(rules(**OLD).timing)
    assert not is_drawn(rules(pitch=5, order="given").timing)


def test_rules_without_new_keys_keep_their_fingerprint() -> None:
    """A règlement frozen by an earlier version is the same one today."""
    assert document_of(rules(**OLD))["timing"] == {key: str(value) for key, value in OLD.items()}
    assert fingerprint(rules(**OLD)) == ("8964ae3b9015138810ce9f10263843650c017ce0f82c942e701081d0f5690765")


def test_break_stands_half_way_unless_the_rules_place_it() -> None:
    """Nine passages without a place for the break: after the fifth."""
    assert [each.after for each in format_of(rules(**OLD).timing).breaks] == [HALF_WAY]
    assert [each.after for each in format_of(rules(**OLD).timing).settled(9).breaks] == [5]
    placed = format_of(rules(**OLD, break_after=3).timing).settled(9)
    assert [(each.after, each.phase.id) for each in placed.breaks] == [(3, "break-3")]


def test_phases_written_out() -> None:
    """Phases of one's own: kinds, labels, thirds of a minute, warnings, and what counts for the candidate."""
    timing = {
        "start": "09:30",
        "tolerance": "1/4",
        "restart": "1/4",
        "sound": True,
        "warnings": ["1", "0.5"],
        "phases": [
            {"id": "talk", "kind": "pitch", "label": "Soutenance", "minutes": "10", "warnings": [2, "1/3"]},
            {"kind": "questions", "minutes": "10"},
            {"kind": "deliberation", "minutes": "10"},
        ],
        "breaks": [{"after": 2, "minutes": 15, "label": "Café"}, {"after": 4, "minutes": 60}],
    }
    shape = format_of(rules(**timing).timing)
    assert [(each.id, each.name, each.warnings_ms, each.counts) for each in shape.phases] == [
        ("talk", "Soutenance", (120_000, 20_000), True),
        ("questions", "questions", (60_000, 30_000), True),
        ("deliberation", "deliberation", (), False),
    ]
    assert (shape.start, shape.tolerance_ms, shape.restart_share, shape.sound) == (
        "09:30",
        15_000,
        Fraction(1, 4),
        True,
    )
    assert [(each.after, each.phase.allotted_ms, each.phase.name) for each in shape.breaks] == [
        (2, 900_000, "Café"),
        (4, 3_600_000, "break"),
    ]
    assert rules_from_document(document_of(rules(**timing))) == rules(**timing)


def test_usual_tolerance_is_fifteen_seconds_or_five_per_cent() -> None:
    """The larger of the two, in whole milliseconds."""
    shape = format_of(rules(**OLD).timing)
    assert (shape.tolerance_of(180_000), shape.tolerance_of(600_000)) == (15_000, 30_000)
    assert format_of(rules(pitch=5, tolerance=0).timing).tolerance_of(600_000) == 0


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        ({"pitch": -1}, {("timing.pitch", "time_negative")}),
        ({"pitch": 5, "start": "9h30"}, {("timing.start", "not_an_hour")}),
        ({"pitch": 5, "start": "24:00"}, {("timing.start", "not_an_hour")}),
        ({"pitch": 5, "warnings": ["0"]}, {("timing.warnings[0]", "time_negative")}),
        ({"pitch": 5, "warnings": "1"}, {("timing.warnings", "not_numbers")}),
        ({"pitch": 5, "warnings": ["soon"]}, {("timing.warnings[0]", "not_number")}),
        ({"pitch": 5, "break_after": 0}, {("timing.break_after", "not_count")}),
        ({"pitch": 5, "restart": 0}, {("timing.restart", "not_positive")}),
        ({"pitch": 5, "lunch": 5}, {("timing.lunch", "unknown_key")}),
        ({"pitch": 5, "phases": [{"kind": "pitch", "minutes": 5}]}, {("timing.pitch", "time_said_twice")}),
        ({"phases": [{"kind": "changeover", "minutes": 5}]}, {("timing.phases", "no_phase_counts")}),
        ({"phases": [{"kind": "pitch"}]}, {("timing.phases[0]", "missing")}),
        ({"phases": [{"kind": "dance", "minutes": 1}]}, {("timing.phases[0].kind", "not_choice")}),
        (
            {"phases": [{"kind": "pitch", "minutes": 5}, {"kind": "pitch", "minutes": 5}]},
            {("timing.phases[1].id", "phase_taken")},
        ),
        ({"pitch": 5, "break": 5, "breaks": [{"after": 1, "minutes": 5}]}, {("timing.break", "time_said_twice")}),
        ({"pitch": 5, "breaks": [{"after": 1}]}, {("timing.breaks[0]", "missing")}),
    ],
)
def test_what_is_wrong_is_told_with_its_place(timing: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    """Each problem with its path, none of them twice."""
    assert refusals(**timing) == expected
