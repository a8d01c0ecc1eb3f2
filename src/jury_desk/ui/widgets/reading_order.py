"""The order in which Tab goes through a window: that of reading, whatever part was made first.

Qt goes in the order in which widgets were made, and here a part is made when it is first shown.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QStackedLayout, QWidget


def follow_reading_order(root: QWidget) -> None:
    """Let Tab go through the parts of ``root`` as its layouts place them; those outside one stay put."""
    former = root
    for stop in stops(root):
        if former is not root:
            QWidget.setTabOrder(former, stop)
        former = stop


def first_stop(root: QWidget) -> QWidget | None:
    """The first part of ``root`` that can be seen and typed into or pressed."""
    return next((each for each in stops(root) if each.isVisible() and each.isEnabled()), None)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab can stop at, the hidden too: when one is hidden that has the focus, it goes on from where it was."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if layout is not None:
        yield from _stops_within(layout)
    elif inner is not None:
        yield from stops(inner)


def _stops_within(layout: QLayout) -> Iterator[QWidget]:
    for item in filter(None, map(layout.itemAt, _order(layout))):
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            yield from stops(widget)
        elif nested is not None:
            yield from _stops_within(nested)


def _order(layout: QLayout) -> list[int]:
    if isinstance(layout, QStackedLayout):
        return [layout.currentIndex()] if layout.count() else []
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        return sorted(numbers, key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    return numbers
