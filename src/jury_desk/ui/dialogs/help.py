"""F1: what can be done here, and the keys that do it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jury_desk.ui import theme
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.widgets.buttons import primary
from jury_desk.ui.widgets.text import Text, body, caption


class HelpDialog(Dialog):
    """A sentence on the page shown, and shortcuts in groups: name of the group, then pairs of act and keys."""

    def __init__(
        self,
        about: str,
        groups: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent, width=560)
        self.set_title(self.tr("Help and shortcuts"))
        if about:
            self.body.addWidget(body(about))
        for name, pairs in groups:
            self.body.addWidget(caption(name))
            self.body.addWidget(_table(pairs))
        self.body.addStretch(1)
        done = primary(self.tr("Done"))
        done.clicked.connect(self.accept)
        self.buttons.addWidget(done)


def _table(pairs: Sequence[tuple[str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, theme.gap(8))
    grid.setHorizontalSpacing(theme.gap(24))
    grid.setVerticalSpacing(theme.gap(6))
    for number, (act, keys) in enumerate(pairs):
        grid.addWidget(Text(act), number, 0)
        grid.addWidget(Text(keys, ink="muted", wrap=False), number, 1, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(0, 1)
    made.setLayout(grid)
    return made
