"""The tab itself: the list at the left, the grid of what is chosen, and the strip of what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Voice
from jury_desk.services.changes import ChangeSet
from jury_desk.services.deliberation import standings_of
from jury_desk.services.drafting import newest_version
from jury_desk.services.preparation import entries, panel, voting_panel
from jury_desk.services.scoring import Cell, PassageCount, completeness, passage_counts
from jury_desk.services.second_entry import second_counts, to_verify
from jury_desk.ui import theme
from jury_desk.ui.models.completeness import CompletenessModel, ProgressModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.marks.tools import SheetTools
from jury_desk.ui.panels.score_grid import ScoreGrid
from jury_desk.ui.panels.second_entry import SecondEntry
from jury_desk.ui.widgets.ask_line import AskLine
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.completeness_strip import CompletenessStrip
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.progress_list import ProgressList
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins

if TYPE_CHECKING:
    from jury_desk.domain.standings import Standings

_ROOM_FOR_LIST, _ROOM_FOR_STRIP = 600, 500
"""From this width on the list stands beside the grid, from this height on the strip under it; both at 100 % type."""

_STRIP_SHARE, _STRIP_HEIGHT = 4, 216
"""The strip has a quarter of the height beside the list, and so much where the page scrolls."""

_UNBOUNDED = 16_777_215


@dataclass(frozen=True, slots=True)
class Remembered:
    """Where the chair is on the page; ``by`` and ``typed``: of the second entry, where one is under way."""

    by_juror: bool
    chosen: Mapping[bool, str]
    cell: Cell | None
    by: str = ""
    typed: Mapping[Cell, Fraction] = field(default_factory=dict)


class MarksPage(StagePage):
    """The marks of one stage."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self._by_juror = False
        self._chosen = {False: "", True: ""}
        self._passages: list[PassageCount] = []
        self._complete = False
        self._progress = ProgressModel(self)
        self._squares = CompletenessModel(self)
        self.grid = ScoreGrid(operations, stage_id)
        self.second: SecondEntry | None = None
        self.tools = SheetTools(operations, stage_id, self)
        self._build()
        self._wire()
        self.setFocusProxy(self.grid.view)
        self.refresh()

    # Making

    def _build(self) -> None:
        self._list = ProgressList(self.tr("Passages"))
        self._list.setModel(self._progress)
        self.strip = CompletenessStrip(self.tr("What is still missing, juror by candidacy"))
        self.strip.setModel(self._squares)
        self.number = QLineEdit()
        self.number.setPlaceholderText(self.tr("Number of a sheet (F4)"))
        self.number.setAccessibleName(self.tr("Number of a sheet, typed or scanned"))
        self.number.setMaxLength(24)
        self._more = secondary(self.tr("Paper and workbooks"))
        self._more.setMenu(self.tools.menu)
        self._who = AskLine()
        self._views = PageStack(self)
        self._no_jury = EmptyView(
            self.tr("There is no jury yet"),
            self.tr("Marks are given by the members of the jury who have a vote: add them under Prepare."),
            self.tr("Compose the jury"),
        )
        self._no_passage = EmptyView(
            self.tr("No candidacy is heard in this stage yet"),
            self.tr("Choose the candidacies and their order of passage under Prepare."),
            self.tr("Choose the candidacies"),
        )
        self._no_rules = EmptyView(
            self.tr("There are no rules yet"),
            self.tr("The rules say what is marked, and on which scale: write and freeze them under Prepare."),
            self.tr("Write the rules"),
        )
        self._content = QWidget()
        self._content.setLayout(self._content_layout())
        for view in (self._content, self._no_rules, self._no_jury, self._no_passage):
            self._views.addWidget(view)

    def _content_layout(self) -> QVBoxLayout:
        self._tools_box = left = column(gap=8)
        left.addLayout(self._toggle())
        left.addWidget(self._list, 1)
        left.addWidget(self.number)
        left.addWidget(self._more)
        self._side = QWidget()
        self._side.setLayout(left)
        self._right = right = column(gap=8)
        right.addWidget(self._who)
        right.addWidget(self.grid)
        right.addWidget(self.strip)
        right.addStretch(1)
        self._parts = parts = row(gap=24)
        parts.addWidget(self._side)
        parts.addLayout(right, 1)
        whole = column(gap=8)
        whole.setContentsMargins(*page_margins())
        whole.addLayout(parts, 1)
        return whole

    def _toggle(self) -> QVBoxLayout:
        self._modes = QButtonGroup(self)
        line = row(gap=0)
        for number, (text, name) in enumerate(
            ((self.tr("Passages"), self.tr("Enter by passage")), (self.tr("Jurors"), self.tr("Enter by juror")))
        ):
            button: QPushButton = secondary(text)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setAccessibleName(name)
            button.setToolTip(name)
            self._modes.addButton(button, number)
            line.addWidget(button, 1)
        whole = column()
        whole.addLayout(line)
        return whole

    def _wire(self) -> None:
        self._modes.idClicked.connect(self._change_mode)
        self._list.row_chosen.connect(self._choose_row)
        self.strip.cell_chosen.connect(self._go_to_square)
        self.grid.freeze_requested.connect(self._ask_for_rules)
        self.grid.move_requested.connect(self.tools.ask_to_move)
        self._follow_grid(self.grid)
        self.number.returnPressed.connect(self._open_number)
        self.tools.second_entry_requested.connect(self._ask_who)
        self._who.answered.connect(self._begin_second_entry)
        self._no_rules.button_chosen.connect(self._ask_for_rules)
        self._no_jury.button_chosen.connect(self._ask_for_jury)
        self._no_passage.button_chosen.connect(self._ask_for_passages)
        for keys, step in (("Alt+PgDown", self._next), ("Alt+PgUp", self._previous), ("F4", self._go_to_number)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    def _follow_grid(self, grid: ScoreGrid) -> None:
        grid.marks_recorded.connect(self._follow_marks)
        grid.passage_requested.connect(self._step)
        grid.completed.connect(self._go_on)
        grid.number_requested.connect(self._go_to_number)

    # Showing

    @property
    def _grids(self) -> list[ScoreGrid]:
        """The grid that is shown first, then the one under it."""
        return [self.second.grid, self.grid] if self.second else [self.grid]

    def refresh(self) -> None:
        """Read everything again from the records."""
        version = newest_version(self.operations.records, self.stage_id)
        if version is None:
            self._views.setCurrentWidget(self._no_rules)
        elif not voting_panel(self.operations.records, self.stage_id):
            self._views.setCurrentWidget(self._no_jury)
        elif not entries(self.operations.records, self.stage_id):
            self._views.setCurrentWidget(self._no_passage)
        else:
            self._views.setCurrentWidget(self._content)
            self.grid.set_frozen(version.frozen)
            self._show_progress()
            self._show_chosen()
            self._show_standings()

    def follow(self, changes: ChangeSet) -> None:
        """Acts on marks alone leave the grid and its cursor where they are."""
        followed = [grid.follow(changes) for grid in self._grids]
        if self._views.currentWidget() is self._content and all(followed):
            self._rank()
        else:
            self.refresh()
        if self.second:
            self.second.show_progress()

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor."""
        for grid in self._grids:
            grid.commit_pending_edit()

    def acted_itself(self, initiator: QObject | None) -> bool:
        """The grid's own acts are shown as they are typed."""
        return initiator is self or (self.second is None and initiator is self.grid.model)

    def _show_progress(self) -> None:
        records = self.operations.records
        first = passage_counts(records, self.stage_id)
        self._passages = second_counts(records, self.stage_id, first) if self.second else first
        self._squares.set_passages(records, self._passages)
        if self._by_juror:
            order = [juror.id for member, juror in panel(records, self.stage_id) if member.voice is not Voice.NONE]
            self._progress.show_jurors(records, self._passages, order)
        else:
            self._progress.show_passages(records, self._passages)
        done, owed = sum(each.complete for each in first), sum(len(each.sheets) for each in first)
        self._complete = done == owed
        # While sheets are typed again, how many are verified stands over their grid.
        complete = self.tr("Sheets complete: {done} of {all}").format(done=done, all=owed)
        self.strip.tell(self.tr("Second entry") if self.second else complete)

    def _show_chosen(self) -> None:
        ids = self._progress.ids
        chosen = self._chosen[self._by_juror]
        at = ids.index(chosen) if chosen in ids else 0
        self._chosen[self._by_juror] = ids[at]
        self._list.choose(at)
        for grid in self._grids:
            grid.heading.allow_steps(back=at > 0, on=at < len(ids) - 1)
            if self._by_juror:
                grid.show_juror(ids[at])
            else:
                grid.show_passage(ids[at])

    def _rank(self) -> None:
        self._show_progress()
        self._show_standings()

    def _show_standings(self) -> None:
        try:
            standings: Standings | None = standings_of(self.operations.records, self.stage_id)
        except DomainError:
            standings = None
        self.grid.show_standings(standings, provisional=not self._complete)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list or the strip gives its place to the grid, for each tells what the other does (Qt)."""
        super().resizeEvent(event)
        width, height = event.size().width(), event.size().height()
        beside = width >= theme.px(_ROOM_FOR_LIST)
        self._turn(beside=beside)
        side = min(theme.px(224), max(width // 4, theme.px(156)))
        self._side.setMinimumWidth(side if beside else 0)
        self._side.setMaximumWidth(side if beside else _UNBOUNDED)
        roomy = height >= theme.px(_ROOM_FOR_STRIP) or not beside
        self.strip.setVisible(roomy)
        self.strip.set_room(height // _STRIP_SHARE if beside else theme.px(_STRIP_HEIGHT))

    def _turn(self, *, beside: bool) -> None:
        """The list stands beside the grid; where there is no room for it, its tools stand in one line above."""
        self._list.setVisible(beside)
        for layout, sideways in ((self._parts, beside), (self._tools_box, not beside)):
            direction = QBoxLayout.Direction.LeftToRight if sideways else QBoxLayout.Direction.TopToBottom
            if layout.direction() != direction:
                layout.setDirection(direction)

    def acts(self) -> list[QAction]:
        """What the menus of the page offer now, for the search of an action."""
        if self._views.currentWidget() is not self._content:
            return []
        grid = self._grids[0]
        grid.allow_acts()
        return [*grid.menu.acts.values(), *self.tools.menu.actions()]

    def remembered(self) -> Remembered:
        """Where the chair is, for the page that takes the place of this one in another language, look or size."""
        grid = self._grids[0]
        index = grid.view.currentIndex()
        cell = grid.model.grid.cell(index.row(), index.column()) if grid.model.is_mark_cell(index) else None
        by, typed = (self.second.model.by, self.second.model.typed_again) if self.second else ("", {})
        return Remembered(self._by_juror, dict(self._chosen), cell, by, typed)

    def recall(self, kept: Remembered) -> None:
        """Begin there: above all a second entry may not end by itself, and show the first."""
        if self._views.currentWidget() is not self._content:
            return
        self._chosen = dict(kept.chosen)
        self._modes.button(int(kept.by_juror)).setChecked(True)
        self._change_mode(int(kept.by_juror))
        if kept.by:
            self._begin_second_entry(kept.by)
        if self.second:
            self.second.model.recall(kept.typed)
        grid, cell = self._grids[0], kept.cell
        place = grid.model.place_of(cell.candidacy, cell.juror, cell.criterion) if cell else None
        if place:
            grid.view.begin(grid.model.index(*place))

    # Following

    @Slot(int)
    def _change_mode(self, mode: int) -> None:
        self.commit_pending_edit()
        self._by_juror = bool(mode)
        self._list.setAccessibleName(self.tr("Jurors") if mode else self.tr("Passages"))
        self._show_progress()
        self._show_chosen()

    @Slot(int)
    def _choose_row(self, number: int) -> None:
        chosen = self._progress.ids[number]
        if chosen == self._chosen[self._by_juror]:
            return
        self.commit_pending_edit()
        self._chosen[self._by_juror] = chosen
        self._show_chosen()

    @Slot(int)
    def _step(self, by: int) -> None:
        self._list.choose(self._list.currentIndex().row() + by)

    @Slot()
    def _go_on(self) -> None:
        """From a passage or juror whose marks are all typed to the next one that still misses some."""
        grid, done = self._grids[0], self._list.currentIndex().row()
        awaiting = self._awaiting()
        following = [at for at, each in enumerate(self._progress.ids) if at > done and each in awaiting]
        if not following:
            grid.tell(
                self.tr("That was the last one; others above still miss marks.")
                if awaiting
                else self.tr("All the marks of this stage are given.")
            )
            return
        self._list.choose(following[0])
        told = self.tr("{former}: all given. Now {next}.")
        names = [self._progress.name(each) for each in (done, following[0])]
        grid.tell(told.format(former=names[0], next=names[1]))

    def _awaiting(self) -> set[str]:
        """The passages or jurors of whom marks are still to be typed."""
        records = self.operations.records
        left = (
            to_verify(records, self.stage_id)
            if self.second
            else [each for each in completeness(records, self.stage_id) if not each.complete]
        )
        return {each.juror if self._by_juror else each.candidacy for each in left}

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    @Slot(int, int)
    def _go_to_square(self, juror: int, candidacy: int) -> None:
        self.commit_pending_edit()
        who, what = self._squares.jurors[juror], self._squares.candidacies[candidacy]
        self._go_to_sheet(what, who)

    def _go_to_sheet(self, candidacy: str, juror: str) -> None:
        self._list.choose(self._progress.ids.index(juror if self._by_juror else candidacy))
        self._grids[0].go_to_sheet(candidacy, juror)

    # Sheets by their number

    @Slot()
    def _go_to_number(self) -> None:
        self.commit_pending_edit()
        self.number.setFocus()
        self.number.selectAll()

    @Slot()
    def _open_number(self) -> None:
        """Open the sheet whose number was typed or scanned, at its first mark: the order of the paper."""
        if self._open_sheet(self.number.text()):
            self.number.clear()
        else:
            self.number.selectAll()

    def show_section(self, number: str) -> None:
        """Open the sheet of that number, which was asked for on the page of another stage."""
        self._open_sheet(number)

    def _open_sheet(self, number: str) -> bool:
        sheet = self.tools.find(number)
        if sheet is None:
            return False
        if sheet.stage != self.stage_id:
            self.page_requested.emit(f"stage:{sheet.stage}#marks#{number}")
        else:
            self._go_to_sheet(sheet.candidacy, sheet.juror)
        return True

    # The second entry

    @Slot()
    def _ask_who(self) -> None:
        self._who.ask(
            self.tr("Who types the sheets a second time?"),
            self.tr("Another person than the first, from the paper; the name stands in the minutes."),
        )

    @Slot(str)
    def _begin_second_entry(self, name: str) -> None:
        self._end_second_entry()
        self.second = SecondEntry(self.operations, self.stage_id, name)
        self.second.ended.connect(self._end_second_entry)
        self._follow_grid(self.second.grid)
        self.grid.hide()
        self._right.insertWidget(1, self.second)
        self._show_progress()
        self._show_chosen()
        self.second.grid.view.setFocus()

    @Slot()
    def _end_second_entry(self) -> None:
        if self.second is None:
            return
        self.second.grid.commit_pending_edit()
        self.second.hide()
        self.second.deleteLater()
        self.second = None
        self.grid.show()
        self._show_chosen()
        self._rank()

    @Slot(object)
    def _follow_marks(self, _candidacies: object) -> None:
        self._rank()

    @Slot()
    def _ask_for_rules(self) -> None:
        self.page_requested.emit("prepare#rules")

    @Slot()
    def _ask_for_jury(self) -> None:
        self.page_requested.emit("prepare#jury")

    @Slot()
    def _ask_for_passages(self) -> None:
        self.page_requested.emit("prepare#order")
