"""Noter, typed into as the chair does: the keys, what is refused, and what becomes of a value still in its editor."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.scoring import record_mark
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.widgets.empty_view import EmptyView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import BenchMaker, Desk

Key = Qt.Key


def test_digit_opens_the_editor_and_enter_goes_down(desk: Desk) -> None:
    """« 14,5 Enter » and « 14.5 Enter » store the same, and the cursor is one line further down."""
    desk.open_with("14,5")
    desk.press(Key.Key_Return)
    assert desk.place == (1, 0)
    desk.type("14.5")
    desk.press(Key.Key_Enter)
    assert desk.place == (2, 0)
    assert [desk.bench.value("P1", juror, "C1") for juror in ("J1", "J2")] == ["29/2", "29/2"]
    assert desk.editor is None


def test_enter_passes_the_means_and_goes_on_at_the_next_column(desk: Desk) -> None:
    """Past the last sheet that is owed the next column begins; an adviser's is reached by arrows and Tab."""
    desk.go(2, 0)
    desk.type("3")
    desk.press(Key.Key_Return)
    assert desk.place == (0, 1)
    desk.go(2, 2)
    desk.press(Key.Key_Tab)
    assert desk.place == (4, 0)
    desk.type("4")
    desk.press(Key.Key_Return)
    assert desk.place == (4, 1)


def test_tab_goes_right_over_mark_cells_only(desk: Desk) -> None:
    """Three criteria, then the next sheet; Shift reverses."""
    desk.type("1")
    desk.press(Key.Key_Tab)
    desk.type("2")
    desk.press(Key.Key_Tab)
    desk.type("3")
    desk.press(Key.Key_Tab)
    assert desk.place == (1, 0)
    assert [desk.bench.value("P1", "J1", criterion) for criterion in ("C1", "C2", "C3")] == ["1", "2", "3"]
    desk.press(Key.Key_Backtab)
    assert desk.place == (0, 2)


def test_tab_leaves_the_grid_at_its_end(desk: Desk) -> None:
    """The keyboard is never caught in the grid."""
    desk.go(4, 2)
    desk.press(Key.Key_Tab)
    assert not desk.view.hasFocus()


def test_escape_restores(desk: Desk) -> None:
    """What was there before is there again, on screen and on file."""
    desk.bench.give({("P1", "J1"): ("7", "7", "7")})
    desk.page.refresh()
    desk.go(0, 0)
    desk.open_with("12")
    desk.press(Key.Key_Escape)
    assert desk.editor is None
    assert desk.place == (0, 0)
    assert desk.bench.value("P1", "J1", "C1") == "7"


def test_f2_edits_what_is_there(desk: Desk) -> None:
    """The mark is in the editor, to be changed."""
    desk.bench.give({("P1", "J1"): ("7", "7", "7")})
    desk.page.refresh()
    desk.go(0, 0)
    desk.press(Key.Key_F2)
    assert desk.editor is not None
    assert desk.editor.text() == "7"
    desk.press(Key.Key_Escape)


@pytest.mark.parametrize("text", ["21", "7,3", "-1", "1//2"])
def test_what_is_no_mark_is_refused_in_place(desk: Desk, text: str) -> None:
    """The editor stays open on what was typed, and a sentence stands under the grid."""
    desk.open_with(text)
    desk.press(Key.Key_Return)
    assert desk.editor is not None
    assert desk.editor.text() == text
    assert desk.editor.hasFocus()
    assert desk.page.grid.line.text().startswith("!")
    assert desk.bench.value("P1", "J1", "C1") == ""
    desk.editor.setText("8")
    desk.press(Key.Key_Return)
    assert desk.bench.value("P1", "J1", "C1") == "8"
    assert not desk.page.grid.line.text().startswith("!")


def test_delete_blanks_and_never_writes_zero(desk: Desk) -> None:
    """The mark is gone, the total waits, and undo brings it back."""
    desk.bench.give({("P1", "J1"): ("7", "7", "7")})
    desk.page.refresh()
    desk.go(0, 1)
    desk.press(Key.Key_Delete)
    assert desk.bench.mark("P1", "J1", "C2").state is MarkState.BLANK
    assert desk.page.grid.model.index(0, 1).data() == "–"
    desk.bench.operations.undo()
    assert desk.bench.value("P1", "J1", "C2") == "7"
    assert desk.page.grid.model.index(0, 1).data() == "7"


