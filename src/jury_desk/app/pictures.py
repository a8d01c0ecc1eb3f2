"""Takes a picture of every page of the example edition, so that people can look at them; for developers."""

import os
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog

from jury_desk.app.composition import make_toolbox
from jury_desk.app.translation import Translation
from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.services.files import open_example
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.ui import theme
from jury_desk.ui.dialogs.file_choice import FileChooser
from jury_desk.ui.main_window import Doors, MainWindow
from jury_desk.ui.settings import LanguageChoice, SchemeChoice, Settings
from jury_desk.ui.widgets.page_preview import PagePreview

SIZE = (1366, 768)
PREVIEW_SECONDS = 10
LOOKS: tuple[tuple[LanguageChoice, SchemeChoice, int], ...] = (
    ("fr", "light", 100),
    ("fr", "dark", 100),
    ("en", "light", 100),
    ("en", "dark", 100),
    ("fr", "light", 200),
    ("en", "light", 200),
)
"""Language, colours and type size of each round of pictures."""


def take(folder: Path) -> int:
    """Write a PNG of every page in every look into ``folder``; returns the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    load_later_fonts()
    translation = Translation(app)
    with tempfile.TemporaryDirectory() as aside:
        toolbox = make_toolbox(actor="Jury Desk", safety=Path(aside) / "safety")
        settings = Settings(QSettings(str(Path(aside) / "settings.ini"), QSettings.Format.IniFormat))
        example = Path(aside) / "example.jury"
        open_example(toolbox, example).close()
        for language, scheme, scale in LOOKS:
            settings.language, settings.scheme, settings.scale = language, scheme, scale
            theme.apply(app, scheme, scale)
            doors = _doors(toolbox, settings, translation, example)
            _take_look(app, MainWindow(doors), folder, f"{language}-{scheme}-{scale}")
    return 0


def _doors(toolbox: Toolbox, settings: Settings, translation: Translation, example: Path) -> Doors:
    def reopen() -> JuryFile:
        return toolbox.files.open(example)

    return Doors(lambda: toolbox, settings, FileChooser(settings), translation.use, reopen)


def _take_look(app: QApplication, window: MainWindow, folder: Path, look: str) -> None:
    window.resize(*SIZE)
    window.show()
    _save(app, window, folder / f"{look}-welcome.png")
    window.open_example()
    if window.view is not None:
        for place, _ in window.view.places():
            window.view.go(place)
            name = place.replace("stage:", "").replace("#", "-")
            _save(app, window, folder / f"{look}-{name}.png")
        for name, show in (("palette", window.show_palette), ("help", window.show_help)):
            show()
            _settle(app)
            for dialog in (each for each in window.findChildren(QDialog) if each.isVisible()):
                dialog.grab().save(str(folder / f"{look}-{name}.png"))
                dialog.reject()
    window.close()
    window.deleteLater()
    _settle(app)


def _save(app: QApplication, window: MainWindow, target: Path) -> None:
    _settle(app)
    _wait_for_preview(app, window)
    window.grab().save(str(target))


def _wait_for_preview(app: QApplication, window: MainWindow) -> None:
    """The pages of a document are drawn beside the window; a document that cannot be made has none."""
    until = time.monotonic() + PREVIEW_SECONDS
    for preview in (each for each in window.findChildren(PagePreview) if each.isVisible()):
        while not preview.page_count and time.monotonic() < until:
            app.processEvents()
            time.sleep(0.01)


def _settle(app: QApplication) -> None:
    for _ in range(5):
        app.processEvents()
