"""Reading a spreadsheet through the child process: real files whole, hostile files without harm."""

import csv
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jury_desk.domain.errors import FileNotFound, SheetUnreadable
from jury_desk.importers.candidacy_sheet import CandidacySheetReader, worker_command
from jury_desk.services.ports import CandidacyReader, SheetRead

Write = Callable[..., Path]
READER = CandidacySheetReader()
HEADER = "Référence;Nom du projet;Résumé\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file."""
    path = folder / "table.csv"
    path.write_bytes(text.encode(encoding))
    return path


def refusal(path: Path, reader: CandidacySheetReader = READER) -> str:
    """Why a file is not read."""
    with pytest.raises(SheetUnreadable) as caught:
        reader.read(path)
    assert caught.value.path == str(path)
    return caught.value.reason


def cells_by_csv(path: Path, delimiter: str) -> list[tuple[str, ...]]:
    """All cells as the standard library reads them."""
    text = path.read_bytes().decode("utf-8-sig")
    return [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def all_cells(sheet: SheetRead) -> list[tuple[str, ...]]:
    """The header and the rows."""
    return [sheet.header, *(row.cells for row in sheet.rows)]


def test_reader_is_what_the_services_ask_for() -> None:
    """The class fits the port."""
    reader: CandidacyReader = READER
    assert reader is READER


@pytest.mark.parametrize(
    ("name", "delimiter", "rows"),
    [("betagouv_startups/startups.csv", ",", 662), ("paris_bp/projects.csv", ";", 1_341)],
)
def test_real_tables_keep_every_character(shared: Path, name: str, delimiter: str, rows: int) -> None:
    """Every cell of two real tables is the one that the standard library reads."""
    path = shared / "data" / name
    sheet = READER.read(path)
    assert len(sheet.rows) == rows
    assert all_cells(sheet) == cells_by_csv(path, delimiter)
    assert [row.number for row in sheet.rows] == list(range(2, rows + 2))


def test_windows_export_is_the_same_table(shared: Path, tmp_path: Path) -> None:
    """The Paris projects saved by a French Excel give the same cells, and the encoding is named."""
    path = shared / "data" / "paris_bp" / "projects.csv"
    sheet = READER.read(written(tmp_path, path.read_text(encoding="utf-8"), "cp1252"))
    assert sheet.encoding == "cp1252"
    assert all_cells(sheet) == cells_by_csv(path, ";")


@pytest.mark.parametrize(
    ("name", "header_row", "rows"),
    [
        ("feder_fse_france_2014-2020.xls", 1, 1_834),
        ("feder_bruxelles_2007-2013.xls", 5, 45),
        ("europe_en_france_2007-2013.csv", 1, 529),
        ("cf_poland_cp1250.csv", 1, 125),
    ],
)
def test_headers_of_real_sheets_are_found(shared: Path, name: str, header_row: int, rows: int) -> None:
    """The header is found below lines of a title, and every row after it is there."""
    sheet = READER.read(shared / "data" / "messy_sheets" / name)
    assert (sheet.header_row, len(sheet.rows)) == (header_row, rows)


def test_damaged_real_files_are_refused_in_words(shared: Path) -> None:
    """A table saved twice and one that no encoding reads are named as such."""
    folder = shared / "data" / "messy_sheets"
    assert refusal(folder / "times_broken.csv") == "saved_twice"
    assert refusal(folder / "feder_bruxelles_2007-2013_mangled.csv") == "encoding"


def test_each_sheet_of_a_workbook_can_be_chosen(shared: Path) -> None:
    """A sheet is read by its name, its header row set by hand where the guess is another."""
    path = shared / "data" / "messy_sheets" / "guide_metadonnees_indicateurs.xlsx"
    sheets = READER.read(path).sheets
    assert len(sheets) == 6
    sheet = READER.read(path, sheet=sheets[1])
    assert (sheet.sheet, sheet.header[0], len(sheet.rows)) == ("Schéma métadonnées indicateurs", "Nom de colonne", 37)
    assert READER.read(path, sheet=sheets[1], header_row=3).header[0] == "Description "


def test_lines_above_the_header_are_told(tmp_path: Path) -> None:
    """Title lines are left out and counted; rows keep the number they have in the file."""
    sheet = READER.read(written(tmp_path, "Appel 2020\n\nID;Titre;Service\n\n1;a;b\n;;\n2;c;d\n"))
    assert (sheet.header, sheet.header_row) == (("ID", "Titre", "Service"), 3)
    assert [row.number for row in sheet.rows] == [5, 7]
    assert sheet.remarks == (("lines_above_header", "1"),)


@pytest.mark.parametrize(
    ("text", "header_row"),
    [
        ("Critère;N;Poids\nService;1;Titre court\nDescription;2;b\n", 1),
        ("Formulaire;;\nInformations;;Questions\nSerial;Submitted Time;Titre\n1;2020;a\n", 3),
        ("Région;Direction de l’innovation;Appel;2020\nID;Titre;Service;\n1;a;b;c\n", 2),
        ("1;2;3\n4;5;6\n", 1),
    ],
)
def test_header_is_told_from_what_looks_like_one(tmp_path: Path, text: str, header_row: int) -> None:
    """Answers that are also column titles do not mislead, groups above the titles neither."""
    assert READER.read(written(tmp_path, text)).header_row == header_row


def test_columns_without_a_title_are_kept(tmp_path: Path) -> None:
    """Cells to the right of the header belong to the row."""
    sheet = READER.read(written(tmp_path, "ID;Titre\n1;a;b\n2;c\n"))
    assert sheet.header == ("ID", "Titre", "")
    assert [row.cells for row in sheet.rows] == [("1", "a", "b"), ("2", "c", "")]


def test_damaged_characters_are_told(tmp_path: Path) -> None:
    """Accents that were lost before the file was saved are counted."""
    text = f"{HEADER}1;Caf\ufffd;a\n2;CafÃ©;lâ€™eau\n3;Café;b\n"
    assert ("damaged_characters", "3") in READER.read(written(tmp_path, text)).remarks


def test_five_thousand_rows_are_the_limit(tmp_path: Path) -> None:
    """5,000 rows are read, one more is refused."""
    rows = "".join(f"{number};Projet {number};x\n" for number in range(5_000))
    assert len(READER.read(written(tmp_path, HEADER + rows)).rows) == 5_000
    assert refusal(written(tmp_path, f"{HEADER}{rows}5001;Projet;x\n")) == "too_many_rows"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\n \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (HEADER.encode(), "no_rows"),
        (b"<html><table><tr><td>Titre</td></tr></table></html>", "web_page"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "damaged"),
        (b"x" * ((20 << 20) + 1), "too_large"),
    ],
)
def test_useless_files_are_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    """Empty, header only, a web page under a workbook's name, cut, broken or huge: each has its sentence."""
    path = tmp_path / "projets.xlsx"
    path.write_bytes(content)
    assert refusal(path) == reason


