"""Reading a règlement: what is accepted, everything that is refused, and the fingerprint."""

import hashlib
import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.rubric import Across, CriterionKind, Scale, Threshold
from jury_desk.domain.rules import (
    CarryOver,
    Order,
    ResultForm,
    RulesRefused,
    document_of,
    fingerprint,
    rules_from_document,
)

SCALE = {"min": "0", "max": "10", "step": "1"}


def document(**changes: Any) -> dict[str, Any]:
    """A sound document with one criterion, changed."""
    return {"scale": SCALE, "criteria": [{"id": "a", "name": "A", "weight": "1"}], **changes}


def problems(written: dict[str, Any]) -> set[tuple[str, str]]:
    """Path and code of each problem."""
    with pytest.raises(RulesRefused) as caught:
        rules_from_document(written)
    return {(each.path, each.code) for each in caught.value.problems}


def criteria(*changes: dict[str, Any]) -> dict[str, Any]:
    """A document with criteria a, b, c …, each changed."""
    return document(criteria=[{"id": id_, "name": id_, "weight": "1", **each} for id_, each in zip("abcd", changes)])  # noqa: B905 -- as many as given


FULL = {
    "title": "Règlement du jury",
    "version": "2",
    "language": "fr",
    "scale": SCALE,
    "criteria": [
        {"id": "problem", "name": "Problème", "weight": "30", "section": "Projet", "eliminatory": "< 4"},
        {"id": "delay", "name": "Délai", "weight": "1/3", "better": "lower", "min": "0", "max": "12", "step": "0.5"},
        {"id": "digital", "name": "Numérique", "weight": 5, "kind": "yes_no", "source": "secretariat"},
        {"id": "bonus", "name": "Bonus", "weight": "0.5", "kind": "bonus", "across_jurors": "median"},
        {"id": "age", "name": "Âge", "kind": "information", "levels": ["jeune", "mûr"], "comment": "required"},
    ],
    "aggregation": {
        "order": "criteria_first",
        "across_jurors": "corrected_mean",
        "limit": "2",
        "result": "mean",
        "eliminatory": "<= 5",
        "minimum_sheets": 3,
    },
    "rounding": {"mean": "0.01", "corrected": "0.01", "result": "0.01"},
    "carry_over": {"own": "70", "rounding": "0.01", "stages": {"stage1": "30"}},
    "ties": {
        "chain": ["criterion:problem", "section:Projet", "highest_sheet", "carried:stage1", "head_to_head"],
        "unresolved": "vote",
        "numbering": "dense",
    },
    "selection": {"places": 6, "reserve": 2, "tie_at_cut": "include"},
    "panel": {"quorum": 4, "recusal_scope": "candidacy", "presence_required": True, "vote_mode": "main levée"},
    "timing": {"pitch": "5", "questions": 5, "order": "drawn"},
}


def test_a_full_document_is_read() -> None:
    """Every table lands where it belongs, numbers exact."""
    rules = rules_from_document(FULL)
    assert [each.weight for each in rules.criteria] == [30, Fraction(1, 3), 5, Fraction(1, 2), 0]
    assert rules.criteria[0].eliminatory == Threshold("<", Fraction(4))
    assert rules.criteria[1].scale == Scale(Fraction(0), Fraction(12), Fraction(1, 2))
    assert rules.criteria[2].scale == Scale(Fraction(0), Fraction(1), Fraction(1))
    assert rules.criteria[3].across_jurors is Across.MEDIAN
    assert rules.criteria[4].kind is CriterionKind.INFORMATION
    assert rules.aggregation.order is Order.CRITERIA_FIRST
    assert rules.aggregation.result is ResultForm.MEAN
    assert rules.aggregation.eliminatory == Threshold("<=", Fraction(5))
    assert rules.carry_over == CarryOver(Fraction(70), {"stage1": Fraction(30)}, Fraction(1, 100))
    assert rules.carried_stages == ("stage1",)
    assert rules.selection is not None
    assert rules.selection.places == 6
    assert rules.panel["quorum"] == 4
    assert rules.timing == {"pitch": "5", "questions": "5", "order": "drawn"}


def test_the_canonical_document_is_stable() -> None:
    """Reading the canonical document gives the same rules, document and fingerprint."""
    rules = rules_from_document(FULL)
    canonical = document_of(rules)
    again = rules_from_document(json.loads(json.dumps(canonical)))
    assert again == rules
    assert document_of(again) == canonical
    assert fingerprint(again) == fingerprint(rules)


