"""The pictures of a stage, one at a time, each with what it shows in words and as a table."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.domain.minutes import StageReport
from jury_desk.services.ports import PictureColours, ScreenPicture
from jury_desk.services.refusals import refusal_sentence
from jury_desk.ui import theme
from jury_desk.ui.dialogs.frame import Dialog
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.operations import Aside
from jury_desk.ui.widgets.buttons import primary
from jury_desk.ui.widgets.card import Card
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.picture import PictureView, picture_colours
from jury_desk.ui.widgets.table_view import TableView
from jury_desk.ui.widgets.text import muted

Draw = Callable[[str, StageReport, str, PictureColours], ScreenPicture]

_RADAR = "radar:"
_TABLE_ROWS = 6


class PicturesDialog(Dialog):
    """The pictures, drawn beside the window.

    Args:
        report: what they show.
        draw: who draws them (:class:`jury_desk.services.ports.Toolbox`).
        language: of their words.
    """

    def __init__(self, report: StageReport, draw: Draw, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=860, height=560)
        self._report, self._draw, self._language = report, draw, language
        self.set_title(self.tr("Pictures"), report.stage.name)
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(self.tr("Which picture"))
        for kind, name in self._kinds():
            self.choice.addItem(name, kind)
        self.picture = PictureView(self.tr("Picture"))
        self.words = muted()
        self.model: TableModel[tuple[str, ...]] = TableModel((), self)
        self.table = TableView(self.tr("Data of the picture"))
        self.table.setModel(self.model)
        self.table.setMinimumHeight(theme.px(theme.ROW * _TABLE_ROWS))
        card = Card()
        card.body.addWidget(self.picture)
        self.body.addWidget(self.choice)
        self.body.addWidget(card)
        self.body.addWidget(self.words)
        self.body.addWidget(self.table, 1)
        close = primary(self.tr("Close"))
        self.buttons.addWidget(close)
        close.clicked.connect(self.accept)
        self.choice.currentIndexChanged.connect(self._show_chosen)
        self._show_chosen()

    def _kinds(self) -> list[tuple[str, str]]:
        profile = self.tr("Profile: {title}")
        return [
            ("ranking", self.tr("Ranking, with what one juror less would change")),
            ("slope", self.tr("Places by other methods")),
            ("heat_map", self.tr("Sheets of the jury")),
            ("funnel", self.tr("Path of the candidacies")),
            *((f"{_RADAR}{each.id}", profile.format(title=each.title)) for each in self._report.candidacies),
        ]

    @Slot()
    def _show_chosen(self, *_index: int) -> None:
        kind = str(self.choice.currentData())
        aside = Aside(self)
        aside.done.connect(self._show)
        aside.failed.connect(self._tell)
        aside.start(partial(self._drawn, kind, picture_colours()))

    def _drawn(self, kind: str, colours: PictureColours) -> tuple[str, ScreenPicture]:
        return kind, self._draw(kind, self._report, self._language, colours)

    @Slot(object)
    def _show(self, drawn: tuple[str, ScreenPicture]) -> None:
        kind, picture = drawn
        if kind != self.choice.currentData():
            return
        self.picture.show_picture(self.choice.currentText(), picture)
        self.words.setText(picture.alternative)
        columns = zip(picture.head, picture.figures, strict=True)
        # The rows of the picture before have other columns.
        self.model.set_rows([])
        self.model.set_columns(tuple(_column(index, head, figures=each) for index, (head, each) in enumerate(columns)))
        self.model.set_rows(list(picture.rows))
        self.table.resizeColumnsToContents()

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self.words.setText(refusal_sentence(error, self._language))


def _column(index: int, head: str, *, figures: bool) -> Column[tuple[str, ...]]:
    return Column(head, lambda row: row[index], figures=figures)
