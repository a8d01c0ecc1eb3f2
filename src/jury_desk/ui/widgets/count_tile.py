"""A count with what it counts under it."""

from PySide6.QtWidgets import QWidget

from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.text import Text


class CountTile(QWidget):
    """A large figure over its name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.figure = Text("0", "page", bold=True, wrap=False)
        self.name = Text(name, ink="muted", wrap=False)
        layout = column(gap=0)
        layout.addWidget(self.figure)
        layout.addWidget(self.name)
        self.setLayout(layout)

    def show_count(self, count: int) -> None:
        """Show another count."""
        self.figure.setText(str(count))
        self.setAccessibleName(f"{self._name}: {count}")
