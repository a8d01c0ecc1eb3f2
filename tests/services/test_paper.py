"""Numbers of sheets on paper: given once, found again, refused with words; and for whom a sheet is printed."""

from dataclasses import replace

import pytest
from tests.services.sessions import NAMES, RULES, STAGE, TITLES, Session, assert_undone_and_redone

from jury_desk.domain.attendance import Attendance
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import RulesNotFrozen
from jury_desk.domain.jury import Juror, Member, Presence, Voice
from jury_desk.domain.paper import StagePaper
from jury_desk.domain.scoring import RecordedSheet
from jury_desk.domain.sheet_number import SheetNumberElsewhere, SheetNumberWrong, sheet_number
from jury_desk.services.attendance import record_attendance
from jury_desk.services.history import undo
from jury_desk.services.late_changes import withdraw
from jury_desk.services.paper import (
    SheetNotAwaited,
    SheetNumberUnknown,
    find_sheet,
    key_of,
    number_sheets,
    stage_paper,
)
from jury_desk.services.preparation import add_juror, set_entries, set_rules
from jury_desk.services.recusals import declare_recusal, own_recusal
from jury_desk.storage.jury_file import SqliteFile


def printed_for(paper: StagePaper) -> dict[str, list[str]]:
    """Which candidacies each juror gets a sheet on."""
    return {pile.juror.id: [sheet.candidacy.id for sheet in pile.sheets] for pile in paper.piles}


def numbers(session: Session) -> dict[tuple[str, str], int]:
    """The numbers given, by candidacy and juror."""
    return {(each.candidacy, each.juror): each.number for each in session.records.within(RecordedSheet, STAGE)}


def test_numbers_follow_the_panel_then_the_passages_and_are_given_once(session: Session) -> None:
    """A second printing bears the same numbers; a sheet that comes later gets the next one."""
    number_sheets(session.file, STAGE)
    first = numbers(session)
    assert sorted(first, key=first.__getitem__)[:5] == [*((each, "J1") for each in TITLES), ("P1", "J2")]
    assert sorted(first.values()) == list(range(1, len(TITLES) * (len(NAMES) + 1) + 1))
    assert number_sheets(session.file, STAGE).event is None
    set_entries(session.file, STAGE, ["P5", *TITLES])
    number_sheets(session.file, STAGE)
    after = numbers(session)
    assert {place: after[place] for place in first} == first
    assert after["P5", "J1"] == len(first) + 1


def test_numbering_is_one_act_that_can_be_taken_back(session: Session) -> None:
    """And done again, from the journal too."""
    before = session.records.with_these(())
    number_sheets(session.file, STAGE)
    assert session.file.events()[-1].kind == "sheets_numbered"
    assert_undone_and_redone(session, before)


def test_printed_number_leads_back_to_its_sheet(session: Session) -> None:
    """Typed with blanks or scanned, with the key of the edition or without."""
    number_sheets(session.file, STAGE)
    for pile in stage_paper(session.file, STAGE).piles:
        for sheet in pile.sheets:
            for typed in (sheet.number, sheet.printed_number, f" {sheet.printed_number[5:]} "):
                found = find_sheet(session.file, typed)
                assert (found.candidacy, found.juror) == (sheet.candidacy.id, pile.juror.id)


def test_wrong_foreign_and_unknown_numbers_are_told_apart(session: Session) -> None:
    """A slip of the fingers, another edition's sheet, and one that was never printed."""
    number_sheets(session.file, STAGE)
    key = key_of(session.file)
    good = sheet_number(key, 3)
    slip = good[:-1] + str((int(good[-1]) + 1) % 10)
    with pytest.raises(SheetNumberWrong):
        find_sheet(session.file, slip)
    other = f"{(int(key) + 1) % 10_000:04}"
    with pytest.raises(SheetNumberElsewhere):
        find_sheet(session.file, sheet_number(other, 3))
    with pytest.raises(SheetNumberUnknown) as refused:
        find_sheet(session.file, sheet_number(key, 4000))
    assert refused.value.text == sheet_number(key, 4000)


def test_number_of_a_sheet_no_longer_awaited_is_told(session: Session) -> None:
    """The candidacy has withdrawn, or the juror gives no marks any more: no other sheet is opened in its place."""
    number_sheets(session.file, STAGE)
    number = {place: sheet_number(key_of(session.file), count) for place, count in numbers(session).items()}
    withdraw(session.file, STAGE, "P4", "Gave up", session.clock)
    with session.file.unit() as unit:
        unit.put(replace(session.records.need(Member, STAGE, "J2"), voice=Voice.NONE))
        unit.commit("juror_changed")
    for place in (("P4", "J1"), ("P1", "J2")):
        with pytest.raises(SheetNotAwaited) as refused:
            find_sheet(session.file, number[place])
        assert refused.value.candidacy == session.records.need(Candidacy, place[0]).title
    assert find_sheet(session.file, number["P1", "J1"]).juror == "J1"


def test_number_is_never_given_to_another_sheet(session: Session) -> None:
    """A sheet that is gone, or whose numbering was taken back, may still lie on the table."""
    number_sheets(session.file, STAGE)
    printed = max(numbers(session).values())
    undo(session.file)
    set_entries(session.file, STAGE, ["P2", "P1"])
    number_sheets(session.file, STAGE)
    assert min(numbers(session).values()) == printed + 1
    with pytest.raises(SheetNumberUnknown):
        find_sheet(session.file, sheet_number(key_of(session.file), printed))


def test_nothing_is_printed_for_what_a_juror_may_not_mark(session: Session) -> None:
    """Nor for what has withdrawn; whoever gives no mark at all has no pile, and the passages keep their numbers."""
    add_juror(session.file, Juror("S", "Clerk"), seat=Member(STAGE, "", 0, voice=Voice.NONE))
    declare_recusal(
        session.file, replace(own_recusal(STAGE, "J1", "P1", session.clock), reason="Manager"), session.clock
    )
    away = own_recusal(STAGE, "J2", "", session.clock)
    declare_recusal(session.file, replace(away, reason="Family"), session.clock)
    record_attendance(session.file, [Attendance(STAGE, "P2", "J3", Presence.ABSENT)])
    withdraw(session.file, STAGE, "P4", "Gave up", session.clock)
    number_sheets(session.file, STAGE)
    paper = stage_paper(session.file, STAGE)
    assert printed_for(paper) == {
        "J1": ["P2", "P3"],
        "J3": ["P1", "P3"],
        "J4": ["P1", "P2", "P3"],
        "A1": ["P1", "P2", "P3"],
    }
    assert [sheet.position for sheet in paper.piles[0].sheets] == [2, 3]
    assert printed_for(stage_paper(session.file, STAGE, ("J3",))) == {"J3": ["P1", "P3"]}


def test_nothing_is_numbered_before_the_rules_are_frozen(jury_file: SqliteFile) -> None:
    """What is printed must be what will hold."""
    set_rules(jury_file, STAGE, RULES)
    with pytest.raises(RulesNotFrozen):
        number_sheets(jury_file, STAGE)
    assert jury_file.records.within(RecordedSheet) == []
