"""Late changes: each a recorded act with its reason, refused without, undone and redone, and footnoted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.services.sessions import NAMES, STAGE, TITLES, Session, assert_undone_and_redone

from jury_desk.domain.adoption import places_of
from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Outcome, OutcomeCategory
from jury_desk.domain.closure import StageProclaimed
from jury_desk.domain.documents import canonical
from jury_desk.domain.errors import (
    AlreadyThere,
    JurorAbsent,
    LeavesBeforeArriving,
    ListClosed,
    NotInStage,
    NotOnPanel,
    ReasonMissing,
    RulesNotFrozen,
    SeatHandedOver,
    StillInUse,
)
from jury_desk.domain.footnotes import FootnoteKind
from jury_desk.domain.jury import Juror, Member, Presence, Role
from jury_desk.domain.list_change import ListChange
from jury_desk.domain.pitch_errors import OrderFixed
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.scoring import RecordedMark
from jury_desk.domain.standings import Standing, Status
from jury_desk.services.attendance import absences_of, admit_to_mark, record_attendance, seated
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.decisions import adopt_ranking, bench_now, proclaim
from jury_desk.services.deliberation import set_outcomes, standings_of
from jury_desk.services.footnotes import footnote_sentences, footnotes_of, with_codes
from jury_desk.services.late_changes import join_late, record_hours, replace_member, take_withdrawal_back, withdraw
from jury_desk.services.minutes_data import minutes_data, read_minutes_data
from jury_desk.services.missing import Lack, missing_of
from jury_desk.services.preparation import entries, remove_member, set_entries, set_member, set_rules
from jury_desk.services.progress import path_of
from jury_desk.services.recusals import declare_recusal
from jury_desk.services.reporting import stage_report
from jury_desk.services.running_order import change_order, draw_order, orders

if TYPE_CHECKING:
    from jury_desk.domain.rules import Rules

LATE = Tenure(STAGE, "J2", arrived="2020-03-05T13:22:00+00:00")
TWO = "2020-03-05T14:00:00+00:00"


def told(session: Session, language: str = "en") -> list[str]:
    """The footnotes as sentences."""
    return footnote_sentences(footnotes_of(session.records, STAGE), language)


def kinds(session: Session) -> list[FootnoteKind]:
    """The kinds of the footnotes."""
    return [each.kind for each in footnotes_of(session.records, STAGE)]


def others(session: Session, left_out: str) -> list[tuple[str, object, object, object]]:
    """Where everybody but one stands, in rank order, without the numbers of the places."""
    found: list[Standing] = [
        each for each in standings_of(session.records, STAGE).standings if each.candidacy != left_out
    ]
    return [(each.candidacy, each.exact, each.sheets_counted, dict(each.values)) for each in found]


# A late juror


def test_late_juror_misses_the_first_passage(session: Session) -> None:
    """The hour is kept, the missed passage takes no mark, the others do; one act, footnoted."""
    record_hours(session.file, LATE, ["P1"])
    with pytest.raises(JurorAbsent):
        session.give({("P1", "J2"): (7, 7)})
    session.give({("P2", "J2"): (7, 7)})
    assert told(session) == ["M. Kofi OSEI arrived at 13:22 and did not mark “La belette”."]


def test_hours_are_undone_and_redone(session: Session) -> None:
    """With the marks that the missed passage had."""
    session.give_all()
    before = session.records.with_these(())
    record_hours(session.file, LATE, ["P1"])
    assert_undone_and_redone(session, before)


def test_passage_heard_after_all_is_open_again(session: Session) -> None:
    """Correcting which passages were missed leaves exactly those."""
    record_hours(session.file, LATE, ["P1", "P2"])
    record_hours(session.file, LATE, ["P1"])
    assert [each.candidacy for each in absences_of(session.records, STAGE)] == ["P1"]
    session.give({("P2", "J2"): (7, 7)})
    record_hours(session.file, Tenure(STAGE, "J2"), [])
    assert (absences_of(session.records, STAGE), kinds(session)) == ([], [])
    assert session.records.within(Tenure, STAGE) == []


def test_departure_is_told_with_what_it_missed(session: Session) -> None:
    """Missed before the arrival, missed after the departure and missed between are told apart."""
    record_hours(session.file, replace(LATE, left="2020-03-05T15:05:00+00:00"), ["P1", "P3", "P4"])
    assert told(session) == [
        "M. Kofi OSEI arrived at 13:22 and did not mark “La belette”.",
        "M. Kofi OSEI left at 15:05 and did not mark “Mon quai” and “Fil vert”.",
    ]
    record_hours(session.file, replace(LATE, left="2020-03-05T15:05:00+00:00"), ["P2"])
    assert told(session) == [
        "M. Kofi OSEI arrived at 13:22 and missed no passage.",
        "M. Kofi OSEI left at 15:05 and missed no passage.",
        "M. Kofi OSEI was not there for the passage and did not mark “Guichet clair”.",
    ]


def test_nobody_leaves_before_arriving(session: Session) -> None:
    """And nobody who does not sit arrives."""
    with pytest.raises(LeavesBeforeArriving):
        record_hours(session.file, replace(LATE, left=LATE.arrived), [])
    with pytest.raises(NotOnPanel):
        record_hours(session.file, replace(LATE, juror="J9"), [])
    with pytest.raises(NotInStage):
        record_hours(session.file, LATE, ["P5"])
    assert session.records.within(Tenure, STAGE) == []


def test_whoever_missed_everything_is_told_in_one_word(session: Session) -> None:
    """A list of all projects says less than « nothing »."""
    record_hours(session.file, Tenure(STAGE, "J2"), list(TITLES))
    assert told(session) == ["M. Kofi OSEI was absent and marked nothing."]


# An alternate


def test_alternate_takes_the_seat_and_no_mark_changes_hands(session: Session) -> None:
    """Marks given before stay those of who gave them; each project keeps as many sheets as there are seats."""
    session.give({(passage, juror): (7, 8) for passage in ("P1", "P2") for juror in NAMES})
    before = session.records.with_these(())
    leaving = session.records.need(Member, STAGE, "J3")
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=["P3", "P4"], reason="Taken ill", at=TWO)
    assert_undone_and_redone(session, before)
    with pytest.raises(JurorAbsent):
        session.give({("P3", "J3"): (7, 8)})
    with pytest.raises(JurorAbsent):
        session.give({("P1", "J5"): (7, 8)})
    session.give({(passage, juror): (7, 8) for passage in ("P3", "P4") for juror in ("J1", "J2", "J4", "J5")})
    found = standings_of(session.records, STAGE)
    assert {each.candidacy: set(each.totals) for each in found.standings} == {
        "P1": {"J1", "J2", "J3", "J4"},
        "P2": {"J1", "J2", "J3", "J4"},
        "P3": {"J1", "J2", "J5", "J4"},
        "P4": {"J1", "J2", "J5", "J4"},
    }
    assert {(each.sheets_counted, each.sheets_expected) for each in found.standings} == {(4, 4)}
    assert len(seated(session.records, STAGE)) == 5
    (sentence,) = told(session)
    assert sentence.startswith("Mme Awa NDIAYE replaces Mme Claire ROUX since 14:00, for “Mon quai” and “Fil vert”;")
    assert sentence.endswith("marks given before stay those of Mme Claire ROUX. Reason: Taken ill")


def test_half_a_sheet_of_who_leaves_is_taken_out(session: Session) -> None:
    """For what the alternate hears, nothing of who left counts or waits."""
    session.give_all()
    leaving = session.records.need(Member, STAGE, "J3")
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=["P4"], reason="Taken ill", at=TWO)
    assert not [mark for mark in session.records.within(RecordedMark, STAGE, "P4") if mark.juror == "J3"]
    assert standings_of(session.records, STAGE).of("P4").sheets_expected == 4


def test_seat_that_is_left_is_the_one_on_file(session: Session) -> None:
    """A form opened before the member’s role changed takes nothing of it back."""
    leaving = session.records.need(Member, STAGE, "J3")
    set_member(session.file, replace(leaving, role=Role.VICE_CHAIR, declared=True))
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=["P4"], reason="Taken ill", at=TWO)
    left = session.records.need(Member, STAGE, "J3")
    assert (left.role, left.declared, left.presence) == (Role.VICE_CHAIR, True, Presence.EXCUSED)


def test_member_who_was_replaced_stays_on_the_panel(session: Session) -> None:
    """A late candidacy is noted as missed by them, and the minutes name them; without the alternate they may go."""
    leaving = session.records.need(Member, STAGE, "J3")
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=list(TITLES), reason="On leave")
    with pytest.raises(SeatHandedOver):
        remove_member(session.file, STAGE, "J3")
    remove_member(session.file, STAGE, "J5")
    remove_member(session.file, STAGE, "J3")


def test_alternate_before_the_session_takes_it_all(session: Session) -> None:
    """Without an hour and for every passage; who left is owed nothing and declares nothing any more."""
    leaving = session.records.need(Member, STAGE, "J3")
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=list(TITLES), reason="On leave")
    assert told(session) == ["Mme Awa NDIAYE replaces Mme Claire ROUX. Reason: On leave"]
    lacks = {each.lack: (each.count, each.total) for each in missing_of(session.records, STAGE)}
    assert lacks[Lack.DECLARATIONS] == (4, 4)
    report = stage_report(session.file, STAGE)
    assert [seat.juror.id for seat in report.seated] == ["J1", "J2", "J4", "J5"]
    assert report.absences == ()
    assert session.records.need(Member, STAGE, "J5").role is Role.MEMBER


def test_replacement_is_refused(session: Session) -> None:
    """Without a reason, by somebody who sits already, of a stranger, or twice."""
    leaving = session.records.need(Member, STAGE, "J3")
    new = Juror("", "Mme Awa NDIAYE")
    with pytest.raises(ReasonMissing):
        replace_member(session.file, leaving, new, heard=[], reason="")
    with pytest.raises(AlreadyThere):
        replace_member(session.file, leaving, session.records.need(Juror, "J4"), heard=[], reason="Ill")
    with pytest.raises(NotOnPanel):
        replace_member(session.file, Member(STAGE, "J9", 1), new, heard=[], reason="Ill")
    replace_member(session.file, leaving, new, heard=["P4"], reason="Ill")
    with pytest.raises(AlreadyThere):
        replace_member(session.file, leaving, Juror("", "M. Other"), heard=[], reason="Ill")


# A withdrawal


def test_withdrawal_after_marks_leaves_everybody_else_alone(session: Session) -> None:
    """The marks stay, printed without a place; the others keep their results and their order; one act."""
    session.give_all()
    first = standings_of(session.records, STAGE).standings[0].candidacy
    expected = others(session, first)
    before = session.records.with_these(())
    withdraw(session.file, STAGE, first, "Changed post", session.clock)
    found = standings_of(session.records, STAGE).of(first)
    assert (found.status, found.place, found.sheets_counted) == (Status.WITHDRAWN, None, 4)
    assert found.own
    assert others(session, first) == expected
    assert [each.place for each in standings_of(session.records, STAGE).standings] == [1, 2, 3, None]
    (footnote,) = footnotes_of(session.records, STAGE)
    assert (footnote.kind, footnote.candidacies) == (FootnoteKind.WITHDRAWN_MARKED, (first,))
    assert "Changed post" in told(session)[0]
    assert_undone_and_redone(session, before)


def test_withdrawal_before_marks_owes_none(session: Session) -> None:
    """Nobody owes the withdrawn a sheet, the strip does not ask for one, and the footnote says « before any mark »."""
    withdraw(session.file, STAGE, "P4", "Changed post", session.clock)
    assert kinds(session) == [FootnoteKind.WITHDRAWN_UNMARKED]
    session.give({(passage, juror): (7, 8) for passage in ("P1", "P2", "P3") for juror in NAMES})
    report = stage_report(session.file, STAGE)
    assert (report.missing, report.provisional) == (0, False)
    lacks = {each.lack: (each.count, each.total) for each in missing_of(session.records, STAGE)}
    assert Lack.SHEETS not in lacks
    assert lacks[Lack.OUTCOMES] == (3, 3)


def test_stage_is_done_without_deciding_about_the_withdrawn(session: Session) -> None:
    """Nothing is left to decide about it."""
    withdraw(session.file, STAGE, "P4", "Changed post", session.clock)
    set_outcomes(session.file, STAGE, {each: Outcome(OutcomeCategory.SELECTED) for each in ("P1", "P2", "P3")})
    assert missing_of(session.records, STAGE) == []
    now = next(each.stage.id for each in path_of(session.records) if each.state == "now")
    assert now == "incubation"


def test_withdrawal_is_refused_and_taken_back(session: Session) -> None:
    """Without a reason, of what is not heard, or twice; taken back, the candidacy competes again."""
    session.give_all()
    before = standings_of(session.records, STAGE)
    with pytest.raises(ReasonMissing):
        withdraw(session.file, STAGE, "P1", " ", session.clock)
    with pytest.raises(NotInStage):
        withdraw(session.file, STAGE, "P5", "Why", session.clock)
    withdraw(session.file, STAGE, "P1", "Changed post", session.clock)
    with pytest.raises(AlreadyThere):
        withdraw(session.file, STAGE, "P1", "Again", session.clock)
    records = session.records.with_these(())
    take_withdrawal_back(session.file, STAGE, "P1")
    assert standings_of(session.records, STAGE) == before
    assert session.records.need(Candidacy, "P1").admissibility is Admissibility.ADMISSIBLE
    assert_undone_and_redone(session, records)


def test_candidacy_let_back_in_takes_part_again(session: Session) -> None:
    """Where its page says admissible again, the stage that has not decided about it follows."""
    withdraw(session.file, STAGE, "P1", "Changed post", session.clock)
    set_admissibility(session.file, "P1", Admissibility.ADMISSIBLE, "")
    assert session.records.within(ListChange, STAGE) == []
    assert standings_of(session.records, STAGE).of("P1").status is not Status.WITHDRAWN


def test_withdrawal_after_the_decision_rewrites_no_past_ranking(session: Session) -> None:
    """A project that leaves during the pre-incubation keeps the place that the jury gave it."""
    session.give_all()
    before = standings_of(session.records, STAGE)
    set_outcomes(session.file, STAGE, dict.fromkeys(TITLES, Outcome(OutcomeCategory.SELECTED)))
    set_admissibility(session.file, "P1", Admissibility.WITHDRAWN, "Left in June")
    assert standings_of(session.records, STAGE) == before
    assert kinds(session) == []


# A late candidacy


def test_late_candidacy_joins_with_a_reason(session: Session) -> None:
    """At the end of the order, footnoted, as one act; without a reason, or twice, it is refused."""
    session.give_all()
    before = session.records.with_these(())
    with pytest.raises(ReasonMissing):
        join_late(session.file, STAGE, "P5", "", session.clock)
    join_late(session.file, STAGE, "P5", "Appeal upheld", session.clock)
    assert session.records.need(Entry, STAGE, "P5").position == 5
    assert kinds(session) == [FootnoteKind.JOINED]
    assert "Appeal upheld" in told(session)[0]
    with pytest.raises(AlreadyThere):
        join_late(session.file, STAGE, "P5", "Again", session.clock)
    assert_undone_and_redone(session, before)


def test_list_is_closed_from_the_first_mark(session: Session) -> None:
    """Before it the list is free; after it nothing comes in or goes out but by an act that says why."""
    set_entries(session.file, STAGE, [*TITLES, "P5"])
    set_entries(session.file, STAGE, TITLES)
    session.give({("P1", "J1"): (7, 7)})
    for wanted in ([*TITLES, "P5"], ["P1", "P2", "P3"]):
        with pytest.raises(ListClosed):
            set_entries(session.file, STAGE, wanted)
    with pytest.raises(StillInUse):
        set_entries(session.file, STAGE, ["P2", "P3", "P4"])
    set_entries(session.file, STAGE, ["P4", "P3", "P2", "P1"])
    assert session.records.need(Entry, STAGE, "P4").position == 1


def test_nobody_is_late_for_a_list_still_open(session: Session) -> None:
    """Rules that are a draft have closed nothing."""
    set_rules(session.file, "final", _rules(session))
    with pytest.raises(RulesNotFrozen):
        join_late(session.file, "final", "P5", "Why", session.clock)


def test_who_left_the_seat_owes_the_late_candidacy_nothing(session: Session) -> None:
    """It is the alternate's to mark."""
    leaving = session.records.need(Member, STAGE, "J3")
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=["P4"], reason="Ill", at=TWO)
    join_late(session.file, STAGE, "P5", "Appeal upheld", session.clock)
    session.give({("P5", juror): (7, 7) for juror in ("J1", "J2", "J4", "J5")})
    standing = standings_of(session.records, STAGE).of("P5")
    assert (standing.sheets_counted, standing.sheets_expected) == (4, 4)


