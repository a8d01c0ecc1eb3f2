"""The second entry, and what the minutes get to know of it and of corrections."""

from fractions import Fraction

import pytest

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError, EntriesDiffer, ReasonMissing, SecondPersonMissing, SheetSettled
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Criterion, Scale, Source
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, MarkState, SheetState
from jury_desk.services.corrections import entry_check
from jury_desk.services.history import undo
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import add_juror, freeze_rules, set_entries, set_rules
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import Cell, completeness, record_mark, record_marks, record_sheet_state, sheet_of
from jury_desk.services.second_entry import agrees, correct_first, progress, to_verify, verify_sheet
from jury_desk.services.settling import SheetPlace, declare_final, move_marks, ready_to_settle
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))
HERE = SheetPlace("P1", "J1")
CELL = Cell("P1", "J1", "C1")


@pytest.fixture
def stage(jury_file: SqliteFile, clock: Clock) -> SqliteFile:
    """Two candidacies, two jurors; J1 has marked P1 with 1 and 2, J2 is recused, an established value beside."""
    with jury_file.unit() as unit:
        for number in (1, 2):
            unit.put(Candidacy(f"P{number}", f"Project {number}"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, ["P1", "P2"])
    for name in ("One", "Two"):
        add_juror(jury_file, Juror("", name), seat=Member(STAGE, "", 0))
    criteria = (
        Criterion("C1", "Problem", Fraction(1), SCALE),
        Criterion("C2", "Impact", Fraction(1), SCALE),
        Criterion("N", "Users met", Fraction(1), SCALE, source=Source.SECRETARIAT),
    )
    set_rules(jury_file, STAGE, Rules("Rules", "1", "en", SCALE, criteria))
    freeze_rules(jury_file, STAGE, clock)
    record_marks(jury_file, STAGE, {CELL: mark(1), Cell("P1", "J1", "C2"): mark(2)})
    record_sheet_state(jury_file, STAGE, "P1", "J2", MarkState.RECUSED)
    return jury_file


def mark(value: int) -> Mark:
    """A mark."""
    return Mark(MarkState.MARKED, Fraction(value))


def typed(first: int, second: int) -> dict[str, Fraction]:
    """What the second person typed."""
    return {"C1": Fraction(first), "C2": Fraction(second)}


def test_same_marks_twice_verify_a_sheet(stage: SqliteFile) -> None:
    """Who typed is kept; the sheet is final from then on, and there is nothing more to type."""
    assert [(each.candidacy, each.juror) for each in to_verify(stage.records, STAGE)] == [("P1", "J1")]
    verify_sheet(stage, STAGE, HERE, typed(1, 2), by=" Ana ")
    sheet = sheet_of(stage.records, STAGE, "P1", "J1")
    assert (sheet.state, sheet.verified_by) == (SheetState.VERIFIED, "Ana")
    assert to_verify(stage.records, STAGE) == []
    found = progress(stage.records, STAGE)
    assert (found.verified, found.total) == (1, 1)
    with pytest.raises(SheetSettled):
        record_mark(stage, STAGE, CELL, mark(9))


@pytest.mark.parametrize(
    ("values", "by", "error"),
    [
        (typed(1, 3), "Ana", EntriesDiffer),
        ({"C1": Fraction(1)}, "Ana", EntriesDiffer),
        (typed(1, 2), " ", SecondPersonMissing),
    ],
)
def test_differing_or_anonymous_entry_verifies_nothing(
    stage: SqliteFile, values: dict[str, Fraction], by: str, error: type[DomainError]
) -> None:
    """A difference, a mark left out, nobody named."""
    with pytest.raises(error):
        verify_sheet(stage, STAGE, HERE, values, by=by)
    assert not sheet_of(stage.records, STAGE, "P1", "J1").settled


@pytest.mark.parametrize("place", [SheetPlace("P1", "J2"), SheetPlace("P2", "J1")])
def test_sheet_without_marks_is_verified_by_nobody(stage: SqliteFile, place: SheetPlace) -> None:
    """Recused, or not marked yet: nothing typed twice is nothing verified."""
    with pytest.raises(EntriesDiffer):
        verify_sheet(stage, STAGE, place, {}, by="Ana")
    assert not sheet_of(stage.records, STAGE, place.candidacy, place.juror).settled


@pytest.mark.parametrize("final", [False, True])
def test_paper_can_prove_the_first_entry_wrong(stage: SqliteFile, final: bool) -> None:
    """The correction needs its reason, on a draft sheet as on a final one, and is told as the second entry's."""
    if final:
        declare_final(stage, STAGE, [HERE])
    assert not agrees(stage.records, STAGE, CELL, Fraction(7))
    with pytest.raises(ReasonMissing):
        correct_first(stage, STAGE, CELL, mark(7), reason=" ")
    correct_first(stage, STAGE, CELL, mark(7), reason="a 7 read as 1")
    assert agrees(stage.records, STAGE, CELL, Fraction(7))
    verify_sheet(stage, STAGE, HERE, typed(7, 2), by="Ana")
    check = entry_check(stage.records, stage.events(), STAGE)
    assert (check.sheets, check.settled, check.typed) == (4, 1, 1)
    assert (check.verified, check.verified_by) == (1, ("Ana",))
    (correction,) = check.corrections
    assert (correction.before.value, correction.after.value) == (Fraction(1), Fraction(7))
    assert (correction.reason, correction.second_entry) == ("a 7 read as 1", True)


def test_corrections_of_final_sheets_reach_the_report(stage: SqliteFile) -> None:
    """With both values and the reason; one undone since is none; plain entries are none."""
    assert stage_report(stage, STAGE).entry.corrections == ()
    declare_final(stage, STAGE, [HERE])
    record_mark(stage, STAGE, CELL, mark(9), reason="misread")
    record_mark(stage, STAGE, Cell("P1", "J1", "C2"), mark(8), reason="misheard")
    assert [each.reason for each in stage_report(stage, STAGE).entry.corrections] == ["misread", "misheard"]
    undo(stage)
    (kept,) = stage_report(stage, STAGE).entry.corrections
    assert (kept.candidacy, kept.juror, kept.criterion, kept.second_entry) == ("P1", "J1", "C1", False)
    move_marks(stage, STAGE, {HERE: SheetPlace("P2", "J1")}, reason="wrong pile")
    assert [each.reason for each in stage_report(stage, STAGE).entry.corrections].count("wrong pile") == 4


def test_sheets_declared_final_are_never_more_than_there_are(stage: SqliteFile) -> None:
    """Those of a recused juror are declared with the others: they count on both sides, as in the strip of the grid."""
    declare_final(stage, STAGE, ready_to_settle(stage.records, STAGE))
    complete = [each for each in completeness(stage.records, STAGE) if each.complete]
    check = entry_check(stage.records, stage.events(), STAGE)
    assert check.settled == len(complete)
    assert check.sheets == len(completeness(stage.records, STAGE)) >= check.settled
    assert check.without_marks == 1
    assert check.typed == progress(stage.records, STAGE).total
