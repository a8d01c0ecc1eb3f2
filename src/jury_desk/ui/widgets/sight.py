"""Bringing a part of a page into sight where the page scrolls."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from jury_desk.ui import theme


def bring_into_sight(part: QWidget) -> None:
    """Scroll everything around ``part`` so that it can be seen; of one that is too high, its beginning."""
    for area in _areas_around(part):
        area.ensureWidgetVisible(part, 0, theme.px(8))
    # Of a text that has the focus, Qt shows the line of the cursor and no more.
    bring_rectangle_into_sight(part, part.rect())
    for area in _areas_around(part):
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


def go_to_first_wrong(panel: QWidget) -> None:
    """Give the focus to the first field of ``panel`` with something wrong in it; bring it and its remark into sight."""

    def place(field: QWidget) -> tuple[int, int]:
        at = field.mapTo(panel, QPoint())
        return at.y(), at.x()

    wrong = (each for each in panel.findChildren(QWidget) if each.property("invalid") == "true" and each.isVisible())
    first = min(wrong, key=place, default=None)
    if first is not None:
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()
        bring_into_sight_soon(_with_remark(first, panel))


def _with_remark(field: QWidget, panel: QWidget) -> QWidget:
    """The field together with what stands under it."""
    above = field.parentWidget()
    while above is not None and above is not panel:
        if callable(getattr(above, "tell", None)):
            return above
        above = above.parentWidget()
    return field


def _areas_around(part: QWidget) -> Iterator[QScrollArea]:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()
