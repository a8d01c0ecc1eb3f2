"""Kills a process in the middle of a pitch, again and again, and compares what the file says with a watch outside.

    python pitch_rounds.py FOLDER ROUNDS

Each round forks a child that takes the session up, resolves what was left, starts a pitch where none runs, and ticks
ten times a second, pausing and going on at random; the parent notes when the child says that the pitch began, waits,
sends SIGKILL, lets some time go by, reopens the file and adds up. Prints one JSON document: rounds, interrupted, the
largest difference in milliseconds between spoken + paused + interrupted and the real time since the start, problems.
"""

import json
import os
import random
import select
import signal
import sys
import time
from fractions import Fraction
from pathlib import Path

from jury_desk.app.clocks import SystemClocks
from jury_desk.app.composition import SystemClock
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.pitch_events import Then
from jury_desk.domain.pitch_state import PhaseStatus
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.services.files import standard_stages
from jury_desk.services.pitches import PitchSession
from jury_desk.services.preparation import begin_edition, freeze_rules, set_entries, set_rules
from jury_desk.storage.files import SqliteFiles

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(20), Fraction(1))


def prepare(files: SqliteFiles, path: Path) -> None:
    """Make a file with an open session and somebody called in it."""
    file = files.create(path)
    begin_edition(file, Edition("Kill"), standard_stages("en"))
    with file.unit() as unit:
        unit.put(Candidacy("C1", "Project"))
        unit.commit("candidacies_imported")
    set_entries(file, STAGE, ["C1"])
    criteria = (Criterion("K1", "Criterion", Fraction(1), SCALE),)
    set_rules(file, STAGE, Rules("Rules", "1", "en", SCALE, criteria, timing={"pitch": "60"}))
    freeze_rules(file, STAGE, SystemClock())
    session = PitchSession(file, STAGE, SystemClocks())
    session.open()
    session.call()
    session.start()
    session.pause("until the first round")
    file.close()


def time_for_ever(files: SqliteFiles, path: Path, pipe: int, seed: int) -> None:
    """Take the session up, let the pitch run, and tick, with a pause now and then."""
    chance = random.Random(seed)  # noqa: S311 - a test's own dice
    session = PitchSession(files.open(path), STAGE, SystemClocks())
    session.resolve(Then.RUNNING)
    os.write(pipe, b"running\n")
    while True:
        time.sleep(0.1)
        session.tick()
        clock = session.state.open_phase
        if chance.random() < 0.2 and clock:
            session.resume() if clock.status is PhaseStatus.PAUSED else session.pause("dice")


def killed_round(files: SqliteFiles, path: Path, seed: int) -> None:
    """Let a child time for a while, and kill it."""
    chance = random.Random(seed)  # noqa: S311 - a test's own dice
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        time_for_ever(files, path, writing, seed)
    os.close(writing)
    select.select([reading], [], [], 20)
    time.sleep(chance.uniform(0.2, 1.6))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    time.sleep(chance.uniform(0.05, 0.5))


def main() -> None:
    """Run the rounds and print what was found."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    files = SqliteFiles(SystemClock(), "Kill", folder / "safety")
    path = folder / "killed.jury"
    prepare(files, path)
    interrupted, worst, problems = 0, 0, 0
    for seed in range(rounds):
        killed_round(files, path, seed)
        # A watch of its own: the very clock that counts suspend, read beside the program.
        file = files.open(path)
        clocks = SystemClocks()
        session = PitchSession(file, STAGE, clocks)
        now = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        clock = session.state.open_phase
        if clock and clock.started and clock.status is PhaseStatus.INTERRUPTED:
            interrupted += 1
            reading = clocks.now()
            told = clock.spoken_at(reading) + clock.paused_at(reading) + clock.interrupted_at(reading)
            worst = max(worst, abs(told - (now - clock.started.real_ms)))
        file.close()
        problems += len(files.check(path).problems)
    found = {"rounds": rounds, "interrupted": interrupted, "worst_ms": worst, "problems": problems}
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
