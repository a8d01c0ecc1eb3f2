"""The checklist of complete minutes, beside them: each of its items, and what is still blank."""

from PySide6.QtWidgets import QWidget

from jury_desk.domain.checklist import Item, ItemState, checklist
from jury_desk.domain.minutes import StageReport
from jury_desk.services.checklist_words import gap_words, item_name
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.table_view import TableView
from jury_desk.ui.widgets.text import Text, muted

_NAME = 1
_SIGNS = {ItemState.DONE: "✓", ItemState.BLANK: "!", ItemState.NOT_APPLICABLE: "–"}


class ChecklistPanel(QWidget):
    """The items in their order."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.summary = Text("", "emphasis", bold=True)
        self.model: TableModel[Item] = TableModel(self._columns(), self)
        self.view = TableView(self.tr("Checklist of the minutes"))
        self.view.setModel(self.model)
        layout = column(gap=8)
        layout.addWidget(self.summary)
        layout.addWidget(muted(self.tr("The minutes stay provisional until nothing that they must contain is blank.")))
        layout.addWidget(self.view, 1)
        self.setLayout(layout)

    def show_report(self, report: StageReport) -> None:
        """Check a report."""
        items = checklist(report)
        self.model.set_rows(items)
        self.view.stretch_column(_NAME)
        blocking = sum(item.blocks for item in items)
        self.summary.setText(
            self.tr("%n item(s) still blank", "", blocking) if blocking else self.tr("Complete: nothing is missing")
        )
        self.summary.set_ink("attention" if blocking else "good")

    def _columns(self) -> tuple[Column[Item], ...]:
        return (
            Column("", lambda item: str(item.number), figures=True, explains=self.tr("Number")),
            Column(self.tr("Item"), self._name, tip=self._name),
            Column(self.tr("State"), self._state, ink=_ink, tip=self._state),
        )

    def _name(self, item: Item) -> str:
        return item_name(item, self._language)

    def _state(self, item: Item) -> str:
        gaps = ", ".join(gap_words(gap, self._language) for gap in item.gaps)
        return f"{_SIGNS[item.state]}  {gaps}".rstrip()


def _ink(item: Item) -> str:
    if item.state is ItemState.BLANK:
        return "bad" if item.blocks else "attention"
    return "good" if item.state is ItemState.DONE else "muted"


def count_words(report: StageReport) -> str:
    """How many of the items are there or do not apply: « 27/28 »."""
    items = checklist(report)
    return f"{sum(item.state is not ItemState.BLANK for item in items)}/{len(items)}"
