"""Shows the running order: sign, hour, project, who is out; one passage can be moved by mouse or keyboard."""

from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.table_view import paint_hairline

Index = QModelIndex | QPersistentModelIndex

SIGNS = {"to_come": "", "now": "◉", "done": "✓", "absent": "✗", "deferred": "↷", "aborted": "!"}
"""The state of a line, for whoever does not see its colours."""
_INKS = {"now": "accent", "done": "good", "absent": "bad", "deferred": "attention", "aborted": "attention"}
_ROW = 30
_SIGN = 20


class Line(Protocol):
    """What the delegate asks of a row; the model's own rows have it."""

    @property
    def title(self) -> str:
        """The project, or the name of a break."""

    @property
    def candidacy(self) -> str:
        """Whose passage; empty for a break."""

    @property
    def planned(self) -> str:
        """The hour planned."""

    @property
    def expected(self) -> str:
        """The true or expected hour, where it is another."""

    @property
    def marks(self) -> str:
        """Who is out."""

    @property
    def state(self) -> str:
        """Where it stands."""


class RunningOrderDelegate(QStyledItemDelegate):
    """Draws one line."""

    def __init__(self, row_role: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._row_role = row_role

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it (Qt)."""
        given: Any = option
        frame: QRect = given.rect
        line: Line = index.data(self._row_role)
        painter.save()
        if given.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(frame, theme.color("selection"))
        elif line.state == "now":
            painter.fillRect(frame, theme.color("accent_ground"))
        if line.state == "now":
            painter.fillRect(QRect(frame.left(), frame.top(), theme.px(3), frame.height()), theme.color("accent"))
        self._paint_words(painter, frame.adjusted(theme.px(8), 0, -theme.px(8), 0), line)
        paint_hairline(painter, frame)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text (Qt)."""
        del option, index
        return QSize(theme.px(200), theme.px(_ROW))

    def _paint_words(self, painter: QPainter, inner: QRect, line: Line) -> None:
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        plain, small = theme.font(), theme.font("small")
        hour = QFontMetrics(plain).horizontalAdvance("88:88") + theme.px(8)
        quiet = line.state in ("done", "absent", "aborted") or not line.candidacy
        painter.setFont(plain)
        painter.setPen(theme.color(_INKS.get(line.state, "muted")))
        painter.drawText(inner, left, SIGNS[line.state])
        at = inner.adjusted(theme.px(_SIGN), 0, 0, 0)
        painter.setPen(theme.color("muted" if quiet or line.expected else "text"))
        painter.drawText(at, left, line.planned)
        at.setLeft(at.left() + hour)
        if line.expected:
            painter.setPen(theme.color("muted" if quiet else "text"))
            painter.drawText(at, left, line.expected)
            at.setLeft(at.left() + hour)
        if line.marks:
            painter.setFont(small)
            painter.setPen(theme.color("attention"))
            painter.drawText(at, right, line.marks)
            at.setRight(at.right() - QFontMetrics(small).horizontalAdvance(line.marks) - theme.px(8))
        font = theme.font(bold=line.state == "now")
        painter.setFont(font)
        painter.setPen(theme.color("muted" if quiet else "text"))
        painter.drawText(at, left, QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, at.width()))


class RunningOrderView(QListView):
    """The list.

    Signals:
        step_wished: the line is to go up (-1) or down (1).
        place_wished: the line's place is to be typed.
        line_chosen: another line is current.
    """

    step_wished = Signal(int, int)
    place_wished = Signal(int)
    line_chosen = Signal(int)

    def __init__(self, name: str, row_role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RunningOrderDelegate(row_role, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def choose(self, row: int) -> None:
        """Make a line current."""
        if self.model() and 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves the line, Enter asks for its place (Qt)."""
        row = self.currentIndex().row()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wished.emit(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.place_wished.emit(row)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line is current (Qt)."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.line_chosen.emit(current.row())
