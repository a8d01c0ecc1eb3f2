"""A list of passages or jurors, each with how far its sheets are: a thin bar, and the count in figures."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.share_bar import paint_share

Index = QModelIndex | QPersistentModelIndex

NOTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""What stands at the right of the title: « 5/7 »."""
SHARE_ROLE = NOTE_ROLE + 1
"""How full the bar is, 0 to 1."""


class ProgressDelegate(QStyledItemDelegate):
    """Paints a title, its count and its bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line of the list (Qt)."""
        given: Any = option
        frame: QRect = given.rect
        chosen = bool(given.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(frame, theme.color("selection"))
            painter.fillRect(QRect(frame.left(), frame.top(), theme.px(3), frame.height()), theme.color("accent"))
        inner = frame.adjusted(theme.px(12), theme.px(6), -theme.px(12), -theme.px(8))
        self._write(painter, inner, index, chosen=chosen)
        bar = QRectF(inner.left(), inner.bottom() + 1 - theme.px(4), inner.width(), theme.px(4))
        share = float(index.data(SHARE_ROLE) or 0)
        paint_share(painter, bar, share, "good" if share >= 1 else "accent")
        painter.restore()

    def _write(self, painter: QPainter, inner: QRect, index: Index, *, chosen: bool) -> None:
        note = str(index.data(NOTE_ROLE) or "")
        small = theme.font("small")
        width = QFontMetrics(small).horizontalAdvance(note)
        line = QRect(inner.left(), inner.top(), inner.width(), inner.height() - theme.px(8))
        painter.setFont(small)
        painter.setPen(theme.color("text" if chosen else "muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        font = theme.font(bold=chosen)
        room = line.width() - width - theme.px(8)
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text and the bar (Qt)."""
        del option, index
        return QSize(theme.px(160), QFontMetrics(theme.font(bold=True)).height() + theme.px(24))


class ProgressList(QListView):
    """The list.

    Signals:
        row_chosen: another line is current.
    """

    row_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(ProgressDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def choose(self, row: int) -> None:
        """Make a line current."""
        if self.model() and 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def dataChanged(
        self,
        topLeft: Index,  # noqa: N803 -- Qt's own names
        bottomRight: Index,  # noqa: N803
        roles: Sequence[int] = (),
    ) -> None:
        """Draw the changed lines again, and no others: none grows, so there is nothing to lay out anew (Qt)."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line is current (Qt)."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_chosen.emit(current.row())
