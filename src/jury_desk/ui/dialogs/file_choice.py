"""The door to the system's file dialogs; tests put another one in its place, so that none ever blocks."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from jury_desk.ui.settings import Settings

# The system's dialogs load with the first question.
# ruff: noqa: PLC0415

JURY = ".jury"
RULES = ".toml"
SHEETS = (".xlsx", ".ods", ".csv", ".xls", ".tsv", ".txt")
"""The endings of spreadsheets of candidacies."""
MINUTES = ".pdf"


class FileChooser:
    """Asks for a path; ``None`` when the chair gives up. It remembers the folder of the last choice."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def edition_to_open(self, parent: QWidget) -> Path | None:
        """An edition that exists."""
        from PySide6.QtWidgets import QFileDialog

        editions = QCoreApplication.translate("FileChooser", "Jury Desk editions (*.jury)")
        title = QCoreApplication.translate("FileChooser", "Open an edition")
        return self._kept(QFileDialog.getOpenFileName(parent, title, self._settings.folder, editions)[0])

    def edition_to_make(self, parent: QWidget, name: str) -> Path | None:
        """Where a new edition, or a copy of one, will be kept."""
        from PySide6.QtWidgets import QFileDialog

        editions = QCoreApplication.translate("FileChooser", "Jury Desk editions (*.jury)")
        title = QCoreApplication.translate("FileChooser", "Where to keep the edition")
        proposed = str(Path(self._settings.folder or Path.home()) / f"{name}{JURY}")
        chosen = self._kept(QFileDialog.getSaveFileName(parent, title, proposed, editions)[0])
        if chosen is None or chosen.suffix == JURY:
            return chosen
        return chosen.with_name(chosen.name + JURY)

    def sheet_to_import(self, parent: QWidget) -> Path | None:
        """A spreadsheet of candidacies."""
        from PySide6.QtWidgets import QFileDialog

        sheets = QCoreApplication.translate("FileChooser", "Spreadsheets (*.xlsx *.ods *.csv *.xls *.tsv *.txt)")
        title = QCoreApplication.translate("FileChooser", "Import candidacies")
        return self._kept(QFileDialog.getOpenFileName(parent, title, self._settings.folder, sheets)[0])

    def rules_to_import(self, parent: QWidget) -> Path | None:
        """A règlement as a rules file."""
        from PySide6.QtWidgets import QFileDialog

        rules = QCoreApplication.translate("FileChooser", "Rules files (*.toml)")
        title = QCoreApplication.translate("FileChooser", "Import rules")
        return self._kept(QFileDialog.getOpenFileName(parent, title, self._settings.folder, rules)[0])

    def rules_to_export(self, parent: QWidget, name: str) -> Path | None:
        """Where a règlement will be written as a rules file."""
        from PySide6.QtWidgets import QFileDialog

        rules = QCoreApplication.translate("FileChooser", "Rules files (*.toml)")
        title = QCoreApplication.translate("FileChooser", "Export the rules")
        proposed = str(Path(self._settings.folder or Path.home()) / f"{name}{RULES}")
        chosen = self._kept(QFileDialog.getSaveFileName(parent, title, proposed, rules)[0])
        if chosen is None or chosen.suffix == RULES:
            return chosen
        # The dialog asked whether to replace the name as typed, not the one it gets here.
        return free_name(chosen.with_name(chosen.name + RULES))

    def minutes_to_verify(self, parent: QWidget) -> Path | None:
        """Minutes as a PDF."""
        from PySide6.QtWidgets import QFileDialog

        minutes = QCoreApplication.translate("FileChooser", "Minutes (*.pdf)")
        title = QCoreApplication.translate("FileChooser", "Verify minutes")
        return self._kept(QFileDialog.getOpenFileName(parent, title, self._settings.folder, minutes)[0])

    def _kept(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        path = Path(chosen)
        self._settings.folder = str(path.parent)
        return path


def free_name(path: Path) -> Path:
    """The path itself, or where it is taken the first one with a number: ``rules (2).toml``."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
