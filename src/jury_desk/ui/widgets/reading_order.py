"""The order in which Tab goes through a window: that of reading, whatever part was made first.

Qt goes in the order in which widgets were made, and here a part is made when it is first shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QStackedLayout, QWidget


def follow_reading_order(root: QWidget) -> None:
    """Let Tab go through the parts of ``root`` as its layouts place them; those outside one stay put."""
    former = root
    for stop in stops(root):
        if former is not root:
            QWidget.setTabOrder(former, stop)
        former = stop


@contextmanager
def past_holders(root: QWidget) -> Iterator[None]:
    """Within it Tab passes by whatever hands the focus on to a part of its own.

    Such a holder is no stop itself, stands anywhere in Qt's chain, and takes Tab from there to its part: a trap.
    """
    holders = [(each, part) for each in root.findChildren(QWidget) if (part := _part_focused_for(each)) is not None]
    for holder, _ in holders:
        holder.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none
    try:
        yield
    finally:
        for holder, part in holders:
            holder.setFocusProxy(part)


def _part_focused_for(holder: QWidget) -> QWidget | None:
    part = holder.focusProxy()
    return part if part is not None and holder.isAncestorOf(part) else None


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
