"""The live session on a real file: the day of the example, a file that cannot be written, a program that stops."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.errors import FileNotWritable, NothingToUndo, ReasonMissing, RulesNotFrozen
from jury_desk.domain.instants import Instant
from jury_desk.domain.journal import broken_links, replay
from jury_desk.domain.jury import Juror, Member, Presence
from jury_desk.domain.pitch_errors import (
    BackdateTooLong,
    DeclarationsMissing,
    NobodyToHear,
    NoPhases,
    OrderFixed,
    OrderNotDrawn,
    PassageStillOpen,
    QuorumNotReached,
    SessionNotOpen,
    UndoAcrossAbsence,
    UndoBlocked,
    UndoChangesSession,
)
from jury_desk.domain.pitch_events import Cause, Slot, Then, TimingEvent, TimingKind
from jury_desk.domain.pitch_format import PhaseKind
from jury_desk.domain.pitch_presence import Conflicts
from jury_desk.domain.pitch_state import PassageStatus, PhaseStatus, SessionStatus
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import MarkState
from jury_desk.services.history import next_undo, redo, undo
from jury_desk.services.late_changes import record_hours, withdraw
from jury_desk.services.pitch_conditions import Unmet, quorum_of, unmet_conditions
from jury_desk.services.pitch_views import conflicts_at, grant_offer, recusals, room_now, timing_evidence
from jury_desk.services.pitches import PitchSession, session_state
from jury_desk.services.ports import Clock
from jury_desk.services.preparation import (
    add_juror,
    amend_rules,
    current_rules,
    freeze_rules,
    set_entries,
    set_member,
    set_rules,
)
from jury_desk.services.rules_words import session_sentences
from jury_desk.services.running_order import draw_order
from jury_desk.services.scoring import record_sheet_state
from jury_desk.services.wording import error_sentence
from jury_desk.storage.files import SqliteFiles
from jury_desk.storage.jury_file import SqliteFile

STAGE = "hackathon"
PASSAGES = ["C1", "C2", "C3"]
MINUTE = 60_000


class Clocks:
    """Clocks that move when told to."""

    def __init__(self) -> None:
        self.at = Instant(500_000, 400_000, 1_583_413_200_000, 60, "boot", "first")

    def now(self) -> Instant:
        """All the clocks."""
        return self.at

    def run(self, ms: int) -> None:
        """Let time go by."""
        self.at = self.at.moved(ms)

    def sleep(self, ms: int) -> None:
        """Let time go by asleep."""
        self.at = replace(self.at.moved(ms), awake_ms=self.at.awake_ms)


@pytest.fixture
def clocks() -> Clocks:
    """Clocks of the test's own."""
    return Clocks()


@pytest.fixture
def prepared(jury_file: SqliteFile, clock: Clock) -> SqliteFile:
    """Three passages, three jurors who have declared, frozen rules that ask for a draw and for a quorum of two."""
    with jury_file.unit() as unit:
        for each in PASSAGES:
            unit.put(Candidacy(each, f"Project {each}"))
        unit.commit("candidacies_imported")
    set_entries(jury_file, STAGE, PASSAGES)
    for number in range(3):
        add_juror(jury_file, Juror("", f"Juror {number}"), seat=Member(STAGE, "", 0, declared=True))
    rules = {
        "title": "Rules",
        "criteria": [{"id": "C1", "name": "One", "min": "0", "max": "10"}],
        "panel": {"quorum": 2},
        "timing": {"pitch": 5, "questions": 5, "changeover": 3, "order": "drawn"},
    }
    set_rules(jury_file, STAGE, rules_from_document(rules))
    freeze_rules(jury_file, STAGE, clock)
    return jury_file


@pytest.fixture
def session(prepared: SqliteFile, clocks: Clocks, clock: Clock) -> PitchSession:
    """The session drawn and open, nobody called yet."""
    draw_order(prepared, STAGE, clock, seed="5 March", witness="Ms Vasseur")
    session = PitchSession(prepared, STAGE, clocks)
    session.open()
    return session


@pytest.fixture
def refusing(prepared: SqliteFile) -> Callable[[bool], None]:
    """Makes every write of the file fail, or work again."""
    connection = prepared._connection

    def set_failing(failing: bool) -> None:
        connection.execute(f"PRAGMA query_only = {int(failing)}")

    return set_failing


