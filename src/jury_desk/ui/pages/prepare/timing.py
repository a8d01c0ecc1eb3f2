"""The times allotted to a passage and to the sitting, as the rules have them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.exact import exact_text
from jury_desk.services.drafting import TIMES, passage_minutes
from jury_desk.ui.models.figures import number
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.draft_fields import LineField
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.text import Text, muted, section

_WIDTH = 96


class TimingSection(QWidget):
    """One number of minutes per phase; read only once the rules are frozen."""

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._passages = 0
        self.fields = {key: self._field(key) for key in TIMES}
        self.total = Text("", "emphasis", bold=True)
        self._none = muted(self.tr("Times are part of the rules: begin those first."))
        self._card = Card(padding=16, gap=16)
        self._card.body.addWidget(FieldGrid(list(self.fields.values())))
        self._card.body.addWidget(self.total)
        layout = column(gap=8)
        layout.addWidget(section(self.tr("Times")))
        layout.addWidget(self._none)
        layout.addWidget(self._card)
        self.setLayout(layout)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    @Slot(int)
    def set_passages(self, count: int) -> None:
        """How many passages there are to be heard."""
        self._passages = count
        self.check()

    @Slot()
    def fill(self) -> None:
        """Show what the draft holds."""
        self._none.setVisible(not self._draft.begun)
        self._card.setVisible(self._draft.begun)
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))
            field.line.setReadOnly(self._draft.frozen)
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is wrong, and what the times add up to."""
        for field in self.fields.values():
            field.tell("; ".join(self._draft.problems_at(field.path)))
        minutes = passage_minutes(self._draft.document)
        self.total.setVisible(bool(minutes))
        each = number(exact_text(minutes))
        if self._passages:
            total = self.tr("%n passage(s)", "", self._passages)
            told = self.tr("{minutes} min a passage, {all} min for {passages}").format(
                minutes=each, all=number(exact_text(minutes * self._passages)), passages=total
            )
        else:
            told = self.tr("{minutes} min a passage").format(minutes=each)
        self.total.setText(told)

    def _field(self, key: str) -> LineField:
        names = {
            "opening": self.tr("Opening"),
            "pitch": self.tr("Talk"),
            "questions": self.tr("Questions"),
            "changeover": self.tr("Marking and changeover"),
            "break": self.tr("Break"),
            "deliberation": self.tr("Deliberation"),
        }
        name = self.tr("{phase} (minutes)").format(phase=names[key])
        field = LineField(f"timing.{key}", name, figures=True, width=_WIDTH)
        field.edited.connect(self._draft.put)
        field.finished.connect(self._draft.keep)
        return field
