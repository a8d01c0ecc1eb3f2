"""What the command line hands out to the jurors and takes back: sheets on paper, workbooks."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.app.main import main
from jury_desk.domain.juror_book import CANDIDACY
from jury_desk.domain.scoring import RecordedMark, RecordedSheet, SheetState
from jury_desk.domain.sheet_number import sheet_number
from jury_desk.services.paper import find_sheet, key_of

STAGE = "hackathon"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The program: its exit status, and what it printed."""

    def running(*arguments: object) -> tuple[int, str, str]:
        status = main([str(each) for each in arguments])
        return (status, *capsys.readouterr())

    return running


@pytest.fixture
def edition(run: Run, tmp_path: Path) -> Path:
    """The example, whose hackathon jury has given all its marks."""
    run("new", tmp_path / "e.jury", "--from", "example")
    return tmp_path / "e.jury"


@pytest.fixture
def workbook(run: Run, edition: Path, tmp_path: Path) -> Path:
    """The workbook of the first juror, as it was handed out."""
    assert run("workbooks", edition, STAGE, tmp_path / "out", "--juror", "J1")[0] == 0
    (written,) = (tmp_path / "out").iterdir()
    return written


def opened(path: Path) -> Any:
    """The open file."""
    return make_toolbox(safety=path.parent / "safety").files.open(path)


def marks_of(path: Path, candidacy: str, juror: str = "J1") -> dict[str, str]:
    """The marks of a sheet in the file."""
    file = opened(path)
    file.close()
    found = file.records.within(RecordedMark, STAGE, candidacy)
    return {each.criterion: str(each.mark.value) for each in found if each.juror == juror}


