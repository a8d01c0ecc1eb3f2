"""The tab itself: the ranking at the left, the chosen project explained at the right."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.services.accounts import Accounts
from jury_desk.services.decisions import ThreeRankings, three_rankings
from jury_desk.services.preparation import entries
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.robustness import robustness_question
from jury_desk.services.robustness_words import firmness_words
from jury_desk.ui import theme
from jury_desk.ui.models.standings import StandingsModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.acts_bar import JuryActs
from jury_desk.ui.pages.deliberate.robustness_view import RobustnessView
from jury_desk.ui.pages.deliberate.robustness_watch import RobustnessWatch, WatchState
from jury_desk.ui.pages.deliberate.side import WHY, SidePanel
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.footnotes import Footnotes
from jury_desk.ui.widgets.ranking_view import RankingView
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins
from jury_desk.ui.widgets.text import Text, muted
from jury_desk.ui.widgets.words import outcome_words

ROBUSTNESS_KEY = "F7"
_RANKING, _NO_RANKING = 0, 1
_PANEL_WIDTH = 336
_PROJECT_COLUMN = 1
_ROOM_FOR_BOTH = 680


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
        self.model = StandingsModel(self)
        self.view = RankingView(self.tr("Computed ranking"))
        self.view.setModel(self.model)
        self.side = SidePanel(operations, stage_id)
        self.panel = self.side.why
        self.acts = JuryActs(operations, stage_id)
        self.state = muted()
        self.rankings = Text("", "small")
        self.ties = Text()
        self.watch = RobustnessWatch(self)
        self.robustness: RobustnessView | None = None
        self.robustness_button = link("")
        self.footnotes = Footnotes()
        self._no_ranking = EmptyView(
            self.tr("There is no ranking yet"),
            self.tr("The ranking appears here with the first marks, and follows every one of them."),
            self.tr("Enter marks"),
        )
        self._views = PageStack(self)
        content = QWidget()
        content.setLayout(self._content_layout())
        self._views.addWidget(content)
        self._views.addWidget(self._no_ranking)
        self.acts.published.connect(self.publication_requested)
        self.view.row_chosen.connect(self._explain_row)
        self.view.explanation_requested.connect(self._explain_figure)
        self.panel.figure_left.connect(self._return_to_view)
        self.watch.changed.connect(self._show_robustness)
        self.robustness_button.setText(self.tr("Robustness ({key})").format(key=ROBUSTNESS_KEY))
        self.robustness_button.clicked.connect(self.open_robustness)
        shortcut = QShortcut(QKeySequence(ROBUSTNESS_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_robustness)
        self._no_ranking.button_chosen.connect(self._lead_on)
        self._target = "marks"
        self.refresh()

    def _content_layout(self) -> QVBoxLayout:
        left = column(gap=8)
        above = row(gap=16)
        above.addWidget(self.state, 1)
        above.addWidget(Text(self.tr("F9: where a figure comes from"), "small", ink="muted", wrap=False))
        above.addWidget(self.robustness_button)
        left.addLayout(above)
        left.addWidget(self.rankings)
        left.addWidget(self.view, 1)
        left.addWidget(self.ties)
        left.addWidget(self.footnotes)
        left.addWidget(self.acts)
        self._parts = row(gap=24)
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self.side)
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
        self.side.setMaximumWidth(panel)
        self.side.setMinimumWidth(0 if narrow else panel)
        self.side.setMinimumHeight(theme.px(240) if narrow else 0)

    def refresh(self) -> None:
        """Compute the ranking again, and explain again what was chosen."""
        records = self.operations.records
        try:
            accounts = Accounts(records, self.stage_id, self.operations.messages.language)
        except DomainError as error:
            self._show_nothing(refusal_sentence(error, self.operations.messages.language), "prepare#rules")
            return
        standings = accounts.standings
        if not standings.standings or not any(sheet.given for sheet in accounts.sheets):
            self._show_nothing("", "marks" if standings.standings else "prepare#order")
            return
        if self._views.currentIndex() == _NO_RANKING:
            self._views.setCurrentIndex(_RANKING)
        self._accounts = accounts
        self.model.explain_with(lambda figure: accounts.explaining.text(figure).text)
        passages = entries(records, self.stage_id)
        titles = {entry.candidacy: records.need(Candidacy, entry.candidacy).title for entry in passages}
        self.model.show_standings(
            standings, titles, {entry.candidacy: outcome_words(entry.outcome) for entry in passages}
        )
        self.view.set_line_row(self.model.line_row)
        self.view.stretch_column(_PROJECT_COLUMN)
        self.view.let_go(self.model.may_go)
        provisional = accounts.provisional()
        self.state.setText(provisional or self.tr("Computed from all the sheets: a proposal to the jury."))
        self.state.set_ink("attention" if provisional else "muted")
        self.ties.setText("\n".join(accounts.ties_of_the_ranking()))
        self.ties.setVisible(bool(self.ties.text()))
        self._say_rankings()
        self.acts.refresh()
        self.footnotes.show_footnotes(records, self.stage_id, self.operations.messages.language)
        self._keep_choice()
        self._ask_robustness()

    def commit_pending_edit(self) -> None:
        """Keep what stands in the forms beside the ranking."""
        self.side.keep()

    def _say_rankings(self) -> None:
        """The three rankings, computed, adopted and decided, with what differs."""
        records = self.operations.records
        rankings = three_rankings(records, self.stage_id)
        titles = {each: records.need(Candidacy, each).title for each in rankings.decided}
        told = [self.tr("Computed")]
        if rankings.adopted is None:
            told.append(self.tr("not adopted yet"))
        elif rankings.outdated:
            told.append(self.tr("adopted before marks changed: to be adopted again"))
        elif rankings.moved:
            moved = ", ".join(
                self.tr("{title}: {adopted} instead of {computed}").format(
                    title=records.need(Candidacy, each.candidacy).title,
                    adopted=each.adopted or "–",
                    computed=each.computed or "–",
                )
                for each in rankings.moved
            )
            told.append(self.tr("adopted otherwise on {at} ({moved})").format(at=self._moment(rankings), moved=moved))
        else:
            told.append(self.tr("adopted as computed on {at}").format(at=self._moment(rankings)))
        if rankings.decided:
            told.append(self.tr("decided by the authority: {titles}").format(titles=", ".join(titles.values())))
        self.rankings.setText("  ▸  ".join(told))
        self.rankings.set_ink("attention" if rankings.outdated or rankings.moved else "muted")

    def _moment(self, rankings: ThreeRankings) -> str:
        return moment_text(rankings.adopted.bench.at, self.operations.zone) if rankings.adopted else ""

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
        self._views.setCurrentIndex(_NO_RANKING)

    def _keep_choice(self) -> None:
        at = self.model.row_of(self._chosen)
        if at < 0:
            at = next((number for number, each in enumerate(self.model.rows) if not each.is_line), -1)
        self.view.choose(at)
        self._explain_row(at)

    @Slot(int)
    def _explain_row(self, at: int) -> None:
        if self._accounts is None or not 0 <= at < self.model.rowCount():
            return
        standing = self.model.row(at).standing
        if standing:
            self._chosen = standing.candidacy
            self.side.show_candidacy(standing.candidacy)
            self.panel.explain(self._accounts.account(standing.candidacy))

    @Slot(QModelIndex)
    def _explain_figure(self, index: QModelIndex) -> None:
        figure = self.model.figure_at(index)
        if figure and self._accounts:
            self.side.show_leaf(WHY)
            self.panel.explain_figure(self._accounts.explaining.text(figure))

    def _ask_robustness(self) -> None:
        """Have the robustness worked out beside the window, as long as somebody looks."""
        if self._accounts and self.isVisible():
            self.watch.ask(robustness_question(self.operations.records, self.stage_id))

    @Slot()
    def _show_robustness(self) -> None:
        watch, language = self.watch, self.operations.messages.language
        if watch.state in (WatchState.CURRENT, WatchState.FAILED):
            self.model.show_firmness(firmness_words(watch.report, language) if watch.report else {})
            self.view.let_go(self.model.may_go)
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
        if self._accounts is None:
            return
        if self.robustness is None:
            self.robustness = RobustnessView()
            self.robustness.left.connect(self._close_robustness)
            self._views.addWidget(self.robustness)
        self._views.setCurrentWidget(self.robustness)
        self._show_robustness()
        self.robustness.back.setFocus()
        bring_into_sight_soon(self.robustness.back)

    @Slot()
    def _close_robustness(self) -> None:
        self._views.setCurrentIndex(_RANKING)
        self.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever looks sees the robustness of the marks as they are (Qt)."""
        super().showEvent(event)
        self._ask_robustness()

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
