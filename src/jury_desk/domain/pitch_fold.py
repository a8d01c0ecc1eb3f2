"""From the events of a session to where it stands: a fold that never refuses; what may happen is judged before.

Events taken back are left out, so that undoing is exactly what would have been without them.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from jury_desk.domain.documents import from_document
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_events import EndedBy, Slot, Then, TimingEvent, TimingKind
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_state import (
    Correction,
    Grant,
    Milestone,
    Outage,
    Passage,
    PassageStatus,
    PhaseClock,
    PhaseStatus,
    SessionState,
    SessionStatus,
    Stop,
)


def fold(stage: str, fallback: SessionFormat, events: Iterable[TimingEvent]) -> SessionState:
    """Where a session stands after ``events``.

    Args:
        stage: the stage whose session it is.
        fallback: the format before the session has opened with its own.
        events: in any order; their numbers say which one came first.
    """
    given = sorted(events, key=lambda event: event.seq)
    undone = undone_seqs(given)
    folding = _Folding(fallback)
    for event in given:
        if event.seq not in undone:
            folding.take(event)
    return folding.state(stage, len(given))


def undone_seqs(events: Sequence[TimingEvent]) -> frozenset[int]:
    """The numbers of the events taken back, with all those of a group."""
    targets = frozenset(event.details.target for event in events if event.kind is TimingKind.UNDONE)
    return frozenset(event.seq for event in events if {event.seq, event.details.group} & targets)


def frozen_format(events: Sequence[TimingEvent]) -> SessionFormat | None:
    """The format with which the session opened; ``None`` before."""
    opened = next((event for event in events if event.kind is TimingKind.OPENED), None)
    return None if opened is None else from_document(SessionFormat, json.loads(opened.details.format))


class _Folding:
    """The state under way, changed event by event; each phase and passage in it is a frozen value."""

    def __init__(self, fallback: SessionFormat) -> None:
        self.format = fallback
        self.status = SessionStatus.PREPARED
        self.opened: Instant | None = None
        self.closed: Instant | None = None
        self.milestones: list[Milestone] = []
        self.phases: dict[Slot, PhaseClock] = {}
        self.extras: dict[tuple[str, str], int] = {}
        self.attempts: dict[str, tuple[Passage, ...]] = {}
        self.counted: dict[str, int] = {}
        self.latest = ("", 0)
        self.before = ""
        self.idle_since: Instant | None = None

    def take(self, event: TimingEvent) -> None:
        """Carry one event out."""
        of_session = _OF_SESSION.get(event.kind)
        if event.kind in _MILESTONES:
            self.milestones.append(Milestone(event.kind, event.at, event.reason))
        if of_session:
            of_session(self, event)
            return
        of_phase = _OF_PHASE.get(event.kind)
        clock = self._clock(event.slot) if of_phase else None
        if of_phase and clock:
            self.phases[event.slot] = after = of_phase(clock, event)
            if clock.status.is_open and not after.status.is_open:
                self.idle_since = event.at

    def state(self, stage: str, events: int) -> SessionState:
        """What has come out."""
        attempts = {candidacy: tuple(map(self._standing, each)) for candidacy, each in self.attempts.items()}
        candidacy, attempt = self.latest
        latest = next((each for each in attempts.get(candidacy, ()) if each.attempt == attempt), None)
        return SessionState(
            stage=stage,
            format=self.format,
            status=self.status,
            opened=self.opened,
            closed=self.closed,
            milestones=tuple(self.milestones),
            phases=self.phases,
            attempts=attempts,
            extras=self.extras,
            counted=self.counted,
            latest=latest,
            before=self.before,
            idle_since=self.idle_since,
            events=events,
        )

    def put_passage(self, passage: Passage) -> None:
        """Keep an attempt in place of the one of its number."""
        others = self.attempts.get(passage.candidacy, ())
        self.attempts[passage.candidacy] = (*(each for each in others if each.attempt != passage.attempt), passage)

    def _clock(self, slot: Slot) -> PhaseClock | None:
        found = self.phases.get(slot)
        if found is not None:
            return found
        shape = self.format.phase(slot.phase, of_passage=bool(slot.candidacy))
        return PhaseClock(slot, shape, self.extras.get((slot.candidacy, slot.phase), 0)) if shape else None

    def _standing(self, passage: Passage) -> Passage:
        """A passage called is open from the first phase begun, and done once those that count are over."""
        if passage.status is not PassageStatus.CALLED:
            return passage
        slots = [Slot(passage.candidacy, passage.attempt, each.id) for each in self.format.phases]
        statuses = {slot.phase: self.phases[slot].status for slot in slots if slot in self.phases}
        counting = self.format.counting or self.format.phases
        if all(statuses.get(each.id, PhaseStatus.READY).is_over for each in counting):
            return replace(passage, status=PassageStatus.DONE)
        begun = any(status is not PhaseStatus.READY for status in statuses.values())
        return replace(passage, status=PassageStatus.OPEN) if begun else passage


_MILESTONES = (TimingKind.OPENED, TimingKind.CLOSED, TimingKind.REOPENED)


def _opened(folding: _Folding, event: TimingEvent) -> None:
    folding.format = from_document(SessionFormat, json.loads(event.details.format))
    folding.status = SessionStatus.LIVE
    folding.opened = folding.idle_since = event.at


def _closed(folding: _Folding, event: TimingEvent) -> None:
    folding.status = SessionStatus.CLOSED
    folding.closed = event.at


def _reopened(folding: _Folding, event: TimingEvent) -> None:
    folding.status = SessionStatus.LIVE
    folding.closed = None
    folding.idle_since = event.at


def _called(folding: _Folding, event: TimingEvent) -> None:
    folding.put_passage(
        Passage(event.candidacy, event.attempt, PassageStatus.CALLED, event.at, event.reason),
    )
    folding.before, folding.latest = folding.latest[0], (event.candidacy, event.attempt)


def _absent(folding: _Folding, event: TimingEvent) -> None:
    folding.put_passage(Passage(event.candidacy, event.attempt, PassageStatus.ABSENT, reason=event.reason))


def _deferred(folding: _Folding, event: TimingEvent) -> None:
    folding.put_passage(Passage(event.candidacy, event.attempt, PassageStatus.DEFERRED, reason=event.reason))


def _aborted(folding: _Folding, event: TimingEvent) -> None:
    """Stop an attempt: a phase under way ends with it, and a new attempt is planned when it is to be heard again."""
    called = next(each.called for each in folding.attempts[event.candidacy] if each.attempt == event.attempt)
    for slot, clock in folding.phases.items():
        if slot[:2] == (event.candidacy, event.attempt) and clock.status.is_open:
            folding.phases[slot] = replace(_close(clock, event.at), ended_by=EndedBy.CHAIR.value, reason=event.reason)
            folding.idle_since = event.at
    folding.put_passage(Passage(event.candidacy, event.attempt, PassageStatus.ABORTED, called, event.reason))
    if event.details.rehear:
        folding.put_passage(Passage(event.candidacy, event.attempt + 1))


def _counted(folding: _Folding, event: TimingEvent) -> None:
    folding.counted[event.candidacy] = event.attempt


def _accommodated(folding: _Folding, event: TimingEvent) -> None:
    folding.extras[event.candidacy, event.phase] = event.details.ms
    for slot, clock in folding.phases.items():
        if (slot.candidacy, slot.phase) == (event.candidacy, event.phase) and clock.status is PhaseStatus.READY:
            folding.phases[slot] = replace(clock, extra=event.details.ms)


_OF_SESSION: dict[TimingKind, Callable[[_Folding, TimingEvent], None]] = {
    TimingKind.OPENED: _opened,
    TimingKind.CLOSED: _closed,
    TimingKind.REOPENED: _reopened,
    TimingKind.CALLED: _called,
    TimingKind.ABSENT: _absent,
    TimingKind.DEFERRED: _deferred,
    TimingKind.ABORTED: _aborted,
    TimingKind.COUNTED: _counted,
    TimingKind.ACCOMMODATED: _accommodated,
}


def _started(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    since = event.at.moved(-event.details.ms)
    return replace(clock, status=PhaseStatus.RUNNING, since=since, started=since, backdated=event.details.ms)


def _paused(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    return _stopped(_settle(clock, event.at), event.at, event.reason, incident=event.details.incident)


def _described(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    *stops, last = clock.stops
    words = replace(last, reason=event.reason, incident=last.incident or event.details.incident)
    return replace(clock, stops=(*stops, words))


def _resumed(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    return replace(_settle(clock, event.at), status=PhaseStatus.RUNNING, since=event.at)


def _ended(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    return replace(_close(clock, event.at), ended_by=event.details.by, reason=event.reason)


def _skipped(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    return replace(clock, status=PhaseStatus.SKIPPED, ended=event.at, reason=event.reason)


def _granted(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    grant = Grant(event.at, event.details.ms, event.reason)
    return replace(clock, granted=clock.granted + grant.ms, grants=(*clock.grants, grant))


def _corrected(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    correction = Correction(event.at, clock.spoken, event.details.ms, event.reason)
    return replace(clock, spoken=correction.ms, corrections=(*clock.corrections, correction))


def _interrupted(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    """Book what was measured up to the last good instant; the gap waits for a decision, or none when it is a second."""
    details = event.details
    alive = details.alive or event.at
    again = clock.status is PhaseStatus.INTERRUPTED
    outage = Outage(alive, event.at, details.gap_ms, details.exact, details.cause, chargeable=not again)
    settled = _settle(clock, alive)
    return replace(
        settled,
        status=PhaseStatus.INTERRUPTED,
        since=None,
        resumed=event.at,
        undecided=settled.undecided + (0 if again else details.gap_ms),
        interrupted=settled.interrupted + (details.gap_ms if again else 0),
        outages=(*settled.outages, outage),
    )


def _resolved(clock: PhaseClock, event: TimingEvent) -> PhaseClock:
    """Book the chair's decision; the time from coming back to it is a pause."""
    charge = event.details.charge_ms
    settled = _settle(clock, event.at)
    decided = replace(
        settled,
        spoken=settled.spoken + charge,
        interrupted=settled.interrupted + settled.undecided - charge,
        undecided=0,
        outages=tuple(_decided(each, charge, event.reason) for each in settled.outages),
    )
    match event.details.then:
        case Then.RUNNING:
            return replace(decided, status=PhaseStatus.RUNNING, since=event.at)
        case Then.PAUSED:
            return _stopped(decided, event.at, event.reason, incident=False)
        case _:
            ended = replace(decided, status=PhaseStatus.ENDED, ended=event.at, ended_by=EndedBy.CHAIR.value)
            return replace(ended, reason=event.reason)


