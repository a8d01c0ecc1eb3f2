"""A late change of the list, opened under it: a candidacy joins, or withdraws, with the reason that is printed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.list_change import ListChangeKind
from jury_desk.services.late_changes import join_late, withdraw
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import Card, row
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.text import Text, muted


class ListChangePanel(Card):
    """The panel; hidden until it is asked for.

    Signals:
        done: the act is recorded, or nobody wants it any more.
    """

    done = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=8)
        self._operations = operations
        self._stage = stage_id
        self._candidacy = ""
        self._kind = ListChangeKind.WITHDRAWN
        self._title = Text("", bold=True)
        self._effect = muted()
        self.reason = line()
        self._field = Field(self.tr("Reason, printed under the ranking"), self.reason)
        self.confirm = secondary("")
        self.cancel = link(self.tr("Cancel"))
        buttons = row(gap=8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        for part in (self._title, self._effect, self._field):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.confirm.clicked.connect(self._confirm)
        self.reason.returnPressed.connect(self._confirm)
        self.cancel.clicked.connect(self._close)
        self.hide()

    def ask(self, kind: ListChangeKind, candidacy: str) -> None:
        """Ask why this candidacy joins, or withdraws."""
        self._kind, self._candidacy = kind, candidacy
        title = self._operations.records.need(Candidacy, candidacy).title
        joins = kind is ListChangeKind.JOINED
        told = self.tr("“{title}” joins late") if joins else self.tr("“{title}” withdraws")
        self._title.setText(told.format(title=title))
        self._effect.setText(
            self.tr("The rules are frozen: it comes last in the order of passage, and the ranking says so.")
            if joins
            else self.tr("It has no place any more. Marks already given stay printed and change nobody else’s result.")
        )
        self.confirm.setText(self.tr("Take it in") if joins else self.tr("Record the withdrawal"))
        self.reason.clear()
        self._field.tell("")
        self.show()
        self.reason.setFocus()

    @Slot()
    def _confirm(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self._field.tell(self.tr("Say why: the minutes print it."))
            return
        act = join_late if self._kind is ListChangeKind.JOINED else withdraw
        file, clock = self._operations.file, self._operations.toolbox.clock
        self._operations.commit_pending_edit()
        if self._operations.run(lambda: act(file, self._stage, self._candidacy, reason, clock)) is not None:
            self._close()

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.done.emit()
