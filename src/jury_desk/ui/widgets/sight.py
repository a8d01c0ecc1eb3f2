"""Bringing a part of a page into sight where the page scrolls."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from jury_desk.ui import theme


def bring_into_sight(part: QWidget) -> None:
    """Scroll everything around ``part`` so that it can be seen; of one that is too high, its beginning."""
    for area in _areas_around(part):
        area.ensureWidgetVisible(part, 0, theme.px(8))
        if part.height() > area.viewport().height():
            area.verticalScrollBar().setValue(part.mapTo(cast("QWidget", area.widget()), QPoint()).y())


def bring_rectangle_into_sight(part: QWidget, rectangle: QRect) -> None:
    """Scroll everything around ``part`` up or down so that this rectangle of it can be seen."""
    for area in _areas_around(part):
        middle = part.mapTo(cast("QWidget", area.widget()), rectangle.center())
        across = area.horizontalScrollBar().value()
        area.ensureVisible(across, middle.y(), 0, rectangle.height() // 2 + theme.px(8))


def bring_into_sight_soon(part: QWidget) -> None:
    """The same once what was just shown has its place."""
    QTimer.singleShot(0, part, partial(bring_into_sight, part))


def _areas_around(part: QWidget) -> Iterator[QScrollArea]:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()
