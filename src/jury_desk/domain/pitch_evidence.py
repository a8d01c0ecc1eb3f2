"""What proves that every candidate had the same time: each passage as measured, and a comparison phase by phase.

Nothing is judged here: a deviation is named with its size, its reasons, and whether it is justified by nature (an
accommodation is); what it means is for the jury to say.

Times are compared as they are printed, in :func:`whole_seconds`: a difference is that of the two printed times.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.pitch_equality import median
from jury_desk.domain.pitch_events import EndedBy
from jury_desk.domain.pitch_format import PhaseFormat
from jury_desk.domain.pitch_order import RunningOrder
from jury_desk.domain.pitch_state import Passage, PassageStatus, PhaseClock, PhaseStatus, SessionState, SessionStatus

_SECOND = 1000


def whole_seconds(ms: int) -> int:
    """The whole seconds of a time that have gone by, for either sign: the one rounding of every time printed."""
    return abs(ms) // _SECOND * (1 if ms >= 0 else -1)


class DeviationKind(StrEnum):
    """How a time differs from the others, or from what was allotted."""

    ACCOMMODATED = "accommodated"
    UNEQUAL_GRANT = "unequal_grant"
    TOO_LONG = "too_long"
    CUT_SHORT = "cut_short"
    CORRECTED = "corrected"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One difference.

    Attributes:
        ms: by how much: added to the allotment, granted beyond the others, over the allotment, short of what was
            available, corrected by (negative: downward).
        reasons: what was said of it when it happened; may be empty.
        granted: of a time over the allotment, how much of ``ms`` had been granted.
    """

    kind: DeviationKind
    candidacy: str
    ms: int
    reasons: tuple[str, ...] = ()
    granted: int = 0

    @property
    def is_justified(self) -> bool:
        """Whether it is no breach by nature: an accommodation gives its candidate the same chance."""
        return self.kind is DeviationKind.ACCOMMODATED


@dataclass(frozen=True, slots=True)
class PassageTimes:
    """One attempt of one passage, with its phases.

    Attributes:
        place: in the order of passage, from 1.
        counts: whether this attempt is the one that counts.
    """

    place: int
    passage: Passage
    phases: tuple[PhaseClock, ...]
    counts: bool

    @property
    def candidacy(self) -> str:
        """Whose passage it is."""
        return self.passage.candidacy

    @property
    def heard(self) -> tuple[PhaseClock, ...]:
        """The candidate's own phases that began or were left out."""
        return tuple(clock for clock in self.phases if clock.counts and clock.status is not PhaseStatus.READY)


@dataclass(frozen=True, slots=True)
class PhaseEquality:
    """One phase compared over all the passages that count.

    Attributes:
        spoken: what each candidate spoke, in whole seconds, in the order of passage; those who spoke only.
        tolerance_ms: within this of the allotment, a time is as allotted.
    """

    phase: PhaseFormat
    spoken: tuple[tuple[str, int], ...]
    tolerance_ms: int
    deviations: tuple[Deviation, ...]

    @property
    def times(self) -> list[int]:
        """The times spoken."""
        return [ms for _, ms in self.spoken]

    @property
    def shortest(self) -> int | None:
        """The shortest time; ``None`` when nobody spoke."""
        return min(self.times, default=None)

    @property
    def longest(self) -> int | None:
        """The longest time."""
        return max(self.times, default=None)

    @property
    def median(self) -> int | None:
        """The time in the middle."""
        return median(self.times) if self.spoken else None

    @property
    def spread(self) -> int | None:
        """From the shortest to the longest."""
        return max(self.times) - min(self.times) if self.spoken else None


@dataclass(frozen=True, slots=True)
class TimingEvidence:
    """All that the documents say of a session's time.

    Attributes:
        passages: every attempt, in the order of passage.
        equality: the candidate's own phases compared.
        of_session: the phases that belong to no passage and took place.
        orders: every draw and derogation.
    """

    state: SessionState
    passages: tuple[PassageTimes, ...]
    equality: tuple[PhaseEquality, ...]
    of_session: tuple[PhaseClock, ...]
    orders: tuple[RunningOrder, ...]

    @property
    def took_place(self) -> bool:
        """Whether the session has opened."""
        return self.state.opened is not None

    @property
    def under_way(self) -> bool:
        """Whether it has opened and is not closed, so that these are not its last words."""
        return self.state.status is SessionStatus.LIVE

    @property
    def accommodated(self) -> frozenset[str]:
        """The candidacies with an accommodation."""
        return frozenset(candidacy for (candidacy, _), ms in self.state.extras.items() if ms)


