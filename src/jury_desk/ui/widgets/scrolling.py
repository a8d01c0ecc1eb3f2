"""Bringing a part into sight where what it stands on scrolls."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from jury_desk.ui import theme


def scroll_to(part: QWidget) -> None:
    """Bring the whole of a part into sight, as far as there is room."""
    for area in _areas_over(part):
        area.ensureWidgetVisible(part, 0, theme.px(8))


def scroll_to_rectangle(part: QWidget, rectangle: QRect) -> None:
    """Bring a rectangle of a part into sight, by scrolling up and down alone."""
    for area in _areas_over(part):
        middle = part.mapTo(cast("QWidget", area.widget()), rectangle.center())
        across = area.horizontalScrollBar().value()
        area.ensureVisible(across, middle.y(), 0, rectangle.height() // 2 + theme.px(8))


def _areas_over(part: QWidget) -> Iterator[QScrollArea]:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()
