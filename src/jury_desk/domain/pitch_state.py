"""Where a session stands: phases with their four sums, passages, the session itself.

Time *spoken*, *granted*, *paused* and *interrupted* are four separate sums, for one figure of « added time » could
prove nothing. What is on time or over it is derived at the instant it is asked for, and never kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jury_desk.domain.instants import Instant, between
from jury_desk.domain.pitch_events import Slot, TimingKind
from jury_desk.domain.pitch_format import PhaseFormat, PhaseKind, SessionFormat

_SECOND = 1000


class PhaseStatus(StrEnum):
    """Where a phase stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    ENDED = "ended"
    SKIPPED = "skipped"

    @property
    def is_open(self) -> bool:
        """Whether the phase has begun and is not over: at most one of a session is."""
        return self in (PhaseStatus.RUNNING, PhaseStatus.PAUSED, PhaseStatus.INTERRUPTED)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be measured."""
        return self in (PhaseStatus.ENDED, PhaseStatus.SKIPPED)


class PassageStatus(StrEnum):
    """Where a passage stands; open and done follow from its phases (docs/decisions/0060)."""

    PLANNED = "planned"
    CALLED = "called"
    OPEN = "open"
    DONE = "done"
    ABSENT = "absent"
    DEFERRED = "deferred"
    ABORTED = "aborted"


class SessionStatus(StrEnum):
    """Where the session stands."""

    PREPARED = "prepared"
    LIVE = "live"
    CLOSED = "closed"


class Pace(StrEnum):
    """What the clock says of a phase at an instant: time left, time to conclude, time up, over it."""

    ON_TIME = "on_time"
    WARNING = "warning"
    TIME_UP = "time_up"
    OVERTIME = "overtime"


@dataclass(frozen=True, slots=True)
class Grant:
    """Time given to a phase, or taken from it when negative."""

    at: Instant
    ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A pause; ``ms`` is how long it has lasted as far as it is closed."""

    at: Instant
    reason: str
    incident: bool
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Outage:
    """A time during which nobody measured, and what the chair decided about it.

    Attributes:
        alive: the last instant known to be good.
        back: when measuring began again.
        gap_ms: the time between, estimated when not ``exact``.
        chargeable: whether it may be counted as spoken: not the second one in a row.
        charged_ms: what was counted as spoken; the rest is neither spoken nor lost, but interrupted.
        waited_ms: from coming back to the decision; booked as paused.
        decided: whether the chair has answered.
    """

    alive: Instant
    back: Instant
    gap_ms: int
    exact: bool
    cause: str
    chargeable: bool
    charged_ms: int = 0
    waited_ms: int = 0
    decided: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A time replaced after the phase; ``former_ms`` is what it replaced."""

    at: Instant
    former_ms: int
    ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """An opening, a closing or a reopening, and what for when a reason was asked."""

    kind: TimingKind
    at: Instant
    reason: str


@dataclass(frozen=True, slots=True)
class PhaseClock:
    """One phase of one attempt. The sums hold closed segments only; the ``…_at`` methods add the one under way.

    Attributes:
        allotted: what the format gives, without what was granted.
        extra: an accommodation (aménagement), part of this passage's allotment.
        undecided: time of an interruption that the chair may still count as spoken.
        since: the beginning of the segment or pause under way.
        resumed: when measuring began again after an interruption still undecided.
        backdated: by how much the start was put back.
    """

    slot: Slot
    format: PhaseFormat
    extra: int = 0
    status: PhaseStatus = PhaseStatus.READY
    spoken: int = 0
    granted: int = 0
    paused: int = 0
    interrupted: int = 0
    undecided: int = 0
    since: Instant | None = None
    resumed: Instant | None = None
    started: Instant | None = None
    ended: Instant | None = None
    ended_by: str = ""
    backdated: int = 0
    reason: str = ""
    grants: tuple[Grant, ...] = ()
    stops: tuple[Stop, ...] = ()
    outages: tuple[Outage, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def kind(self) -> PhaseKind:
        """What the phase is for."""
        return self.format.kind

    @property
    def counts(self) -> bool:
        """Whether its time is the candidate's."""
        return self.format.counts

    @property
    def allotted(self) -> int:
        """The time allotted: that of the format, with an accommodation."""
        return self.format.allotted_ms + self.extra

    @property
    def available(self) -> int:
        """The time allotted and granted."""
        return self.allotted + self.granted

    def spoken_at(self, now: Instant) -> int:
        """The time spoken, with the segment under way."""
        return self.spoken + self._under_way(PhaseStatus.RUNNING, self.since, now)

    def paused_at(self, now: Instant) -> int:
        """The time paused, with the pause under way and the wait for a decision."""
        pause = self._under_way(PhaseStatus.PAUSED, self.since, now)
        return self.paused + pause + self._under_way(PhaseStatus.INTERRUPTED, self.resumed, now)

    def interrupted_at(self, _now: Instant) -> int:
        """The time interrupted: what is decided and what is not."""
        return self.interrupted + self.undecided

    def incidents_at(self, now: Instant) -> int:
        """The time of the pauses that were incidents: who reads the sums takes them for interruptions."""
        running = bool(self.stops) and self.stops[-1].incident
        closed = sum(stop.ms for stop in self.stops if stop.incident)
        return closed + (self._under_way(PhaseStatus.PAUSED, self.since, now) if running else 0)

    def remaining_at(self, now: Instant) -> int:
        """The time left; negative once it is used up."""
        return self.available - self.spoken_at(now)

    def pace_at(self, now: Instant) -> Pace:
        """What the clock says at ``now``."""
        return pace_of(self.remaining_at(now), self.format.warnings_ms)

    def _under_way(self, status: PhaseStatus, since: Instant | None, now: Instant) -> int:
        return now.real_ms - since.real_ms if self.status is status and since else 0


