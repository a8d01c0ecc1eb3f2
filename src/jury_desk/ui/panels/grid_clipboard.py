"""Blocks in and out of the grid of marks: copied with or without headers, pasted as one act, filled down."""

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from jury_desk.ui.models.clipboard import block_text, parse_block
from jury_desk.ui.models.scoresheet import ScoresheetModel
from jury_desk.ui.models.sheet_grid import Place
from jury_desk.ui.widgets.score_view import ScoreView


class GridClipboard(QObject):
    """The clipboard of one grid.

    Signals:
        cut_off: a sentence: some of a block about to be pasted lies where no mark belongs.
    """

    cut_off = Signal(str)

    def __init__(self, model: ScoresheetModel, view: ScoreView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    @Slot(bool)
    def copy(self, with_headers: bool) -> None:
        """Put the selection on the clipboard."""
        text = block_text(self._model, self._view.selectedIndexes(), with_headers=with_headers)
        if text:
            QGuiApplication.clipboard().setText(text)

    @Slot()
    def paste(self) -> None:
        """Record what is on the clipboard, from the current cell on; one value fills the whole selection."""
        block = parse_block(QGuiApplication.clipboard().text())
        start = self._view.currentIndex()
        if not block or not start.isValid():
            return
        chosen = self._view.selectedIndexes()
        if len(block) == len(block[0]) == 1 and len(chosen) > 1:
            self._enter({(each.row(), each.column()): block[0][0] for each in chosen})
            return
        top = min((each.row() for each in chosen), default=start.row())
        left = min((each.column() for each in chosen), default=start.column())
        self._enter(
            {(top + down, left + right): text for down, line in enumerate(block) for right, text in enumerate(line)}
        )

    @Slot()
    def fill_down(self) -> None:
        """Give the whole selection the marks of its top row."""
        chosen = self._view.selectedIndexes()
        if not chosen:
            return
        top = min(index.row() for index in chosen)
        first = {index.column(): _typed(index) for index in chosen if index.row() == top}
        self._enter({(each.row(), each.column()): first[each.column()] for each in chosen if each.row() != top})

    def _enter(self, texts: dict[Place, str]) -> None:
        kept = {place: text for place, text in texts.items() if self._model.is_mark_cell(self._model.index(*place))}
        outside = sum(bool(text.strip()) for place, text in texts.items() if place not in kept)
        if outside:
            self.cut_off.emit(self.tr("%n value(s) lay where no mark belongs, and were left out.", "", outside))
        if kept:
            self._model.enter(kept)


def _typed(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.EditRole) or "")
