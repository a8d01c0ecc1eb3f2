"""A juror's workbook on its way: written, filled in and saved again by LibreOffice as .xlsx and .ods, read back."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Candidacy, Holder
from jury_desk.domain.edition import Edition, RulesVersion, Stage, StageKind
from jury_desk.domain.errors import FileNotFound, NotAJurorBook, SheetUnreadable
from jury_desk.domain.juror_book import CANDIDACY, HIDDEN_SHEET, PROPERTY, STATE, TOTAL, BookLine, JurorBook
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Better, CommentRule, Criterion, Scale
from jury_desk.domain.rules import Aggregation, Rounding, Rules
from jury_desk.domain.scoring import BLANK, Mark, MarkState, RecordedMark
from jury_desk.exports.juror_workbook import juror_workbook_bytes, write_juror_workbook
from jury_desk.importers.juror_workbook import read_juror_workbook
from jury_desk.services.example import build_example
from jury_desk.services.juror_books import export_books, juror_books
from jury_desk.services.preparation import entries
from jury_desk.services.reconciling import TAKEN_BY_DEFAULT, accept, reconcile
from jury_desk.services.scoring import sheet_of

MADE_AT = datetime(2020, 3, 1, 9, 30, tzinfo=UTC)
HALVES = Scale(Fraction(0), Fraction(20), Fraction(1, 2))
CRITERIA = (
    Criterion("C1", "=Problème", Fraction(2), HALVES, levels=("faible", "fort")),
    Criterion("C2", "Délai", Fraction(1), Scale(Fraction(0), Fraction(10), Fraction(1)), better=Better.LOWER),
    Criterion("C3", "Équipe", Fraction(1), HALVES, comment=CommentRule.REQUIRED),
)
RULES = Rules("Règlement", "1", "fr", HALVES, CRITERIA)
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}
MACRO = """
Sub Fill
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden" : hidden(0).Value = True
    Dim book, sheet, part, pair
    book = StarDesktop.loadComponentFromURL(Environ("FILL_SOURCE"), "_blank", 0, hidden())
    sheet = book.Sheets.getByIndex(0)
    For Each part In Split(Environ("FILL_CELLS"), ";")
        pair = Split(part, "=")
        If IsNumeric(pair(1)) Then
            sheet.getCellRangeByName(pair(0)).Value = CDbl(pair(1))
        Else
            sheet.getCellRangeByName(pair(0)).String = pair(1)
        End If
    Next
    book.calculateAll()
    Dim way(0) As New com.sun.star.beans.PropertyValue
    way(0).Name = "FilterName" : way(0).Value = Environ("FILL_FILTER")
    book.storeToURL(Environ("FILL_TARGET"), way())
    book.close(True)
End Sub
"""
Fill = Callable[[Path, str, dict[str, str]], Path]


def marks(*values: str) -> dict[str, Mark]:
    """Marks of a sheet in the order of the criteria; an empty text is a blank."""
    given = (Mark(MarkState.MARKED, Fraction(each)) if each else BLANK for each in values)
    return dict(zip(("C1", "C2", "C3"), given, strict=True))


@pytest.fixture
def book() -> JurorBook:
    """Three candidacies: one marked, one blank, one that the juror is recused from."""
    candidacies = [Candidacy(f"P{number}", f"Projet {number}", holders=(Holder("Benali"),)) for number in (1, 2, 3)]
    recused = dict.fromkeys(("C1", "C2", "C3"), Mark(MarkState.RECUSED, comment="relative"))
    first = marks("14.5", "3", "12") | {"C3": Mark(MarkState.MARKED, Fraction(12), "à revoir")}
    lines = (
        BookLine(candidacies[0], 1, first, "clair", total=Fraction(53, 4)),
        BookLine(candidacies[1], 2, marks("", "", "")),
        BookLine(candidacies[2], 3, recused, locked=True),
    )
    return JurorBook(
        Edition("Édition 2020", organisation="Région"),
        "ab" * 16,
        Stage("hackathon", StageKind.HEARING, "Jury", 1),
        RULES,
        RulesVersion("hackathon", 1, "{}", "2020-03-01T09:00:00+00:00", "f" * 64),
        Juror("J1", "Mme Hélène VASSEUR"),
        Member("hackathon", "J1", 1),
        lines,
    )


@pytest.fixture
def written(book: JurorBook, tmp_path: Path) -> Path:
    """The workbook as it is handed out."""
    target = tmp_path / "grille.xlsx"
    write_juror_workbook(book, target, language="fr", made_at=MADE_AT)
    return target


def place(path: Path, row_id: str, column_id: str) -> str:
    """The cell of a candidacy and a column, found by their hidden ids."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    heads = next(cells for cells in rows if cells[0] == CANDIDACY)
    row = next(number for number, cells in enumerate(rows, 1) if cells[0] == row_id)
    return f"{get_column_letter(heads.index(column_id) + 1)}{row}"


