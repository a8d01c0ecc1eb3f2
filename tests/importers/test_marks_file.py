"""Tables of marks and results: encodings, delimiters, workbooks, and every problem with row and column."""

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from jury_desk.domain.errors import FileNotFound, SheetUnreadable
from jury_desk.domain.scoring import MarkState
from jury_desk.importers.marks_file import read_marks, read_results
from jury_desk.services.mark_rows import MarkRow, MarksRefused

TABLE = """\
candidacy,juror,criterion,mark,state,comment
Été,J1,a,7.5,,clair
Été,J2,a,,recused,
Été,J3,a,0,marked,
Été,J4,a,,,
"""
ROWS = (
    MarkRow(2, "Été", "J1", "a", MarkState.MARKED, Fraction(15, 2), "clair"),
    MarkRow(3, "Été", "J2", "a", MarkState.RECUSED),
    MarkRow(4, "Été", "J3", "a", MarkState.MARKED, Fraction(0)),
    MarkRow(5, "Été", "J4", "a", MarkState.BLANK),
)


def written(folder: Path, content: str | bytes) -> Path:
    """A file with that content."""
    path = folder / "marks.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def problems(path: Path) -> list[tuple[int, str, str]]:
    """Row, column and code of each problem."""
    with pytest.raises(MarksRefused) as caught:
        read_marks(path)
    return [(each.row, each.column, each.code) for each in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_text_is_read_however_it_was_saved(tmp_path: Path, encoding: str, delimiter: str, ending: str) -> None:
    """Encodings, delimiters and line endings of French offices all give the same rows."""
    text = TABLE.replace(",", delimiter).replace("\n", ending)
    assert read_marks(written(tmp_path, text.encode(encoding))) == ROWS


def test_a_decimal_comma_is_no_delimiter(tmp_path: Path) -> None:
    """With semicolons, 7,5 is one mark."""
    text = "candidacy;juror;criterion;mark\nP;J;a;7,5\n"
    assert read_marks(written(tmp_path, text))[0].value == Fraction(15, 2)


def test_columns_come_in_any_order_and_case(tmp_path: Path) -> None:
    """State and comment may be left out; empty columns after the last are nothing."""
    text = "Mark,CANDIDACY,Criterion,juror,,\n8,P,a,J,,\n\n9,Q,a,J,,\n"
    assert read_marks(written(tmp_path, text)) == (
        MarkRow(2, "P", "J", "a", MarkState.MARKED, Fraction(8)),
        MarkRow(4, "Q", "J", "a", MarkState.MARKED, Fraction(9)),
    )


def test_a_row_is_named_by_its_first_line(tmp_path: Path) -> None:
    """A comment over two lines does not put the next rows out."""
    text = 'candidacy,juror,criterion,mark,comment\nP,J,a,7,"one\ntwo"\nP,J,b,x,\n'
    assert problems(written(tmp_path, text)) == [(4, "mark", "not_number")]


def test_a_recusal_may_stand_for_the_whole_sheet(tmp_path: Path) -> None:
    """Recused, absent or abstained need no criterion; a mark does."""
    text = "candidacy,juror,criterion,mark,state\nP,J,,,recused\nP,K,,7,\n"
    assert problems(written(tmp_path, text)) == [(3, "criterion", "missing")]
    assert read_marks(written(tmp_path, text.replace("P,K,,7,\n", "")))[0].criterion == ""


def test_every_problem_is_told(tmp_path: Path) -> None:
    """Reading goes on past a problem, and each has its row and column."""
    text = """\
candidacy,juror,criterion,mark,state,comment
,J,a,7,,
P,J,,7,,
P,J,a,seven,,
P,J,a,7,recused,
P,J,a,,marked,
P,J,a,,ill,
P,J,a,7,,fine,more
"""
    assert problems(written(tmp_path, text)) == [
        (2, "candidacy", "missing"),
        (3, "criterion", "missing"),
        (4, "mark", "not_number"),
        (5, "mark", "mark_with_state"),
        (6, "mark", "marked_without_mark"),
        (7, "state", "unknown_state"),
        (8, "comment", "too_many_cells"),
    ]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("candidacy,juror,criterion,mark,colour", (1, "colour", "unknown_column")),
        ("candidacy,juror,criterion,mark,mark", (1, "mark", "column_twice")),
        ("candidacy,juror,mark", (1, "criterion", "column_missing")),
    ],
)
def test_a_header_that_is_not_right_is_refused(tmp_path: Path, header: str, problem: tuple[int, str, str]) -> None:
    """Unknown, doubled and missing columns are told before any row is looked at."""
    assert problems(written(tmp_path, f"{header}\nP,J,a,7\n")) == [problem]


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    """A header alone is no marks."""
    assert problems(written(tmp_path, "candidacy,juror,criterion,mark\n")) == [(1, "candidacy", "no_rows")]


def test_a_workbook_gives_numbers_as_typed(tmp_path: Path) -> None:
    """0.1 + 0.2 typed as 0.3 is three tenths; whole numbers have no decimals; blank rows keep the numbering."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["candidacy", "juror", "criterion", "mark"], [12, "J", "a", 0.3], [], ["Q", "J", "a", 7.0]):
        sheet.append(row)
    sheet.cell(4, 4).value = 8.25
    path = tmp_path / "marks.xlsx"
    book.save(path)
    assert [(each.row, each.candidacy, each.value) for each in read_marks(path)] == [
        (2, "12", Fraction(3, 10)),
        (4, "Q", Fraction(33, 4)),
    ]


def test_a_workbook_may_hold_numbers_as_text(tmp_path: Path) -> None:
    """A column formatted as text keeps what was typed, with comma or point; a sum of binary numbers is as shown."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["candidacy", "juror", "criterion", "mark"], ["P", "J", "a", "7,5"], ["P", "J", "b", "7.5"]):
        sheet.append(row)
    sheet.append(["P", "J", "c", 0.1 + 0.2])
    path = tmp_path / "marks.xlsx"
    book.save(path)
    assert [each.value for each in read_marks(path)] == [Fraction(15, 2), Fraction(15, 2), Fraction(3, 10)]


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"%PDF-1.7\x00\x00", b'candidacy,"juror\nP,J'])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    """A damaged workbook, something else, a quotation mark left open: told, without a traceback."""
    with pytest.raises((SheetUnreadable, MarksRefused)):
        read_marks(written(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """No such file."""
    with pytest.raises(FileNotFound):
        read_marks(tmp_path / "none.csv")


def test_results_of_an_earlier_stage_are_read(tmp_path: Path) -> None:
    """Two columns, exact numbers, by candidacy."""
    path = written(tmp_path, "candidacy;result\nP;12,5\nQ;1/3\n")
    assert read_results(path) == {"P": Fraction(25, 2), "Q": Fraction(1, 3)}


def test_problems_of_results_are_told(tmp_path: Path) -> None:
    """A candidacy twice, no candidacy, no result, no number."""
    path = written(tmp_path, "candidacy,result\nP,1\nP,2\n,3\nQ,\nR,x\n")
    with pytest.raises(MarksRefused) as caught:
        read_results(path)
    assert [(each.row, each.column, each.code) for each in caught.value.problems] == [
        (3, "candidacy", "candidacy_twice"),
        (4, "candidacy", "missing"),
        (5, "result", "missing"),
        (6, "result", "not_number"),
    ]
