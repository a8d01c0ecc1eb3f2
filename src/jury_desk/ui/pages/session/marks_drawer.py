"""The marks of the passage under way, slid up from the foot of the page while its clock runs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.services.drafting import newest_version
from jury_desk.ui.operations import Operations
from jury_desk.ui.panels.score_grid import ScoreGrid
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.firm import Firm


class MarksDrawer(Firm):
    """The very grid of the tab Noter, made when it is first wanted.

    Signals:
        page_requested: something is to be put right elsewhere.
        closed: the marks are away, and the focus is to go back to the page.
    """

    page_requested = Signal(str)
    closed = Signal()

    def __init__(self, operations: Operations, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(padding=8, gap=0)
        layout = column(gap=0)
        layout.addWidget(self._card)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Marks of this passage"))
        self._operations = operations
        self._stage = stage
        self._candidacy = ""
        self.grid: ScoreGrid | None = None
        self.hide()

    def slide_up(self, candidacy: str) -> None:
        """Show the marks of a passage, with the cursor on the first."""
        if self.grid is None:
            self.grid = ScoreGrid(self._operations, self._stage)
            self.grid.freeze_requested.connect(self._ask_for_rules)
            self.grid.move_requested.connect(self._ask_for_marks)
            # The passage is the one that is heard: the page says which, and no other is gone through here.
            self.grid.heading.stay_with_one()
            self._card.body.addWidget(self.grid, 1)
        version = newest_version(self._operations.records, self._stage)
        self.grid.set_frozen(version is not None and version.frozen)
        self._candidacy = ""
        self.show()
        self.follow(candidacy)
        self.take_focus()

    def follow(self, candidacy: str) -> None:
        """Show another passage once that one is called; what stands in an editor is recorded first."""
        if self.grid is not None and self.isVisible() and candidacy != self._candidacy:
            self._candidacy = candidacy
            self.grid.show_passage(candidacy)
            self.grid.show_standings(None, provisional=True)

    def take_focus(self) -> None:
        """Let the typing begin."""
        if self.grid is not None:
            self.grid.view.setFocus()

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor."""
        if self.grid is not None:
            self.grid.commit_pending_edit()

    @Slot()
    def put_away(self) -> None:
        """Slide the marks down again; what stands in an editor is recorded."""
        if self.isVisible():
            self.commit_pending_edit()
            self.hide()
            self.closed.emit()

    @Slot()
    def _ask_for_rules(self) -> None:
        self.page_requested.emit("prepare#rules")

    @Slot(object)
    def _ask_for_marks(self, _place: object) -> None:
        self.page_requested.emit("marks")
