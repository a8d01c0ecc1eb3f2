"""The computer's clocks, read together: one that counts the time it sleeps, one that does not, and the wall clock.

On Linux the two monotonic clocks were measured (a time namespace moves them apart). On Windows and macOS the documented
calls are written here and have not been run: docs/decisions/0063 says which.
"""

import os
import sys
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from jury_desk.domain.instants import Instant

_MS = 1_000_000
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_BOOT_SLACK = 10_000
"""A boot known only as « wall clock − time since » is the same one within so many milliseconds."""

_RUN = uuid.uuid4().hex[:8]


class SystemClocks:
    """Readings of this computer's clocks."""

    def __init__(self) -> None:
        self._real, self._awake = _monotonic_clocks(sys.platform)
        self._boot = _boot_id(self._real)
        self._process = f"{os.getpid()}-{_RUN}"

    def now(self) -> Instant:
        """All the clocks, read one after the other within microseconds."""
        real, awake, wall = self._real(), self._awake(), time.time_ns()
        return Instant(real // _MS, awake // _MS, wall // _MS, _offset_minutes(wall // _MS), self._boot, self._process)


def _monotonic_clocks(platform: str) -> tuple[Callable[[], int], Callable[[], int]]:
    """What counts suspend and what does not, in nanoseconds; one clock twice where the system has but one."""
    if platform == "win32":
        return _windows_time("QueryInterruptTime"), _windows_time("QueryUnbiasedInterruptTime")
    if platform == "darwin":
        return _clock("CLOCK_MONOTONIC_RAW"), _clock("CLOCK_UPTIME_RAW")
    return _clock("CLOCK_BOOTTIME"), _clock("CLOCK_MONOTONIC")


def _clock(name: str) -> Callable[[], int]:
    identity = getattr(time, name, None)
    if identity is None:
        return time.monotonic_ns
    return lambda: time.clock_gettime_ns(identity)


def _windows_time(name: str) -> Callable[[], int]:
    """A count of 100 ns since the start of Windows; ``QueryInterruptTime`` is in the kernel's realtime library."""
    import ctypes  # noqa: PLC0415 - only here

    library = "kernel32" if name == "QueryUnbiasedInterruptTime" else "api-ms-win-core-realtime-l1-1-1"
    query = getattr(ctypes.CDLL(library), name)
    query.argtypes = [ctypes.POINTER(ctypes.c_uint64)]
    query.restype = None

    def read() -> int:
        found = ctypes.c_uint64()
        query(ctypes.byref(found))
        return found.value * 100

    return read


def _offset_minutes(wall_ms: int) -> int:
    local = datetime.fromtimestamp(wall_ms // 1000, UTC).astimezone().utcoffset()
    return int(local.total_seconds()) // 60 if local is not None else 0


def _boot_id(real: Callable[[], int]) -> str:
    """The kernel's own name of this boot; elsewhere the instant at which it began, as near as it can be told."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        began = (time.time_ns() - real()) // _MS
        return f"{sys.platform}-{round(began / _BOOT_SLACK)}"
