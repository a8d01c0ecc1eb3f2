"""How long a mark takes from the keystroke to the disk and the ranking, against a bare SQLite commit in the same run.

    python benchmarks/saving.py [--marks N]

An edition of 200 candidacies × 15 jurors × 8 criteria lacks its last marks only, so that nearly all are ranked. They
are typed into the grid of the window, one key each: every one is recorded, saved, ranked and painted. After each key
comes a bare insert and commit of one row through ``sqlite3``, under the very settings of the file, so that both meet
the same disk. Beside that, as many marks through the services alone. Median and 99th percentile of each, the processor
time, and the ratio of the medians are printed; the exit code is 1 when the 99th percentile of the whole, from the key
to the mark on disk and the new ranking, passes one frame, 16 ms. Painting comes after that, and is told beside it: a
row and the means as a rule, the whole page where the next passage begins.

The disk decides as much as the program: a commit waits for it four times, and the tape once more. On a machine at work
the bare commit says how much of the time is the disk's; the load of the machine is printed with the figures.
"""

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from jury_desk.app.composition import SystemClock
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules, Ties
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.deliberation import standings_of
from jury_desk.services.files import standard_stages
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import begin_edition, freeze_rules, set_entries, set_rules
from jury_desk.services.scoring import Cell, record_mark, record_marks
from jury_desk.storage.connection import connect
from jury_desk.storage.files import SqliteFiles

STAGE = "hackathon"
CANDIDACIES, JURORS, CRITERIA = 200, 15, 8
FRAME_MS = 16.0
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))


def large_edition(folder: Path, missing: int) -> tuple[JuryFile, list[Cell]]:
    """A file that holds all marks but the last, and the cells that are still blank."""
    file = SqliteFiles(SystemClock(), "Benchmark", folder / "safety").create(folder / "large.jury")
    begin_edition(file, Edition("Large"), standard_stages("en"))
    with file.unit() as unit:
        for number in range(CANDIDACIES):
            unit.put(Candidacy(f"C{number:04}", f"Project {number}"))
        for number in range(JURORS):
            unit.put(Juror(f"J{number}", f"Juror {number}"))
            unit.put(Member(STAGE, f"J{number}", number))
        unit.commit("candidacies_imported")
    set_entries(file, STAGE, [f"C{number:04}" for number in range(CANDIDACIES)])
    criteria = tuple(Criterion(f"K{number}", f"Criterion {number}", Fraction(1), SCALE) for number in range(CRITERIA))
    ties = Ties(("criterion:K0", "highest_sheet"))
    set_rules(file, STAGE, Rules("Rules", "1", "en", SCALE, criteria, ties=ties))
    freeze_rules(file, STAGE, SystemClock())
    chance = random.Random(1)  # noqa: S311 - a benchmark's dice
    cells = [
        Cell(f"C{candidacy:04}", f"J{juror}", f"K{criterion}")
        for candidacy in range(CANDIDACIES)
        for juror in range(JURORS)
        for criterion in range(CRITERIA)
    ]
    given, blank = cells[: len(cells) - missing], cells[len(cells) - missing :]
    record_marks(file, STAGE, {cell: Mark(MarkState.MARKED, Fraction(chance.randint(0, 10))) for cell in given})
    return file, blank


def timed_marks(file: JuryFile, cells: list[Cell]) -> list[float]:
    """Milliseconds of each mark, recorded and ranked."""
    times = []
    standings_of(file.records, STAGE)
    for number, cell in enumerate(cells):
        start = time.perf_counter()
        record_mark(file, STAGE, cell, Mark(MarkState.MARKED, Fraction(number % 11)))
        standings_of(file.records, STAGE)
        times.append((time.perf_counter() - start) * 1000)
    return times


@dataclass
class Times:
    """Milliseconds from each key: until saved and ranked, until painted, of processor; a bare commit."""

    ranked: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


def timed_keys(folder: Path, path: Path, first: Cell, count: int) -> Times:
    """Every key typed into the grid from ``first`` on, and a bare commit after each."""
    # Qt loads for this part alone.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from jury_desk.app.window import make_window  # noqa: PLC0415
    from jury_desk.ui.pages.marks import MarksPage  # noqa: PLC0415
    from jury_desk.ui.settings import Settings  # noqa: PLC0415

    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.keypad = True
    _, window = make_window(settings, opening=True)
    window.show()
    window.open_path(path, f"stage:{STAGE}#marks")
    window.activateWindow()
    QApplication.processEvents()
    (page,) = window.findChildren(MarksPage)
    page.strip.cell_chosen.emit(0, int(first.candidacy.removeprefix("C")))
    view = page.grid.view
    view.setFocus()
    times, bare = Times(), bare_file(folder / "bare.db")
    for number in range(count):
        if view.past_end:
            page.grid.passage_requested.emit(1)
            QApplication.processEvents()
        start, spent = time.perf_counter(), time.process_time()
        QTest.keyClicks(view, str(2 + number % 8))
        times.ranked.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
        times.painted.append((time.perf_counter() - start) * 1000)
        times.processor.append((time.process_time() - spent) * 1000)
        times.bare.append(timed_commit(bare, number))
    bare.close()
    window.close()
    return times


def bare_file(path: Path) -> sqlite3.Connection:
    """An empty file with one table, under the settings of an edition."""
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE mark (cell TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    return connection


def timed_commit(connection: sqlite3.Connection, number: int) -> float:
    """Milliseconds of one insert and commit."""
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO mark VALUES (?, ?)", (f"cell {number}", "7"))
    connection.execute("COMMIT")
    return (time.perf_counter() - start) * 1000


def told(name: str, times: list[float]) -> tuple[float, float]:
    """Print and give the median and the 99th percentile."""
    ordered = sorted(times)
    median, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    print(f"{name:<34} median {median:7.2f} ms   p99 {p99:7.2f} ms")
    return median, p99


def tell_load() -> None:
    """Print how busy the machine was in the last minute, where the system says so."""
    if hasattr(os, "getloadavg"):
        print(f"load {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors")


def main() -> int:
    """Run both and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--marks", type=int, default=600)
    count = parser.parse_args().marks
    tell_load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, blank = large_edition(folder, 2 * count)
        told("recorded, saved and ranked", timed_marks(file, blank[:count]))
        file.close()
        times = timed_keys(folder, file.path, blank[count], count)
        whole, p99 = told("key, saved and ranked", times.ranked)
        told("  and painted", times.painted)
        told("  of which processor", times.processor)
        bare, _ = told("bare SQLite insert and commit", times.bare)
    tell_load()
    print(f"ratio of the medians {whole / bare:.1f}; p99 against one frame of {FRAME_MS} ms: {p99 / FRAME_MS:.2f}")
    return int(p99 > FRAME_MS)


if __name__ == "__main__":
    sys.exit(main())