def first(session: PitchSession) -> str:
    """Who is heard first."""
    return session.order[0]


def hear(session: PitchSession, clocks: Clocks, pitch: int = 5 * MINUTE, questions: int = 5 * MINUTE) -> None:
    """Hear the next candidate, without a changeover."""
    session.call()
    for ms in (pitch, questions):
        session.start()
        clocks.run(ms)
        session.end()


def test_state_is_that_of_the_file(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks, files: SqliteFiles
) -> None:
    """What one run timed the next one reads; the journal holds together and replays."""
    hear(session, clocks, 5 * MINUTE + 12_000)
    before = session.state
    assert session_state(prepared.records, STAGE) == before
    prepared.close()
    again = files.open(prepared.path)
    assert session_state(again.records, STAGE) == before
    assert replay(again.events()) == again.records
    assert broken_links(again.events()) == []
    kinds = [event.kind for event in again.events()][-6:]
    assert kinds == [
        "timing_opened",
        "timing_called",
        "timing_started",
        "timing_ended",
        "timing_started",
        "timing_ended",
    ]
    again.close()


def test_format_is_frozen_at_the_opening(session: PitchSession, prepared: SqliteFile, clock: Clock) -> None:
    """Rules amended during the session change no allotment: everybody is heard under the same one."""
    longer = rules_from_document(
        {
            "title": "Rules",
            "criteria": [{"id": "C1", "name": "One", "min": "0", "max": "10"}],
            "timing": {"pitch": 9, "questions": 1},
        }
    )
    amend_rules(prepared, STAGE, longer, clock, author="Chair", reason="late", keep_marks=True)
    assert [phase.allotted_ms for phase in session.state.format.phases] == [5 * MINUTE, 5 * MINUTE, 3 * MINUTE]


def test_next_leads_through_the_whole_session(session: PitchSession, clocks: Clocks) -> None:
    """Nothing but Next hears everybody, each press one event."""
    told = []
    while step := session.next_step():
        told.append((step.kind.value, step.slot.phase))
        before = len(session.events)
        session.next()
        assert len(session.events) == before + 1
        clocks.run(MINUTE)
    passage = [
        ("called", ""),
        *((kind, each) for each in ("pitch", "questions", "changeover") for kind in ("started", "ended")),
    ]
    assert told == passage * 3
    session.close()
    assert session.state.status is SessionStatus.CLOSED
    with pytest.raises(SessionNotOpen):
        session.next()


def test_clock_survives_a_sleep_and_asks(session: PitchSession, clocks: Clocks) -> None:
    """A sleep interrupts; what the chair counts is spoken, the rest is neither spoken nor lost."""
    session.call()
    session.start()
    clocks.run(90_000)
    session.tick()
    clocks.sleep(10 * MINUTE)
    assert session.tick().interrupted
    clocks.run(20_000)
    session.resolve(Then.RUNNING, charge_ms=30_000, reason="talked on")
    clocks.run(1000)
    clock = session.state.open_phase
    assert clock
    now = clocks.now()
    assert (clock.spoken_at(now), clock.paused_at(now), clock.interrupted_at(now)) == (121_000, 20_000, 570_000)
    (outage,) = clock.outages
    assert (outage.cause, outage.gap_ms, outage.exact, outage.charged_ms) == (Cause.SUSPEND, 600_000, True, 30_000)


def test_program_that_stopped_asks_when_it_comes_back(
    session: PitchSession, prepared: SqliteFile, files: SqliteFiles, clocks: Clocks
) -> None:
    """Taken up again by another run, the phase waits; by the same run, it goes on as if nothing had been."""
    session.call()
    session.start()
    clocks.run(61_500)
    session.tick()
    same = PitchSession(prepared, STAGE, clocks)
    assert same.state.open_phase
    assert same.state.open_phase.status is PhaseStatus.RUNNING
    prepared.close()
    again = files.open(prepared.path)
    clocks.run(500)
    clocks.at = replace(clocks.at, process="second")
    later = PitchSession(again, STAGE, clocks)
    clock = later.state.open_phase
    assert clock
    assert clock.status is PhaseStatus.INTERRUPTED
    assert (clock.spoken, clock.undecided) == (61_500, 500)
    assert clock.outages[0].cause == Cause.STOPPED
    again.close()


