"""The jury of the stage: one line per member and one for the next, the chosen member, and the recusals."""

from functools import cached_property

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.jury import Voice
from jury_desk.services.attendance import seated
from jury_desk.ui import theme
from jury_desk.ui.models.jury import CHOICES_ROLE, FUNCTION, NAME, JuryModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.member import MemberPanel
from jury_desk.ui.pages.prepare.recusals import RecusalsCard
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_delegate import ChoiceDelegate
from jury_desk.ui.widgets.editing_table import EditingTable
from jury_desk.ui.widgets.text import Text, muted, section

_MEMBER_AT = 3
"""After the heading, the table and the line under it."""


class JurySection(QWidget):
    """The table of the members, the chosen one opened under it, and the recusals."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = JuryModel(operations, stage_id, self)
        self.table = EditingTable(self.tr("Members of the jury"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(ChoiceDelegate(CHOICES_ROLE, self.table))
        self.table.set_row_height(36)
        self.summary = Text(ink="muted")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remove = link(self.tr("Remove"))
        self.recusals = RecusalsCard(operations, stage_id)
        self._operations = operations
        self._stage = stage_id
        self._layout = layout = column(gap=8)
        head = row(gap=16)
        head.addWidget(section(self.tr("Jury")))
        head.addWidget(self.summary, 1)
        layout.addLayout(head)
        layout.addWidget(self.table)
        foot = row(gap=8)
        foot.addWidget(muted(self.tr("Enter or F2 edits, Space ticks a declaration, Delete removes.")), 1)
        foot.addWidget(self.remove)
        layout.addLayout(foot)
        layout.addSpacing(theme.gap(8))
        layout.addWidget(self.recusals)
        self.setLayout(layout)
        self.table.removal_requested.connect(self._remove)
        self.table.current_changed.connect(self._follow)
        self.remove.clicked.connect(self._remove_current)
        self.model.modelReset.connect(self._show)
        # Queued: the editor of the name just typed closes first.
        self.model.member_added.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self.model.dataChanged.connect(self._show)

    @cached_property
    def member(self) -> MemberPanel:
        """The member that is chosen, under the table; made with the first one."""
        made = MemberPanel(self._operations, self._stage)
        made.member_replaced.connect(self.refresh)
        self._layout.insertWidget(_MEMBER_AT, made)
        return made

    @Slot()
    def refresh(self) -> None:
        """Read the panel and its recusals again."""
        self.model.refresh()

    @Slot()
    def refresh_recusals(self) -> None:
        """There are other candidacies to be recused from."""
        self.recusals.refresh()

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor."""
        self.table.commit_pending_edit()

    @Slot()
    def begin(self) -> None:
        """Put the cursor where the next member is typed."""
        self.table.setCurrentIndex(self.model.index(self.model.rowCount() - 1, NAME))
        self.table.setFocus()

    @Slot()
    def _go_on(self) -> None:
        """After a name: Enter goes on with the next member, Tab with what this one does."""
        tells_more = self.table.left_by_tab
        self.begin()
        if tells_more:
            function = self.model.index(self.model.rowCount() - 2, FUNCTION)
            self.table.setCurrentIndex(function)
            self.table.edit(function)

    @Slot()
    def _show(self) -> None:
        self.table.stretch_column(FUNCTION)
        self.table.horizontalHeader().setMaximumSectionSize(theme.px(320))
        self.table.fit_rows()
        members = [member for member, _ in seated(self._operations.records, self._stage)]
        voting = sum(member.voice is Voice.VOTING for member in members)
        declared = sum(member.declared for member in members if member.voice is Voice.VOTING)
        told = self.tr("%n voting member(s)", "", voting)
        if voting:
            told += " · " + self.tr("{count} of {all} declarations received").format(count=declared, all=voting)
        self.summary.setText(told)
        self.recusals.refresh()
        self._follow()

    @Slot()
    def _follow(self) -> None:
        at = self.table.currentIndex().row()
        chosen = 0 <= at < len(self.model.seats)
        self.remove.setVisible(chosen)
        member, juror = self.model.seats[at] if chosen else (None, None)
        if chosen or "member" in vars(self):
            self.member.show_member(member, juror)
        if juror:
            self.remove.setText(self.tr("Remove {name}").format(name=juror.name))

    @Slot(int)
    def _remove(self, at: int) -> None:
        self.model.remove(at)

    @Slot()
    def _remove_current(self) -> None:
        self.model.remove(self.table.currentIndex().row())
