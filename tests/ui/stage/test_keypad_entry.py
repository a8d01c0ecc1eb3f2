"""Noter at keypad speed: marks that need no Enter, the way through the grid, and the count of keys it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import MarkState
from jury_desk.services.comments import comment_hint
from jury_desk.services.preparation import freeze_rules, set_rules
from jury_desk.services.scoring import sheet_of
from jury_desk.services.settling import SheetPlace, declare_final
from jury_desk.ui.widgets.text import Text

if TYPE_CHECKING:
    from typing import Any

    from tests.ui.stage.conftest import Bench, BenchMaker, Desk, DeskMaker

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def keypad(make_bench: BenchMaker, make_desk: DeskMaker, document: dict[str, Any]) -> Desk:
    """The page in keypad mode, under rules of 0 to 10 by ones."""
    document["scale"] = {"min": "0", "max": "10", "step": "1"}
    bench = make_bench(rules=False)
    set_rules(bench.file, bench.stage, rules_from_document(document))
    freeze_rules(bench.file, bench.stage, bench.operations.toolbox.clock)
    bench.operations.settings.keypad = True
    return make_desk(bench)


def values(bench: Bench, juror: str, candidacy: str = "P1") -> list[str]:
    """The marks of a sheet."""
    return [bench.value(candidacy, juror, criterion) for criterion in ("C1", "C2", "C3")]


def test_complete_mark_moves_on_along_the_sheet(keypad: Desk) -> None:
    """« 7 » needs no Enter, « 10 » neither; the cursor follows the criteria, then the next sheet."""
    keypad.type("7108")
    assert values(keypad.bench, "J1") == ["7", "10", "8"]
    assert keypad.place == (1, 0)
    assert keypad.editor is None


def test_mark_that_can_go_on_waits_for_enter(keypad: Desk) -> None:
    """« 1 » may become 10; Enter says it does not, and moves along the sheet too."""
    editor = keypad.open_with("1")
    assert editor.text() == "1"
    keypad.press(Key.Key_Enter)
    assert keypad.place == (0, 1)
    assert values(keypad.bench, "J1")[0] == "1"


def test_impossible_mark_is_refused_at_once(keypad: Desk) -> None:
    """« 15 » out of 10: no Enter is needed to hear it; the next digit replaces it, and Enter says that it is meant."""
    keypad.open_with("1")
    keypad.type("5")
    assert keypad.editor is not None
    assert keypad.editor.text() == "15"
    assert keypad.editor.hasFocus()
    assert keypad.page.grid.line.text().startswith("!")
    keypad.type("6")
    assert keypad.editor is not None
    assert values(keypad.bench, "J1")[0] == ""
    keypad.press(Key.Key_Return)
    assert values(keypad.bench, "J1")[0] == "6"
    assert keypad.place == (0, 1)


def test_typing_on_after_a_refused_mark_fills_no_cell_too_early(keypad: Desk) -> None:
    """« 1 » without its Enter, then 7, 8, 9 from the paper: nothing is recorded a cell too early, the entry stops."""
    keypad.type("1789")
    keypad.press(Key.Key_Return)
    assert keypad.place == (0, 0)
    assert keypad.editor is not None
    assert not any(values(keypad.bench, "J1"))


def test_correcting_in_the_editor_ends_nothing_by_itself(keypad: Desk) -> None:
    """F2 and Backspace are corrections: Enter ends them."""
    keypad.type("7")
    keypad.go(0, 0)
    keypad.press(Key.Key_F2, Key.Key_Backspace)
    keypad.type("8")
    assert keypad.editor is not None
    assert values(keypad.bench, "J1")[0] == "7"
    keypad.press(Key.Key_Return)
    assert values(keypad.bench, "J1")[0] == "8"


def test_halves_wait_until_nothing_can_follow(bench: Bench, make_desk: DeskMaker) -> None:
    """Out of 20 by halves « 7 » waits, « 7,5 » moves on, « 20 » too."""
    bench.operations.settings.keypad = True
    desk = make_desk(bench)
    desk.open_with("7")
    desk.type(",5")
    desk.type("20")
    desk.type("3")
    desk.press(Key.Key_Return)
    assert values(bench, "J1") == ["15/2", "20", "3"]


def test_last_mark_takes_nothing_more_and_enter_goes_on(keypad: Desk) -> None:
    """A digit too many changes no mark; Enter opens the next passage at its first cell."""
    keypad.go(4, 2)
    keypad.type("5")
    keypad.type("9")
    assert keypad.bench.value("P1", "A1", "C3") == "5"
    assert "last cell" in keypad.page.grid.line.text()
    assert "9 mark(s) are still missing above" in keypad.page.grid.line.text()
    keypad.press(Key.Key_Enter)
    assert keypad.page.grid.model.grid.candidacy == "P2"
    assert keypad.place == (0, 0)
    keypad.type("4")
    assert values(keypad.bench, "J1", "P2")[0] == "4"


def complete(bench: Bench, candidacy: str, *, but: str = "") -> None:
    """Give every mark that is owed on a passage, but for the last criterion of one sheet; an adviser owes none."""
    jurors = ("J1", "J2", "J3")
    bench.give({(candidacy, juror): ("5", "5", "" if juror == but else "5") for juror in jurors})


def test_completed_passage_leads_to_the_first_mark_that_the_next_one_misses(keypad: Desk) -> None:
    """No key is spent on the way: P2 is complete already, and P3 has its first mark."""
    complete(keypad.bench, "P1", but="J3")
    complete(keypad.bench, "P2")
    keypad.bench.give({("P3", "J1"): ("5", "", "")})
    keypad.page.refresh()
    keypad.go(2, 2)
    keypad.type("5")
    assert keypad.page.grid.model.grid.candidacy == "P3"
    assert keypad.place == (0, 1)
    assert keypad.page.grid.line.text() == "La belette: all given. Now Mon quai."
    keypad.type("4")
    assert values(keypad.bench, "J1", "P3") == ["5", "4", ""]


def test_correcting_the_last_mark_leads_nowhere(keypad: Desk) -> None:
    """A passage that was complete before stays in sight, and takes no digit too many."""
    complete(keypad.bench, "P1")
    keypad.page.refresh()
    keypad.go(4, 2)
    keypad.type("67")
    assert keypad.page.grid.model.grid.candidacy == "P1"
    assert keypad.bench.value("P1", "A1", "C3") == "6"


def test_sheet_of_an_adviser_is_typed_where_the_chair_goes_for_it(keypad: Desk) -> None:
    """Nobody waits for it: it opens on no cell of its own, and its last mark leads nowhere."""
    complete(keypad.bench, "P1")
    keypad.page.refresh()
    keypad.go(4, 0)
    keypad.type("678")
    assert values(keypad.bench, "A1") == ["6", "7", "8"]
    assert keypad.page.grid.model.grid.candidacy == "P1"
    assert "Enter goes on" in keypad.page.grid.line.text()


def test_filling_a_hole_in_the_middle_leads_nowhere(keypad: Desk) -> None:
    """The cursor goes on along the sheet, as after every mark."""
    complete(keypad.bench, "P1", but="J1")
    keypad.page.refresh()
    keypad.go(0, 2)
    keypad.type("5")
    assert keypad.page.grid.model.grid.candidacy == "P1"
    assert keypad.place == (1, 0)


def test_last_missing_mark_of_the_stage_says_so(keypad: Desk) -> None:
    """There is nowhere to go, and a digit too many changes nothing."""
    for candidacy in ("P1", "P2", "P3"):
        complete(keypad.bench, candidacy)
    complete(keypad.bench, "P4", but="J3")
    keypad.page.refresh()
    for _ in range(3):
        keypad.page.grid.heading.next.click()
    keypad.go(2, 2)
    keypad.type("5")
    assert keypad.page.grid.line.text() == "All the marks of this stage are given."
    keypad.type("9")
    assert keypad.bench.value("P4", "J3", "C3") == "5"
    assert "Enter" not in keypad.page.grid.line.text()


def test_passage_opens_on_the_first_mark_that_it_misses(keypad: Desk) -> None:
    """As it is chosen in the list."""
    keypad.bench.give({("P2", "J1"): ("5", "5", "5"), ("P2", "J2"): ("5", "", "")})
    keypad.page.refresh()
    keypad.page.grid.heading.next.click()
    assert keypad.place == (1, 1)


def test_plain_enter_of_the_last_mark_leads_to_the_next_passage(bench: Bench, make_desk: DeskMaker) -> None:
    """Without the keypad too, the Enter that records the last missing mark needs no second one."""
    complete(bench, "P1", but="J3")
    desk = make_desk(bench)
    desk.go(2, 2)
    desk.type("5")
    desk.press(Key.Key_Return)
    assert desk.page.grid.model.grid.candidacy == "P2"
    assert desk.place == (0, 0)


def test_arrow_back_from_the_end_allows_typing_again(keypad: Desk) -> None:
    """The chair says where the next mark goes."""
    keypad.go(4, 2)
    keypad.type("5")
    keypad.press(Key.Key_Left)
    keypad.type("6")
    assert keypad.bench.value("P1", "A1", "C2") == "6"


def test_state_key_moves_on_to_the_next_sheet(keypad: Desk) -> None:
    """One key for a sheet that owes nothing."""
    keypad.type("r")
    assert keypad.bench.mark("P1", "J1", "C3").state is MarkState.RECUSED
    assert keypad.place == (1, 0)


def test_keypad_is_turned_on_by_its_button_and_remembered(bench: Bench, make_desk: DeskMaker) -> None:
    """The button, and the next page has it too; the focus comes back to the grid."""
    desk = make_desk(bench)
    desk.page.grid.heading.keypad.click()
    assert bench.operations.settings.keypad
    assert desk.view.hasFocus()
    assert make_desk(bench).page.grid.heading.keypad.isChecked()


def test_enter_stays_for_a_screen_reader(bench: Bench, make_desk: DeskMaker) -> None:
    """The mark is recorded and the cursor is where it was, so that the new value is read out."""
    desk = make_desk(bench)
    desk.page.grid.menu.acts["enter_stays"].trigger()
    assert bench.operations.settings.enter_stays
    desk.view.setFocus()
    desk.type("12")
    desk.press(Key.Key_Return)
    assert bench.value("P1", "J1", "C1") == "12"
    assert desk.place == (0, 0)


def test_shift_turns_enter_and_tab_round(desk: Desk) -> None:
    """Up, and to the left."""
    desk.go(1, 1)
    desk.type("3")
    desk.press(Key.Key_Return, modifier=SHIFT)
    assert desk.place == (0, 1)
    desk.type("4")
    desk.press(Key.Key_Backtab, modifier=SHIFT)
    assert desk.place == (0, 0)


def test_home_end_and_control_arrows_move_as_in_a_spreadsheet(desk: Desk) -> None:
    """Ends of the row and of the grid; edges of blocks of marks; never into totals."""
    desk.bench.give({("P1", "J1"): ("5", "5", ""), ("P1", "J2"): ("5", "", "5")})
    desk.page.refresh()
    desk.go(0, 0)
    desk.press(Key.Key_End)
    assert desk.place == (0, 2)
    desk.press(Key.Key_Home)
    assert desk.place == (0, 0)
    desk.press(Key.Key_Right, modifier=CONTROL)
    assert desk.place == (0, 1)
    desk.press(Key.Key_Right, modifier=CONTROL)
    assert desk.place == (0, 2)
    desk.go(1, 0)
    desk.press(Key.Key_Right, modifier=CONTROL)
    assert desk.place == (1, 2)
    desk.go(0, 0)
    desk.press(Key.Key_Down, modifier=CONTROL)
    assert desk.place == (1, 0)
    desk.press(Key.Key_End, modifier=CONTROL)
    assert desk.place == (4, 2)
    desk.press(Key.Key_Home, modifier=CONTROL)
    assert desk.place == (0, 0)
    desk.press(Key.Key_Down, modifier=CONTROL | SHIFT)
    assert {(each.row(), each.column()) for each in desk.view.selectedIndexes()} == {(0, 0), (1, 0)}


def test_paste_rejects_in_place_and_is_one_undo(desk: Desk) -> None:
    """A 6 × 4 block as a spreadsheet copies it: what fits is recorded, 25 is struck out, the rest has no place."""
    QGuiApplication.clipboard().setText("1\t2,5\t25\t9\r\n3\t4\t5\t9\r\n")
    events = len(desk.bench.file.events())
    desk.press(Key.Key_V, modifier=CONTROL)
    assert values(desk.bench, "J1") == ["1", "5/2", ""]
    assert values(desk.bench, "J2") == ["3", "4", "5"]
    assert desk.page.grid.model.index(0, 2).data() == "25"
    assert "1 value(s) not taken" in desk.page.grid.line.text()
    assert "2 value(s) lay where no mark belongs" in desk.page.grid.line.text()
    desk.go(0, 2)
    assert "25" in desk.page.grid.line.text()
    assert len(desk.bench.file.events()) == events + 1
    desk.bench.operations.undo()
    assert values(desk.bench, "J2") == ["", "", ""]


LIBREOFFICE = '7,5\t12\t0\n14,25\t\tabsent\nun deux "trois"\t15\t1234,5\n'
"""As text, from LibreOffice 7.4 in French: a line break in a cell has become a blank, and nothing is quoted."""
EXCEL = '7,5\t12\t0\r\n14,5\t\t"un\ndeux ""trois"""\r\n\u00a05\t15\t20\r\n'
"""As Excel does: decimal commas, cells with line breaks in quotes with theirs doubled."""


