"""Warn at the moment, not after: what a grant means for those heard before and for those to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from jury_desk.domain.pitch_events import Slot
from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_state import PhaseStatus, SessionState


@dataclass(frozen=True, slots=True)
class GrantOffer:
    """What the chair should know when giving a phase more time.

    Attributes:
        heard: who has been through that phase; what they were not given can no longer be made good.
        granted: what each of them was granted in it, in the same order.
        median_spoken_ms: the median of what they spoke; ``None`` for the first.
        to_come: who could still be given the same.
    """

    heard: tuple[str, ...]
    granted: tuple[int, ...]
    median_spoken_ms: int | None
    to_come: tuple[str, ...]

    @property
    def nobody_before(self) -> bool:
        """Whether none of those heard was given any time."""
        return not any(self.granted)


def grant_offer(state: SessionState, order: Sequence[str], slot: Slot) -> GrantOffer:
    """What a grant to ``slot`` would mean for the others."""
    others = [candidacy for candidacy in order if candidacy != slot.candidacy]
    clocks = {each: state.phase(Slot(each, state.counting(each).attempt, slot.phase)) for each in others}
    heard = {each: clock for each, clock in clocks.items() if clock and clock.status is PhaseStatus.ENDED}
    to_come = [passage.candidacy for passage in waiting(state, order) if passage.candidacy in others]
    return GrantOffer(
        tuple(heard),
        tuple(clock.granted for clock in heard.values()),
        median([clock.spoken for clock in heard.values()]) if heard else None,
        tuple(to_come),
    )


def median(times: Sequence[int]) -> int:
    """The middle of some times, in whole milliseconds; of an even number, the mean of the two in the middle."""
    ordered = sorted(times)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
