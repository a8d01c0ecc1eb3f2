"""The grid of one passage or one juror: who it is about, the marks, and the line that says what a cell asks for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.exact import exact_text
from jury_desk.domain.jury import Juror
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.standings import Standings, Status
from jury_desk.ui import theme
from jury_desk.ui.models.clipboard import block_text, parse_block
from jury_desk.ui.models.figures import number, ordinal
from jury_desk.ui.models.scoresheet import ScoresheetModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.score_view import ScoreView
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text

_ROOM_FOR_ONE_LINE = 640


class GridPanel(QWidget):
    """The heading, the grid, and what there is to know about the current cell.

    Signals:
        marks_recorded: an act of this grid changed marks.
        passage_requested: the next (1) or the former (-1) one of the list.
        freeze_requested: the chair wants to go where the rules are frozen.
    """

    marks_recorded = Signal()
    passage_requested = Signal(int)
    freeze_requested = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._candidacy = ""
        self._standings: Standings | None = None
        self._provisional = True
        self.model = ScoresheetModel(operations, stage_id, self)
        self.view = ScoreView(self.model.judge, self.model.is_mark_cell)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Marks"))
        self.line = Text(ink="muted")
        self.line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.reason = QLineEdit()
        self._build()
        self._wire()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _build(self) -> None:
        layout = column(gap=8)
        layout.addLayout(self._heading())
        layout.addWidget(self.view, 1)
        layout.addLayout(self._foot())
        self.setLayout(layout)

    def _heading(self) -> QHBoxLayout:
        self._title = Elided("", "section", bold=True)
        self._holders = Elided("", ink="muted")
        self._result = Text("", "section", bold=True, wrap=False)
        self._place = Text(ink="muted", wrap=False)
        names = column(gap=0)
        names.addWidget(self._title)
        names.addWidget(self._holders)
        figures = column(gap=0)
        for part in (self._result, self._place):
            part.setAlignment(Qt.AlignmentFlag.AlignRight)
            figures.addWidget(part)
        self._former = sign_button("‹", self.tr("Previous (Alt+Page up)"))
        self._next = sign_button("›", self.tr("Next (Alt+Page down)"))
        line = row(gap=8)
        line.addLayout(names, 1)
        line.addLayout(figures)
        line.addSpacing(theme.px(8))
        line.addWidget(self._former)
        line.addWidget(self._next)
        return line

    def _foot(self) -> QVBoxLayout:
        keys = self.tr("a absent · r recused · x abstained · Delete clears · Ctrl+Z takes back")
        self._keys = Elided(keys, "small", ink="muted")
        self._freeze = link(self.tr("The rules are not frozen yet, and no mark is taken before: go and freeze them ›"))
        self.reason.setPlaceholderText(self.tr("Reason, printed in the minutes"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.hide()
        line = row(gap=8)
        line.addWidget(self.line, 1)
        line.addWidget(self.reason, 1)
        foot = column(gap=4)
        foot.addLayout(line)
        foot.addWidget(self._keys)
        foot.addWidget(self._freeze, 0, Qt.AlignmentFlag.AlignLeft)
        return foot

    def _wire(self) -> None:
        self.view.delegate.refused.connect(self._refuse)
        self.view.delegate.settled.connect(self._describe_cell)
        self.view.current_changed.connect(self._describe_cell)
        self.view.sheet_state_requested.connect(self._set_state)
        self.view.blank_requested.connect(self._clear)
        self.view.copy_requested.connect(self._copy)
        self.view.paste_requested.connect(self._paste)
        self.view.fill_requested.connect(self._fill_down)
        self.view.locked_key_pressed.connect(self._explain_lock)
        self.model.entry_refused.connect(self._refuse)
        self.model.marks_recorded.connect(self._follow_marks)
        self.model.modelReset.connect(self._fit)
        self._freeze.clicked.connect(self._ask_to_freeze)
        self.reason.editingFinished.connect(self._keep_reason)
        self._former.clicked.connect(self._ask_for_former)
        self._next.clicked.connect(self._ask_for_next)

    # Showing

    def show_passage(self, candidacy: str) -> None:
        """Show every sheet on one candidacy."""
        self.commit_pending_edit()
        found = self._operations.records.need(Candidacy, candidacy)
        self._candidacy = candidacy
        self._title.set_text(found.title)
        self._holders.set_text(" · ".join(part for part in (found.carried_by, found.service) if part))
        self.model.show_passage(candidacy)

    def show_juror(self, juror: str) -> None:
        """Show every sheet of one juror."""
        self.commit_pending_edit()
        found = self._operations.records.need(Juror, juror)
        self._candidacy = ""
        self._title.set_text(found.name)
        self._holders.set_text(found.function)
        self.model.show_juror(juror)

    def show_standings(self, standings: Standings | None, *, provisional: bool) -> None:
        """Say where the candidacy stands for now."""
        self._standings, self._provisional = standings, provisional
        self._show_place()

    def set_frozen(self, frozen: bool) -> None:
        """Say how marks are typed, or why none can be."""
        self._keys.setVisible(frozen)
        self.line.setVisible(frozen)
        self._freeze.setVisible(not frozen)

    def go_to_sheet(self, candidacy: str, juror: str) -> None:
        """Put the cursor on what a sheet still misses."""
        at = self.model.grid.row_of(candidacy, juror)
        if at >= 0:
            self.view.go_to(self.model.next_blank(at))

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor."""
        self.view.commit_pending_edit()
        self._keep_reason()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence under the grid keeps its room, so that nothing moves when another takes its place (Qt)."""
        super().resizeEvent(event)
        lines = 1 if event.size().width() >= theme.px(_ROOM_FOR_ONE_LINE) else 2
        self.line.setFixedHeight(lines * self.line.fontMetrics().lineSpacing() + theme.px(2))

    def _show_place(self) -> None:
        shown = self._standings is not None and bool(self._candidacy)
        self._result.setVisible(shown)
        self._place.setVisible(shown)
        if self._standings is None or not self._candidacy:
            return
        standing = self._standings.of(self._candidacy)
        rules = self._standings.rules
        scale = f" /{exact_text(rules.aggregation.out_of)}" if rules.aggregation.result == "out_of" else ""
        self._result.setText(f"{number(standing.result)}{scale}" if standing.result else "–")
        self._place.setText(self._place_text(standing.status, standing.place, len(self._standings.standings)))

    def _place_text(self, status: Status, place: int | None, of: int) -> str:
        if status is Status.RANKED and place is not None:
            text = self.tr("{place} of {count}").format(place=ordinal(place), count=of)
            return self.tr("{text} (provisional)").format(text=text) if self._provisional else text
        words = {
            Status.INCOMPLETE: self.tr("no place yet: sheets missing"),
            Status.ELIMINATED: self.tr("eliminated by a threshold"),
            Status.WITHDRAWN: self.tr("withdrawn"),
            Status.UNRANKABLE: self.tr("cannot be ranked: too few sheets"),
        }
        return words.get(status, "")

    @Slot()
    def _fit(self) -> None:
        """Sheets that owe nothing read as one line; the grid is as high as its rows."""
        out = {at: len(self.model.criteria) for at in range(self.model.rowCount()) if self.model.grid.is_out(at)}
        self.view.set_wide_cells(out)
        self.view.fit_columns()
        height = self.view.content_height()
        self.view.setMaximumHeight(height)
        self.view.setMinimumHeight(min(height, self.view.least_height()))
        self._describe_cell()

    @Slot()
    def _describe_cell(self) -> None:
        index = self.view.currentIndex()
        inside = index.isValid() and index.column() < len(self.model.criteria)
        out = inside and self.model.grid.is_out(index.row())
        self.reason.setVisible(bool(out))
        self.line.set_ink("muted")
        if out:
            self.reason.setText(self.model.grid.reason(index.row()))
            self.line.setText(self.model.lock_sentence(index))
        elif inside:
            self.line.setText(self._criterion_sentence(index.column()))
            self.line.setToolTip("\n".join(self.model.criteria[index.column()].levels))
        else:
            self.line.setText(self.tr("Type the marks: Enter goes down, Tab goes right."))

    def _criterion_sentence(self, at: int) -> str:
        criterion = self.model.criteria[at]
        scale = criterion.scale
        low, high, step = (number(exact_text(each)) for each in (scale.minimum, scale.maximum, scale.step))
        text = self.tr("{criterion}: from {low} to {high}, in steps of {step}")
        return text.format(criterion=criterion.name, low=low, high=high, step=step)

    # Acts

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.line.setText(f"!  {sentence}")
        self.line.set_ink("bad")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, sentence))

    @Slot(str)
    def _set_state(self, state: str) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        if self.model.set_state(index.row(), MarkState(state)):
            self._fit()
            self.view.setCurrentIndex(self.model.index(index.row(), 0))
            told = self.model.data(self.view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
            self._operations.messages.tell_note(str(told))

    @Slot()
    def _clear(self) -> None:
        if self.model.clear(self.view.selectedIndexes() or [self.view.currentIndex()]):
            self._fit()

    @Slot()
    def _explain_lock(self) -> None:
        if self.model.is_mark_cell(self.view.currentIndex()):
            self._refuse(self.model.lock_sentence(self.view.currentIndex()))

    @Slot()
    def _keep_reason(self) -> None:
        index = self.view.currentIndex()
        if not self.reason.isVisible() or not index.isValid():
            return
        at, text = index.row(), self.reason.text().strip()
        if text != self.model.grid.reason(at):
            self.model.set_state(at, self.model.grid.state(at), text)

    @Slot(bool)
    def _copy(self, with_headers: bool) -> None:
        text = block_text(self.model, self.view.selectedIndexes(), with_headers=with_headers)
        if text:
            QGuiApplication.clipboard().setText(text)

    @Slot()
    def _paste(self) -> None:
        start = self.view.currentIndex()
        if start.isValid():
            block = parse_block(QGuiApplication.clipboard().text())
            self._enter_block(start.row(), start.column(), block)

    @Slot()
    def _fill_down(self) -> None:
        chosen = self.view.selectedIndexes()
        if not chosen:
            return
        top = min(index.row() for index in chosen)
        upper = [index for index in chosen if index.row() == top]
        first = {index.column(): str(index.data(Qt.ItemDataRole.EditRole) or "") for index in upper}
        texts = {
            (index.row(), index.column()): first[index.column()]
            for index in chosen
            if index.row() != top and self.model.is_mark_cell(index)
        }
        if texts:
            self.model.enter(texts)

    def _enter_block(self, top: int, left: int, block: list[list[str]]) -> None:
        texts = {
            (top + down, left + right): text
            for down, line in enumerate(block)
            for right, text in enumerate(line)
            if self.model.is_mark_cell(self.model.index(top + down, left + right))
        }
        if texts:
            self.model.enter(texts)

    @Slot(object)
    def _follow_marks(self, _candidacies: object) -> None:
        self.marks_recorded.emit()

    @Slot()
    def _ask_for_former(self) -> None:
        self.passage_requested.emit(-1)

    @Slot()
    def _ask_for_next(self) -> None:
        self.passage_requested.emit(1)

    @Slot()
    def _ask_to_freeze(self) -> None:
        self.freeze_requested.emit()
