"""The editor of one mark, made for the numeric keypad: what is no mark is refused in place, the editor stays open."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.cells import paint_cell
from jury_desk.ui.widgets.table_view import RowDelegate

Index = QModelIndex | QPersistentModelIndex

_DOWN = RowDelegate.EndEditHint.SubmitModelCache
_NEXT = RowDelegate.EndEditHint.EditNextItem
_PREVIOUS = RowDelegate.EndEditHint.EditPreviousItem
_STAY = RowDelegate.EndEditHint.RevertModelCache
_HINTS = {
    Qt.Key.Key_Return: _DOWN,
    Qt.Key.Key_Enter: _DOWN,
    Qt.Key.Key_Down: _DOWN,
    Qt.Key.Key_Tab: _NEXT,
    Qt.Key.Key_Backtab: _PREVIOUS,
}
"""What a key that ends an entry asks of the view: to go down, right or left."""


class ScoreDelegate(RowDelegate):
    """Opens, judges and closes the editor of a mark.

    Args:
        judge: why a text is no mark of a cell, in one sentence; empty when it is one.

    Signals:
        refused: the sentence, while the editor stays open (or after it lost the focus with something unusable in it).
        settled: nothing is wrong any more.
    """

    refused = Signal(str)
    settled = Signal()

    def __init__(self, judge: Callable[[Index, str], str], parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._judge = judge
        self._view = parent
        self._editor: QLineEdit | None = None
        self._index = QPersistentModelIndex()

    @property
    def editor(self) -> QLineEdit | None:
        """The open editor."""
        return self._editor

    def give_up_unusable(self) -> None:
        """Put the former value back into an editor that holds no mark, and say so; for when it has to close."""
        if self._editor is None or not (refusal := self._refusal(self._editor)):
            return
        self._editor.setText(str(self._index.data(Qt.ItemDataRole.EditRole)))
        self.refused.emit(refusal)

    def _refusal(self, editor: QLineEdit) -> str:
        return self._judge(self._index, editor.text())

    def _finish(self, editor: QLineEdit, key: Qt.Key) -> None:
        refusal = self._refusal(editor)
        editor.setProperty("invalid", bool(refusal))
        editor.style().polish(editor)
        if refusal:
            editor.selectAll()
            self.refused.emit(refusal)
            return
        self.settled.emit()
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _HINTS[key])

    def _cancel(self, editor: QLineEdit) -> None:
        self.settled.emit()
        self.closeEditor.emit(editor, _STAY)

    # Qt

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A bare line, set to the right as the figures are (Qt)."""
        del option
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setFont(theme.font(bold=True))
        editor.setProperty("kind", "cell")
        editor.setStyleSheet("QLineEdit { min-height: 0; }")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self._editor, self._index = editor, QPersistentModelIndex(index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor (Qt)."""
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the mark as it is edited (Qt)."""
        cast("QLineEdit", editor).setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Record what was typed, unless it is no mark (Qt)."""
        text = cast("QLineEdit", editor).text()
        if not self._judge(index, text):
            model.setData(cast("QModelIndex", index), text, Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab, Escape and the loss of the focus end an entry (Qt)."""
        if watched is self._editor and self._editor is not None:
            if event.type() is QEvent.Type.KeyPress:
                key = Qt.Key(cast("QKeyEvent", event).key())
                if key in _HINTS:
                    self._finish(self._editor, key)
                    return True
                if key is Qt.Key.Key_Escape:
                    self._cancel(self._editor)
                    return True
            elif event.type() is QEvent.Type.FocusOut:
                self.give_up_unusable()
        return super().eventFilter(watched, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Cover the cell and nothing else (Qt)."""
        del index
        given: Any = option
        editor.setGeometry(given.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and a frame round the one where typing would go (Qt)."""
        focused = index == self._view.currentIndex() and self._view.hasFocus()
        paint_cell(painter, option, index, focused=focused)
