"""The number of a paper sheet, typed on the page of another stage."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desk.domain.sheet_number import sheet_number
from jury_desk.services.paper import key_of, number_sheets
from jury_desk.services.preparation import entries
from jury_desk.services.scoring import sheet_of
from jury_desk.ui.main_window import MainWindow
from jury_desk.ui.pages.marks import MarksPage


def test_number_of_another_stage_opens_that_sheet_there(window: MainWindow) -> None:
    """Not the first sheet of that stage: what is typed next is meant for the paper in hand."""
    assert window.operations is not None
    assert window.view is not None
    file = window.operations.file
    number_sheets(file, "hackathon")
    candidacy = entries(file.records, "hackathon")[4].candidacy
    number = sheet_of(file.records, "hackathon", candidacy, "J3").number
    window.view.go("stage:screening#marks")
    (page,) = window.findChildren(MarksPage)
    QTest.keyClicks(page.number, sheet_number(key_of(file), number))
    QTest.keyClick(page.number, Qt.Key.Key_Return)
    assert window.view.place == "stage:hackathon#marks"
    other = next(each for each in window.findChildren(MarksPage) if each.stage_id == "hackathon")
    index = other.grid.view.currentIndex()
    cell = other.grid.model.grid.cell(index.row(), index.column())
    assert (cell.candidacy, cell.juror) == (candidacy, "J3")
    assert page.number.text() == ""
