"""The index of a long page: its sections, the one in view marked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column


class SectionIndex(QWidget):
    """One line per section.

    Signals:
        section_chosen: a section was asked for, by its name.
    """

    section_chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sections of the page"))
        self._marked = ""
        self._lines: dict[str, QPushButton] = {}
        layout = column(gap=4)
        for name, title in sections:
            line = link(title)
            line.clicked.connect(partial(self._choose, name))
            self._lines[name] = line
            layout.addWidget(line)
        layout.addStretch(1)
        layout.setContentsMargins(theme.px(8), 0, 0, 0)
        self.setLayout(layout)
        if sections:
            self.mark(sections[0][0])

    @property
    def marked(self) -> str:
        """The section in view."""
        return self._marked

    @Slot()
    def _choose(self, name: str, _checked: bool = False) -> None:
        self.section_chosen.emit(name)

    def mark(self, name: str) -> None:
        """Mark a section as the one in view."""
        if name == self._marked:
            return
        self._marked = name
        for each, line in self._lines.items():
            font = theme.font(bold=each == name)
            line.setFont(font)
            line.setAccessibleDescription(self.tr("in view") if each == name else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar beside the section in view (Qt)."""
        del event
        line = self._lines.get(self._marked)
        if line is None:
            return
        with QPainter(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRect(0, line.y() + theme.px(4), theme.px(3), line.height() - theme.px(8))
