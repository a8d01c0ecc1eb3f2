"""The second entry as the page shows it: who types, how far it is, and the grid in which nothing of the first shows."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from jury_desk.services.second_entry import progress
from jury_desk.ui import theme
from jury_desk.ui.models.second_entry import SecondEntryModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.panels.score_grid import ScoreGrid
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.text import Text


class SecondEntry(QWidget):
    """A grid like the first, under a strip that says that it is not.

    Signals:
        ended: the second entry is over, for now.
    """

    ended = Signal()

    def __init__(self, operations: Operations, stage_id: str, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self.model = SecondEntryModel(operations, stage_id, by, self)
        self.grid = ScoreGrid(operations, stage_id, self.model)
        self.told = Text("", bold=True)
        self.end = secondary(self.tr("End the second entry"))
        strip = QFrame()
        strip.setProperty("kind", "strip")
        inside = row(gap=8)
        inside.setContentsMargins(theme.gap(12), theme.gap(6), theme.gap(12), theme.gap(6))
        inside.addWidget(self.told, 1)
        inside.addWidget(self.end)
        strip.setLayout(inside)
        layout = column(gap=8)
        layout.addWidget(strip)
        layout.addWidget(self.grid)
        self.setLayout(layout)
        self.grid.set_frozen(True)
        self.grid.view.delegate.refused.connect(self._doubt)
        self.grid.marks_recorded.connect(self.show_progress)
        self.end.clicked.connect(self.ended)
        self.show_progress()

    @Slot()
    def show_progress(self) -> None:
        """Say how many sheets are verified."""
        found = progress(self._operations.records, self._stage)
        told = self.tr("Second entry by {name}: type the paper again. {verified} of {total} sheets verified.")
        self.told.setText(told.format(name=self.model.by, verified=found.verified, total=found.total))

    @Slot(str)
    def _doubt(self, _sentence: str) -> None:
        editor = self.grid.view.delegate.editor
        if editor is not None:
            self.model.doubt(self.grid.view.currentIndex(), editor.text())
