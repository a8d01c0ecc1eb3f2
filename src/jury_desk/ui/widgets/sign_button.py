"""Small buttons that bear a sign instead of a word; the word is their tooltip and their accessible name."""

from PySide6.QtWidgets import QToolButton, QWidget

from jury_desk.ui import theme


def sign_button(sign: str, name: str, parent: QWidget | None = None) -> QToolButton:
    """A quiet button with ``sign`` on it."""
    made = QToolButton(parent)
    made.setText(sign)
    made.setFont(theme.font("emphasis"))
    made.setProperty("kind", "icon")
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
