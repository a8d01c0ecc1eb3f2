"""Beside the ranking, the chosen project: why it stands where it does, what is decided, what is asked."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QWidget

from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.decision_form import DecisionForm
from jury_desk.ui.panels.questions_panel import QuestionsPanel
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.explanation_panel import ExplanationPanel

WHY, DECISION, QUESTIONS = range(3)


class SidePanel(QFrame):
    """Three leaves about one project; the forms are made when they are first looked at.

    Signals:
        candidacy_requested: the questions to another project are asked for.
    """

    candidacy_requested = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._candidacy = ""
        self.why = ExplanationPanel(self.tr("Why this place"))
        self.decision: DecisionForm | None = None
        self.questions: QuestionsPanel | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("About the chosen project"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name in (self.tr("Why"), self.tr("Decision"), self.tr("Questions")):
            self.tabs.addTab(name)
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self.why)
        layout = column(gap=4)
        layout.addWidget(self.tabs)
        layout.addWidget(self._leaves, 1)
        self.setLayout(layout)
        self.tabs.currentChanged.connect(self._turn)

    def show_candidacy(self, candidacy: str) -> None:
        """Be about this project from now on."""
        is_other, self._candidacy = candidacy != self._candidacy, candidacy
        if is_other and self.questions:
            # A question still being typed is one to the project that is left.
            self.questions.put.click()
        self._fill()

    def show_leaf(self, leaf: int) -> None:
        """Turn to one of the leaves: :data:`WHY`, :data:`DECISION` or :data:`QUESTIONS`."""
        self.tabs.setCurrentIndex(leaf)

    def offer(self, *leaves: int) -> None:
        """Let these leaves be there, and turn to the first of them where another one is shown."""
        for leaf in (WHY, DECISION, QUESTIONS):
            self.tabs.setTabVisible(leaf, leaf in leaves)
        if self.tabs.currentIndex() not in leaves:
            self.show_leaf(leaves[0])

    def keep(self) -> None:
        """Keep what stands in the fields."""
        if self.decision:
            self.decision.keep()
        if self.questions:
            self.questions.keep()

    def owns(self, initiator: object) -> bool:
        """Whether an act was one of the forms' own."""
        return initiator is not None and initiator in (self.decision, self.questions)

    @Slot(int)
    def _turn(self, leaf: int) -> None:
        self.keep()
        if leaf == DECISION and self.decision is None:
            self.decision = DecisionForm(self._operations, self._stage)
            self._leaves.addWidget(self.decision)
        if leaf == QUESTIONS and self.questions is None:
            self.questions = QuestionsPanel(self._operations, self._stage)
            self.questions.candidacy_requested.connect(self.candidacy_requested)
            self._leaves.addWidget(self.questions)
        shown: QWidget | None = (self.why, self.decision, self.questions)[leaf]
        if shown is not None:
            self._leaves.setCurrentWidget(shown)
        self._fill()

    def _fill(self) -> None:
        if not self._candidacy:
            return
        if self.decision:
            self.decision.show_candidacy(self._candidacy)
        if self.questions:
            self.questions.show_candidacy(self._candidacy)