# Footnotes together


def test_footnotes_stand_in_their_order_and_in_both_languages(session: Session) -> None:
    """Rules, list, seats, hours, recusals; every kind has its sentence, and no braces are left in any."""
    session.give({("P1", "J4"): (7, 7)})
    session.rule(quorum=3)
    join_late(session.file, STAGE, "P5", "Appeal upheld", session.clock)
    withdraw(session.file, STAGE, "P1", "Changed post", session.clock)
    withdraw(session.file, STAGE, "P4", "Changed post", session.clock)
    replace_member(
        session.file,
        session.records.need(Member, STAGE, "J4"),
        Juror("", "Mme Awa NDIAYE"),
        heard=["P5"],
        reason="Ill",
        at=TWO,
    )
    record_hours(session.file, replace(LATE, left="2020-03-05T16:00:00+00:00"), ["P1", "P5"])
    record_attendance(session.file, [Attendance(STAGE, "P3", "J2", Presence.ABSENT)])
    admit_to_mark(session.file, STAGE, "P2", "J3", "Heard it all but a minute")
    recusal = Recusal(STAGE, "J3", "P3", RecusalLevel.MINOR, reason="Cousin", ruling=Ruling.UPHELD)
    declare_recusal(session.file, recusal, session.clock)
    declare_recusal(session.file, replace(recusal, juror="J1", candidacy=""), session.clock)
    declare_recusal(session.file, replace(recusal, juror="A1"), session.clock)
    found = kinds(session)
    assert sorted(found) == sorted(FootnoteKind)
    groups = ("rules", "joined", "withdrawn", "replaced", "arrived left absent admitted", "recused")
    ranks = [next(at for at, group in enumerate(groups) if kind.split("_")[0] in group.split()) for kind in found]
    assert ranks == sorted(ranks)
    for language in ("fr", "en"):
        sentences = told(session, language)
        assert len(sentences) == len(found)
        assert not [each for each in sentences if "{" in each or not each.strip()]
    codes = " ".join(footnote_sentences(map(with_codes, footnotes_of(session.records, STAGE)), "fr"))
    assert not [name for name in (*NAMES.values(), "NDIAYE") if name in codes]
    assert "J3" in codes


