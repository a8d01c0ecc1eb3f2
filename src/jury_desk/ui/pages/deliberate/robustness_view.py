"""The robustness of a ranking on a page of its own, behind the ranking and never in its place."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jury_desk.services.robustness import RobustnessReport
from jury_desk.services.robustness_words import RobustnessWords
from jury_desk.ui import theme
from jury_desk.ui.models.robustness import AnswersModel, FirmnessModel, FlipsModel, SeverityModel, SpreadsModel
from jury_desk.ui.pages.deliberate.robustness_watch import WatchState
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.stage_page import page_margins
from jury_desk.ui.widgets.text import Text, section, title
from jury_desk.ui.widgets.wrapped_table import WrappedTable

_WIDTH = 980
_BESIDE = 12
_ROOM_FOR_REASONS = 640


class RobustnessView(QWidget):
    """Everything that is said beside the ranking.

    Signals:
        left: back to the ranking.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = Text("", ink="muted", wrap=False)
        self.back = link(self.tr("‹ Ranking (Esc)"))
        self.back.clicked.connect(self.left)
        self.firmness = FirmnessModel(self)
        self.flips = FlipsModel(self)
        self.jurors = AnswersModel(self.tr("Without"), self)
        self.weights = AnswersModel(self.tr("With the weight of"), self)
        self.methods = AnswersModel(self.tr("By"), self)
        self.severity = SeverityModel(self)
        self.spreads = SpreadsModel(self)
        self._sentences: dict[str, Text] = {}
        self._tables: dict[QAbstractItemModel, WrappedTable] = {}
        self.content = QWidget()
        self.content.setLayout(self._sections())
        # All of it, and not each section: a section asked for its height in the whole width would be told of fewer
        # lines than its sentences take in its own, and its last row be cut.
        self.content.setMaximumWidth(theme.px(_WIDTH + _BESIDE))
        self._scroll = scrolled(self.content)
        self._scroll.setAccessibleName(self.tr("Robustness of the ranking"))
        self._scroll.setMinimumHeight(theme.px(160))
        self.content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        whole = column(gap=16)
        whole.setContentsMargins(*page_margins())
        whole.addLayout(self._head())
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)

    def _head(self) -> QVBoxLayout:
        top = row(gap=16)
        top.addWidget(title(self.tr("Robustness")), 1)
        top.addWidget(self.back)
        never = QFrame()
        never.setProperty("kind", "strip")
        inside = row(padding=8, gap=16)
        inside.addWidget(
            Text(self.tr("Beside the ranking, never in its place: nothing on this page is official."), bold=True), 1
        )
        inside.addWidget(self.state)
        never.setLayout(inside)
        head = column(gap=8)
        head.addLayout(top)
        head.addWidget(never)
        return head

    def _sections(self) -> QVBoxLayout:
        sections = column(gap=32)
        sections.setContentsMargins(0, 0, theme.px(_BESIDE), theme.px(24))
        parts = (
            (self.tr("At the line"), ("cut", "firmness"), self.firmness, (FirmnessModel.HANGS_ON,)),
            (self.tr("What would turn the cut"), ("mark_flips", "weight_flips"), self.flips, (FlipsModel.WHAT,)),
            (self.tr("One juror less"), ("left_out", "without_partial"), self.jurors, (AnswersModel.ANSWER,)),
            (self.tr("Other weights"), ("weights",), self.weights, (AnswersModel.QUESTION, AnswersModel.ANSWER)),
            (self.tr("Other methods"), (), self.methods, (AnswersModel.ANSWER,)),
            (self.tr("How jurors mark"), ("severity",), self.severity, (0,)),
            (self.tr("Where jurors part"), ("spread",), self.spreads, (0,)),
            (self.tr("Agreement and order of passage"), ("concordance", "alpha", "slope"), None, ()),
        )
        for heading, items, model, wrapped in parts:
            sections.addWidget(self._section(heading, items, model, wrapped))
        sections.addStretch(1)
        return sections

    def _section(
        self, heading: str, items: tuple[str, ...], model: QAbstractItemModel | None, wrapped: tuple[int, ...]
    ) -> QWidget:
        layout = column(gap=8)
        layout.addWidget(section(heading))
        for item in items:
            self._sentences[item] = Text()
            layout.addWidget(self._sentences[item])
        if model is not None:
            table = WrappedTable(heading, wrapped)
            table.setModel(model)
            self._tables[model] = table
            if model is self.firmness:
                table.let_give_way({FirmnessModel.HANGS_ON: _ROOM_FOR_REASONS})
            layout.addWidget(table)
        made = QWidget()
        made.setLayout(layout)
        return made

    @property
    def text(self) -> str:
        """Every sentence it says outside its tables, line by line."""
        return "\n".join(label.text() for label in self._sentences.values() if not label.isHidden())

    def show_report(self, report: RobustnessReport, language: str) -> None:
        """Show this, in the language of the window."""
        words = RobustnessWords(report, language)
        told = {sentence.item: sentence for sentence in words.sentences()}
        for item, label in self._sentences.items():
            sentence = told.get(item)
            label.setText(sentence.text if sentence else "")
            label.setVisible(sentence is not None)
            label.set_ink("attention" if sentence and sentence.alarming and item == "cut" else "text")
        self.firmness.show_report(report, words)
        self.flips.show_report(report)
        self.jurors.set_rows(words.left_out())
        self.weights.set_rows(words.reweighted())
        self.methods.set_rows(words.methods())
        self.severity.show_report(report)
        self.spreads.show_report(report)
        for model, table in self._tables.items():
            table.setVisible(model.rowCount() > 0)

    def show_state(self, state: WatchState, error: str = "") -> None:
        """Say whether what is shown is of the marks as they are; there is nothing to show without a report."""
        words = {
            WatchState.WORKING: self.tr("Being worked out…"),
            WatchState.STALE: self.tr("Marks have changed: being worked out again…"),
            WatchState.FAILED: error,
        }
        self.state.setText(words.get(state, self.tr("Of the marks as they are.")))
        self.state.set_ink("muted" if state is WatchState.CURRENT else "attention")
        self.content.setVisible(state in (WatchState.CURRENT, WatchState.STALE))
        self.content.setEnabled(state is not WatchState.STALE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the ranking (Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
