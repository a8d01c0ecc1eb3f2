"""Forms: a name over each field, its remark under it, and what is wrong beside it in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.text import Text, caption, muted


class Field(QWidget):
    """A field under its name; the name is the field's accessible name and gives it the focus."""

    def __init__(self, name: str, field: QWidget, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label: QLabel = caption(name)
        self.label.setBuddy(field)
        field.setAccessibleName(name)
        self.problem = Text("", "small", ink="bad")
        self.problem.hide()
        layout = column(gap=4)
        layout.addWidget(self.label)
        layout.addWidget(field)
        if remark:
            field.setAccessibleDescription(remark)
            layout.addWidget(muted(remark))
        layout.addWidget(self.problem)
        self.setLayout(layout)

    def tell(self, problem: str) -> None:
        """Say what is wrong with the field; an empty text: nothing."""
        self.problem.setText(f"! {problem}" if problem else "")
        self.problem.setVisible(bool(problem))
        mark_invalid(self.field.focusProxy() or self.field, bool(problem))


def mark_invalid(field: QWidget, wrong: bool) -> None:
    """Give a field the look of one with something wrong in it, or take it away."""
    if (field.property("invalid") == "true") is not wrong:
        field.setProperty("invalid", "true" if wrong else "false")
        field.style().unpolish(field)
        field.style().polish(field)


def line(text: str = "", placeholder: str = "") -> QLineEdit:
    """A field of one line."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setMaxLength(500)
    return made


class Paragraph(QPlainTextEdit):
    """A field of several lines; Tab leaves it.

    Signals:
        editing_finished: the focus has gone elsewhere, as a line says it; a menu of its own is not elsewhere.
    """

    editing_finished = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it is left (Qt)."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.editing_finished.emit()


def paragraph(text: str = "", placeholder: str = "", *, lines: int = 3) -> Paragraph:
    """A field of so many lines; more of them scroll."""
    made = Paragraph(text)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * lines + theme.px(20))
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return made