def test_report_carries_the_footnotes(session: Session) -> None:
    """What is printed is what the records say."""
    record_hours(session.file, LATE, ["P1"])
    report = stage_report(session.file, STAGE)
    assert list(report.footnotes) == footnotes_of(session.records, STAGE)
    assert report.tenures == (LATE,)


def _rules(session: Session) -> Rules:
    return standings_of(session.records, STAGE).rules


# With the jury's later acts


def test_bench_holds_neither_the_recused_nor_who_was_replaced(session: Session) -> None:
    """A vote about a candidacy is taken without who is recused from it, and by the alternate, not by who left."""
    leaving = session.records.need(Member, STAGE, "J3")
    replace_member(session.file, leaving, Juror("", "Mme Awa NDIAYE"), heard=["P4"], reason="Ill", at=TWO)
    recusal = Recusal(STAGE, "J2", "P2", RecusalLevel.MAJOR, reason="Cousin", ruling=Ruling.UPHELD)
    declare_recusal(session.file, recusal, session.clock)
    now = session.clock.now()
    assert bench_now(session.records, STAGE, now).present == ("J1", "J2", "J4", "J5")
    about = bench_now(session.records, STAGE, now, ["P2"])
    assert (about.present, about.withdrawn) == (("J1", "J4", "J5"), ("J2",))
    withdraw(session.file, STAGE, "P2", "Changed post", session.clock)
    assert bench_now(session.records, STAGE, now, ["P2"]).withdrawn == ("J2",)


