"""Workbooks: each kind of cell as text, the sheet wanted, and files made to break a reader."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from defusedxml.common import EntitiesForbidden

from jury_desk.importers.raw_table import RefusedSheet
from jury_desk.importers.sheet_worker import read_table
from jury_desk.importers.workbooks import cell_text, checked_entries, is_workbook, read_workbook

Write = Callable[..., Path]

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
OPEN_DOCUMENT = f"""<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0"
    xmlns:text="{OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Projets">
    <table:table-row><table:table-cell office:value-type="string"><text:p>Titre</text:p></table:table-cell>
    </table:table-row><table:table-row table:number-rows-repeated="2"/><table:table-row>
    <table:table-cell office:value-type="string"><text:p>Été</text:p><text:p>suite</text:p></table:table-cell>
    <table:table-cell office:value-type="float" office:value="59300"/>
    <table:table-cell office:value-type="date" office:date-value="2020-02-10T17:30:00"/>
    <table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
    </table:table></office:spreadsheet></office:body></office:document-content>"""

BOMB = (
    "<!DOCTYPE x [<!ENTITY a0 'lol'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)
"""A billion laughs."""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  é\u200b\ufeff ", "  é\u200b\ufeff "),
        ("a_x000D_\nb", "a\r\nb"),
        (True, "TRUE"),
        (1482093, "1482093"),
        (59300.0, "59300"),
        (0.1 + 0.2, "0.3"),
        (1e21, "1000000000000000000000"),
        (-71403.54, "-71403.54"),
        (float("nan"), "nan"),
        (date(2014, 9, 1), "2014-09-01"),
        (datetime(2020, 2, 10), "2020-02-10"),  # noqa: DTZ001 -- spreadsheets know no time zone
        (datetime(2020, 2, 10, 17, 29, 59, 999000), "2020-02-10T17:30:00"),  # noqa: DTZ001 -- the same
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
    ],
)
def test_cells_become_text_in_one_way(value: object, text: str) -> None:
    """Numbers as people write them, dates in ISO form, every character of a text."""
    assert cell_text(value) == text


def test_xlsx_is_read_to_the_character(write_xlsx: Write) -> None:
    """Odd characters, blanks at the ends, gaps and typed cells come back, each row with its number."""
    moment = datetime(2020, 2, 10, 17, 30)  # noqa: DTZ001 -- spreadsheets know no time zone
    table = read_workbook(write_xlsx(S1=[["Titre", "Le"], [], ["e\u0301\u200b\ufeff ", moment], ["", 12.0, True]]))
    assert table.rows == [
        (1, ["Titre", "Le"]),
        (3, ["e\u0301\u200b\ufeff ", "2020-02-10T17:30:00"]),
        (4, ["", "12", "TRUE"]),
    ]


def test_first_sheet_that_holds_something_is_read(write_xlsx: Write) -> None:
    """An empty sheet is passed over, another can be asked for, an unknown one is refused."""
    path = write_xlsx(Vide=[], Deux=[["b"]], Trois=[["c"]])
    assert (read_workbook(path).sheet, read_workbook(path).sheets) == ("Deux", ["Vide", "Deux", "Trois"])
    assert read_workbook(path, "Trois").rows == [(1, ["c"])]
    with pytest.raises(RefusedSheet, match=r"^no_such_sheet$"):
        read_workbook(path, "Quatre")
    with pytest.raises(RefusedSheet, match=r"^empty$"):
        read_workbook(path, "Vide")


def test_formulas_without_a_value_are_told(tmp_path: Path) -> None:
    """A formula that no spreadsheet program has computed would be read as empty: its cell is named."""
    book = openpyxl.Workbook()
    book.active.append(["Titre", "Total"])
    book.active.append(["a", "=1+1"])
    book.save(tmp_path / "book.xlsx")
    assert read_workbook(tmp_path / "book.xlsx").remarks == [("formula_not_computed", "B2")]


def test_computed_formulas_are_values(hand_made: Write) -> None:
    """A formula with its value is that value; one whose value is the empty text is an empty cell and no problem."""
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><v>3</v></c>'
    table = read_workbook(hand_made(f'<row r="1">{cells}</row>'))
    assert (table.rows, table.remarks) == ([(1, ["2", "", "3"])], [])


def test_error_values_and_hidden_sheets_are_told(tmp_path: Path) -> None:
    """A cell in error keeps its text and is named, and so are the sheets that nobody sees."""
    book = openpyxl.Workbook()
    book.active.append(["Titre", "#REF!"])
    book.create_sheet("Cachée").sheet_state = "hidden"
    book.save(tmp_path / "book.xlsx")
    table = read_workbook(tmp_path / "book.xlsx")
    assert table.rows == [(1, ["Titre", "#REF!"])]
    assert table.remarks == [("error_cell", "B1"), ("hidden_sheets", "Cachée")]


def test_false_size_of_a_sheet_is_not_believed(hand_made: Write) -> None:
    """The rows beyond the size that the file claims are read."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (1, 2, 3))
    assert [number for number, _ in read_workbook(hand_made(rows)).rows] == [1, 2, 3]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>', "columns"),
        ("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 5022)), "rows"),
    ],
)
def test_far_cells_and_long_sheets_are_refused(hand_made: Write, rows: str, reason: str) -> None:
    """What lies past a limit is never cut off in silence."""
    with pytest.raises(RefusedSheet, match=rf"^too_many_{reason}$"):
        read_workbook(hand_made(rows))