def test_defaults_are_spelled_out() -> None:
    """A short document and the same with its defaults written have one fingerprint."""
    short = rules_from_document(document())
    spelled = document(aggregation={"order": "sheets_first", "across_jurors": "mean", "result": "out_of", "out_of": 20})
    assert fingerprint(rules_from_document(spelled)) == fingerprint(short)
    assert document_of(short)["ties"] == {"chain": [], "unresolved": "shared", "numbering": "competition"}


def test_the_fingerprint_is_sha_256_of_the_canonical_json() -> None:
    """Sorted keys, no blanks, UTF-8: anyone can recompute it."""
    rules = rules_from_document(FULL)
    text = json.dumps(document_of(rules), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert fingerprint(rules) == hashlib.sha256(text.encode()).hexdigest()


def test_the_fingerprint_sees_every_weight() -> None:
    """Another weight is another règlement; the same weight written otherwise is not."""
    prints = [fingerprint(rules_from_document(criteria({"weight": weight}))) for weight in ("1", "1.0", "2")]
    assert prints[0] == prints[1] != prints[2]


def test_weights_may_be_left_out_by_all_but_not_by_some() -> None:
    """An unweighted rubric weighs all alike; one weight forgotten among others is a problem."""
    bare = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    assert [each.weight for each in rules_from_document(document(criteria=bare)).criteria] == [1, 1]
    half = [{"id": "a", "name": "A", "weight": "30"}, {"id": "b", "name": "B"}]
    assert problems(document(criteria=half)) == {("criteria[1]", "weight_missing")}


def test_all_problems_are_told_at_once() -> None:
    """Reading does not stop at the first problem."""
    written = criteria({"weight": "x", "name": ""}, {"id": "a", "kind": "star"})
    written["ties"] = {"chain": ["coin_toss", "criterion:z", "section:Z"]}
    written["colour"] = "blue"
    assert problems(written) == {
        ("criteria[0].weight", "not_number"),
        ("criteria[0].name", "missing"),
        ("criteria[1].id", "duplicate_id"),
        ("criteria[1].kind", "not_choice"),
        ("ties.chain[0]", "tie_step_unknown"),
        ("ties.chain[1]", "tie_criterion_unknown"),
        ("ties.chain[2]", "tie_section_unknown"),
        ("colour", "unknown_key"),
    }


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (criteria({"weight": 0.1}), ("criteria[0].weight", "not_exact")),
        (criteria({"weight": "-1"}), ("criteria[0].weight", "weight_negative")),
        (criteria({"weight": "0"}), ("criteria", "weights_sum_to_zero")),
        (criteria({"id": ""}), ("criteria[0].id", "missing")),
        (criteria({"name": "   "}), ("criteria[0].name", "missing")),
        (criteria({"name": 1.5}), ("criteria[0].name", "not_text")),
        (criteria({"note": "?"}), ("criteria[0].note", "unknown_key")),
        (criteria({"min": "10"}), ("criteria[0].max", "scale_empty")),
        (criteria({"step": "0.3"}), ("criteria[0].step", "step_off")),
        (criteria({"step": "0"}), ("criteria[0].step", "not_positive")),
        (criteria({"eliminatory": "5"}), ("criteria[0].eliminatory", "threshold_unreadable")),
        (criteria({"eliminatory": "< five"}), ("criteria[0].eliminatory", "threshold_unreadable")),
        (criteria({"levels": "good"}), ("criteria[0].levels", "not_texts")),
        (criteria({"kind": "yes_no", "max": "5"}), ("criteria[0].max", "yes_no_scale")),
        (criteria({"kind": "information"}), ("criteria", "nothing_counts")),
        (document(criteria=[]), ("criteria", "no_criteria")),
        (document(criteria={}), ("criteria", "not_tables")),
        (document(criteria=["a"]), ("criteria[0]", "not_table")),
        (document(scale={"min": "0"}), ("scale", "scale_end_missing")),
        (document(scale={**SCALE, "colour": "red"}), ("scale.colour", "unknown_key")),
        (document(language="de"), ("language", "not_choice")),
        (document(aggregation="mean"), ("aggregation", "not_table")),
        (document(aggregation={"result": "out_of"}), ("aggregation", "out_of_missing")),
        (document(aggregation={"across_jurors": "corrected_mean"}), ("aggregation", "limit_missing")),
        (document(aggregation={"trim_low": -1}), ("aggregation.trim_low", "not_count")),
        (document(aggregation={"minimum_sheets": "many"}), ("aggregation.minimum_sheets", "not_count")),
        (document(aggregation={"allow_unequal_panels": "yes"}), ("aggregation.allow_unequal_panels", "not_flag")),
        (document(rounding={"result": "0"}), ("rounding.result", "not_positive")),
        (document(rounding={"total": "0.01"}), ("rounding.total", "unknown_key")),
        (document(carry_over={"stages": {"one": "30"}}), ("carry_over", "missing")),
        (document(carry_over={"own": "70"}), ("carry_over", "carry_over_without_stage")),
        (document(carry_over={"own": "0", "stages": {"one": "0"}}), ("carry_over", "weights_sum_to_zero")),
        (document(carry_over={"own": "1", "stages": {"one": "x"}}), ("carry_over.stages.one", "not_number")),
        (document(ties={"chain": ["carried:"]}), ("ties.chain[0]", "tie_step_unknown")),
        (document(ties={"unresolved": "coin"}), ("ties.unresolved", "not_choice")),
        (document(selection={"reserve": 2}), ("selection", "missing")),
        (document(selection={"places": 0}), ("selection.places", "not_count")),
        (document(selection={"places": 6.0}), ("selection.places", "not_count")),
        (document(panel={"quorum": True}), ("panel.quorum", "not_count")),
        (document(panel={"mascot": "cat"}), ("panel.mascot", "unknown_key")),
        (document(timing={"pitch": "-5"}), ("timing.pitch", "time_negative")),
        (
            {**criteria({}, {"across_jurors": "rank_sum"}), "aggregation": {"order": "criteria_first"}},
            ("criteria[0]", "rank_sum_mixed"),
        ),
        (criteria({}, {"across_jurors": "rank_sum"}), ("criteria[1].across_jurors", "rank_sum_alone")),
        (criteria({}, {"across_jurors": "corrected_mean"}), ("criteria[1].across_jurors", "limit_missing")),
        (
            {**criteria({"kind": "bonus"}), "aggregation": {"across_jurors": "rank_sum"}},
            ("aggregation.across_jurors", "rank_sum_optional"),
        ),
    ],
)
def test_what_cannot_be_followed_is_refused(written: dict[str, Any], problem: tuple[str, str]) -> None:
    """Each kind of mistake is found, alone, at its path."""
    assert problems(written) == {problem}


