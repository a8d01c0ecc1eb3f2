"""Whatever the chair does next, a mark still in its editor is on file before it happens, or is asked about.

Each route begins with « 9 » typed over a stored 6 and the focus in the editor; offscreen the outcome is that of a real
desktop only in an active window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.settling import SheetPlace, declare_final
from jury_desk.ui.pages.documents import DocumentsPage
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.ui.window.conftest import Answers

    from jury_desk.services.ports import Toolbox
    from jury_desk.ui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
STORED, TYPED = "6", "9"


class Desk:
    """The window on Noter, with an open editor."""

    def __init__(self, window: MainWindow, answers: Answers, folder: Path) -> None:
        assert window.operations is not None
        self.window, self.answers, self.folder = window, answers, folder
        self.file = window.operations.file
        self.operations = window.operations
        page = window.findChild(MarksPage)
        assert page is not None
        self.page: MarksPage = page
        view = self.page.grid.view
        view.go_to(self.page.grid.model.index(0, 0))
        cell = self.page.grid.model.grid.cell(0, 0)
        self.key = ("hackathon", cell.candidacy, cell.juror, cell.criterion)

    @property
    def value(self) -> str:
        """The mark on file."""
        return str(self.file.records.need(RecordedMark, *self.key).mark.value)

    @property
    def journal(self) -> list[str]:
        """Every value the cell has had."""
        changes = [change for event in self.file.events() for change in event.changes if change.key == self.key]
        return [change.after["mark"]["value"] for change in changes if change.after is not None]

    def type(self, text: str) -> None:
        """Type into the cell and leave the editor open, with the focus in it."""
        assert self.value == STORED
        for sign in text:
            QTest.keyClicks(focused(), sign)
        editor = self.page.grid.view.delegate.editor
        assert editor is not None
        assert editor.text() == text
        assert editor.hasFocus()
        assert QGuiApplication.focusWindow() is self.window.windowHandle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(focused(), key, modifier)


def focused() -> QWidget:
    """Where keys go."""
    found = QGuiApplication.focusObject()
    assert isinstance(found, QWidget)
    return found


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path) -> Desk:
    """Noter of the example, in an active window, the cursor in its first cell."""
    assert window.view is not None
    window.view.go("stage:hackathon#marks")
    with qtbot.waitActive(window):
        window.activateWindow()
    return Desk(window, answers, tmp_path)


def _click(desk: Desk, widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    del desk


def undo_key(desk: Desk) -> None:
    """Ctrl+Z."""
    desk.press(Key.Key_Z, CONTROL)


def redo_key(desk: Desk) -> None:
    """Ctrl+Y."""
    desk.press(Key.Key_Y, CONTROL)


def palette(desk: Desk) -> None:
    """Ctrl+K."""
    desk.press(Key.Key_K, CONTROL)
    assert any(each.isVisible() for each in desk.window.findChildren(QDialog))


def palette_button(desk: Desk) -> None:
    """The field on top of the window that leads to the palette."""
    assert desk.window.view is not None
    desk.window.view.search_requested.emit()


def help_key(desk: Desk) -> None:
    """F1."""
    desk.press(Key.Key_F1)


def zoom(desk: Desk) -> None:
    """Ctrl and plus: everything is built anew."""
    desk.press(Key.Key_Plus, CONTROL)


def language(desk: Desk) -> None:
    """Another language."""
    desk.window.set_language("fr")


def colours(desk: Desk) -> None:
    """Other colours."""
    desk.window.set_scheme("dark")


def full_screen(desk: Desk) -> None:
    """F11."""
    desk.press(Key.Key_F11)


def settings_page(desk: Desk) -> None:
    """Ctrl and comma."""
    desk.press(Key.Key_Comma, CONTROL)


def save_copy(desk: Desk) -> None:
    """Ctrl+Shift+S: the copy holds the mark too."""
    desk.answers.to_make = desk.folder / "copy.jury"
    desk.press(Key.Key_S, CONTROL | SHIFT)
    assert desk.answers.to_make.exists()


def import_dialog(desk: Desk) -> None:
    """Ctrl+I."""
    desk.press(Key.Key_I, CONTROL)
    assert "import" in desk.answers.asked


def open_dialog(desk: Desk) -> None:
    """Ctrl+O."""
    desk.press(Key.Key_O, CONTROL)
    assert "open" in desk.answers.asked


def new_edition(desk: Desk) -> None:
    """Ctrl+N."""
    desk.press(Key.Key_N, CONTROL)


def next_tab(desk: Desk) -> None:
    """Ctrl and Page down."""
    desk.press(Key.Key_PageDown, CONTROL)


def other_stage(desk: Desk) -> None:
    """A stage chosen at the left."""
    assert desk.window.view is not None
    desk.window.view.sidebar.key_chosen.emit("stage:screening")


def candidacies(desk: Desk) -> None:
    """A page chosen at the left."""
    assert desk.window.view is not None
    desk.window.view.go("candidacies")


def next_passage(desk: Desk) -> None:
    """Alt and Page down."""
    desk.press(Key.Key_PageDown, Modifier.AltModifier)


def next_button(desk: Desk) -> None:
    """The sign beside the name."""
    _click(desk, desk.page.grid.heading.next)


def by_juror(desk: Desk) -> None:
    """The other layout."""
    desk.page._modes.button(1).click()


def square(desk: Desk) -> None:
    """A square of the strip."""
    desk.page.strip.cell_chosen.emit(3, 4)


def other_cell(desk: Desk) -> None:
    """A click into another cell."""
    view = desk.page.grid.view
    centre = view.visualRect(desk.page.grid.model.index(2, 2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(centre))


def keypad_button(desk: Desk) -> None:
    """Another way of typing."""
    desk.page.grid.heading.keypad.click()


def hide_results(desk: Desk) -> None:
    """F3."""
    desk.press(Key.Key_F3)


def comment(desk: Desk) -> None:
    """The menu of the grid."""
    desk.page.grid.menu.acts["candidacy_comment"].trigger()


def timer_end(desk: Desk) -> None:
    """A clock that runs out acts through the gate."""
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(desk.operations.commit_pending_edit()))
    while not done:
        QGuiApplication.processEvents()


def export(desk: Desk) -> None:
    """The documents, exported at once."""
    assert desk.window.view is not None
    desk.window.view.go("stage:hackathon#documents")
    page = desk.window.findChild(DocumentsPage)
    assert page is not None
    page.choose_folder = lambda _parent, _folder: str(desk.folder / "out")
    page.findChildren(QPushButton)
    page.export.click()
    while not page.export.isEnabled():
        QGuiApplication.processEvents()
    assert (desk.folder / "out" / "hackathon.xlsx").exists()


def drop(desk: Desk) -> None:
    """A spreadsheet dropped on the window."""
    sheet = desk.folder / "list.csv"
    sheet.write_text("Nom du projet;Email\nA;a@example.org\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, Modifier.NoModifier)
    desk.window.dropEvent(event)
    QGuiApplication.processEvents()


def find_sheet(desk: Desk) -> None:
    """F4: the number of a sheet."""
    desk.press(Key.Key_F4)
    assert desk.page.number.hasFocus()


def paper(desk: Desk) -> None:
    """Blank sheets on paper, from the menu of the page."""
    desk.page.tools.menu.actions()[0].trigger()
    assert any(each.isVisible() for each in desk.page.findChildren(QDialog))


def second_entry(desk: Desk) -> None:
    """Somebody is to type the sheets again."""
    desk.page.tools.menu.actions()[3].trigger()
    assert desk.page._who.isVisible()


def move(desk: Desk) -> None:
    """The marks of the sheet are to be moved: the dialog is about what was typed."""
    desk.page.grid.menu.acts["move"].trigger()
    assert any(each.isVisible() for each in desk.page.findChildren(QDialog))


def focus_elsewhere(desk: Desk) -> None:
    """Another part of the page takes the focus."""
    desk.page._list.setFocus()


def hidden(desk: Desk) -> None:
    """The window goes out of sight."""
    desk.window.hide()


ROUTES = [
    palette,
    palette_button,
    help_key,
    zoom,
    language,
    colours,
    full_screen,
    settings_page,
    save_copy,
    import_dialog,
    open_dialog,
    new_edition,
    next_tab,
    other_stage,
    candidacies,
    next_passage,
    next_button,
    by_juror,
    square,
    other_cell,
    keypad_button,
    hide_results,
    comment,
    timer_end,
    export,
    drop,
    find_sheet,
    paper,
    second_entry,
    move,
    focus_elsewhere,
    hidden,
]


@pytest.mark.parametrize("leave", ROUTES, ids=lambda route: route.__name__)
def test_typed_mark_is_on_file_before_anything_else(desk: Desk, leave: Callable[[Desk], None]) -> None:
    """The value that was typed, once, and nothing stale acted upon."""
    before = len(desk.file.events())
    desk.type(TYPED)
    leave(desk)
    assert desk.value == TYPED
    assert len(desk.file.events()) == before + 1


def test_undo_takes_back_what_was_being_typed(desk: Desk) -> None:
    """Ctrl+Z means the mark in the editor: it is recorded, then undone, both in the journal."""
    desk.type(TYPED)
    undo_key(desk)
    assert desk.value == STORED
    assert desk.journal[-2:] == [TYPED, STORED]


@pytest.mark.parametrize("key", [undo_key, redo_key])
def test_undo_over_what_is_no_mark_takes_nothing_else_back(desk: Desk, key: Callable[[Desk], None]) -> None:
    """99 out of 10 was meant, and is not on file: the act before it stays, and why is still told."""
    desk.page.grid.model.setData(desk.page.grid.model.index(1, 1), "3")
    if key is redo_key:
        desk.operations.undo()
        desk.window._name_undo()
    desk.page.grid.view.go_to(desk.page.grid.model.index(0, 0))
    events = len(desk.file.events())
    desk.type("99")
    key(desk)
    assert len(desk.file.events()) == events
    assert desk.value == STORED
    assert "“99”" in desk.window.strip.words.text()


def test_undo_and_redo_name_the_mark_they_mean(desk: Desk, qtbot: QtBot) -> None:
    """« Undo: criterion of project 6 → 9 (juror) », and the same on Redo once it is taken back."""
    desk.type(TYPED)
    desk.press(Key.Key_Return)
    undo, redo = desk.window.acts["undo"], desk.window.acts["redo"]
    step = f"of Relais terrain {STORED} → {TYPED} (Mme Hélène VASSEUR)"
    qtbot.waitUntil(lambda: undo.text().startswith("Undo: ") and undo.text().endswith(step))
    desk.press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: redo.text().startswith("Redo: ") and redo.text().endswith(step))
    assert not undo.text().endswith(step)


def test_redo_does_nothing_over_what_was_being_typed(desk: Desk) -> None:
    """The mark in the editor is the newest act: what was undone before it cannot be done again."""
    desk.page.grid.model.setData(desk.page.grid.model.index(1, 1), "3")
    desk.operations.undo()
    desk.window._name_undo()
    desk.page.grid.view.go_to(desk.page.grid.model.index(0, 0))
    desk.type(TYPED)
    redo_key(desk)
    assert desk.value == TYPED
    assert desk.page.grid.model.index(1, 1).data() == "6"


@pytest.mark.parametrize("key", [Key.Key_W, Key.Key_Q])
def test_closing_and_quitting_keep_what_was_being_typed(desk: Desk, toolbox: Toolbox, key: Qt.Key) -> None:
    """The file, opened again, holds it."""
    desk.type(TYPED)
    path = desk.file.path
    desk.press(key, CONTROL)
    assert desk.window.operations is None
    file = toolbox.files.open(path)
    assert str(file.records.need(RecordedMark, *desk.key).mark.value) == TYPED
    file.close()


def test_opening_another_edition_keeps_what_was_being_typed(desk: Desk, toolbox: Toolbox) -> None:
    """The file that is let go for it holds the mark."""
    copy = desk.folder / "other.jury"
    desk.file.backup(copy)
    desk.type(TYPED)
    path = desk.file.path
    desk.window.open_path(copy)
    assert desk.window.operations is not None
    assert desk.window.operations.file.path == copy
    file = toolbox.files.open(path)
    assert str(file.records.need(RecordedMark, *desk.key).mark.value) == TYPED
    file.close()


@pytest.mark.parametrize("leave", [palette, zoom, next_tab, other_stage, by_juror, focus_elsewhere, drop])
def test_what_is_no_mark_is_told_and_leaves_the_former(desk: Desk, leave: Callable[[Desk], None]) -> None:
    """99 out of 10: the 6 stays, and the foot of the window says which value was not taken, where and why."""
    told: list[str] = []
    desk.window.messages.error_told.connect(told.append)
    desk.type("99")
    leave(desk)
    assert desk.value == STORED
    assert any("“99”" in sentence and "10" in sentence for sentence in told)


@pytest.mark.parametrize("key", [Key.Key_W, Key.Key_Q])
def test_closing_on_what_is_no_mark_asks_once(desk: Desk, key: Qt.Key) -> None:
    """The window stays and says why; the second time it goes."""
    desk.type("99")
    desk.press(key, CONTROL)
    assert desk.window.operations is not None
    assert desk.window.isVisible()
    assert "“99”" in desk.window.strip.words.text()
    desk.press(key, CONTROL)
    assert desk.window.operations is None


def test_correction_that_waits_for_its_reason_keeps_the_window_open(desk: Desk) -> None:
    """Quitting is refused until the reason is given; given, the correction is on file."""
    declare_final(desk.file, "hackathon", [SheetPlace(*desk.key[1:3])])
    desk.type(TYPED)
    desk.press(Key.Key_Return)
    ask = desk.page.grid.ask
    assert ask.isVisible()
    assert ask.answer.hasFocus()
    assert desk.value == STORED
    assert not desk.window.close()
    assert desk.window.operations is not None
    QTest.keyClicks(ask.answer, "misread")
    assert desk.window.close()
    assert TYPED in str(desk.journal[-1])
    assert desk.file.events()[-1].reason == "misread"


def test_settings_of_the_grid_are_kept(settings: Settings, tmp_path: Path) -> None:
    """How entries end, and whether results are hidden, as texts in a file."""
    settings.keypad = settings.results_hidden = True
    again = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert again.keypad
    assert again.results_hidden
    assert not again.enter_stays
