"""The spine of the window: the path of the edition as a line of stages, then the pages about all of it."""

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jury_desk.ui import theme

RowKind = Literal["heading", "done", "now", "to_come", "gap", "page"]
STAGE_KINDS = ("done", "now", "to_come")

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """One line: ``key`` says where it leads (empty: nowhere), ``says`` is what a screen reader says."""

    kind: RowKind
    text: str = ""
    key: str = ""
    count: str = ""
    says: str = ""


class SidebarModel(QAbstractListModel):
    """The lines of the sidebar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SidebarRow] = []

    def set_rows(self, rows: list[SidebarRow]) -> None:
        """Show these lines."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(max(0, len(rows) - 1)))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The number of the line that leads to ``key``, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def first(self) -> int:
        """The number of the first line that leads somewhere."""
        return next((number for number, row in enumerate(self._rows) if row.key), 0)

    def row_at(self, number: int) -> SidebarRow | None:
        """The line of that number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines there are (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line shows and says (Qt)."""
        row = self.row_at(index.row())
        if row is None or not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.says or row.text
            case Qt.ItemDataRole.ToolTipRole:
                return (row.says or row.text) if row.key else None
            case _ if role == ROW_ROLE:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only lines that lead somewhere can be reached (Qt)."""
        row = self.row_at(index.row())
        reachable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return reachable if row and row.key else Qt.ItemFlag.NoItemFlags


class SidebarDelegate(QStyledItemDelegate):
    """Draws the line of stages: filled = done, ring = now, empty = to come."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line (Qt)."""
        row: SidebarRow = index.data(ROW_ROLE)
        frame: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if row.key:
            _paint_ground(
                painter,
                QRectF(frame).adjusted(theme.gap(8), 1, -theme.gap(8), -1),
                chosen=chosen,
                hovered=bool(state & QStyle.StateFlag.State_MouseOver),
                focused=chosen and bool(state & QStyle.StateFlag.State_HasFocus),
            )
        if row.kind in STAGE_KINDS:
            self._paint_spine(painter, frame, index, row)
        elif row.kind == "gap":
            painter.setPen(QPen(theme.color("line"), theme.tokens().stroke))
            middle = frame.center().y()
            painter.drawLine(frame.left() + theme.gap(16), middle, frame.right() - theme.gap(16), middle)
        _paint_words(painter, frame, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Stages have room for the line between them (Qt)."""
        del option
        row: SidebarRow = index.data(ROW_ROLE)
        height = {"gap": 24, "heading": 36}.get(row.kind, 38 if row.kind in STAGE_KINDS else 34)
        return QSize(theme.px(120), theme.px(height))

    def _paint_spine(self, painter: QPainter, frame: QRect, index: Index, row: SidebarRow) -> None:
        x, y, radius = frame.left() + theme.gap(28), frame.center().y() + 0.5, theme.px(6)
        space = radius + theme.px(3)
        pen = QPen(theme.color("line"), theme.px(2))
        passed = QPen(theme.color("accent"), theme.px(2))
        before, after = (_kind(index.sibling(index.row() + step, 0)) for step in (-1, 1))
        if before in STAGE_KINDS:
            painter.setPen(pen if row.kind == "to_come" else passed)
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, y - space))
        if after in STAGE_KINDS:
            painter.setPen(passed if row.kind == "done" and after != "to_come" else pen)
            painter.drawLine(QPointF(x, y + space), QPointF(x, frame.bottom() + 1))
        ink = theme.color("muted" if row.kind == "to_come" else "accent")
        painter.setPen(QPen(ink, theme.px(2)))
        painter.setBrush(ink if row.kind == "done" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if row.kind == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(x, y), radius / 2, radius / 2)


def _kind(index: QModelIndex) -> str:
    row = index.data(ROW_ROLE)
    return row.kind if isinstance(row, SidebarRow) else ""


def _paint_ground(painter: QPainter, frame: QRectF, *, chosen: bool, hovered: bool, focused: bool) -> None:
    ground = QColor(theme.tokens().selection if chosen else theme.tokens().accent_ground)
    painter.setPen(QPen(theme.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(ground if chosen or hovered else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, theme.px(theme.CORNER), theme.px(theme.CORNER))


def _paint_words(painter: QPainter, frame: QRect, row: SidebarRow) -> None:
    strong = row.kind in ("now", "heading")
    font = theme.font("small" if row.kind == "heading" else "text", bold=strong)
    left = theme.gap(28) + theme.px(18) if row.kind in STAGE_KINDS else theme.gap(20)
    words = frame.adjusted(left, 0, -theme.gap(20), 0)
    quiet = row.kind in ("heading", "to_come")
    # Without much room the name matters more; a screen reader and the tooltip still say the count.
    if row.count and frame.width() >= theme.px(150):
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text" if row.kind == "now" else "muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.count)
        taken = QFontMetrics(theme.font("small")).horizontalAdvance(row.count)
        words.setRight(words.right() - taken - theme.px(8))
    painter.setFont(font)
    painter.setPen(theme.color("muted" if quiet else "text"))
    text = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class Sidebar(QListView):
    """The list at the left of the window; Up and Down walk over the lines that lead somewhere.

    Signals:
        key_chosen: the key of the line that was chosen.
    """

    key_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Path of the edition and pages"))
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._lines = SidebarModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(SidebarDelegate(self))
        self.selectionModel().currentChanged.connect(self._announce)

    def set_rows(self, rows: list[SidebarRow]) -> None:
        """Show these lines, the chosen one kept."""
        chosen = self.chosen
        self._lines.set_rows(rows)
        self.choose(chosen)

    @property
    def chosen(self) -> str:
        """The key of the chosen line."""
        row = self._lines.row_at(self.currentIndex().row())
        return row.key if row else ""

    def choose(self, key: str) -> None:
        """Mark the line that leads to ``key`` as chosen, without announcing it."""
        number = self._lines.row_of(key)
        blocked = self.selectionModel().blockSignals(True)
        if number >= 0:
            index = self._lines.index(number)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.selectionModel().clear()
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _announce(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._lines.row_at(current.row())
        if row and row.key:
            self.key_chosen.emit(row.key)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home goes to the first line that leads somewhere (Qt)."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._lines.index(self._lines.first())
        return super().moveCursor(action, modifiers)

    def viewportEvent(self, event: QEvent) -> bool:
        """A hand over the lines that lead somewhere (Qt)."""
        if event.type() == QEvent.Type.HoverMove:
            at = event.position().toPoint()  # type: ignore[attr-defined] # it is a hover event
            row = self._lines.row_at(self.indexAt(at).row())
            shape = Qt.CursorShape.PointingHandCursor if row and row.key else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)
