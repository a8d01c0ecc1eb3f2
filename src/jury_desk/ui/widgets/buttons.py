"""The kinds of button: one primary per page, secondary ones beside it, quiet links, icons with a tooltip."""

from PySide6.QtWidgets import QPushButton, QWidget


def primary(text: str, parent: QWidget | None = None) -> QPushButton:
    """The one act a page is for."""
    return _button(text, "primary", parent)


def secondary(text: str, parent: QWidget | None = None) -> QPushButton:
    """Another act of the page."""
    return _button(text, "secondary", parent)


def link(text: str, parent: QWidget | None = None) -> QPushButton:
    """A quiet act, written like a link."""
    made = _button(text, "link", parent)
    made.setFlat(True)
    return made


def _button(text: str, kind: str, parent: QWidget | None) -> QPushButton:
    # A text given at once could be an icon: PySide would look, and make the enumerations of one.
    made = QPushButton(parent)
    made.setText(text)
    made.setProperty("kind", kind)
    # Enter presses the button that has the focus, as Space does.
    made.setAutoDefault(True)
    return made
