"""How long Jury Desk takes to start, as ratios to a bare PySide6 window measured in the same run.

    python benchmarks/start.py [--rounds N]

Run it with the Python of ``.venv``, on Linux. Ratios hold from one machine to the next, milliseconds do not:

========================================================  =====
first painted welcome window                               1.4
example opened on its hackathon stage and painted          5
idle memory of that (resident set)                         2
========================================================  =====

The exit code is 1 when a limit is passed. Every program is a new process; they run in turn, round after round, so that
a busy moment of the machine hits them alike, and medians are compared. A first round, not counted, warms the file cache
and writes the compiled files.

The application takes part by a convention: ``python -m jury_desk --probe`` (welcome window) and ``python -m jury_desk
--probe FILE.jury`` (the file on its stage ``hackathon``) start as they always do, then

1. at the end of the window's first real ``paintEvent`` take ``painted_ms``: the milliseconds since the wall-clock
   instant that the environment variable ``JURY_DESK_SPAWNED_NS`` holds (``time.time_ns()`` right before the process was
   started);
2. once the imports left for idle time have ended, and 500 ms later, take ``rss_kib``: ``VmRSS`` of
   ``/proc/self/status``;
3. print one line of JSON, ``{"painted_ms": 211.4, "rss_kib": 65536}``, alone on standard output, and quit with 0.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

BARE_WINDOW = """
import json, os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    painted_ms = None

    def paintEvent(self, event):
        if self.painted_ms is None:
            self.painted_ms = (time.time_ns() - int(os.environ["JURY_DESK_SPAWNED_NS"])) / 1e6
            QTimer.singleShot(500, self.report)

    def report(self):
        with open("/proc/self/status") as status:
            rss_kib = next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
        print(json.dumps({"painted_ms": self.painted_ms, "rss_kib": rss_kib}))
        QApplication.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.show()
sys.exit(application.exec())
"""

APPLICATION = (sys.executable, "-c", "import sys; from jury_desk.app.main import main; sys.exit(main())")
"""What the installed command ``jury-desk`` does."""


@dataclass(frozen=True)
class Start:
    """One measured start of a program."""

    painted_ms: float
    rss_kib: int


@dataclass(frozen=True)
class Ratio:
    """A figure of the application beside that of the bare window."""

    name: str
    unit: str
    bare: float
    ours: float
    limit: float

    @property
    def value(self) -> float:
        """How many times the bare window's figure."""
        return self.ours / self.bare

    @property
    def within(self) -> bool:
        """Whether the limit is kept."""
        return self.value <= self.limit

    def __str__(self) -> str:
        """The ratio as a line of the report."""
        verdict = "kept" if self.within else "exceeded"
        figures = f"{self.ours:.0f} {self.unit} against {self.bare:.0f} {self.unit}"
        return f"{self.name:<34}{self.value:6.2f}  (limit {self.limit:g}: {verdict}; {figures})"


def environment(home: Path) -> dict[str, str]:
    """Returns the environment of every program measured: no screen, no settings of this user.

    Args:
        home: An empty folder.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folders = dict.fromkeys(["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"], str(home))
    return kept | folders | {"QT_QPA_PLATFORM": "offscreen"}


def start(command: tuple[str, ...], home: Path) -> Start:
    """Starts a program that measures itself, and waits for its end.

    Args:
        command: Program and arguments.
        home: Its home folder.
    """
    variables = environment(home) | {"JURY_DESK_SPAWNED_NS": str(time.time_ns())}
    result = subprocess.run(command, env=variables, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    return Start(**json.loads(result.stdout))


def measure(rounds: int) -> list[Ratio]:
    """Starts everything in turn and compares the medians.

    Args:
        rounds: How many starts of each program count.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        example = str(home / "example.jury")
        command = (*APPLICATION, "new", example, "--from", "example")
        subprocess.run(command, env=environment(home), stdout=subprocess.DEVNULL, check=True)
        programs = {
            "bare": (sys.executable, "-c", BARE_WINDOW),
            "welcome": (*APPLICATION, "--probe"),
            "example": (*APPLICATION, "--probe", example),
        }
        # A home each: the welcome window is that of a first start, without the files that the other one opens.
        homes = {name: home / name for name in programs}
        for each in homes.values():
            each.mkdir()
        turns = range(rounds + 1)
        starts = [{name: start(command, homes[name]) for name, command in programs.items()} for _ in turns][1:]
    painted = {name: statistics.median(turn[name].painted_ms for turn in starts) for name in programs}
    memory = {name: statistics.median(turn[name].rss_kib / 1024 for turn in starts) for name in programs}
    return [
        Ratio("first painted welcome window", "ms", painted["bare"], painted["welcome"], 1.4),
        Ratio("example painted on its stage", "ms", painted["bare"], painted["example"], 5),
        Ratio("idle memory with the example", "MiB", memory["bare"], memory["example"], 2),
    ]


def main() -> int:
    """Prints the three ratios and returns the exit code."""
    parser = argparse.ArgumentParser(description="Start of Jury Desk against a bare PySide6 window.")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each program that count (7)")
    ratios = measure(parser.parse_args().rounds)
    print(*ratios, sep="\n")
    return 0 if all(ratio.within for ratio in ratios) else 1


if __name__ == "__main__":
    raise SystemExit(main())
