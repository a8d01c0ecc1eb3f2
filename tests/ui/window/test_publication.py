"""The ranking reaches the room by a press that says so, one place at a time from the last; by nothing else."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jury_desk.domain.adoption import places_of
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.deliberation import standings_of
from jury_desk.services.jury_acts import JuryAct
from jury_desk.services.scoring import Cell, record_mark
from jury_desk.ui.main_window import MainWindow
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.pages.deliberate.meeting import MeetingPanel
from jury_desk.ui.pages.deliberate.votes import MotionPanel
from jury_desk.ui.room.face import RoomFace
from jury_desk.ui.room.window import RoomWindow

PLACE = "stage:hackathon#deliberate"


def shown(window: MainWindow) -> RoomFace:
    """What the room's window paints; it is there."""
    (room,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, RoomWindow) and each.isVisible())
    assert window.view is not None
    return room.face


def page_of(window: MainWindow) -> DeliberatePage:
    """The page, gone to."""
    assert window.view is not None
    window.view.go(PLACE)
    (page,) = (each for each in window.findChildren(DeliberatePage) if each.isVisible())
    return page


def press(button: QPushButton) -> None:
    """Press a button by the keyboard."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_room_sees_one_place_more_with_each_press(window: MainWindow, qtbot: QtBot) -> None:
    """Nothing when the page is opened, compared or adopted on; the last place first; equals aside, one by one."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    press(page.acts.buttons[JuryAct.PUBLISH])
    panel = page.acts.panel
    assert panel is not None
    assert not any(isinstance(each, RoomWindow) and each.isVisible() for each in QApplication.topLevelWidgets())
    assert panel.verb.hasFocus()
    QTest.keyClick(panel.verb, Qt.Key.Key_Return)
    face = shown(window)
    assert [line.split()[0] for line in face.view.lines] == ["8"]
    QTest.keyClick(panel.verb, Qt.Key.Key_Return)
    assert [line.split()[0] for line in face.view.lines] == ["7", "8"]
    assert "Relais terrain" in face.words()
    assert not any(mark in face.words() for mark in ("13,20", "13.20", "11.80"))
    assert window.isActiveWindow()


def test_publication_goes_on_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    """Escape closes the panel and leaves the room as it is; opened again it shows the next place, or takes all."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    press(page.acts.buttons[JuryAct.PUBLISH])
    assert page.acts.panel is not None
    QTest.keyClick(page.acts.panel.verb, Qt.Key.Key_Return)
    QTest.keyClick(page.acts.panel.verb, Qt.Key.Key_Escape)
    assert page.acts.panel is None
    assert page.acts.buttons[JuryAct.PUBLISH].hasFocus()
    assert len(shown(window).view.lines) == 1
    press(page.acts.buttons[JuryAct.PUBLISH])
    assert len(shown(window).view.lines) == 1
    assert page.acts.panel is not None
    QTest.keyClick(page.acts.panel.verb, Qt.Key.Key_Return)
    assert len(shown(window).view.lines) == 2
    press(page.acts.panel.clear)
    assert shown(window).view.lines == ()


def test_last_place_leaves_the_focus_in_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    """Once nothing is left to show, Space must not fall on the Undo of the strip: the panel's way out has the focus."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    window.strip.show_act("Ranking adopted")
    press(page.acts.buttons[JuryAct.PUBLISH])
    panel = page.acts.panel
    assert panel is not None
    while panel.verb.isEnabled():
        QTest.keyClick(panel.verb, Qt.Key.Key_Space)
    assert len(shown(window).view.lines) == 8
    focused = window.focusWidget()
    assert focused is panel.way_out
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert page.acts.panel is None
    assert page.acts.buttons[JuryAct.PUBLISH].hasFocus()
    press(page.acts.buttons[JuryAct.PUBLISH])
    assert page.acts.panel is not None
    assert window.focusWidget() is page.acts.panel.way_out


def test_proclaiming_leaves_the_focus_in_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    """The button that opened the panel has gone: the next one has the focus, not the Undo of the strip."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    press(page.acts.buttons[JuryAct.PROCLAIM])
    panel = page.acts.panel
    assert panel is not None
    press(panel.verb)
    assert page.acts.panel is None
    assert window.strip.undo.isVisible()
    assert window.focusWidget() is page.acts.buttons[JuryAct.RECTIFY]


def test_another_type_size_takes_nothing_off_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    """The window is made anew; what the room saw goes on where it was."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    press(page.acts.buttons[JuryAct.PUBLISH])
    assert page.acts.panel is not None
    for _ in range(2):
        QTest.keyClick(page.acts.panel.verb, Qt.Key.Key_Return)
    window.set_scale(125)
    QApplication.processEvents()
    page = page_of(window)
    assert len(shown(window).view.lines) == 2
    press(page.acts.buttons[JuryAct.PUBLISH])
    assert len(shown(window).view.lines) == 2
    assert page.acts.panel is not None
    QTest.keyClick(page.acts.panel.verb, Qt.Key.Key_Return)
    assert len(shown(window).view.lines) == 3


