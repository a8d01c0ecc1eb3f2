"""Readings of every clock at once, and what two of them say about the time between.

Only ``real_ms`` measures: it counts the time a computer sleeps and never jumps. ``awake_ms`` beside it tells how much
of that time was slept, and the wall clock prints hours of the day. Whole milliseconds throughout.
"""

from dataclasses import dataclass, replace

_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Instant:
    """One reading.

    Attributes:
        real_ms: monotonic, counts suspend; comparable within one ``boot`` only.
        awake_ms: monotonic, stops in suspend.
        wall_ms: UTC milliseconds since 1970; may jump either way.
        offset_min: minutes that local time is ahead of UTC.
        boot: which start of the computer this is.
        process: which run of the program this is.
    """

    real_ms: int
    awake_ms: int
    wall_ms: int
    offset_min: int = 0
    boot: str = ""
    process: str = ""

    def moved(self, by_ms: int) -> "Instant":
        """The reading that the same clocks would have given ``by_ms`` later, or earlier for a negative one."""
        return replace(self, real_ms=self.real_ms + by_ms, awake_ms=self.awake_ms + by_ms, wall_ms=self.wall_ms + by_ms)

    @property
    def local_ms(self) -> int:
        """The wall clock in local time, as if it were UTC."""
        return self.wall_ms + self.offset_min * _MINUTE


def is_exact(earlier: Instant, later: Instant) -> bool:
    """Whether the time between is measured and not estimated from the wall clock."""
    return earlier.boot == later.boot


def between(earlier: Instant, later: Instant) -> int:
    """The real time between: exact within one boot, else what the wall clock says, and never less than nothing."""
    if is_exact(earlier, later):
        return later.real_ms - earlier.real_ms
    return max(0, later.wall_ms - earlier.wall_ms)


def slept(earlier: Instant, later: Instant) -> int:
    """How much of the time between two readings of one boot the computer slept."""
    return (later.real_ms - earlier.real_ms) - (later.awake_ms - earlier.awake_ms)


def wall_jump(earlier: Instant, later: Instant) -> int:
    """How far the wall clock was put forward (or back, negative) between two readings of one boot."""
    return (later.wall_ms - earlier.wall_ms) - (later.real_ms - earlier.real_ms)
