"""Publishing the ranking on the room's screen, one place at a time from the last; never by itself."""

from PySide6.QtCore import Signal, Slot

from jury_desk.domain.closure import proclaimed
from jury_desk.domain.decision import AdoptedOutdated
from jury_desk.domain.edition import Stage
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import three_rankings
from jury_desk.services.publication import next_count, published_lines
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.text import Text, body


class PublicationPanel(ActPanel):
    """The next place appears with each press; opened again, it goes on where it was.

    Attributes:
        count: how many places are shown.

    Signals:
        published: a heading and the lines now shown; both empty: nothing any more.
    """

    published = Signal(str, tuple)

    def __init__(self, operations: Operations, stage_id: str) -> None:
        super().__init__(operations, stage_id, self.tr("Publish on the room’s screen"), self.tr("Show the next place"))
        self.count = 0
        self.shown = Text("", "emphasis")
        self.clear = secondary(self.tr("Take it off the screen"))
        self.body.addWidget(
            body(
                self.tr(
                    "The adopted ranking appears on the room’s screen one place at a time, from the last one: names "
                    "and places, never a mark. Whoever has no place is not shown."
                )
            )
        )
        self.body.addWidget(self.shown)
        line = row()
        line.addWidget(self.clear)
        line.addStretch(1)
        self.body.addLayout(line)
        self.clear.clicked.connect(self._clear)
        self.finish()

    def begin(self) -> None:
        """Show what the room sees by now: nothing, the first time."""
        self.tell_readiness()
        self._show(self.count)
        self.take_focus()

    def act(self) -> ChangeSet:
        """Publishing changes nothing in the file.

        Raises:
            AdoptedOutdated: marks have changed since the panel opened.
        """
        records = self.operations.records
        if proclaimed(records, self.stage_id) is None and three_rankings(records, self.stage_id).outdated:
            raise AdoptedOutdated
        self._show(next_count(self.operations.records, self.stage_id, self.count))
        return ChangeSet(None)

    def stays(self) -> bool:
        """The panel stays open: there is one press for each place."""
        return True

    def _show(self, count: int) -> None:
        records = self.operations.records
        self.count = count
        lines = published_lines(records, self.stage_id, count)
        self.shown.setText("\n".join(lines) or self.tr("Nothing is shown yet."))
        self.clear.setEnabled(bool(lines))
        self.verb.setEnabled(next_count(records, self.stage_id, count) > count)
        self.published.emit(records.need(Stage, self.stage_id).name if lines else "", lines)

    @Slot()
    def _clear(self) -> None:
        self._show(0)
