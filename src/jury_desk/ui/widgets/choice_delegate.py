"""Cells that are typed into, chosen from a list, or ticked; their text has room on both sides."""

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.cells import paint_cell
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.table_view import RowDelegate

Index = QModelIndex | QPersistentModelIndex

_PADDING = 10
_SIGNS = {True: "☑", False: "☐"}


class ChoiceDelegate(RowDelegate):
    """Edits with a list where the model names choices, with a line elsewhere; Space and a click tick.

    Args:
        choices_role: under which the model names them, as (value, words).
    """

    def __init__(self, choices_role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices_role = choices_role

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list, open at once, or a line (Qt)."""
        del option
        choices = index.data(self._choices_role)
        if not choices:
            line = QLineEdit(parent)
            line.setStyleSheet("QLineEdit { min-height: 0; }")
            line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            return line
        box = ChoiceBox(parent)
        box.setStyleSheet("QComboBox { min-height: 0; }")
        box.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(self._take)
        return box

    @Slot()
    def _take(self) -> None:
        box = cast("QWidget", self.sender())
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the present value (Qt)."""
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(value), 0))
            return
        cast("QLineEdit", editor).setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the chosen or typed value (Qt)."""
        value = editor.currentData() if isinstance(editor, QComboBox) else cast("QLineEdit", editor).text()
        model.setData(cast("QModelIndex", index), value, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Cover the cell (Qt)."""
        del index
        given: Any = option
        editor.setGeometry(given.rect)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick with a click anywhere in the cell, or with Space (Qt)."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return super().editorEvent(event, model, option, index)
        given: Any = event
        pressed = event.type() is QEvent.Type.MouseButtonRelease or (
            event.type() is QEvent.Type.KeyPress and given.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        )
        if not pressed:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return bool(model.setData(cast("QModelIndex", index), other, Qt.ItemDataRole.CheckStateRole))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the text, a tick before it where there is one, and a frame where the keyboard is (Qt)."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        sign = "" if state is None else f"{_SIGNS[Qt.CheckState(state) is Qt.CheckState.Checked]}  "
        paint_cell(painter, option, index, padding=_PADDING, before=sign, focused=self._is_current(option, index))

    def _is_current(self, option: QStyleOptionViewItem, index: Index) -> bool:
        given: Any = option
        view = given.widget
        return view is not None and view.hasFocus() and view.currentIndex() == index

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Its text and the room on both sides (Qt)."""
        return super().sizeHint(option, index) + QSize(theme.px(2 * _PADDING), 0)
