"""Which candidacies the stage hears, and in which order."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.list_change import ListChangeKind
from jury_desk.services.drafting import coming_from, found_admissible, may_be_heard, still_to_examine
from jury_desk.services.late_changes import comes_late, take_withdrawal_back
from jury_desk.services.preparation import begun
from jury_desk.ui import theme
from jury_desk.ui.models.passages import TITLE, PassagesModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.list_change import ListChangePanel
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_delegate import ChoiceDelegate
from jury_desk.ui.widgets.editing_table import EditingTable
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.search_box import SearchBox
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text, muted, section

_NO_CHOICES = int(Qt.ItemDataRole.UserRole)


class PassagesSection(QWidget):
    """The list, and what can be taken into it.

    Signals:
        count_changed: there are now so many passages.
    """

    count_changed = Signal(int)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self.model = PassagesModel(operations, stage_id, self)
        self.table = EditingTable(self.tr("Order of passage"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(ChoiceDelegate(_NO_CHOICES, self.table))
        self.table.set_row_height(36)
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.table.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.table.setDragDropOverwriteMode(False)
        self.table.setDropIndicatorShown(True)
        self.all = link("")
        self.earlier = link("")
        self.box = SearchBox(self.tr("Add a candidacy"), self.tr("+ Add a candidacy: type from its name"))
        self.up = sign_button("↑", self.tr("Move up (Alt+Up)"))
        self.down = sign_button("↓", self.tr("Move down (Alt+Down)"))
        self.out = sign_button("×", self.tr("Take out of the order (Delete)"))
        self.withdrawal = link("")
        self.change = ListChangePanel(operations, stage_id)
        self._none = muted(self.tr("No candidacy is heard yet: take some in."))
        self._build()
        self._wire()

    def _build(self) -> None:
        layout = column(gap=8)
        head = row(gap=4)
        head.addWidget(section(self.tr("Order of passage")), 1)
        self.summary = Text(ink="muted", wrap=False)
        head.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addSpacing(theme.px(8))
        for button in (self.up, self.down, self.out):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self.table)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        for part in (self.box, self.all, self.earlier, self.withdrawal):
            flow.addWidget(part)
        layout.addWidget(acts)
        layout.addWidget(self.change)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.table.move_requested.connect(self._move)
        self.table.removal_requested.connect(self._remove)
        self.table.current_changed.connect(self._follow)
        self.all.clicked.connect(self._take_all)
        self.earlier.clicked.connect(self._take_earlier)
        self.box.chosen.connect(self._add)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.out.clicked.connect(self._remove_current)
        self.withdrawal.clicked.connect(self._withdraw_or_take_back)
        self.change.done.connect(self._return_to_list)

    def refresh(self) -> None:
        """Read the order, and what could be added to it."""
        self.model.refresh()
        records = self._operations.records
        taken = self.model.ids
        every = may_be_heard(records)
        stage, found = coming_from(records, self._stage)
        left = [each for each in dict.fromkeys([*found, *every]) if each not in taken]
        self.box.set_choices((each, records.need(Candidacy, each).title) for each in left)
        self.box.setVisible(bool(left))
        admissible = found_admissible(records)
        self.all.setText(self._name_of_all(len(admissible)))
        closed = begun(records, self._stage)
        self.all.setVisible(any(each not in taken for each in admissible) and not closed)
        if stage:
            told = self.tr("Take those selected at “{stage}” ({count})")
            self.earlier.setText(told.format(stage=stage.name, count=len(found)))
        self.earlier.setVisible(bool(found) and found != taken and not closed)
        self._show(len(taken), nothing_to_take=not left)

    def _name_of_all(self, count: int) -> str:
        """Which it takes: those found admissible, or all while none was; and how many are still to be examined."""
        waiting = still_to_examine(self._operations.records)
        if not waiting:
            return self.tr("Take all candidacies ({count})").format(count=count)
        if waiting == count:
            return self.tr("Take all candidacies ({count}, still to be examined)").format(count=count)
        told = self.tr("Take the admissible candidacies ({count}; %n still to be examined)", "", waiting)
        return told.format(count=count)

    def _show(self, count: int, *, nothing_to_take: bool) -> None:
        self.table.setVisible(bool(count))
        self._none.setVisible(not count)
        if not count and nothing_to_take:
            self._none.setText(self.tr("No candidacy can be heard yet: import candidacies first."))
        elif not count:
            self._none.setText(self.tr("No candidacy is heard yet: take some in."))
        self.summary.setText(self.tr("%n passage(s)", "", count))
        self.table.stretch_column(TITLE)
        self.table.fit_rows()
        self._follow()
        self.count_changed.emit(count)

    @Slot()
    def _follow(self) -> None:
        at, count = self.table.currentIndex().row(), self.model.rowCount()
        self.up.setEnabled(0 < at < count)
        self.down.setEnabled(0 <= at < count - 1)
        self.out.setEnabled(0 <= at < count)
        self.withdrawal.setVisible(0 <= at < count)
        if 0 <= at < count:
            gone = self.model.has_withdrawn(at)
            told = self.tr("Let “{title}” take part again") if gone else self.tr("“{title}” withdraws…")
            self.withdrawal.setText(told.format(title=self.model.candidacy(at).title))

    @Slot(int, int)
    def _move(self, at: int, by: int) -> None:
        target = self.model.move(at, by)
        self.table.setCurrentIndex(self.model.index(target, TITLE))

    @Slot()
    def _move_up(self) -> None:
        self._move(self.table.currentIndex().row(), -1)

    @Slot()
    def _move_down(self) -> None:
        self._move(self.table.currentIndex().row(), 1)

    @Slot(int)
    def _remove(self, at: int) -> None:
        if not 0 <= at < self.model.rowCount():
            return
        if begun(self._operations.records, self._stage):
            # Once marks are given nobody goes out of the list: a candidacy withdraws, with its reason.
            self.change.ask(ListChangeKind.WITHDRAWN, self.model.candidacy(at).id)
            return
        self.model.remove(at)
        self.refresh()

    @Slot()
    def _withdraw_or_take_back(self) -> None:
        at = self.table.currentIndex().row()
        if not 0 <= at < self.model.rowCount():
            return
        candidacy = self.model.candidacy(at).id
        if not self.model.has_withdrawn(at):
            self.change.ask(ListChangeKind.WITHDRAWN, candidacy)
            return
        self._operations.commit_pending_edit()
        self._operations.run(lambda: take_withdrawal_back(self._operations.file, self._stage, candidacy))

    @Slot()
    def _return_to_list(self) -> None:
        self.refresh()
        self.table.setFocus()

    @Slot()
    def _remove_current(self) -> None:
        self._remove(self.table.currentIndex().row())

    @Slot()
    def _take_all(self) -> None:
        found = found_admissible(self._operations.records)
        self.model.set_order(list(dict.fromkeys([*self.model.ids, *found])))
        self.refresh()

    @Slot()
    def _take_earlier(self) -> None:
        _, found = coming_from(self._operations.records, self._stage)
        kept = [each for each in self.model.ids if each in found]
        self.model.set_order(list(dict.fromkeys([*kept, *found])))
        self.refresh()

    @Slot(str)
    def _add(self, chosen: str) -> None:
        if comes_late(self._operations.records, self._stage):
            self.change.ask(ListChangeKind.JOINED, chosen)
        else:
            self.model.set_order([*self.model.ids, chosen])
            self.refresh()
