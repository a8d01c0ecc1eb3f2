"""The clocks of this computer."""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desk.app import clocks
from jury_desk.app.clocks import SystemClocks
from jury_desk.domain.instants import between, slept


def test_readings_go_forward_together() -> None:
    """Two readings of one run are of one boot and process, go forward, and agree with the wall clock."""
    system = SystemClocks()
    first, second = system.now(), SystemClocks().now()
    assert (first.boot, first.process) == (second.boot, second.process)
    assert first.process.startswith(f"{os.getpid()}-")
    assert first.boot
    assert 0 <= between(first, second) < 5000
    assert abs(slept(first, second)) <= 1
    assert abs(first.wall_ms - time.time() * 1000) < 5000
    assert abs(first.wall_ms - datetime.now(UTC).timestamp() * 1000) < 5000


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux calls them")
def test_real_clock_counts_suspend_on_linux() -> None:
    """Measured against the kernel's own clocks, and not against Python's monotonic one, which stops in suspend."""
    now = SystemClocks().now()
    assert 0 <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000 - now.real_ms < 5000
    assert 0 <= time.monotonic_ns() // 1_000_000 - now.awake_ms < 5000


@pytest.mark.parametrize(("zone", "offset"), [("Europe/Paris", (60, 120)), ("UTC", (0,)), ("Asia/Kolkata", (330,))])
def test_offset_is_that_of_the_zone(zone: str, offset: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Local hours are printed with the offset of the place, half hours included."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert SystemClocks().now().offset_min in offset
    finally:
        os.environ["TZ"] = "UTC"
        time.tzset()


def test_boot_without_a_name_is_told_by_when_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel names no boot, « now minus the time since » does, rounded."""
    monkeypatch.setattr(clocks, "_BOOT_ID", Path("/nowhere/boot_id"))
    real = SystemClocks()._real
    first = clocks._boot_id(real)
    assert first.startswith(sys.platform)
    later = clocks._boot_id(lambda: real() - 3_600_000_000_000)
    assert later != first


def test_clock_that_a_system_lacks_is_the_monotonic_one() -> None:
    """No clock of that name: time still goes by."""
    read = clocks._clock("CLOCK_OF_NO_SYSTEM")
    assert abs(read() - time.monotonic_ns()) < 5_000_000_000