def pace_of(remaining: int, warnings: tuple[int, ...]) -> Pace:
    """What a remaining time means; the time is up for the one second in which a clock shows 0:00."""
    if remaining <= -_SECOND:
        return Pace.OVERTIME
    if remaining <= 0:
        return Pace.TIME_UP
    return Pace.WARNING if any(remaining <= warning for warning in warnings) else Pace.ON_TIME


@dataclass(frozen=True, slots=True)
class Passage:
    """One attempt of one candidacy's passage; ``reason`` says why it is absent, deferred or aborted."""

    candidacy: str
    attempt: int = 1
    status: PassageStatus = PassageStatus.PLANNED
    called: Instant | None = None
    reason: str = ""

    @property
    def is_current(self) -> bool:
        """Whether it has been called and is not over."""
        return self.status in (PassageStatus.CALLED, PassageStatus.OPEN)

    @property
    def waits(self) -> bool:
        """Whether it is still to be heard."""
        return self.status in (PassageStatus.PLANNED, PassageStatus.DEFERRED)

    @property
    def is_over(self) -> bool:
        """Whether it will not go on."""
        return self.status in (PassageStatus.DONE, PassageStatus.ABSENT, PassageStatus.ABORTED)


@dataclass(frozen=True, slots=True)
class SessionState:
    """What the events of a session come to.

    Attributes:
        format: frozen when the session opened; before, the one that the rules would give now.
        opened: when it opened first; ``closed`` when it closed last, unless it was opened again.
        milestones: every opening and closing.
        phases: those touched by an event, by slot; the others are ready.
        attempts: of the candidacies touched by an event, by candidacy; the last is the newest.
        extras: the accommodations, by candidacy and phase; they are in the allotments already.
        counted: which attempt counts, where the chair said so.
        latest: the passage called last, over or not; ``before`` is the candidacy called before it.
        idle_since: when nothing has been going on: since the last end, or the opening.
        events: how many events there are.
    """

    stage: str
    format: SessionFormat
    status: SessionStatus = SessionStatus.PREPARED
    opened: Instant | None = None
    closed: Instant | None = None
    milestones: tuple[Milestone, ...] = ()
    phases: Mapping[Slot, PhaseClock] = field(default_factory=dict)
    attempts: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    extras: Mapping[tuple[str, str], int] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    latest: Passage | None = None
    before: str = ""
    idle_since: Instant | None = None
    events: int = 0

    def phase(self, slot: Slot) -> PhaseClock | None:
        """A phase; ``None`` when the format has none of that id."""
        found = self.phases.get(slot)
        if found is not None:
            return found
        shape = self.format.phase(slot.phase, of_passage=bool(slot.candidacy))
        return None if shape is None else PhaseClock(slot, shape, self.extras.get((slot.candidacy, slot.phase), 0))

    def phases_of(self, passage: Passage) -> tuple[PhaseClock, ...]:
        """The phases of a passage, in the order of the format."""
        slots = (Slot(passage.candidacy, passage.attempt, each.id) for each in self.format.phases)
        return tuple(found for slot in slots if (found := self.phase(slot)))

    def phases_of_session(self) -> tuple[PhaseClock, ...]:
        """The phases that belong to no passage: opening, breaks, deliberation."""
        slots = (Slot("", 1, each.id) for each in self.format.of_the_session)
        return tuple(found for slot in slots if (found := self.phase(slot)))

    def passage(self, candidacy: str) -> Passage:
        """The newest attempt of a candidacy; planned where nothing has happened."""
        attempts = self.attempts.get(candidacy)
        return attempts[-1] if attempts else Passage(candidacy)

    def counting(self, candidacy: str) -> Passage:
        """The attempt that counts: the one that the chair named, else the newest."""
        attempts = self.attempts.get(candidacy, (Passage(candidacy),))
        chosen = self.counted.get(candidacy)
        return next((each for each in attempts if each.attempt == chosen), attempts[-1])

    @property
    def open_phase(self) -> PhaseClock | None:
        """The phase that runs, is paused or is interrupted; there is one at most."""
        return next((phase for phase in self.phases.values() if phase.status.is_open), None)

    @property
    def current(self) -> Passage | None:
        """The passage called and not over."""
        return next((each for each in self._passages() if each.is_current), None)

    def idle_at(self, now: Instant) -> int:
        """How long nothing has been going on; nothing while a phase is open or before the opening."""
        if self.open_phase or self.idle_since is None:
            return 0
        return max(0, between(self.idle_since, now))

    def _passages(self) -> Iterator[Passage]:
        for attempts in self.attempts.values():
            yield from attempts
