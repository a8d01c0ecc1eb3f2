"""The first question about the rules: which ones to begin with, each with a line on what it is for."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from jury_desk.services.drafting import Document, templates, with_criterion
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import Card
from jury_desk.ui.widgets.choice import Choice
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.text import Text, body

_CHOICE_WIDTH = 340


class RulesBeginning(Card):
    """The templates as large choices; one criterion alone, or a file, as quiet ways beside them.

    Signals:
        document_chosen: the draft to begin with.
        file_requested: rules from a file are asked for.
    """

    document_chosen = Signal(object)
    file_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24, gap=8)
        self._language = language
        self.body.addWidget(Text(self.tr("How will this jury mark and rank?"), "emphasis", bold=True))
        self.body.addWidget(
            body(
                self.tr(
                    "Begin with ready-made rules and make them yours: criteria, weights, scales, ties and places "
                    "can all be changed until you freeze them."
                )
            )
        )
        self.body.addSpacing(theme.px(8))
        self.choices = [self._choice(each.title, each.about, each.document) for each in templates(language)]
        self.body.addWidget(FieldGrid(self.choices, column=_CHOICE_WIDTH, most=2, equal=True))
        self.body.addSpacing(theme.px(4))
        self.blank = link(self.tr("Begin with one criterion alone"))
        self.file = link(self.tr("Take the rules of a file (TOML)…"))
        self.blank.clicked.connect(self._begin_blank)
        self.file.clicked.connect(self.file_requested)
        others = QWidget()
        flow = FlowLayout(others, gap=16)
        flow.addWidget(self.blank)
        flow.addWidget(self.file)
        self.body.addWidget(others)

    def _choice(self, title: str, about: str, document: Document) -> Choice:
        choice = Choice(0, title, about)
        choice.set_sign(QPixmap())
        choice.clicked.connect(partial(self._begin, document))
        return choice

    @Slot()
    def _begin(self, document: Document, _checked: bool = False) -> None:
        self.document_chosen.emit(document)

    @Slot()
    def _begin_blank(self) -> None:
        blank: Document = {
            "title": self.tr("Rules of the jury"),
            "version": "1",
            "language": self._language,
            "aggregation": {"result": "out_of", "out_of": "20"},
        }
        self.document_chosen.emit(with_criterion(blank, self.tr("New criterion")))
