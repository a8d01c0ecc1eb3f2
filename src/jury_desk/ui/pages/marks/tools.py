"""What leaves the grid of marks and comes back: sheets on paper, workbooks for jurors, and the second entry."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from jury_desk.domain.edition import Edition
from jury_desk.domain.errors import DomainError
from jury_desk.domain.paper import PaperLayout
from jury_desk.domain.scoring import RecordedSheet
from jury_desk.services.juror_books import export_books, juror_books
from jury_desk.services.paper import find_sheet, number_sheets, stage_paper
from jury_desk.services.settling import SheetPlace, move_marks
from jury_desk.ui.dialogs.collecting import Collecting
from jury_desk.ui.dialogs.move_marks import MoveMarksDialog
from jury_desk.ui.dialogs.paper_sheets import PaperSheetsDialog
from jury_desk.ui.operations import Operations


class SheetTools(QObject):
    """The acts of the page that concern whole sheets.

    ``choose_pdf``, ``choose_folder``, ``choose_files`` and ``open_file`` are doors: tests put others in their place.

    Signals:
        second_entry_requested: somebody is to type the sheets a second time.
    """

    second_entry_requested = Signal()

    def __init__(self, operations: Operations, stage_id: str, page: QWidget) -> None:
        super().__init__(page)
        self._operations = operations
        self._stage = stage_id
        self._page = page
        self.choose_pdf: Callable[[str], str] = self._ask_for_pdf
        self.choose_folder: Callable[[], str] = self._ask_for_folder
        self.choose_files: Callable[[], Sequence[str]] = self._ask_for_files
        self.open_file: Callable[[Path], bool] = _open_with_system
        self.collecting = Collecting(operations, page)
        self.collecting.foreign_found.connect(self._tell_foreign)
        self.menu = QMenu(page)
        for words, act in (
            (self.tr("Blank sheets on paper…"), self.ask_about_paper),
            (self.tr("Workbooks for the jurors…"), self.hand_out_books),
            (self.tr("Workbooks that came back…"), self.collect_books),
            (self.tr("Second entry by another person…"), self.second_entry_requested.emit),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._act, act))

    @Slot()
    def _act(self, act: Callable[[], object]) -> None:
        if self._operations.commit_pending_edit():
            act()

    # Paper

    def ask_about_paper(self) -> None:
        """Ask how blank sheets are laid out, and for whom."""
        dialog = PaperSheetsDialog(self._operations.records, self._stage, self._page)
        dialog.sheets_requested.connect(self._make_paper)
        dialog.open()

    @Slot(object, object)
    def _make_paper(self, layout: PaperLayout, jurors: tuple[str, ...]) -> None:
        ending = self.tr("sheets", "end of a file name")
        target = self.choose_pdf(f"{self._stage}-{ending}.pdf")
        operations = self._operations
        if not target or operations.run(lambda: number_sheets(operations.file, self._stage)) is None:
            return
        path = Path(target)
        try:
            paper = stage_paper(operations.file, self._stage, jurors)
            made_at = operations.toolbox.clock.now()
            operations.toolbox.sheets.write_paper(
                paper, path, layout=layout, language=self._language(), made_at=made_at
            )
        except DomainError as error:
            operations.messages.tell_error(error)
            return
        operations.messages.tell_note(self.tr("The sheets are in {path}").format(path=path))
        self.open_file(path)

    def find(self, text: str) -> RecordedSheet | None:
        """The sheet that a typed or scanned number stands for; ``None`` once it is told that there is none."""
        try:
            return find_sheet(self._operations.file, text)
        except DomainError as error:
            self._operations.messages.tell_error(error)
            return None

    # Workbooks

    def hand_out_books(self) -> None:
        """Ask for a folder, and write a workbook for each juror into it."""
        operations = self._operations
        try:
            books = juror_books(operations.file, self._stage)
        except DomainError as error:
            operations.messages.tell_error(error)
            return
        folder = self.choose_folder()
        if not folder:
            return
        try:
            made_at = operations.toolbox.clock.now()
            written = export_books(operations.toolbox, books, Path(folder), language=self._language(), made_at=made_at)
        except DomainError as error:
            operations.messages.tell_error(error)
            return
        told = self.tr("%n workbook(s) in {folder}: send each juror the one that bears the name.", "", len(written))
        operations.messages.tell_note(told.format(folder=folder))

    def collect_books(self) -> None:
        """Ask for the files that came back, and compare them with the file."""
        paths = [Path(each) for each in self.choose_files()]
        if paths:
            self.collecting.start(paths)

    @Slot(object)
    def _tell_foreign(self, foreign: Mapping[Path, str]) -> None:
        self._operations.messages.error_told.emit(" ".join(foreign.values()))

    # Moving

    @Slot(object)
    def ask_to_move(self, place: SheetPlace) -> None:
        """Ask where the marks of a sheet belong."""
        dialog = MoveMarksDialog(self._operations.records, self._stage, place, self._page)
        dialog.moves_confirmed.connect(self._move)
        dialog.open()

    @Slot(object, str)
    def _move(self, moves: dict[SheetPlace, SheetPlace], reason: str) -> None:
        file = self._operations.file
        self._operations.run(lambda: move_marks(file, self._stage, moves, reason=reason))

    # Doors

    def _language(self) -> str:
        return self._operations.records.need(Edition).language

    def _ask_for_pdf(self, name: str) -> str:
        folder = self._operations.settings.folder
        proposed = str(Path(folder or Path.home()) / name)
        return QFileDialog.getSaveFileName(self._page, self.tr("Blank sheets on paper"), proposed, "PDF (*.pdf)")[0]

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(
            self._page, self.tr("Where to put the workbooks"), self._operations.settings.folder
        )

    def _ask_for_files(self) -> Sequence[str]:
        kinds = self.tr("Workbooks (*.xlsx *.ods)")
        title = self.tr("Workbooks that came back")
        return QFileDialog.getOpenFileNames(self._page, title, self._operations.settings.folder, kinds)[0]


def _open_with_system(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
