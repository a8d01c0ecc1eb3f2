"""What must be said before a mark is recorded, asked in one line under the grid: a comment, the reason of a correction.

The value waits with its question; nothing is recorded before the answer, and nothing is dropped without words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot

from jury_desk.domain.errors import AnswerMissing, EntryNotTaken
from jury_desk.services.comments import comment_hint
from jury_desk.services.scoring import Cell
from jury_desk.services.settling import SheetPlace
from jury_desk.ui.models.scoresheet import Asked, ScoresheetModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.widgets.ask_line import AskLine
from jury_desk.ui.widgets.score_view import ScoreView


@dataclass
class _Question:
    """What waits for an answer: the value and its cell in words, and what the answer does.

    ``sheets`` are those that have to be in the grid for it: once others are shown, the answer would go to them.
    """

    text: str
    where: str
    act: Callable[[str], None]
    sheets: frozenset[SheetPlace]


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
        model.modelReset.connect(self._give_up_unseen)

    @Slot(QModelIndex, str)
    def ask_about(self, index: QModelIndex, text: str) -> None:
        """Ask what a mark that was typed still needs."""
        self._ask_for(self._model.grid.cell(index.row(), index.column()), text, None)

    def with_reason(self, rows: Iterable[int], act: Callable[[str], object], *, comment: str = "") -> None:
        """Do something to sheets, given a reason; where one of them is declared final, ask for it first.

        A ``comment`` knows by itself where it belongs, whatever the grid shows by then.
        """
        settled = [row for row in rows if self._model.needs_reason([row])]
        if not settled:
            act("")
            return
        names = ", ".join(sorted({self._model.words.who(row) for row in settled}))
        question = self.tr("The sheet of {juror} is declared final: why the change?").format(juror=names)
        sheets = frozenset() if comment else frozenset(self._sheet(row) for row in settled)
        waiting = _Question(comment or self.tr("the change"), names, partial(self._act, act), sheets)
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

    def _ask_for(self, cell: Cell, text: str, comment: str | None) -> None:
        index = self._index(cell)
        where = self._model.words.cell_name(index.row(), index.column())
        sheets = frozenset([SheetPlace(cell.candidacy, cell.juror)])
        waiting = _Question(text or "–", where, partial(self._record, cell, text, comment), sheets)
        if self._model.asks(index, text, comment) is Asked.COMMENT:
            question = self.tr("{where}: a comment goes with {text}").format(where=where, text=text)
            self._put(waiting, question, comment_hint(self._operations.messages.language))
            return
        before = self._model.stored_text(index) or "–"
        change = self.tr("{where}: {before} → {text}.").format(where=where, before=before, text=text or "–")
        self._put(waiting, f"{change} {self._model.why()}", self._printed())

    def _record(self, cell: Cell, text: str, comment: str | None, answer: str) -> None:
        index = self._index(cell)
        asked = self._model.asks(index, text, comment)
        reason = answer if asked is Asked.REASON else ""
        comment = answer if asked is Asked.COMMENT else comment
        if not reason and self._model.asks(index, text, comment) is Asked.REASON:
            self._ask_for(cell, text, comment)
        elif self._model.record(index, text, comment=comment, reason=reason):
            self._view.go_to(index)
            self._view.go_on()

    def _index(self, cell: Cell) -> QModelIndex:
        """Where a cell stands now: the grid can have been read again since it was asked about."""
        place = self._model.place_of(cell.candidacy, cell.juror, cell.criterion)
        return self._model.index(*place) if place else QModelIndex()

    def _sheet(self, row: int) -> SheetPlace:
        sheet = self._model.grid.rows[row]
        return SheetPlace(sheet.candidacy, sheet.juror)

    def _act(self, act: Callable[[str], object], reason: str) -> None:
        act(reason)
        self.done.emit()

    def _put(self, question: _Question, words: str, hint: str) -> None:
        self.take()
        self.give_up(self.tr("something else was typed before its answer."))
        self._question = question
        self._line.ask(words, hint)
        self.asked.emit(words)

    def _printed(self) -> str:
        return self.tr("The reason is printed in the minutes.")

    @Slot()
    def _give_up_unseen(self) -> None:
        """The grid shows other sheets now: an answer may no longer be taken as one about those."""
        if self._question and any(
            self._model.grid.row_of(each.candidacy, each.juror) < 0 for each in self._question.sheets
        ):
            self.give_up(self.tr("its answer was not given before other marks were shown."))

    def give_up(self, why: str) -> None:
        """Leave what waits unrecorded, and say so."""
        if self._question is not None:
            error = EntryNotTaken(self._question.text, self._question.where, why)
            self.drop()
            self._operations.messages.tell_error(error)

    @Slot(str)
    def _take_answer(self, answer: str) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.act(answer)

    @Slot()
    def _leave(self) -> None:
        self._question = None
        self.given_up.emit()
