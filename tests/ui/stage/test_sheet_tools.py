"""Noter beyond the cells: sheets by their number, paper, workbooks out and back, marks moved, the second entry."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jury_desk.domain.paper import PaperLayout
from jury_desk.domain.scoring import Mark, MarkState, RecordedSheet, SheetState
from jury_desk.domain.sheet_number import code_text, sheet_number
from jury_desk.services.paper import key_of, number_sheets, stage_paper
from jury_desk.services.reconciling import Kind
from jury_desk.services.scoring import record_mark, record_sheet_state, sheet_of
from jury_desk.services.settling import SheetPlace, declare_final
from jury_desk.ui.dialogs.move_marks import CANDIDACY, JUROR, MoveMarksDialog
from jury_desk.ui.dialogs.paper_sheets import PaperSheetsDialog
from jury_desk.ui.models.clipboard import block_text
from jury_desk.ui.models.completeness import NOTE_ROLE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Desk

    from jury_desk.ui.dialogs.reconciliation import ReconciliationDialog

Key = Qt.Key
FIVES = ("5", "6", "7")


def only(desk: Desk, kind: type[QDialog]) -> QDialog:
    """The open dialog of that kind."""
    (found,) = [each for each in desk.page.findChildren(kind) if each.isVisible()]
    return found


# Numbers


@pytest.mark.parametrize("by_juror", [False, True])
@pytest.mark.parametrize("whole", [False, True])
def test_number_of_a_sheet_opens_it_at_its_first_mark(desk: Desk, by_juror: bool, whole: bool) -> None:
    """F4, then what a scanner types: digits and Enter; typing on goes along the criteria of that sheet."""
    bench = desk.bench
    number_sheets(bench.file, bench.stage)
    sheet = sheet_of(bench.file.records, bench.stage, "P3", "J2")
    number = sheet_number(key_of(bench.file), sheet.number)
    if by_juror:
        desk.page._modes.button(1).click()
    desk.view.setFocus()
    desk.press(Key.Key_F4)
    assert desk.page.number.hasFocus()
    QTest.keyClicks(desk.page.number, number if whole else number[4:])
    QTest.keyClick(desk.page.number, Key.Key_Return)
    grid = desk.page.grid.model.grid
    assert grid.cell(*desk.place) == grid.cell(grid.row_of("P3", "J2"), 0)
    assert desk.view.hasFocus()
    desk.type("12")
    desk.press(Key.Key_Tab)
    assert bench.value("P3", "J2", "C1") == "12"


def test_wrong_number_is_told_and_opens_nothing(desk: Desk) -> None:
    """One digit off: the sentence says so, the field keeps it for correction."""
    number_sheets(desk.bench.file, desk.bench.stage)
    number = sheet_number(key_of(desk.bench.file), 2)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    desk.press(Key.Key_F4)
    QTest.keyClicks(desk.page.number, wrong)
    QTest.keyClick(desk.page.number, Key.Key_Return)
    assert "chiffres de contrôle" in desk.bench.errors[-1]
    assert desk.page.number.text() == wrong
    assert desk.place == (0, 0)


# Paper


@pytest.mark.parametrize("layout", list(PaperLayout))
def test_blank_sheets_are_numbered_and_written(desk: Desk, tmp_path: Path, layout: PaperLayout) -> None:
    """One act for the numbers, one PDF, opened to be printed; a second time the numbers stay."""
    tools = desk.page.tools
    target, opened = tmp_path / "sheets.pdf", []
    tools.choose_pdf = lambda _name: str(target)
    tools.open_file = lambda path: bool(opened.append(path)) or True  # type: ignore[func-returns-value]
    for _ in range(2):
        tools.menu.actions()[0].trigger()
        dialog = only(desk, PaperSheetsDialog)
        assert isinstance(dialog, PaperSheetsDialog)
        dialog.layout_choice.setCurrentIndex(dialog.layout_choice.findData(layout))
        pages = 16 if layout is PaperLayout.PAGE_EACH else 4
        assert str(pages) in dialog.pages.text()
        dialog.go.click()
    assert opened == [target, target]
    assert target.read_bytes().startswith(b"%PDF")
    numbered = [event for event in desk.bench.file.events() if event.kind == "sheets_numbered"]
    assert len(numbered) == 1
    assert sheet_of(desk.bench.file.records, desk.bench.stage, "P1", "J1").number == 1


def scan(text: str) -> None:
    """Type as a scanner does: every sign and Enter, each to whatever has the focus by then."""
    for sign in (*text, Key.Key_Return):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, sign)


@pytest.mark.parametrize("keypad", [True, False])
def test_code_scanned_into_the_grid_opens_its_sheet(desk: Desk, keypad: bool) -> None:
    """On the keypad, too, where its first digit would be a mark; in either case of the letter."""
    bench = desk.bench
    bench.operations.settings.keypad = keypad
    desk.page.grid._take_manner()
    number_sheets(bench.file, bench.stage)
    before = len(bench.file.events())
    sheet = bench.file.records.need(RecordedSheet, bench.stage, "P3", "J2")
    number = sheet_number(key_of(bench.file), sheet.number)
    for text in (code_text(number), code_text(number).lower()):
        desk.go(0, 0)
        scan(text)
        assert (desk.page.grid.model.grid.candidacy, desk.place) == ("P3", (1, 0))
        desk.page._list.choose(0)
    assert len(bench.file.events()) == before
    assert bench.errors == []


@pytest.mark.parametrize("layout", list(PaperLayout))
def test_code_read_from_the_printed_page_by_another_program_opens_its_sheet(
    desk: Desk, tmp_path: Path, layout: PaperLayout
) -> None:
    """Every code of the pages as they are printed, at the 100 dots to the inch of a poor scanner, typed with Enter.

    The scanner types where the cursor is, in a cell of the grid, and no mark is changed.
    """
    reader = pytest.importorskip("zxingcpp", reason="zxing-cpp, a reader of codes, is not installed")
    bench, tools = desk.bench, desk.page.tools
    number_sheets(bench.file, bench.stage)
    target = tmp_path / "sheets.pdf"
    paper = stage_paper(bench.file, bench.stage)
    bench.operations.toolbox.sheets.write_paper(
        paper, target, layout=layout, language="fr", made_at=bench.operations.toolbox.clock.now()
    )
    pictures = [page.render(scale=100 / 72).to_pil() for page in pypdfium2.PdfDocument(target)]
    scanned = [code.text for picture in pictures for code in reader.read_barcodes(picture)]
    printed = [sheet.number for pile in paper.piles for sheet in pile.sheets]
    assert sorted(scanned) == sorted(map(code_text, printed))
    before = len(bench.file.events())
    for text in scanned:
        scan(text)
        sheet, grid = tools.find(text), desk.page.grid.model.grid
        assert sheet is not None
        assert grid.cell(*desk.place) == grid.cell(grid.row_of(sheet.candidacy, sheet.juror), 0)
        assert grid.candidacy == sheet.candidacy
    assert bench.errors == []
    assert len(bench.file.events()) == before


# Workbooks


@pytest.fixture
def books(desk: Desk, tmp_path: Path) -> dict[str, Path]:
    """The workbooks of the jury, handed out after some marks, by the juror's id."""
    desk.bench.give({("P1", "J1"): FIVES})
    desk.page.tools.choose_folder = lambda: str(tmp_path / "books")
    desk.page.tools.menu.actions()[1].trigger()
    found = sorted((tmp_path / "books").glob("*.xlsx"))
    assert len(found) == 4
    assert "4 workbook(s)" in desk.bench.notes[-1]
    return {path.name.split("-")[1].upper(): path for path in found}


