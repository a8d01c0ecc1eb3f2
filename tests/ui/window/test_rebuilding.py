"""The window built anew, in another size, look or language, while the chair is in the middle of the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desk.services.scoring import mark_at
from jury_desk.ui.pages.marks import MarksPage

if TYPE_CHECKING:
    from jury_desk.ui.main_window import MainWindow


def marks_page(window: MainWindow) -> MarksPage:
    """The page as it is shown now."""
    assert window.view is not None
    (page,) = window.view.findChildren(MarksPage)
    return page


def build_anew(window: MainWindow, how: str) -> None:
    """Have the window built anew."""
    assert window.view is not None
    match how:
        case "size":
            window.acts["zoom_in"].trigger()
        case "look":
            window.view.scheme_chosen.emit("dark")
        case "language":
            window.view.language_chosen.emit("fr")
        case _:
            # From the settings, where the marks are not in sight.
            window.view.go("settings")
            window.acts["zoom_in"].trigger()
            window.view.go("stage:hackathon#marks")


@pytest.mark.parametrize("how", ["size", "look", "language", "from the settings"])
def test_second_entry_goes_on_blind(window: MainWindow, how: str) -> None:
    """Who types, what was typed so far, and the cursor are kept; nothing of the first entry comes into sight."""
    assert window.view is not None
    assert window.operations is not None
    window.view.go("stage:hackathon#marks")
    page = marks_page(window)
    page.tools.menu.actions()[3].trigger()
    QTest.keyClicks(page._who.answer, "Ana")
    QTest.keyClick(page._who.answer, Qt.Key.Key_Return)
    assert page.second is not None
    model = page.second.model
    first = mark_at(window.operations.records, "hackathon", model.grid.cell(0, 0)).value
    assert model.setData(model.index(0, 0), str(first))
    page.second.grid.view.go_to(model.index(0, 1))
    build_anew(window, how)
    page = marks_page(window)
    assert page.second is not None
    assert page.grid.isHidden()
    model = page.second.model
    assert model.by == "Ana"
    assert [model.index(0, column).data() for column in range(2)] == [str(first), ""]
    current = page.second.grid.view.currentIndex()
    assert (current.row(), current.column()) == (0, 1)


def test_larger_type_leaves_layout_and_place(window: MainWindow) -> None:
    """The juror whose sheets are typed, and the cell."""
    assert window.view is not None
    window.view.go("stage:hackathon#marks")
    page = marks_page(window)
    page._modes.button(1).click()
    page._list.choose(2)
    page.grid.view.go_to(page.grid.model.index(4, 3))
    juror = page.grid.model.grid.juror
    build_anew(window, "size")
    page = marks_page(window)
    assert page.grid.model.grid.juror == juror
    current = page.grid.view.currentIndex()
    assert (current.row(), current.column()) == (4, 3)
