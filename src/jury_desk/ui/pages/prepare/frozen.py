"""Frozen rules, as a document is read: nothing in it looks as if it could be typed into."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jury_desk.domain.exact import exact_text
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules
from jury_desk.services.method import method_words
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number, percent
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.text import Text, body, caption

_WEIGHT = 1


class FrozenRules(QWidget):
    """The criteria as a table, the rest in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = column(gap=16)
        self._layout.addStretch(1)
        self.setLayout(self._layout)
        self._shown: tuple[Rules, str] | None = None
        self._card: Card | None = None

    def show_rules(self, rules: Rules, language: str) -> None:
        """Show these rules."""
        if (rules, language) == self._shown:
            return
        self._shown = (rules, language)
        if self._card:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card(padding=24, gap=16)
        self._card.body.addWidget(Text(rules.title, "emphasis", bold=True))
        self._card.body.addLayout(self._criteria(rules))
        self._card.body.addWidget(body(method_words(rules, language)))
        self._layout.insertWidget(0, self._card)

    def _criteria(self, rules: Rules) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Criterion"), self.tr("Weight"), "", self.tr("Scale"), self.tr("Knock-out"))
        for at, head in enumerate(heads):
            side = Qt.AlignmentFlag.AlignRight if at == _WEIGHT else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(caption(head), 0, at, side)
        whole = sum((each.weight for each in rules.criteria if each.mandatory), start=rules.criteria[0].weight * 0)
        for at, criterion in enumerate(rules.criteria, 1):
            share = float(criterion.weight / whole) if criterion.mandatory and whole else 0.0
            bar = ShareBar(share, percent(share))
            bar.setFixedWidth(theme.px(56))
            grid.addWidget(Text(criterion.name), at, 0)
            grid.addWidget(_figure(percent(share)), at, 1)
            grid.addWidget(bar, at, 2, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Text(self._scale(criterion), wrap=False), at, 3)
            grid.addWidget(Text(number(str(criterion.eliminatory or "–")), wrap=False), at, 4)
        return grid

    def _scale(self, criterion: Criterion) -> str:
        scale = criterion.scale
        low, high, step = (number(exact_text(each)) for each in (scale.minimum, scale.maximum, scale.step))
        return self.tr("{low} to {high} by {step}").format(low=low, high=high, step=step)


def _figure(text: str) -> Text:
    made = Text(text, wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
