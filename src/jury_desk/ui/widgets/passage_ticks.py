"""The passages of a stage as boxes to tick, in their order."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from jury_desk.ui.widgets.flow import FlowLayout


class PassageTicks(QWidget):
    """One box per passage.

    Signals:
        changed: another set of passages is ticked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=16)
        self.boxes: dict[str, QCheckBox] = {}
        self._told: frozenset[str] = frozenset()

    def show_passages(self, passages: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Show these passages, id and title, with some of them ticked."""
        if list(self.boxes) != [candidacy for candidacy, _ in passages]:
            self._fill(passages)
        for number, (candidacy, title) in enumerate(passages, 1):
            box = self.boxes[candidacy]
            box.setText(f"{number}  {title}")
            with QSignalBlocker(box):
                box.setChecked(candidacy in ticked)
        self._told = frozenset(ticked)

    def follow(self, ticked: Collection[str]) -> None:
        """Take over what has changed elsewhere; what was ticked by hand meanwhile stays as it is."""
        for candidacy in self._told ^ frozenset(ticked):
            box = self.boxes.get(candidacy)
            if box is not None:
                with QSignalBlocker(box):
                    box.setChecked(candidacy in ticked)
        self._told = frozenset(ticked)

    @property
    def ticked(self) -> list[str]:
        """The ids of the passages ticked, in their order."""
        return [candidacy for candidacy, box in self.boxes.items() if box.isChecked()]

    def _fill(self, passages: Sequence[tuple[str, str]]) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for candidacy, _ in passages:
            box = QCheckBox(self)
            box.toggled.connect(self._tell)
            self._flow.addWidget(box)
            # Made after its parent was shown, a widget waits to be shown itself.
            box.show()
            self.boxes[candidacy] = box

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