def test_cells_past_the_limit_are_refused(write_xlsx: Write) -> None:
    """A cell of 32,000 characters is read whole, a longer one refused."""
    assert len(read_workbook(write_xlsx(S1=[["x" * 32_000]])).rows[0][1][0]) == 32_000
    with pytest.raises(RefusedSheet, match=r"^cell_too_long$"):
        read_workbook(write_xlsx(S1=[["x" * 32_001]]))


def test_long_text_shared_by_many_cells_is_refused(write_xlsx: Write) -> None:
    """A small file that repeats one long text in every cell does not fill the memory."""
    with pytest.raises(RefusedSheet, match=r"^too_large$"):
        read_workbook(write_xlsx(S1=[["x" * 32_000] * 100] * 100))


@pytest.mark.parametrize(
    ("before", "cell"),
    [
        (BOMB, "&a9;"),
        (f"<!DOCTYPE x [<!ENTITY a '{'A' * 50_000}'>]>", "&a;" * 5_000),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>', "&e;"),
    ],
)
def test_entities_are_refused(hand_made: Write, before: str, cell: str) -> None:
    """Entities that grow or that name a local file are not expanded."""
    path = hand_made(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{cell}</t></is></c></row>', before=before)
    with pytest.raises(ValueError, match="invalid XML") as caught:
        read_workbook(path)
    assert isinstance(caught.value.__cause__, EntitiesForbidden)


def test_zip_bombs_are_refused_before_they_unpack(hand_made: Write) -> None:
    """An archive that unpacks to far more than its size, or to thousands of parts, is not opened."""
    for rows, extra in (("<!--" + "0" * 30_000_000 + "-->", 0), ("", 1_000)):
        with pytest.raises(RefusedSheet, match=r"^unpacks_too_large$"):
            checked_entries(hand_made(rows, extra=extra))


def test_cut_or_foreign_archives_are_refused(write_xlsx: Write, tmp_path: Path) -> None:
    """A download cut short is damaged; an archive without a sheet is no spreadsheet."""
    whole = write_xlsx(S1=[["Titre"], ["a"]]).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RefusedSheet, match=r"^damaged$"):
        read_workbook(cut)
    foreign = tmp_path / "word.docx"
    foreign.write_bytes(whole.replace(b"xl/workbook.xml", b"wd/workbook.xml"))
    with pytest.raises(RefusedSheet, match=r"^not_a_sheet$"):
        read_workbook(foreign)


def test_content_and_not_the_ending_says_what_a_file_is(write_xlsx: Write, tmp_path: Path) -> None:
    """A workbook called .csv and a text called .xlsx are both read."""
    workbook = write_xlsx(S1=[["Titre"], ["a"]]).rename(tmp_path / "book.csv")
    assert read_table(workbook).rows == [(1, ["Titre"]), (2, ["a"])]
    text = tmp_path / "text.xlsx"
    text.write_bytes(b"Titre;R\na;b\n")
    assert read_table(text).rows == [(1, ["Titre", "R"]), (2, ["a", "b"])]


def test_workbook_with_a_password_is_named(tmp_path: Path) -> None:
    """An encrypted workbook is told from a damaged one."""
    path = tmp_path / "secret.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert is_workbook(path.read_bytes())
    with pytest.raises(RefusedSheet, match=r"^password$"):
        read_workbook(path)


def test_open_document_is_read_like_the_others(tmp_path: Path) -> None:
    """An .ods gives its lines, numbers, dates and booleans as an .xlsx would, gaps counted."""
    path = tmp_path / "book.ods"
    manifest = f'<m:manifest xmlns:m="{OASIS}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{MIMETYPE}"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("META-INF/manifest.xml", f"{manifest}</m:manifest>")
        archive.writestr("content.xml", OPEN_DOCUMENT.replace(">\n    <", "><"))
    table = read_workbook(path)
    assert table.sheet == "Projets"
    assert table.rows == [(1, ["Titre"]), (4, ["Été\nsuite", "59300", "2020-02-10T17:30:00", "TRUE"])]


def test_open_document_of_a_million_repeated_cells_is_refused(tmp_path: Path) -> None:
    """One cell repeated over the whole sheet is refused before it is unfolded."""
    path = tmp_path / "far.ods"
    rows = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        content = OPEN_DOCUMENT.replace(">\n    <", "><").replace("<table:table-row><table:table-cell", rows)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{OASIS}:manifest:1.0"/>')
    with pytest.raises(RefusedSheet, match=r"^unpacks_too_large$"):
        read_workbook(path)


def test_old_workbook_keeps_every_row(shared: Path) -> None:
    """A real .xls of 1,834 projects: postal codes without decimals, dates in ISO form."""
    table = read_workbook(shared / "data" / "messy_sheets" / "feder_fse_france_2014-2020.xls")
    assert len(table.rows) == 1 + 1_834
    assert table.rows[1][1][3:6] == ["94025", "2014-09-01", "2015-08-31"]
