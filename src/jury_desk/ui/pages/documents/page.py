"""The tab itself: the documents and their state at the left, the very minutes at the right."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, QTemporaryDir, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from jury_desk.domain.checklist import is_complete
from jury_desk.domain.edition import Edition
from jury_desk.domain.errors import DomainError, ExportStopped
from jury_desk.domain.minutes import StageReport
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.reporting import (
    USUAL_DOCUMENTS,
    Progress,
    document_name,
    export_documents,
    stage_report,
    with_explanations,
    with_robustness,
)
from jury_desk.services.wording import error_sentence
from jury_desk.ui import theme
from jury_desk.ui.dialogs.pictures import PicturesDialog
from jury_desk.ui.models.documents import DocumentLine, DocumentsModel, DocumentState
from jury_desk.ui.operations import Aside, Operations
from jury_desk.ui.pages.documents.checklist import ChecklistPanel, count_words
from jury_desk.ui.pages.documents.others import OtherDocuments
from jury_desk.ui.pages.documents.writing import WritingPanel
from jury_desk.ui.widgets.buttons import link, primary, secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.document_list import DocumentList
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.page_preview import PagePreview, draw_pages
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins
from jury_desk.ui.widgets.text import Text, caption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage

_BOTH_WIDTH = 640
_SIDE_WIDTH = 272
_PREVIEW_DELAY = 150
_MINUTES = "minutes"


class DocumentsPage(StagePage):
    """The documents of one stage.

    ``choose_folder`` and ``open_file`` are doors: tests put others in their place, so that none ever blocks.
    """

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self.choose_folder: Callable[[QWidget, str], str] = _ask_for_folder
        self.open_file: Callable[[Path], bool] = _open_with_system
        self._folder = QTemporaryDir(f"{QDir.tempPath()}/jury-desk-XXXXXX")
        self._report: StageReport | None = None
        self._exported: dict[str, str] = {}
        self._writing: dict[str, str] = {}
        self._last_folder = ""
        self._previewed = ""
        self._busy = False
        self.model = DocumentsModel(self)
        self.list = DocumentList(self.tr("Documents of the stage"))
        self.list.setModel(self.model)
        self.language = ChoiceBox()
        self.explained = QCheckBox(self.tr("Annex: how the results came about"))
        self.robustness = QCheckBox(self.tr("Annex: how firmly the ranking stands"))
        self.preview = PagePreview(self.tr("Minutes"))
        self.checklist = ChecklistPanel(operations.messages.language)
        self.check = link("")
        self.state = Text()
        self.export = primary(self.tr("Export…"))
        self.writing = WritingPanel()
        self.print = secondary(self.tr("Print the minutes…"))
        self.others = OtherDocuments(operations.toolbox.documents)
        self.pictures = link(self.tr("Look at the pictures…"))
        self.verify = link(self.tr("Verify minutes…"))
        self._drawing = QTimer(self, singleShot=True)
        self._empty = EmptyView(self.tr("There is nothing to print yet"), "", self.tr("Prepare the stage"))
        self._build()
        self._wire()
        self.refresh()

    def _build(self) -> None:
        self.language.addItem("Français", "fr")
        self.language.addItem("English", "en")
        self.language.setAccessibleName(self.tr("Language of the documents"))
        edition = self.operations.records.get(Edition)
        self.language.setCurrentIndex(max(0, self.language.findData(edition.language if edition else "fr")))
        self._side = QWidget()
        self._side.setLayout(self._side_layout())
        parts = row(gap=24)
        parts.setContentsMargins(*page_margins())
        parts.addWidget(self._side)
        parts.addWidget(self.checklist, 1)
        parts.addWidget(self.preview, 1)
        self.checklist.hide()
        content = QWidget()
        content.setLayout(parts)
        self._views = PageStack(self)
        self._views.addWidget(content)
        self._views.addWidget(self._empty)

    def _side_layout(self) -> QVBoxLayout:
        layout = column(gap=8)
        layout.addWidget(caption(self.tr("Language of the documents")))
        layout.addWidget(self.language)
        layout.addWidget(self.explained)
        layout.addWidget(self.robustness)
        layout.addSpacing(theme.px(8))
        layout.addWidget(caption(self.tr("Documents")))
        layout.addWidget(self.list)
        layout.addWidget(self.state)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self.export)
        layout.addWidget(self.writing)
        layout.addWidget(self.print)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self.others)
        layout.addSpacing(theme.px(8))
        for button in (self.check, self.pictures, self.verify):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return layout

    def _wire(self) -> None:
        self.language.activated.connect(self._change_options)
        for annex in (self.explained, self.robustness):
            annex.toggled.connect(self._change_options)
        self.export.clicked.connect(self._export)
        self.print.clicked.connect(self._print)
        self.others.document_chosen.connect(self._export_one)
        self.checklist.place_requested.connect(self.page_requested)
        self.check.clicked.connect(self._fold_checklist)
        self.pictures.clicked.connect(self._show_pictures)
        self.verify.clicked.connect(self._ask_to_verify)
        self._drawing.timeout.connect(self._draw)
        self._empty.button_chosen.connect(self._lead_on)

    def refresh(self) -> None:
        """Read what the documents would print, and draw the preview again if it is another."""
        try:
            report = stage_report(self.operations.file, self.stage_id)
            if self.explained.isChecked():
                report = with_explanations(self.operations.records, report)
            self._report = with_robustness(report) if self.robustness.isChecked() else report
        except DomainError as error:
            self._report = None
            self._empty.sentence.setText(refusal_sentence(error, self.operations.messages.language))
            self._views.setCurrentIndex(1)
            return
        self._views.setCurrentIndex(0)
        self._show_states()
        if self._wanted() != self._previewed:
            self._drawing.start(_PREVIEW_DELAY if self._previewed else 0)

    def _wanted(self) -> str:
        options = f"{self.language.currentData()}{self.explained.isChecked()}{self.robustness.isChecked()}"
        return f"{self._report.content}{self._report.head}{options}" if self._report else ""

    def _show_states(self) -> None:
        report = self._report
        if report is None:
            return
        for annex in (self.explained, self.robustness):
            annex.setEnabled(report.standings.has_results)
            annex.setToolTip("" if annex.isEnabled() else self.tr("There is no result to tell anything about"))
        self.checklist.show_report(report)
        self.check.setText(self.tr("Checklist of the minutes: {count}").format(count=count_words(report)))
        names = {"workbook": self.tr("Workbook of marks"), _MINUTES: self.tr("Minutes")}
        self.model.set_rows(
            [
                DocumentLine(
                    name,
                    names.get(name, name),
                    document_name(self.stage_id, name, ending),
                    self._state_of(report, name),
                )
                for name, (_, ending) in self.operations.toolbox.documents.items()
                if name in USUAL_DOCUMENTS
            ]
        )
        self.list.updateGeometry()
        complete = is_complete(report)
        if not report.provisional:
            self.state.setText(self.tr("Minutes provisional: see their checklist."))
        elif not report.rules_version.frozen:
            self.state.setText(self.tr("Provisional: the rules are not frozen."))
        else:
            self.state.setText(self.tr("Provisional: %n mark(s) still missing.", "", report.missing))
        self.state.setVisible(report.provisional or not complete)
        self.state.set_ink("attention")

    def _state_of(self, report: StageReport, name: str) -> DocumentState:
        exported = self._exported.get(name)
        if exported is not None and exported != report.content:
            return DocumentState.OUTDATED
        if report.provisional or (name == _MINUTES and not is_complete(report)):
            return DocumentState.PROVISIONAL
        return DocumentState.CURRENT if exported else DocumentState.READY

    # Acts

    @Slot()
    def _fold_checklist(self) -> None:
        """Show the checklist beside the minutes, or put it away."""
        self.checklist.setVisible(self.checklist.isHidden())
        self._share_the_width()

    def _share_the_width(self) -> None:
        """Where there is no room for both, the checklist takes the place of the minutes."""
        rest = self.width() - self._side.width()
        self.preview.setVisible(self.checklist.isHidden() or rest >= theme.px(_BOTH_WIDTH))

    @Slot()
    def _draw(self) -> None:
        """Make the minutes beside the window: they carry a workbook, which takes its time."""
        if self._report is None:
            return
        if self._busy:
            self._drawing.start(_PREVIEW_DELAY)
            return
        self._busy, self._previewed = True, self._wanted()
        self.preview.show_words(self.tr("Laying out the pages…"))
        aside = Aside(self)
        aside.done.connect(self._show_pages)
        aside.failed.connect(self._tell_failure)
        aside.start(partial(self._drawn_minutes, self._report, str(self.language.currentData())))

    def _drawn_minutes(self, report: StageReport, language: str) -> "list[QImage]":
        """Write the minutes and draw their pages; in whichever thread."""
        return draw_pages(self._written_minutes(report, language))

    def _written_minutes(self, report: StageReport, language: str) -> Path:
        """Write the minutes into a folder of their own; in whichever thread."""
        write, ending = self.operations.toolbox.documents[_MINUTES]
        target = Path(self._folder.path()) / document_name(self.stage_id, _MINUTES, ending)
        write(report, target, language=language, made_at=self.operations.toolbox.clock.now())
        return target

    @Slot(object)
    def _show_pages(self, pages: "list[QImage]") -> None:
        self._busy = False
        self.preview.show_pages(pages)

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self._busy = False
        self._let_act(allowed=True)
        if not isinstance(error, DomainError):
            raise error
        if isinstance(error, ExportStopped):
            self.operations.messages.tell_note(error_sentence(error, self.operations.messages.language))
        else:
            self.operations.messages.tell_error(error)

    @Slot()
    def _change_options(self) -> None:
        self.refresh()

    @Slot()
    def _export(self) -> None:
        self._export_into_folder(USUAL_DOCUMENTS)

    @Slot(str)
    def _export_one(self, name: str) -> None:
        self._export_into_folder((name,))

    def _export_into_folder(self, names: "Sequence[str]") -> None:
        """Ask where, and write documents there."""
        self.operations.commit_pending_edit()
        self.refresh()
        folder = self.choose_folder(self, self._last_folder) if self._report else ""
        if self._report is None or not folder:
            return
        self._last_folder = folder
        self.operations.messages.tell_note(self.tr("Writing the documents…"))
        self._writing = dict.fromkeys(names, self._report.content)
        progress = Progress()
        self.writing.follow(progress)
        self._start(
            partial(
                export_documents,
                self.operations.toolbox,
                self._report,
                Path(folder),
                language=str(self.language.currentData()),
                made_at=self.operations.toolbox.clock.now(),
                only=names,
                progress=progress,
            ),
            self._tell_written,
        )

    def _start(self, work: "Callable[[], object]", done: "Callable[..., object]") -> None:
        """Do ``work`` beside the window, where a clock may be running; one such work at a time."""
        self._let_act(allowed=False)
        aside = Aside(self)
        aside.done.connect(done)
        aside.failed.connect(self._tell_failure)
        aside.start(work)

    def _let_act(self, *, allowed: bool) -> None:
        for button in (self.export, self.print, self.others.make):
            button.setEnabled(allowed)
        if allowed:
            self.writing.end()

    @Slot(object)
    def _tell_written(self, written: list[Path]) -> None:
        self._let_act(allowed=True)
        self._exported |= self._writing
        self._show_states()
        names = ", ".join(path.name for path in written)
        folder = written[0].parent
        self.operations.messages.tell_note(self.tr("Written to {folder}: {names}").format(folder=folder, names=names))

    @Slot()
    def _show_pictures(self) -> None:
        if self._report is not None:
            draw, language = self.operations.toolbox.draw_picture, self.operations.messages.language
            PicturesDialog(self._report, draw, language, self).open()

    @Slot()
    def _ask_to_verify(self) -> None:
        self.page_requested.emit("verify")

    @Slot()
    def _print(self) -> None:
        self.operations.commit_pending_edit()
        self.refresh()
        if self._report is None:
            return
        self._start(partial(self._written_minutes, self._report, str(self.language.currentData())), self._show_printed)

    @Slot(object)
    def _show_printed(self, target: Path) -> None:
        self._let_act(allowed=True)
        if not self.open_file(target):
            self.operations.messages.tell_note(
                self.tr("No program on this computer opens PDF files: export the minutes instead.")
            )

    @Slot()
    def _lead_on(self) -> None:
        self.page_requested.emit("prepare#rules")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview has the greater part, unless the words at the left need it (Qt)."""
        super().resizeEvent(event)
        layout = self._side.layout()
        needed = layout.minimumSize().width() if layout else 0
        self._side.setFixedWidth(max(needed, min(theme.px(_SIDE_WIDTH), event.size().width() * 2 // 5)))
        self._share_the_width()

    def hideEvent(self, event: QHideEvent) -> None:
        """The drawing waits until the page is seen again (Qt)."""
        self._drawing.stop()
        super().hideEvent(event)


def _ask_for_folder(parent: QWidget, folder: str) -> str:
    return QFileDialog.getExistingDirectory(parent, parent.windowTitle(), folder)


def _open_with_system(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
