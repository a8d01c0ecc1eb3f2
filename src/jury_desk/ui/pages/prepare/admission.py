"""The chair admits a member's mark for a passage they missed: which one, and why; the minutes print it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.services.attendance import absences_of, admit_to_mark
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line


class AdmissionForm(QWidget):
    """The form, open under a member who missed passages.

    Signals:
        closed: the mark is admitted, or not after all.
    """

    closed = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._juror = ""
        self.passage = ChoiceBox()
        self.reason = line()
        self.confirm = secondary(self.tr("Admit the mark"))
        self.cancel = link(self.tr("Cancel"))
        self._passage = Field(self.tr("Passage missed"), self.passage)
        self._reason = Field(self.tr("Why the chair admits the mark"), self.reason)
        buttons = row(gap=8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        layout = column(gap=8)
        layout.addWidget(FieldGrid([self._passage, self._reason]))
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.confirm.clicked.connect(self._confirm)
        self.reason.returnPressed.connect(self._confirm)
        self.cancel.clicked.connect(self._close)
        self.hide()

    def open_for(self, juror: str) -> None:
        """Ask for which passage missed this member may mark all the same."""
        self._juror = juror
        records = self._operations.records
        self.passage.clear()
        for each in absences_of(records, self._stage):
            if each.juror == juror and each.bars:
                self.passage.addItem(records.need(Candidacy, each.candidacy).title, each.candidacy)
        self.reason.clear()
        self._reason.tell("")
        self.show()
        self.passage.setFocus()

    def follow(self) -> None:
        """Nothing more is asked of a passage that is no longer noted as missed."""
        missed = absences_of(self._operations.records, self._stage)
        if (self._juror, self.passage.currentData()) not in {(each.juror, each.candidacy) for each in missed}:
            self.hide()

    @Slot()
    def _confirm(self) -> None:
        candidacy, reason = str(self.passage.currentData()), self.reason.text().strip()
        if not reason:
            self._reason.tell(self.tr("Say why: the minutes print it."))
            return
        file = self._operations.file
        self._operations.commit_pending_edit()
        done = self._operations.run(lambda: admit_to_mark(file, self._stage, candidacy, self._juror, reason))
        if done is not None:
            self._close()

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()