@pytest.mark.parametrize(("key", "state"), [("a", "absent"), ("r", "recused"), ("x", "abstained")])
def test_letters_put_the_whole_sheet_into_a_state(desk: Desk, key: str, state: str) -> None:
    """All its cells, as one act; a note offers to take it back, and undo does."""
    desk.go(1, 1)
    desk.type(key)
    assert [desk.bench.mark("P1", "J2", each).state for each in ("C1", "C2", "C3")] == [MarkState(state)] * 3
    assert desk.view.columnSpan(1, 0) == 3
    assert desk.bench.notes
    assert desk.editor is None
    desk.bench.operations.undo()
    assert desk.bench.mark("P1", "J2", "C1").state is MarkState.BLANK
    assert desk.view.columnSpan(1, 0) == 1


def test_recused_sheet_takes_no_digit(desk: Desk) -> None:
    """A sentence says so; the cursor passes over it; Delete opens it again."""
    desk.go(1, 0)
    desk.type("r")
    desk.type("5")
    assert desk.editor is None
    assert "M. Osei" in desk.page.grid.line.text()
    desk.go(0, 0)
    desk.press(Key.Key_Return)
    assert desk.place == (2, 0)
    desk.go(1, 0)
    desk.press(Key.Key_Delete)
    assert desk.bench.mark("P1", "J2", "C1").state is MarkState.BLANK


def test_reason_of_a_recusal_is_kept(desk: Desk) -> None:
    """The field stands under the grid while the sheet is current."""
    desk.type("r")
    reason = desk.page.grid.reason
    assert reason.isVisible()
    reason.setFocus()
    QTest.keyClicks(reason, "hierarchy")
    QTest.keyClick(reason, Key.Key_Return)
    assert desk.bench.mark("P1", "J1", "C1").comment == "hierarchy"


def test_other_letters_open_nothing(desk: Desk) -> None:
    """Only what a mark is written with begins an entry."""
    desk.type("z")
    assert desk.editor is None


