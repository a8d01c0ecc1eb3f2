"""Two parts side by side, or one under the other where there is not the room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from jury_desk.ui import theme


class Pair(QWidget):
    """Side by side from ``width`` pixels at 100 % type on, with these shares of the width."""

    def __init__(
        self, first: QWidget, second: QWidget, *, width: int, shares: tuple[int, int] = (1, 1), top: bool = True
    ) -> None:
        super().__init__()
        self._width = width
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.gap(16))
        align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
        self._line.addWidget(first, shares[0], align)
        self._line.addWidget(second, shares[1], align)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room ends (Qt)."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme.px(self._width)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._line.direction():
            self._line.setDirection(direction)
