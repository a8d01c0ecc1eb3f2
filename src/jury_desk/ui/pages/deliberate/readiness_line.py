"""What is not over yet in the session, in words, with the way there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.closure import proclaimed
from jury_desk.domain.records import Records
from jury_desk.services.readiness import Readiness, readiness_of
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.text import Text


class ReadinessLine(QWidget):
    """It is there only while something is not over, and never after the proclamation.

    Signals:
        place_requested: the tab where it is put right.
    """

    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", ink="attention", bold=True)
        self.way = link(self.tr("Go to the session ›"))
        self.way.setAccessibleName(self.tr("Go to the session"))
        layout = column(gap=0)
        layout.addWidget(self.words)
        layout.addWidget(self.way)
        self.setLayout(layout)
        self.way.clicked.connect(self._go)
        self.hide()

    def show_readiness(self, records: Records, stage: str) -> None:
        """Say what is not over in a stage."""
        found = readiness_of(records, stage)
        told = [] if proclaimed(records, stage) else self._sentences(found)
        self.words.setText(f"!  {' '.join(told)}" if told else "")
        self.setVisible(bool(told))

    def _sentences(self, found: Readiness) -> list[str]:
        told = [self.tr("The session is still open.")] if found.session_open else []
        if found.unheard:
            told.append(self.tr("%n passage(s) not heard.", "", len(found.unheard)))
        if found.marked:
            told.append(self.tr("%n of them marked all the same.", "", len(found.marked)))
        return told

    @Slot()
    def _go(self) -> None:
        self.place_requested.emit("session")
