"""The tab itself: the ranking at the left, the chosen project explained at the right."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.closure import newest_proclamation
from jury_desk.domain.errors import DomainError
from jury_desk.services.accounts import Accounts
from jury_desk.services.comparing import FEWEST, MOST, compare, toggled
from jury_desk.services.decisions import decides_without_marks
from jury_desk.services.hiding import hidden_from, set_apart, viewers
from jury_desk.services.jury_acts import JuryAct
from jury_desk.services.preparation import entries
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.robustness import robustness_question
from jury_desk.services.robustness_words import firmness_words
from jury_desk.services.zones import zone_of
from jury_desk.ui import theme
from jury_desk.ui.models.standings import StandingsModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.acts_bar import JuryActs
from jury_desk.ui.pages.deliberate.comparison_view import ComparisonView
from jury_desk.ui.pages.deliberate.rankings_line import RankingsLine
from jury_desk.ui.pages.deliberate.readiness_line import ReadinessLine
from jury_desk.ui.pages.deliberate.robustness_view import RobustnessView
from jury_desk.ui.pages.deliberate.robustness_watch import RobustnessWatch, WatchState
from jury_desk.ui.pages.deliberate.side import DECISION, QUESTIONS, WHY, SidePanel
from jury_desk.ui.pages.deliberate.view_choice import ViewChoice, ViewStrip
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.footnotes import Footnotes
from jury_desk.ui.widgets.ranking_view import RankingView
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins
from jury_desk.ui.widgets.text import Text, muted
from jury_desk.ui.widgets.words import outcome_words

COMPARISON_KEY, ROBUSTNESS_KEY = "F6", "F7"
_RANKING, _NO_RANKING = 0, 1
_PANEL_WIDTH = 336
_PROJECT_COLUMN = 1
_ROOM_FOR_BOTH = 680
_HEIGHT_UNDER = 248
"""Of what stands under the ranking: all of it can be seen at once at 200 % type."""
_ENDLESS = 16_777_215


class DeliberatePage(StagePage):
    """The computed ranking of one stage, and what the jury makes of it.

    Signals:
        publication_requested: a heading and lines for the room's screen.
    """

    publication_requested = Signal(str, tuple)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self._chosen = ""
        self._accounts: Accounts | None = None
        self.hidden: frozenset[str] = frozenset()
        self.compared: tuple[str, ...] = ()
        self.model = StandingsModel(self)
        self.view = RankingView(self.tr("Computed ranking"))
        self.view.setModel(self.model)
        self.side = SidePanel(operations, stage_id)
        self.panel = self.side.why
        self.acts = JuryActs(operations, stage_id)
        self.state = muted()
        self.readiness = ReadinessLine()
        self.rankings = RankingsLine()
        self.strip = ViewStrip()
        self.view_choice = ViewChoice()
        self.ties = Text()
        self.watch = RobustnessWatch(self)
        self.robustness: RobustnessView | None = None
        self.comparison: ComparisonView | None = None
        self.robustness_button, self.comparison_button = link(""), link("")
        self.f9_hint = Text(self.tr("F9: where a figure comes from"), "small", ink="muted", wrap=False)
        self.choice_told = Text("", "small", ink="attention")
        self.choice_told.hide()
        self.footnotes = Footnotes()
        self._no_ranking = EmptyView(
            self.tr("There is no ranking yet"),
            self.tr("The ranking appears here with the first marks, and follows every one of them."),
            self.tr("Enter marks"),
            self.tr("Decide without marks"),
        )
        self._without_marks, self._unmarked = False, False
        self._views = PageStack(self)
        content = QWidget()
        content.setLayout(self._content_layout())
        self._views.addWidget(content)
        self._views.addWidget(self._no_ranking)
        self._connect()
        self._target = "marks"
        self.refresh()

    def _connect(self) -> None:
        self.acts.published.connect(self.publication_requested)
        for each in (self.acts, self.readiness):
            each.place_requested.connect(self.page_requested)
        self.acts.begun.connect(self._show_act)
        self.acts.left.connect(self._leave_act)
        self.strip.turned.connect(self._turn_view)
        self.view_choice.viewers_chosen.connect(self.show_view_of)
        self.view.row_ticked.connect(self._tick)
        self.view.row_chosen.connect(self._explain_row)
        self.view.explanation_requested.connect(self._explain_figure)
        self.side.candidacy_requested.connect(self._choose)
        self.panel.figure_left.connect(self._return_to_view)
        self.watch.changed.connect(self._show_robustness)
        self.robustness_button.setText(self.tr("Robustness ({key})").format(key=ROBUSTNESS_KEY))
        self.robustness_button.clicked.connect(self.open_robustness)
        self.comparison_button.clicked.connect(self.open_comparison)
        for key, act in ((ROBUSTNESS_KEY, self.open_robustness), (COMPARISON_KEY, self.open_comparison)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._no_ranking.button_chosen.connect(self._lead_on)
        self._no_ranking.other_chosen.connect(self.decide_without_marks)

    @property
    def _viewers(self) -> tuple[str, ...]:
        """Whose view is shown; another type size or language must not show more than before."""
        return self.operations.shown[self.stage_id].viewers

    def _content_layout(self) -> QVBoxLayout:
        left = column(gap=8)
        said = column(gap=2)
        said.addWidget(self.state)
        said.addWidget(self.readiness)
        said.addWidget(self.rankings)
        tools = QWidget()
        flow = FlowLayout(tools, gap=8)
        for tool in (self.view_choice, self.comparison_button, self.robustness_button):
            flow.addWidget(tool)
        flow.addWidget(self.f9_hint)
        left.addLayout(said)
        left.addWidget(tools)
        left.addWidget(self.strip)
        left.addWidget(self.choice_told)
        left.addWidget(self.view, 1)
        left.addWidget(self.ties)
        left.addWidget(self.footnotes)
        left.addWidget(self.acts)
        self._parts = row(gap=24)
        self._parts.addLayout(left, 1)
        self.beside = QStackedWidget()
        self.beside.addWidget(self.side)
        self.beside.addWidget(self.acts.place)
        self._parts.addWidget(self.beside)
        whole = column()
        whole.setContentsMargins(*page_margins())
        whole.addLayout(self._parts, 1)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel leaves the ranking the greater part; where there is little width it stands under it (Qt)."""
        super().resizeEvent(event)
        width = event.size().width()
        narrow = width < theme.px(_ROOM_FOR_BOTH)
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        panel = width if narrow else min(theme.px(_PANEL_WIDTH), width * 2 // 5)
        self.beside.setMaximumWidth(panel)
        self.beside.setMinimumWidth(0 if narrow else panel)
        self.beside.setMinimumHeight(theme.px(_HEIGHT_UNDER) if narrow else 0)
        self.beside.setMaximumHeight(theme.px(_HEIGHT_UNDER) if narrow else _ENDLESS)

    def refresh(self) -> None:
        """Compute the ranking again, and explain again what was chosen."""
        records = self.operations.records
        try:
            self.hidden = frozenset().union(*(hidden_from(records, self.stage_id, each) for each in self._viewers))
            accounts = Accounts(records, self.stage_id, self.operations.messages.language, hidden=self.hidden)
        except DomainError as error:
            self._show_nothing(refusal_sentence(error, self.operations.messages.language), "prepare#rules")
            return
        standings = accounts.standings
        marked = any(sheet.given for sheet in accounts.sheets)
        self._unmarked = not marked and (self._without_marks or decides_without_marks(records, self.stage_id))
        if not standings.standings or not (marked or self._unmarked):
            self._show_nothing("", "marks" if standings.standings else "prepare#order")
            return
        if self._views.currentIndex() == _NO_RANKING:
            self._views.setCurrentIndex(_RANKING)
        self._accounts = accounts
        self.model.explain_with(lambda figure: accounts.explaining.text(figure).text)
        passages = entries(records, self.stage_id)
        titles = {entry.candidacy: records.need(Candidacy, entry.candidacy).title for entry in passages}
        decided = {
            each.candidacy: outcome_words(each.outcome) for each in passages if each.candidacy not in self.hidden
        }
        if self._unmarked:
            self.model.show_unmarked(standings, titles, decided, hidden=self.hidden)
        else:
            # Where places are counted, a decision on the others would tell of the hidden one.
            self.model.show_standings(standings, titles, {} if self.hidden else decided, hidden=self.hidden)
        self.view.set_tick_column(self.model.tick_column)
        self.view.set_line_row(self.model.line_row)
        self._fit_columns()
        self._say_state(accounts)
        self.ties.setText("\n".join(accounts.ties_of_the_ranking()))
        self.ties.setVisible(bool(self.ties.text()))
        language = self.operations.messages.language
        self.footnotes.show_footnotes(records, self.stage_id, language, hidden=self.hidden)
        self._show_parts_of_the_view()
        self._keep_choice()
        self._keep_compared()
        self._ask_robustness()

    def _fit_columns(self) -> None:
        """The titles take the width left over; where there is no ranking, the decisions do."""
        decision = self.model.decision_column
        self.view.stretch_column(decision if self._unmarked else _PROJECT_COLUMN)
        self.view.let_go(self.model.may_go, -1 if self._unmarked else decision)

    def _say_state(self, accounts: Accounts) -> None:
        """Where the stage stands: proclaimed, to be proclaimed again, or how firm what is shown is."""
        provisional = accounts.provisional()
        newest = newest_proclamation(self.operations.records, self.stage_id)
        ink = "muted"
        if newest and newest.at:
            text = self.tr("Proclaimed on {at}: nothing changes any more, but a material error can be put right.")
            text, ink = text.format(at=moment_text(newest.at, zone_of(self.operations.records))), "good"
        elif newest:
            text = self.tr("A material error is being put right: {reason}. The results are to be proclaimed again.")
            text, ink = text.format(reason=newest.reason), "attention"
        elif self._unmarked:
            text = self.tr("No mark is given: the jury decides project by project, without a ranking.")
        elif provisional:
            text, ink = provisional, "attention"
        else:
            text = self.tr("Computed from all the sheets: a proposal to the jury.")
        self.state.setText(text)
        self.state.set_ink(ink)

    def _show_parts_of_the_view(self) -> None:
        """What belongs to the chair's view alone goes while something is hidden: the acts, what they led to, F7.

        Where there is no mark, what comes of marks goes.
        """
        records, masked = self.operations.records, bool(self.hidden)
        self.view_choice.offer(viewers(records, self.stage_id), self._viewers)
        self.state.setVisible(not masked)
        for each in (self.rankings, self.robustness_button):
            each.setVisible(not masked and not self._unmarked)
        self.f9_hint.setVisible(not self._unmarked)
        if masked:
            self.side.offer(WHY)
        else:
            self.side.offer(*((DECISION, QUESTIONS) if self._unmarked else (WHY, DECISION, QUESTIONS)))
        if masked:
            self.readiness.hide()
            self.acts.leave()
            self.acts.hide()
        else:
            self.readiness.show_readiness(records, self.stage_id)
            self.rankings.show_rankings(records, self.stage_id)
            self.acts.refresh()

    def show_section(self, name: str) -> None:
        """Open the panel of an act, at one of its fields: ``adopt``, ``deliberate.closed_at``."""
        act, _, field = name.partition(".")
        if self._accounts is None or self.hidden:
            return
        self.acts.begin(JuryAct(act))
        if self.acts.panel is not None and field:
            self.acts.panel.show_field(field)

    def commit_pending_edit(self) -> None:
        """Keep what stands in the forms beside the ranking, and in the panel of an act."""
        self.side.keep()
        self.acts.remember()

    def _show_nothing(self, sentence: str, target: str) -> None:
        self._target = target
        self._accounts = None
        self.model.clear()
        if sentence:
            self._no_ranking.sentence.setText(sentence)
        if self._no_ranking.button:
            texts = {
                "marks": self.tr("Enter marks"),
                "prepare#rules": self.tr("Write the rules"),
                "prepare#order": self.tr("Choose the candidacies"),
            }
            self._no_ranking.button.setText(texts[target])
        if self._no_ranking.other:
            self._no_ranking.other.setVisible(target == "marks")
        self._views.setCurrentIndex(_NO_RANKING)

    @Slot()
    def decide_without_marks(self) -> None:
        """Show the projects as they are heard, for a jury that decides on each of them and ranks none."""
        self._without_marks = True
        self.refresh()
        self.view.setFocus()

    def _keep_choice(self) -> None:
        at = self.model.row_of(self._chosen)
        if at < 0:
            at = next((number for number, each in enumerate(self.model.rows) if not each.is_line), -1)
        self.view.choose(at)
        self._explain_row(at)

    @Slot(str)
    def _choose(self, candidacy: str) -> None:
        self.view.choose(self.model.row_of(candidacy))

    @Slot(int)
    def _explain_row(self, at: int) -> None:
        if self._accounts is None or not 0 <= at < self.model.rowCount():
            return
        standing = self.model.row(at).standing
        if standing:
            self._chosen = standing.candidacy
            self.side.show_candidacy(standing.candidacy)
            self.panel.explain(self._accounts.account(standing.candidacy))
            self._tell_view()

    @Slot(QModelIndex)
    def _explain_figure(self, index: QModelIndex) -> None:
        figure = self.model.figure_at(index)
        if figure and self._accounts:
            self.side.show_leaf(WHY)
            self.panel.explain_figure(self._accounts.explaining.text(figure))

    def _ask_robustness(self) -> None:
        """Have the robustness worked out beside the window, as long as somebody looks."""
        if self._accounts and not self.hidden and not self._unmarked and self.isVisible():
            self.watch.ask(robustness_question(self.operations.records, self.stage_id))

    @Slot()
    def _show_robustness(self) -> None:
        watch, language = self.watch, self.operations.messages.language
        if self.hidden:
            self.model.show_firmness({})
        elif watch.state in (WatchState.CURRENT, WatchState.FAILED):
            self.model.show_firmness(firmness_words(watch.report, language) if watch.report else {})
            self._fit_columns()
        else:
            self.model.show_firmness(None)
        if self.robustness:
            if watch.report and watch.state is WatchState.CURRENT:
                self.robustness.show_report(watch.report, language)
            error = refusal_sentence(watch.error, language) if isinstance(watch.error, DomainError) else ""
            self.robustness.show_state(watch.state, error)

    @Slot()
    def open_robustness(self) -> None:
        """Show how firmly the ranking stands, in the place of the ranking; Escape comes back."""
        if self._accounts is None or self.hidden or self._unmarked:
            return
        if self.robustness is None:
            self.robustness = RobustnessView()
            self.robustness.left.connect(self._return_to_ranking)
            self._views.addWidget(self.robustness)
        self._views.setCurrentWidget(self.robustness)
        self._show_robustness()
        self.robustness.back.setFocus()
        bring_into_sight_soon(self.robustness.back)

    @Slot()
    def _return_to_ranking(self) -> None:
        self._views.setCurrentIndex(_RANKING)
        self.view.setFocus()

    @Slot(tuple)
    def show_view_of(self, jurors: tuple[str, ...]) -> None:
        """Show the page as these jurors may see it; none: as the chair does."""
        self.commit_pending_edit()
        self.operations.turn_view(self.stage_id, jurors)
        self.refresh()
        self._show_robustness()
        self.view.setFocus()

    def _tell_view(self) -> None:
        records = self.operations.records
        if self.hidden:
            names = viewers(records, self.stage_id)
            titles = [records.need(Candidacy, each).title for each in sorted(self.hidden)]
            self.strip.tell_view([names[each] for each in self._viewers if each in names], titles)
        else:
            title = records.need(Candidacy, self._chosen).title
            self.strip.tell_apart(title, set_apart(records, self.stage_id, self._chosen))

    @Slot()
    def _turn_view(self) -> None:
        """Hide what those set apart from the chosen project must not see, or show everything again."""
        apart = () if self.hidden else set_apart(self.operations.records, self.stage_id, self._chosen)
        self.show_view_of(tuple(each.juror for each in apart))

    @Slot(int)
    def _tick(self, at: int) -> None:
        """Take the project of a row into the comparison, or out of it."""
        found = self.model.row(at)
        if found.standing is None or found.hidden:
            return
        former, self.compared = self.compared, toggled(self.compared, found.standing.candidacy)
        self._keep_compared()
        if former == self.compared:
            self._tell_choice(self.tr("Four projects at most stand side by side: untick one of them first."))

    def _keep_compared(self) -> None:
        """Show the choice, without those that are no longer ranked here or may not be seen."""
        kept = tuple(each for each in self.compared if self.model.row_of(each) >= 0 and each not in self.hidden)
        self.compared = kept
        self.model.show_compared(kept)
        name = self.tr("Compare %n project(s)", "", len(kept)) if len(kept) >= FEWEST else self.tr("Compare")
        self.comparison_button.setText(f"{name} ({COMPARISON_KEY})")
        self._tell_choice("")
        if self.comparison is not None and self._views.currentWidget() is self.comparison:
            self._fill_comparison()

    def _tell_choice(self, sentence: str) -> None:
        self.choice_told.setText(sentence)
        self.choice_told.setVisible(bool(sentence))

    @Slot()
    def open_comparison(self) -> None:
        """Show the ticked projects side by side, in the place of the ranking; Escape comes back."""
        if self._accounts is None:
            return
        if not FEWEST <= len(self.compared) <= MOST:
            self._tell_choice(
                self.tr("Tick two to four projects: Space on their row, or a click in the column “Compare”.")
            )
            self.view.setFocus()
            return
        if self.comparison is None:
            self.comparison = ComparisonView(self.operations)
            self.comparison.left.connect(self._return_to_ranking)
            self._views.addWidget(self.comparison)
        self._views.setCurrentWidget(self.comparison)
        self._fill_comparison()
        self.comparison.back.setFocus()
        bring_into_sight_soon(self.comparison.back)

    def _fill_comparison(self) -> None:
        if self.comparison is None:
            return
        if len(self.compared) < FEWEST:
            self._return_to_ranking()
            return
        records = self.operations.records
        self.comparison.show_comparison(compare(records, self.stage_id, self.compared, hidden=self.hidden))

    @Slot()
    def _show_act(self) -> None:
        self.beside.setCurrentWidget(self.acts.place)

    @Slot()
    def _leave_act(self) -> None:
        self.beside.setCurrentWidget(self.side)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever looks sees the robustness of the marks as they are (Qt)."""
        super().showEvent(event)
        self._ask_robustness()
        self.acts.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is worked out (Qt)."""
        self.watch.forget()
        super().hideEvent(event)

    @Slot()
    def _return_to_view(self) -> None:
        self.view.setFocus()
        bring_into_sight_soon(self.view)

    @Slot()
    def _lead_on(self) -> None:
        self.page_requested.emit(self._target)
