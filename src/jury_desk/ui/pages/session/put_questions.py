"""The questions to put to the project that is heard, on the page of the session: read out, answered, added to."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.panels.questions_panel import QuestionsPanel
from jury_desk.ui.widgets.inline_panel import InlinePanel

_HEIGHT = 188


class PutQuestionsPanel(InlinePanel):
    """The panel that the tab Délibérer has too; each answer is kept as it is left."""

    def __init__(self, operations: Operations, stage: str, candidacy: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("Questions to put"), self.tr("Done"))
        self.questions = QuestionsPanel(operations, stage)
        self.questions.show_candidacy(candidacy)
        self.questions.setFixedHeight(theme.px(_HEIGHT))
        self.questions.candidacy_requested.connect(self._turn_to)
        self.content.addWidget(self.questions)
        self.out.hide()
        self.confirmed.connect(self.questions.keep)

    def first_field(self) -> QWidget:
        """The first answer that is missing, else the new question."""
        missing = (field for field in self.questions.answers.values() if not field.text())
        return next(missing, self.questions.new)

    @Slot(str)
    def _turn_to(self, candidacy: str) -> None:
        self.questions.show_candidacy(candidacy)
        self.first_field().setFocus()
