"""One recusal: declared, then ruled on; the hours and the level can be put right afterwards."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Voice
from jury_desk.domain.recusal import Recusal, RecusalLevel, RecusalOrigin, Ruling
from jury_desk.services.hours import read_hour
from jury_desk.services.preparation import entries, panel
from jury_desk.services.recusals import change_recusal, declare_recusal, rule_on_recusal
from jury_desk.services.time_words import hour
from jury_desk.services.wording import error_sentence
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.recusal_words import level_words, origin_words
from jury_desk.ui.widgets.text import Text


class RecusalForm(QWidget):
    """The form: for a new recusal, or for the one chosen in the table.

    Signals:
        closed: nothing more is to be done here.
    """

    closed = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._recusal: Recusal | None = None
        self.heading = Text("", bold=True)
        self.juror, self.candidacy, self.level, self.origin = (_box() for _ in range(4))
        self.reason, self.left, self.returned, self.ruling_reason = (line() for _ in range(4))
        for level in RecusalLevel:
            self.level.addItem(level_words(level), level)
        for origin in RecusalOrigin:
            self.origin.addItem(origin_words(origin), origin)
        self._fields = {
            "juror": Field(self.tr("Juror"), self.juror),
            "candidacy": Field(self.tr("Project"), self.candidacy),
            "origin": Field(self.tr("Asked by"), self.origin),
            "level": Field(self.tr("Level and effect"), self.level),
            "reason": Field(self.tr("The link, as printed in the minutes"), self.reason),
            "ruling_reason": Field(self.tr("Reason of the ruling"), self.ruling_reason),
            "left": Field(self.tr("Left the room at"), self.left),
            "returned": Field(self.tr("Came back at"), self.returned),
        }
        self._grid = FieldGrid(list(self._fields.values()))
        self.declare = secondary(self.tr("Declare"))
        self.declare_upheld = secondary(self.tr("Declare and uphold"))
        self.uphold = secondary(self.tr("Uphold"))
        self.dismiss = secondary(self.tr("Dismiss"))
        self.save = secondary(self.tr("Save the corrections"))
        self.cancel = link(self.tr("Close"))
        self._lay_out()
        self._wire()
        self.hide()

    @property
    def recusal(self) -> Recusal | None:
        """The recusal it is about; none while a new one is being declared."""
        return self._recusal

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        for button in (self.declare, self.declare_upheld, self.uphold, self.dismiss, self.save, self.cancel):
            flow.addWidget(button)
        layout = column(gap=8)
        layout.addWidget(self.heading)
        layout.addWidget(self._grid)
        layout.addWidget(acts)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.declare.clicked.connect(self._declare)
        self.declare_upheld.clicked.connect(self._declare_upheld)
        self.uphold.clicked.connect(self._uphold)
        self.dismiss.clicked.connect(self._dismiss)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._close)
        self.reason.returnPressed.connect(self._declare)
        self.level.activated.connect(self._show_hours)

    # Showing

    def open_new(self, juror: str = "", candidacy: str = "") -> None:
        """Ask for a new recusal, of this juror from this candidacy where they are known."""
        self._recusal = None
        self._show_people(juror, candidacy)
        self.heading.setText(self.tr("New recusal"))
        self._show_level(RecusalLevel.MINOR)
        for edit in (self.reason, self.ruling_reason, self.left, self.returned):
            edit.clear()
        self._show_parts()
        (self.reason if juror else self.juror).setFocus()

    def show_recusal(self, recusal: Recusal, heading: str) -> None:
        """Show a recusal that is on file."""
        self._recusal = recusal
        self.heading.setText(heading)
        self._show_level(recusal.level)
        language, zone = self._operations.messages.language, self._operations.zone
        self.reason.setText(recusal.reason)
        self.ruling_reason.setText(recusal.ruling_reason)
        for edit, instant in ((self.left, recusal.left_at), (self.returned, recusal.returned_at)):
            edit.setText(hour(instant, language, zone) if instant else "")
        self._show_parts()

    def _show_people(self, juror: str, candidacy: str) -> None:
        records = self._operations.records
        self.juror.clear()
        for member, person in panel(records, self._stage):
            if member.voice is not Voice.NONE:
                self.juror.addItem(person.name, person.id)
        self.candidacy.clear()
        for entry in entries(records, self._stage):
            self.candidacy.addItem(records.need(Candidacy, entry.candidacy).title, entry.candidacy)
        self.candidacy.addItem(self.tr("The whole stage"), "")
        self.juror.setCurrentIndex(max(0, self.juror.findData(juror)))
        self.candidacy.setCurrentIndex(max(0, self.candidacy.findData(candidacy)) if candidacy else 0)
        self.origin.setCurrentIndex(0)

    def _show_level(self, level: RecusalLevel) -> None:
        with QSignalBlocker(self.level):
            self.level.setCurrentIndex(self.level.findData(level))

    def _show_parts(self) -> None:
        new, recusal = self._recusal is None, self._recusal
        for name in ("juror", "candidacy", "origin"):
            self._grid.show_field(self._fields[name], new)
        self._grid.show_field(self._fields["ruling_reason"], not new)
        for button in (self.declare, self.declare_upheld):
            button.setVisible(new)
        self.uphold.setVisible(recusal is not None and recusal.ruling is not Ruling.UPHELD)
        self.dismiss.setVisible(recusal is not None and recusal.ruling is not Ruling.DISMISSED)
        self.save.setVisible(not new)
        for field in self._fields.values():
            field.tell("")
        self._show_hours()
        self.show()

    @Slot()
    def _show_hours(self) -> None:
        """Only who leaves the room has hours."""
        leaves = self._recusal is not None and self.level.currentData() == RecusalLevel.MAJOR
        for name in ("left", "returned"):
            self._grid.show_field(self._fields[name], leaves)

    # Acts

    def _wanted(self) -> Recusal | None:
        """The recusal as the form says it; ``None``, and a sentence beside the field, when it cannot be."""
        self._fields["reason"].tell("" if self.reason.text().strip() else self.tr("Say what the link is."))
        if not self.reason.text().strip():
            return None
        hours = [self._hour("left", self.left), self._hour("returned", self.returned)]
        if None in hours:
            return None
        made = self._recusal or Recusal(
            self._stage,
            str(self.juror.currentData()),
            str(self.candidacy.currentData()),
            RecusalLevel.MINOR,
            RecusalOrigin(self.origin.currentData()),
        )
        left, returned = (each or "" for each in hours)
        level = RecusalLevel(self.level.currentData())
        return replace(made, level=level, reason=self.reason.text(), left_at=left, returned_at=returned)

    def _hour(self, name: str, edit: QLineEdit) -> str | None:
        try:
            self._fields[name].tell("")
            day = self._operations.records.need(Stage, self._stage).date
            return read_hour(edit.text(), day, self._operations.toolbox.clock.now(), self._operations.zone)
        except DomainError as error:
            self._fields[name].tell(error_sentence(error, self._operations.messages.language))
            return None

    @Slot()
    def _declare(self) -> None:
        if self._recusal is None:
            self._put_new(Ruling.PENDING)
        else:
            self._save()

    @Slot()
    def _declare_upheld(self) -> None:
        self._put_new(Ruling.UPHELD)

    def _put_new(self, ruling: Ruling) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        declared = replace(wanted, ruling=ruling)
        self._operations.commit_pending_edit()
        file, clock = self._operations.file, self._operations.toolbox.clock
        if self._operations.run(lambda: declare_recusal(file, declared, clock)) is not None:
            self._close()

    @Slot()
    def _uphold(self) -> None:
        self._rule(Ruling.UPHELD)

    @Slot()
    def _dismiss(self) -> None:
        if not self.ruling_reason.text().strip():
            self._fields["ruling_reason"].tell(self.tr("Say why it is dismissed."))
            self.ruling_reason.setFocus()
            return
        self._rule(Ruling.DISMISSED)

    def _rule(self, ruling: Ruling) -> None:
        recusal, reason = self._recusal, self.ruling_reason.text()
        if recusal is None:
            return
        file, clock = self._operations.file, self._operations.toolbox.clock
        self._operations.commit_pending_edit()
        self._operations.run(lambda: rule_on_recusal(file, recusal, ruling, reason, clock))

    @Slot()
    def _save(self) -> None:
        wanted = self._wanted()
        if wanted is not None and self._recusal is not None:
            kept = replace(wanted, ruling_reason=self.ruling_reason.text().strip())
            self._operations.commit_pending_edit()
            self._operations.run(lambda: change_recusal(self._operations.file, kept))

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _box() -> QComboBox:
    made = ChoiceBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    return made
