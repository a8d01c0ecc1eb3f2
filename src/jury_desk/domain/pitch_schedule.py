"""When each passage is planned, when it may be expected, and where lost time can be won back.

Pure functions over where a session stands: they propose, and change nothing. A drift is absorbed in changeovers, breaks
and deliberations only; a pitch is never shortened because another was long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_events import Slot
from jury_desk.domain.pitch_format import PhaseFormat, PhaseKind, SessionFormat
from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_state import (
    Passage,
    PassageStatus,
    PhaseClock,
    PhaseStatus,
    SessionState,
    SessionStatus,
)

_MINUTE = 60_000
_DAY = 86_400_000
_MOST_SAVED = Fraction(1, 2)
"""No break, changeover or deliberation is proposed to be shorter than half of what it was."""
_SAVED_FIRST = (PhaseKind.BREAK, PhaseKind.CHANGEOVER, PhaseKind.DELIBERATION)


@dataclass(frozen=True, slots=True)
class Planned:
    """A passage, or with ``phase`` a phase of the session; milliseconds from the session's start."""

    candidacy: str
    phase: PhaseFormat | None
    start_ms: int
    duration_ms: int

    @property
    def end_ms(self) -> int:
        """When it ends."""
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Expected:
    """A passage or a phase of the session, as planned and as it went or may be expected; UTC milliseconds.

    Attributes:
        begun: whether ``start_ms`` is when it began and not a forecast.
        over: whether ``end_ms`` is when it ended.
    """

    planned: Planned
    planned_start_ms: int
    start_ms: int
    end_ms: int
    begun: bool = False
    over: bool = False

    @property
    def late_ms(self) -> int:
        """How much later than planned it begins; negative when earlier."""
        return self.start_ms - self.planned_start_ms


@dataclass(frozen=True, slots=True)
class Saving:
    """What a phase that is nobody's own time could give: of ``allotted_ms``, ``saved_ms``."""

    slot: Slot
    kind: PhaseKind
    allotted_ms: int
    saved_ms: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """How a session goes beside its plan; UTC milliseconds.

    Attributes:
        items: every passage and phase of the session, in the order in which they come.
        planned_end: the end of the last passage as planned.
        expected_end: the end of the last passage as it was, or may be expected.
        drift_ms: by how much that is later than planned.
        drift_since_start_ms: the same, had the plan begun when the first passage really did.
        savings: where the drift could be won back, if the chair so decides.
    """

    items: tuple[Expected, ...]
    planned_end: int
    expected_end: int
    drift_ms: int
    drift_since_start_ms: int
    savings: tuple[Saving, ...] = ()

    def item(self, candidacy: str) -> Expected | None:
        """The passage of a candidacy."""
        return next((each for each in self.items if candidacy and each.planned.candidacy == candidacy), None)


def plan(shape: SessionFormat, order: Sequence[str]) -> tuple[Planned, ...]:
    """The planned course of a session: opening, passages with breaks between them, deliberation."""
    return tuple(_in_a_row(shape.settled(len(order)), order))


def planned_start(shape: SessionFormat, day: Instant) -> int:
    """When a session is planned to open on the local day of an instant; that instant itself when no hour is named."""
    if not shape.start:
        return day.wall_ms
    hours, minutes = map(int, shape.start.split(":"))
    midnight = day.local_ms - day.local_ms % _DAY
    return midnight + (hours * 60 + minutes - day.offset_min) * _MINUTE


def forecast(state: SessionState, order: Sequence[str], now: Instant) -> Forecast:
    """How the session goes beside its plan, seen at ``now``."""
    start = planned_start(state.format, state.opened or now)
    planned = plan(state.format, order)
    items = tuple(_expected(state, order, now, planned, start))
    passages = [item for item in items if item.planned.candidacy]
    planned_end = start + max((each.end_ms for each in planned if each.candidacy), default=0)
    expected_end = max((item.end_ms for item in passages), default=planned_end)
    drift = expected_end - planned_end
    begun = [item for item in passages if item.begun]
    since = begun[0].late_ms if begun else 0
    forecast_ = Forecast(items, planned_end, expected_end, drift, drift - since)
    return replace(forecast_, savings=tuple(_savings(state, order, drift)))


def _in_a_row(shape: SessionFormat, order: Sequence[str]) -> Iterator[Planned]:
    at = 0
    length = sum(phase.allotted_ms for phase in shape.phases)
    if shape.opening:
        yield Planned("", shape.opening, at, shape.opening.allotted_ms)
        at += shape.opening.allotted_ms
    for number, candidacy in enumerate(order, 1):
        yield Planned(candidacy, None, at, length)
        at += length
        for each in shape.breaks:
            if each.after == number and number < len(order):
                yield Planned("", each.phase, at, each.phase.allotted_ms)
                at += each.phase.allotted_ms
    if shape.deliberation:
        yield Planned("", shape.deliberation, at, shape.deliberation.allotted_ms)