def test_failing_write_keeps_time_and_is_made_good(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks, refusing: Callable[[bool], None], files: SqliteFiles
) -> None:
    """While the medium refuses, the clock goes on in memory and says so; then everything is written, in order."""
    session.call()
    session.start()
    refusing(True)
    clocks.run(30_000)
    session.pause("noise")
    assert isinstance(session.unsaved, FileNotWritable)
    clocks.run(10_000)
    session.resume()
    clocks.run(5000)
    session.tick()
    clock = session.state.open_phase
    assert clock
    assert (clock.spoken_at(clocks.now()), clock.paused) == (35_000, 10_000)
    assert len(prepared.records.within(TimingEvent, STAGE)) == 3
    refusing(False)
    clocks.run(1000)
    session.tick()
    assert session.unsaved is None
    expected = session.state
    prepared.close()
    again = files.open(prepared.path)
    assert session_state(again.records, STAGE) == expected
    again.close()


def test_failing_heartbeat_stops_nothing(
    session: PitchSession, clocks: Clocks, refusing: Callable[[bool], None]
) -> None:
    """A heartbeat that cannot be written is told, and the next one makes it good."""
    session.call()
    session.start()
    refusing(True)
    clocks.run(1500)
    session.tick()
    assert session.unsaved is not None
    refusing(False)
    clocks.run(1500)
    session.tick()
    assert session.unsaved is None


def test_tick_writes_the_heartbeat_once_a_second_and_nothing_else(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks
) -> None:
    """Ticks change no event and no state; the heartbeat moves each second while a phase is open, and only then."""
    session.call()
    before = prepared.last_beat(STAGE)
    clocks.run(5000)
    session.tick()
    assert prepared.last_beat(STAGE) == before
    session.start()
    events, state = len(prepared.events()), session.state
    beats = set()
    for _ in range(40):
        clocks.run(100)
        session.tick()
        beats.add(prepared.last_beat(STAGE))
    assert len(beats) == 5
    assert (len(prepared.events()), session.state) == (events, state)


def test_wall_clock_changes_nothing(session: PitchSession, clocks: Clocks) -> None:
    """An hour forward or back, or a change to summer time, moves no time; a jump is told."""
    session.call()
    session.start()
    for hours, offset in ((1, 60), (-1, 60), (0, 120)):
        clocks.run(10_000)
        session.tick()
        clocks.at = replace(clocks.at, wall_ms=clocks.at.wall_ms + hours * 60 * MINUTE, offset_min=offset)
        assert session.tick().wall_jump_ms == hours * 60 * MINUTE
    clock = session.state.open_phase
    assert clock
    assert clock.spoken_at(clocks.now()) == 30_000


def test_undo_of_the_edition_leaves_the_clock_alone(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks
) -> None:
    """Undoing acts of the edition skips those of the clock, and refuses to pull rules or order away under them."""
    set_member(prepared, replace(prepared.records.need(Member, STAGE, "J1"), declared=False))
    session.call()
    session.start()
    clocks.run(10_000)
    event = next_undo(prepared)
    assert event
    assert event.kind == "member_seated"
    undo(prepared)
    assert prepared.records.need(Member, STAGE, "J1").declared
    assert session.state.open_phase
    redo(prepared)
    undo(prepared)
    next_ = next_undo(prepared)
    assert next_
    assert next_.kind == "rules_frozen"
    with pytest.raises(UndoChangesSession):
        undo(prepared)
    assert prepared.records.need(RulesVersion, STAGE, "1").frozen


def test_undo_of_the_clock_goes_back_to_the_opening(session: PitchSession, clocks: Clocks) -> None:
    """Each undo takes one press back, down to the opening and no further; all of it stays in the journal."""
    session.call()
    session.start()
    clocks.run(1000)
    session.end()
    assert session.acted_last
    assert session.next_undone().kind is TimingKind.ENDED
    for _ in range(3):
        session.undo()
    assert session.state.passage(first(session)).status is PassageStatus.PLANNED
    assert len(session.events) == 7
    with pytest.raises(UndoBlocked):
        session.undo()


def test_nothing_to_undo_before_the_session(prepared: SqliteFile, clocks: Clocks) -> None:
    """A session not yet opened has no act of the clock."""
    with pytest.raises(NothingToUndo):
        PitchSession(prepared, STAGE, clocks).undo()


