"""What must be said before a mark is recorded, asked in one line under the grid: a comment, the reason of a correction.

The value waits with its question; nothing is recorded before the answer, and nothing is dropped without words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal, Slot

from jury_desk.domain.errors import AnswerMissing
from jury_desk.services.comments import comment_hint
from jury_desk.ui.models.scoresheet import Asked, ScoresheetModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.ask_line import AskLine
from jury_desk.ui.widgets.score_view import ScoreView


@dataclass
class _Question:
    """What waits for an answer: the value and its cell in words, and what the answer does."""

    text: str
    where: str
    act: Callable[[str], None]


class GridQuestions(QObject):
    """The open question of one grid; there is one at most.

    Signals:
        asked: the question, for who listens.
        given_up: the chair left it unanswered: nothing was changed.
        done: an act whose reason was asked for is done.
    """

    asked = Signal(str)
    given_up = Signal()
    done = Signal()

    def __init__(self, operations: Operations, model: ScoresheetModel, view: ScoreView, line: AskLine) -> None:
        super().__init__(view)
        self._operations = operations
        self._model = model
        self._view = view
        self._line = line
        self._question: _Question | None = None
        line.answered.connect(self._take_answer)
        line.given_up.connect(self._leave)

    @Slot(QModelIndex, str)
    def ask_about(self, index: QModelIndex, text: str) -> None:
        """Ask what a mark that was typed still needs."""
        self._ask_for(QPersistentModelIndex(index), text, None)

    def with_reason(self, rows: Iterable[int], act: Callable[[str], object]) -> None:
        """Do something to sheets, given a reason; where one of them is declared final, ask for it first."""
        settled = [row for row in rows if self._model.needs_reason([row])]
        if not settled:
            act("")
            return
        names = ", ".join(sorted({self._model.words.who(row) for row in settled}))
        question = self.tr("The sheet of {juror} is declared final: why the change?").format(juror=names)
        waiting = _Question(self.tr("the change"), names, partial(self._act, act))
        self._put(waiting, question, self._printed())

    def take(self) -> None:
        """Take the answer, if there is one by now."""
        if self._question is not None:
            self._line.take()

    def unanswered(self) -> AnswerMissing | None:
        """What still waits, as what can be told."""
        return AnswerMissing(self._question.text, self._question.where) if self._question else None

    def drop(self) -> None:
        """Forget the question: it can no longer be seen."""
        self._question = None
        self._line.hide()

    def _ask_for(self, index: QPersistentModelIndex, text: str, comment: str | None) -> None:
        where = self._model.words.cell_name(index.row(), index.column())
        waiting = _Question(text or "–", where, partial(self._record, index, text, comment))
        if self._model.asks(index, text, comment) is Asked.COMMENT:
            question = self.tr("{where}: a comment goes with {text}").format(where=where, text=text)
            self._put(waiting, question, comment_hint(self._operations.messages.language))
            return
        before = self._model.stored_text(index) or "–"
        change = self.tr("{where}: {before} → {text}.").format(where=where, before=before, text=text or "–")
        self._put(waiting, f"{change} {self._model.why()}", self._printed())

    def _record(self, index: QPersistentModelIndex, text: str, comment: str | None, answer: str) -> None:
        asked = self._model.asks(index, text, comment)
        reason = answer if asked is Asked.REASON else ""
        comment = answer if asked is Asked.COMMENT else comment
        if not reason and self._model.asks(index, text, comment) is Asked.REASON:
            self._ask_for(index, text, comment)
        elif self._model.record(index, text, comment=comment, reason=reason):
            self._view.go_to(index)
            self._view.go_on()

    def _act(self, act: Callable[[str], object], reason: str) -> None:
        act(reason)
        self.done.emit()

    def _put(self, question: _Question, words: str, hint: str) -> None:
        self._question = question
        self._line.ask(words, hint)
        self.asked.emit(words)

    def _printed(self) -> str:
        return self.tr("The reason is printed in the minutes.")

    @Slot(str)
    def _take_answer(self, answer: str) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.act(answer)

    @Slot()
    def _leave(self) -> None:
        self._question = None
        self.given_up.emit()
