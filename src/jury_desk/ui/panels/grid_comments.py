"""Comments of the grid: which one the panel shows, and where what is written goes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Slot

from jury_desk.domain.scoring import SECRETARIAT
from jury_desk.services.settling import SheetPlace
from jury_desk.ui.models.scoresheet import ScoresheetModel
from jury_desk.ui.models.sheet_grid import RowKind
from jury_desk.ui.panels.comment_panel import CommentPanel, Scope
from jury_desk.ui.panels.grid_questions import GridQuestions
from jury_desk.ui.widgets.score_view import ScoreView
from jury_desk.ui.widgets.sight import bring_into_sight_soon

if TYPE_CHECKING:
    from jury_desk.services.scoring import Cell


class GridComments(QObject):
    """Keeps the panel on the current cell of the grid, once it was opened."""

    def __init__(self, model: ScoresheetModel, view: ScoreView, panel: CommentPanel, questions: GridQuestions) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._panel = panel
        self._questions = questions
        self._about: Cell | SheetPlace | None = None
        panel.written.connect(self._keep)
        panel.scope_chosen.connect(self._show)

    def open(self, scope: Scope) -> None:
        """Show the panel on what the cursor stands on, and take the focus; a comment can give a mark away."""
        if self._view.currentIndex().isValid() and not self._model.blind:
            self._panel.show()
            self._show(scope.value)
            self._panel.text.setFocus()
            bring_into_sight_soon(self._panel)

    def follow(self) -> None:
        """The cursor moved: keep what was written, show what is written about the new place."""
        if self._panel.isVisible():
            self._panel.commit()
            self._show(self._panel.scope.value)

    @Slot(str)
    def _show(self, scope: str) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            show = {Scope.MARK: self._show_mark, Scope.SHEET: self._show_sheet}
            show.get(Scope(scope), self._show_candidacy)(index)

    def _show_mark(self, index: QModelIndex) -> None:
        possible = self._model.is_mark_cell(index) and not self._model.grid.is_out(index.row())
        about, text = self.tr("Choose a mark to comment on it."), ""
        self._about = None
        if possible:
            self._about = self._model.grid.cell(index.row(), index.column())
            row, criterion = self._model.grid.rows[index.row()], self._model.criteria[index.column()]
            # Whose it is comes first: where there is little width, the end is cut.
            about = f"{self._model.words.who(index.row())}, {criterion.name}, {self._model.words.title(row.candidacy)}"
            text = self._model.comment(index)
        self._panel.show_comment(Scope.MARK, about, text, possible=possible)

    def _show_sheet(self, index: QModelIndex) -> None:
        row = self._model.grid.rows[index.row()]
        possible = row.kind in (RowKind.VOTING, RowKind.ADVISORY)
        about, text = self.tr("Choose a juror's sheet to comment on it."), ""
        self._about = None
        if possible:
            self._about = place = SheetPlace(row.candidacy, row.juror)
            about = f"{self._model.words.who(index.row())}, {self._model.words.title(row.candidacy)}"
            text = self._model.sheet_comment(place)
        self._panel.show_comment(Scope.SHEET, about, text, possible=possible)

    def _show_candidacy(self, index: QModelIndex) -> None:
        candidacy = self._model.grid.rows[index.row()].candidacy
        self._about = place = SheetPlace(candidacy, SECRETARIAT)
        title = self._model.words.title(candidacy)
        self._panel.show_comment(Scope.CANDIDACY, title, self._model.sheet_comment(place))

    @Slot(str)
    def _keep(self, text: str) -> None:
        """Keep what was written about what it was written about: the cursor may be elsewhere by now."""
        about = self._about
        if isinstance(about, SheetPlace):
            self._model.comment_on_sheet(about, text)
        elif about is not None:
            rows = {self._model.grid.row_of(about.candidacy, about.juror)} - {-1}
            self._questions.with_reason(rows, partial(self._model.comment_on_mark, about, text), comment=text)
