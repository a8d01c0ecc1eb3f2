"""The grid of one passage or one juror: who it is about, the marks, and the line that says what a cell asks for.

A page shows it, tells it what to show and follows what it records; everything that is typed, asked, copied or chosen
from its menu happens here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import EntryNotTaken
from jury_desk.domain.exact import exact_text
from jury_desk.domain.jury import Juror
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.standings import Standings
from jury_desk.services.changes import ChangeSet
from jury_desk.services.settling import SheetPlace, declare_final, ready_to_settle
from jury_desk.ui.models.figures import number
from jury_desk.ui.models.scoresheet import ScoresheetModel
from jury_desk.ui.models.sheet_grid import RowKind, SheetRow
from jury_desk.ui.operations import Operations
from jury_desk.ui.panels.comment_panel import CommentPanel, Scope
from jury_desk.ui.panels.grid_clipboard import GridClipboard
from jury_desk.ui.panels.grid_comments import GridComments
from jury_desk.ui.panels.grid_foot import GridFoot
from jury_desk.ui.panels.grid_heading import GridHeading
from jury_desk.ui.panels.grid_menu import GridMenu
from jury_desk.ui.panels.grid_questions import GridQuestions
from jury_desk.ui.widgets.ask_line import AskLine
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.score_view import Manner, ScoreView
from jury_desk.ui.widgets.sight import bring_into_sight, bring_rectangle_into_sight

_OWN_ENTITIES = frozenset({"mark", "sheet"})
"""Acts on these alone leave rows and columns as they are."""


class ScoreGrid(QWidget):
    """The heading, the grid, and what there is to know about the current cell.

    Signals:
        marks_recorded: the ids of the candidacies whose marks an act of this grid changed.
        passage_requested: the next (1) or the former (-1) one of the list.
        number_requested: the number of a paper sheet is about to be typed.
        completed: the last mark that was missing here is typed, and the cursor is at the end.
        freeze_requested: the chair wants to go where the rules are frozen.
        move_requested: the marks of a :class:`~jury_desk.services.settling.SheetPlace` belong elsewhere.
    """

    marks_recorded = Signal(object)
    passage_requested = Signal(int)
    completed = Signal()
    number_requested = Signal()
    freeze_requested = Signal()
    move_requested = Signal(object)

    def __init__(
        self,
        operations: Operations,
        stage_id: str,
        model: ScoresheetModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._cut_off = ""
        self.model = model or ScoresheetModel(operations, stage_id, self)
        self.view = ScoreView(self.model)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Marks"))
        self.menu = GridMenu(self)
        self.heading = GridHeading(self.menu.menu)
        self.ask = AskLine()
        self.comments = CommentPanel(operations.messages.language)
        self.foot = GridFoot()
        self.line, self.reason = self.foot.line, self.foot.reason
        self._clipboard = GridClipboard(self.model, self.view)
        self.questions = GridQuestions(operations, self.model, self.view, self.ask)
        self._commenting = GridComments(self.model, self.view, self.comments, self.questions)
        self._build()
        self._wire()
        self._take_manner()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _build(self) -> None:
        layout = column(gap=8)
        layout.addWidget(self.heading)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.ask)
        layout.addWidget(self.comments)
        layout.addWidget(self.foot)
        self.setLayout(layout)

    def _wire(self) -> None:
        self._wire_view()
        self.model.entries_refused.connect(self._tell_refused)
        self.model.marks_recorded.connect(self.marks_recorded)
        self.model.modelReset.connect(self._fit)
        self.heading.keypad_chosen.connect(self._choose_keypad)
        self.heading.step_requested.connect(self.passage_requested)
        self.menu.chosen.connect(self._choose)
        self.menu.toggled.connect(self._toggle)
        self.menu.menu.aboutToShow.connect(self.allow_acts)
        self.questions.asked.connect(self._announce)
        self.questions.given_up.connect(self._give_up_answer)
        self.questions.done.connect(self._return_to_grid)
        self.comments.left.connect(self._return_to_grid)
        self.foot.freeze_requested.connect(self.freeze_requested)
        self.reason.editingFinished.connect(self._keep_reason)
        self._operations.pending_edit_requested.connect(self._settle)
        hide = QShortcut(QKeySequence("F3"), self)
        hide.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        hide.activated.connect(self._turn_results)

    def _wire_view(self) -> None:
        view = self.view
        view.delegate.refused.connect(self._refuse)
        view.delegate.given_up.connect(self._tell_given_up)
        view.delegate.settled.connect(self._describe_cell)
        view.delegate.asked.connect(self.questions.ask_about)
        view.current_changed.connect(self._follow_cell)
        view.sheet_state_requested.connect(self._set_state)
        view.blank_requested.connect(self._clear)
        view.comment_requested.connect(self._comment)
        view.explanation_requested.connect(self._explain)
        view.menu_requested.connect(self._show_menu)
        view.locked_key_pressed.connect(self._explain_lock)
        view.end_reached.connect(self._tell_end)
        view.next_requested.connect(self._go_to_next)
        view.number_requested.connect(self.number_requested)
        view.copy_requested.connect(self._clipboard.copy)
        view.paste_requested.connect(self._clipboard.paste)
        view.fill_requested.connect(self._clipboard.fill_down)
        self._clipboard.cut_off.connect(self._tell_cut_off)

    # Showing

    def show_passage(self, candidacy: str) -> None:
        """Show every sheet on one candidacy."""
        self.commit_pending_edit()
        found = self._operations.records.need(Candidacy, candidacy)
        note = " · ".join(part for part in (found.carried_by, found.service) if part)
        self.heading.show_subject(found.title, note, candidacy)
        self._load(partial(self.model.show_passage, candidacy))

    def show_juror(self, juror: str) -> None:
        """Show every sheet of one juror."""
        self.commit_pending_edit()
        found = self._operations.records.need(Juror, juror)
        self.heading.show_subject(found.name, found.function)
        self._load(partial(self.model.show_juror, juror))

    def _load(self, load: Callable[[], None]) -> None:
        """Show other sheets, with the cursor at the mark where it was if that is among them, else at a missing one."""
        index = self.view.currentIndex()
        inside = self.model.is_mark_cell(index)
        cell = self.model.grid.cell(index.row(), index.column()) if inside else None
        load()
        place = self.model.place_of(cell.candidacy, cell.juror, cell.criterion) if cell else None
        self.view.begin(self.model.index(*place) if place else self.model.first_missing())

    def show_standings(self, standings: Standings | None, *, provisional: bool) -> None:
        """Say where the candidacy stands for now."""
        self.heading.show_standings(standings, provisional=provisional)

    def set_frozen(self, frozen: bool) -> None:
        """Say how marks are typed, or why none can be."""
        self.foot.set_frozen(frozen)

    def follow(self, changes: ChangeSet) -> bool:
        """Show what an act from elsewhere did to the marks, with the cursor where it did it.

        Returns:
            False when the act changed more than marks: what to show is to be said anew.
        """
        event = changes.event
        if event is None or not changes.entities <= _OWN_ENTITIES:
            return False
        keys = [change.key for change in event.changes if change.key[0] == self._stage]
        self.model.refresh_candidacies({key[1] for key in keys})
        self._fit()
        places = {self.model.place_of(*key[1:]) for key in keys if len(key) == 4} - {None}
        if len(places) == 1 and (place := places.pop()) and self.isVisible():
            self.view.go_to(self.model.index(*place))
        return True

    def go_to_sheet(self, candidacy: str, juror: str) -> None:
        """Put the cursor on what a sheet still misses."""
        at = self.model.grid.row_of(candidacy, juror)
        if at >= 0:
            self.view.go_to(self.model.next_blank(at))

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor."""
        self.view.commit_pending_edit()
        self._keep_reason()
        self.comments.commit()
        self.questions.take()

    def hideEvent(self, event: QHideEvent) -> None:
        """A question that can no longer be seen is given up, with words (Qt)."""
        self.commit_pending_edit()
        self.questions.give_up(self.tr("its answer was not given before the page was left."))
        super().hideEvent(event)

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
    def _follow_cell(self) -> None:
        self._describe_cell()
        self._commenting.follow()
        self._show_cell()

    def _show_cell(self) -> None:
        """Where the page scrolls, bring the current cell into sight."""
        viewport = self.view.viewport()
        rectangle = self.view.visualRect(self.view.currentIndex()) & viewport.rect()
        if self.view.isVisible() and not rectangle.isEmpty():
            bring_rectangle_into_sight(viewport, rectangle)

    @Slot()
    def _describe_cell(self) -> None:
        index = self.view.currentIndex()
        inside = index.isValid() and index.column() < len(self.model.criteria)
        out = inside and self.model.grid.is_out(index.row())
        refused, sentence = self.model.refused(index)
        self.reason.setVisible(bool(out))
        if refused:
            self.foot.say(self.model.words.refusal(refused, sentence), "bad")
        elif out:
            self.reason.setText(self.model.grid.reason(index.row()))
            self.foot.say(self.model.lock_sentence(index), "muted")
        elif inside:
            levels = "\n".join(self.model.criteria[index.column()].levels)
            self.foot.say(self._criterion_sentence(index.column()), "muted", remark=levels)
        else:
            self.foot.say(self.tr("Type the marks: Enter goes down, Tab goes right."), "muted")

    def _criterion_sentence(self, at: int) -> str:
        criterion = self.model.criteria[at]
        scale = criterion.scale
        low, high, step = (number(exact_text(each)) for each in (scale.minimum, scale.maximum, scale.step))
        text = self.tr("{criterion}: from {low} to {high}, in steps of {step}")
        return text.format(criterion=criterion.name, low=low, high=high, step=step)

    # How entries end

    def _take_manner(self) -> None:
        settings = self._operations.settings
        self.view.manner = Manner(settings.keypad, settings.enter_stays)
        self.heading.keypad.setChecked(settings.keypad)
        self.menu.show_choices(settings)
        self.heading.show_results(shown=not settings.results_hidden)
        self.model.show_results(shown=not settings.results_hidden)
        first = self.tr("Keypad: a complete mark moves on") if settings.keypad else self.tr("Enter goes down")
        rest = self.tr("a absent · r recused · x abstained · Delete clears · Shift+F2 comments · Ctrl+Z takes back")
        self.foot.show_keys(f"{first} · {rest}")

    @Slot(bool)
    def _choose_keypad(self, chosen: bool) -> None:
        if self._operations.settings.keypad != chosen:
            self._operations.settings.keypad = chosen
            self._take_manner()
            self._return_to_grid()

    @Slot(str, bool)
    def _toggle(self, name: str, holds: bool) -> None:
        self.view.commit_pending_edit()
        setattr(self._operations.settings, name, holds)
        self._take_manner()

    @Slot()
    def _turn_results(self) -> None:
        self._toggle("results_hidden", not self._operations.settings.results_hidden)

    @Slot()
    def _explain(self) -> None:
        """Say under the grid where the figure of the cell, or the total of its sheet, comes from."""
        index, total = self.view.currentIndex(), self.model.total_column
        if not index.isValid():
            return
        found = self.model.explained(index.row(), index.column()) or self.model.explained(index.row(), total)
        if found:
            self.foot.say(found.line)
            self._announce(found.text)

    @Slot()
    def _tell_end(self) -> None:
        done, self.model.just_completed = self.model.just_completed, False
        self.tell(self.tr("All the marks here are given.") if done else self._end_sentence())
        if done:
            self.completed.emit()

    def _end_sentence(self) -> str:
        told = [self.tr("That was the last cell here.")]
        if missing := self.model.missing():
            told.append(self.tr("%n mark(s) are still missing above.", "", missing))
        # In the session the passage is the one that is heard: no other follows it.
        if self.heading.next.isEnabled() and not self.heading.next.isHidden():
            told.append(self.tr("Enter goes on to the next; the arrows go back."))
        return " ".join(told)

    def tell(self, sentence: str) -> None:
        """Say something under the grid, and aloud, until the cursor moves."""
        self.foot.say(sentence)
        self._announce(sentence)

    @Slot()
    def _go_to_next(self) -> None:
        self.passage_requested.emit(1)
        self._return_to_grid()

    @Slot()
    def _return_to_grid(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is refused, and what is asked

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.foot.say(f"!  {sentence}", "bad")
        bring_into_sight(self.line)
        self._show_cell()
        self._announce(sentence)

    @Slot(str)
    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, sentence))

    @Slot(int, str)
    def _tell_refused(self, count: int, first: str) -> None:
        told = self.tr("%n value(s) not taken, struck out in the grid: {first}", "", count).format(first=first)
        self._refuse(" ".join(filter(None, (told, self._cut_off))))
        self._cut_off = ""

    @Slot(str)
    def _tell_cut_off(self, sentence: str) -> None:
        # Told at once, and once more behind what the same block is refused for.
        self._refuse(sentence)
        self._cut_off = sentence

    @Slot(QModelIndex, str, str)
    def _tell_given_up(self, index: QModelIndex, text: str, sentence: str) -> None:
        error = EntryNotTaken(text, self.model.words.cell_name(index.row(), index.column()), sentence)
        self._refuse(sentence)
        self._operations.leave_unsettled(error)
        self._operations.messages.tell_error(error)

    @Slot()
    def _give_up_answer(self) -> None:
        self.foot.say(self.tr("Nothing was changed."), "muted")
        self._return_to_grid()

    @Slot()
    def _settle(self) -> None:
        """The gate asks: commit, and say what could not be."""
        self.commit_pending_edit()
        if missing := self.questions.unanswered():
            self._operations.leave_unsettled(missing)

    # Acts

    @Slot(str)
    def _set_state(self, state: str) -> None:
        index = self.view.currentIndex()
        if index.isValid() and self.model.grid.rows[index.row()].kind in (RowKind.VOTING, RowKind.ADVISORY):
            sheet = self.model.grid.rows[index.row()]
            self.questions.with_reason({index.row()}, partial(self._put_state, sheet, MarkState(state)))

    def _put_state(self, sheet: SheetRow, state: MarkState, reason: str) -> None:
        at = self._row_of(sheet)
        if not self.model.set_state(at, state, reason):
            return
        self._fit()
        self.view.setCurrentIndex(self.model.index(at, 0))
        told = self.model.data(self.view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        self._operations.messages.tell_note(str(told))
        if self.view.manner.keypad:
            self.view.go_on()

    @Slot()
    def _clear(self) -> None:
        grid, selected = self.model.grid, self.view.selectedIndexes() or [self.view.currentIndex()]
        chosen = [each for each in selected if self.model.is_mark_cell(each) or grid.is_out(each.row())]
        # Sheets, not rows: until a reason is given the grid can be read again, in another order.
        places = [(grid.rows[each.row()], each.column()) for each in chosen]
        self.questions.with_reason({each.row() for each in chosen}, partial(self._clear_marks, places))

    def _clear_marks(self, places: list[tuple[SheetRow, int]], reason: str) -> None:
        if self.model.clear([self.model.index(self._row_of(sheet), column) for sheet, column in places], reason):
            self._fit()

    def _row_of(self, sheet: SheetRow) -> int:
        return self.model.grid.row_of(sheet.candidacy, sheet.juror)

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

    # Comments

    @Slot()
    def _comment(self) -> None:
        self._commenting.open(Scope.MARK)

    # The menu

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        self.allow_acts()
        self.menu.menu.popup(place)

    @Slot()
    def allow_acts(self) -> None:
        """Let the menu offer what can be done with the current cell, and nothing else."""
        index = self.view.currentIndex()
        sheet = index.isValid() and self.model.grid.rows[index.row()].kind in (RowKind.VOTING, RowKind.ADVISORY)
        mark, frozen = self.model.is_mark_cell(index), self.model.grid.frozen
        draft = sheet and not self.model.grid.sheet(index.row()).settled
        ready = frozen and bool(ready_to_settle(self._operations.records, self._stage))
        sheet_acts = dict.fromkeys(("absent", "recused", "abstained", "move"), bool(sheet and frozen))
        cell_acts = dict.fromkeys(("comment", "clear", "paste", "fill"), bool(mark and frozen))
        about = {"sheet_comment": bool(sheet), "candidacy_comment": index.isValid()}
        settling = {"settle": bool(draft and frozen), "settle_all": ready}
        possible = {**sheet_acts, **cell_acts, **about, **settling}
        # A second entry is typed: everything else belongs to the first.
        self.menu.allow({name: each and not self.model.blind for name, each in possible.items()})

    @Slot(str)
    def _choose(self, name: str) -> None:
        self.view.commit_pending_edit()
        acts: dict[str, Callable[[], object]] = {
            "comment": self._comment,
            "sheet_comment": partial(self._commenting.open, Scope.SHEET),
            "candidacy_comment": partial(self._commenting.open, Scope.CANDIDACY),
            "clear": self._clear,
            "copy": partial(self._clipboard.copy, False),
            "copy_headers": partial(self._clipboard.copy, True),
            "paste": self._clipboard.paste,
            "fill": self._clipboard.fill_down,
            "settle": self._settle_sheet,
            "settle_all": self._settle_all,
            "move": self._ask_to_move,
        }
        acts.get(name, partial(self._set_state, name))()

    def _here(self) -> SheetPlace:
        sheet = self.model.grid.rows[self.view.currentIndex().row()]
        return SheetPlace(sheet.candidacy, sheet.juror)

    def _settle_sheet(self) -> None:
        self._declare([self._here()])

    def _settle_all(self) -> None:
        self._declare(ready_to_settle(self._operations.records, self._stage))

    def _declare(self, sheets: list[SheetPlace]) -> None:
        file = self._operations.file
        self._operations.run(lambda: declare_final(file, self._stage, sheets))
        self._return_to_grid()

    def _ask_to_move(self) -> None:
        self.move_requested.emit(self._here())