def test_hostile_workbooks_end_soon(hand_made: Write, write_xlsx: Write) -> None:
    """An entity bomb, a zip bomb and the farthest cell of a sheet are refused within seconds."""
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    started = time.monotonic()
    assert refusal(hand_made("&a;", before="<!DOCTYPE x [<!ENTITY a 'b'>]>")) == "damaged"
    assert refusal(hand_made("<!--" + "0" * 30_000_000 + "-->")) == "unpacks_too_large"
    assert refusal(hand_made(far)) == "too_many_columns"
    assert refusal(write_xlsx(S1=[["x" * 32_000] * 100] * 100)) == "too_large"
    assert time.monotonic() - started < 10


def test_row_number_without_end_is_stopped(hand_made: Write) -> None:
    """A row that claims a number beyond counting keeps the child busy only as long as it may."""
    path = hand_made('<row r="99999999999"><c r="A1"><v>1</v></c></row>')
    assert refusal(path, CandidacySheetReader(time_limit=2)) == "too_slow"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import time; time.sleep(60)", "too_slow"),
        ("import os; os.abort()", "crashed"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "crashed"),
        ("print('no JSON')", "crashed"),
    ],
)
def test_child_that_fails_is_a_reason_and_not_a_crash(tmp_path: Path, script: str, reason: str) -> None:
    """A child that hangs, dies or talks nonsense becomes a sentence, soon."""
    reader = CandidacySheetReader(command=(sys.executable, "-c", script), time_limit=3)
    started = time.monotonic()
    assert refusal(written(tmp_path, HEADER), reader) == reason
    assert time.monotonic() - started < 10


@pytest.mark.skipif(sys.platform == "win32", reason="no module resource")
def test_child_cannot_eat_all_memory(tmp_path: Path) -> None:
    """A parser that asks for two gigabytes gets an error inside the child."""
    script = "from jury_desk.importers import sheet_worker as w; w.limit_resources(); bytearray(2 << 30)"
    reader = CandidacySheetReader(command=(sys.executable, "-c", script))
    assert refusal(written(tmp_path, HEADER), reader) == "crashed"


def test_child_loads_neither_qt_nor_the_database(tmp_path: Path) -> None:
    """The child imports what it needs to read a table, and nothing of the application."""
    script = (
        "import sys; from jury_desk.importers import sheet_worker; sheet_worker.main(sys.argv[1:]);"
        "assert not {'PySide6', 'sqlalchemy', 'sqlmodel', 'pydantic', 'reportlab'} & set(sys.modules)"
    )
    reader = CandidacySheetReader(command=(sys.executable, "-c", script))
    assert len(reader.read(written(tmp_path, f"{HEADER}1;a;b\n")).rows) == 1


def test_modules_beside_the_spreadsheet_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A json.py in the folder the user stands in does not run."""
    (tmp_path / "json.py").write_text("raise SystemExit(3)", encoding="utf-8")
    path = written(tmp_path, f"{HEADER}1;a;b\n")
    monkeypatch.chdir(tmp_path)
    assert len(READER.read(Path(path.name)).rows) == 1


def test_frozen_application_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a Python to start, the program is started again with its hidden argument."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "--sheet-worker")


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    """No such file is one error, a folder in its place another."""
    with pytest.raises(FileNotFound):
        READER.read(tmp_path / "none.csv")
    assert refusal(tmp_path) == "not_a_file"
    with pytest.raises(SheetUnreadable, match="no_such_row"):
        READER.read(written(tmp_path, f"{HEADER}1;a;b\n"), header_row=9)