def test_ranking_that_changes_leaves_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    """Adopted anew, the room must not go on reading the former one; outdated by a mark, it is not shown further."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    press(page.acts.buttons[JuryAct.PUBLISH])
    panel = page.acts.panel
    assert panel is not None
    QTest.keyClick(panel.verb, Qt.Key.Key_Return)
    operations = window.operations
    assert operations is not None
    cell = Cell(places_of(standings_of(operations.records, "hackathon"))[0].candidacy, "J1", "C1")
    operations.run(lambda: record_mark(operations.file, "hackathon", cell, Mark(MarkState.MARKED, Fraction(1))))
    QTest.keyClick(panel.verb, Qt.Key.Key_Return)
    assert len(shown(window).view.lines) == 1
    assert "have changed since" in panel._problem.text()
    press(page.acts.buttons[JuryAct.ADOPT])
    assert page.acts.panel is not None
    page.acts.panel.verb.click()
    assert shown(window).view.lines == ()


def test_another_type_size_keeps_hidden_what_was_hidden(window: MainWindow, qtbot: QtBot) -> None:
    """The jury's screen is shared: making its letters larger must not show it what a recused juror may not see."""
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window)
    page.show_view_of(("J5",))
    hidden = page.hidden
    assert hidden
    window.set_scale(125)
    QApplication.processEvents()
    page = page_of(window)
    assert page.hidden == hidden
    assert not page.acts.isVisible()
    assert "ROUX" in page.view_choice.currentText()


def test_what_was_told_of_the_last_act_is_hidden_too(window: MainWindow) -> None:
    """A mark of the hidden project does not stay in the strip under it, nor on Undo, nor come with an undo."""
    page = page_of(window)
    operations = window.operations
    assert operations is not None
    hidden = next(each.id for each in operations.records.within(Candidacy) if each.title == "Qui fait quoi")
    cell = Cell(hidden, "J1", "C1")
    operations.run(lambda: record_mark(operations.file, "hackathon", cell, Mark(MarkState.MARKED, Fraction(9))))

    def told() -> str:
        window._name_undo()
        return " ".join((window.acts["undo"].text(), *(each.text() for each in window.strip.findChildren(QLabel))))

    assert "Qui fait quoi" in told()
    page.show_view_of(("J5",))
    assert "Qui fait quoi" not in told()
    window.undo()
    assert "Qui fait quoi" not in told()
    page.show_view_of(())
    window.redo()
    assert "Qui fait quoi" in told()


@pytest.mark.parametrize("how", ["size", "language"])
def test_what_is_typed_in_an_act_outlives_another_window(window: MainWindow, how: str) -> None:
    """Letters made larger for the room, in the middle of a vote: its question and its counts are still there."""
    page = page_of(window)
    page.acts.begin(JuryAct.VOTE)
    panel = page.acts.panel
    assert isinstance(panel, MotionPanel)
    about = panel.about.findText("Mon quai")
    panel.about.setCurrentIndex(about)
    panel.question.setText("Garder ?")
    panel.counts["for"].setText("5")
    panel.counts["against"].setText("2")
    panel.note.setText("Vote demandé")
    if how == "size":
        window.set_scale(125)
    else:
        window.set_language("fr")
    QApplication.processEvents()
    panel = page_of(window).acts.panel
    assert isinstance(panel, MotionPanel)
    assert panel.about.currentIndex() == about
    texts = panel.question.text(), panel.counts["for"].text(), panel.counts["against"].text(), panel.note.text()
    assert texts == ("Garder ?", "5", "2", "Vote demandé")
    page_of(window).acts.leave()
    window.set_scale(100)
    QApplication.processEvents()
    assert page_of(window).acts.panel is None


def test_meeting_being_typed_outlives_another_window(window: MainWindow) -> None:
    """Lines, paragraphs, ticks and choices."""
    page = page_of(window)
    page.acts.begin(JuryAct.DELIBERATE)
    panel = page.acts.panel
    assert isinstance(panel, MeetingPanel)
    ticked = panel.closed_session.isChecked()
    panel.closed_session.setChecked(not ticked)
    panel.nature.setCurrentIndex(1)
    panel.attendees.setPlainText("M. X; coach; 16:05")
    panel.lines["follow_up"].setText("Lettres")
    window.set_scale(125)
    QApplication.processEvents()
    panel = page_of(window).acts.panel
    assert isinstance(panel, MeetingPanel)
    assert panel.closed_session.isChecked() is not ticked
    assert panel.nature.currentIndex() == 1
    assert (panel.attendees.toPlainText(), panel.lines["follow_up"].text()) == ("M. X; coach; 16:05", "Lettres")
