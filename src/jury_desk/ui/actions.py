"""The acts that hold for the whole window: id, text, shortcut and icon, once each."""

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class _Look(NamedTuple):
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""


class Actions(QObject):
    """Every act of the window as a ``QAction``, found by its id; their texts follow the language of the window.

    The ids: open_file new_edition open_example import_sheet verify_minutes save_copy close_file undo redo
    command_palette zoom_in zoom_out zoom_reset full_screen preferences help quit.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_id: dict[str, QAction] = {}
        for identity, look in self._looks().items():
            action = QAction(window)
            action.setObjectName(identity)
            action.setShortcuts([QKeySequence(each) for each in look.shortcuts])
            action.setProperty("icon_name", look.icon)
            self._by_id[identity] = action
            window.addAction(action)
        self["full_screen"].setCheckable(True)
        self.retranslate()

    def __getitem__(self, identity: str) -> QAction:
        """The action of that id."""
        return self._by_id[identity]

    def all(self) -> list[QAction]:
        """Every action, in the order in which they are listed."""
        return list(self._by_id.values())

    def retranslate(self) -> None:
        """Write the texts in the language now in force."""
        for identity, look in self._looks().items():
            action = self._by_id[identity]
            action.setText(look.text)
            shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = look.text.rstrip("…").rstrip()
            action.setToolTip(f"{plain} ({shortcut})" if shortcut else plain)

    def _looks(self) -> dict[str, _Look]:
        return {
            "open_file": _Look(self.tr("Open…"), ("Ctrl+O",), "open"),
            "new_edition": _Look(self.tr("New edition…"), ("Ctrl+N",), "new"),
            "open_example": _Look(self.tr("Discover the example"), (), "example"),
            "import_sheet": _Look(self.tr("Import candidacies…"), ("Ctrl+I",), "import"),
            "verify_minutes": _Look(self.tr("Verify minutes…"), (), "check"),
            "save_copy": _Look(self.tr("Save a copy…"), ("Ctrl+Shift+S",), "copy"),
            "close_file": _Look(self.tr("Close the edition"), ("Ctrl+W",), "close"),
            "undo": _Look(self.tr("Undo"), ("Ctrl+Z",), "undo"),
            "redo": _Look(self.tr("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            "command_palette": _Look(self.tr("Search for an action"), ("Ctrl+K",), "search"),
            "zoom_in": _Look(self.tr("Larger type"), ("Ctrl++", "Ctrl+="), "zoom_in"),
            "zoom_out": _Look(self.tr("Smaller type"), ("Ctrl+-",), "zoom_out"),
            "zoom_reset": _Look(self.tr("Type at 100 %"), ("Ctrl+0",), "zoom_reset"),
            "full_screen": _Look(self.tr("Full screen"), ("F11",), "full_screen"),
            "preferences": _Look(self.tr("Settings"), ("Ctrl+,",), "settings"),
            "help": _Look(self.tr("Help and shortcuts"), ("F1",), "help"),
            "quit": _Look(self.tr("Quit"), ("Ctrl+Q",), "quit"),
        }