def test_order_of_an_open_session_is_fixed(session: PitchSession, prepared: SqliteFile) -> None:
    """Passages move with a reason only; saying the same order again is no change."""
    set_entries(prepared, STAGE, session.order)
    with pytest.raises(OrderFixed):
        set_entries(prepared, STAGE, list(reversed(session.order)))
    with pytest.raises(OrderFixed):
        set_entries(prepared, STAGE, session.order[:-1])


@pytest.mark.parametrize(
    ("missing", "refusal"),
    [
        ("draw", OrderNotDrawn),
        ("declaration", DeclarationsMissing),
        ("quorum", QuorumNotReached),
    ],
)
def test_session_opens_in_spite_of_what_is_missing_for_a_reason_only(
    prepared: SqliteFile, clocks: Clocks, clock: Clock, missing: str, refusal: type[Exception]
) -> None:
    """The chair may open without a draw, a declaration or the quorum: the reason is kept with the opening."""
    if missing != "draw":
        draw_order(prepared, STAGE, clock, seed="s", witness="w")
    if missing == "declaration":
        set_member(prepared, replace(prepared.records.need(Member, STAGE, "J1"), declared=False))
    if missing == "quorum":
        for juror in ("J1", "J2"):
            absent = replace(prepared.records.need(Member, STAGE, juror), presence=Presence.EXCUSED)
            set_member(prepared, absent)
    session = PitchSession(prepared, STAGE, clocks)
    with pytest.raises(refusal):
        session.open()
    session.open(despite="second notice of meeting")
    assert session.events[0].reason == "second notice of meeting"


def test_session_never_opens_without_frozen_rules_passages_or_phases(
    jury_file: SqliteFile, clocks: Clocks, clock: Clock
) -> None:
    """No reason opens a session that could not be the same for all."""
    session = PitchSession(jury_file, STAGE, clocks)
    with pytest.raises(RulesNotFrozen):
        session.open(despite="hurry")
    document = {"title": "R", "criteria": [{"id": "C1", "name": "One", "min": "0", "max": "10"}]}
    set_rules(jury_file, STAGE, rules_from_document(document))
    freeze_rules(jury_file, STAGE, clock)
    with pytest.raises(NobodyToHear):
        session.open(despite="hurry")
    with jury_file.unit() as unit:
        unit.put(Candidacy("C1", "One"))
        unit.put(Entry(STAGE, "C1", 1))
        unit.commit("entries_set")
    with pytest.raises(NoPhases):
        session.open(despite="hurry")


def test_conditions_are_facts(prepared: SqliteFile, clocks: Clocks) -> None:
    """Each condition that is not met is named with its figures; the screen of the room is a wish."""
    shape = PitchSession(prepared, STAGE, clocks).state.format
    away = frozenset({"J1", "J2"})
    found = unmet_conditions(prepared.records, STAGE, shape, room_screen=False, away=away)
    assert [(each.unmet, each.count, each.total) for each in found] == [
        (Unmet.ORDER_NOT_DRAWN, 0, 0),
        (Unmet.QUORUM, 1, 2),
        (Unmet.ROOM_SCREEN, 0, 0),
    ]
    assert [each.unmet.is_optional for each in found] == [False, False, True]


def test_refusal_names_the_project(session: PitchSession) -> None:
    """People know titles, not ids; a time is told as a clock shows it."""
    session.call()
    with pytest.raises(PassageStillOpen) as refused:
        session.call(session.order[1])
    title = session.records.need(Candidacy, first(session)).title
    assert refused.value.candidacy == title
    assert title in error_sentence(refused.value, "fr")
    with pytest.raises(BackdateTooLong) as late:
        session.start(backdate_ms=83_000)
    assert "1:23" in error_sentence(late.value, "en")