@pytest.fixture(scope="session")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice with the macro that fills workbooks in; each test works on a copy of its own."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine")
    profile = tmp_path_factory.mktemp("office") / "profile"
    # The first start lays the profile out, and would overwrite a macro that was there before.
    start = [office, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--terminate_after_init"]
    subprocess.run(start, check=True, capture_output=True, timeout=120)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    code = escape(MACRO, {'"': "&quot;"})
    names = 'xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic"'
    module.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<script:module {names}>{code}</script:module>', "utf-8")
    return profile


@pytest.fixture
def fill(office_profile: Path, tmp_path: Path) -> Fill:
    """Has LibreOffice open a workbook, type into cells and save it under another format, in a profile of its own."""
    profile = shutil.copytree(office_profile, tmp_path / "profile")

    def run(source: Path, ending: str, cells: dict[str, str]) -> Path:
        target = tmp_path / f"rendu.{ending}"
        asked = {
            "FILL_SOURCE": source.as_uri(),
            "FILL_TARGET": target.as_uri(),
            "FILL_FILTER": FILTERS[ending],
            "FILL_CELLS": ";".join(f"{cell}={value}" for cell, value in cells.items()),
        }
        command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
        subprocess.run(
            [*command, "macro:///Standard.Module1.Fill"],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, **asked},
        )
        assert target.exists()
        return target

    return run


def test_workbook_reads_back_as_it_was_handed_out(written: Path, book: JurorBook) -> None:
    """Ids, marks, base, state and comment; the mean below has no id and is no line."""
    found = read_juror_workbook(written)
    assert (found.edition_id, found.stage, found.juror) == (book.edition_id, "hackathon", "J1")
    assert found.fingerprint == "f" * 64
    assert [line.candidacy for line in found.lines] == ["P1", "P2", "P3"]
    first, second, third = found.lines
    assert first.marks == first.base == {"C1": "14.5", "C2": "3", "C3": "12"}
    assert (first.comment, first.base_comment) == ("clair", "clair")
    assert second.marks == {"C1": "", "C2": "", "C3": ""}
    assert second.base == {}
    assert third.state == third.base_state == "Déport"
    assert third.base == third.base_comments == {}
    assert first.comments == {"C3": "à revoir"}
    assert first.base_comments["C3"] == "à revoir"
    assert found.handed_out == {"P1", "P2", "P3"}


def test_formula_without_its_value_is_no_blank(written: Path) -> None:
    """Some programs save what was typed without computing it: an answer that nobody can read is told as one."""
    workbook = openpyxl.load_workbook(written)
    workbook.worksheets[0][place(written, "P2", "C1")] = "=3+4"
    workbook.save(written)
    first, second, _ = read_juror_workbook(written).lines
    assert second.marks == {"C1": "= ?", "C2": "", "C3": ""}
    assert first.marks["C1"] == "14.5"


def test_workbook_is_protected_and_validates(written: Path) -> None:
    """Only cells to be filled in are unlocked; those of a recused sheet are not; ids are out of sight."""
    workbook = openpyxl.load_workbook(written)
    sheet = workbook.worksheets[0]
    assert sheet.protection.sheet
    assert not sheet[place(written, "P1", "C1")].protection.locked
    assert sheet[place(written, "P3", "C1")].protection.locked
    assert sheet[place(written, "P1", TOTAL)].protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert workbook[HIDDEN_SHEET].sheet_state == "veryHidden"
    assert workbook.custom_doc_props[PROPERTY].value == f"{'ab' * 16}/hackathon/J1"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    (mark_rule,) = [rule for cells, rule in rules.items() if cells.startswith("D")]
    assert mark_rule.type == "custom"
    assert "faible" in mark_rule.prompt
    assert sheet["D7"].value == "=Problème"
    assert sheet["D7"].data_type == "s"


