"""How long the minutes and the workbook of a large stage take, against their very pages and cells written straight.

    python benchmarks/documents.py [--rounds N]

A stage of 200 candidacies × 15 jurors × 8 criteria is decided. Its minutes (tagged, with the workbook and the data
attached) and its workbook (formulas with their results, audited after writing) are written by the program. The floor,
measured in the same run, is what nothing can do without: every run of words of those pages drawn at its place with
reportlab's canvas in the embedded face, every cell of the workbook written with XlsxWriter, once for each of the two
files that hold it. The exit code is 1 when both documents together take more than four times the floor.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pypdfium2
import xlsxwriter
from reportlab.pdfgen.canvas import Canvas
from saving import STAGE, large_edition

from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.exports.faces import REGULAR, register_faces
from jury_desk.exports.minutes_pdf import write_minutes
from jury_desk.exports.scores_workbook import write_workbook
from jury_desk.services.deliberation import set_outcomes
from jury_desk.services.preparation import entries
from jury_desk.services.reporting import stage_report

LIMIT = 4.0
NOW = datetime(2020, 3, 5, 17, 42, tzinfo=UTC)


@dataclass(frozen=True)
class Run:
    """Words at their place on a page, in points."""

    page: int
    x: float
    y: float
    words: str


def runs_of(path: Path) -> tuple[list[tuple[float, float]], list[Run]]:
    """The size of each page, and every run of words of a PDF."""
    document = pypdfium2.PdfDocument(path)
    sizes, runs = [], []
    for number, page in enumerate(document):
        sizes.append(page.get_size())
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            runs.append(Run(number, left, bottom, text.get_text_bounded(left, bottom, right, top)))
    return sizes, runs


def draw_straight(path: Path, sizes: list[tuple[float, float]], runs: list[Run]) -> None:
    """Every run of words at its place, and nothing else."""
    canvas = Canvas(str(path), initialFontName=REGULAR)
    at = 0
    for number, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.setFont(REGULAR, 9)
        while at < len(runs) and runs[at].page == number:
            canvas.drawString(runs[at].x, runs[at].y, runs[at].words)
            at += 1
        canvas.showPage()
    canvas.save()


def cells_of(path: Path) -> dict[str, list[tuple[int, int, object]]]:
    """Every cell of a workbook, by sheet: row, column and what is written there."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            (cell.row - 1, cell.column - 1, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in book.worksheets
    }


def write_straight(path: Path, cells: dict[str, list[tuple[int, int, object]]]) -> None:
    """Every cell with one format, and nothing else."""
    book = xlsxwriter.Workbook(path)
    plain = book.add_format({"num_format": "0.00"})
    for title, content in cells.items():
        sheet = book.add_worksheet(title)
        for row, column, value in content:
            sheet.write(row, column, value, plain)
    book.close()


def median_s(work: Callable[[], object], rounds: int) -> float:
    """The median time of some rounds of ``work``."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Write both ways and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, _ = large_edition(folder, 0)
        decided = Outcome(OutcomeCategory.NOT_SELECTED, motivation="Le problème reste à établir auprès des usagers.")
        set_outcomes(file, STAGE, {entry.candidacy: decided for entry in entries(file.records, STAGE)})
        report = stage_report(file, STAGE)
        minutes, workbook = folder / "minutes.pdf", folder / "workbook.xlsx"
        ours = {
            "minutes": median_s(lambda: write_minutes(report, minutes, language="fr", made_at=NOW), rounds),
            "workbook": median_s(lambda: write_workbook(report, workbook, language="fr", made_at=NOW), rounds),
        }
        register_faces()
        sizes, runs = runs_of(minutes)
        cells = cells_of(workbook)
        bare = {
            "minutes": median_s(lambda: draw_straight(folder / "bare.pdf", sizes, runs), rounds),
            "workbook": median_s(lambda: write_straight(folder / "bare.xlsx", cells), rounds),
        }
        file.close()
    print(f"{len(sizes)} pages with {len(runs)} runs of words; {sum(map(len, cells.values()))} cells")
    for each, seconds in ours.items():
        print(
            f"{each:<10} {seconds:6.2f} s against {bare[each]:6.2f} s written straight: {seconds / bare[each]:5.1f} ×"
        )
    ratio = sum(ours.values()) / sum(bare.values())
    print(f"together {ratio:.2f} × (limit {LIMIT:g}: {'kept' if ratio <= LIMIT else 'exceeded'})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