def _expected(
    state: SessionState, order: Sequence[str], now: Instant, planned: Sequence[Planned], start: int
) -> Iterator[Expected]:
    """What has begun at its real times, then what is to come, one after the other from now on."""
    known = [(each, _real_times(state, each, now)) for each in planned]
    gone = [(each, times) for each, times in known if times is not None]
    for each, (began, ended, over) in sorted(gone, key=lambda item: item[1][0]):
        yield Expected(each, start + each.start_ms, began, ended, begun=True, over=over)
    absent = {each for each in order if state.passage(each).status is PassageStatus.ABSENT}
    to_come = [each for each, times in known if times is None and each.candidacy not in absent]
    at = max([ended for _, (_, ended, _) in gone], default=start)
    at = max(at, now.wall_ms) if state.status is not SessionStatus.CLOSED else at
    if not gone and state.status is SessionStatus.PREPARED:
        at = max(start, now.wall_ms)
    for each in _in_turn(state, order, to_come):
        length = _length(state, each)
        yield Expected(each, start + each.start_ms, at, at + length)
        at += length


def _real_times(state: SessionState, planned: Planned, now: Instant) -> tuple[int, int, bool] | None:
    """When something began, when it ended or will at the earliest, and whether it has; ``None`` before it begins."""
    passage = state.counting(planned.candidacy) if planned.candidacy else None
    clocks = state.phases_of(passage) if passage else _of_session(state, planned)
    begun = [clock for clock in clocks if clock.started]
    if not begun or (passage and passage.waits):
        return None
    began = min(clock.started.wall_ms for clock in begun if clock.started)
    over = passage is None or passage.is_over
    if any(clock.status.is_open for clock in clocks) or not over:
        left = sum(_left(clock, now) for clock in clocks)
        return began, now.wall_ms + left, False
    ended = max((clock.ended.wall_ms for clock in begun if clock.ended), default=now.wall_ms)
    left = sum(_left(clock, now) for clock in clocks)
    if left and passage and passage == state.latest and passage.status is PassageStatus.DONE:
        # The changeover is going on even when nobody has started its clock.
        return began, ended + max(state.idle_at(now), left), False
    return began, ended, True


def _of_session(state: SessionState, planned: Planned) -> tuple[PhaseClock, ...]:
    clock = state.phase(Slot("", 1, planned.phase.id)) if planned.phase else None
    return (clock,) if clock else ()


def _left(clock: PhaseClock, now: Instant) -> int:
    if clock.status.is_over:
        return 0
    return max(0, clock.remaining_at(now)) if clock.status.is_open else clock.available


def _length(state: SessionState, planned: Planned) -> int:
    if planned.candidacy:
        clocks: Sequence[PhaseClock] = state.phases_of(state.passage(planned.candidacy))
    else:
        clocks = _of_session(state, planned)
    return sum(clock.available for clock in clocks if clock.status is not PhaseStatus.SKIPPED)


def _in_turn(state: SessionState, order: Sequence[str], to_come: Sequence[Planned]) -> list[Planned]:
    """What is to come, in the order in which it will: who was put off, after the others, before the deliberation."""
    places = {passage.candidacy: place for place, passage in enumerate(waiting(state, order))}
    deferred = {each for each in order if state.passage(each).status is PassageStatus.DEFERRED}

    def turn(planned: Planned) -> tuple[int, int, int]:
        if planned.phase and planned.phase.kind is PhaseKind.DELIBERATION:
            return 2, 0, 0
        if planned.candidacy in deferred:
            return 1, places.get(planned.candidacy, 0), 0
        return 0, planned.start_ms, 0

    return sorted(to_come, key=turn)


def _savings(state: SessionState, order: Sequence[str], drift: int) -> Iterator[Saving]:
    """Where a drift could be won back: breaks first, then changeovers, then deliberations; half of each at most."""
    left = max(0, drift)
    clocks = [clock for clock in _to_come(state, order) if not clock.counts and clock.status is PhaseStatus.READY]
    for kind in _SAVED_FIRST:
        for clock in clocks:
            saved = min(left, int(clock.available * _MOST_SAVED)) if clock.kind is kind else 0
            if saved:
                left -= saved
                yield Saving(clock.slot, clock.kind, clock.available, saved)


def _to_come(state: SessionState, order: Sequence[str]) -> Iterator[PhaseClock]:
    yield from state.phases_of_session()
    passages: list[Passage] = waiting(state, order)
    # Whatever follows the last passage saves nothing of its end.
    for passage in ([state.current] if state.current else []) + passages:
        yield from state.phases_of(passage)
