"""The way of jurors' workbooks back into the file: read beside the window, compared, shown, taken as one act."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.services.juror_books import ReadBooks, read_books
from jury_desk.services.preparation import current_rules, entries
from jury_desk.services.reconciling import Finding, accept, reconcile, stage_of
from jury_desk.ui.dialogs.reconciliation import ReconciliationDialog
from jury_desk.ui.operations import Aside, Operations


class Collecting(QObject):
    """Collects files for one window.

    Signals:
        foreign_found: none of the files is a juror's workbook: a sentence on each, by path.
        collected: something was taken, into the stage of that id.
    """

    foreign_found = Signal(object)
    collected = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self._window = parent
        self.dialog: ReconciliationDialog | None = None

    def start(self, paths: Sequence[Path]) -> None:
        """Read these files; what the chair is typing is on file first."""
        self._operations.commit_pending_edit()
        language = self._operations.messages.language
        aside = Aside(self)
        aside.done.connect(self._compare)
        aside.failed.connect(self._tell_failure)
        self._operations.messages.tell_note(self.tr("Reading %n file(s)…", "", len(paths)))
        aside.start(partial(read_books, self._operations.toolbox.sheets, tuple(paths), language))

    @Slot(object)
    def _compare(self, read: ReadBooks) -> None:
        if not read.books:
            self.foreign_found.emit(read.unreadable)
            return
        operations, language = self._operations, self._operations.messages.language
        stage = stage_of(operations.file, read.books) or next((book.stage for book in read.books), "")
        try:
            _, rules = current_rules(operations.records, stage)
            found = reconcile(operations.file, stage, read.books, read.unreadable, language)
        except DomainError as error:
            operations.messages.tell_error(error)
            return
        order = [entry.candidacy for entry in entries(operations.records, stage)]
        self.dialog = ReconciliationDialog(
            found, operations.records, candidacies=order, rules=rules, language=language, parent=self._window
        )
        self.dialog.findings_confirmed.connect(partial(self._take, stage))
        self.dialog.open()

    @Slot(object)
    def _take(self, stage: str, findings: list[Finding]) -> None:
        file = self._operations.file
        if self._operations.run(lambda: accept(file, stage, findings)) is not None:
            self.collected.emit(stage)

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        raise error
