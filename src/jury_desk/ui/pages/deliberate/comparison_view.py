"""Two to four projects side by side, in the place of the ranking: radar, figures, times, comments."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jury_desk.services.comparing import ComparedComment, ComparedProject, Comparison
from jury_desk.services.ports import PictureColours, ScreenPicture
from jury_desk.ui import theme
from jury_desk.ui.operations import Aside, Operations
from jury_desk.ui.pages.deliberate.comparison_models import MARKS, FiguresModel, TimesModel
from jury_desk.ui.pages.deliberate.comparison_table import ComparisonTable
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.picture import PictureView, picture_colours
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.stage_page import page_margins
from jury_desk.ui.widgets.text import Text, caption, muted, section, title

_CARD, _CARDS = 232, 4
_PICTURE = 420
_ROOM_FOR_BOTH = 760


class ComparisonView(QWidget):
    """Everything there is to see of a few projects at once.

    Signals:
        left: back to the ranking.
    """

    left = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.found: Comparison | None = None
        self.back = link(self.tr("‹ Ranking (Esc)"))
        self.back.clicked.connect(self.left)
        self.names = Text(ink="muted")
        self.picture = PictureView(self.tr("Profiles"))
        self.no_picture = muted(self.tr("No criterion has a value on its scale yet: there is no profile to draw."))
        self.figures, self.times = FiguresModel(self), TimesModel(self)
        self.figures_table = ComparisonTable(self.tr("Figures of the compared projects"), self.figures)
        self.times_table = ComparisonTable(self.tr("Times of the compared projects"), self.times)
        self.no_times = muted(self.tr("The clock has measured none of these projects: there are no times to compare."))
        self.cards = column()
        self._cards: FieldGrid | None = None
        content = QWidget()
        content.setLayout(self._sections())
        self._scroll = scrolled(content)
        self._scroll.setAccessibleName(self.tr("Projects side by side"))
        self._scroll.setMinimumHeight(theme.px(160))
        content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        whole = column(gap=16)
        whole.setContentsMargins(*page_margins())
        whole.addLayout(self._head())
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)

    def _head(self) -> QVBoxLayout:
        top = row(gap=16)
        top.addWidget(title(self.tr("Side by side")), 1)
        top.addWidget(self.back)
        head = column(gap=4)
        head.addLayout(top)
        head.addWidget(self.names)
        return head

    def _sections(self) -> QVBoxLayout:
        profile = Card()
        profile.body.addWidget(self.picture)
        profile.body.addWidget(self.no_picture)
        profile.body.addStretch(1)
        profile.setMaximumWidth(theme.px(_PICTURE))
        figures = column(gap=8)
        figures.addWidget(self.figures_table)
        figures.addWidget(
            Text(
                self.tr("★ the best of its line; the others with how far from it they are; = all alike."),
                "small",
                ink="muted",
            )
        )
        figures.addStretch(1)
        beside = QWidget()
        beside.setLayout(figures)
        sections = column(gap=24)
        sections.setContentsMargins(0, 0, theme.px(12), theme.px(24))
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.gap(16))
        self._pair.addWidget(profile, 2)
        self._pair.addWidget(beside, 3)
        self._profiles = QWidget()
        self._profiles.setLayout(self._pair)
        sections.addWidget(self._profiles)
        for heading, parts in (
            (self.tr("Times"), (self.times_table, self.no_times)),
            (self.tr("Comments of the jury"), ()),
        ):
            part = column(gap=8)
            part.addWidget(section(heading))
            for each in parts:
                part.addWidget(each)
            if not parts:
                part.addLayout(self.cards)
            sections.addLayout(part)
        sections.addStretch(1)
        return sections

    def show_comparison(self, found: Comparison) -> None:
        """Show these projects."""
        if found == self.found:
            return
        self.found = found
        self.names.setText("  ·  ".join(project.title for project in found.projects))
        self.figures.show_comparison(found)
        self.times.show_comparison(found)
        self._profiles.setVisible(any(figure.text for line in found.lines for figure in line.figures))
        self.times_table.setVisible(bool(found.phases))
        self.no_times.setVisible(not found.phases)
        if self._cards:
            self.cards.removeWidget(self._cards)
            self._cards.hide()
            self._cards.deleteLater()
        cards = [self._card(mark, project) for mark, project in zip(MARKS, found.projects, strict=False)]
        self._cards = FieldGrid(cards, column=_CARD, most=_CARDS, equal=True)
        self.cards.addWidget(self._cards)
        self.draw()

    def draw(self) -> None:
        """Draw the radar in the colours in force, beside the window."""
        found = self.found
        has_shape = found is not None and any(
            each.share is not None for line in found.criteria for each in line.figures
        )
        self.picture.setVisible(has_shape)
        self.no_picture.setVisible(not has_shape)
        if found and has_shape:
            aside = Aside(self)
            aside.done.connect(self._show_picture)
            aside.start(partial(self._drawn, found, picture_colours()))

    def _drawn(self, found: Comparison, colours: PictureColours) -> tuple[Comparison, ScreenPicture]:
        draw, language = self._operations.toolbox.draw_comparison, self._operations.messages.language
        return found, draw(found, language, colours)

    @Slot(object)
    def _show_picture(self, drawn: tuple[Comparison, ScreenPicture]) -> None:
        found, picture = drawn
        if found == self.found:
            self.picture.show_picture(self.tr("Profiles"), picture)
            self.picture.setToolTip(picture.alternative)

    def _card(self, mark: str, project: ComparedProject) -> QWidget:
        card = Card(gap=12)
        head = column(gap=2)
        head.addWidget(Text(f"{mark}  {project.title}", "emphasis", bold=True))
        head.addWidget(Text(project.carried_by, "small", ink="muted"))
        if project.recused:
            names = ", ".join(project.recused)
            head.addWidget(Text(self.tr("Recused: {names}").format(names=names), "small", ink="attention"))
        card.body.addLayout(head)
        for comment in project.comments:
            said = column(gap=2)
            said.addWidget(caption(self._author(comment)))
            said.addWidget(Text(comment.text))
            card.body.addLayout(said)
        if not project.comments:
            card.body.addWidget(muted(self.tr("No comment.")))
        card.body.addStretch(1)
        return card

    def _author(self, comment: ComparedComment) -> str:
        """« M. Daniel OSEI · C1 »; what is said of the project as a whole says so."""
        codes = [line.criterion.id for line in self.found.criteria if line.criterion] if self.found else []
        code = f"C{codes.index(comment.criterion) + 1}" if comment.criterion in codes else ""
        return " · ".join(filter(None, (comment.juror or self.tr("On the project"), code)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The radar stands beside the figures, or over them where there is little width (Qt)."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(_ROOM_FOR_BOTH)
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the ranking (Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
