"""A write that fails beside a session, in the whole window and with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.session.sitting import STAGE

from jury_desk.domain.pitch_state import PhaseStatus
from jury_desk.services.pitches import session_state
from jury_desk.storage.jury_file import SqliteFile
from jury_desk.ui.main_window.unsaved_bar import CopyPanel, UnsavedBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.ui.session.conftest import Place

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def refuse(place: Place) -> Callable[[bool], None]:
    """Makes every write of the file fail as a full disk does, or work again."""
    file = place.sitting.file
    assert isinstance(file, SqliteFile)
    connection = file._connection

    def set_refusing(refusing: bool) -> None:
        connection.execute(f"PRAGMA query_only = {int(refusing)}")

    return set_refusing


@pytest.fixture
def failing(place: Place, refuse: Callable[[bool], None], qtbot: QtBot) -> Place:
    """The first candidate speaks, the disk is full, and the chair has pressed Space."""
    QApplication.processEvents()
    place.talk()
    with qtbot.waitActive(place.window):
        place.window.activateWindow()
    place.page().setFocus()
    refuse(True)
    place.run(30)
    press(Key.Key_Space)
    return place


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QGuiApplication.focusObject()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, key, modifiers)
    QApplication.processEvents()


def bar_of(place: Place) -> UnsavedBar | None:
    """The bar over the page, while it is there."""
    bars = [each for each in place.window.findChildren(UnsavedBar) if each.isVisible()]
    return bars[0] if bars else None


def saved_words(place: Place) -> str:
    """What the top line says of the saved state."""
    assert place.window.view is not None
    return place.window.view.top.saved.words.text()


def test_bar_stays_until_the_writing_succeeds(failing: Place, refuse: Callable[[bool], None]) -> None:
    """It cannot be put away, is on every page, and Ctrl+S tries again at once."""
    bar = bar_of(failing)
    assert bar is not None
    assert bar.words.text() == "Nothing can be saved; the clock goes on. 1 act is only in memory."
    assert "cannot be written" in bar.reason.text()
    assert saved_words(failing).startswith("Not saved since")
    press(Key.Key_Escape)
    failing.run(30)
    press(Key.Key_S, CTRL)
    failing.go("marks")
    assert bar.isVisible()
    assert failing.status() is PhaseStatus.PAUSED
    failing.go("session")
    refuse(False)
    press(Key.Key_S, CTRL)
    assert bar_of(failing) is None
    assert saved_words(failing).startswith("Saved ")
    assert session_state(failing.sitting.file.records, STAGE) == failing.console.session.state  # type: ignore[union-attr]


def test_work_goes_on_elsewhere_with_all_that_happened(failing: Place, tmp_path: Path, qtbot: QtBot) -> None:
    """Ctrl+Shift+S asks for the place within the bar; the copy holds every act, the clock and the room go on."""
    failing.console.room.toggle()
    keeper = failing.console.room._keeper
    assert keeper is not None
    with qtbot.waitActive(failing.window):
        failing.window.activateWindow()
    press(Key.Key_S, CTRL | SHIFT)
    bar = bar_of(failing)
    assert bar is not None
    assert isinstance(bar.host.panel, CopyPanel)
    assert bar.host.panel.line.hasFocus()
    assert bar.host.panel.line.text().endswith("sitting.jury")
    bar.host.panel.line.clear()
    target = tmp_path / "stick" / "here.jury"
    QTest.keyClicks(bar.host.panel.line, str(target))
    failing.run(10)
    press(Key.Key_Return)
    assert bar_of(failing) is None
    assert failing.window.operations is not None
    file = failing.window.operations.file
    assert file.path == target
    session = failing.console.session
    assert session is not None
    assert session_state(file.records, STAGE) == session.state
    assert failing.status() is PhaseStatus.PAUSED
    assert keeper.window.isVisible()
    page = failing.page()
    qtbot.waitUntil(page.order_view.hasFocus)
    failing.run(1)
    press(Key.Key_Space)
    assert failing.status() is PhaseStatus.RUNNING
    failing.run(5)
    assert session.state.open_phase is not None
    assert session.state.open_phase.spoken_at(failing.sitting.clocks.now()) == 35_000
    assert session_state(file.records, STAGE) == session.state


def test_place_that_cannot_be_used_is_said_and_asked_again(failing: Place, tmp_path: Path) -> None:
    """A relative path under the field, a taken one in a message; nothing is overwritten and the clock goes on."""
    taken = tmp_path / "taken.jury"
    taken.write_text("mine", encoding="utf-8")
    press(Key.Key_S, CTRL | SHIFT)
    bar = bar_of(failing)
    assert bar is not None
    asked = bar.host.panel
    assert isinstance(asked, CopyPanel)
    for text, said in (("here.jury", True), (str(taken), False)):
        asked.line.clear()
        QTest.keyClicks(asked.line, text)
        press(Key.Key_Return)
        assert asked.field.problem.isVisible() is said
        assert bar.host.panel is asked
    assert str(taken) in failing.window.strip.words.text()
    assert taken.read_text(encoding="utf-8") == "mine"
    press(Key.Key_Escape)
    assert bar.host.panel is None
    assert bar.isVisible()
    assert failing.page().order_view.hasFocus()


def test_space_in_the_bar_is_the_clock_s_and_enter_presses(failing: Place) -> None:
    """On whichever button the focus is, Space resumes the clock."""
    bar = bar_of(failing)
    assert bar is not None
    failing.run(2)
    bar.elsewhere.setFocus()
    press(Key.Key_Space)
    assert failing.status() is PhaseStatus.RUNNING
    assert bar.host.panel is None
    press(Key.Key_Return)
    assert isinstance(bar.host.panel, CopyPanel)


def test_window_does_not_close_on_what_is_only_in_memory(failing: Place, refuse: Callable[[bool], None]) -> None:
    """Neither the window nor the edition: the chair is told why, and once it is written both close."""
    assert not failing.window.close()
    assert failing.window.isVisible()
    failing.window.close_edition()
    assert failing.window.operations is not None
    assert "cannot be written" in failing.window.strip.words.text()
    refuse(False)
    failing.window.close_edition()
    assert failing.window.operations is None
