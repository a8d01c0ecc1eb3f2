"""The acts that hold for the whole window: id, text and shortcut, once each."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Actions(QObject):
    """Every act of the window as a ``QAction``, found by its id; :meth:`retranslate` gives them their texts.

    The ids: open_file new_edition open_example import_sheet verify_minutes save_copy close_file undo redo
    command_palette zoom_in zoom_out zoom_reset full_screen preferences help quit.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_id: dict[str, QAction] = {}
        for identity, (_, *shortcuts) in self._texts_and_shortcuts().items():
            action = QAction(window)
            action.setObjectName(identity)
            action.setShortcuts([QKeySequence(each) for each in shortcuts])
            self._by_id[identity] = action
            window.addAction(action)
        self["full_screen"].setCheckable(True)

    def __getitem__(self, identity: str) -> QAction:
        """The action of that id."""
        return self._by_id[identity]

    def all(self) -> list[QAction]:
        """Every action, in the order in which they are listed."""
        return list(self._by_id.values())

    def retranslate(self) -> None:
        """Write the texts in the language now in force."""
        for identity, (text, *_) in self._texts_and_shortcuts().items():
            action = self._by_id[identity]
            action.setText(text)
            shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = text.rstrip("…").rstrip()
            action.setToolTip(f"{plain} ({shortcut})" if shortcut else plain)

    def _texts_and_shortcuts(self) -> dict[str, tuple[str, ...]]:
        return {
            "open_file": (self.tr("Open…"), "Ctrl+O"),
            "new_edition": (self.tr("New edition…"), "Ctrl+N"),
            "open_example": (self.tr("Discover the example"),),
            "import_sheet": (self.tr("Import candidacies…"), "Ctrl+I"),
            "verify_minutes": (self.tr("Verify minutes…"),),
            "save_copy": (self.tr("Save a copy…"), "Ctrl+Shift+S"),
            "close_file": (self.tr("Close the edition"), "Ctrl+W"),
            "undo": (self.tr("Undo"), "Ctrl+Z"),
            "redo": (self.tr("Redo"), "Ctrl+Y", "Ctrl+Shift+Z"),
            "command_palette": (self.tr("Search for an action"), "Ctrl+K"),
            "zoom_in": (self.tr("Larger type"), "Ctrl++", "Ctrl+="),
            "zoom_out": (self.tr("Smaller type"), "Ctrl+-"),
            "zoom_reset": (self.tr("Type at 100 %"), "Ctrl+0"),
            "full_screen": (self.tr("Full screen"), "F11"),
            "preferences": (self.tr("Settings"), "Ctrl+,"),
            "help": (self.tr("Help and shortcuts"), "F1"),
            "quit": (self.tr("Quit"), "Ctrl+Q"),
        }
