"""The window on the example edition, with doors that never open a dialog of the system."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desk.app.composition import make_toolbox
from jury_desk.app.translation import Translation
from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.services.files import open_example
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.ui import theme
from jury_desk.ui.main_window import Doors, MainWindow
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.settings import Settings


@dataclass
class Answers:
    """A file chooser that answers what the test has put there."""

    to_open: Path | None = None
    to_make: Path | None = None
    to_import: Path | None = None
    to_verify: Path | None = None
    asked: list[str] = field(default_factory=list)

    def edition_to_open(self, _parent: QWidget) -> Path | None:
        """The edition to open."""
        self.asked.append("open")
        return self.to_open

    def edition_to_make(self, _parent: QWidget, name: str) -> Path | None:
        """Where to keep a new edition."""
        self.asked.append(name)
        return self.to_make

    def sheet_to_import(self, _parent: QWidget) -> Path | None:
        """The spreadsheet to import."""
        self.asked.append("import")
        return self.to_import

    def minutes_to_verify(self, _parent: QWidget) -> Path | None:
        """The minutes to verify."""
        self.asked.append("verify")
        return self.to_verify


@pytest.fixture(scope="session")
def built_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example edition, built once."""
    folder = tmp_path_factory.mktemp("example")
    path = folder / "example.jury"
    open_example(make_toolbox(actor="Test", safety=folder / "safety"), path).close()
    return path


@pytest.fixture
def example(built_example: Path, tmp_path: Path) -> Path:
    """A copy of the example edition of the test's own."""
    return Path(shutil.copy(built_example, tmp_path / "example.jury"))


@pytest.fixture(scope="session")
def translation(qapp: QApplication) -> Translation:
    """The translators of the application, one set for all tests."""
    return Translation(qapp)


@pytest.fixture(autouse=True)
def app(qapp: QApplication, translation: Translation) -> Iterator[QApplication]:
    """The application in the program's own style; the next test finds it in English, light, at 100 %."""
    make_application()
    load_later_fonts()
    theme.apply(qapp, "light", 100)
    translation.use("en")
    yield qapp
    theme.apply(qapp, "light", 100)
    translation.use("en")
    # Tests of pages by themselves read the sources' own words.
    translation.withdraw()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of the test's own, in English."""
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.language = "en"
    return made


@pytest.fixture
def answers() -> Answers:
    """What the file dialogs answer."""
    return Answers()


@pytest.fixture
def toolbox(tmp_path: Path) -> Toolbox:
    """Everything plugged in, with its safety copies in the test's folder."""
    return make_toolbox(actor="Test", safety=tmp_path / "safety")


@pytest.fixture
def make_window(  # noqa: PLR0917 - fixtures
    app: QApplication,
    translation: Translation,
    qtbot: QtBot,
    settings: Settings,
    answers: Answers,
    toolbox: Toolbox,
    example: Path,
) -> Iterator[Callable[[], MainWindow]]:
    """Makes a window; at the end of the test it is closed and its language taken out."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        doors = Doors(
            lambda: toolbox,
            settings,
            answers,  # type: ignore[arg-type] # it answers like a FileChooser
            translation.use,
            lambda: toolbox.files.open(example),
        )
        theme.apply(app, settings.scheme, settings.scale)
        window = MainWindow(doors)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def window(make_window: Callable[[], MainWindow], example: Path, qtbot: QtBot) -> MainWindow:
    """The window with the example open and painted."""
    made = make_window()
    with qtbot.waitExposed(made):
        made.show()
    made.open_path(example)
    return made


@pytest.fixture
def operations(toolbox: Toolbox, example: Path) -> Iterator[Operations]:
    """The acts of the open example."""
    file = toolbox.files.open(example)
    yield Operations(file, toolbox, Messages("en"))
    file.close()


@pytest.fixture
def blank(toolbox: Toolbox, jury_file: JuryFile) -> Operations:
    """The acts of an open edition with nothing in it."""
    return Operations(jury_file, toolbox, Messages("en"))
