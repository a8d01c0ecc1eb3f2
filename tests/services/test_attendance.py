"""Presence by passage: who was not there gives no mark, unless the chair admits it with a reason."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.services.sessions import STAGE, Session, assert_undone_and_redone

from jury_desk.domain.attendance import Attendance
from jury_desk.domain.errors import BarCoversMore, JurorAbsent, NotInStage, NotOnPanel, ReasonMissing
from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.scoring import Mark, MarkState, RecordedMark, RecordedSheet
from jury_desk.services.attendance import absences_of, admit_to_mark, record_attendance
from jury_desk.services.deliberation import standings_of
from jury_desk.services.mark_rows import MarkRow
from jury_desk.services.marks import import_marks
from jury_desk.services.preparation import remove_member, set_entries, set_member
from jury_desk.services.recusals import declare_recusal
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import Cell, clear_cells, completeness, mark_at, record_marks, record_sheet_state
from jury_desk.services.settling import SheetPlace, declare_final, record_comment

ABSENT = Attendance(STAGE, "P1", "J2", Presence.ABSENT, "Train late")
SEVEN = Mark(MarkState.MARKED, Fraction(7))


def state(session: Session, candidacy: str, juror: str) -> MarkState:
    """The state of a sheet's first cell."""
    return mark_at(session.records, STAGE, Cell(candidacy, juror, "C1")).state


def seat(session: Session, juror: str, presence: Presence) -> None:
    """Say how a member takes part in the session."""
    member = session.records.need(Member, STAGE, juror)
    set_member(session.file, replace(member, presence=presence))


def test_absent_juror_marks_nothing_of_the_passage(session: Session) -> None:
    """The mark is refused by name, whatever the rules say of presence; other passages stay open."""
    record_attendance(session.file, [ABSENT])
    with pytest.raises(JurorAbsent) as refusal:
        record_marks(session.file, STAGE, {Cell("P1", "J2", "C1"): SEVEN})
    assert refusal.value.facts == {"juror": "M. Kofi OSEI", "candidacy": "La belette"}
    assert mark_at(session.records, STAGE, Cell("P1", "J2", "C1")) == Mark(MarkState.ABSENT, comment="Train late")
    session.give({("P2", "J2"): (7, 7)})


@pytest.mark.parametrize("presence", [Presence.PRESENT, Presence.REMOTE])
def test_juror_who_was_there_marks(session: Session, presence: Presence) -> None:
    """On the spot or at a distance."""
    record_attendance(session.file, [replace(ABSENT, presence=presence, reason="")])
    session.give({("P1", "J2"): (7, 7)})
    assert absences_of(session.records, STAGE) == []


def test_marks_of_who_was_not_there_are_taken_out_as_one_act(session: Session) -> None:
    """The sheet leaves mean and denominator; the journal keeps it, and undoing brings it back."""
    session.give_all()
    before = session.records.with_these(())
    record_attendance(session.file, [ABSENT])
    assert not [mark for mark in session.records.within(RecordedMark, STAGE, "P1") if mark.juror == "J2"]
    standing = standings_of(session.records, STAGE).of("P1")
    assert (standing.sheets_counted, standing.sheets_expected) == (3, 3)
    assert_undone_and_redone(session, before)


def test_final_sheet_of_who_was_not_there_is_emptied(session: Session) -> None:
    """What was declared final and said goes with the marks, and comes back with them; other sheets stay final."""
    session.give({("P1", "J2"): (7, 7), ("P2", "J2"): (8, 8)})
    record_comment(session.file, STAGE, SheetPlace("P1", "J2"), "A good idea")
    declare_final(session.file, STAGE, [SheetPlace("P1", "J2"), SheetPlace("P2", "J2")])
    before = session.records.with_these(())
    record_attendance(session.file, [ABSENT])
    assert [each.candidacy for each in session.records.within(RecordedSheet, STAGE)] == ["P2"]
    assert_undone_and_redone(session, before)


def test_attendance_of_strangers_is_refused(session: Session) -> None:
    """Nobody of that name sits, nothing of that name is heard: nothing is written, not even the right half."""
    events = len(session.file.events())
    with pytest.raises(NotOnPanel):
        record_attendance(session.file, [ABSENT, replace(ABSENT, juror="J9")])
    with pytest.raises(NotInStage):
        record_attendance(session.file, [ABSENT, replace(ABSENT, candidacy="P5")])
    assert len(session.file.events()) == events


def test_chair_admits_the_mark_with_a_reason(session: Session) -> None:
    """Without one it is refused; with one the juror marks, and the report says both."""
    record_attendance(session.file, [ABSENT])
    with pytest.raises(ReasonMissing):
        admit_to_mark(session.file, STAGE, "P1", "J2", " ")
    before = session.records.with_these(())
    admit_to_mark(session.file, STAGE, "P1", "J2", "Heard all but the first minute")
    assert_undone_and_redone(session, before)
    session.give({("P1", "J2"): (7, 7)})
    (line,) = stage_report(session.file, STAGE).absences
    assert (line.attendance.reason, line.attendance.override) == ("Train late", "Heard all but the first minute")
    with pytest.raises(NotInStage):
        admit_to_mark(session.file, STAGE, "P5", "J2", "Why")


