"""The kinds of button: one primary per page, secondary ones beside it, quiet links, icons with a tooltip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from jury_desk.ui.widgets.card import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Button(QPushButton):
    """A button that, when it goes or can be pressed no more, hands its focus on within its panel.

    Qt would give it to whatever follows, which may be the Undo of what was just done.
    """

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab leaves it, or it is no longer there to have the focus (Qt)."""
        if not (self.isEnabled() and self.isVisible()) and _hand_on(self):
            return True
        return super().focusNextPrevChild(next)


def press_focused(holder: QWidget, event: "QKeyEvent") -> bool:
    """Let Enter press the button that has the focus, where Space is somebody else's; whether it did."""
    focused = holder.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True


def _hand_on(button: QPushButton) -> bool:
    """Give the focus to the way out of the panel a button is in; whether there is one."""
    above = button.parentWidget()
    while above is not None and not (isinstance(above, Card) and above.way_out):
        above = above.parentWidget()
    way_out = above.way_out if isinstance(above, Card) else None
    if way_out is None or way_out is button or not (way_out.isVisible() and way_out.isEnabled()):
        return False
    way_out.setFocus()
    return True


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
    made = Button(parent)
    made.setText(text)
    made.setProperty("kind", kind)
    # Enter presses the button that has the focus, as Space does.
    made.setAutoDefault(True)
    return made
