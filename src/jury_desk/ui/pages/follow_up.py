"""A stage without marks (pre-incubation, impact): who is in it, and what became of each."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jury_desk.domain.candidacy import Candidacy, Entry, Outcome
from jury_desk.services.drafting import coming_from
from jury_desk.services.preparation import entries, set_entries, stages
from jury_desk.ui import theme
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.dates import short_date
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.table_view import TableView
from jury_desk.ui.widgets.text import muted
from jury_desk.ui.widgets.words import outcome_ink, outcome_words

_SHOWN = frozenset({"candidacy", "entry", "stage", "authority_decision", "reserve_call"})
"""The kinds of entity that say who is in the stage, or may come in."""


@dataclass(frozen=True, slots=True)
class Line:
    """A candidacy of the stage, with what was decided about it last and where."""

    candidacy: Candidacy
    outcome: Outcome | None
    decided_in: str


class FollowUpPage(QWidget):
    """The list of who is in the stage."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage_id = stage_id
        self.table = TableView(self.tr("Projects of the stage"))
        self._model: TableModel[Line] = TableModel(
            [
                Column(self.tr("Project"), lambda each: each.candidacy.title),
                Column(self.tr("Holders"), lambda each: each.candidacy.carried_by),
                Column(
                    self.tr("Outcome"),
                    lambda each: outcome_words(each.outcome) or self.tr("under way"),
                    ink=lambda each: outcome_ink(each.outcome),
                ),
                Column(self.tr("Host organisation"), lambda each: each.outcome.carrier if each.outcome else ""),
                Column(self.tr("Next date"), lambda each: short_date(each.outcome.next_date) if each.outcome else ""),
                Column(self.tr("Decided at"), lambda each: each.decided_in),
            ],
            self,
        )
        self.table.setModel(self._model)
        self.table.stretch_column(0)
        self.table.let_give_way({1: 900, 3: 640, 5: 760})
        self._remark = muted()
        self.empty = EmptyView(
            self.tr("Nobody here yet"),
            self.tr("The projects that the stage before selects come in here."),
            self.tr("Take those selected"),
        )
        self.empty.button_chosen.connect(self._take)
        filled = QWidget()
        inside = column(gap=16)
        inside.addWidget(self._remark)
        inside.addWidget(self.table, 1)
        inside.addStretch(0)
        filled.setLayout(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        layout = column(padding=theme.MARGIN)
        layout.addWidget(self._stack)
        self.setLayout(layout)
        operations.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """List again."""
        records = self._operations.records
        lines = [self._line(entry) for entry in entries(records, self._stage_id)]
        self._model.set_rows(lines)
        self.table.fit_rows()
        self._remark.setText(self.tr("%n project(s) in this stage", "", len(lines)))
        self._stack.setCurrentIndex(0 if lines else 1)
        stage, found = coming_from(records, self._stage_id)
        if self.empty.button is not None:
            self.empty.button.setVisible(bool(found))
            told = self.tr("Take those selected at “{stage}” ({count})")
            self.empty.button.setText(told.format(stage=stage.name if stage else "", count=len(found)))

    def _line(self, entry: Entry) -> Line:
        records = self._operations.records
        candidacy = records.need(Candidacy, entry.candidacy)
        names = {stage.id: stage.name for stage in stages(records)}
        if entry.outcome:
            return Line(candidacy, entry.outcome, names[self._stage_id])
        elsewhere = ((stage, records.get(Entry, stage.id, entry.candidacy)) for stage in reversed(stages(records)))
        last = next(((stage, each) for stage, each in elsewhere if each and each.outcome), None)
        return Line(candidacy, last[1].outcome, last[0].name) if last else Line(candidacy, None, "")

    @Slot()
    def _take(self) -> None:
        """Take in what the stage before lets go on, as one act."""
        _, found = coming_from(self._operations.records, self._stage_id)
        self._operations.run(lambda: set_entries(self._operations.file, self._stage_id, found))
        self.table.setFocus()

    @Slot(object, object)
    def _follow(self, changes: object, _initiator: object) -> None:
        if getattr(changes, "entities", frozenset()) & _SHOWN:
            self.refresh()
