"""Files that come to the window: spreadsheets to import, jurors' workbooks to collect, minutes to verify."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jury_desk.domain.errors import DomainError
from jury_desk.domain.minutes import StageReport
from jury_desk.services.candidacies import ImportPlan, confirm_import, plan_import
from jury_desk.services.ports import SheetRead, Toolbox
from jury_desk.services.preparation import stages
from jury_desk.services.reporting import stage_report
from jury_desk.services.verification import Verification, verify_beside
from jury_desk.ui.dialogs.collecting import Collecting
from jury_desk.ui.dialogs.file_choice import JURY, MINUTES, FileChooser
from jury_desk.ui.dialogs.import_preview import ImportPreview
from jury_desk.ui.dialogs.verification import VerificationDialog
from jury_desk.ui.operations import Aside, Operations

if TYPE_CHECKING:
    from jury_desk.ui.main_window.window import MainWindow


class Arrivals(QObject):
    """What becomes of a file that is chosen or dropped; each is read beside the window.

    Args:
        window: where it is shown.
        choose: asks for files.
        toolbox: everything plugged in; minutes can be verified while no edition is open.
    """

    def __init__(self, window: "MainWindow", choose: FileChooser, toolbox: Toolbox) -> None:
        super().__init__(window)
        self._window = window
        self._choose = choose
        self._toolbox = toolbox

    def receive(self, paths: list[Path]) -> None:
        """Take files that were dropped: an edition is opened, jurors' workbooks are collected, a list is imported."""
        own = [path for path in paths if path.suffix.lower() in (JURY, MINUTES)]
        if own or self._window.operations is None:
            self._window.open_path((own or paths)[0])
            return
        collecting = Collecting(self._window.operations, self._window)
        collecting.foreign_found.connect(self._import_dropped)
        collecting.collected.connect(self._show_marks)
        collecting.start(paths)

    @Slot(object)
    def _import_dropped(self, foreign: Mapping[Path, str]) -> None:
        if self._window.operations is not None:
            self.import_sheet(next(iter(foreign)))

    @Slot(str)
    def _show_marks(self, stage: str) -> None:
        if self._window.view:
            self._window.view.go(f"stage:{stage}#marks")

    # Importing

    def choose_and_import(self) -> None:
        """Ask for a spreadsheet of candidacies and show what importing it would do."""
        path = self._choose.sheet_to_import(self._window)
        if path:
            self.import_sheet(path)

    def import_sheet(self, path: Path) -> None:
        """Read a spreadsheet, then show what importing it would do."""
        aside = self._beside()
        aside.done.connect(partial(self._preview_import, self._window.operations))
        self._window.messages.tell_note(self.tr("Reading {file}…").format(file=path.name))
        aside.start(partial(self._toolbox.reader.read, path))

    @Slot(object)
    def _preview_import(self, operations: Operations | None, sheet: SheetRead) -> None:
        # Another edition may have been opened while the sheet was read: it was not meant for that one.
        if operations is None or operations is not self._window.operations:
            return
        records, language = operations.records, self._window.language
        self._window.strip.clear()
        dialog = ImportPreview(sheet, lambda read, mapping: plan_import(records, read, mapping), language, self._window)
        dialog.plan_confirmed.connect(self._carry_out_import)
        dialog.open()

    @Slot(object)
    def _carry_out_import(self, plan: ImportPlan) -> None:
        operations = self._window.operations
        if operations is None:
            return
        if operations.run(lambda: confirm_import(operations.file, plan)) is not None and self._window.view:
            self._window.view.go("candidacies")

    # Verifying

    def choose_and_verify(self) -> None:
        """Ask for minutes and say whether they hold."""
        path = self._choose.minutes_to_verify(self._window)
        if path:
            self.verify_minutes(path)

    def verify_minutes(self, path: Path) -> None:
        """Compare minutes with the data they carry, and with the open edition when they are its own."""
        toolbox, aside = self._toolbox, self._beside()
        reports = self._reports()
        aside.done.connect(self._show_verification)
        self._window.messages.tell_note(self.tr("Verifying {file}…").format(file=path.name))
        # In one value: a partial would be called in the thread of the work.
        aside.start(lambda: (path.name, verify_beside(toolbox.read_minutes(path), toolbox.workbook_cells, reports)))

    def _reports(self) -> dict[str, StageReport]:
        """What the documents of the open edition would print, stage by stage."""
        found: dict[str, StageReport] = {}
        operations = self._window.operations
        if operations is None:
            return found
        for stage in stages(operations.records):
            # A stage that has no rules yet has no minutes either.
            with suppress(DomainError):
                found[stage.id] = stage_report(operations.file, stage.id)
        return found

    @Slot(object)
    def _show_verification(self, outcome: tuple[str, Verification]) -> None:
        self._window.strip.clear()
        VerificationDialog(*outcome, self._window.language, self._window).open()

    # Beside the window

    def _beside(self) -> Aside:
        """A work beside the window; what is still being typed is kept first."""
        if self._window.operations is not None:
            self._window.operations.commit_pending_edit()
        aside = Aside(self)
        aside.failed.connect(self._tell_failure)
        return aside

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._window.messages.tell_error(error)
