"""Blank sheets on paper: how they are laid out, for whom, and where they go."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.jury import Voice
from jury_desk.domain.paper import PaperLayout
from jury_desk.domain.records import Records
from jury_desk.services.preparation import entries, panel
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.form import Field
from jury_desk.ui.widgets.text import Text


class PaperSheetsDialog(Dialog):
    """Two choices, and how many pages that makes.

    Signals:
        sheets_requested: the :class:`PaperLayout`, and the ids of the jurors (none: all).
    """

    sheets_requested = Signal(object, object)

    def __init__(self, records: Records, stage: str, parent: QWidget | None = None) -> None:
        sentence = self.tr(
            "Each sheet bears a number with check digits, and the same as a code: F4 under Mark finds it."
        )
        super().__init__(self.tr("Blank sheets on paper"), sentence, parent, width=560)
        self._candidacies = len(entries(records, stage))
        self._jurors = [juror for member, juror in panel(records, stage) if member.voice is not Voice.NONE]
        self.layout_choice = ChoiceBox()
        self.layout_choice.addItem(
            self.tr("One A4 for each candidacy, with room for what justifies each mark"), PaperLayout.PAGE_EACH
        )
        self.layout_choice.addItem(self.tr("One table for all the candidacies of a juror"), PaperLayout.TABLE)
        self.juror_choice = ChoiceBox()
        self.juror_choice.addItem(self.tr("All the jurors"), "")
        for juror in self._jurors:
            self.juror_choice.addItem(juror.name, juror.id)
        self.pages = Text("", bold=True)
        for part in (
            Field(self.tr("Layout"), self.layout_choice),
            Field(self.tr("For"), self.juror_choice),
            self.pages,
        ):
            self.body.addWidget(part)
        cancel = secondary(self.tr("Print nothing"))
        self.go = primary(self.tr("Make the PDF…"))
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._confirm)
        for choice in (self.layout_choice, self.juror_choice):
            choice.currentIndexChanged.connect(self._show_pages)
        self._show_pages()

    @Slot()
    def _show_pages(self) -> None:
        jurors = 1 if self.juror_choice.currentData() else len(self._jurors)
        each = self._candidacies if self.layout_choice.currentData() == PaperLayout.PAGE_EACH else 1
        self.pages.setText(self.tr("About %n page(s).", "", jurors * each))
        self.go.setEnabled(bool(jurors * each))

    @Slot()
    def _confirm(self) -> None:
        juror = str(self.juror_choice.currentData())
        self.accept()
        self.sheets_requested.emit(PaperLayout(self.layout_choice.currentData()), (juror,) if juror else ())
