"""The grid of marks as it is typed into: from the keypad, without ever reaching for the mouse."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QKeyCombination, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.score_delegate import Index, ScoreDelegate
from jury_desk.ui.widgets.wrapped_header import RowNames, WrappedHeader

_STATE_KEYS = {Qt.Key.Key_A: "absent", Qt.Key.Key_R: "recused", Qt.Key.Key_X: "abstained"}
_COPY_WITH_HEADERS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)
_TYPED = frozenset("0123456789,.+-/")
_NAME_WIDTH = 240
_COLUMN_WIDTH = 76
_LAST_WIDTHS = (84, 68)
_LEAST_ROWS = 4


class ScoreView(QTableView):
    """Digits open the editor, Enter goes down, Tab goes right over mark cells only, Delete blanks.

    ``a`` absent, ``r`` recused, ``x`` abstained put the whole sheet of the row into that state.

    Args:
        judge: why a text is no mark of a cell; empty when it is one.
        is_mark_cell: whether a mark belongs in a cell.

    Signals:
        sheet_state_requested: ``absent``, ``recused`` or ``abstained``, for the current row.
        blank_requested: the selected cells are to be blank.
        copy_requested: whether with headers.
        paste_requested: at the current cell.
        fill_requested: the selection is to take the value of its top row.
        locked_key_pressed: a digit was typed on a cell that takes none now.
        current_changed: another cell is current.
    """

    sheet_state_requested = Signal(str)
    blank_requested = Signal()
    copy_requested = Signal(bool)
    paste_requested = Signal()
    fill_requested = Signal()
    locked_key_pressed = Signal()
    current_changed = Signal()

    def __init__(
        self, judge: Callable[[Index, str], str], is_mark_cell: Callable[[Index], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_mark_cell = is_mark_cell
        self._delegate = ScoreDelegate(judge, self)
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

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor, or put the former mark back when it is none; then close the editor."""
        editor = self._delegate.editor
        if editor is None:
            return
        self._delegate.give_up_unusable()
        self.commitData(editor)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def set_wide_cells(self, rows: dict[int, int]) -> None:
        """Let the first cell of these rows span so many columns; every other row stands cell by cell."""
        for row in range(self.model().rowCount() if self.model() else 0):
            wanted = rows.get(row, 1)
            if self.columnSpan(row, 0) != wanted:
                self.setSpan(row, 0, 1, wanted)

    def go_to(self, index: Index) -> None:
        """Make a cell current and take the focus."""
        self.setCurrentIndex(_plain(index))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress_headers(self) -> None:
        columns = WrappedHeader(self)
        self.setHorizontalHeader(columns)
        columns.setMinimumSectionSize(theme.px(_COLUMN_WIDTH))
        rows = RowNames(self)
        self.setVerticalHeader(rows)
        rows.setDefaultSectionSize(theme.px(theme.ROW))
        rows.setFixedWidth(theme.px(_NAME_WIDTH))

    def fit_columns(self) -> None:
        """Share the width among the criteria; the total and the state of the sheet keep theirs."""
        header = self.horizontalHeader()
        last = self.model().columnCount() - len(_LAST_WIDTHS)
        for column in range(self.model().columnCount()):
            if column < last:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, theme.px(_LAST_WIDTHS[column - last]))

    def least_height(self) -> int:
        """How high it is with its first rows; the others scroll."""
        frame = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return frame + _LEAST_ROWS * theme.px(theme.ROW)

    def content_height(self) -> int:
        """How high it is with all its rows."""
        return self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names give way where there is little width (Qt)."""
        self.verticalHeader().setFixedWidth(min(theme.px(_NAME_WIDTH), self.width() // 3))
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """All its rows (Qt)."""
        return QSize(super().sizeHint().width(), self.content_height())

    # Moving

    def _below(self, index: Index) -> Index:
        """The next mark cell down, then the top of the next column; the cell itself at the very end."""
        rows, columns = self.model().rowCount(), self.model().columnCount()
        places = ((row, index.column()) for row in range(index.row() + 1, rows))
        following = ((row, column) for column in range(index.column() + 1, columns) for row in range(rows))
        return self._first_mark_cell([*places, *following]) or index

    def _beside(self, index: Index, step: int) -> Index | None:
        """The next mark cell to the right (or left), going on in the next line; ``None`` past the ends."""
        columns = self.model().columnCount()
        at = index.row() * columns + index.column()
        end = self.model().rowCount() * columns if step > 0 else -1
        return self._first_mark_cell([divmod(place, columns) for place in range(at + step, end, step)])

    def _first_mark_cell(self, places: list[tuple[int, int]]) -> QModelIndex | None:
        found = (index for row, column in places if self._is_stop(index := self.model().index(row, column)))
        return next(found, None)

    def _is_stop(self, index: QModelIndex) -> bool:
        covered = self.columnSpan(index.row(), 0) > 1
        return self._is_mark_cell(index) and not covered

    def _go_down(self) -> None:
        if self.currentIndex().isValid():
            self.setCurrentIndex(_plain(self._below(self.currentIndex())))

    def _go_beside(self, step: int) -> bool:
        target = self._beside(self.currentIndex(), step) if self.currentIndex().isValid() else None
        if target is not None:
            self.setCurrentIndex(target)
        return target is not None

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
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(False)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_D:
            self.fill_requested.emit()
        elif event.keyCombination() == _COPY_WITH_HEADERS:
            self.copy_requested.emit(True)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.blank_requested.emit()
        else:
            return False
        return True

    def _took_movement(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_down()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # At an end Tab leaves the grid, as it leaves every other part of the page.
            event.setAccepted(self._go_beside(1 if event.key() == Qt.Key.Key_Tab else -1))
        else:
            return False
        return True

    def _took_typing(self, event: QKeyEvent) -> bool:
        text = event.text()
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not text or not text.isprintable() or plain != Qt.KeyboardModifier.NoModifier:
            return False
        state = _STATE_KEYS.get(Qt.Key(event.key())) if text.isalpha() else None
        if state:
            self.sheet_state_requested.emit(state)
            return True
        if text not in _TYPED:
            return True
        if not self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.locked_key_pressed.emit()
            return True
        return False

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close the editor, then go where its last key asks (Qt)."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint is hints.SubmitModelCache:
            self._go_down()
        elif hint in (hints.EditNextItem, hints.EditPreviousItem):
            self._go_beside(1 if hint is hints.EditNextItem else -1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is current (Qt)."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first mark cell (Qt)."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() and self.model().rowCount():
            rows, columns = self.model().rowCount(), self.model().columnCount()
            first = self._first_mark_cell([(row, column) for row in range(rows) for column in range(columns)])
            if first is not None:
                self.setCurrentIndex(first)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in an editor that can no longer be seen (Qt)."""
        self.commit_pending_edit()
        super().hideEvent(event)


def _plain(index: Index) -> QModelIndex:
    return QModelIndex(index)  # type: ignore[arg-type] # the stubs know no way from a persistent index