@pytest.mark.parametrize(
    ("copied", "taken", "refused"),
    [
        (LIBREOFFICE, [["15/2", "12", "0"], ["", "", ""], ["", "15", ""]], 4),
        (EXCEL, [["15/2", "12", "0"], ["29/2", "", ""], ["5", "15", "20"]], 1),
        ("7,5\r12", [["15/2", "", ""], ["12", "", ""], ["", "", ""]], 0),
    ],
    ids=["libreoffice", "excel", "carriage-returns"],
)
def test_block_of_a_spreadsheet_is_pasted_as_it_comes(
    desk: Desk, copied: str, taken: list[list[str]], refused: int
) -> None:
    """Decimal commas, blanks and texts among them: what is a mark is recorded, what is none is struck out."""
    QGuiApplication.clipboard().setText(copied)
    desk.press(Key.Key_V, modifier=CONTROL)
    assert [values(desk.bench, juror) for juror in ("J1", "J2", "J3")] == taken
    told = desk.page.grid.line.text()
    assert (f"{refused} value(s) not taken" in told) is bool(refused)


def test_block_goes_to_the_top_left_of_the_selection(desk: Desk) -> None:
    """Selected with Shift and the arrows, the cursor stands on its last cell: the block begins at its first."""
    model = desk.page.grid.model
    desk.press(Key.Key_Down, Key.Key_Right, modifier=SHIFT)
    assert desk.place == (1, 1)
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    desk.press(Key.Key_V, modifier=CONTROL)
    assert [[model.index(row, column).data() for column in range(2)] for row in range(2)] == [["1", "2"], ["3", "4"]]