def test_results_are_proclaimed_without_deciding_about_the_withdrawn(session: Session) -> None:
    """Nothing is awaited for it; afterwards its page may let it back in, and the closed stage stays as it is."""
    session.give_all()
    withdraw(session.file, STAGE, "P4", "Changed post", session.clock)
    set_outcomes(session.file, STAGE, {each: Outcome(OutcomeCategory.SELECTED) for each in ("P1", "P2")})
    set_outcomes(session.file, STAGE, {"P3": Outcome(OutcomeCategory.RESERVE, motivation="Its host is not found yet")})
    bench = bench_now(session.records, STAGE, session.clock.now())
    adopt_ranking(session.file, STAGE, places_of(standings_of(session.records, STAGE)), bench)
    proclaim(session.file, STAGE, bench, author="Chair")
    before = footnotes_of(session.records, STAGE)
    set_admissibility(session.file, "P4", Admissibility.ADMISSIBLE, "")
    assert footnotes_of(session.records, STAGE) == before
    with pytest.raises(StageProclaimed):
        take_withdrawal_back(session.file, STAGE, "P4")


def test_candidacy_of_a_derogation_is_footnoted(session: Session) -> None:
    """Whoever comes in by a change of a drawn order comes late too."""
    draw_order(session.file, STAGE, session.clock, seed="bell", witness="The secretary")
    with pytest.raises(OrderFixed):
        set_entries(session.file, STAGE, [*TITLES, "P5"])
    order = [entry.candidacy for entry in entries(session.records, STAGE)]
    change_order(session.file, STAGE, session.clock, [*order, "P5"], "Appeal upheld")
    (footnote,) = footnotes_of(session.records, STAGE)
    assert (footnote.kind, footnote.candidacies) == (FootnoteKind.JOINED, ("P5",))


