"""Every candidacy of the edition: found by any word, read in full, admissible or not."""

from collections import Counter
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QLineEdit, QSplitter, QStackedWidget, QWidget

from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.preparation import stages
from jury_desk.services.progress import stands_at
from jury_desk.ui import theme
from jury_desk.ui.models.search_proxy import SearchProxy
from jury_desk.ui.models.table_model import OBJECT_ROLE, Column, TableModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import primary
from jury_desk.ui.widgets.candidacy_panel import CandidacyPanel
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.heading import Heading
from jury_desk.ui.widgets.table_view import TableView
from jury_desk.ui.widgets.text import muted
from jury_desk.ui.widgets.words import admissibility_ink, admissibility_mark, admissibility_words, outcome_words

HOLDERS, SERVICE = 2, 3
"""The columns that give way first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A candidacy and where it stands, in words."""

    candidacy: Candidacy
    standing: str


class CandidaciesPage(QWidget):
    """The table at left, the chosen candidacy at right.

    Signals:
        import_requested: bring in a spreadsheet.
    """

    import_requested = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.heading = Heading(self.tr("Candidacies"))
        self.import_button = primary(self.tr("Import…"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in everything the candidacies say"))
        self.search.setAccessibleName(self.tr("Search in the candidacies"))
        self.search.setClearButtonEnabled(True)
        self.table = TableView(self.tr("Candidacies"))
        self.panel = CandidacyPanel()
        self.empty = EmptyView(
            self.tr("No candidacy yet"),
            self.tr(
                "Import the spreadsheet that the call produced: from a form, an online procedure or a workbook."
                " Nothing is written before you have seen what it would do."
            ),
            self.tr("Import candidacies…"),
        )
        self._model: TableModel[Line] = TableModel(self._columns(), self)
        self._proxy = SearchProxy(_everything, self)
        self._proxy.setSourceModel(self._model)
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.import_button.clicked.connect(self.import_requested)
        self.empty.button_chosen.connect(self.import_requested)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.panel.admissibility_chosen.connect(self._set_admissibility)
        for key, step in (("Alt+PgDown", 1), ("Alt+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step, step))
        operations.changed.connect(self._follow)
        self.refresh()

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(self.tr("Ref."), lambda each: each.candidacy.reference or each.candidacy.id),
            Column(self.tr("Project"), lambda each: each.candidacy.title),
            Column(self.tr("Holders"), lambda each: each.candidacy.carried_by),
            Column(self.tr("Service"), lambda each: _service(each.candidacy)),
            Column(
                self.tr("Admissibility"),
                lambda each: admissibility_mark(each.candidacy.admissibility),
                ink=lambda each: admissibility_ink(each.candidacy.admissibility),
                says=lambda each: admissibility_words(each.candidacy.admissibility),
            ),
            Column(self.tr("Where it stands"), lambda each: each.standing),
        ]

    def _lay_out(self) -> None:
        self.heading.add(self.import_button)
        self.table.setModel(self._proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.stretch_column(1)
        self.table.let_give_way({HOLDERS: 500, SERVICE: 820})
        header = self.table.horizontalHeader()
        for number, width in ((0, 90), (HOLDERS, 150), (SERVICE, 150), (5, 180)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, theme.px(width))
        self._nothing = muted(self.tr("No candidacy holds these words."))
        self._nothing.hide()
        left = QWidget()
        inside = column(gap=8)
        inside.addWidget(self.search)
        inside.addWidget(self._nothing)
        inside.addWidget(self.table, 1)
        left.setLayout(inside)
        self._split = split = QSplitter()
        split.setHandleWidth(theme.px(16))
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 7)
        split.setStretchFactor(1, 4)
        split.setSizes([theme.px(740), theme.px(340)])
        left.setMinimumSize(theme.px(200), theme.px(140))
        self.panel.setMinimumSize(theme.px(200), theme.px(120))
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        self._stack.addWidget(self.empty)
        layout = column(padding=theme.MARGIN, gap=16)
        layout.addWidget(self.heading)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Read everything again."""
        received = self._operations.records.within(Candidacy)
        chosen = self.chosen
        self._model.set_rows([Line(each, self._standing(each)) for each in received])
        self._stack.setCurrentIndex(0 if received else 1)
        self.import_button.setVisible(bool(received))
        self.heading.set_remark(self._counts(received) if received else "")
        if chosen is not None:
            self.choose(chosen.id)
        elif received:
            self.table.setCurrentIndex(self._proxy.index(0, 0))
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is not the room, the panel is under the table (Qt)."""
        super().resizeEvent(event)
        width = event.size().width()
        self._split.setOrientation(Qt.Orientation.Horizontal if width >= theme.px(720) else Qt.Orientation.Vertical)

    @property
    def chosen(self) -> Candidacy | None:
        """The candidacy in the panel."""
        index = self.table.currentIndex()
        found = index.data(OBJECT_ROLE) if index.isValid() else None
        return found.candidacy if isinstance(found, Line) else None

    def choose(self, candidacy: str) -> None:
        """Show that candidacy in the panel."""
        for number in range(self._proxy.rowCount()):
            if self._proxy.index(number, 0).data(OBJECT_ROLE).candidacy.id == candidacy:
                self.table.setCurrentIndex(self._proxy.index(number, 0))

    def _counts(self, received: list[Candidacy]) -> str:
        counts = Counter(each.admissibility for each in received)
        parts = [
            self.tr("%n candidacy(ies)", "", len(received)),
            self.tr("%n to be examined", "", counts[Admissibility.RECEIVED]),
            self.tr("%n admissible", "", counts[Admissibility.ADMISSIBLE]),
            self.tr("%n inadmissible", "", counts[Admissibility.INADMISSIBLE]),
            self.tr("%n withdrawn", "", counts[Admissibility.WITHDRAWN]),
        ]
        return " · ".join(part for part in parts if not part.startswith("0 "))

    def _standing(self, candidacy: Candidacy) -> str:
        stage, entry = stands_at(self._operations.records, candidacy.id)
        if stage is None or entry is None:
            return ""
        outcome = outcome_words(entry.outcome)
        return f"{stage.name} · {outcome}" if outcome else stage.name

    def _journey(self, candidacy: Candidacy) -> list[tuple[str, str]]:
        records = self._operations.records
        found = ((stage, records.get(Entry, stage.id, candidacy.id)) for stage in stages(records))
        return [(stage.name, outcome_words(entry.outcome)) for stage, entry in found if entry]

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._proxy.search(typed)
        self._nothing.setVisible(not self._proxy.rowCount())
        if not self.table.currentIndex().isValid() and self._proxy.rowCount():
            self.table.setCurrentIndex(self._proxy.index(0, 0))

    @Slot()
    def _step(self, step: int) -> None:
        """The next candidacy of the list, or the one before, whatever has the focus."""
        row = self.table.currentIndex().row() + step
        if 0 <= row < self._proxy.rowCount():
            self.table.setCurrentIndex(self._proxy.index(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _show_current(self, *_indexes: QModelIndex) -> None:
        chosen = self.chosen
        self.panel.show_candidacy(chosen, self._journey(chosen) if chosen else [], self._operations.zone)

    @Slot(str, object, str)
    def _set_admissibility(self, candidacy: str, state: Admissibility, reason: str) -> None:
        self._operations.commit_pending_edit()
        self._operations.run(lambda: set_admissibility(self._operations.file, candidacy, state, reason))

    @Slot(object, object)
    def _follow(self, changes: object, _initiator: object) -> None:
        if getattr(changes, "entities", frozenset()) & {"candidacy", "entry", "stage"}:
            self.refresh()


def _service(candidacy: Candidacy) -> str:
    return candidacy.service or next((each.service for each in candidacy.holders if each.service), "")


def _everything(line: Line) -> str:
    candidacy = line.candidacy
    answers = (part for answer in candidacy.answers for part in (answer.question, answer.text))
    holders = (part for each in candidacy.holders for part in (each.full_name, each.email, each.service))
    return " ".join((candidacy.reference, candidacy.title, candidacy.summary, candidacy.service, *holders, *answers))
