"""The head of a page that belongs to no stage: its name, a remark, and its buttons at right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided


class Heading(QWidget):
    """A title with a quiet line under it; :meth:`add` puts parts at its right."""

    def __init__(self, title: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Elided(title, "page", bold=True)
        self.remark = Elided(remark, "text", ink="muted")
        self.remark.setVisible(bool(remark))
        words = column(gap=2)
        words.addWidget(self.title)
        words.addWidget(self.remark)
        self._line = row(gap=8)
        self._line.addLayout(words, 1)
        self.setLayout(self._line)

    def set_remark(self, remark: str) -> None:
        """Say something else under the title."""
        self.remark.set_text(remark)
        self.remark.setVisible(bool(remark))

    def add(self, part: QWidget) -> None:
        """Put a part at the right."""
        self._line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
