"""What scrolls within a page, all alike: as wide as its place, without a frame."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(content: QWidget | None = None, *, sideways: bool = False, stops: bool = True) -> QScrollArea:
    """A part that scrolls up and down.

    Args:
        content: what is in it, if it is known already.
        sideways: whether it scrolls sideways too, where it is too narrow.
        stops: whether Tab stops at it: only where nothing inside takes the keys that scroll.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not stops:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if content is not None:
        area.setWidget(content)
    return area
