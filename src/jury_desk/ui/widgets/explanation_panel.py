"""Why a figure is what it is: a title, what it comes to, the parts as bars, and sentences under headings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.text import Text, caption, muted, section


@dataclass(frozen=True, slots=True)
class Part:
    """One bar: what it is, its figure, how full it is (``None``: no bar), and a remark in a word or two."""

    name: str
    figure: str
    share: float | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the panel shows; ``paragraphs`` are headings with their sentences."""

    title: str
    under: str = ""
    figure: str = ""
    place: str = ""
    parts: Sequence[Part] = ()
    parts_title: str = ""
    paragraphs: Sequence[tuple[str, Sequence[str]]] = field(default_factory=tuple)


class ExplanationPanel(QFrame):
    """The panel; it scrolls where its words need more than its height."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(name)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(name)
        layout = column()
        layout.addWidget(self._scroll)
        self.setLayout(layout)
        self._shown: Explanation | None = None

    @property
    def text(self) -> str:
        """All it says, line by line."""
        content = self._scroll.widget()
        labels = content.findChildren(Text) if content else []
        return "\n".join(label.text() for label in labels)

    def explain(self, explanation: Explanation) -> None:
        """Show this."""
        if explanation == self._shown:
            return
        self._shown = explanation
        content = QWidget()
        content.setLayout(self._content(explanation))
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)

    def _content(self, explanation: Explanation) -> QLayout:
        layout: QVBoxLayout = column(padding=16, gap=16)
        layout.addLayout(_head(explanation))
        if explanation.parts:
            layout.addLayout(_parts(explanation))
        for heading, sentences in explanation.paragraphs:
            paragraph = column(gap=4)
            paragraph.addWidget(caption(heading))
            for sentence in sentences:
                paragraph.addWidget(Text(sentence))
            layout.addLayout(paragraph)
        layout.addStretch(1)
        return layout


def _head(explanation: Explanation) -> QVBoxLayout:
    head = column(gap=0)
    head.addWidget(section(explanation.title))
    if explanation.under:
        head.addWidget(muted(explanation.under))
    head.addSpacing(theme.px(8))
    if explanation.figure:
        head.addWidget(Text(explanation.figure, "page", bold=True, wrap=False))
    head.addWidget(Text(explanation.place, "emphasis"))
    return head


def _parts(explanation: Explanation) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(2))
    for number, part in enumerate(explanation.parts):
        at = 3 * number
        figure = Text(part.figure, bold=True, wrap=False)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(part.name), at, 0)
        grid.addWidget(figure, at, 1)
        if part.share is not None:
            grid.addWidget(ShareBar(part.share, f"{part.name}, {part.figure}"), at + 1, 0)
        if part.remark:
            remark = Text(part.remark, "small", ink="muted", wrap=False)
            remark.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(remark, at + 1, 1)
        grid.setRowMinimumHeight(at + 2, theme.px(6))
    grid.setColumnStretch(0, 1)
    whole = column(gap=8)
    if explanation.parts_title:
        whole.addWidget(caption(explanation.parts_title))
    whole.addLayout(grid)
    return whole
