"""What the console shows beside the clock: the forecast, what a grant means for the others, who has to leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from jury_desk.domain.instants import Instant
from jury_desk.domain.jury import TAKES_PART
from jury_desk.domain.pitch_equality import GrantOffer
from jury_desk.domain.pitch_equality import grant_offer as offer_of
from jury_desk.domain.pitch_events import Slot, TimingEvent
from jury_desk.domain.pitch_evidence import TimingEvidence, evidence
from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_presence import Conflicts, Quorum, conflicts
from jury_desk.domain.pitch_schedule import Forecast, forecast
from jury_desk.domain.records import Records
from jury_desk.services.attendance import seated
from jury_desk.services.bars import recusal_bar
from jury_desk.services.pitch_conditions import away_at, quorum_of
from jury_desk.services.pitches import PitchSession, session_state
from jury_desk.services.preparation import entries, panel
from jury_desk.services.recusals import recused_jurors
from jury_desk.services.running_order import orders


def schedule_of(session: PitchSession, now: Instant) -> Forecast:
    """How the session goes beside its plan, seen at ``now``."""
    return forecast(session.state, session.order, now)


def grant_offer(session: PitchSession, slot: Slot) -> GrantOffer:
    """What giving ``slot`` more time means for those heard before and for those to come."""
    return offer_of(session.state, session.order, slot)


def timing_evidence(records: Records, stage: str) -> TimingEvidence | None:
    """What the clock and the draws of a stage prove; ``None`` where neither was used."""
    drawn = orders(records, stage)
    if not drawn and not records.within(TimingEvent, stage):
        return None
    order = [entry.candidacy for entry in entries(records, stage)]
    return evidence(session_state(records, stage), order, drawn)


@dataclass(frozen=True, slots=True)
class RoomNow:
    """Who of the panel is in the room at an instant, by juror id, in the order of the panel.

    Attributes:
        present: there, on site or remote.
        away: not come yet, gone, or not expected.
        recused: there for the others and out of the passage called.
        quorum: whether enough voting members are there; who is recused on the passage called counts as the rules say.
    """

    present: tuple[str, ...]
    away: tuple[str, ...]
    recused: tuple[str, ...]
    quorum: Quorum


def room_now(session: PitchSession, now: Instant) -> RoomNow:
    """Who is in the room, by the presence and the hours noted of each seat, and the recusals on the passage called."""
    records, stage, passage = session.records, session.stage, session.state.current
    seats = [member for member, _ in seated(records, stage)]
    gone = away_at(records, stage, now)
    out = recusals(records, stage).get(passage.candidacy, frozenset()) if passage else frozenset()
    there = [each.juror for each in seats if each.presence in TAKES_PART and each.juror not in gone]
    return RoomNow(
        present=tuple(juror for juror in there if juror not in out),
        away=tuple(each.juror for each in seats if each.juror not in there),
        recused=tuple(juror for juror in there if juror in out),
        quorum=quorum_of(records, stage, gone, out),
    )


def recusals(records: Records, stage: str) -> Mapping[str, frozenset[str]]:
    """The jurors recused on each candidacy of a stage."""
    every = ((entry.candidacy, recused_jurors(records, stage, entry.candidacy)) for entry in entries(records, stage))
    return {candidacy: frozenset(jurors) for candidacy, jurors in every if jurors}


def conflicts_at(session: PitchSession) -> Conflicts:
    """Who leaves, stays out and may come back: for the passage called, or for the next one while none is."""
    before, after = _changeover(session)
    named = [member.juror for member, _ in panel(session.records, session.stage)]
    return conflicts(recusals(session.records, session.stage), before, after, panel=named)


def coming(session: PitchSession) -> str:
    """The candidacy of the passage called, or of the next one while none is; empty at the end."""
    return _changeover(session)[1]


def to_leave(session: PitchSession) -> tuple[str, ...]:
    """Who must leave and is not noted as having left."""
    records, stage, candidacy = session.records, session.stage, coming(session)
    bars = {each: recusal_bar(records, stage, candidacy, each) for each in conflicts_at(session).newly}
    return tuple(juror for juror, bar in bars.items() if bar is None or not bar.left_at)


def _changeover(session: PitchSession) -> tuple[str, str]:
    """The candidacy heard before, and the one that comes."""
    state = session.state
    called = state.latest.candidacy if state.latest else ""
    left = waiting(state, session.order)
    return (state.before, called) if state.current else (called, left[0].candidacy if left else "")