def test_grant_needs_a_reason_and_says_what_the_others_had(session: PitchSession, clocks: Clocks) -> None:
    """Before giving time: who was heard without it, their median, who could still have the same."""
    hear(session, clocks, 5 * MINUTE + 3000)
    session.call()
    session.start()
    clock = session.focus()
    assert clock
    offer = grant_offer(session, clock.slot)
    assert (offer.heard, offer.granted, offer.nobody_before) == ((first(session),), (0,), True)
    assert (offer.median_spoken_ms, offer.to_come) == (303_000, (session.order[2],))
    with pytest.raises(ReasonMissing):
        session.grant(MINUTE, "")
    session.grant(MINUTE, "alarm")
    session.grant_to_all(MINUTE, "alarm", "pitch")
    assert [session.state.phase(Slot(each, 1, "pitch")).granted for each in session.order] == [0, MINUTE, MINUTE]  # type: ignore[union-attr]


def test_same_time_goes_to_all_who_remain(session: PitchSession) -> None:
    """Those put off as well; one undo takes it from all of them."""
    session.defer(session.order[1], "late train")
    session.call()
    session.grant_to_all(MINUTE, "alarm", "pitch")
    granted = [session.state.phase(Slot(each, 1, "pitch")).granted for each in session.order]  # type: ignore[union-attr]
    assert granted == [0, MINUTE, MINUTE]
    session.undo()
    assert not any(session.state.phase(Slot(each, 1, "pitch")).granted for each in session.order)  # type: ignore[union-attr]


@pytest.mark.parametrize("end", ["end", "abort"])
def test_end_is_not_undone_over_a_time_that_nobody_measured(session: PitchSession, clocks: Clocks, end: str) -> None:
    """The phase would have gone on while the computer slept: its time is corrected instead, with a reason."""
    session.call()
    session.start()
    clocks.run(MINUTE)
    {"end": session.end, "abort": lambda: session.abort("alarm")}[end]()
    clocks.sleep(MINUTE)
    with pytest.raises(UndoAcrossAbsence):
        session.undo()


def test_incident_is_stopped_first_and_worded_later(session: PitchSession, clocks: Clocks) -> None:
    """Words cost the candidate no second: the clock stops at once, the cause is said afterwards."""
    session.call()
    session.start()
    clocks.run(2 * MINUTE)
    session.pause(incident=True)
    clocks.run(100_000)
    session.describe("projector", incident=True)
    session.resume()
    clock = session.state.open_phase
    assert clock
    (stop,) = clock.stops
    assert (stop.reason, stop.incident, stop.ms) == ("projector", True, 100_000)
    assert clock.remaining_at(clocks.now()) == 3 * MINUTE


def test_changeover_names_who_leaves_and_who_comes_back(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks
) -> None:
    """Between two passages: newly conflicted leave, still conflicted stay out, the others may return."""
    one, two, _ = session.order
    for candidacy, juror in ((one, "J1"), (one, "J2"), (two, "J2"), (two, "J3")):
        record_sheet_state(prepared, STAGE, candidacy, juror, MarkState.RECUSED, reason="manager")
    assert conflicts_at(session) == Conflicts(("J1", "J2"), (), ())
    hear(session, clocks)
    assert conflicts_at(session) == Conflicts(("J3",), ("J2",), ("J1",))
    session.call()
    assert conflicts_at(session) == Conflicts(("J3",), ("J2",), ("J1",))


def test_event_once_written_is_never_changed(session: PitchSession, prepared: SqliteFile, files: SqliteFiles) -> None:
    """Neither the program nor a hand behind its back changes or removes an event of the clock unnoticed."""
    event = session.events[0]
    with prepared.unit() as unit:
        unit.put(replace(event, reason="another"))
        with pytest.raises(ValueError, match="never changed"):
            unit.commit("timing_opened")
    with prepared.unit() as unit:
        unit.remove(event)
        with pytest.raises(ValueError, match="never changed"):
            unit.commit("timing_opened")
    prepared.close()
    with closing(sqlite3.connect(prepared.path)) as connection, connection:
        connection.execute("UPDATE timing_event SET real_ms = real_ms + 1")
    assert ("replay", "") in files.check(prepared.path).problems