def fill_in(path: Path, candidacy: str, values: tuple[object, ...]) -> None:
    """Type into a workbook as a juror does, after the hidden ids."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    row = next(cells for cells in sheet.iter_rows() if cells[0].value == candidacy)
    for cell, value in zip(row[3:], values, strict=False):
        cell.value = value
    workbook.save(path)


def collect(desk: Desk, qtbot: QtBot, paths: list[Path]) -> ReconciliationDialog:
    """Choose files that came back, and wait for the comparison."""
    tools = desk.page.tools
    tools.choose_files = lambda: [str(path) for path in paths]
    tools.menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: tools.collecting.dialog is not None and tools.collecting.dialog.isVisible(), timeout=30_000)
    assert tools.collecting.dialog is not None
    return tools.collecting.dialog


def test_all_that_came_back_is_one_matrix_and_one_act(desk: Desk, qtbot: QtBot, books: dict[str, Path]) -> None:
    """New, changed, refused, foreign at once; what is ticked is taken, one undo takes it back."""
    fill_in(books["J1"], "P1", (9, 6, 7))
    fill_in(books["J2"], "P2", (11, 12.5, 13))
    fill_in(books["J3"], "P1", (25, 8, None))
    letter = books["J1"].with_name("letter.xlsx")
    openpyxl.Workbook().save(letter)
    dialog = collect(desk, qtbot, [letter, books["J3"], books["J1"], books["J2"]])
    assert dialog.books.rowCount() == 4
    # First what nothing is taken of; its folder is not told, for it would leave no room for the reason.
    assert str(dialog.books.index(0, 2).data()).startswith("letter.xlsx n’est pas un classeur de juré")
    assert dialog.matrix.columnSpan(0, 2) == 4
    assert dialog.books.index(1, 2).data() == "≠1"
    assert dialog.books.index(2, 3).data() == "+3"
    assert dialog.books.index(3, 2).data() == "!1 +1"
    assert "4 new · 1 changed · 1 refused" in dialog.counts.text()
    kinds = sorted(each.kind for each in dialog.findings.chosen)
    assert kinds == [Kind.CHANGED, *[Kind.NEW] * 4]
    events = len(desk.bench.file.events())
    dialog.go.click()
    assert len(desk.bench.file.events()) == events + 1
    assert desk.bench.value("P1", "J1", "C1") == "9"
    assert desk.bench.value("P2", "J2", "C2") == "25/2"
    assert desk.bench.value("P1", "J3", "C1") == ""
    desk.bench.operations.undo()
    assert desk.bench.value("P1", "J1", "C1") == "5"
    assert desk.bench.value("P2", "J2", "C2") == ""


def test_each_change_can_be_left_out(desk: Desk, qtbot: QtBot, books: dict[str, Path]) -> None:
    """Space unticks; a square shows what is in it; with nothing ticked there is nothing to take."""
    fill_in(books["J2"], "P2", (11, 12, None))
    dialog = collect(desk, qtbot, [books["J2"]])
    dialog.matrix.clicked.emit(dialog.books.index(0, 2))
    assert dialog.findings.rowCount() == 0
    dialog.all.click()
    assert dialog.findings.rowCount() == 2
    dialog.list.setCurrentIndex(dialog.findings.index(0, 4))
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert len(dialog.findings.chosen) == 1
    dialog.list.setCurrentIndex(dialog.findings.index(1, 0))
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog.list, Key.Key_Space)
    dialog.go.click()
    assert desk.bench.value("P2", "J2", "C1") == ""
    assert desk.bench.value("P2", "J2", "C2") == "12"


def test_untouched_workbooks_say_that_nothing_changes(desk: Desk, qtbot: QtBot, books: dict[str, Path]) -> None:
    """The button is off, and the sentence says why."""
    dialog = collect(desk, qtbot, list(books.values()))
    assert not dialog.go.isEnabled()
    assert "on file already" in dialog.why_not.text()
    assert dialog.findings.rowCount() == 0


def test_files_that_are_no_workbooks_are_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """A sentence, no dialog."""
    letter = tmp_path / "letter.xlsx"
    openpyxl.Workbook().save(letter)
    desk.page.tools.choose_files = lambda: [str(letter)]
    desk.page.tools.menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: bool(desk.bench.errors), timeout=30_000)
    assert "letter.xlsx" in desk.bench.errors[-1]
    assert desk.page.tools.collecting.dialog is None


# Moving


def moving(desk: Desk) -> MoveMarksDialog:
    """The dialog, asked for from the menu of the grid."""
    desk.page.grid.menu.acts["move"].trigger()
    dialog = only(desk, MoveMarksDialog)
    assert isinstance(dialog, MoveMarksDialog)
    return dialog


def test_sheet_is_moved_to_the_juror_it_belongs_to(desk: Desk) -> None:
    """What it does is said before; undo brings it back."""
    desk.bench.give({("P1", "J1"): FIVES})
    desk.page.refresh()
    desk.go(0, 0)
    dialog = moving(desk)
    assert not dialog.go.isEnabled()
    dialog.juror.setCurrentIndex(dialog.juror.findData("J3"))
    assert "3 mark(s) move" in dialog.effect.text()
    dialog.go.click()
    assert [desk.bench.value("P1", juror, "C1") for juror in ("J1", "J3")] == ["", "5"]
    desk.bench.operations.undo()
    assert [desk.bench.value("P1", juror, "C1") for juror in ("J1", "J3")] == ["5", ""]


def test_whole_passage_or_juror_moves_and_what_was_there_comes_back(desk: Desk) -> None:
    """Every juror's marks typed on the wrong project; all the marks typed under the wrong juror."""
    desk.bench.give({("P1", "J1"): FIVES, ("P1", "J2"): ("8", "8", "8"), ("P2", "J1"): ("1", "1", "1")})
    desk.page.refresh()
    desk.go(0, 0)
    dialog = moving(desk)
    dialog.what.setCurrentIndex(dialog.what.findData(CANDIDACY))
    dialog.candidacy.setCurrentIndex(dialog.candidacy.findData("P2"))
    assert "6 mark(s) move" in dialog.effect.text()
    assert "3 mark(s) already there come back" in dialog.effect.text()
    dialog.go.click()
    assert [desk.bench.value("P2", juror, "C1") for juror in ("J1", "J2")] == ["5", "8"]
    assert [desk.bench.value("P1", juror, "C1") for juror in ("J1", "J2")] == ["1", ""]
    dialog = moving(desk)
    dialog.what.setCurrentIndex(dialog.what.findData(JUROR))
    dialog.juror.setCurrentIndex(dialog.juror.findData("J3"))
    dialog.go.click()
    assert [desk.bench.value(each, "J3", "C1") for each in ("P1", "P2")] == ["1", "5"]


