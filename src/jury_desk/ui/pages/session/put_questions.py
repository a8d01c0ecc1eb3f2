"""The questions to put to the project that is heard, on the page of the session: read out, answered, added to."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.decision import Question
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
        self._operations = operations
        self._stage = stage
        self._candidacy = ""
        self._read: dict[int, str] = {}
        self.questions = QuestionsPanel(operations, stage)
        self._show(candidacy)
        self.questions.setFixedHeight(theme.px(_HEIGHT))
        self.questions.candidacy_requested.connect(self._turn_to)
        self.content.addWidget(self.questions)
        self.out.hide()
        self.confirmed.connect(self.questions.keep)

    def first_field(self) -> QWidget:
        """The first answer that is missing, else the new question."""
        missing = (field for field in self.questions.answers.values() if not field.text())
        return next(missing, self.questions.new)

    def follow(self) -> None:
        """Show what was put, answered or taken back elsewhere; kept on closing, a former answer would come back."""
        on_file, former = self._on_file(), self._read
        typed = {number: field.text().strip() for number, field in self.questions.answers.items()}
        self._read = on_file
        if on_file.keys() != typed.keys() or any(
            answer not in (former.get(number), typed[number]) for number, answer in on_file.items()
        ):
            within = self.questions.isAncestorOf(self.focusWidget() or self)
            self._show(self._candidacy)
            if within:
                self.first_field().setFocus()

    def _show(self, candidacy: str) -> None:
        self._candidacy = candidacy
        self.questions.show_candidacy(candidacy)
        self._read = self._on_file()

    def _on_file(self) -> dict[int, str]:
        questions = self._operations.records.within(Question, self._stage, self._candidacy)
        return {each.number: each.answer for each in questions}

    @Slot(str)
    def _turn_to(self, candidacy: str) -> None:
        # A question still being typed is one to the project that is left.
        self.questions.put.click()
        self._show(candidacy)
        self.first_field().setFocus()
