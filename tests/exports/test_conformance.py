"""Every document of the example edition, as programs of other people see it: sound, embedded, tagged, accessible."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.paper import PaperLayout
from jury_desk.exports.paper_sheets import write_paper_sheets
from jury_desk.services.example import build_example
from jury_desk.services.paper import number_sheets, stage_paper
from jury_desk.services.reporting import document_name, stage_report

CHECKER = os.environ.get("JURY_DESK_PDF_CHECKER", "")
MADE_AT = datetime(2020, 3, 5, 17, 42, tzinfo=UTC)
STAGE = "hackathon"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every PDF that the application makes, in both languages."""
    folder = tmp_path_factory.mktemp("papers")
    toolbox = make_toolbox(safety=folder / "safety")
    file = build_example(toolbox, folder / "example.jury")
    try:
        report = stage_report(file, STAGE)
        number_sheets(file, STAGE)
        # Of two jurors: poppler takes minutes over the structure of eighty pages.
        sheets = stage_paper(file, STAGE, tuple(seat.juror.id for seat in report.panel[:2]))
    finally:
        file.close()
    for language in ("fr", "en"):
        (folder / language).mkdir()
        for name, (write, ending) in toolbox.documents.items():
            if ending in (".pdf", ""):
                write(
                    report, folder / language / document_name(STAGE, name, ending), language=language, made_at=MADE_AT
                )
        for layout in PaperLayout:
            target = folder / language / f"{layout.value}.pdf"
            write_paper_sheets(sheets, target, layout=layout, language=language, made_at=MADE_AT)
    return sorted(folder.rglob("*.pdf"))


def ran(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """What a program of this machine says; the test is skipped where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} on this machine")
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=240)


def test_every_document_is_sound(papers: list[Path]) -> None:
    """Nothing to complain about for qpdf."""
    for path in papers:
        done = ran("qpdf", "--check", path)
        assert done.returncode == 0, f"{path}: {done.stdout}{done.stderr}"


def test_every_face_is_embedded(papers: list[Path]) -> None:
    """Any printer prints it, today and in ten years."""
    for path in papers:
        lines = ran("pdffonts", path).stdout.splitlines()[2:]
        assert lines
        # Name, type, encoding, embedded, subset, Unicode map, object.
        assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines), lines


def test_every_document_has_its_structure_read_aloud(papers: list[Path]) -> None:
    """A title first; each table has heads; no word is glued to the next where a line is broken.

    Of the short ones in one language: poppler takes its time, and the structure of all is looked at below.
    """
    count = 0
    for path in papers:
        with pikepdf.open(path) as pdf:
            if path.parent.name == "en" or len(pdf.pages) > 1 or path.name[0] == "0":
                continue
        told = ran("pdfinfo", "-struct-text", path).stdout
        tags = [
            line.split()[0] for line in told.splitlines() if line.strip() and not line.strip().startswith(('"', "/"))
        ]
        assert tags[0] == "Document", path
        assert "H1" in tags, path
        assert tags.count("Table") <= sum(tag.startswith("TH") for tag in tags), path
        assert "criticitédu" not in told, path
        count += 1
    assert count >= 3


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure."""
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        held = element.get("/K", pikepdf.Array())
        waiting += [each for each in held.as_list() if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def test_every_row_of_a_table_is_as_long_as_its_head(papers: list[Path]) -> None:
    """Whoever listens to a table counts cells."""
    for path in papers:
        with pikepdf.open(path) as pdf:
            for table in elements(pdf):
                if pikepdf.Name.Table == table.S:
                    lengths = {len(row.K.as_list()) for row in table.K.as_list()}
                    assert len(lengths) == 1, path


@pytest.mark.skipif(not CHECKER, reason="JURY_DESK_PDF_CHECKER names no checker of PDF/UA (packaging/checker.txt)")
def test_accessibility_checker_has_nothing_to_say(papers: list[Path]) -> None:
    """PDF/UA-1 as the program outloud sees it, warnings included; it is no dependency of the project."""
    done = ran(CHECKER, "--layer", "conformance", "--fail-on", "warning", "--no-info", *papers)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS ") == len(papers) >= 40
