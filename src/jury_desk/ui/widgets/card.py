"""A surface: the one kind of box, with a thin line and small corners."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jury_desk.ui import theme


class Card(QFrame):
    """A surface with a vertical layout, :attr:`body`, inside its padding.

    Attributes:
        way_out: what takes the focus from a button of the panel that goes; its press changes nothing.
    """

    way_out: QWidget | None = None

    def __init__(self, parent: QWidget | None = None, *, padding: int = 16, gap: int = 8) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = column(padding=padding, gap=gap)
        self.setLayout(self.body)


def column(*, padding: int = 0, gap: int = 8) -> QVBoxLayout:
    """A vertical layout on the grid."""
    made = QVBoxLayout()
    made.setContentsMargins(*(theme.gap(padding),) * 4)
    made.setSpacing(theme.gap(gap))
    return made


def row(*, padding: int = 0, gap: int = 8) -> QHBoxLayout:
    """A horizontal layout on the grid."""
    made = QHBoxLayout()
    made.setContentsMargins(*(theme.gap(padding),) * 4)
    made.setSpacing(theme.gap(gap))
    return made
