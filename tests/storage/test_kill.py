"""``kill -9`` while marks are being recorded or a pitch is timed: no acknowledged mark is lost, and no second."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROUNDS = 100


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the rounds fork, which this system does not")
def test_killed_a_hundred_times_loses_no_acknowledged_mark(tmp_path: Path) -> None:
    """A hundred kills in the middle of recording lose nothing acknowledged and leave a file that checks clean."""
    script = Path(__file__).with_name("kill_rounds.py")
    done = subprocess.run(
        [sys.executable, script, tmp_path, str(ROUNDS)], check=True, capture_output=True, text=True, timeout=250
    )
    found = json.loads(done.stdout)
    assert (found["rounds"], found["lost"], found["problems"]) == (ROUNDS, 0, 0)
    assert found["acknowledged"] > ROUNDS


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the rounds fork, which this system does not")
@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="the watch outside is Linux's")
def test_killed_ten_times_during_a_pitch_loses_no_time(tmp_path: Path) -> None:
    """Ten kills in the middle of a pitch: spoken, paused and interrupted are the real time, and the phase asks."""
    script = Path(__file__).with_name("pitch_rounds.py")
    done = subprocess.run(
        [sys.executable, script, tmp_path, "10"], check=True, capture_output=True, text=True, timeout=120
    )
    found = json.loads(done.stdout)
    assert (found["rounds"], found["interrupted"], found["problems"]) == (10, 10, 0)
    assert found["worst_ms"] <= 50
