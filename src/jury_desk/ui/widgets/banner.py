"""The quiet strip on top of a page: what is still missing, each item leading to where it is put right."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.text import Text


class Banner(QFrame):
    """A strip that is there only when something is missing.

    Signals:
        item_chosen: the target of the item that was chosen, such as ``prepare#jury``.
    """

    item_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setAccessibleName(self.tr("What is still missing"))
        self._sign = Text("!", "emphasis", ink="attention", bold=True, wrap=False)
        self._parts = QWidget()
        self._flow = FlowLayout(self._parts, gap=4)
        self._items: list[tuple[str, str]] = []
        self._sign.setContentsMargins(0, theme.px(5), 0, 0)
        layout = row(gap=8)
        layout.setContentsMargins(theme.gap(12), theme.gap(4), theme.gap(12), theme.gap(4))
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._parts, 1)
        self.setLayout(layout)
        self.hide()

    def set_items(self, items: list[tuple[str, str]]) -> None:
        """Show these texts, each with its target; an empty target makes a text that leads nowhere. None: hide."""
        if items == self._items:
            return
        self._items = list(items)
        while (taken := self._flow.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for index, (text, target) in enumerate(items):
            if index:
                self._flow.addWidget(Text("·", ink="muted", wrap=False))
            self._flow.addWidget(self._item(text, target))
        self.setVisible(bool(items))

    @property
    def items(self) -> list[tuple[str, str]]:
        """What it shows."""
        return list(self._items)

    def _item(self, text: str, target: str) -> QWidget:
        if not target:
            return Text(text, wrap=False)
        button: QPushButton = link(f"{text} ›")
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setMinimumWidth(theme.px(60))
        button.clicked.connect(partial(self._choose, target))
        return button

    @Slot()
    def _choose(self, target: str, _checked: bool = False) -> None:
        self.item_chosen.emit(target)
