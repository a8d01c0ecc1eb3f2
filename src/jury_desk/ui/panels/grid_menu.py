"""Everything that can be done with a cell, its sheet and the grid: one menu, under the button and under the mouse."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from jury_desk.ui.settings import Settings


class GridMenu(QObject):
    """The acts of the grid, as ``QAction`` by their names.

    Signals:
        chosen: the name of an act: ``comment``, ``sheet_comment``, ``candidacy_comment``, ``absent``, ``recused``,
            ``abstained``, ``clear``, ``copy``, ``copy_headers``, ``paste``, ``fill``, ``settle``, ``settle_all``,
            ``move``.
        toggled: a choice that stays, ``keypad``, ``enter_stays`` or ``results_hidden``, and whether it holds now.
    """

    chosen = Signal(str)
    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self.acts: dict[str, QAction] = {}
        for group in self._groups():
            for name, text, keys in group:
                self._add(name, text, keys)
            self.menu.addSeparator()
        for name, text, keys in self._choices():
            action = self._add(name, text, keys)
            action.setCheckable(True)

    def show_choices(self, settings: Settings) -> None:
        """Mark the choices that hold."""
        self.acts["keypad"].setChecked(settings.keypad)
        self.acts["enter_stays"].setChecked(settings.enter_stays)
        self.acts["results_hidden"].setChecked(settings.results_hidden)

    def allow(self, names: dict[str, bool]) -> None:
        """Say which acts can be done now."""
        for name, possible in names.items():
            self.acts[name].setEnabled(possible)

    def _add(self, name: str, text: str, keys: str) -> QAction:
        # The key stands beside the words as a reminder: it is the grid itself that answers it.
        action = self.menu.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(partial(self._tell, name))
        self.acts[name] = action
        return action

    @Slot()
    def _tell(self, name: str) -> None:
        if self.acts[name].isCheckable():
            self.toggled.emit(name, self.acts[name].isChecked())
        else:
            self.chosen.emit(name)

    def _groups(self) -> list[list[tuple[str, str, str]]]:
        shift = self.tr("Shift", "the key")
        return [
            [
                ("comment", self.tr("Comment on this mark"), f"{shift}+F2"),
                ("sheet_comment", self.tr("Comment on the sheet"), ""),
                ("candidacy_comment", self.tr("Comment on the candidacy"), ""),
            ],
            [
                ("absent", self.tr("Absent"), "A"),
                ("recused", self.tr("Recused"), "R"),
                ("abstained", self.tr("Abstained"), "X"),
                ("clear", self.tr("Clear: not marked"), self.tr("Del", "the key")),
            ],
            [
                ("copy", self.tr("Copy"), "Ctrl+C"),
                ("copy_headers", self.tr("Copy with headers"), f"Ctrl+{shift}+C"),
                ("paste", self.tr("Paste"), "Ctrl+V"),
                ("fill", self.tr("Fill down"), "Ctrl+D"),
            ],
            [
                ("settle", self.tr("Declare this sheet final"), ""),
                ("settle_all", self.tr("Declare all complete sheets final"), ""),
                ("move", self.tr("Move these marks…"), ""),
            ],
        ]

    def _choices(self) -> list[tuple[str, str, str]]:
        return [
            ("keypad", self.tr("Keypad: a complete mark moves on"), ""),
            ("results_hidden", self.tr("Hide totals and places"), "F3"),
            ("enter_stays", self.tr("Enter does not move (screen reader)"), ""),
        ]
