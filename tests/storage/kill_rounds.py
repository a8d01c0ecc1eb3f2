"""Kills a process that records marks, again and again, and compares what it had acknowledged with what the file holds.

    python kill_rounds.py FOLDER ROUNDS

Each round forks a child that opens the same file and records marks through the services, writing one line to a pipe
after each is acknowledged; the parent reads for a random while, sends SIGKILL, reopens the file and looks for every
acknowledged mark. Prints one JSON document: rounds, acknowledged, lost, problems.
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

from jury_desk.app.composition import SystemClock
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.files import standard_stages
from jury_desk.services.preparation import add_juror, begin_edition, freeze_rules, set_entries, set_rules
from jury_desk.services.scoring import Cell, mark_at, record_mark
from jury_desk.storage.files import SqliteFiles

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(20), Fraction(1, 2))
CRITERIA = tuple(Criterion(f"C{number}", f"Criterion {number}", Fraction(1), SCALE) for number in range(1, 6))


def prepare(files: SqliteFiles, path: Path) -> None:
    """Make a file with three candidacies, three jurors and frozen rules."""
    file = files.create(path)
    begin_edition(file, Edition("Kill"), standard_stages("en"))
    with file.unit() as unit:
        for number in range(1, 4):
            unit.put(Candidacy(f"C{number}", f"Project {number}"))
        unit.commit("candidacies_imported")
    set_entries(file, STAGE, ["C1", "C2", "C3"])
    for number in range(1, 4):
        add_juror(file, Juror("", f"Juror {number}"), seat=Member(STAGE, "", 0))
    set_rules(file, STAGE, Rules("Rules", "1", "en", SCALE, CRITERIA))
    freeze_rules(file, STAGE, SystemClock())
    file.close()


def record_for_ever(files: SqliteFiles, path: Path, pipe: int, seed: int) -> None:
    """Record random marks, telling each on ``pipe`` once it is acknowledged."""
    chance = random.Random(seed)  # noqa: S311 - a test's own dice
    file = files.open(path)
    while True:
        cell = Cell(f"C{chance.randint(1, 3)}", f"J{chance.randint(1, 3)}", f"C{chance.randint(1, 5)}")
        value = Fraction(chance.randint(0, 40), 2)
        changed = record_mark(file, STAGE, cell, Mark(MarkState.MARKED, value))
        if changed.event:
            line = [cell.candidacy, cell.juror, cell.criterion, str(value), changed.event.seq]
            os.write(pipe, json.dumps(line).encode() + b"\n")


def killed_round(files: SqliteFiles, path: Path, seed: int) -> list[list[str]]:
    """Let a child record for a while, kill it, and give what it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        record_for_ever(files, path, writing, seed)
    os.close(writing)
    select.select([reading], [], [], 20)
    time.sleep(random.Random(seed).uniform(0, 0.06))  # noqa: S311 - a test's own dice
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return [json.loads(line) for line in pipe.read().splitlines(keepends=True) if line.endswith(b"\n")]


def main() -> None:
    """Run the rounds and print what was found."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    files = SqliteFiles(SystemClock(), "Kill", folder / "safety")
    path = folder / "killed.jury"
    prepare(files, path)
    acknowledged, lost, problems = 0, 0, 0
    expected: dict[Cell, str] = {}
    for seed in range(rounds):
        lines = killed_round(files, path, seed)
        acknowledged += len(lines)
        expected |= {Cell(candidacy, juror, criterion): value for candidacy, juror, criterion, value, _ in lines}
        file = files.open(path)
        seen = len(file.events())
        lost += sum(int(line[4]) > seen for line in lines)
        # One more mark may have been stored than was acknowledged: its line was cut off by the kill, its event was not.
        last = file.events()[-1].changes[0].key[1:]
        for cell, value in expected.items():
            kept = str(mark_at(file.records, STAGE, cell).value)
            if kept != value and (cell.candidacy, cell.juror, cell.criterion) != last:
                lost += 1
            expected[cell] = kept
        file.close()
        problems += len(files.check(path).problems)
    print(json.dumps({"rounds": rounds, "acknowledged": acknowledged, "lost": lost, "problems": problems}))  # noqa: T201


if __name__ == "__main__":
    main()
