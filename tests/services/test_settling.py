"""Sheets declared final, commented and moved."""

from fractions import Fraction

import pytest

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError, MovesCollide, NoMarksToMove, SheetIncomplete, SheetSettled, StillInUse
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import BLANK, SECRETARIAT, Mark, MarkState, RecordedSheet, SheetState
from jury_desk.services.history import undo
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import (
    add_juror,
    amend_rules,
    current_rules,
    freeze_rules,
    remove_member,
    set_entries,
    set_rules,
)
from jury_desk.services.scoring import Cell, mark_at, record_mark, record_marks, record_sheet_state, sheet_of
from jury_desk.services.settling import SheetPlace, declare_final, move_marks, ready_to_settle, record_comment
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))
HERE = SheetPlace("P1", "J1")


@pytest.fixture
def stage(jury_file: SqliteFile, clock: Clock) -> SqliteFile:
    """Three candidacies, two jurors, two criteria; J1 has marked P1 with 1 and 2."""
    with jury_file.unit() as unit:
        for number in (1, 2, 3):
            unit.put(Candidacy(f"P{number}", f"Project {number}"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, ["P1", "P2", "P3"])
    for name in ("One", "Two"):
        add_juror(jury_file, Juror("", name), seat=Member(STAGE, "", 0))
    criteria = (Criterion("C1", "Problem", Fraction(1), SCALE), Criterion("C2", "Impact", Fraction(1), SCALE))
    set_rules(jury_file, STAGE, Rules("Rules", "1", "en", SCALE, criteria))
    freeze_rules(jury_file, STAGE, clock)
    give(jury_file, HERE, 1, 2)
    return jury_file


def mark(value: int, comment: str = "") -> Mark:
    """A mark."""
    return Mark(MarkState.MARKED, Fraction(value), comment)


def give(file: SqliteFile, place: SheetPlace, first: int, second: int) -> None:
    """Mark a whole sheet."""
    cells = {Cell(place.candidacy, place.juror, f"C{number}"): mark(v) for number, v in ((1, first), (2, second))}
    record_marks(file, STAGE, cells)


def values(file: SqliteFile, candidacy: str, juror: str) -> list[int | None]:
    """What a sheet holds."""
    found = [mark_at(file.records, STAGE, Cell(candidacy, juror, each)).value for each in ("C1", "C2")]
    return [None if value is None else int(value) for value in found]


def test_final_sheet_takes_no_change_without_a_reason(stage: SqliteFile) -> None:
    """The reason makes it a correction, whose event keeps the old value; the sheet stays final."""
    declare_final(stage, STAGE, [HERE])
    with pytest.raises(SheetSettled) as refused:
        record_mark(stage, STAGE, Cell("P1", "J1", "C1"), mark(9))
    assert refused.value.facts == {"juror": "One", "candidacy": "Project 1"}
    assert values(stage, "P1", "J1") == [1, 2]
    event = record_mark(stage, STAGE, Cell("P1", "J1", "C1"), mark(9), reason=" misread ").event
    assert event is not None
    assert (event.kind, event.reason) == ("marks_corrected", "misread")
    assert event.changes[0].before is not None
    assert event.changes[0].before["mark"]["value"] == "1"
    assert sheet_of(stage.records, STAGE, "P1", "J1").state is SheetState.FINAL


@pytest.mark.parametrize("comment", ["", "clearer now"])
def test_final_sheet_takes_what_it_holds_already(stage: SqliteFile, comment: str) -> None:
    """The same mark again is no change; another comment on it is."""
    declare_final(stage, STAGE, [HERE])
    if comment:
        with pytest.raises(SheetSettled):
            record_mark(stage, STAGE, Cell("P1", "J1", "C1"), mark(1, comment))
    else:
        assert record_mark(stage, STAGE, Cell("P1", "J1", "C1"), mark(1)).event is None


def test_one_final_sheet_keeps_a_whole_block_out(stage: SqliteFile) -> None:
    """All or none, a recusal included."""
    declare_final(stage, STAGE, [HERE])
    with pytest.raises(SheetSettled):
        record_marks(stage, STAGE, {Cell("P2", "J1", "C1"): mark(3), Cell("P1", "J1", "C1"): mark(3)})
    assert values(stage, "P2", "J1") == [None, None]
    with pytest.raises(SheetSettled):
        record_sheet_state(stage, STAGE, "P1", "J1", MarkState.RECUSED)
    record_sheet_state(stage, STAGE, "P1", "J1", MarkState.RECUSED, reason="a relative")
    assert mark_at(stage.records, STAGE, Cell("P1", "J1", "C1")).state is MarkState.RECUSED


def test_correcting_a_verified_sheet_ends_its_verification(stage: SqliteFile) -> None:
    """It is no longer what two persons typed."""
    with stage.unit() as unit:
        unit.put(RecordedSheet(STAGE, "P1", "J1", SheetState.VERIFIED, 7, verified_by="Paul"))
        unit.commit("sheets_verified")
    record_mark(stage, STAGE, Cell("P1", "J1", "C2"), mark(5), reason="read again")
    assert sheet_of(stage.records, STAGE, "P1", "J1") == RecordedSheet(STAGE, "P1", "J1", SheetState.FINAL, 7)


def test_incomplete_sheet_cannot_be_final(stage: SqliteFile) -> None:
    """One that is complete beside it is not declared either; a recused one is complete."""
    record_mark(stage, STAGE, Cell("P2", "J1", "C1"), mark(3))
    with pytest.raises(SheetIncomplete) as refused:
        declare_final(stage, STAGE, [HERE, SheetPlace("P2", "J1")])
    assert refused.value.missing == 1
    assert not sheet_of(stage.records, STAGE, "P1", "J1").settled
    record_sheet_state(stage, STAGE, "P3", "J2", MarkState.RECUSED)
    assert ready_to_settle(stage.records, STAGE) == [HERE, SheetPlace("P3", "J2")]
    declare_final(stage, STAGE, ready_to_settle(stage.records, STAGE))
    assert ready_to_settle(stage.records, STAGE) == []
    undo(stage)
    assert not sheet_of(stage.records, STAGE, "P1", "J1").settled


def test_comment_on_sheet_and_candidacy_is_kept_and_cleared(stage: SqliteFile) -> None:
    """A sheet that says nothing any more leaves no row behind."""
    record_comment(stage, STAGE, HERE, " clear aim ")
    record_comment(stage, STAGE, SheetPlace("P1", SECRETARIAT), "well received")
    assert sheet_of(stage.records, STAGE, "P1", "J1").comment == "clear aim"
    assert sheet_of(stage.records, STAGE, "P1", SECRETARIAT).comment == "well received"
    record_comment(stage, STAGE, HERE, "")
    assert stage.records.get(RecordedSheet, STAGE, "P1", "J1") is None


def test_sheet_moves_and_undo_brings_it_back(stage: SqliteFile) -> None:
    """Marks put under the wrong juror and project, as one act."""
    before = len(stage.events())
    move_marks(stage, STAGE, {HERE: SheetPlace("P2", "J2")})
    assert values(stage, "P1", "J1") == [None, None]
    assert values(stage, "P2", "J2") == [1, 2]
    assert len(stage.events()) == before + 1
    undo(stage)
    assert values(stage, "P1", "J1") == [1, 2]
    assert values(stage, "P2", "J2") == [None, None]


def test_moving_onto_marks_exchanges_them(stage: SqliteFile) -> None:
    """Nothing is ever overwritten."""
    give(stage, SheetPlace("P1", "J2"), 8, 9)
    move_marks(stage, STAGE, {HERE: SheetPlace("P1", "J2")})
    assert values(stage, "P1", "J2") == [1, 2]
    assert values(stage, "P1", "J1") == [8, 9]


def test_rotation_of_three_keeps_every_mark(stage: SqliteFile) -> None:
    """One → two → three: what stood on three comes to one."""
    places = [SheetPlace(f"P{number}", "J1") for number in (1, 2, 3)]
    give(stage, places[1], 3, 4)
    give(stage, places[2], 5, 6)
    move_marks(stage, STAGE, {places[0]: places[1], places[1]: places[2]})
    assert [values(stage, each.candidacy, "J1") for each in places] == [[5, 6], [1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("moves", "error"),
    [
        ({SheetPlace("P2", "J1"): SheetPlace("P3", "J1")}, NoMarksToMove),
        ({HERE: HERE}, NoMarksToMove),
        ({HERE: SheetPlace("P3", "J1"), SheetPlace("P2", "J1"): SheetPlace("P3", "J1")}, MovesCollide),
    ],
)
def test_impossible_moves_are_refused(
    stage: SqliteFile, moves: dict[SheetPlace, SheetPlace], error: type[DomainError]
) -> None:
    """No marks, nowhere to go, two for one place."""
    with pytest.raises(error):
        move_marks(stage, STAGE, moves)


def test_moving_a_final_sheet_needs_a_reason(stage: SqliteFile) -> None:
    """Either end counts."""
    declare_final(stage, STAGE, [HERE])
    with pytest.raises(SheetSettled):
        move_marks(stage, STAGE, {HERE: SheetPlace("P2", "J1")})
    event = move_marks(stage, STAGE, {HERE: SheetPlace("P2", "J1")}, reason="wrong pile").event
    assert event is not None
    assert event.reason == "wrong pile"
    assert values(stage, "P2", "J1") == [1, 2]


def test_final_goes_with_the_marks(stage: SqliteFile) -> None:
    """What they leave is no longer final, what they reach is; exchanged, each takes what it was with it."""
    other = SheetPlace("P2", "J1")

    def settled() -> list[bool]:
        return [sheet_of(stage.records, STAGE, each.candidacy, each.juror).settled for each in (HERE, other)]

    declare_final(stage, STAGE, [HERE])
    move_marks(stage, STAGE, {HERE: other}, reason="wrong pile")
    assert settled() == [False, True]
    give(stage, HERE, 3, 4)
    move_marks(stage, STAGE, {HERE: other}, reason="right after all")
    assert settled() == [True, False]
    undo(stage)
    assert settled() == [False, True]


def test_blank_stays_blank_when_sheets_are_exchanged(stage: SqliteFile) -> None:
    """A half-marked sheet is half marked at its new place."""
    record_mark(stage, STAGE, Cell("P1", "J1", "C2"), BLANK)
    give(stage, SheetPlace("P2", "J1"), 8, 9)
    move_marks(stage, STAGE, {HERE: SheetPlace("P2", "J1")})
    assert values(stage, "P2", "J1") == [1, None]
    assert values(stage, "P1", "J1") == [8, 9]


def test_leaving_out_a_numbered_candidacy_takes_its_number_along(stage: SqliteFile) -> None:
    """A printed number holds nothing up; a comment does."""
    with stage.unit() as unit:
        unit.put(RecordedSheet(STAGE, "P3", "J1", number=4))
        unit.put(RecordedSheet(STAGE, "P2", "J2", number=5, comment="late"))
        unit.commit("sheets_numbered")
    for criterion in ("C1", "C2"):
        record_mark(stage, STAGE, Cell("P1", "J1", criterion), BLANK)
    set_entries(stage, STAGE, ["P1", "P2"])
    assert stage.records.get(RecordedSheet, STAGE, "P3", "J1") is None
    with pytest.raises(StillInUse):
        set_entries(stage, STAGE, ["P1"])
    with pytest.raises(StillInUse):
        remove_member(stage, STAGE, "J2")
    record_comment(stage, STAGE, SheetPlace("P2", "J2"), "")
    remove_member(stage, STAGE, "J2")
    assert stage.records.get(RecordedSheet, STAGE, "P2", "J2") is None


def test_amendment_that_clears_marks_makes_no_sheet_final(stage: SqliteFile, clock: Clock) -> None:
    """There is nothing on it any more."""
    declare_final(stage, STAGE, [HERE])
    _, rules = current_rules(stage.records, STAGE)
    amend_rules(stage, STAGE, rules, clock, author="", reason="scale", keep_marks=False)
    assert not sheet_of(stage.records, STAGE, "P1", "J1").settled
