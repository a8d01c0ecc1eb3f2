"""Déports: every link declared or suspected, with what the chair ruled; declared and ruled on in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.jury import Juror
from jury_desk.domain.recusal import Recusal, Ruling
from jury_desk.services.links import Link, suspected_links
from jury_desk.services.preparation import entries, panel
from jury_desk.services.recusals import recusals_of, remove_recusal
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.recusal_form import RecusalForm
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.editing_table import EditingTable
from jury_desk.ui.widgets.recusal_words import level_words, link_words, origin_words, ruling_ink, ruling_words
from jury_desk.ui.widgets.text import Text, muted

_PROJECT, _LEVEL, _ORIGIN, _REASON = range(1, 5)
_MOST_LINKS = 6
"""A jury and candidates of one house have many a name and service in common."""


@dataclass(frozen=True, slots=True)
class Line:
    """A recusal and the names in it."""

    recusal: Recusal
    juror: str
    project: str


class RecusalsCard(QWidget):
    """The table of the recusals, the links to ask about, and the form of the one that is open."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self.model: TableModel[Line] = TableModel(self._columns(), self)
        self.table = EditingTable(self.tr("Recusals"))
        self.table.setModel(self.model)
        self.table.set_row_height(36)
        self.table.let_give_way({_ORIGIN: 780, _REASON: 620, _LEVEL: 500})
        self.summary = Text(ink="muted", wrap=False)
        self._none = muted(self.tr("No link is declared. Whoever has one leaves the marking of that project."))
        self.add: QPushButton = secondary(self.tr("+ Declare a recusal"))
        self.remove = link("")
        self.links = Card(padding=12, gap=4)
        self.warnings: list[QPushButton] = []
        self._shown_links: list[Link] = []
        self._lay_out()
        self._wire()

    def _columns(self) -> Sequence[Column[Line]]:
        return (
            Column(self.tr("Juror"), lambda each: each.juror, bold=True),
            Column(self.tr("Project"), lambda each: each.project),
            Column(self.tr("Level"), lambda each: level_words(each.recusal.level)),
            Column(self.tr("Asked by"), lambda each: origin_words(each.recusal.origin), ink=lambda _each: "muted"),
            Column(
                self.tr("The link"),
                lambda each: each.recusal.reason or self.tr("reason missing"),
                ink=lambda each: "muted" if each.recusal.reason else "attention",
                tip=lambda each: each.recusal.reason,
            ),
            Column(
                self.tr("Ruling"),
                lambda each: ruling_words(each.recusal.ruling),
                ink=lambda each: ruling_ink(each.recusal.ruling),
                tip=lambda each: each.recusal.ruling_reason,
            ),
        )

    def _lay_out(self) -> None:
        head = row(gap=16)
        head.addWidget(Text(self.tr("Recusals and challenges"), "emphasis", bold=True), 1)
        head.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = row(gap=8)
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        layout = column(gap=8)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self.table)
        layout.addWidget(self.links)
        layout.addLayout(foot)
        self._open = Card(padding=16, gap=8)
        layout.addWidget(self._open)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.add.clicked.connect(self._declare)
        self.remove.clicked.connect(self._remove_current)
        self.table.removal_requested.connect(self._remove)
        self.table.current_changed.connect(self._open_current)
        self.table.activated.connect(self._go_to_form)

    @cached_property
    def form(self) -> RecusalForm:
        """The form of the recusal that is open; made with the first one."""
        made = RecusalForm(self._operations, self._stage)
        made.closed.connect(self._close_form)
        self._open.body.addWidget(made)
        return made

    def refresh(self) -> None:
        """Read the recusals again, and what is still to be asked."""
        records = self._operations.records
        found = recusals_of(records, self._stage)
        self.model.set_rows([self._line(each) for each in found])
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        self.table.stretch_column(_REASON)
        # Where the link has no room, the project takes it.
        self.table.horizontalHeader().setSectionResizeMode(_PROJECT, QHeaderView.ResizeMode.Stretch)
        self.table.fit_rows()
        pending = sum(each.ruling is Ruling.PENDING for each in found)
        self.summary.setText(self.tr("%n ruling(s) awaited", "", pending) if pending else "")
        self.summary.set_ink("attention" if pending else "muted")
        self.add.setEnabled(bool(panel(records, self._stage)) and bool(entries(records, self._stage)))
        self._show_links(suspected_links(records, self._stage))
        self._keep_form(found)

    def _line(self, recusal: Recusal) -> Line:
        records = self._operations.records
        candidacy = records.get(Candidacy, recusal.candidacy)
        project = candidacy.title if candidacy else self.tr("The whole stage")
        return Line(recusal, records.need(Juror, recusal.juror).name, project)

    def _show_links(self, found: list[Link]) -> None:
        self.links.setVisible(bool(found))
        if found == self._shown_links:
            return
        self._shown_links = found
        while self.links.body.count():
            item = self.links.body.takeAt(0)
            former = item.widget() if item else None
            if former is not None:
                former.hide()
                former.deleteLater()
        self.warnings = []
        self.links.body.addWidget(Text(self.tr("Likely links to ask about"), "small", ink="attention", bold=True))
        for each in found[:_MOST_LINKS]:
            self.links.body.addWidget(self._warning(each))
        if len(found) > _MOST_LINKS:
            self.links.body.addWidget(muted(self.tr("and %n more", "", len(found) - _MOST_LINKS)))

    def _warning(self, found: Link) -> QWidget:
        ask = link(self.tr("Declare…"))
        ask.setAccessibleName(self.tr("Declare: {link}").format(link=link_words(found)))
        ask.clicked.connect(partial(self._declare_link, found.juror.id, found.candidacy.id))
        self.warnings.append(ask)
        line = row(gap=8)
        line.addWidget(Text(f"!  {link_words(found)}"), 1)
        line.addWidget(ask)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _keep_form(self, found: list[Recusal]) -> None:
        """The form stays open on what it was about, as it now is."""
        if "form" not in vars(self):
            self._open.hide()
            self._follow()
            return
        shown = self.form.recusal
        at = next((number for number, each in enumerate(found) if shown and each.key == shown.key), -1)
        if at >= 0:
            self.table.selectRow(at)
            if self.form.isVisibleTo(self._open):
                self._show_row(at)
        elif shown is not None:
            self.form.hide()
        self._open.setVisible(self.form.isVisibleTo(self._open))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        at = self.table.currentIndex().row()
        chosen = 0 <= at < self.model.rowCount()
        self.remove.setVisible(chosen)
        if chosen:
            self.remove.setText(self.tr("Take out: {juror}").format(juror=self.model.row(at).juror))

    def _show_row(self, at: int) -> None:
        line = self.model.row(at)
        # What is being typed about it stays, whatever happens elsewhere.
        if self.form.recusal != line.recusal or not self.form.isVisibleTo(self._open):
            self.form.show_recusal(line.recusal, f"{line.juror} · {line.project}")
        self._open.show()

    @Slot()
    def _open_current(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            self._show_row(at)
        self._follow()

    @Slot()
    def _go_to_form(self) -> None:
        self._open_current()
        self.form.ruling_reason.setFocus()

    @Slot()
    def _declare(self) -> None:
        self._declare_link("", "")

    @Slot()
    def _declare_link(self, juror: str, candidacy: str, _checked: bool = False) -> None:
        self.table.setCurrentIndex(QModelIndex())
        self._follow()
        self._open.show()
        self.form.open_new(juror, candidacy)

    @Slot()
    def _close_form(self) -> None:
        self._open.hide()
        self.add.setFocus()

    @Slot(int)
    def _remove(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            recusal = self.model.row(at).recusal
            self._operations.commit_pending_edit()
            self._operations.run(lambda: remove_recusal(self._operations.file, recusal))

    @Slot()
    def _remove_current(self) -> None:
        self._remove(self.table.currentIndex().row())