def test_late_candidacy_joins_a_drawn_order_at_its_end(session: Session) -> None:
    """The draw stays what it was."""
    draw_order(session.file, STAGE, session.clock, seed="bell", witness="The secretary")
    drawn = [entry.candidacy for entry in entries(session.records, STAGE)]
    join_late(session.file, STAGE, "P5", "Appeal upheld", session.clock)
    assert [entry.candidacy for entry in entries(session.records, STAGE)] == [*drawn, "P5"]
    assert len(orders(session.records, STAGE)) == 1


def test_minutes_data_rank_the_withdrawn_as_the_file_does(session: Session) -> None:
    """Whoever checks the minutes years later computes the same ranking, whatever became of the candidacy since."""
    session.give_all()
    withdraw(session.file, STAGE, "P4", "Changed post", session.clock)
    set_outcomes(session.file, STAGE, dict.fromkeys(("P1", "P2", "P3"), Outcome(OutcomeCategory.SELECTED)))
    set_admissibility(session.file, "P1", Admissibility.WITHDRAWN, "Left in June")
    report = stage_report(session.file, STAGE)
    data = read_minutes_data(canonical(minutes_data(report)))
    expected = [(each.candidacy, each.place, each.exact) for each in report.standings.standings]
    assert [(each.candidacy, each.place, each.exact) for each in data.contest.standings().standings] == expected
    assert data.fingerprint == report.fingerprint
