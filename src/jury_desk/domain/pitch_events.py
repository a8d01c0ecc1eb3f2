"""What happens to the clock of a session, as events that are only ever added."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, NamedTuple

from jury_desk.domain.instants import Instant


class Slot(NamedTuple):
    """Which phase of which attempt of which passage; a phase of the session itself has no candidacy."""

    candidacy: str
    attempt: int
    phase: str


class TimingKind(StrEnum):
    """The events, those of the session first; the last ones are notes that change nothing."""

    OPENED = "opened"
    CLOSED = "closed"
    REOPENED = "reopened"
    CALLED = "called"
    ABSENT = "absent"
    DEFERRED = "deferred"
    ABORTED = "aborted"
    COUNTED = "counted"
    ACCOMMODATED = "accommodated"
    STARTED = "started"
    PAUSED = "paused"
    DESCRIBED = "described"
    RESUMED = "resumed"
    ENDED = "ended"
    SKIPPED = "skipped"
    GRANTED = "granted"
    CORRECTED = "corrected"
    INTERRUPTED = "interrupted"
    RESOLVED = "resolved"
    UNDONE = "undone"
    SIGNAL_SHOWN = "signal_shown"
    CLOCK_CHANGED = "clock_changed"
    SCREEN_LOST = "screen_lost"
    SCREEN_BACK = "screen_back"
    SLEEP_NOT_BLOCKED = "sleep_not_blocked"
    MESSAGE_SHOWN = "message_shown"
    BLACKOUT = "blackout"


NOTES = frozenset(
    {
        TimingKind.SIGNAL_SHOWN,
        TimingKind.CLOCK_CHANGED,
        TimingKind.SCREEN_LOST,
        TimingKind.SCREEN_BACK,
        TimingKind.SLEEP_NOT_BLOCKED,
        TimingKind.MESSAGE_SHOWN,
        TimingKind.BLACKOUT,
    }
)
"""What is written down and changes nothing."""
BARRIERS = frozenset(
    {
        TimingKind.OPENED,
        TimingKind.CLOSED,
        TimingKind.REOPENED,
        TimingKind.INTERRUPTED,
        TimingKind.RESOLVED,
    }
)
"""What no undo goes past."""


_TURNS = (TimingKind.OPENED, TimingKind.CLOSED, TimingKind.REOPENED)


def is_under_way(events: Iterable["TimingEvent"]) -> bool:
    """Whether a session has opened and not closed since: all that is asked of most sessions, and no folding."""
    turns = [event.kind for event in events if event.kind in _TURNS]
    return bool(turns) and turns[-1] is not TimingKind.CLOSED


class EndedBy(StrEnum):
    """Who ended a phase: the candidate was done, the time was up, or the chair cut it short."""

    CANDIDATE = "candidate"
    TIME = "time"
    CHAIR = "chair"


class Then(StrEnum):
    """How a phase goes on after an interruption."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Cause(StrEnum):
    """Why the clock was interrupted: the computer slept, the program stopped, the computer was started again."""

    SUSPEND = "suspend"
    STOPPED = "stopped"
    REBOOT = "reboot"


@dataclass(frozen=True, slots=True)
class Details:
    """What an event says beside its kind; each kind uses a few of these.

    Attributes:
        ms: put back by (started), given (granted), new value (corrected), added to the allotment (accommodated).
        by: who ended the phase.
        incident: a pause for an incident (a projector, an alarm) and not for convenience.
        rehear: an aborted passage will be heard again, as its next attempt.
        alive: the last instant known to be good before an interruption; ``gap_ms`` the time from there, measured when
            ``exact``, ``charge_ms`` what the chair counts of it as spoken.
        group: the ``seq`` of the first of several events given as one act, in each of them; 0 for one alone.
        target: the ``seq`` of the event taken back, or the ``group`` of those taken back together.
        format: canonical JSON of the format of the session (opened).
        text: of a note.
    """

    ms: int = 0
    by: str = ""
    incident: bool = False
    rehear: bool = False
    alive: Instant | None = None
    gap_ms: int = 0
    exact: bool = True
    cause: str = ""
    charge_ms: int = 0
    then: str = ""
    group: int = 0
    target: int = 0
    format: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class TimingEvent:
    """One event of a stage's session; ``seq`` counts 1, 2, 3 … within the stage."""

    entity: ClassVar[str] = "timing_event"

    stage: str
    seq: int
    kind: TimingKind
    at: Instant
    candidacy: str = ""
    attempt: int = 0
    phase: str = ""
    reason: str = ""
    details: Details = field(default_factory=Details)

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the number of the event."""
        return (self.stage, str(self.seq))

    @property
    def slot(self) -> Slot:
        """The phase it is about."""
        return Slot(self.candidacy, self.attempt, self.phase)