def test_presence_required_closes_the_sheets_of_an_empty_seat(session: Session) -> None:
    """Where the rules require presence, who is excused marks nothing and owes nothing, but for a passage attended."""
    session.rule(presence_required=True)
    seat(session, "J2", Presence.EXCUSED)
    assert state(session, "P1", "J2") is MarkState.ABSENT
    with pytest.raises(JurorAbsent):
        session.give({("P1", "J2"): (7, 7)})
    assert all(sheet.complete for sheet in completeness(session.records, STAGE) if sheet.juror == "J2")
    record_attendance(session.file, [Attendance(STAGE, "P3", "J2", Presence.REMOTE)])
    session.give({("P3", "J2"): (7, 7)})
    seat(session, "J2", Presence.PRESENT)
    assert state(session, "P1", "J2") is MarkState.BLANK


def test_empty_seat_hides_no_mark_already_given(session: Session) -> None:
    """A member set to absent after marking keeps every mark: only an act about the passage takes one out."""
    session.rule(presence_required=True)
    session.give_all()
    before = standings_of(session.records, STAGE)
    seat(session, "J2", Presence.ABSENT)
    assert standings_of(session.records, STAGE) == before
    assert state(session, "P1", "J2") is MarkState.MARKED


def test_without_the_rule_an_empty_seat_changes_nothing(session: Session) -> None:
    """Whether presence is required is for the rules to say."""
    seat(session, "J2", Presence.ABSENT)
    session.give({("P1", "J2"): (7, 7)})
    assert absences_of(session.records, STAGE) == []


def test_rules_may_make_one_absence_count_for_all(session: Session) -> None:
    """Under ``absence_scope = stage`` who missed one passage marks none, before or after; the chair may admit each."""
    session.rule(absence_scope="stage")
    session.give_all()
    record_attendance(session.file, [ABSENT])
    assert not [mark for mark in session.records.within(RecordedMark, STAGE) if mark.juror == "J2"]
    assert {each.sheets_expected for each in standings_of(session.records, STAGE).standings} == {3}
    with pytest.raises(JurorAbsent):
        session.give({("P4", "J2"): (7, 7)})
    with pytest.raises(BarCoversMore):
        record_sheet_state(session.file, STAGE, "P4", "J2", MarkState.BLANK)
    admit_to_mark(session.file, STAGE, "P4", "J2", "Not at fault")
    session.give({("P4", "J2"): (7, 7)})
    assert [each.candidacy for each in absences_of(session.records, STAGE) if not each.override] == ["P1", "P2", "P3"]


def test_typed_absence_is_an_absence(session: Session) -> None:
    """In the grid it is noted for the passage, and Delete takes it back."""
    session.give({("P1", "J2"): (7, 7)})
    before = session.records.with_these(())
    record_sheet_state(session.file, STAGE, "P1", "J2", MarkState.ABSENT, reason="Train late")
    assert session.records.within(Attendance, STAGE) == [ABSENT]
    assert_undone_and_redone(session, before)
    clear_cells(session.file, STAGE, [Cell("P1", "J2", "C1")])
    assert session.records.within(Attendance, STAGE) == []
    assert state(session, "P1", "J2") is MarkState.BLANK


def test_delete_on_an_empty_seat_notes_a_presence(session: Session) -> None:
    """What follows from the seat alone is taken back by noting that the member was there."""
    session.rule(presence_required=True)
    seat(session, "J2", Presence.ABSENT)
    clear_cells(session.file, STAGE, [Cell("P1", "J2", "C1")])
    assert session.records.within(Attendance, STAGE) == [Attendance(STAGE, "P1", "J2", Presence.PRESENT)]
    assert state(session, "P1", "J2") is MarkState.BLANK
    assert state(session, "P2", "J2") is MarkState.ABSENT


def test_typed_state_takes_the_place_of_the_other(session: Session) -> None:
    """Recused over absent, absent over recused, abstained over either: the last one typed is the one that stands."""
    for typed in (MarkState.ABSENT, MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED, MarkState.BLANK):
        record_sheet_state(session.file, STAGE, "P1", "J2", typed)
        assert state(session, "P1", "J2") is typed


def test_cells_of_a_marks_file_tell_of_an_absence(session: Session) -> None:
    """As in files of the first version; the chair may admit it, and the cells then take marks."""
    rows = [MarkRow(1, "P1", "J2", "", MarkState.ABSENT, comment="Train late")]
    import_marks(session.file, STAGE, rows, session.clock)
    assert absences_of(session.records, STAGE) == [ABSENT]
    assert session.records.within(Attendance, STAGE) == []
    admit_to_mark(session.file, STAGE, "P1", "J2", "Was in the room")
    assert state(session, "P1", "J2") is MarkState.BLANK
    session.give({("P1", "J2"): (7, 7)})


def test_recusal_comes_before_absence(session: Session) -> None:
    """A juror both recused and absent reads as recused; dismissing the recusal leaves the absence."""
    record_attendance(session.file, [ABSENT])
    recusal = Recusal(STAGE, "J2", "P1", RecusalLevel.MINOR, reason="Cousin", ruling=Ruling.UPHELD)
    declare_recusal(session.file, recusal, session.clock)
    assert state(session, "P1", "J2") is MarkState.RECUSED


def test_seat_and_passage_are_taken_out_with_their_attendance(session: Session) -> None:
    """Nothing refers to what is gone."""
    record_attendance(session.file, [ABSENT, replace(ABSENT, candidacy="P2"), replace(ABSENT, juror="J3")])
    remove_member(session.file, STAGE, "J2")
    set_entries(session.file, STAGE, ["P2", "P3", "P4"])
    assert session.records.within(Attendance, STAGE) == []
    assert session.reopened().within(Attendance, STAGE) == []