def test_points_may_be_counted_off() -> None:
    """A negative weight makes sense where points are added, and nowhere else."""
    rules = rules_from_document({**criteria({"weight": "-2"}), "aggregation": {"result": "points"}})
    assert rules.criteria[0].weight == -2


def test_criteria_may_bring_their_own_scales() -> None:
    """Without [scale] each criterion needs its ends; the first one's stand for the default."""
    own = [{"id": "a", "name": "A", "min": "1", "max": "5"}]
    assert rules_from_document({"criteria": own}).scale == Scale(Fraction(1), Fraction(5), Fraction(1))
    assert problems({"criteria": [{"id": "a", "name": "A"}]}) == {("criteria[0]", "scale_end_missing")}


exact = st.fractions(min_value=Fraction(1, 50), max_value=100, max_denominator=60).map(str)


@given(
    weights=st.lists(exact, min_size=1, max_size=6),
    order=st.sampled_from(["sheets_first", "criteria_first"]),
    across=st.sampled_from(["mean", "median", "trimmed_mean", "sum"]),
    result=st.sampled_from(["mean", "points"]),
    step=exact,
)
def test_any_document_goes_round(weights: list[str], order: str, across: str, result: str, step: str) -> None:
    """Document, rules, document: nothing is lost, whatever the numbers."""
    written = document(
        criteria=[{"id": str(index), "name": "N", "weight": weight} for index, weight in enumerate(weights)],
        aggregation={"order": order, "across_jurors": across, "result": result},
        rounding={"result": step},
    )
    rules = rules_from_document(written)
    assert rules_from_document(document_of(rules)) == rules
    assert rules.rounding.result == Fraction(step)