def change(workbook: Path, row: int, values: dict[int, object]) -> str:
    """Type into a line of a workbook, by criterion, both counted from 0; gives the id of the line's candidacy."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    at = next(number for number, cells in enumerate(rows, 1) if cells[0] == CANDIDACY)
    first = next(column for column, name in enumerate(rows[at - 1], 1) if name == "C1")
    lines = [number for number, cells in enumerate(rows, 1) if number > at and cells[0]]
    for criterion, value in values.items():
        sheet.cell(lines[row], first + criterion, value)
    book.save(workbook)
    return str(rows[lines[row] - 1][0])


def test_sheets_are_printed_with_numbers_that_find_them(run: Run, edition: Path, tmp_path: Path) -> None:
    """One page each; printing again, for one juror and as a table, gives the same numbers."""
    status, told, _ = run("sheets", edition, STAGE, tmp_path / "all.pdf")
    assert (status, str(tmp_path / "all.pdf") in told) == (0, True)
    assert f"Sheets printed: {len(pypdfium2.PdfDocument(tmp_path / 'all.pdf'))}," in told
    assert run("sheets", edition, STAGE, tmp_path / "one.pdf", "--juror", "J2", "--layout", "table")[0] == 0
    document = pypdfium2.PdfDocument(tmp_path / "one.pdf")
    assert len(document) == 1
    words = "".join(document[0].get_textpage().get_text_bounded().split())
    file = opened(edition)
    sheets = [each for each in file.records.within(RecordedSheet, STAGE) if each.number and each.juror == "J2"]
    numbers = {each.candidacy: sheet_number(key_of(file), each.number) for each in sheets}
    found = {candidacy: find_sheet(file, number) for candidacy, number in numbers.items()}
    file.close()
    assert len(numbers) == 9
    assert all(number in words for number in numbers.values())
    assert {(each.juror, each.candidacy) for each in found.values()} == {("J2", candidacy) for candidacy in numbers}


def test_workbooks_go_out_one_for_each_juror(run: Run, edition: Path, tmp_path: Path) -> None:
    """All of them, named for the juror."""
    status, told, _ = run("workbooks", edition, STAGE, tmp_path / "out", "--language", "en")
    names = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert status == 0
    assert len(names) == len(told.splitlines()) - 1
    assert all(name in told for name in names)
    assert any(name.startswith("hackathon-j1-") for name in names)


def test_workbook_that_came_back_is_taken_as_one_act(run: Run, edition: Path, workbook: Path) -> None:
    """The changed marks are in the file, one event more; the same workbook again takes nothing."""
    candidacy = change(workbook, 1, {0: 3, 1: 4})
    file = opened(edition)
    before = len(file.events())
    file.close()
    status, told, wrong = run("collect", edition, STAGE, workbook, "--json")
    assert (status, wrong) == (0, "")
    assert json.loads(told)["taken"] == 2
    assert marks_of(edition, candidacy)["C1"] == "3"
    file = opened(edition)
    assert len(file.events()) == before + 1
    file.close()
    assert json.loads(run("collect", edition, STAGE, workbook, "--json")[1])["taken"] == 0


def test_dry_run_takes_nothing(run: Run, edition: Path, workbook: Path) -> None:
    """It says what there is."""
    candidacy = change(workbook, 1, {0: 3})
    before = marks_of(edition, candidacy)
    status, told, _ = run("collect", edition, STAGE, workbook, "--dry-run")
    assert status == 0
    assert "1 changed" in told
    assert marks_of(edition, candidacy) == before


def test_nothing_is_taken_while_something_is_wrong_unless_it_is_left(
    run: Run, edition: Path, workbook: Path, tmp_path: Path
) -> None:
    """A mark out of scale and a file that is none of ours hold back the right one; ``--partial`` leaves them."""
    letter = tmp_path / "letter.xlsx"
    openpyxl.Workbook().save(letter)
    candidacy = change(workbook, 1, {0: 3, 1: 25})
    before = marks_of(edition, candidacy)
    status, told, wrong = run("collect", edition, STAGE, workbook, letter)
    assert status == 1
    assert len(wrong.splitlines()) == 1
    assert wrong.endswith(": 2.\n")
    assert "letter.xlsx" in told
    assert "C2" in told
    assert "25" in told
    assert marks_of(edition, candidacy) == before
    status, told, wrong = run("collect", edition, STAGE, workbook, letter, "--partial")
    assert (status, wrong) == (0, "")
    assert marks_of(edition, candidacy) == before | {"C1": "3"}


def test_workbook_of_another_edition_is_told(run: Run, workbook: Path, tmp_path: Path) -> None:
    """However it is named: it is known by its ids."""
    run("new", tmp_path / "other.jury", "--from", "example")
    shutil.copy(workbook, tmp_path / "mine.xlsx")
    status, told, _ = run("collect", tmp_path / "other.jury", STAGE, tmp_path / "mine.xlsx", "--json")
    assert status == 1
    assert "another edition" in json.loads(told)["books"][0]["problem"]


def test_mark_changed_on_both_sides_is_left_to_somebody(run: Run, edition: Path, workbook: Path) -> None:
    """Changed in the workbook and in the file since: neither is chosen here, and an emptied cell erases nothing."""
    candidacy = change(workbook, 1, {0: 3, 1: None})
    file = opened(edition)
    (mark,) = [
        each
        for each in file.records.within(RecordedMark, STAGE, candidacy)
        if (each.juror, each.criterion) == ("J1", "C1")
    ]
    with file.unit() as unit:
        unit.put(replace(mark, mark=replace(mark.mark, value=mark.mark.value / 2)))
        unit.commit("marks_recorded")
    file.close()
    before = marks_of(edition, candidacy)
    status, told, _ = run("collect", edition, STAGE, workbook, "--json")
    (left,) = json.loads(told)["left"]
    assert (status, left["kind"], left["after"]) == (1, "conflict", "3")
    assert run("collect", edition, STAGE, workbook, "--partial")[0] == 0
    assert marks_of(edition, candidacy) == before


def test_final_sheet_is_not_changed_from_a_workbook(run: Run, edition: Path, workbook: Path) -> None:
    """The reason of a correction cannot come with a file."""
    candidacy = change(workbook, 1, {0: 3})
    file = opened(edition)
    with file.unit() as unit:
        unit.put(RecordedSheet(STAGE, candidacy, "J1", state=SheetState.FINAL))
        unit.commit("sheets_settled")
    file.close()
    before = marks_of(edition, candidacy)
    status, told, _ = run("collect", edition, STAGE, workbook, "--json")
    assert (status, json.loads(told)["left"][0]["kind"]) == (1, "locked")
    assert marks_of(edition, candidacy) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("sheets", "e.jury", "nowhere", "a.pdf"),
        ("sheets", "e.jury", STAGE, "a.pdf", "--juror", "J99"),
        ("sheets", "e.jury", STAGE, "no/such/folder/a.pdf"),
        ("workbooks", "e.jury", "call", "out"),
        ("workbooks", "missing.jury", STAGE, "out"),
        ("collect", "e.jury", "nowhere", "a.xlsx"),
    ],
)
def test_problem_is_one_sentence_and_status_1(
    run: Run, edition: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """On standard error, with no traceback, and nothing on standard output."""
    monkeypatch.chdir(edition.parent)
    status, told, wrong = run(*arguments)
    assert (status, told, len(wrong.splitlines())) == (1, "", 1)
    assert "Traceback" not in wrong


def test_workbook_that_is_not_there_is_told_in_french(
    run: Run, edition: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """File by file, in the language of the system."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    status, told, wrong = run("collect", edition, STAGE, tmp_path / "absent.xlsx")
    assert status == 1
    assert "absent.xlsx" in told
    assert "introuvable" in told
    assert "Rien n’a été pris" in wrong
