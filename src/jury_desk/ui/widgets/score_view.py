"""The grid of marks as it is typed into: from the keypad, without ever reaching for the mouse."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from jury_desk.domain.keypad import Typed
from jury_desk.domain.sheet_number import LETTER
from jury_desk.ui import theme
from jury_desk.ui.widgets.score_delegate import Index, MarkRules, ScoreDelegate, plain_index
from jury_desk.ui.widgets.score_moves import ScoreMoves
from jury_desk.ui.widgets.wrapped_header import RowNames, WrappedHeader

_STATE_KEYS = {Qt.Key.Key_A: "absent", Qt.Key.Key_R: "recused", Qt.Key.Key_X: "abstained"}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_TYPED = frozenset("0123456789,.+-/")
_EDGES = {
    QAbstractItemView.CursorAction.MoveLeft: "left",
    QAbstractItemView.CursorAction.MoveRight: "right",
    QAbstractItemView.CursorAction.MoveUp: "up",
    QAbstractItemView.CursorAction.MoveDown: "down",
}
_NAME_WIDTH = 232
_COLUMN_WIDTH, _NARROW_WIDTH = 76, 46
_LAST_WIDTHS, _NARROW_LAST_WIDTHS = (72, 68), (60, 56)
_NAME_SHARE, _NARROW_NAME_SHARE = 33, 26
"""Of how many per cent of the width the names take at most."""
_LEAST_ROWS = 4


@dataclass
class Manner:
    """How entries end.

    Attributes:
        keypad: a mark that no further key can change ends by itself, and the cursor follows the criteria of a sheet.
        enter_stays: Enter records and the cursor stays, for who listens to a screen reader.
    """

    keypad: bool = False
    enter_stays: bool = False


class ScoreView(QTableView):
    """Digits open the editor, Enter goes down, Tab goes right over mark cells only, Delete blanks.

    ``a`` absent, ``r`` recused, ``x`` abstained put the whole sheet of the row into that state. On the keypad a
    complete mark needs no Enter: the cursor goes on along the sheet, then to the next one.

    Args:
        rules: what the grid must know of the marks while they are typed.

    Signals:
        sheet_state_requested: ``absent``, ``recused`` or ``abstained``, for the current row.
        blank_requested: the selected cells are to be blank.
        copy_requested: whether with headers.
        paste_requested: at the current cell.
        fill_requested: the selection is to take the value of its top row.
        comment_requested: something is to be written about the current cell.
        explanation_requested: where the figure of the current cell, or the total of its sheet, comes from is asked.
        menu_requested: the menu of the current cell, at that place of the screen.
        locked_key_pressed: a digit was typed on a cell that takes none now.
        end_reached: the last mark of the grid was typed: nothing is taken any more until the cursor moves.
        next_requested: Enter after that.
        number_requested: the letter before the number of a paper sheet was typed, as a scanner does.
        current_changed: another cell is current.
    """

    sheet_state_requested = Signal(str)
    blank_requested = Signal()
    copy_requested = Signal(bool)
    paste_requested = Signal()
    fill_requested = Signal()
    comment_requested = Signal()
    explanation_requested = Signal()
    menu_requested = Signal(QPoint)
    locked_key_pressed = Signal()
    end_reached = Signal()
    next_requested = Signal()
    number_requested = Signal()
    current_changed = Signal()

    def __init__(self, rules: MarkRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.manner = Manner()
        self._rules = rules
        self._moves = ScoreMoves(self, rules)
        self._past_end = False
        self._delegate = ScoreDelegate(rules, self)
        self._delegate.ended.connect(self._go_on)
        self.setItemDelegate(self._delegate)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self._dress_headers()

    @property
    def delegate(self) -> ScoreDelegate:
        """Who opens the editor."""
        return self._delegate

    @property
    def past_end(self) -> bool:
        """Whether the last mark was typed, so that the next key must not change it unseen."""
        return self._past_end

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor, or put the former mark back when it is none; then close the editor."""
        editor = self._delegate.editor
        if editor is None:
            return
        self._delegate.give_up_unusable()
        self.commitData(editor)
        self._delegate.give_up_unstored()
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def set_wide_cells(self, rows: dict[int, int]) -> None:
        """Let the first cell of these rows span so many columns; every other row stands cell by cell."""
        for row in range(self.model().rowCount() if self.model() else 0):
            wanted = rows.get(row, 1)
            if self.columnSpan(row, 0) != wanted:
                self.setSpan(row, 0, 1, wanted)

    def go_to(self, index: Index) -> None:
        """Make a cell current and take the focus."""
        self._past_end = False
        self.setCurrentIndex(plain_index(index))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, index: QModelIndex | None = None) -> None:
        """Make a cell current, or the first that takes a mark, without taking the focus."""
        self._past_end = False
        target = index or self._moves.first()
        if target is not None:
            self.setCurrentIndex(target)

    def go_on(self) -> None:
        """Go where a mark that was just recorded leads: on along the sheet, or down."""
        self._go_on(None if self.manner.keypad else Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    def _dress_headers(self) -> None:
        columns = self._columns = WrappedHeader(self)
        self.setHorizontalHeader(columns)
        columns.setMinimumSectionSize(theme.px(_COLUMN_WIDTH))
        rows = RowNames(self)
        self.setVerticalHeader(rows)
        rows.setDefaultSectionSize(theme.px(theme.ROW))
        rows.setFixedWidth(theme.px(_NAME_WIDTH))

    def fit_columns(self) -> None:
        """Share the width among the criteria; the total and the state of the sheet keep theirs.

        Where there is not enough for their names, short forms stand over narrower columns, so that more are in sight.
        """
        header, count = self._columns, self.model().columnCount()
        last = count - len(_LAST_WIDTHS)
        names = min(theme.px(_NAME_WIDTH), self.width() * _NAME_SHARE // 100)
        wanted = (
            names + theme.px(last * _COLUMN_WIDTH + sum(_LAST_WIDTHS)) + self.verticalScrollBar().sizeHint().width()
        )
        narrow = header.narrow = 0 < self.width() < wanted
        share = _NARROW_NAME_SHARE if narrow else _NAME_SHARE
        self.verticalHeader().setFixedWidth(min(theme.px(_NAME_WIDTH), self.width() * share // 100))
        header.setMinimumSectionSize(theme.px(_NARROW_WIDTH if narrow else _COLUMN_WIDTH))
        for column in range(count):
            if column < last:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                widths = _NARROW_LAST_WIDTHS if narrow else _LAST_WIDTHS
                self.setColumnWidth(column, theme.px(widths[column - last]))

    def least_height(self) -> int:
        """How high it is with its first rows; the others scroll."""
        return self._frame_height() + _LEAST_ROWS * theme.px(theme.ROW)

    def content_height(self) -> int:
        """How high it is with all its rows."""
        return self._frame_height() + self.verticalHeader().length()

    def _frame_height(self) -> int:
        """What is above and below the rows."""
        scrolls = self._columns.length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        return self._columns.sizeHint().height() + 2 * self.frameWidth() + bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names give way where there is little width, and the current row stays in sight in a lower grid (Qt)."""
        if self.model():
            self.fit_columns()
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """All its rows (Qt)."""
        return QSize(super().sizeHint().width(), self.content_height())

    # Moving

    @Slot(object, object)
    def _go_on(self, key: Qt.Key | None, modifiers: Qt.KeyboardModifier) -> None:
        """Go where the key that ended an entry leads; without one the mark was complete by itself."""
        index, back = self.currentIndex(), bool(modifiers & _SHIFT)
        if not index.isValid():
            return
        if key is None:
            self._advance(self._moves.beside(index, alike=True))
        elif key in _ENTER:
            if not self.manner.enter_stays:
                move = self._moves.beside if self.manner.keypad else self._moves.below
                self._advance(move(index, -1 if back else 1, alike=True))
        elif key in _TABS:
            self._go_to(self._moves.beside(index, 1 if key is Qt.Key.Key_Tab and not back else -1))
        else:
            self._go_straight(1 if key is Qt.Key.Key_Down else -1)

    def _advance(self, target: QModelIndex | None) -> None:
        if target is not None:
            self.setCurrentIndex(target)
        else:
            self._past_end = True
            self.end_reached.emit()

    def _go_straight(self, step: int) -> None:
        target = self._moves.below(self.currentIndex(), step)
        if target is not None and target.column() == self.currentIndex().column():
            self.setCurrentIndex(target)

    def _go_to(self, target: QModelIndex | None) -> bool:
        if target is not None:
            self.setCurrentIndex(target)
        return target is not None

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 -- Qt's own name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Home, End and the arrows with Ctrl as in a spreadsheet, over mark cells (Qt)."""
        index, action = self.currentIndex(), QAbstractItemView.CursorAction
        whole = bool(modifiers & _CONTROL)
        target = None
        if cursorAction is action.MoveHome:
            target = self._moves.first(None if whole else index.row())
        elif cursorAction is action.MoveEnd:
            target = self._moves.last(None if whole else index.row())
        elif whole and cursorAction in _EDGES:
            target = self._moves.edge(index, _EDGES[cursorAction]) or index
        return super().moveCursor(cursorAction, modifiers) if target is None else target

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Ctrl and Shift with an arrow select up to the edge, which Qt takes for moving alone (Qt)."""
        both = _CONTROL | _SHIFT
        if isinstance(event, QKeyEvent) and event.modifiers() & both == both:
            return QItemSelectionModel.SelectionFlag.SelectCurrent
        return super().selectionCommand(index, event)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the grid; everything else is Qt's (Qt)."""
        if not any(handle(event) for handle in self._handlers()):
            super().keyPressEvent(event)

    def _handlers(self) -> Iterator[Callable[[QKeyEvent], bool]]:
        yield self._took_command
        yield self._took_movement
        yield self._took_typing

    def _took_command(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & ~_KEYPAD
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(False)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif control == _CONTROL and event.key() == Qt.Key.Key_D:
            self.fill_requested.emit()
        elif control == _CONTROL | _SHIFT and event.key() == Qt.Key.Key_C:
            self.copy_requested.emit(True)
        elif control == _SHIFT and event.key() == Qt.Key.Key_F2:
            self.comment_requested.emit()
        elif event.key() == Qt.Key.Key_F9:
            self.explanation_requested.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._past_end = False
            self.blank_requested.emit()
        else:
            return False
        return True

    def _took_movement(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            if self._past_end:
                self.next_requested.emit()
            else:
                self._go_on(Qt.Key(event.key()), event.modifiers())
        elif event.key() in _TABS:
            # At an end Tab leaves the grid, as it leaves every other part of the page.
            step = 1 if event.key() == Qt.Key.Key_Tab else -1
            event.setAccepted(
                self.currentIndex().isValid() and self._go_to(self._moves.beside(self.currentIndex(), step))
            )
        else:
            return False
        return True

    def _took_typing(self, event: QKeyEvent) -> bool:
        text = event.text()
        plain = event.modifiers() & ~(_SHIFT | _KEYPAD)
        if not text or not text.isprintable() or plain != Qt.KeyboardModifier.NoModifier:
            return False
        state = _STATE_KEYS.get(Qt.Key(event.key())) if text.isalpha() else None
        if state:
            self.sheet_state_requested.emit(state)
            return True
        if text in _TYPED and not self._past_end and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            return self._took_complete_mark(text)
        if text.upper() == LETTER:
            self.number_requested.emit()
        elif text in _TYPED:
            (self.end_reached if self._past_end else self.locked_key_pressed).emit()
        return True

    def _took_complete_mark(self, text: str) -> bool:
        """A single key that is a whole mark needs no editor; any other one opens it."""
        self._delegate.keypad = self.manner.keypad
        index = self.currentIndex()
        at_once = (
            self.manner.keypad
            and self._rules.typed(index, text) is Typed.COMPLETE
            and not self._rules.must_ask(index, text)
        )
        if at_once and self.model().setData(index, text):
            self._delegate.settled.emit()
            self._go_on(None, Qt.KeyboardModifier.NoModifier)
            return True
        self._delegate.expect_typing()
        return False

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close the editor; where the cursor goes then, the key that ended the entry says (Qt)."""
        del hint
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is current (Qt)."""
        super().currentChanged(current, previous)
        self._past_end = False
        self.current_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click says that the cell is meant (Qt)."""
        self._past_end = False
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the mouse, or of the current one from the keyboard (Qt)."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first mark cell (Qt)."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model():
            self.begin()