def test_help_shows_every_level(book: JurorBook, tmp_path: Path) -> None:
    """Nobody can make a row of a protected sheet higher: each has room for all its levels, and for a long name."""
    levels = tuple(f"Niveau {number}" for number in range(1, 8))
    long = replace(CRITERIA[1], name="Clarté de la démarche proposée, et de ce qui en est attendu par les usagers")
    criteria = (replace(CRITERIA[0], levels=levels), long, CRITERIA[2])
    target = tmp_path / "help.xlsx"
    made = replace(book, rules=replace(RULES, criteria=criteria))
    write_juror_workbook(made, target, language="fr", made_at=MADE_AT)
    help_sheet = openpyxl.load_workbook(target)["Aide"]
    assert help_sheet["C2"].value == "\n".join(levels)
    heights = [help_sheet.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights[0] >= 15 * len(levels)
    assert heights[1] >= 15 * 2 > heights[2]


def test_total_is_shown_before_it_is_computed(written: Path, book: JurorBook) -> None:
    """The cached value is the engine's, for who only previews the file."""
    shown = openpyxl.load_workbook(written, data_only=True).worksheets[0]
    assert shown[place(written, "P1", TOTAL)].value == pytest.approx(13.25)
    assert not shown[place(written, "P2", TOTAL)].value
    assert book.lines[0].total == Fraction(53, 4)


def test_mean_of_the_totals_is_shown_before_it_is_computed(book: JurorBook, tmp_path: Path) -> None:
    """Of the sheets that have a total, and of no other."""
    first, second, third = book.lines
    lines = (first, replace(second, marks=marks("10", "5", "10"), total=Fraction(10)), third)
    target = tmp_path / "two.xlsx"
    write_juror_workbook(replace(book, lines=lines), target, language="fr", made_at=MADE_AT)
    shown = openpyxl.load_workbook(target, data_only=True).worksheets[0]
    last = shown[place(target, "P3", TOTAL)]
    assert shown.cell(last.row + 1, last.column).value == pytest.approx((13.25 + 10) / 2)


def test_equal_books_give_equal_bytes(book: JurorBook) -> None:
    """But for the declared instant."""
    first, second = (juror_workbook_bytes(book, language="en", made_at=MADE_AT) for _ in range(2))
    assert first == second


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_filled_in_and_saved_again_it_is_still_known(written: Path, fill: Fill, ending: str) -> None:
    """LibreOffice types marks, a state and a comment, and saves; hidden ids, base and property survive."""
    cells = {
        place(written, "P2", "C1"): "17.5",
        place(written, "P2", "C2"): "4",
        place(written, "P2", "C3"): "8",
        place(written, "P1", "C1"): "25",
        place(written, "P2", "@comment"): "à revoir",
    }
    found = read_juror_workbook(fill(written, ending, cells))
    assert (found.edition_id, found.stage, found.juror) == ("ab" * 16, "hackathon", "J1")
    first, second, third = found.lines
    assert second.marks == {"C1": "17.5", "C2": "4", "C3": "8"}
    assert second.comment == "à revoir"
    assert first.marks["C1"] == "25"
    assert first.base["C1"] == "14.5"
    assert third.state == "Déport"


@pytest.mark.slow
@pytest.mark.parametrize("rounding", [None, Fraction(1, 10)])
def test_running_total_and_mean_are_those_of_the_engine(
    book: JurorBook, tmp_path: Path, fill: Fill, rounding: Fraction | None
) -> None:
    """Recomputed by LibreOffice from what was typed: out of 20, a criterion where lower is better, rounded or not."""
    rules = replace(RULES, aggregation=Aggregation(out_of=Fraction(20)), rounding=Rounding(sheet=rounding))
    source = tmp_path / "grille.xlsx"
    write_juror_workbook(replace(book, rules=rules), source, language="en", made_at=MADE_AT)
    cells = {place(source, "P2", each): value for each, value in (("C1", "17.5"), ("C2", "4"), ("C3", "8"))}
    computed = openpyxl.load_workbook(fill(source, "xlsx", cells), data_only=True).worksheets[0]
    exact = [
        (2 * Fraction(first) / 20 + (10 - Fraction(second)) / 10 + Fraction(third) / 20) / 4 * 20
        for first, second, third in (("14.5", "3", "12"), ("17.5", "4", "8"))
    ]
    if rounding:
        exact = [Fraction(round(each * 10), 10) for each in exact]
    totals = [computed[place(source, each, TOTAL)].value for each in ("P1", "P2")]
    assert totals == pytest.approx([float(each) for each in exact])
    below = place(source, "P3", TOTAL)
    mean = computed[f"{below[0]}{int(below[1:]) + 1}"].value
    assert mean == pytest.approx(float(sum(exact) / 2))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbook_of_an_edition_comes_back_right(tmp_path: Path, fill: Fill, ending: str) -> None:
    """From the file through LibreOffice into the file: what was typed there is on file, and nothing else changed."""
    toolbox = make_toolbox(actor="Test", safety=tmp_path / "safety")
    file = build_example(toolbox, tmp_path / "example.jury")
    (source,) = export_books(
        toolbox, juror_books(file, "hackathon", ["J1"]), tmp_path / "out", language="fr", made_at=MADE_AT
    )
    before = {each.key: each.mark for each in file.records.within(RecordedMark, "hackathon")}
    candidacies = [entry.candidacy for entry in entries(file.records, "hackathon")]
    first, last = candidacies[0], candidacies[-1]
    cells = {place(source, first, "C1"): "3", place(source, last, "C5"): "4", place(source, last, "@comment"): "revu"}
    returned = fill(source, ending, cells)
    found = reconcile(file, "hackathon", [toolbox.sheets.read_book(returned)], {}, "fr")
    chosen = [each for each in found.findings if each.kind in TAKEN_BY_DEFAULT]
    assert found.books[0].problem is None
    assert len(chosen) == 3
    accept(file, "hackathon", chosen)
    after = {each.key: each.mark for each in file.records.within(RecordedMark, "hackathon")}
    changed = {key[1:]: mark.value for key, mark in after.items() if mark != before[key]}
    assert changed == {(first, "J1", "C1"): Fraction(3), (last, "J1", "C5"): Fraction(4)}
    assert sheet_of(file.records, "hackathon", last, "J1").comment == "revu"
    file.close()


@pytest.mark.slow
def test_state_of_a_sheet_is_a_choice(written: Path, fill: Fill) -> None:
    """A word of the list comes back as it is."""
    found = read_juror_workbook(fill(written, "ods", {place(written, "P2", STATE): "Absence"}))
    assert (found.lines[1].state, found.lines[1].base_state) == ("Absence", "")


def test_workbook_is_read_by_its_ids_alone(written: Path) -> None:
    """Renamed, its titles written over, two rows and two columns exchanged: every mark is where its ids say."""
    workbook = openpyxl.load_workbook(written)
    sheet = workbook.worksheets[0]
    sheet.title = "Ma grille"
    upper, left = coordinate_to_tuple(place(written, "P1", "C1"))
    lower, right = coordinate_to_tuple(place(written, "P2", "C2"))
    cells = {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row}
    heads = next(row for (row, column), value in cells.items() if column == 1 and value == CANDIDACY)
    for (row, column), value in cells.items():
        if row == heads or row in (upper, lower):
            turned = {left: right, right: left}.get(column, column)
            sheet.cell({upper: lower, lower: upper}.get(row, row), turned).value = value
    sheet.cell(lower, left - 1).value = "Un autre titre"
    elsewhere = written.with_name("copie (2).xlsx")
    workbook.save(elsewhere)
    found = read_juror_workbook(elsewhere)
    assert [line.candidacy for line in found.lines] == ["P2", "P1", "P3"]
    assert found.juror == "J1"
    assert found.lines[1].marks == found.lines[1].base == {"C1": "14.5", "C2": "3", "C3": "12"}
    assert found.lines[0].marks == {"C1": "", "C2": "", "C3": ""}


@pytest.mark.parametrize("lost", ["property", "sheet", "ids"])
def test_workbook_that_lost_what_it_is_known_by_is_refused(written: Path, lost: str) -> None:
    """Each of the three is needed: a title or a file name never is."""
    workbook = openpyxl.load_workbook(written)
    if lost == "property":
        del workbook.custom_doc_props[PROPERTY]
    elif lost == "sheet":
        del workbook[HIDDEN_SHEET]
    else:
        workbook.worksheets[0].delete_cols(1)
    workbook.save(written)
    with pytest.raises(NotAJurorBook):
        read_juror_workbook(written)


def test_what_is_no_workbook_is_refused_in_the_child(tmp_path: Path) -> None:
    """Text, a broken archive, nothing at all."""
    text = tmp_path / "a.xlsx"
    text.write_text("Nom;Email\n", encoding="utf-8")
    broken = tmp_path / "b.ods"
    broken.write_bytes(b"PK\x03\x04 and no more")
    for path in (text, broken):
        with pytest.raises(SheetUnreadable):
            read_juror_workbook(path)
    with pytest.raises(FileNotFound):
        read_juror_workbook(tmp_path / "c.xlsx")
