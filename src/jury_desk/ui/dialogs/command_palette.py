"""Ctrl+K: every act and every page by a few letters of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QFrame, QLineEdit, QListView, QWidget

from jury_desk.ui import theme
from jury_desk.ui.models.search_proxy import plain
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.line_delegate import Line, LineDelegate
from jury_desk.ui.widgets.text import muted

COMMAND_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done or gone to; ``detail`` is its shortcut or where it belongs."""

    name: str
    run: Callable[[], object]
    detail: str = ""


def matches(typed: str, name: str) -> int | None:
    """How well ``typed`` finds ``name``: 0 at its beginning, more the later; ``None``: not at all.

    Every word typed is looked for, accents and case aside; failing that, its letters in their order.
    """
    wanted, content = plain(typed), plain(name)
    words = wanted.split()
    if all(word in content for word in words):
        return sum(content.index(word) for word in words)
    rest = iter(content)
    return 1000 if all(letter in rest for letter in wanted.replace(" ", "")) else None


class CommandModel(QAbstractListModel):
    """The commands found, the best first."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(commands)
        self._found = list(commands)

    def search(self, typed: str) -> None:
        """Keep what ``typed`` finds."""
        ranked = [(score, command) for command in self._all if (score := matches(typed, command.name)) is not None]
        self.beginResetModel()
        self._found = [command for _, command in sorted(ranked, key=lambda pair: pair[0])]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many commands are found (Qt)."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line shows and says (Qt)."""
        if not (index.isValid() and 0 <= index.row() < len(self._found)):
            return None
        command = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return command.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{command.name}, {command.detail}" if command.detail else command.name
            case _ if role == COMMAND_ROLE:
                return command
        return None


class CommandPalette(QDialog):
    """A field and the commands it finds; Up, Down and Enter from within the field, Escape closes."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Search for an action"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Search for an action"))
        self.field.setFont(theme.font("emphasis"))
        self.field.installEventFilter(self)
        self._found = CommandModel(commands, self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Actions found"))
        self.list.setProperty("kind", "plain")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self._found)
        self.list.setItemDelegate(LineDelegate(_line, self.list))
        self._nothing = muted(self.tr("Nothing of that name."))
        self._nothing.hide()
        frame = QFrame()
        frame.setProperty("kind", "card")
        inside = column(padding=12, gap=8)
        inside.addWidget(self.field)
        inside.addWidget(self._nothing)
        inside.addWidget(self.list, 1)
        frame.setLayout(inside)
        layout = column()
        layout.addWidget(frame)
        self.setLayout(layout)
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(self._run_index)
        self._search("")

    def open(self) -> None:
        """Show it over the upper middle of its window (Qt)."""
        parent = self.parentWidget()
        room = parent.window() if parent else None
        width, height = theme.px(560), theme.px(420)
        if room:
            width, height = min(width, room.width() - 48), min(height, room.height() - 96)
            self.move(room.mapToGlobal(QPoint((room.width() - width) // 2, 56)))
        self.resize(width, height)
        super().open()
        self.field.setFocus()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._found.search(typed)
        self.list.setCurrentIndex(self._found.index(0))
        self._nothing.setVisible(not self._found.rowCount())

    @Slot(QModelIndex)
    def _run_index(self, index: QModelIndex) -> None:
        command = index.data(COMMAND_ROLE)
        if isinstance(command, Command):
            self.accept()
            command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that walk the list work in the field (Qt)."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run_index(self.list.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                QApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)


def _line(index: Index) -> Line:
    command: Command = index.data(COMMAND_ROLE)
    return Line(command.name, command.detail, strong=False)
