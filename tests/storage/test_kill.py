"""``kill -9`` while marks are being recorded: no acknowledged mark is lost."""

import json
import os
import subprocess
import sys
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
