"""What comes next in a session: one step for each press of Next, read off the format and the running order.

Next ends the phase under way; else it begins the next phase of the passage; else a phase of the session that is due
(the opening, a break); else it calls the next candidate; at last it begins the deliberation. Each is one event, so that
one undo takes one press back (docs/decisions/0060).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from jury_desk.domain.instants import is_exact
from jury_desk.domain.pitch_events import Slot, TimingKind
from jury_desk.domain.pitch_format import PhaseKind
from jury_desk.domain.pitch_state import Passage, PassageStatus, PhaseClock, PhaseStatus, SessionState, SessionStatus


@dataclass(frozen=True, slots=True)
class Step:
    """What Next would do: start or end a phase, or call a candidate (the slot's phase is then empty)."""

    kind: TimingKind
    slot: Slot


def next_step(state: SessionState, order: Sequence[str]) -> Step | None:
    """The next step; ``None`` when there is none, or when an interruption waits for its decision.

    Args:
        state: where the session stands.
        order: the candidacies in their order of passage.
    """
    if state.status is not SessionStatus.LIVE:
        return None
    clock = state.open_phase
    if clock is not None:
        return None if clock.status is PhaseStatus.INTERRUPTED else Step(TimingKind.ENDED, clock.slot)
    return next(_steps(state, order), None)


def focus(state: SessionState, order: Sequence[str]) -> PhaseClock | None:
    """The phase that the clock is about: the one under way, the one that Next would start, else the last one measured.

    The final time stays until the next passage is called.
    """
    if state.open_phase:
        return state.open_phase
    step = next_step(state, order)
    if step and step.kind is TimingKind.STARTED and (state.current or not state.latest):
        return state.phase(step.slot)
    measured = [clock for clock in state.phases.values() if clock.status is PhaseStatus.ENDED]
    return reduce(_ended_later, measured) if measured else None


def _ended_later(one: PhaseClock, other: PhaseClock) -> PhaseClock:
    """The one measured last, by the clock that never jumps as far as it reaches."""
    former, newer = one.ended, other.ended
    if former is None or newer is None:
        return one if newer is None else other
    after = newer.real_ms > former.real_ms if is_exact(former, newer) else newer.wall_ms > former.wall_ms
    return other if after else one


def waiting(state: SessionState, order: Sequence[str]) -> list[Passage]:
    """The passages still to be heard, in the order in which they will be: those put off come last."""
    passages = [state.passage(candidacy) for candidacy in order]
    planned = [each for each in passages if each.status is PassageStatus.PLANNED]
    return [*planned, *(each for each in passages if each.status is PassageStatus.DEFERRED)]


def breaks_due(state: SessionState, order: Sequence[str]) -> list[PhaseClock]:
    """The breaks whose number of passages has been reached and that have not been taken."""
    heard = sum(not state.passage(candidacy).waits for candidacy in order)
    clocks = (state.phase(Slot("", 1, each.phase.id)) for each in state.format.breaks if each.after <= heard)
    return [clock for clock in clocks if clock and clock.status is PhaseStatus.READY]


def _steps(state: SessionState, order: Sequence[str]) -> Iterator[Step]:
    yield from _of_session(state, PhaseKind.OPENING)
    passage = state.latest
    if passage and (passage.is_current or passage.status is PassageStatus.DONE):
        for clock in state.phases_of(passage):
            if clock.status is PhaseStatus.READY:
                yield Step(TimingKind.STARTED, clock.slot)
    left = waiting(state, order)
    if left:
        yield from (Step(TimingKind.STARTED, clock.slot) for clock in breaks_due(state, order))
        yield Step(TimingKind.CALLED, Slot(left[0].candidacy, left[0].attempt, ""))
    elif order:
        yield from _of_session(state, PhaseKind.DELIBERATION)


def _of_session(state: SessionState, kind: PhaseKind) -> Iterator[Step]:
    for clock in state.phases_of_session():
        if (
            clock.kind is kind
            and clock.status is PhaseStatus.READY
            and (kind is not PhaseKind.OPENING or not state.latest)
        ):
            yield Step(TimingKind.STARTED, clock.slot)
