"""The editor of one mark, made for the numeric keypad: what is no mark is refused in place, the editor stays open."""

from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from jury_desk.domain.keypad import Typed
from jury_desk.ui import theme
from jury_desk.ui.widgets.cells import paint_cell
from jury_desk.ui.widgets.table_view import RowDelegate

Index = QModelIndex | QPersistentModelIndex

COMMENT_ROLE = int(Qt.ItemDataRole.UserRole) + 11
"""Whether somebody has written something about the mark: a corner of its cell says so."""

_KEEP = RowDelegate.EndEditHint.NoHint
_ENDS = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
)
"""The keys that end an entry; where the cursor goes then, the view knows."""
_CORNER = 7


class MarkRules(Protocol):
    """What the grid must know of the marks while they are typed."""

    def is_mark_cell(self, index: Index) -> bool:
        """Whether a mark belongs there, given or not."""

    def is_owed(self, index: Index) -> bool:
        """Whether somebody waits for the mark of a cell, given or not."""

    def judge(self, index: Index, text: str) -> str:
        """Why ``text`` is no mark of that cell, in one sentence; empty when it is one."""

    def must_ask(self, index: Index, text: str) -> bool:
        """Whether something has to be said first for ``text`` to be recorded: a comment, a reason."""

    def typed(self, index: Index, text: str) -> Typed:
        """Whether ``text`` can still become another mark of that cell."""


class ScoreDelegate(RowDelegate):
    """Opens, judges and closes the editor of a mark.

    Signals:
        refused: the sentence, while the editor stays open.
        given_up: cell, text and sentence, of what had to leave its editor and is no mark.
        settled: nothing is wrong any more.
        asked: cell and text of a mark for which something must be said first; the editor is closed.
        ended: the key that ended an entry, with its modifiers; ``None`` for one that was complete by itself.
    """

    refused = Signal(str)
    given_up = Signal(QModelIndex, str, str)
    settled = Signal()
    asked = Signal(QModelIndex, str)
    ended = Signal(object, object)

    def __init__(self, rules: MarkRules, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.keypad = False
        self._rules = rules
        self._view = parent
        self._editor: QLineEdit | None = None
        self._index = QPersistentModelIndex()
        self._so_far: str | None = None
        self._stored = True

    @property
    def editor(self) -> QLineEdit | None:
        """The open editor."""
        return self._editor

    def expect_typing(self) -> None:
        """The editor about to open is opened by a digit: from now on a complete mark ends it."""
        self._so_far = ""

    def give_up_unusable(self) -> None:
        """Put the former value back into an editor that holds no mark, and say so; for when it has to close."""
        if self._editor is None or not (refusal := self._refusal(self._editor)):
            return
        text = self._editor.text()
        self._editor.setText(str(self._index.data(Qt.ItemDataRole.EditRole)))
        self.given_up.emit(plain_index(self._index), text, refusal)

    def give_up_unstored(self) -> None:
        """Say that the file did not take what stood in the editor; for when it has to close all the same."""
        if self._editor is not None and not self._stored:
            self.given_up.emit(plain_index(self._index), self._editor.text(), self.tr("it could not be written."))
        self._stored = True

    def _refusal(self, editor: QLineEdit) -> str:
        return self._rules.judge(self._index, editor.text())

    def _refuse(self, editor: QLineEdit, refusal: str) -> None:
        _show_invalid(editor, invalid=True)
        editor.selectAll()
        # Who types without looking would put the next mark here, and all that follow a cell too early: Enter ends it.
        self._so_far = None
        self.refused.emit(refusal)

    def _finish(self, editor: QLineEdit, key: Qt.Key | None, modifiers: Qt.KeyboardModifier) -> None:
        if refusal := self._refusal(editor):
            self._refuse(editor, refusal)
            return
        _show_invalid(editor, invalid=False)
        self.settled.emit()
        if self._rules.must_ask(self._index, editor.text()):
            index, text = plain_index(self._index), editor.text()
            self.closeEditor.emit(editor, _KEEP)
            self.asked.emit(index, text)
            return
        self.commitData.emit(editor)
        if self._stored:
            self.closeEditor.emit(editor, _KEEP)
            self.ended.emit(key, modifiers)

    def _cancel(self, editor: QLineEdit) -> None:
        self.settled.emit()
        self.closeEditor.emit(editor, _KEEP)

    def _follow(self, text: str) -> None:
        """A complete mark ends its entry by itself, and one that can never become any is refused at once."""
        editor, former = self._editor, self._so_far
        if editor is None or former is None or not self.keypad:
            return
        grown = text.startswith(former) and len(text) == len(former) + 1 and editor.cursorPosition() == len(text)
        self._so_far = text if grown else None
        if not grown:
            return
        found = self._rules.typed(self._index, text)
        if found is Typed.COMPLETE:
            self._finish(editor, None, Qt.KeyboardModifier.NoModifier)
        elif found is Typed.IMPOSSIBLE and (refusal := self._refusal(editor)):
            self._refuse(editor, refusal)

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
        editor.textEdited.connect(self._follow)
        self._editor, self._index = editor, QPersistentModelIndex(index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor (Qt)."""
        if editor is self._editor:
            self._editor, self._so_far = None, None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the mark as it is edited; what is being typed is left alone when the grid is read again (Qt)."""
        line = cast("QLineEdit", editor)
        if not line.isModified():
            line.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Record what was typed, unless it is no mark, or something has to be said first (Qt)."""
        text = cast("QLineEdit", editor).text()
        if self._rules.judge(index, text):
            return
        if self._rules.must_ask(index, text):
            self.asked.emit(plain_index(index), text)
        else:
            # What the file did not take stays in its editor; why, the foot of the window says.
            self._stored = model.setData(plain_index(index), text, Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab, Escape and the loss of the focus end an entry (Qt)."""
        if watched is self._editor and self._editor is not None:
            if event.type() is QEvent.Type.KeyPress:
                pressed = cast("QKeyEvent", event)
                key = Qt.Key(pressed.key())
                if key in _ENDS:
                    self._finish(self._editor, key, pressed.modifiers())
                    return True
                if key is Qt.Key.Key_Escape:
                    self._cancel(self._editor)
                    return True
            elif event.type() is QEvent.Type.ShortcutOverride and _is_undo(cast("QKeyEvent", event)):
                # The line would take back its own letters: here Ctrl+Z means the act.
                event.ignore()
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
        if index.data(COMMENT_ROLE):
            given: Any = option
            _paint_corner(painter, given.rect)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _show_invalid(editor: QLineEdit, *, invalid: bool) -> None:
    editor.setProperty("invalid", "true" if invalid else "false")
    editor.style().polish(editor)


def _paint_corner(painter: QPainter, frame: QRect) -> None:
    """The corner that says « there is a comment », as spreadsheets draw it."""
    side, right, top = theme.px(_CORNER), frame.right() + 1, frame.top()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawPolygon(QPolygon([QPoint(right - side, top), QPoint(right, top), QPoint(right, top + side)]))
    painter.restore()


def plain_index(index: Index) -> QModelIndex:
    """An index as Qt's methods take it."""
    return QModelIndex(index)  # type: ignore[arg-type] # the stubs know no way from a persistent index
