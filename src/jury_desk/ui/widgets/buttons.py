"""The kinds of button: one primary per page, secondary ones beside it, quiet links, icons with a tooltip."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from jury_desk.ui import theme


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


def icon_button(icon: QIcon, name: str, parent: QWidget | None = None) -> QToolButton:
    """A button that shows a sign only; its name is its tooltip and what a screen reader says."""
    made = QToolButton(parent)
    made.setProperty("kind", "icon")
    made.setIcon(icon)
    made.setIconSize(QSize(theme.px(20), theme.px(20)))
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


def action_button(action: QAction, kind: str = "secondary", parent: QWidget | None = None) -> QPushButton:
    """A button that runs ``action`` and is enabled with it."""
    made = _button(action.text(), kind, parent)
    made.setEnabled(action.isEnabled())
    made.setToolTip(action.toolTip())
    made.clicked.connect(action.trigger)
    action.enabledChanged.connect(made.setEnabled)
    return made


def _button(text: str, kind: str, parent: QWidget | None) -> QPushButton:
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made
