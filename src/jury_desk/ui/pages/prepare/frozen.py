"""Frozen rules, as a document is read: nothing in it looks as if it could be typed into."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jury_desk.domain.exact import exact_text
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules, document_of
from jury_desk.services.method import method_sentences
from jury_desk.services.rules_words import criterion_facts, session_sentences, threshold_words
from jury_desk.services.weights import shares
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number, percent
from jury_desk.ui.widgets.card import Card, column
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.text import Text, body, caption, listed, muted

_NOTHING = "–"
_ROOM_FOR_TABLE = 560


class FrozenRules(QWidget):
    """The criteria as a table, each with what it says besides; the rest in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = column(gap=16)
        self._layout.addStretch(1)
        self.setLayout(self._layout)
        self._shown: tuple[Rules, str, dict[str, str]] | None = None
        self._card: Card | None = None
        self._wide = True

    def show_rules(self, rules: Rules, language: str, stages: dict[str, str]) -> None:
        """Show these rules; ``stages`` names the earlier ones."""
        if (rules, language, stages) != self._shown:
            self._shown = (rules, language, stages)
            self._rebuild(*self._shown)

    def _rebuild(self, rules: Rules, language: str, stages: dict[str, str]) -> None:
        if self._card:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card(padding=24, gap=16)
        self._card.body.addWidget(Text(rules.title, "emphasis", bold=True))
        self._card.body.addLayout(self._criteria(rules, language) if self._wide else self._list(rules, language))
        sentences = [*method_sentences(rules, language, stages), *session_sentences(rules, language)]
        self._card.body.addWidget(body(listed(sentences)))
        self._layout.insertWidget(0, self._card)

    def minimumSizeHint(self) -> QSize:
        """The criteria become a list where there is no width for a table (Qt)."""
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A table from a certain width on (Qt)."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_ROOM_FOR_TABLE)
        if wide is not self._wide:
            self._wide = wide
            if self._shown:
                self._rebuild(*self._shown)

    def _list(self, rules: Rules, language: str) -> QVBoxLayout:
        """The criteria one under the other, their numbers in words."""
        lines = column(gap=8)
        document = document_of(rules)
        for at, (criterion, share) in enumerate(zip(rules.criteria, shares(document), strict=True)):
            lines.addWidget(Text(criterion.name, bold=True))
            facts = [f"{self.tr('Weight')} {number(exact_text(criterion.weight))}"] if criterion.counts else []
            facts += [percent(float(share))] if share is not None else []
            facts.append(self._scale(criterion))
            if criterion.eliminatory:
                facts.append(f"{self.tr('Knock-out')} {threshold_words(str(criterion.eliminatory), language)}")
            facts += criterion_facts(document["criteria"][at], language)
            lines.addWidget(muted(self._besides(criterion, facts)))
        return lines

    def _criteria(self, rules: Rules, language: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Criterion"), self.tr("Weight"), self.tr("Share"), "", self.tr("Scale"), self.tr("Knock-out"))
        for at, head in enumerate(heads):
            shown = caption(head)
            shown.setWordWrap(False)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight if at in (1, 2) else Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(shown, 0, at)
        document = document_of(rules)
        for at, (criterion, share) in enumerate(zip(rules.criteria, shares(document), strict=True)):
            line = 2 * at + 1
            self._line(grid, line, criterion, None if share is None else float(share))
            threshold = threshold_words(str(criterion.eliminatory), language) if criterion.eliminatory else _NOTHING
            grid.addWidget(_top(Text(threshold, wrap=False)), line, len(heads) - 1)
            told = self._besides(criterion, criterion_facts(document["criteria"][at], language))
            if told:
                grid.addWidget(muted(told), line + 1, 0, 1, len(heads))
        return grid

    def _line(self, grid: QGridLayout, line: int, criterion: Criterion, share: float | None) -> None:
        grid.addWidget(_top(Text(criterion.name)), line, 0)
        weight = number(exact_text(criterion.weight)) if criterion.counts else _NOTHING
        grid.addWidget(_figure(weight), line, 1)
        grid.addWidget(_figure(_NOTHING if share is None else percent(share)), line, 2)
        if share is not None:
            bar = ShareBar(share, percent(share))
            bar.setFixedWidth(theme.px(56))
            grid.addWidget(bar, line, 3, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(_top(Text(self._scale(criterion), wrap=False)), line, 4)

    def _besides(self, criterion: Criterion, facts: list[str]) -> str:
        """What a criterion says besides, and the texts of its levels, a line each."""
        levels = [
            f"{number(exact_text(mark))} – {text}"
            for mark, text in zip(criterion.level_marks, criterion.levels, strict=True)
            if text
        ]
        return "\n".join(filter(None, [" · ".join(facts), *levels]))

    def _scale(self, criterion: Criterion) -> str:
        scale = criterion.scale
        low, high, step = (number(exact_text(each)) for each in (scale.minimum, scale.maximum, scale.step))
        return self.tr("{low} to {high} by {step}").format(low=low, high=high, step=step)


def _top(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return text


def _figure(text: str) -> Text:
    made = Text(text, wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return made
