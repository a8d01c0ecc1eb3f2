"""What a page shows while there is nothing: what it is for, and the button to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link, primary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.text import Text


class EmptyView(QWidget):
    """A title, a sentence and, with ``button``, the act to begin with; ``other`` names another way.

    Signals:
        button_chosen: the button was pressed.
        other_chosen: the other way was chosen.
    """

    button_chosen = Signal()
    other_chosen = Signal()

    def __init__(
        self, title: str, sentence: str, button: str = "", other: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Text(title, "section", bold=True)
        self.sentence = Text(sentence, ink="muted")
        self.button: QPushButton | None = primary(button) if button else None
        self.other: QPushButton | None = link(other) if other else None
        layout = column(padding=24, gap=8)
        layout.addStretch(2)
        for part in (self.title, self.sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setMaximumWidth(theme.px(520))
            centred = row(gap=0)
            centred.addStretch(1)
            centred.addWidget(part, 1000)
            centred.addStretch(1)
            layout.addLayout(centred)
        if self.button:
            layout.addSpacing(theme.gap(8))
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.button.clicked.connect(self.button_chosen)
        if self.other:
            layout.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
            self.other.clicked.connect(self.other_chosen)
        layout.addStretch(3)
        self.setLayout(layout)