def evidence(state: SessionState, order: Sequence[str], orders: Sequence[RunningOrder] = ()) -> TimingEvidence:
    """What a session proves.

    Args:
        state: where it stands.
        order: the candidacies in their order of passage.
        orders: every draw and derogation, oldest first.
    """
    passages = tuple(_passages(state, order))
    return TimingEvidence(
        state,
        passages,
        tuple(_compared(state, phase, passages) for phase in state.format.counting),
        tuple(clock for clock in state.phases_of_session() if clock.status is not PhaseStatus.READY),
        tuple(orders),
    )


def _passages(state: SessionState, order: Sequence[str]) -> Iterator[PassageTimes]:
    for place, candidacy in enumerate(order, 1):
        counting = state.counting(candidacy)
        for passage in state.attempts.get(candidacy, (Passage(candidacy),)):
            yield PassageTimes(place, passage, state.phases_of(passage), passage.attempt == counting.attempt)


def _compared(state: SessionState, phase: PhaseFormat, passages: Sequence[PassageTimes]) -> PhaseEquality:
    clocks = {
        each.candidacy: clock
        for each in passages
        for clock in each.phases
        if each.counts and clock.format.id == phase.id and clock.status is not PhaseStatus.READY
    }
    ended = {each: clock for each, clock in clocks.items() if clock.status is PhaseStatus.ENDED}
    spoken = tuple((each, _whole(clock.spoken)) for each, clock in ended.items())
    tolerance = state.format.tolerance_of(phase.allotted_ms)
    usual = _usual([clock.granted for clock in clocks.values() if clock.status.is_over])
    found = (each for candidacy, clock in clocks.items() for each in _deviations(candidacy, clock, tolerance, usual))
    return PhaseEquality(phase, spoken, tolerance, tuple(found))


def _usual(granted: Sequence[int]) -> int:
    """What most were granted; nothing where as many were granted nothing as anything else."""
    counts = Counter(granted)
    return max(counts, key=lambda ms: (counts[ms], ms == 0), default=0)


def _deviations(candidacy: str, clock: PhaseClock, tolerance: int, usual: int) -> Iterator[Deviation]:
    granted = tuple(dict.fromkeys(each.reason for each in clock.grants))
    if clock.extra:
        yield Deviation(DeviationKind.ACCOMMODATED, candidacy, clock.extra)
    if clock.status is PhaseStatus.SKIPPED:
        yield Deviation(DeviationKind.SKIPPED, candidacy, clock.available, _said(clock.reason))
        return
    if clock.granted != usual:
        yield Deviation(DeviationKind.UNEQUAL_GRANT, candidacy, clock.granted - usual, granted)
    if clock.status is not PhaseStatus.ENDED:
        return
    spoken = _whole(clock.spoken)
    over = spoken - clock.allotted
    if over > tolerance:
        within = max(0, min(over, clock.granted))
        yield Deviation(DeviationKind.TOO_LONG, candidacy, over, granted, within)
    if clock.ended_by == EndedBy.CHAIR and spoken + tolerance < clock.available:
        yield Deviation(DeviationKind.CUT_SHORT, candidacy, clock.available - spoken, _said(clock.reason))
    if clock.corrections:
        first, last = clock.corrections[0], clock.corrections[-1]
        reasons = tuple(dict.fromkeys(each.reason for each in clock.corrections))
        yield Deviation(DeviationKind.CORRECTED, candidacy, _whole(last.ms) - _whole(first.former_ms), reasons)


def _whole(ms: int) -> int:
    return whole_seconds(ms) * _SECOND


def _said(reason: str) -> tuple[str, ...]:
    return (reason,) if reason else ()


def not_heard(found: TimingEvidence) -> list[PassageTimes]:
    """The passages that count and did not come to their end: absent, put off for good, stopped, or still to come."""
    done = (PassageStatus.DONE,)
    return [each for each in found.passages if each.counts and each.passage.status not in done]