def _decided(outage: Outage, charge: int, reason: str) -> Outage:
    if outage.decided:
        return outage
    return replace(outage, decided=True, charged_ms=charge if outage.chargeable else 0, reason=reason)


def _stopped(clock: PhaseClock, at: Instant, reason: str, *, incident: bool) -> PhaseClock:
    stops = (*clock.stops, Stop(at, reason, incident))
    return replace(clock, status=PhaseStatus.PAUSED, since=at, stops=stops)


def _close(clock: PhaseClock, at: Instant) -> PhaseClock:
    return replace(_settle(clock, at), status=PhaseStatus.ENDED, ended=at)


def _settle(clock: PhaseClock, at: Instant) -> PhaseClock:
    """Book what is under way up to ``at``, into the sum it belongs to; the status stays for the caller to change."""
    match clock.status:
        case PhaseStatus.RUNNING if clock.since:
            spoken = clock.spoken + at.real_ms - clock.since.real_ms
            return replace(clock, spoken=spoken, since=None)
        case PhaseStatus.PAUSED if clock.since:
            time = at.real_ms - clock.since.real_ms
            *stops, last = clock.stops
            lengthened = (*stops, replace(last, ms=last.ms + time))
            return replace(clock, paused=clock.paused + time, since=None, stops=lengthened)
        case PhaseStatus.INTERRUPTED if clock.resumed:
            time = at.real_ms - clock.resumed.real_ms
            *outages, last_outage = clock.outages
            waited = (*outages, replace(last_outage, waited_ms=last_outage.waited_ms + time))
            return replace(clock, paused=clock.paused + time, resumed=None, outages=waited)
        case _:
            return clock


_OF_PHASE: dict[TimingKind, Callable[[PhaseClock, TimingEvent], PhaseClock]] = {
    TimingKind.STARTED: _started,
    TimingKind.PAUSED: _paused,
    TimingKind.DESCRIBED: _described,
    TimingKind.RESUMED: _resumed,
    TimingKind.ENDED: _ended,
    TimingKind.SKIPPED: _skipped,
    TimingKind.GRANTED: _granted,
    TimingKind.CORRECTED: _corrected,
    TimingKind.INTERRUPTED: _interrupted,
    TimingKind.RESOLVED: _resolved,
}
