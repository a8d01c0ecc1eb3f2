"""An alternate takes a seat: who, why, since when, and which passages they hear; no mark changes hands."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.records import Records
from jury_desk.services.hours import read_hour
from jury_desk.services.late_changes import replace_member
from jury_desk.services.preparation import entries
from jury_desk.services.scoring import completeness
from jury_desk.services.wording import error_sentence
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.passage_ticks import PassageTicks
from jury_desk.ui.widgets.text import Text, caption, muted


class ReplacementForm(QWidget):
    """The form, open under a member.

    Signals:
        seated: the alternate sits.
        closed: nobody replaces anybody after all.
    """

    seated = Signal()
    closed = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._member: Member | None = None
        self.alternate = ChoiceBox()
        self.alternate.setEditable(True)
        self.alternate.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason, self.since = line(), line()
        self.heard = PassageTicks()
        self.confirm = secondary(self.tr("Give the seat over"))
        self.cancel = link(self.tr("Cancel"))
        self._alternate = Field(self.tr("Alternate: choose or type a name"), self.alternate)
        self._reason = Field(self.tr("Reason, printed in the minutes"), self.reason)
        self._since = Field(self.tr("Since (empty: before the session)"), self.since)
        layout = column(gap=8)
        layout.addWidget(Text(self.tr("Replacement"), bold=True))
        layout.addWidget(FieldGrid([self._alternate, self._reason, self._since]))
        self._hears = caption(self.tr("Passages the alternate hears and marks"))
        layout.addWidget(self._hears)
        layout.addWidget(self.heard)
        layout.addWidget(muted(self.tr("Marks given before stay those of the member who gave them.")))
        buttons = row(gap=8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.confirm.clicked.connect(self._confirm)
        self.reason.returnPressed.connect(self._confirm)
        self.cancel.clicked.connect(self.closed)

    def open_for(self, member: Member) -> None:
        """Ask who takes this member's seat; the passages still to be marked are proposed."""
        self._member = member
        records = self._operations.records
        self.alternate.clear()
        for juror in _people_without_seat(records, self._stage):
            self.alternate.addItem(juror.name, juror.id)
        self.alternate.setCurrentIndex(-1)
        self.alternate.clearEditText()
        for edit in (self.reason, self.since):
            edit.clear()
        passages = [
            (entry.candidacy, records.need(Candidacy, entry.candidacy).title) for entry in entries(records, self._stage)
        ]
        self.heard.show_passages(passages, _still_to_mark(records, self._stage, member.juror))
        self._hears.setVisible(bool(passages))
        for field in (self._alternate, self._reason, self._since):
            field.tell("")
        self.show()
        self.alternate.setFocus()

    def follow(self) -> None:
        """Propose no passage that the member has marked meanwhile: the alternate’s hearing takes those marks out."""
        if self._member is not None and not self.isHidden():
            self.heard.follow(_still_to_mark(self._operations.records, self._stage, self._member.juror))

    @Slot()
    def _confirm(self) -> None:
        member = self._member
        if member is None or not self._is_filled():
            return
        try:
            day = self._operations.records.need(Stage, self._stage).date
            since = read_hour(self.since.text(), day, self._operations.toolbox.clock.now(), self._operations.zone)
        except DomainError as error:
            self._since.tell(error_sentence(error, self._operations.messages.language))
            return
        person, heard, reason = self._person(), self.heard.ticked, self.reason.text()
        self._operations.commit_pending_edit()
        done = self._operations.run(
            lambda: replace_member(self._operations.file, member, person, heard=heard, reason=reason, at=since)
        )
        if done is not None:
            self.hide()
            self.seated.emit()

    def _is_filled(self) -> bool:
        name, reason = self.alternate.currentText().strip(), self.reason.text().strip()
        self._alternate.tell("" if name else self.tr("Say who takes the seat."))
        self._reason.tell("" if reason else self.tr("Say why: the minutes print it."))
        return bool(name and reason)

    def _person(self) -> Juror:
        """The person chosen, or a new one of the name typed."""
        name = self.alternate.currentText().strip()
        at = self.alternate.findText(name)
        found = self._operations.records.get(Juror, str(self.alternate.itemData(at))) if at >= 0 else None
        return found or Juror("", name)


def _people_without_seat(records: Records, stage: str) -> list[Juror]:
    seated = {member.juror for member in records.within(Member, stage)}
    return [juror for juror in records.within(Juror) if juror.id not in seated]


def _still_to_mark(records: Records, stage: str, juror: str) -> set[str]:
    """The passages on which the member's sheet is not complete; all of them before there are rules."""
    every = {entry.candidacy for entry in entries(records, stage)}
    try:
        done = {each.candidacy for each in completeness(records, stage) if each.juror == juror and each.complete}
    except DomainError:
        done = set()
    return every - done
