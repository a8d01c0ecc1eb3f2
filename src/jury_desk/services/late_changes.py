"""What changes once a session is prepared or under way: each a guided act with its rule, its reason and its footnote.

The rules behind them are settled beforehand: marks are never filled in afterwards; a mark stays that of whoever gave
it; a candidacy that withdraws keeps its marks and has no place, and nobody else's result hangs on them.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.edition import RulesVersion, Stage
from jury_desk.domain.errors import (
    AlreadyThere,
    LeavesBeforeArriving,
    NotInStage,
    NotOnPanel,
    ReasonMissing,
    RulesNotFrozen,
)
from jury_desk.domain.jury import Juror, Member, Presence, Role
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.records import Entity, Records
from jury_desk.services.attendance import absences_of, check_attendance, put_attendance, replacements, tenure_of
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import Clock, JuryFile, Unit
from jury_desk.services.preparation import current_rules, entries, next_juror_id, next_seat


def record_hours(file: JuryFile, tenure: Tenure, missed: Collection[str]) -> ChangeSet:
    """Note when a member arrived or left, and which passages they missed for it; those they give no mark.

    Args:
        file: the open file.
        tenure: the member with the hours.
        missed: every passage the member was not there for; one noted before and not named now was heard after all.

    Raises:
        NotOnPanel, NotInStage: nobody of that name sits, or nothing of that name is heard.
        LeavesBeforeArriving.
    """
    records, stage, juror = file.records, tenure.stage, tenure.juror
    _need_member(records, stage, juror)
    if tenure.arrived and tenure.left and _moment(tenure.left) <= _moment(tenure.arrived):
        raise LeavesBeforeArriving(records.need(Juror, juror).name)
    with file.unit() as unit:
        _put_tenure(unit, records, tenure)
        for attendance in _missed_and_heard(records, stage, juror, missed):
            check_attendance(records, attendance)
            put_attendance(unit, records, attendance)
        return unit.commit("hours_recorded", reason=tenure.reason)


def replace_member(
    file: JuryFile, leaving: Member, alternate: Juror, *, heard: Collection[str], reason: str, at: str = ""
) -> ChangeSet:
    """Give a member's seat to an alternate, who hears the passages named; the others stay those of who leaves.

    Marks given before stay with whoever gave them; the one who leaves gives none for what the alternate hears.

    Args:
        file: the open file.
        leaving: the member whose seat changes hands.
        alternate: a person of the file, or a new one with an empty id.
        heard: the passages that the alternate hears.
        reason: printed in the minutes.
        at: UTC instant of the change; empty: before the session.

    Raises:
        ReasonMissing: without a reason.
        NotOnPanel, NotInStage: nobody of that name sits, or nothing of that name is heard.
        AlreadyThere: the seat has changed hands already, or the alternate has a seat.
    """
    records, stage = file.records, leaving.stage
    if not reason.strip():
        raise ReasonMissing("member_replaced")
    seat = _need_member(records, stage, leaving.juror)
    if leaving.juror in replacements(records, stage):
        raise AlreadyThere("member", records.need(Juror, replacements(records, stage)[leaving.juror]).name)
    person = replace(alternate, id=alternate.id or next_juror_id(file))
    if records.get(Member, stage, person.id):
        raise AlreadyThere("member", person.name)
    with file.unit() as unit:
        for entity in _handed_over(records, seat, person, at, reason.strip()):
            unit.put(entity)
        for entry in entries(records, stage):
            absent = leaving.juror if entry.candidacy in heard else person.id
            put_attendance(unit, records, Attendance(stage, entry.candidacy, absent, Presence.ABSENT))
        return unit.commit("member_replaced", reason=reason.strip())


def withdraw(file: JuryFile, stage: str, candidacy: str, reason: str, clock: Clock) -> ChangeSet:
    """Record that a candidacy withdraws: it has no place, its marks stay printed, and nobody else's result changes.

    Raises:
        ReasonMissing: without a reason.
        NotInStage: it does not take part.
        AlreadyThere: it has withdrawn already.
    """
    records = file.records
    if not reason.strip():
        raise ReasonMissing("candidacy_withdrawn")
    found = _need_entry(records, stage, candidacy)
    change = ListChange(stage, candidacy, ListChangeKind.WITHDRAWN, _now(clock), reason.strip())
    if records.get(ListChange, *change.key):
        raise AlreadyThere("withdrawal", found.title)
    with file.unit() as unit:
        unit.put(change)
        unit.put(replace(found, admissibility=Admissibility.WITHDRAWN, reason=reason.strip()))
        return unit.commit("candidacy_withdrawn", reason=reason.strip())


def take_withdrawal_back(file: JuryFile, stage: str, candidacy: str) -> ChangeSet:
    """Let a candidacy that had withdrawn take part again; nothing happens to one that had not.

    Raises:
        NotInStage: it does not take part.
    """
    records = file.records
    found = _need_entry(records, stage, candidacy)
    with file.unit() as unit:
        change = records.get(ListChange, stage, candidacy, ListChangeKind.WITHDRAWN)
        if change is not None:
            unit.remove(change)
        if found.admissibility is Admissibility.WITHDRAWN:
            unit.put(replace(found, admissibility=Admissibility.ADMISSIBLE, reason=""))
        return unit.commit("withdrawal_taken_back")


def comes_late(records: Records, stage: str) -> bool:
    """Whether a candidacy taken in now comes late: the rules are frozen, and others are on the list."""
    versions = records.within(RulesVersion, stage)
    return any(version.frozen for version in versions) and bool(records.within(Entry, stage))


def join_late(file: JuryFile, stage: str, candidacy: str, reason: str, clock: Clock) -> ChangeSet:
    """Take a candidacy in after the rules were frozen, at the end of the order of passage.

    Raises:
        ReasonMissing: without a reason.
        RulesNotFrozen: the list is still open, and takes a candidacy in without more.
        AlreadyThere: it takes part already.
        Unknown: the file holds none.
    """
    records = file.records
    if not reason.strip():
        raise ReasonMissing("candidacy_joined")
    version, _ = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    found = records.need(Candidacy, candidacy)
    if records.get(Entry, stage, candidacy):
        raise AlreadyThere("entry", found.title)
    last = max((entry.position for entry in records.within(Entry, stage)), default=0)
    with file.unit() as unit:
        unit.put(Entry(stage, candidacy, last + 1))
        unit.put(ListChange(stage, candidacy, ListChangeKind.JOINED, _now(clock), reason.strip()))
        for gone in replacements(records, stage):
            unit.put(Attendance(stage, candidacy, gone, Presence.ABSENT))
        return unit.commit("candidacy_joined", reason=reason.strip())


def _missed_and_heard(records: Records, stage: str, juror: str, missed: Collection[str]) -> Iterator[Attendance]:
    known = {each.candidacy: each for each in absences_of(records, stage) if each.juror == juror}
    for candidacy in missed:
        yield known.get(candidacy, Attendance(stage, candidacy, juror, Presence.ABSENT))
    for candidacy, absence in known.items():
        if candidacy not in missed:
            yield replace(absence, presence=Presence.PRESENT, reason="", override="")


def _put_tenure(unit: Unit, records: Records, tenure: Tenure) -> None:
    if tenure != Tenure(tenure.stage, tenure.juror):
        unit.put(tenure)
    elif records.get(Tenure, *tenure.key):
        unit.remove(tenure)


def _handed_over(records: Records, leaving: Member, person: Juror, at: str, reason: str) -> Iterator[Entity]:
    stage = leaving.stage
    if records.get(Juror, person.id) is None:
        yield person
    yield Member(stage, person.id, next_seat(records, stage), role=Role.MEMBER, voice=leaving.voice)
    # Whoever has left neither votes nor counts in the quorum.
    yield replace(leaving, presence=Presence.EXCUSED)
    yield Tenure(stage, person.id, arrived=at, replaces=leaving.juror, reason=reason)
    if at:
        yield replace(tenure_of(records, stage, leaving.juror), left=at)


def _need_member(records: Records, stage: str, juror: str) -> Member:
    """The seat as the file has it: what a form was opened with may have changed since."""
    seat = records.get(Member, stage, juror)
    if seat is None:
        found = records.get(Juror, juror)
        raise NotOnPanel(found.name if found else juror, records.need(Stage, stage).name)
    return seat


def _need_entry(records: Records, stage: str, candidacy: str) -> Candidacy:
    found = records.get(Candidacy, candidacy)
    if found is None or records.get(Entry, stage, candidacy) is None:
        raise NotInStage(found.title if found else candidacy, records.need(Stage, stage).name)
    return found


def _moment(iso: str) -> datetime:
    return datetime.fromisoformat(iso)


def _now(clock: Clock) -> str:
    return clock.now().isoformat(timespec="seconds")
