"""A question in one line, beside the work and never over it: the sentence, the answer, and the way out."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.text import Text


class AskLine(QFrame):
    """Hidden until it asks; Enter answers, Escape gives up.

    Signals:
        answered: the answer, never empty.
        given_up: the chair left the question unanswered.
    """

    answered = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.question = Text("", bold=True)
        self.hint = Text("", "small", ink="muted")
        self.answer = QLineEdit()
        self.answer.setMaxLength(1000)
        self.answer.setAccessibleName(self.tr("Answer"))
        self._take = secondary(self.tr("Record"))
        self._leave = link(self.tr("Give up"))
        line = row(gap=8)
        line.addWidget(self.answer, 1)
        line.addWidget(self._take)
        line.addWidget(self._leave)
        layout = column(gap=4)
        layout.setContentsMargins(theme.gap(12), theme.gap(8), theme.gap(12), theme.gap(8))
        layout.addWidget(self.question)
        layout.addLayout(line)
        layout.addWidget(self.hint)
        self.setLayout(layout)
        self.answer.returnPressed.connect(self.take)
        self.answer.textChanged.connect(self._allow)
        self._take.clicked.connect(self.take)
        self._leave.clicked.connect(self.give_up)
        self._allow("")
        self.hide()

    def ask(self, question: str, hint: str = "") -> None:
        """Ask, and take the focus."""
        self.question.setText(question)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.answer.setText("")
        self.answer.setAccessibleName(question)
        self.answer.setAccessibleDescription(hint)
        self.show()
        self.answer.setFocus()
        bring_into_sight_soon(self)

    @Slot()
    def take(self) -> None:
        """Give the answer, once there is one."""
        text = self.answer.text().strip()
        if text:
            self.hide()
            self.answered.emit(text)

    @Slot()
    def give_up(self) -> None:
        """Leave the question unanswered."""
        self.hide()
        self.given_up.emit()

    @Slot(str)
    def _allow(self, text: str) -> None:
        self._take.setEnabled(bool(text.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up (Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
