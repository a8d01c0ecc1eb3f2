"""A table whose cells are edited in place: typing, Enter, F2 or a double click begin, Delete asks to take a row out."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QComboBox, QLineEdit, QScrollArea, QWidget

from jury_desk.ui.widgets.table_view import TableView

Index = QModelIndex | QPersistentModelIndex


class EditingTable(TableView):
    """The table.

    Attributes:
        left_by_tab: whether the editor that was closed last was left for the next cell.

    Signals:
        removal_requested: the row is to be taken out.
        move_requested: the row is to go up (-1) or down (1).
        current_changed: another cell is current.
    """

    removal_requested = Signal(int)
    move_requested = Signal(int, int)
    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left_by_tab = False
        # At the next turn: a row just added has its place by then.
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._bring_into_sight)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Edit another model (Qt)."""
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._take_focus)

    @Slot()
    def _take_focus(self) -> None:
        # A reset takes an open editor away, and the focus in it would go anywhere.
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.setFocus()

    def commit_pending_edit(self) -> None:
        """Take what stands in an open editor, and close it."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return
        editors = self.viewport().findChildren(QLineEdit) + self.viewport().findChildren(QComboBox)
        for editor in editors:
            if isinstance(editor.parentWidget(), QComboBox):
                continue
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    @Slot()
    def fit_rows(self) -> None:
        """Be as high as its rows: the page scrolls, not the table."""
        self.setFixedHeight(self.sizeHint().height())

    # Qt

    def sizeHint(self) -> QSize:
        """All its rows (Qt)."""
        header = self.horizontalHeader()
        height = max(header.sizeHint().height(), header.minimumHeight()) + self.verticalHeader().length()
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: fonts and borders are those of the screen from now on (Qt)."""
        super().showEvent(event)
        self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete takes out, Alt with the arrows moves (Qt)."""
        current = self.currentIndex()
        key = event.key()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(current.row(), -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and current.isValid():
            self.removal_requested.emit(current.row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.flags() & Qt.ItemFlag.ItemIsEditable:
            # An open editor lets the key that closed it through to here.
            if self.state() is not QAbstractItemView.State.EditingState:
                self.edit(current)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is current; the page scrolls to it (Qt)."""
        super().currentChanged(current, previous)
        self.current_changed.emit()
        if self.hasFocus():
            self._sight.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is about to be typed can be seen (Qt)."""
        super().focusInEvent(event)
        self._sight.start()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Remember whether Tab closed the editor; from a row that has gone, it leads nowhere by itself (Qt)."""
        hints = QAbstractItemDelegate.EndEditHint
        self.left_by_tab = hint is hints.EditNextItem
        super().closeEditor(editor, hint if self.currentIndex().isValid() else hints.NoHint)

    @Slot()
    def _bring_into_sight(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if area is not None else None
        if area is None or content is None or not self.currentIndex().isValid():
            return
        cell = self.visualRect(self.currentIndex())
        middle = self.viewport().mapTo(content, cell.center())
        area.ensureVisible(area.horizontalScrollBar().value(), middle.y(), 0, 2 * cell.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in an editor that can no longer be seen (Qt)."""
        self.commit_pending_edit()
        super().hideEvent(event)
