"""Recording marks: what is refused, what is kept, and what is still missing."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import (
    CommentMissing,
    DomainError,
    MarkOffStep,
    MarkOutOfScale,
    NotANumber,
    NotInStage,
    NotOnPanel,
    RulesFrozen,
    RulesNotFrozen,
    StageHasNoMarks,
    StillInUse,
    Unknown,
    UnknownState,
)
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.rubric import CommentRule, Criterion, Scale, Source
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import BLANK, SECRETARIAT, Mark, MarkState, RecordedMark
from jury_desk.services.preparation import (
    add_juror,
    freeze_rules,
    remove_member,
    set_entries,
    set_member,
    set_rules,
)
from jury_desk.services.scoring import (
    Cell,
    completeness,
    mark_at,
    read_mark,
    record_mark,
    record_marks,
    record_sheet_state,
)
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1, 2))
CRITERION = Criterion("C1", "Problem", Fraction(3), SCALE)
COUNT = Criterion("N1", "Users met", Fraction(1), SCALE, source=Source.SECRETARIAT)
RULES = Rules("Rules", "1", "en", SCALE, (CRITERION, Criterion("C2", "Impact", Fraction(1), SCALE), COUNT))
HERE = Cell("P1", "J1", "C1")


def seven() -> Mark:
    """A mark."""
    return Mark(MarkState.MARKED, Fraction(7))


@pytest.fixture
def stage(jury_file: SqliteFile, clock: object) -> SqliteFile:
    """A stage with two candidacies, two voting jurors, an advisory one, and frozen rules."""
    with jury_file.unit() as unit:
        for number in (1, 2, 3):
            unit.put(Candidacy(f"P{number}", f"Project {number}"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, ["P1", "P2"])
    for name in ("One", "Two"):
        add_juror(jury_file, Juror("", name), seat=Member(STAGE, "", 0))
    add_juror(jury_file, Juror("", "Coach"), seat=Member(STAGE, "", 0, voice=Voice.ADVISORY))
    set_rules(jury_file, STAGE, RULES)
    freeze_rules(jury_file, STAGE, clock)  # type: ignore[arg-type]
    return jury_file


@pytest.mark.parametrize(
    ("text", "value"), [("7", "7"), (" 7,5 ", "15/2"), ("7.5", "15/2"), ("0", "0"), ("10", "10"), ("1\u202f0", "10")]
)
def test_typed_numbers_are_read_exactly(text: str, value: str) -> None:
    """Comma, point and French blanks all give the exact mark; zero is a mark."""
    assert read_mark(CRITERION, text) == Mark(MarkState.MARKED, Fraction(value))


@pytest.mark.parametrize(
    ("text", "state", "refusal"),
    [
        ("10.5", "", MarkOutOfScale),
        ("-1", "", MarkOutOfScale),
        ("7.25", "", MarkOffStep),
        ("sept", "", NotANumber),
        ("7;5", "", NotANumber),
        ("1e1", "", NotANumber),
        ("", "marked", NotANumber),
        ("7", "present", UnknownState),
    ],
)
def test_what_is_no_mark_is_refused(text: str, state: str, refusal: type[DomainError]) -> None:
    """Out of scale, between steps, no number or no state: each has its own refusal."""
    with pytest.raises(refusal):
        read_mark(CRITERION, text, state=state)


def test_empty_text_is_blank_and_never_zero() -> None:
    """Nothing typed is a blank cell."""
    assert read_mark(CRITERION, "  ") == BLANK


def test_comment_is_asked_for_where_the_rules_say() -> None:
    """A criterion with required comments refuses a bare mark; at the ends, only there."""
    with pytest.raises(CommentMissing):
        read_mark(replace(CRITERION, comment=CommentRule.REQUIRED), "5")
    at_ends = replace(CRITERION, comment=CommentRule.REQUIRED_AT_ENDS)
    assert read_mark(at_ends, "5").value == Fraction(5)
    with pytest.raises(CommentMissing):
        read_mark(at_ends, "10")
    assert read_mark(at_ends, "10", comment="Outstanding").comment == "Outstanding"


def test_recorded_mark_is_found_again_and_can_be_blanked(stage: SqliteFile) -> None:
    """A mark stands in its cell; a blank takes it out, and the row with it."""
    record_mark(stage, STAGE, HERE, seven())
    assert mark_at(stage.records, STAGE, HERE) == seven()
    record_mark(stage, STAGE, HERE, BLANK)
    assert mark_at(stage.records, STAGE, HERE) == BLANK
    assert stage.records.within(RecordedMark) == []


def test_same_mark_again_writes_no_event(stage: SqliteFile) -> None:
    """Typing what stands there already is no act."""
    record_mark(stage, STAGE, HERE, seven())
    assert record_mark(stage, STAGE, HERE, seven()).event is None


@pytest.mark.parametrize(
    ("cell", "refusal"),
    [
        (Cell("P3", "J1", "C1"), NotInStage),
        (Cell("P1", "J9", "C1"), NotOnPanel),
        (Cell("P1", "J1", "C9"), Unknown),
        (Cell("P1", SECRETARIAT, "C1"), NotOnPanel),
        (Cell("P1", "J1", "N1"), NotOnPanel),
    ],
)
def test_one_wrong_cell_refuses_them_all(stage: SqliteFile, cell: Cell, refusal: type[DomainError]) -> None:
    """Marks of one act are all recorded or none."""
    with pytest.raises(refusal):
        record_marks(stage, STAGE, {HERE: seven(), cell: seven()})
    assert stage.records.within(RecordedMark) == []


def test_no_mark_before_the_freeze_and_no_change_after(stage: SqliteFile, clock: object) -> None:
    """Marks wait for the freeze; frozen rules can no longer be redrafted."""
    with pytest.raises(RulesFrozen):
        set_rules(stage, STAGE, RULES)
    set_rules(stage, "final", RULES)
    set_entries(stage, "final", ["P1"])
    set_member(stage, Member("final", "J1", 0))
    with pytest.raises(RulesNotFrozen):
        record_mark(stage, "final", HERE, seven())
    freeze_rules(stage, "final", clock)  # type: ignore[arg-type]
    assert record_mark(stage, "final", HERE, seven()).event


def test_stage_without_marks_takes_no_rules(stage: SqliteFile) -> None:
    """A call for applications has no règlement of its own."""
    with pytest.raises(StageHasNoMarks):
        set_rules(stage, "call", RULES)


def test_completeness_counts_voting_jurors_and_their_criteria(stage: SqliteFile) -> None:
    """A sheet owes the jurors' criteria; a recusal takes it out; an advisory member owes none."""
    record_mark(stage, STAGE, HERE, seven())
    record_sheet_state(stage, STAGE, "P1", "J2", MarkState.RECUSED, reason="Line manager")
    found = {(each.candidacy, each.juror): each for each in completeness(stage.records, STAGE)}
    assert set(found) == {("P1", "J1"), ("P1", "J2"), ("P2", "J1"), ("P2", "J2")}
    assert (found["P1", "J1"].given, found["P1", "J1"].owed, found["P1", "J1"].complete) == (1, 2, False)
    assert found["P1", "J2"].complete
    assert mark_at(stage.records, STAGE, Cell("P1", "J2", "C2")) == Mark(MarkState.RECUSED, comment="Line manager")


def test_candidacy_or_juror_with_marks_stays(stage: SqliteFile) -> None:
    """What has marks cannot be taken out from under them."""
    record_mark(stage, STAGE, HERE, seven())
    with pytest.raises(StillInUse):
        set_entries(stage, STAGE, ["P2"])
    with pytest.raises(StillInUse):
        remove_member(stage, STAGE, "J1")
    assert remove_member(stage, STAGE, "J2").event