def test_moving_a_final_sheet_asks_why(desk: Desk) -> None:
    """The button waits for the reason, which stands in the journal."""
    desk.bench.give({("P1", "J1"): FIVES})
    declare_final(desk.bench.file, desk.bench.stage, [SheetPlace("P1", "J1")])
    desk.page.refresh()
    desk.go(0, 0)
    dialog = moving(desk)
    dialog.juror.setCurrentIndex(dialog.juror.findData("J3"))
    assert not dialog.go.isEnabled()
    dialog.reason.setText("wrong pile")
    dialog.go.click()
    assert desk.bench.file.events()[-1].reason == "wrong pile"


# The second entry


@pytest.fixture
def second(desk: Desk) -> Desk:
    """Two complete sheets and a recused one; Ana types a second time."""
    desk.bench.give({("P1", "J1"): FIVES, ("P1", "J2"): ("8", "9", "10")})
    record_sheet_state(desk.bench.file, desk.bench.stage, "P1", "J3", MarkState.RECUSED)
    desk.page.refresh()
    desk.page.tools.menu.actions()[3].trigger()
    QTest.keyClicks(desk.page._who.answer, "Ana")
    QTest.keyClick(desk.page._who.answer, Key.Key_Return)
    return desk


def type_second(desk: Desk, *texts: str) -> None:
    """Type marks into the grid of the second entry, each with Tab."""
    for text in texts:
        desk.type(text)
        desk.press(Key.Key_Tab)


