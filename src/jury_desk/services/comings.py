"""A member who comes in or leaves while a session goes on: one act, and what it means for each passage.

Who was not there for the whole of a passage gives no mark on it (field page, safeguard 4). So an arrival notes the
absence from every passage called before it; a departure notes the presence at those heard or stopped, and the absence
from the one under way.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.jury import TAKES_PART, Member, Presence
from jury_desk.domain.pitch_state import PassageStatus, SessionState, SessionStatus
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.attendance import put_attendance, tenure_of
from jury_desk.services.changes import ChangeSet
from jury_desk.services.pitches import order_of, session_state
from jury_desk.services.ports import Clock, JuryFile


def note_presence(file: JuryFile, stage: str, juror: str, presence: Presence, clock: Clock) -> ChangeSet:
    """Note that a member is there or is not, from now on; before a session opens, from its beginning.

    Raises:
        Unknown: no such seat.
    """
    member = file.records.need(Member, stage, juror)
    state = session_state(file.records, stage)
    came, left = _turned(member.presence, presence)
    with file.unit() as unit:
        unit.put(replace(member, presence=presence))
        if state.status is SessionStatus.LIVE and (came or left):
            unit.put(_tenure(file.records, member, clock, came=came))
            for attendance in _attendances(file.records, state, member, came=came):
                put_attendance(unit, file.records, attendance)
        return unit.commit("presence_noted")


def _turned(before: Presence, after: Presence) -> tuple[bool, bool]:
    """Whether a member has come in, and whether they have left."""
    there, is_there = before in TAKES_PART, after in TAKES_PART
    return is_there and not there, there and not is_there


def _tenure(records: Records, member: Member, clock: Clock, *, came: bool) -> Tenure:
    """The hour of it; who comes back is there again, from the hour at which they first came."""
    former, now = (
        tenure_of(records, member.stage, member.juror),
        clock.now().astimezone(UTC).isoformat(timespec="seconds"),
    )
    if not came:
        return replace(former, left=now)
    return replace(former, left="") if former.left else replace(former, arrived=now)


def _attendances(records: Records, state: SessionState, member: Member, *, came: bool) -> Iterator[Attendance]:
    """What it means for the passages called so far and of which nothing is noted yet."""
    for candidacy in order_of(records, member.stage):
        status = state.passage(candidacy).status
        begun = status in (PassageStatus.CALLED, PassageStatus.OPEN, PassageStatus.DONE, PassageStatus.ABORTED)
        if not begun or records.get(Attendance, member.stage, candidacy, member.juror):
            continue
        heard = not came and status in (PassageStatus.DONE, PassageStatus.ABORTED)
        marked = any(each.juror == member.juror for each in records.within(RecordedMark, member.stage, candidacy))
        if heard or not (came and marked):
            presence = Presence.PRESENT if heard else Presence.ABSENT
            yield Attendance(member.stage, candidacy, member.juror, presence)