def test_one_value_fills_the_whole_selection(desk: Desk) -> None:
    """As in a spreadsheet."""
    desk.press(Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    QGuiApplication.clipboard().setText("8")
    desk.press(Key.Key_V, modifier=CONTROL)
    assert [desk.bench.value("P1", juror, "C1") for juror in ("J1", "J2", "J3")] == ["8", "8", "8"]


@pytest.mark.parametrize("with_headers", [False, True])
def test_copied_block_is_what_a_spreadsheet_takes(desk: Desk, with_headers: bool) -> None:
    """Numbers in the window's own notation, a blank as nothing and never as a dash; headers on demand."""
    desk.bench.give({("P1", "J1"): ("5.5", "", "7")})
    desk.page.refresh()
    desk.go(0, 0)
    desk.press(Key.Key_Right, Key.Key_Right, modifier=SHIFT)
    desk.press(Key.Key_C, modifier=CONTROL | SHIFT if with_headers else CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[-1].removeprefix("Mme Vasseur · chair\t") == "5,5\t\t7"
    assert (lines[0] == "\tProblème\tImpact\tÉquipe") is with_headers


def test_undo_puts_the_cursor_where_it_acted(desk: Desk) -> None:
    """The mark taken back is the current cell, and nothing else moved."""
    desk.type("5")
    desk.press(Key.Key_Return)
    desk.type("6")
    desk.press(Key.Key_Return)
    desk.bench.operations.undo()
    assert desk.place == (1, 0)
    assert desk.view.hasFocus()


# Comments


def test_comment_is_written_under_the_grid_and_kept_when_left(desk: Desk) -> None:
    """Shift+F2, the reminder beside it, a gentle word, Escape back to the grid."""
    desk.bench.give({("P1", "J1"): ("5", "5", "5")})
    desk.page.refresh()
    desk.press(Key.Key_F2, modifier=SHIFT)
    comments = desk.page.grid.comments
    assert comments.isVisible()
    assert comments.text.hasFocus()
    assert "La belette" in comments.about.text()
    assert [each for each in comments.findChildren(Text) if each.isVisible() and each.text() == comment_hint("fr")]
    QTest.keyClicks(comments.text, "porteur malade")
    assert comments.warning.isVisible()
    QTest.keyClick(comments.text, Key.Key_Escape)
    assert desk.bench.mark("P1", "J1", "C1").comment == "porteur malade"
    assert desk.bench.value("P1", "J1", "C1") == "5"
    assert desk.view.hasFocus()
    assert desk.page.grid.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "porteur malade"


def test_commenting_keeps_the_marked_row_in_sight(desk: Desk) -> None:
    """The panel takes height from the grid: the row it is about stays visible, and its juror comes first."""
    desk.page.resize(900, 420)
    QApplication.processEvents()
    last = next(
        at for at in reversed(range(desk.page.grid.model.rowCount())) if desk.page.grid.model.grid.rows[at].juror
    )
    desk.go(last, 0)
    desk.press(Key.Key_F2, modifier=SHIFT)
    QApplication.processEvents()
    view = desk.view
    row = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(row)
    assert desk.page.grid.comments.about.text().startswith(desk.page.grid.model.words.who(last))


def test_gate_keeps_a_comment_and_a_reason_being_written(desk: Desk) -> None:
    """With the focus still in the field, whatever asks: a shortcut, the end of a clock."""
    desk.press(Key.Key_F2, modifier=SHIFT)
    desk.type("clear pitch")
    assert desk.bench.operations.commit_pending_edit()
    assert desk.page.grid.comments.text.hasFocus()
    assert desk.bench.mark("P1", "J1", "C1").comment == "clear pitch"
    desk.press(Key.Key_Escape)
    desk.type("r")
    desk.go(0, 0)
    desk.page.grid.reason.setFocus()
    desk.type("hierarchy")
    assert desk.bench.operations.commit_pending_edit()
    assert desk.page.grid.reason.hasFocus()
    assert desk.bench.mark("P1", "J1", "C1").comment == "hierarchy"


def test_comment_is_kept_when_another_part_takes_the_focus(desk: Desk) -> None:
    """A click into the list of passages leaves the field without closing it."""
    desk.bench.give({("P1", "J1"): ("5", "5", "5")})
    desk.page.refresh()
    desk.press(Key.Key_F2, modifier=SHIFT)
    QTest.keyClicks(desk.page.grid.comments.text, "met the users")
    desk.page._list.setFocus()
    assert desk.bench.mark("P1", "J1", "C1").comment == "met the users"
    assert desk.page.grid.comments.isVisible()


def test_hidden_results_are_not_explained(desk: Desk) -> None:
    """F3, then F9 and the pointer: no total is given away, in any role of any cell; F3 again brings all back."""
    desk.bench.give({("P1", juror): ("12.5", "12.5", "12.5") for juror in ("J1", "J2", "J3")})
    desk.page.refresh()
    model, line = desk.page.grid.model, desk.page.grid.line
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    figures = [model.index(row, model.total_column) for row in range(4)] + [model.index(3, at) for at in range(3)]

    def said() -> str:
        every = (*roles, Qt.ItemDataRole.AccessibleDescriptionRole)
        return " ".join(str(index.data(role) or "") for index in figures for role in every)

    desk.go(0, 0)
    desk.press(Key.Key_F9)
    assert "12,5" in line.text()
    assert "12,5" in said()
    desk.press(Key.Key_F3)
    desk.go(0, 1)
    desk.press(Key.Key_F9)
    assert "12,5" not in line.text()
    assert "12,5" not in said()
    desk.press(Key.Key_F3)
    assert "12,5" in said()


def test_comments_on_sheet_and_candidacy_have_their_own_place(desk: Desk) -> None:
    """From the menu; the panel follows the cursor, and each is one act."""
    grid, records = desk.page.grid, desk.bench.file.records
    grid.menu.acts["sheet_comment"].trigger()
    QTest.keyClicks(grid.comments.text, "a sheet")
    desk.go(1, 0)
    assert grid.comments.text.toPlainText() == ""
    assert sheet_of(records, desk.bench.stage, "P1", "J1").comment == "a sheet"
    grid.menu.acts["candidacy_comment"].trigger()
    QTest.keyClicks(grid.comments.text, "well received")
    grid.comments.close_panel()
    assert sheet_of(records, desk.bench.stage, "P1", "").comment == "well received"
    desk.bench.operations.undo()
    assert sheet_of(records, desk.bench.stage, "P1", "").comment == ""


def test_required_comment_is_asked_for_under_the_grid(
    make_bench: BenchMaker, make_desk: DeskMaker, document: dict[str, Any]
) -> None:
    """Nothing is recorded before it is given; then the cursor goes on as it would have."""
    document["criteria"][0]["comment"] = "required_at_ends"
    bench = make_bench(rules=False)
    set_rules(bench.file, bench.stage, rules_from_document(document))
    freeze_rules(bench.file, bench.stage, bench.operations.toolbox.clock)
    desk = make_desk(bench)
    desk.type("20")
    desk.press(Key.Key_Return)
    ask = desk.page.grid.ask
    assert ask.answer.hasFocus()
    assert bench.value("P1", "J1", "C1") == ""
    QTest.keyClick(ask.answer, Key.Key_Return)
    assert ask.isVisible()
    QTest.keyClicks(ask.answer, "out of the ordinary")
    QTest.keyClick(ask.answer, Key.Key_Return)
    assert bench.mark("P1", "J1", "C1").comment == "out of the ordinary"
    assert desk.place == (1, 0)
    assert desk.view.hasFocus()


# Sheets declared final


@pytest.fixture
def final(desk: Desk) -> Desk:
    """The first sheet is declared final."""
    desk.bench.give({("P1", "J1"): ("5", "5", "5")})
    declare_final(desk.bench.file, desk.bench.stage, [SheetPlace("P1", "J1")])
    desk.page.refresh()
    desk.go(0, 0)
    return desk


def test_typing_on_a_final_sheet_asks_why(final: Desk) -> None:
    """The question names cell, old and new value; the answer makes a correction of it."""
    final.type("8")
    final.press(Key.Key_Return)
    ask = final.page.grid.ask
    assert "5 → 8" in ask.question.text()
    QTest.keyClicks(ask.answer, "misread")
    QTest.keyClick(ask.answer, Key.Key_Return)
    event = final.bench.file.events()[-1]
    assert (event.kind, event.reason) == ("marks_corrected", "misread")
    assert final.bench.value("P1", "J1", "C1") == "8"


def test_giving_up_leaves_the_final_sheet(final: Desk) -> None:
    """Escape: nothing changed, and the grid has the focus again."""
    final.type("8")
    final.press(Key.Key_Return)
    QTest.keyClick(final.page.grid.ask.answer, Key.Key_Escape)
    assert not final.page.grid.ask.isVisible()
    assert final.bench.value("P1", "J1", "C1") == "5"
    assert final.view.hasFocus()


@pytest.mark.parametrize("key", ["r", "delete"])
def test_other_keys_on_a_final_sheet_ask_too(final: Desk, key: str) -> None:
    """A state and a clearing are changes like any other."""
    if key == "r":
        final.type("r")
    else:
        final.press(Key.Key_Delete)
    ask = final.page.grid.ask
    assert ask.isVisible()
    assert final.bench.value("P1", "J1", "C1") == "5"
    QTest.keyClicks(ask.answer, "wrong sheet")
    QTest.keyClick(ask.answer, Key.Key_Return)
    expected = MarkState.RECUSED if key == "r" else MarkState.BLANK
    assert final.bench.mark("P1", "J1", "C1").state is expected
    assert final.view.hasFocus()


@pytest.mark.parametrize("by_juror", [False, True])
@pytest.mark.parametrize("act", ["type", "clear", "abstain"])
def test_answer_never_goes_to_marks_shown_since(final: Desk, by_juror: bool, act: str) -> None:
    """Other marks are shown while a reason is asked for: the change is given up, with words, and nothing else moves."""
    bench = final.bench
    bench.give({("P2", "J1"): ("7", "8", "9"), ("P1", "J2"): ("7", "8", "9")})
    final.page.refresh()
    if by_juror:
        final.page._modes.button(1).click()
    final.go(0, 0)
    if act == "clear":
        final.press(Key.Key_Delete)
    else:
        final.type("x" if act == "abstain" else "9")
        final.press(*([Key.Key_Return] if act == "type" else []))
    ask = final.page.grid.ask
    assert ask.isVisible()
    before = len(bench.file.events())
    final.page._list.choose(1)
    assert not ask.isVisible()
    assert "Mme Vasseur" in bench.errors[-1]
    ask.answered.emit("misread")
    assert len(bench.file.events()) == before


def test_answer_finds_its_mark_when_the_grid_was_read_again(final: Desk) -> None:
    """The same sheets in another order: the reason is that of the mark it was asked for."""
    final.go(0, 0)
    final.type("9")
    final.press(Key.Key_Return)
    final.page.refresh()
    ask = final.page.grid.ask
    assert ask.isVisible()
    QTest.keyClicks(ask.answer, "misread")
    QTest.keyClick(ask.answer, Key.Key_Return)
    assert final.bench.value("P1", "J1", "C1") == "9"
    assert final.bench.file.events()[-1].reason == "misread"


def test_second_question_tells_what_the_first_leaves_unrecorded(final: Desk) -> None:
    """One question at a time: a value whose reason was not given is named as not recorded; one given is taken."""
    bench, ask = final.bench, final.page.grid.ask
    final.go(0, 0)
    final.type("9")
    final.press(Key.Key_Return)
    final.go(0, 1)
    final.type("11")
    final.press(Key.Key_Return)
    assert "«\u00a09\u00a0»" in bench.errors[-1]
    QTest.keyClicks(ask.answer, "first reason")
    final.go(0, 2)
    final.type("12")
    final.press(Key.Key_Return)
    assert bench.value("P1", "J1", "C2") == "11"
    assert bench.file.events()[-1].reason == "first reason"
    assert bench.value("P1", "J1", "C1") != "9"
    assert ask.isVisible()


def test_page_left_over_a_question_names_what_is_not_recorded(final: Desk) -> None:
    """The mark, or the words of a comment: never that an answer is awaited where nobody can give it any more."""
    bench = final.bench
    final.type("9")
    final.press(Key.Key_Return)
    final.page.hide()
    assert "«\u00a09\u00a0» n’a pas été enregistré" in bench.errors[-1]
    final.page.show()
    assert not final.page.grid.ask.isVisible()
    final.go(0, 0)
    final.press(Key.Key_F2, modifier=SHIFT)
    final.type("clear pitch")
    final.page.hide()
    assert "«\u00a0clear pitch\u00a0» n’a pas été enregistré" in bench.errors[-1]
    assert bench.mark("P1", "J1", "C1").comment == ""


def test_menu_declares_complete_sheets_final(desk: Desk) -> None:
    """One, or all that are complete; what cannot be done is not offered."""
    desk.bench.give({("P1", "J1"): ("5", "5", "5"), ("P2", "J2"): ("5", "5", "5"), ("P1", "J2"): ("5", "", "")})
    desk.page.refresh()
    desk.go(0, 0)
    menu = desk.page.grid.menu
    desk.page.grid.allow_acts()
    assert menu.acts["settle_all"].isEnabled()
    menu.acts["settle_all"].trigger()
    records = desk.bench.file.records
    settled = [
        sheet_of(records, desk.bench.stage, *each).settled for each in (("P1", "J1"), ("P2", "J2"), ("P1", "J2"))
    ]
    assert settled == [True, True, False]
    desk.page.grid.allow_acts()
    assert not menu.acts["settle"].isEnabled()
    assert not menu.acts["settle_all"].isEnabled()


# The accessible tree


def test_every_cell_of_the_accessible_tree_says_its_whole_name(desk: Desk) -> None:
    """Through QAccessible, as a screen reader asks: project, criterion, juror, value, scale; never an empty name."""
    desk.bench.give({("P1", "J1"): ("12.5", "10", "0")})
    desk.page.refresh()
    tree = QAccessible.queryAccessibleInterface(desk.view)
    assert tree is not None
    names = [child.text(QAccessible.Text.Name) for at in range(tree.childCount()) if (child := tree.child(at))]
    assert len(names) == 1 + 5 + 5 + 5 * 5
    assert "La belette, Problème, Mme Vasseur, 12,5 out of 20" in names
    assert "La belette, Équipe, Mme Vasseur, 0 out of 20" in names
    assert "La belette, Impact, M. Osei, not marked out of 20" in names
    assert sum("La belette" in name for name in names) == 5 * 5
    assert all(name for name in names[1:])


def test_every_part_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    """No button, field or table of the page is nameless, the hidden ones included."""
    nameless = []
    stack = [QAccessible.queryAccessibleInterface(desk.page)]
    while stack:
        node = stack.pop()
        stack += [child for at in range(node.childCount()) if (child := node.child(at)) is not None]
        if node.state().focusable and not node.text(QAccessible.Text.Name):
            nameless.append(node.object())
    assert nameless == []
