"""The call for projects: how many candidacies came in, and which."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.ui import theme
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.count_tile import CountTile
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.table_view import TableView
from jury_desk.ui.widgets.words import admissibility_ink, admissibility_mark, admissibility_words


class CallPage(QWidget):
    """Counts by admissibility over the list of what was received.

    Signals:
        page_requested: ``candidacies`` or ``import``.
    """

    page_requested = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage_id = stage_id
        self.received = CountTile(self.tr("received"))
        self.tiles = {
            Admissibility.ADMISSIBLE: CountTile(self.tr("admissible")),
            Admissibility.INADMISSIBLE: CountTile(self.tr("inadmissible")),
            Admissibility.WITHDRAWN: CountTile(self.tr("withdrawn")),
            Admissibility.RECEIVED: CountTile(self.tr("to be examined")),
        }
        self.table = TableView(self.tr("Candidacies received"))
        self.open = secondary(self.tr("Open the candidacies"))
        self.empty = EmptyView(
            self.tr("No candidacy yet"),
            self.tr("Import the spreadsheet that the call produced; nothing is written before you have seen it."),
            self.tr("Import candidacies…"),
        )
        self._model: TableModel[Candidacy] = TableModel(
            [
                Column(self.tr("Ref."), lambda each: each.reference or each.id),
                Column(self.tr("Project"), lambda each: each.title),
                Column(self.tr("Holders"), lambda each: each.carried_by),
                Column(self.tr("Submitted"), lambda each: moment_text(each.submitted, operations.zone)),
                Column(
                    self.tr("Admissibility"),
                    lambda each: admissibility_mark(each.admissibility),
                    ink=lambda each: admissibility_ink(each.admissibility),
                    says=lambda each: admissibility_words(each.admissibility),
                ),
            ],
            self,
        )
        self._lay_out()
        self.open.clicked.connect(self._ask_for_candidacies)
        self.table.activated.connect(self._ask_for_candidacies)
        self.empty.button_chosen.connect(self._ask_for_import)
        operations.changed.connect(self._follow)
        self.refresh()

    def _lay_out(self) -> None:
        self.table.setModel(self._model)
        self.table.stretch_column(1)
        self.table.let_give_way({2: 640, 3: 520})
        tiles = row(gap=32)
        tiles.addWidget(self.received)
        for tile in self.tiles.values():
            tiles.addWidget(tile)
        tiles.addStretch(1)
        tiles.addWidget(self.open)
        filled = QWidget()
        inside = column(gap=16)
        inside.addLayout(tiles)
        inside.addWidget(self.table, 1)
        inside.addStretch(0)
        filled.setLayout(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        layout = column(padding=theme.MARGIN)
        layout.addWidget(self._stack)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Count and list again."""
        received = self._operations.records.within(Candidacy)
        self._stack.setCurrentIndex(0 if received else 1)
        self.received.show_count(len(received))
        for state, tile in self.tiles.items():
            count = sum(each.admissibility is state for each in received)
            tile.show_count(count)
            tile.setVisible(bool(count))
        self._model.set_rows(received)
        self.table.fit_rows()

    @Slot()
    def _ask_for_candidacies(self) -> None:
        self.page_requested.emit("candidacies")

    @Slot()
    def _ask_for_import(self) -> None:
        self.page_requested.emit("import")

    @Slot(object, object)
    def _follow(self, changes: object, _initiator: object) -> None:
        if "candidacy" in getattr(changes, "entities", frozenset()):
            self.refresh()
