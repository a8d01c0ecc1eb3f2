"""The tab itself: the ranking at the left, the chosen project explained at the right."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError
from jury_desk.services.deliberation import standings_of
from jury_desk.services.preparation import entries
from jury_desk.services.refusals import refusal_sentence
from jury_desk.services.scoring import completeness
from jury_desk.ui import theme
from jury_desk.ui.models.standings import StandingsModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.reasons import Reasons
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.explanation_panel import ExplanationPanel
from jury_desk.ui.widgets.footnotes import Footnotes
from jury_desk.ui.widgets.ranking_view import RankingView
from jury_desk.ui.widgets.stage_page import PageStack, StagePage, page_margins
from jury_desk.ui.widgets.text import Text, muted
from jury_desk.ui.widgets.words import outcome_words

_PANEL_WIDTH = 336
_PROJECT_COLUMN = 1
_ROOM_FOR_BOTH = 680


class DeliberatePage(StagePage):
    """The computed ranking of one stage."""

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(operations, stage_id, parent)
        self._chosen = ""
        self._reasons: Reasons | None = None
        self.model = StandingsModel(self)
        self.view = RankingView(self.tr("Computed ranking"))
        self.view.setModel(self.model)
        self.panel = ExplanationPanel(self.tr("Why this place"))
        self.state = muted()
        self.ties = Text()
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
        self.view.row_chosen.connect(self._explain_row)
        self._no_ranking.button_chosen.connect(self._lead_on)
        self._target = "marks"
        self.refresh()

    def _content_layout(self) -> QVBoxLayout:
        left = column(gap=8)
        left.addWidget(self.state)
        left.addWidget(self.view, 1)
        left.addWidget(self.ties)
        left.addWidget(self.footnotes)
        self._parts = row(gap=24)
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self.panel)
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
        self.panel.setMaximumWidth(panel)
        self.panel.setMinimumWidth(0 if narrow else panel)
        self.panel.setMinimumHeight(theme.px(240) if narrow else 0)
        self._show_columns(width if narrow else width - panel)

    def _show_columns(self, width: int) -> None:
        """Where there is little width the panel alone has the criteria, the last first, and then the sheets."""
        header = self.view.horizontalHeader()
        columns = range(self.model.columnCount())
        wide = {each: max(self.view.sizeHintForColumn(each), header.sectionSizeHint(each)) for each in columns}
        may_go = [*reversed(self.model.criteria_columns), self.model.criteria_columns.stop]
        for column_number in may_go:
            hidden = sum(wide.values()) > width
            self.view.setColumnHidden(column_number, hidden)
            if hidden:
                wide[column_number] = 0

    def refresh(self) -> None:
        """Compute the ranking again, and explain again what was chosen."""
        records = self.operations.records
        try:
            standings = standings_of(records, self.stage_id)
            sheets = completeness(records, self.stage_id)
        except DomainError as error:
            self._show_nothing(refusal_sentence(error, self.operations.messages.language), "prepare#rules")
            return
        if not standings.standings or not any(sheet.given for sheet in sheets):
            self._show_nothing("", "marks" if standings.standings else "prepare#order")
            return
        self._views.setCurrentIndex(0)
        self._reasons = Reasons(records, standings, sheets, self.operations.messages.language)
        passages = entries(records, self.stage_id)
        titles = {entry.candidacy: records.need(Candidacy, entry.candidacy).title for entry in passages}
        self.model.show_standings(
            standings, titles, {entry.candidacy: outcome_words(entry.outcome) for entry in passages}
        )
        self.view.set_line_row(self.model.line_row)
        self.view.stretch_column(_PROJECT_COLUMN)
        self._show_columns(self.view.viewport().width())
        provisional = self._reasons.provisional()
        self.state.setText(provisional or self.tr("Computed from all the sheets: a proposal to the jury."))
        self.state.set_ink("attention" if provisional else "muted")
        self.ties.setText("\n".join(self._reasons.ties_of_the_ranking()))
        self.ties.setVisible(bool(self.ties.text()))
        self.footnotes.show_footnotes(records, self.stage_id, self.operations.messages.language)
        self._keep_choice()

    def _show_nothing(self, sentence: str, target: str) -> None:
        self._target = target
        self._reasons = None
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
        self._views.setCurrentIndex(1)

    def _keep_choice(self) -> None:
        at = self.model.row_of(self._chosen)
        if at < 0:
            at = next((number for number, each in enumerate(self.model.rows) if not each.is_line), -1)
        self.view.choose(at)
        self._explain_row(at)

    @Slot(int)
    def _explain_row(self, at: int) -> None:
        if self._reasons is None or not 0 <= at < self.model.rowCount():
            return
        standing = self.model.row(at).standing
        if standing:
            self._chosen = standing.candidacy
            self.panel.explain(self._reasons.explain(standing.candidacy))

    @Slot()
    def _lead_on(self) -> None:
        self.page_requested.emit(self._target)
