"""What differs between two règlements: each place once, and nothing else."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.rules import Rules, fingerprint, rules_from_document
from jury_desk.domain.rules_changes import RulesChange, changes_between

CRITERIA: list[dict[str, Any]] = [
    {"id": "a", "name": "A", "weight": "1", "eliminatory": "< 4", "levels": ["low", "high"]},
    {"id": "b", "name": "B", "weight": "2"},
]


def rules(**changes: Any) -> Rules:
    """Sound rules, changed."""
    scale = {"min": "0", "max": "10", "step": "1"}
    return rules_from_document({"title": "Rules", "scale": scale, "criteria": CRITERIA, **changes})


def changed(**changes: Any) -> dict[str, tuple[Any, Any]]:
    """Before and after, by path, of each difference from the sound rules."""
    return {each.path: (each.before, each.after) for each in changes_between(rules(), rules(**changes))}


def test_equal_rules_do_not_differ() -> None:
    """However they were written: one weight as 1 and as 1.0."""
    assert changed(criteria=[{**CRITERIA[0], "weight": "1.0"}, CRITERIA[1]]) == {}


def test_value_is_told_with_its_place() -> None:
    """A plain key, one within a table, one that is there now and one that is no more."""
    assert changed(title="Others", aggregation={"out_of": "10", "result": "out_of"}) == {
        "title": ("Rules", "Others"),
        "aggregation.out_of": ("20", "10"),
    }
    assert changed(selection={"places": 3}) == {
        "selection.places": (None, 3),
        "selection.reserve": (None, 0),
        "selection.tie_at_cut": (None, "block"),
    }
    former = changes_between(rules(rounding={"result": "0.01"}), rules())
    assert former == (RulesChange("rounding.result", "0.01", None),)


def test_criterion_keeps_its_identity_wherever_it_stands() -> None:
    """A weight and a threshold are told of the criterion; the order by itself."""
    lighter = {**CRITERIA[0], "weight": "3", "eliminatory": "<= 4", "levels": ["low", "top"]}
    assert changed(criteria=[CRITERIA[1], lighter]) == {
        "criteria[a].weight": ("1", "3"),
        "criteria[a].eliminatory": ("< 4", "<= 4"),
        "criteria[a].levels": (["low", "high"], ["low", "top"]),
        "criteria": (["a", "b"], ["b", "a"]),
    }
    found = changes_between(rules(), rules(criteria=[lighter, CRITERIA[1]]))
    assert {each.criterion for each in found} == {"a"}
    assert {each.key for each in found} == {"criteria.weight", "criteria.eliminatory", "criteria.levels"}


def test_criterion_that_comes_or_goes_is_told_whole() -> None:
    """The others keep their order, which has not changed."""
    new = {"id": "c", "name": "C", "weight": "1"}
    found = changes_between(rules(), rules(criteria=[new, CRITERIA[1]]))
    assert [(each.path, each.before is None, each.after is None) for each in found] == [
        ("criteria[c]", True, False),
        ("criteria[a]", False, True),
    ]


@st.composite
def some_rules(draw: st.DrawFn) -> Rules:
    """Rules that differ in few places."""
    ids = draw(st.permutations("abc"))[: draw(st.integers(1, 3))]
    criteria = [{"id": id_, "name": id_, "weight": draw(st.sampled_from(["1", "2"]))} for id_ in ids]
    tables: dict[str, Any] = {"panel": {"quorum": draw(st.integers(3, 4))}} if draw(st.booleans()) else {}
    return rules(criteria=criteria, ties={"chain": draw(st.sampled_from([[], ["median"]]))}, **tables)


@given(some_rules(), some_rules())
def test_rules_differ_exactly_when_their_fingerprints_do(former: Rules, newer: Rules) -> None:
    """And the way back has the same places, before and after exchanged."""
    there, back = changes_between(former, newer), changes_between(newer, former)
    assert bool(there) is (fingerprint(former) != fingerprint(newer))
    assert {(each.path, str(each.before), str(each.after)) for each in there} == {
        (each.path, str(each.after), str(each.before)) for each in back
    }
