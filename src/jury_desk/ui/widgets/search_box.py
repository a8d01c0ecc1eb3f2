"""A field that finds one of many by any part of its name, and empties itself for the next one."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from jury_desk.ui.widgets.choice_box import ChoiceBox


class SearchBox(ChoiceBox):
    """Nothing is chosen by a wheel, by a letter or by an arrow alone: only by Enter or a click on what was found.

    Signals:
        chosen: the value of what was chosen.
    """

    chosen = Signal(str)

    def __init__(self, name: str, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(32)
        field = cast("QLineEdit", self.lineEdit())
        field.setPlaceholderText(prompt)
        field.returnPressed.connect(self._choose_only_match)
        self._found = cast("QCompleter", self.completer())
        self._found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._found.setFilterMode(Qt.MatchFlag.MatchContains)
        self.activated.connect(self._choose)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these, each by its value and its name."""
        with QSignalBlocker(self):
            self.clear()
            for value, name in choices:
                self.addItem(name, value)
            self.setCurrentIndex(-1)
            self.clearEditText()

    @Slot(int)
    def _choose(self, at: int) -> None:
        value = self.itemData(at)
        popup = self._found.popup()
        if popup is not None:
            popup.hide()
        self.setCurrentIndex(-1)
        self.clearEditText()
        if value:
            self.chosen.emit(value)

    @Slot()
    def _choose_only_match(self) -> None:
        sought = self.currentText().strip().casefold()
        matches = [at for at in range(self.count()) if sought and sought in self.itemText(at).casefold()]
        if len(matches) == 1:
            self._choose(matches[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the list (Qt)."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
            return
        super().keyPressEvent(event)
