"""From a blank of the minutes to the place where it is filled in, by the keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jury_desk.domain.edition import Stage
from jury_desk.resources import phrases
from jury_desk.services.decisions import set_sitting, sitting_of
from jury_desk.services.preparation import set_stage
from jury_desk.ui import theme
from jury_desk.ui.main_window import MainWindow
from jury_desk.ui.pages.documents import DocumentsPage
from jury_desk.ui.pages.documents.gap_places import place_of
from jury_desk.ui.widgets.table_view import CELL_PADDING

STAGE = "hackathon"


def page_of(window: MainWindow) -> DocumentsPage:
    """The page with its checklist unfolded."""
    assert window.view is not None
    window.view.go(f"stage:{STAGE}#documents")
    (page,) = (each for each in window.findChildren(DocumentsPage) if each.isVisible())
    page.check.click()
    return page


def enter(page: DocumentsPage, number: int) -> None:
    """Enter on an item of the checklist."""
    view = page.checklist.view
    view.setFocus()
    view.setCurrentIndex(page.checklist.model.index(number - 1, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("gap", phrases("checklist", "en")["gaps"])
def test_every_blank_has_its_place(gap: str) -> None:
    """None of the words for a blank is without one."""
    assert place_of(gap, STAGE)


def test_enter_on_a_blank_goes_to_its_field(window: MainWindow, qtbot: QtBot) -> None:
    """The date to the settings, the closing hour to the panel of the meeting; a point that is there leads nowhere."""
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.view is not None
    file = window.view._operations.file
    set_stage(file, replace(file.records.need(Stage, STAGE), date=""))
    set_sitting(file, replace(sitting_of(file.records, STAGE), closed_at=""))
    page = page_of(window)
    enter(page, 1)
    assert window.view.place == f"stage:{STAGE}#documents"
    enter(page, 2)
    assert window.view.place == "settings"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName().endswith(": Date")
    QTest.keyClicks(focused, "5/3/2020")
    page = page_of(window)
    enter(page, 2)
    assert window.view.place == f"stage:{STAGE}#deliberate"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == "Closed at"
    assert file.records.need(Stage, STAGE).date == "2020-03-05"


def test_names_of_the_points_are_not_cut(window: MainWindow, qtbot: QtBot) -> None:
    """In the least width that the checklist gets, each name has the lines it needs."""
    window.resize(1100, 700)
    page = page_of(window)
    qtbot.waitUntil(lambda: page.checklist.view.height() > page.checklist.view.viewport().height() > 0)
    QApplication.processEvents()
    view, model = page.checklist.view, page.checklist.model
    metrics = view.fontMetrics()
    for row in range(model.rowCount()):
        for column in (1, 2):
            room = QRect(0, 0, view.columnWidth(column) - 2 * theme.px(CELL_PADDING), 1000)
            text = str(model.index(row, column).data())
            needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
            assert needed.width() <= room.width()
            assert needed.height() <= view.rowHeight(row)
