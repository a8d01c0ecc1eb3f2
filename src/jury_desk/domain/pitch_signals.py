"""When a clock signals: once for each threshold that the remaining time goes down through.

What was crossed is found from two remaining times, so that nothing has to be remembered: a grant that lifts the time
above a threshold arms it again by itself, and a session taken up again starts from where it stands and says nothing of
the past.
"""

from dataclasses import dataclass

from jury_desk.domain.pitch_events import Slot
from jury_desk.domain.pitch_format import PhaseFormat

TIME_UP = 0
"""The threshold that every phase has."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A threshold crossed downward; ``late_ms`` is how long ago."""

    slot: Slot
    threshold_ms: int
    late_ms: int

    @property
    def is_time_up(self) -> bool:
        """Whether the time is up, and not only short."""
        return self.threshold_ms == TIME_UP


def signal(slot: Slot, shape: PhaseFormat, before_ms: int, now_ms: int) -> Signal | None:
    """The most severe threshold between two remaining times of a phase; ``None`` when none was crossed downward."""
    crossed = [each for each in (*shape.warnings_ms, TIME_UP) if now_ms <= each < before_ms]
    return Signal(slot, min(crossed), min(crossed) - now_ms) if crossed else None
