"""A newcomer's whole way through the window, in each language: from a spreadsheet to the minutes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desk import resources
from jury_desk.app.composition import make_toolbox
from jury_desk.app.translation import Translation
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.deliberation import standings_of
from jury_desk.ui.dialogs.import_preview import ImportPreview
from jury_desk.ui.main_window import Doors, MainWindow
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.pages.documents import DocumentsPage
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.pages.prepare import PreparePage
from jury_desk.ui.settings import LanguageChoice, Settings

Page = TypeVar("Page", bound=QWidget)

STAGE = "hackathon"
STRAY = (Qt.WindowType.Window, Qt.WindowType.Widget)
JURORS = ("Mme Vasseur", "M. Osei", "M. Lemaire", "Mme Çelik")
MARKS = "87697"
"""One keystroke for each of the five criteria."""


class StrayWindows(QObject):
    """Notes every window that shows itself but the main one and dialogs: a part shown before it has a parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what is shown (Qt)."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            stray = watched.isWindow() and watched.windowType() in STRAY and not isinstance(watched, MainWindow)
            self.seen += [type(watched).__name__] if stray else []
        return False


class Choices:
    """Answers the questions for a path as a newcomer would, from one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edition_to_open(self, _parent: QWidget) -> Path | None:
        """No other edition."""
        return None

    def edition_to_make(self, _parent: QWidget, name: str) -> Path | None:
        """The name proposed, in the folder."""
        return self.folder / f"{name}.jury"

    def sheet_to_import(self, _parent: QWidget) -> Path | None:
        """The spreadsheet that the example ships."""
        (sheet,) = resources.path("example").glob("*.xlsx")
        return sheet


class Journey:
    """The window and the keys pressed in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def operations(self) -> Operations:
        """The open edition."""
        assert self.window.operations is not None
        return self.window.operations

    def go(self, tab: str, kind: type[Page]) -> Page:
        """Go to a tab of the stage."""
        assert self.window.view is not None
        self.window.view.go(f"stage:{STAGE}#{tab}")
        page = self.window.view.findChild(kind)
        assert page is not None
        assert page.isVisible()
        return page

    def type(self, text: str, *keys: Qt.Key) -> None:
        """Type where the focus is, then press keys there."""
        for character in text:
            QTest.keyClicks(self._focused(), character)
        for key in keys:
            QTest.keyClick(self._focused(), key)
        QApplication.processEvents()

    def _focused(self) -> QWidget:
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        return focused

    def import_candidacies(self) -> None:
        """Import the sheet through the preview."""
        self.window.acts["import_sheet"].trigger()
        self.qtbot.waitUntil(lambda: self.window.findChild(ImportPreview) is not None, timeout=20_000)
        preview = self.window.findChild(ImportPreview)
        assert preview is not None
        assert preview.plan.new == 19
        preview.go.click()
        self.activate()

    def activate(self) -> None:
        """Be the active window and stay it: offscreen, the focus goes a while after a dialog has closed."""
        seen: list[bool] = []

        def stays_active() -> bool:
            seen.append(self.window.isActiveWindow())
            if not seen[-1]:
                self.window.activateWindow()
            return all(seen[-10:]) and len(seen) > 10

        self.qtbot.waitUntil(stays_active)

    def prepare(self) -> None:
        """Rules from a template, two jurors, everybody heard, and the freeze."""
        page = self.go("prepare", PreparePage)
        page.rules.beginning.choices[4].click()
        page.jury.begin()
        table, model = page.jury.table, page.jury.model
        for name in JURORS:
            self.type(name, Qt.Key.Key_Return)
            # The cursor goes on to the next member once the editor has closed.
            self.qtbot.waitUntil(lambda: table.hasFocus() and table.currentIndex().row() == model.rowCount() - 1)
        page.passages.all.click()
        page.rules.editor.freeze.click()
        assert page.draft.frozen

    def mark(self) -> None:
        """Type the first project's marks, juror by juror, with Tab from cell to cell."""
        page = self.go("marks", MarksPage)
        page.grid.view.go_to(page.grid.model.index(0, 0))
        page.grid.view.setFocus()
        for _ in JURORS:
            for digit in MARKS:
                self.type(digit, Qt.Key.Key_Tab)


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> LanguageChoice:
    """Each language in turn."""
    chosen: LanguageChoice = request.param
    return chosen


@pytest.fixture
def journey(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, translation: Translation, language: LanguageChoice
) -> Iterator[Journey]:
    """The welcome window of a newcomer."""
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = language
    toolbox = make_toolbox(actor="Test", safety=tmp_path / "safety")

    def no_example() -> None:
        raise AssertionError

    doors = Doors(lambda: toolbox, settings, Choices(tmp_path), translation.use, no_example)  # type: ignore[arg-type]
    window = MainWindow(doors)
    qtbot.addWidget(window)
    watch = StrayWindows(window)
    qapp.installEventFilter(watch)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Journey(window, qtbot)
    qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_newcomer_gets_from_a_spreadsheet_to_the_minutes(
    journey: Journey, language: str, tmp_path: Path, qtbot: QtBot
) -> None:
    """A new edition, nineteen candidacies, rules, jury, marks by keyboard, ranking, and both documents on disk."""
    journey.window.begin_edition(Edition("Ma région innove", language=language))
    journey.import_candidacies()
    assert len(journey.operations.records.within(Candidacy)) == 19
    journey.prepare()
    journey.mark()
    given = journey.operations.records.within(RecordedMark, STAGE)
    assert len(given) == len(JURORS) * len(MARKS)
    assert {str(recorded.mark.value) for recorded in given} == set(MARKS)

    first = standings_of(journey.operations.records, STAGE).standings[0]
    assert str(first.exact) == "15"
    ranking = journey.go("deliberate", DeliberatePage)
    shown = [str(ranking.model.index(0, column).data()) for column in range(ranking.model.columnCount())]
    assert any(text in ("15", "15,00", "15.00") for text in shown)

    documents = journey.go("documents", DocumentsPage)
    documents.choose_folder = lambda _parent, _former: str(tmp_path / "out")
    qtbot.waitUntil(lambda: documents.preview.page_count > 0, timeout=30_000)
    documents.export.click()
    qtbot.waitUntil(documents.export.isEnabled, timeout=60_000)
    assert {each.name for each in (tmp_path / "out").iterdir()} == {f"{STAGE}.xlsx", f"{STAGE}-minutes.pdf"}
    journey.window.close_edition()
    assert journey.window.welcome is not None
