"""One member, opened under the table: what they declared, from when to when they sit, and who takes the seat over."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.recusal import Declaration
from jury_desk.services.attendance import absences_of, replacements, tenure_of
from jury_desk.services.hours import read_hour
from jury_desk.services.late_changes import record_hours
from jury_desk.services.preparation import entries
from jury_desk.services.recusals import declaration_of, set_declaration
from jury_desk.services.time_words import hour
from jury_desk.services.wording import error_sentence
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.admission import AdmissionForm
from jury_desk.ui.pages.prepare.replacement import ReplacementForm
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.passage_ticks import PassageTicks
from jury_desk.ui.widgets.text import Text, caption, muted

_HOUR = 96


class MemberPanel(Card):
    """The chosen member.

    Signals:
        member_replaced: an alternate has just taken the seat over.
    """

    member_replaced = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=16)
        self._operations = operations
        self._stage = stage_id
        self._member: Member | None = None
        self.setAccessibleName(self.tr("Chosen member"))
        self._name = Text("", "emphasis", bold=True)
        self.replace: QPushButton = secondary(self.tr("Replace by an alternate…"))
        self.ticks = {
            "no_benefit": QCheckBox(self.tr("expects no benefit")),
            "no_contact": QCheckBox(self.tr("no contact with the teams")),
            "confidentiality": QCheckBox(self.tr("keeps the deliberation secret")),
        }
        self.arrived, self.left = line(), line()
        self.missed = PassageTicks()
        self.record: QPushButton = secondary(self.tr("Record the hours"))
        self.admit: QPushButton = link(self.tr("Admit a mark for a passage missed…"))
        self.admission = AdmissionForm(operations, stage_id)
        self.replacement = ReplacementForm(operations, stage_id)
        self.replacement.hide()
        self._lay_out()
        self._wire()
        self.hide()

    def _lay_out(self) -> None:
        head = row(gap=16)
        head.addWidget(self._name, 1)
        head.addWidget(self.replace, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._declaration())
        self.body.addWidget(self._hours())
        self.body.addWidget(self.replacement)

    def _declaration(self) -> QWidget:
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=16)
        for tick in self.ticks.values():
            flow.addWidget(tick)
        layout = column(gap=4)
        layout.addWidget(caption(self.tr("Declaration of interests")))
        layout.addWidget(boxes)
        self._declares = QWidget()
        self._declares.setLayout(layout)
        return self._declares

    def _hours(self) -> QWidget:
        fields = row(gap=16)
        self._arrived = Field(self.tr("Arrived at"), self.arrived)
        self._left = Field(self.tr("Left at"), self.left)
        for field in (self._arrived, self._left):
            field.field.setFixedWidth(theme.px(_HOUR))
            fields.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(muted(self.tr("Only for a late arrival or an early departure, such as 14:22.")), 1)
        self._missed = caption(self.tr("Passages missed: no mark is taken from this member for them"))
        layout = column(gap=8)
        layout.addLayout(fields)
        layout.addWidget(self._missed)
        layout.addWidget(self.missed)
        acts = row(gap=8)
        acts.addWidget(self.record)
        acts.addWidget(self.admit)
        acts.addStretch(1)
        layout.addLayout(acts)
        layout.addWidget(self.admission)
        self._sits = QWidget()
        self._sits.setLayout(layout)
        return self._sits

    def _wire(self) -> None:
        for tick in self.ticks.values():
            tick.toggled.connect(self._declare)
        self.arrived.textEdited.connect(self._offer_to_record)
        self.left.textEdited.connect(self._offer_to_record)
        self.missed.changed.connect(self._offer_to_record)
        for edit in (self.arrived, self.left):
            edit.returnPressed.connect(self._record)
        self.record.clicked.connect(self._record)
        self.admit.clicked.connect(self._open_admission)
        self.admission.closed.connect(self._show_hours_again)
        self.replace.clicked.connect(self._open_replacement)
        self.replacement.closed.connect(self._close_replacement)
        self.replacement.seated.connect(self.member_replaced)

    def show_member(self, member: Member | None, juror: Juror | None) -> None:
        """Show this member; ``None``: nobody is chosen."""
        other = (member and member.juror) != (self._member and self._member.juror)
        self._member = member
        self.setVisible(member is not None)
        if member is None or juror is None:
            return
        taken = replacements(self._operations.records, self._stage).get(member.juror, "")
        self._name.setText(self._title(juror, taken))
        self.replace.setVisible(not taken and member.voice is not Voice.NONE)
        self._declares.setVisible(member.voice is Voice.VOTING and not taken)
        self._sits.setVisible(member.voice is not Voice.NONE and not taken)
        self._show_declaration(member)
        if other:
            self.replacement.hide()
            self.admission.hide()
            self._show_hours(member)
            return
        self.admission.follow()
        if not self.record.isVisibleTo(self):
            self._show_hours(member)

    def _title(self, juror: Juror, taken: str) -> str:
        if not taken:
            return juror.name
        name = self._operations.records.need(Juror, taken).name
        return self.tr("{juror}, replaced by {alternate}").format(juror=juror.name, alternate=name)

    def _show_declaration(self, member: Member) -> None:
        declaration = declaration_of(self._operations.records, self._stage, member.juror)
        for name, tick in self.ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(getattr(declaration, name))

    def _show_hours(self, member: Member) -> None:
        records, language, zone = self._operations.records, self._operations.messages.language, self._operations.zone
        tenure = tenure_of(records, self._stage, member.juror)
        self.arrived.setText(hour(tenure.arrived, language, zone) if tenure.arrived else "")
        self.left.setText(hour(tenure.left, language, zone) if tenure.left else "")
        mine = [each for each in absences_of(records, self._stage) if each.juror == member.juror]
        admitted = {each.candidacy for each in mine if each.override}
        passages = [
            (entry.candidacy, self._passage_text(entry.candidacy, admitted)) for entry in entries(records, self._stage)
        ]
        self.missed.show_passages(passages, [each.candidacy for each in mine])
        self._show_missed(bool(passages) and bool(mine or tenure.arrived or tenure.left))
        self.admit.setVisible(any(each.bars for each in mine))
        for field in (self._arrived, self._left):
            field.tell("")
        self.record.hide()

    def _passage_text(self, candidacy: str, admitted: Collection[str]) -> str:
        title = self._operations.records.need(Candidacy, candidacy).title
        return self.tr("{title} – mark admitted").format(title=title) if candidacy in admitted else title

    def _show_missed(self, shown: bool) -> None:
        self._missed.setVisible(shown)
        self.missed.setVisible(shown)

    @Slot()
    def _declare(self) -> None:
        if self._member is None:
            return
        ticks = {name: tick.isChecked() for name, tick in self.ticks.items()}
        declaration = Declaration(self._stage, self._member.juror, **ticks)
        self._operations.run(lambda: set_declaration(self._operations.file, declaration))

    @Slot()
    def _offer_to_record(self) -> None:
        self._show_missed(bool(self.missed.boxes))
        self.record.show()

    @Slot()
    def _record(self) -> None:
        if self._member is None:
            return
        hours = [self._hour(self._arrived, self.arrived), self._hour(self._left, self.left)]
        if None in hours:
            return
        arrived, left = (each or "" for each in hours)
        former = tenure_of(self._operations.records, self._stage, self._member.juror)
        tenure = Tenure(self._stage, self._member.juror, arrived, left, former.replaces, former.reason)
        missed = self.missed.ticked
        if self._operations.run(lambda: record_hours(self._operations.file, tenure, missed)) is not None:
            self._show_hours(self._member)

    def _hour(self, field: Field, edit: QLineEdit) -> str | None:
        """The instant typed; ``None``, and a sentence beside the field, when it is none."""
        try:
            field.tell("")
            day = self._operations.records.need(Stage, self._stage).date
            return read_hour(edit.text(), day, self._operations.toolbox.clock.now(), self._operations.zone)
        except DomainError as error:
            field.tell(error_sentence(error, self._operations.messages.language))
            return None

    @Slot()
    def _open_admission(self) -> None:
        if self._member is not None:
            self.admission.open_for(self._member.juror)

    @Slot()
    def _show_hours_again(self) -> None:
        if self._member is not None:
            self._show_hours(self._member)

    @Slot()
    def _open_replacement(self) -> None:
        if self._member is not None:
            self.replacement.open_for(self._member)

    @Slot()
    def _close_replacement(self) -> None:
        self.replacement.hide()
        self.replace.setFocus()