def test_second_entry_shows_nothing_of_the_first(second: Desk) -> None:
    """Neither on screen nor to a screen reader: no mark, no total, no mean, no result."""
    assert second.page.second is not None
    grid = second.page.second.grid
    assert not second.page.grid.isVisible()
    assert grid.view.hasFocus()
    said = [
        str(grid.model.index(row, column).data(role) or "")
        for row in range(2)
        for column in range(grid.model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    assert [
        text for text in said if any(each in text.split(", ")[-1] for each in ("5", "6", "7", "8", "9", "10"))
    ] == []
    assert grid.heading.result.text() in ("", "•••")
    assert [str(grid.model.index(row, 4).data()) for row in range(2)] == ["0/3", "0/3"]


def test_second_entry_tells_no_comment_of_the_first(second: Desk) -> None:
    """« A 7, not less » is as good as the mark: neither the pointer nor a screen reader gets to it."""
    assert second.page.second is not None
    first, grid = second.page.grid.model, second.page.second.grid
    first.comment_on_mark(first.grid.cell(0, 0), "a 7, not less")
    grid.model.refresh()
    index = grid.model.index(0, 0)
    assert first.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "a 7, not less"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) is None
    grid.view.go_to(index)
    QTest.keyClick(grid.view, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert not grid.comments.isVisible()
    grid.allow_acts()
    assert not any(grid.menu.acts[act].isEnabled() for act in ("comment", "sheet_comment", "absent", "paste", "move"))


def test_second_entry_explains_no_figure(second: Desk) -> None:
    """Neither F9 nor the pointer gives the total of the first entry away."""
    assert second.page.second is not None
    grid = second.page.second.grid
    first = second.page.grid.model
    assert first.explained(0, first.total_column) is not None
    told = grid.line.text()
    QTest.keyClick(grid.view, Key.Key_F9)
    assert grid.line.text() == told
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    for column in range(grid.model.total_column + 1):
        assert not any(grid.model.index(0, column).data(role) for role in roles)


def test_same_marks_stop_nowhere_and_verify_the_sheet(second: Desk) -> None:
    """Typed at full speed; the sheet is verified by itself, in the second person's name."""
    type_second(second, *FIVES)
    sheet = sheet_of(second.bench.file.records, second.bench.stage, "P1", "J1")
    assert (sheet.state, sheet.verified_by) == (SheetState.VERIFIED, "Ana")
    assert second.page.second is not None
    assert "1 of 2 sheets verified" in second.page.second.told.text()
    assert str(second.page.second.model.index(0, 4).data()).startswith("✓✓")


def test_squares_follow_the_second_entry(second: Desk) -> None:
    """A sheet that is complete is one still to be typed again; at the end the squares are those of the first entry."""
    squares, count = second.page._squares, second.page.strip.count

    def signs() -> list[str]:
        return [str(squares.index(row, 0).data()) for row in range(3)]

    assert signs() == ["–", "–", "R"]
    type_second(second, *FIVES)
    assert signs() == ["✓", "–", "R"]
    assert second.page._progress.index(0).data(NOTE_ROLE) == "2/3"
    assert count.text() == "Second entry"
    assert second.page.second is not None
    second.page.second.end.click()
    assert signs() == ["✓", "✓", "R"]
    assert count.text() == "Sheets complete: 3 of 12"


def test_verified_passage_leads_to_the_next_that_is_to_be_typed_again(second: Desk) -> None:
    """P2 has no complete sheet and is passed over; the last one says that there is nothing more."""
    second.bench.give({("P3", "J2"): FIVES, ("P2", "J1"): ("5", "", "")})
    second.page.refresh()
    second.bench.operations.settings.keypad = True
    assert second.page.second is not None
    grid = second.page.second.grid
    grid._take_manner()
    for text in (*FIVES, "8", "9", "10"):
        second.type(text)
        second.press(Key.Key_Return)
    assert grid.model.grid.candidacy == "P3"
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (1, 0)
    for text in FIVES:
        second.type(text)
        second.press(Key.Key_Return)
    assert sheet_of(second.bench.file.records, second.bench.stage, "P3", "J2").state is SheetState.VERIFIED
    assert grid.model.grid.candidacy == "P3"
    assert "given" in grid.line.text()


def test_mismatch_stops_without_telling_the_first_entry(second: Desk) -> None:
    """Read again: the right value goes on, and nothing of the first entry has changed."""
    assert second.page.second is not None
    grid = second.page.second.grid
    second.type("6")
    second.press(Key.Key_Tab)
    assert grid.view.delegate.editor is not None
    assert "5" not in grid.line.text()
    assert "paper" in grid.line.text()
    grid.view.delegate.editor.setText("5")
    second.press(Key.Key_Tab)
    assert grid.view.delegate.editor is None
    assert second.bench.value("P1", "J1", "C1") == "5"


def test_other_mismatch_is_doubted_anew(second: Desk) -> None:
    """Two slips in a row are no confirmation: only the same value twice asks why."""
    assert second.page.second is not None
    grid = second.page.second.grid
    for text in ("9", "8", "9"):
        second.type(text)
        second.press(Key.Key_Return)
        assert not grid.ask.isVisible()
        assert grid.line.text().startswith("!")
    assert second.bench.value("P1", "J1", "C1") == "5"


def test_same_mismatch_twice_corrects_the_first_with_a_reason(second: Desk) -> None:
    """The paper says 6: the first entry was wrong, and the journal says so."""
    assert second.page.second is not None
    grid = second.page.second.grid
    second.type("6")
    second.press(Key.Key_Tab)
    second.press(Key.Key_Tab)
    assert grid.ask.isVisible()
    assert "5 → 6" in grid.ask.question.text()
    QTest.keyClicks(grid.ask.answer, "a 6 read as 5")
    QTest.keyClick(grid.ask.answer, Key.Key_Return)
    assert second.bench.value("P1", "J1", "C1") == "6"
    event = second.bench.file.events()[-1]
    assert (event.kind, event.reason) == ("second_entry_corrected", "a 6 read as 5")
    assert grid.view.hasFocus()


def test_recused_and_incomplete_sheets_are_passed_over(second: Desk) -> None:
    """The cursor goes on to the next sheet that can be typed; the others say why not."""
    assert second.page.second is not None
    type_second(second, *FIVES)
    type_second(second, "8", "9", "10")
    view = second.page.second.grid.view
    model = second.page.second.model
    assert "out of this sheet" in model.lock_sentence(model.index(2, 0))
    assert "not complete" in model.lock_sentence(model.index(4, 0))
    assert "twice already" in model.lock_sentence(model.index(0, 0))
    assert not view.model().index(4, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_unfinished_first_entry_tells_nothing(second: Desk) -> None:
    """What is there of it will be typed blind as well, once it is complete: nor is it copied."""
    bench = second.bench
    assert second.page.second is not None
    grid = second.page.second.grid
    row = grid.model.grid.row_of("P1", "A1")
    cell = grid.model.grid.cell(row, 0)
    bench.operations.run(lambda: record_mark(bench.file, bench.stage, cell, Mark(MarkState.MARKED, Fraction(13))))
    index = grid.model.index(row, 0)
    assert bench.value("P1", "A1", "C1") == "13"
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole)
    assert not [role for role in roles if "13" in str(index.data(role))]
    assert "not complete" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "13" not in block_text(grid.model, [index])


def test_ending_the_second_entry_brings_the_first_grid_back(second: Desk) -> None:
    """With everything it shows."""
    assert second.page.second is not None
    second.page.second.end.click()
    assert second.page.second is None
    assert second.page.grid.isVisible()
    assert second.page.grid.model.index(0, 0).data() == "5"