def test_block_is_pasted_as_one_act(desk: Desk) -> None:
    """Tab-separated cells fill the grid from the cursor on, and one undo empties it."""
    QGuiApplication.clipboard().setText("1\t2,5\n3\t4\n")
    desk.press(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [desk.bench.value("P1", juror, "C2") for juror in ("J1", "J2")] == ["5/2", "4"]
    desk.bench.operations.undo()
    assert [desk.bench.value("P1", juror, "C2") for juror in ("J1", "J2")] == ["", ""]


def test_fill_down_takes_the_top_of_the_selection(desk: Desk) -> None:
    """Ctrl+D."""
    desk.type("9")
    desk.press(Key.Key_Return)
    model = desk.page.grid.model
    desk.go(0, 0)
    desk.press(Key.Key_Down, Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.press(Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [model.index(row, 0).data() for row in range(3)] == ["9", "9", "9"]


def test_fill_down_passes_over_a_locked_sheet(desk: Desk) -> None:
    """The others take the mark; the cell of who is recused keeps it struck out, with the reason; one undo."""
    desk.go(1, 0)
    desk.type("r")
    desk.go(0, 0)
    desk.type("7")
    desk.press(Key.Key_Return)
    events = len(desk.bench.file.events())
    desk.go(0, 0)
    desk.press(Key.Key_Down, Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.press(Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [desk.bench.value("P1", juror, "C1") for juror in ("J1", "J2", "J3")] == ["7", "", "7"]
    assert desk.bench.mark("P1", "J2", "C1").state is MarkState.RECUSED
    assert "M. Osei" in desk.page.grid.line.text()
    assert len(desk.bench.file.events()) == events + 1


def test_what_the_file_does_not_take_stays_in_its_editor(desk: Desk) -> None:
    """The file is moved away while a mark is typed: the editor waits, and Enter records it once the file is back."""
    path = desk.bench.file.path
    away = path.with_suffix(".away")
    desk.open_with("12")
    path.rename(away)
    desk.press(Key.Key_Return)
    assert desk.editor is not None
    assert desk.editor.text() == "12"
    assert desk.bench.errors
    assert desk.place == (0, 0)
    away.rename(path)
    desk.press(Key.Key_Return)
    assert desk.bench.value("P1", "J1", "C1") == "12"
    assert desk.place == (1, 0)


def test_what_the_file_does_not_take_is_named_when_its_editor_must_close(desk: Desk) -> None:
    """Another passage is shown: which value of which cell is not on file."""
    path = desk.bench.file.path
    desk.open_with("12")
    path.rename(path.with_suffix(".away"))
    desk.page._list.choose(1)
    assert desk.editor is None
    assert "«\u00a012\u00a0»" in desk.bench.errors[-1]
    assert "La belette" in desk.bench.errors[-1]
    assert desk.bench.value("P1", "J1", "C1") == ""
    path.with_suffix(".away").rename(path)


def test_reading_a_cell_again_leaves_what_is_being_typed(desk: Desk) -> None:
    """The editor keeps its digits and its focus, and what is recorded is what was typed."""
    bench = desk.bench
    desk.open_with("12")
    model = desk.page.grid.model
    cell = model.grid.cell(0, 0)
    record_mark(bench.file, bench.stage, cell, Mark(MarkState.MARKED, Fraction(5)))
    model.refresh_candidacies({"P1"})
    assert model.index(0, 0).data() == "5"
    assert desk.editor is not None
    assert desk.editor.text() == "12"
    desk.press(Key.Key_Return)
    assert bench.value("P1", "J1", "C1") == "12"


# A value still in its editor


def _undo(desk: Desk) -> None:
    desk.bench.operations.commit_pending_edit()


def _next_passage(desk: Desk) -> None:
    desk.press(Key.Key_PageDown, modifier=Qt.KeyboardModifier.AltModifier)


def _next_button(desk: Desk) -> None:
    desk.page.grid.passage_requested.emit(1)


def _by_juror(desk: Desk) -> None:
    desk.page._modes.button(1).click()


def _hide(desk: Desk) -> None:
    desk.page.hide()


def _other_cell(desk: Desk) -> None:
    view = desk.view
    centre = view.visualRect(desk.page.grid.model.index(2, 2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))


def _square(desk: Desk) -> None:
    desk.page.strip.cell_chosen.emit(2, 3)


def _focus_elsewhere(desk: Desk) -> None:
    desk.page._list.setFocus()


ROUTES = [_undo, _next_passage, _next_button, _by_juror, _hide, _other_cell, _square, _focus_elsewhere]


@pytest.mark.parametrize("leave", ROUTES, ids=lambda route: route.__name__.strip("_"))
def test_pending_edit_is_kept_by_every_way_out(desk: Desk, leave: Callable[[Desk], None]) -> None:
    """17 typed over a stored 5, and then something else: 17 is on file."""
    desk.bench.give({("P1", "J1"): ("5", "5", "5")})
    desk.page.refresh()
    desk.go(0, 0)
    desk.open_with("17")
    leave(desk)
    assert desk.bench.value("P1", "J1", "C1") == "17"
    assert desk.editor is None


@pytest.mark.parametrize("leave", [_undo, _hide, _focus_elsewhere], ids=lambda route: route.__name__.strip("_"))
def test_unusable_pending_edit_leaves_the_former_mark(desk: Desk, leave: Callable[[Desk], None]) -> None:
    """99 typed over a stored 5: the 5 stays."""
    desk.bench.give({("P1", "J1"): ("5", "5", "5")})
    desk.page.refresh()
    desk.go(0, 0)
    desk.open_with("99")
    leave(desk)
    assert desk.bench.value("P1", "J1", "C1") == "5"


# The page round the grid


def test_strip_leads_to_what_is_missing(desk: Desk) -> None:
    """The square of a sheet that was begun puts the cursor on its first blank cell."""
    desk.bench.give({("P3", "J2"): ("5", "", "")})
    desk.page.refresh()
    desk.page.strip.cell_chosen.emit(1, 2)
    assert desk.page.grid.model.grid.candidacy == "P3"
    assert desk.place == (1, 1)
    assert desk.view.hasFocus()


def test_place_follows_the_marks_at_once(desk: Desk) -> None:
    """Result and place stand beside the name when the key press returns, provisional while sheets are missing."""
    desk.bench.give({("P2", juror): ("10", "10", "10") for juror in ("J1", "J2", "J3")})
    for text in ("16", "16", "16"):
        desk.type(text)
        desk.press(Key.Key_Tab)
    heading = desk.page.grid.heading
    assert heading.result.text() == "16 /20"
    assert heading.place.text() == "1er of 2 ranked (provisional) · 1 of 3 sheets count"
    desk.press(Key.Key_F3)
    assert heading.result.text() == "•••"
    assert desk.page.grid.model.index(0, 3).data() == "•••"
    desk.press(Key.Key_F3)
    assert heading.result.text() == "16 /20"


def test_page_follows_acts_from_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    """An undo from the window is shown at once."""
    desk.type("5")
    desk.press(Key.Key_Return)
    desk.bench.operations.undo()
    assert desk.page.grid.model.index(0, 0).data() == "–"
    qtbot.waitUntil(lambda: desk.page._progress.index(0).data(Qt.ItemDataRole.UserRole + 1) == "0/3")


def test_parts_have_names(desk: Desk) -> None:
    """Grid, list, strip and every button say what they are; each cell is named for a screen reader."""
    for part in (desk.view, desk.page._list, desk.page.strip, desk.page.grid.reason):
        assert part.accessibleName()
    cell = QAccessible.queryAccessibleInterface(desk.view).child(0)
    assert cell is not None


@pytest.mark.parametrize(
    ("missing", "target"),
    [({"rules": False}, "prepare#rules"), ({"jury": False}, "prepare#jury"), ({"candidacies": False}, "prepare#order")],
)
def test_empty_page_says_what_to_do(
    make_bench: BenchMaker, qtbot: QtBot, missing: dict[str, bool], target: str
) -> None:
    """No rules, no jury, no candidacies: a sentence, and the button that leads there."""
    bench = make_bench(**missing)
    page = MarksPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    shown = page._views.currentWidget()
    assert isinstance(shown, EmptyView)
    assert shown.button is not None
    with qtbot.waitSignal(page.page_requested) as asked:
        shown.button.click()
    assert asked.args == [target]


def test_page_before_the_freeze_leads_to_it(make_bench: BenchMaker, qtbot: QtBot) -> None:
    """The grid is there, locked, with the link that leads to the rules."""
    bench = make_bench(frozen=False)
    page = MarksPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.page_requested) as asked:
        page.grid.foot.freeze.click()
    assert asked.args == ["prepare#rules"]


@pytest.mark.parametrize("width", [980, 700, 420, 260])
def test_grid_settles_at_any_width(desk: Desk, qtbot: QtBot, width: int) -> None:
    """The names take a part of the view's own width: narrowing one must not narrow the other for ever."""
    desk.page.resize(width, 620)
    qtbot.waitUntil(lambda: desk.page.width() >= width)
    names = desk.view.verticalHeader().width()
    assert 0 < names <= max(1, desk.view.width() // 3)


def test_grid_comes_first_where_there_is_little_width(desk: Desk, qtbot: QtBot) -> None:
    """The list gives way to its tools in one line, the keypad to its entry in the menu; the strip leads on."""
    page, heading = desk.page, desk.page.grid.heading
    for width, beside in ((1000, True), (520, False), (1000, True)):
        page.resize(width, 620)
        qtbot.waitUntil(lambda beside=beside: page._list.isVisible() is beside)  # type: ignore[misc]
        qtbot.wait(20)
        assert (page._side.geometry().bottom() < page.grid.y()) is not beside
        assert page.grid.width() > width / 2
        assert page.strip.isVisible()
    heading.resize(300, heading.height())
    assert not heading.keypad.isVisible()
    page.grid.menu.acts["keypad"].trigger()
    assert desk.view.manner.keypad
    assert heading.keypad.isChecked()


def test_current_cell_stays_in_sight_where_the_page_scrolls(desk: Desk, qtbot: QtBot) -> None:
    """In large type the grid reaches below the window: what is typed is seen all the same, refused or not."""
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(desk.page)
    desk.page.resize(760, 900)
    area.resize(800, 240)
    desk.page.show()
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    desk.view.setFocus()

    def in_sight(part: QWidget, rectangle: QRect) -> bool:
        place = QRect(part.mapTo(area.viewport(), rectangle.topLeft()), rectangle.size())
        return area.viewport().rect().contains(place)

    viewport = desk.view.viewport()
    for row in (0, 2, 0, 4):
        desk.go(row, 0)
        assert in_sight(viewport, desk.view.visualRect(desk.view.currentIndex()))
    desk.go(0, 0)
    desk.type("99")
    desk.press(Key.Key_Return)
    assert desk.page.grid.line.text().startswith("!")
    assert in_sight(viewport, desk.view.visualRect(desk.view.currentIndex()))
    # The page is closed by itself.
    area.takeWidget()


def test_totals_of_a_juror_are_one_column(desk: Desk) -> None:
    """Each with as many decimals as the others: a whole number is no exception."""
    desk.bench.give({("P1", "J1"): ("10", "10", "10"), ("P2", "J1"): ("10", "10", "10.5")})
    desk.page._modes.button(1).click()
    column = desk.page.grid.model.total_column
    assert [desk.page.grid.model.index(row, column).data() for row in (0, 1)] == ["10,000", "10,125"]


def test_reason_of_a_recusal_moves_nothing(desk: Desk, qtbot: QtBot) -> None:
    """The field beside the sentence takes the place of the keys: the grid above stays as high as it was."""
    foot = desk.page.grid.foot
    desk.page.resize(1100, 620)
    qtbot.waitUntil(lambda: foot.width() > 700)
    height = foot.sizeHint().height()
    desk.type("r")
    assert foot.reason.isVisible()
    assert foot.sizeHint().height() == height
    qtbot.waitUntil(lambda: foot.height() == height)
    desk.go(1, 0)
    assert not foot.reason.isVisible()
    assert foot.sizeHint().height() == height
