"""The papers beside the minutes and the workbook: chosen by name, made one at a time."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.text import caption


class OtherDocuments(QWidget):
    """A choice of documents and the act that makes the chosen one.

    Signals:
        document_chosen: make the document of that name.
    """

    document_chosen = Signal(str)

    def __init__(self, made: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(self.tr("Other documents"))
        for name, words in self._names().items():
            if name in made:
                self.choice.addItem(words, name)
        self.make = secondary(self.tr("Export this document…"))
        layout = column(gap=8)
        layout.addWidget(caption(self.tr("Other documents")))
        layout.addWidget(self.choice)
        layout.addWidget(self.make)
        self.setLayout(layout)
        self.make.clicked.connect(self._choose)

    def _names(self) -> dict[str, str]:
        return {
            "release": self.tr("Minutes, copy for release"),
            "minutes.html": self.tr("Minutes as a web page"),
            "minutes.docx": self.tr("Minutes as a text file"),
            "decisions": self.tr("Record of decisions"),
            "letters": self.tr("Letters of result"),
            "individual": self.tr("Individual statements"),
            "running-order": self.tr("Running order"),
            "attendance": self.tr("Attendance sheet"),
            "interests": self.tr("Declarations of interests"),
            "detailed": self.tr("Detailed report (restricted)"),
            "grids": self.tr("Individual sheets (restricted)"),
        }

    @Slot()
    def _choose(self) -> None:
        self.document_chosen.emit(str(self.choice.currentData()))
