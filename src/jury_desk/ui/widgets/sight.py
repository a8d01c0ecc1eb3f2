"""Bringing a part of a page into sight where the page scrolls."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from jury_desk.ui import theme


def bring_into_sight(part: QWidget) -> None:
    """Scroll everything around ``part`` so that it can be seen."""
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, 0, theme.px(8))
        above = above.parentWidget()


def bring_into_sight_soon(part: QWidget) -> None:
    """The same once what was just shown has its place."""
    QTimer.singleShot(0, part, partial(bring_into_sight, part))
