"""A layout that sets its parts in lines and breaks where the width ends, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from jury_desk.ui import theme


class FlowLayout(QLayout):
    """Parts from left to right, line by line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = theme.gap(gap)
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, frame: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = frame.marginsRemoved(margins)
        x, y, line = inner.x(), inner.y(), 0
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = [[]]
        for item in self._items:
            if item.isEmpty():
                # Hidden: it leaves no gap.
                continue
            hint = item.sizeHint()
            width = min(hint.width(), inner.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if x + width > inner.right() + 1 and line:
                x, line = inner.x(), 0
                lines.append([])
            lines[-1].append((item, x, QSize(width, height)))
            x += width + self._gap
            line = max(line, height)
        for content in lines:
            height = max((size.height() for _, _, size in content), default=0)
            if move:
                for item, at, size in content:
                    item.setGeometry(QRect(QPoint(at, y + (height - size.height()) // 2), size))
            y += height + self._gap
        return int(y - self._gap - frame.y() + margins.bottom())

    def addItem(self, item: QLayoutItem) -> None:
        """Take another part in (Qt)."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are (Qt)."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part of that index (Qt)."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the part of that index away (Qt)."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs (Qt)."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width (Qt)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need; asked for again and again, and worked out once (Qt)."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """A part has another size (Qt)."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, frame: QRect) -> None:
        """Place the parts (Qt)."""
        super().setGeometry(frame)
        self._arrange(frame, move=True)

    def sizeHint(self) -> QSize:
        """As small as its widest part (Qt)."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest and the highest part (Qt)."""
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size
