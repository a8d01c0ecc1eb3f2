"""The window: the welcome page, or the frame of an open edition. It assembles and wires; it holds no rule.

Everything the window shows is built anew when its language, colours or type size change, from the records; nothing is
kept in a widget alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.ui import icons, theme
from jury_desk.ui.actions import Actions
from jury_desk.ui.dialogs.file_choice import JURY, SHEETS, FileChooser
from jury_desk.ui.messages import Messages
from jury_desk.ui.pages.welcome import WelcomePage
from jury_desk.ui.settings import RecentFile, Settings, next_scale
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from jury_desk.domain.edition import Edition
    from jury_desk.services.ports import JuryFile, SheetRead, Toolbox
    from jury_desk.ui.dialogs.command_palette import Command
    from jury_desk.ui.edition_view import EditionView
    from jury_desk.ui.operations import Operations


@dataclass(frozen=True, slots=True)
class Doors:
    """What the window needs of the outside, each replaceable in tests.

    Attributes:
        toolbox: gives everything plugged in; loads it at the first call.
        use_language: puts a language choice in force and says which language that is, ``fr`` or ``en``.
        example: gives the path of the example edition, made at the first call.
    """

    toolbox: "Callable[[], Toolbox]"
    settings: Settings
    choose: FileChooser
    use_language: Callable[[str], str]
    example: Callable[[], Path]


class MainWindow(QMainWindow):
    """The one window of the chair.

    Signals:
        edition_opened: a file is open and shown.
        edition_closed: the open file was let go.
    """

    edition_opened = Signal()
    edition_closed = Signal()

    def __init__(self, doors: Doors) -> None:
        super().__init__()
        self._doors = doors
        self.language = doors.use_language(doors.settings.language)
        self.actions = Actions(self)
        self.messages = Messages(self.language, self)
        self.operations: Operations | None = None
        self.view: EditionView | None = None
        self.welcome: WelcomePage | None = None
        self.strip = MessageStrip()
        self._undo_names = QTimer(self)
        self._undo_names.setSingleShot(True)
        self._undo_names.setInterval(150)
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 520)
        self.resize(1366, 768)
        self._wire()
        self._build()
        geometry = doors.settings.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
