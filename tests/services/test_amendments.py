"""Amending frozen rules: a new version with its reason, the former one kept, the marks kept or cleared."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.errors import AmendmentBreaksMark, ReasonMissing, RulesNotFrozen
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import CommentRule, Criterion, Scale, Source
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, MarkState, RecordedMark
from jury_desk.services.amendments import (
    AmendmentEffects,
    amendment_effects,
    begun_amendment,
    frozen_versions,
    give_amendment_up,
    keep_amendment,
    kept_amendment,
    version_changes,
)
from jury_desk.services.history import undo
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import (
    add_juror,
    amend_rules,
    current_rules,
    freeze_rules,
    set_entries,
    set_rules,
)
from jury_desk.services.scoring import Cell, record_marks
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))
CRITERIA = tuple(Criterion(name, f"Criterion {name}", Fraction(1), SCALE) for name in ("A", "B"))
RULES = Rules("Rules", "1", "en", SCALE, CRITERIA)
HEAVIER = replace(RULES, version="2", criteria=(replace(CRITERIA[0], weight=Fraction(3)), CRITERIA[1]))


@pytest.fixture
def stage(jury_file: SqliteFile, clock: Clock) -> SqliteFile:
    """A stage with frozen rules and one juror's marks of one candidacy: 9 and 4."""
    with jury_file.unit() as unit:
        unit.put(Candidacy("P1", "Project"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, ["P1"])
    add_juror(jury_file, Juror("", "One"), seat=Member(STAGE, "", 0))
    set_rules(jury_file, STAGE, RULES)
    freeze_rules(jury_file, STAGE, clock)
    marks = {Cell("P1", "J1", name): Mark(MarkState.MARKED, Fraction(value)) for name, value in (("A", 9), ("B", 4))}
    record_marks(jury_file, STAGE, marks)
    return jury_file


def amend(
    file: SqliteFile, clock: Clock, rules: Rules, *, reason: str = "A weight was wrong", keep: bool = True
) -> None:
    """Amend the stage's rules as the chair."""
    amend_rules(file, STAGE, rules, clock, author="Chair", reason=reason, keep_marks=keep)


def test_amendment_is_a_new_frozen_version_beside_the_former(stage: SqliteFile, clock: Clock) -> None:
    """Both versions are there with their fingerprints; the newest is in force; the marks have stayed."""
    amend(stage, clock, HEAVIER)
    first, second = stage.records.within(RulesVersion, STAGE)
    assert (first.version, second.version) == (1, 2)
    assert first.fingerprint != second.fingerprint
    assert (second.author, second.reason) == ("Chair", "A weight was wrong")
    assert current_rules(stage.records, STAGE)[1].criteria[0].weight == Fraction(3)
    assert len(stage.records.within(RecordedMark)) == 2


def test_marks_can_be_cleared_and_come_back_with_undo(stage: SqliteFile, clock: Clock) -> None:
    """Clearing is part of the amendment: one undo brings marks and former rules back."""
    amend(stage, clock, HEAVIER, keep=False)
    assert stage.records.within(RecordedMark) == []
    undo(stage)
    assert len(stage.records.within(RecordedMark)) == 2
    assert current_rules(stage.records, STAGE)[0].version == 1


def test_marks_of_a_criterion_that_is_no_more_go_with_it(stage: SqliteFile, clock: Clock) -> None:
    """Kept marks are those of criteria that are still there."""
    amend(stage, clock, replace(RULES, version="2", criteria=CRITERIA[:1]))
    assert [recorded.criterion for recorded in stage.records.within(RecordedMark)] == ["A"]


def test_mark_outside_the_new_scale_refuses_the_amendment(stage: SqliteFile, clock: Clock) -> None:
    """A scale that a given mark does not fit is refused by name, and nothing changes."""
    narrow = Scale(Fraction(0), Fraction(5), Fraction(1))
    with pytest.raises(AmendmentBreaksMark) as refusal:
        amend(stage, clock, replace(RULES, version="2", criteria=(replace(CRITERIA[0], scale=narrow), CRITERIA[1])))
    assert (refusal.value.mark, refusal.value.candidacy) == ("9", "Project")
    assert current_rules(stage.records, STAGE)[0].version == 1


def test_amendment_needs_a_reason_and_frozen_rules(stage: SqliteFile, clock: Clock) -> None:
    """No reason, no amendment; a draft is written anew instead."""
    with pytest.raises(ReasonMissing):
        amend(stage, clock, HEAVIER, reason="  ")
    set_rules(stage, "final", RULES)
    with pytest.raises(RulesNotFrozen):
        amend_rules(stage, "final", RULES, clock, author="Chair", reason="Why", keep_marks=True)


def test_marks_that_the_secretariat_now_gives_go(stage: SqliteFile, clock: Clock) -> None:
    """A juror's mark has no cell any more once the criterion is established."""
    established = replace(CRITERIA[0], source=Source.SECRETARIAT)
    amend(stage, clock, replace(RULES, version="2", criteria=(established, CRITERIA[1])))
    assert [(recorded.juror, recorded.criterion) for recorded in stage.records.within(RecordedMark)] == [("J1", "B")]


def test_effects_say_beforehand_what_the_act_then_does(stage: SqliteFile, clock: Clock) -> None:
    """Marks kept and cleared, and every mark that refuses it, are those of the act itself."""
    shorter = replace(RULES, version="2", criteria=CRITERIA[:1])
    assert amendment_effects(stage.records, STAGE, shorter, keep_marks=True) == AmendmentEffects(kept=1, cleared=1)
    assert amendment_effects(stage.records, STAGE, shorter, keep_marks=False) == AmendmentEffects(cleared=2)
    narrow = Scale(Fraction(0), Fraction(3), Fraction(1))
    both = tuple(replace(each, scale=narrow) for each in CRITERIA)
    effects = amendment_effects(stage.records, STAGE, replace(RULES, criteria=both), keep_marks=True)
    assert not effects.possible
    assert [(each.mark, each.criterion) for each in effects.broken] == [("9", "Criterion A"), ("4", "Criterion B")]
    assert amendment_effects(stage.records, STAGE, replace(RULES, criteria=both), keep_marks=False).possible
    amend(stage, clock, shorter)
    assert len(stage.records.within(RecordedMark)) == 1


def test_effects_name_what_waits_afterwards(stage: SqliteFile) -> None:
    """A new criterion opens the complete sheets again; a comment asked for is missing from the marks that stay."""
    longer = replace(RULES, criteria=(*CRITERIA, Criterion("C", "New", Fraction(1), SCALE)))
    assert amendment_effects(stage.records, STAGE, longer, keep_marks=True).reopened == 1
    assert amendment_effects(stage.records, STAGE, HEAVIER, keep_marks=True).reopened == 0
    asking = tuple(replace(each, comment=CommentRule.REQUIRED) for each in CRITERIA)
    assert amendment_effects(stage.records, STAGE, replace(RULES, criteria=asking), keep_marks=True).uncommented == 2


def test_versions_are_listed_and_compared(stage: SqliteFile, clock: Clock) -> None:
    """Both frozen versions, and what one changed but for its number; the next draft counts on."""
    assert json.loads(begun_amendment(stage.records, STAGE).document)["version"] == "2"
    amend(stage, clock, HEAVIER)
    first, second = frozen_versions(stage.records, STAGE)
    assert (first.version, second.version) == (1, 2)
    assert [(each.path, each.before, each.after) for each in version_changes(first, second)] == [
        ("criteria[A].weight", "1", "3")
    ]
    assert json.loads(begun_amendment(stage.records, STAGE).document)["version"] == "3"
    assert frozen_versions(stage.records, "final") == ()


def test_amendment_being_written_is_kept_and_frozen_away(stage: SqliteFile, clock: Clock) -> None:
    """Also beside proclaimed results, of which it changes nothing; freezing it is one act, and so is giving it up."""
    assert give_amendment_up(stage, STAGE).event is None
    begun = begun_amendment(stage.records, STAGE)
    keep_amendment(stage, replace(begun, document="{}", reason="Why"))
    assert kept_amendment(stage.records, STAGE) == replace(begun, document="{}", reason="Why")
    give_amendment_up(stage, STAGE)
    assert kept_amendment(stage.records, STAGE) is None
    keep_amendment(stage, begun)
    amend(stage, clock, HEAVIER)
    assert kept_amendment(stage.records, STAGE) is None
    undo(stage)
    assert kept_amendment(stage.records, STAGE) == begun
