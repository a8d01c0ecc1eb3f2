"""The files opened last, with where they are and where they stood; loaded when there are any."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.ui import theme
from jury_desk.ui.settings import RecentFile
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice import WordsButton
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BREAK = "\u200b"
"""Lets a long path go on in the next line after a separator; it is not seen."""


class RecentLine(WordsButton):
    """One file: its title and when it was opened, under them where it stood and where it is.

    A file that is gone is muted and cannot be chosen.
    """

    def __init__(self, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        there = file.exists
        gone = "" if there else self.tr("no longer there")
        self.setEnabled(there)
        self.setToolTip(file.path)
        self.setAccessibleName(", ".join(part for part in (file.title, file.standing, file.path, gone) if part))
        where = file.path.replace(str(Path.home()), "~", 1)
        under = f"{file.standing} · {where}" if file.standing else where
        head = row(gap=12)
        name = file.title or Path(file.path).stem
        head.addWidget(Text(name, "emphasis", ink="text" if there else "muted", bold=there), 1)
        head.addWidget(Text(gone or moment_text(file.opened_at), "small", ink="muted", wrap=False))
        layout = column(gap=4)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        layout.addLayout(head)
        layout.addWidget(Text(under.replace("/", f"/{_BREAK}").replace("\\", f"\\{_BREAK}"), "small", ink="muted"))
        self.setLayout(layout)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw a surface where the mouse or the keyboard is (Qt)."""
        del event
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            self.draw_frame("selection" if self.isDown() else "accent_ground", "accent", 2 if self.hasFocus() else 0)


class RecentList(QWidget):
    """Recent files, one under the other, the newest first.

    Signals:
        file_chosen: the path of the file to open.
    """

    file_chosen = Signal(str)

    def __init__(self, recent: list[RecentFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(gap=0)
        for file in recent:
            line = RecentLine(file)
            line.clicked.connect(partial(self._choose, file.path))
            layout.addWidget(line)
        layout.addStretch(1)
        self.setLayout(layout)

    @Slot()
    def _choose(self, path: str, _checked: bool = False) -> None:
        self.file_chosen.emit(path)
