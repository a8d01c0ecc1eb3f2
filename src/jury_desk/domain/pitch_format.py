"""The format of a session as data: which phases, how long, when they warn; frozen when the session opens.

A passage goes through :attr:`SessionFormat.phases` in order. Beside the passages stand phases of the session itself: an
opening, breaks after so many passages, a deliberation at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

OPENING = "opening"
DELIBERATION = "deliberation"
HALF_WAY = 0
"""What :attr:`Break.after` says until the number of passages is known: after half of them, rounded up."""

_LEAST_TOLERANCE = 15_000
_SHARE_OF_TOLERANCE = Fraction(1, 20)


class PhaseKind(StrEnum):
    """What a phase is for; the first two are the candidate's time."""

    PITCH = "pitch"
    QUESTIONS = "questions"
    DELIBERATION = "deliberation"
    CHANGEOVER = "changeover"
    BREAK = "break"
    OPENING = "opening"

    @property
    def is_of_candidate(self) -> bool:
        """Whether such a phase is the candidate's time, unless the format says otherwise."""
        return self in (PhaseKind.PITCH, PhaseKind.QUESTIONS)


@dataclass(frozen=True, slots=True)
class PhaseFormat:
    """One phase.

    Attributes:
        label: as the rules call it; empty for the kind's own word.
        warnings_ms: remaining times at which it warns, the longest first.
        counts: whether its time is the candidate's, equal for all.
    """

    id: str
    kind: PhaseKind
    allotted_ms: int
    label: str = ""
    warnings_ms: tuple[int, ...] = ()
    counts: bool = False

    @property
    def name(self) -> str:
        """The label, or the kind where there is none."""
        return self.label or self.kind.value


@dataclass(frozen=True, slots=True)
class Break:
    """A break after the so-manieth passage."""

    after: int
    phase: PhaseFormat


@dataclass(frozen=True, slots=True)
class SessionFormat:
    """How a session goes.

    Attributes:
        phases: those of every passage, in order.
        tolerance_ms: how far from its allotment a time may be without a remark; ``None`` for the usual one.
        restart_share: an incident that takes this share of a phase's allotment, or more, offers a new attempt.
        sound: whether thresholds may be heard.
        start: the hour at which the session is planned to open, ``14:00``; empty when the rules name none.
    """

    phases: tuple[PhaseFormat, ...]
    opening: PhaseFormat | None = None
    breaks: tuple[Break, ...] = ()
    deliberation: PhaseFormat | None = None
    tolerance_ms: int | None = None
    restart_share: Fraction = Fraction(1, 2)
    sound: bool = False
    start: str = ""

    @property
    def counting(self) -> tuple[PhaseFormat, ...]:
        """The phases that are the candidate's time."""
        return tuple(phase for phase in self.phases if phase.counts)

    @property
    def of_the_session(self) -> tuple[PhaseFormat, ...]:
        """The phases that belong to no passage, in the order of a session."""
        breaks = (each.phase for each in self.breaks)
        ends = (self.deliberation,) if self.deliberation else ()
        return (*((self.opening,) if self.opening else ()), *breaks, *ends)

    def phase(self, phase_id: str, *, of_passage: bool) -> PhaseFormat | None:
        """The phase of that id, among those of a passage or of the session."""
        phases = self.phases if of_passage else self.of_the_session
        return next((phase for phase in phases if phase.id == phase_id), None)

    def tolerance_of(self, allotted_ms: int) -> int:
        """How far from ``allotted_ms`` a time may be: as the rules say, else 15 seconds or 5 % of it, the larger."""
        if self.tolerance_ms is not None:
            return self.tolerance_ms
        return max(_LEAST_TOLERANCE, int(allotted_ms * _SHARE_OF_TOLERANCE))

    def settled(self, passages: int) -> "SessionFormat":
        """The format for so many passages: a break half-way stands after a numbered one."""
        return replace(self, breaks=tuple(_settled(self.breaks, passages)))


def _settled(breaks: tuple[Break, ...], passages: int) -> Iterator[Break]:
    for each in breaks:
        after = each.after or (passages + 1) // 2
        yield Break(after, replace(each.phase, id=break_id(after)))


def break_id(after: int) -> str:
    """The id of the break after the so-manieth passage."""
    return f"break-{after}"
