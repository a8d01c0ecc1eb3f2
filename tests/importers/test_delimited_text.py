"""Tables as text: encodings, delimiters, quotation marks and every character in between."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.importers.delimited_text import decode, guess_delimiter, read_delimited
from jury_desk.importers.raw_table import MAX_CELL_CHARACTERS, RefusedSheet

TEXT = "Titre;Résumé\nCœur d’été;« 5 € »\n"


def rows_of(text: str) -> list[list[str]]:
    """The cells read from a text."""
    return [cells for _, cells in read_delimited(text.encode()).rows]


@pytest.mark.parametrize(
    ("raw", "used"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.replace(";", "\t").encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_encodings_of_french_offices_are_recognised(raw: bytes, used: str) -> None:
    """Each usual encoding gives the same cells and is named."""
    table = read_delimited(raw)
    assert table.encoding == used
    assert [cells for _, cells in table.rows] == [["Titre", "Résumé"], ["Cœur d’été", "« 5 € »"]]


def test_chosen_encoding_is_used() -> None:
    """Polish text that Windows-1252 reads without an error and wrongly is right once the user names its encoding."""
    raw = "Tytuł;Opis\nŻółw;x\n".encode("cp1250")
    assert read_delimited(raw).rows[0][1][0] != "Tytuł"
    assert read_delimited(raw, "cp1250").rows[0][1][0] == "Tytuł"


@pytest.mark.parametrize(("raw", "encoding"), [(b"a;b\n\x8f;c", ""), (b"\xef\xbb\xbfa;\xff", ""), (b"a;b", "klingon")])
def test_undecodable_bytes_are_refused(raw: bytes, encoding: str) -> None:
    """Bytes of no known encoding, or an encoding of no known name, are refused and never replaced."""
    with pytest.raises(RefusedSheet, match=r"^encoding$"):
        decode(raw, encoding)


def test_only_the_first_byte_order_mark_goes() -> None:
    """U+FEFF inside the text belongs to it."""
    assert decode("\ufeffa\ufeffb".encode())[0] == "a\ufeffb"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Titre;Résumé\nVélos, trottinettes, rollers;Pour tous, partout\n", ";"),
        ("Title,Summary\nBikes; scooters,For all; everywhere\n", ","),
        ("Titre\tRésumé\nL'été, l'hiver;\tC'est l'automne\n", "\t"),
        ("Titre|Résumé\na,b;c|d\n", "|"),
        ('Titre;Résumé\n"Un ""mot"" ; deux";"ligne 1\nligne 2, suite"\n', ";"),
        ("Liste des projets, 2020\n\nTitre;Service;Note\na;b;c\nd;e;f\n" + "g;h;i\n" * 20, ";"),
        ("Liste des projets\n\nNom;Service\na;b\n", ";"),
        ('"ID","Nom du projet"\n"1","l\'eau; l\'air"\n', ","),
        ("Titre;Résumé\n'Le quai;l'aube'\n", ";"),
    ],
)
def test_delimiter_is_the_one_that_makes_a_table(text: str, delimiter: str) -> None:
    """Commas, semicolons, apostrophes and line ends inside cells do not mislead."""
    assert guess_delimiter(text) == delimiter


@pytest.mark.parametrize(
    "lines",
    [
        ["Titre", "Vélos, trottinettes", "Place", "A, b, c"],
        ["Titre", "Vélos, trottinettes", "Rollers, patins"],
        ["Mes idées", "Vélos", "Trottinettes, rollers"],
        ["Titre"],
    ],
)
def test_one_column_stays_one_column(lines: list[str]) -> None:
    """Commas in prose do not cut a sheet that has one column."""
    assert rows_of("\n".join(lines)) == [[line] for line in lines]


def test_rows_keep_their_number() -> None:
    """Empty lines are left out and counted; a line end inside a cell is not a row."""
    table = read_delimited(b'Titre;R\n\n;;\n"a\nb";c\nd;e\n')
    assert table.rows == [(1, ["Titre", "R"]), (4, ["a\nb", "c"]), (5, ["d", "e"])]


@pytest.mark.parametrize("text", ['Titre;R\n"a;b\nc;d\n', 'Titre;R\n"a"b;c\n', 'a,b,c\n1,"x"y,3\n4,5,6\n'])
def test_open_quotation_mark_is_refused(text: str) -> None:
    """A quotation mark that is never closed would swallow the rows after it: refused instead."""
    with pytest.raises(RefusedSheet, match=r"^quotes$"):
        read_delimited(text.encode())


@pytest.mark.parametrize(
    "raw", [b"<!DOCTYPE html><table>", b"\xef\xbb\xbf <HTML>", b'<?xml version="1.0"?><Workbook/>']
)
def test_web_page_is_recognised(raw: bytes) -> None:
    """A web page saved under a spreadsheet's name is called what it is."""
    with pytest.raises(RefusedSheet, match=r"^web_page$"):
        read_delimited(raw)


@pytest.mark.parametrize("raw", [b"%PDF-1.7 a;b", b"\x89PNG\r\n\x1a\n\0\0\0\r", b"a;b\0c"])
def test_other_files_are_refused(raw: bytes) -> None:
    """A PDF, a picture and bytes with zeros are not tables."""
    with pytest.raises(RefusedSheet, match=r"^not_a_sheet$"):
        read_delimited(raw)


def test_limits_are_told_and_nothing_is_cut() -> None:
    """One character, one column or one row too many is a refusal; one less is read whole."""
    full = "x" * MAX_CELL_CHARACTERS
    assert rows_of(f"Titre;R\n{full};b\n")[1][0] == full
    for text, reason in (
        (f"Titre;R\n{full}x;b\n", "cell_too_long"),
        (";".join("abcde" for _ in range(101)) + "\n", "too_many_columns"),
        ("Titre;R\n" + "a;b\n" * 5_020, "too_many_rows"),
    ):
        with pytest.raises(RefusedSheet, match=rf"^{reason}$"):
            read_delimited(text.encode())


def test_file_saved_twice_is_recognised() -> None:
    """Rows that stand whole in their first cell, commas and all, are not read as a table of one column."""
    with pytest.raises(RefusedSheet, match=r"^saved_twice$"):
        read_delimited(b'a,b,c;;;\n"1,""x, y"",2";;;\n"2,z,3";;;\n')


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\x1f"), max_size=30)


@given(
    st.sampled_from(";,\t|"),
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_is_written_is_read(
    delimiter: str, cells: list[tuple[str, str, str]], encoding: str, quoting: int
) -> None:
    """Whatever the cells hold, a table with a header comes back to the character."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow(["Référence", "Titre", "Résumé"])
    writer.writerows(cells)
    rows = read_delimited(written.getvalue().encode(encoding)).rows
    expected = [(number, list(row)) for number, row in enumerate(cells, start=2) if "".join(row).strip()]
    assert [(number, [*row, *[""] * (3 - len(row))]) for number, row in rows[1:]] == expected
