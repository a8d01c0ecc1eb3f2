"""The checklist of complete minutes, beside them: each of its items, and what is still blank."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.checklist import Item, ItemState, checklist
from jury_desk.domain.minutes import StageReport
from jury_desk.services.checklist_words import gap_words, item_name
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.pages.documents.gap_places import place_of
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.sight import bring_rectangle_into_sight
from jury_desk.ui.widgets.stage_view import Fitted
from jury_desk.ui.widgets.text import Text, muted
from jury_desk.ui.widgets.wrapped_table import WrappedTable

_NAME, _STATE = 1, 2
_SIGNS = {ItemState.DONE: "✓", ItemState.BLANK: "!", ItemState.NOT_APPLICABLE: "–"}


class ChecklistPanel(QWidget):
    """The items in their order; Enter or a click on one with a blank leads to where it is filled in.

    Signals:
        place_requested: the tab, page or section where the first blank of an item is filled in.
    """

    place_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.summary = Text("", "emphasis", bold=True)
        self.model: TableModel[Item] = TableModel(self._columns(), self)
        self._stage = ""
        self.view = WrappedTable(self.tr("Checklist of the minutes"), (_NAME, _STATE))
        self.view.setModel(self.model)
        self.view.activated.connect(self._lead_on)
        self.view.clicked.connect(self._lead_on)
        self.view.selectionModel().currentChanged.connect(self._follow)
        scrolled = Fitted(self.view)
        layout = column(gap=8)
        layout.addWidget(self.summary)
        layout.addWidget(muted(self.tr("The minutes stay provisional until nothing that they must contain is blank.")))
        layout.addWidget(scrolled, 1)
        self.setLayout(layout)

    def show_report(self, report: StageReport) -> None:
        """Check a report."""
        self._stage = report.stage.id
        items = checklist(report)
        self.model.set_rows(items)
        blocking = sum(item.blocks for item in items)
        self.summary.setText(
            self.tr("%n item(s) still blank", "", blocking) if blocking else self.tr("Complete: nothing is missing")
        )
        self.summary.set_ink("attention" if blocking else "good")

    def _columns(self) -> tuple[Column[Item], ...]:
        return (
            Column("", lambda item: str(item.number), figures=True, explains=self.tr("Number")),
            Column(self.tr("Item"), self._name, tip=self._name),
            Column(self.tr("State"), self._state, ink=_ink, tip=self._state, describes=self._describe),
        )

    def _describe(self, item: Item) -> str:
        return self.tr("Enter leads to where it is filled in.") if item.gaps else ""

    @Slot(QModelIndex)
    def _lead_on(self, index: QModelIndex) -> None:
        gaps = self.model.row(index.row()).gaps
        if gaps:
            self.place_requested.emit(place_of(gaps[0], self._stage))

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        bring_rectangle_into_sight(self.view, self.view.visualRect(index))

    def _name(self, item: Item) -> str:
        return item_name(item, self._language)

    def _state(self, item: Item) -> str:
        gaps = ", ".join(gap_words(gap, self._language) for gap in item.gaps)
        return f"{_SIGNS[item.state]}  {gaps}{' ›' if gaps else ''}".rstrip()


def _ink(item: Item) -> str:
    if item.state is ItemState.BLANK:
        return "bad" if item.blocks else "attention"
    return "good" if item.state is ItemState.DONE else "muted"


def count_words(report: StageReport) -> str:
    """How many of the items are there or do not apply: « 27/28 »."""
    items = checklist(report)
    return f"{sum(item.state is not ItemState.BLANK for item in items)}/{len(items)}"