def test_event_and_heartbeat_are_one_transaction(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event whose heartbeat cannot be written is not written either."""
    session.call()
    monkeypatch.setattr("jury_desk.storage.heartbeat.WRITE", "INSERT INTO no_such_table VALUES (?, ?, ?, ?, ?, ?, ?)")
    stored = len(prepared.events())
    clocks.run(100)
    session.start()
    (count,) = prepared._connection.execute("SELECT count(*) FROM timing_event").fetchone()
    assert (len(prepared.events()), count) == (stored, 2)
    assert session.unsaved is not None


def test_session_of_another_stage_is_another_session(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks
) -> None:
    """Each stage has its own events, numbers and heartbeat."""
    other = PitchSession(prepared, "final", clocks)
    assert other.state.status is SessionStatus.PREPARED
    assert (other.events, prepared.last_beat("final")) == ([], None)
    assert session.state.status is SessionStatus.LIVE
    assert json.loads(session.events[0].details.format)["phases"][0]["kind"] == PhaseKind.PITCH


def test_withdrawn_candidacy_is_not_called(session: PitchSession, prepared: SqliteFile, clock: Clock) -> None:
    """Who withdraws before being called is not heard; the others go on in their order."""
    one, two, three = session.order
    withdraw(prepared, STAGE, two, "another post", clock)
    assert session.order == [one, three]
    found = timing_evidence(prepared.records, STAGE)
    assert found
    assert [each.candidacy for each in found.passages] == [one, two, three]


def test_candidacy_that_withdraws_while_it_is_heard_keeps_its_passage(
    session: PitchSession, prepared: SqliteFile, clocks: Clocks, clock: Clock
) -> None:
    """The clock goes on, what was measured stays in the evidence, and the next one is called after it."""
    one, two, three = session.order
    session.call()
    session.start()
    clocks.run(MINUTE)
    withdraw(prepared, STAGE, one, "another post", clock)
    assert session.order == [one, two, three]
    focus = session.focus()
    assert focus
    assert (focus.slot.candidacy, focus.spoken_at(clocks.now())) == (one, MINUTE)
    session.end()
    assert session.state.passage(one).called


def test_room_knows_who_is_there(session: PitchSession, prepared: SqliteFile, clocks: Clocks) -> None:
    """Who is late counts from their hour on; who is recused is out for one passage, and of its quorum."""
    arrived = datetime.fromtimestamp(clocks.at.wall_ms / 1000 + 60, UTC).isoformat()
    record_hours(prepared, Tenure(STAGE, "J3", arrived=arrived), [])
    record_sheet_state(prepared, STAGE, first(session), "J1", MarkState.RECUSED, reason="manager")
    before = room_now(session, clocks.now())
    assert (before.present, before.away, before.recused) == (("J1", "J2"), ("J3",), ())
    assert (before.quorum.present, before.quorum.needed, before.quorum.reached) == (2, 2, True)
    session.call()
    clocks.run(MINUTE)
    after = room_now(session, clocks.now())
    assert (after.present, after.away, after.recused) == (("J2", "J3"), (), ("J1",))
    assert (after.quorum.present, after.quorum.total) == (2, 3)


def test_rules_may_count_the_recused_in_the_quorum(session: PitchSession, prepared: SqliteFile, clock: Clock) -> None:
    """A key of the rules; without it they do not count, and both are said in words."""
    record_sheet_state(prepared, STAGE, first(session), "J1", MarkState.RECUSED, reason="manager")
    session.call()
    recused = recusals(prepared.records, STAGE)[first(session)]
    assert quorum_of(prepared.records, STAGE, recused=recused).present == 2
    _, rules = current_rules(prepared.records, STAGE)
    counting = replace(rules, panel={**rules.panel, "recused_in_quorum": True})
    amend_rules(prepared, STAGE, counting, clock, reason="as decided", author="the chair", keep_marks=True)
    assert quorum_of(prepared.records, STAGE, recused=recused).present == 3
    told = session_sentences(counting, "fr")
    assert "Un membre qui se déporte pour une candidature compte dans le quorum du passage." in told


def test_late_jurors_make_no_quorum_at_the_opening(prepared: SqliteFile, clocks: Clocks, clock: Clock) -> None:
    """Two of three who come later: the session waits for them."""
    draw_order(prepared, STAGE, clock, seed="s", witness="w")
    later = datetime.fromtimestamp(clocks.at.wall_ms / 1000 + 60, UTC).isoformat()
    for juror in ("J2", "J3"):
        record_hours(prepared, Tenure(STAGE, juror, arrived=later), [])
    session = PitchSession(prepared, STAGE, clocks)
    with pytest.raises(QuorumNotReached):
        session.open()
    clocks.run(MINUTE)
    session.open()
    assert session.state.status is SessionStatus.LIVE
