"""The questions to put to the holders of a project, what they answered, and where else in the stage there are any."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.closure import proclaimed
from jury_desk.domain.decision import Question
from jury_desk.services.decisions import answer_question, put_question, question_counts
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.text import Text, caption, muted, section


class QuestionsPanel(QWidget):
    """Each question with its answer; a new one is put with Enter.

    Signals:
        candidacy_requested: the questions to another project are asked for, by its id.
    """

    candidacy_requested = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._candidacy = ""
        self.title = section()
        self.none = muted(
            self.tr("No question yet. What the jury wants to ask stands here, in the session and in the minutes.")
        )
        self.new = line()
        self.put = secondary(self.tr("Add"))
        self.answers: dict[int, QLineEdit] = {}
        self._rows = column(gap=12)
        self.others = column(gap=0)
        self._others_title = caption(self.tr("Questions to the other projects"))
        self._build()
        self.new.returnPressed.connect(self._put)
        self.put.clicked.connect(self._put)

    def _build(self) -> None:
        inner = QWidget()
        inside = column(padding=16, gap=12)
        inside.addWidget(self.title)
        inside.addWidget(self.none)
        inside.addLayout(self._rows)
        inside.addWidget(Field(self.tr("New question"), self.new))
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.put)
        inside.addLayout(foot)
        inside.addWidget(self._others_title)
        inside.addLayout(self.others)
        inside.addStretch(1)
        inner.setLayout(inside)
        area = scrolled(inner, sideways=True)
        inner.setAutoFillBackground(False)
        layout = column()
        layout.addWidget(area)
        self.setLayout(layout)

    def show_candidacy(self, candidacy: str) -> None:
        """Show the questions to one candidacy; an answer being typed about the former one is kept first."""
        if candidacy != self._candidacy:
            self.keep()
        self._candidacy = candidacy
        records = self._operations.records
        found = records.get(Candidacy, candidacy)
        self.title.setText(found.title if found else "")
        questions = records.within(Question, self._stage, candidacy)
        is_closed = proclaimed(records, self._stage) is not None
        self.none.setVisible(not questions)
        for widget in (self.new, self.put):
            widget.setEnabled(not is_closed)
        _clear(self._rows)
        self.answers = {}
        for question in questions:
            self._rows.addWidget(self._row(question, is_closed=is_closed))
        self._show_others()

    def _show_others(self) -> None:
        """One line for each other project that has questions; it leads there."""
        _clear(self.others)
        counts = [
            each for each in question_counts(self._operations.records, self._stage) if each.candidacy != self._candidacy
        ]
        self._others_title.setVisible(bool(counts))
        for each in counts:
            words = self.tr("{title}: {answered} of {asked} answered")
            button = link(words.format(title=each.title, answered=each.answered, asked=each.asked))
            button.clicked.connect(partial(self._ask_for, each.candidacy))
            self.others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _ask_for(self, candidacy: str, _checked: bool = False) -> None:
        self.candidacy_requested.emit(candidacy)

    def keep(self) -> None:
        """Keep the answers as typed."""
        for number in self.answers:
            self._answer(number)

    def _row(self, question: Question, *, is_closed: bool) -> QWidget:
        holder = QWidget()
        inside = column(gap=4)
        inside.addWidget(Text(f"{question.number}.  {question.text}", bold=True))
        answer = line(question.answer)
        answer.setEnabled(not is_closed)
        answer.editingFinished.connect(partial(self._answer, question.number))
        inside.addWidget(Field(self.tr("Answer"), answer))
        holder.setLayout(inside)
        self.answers[question.number] = answer
        return holder

    @Slot()
    def _put(self) -> None:
        text, file = self.new.text(), self._operations.file
        if text.strip() and self._operations.run(lambda: put_question(file, self._stage, self._candidacy, text), self):
            self.new.clear()
            self.show_candidacy(self._candidacy)
            self.new.setFocus()

    @Slot()
    def _answer(self, number: int) -> None:
        question = self._operations.records.get(Question, self._stage, self._candidacy, str(number))
        typed = self.answers[number].text().strip()
        if question is not None and typed != question.answer:
            self._operations.run(lambda: answer_question(self._operations.file, question, typed), self)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        former = item.widget()
        if former is not None:
            former.hide()
            former.deleteLater()
