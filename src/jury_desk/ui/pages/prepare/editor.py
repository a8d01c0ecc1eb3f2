"""The règlement being written: its names and criteria, its method, what it says in words, and the way to freeze it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.services.drafting import place_of, worked_example
from jury_desk.services.method import method_sentences
from jury_desk.services.rules_words import choices, key_words, place_words, session_sentences
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.amendment import AmendmentCard
from jury_desk.ui.pages.prepare.criteria import CriteriaEditor
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.settings import RulesSettings
from jury_desk.ui.widgets.buttons import primary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.draft_fields import ChoiceField, LineField
from jury_desk.ui.widgets.text import Text, body, listed, muted

_MOST_TOLD = 8
_VERSION_WIDTH = 72


class RulesEditor(QWidget):
    """The editor of a draft, of the first rules or of an amendment.

    Signals:
        freeze_requested: the draft is to be frozen as the first rules.
    """

    freeze_requested = Signal()

    def __init__(self, operations: Operations, stage_id: str, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        language = draft.language
        self.title = LineField("title", self.tr("Title of the rules"))
        self.version = LineField("version", key_words("version", language), width=_VERSION_WIDTH)
        self.language = ChoiceField("language", key_words("language", language), choices("language", language))
        self.criteria = CriteriaEditor(draft)
        self.settings = RulesSettings(draft)
        self.worked = Text("", "emphasis", bold=True)
        self.words = muted()
        self.problems = Text(ink="bad")
        self.freeze = primary(self.tr("Freeze the rules"))
        self.amendment = AmendmentCard(operations, stage_id, draft)
        self._freezing = QWidget()
        self._build()
        for field in self._names:
            field.edited.connect(draft.put)
            field.finished.connect(draft.keep)
        self.freeze.clicked.connect(self.freeze_requested)
        draft.loaded.connect(self._fill)
        draft.checked.connect(self._check)

    @property
    def _names(self) -> tuple[LineField | ChoiceField, ...]:
        return (self.title, self.version, self.language)

    def _build(self) -> None:
        names = row(gap=16)
        for field, stretch in zip(self._names, (3, 0, 1), strict=True):
            names.addWidget(field, stretch)
        rubric = Card(padding=16, gap=16)
        rubric.body.addLayout(names)
        rubric.body.addWidget(self.criteria)
        rubric.body.addWidget(self.worked)
        method = Card(padding=16, gap=16)
        method.body.addWidget(self.settings)
        layout = column(gap=16)
        for part in (rubric, method, self._in_words(), self.amendment):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setLayout(layout)

    def _in_words(self) -> QWidget:
        card = Card(padding=16, gap=8)
        card.body.addWidget(Text(self.tr("In words, as the minutes will print it"), "emphasis", bold=True))
        card.body.addWidget(self.words)
        card.body.addWidget(self.problems)
        line = row(gap=16)
        line.setContentsMargins(0, theme.px(8), 0, 0)
        line.addWidget(
            body(
                self.tr(
                    "Freezing fixes these rules with today’s date and a fingerprint, and opens the grids. "
                    "Marks can only be given under frozen rules."
                )
            ),
            1,
        )
        line.addWidget(self.freeze, 0, Qt.AlignmentFlag.AlignVCenter)
        self._freezing.setLayout(line)
        card.body.addWidget(self._freezing)
        return card

    def fill(self) -> None:
        """Show the draft as a whole, for the first time."""
        for part in (self.criteria, self.settings.carry_over, self.settings, self.settings.chain):
            part.fill()
        self._fill()

    @Slot()
    def _fill(self) -> None:
        for field in self._names:
            field.show_value(self._draft.value(field.path))
        self._freezing.setVisible(not self._draft.amending)
        self.amendment.setVisible(self._draft.amending)
        self._check()

    @Slot()
    def _check(self) -> None:
        for field in self._names:
            field.tell("; ".join(self._draft.problems_at(field.path)))
        rules, language, stages = self._draft.rules, self._draft.language, self._draft.stage_names()
        sentences = [*method_sentences(rules, language, stages), *session_sentences(rules, language)] if rules else []
        for text, words in (
            (self.worked, self._worked_line()),
            (self.words, listed(sentences)),
            (self.problems, "\n".join(f"!  {sentence}" for sentence in self._problem_lines())),
        ):
            text.setText(words)
            text.setVisible(bool(words))
        self.freeze.setEnabled(rules is not None)

    def _problem_lines(self) -> list[str]:
        """Where and what, each once; a long list is cut."""
        document, language = self._draft.document, self._draft.language
        places = [place_words(place_of(each), document, language) for each in self._draft.problems]
        sentences = map(self._draft.sentence, self._draft.problems)
        told = list(dict.fromkeys(f"{place}{sentence}" for place, sentence in zip(places, sentences, strict=True)))
        more = len(told) - _MOST_TOLD
        return [*told[:_MOST_TOLD], self.tr("and %n more", "", more)] if more > 0 else told

    def _worked_line(self) -> str:
        if self._draft.rules is None:
            return ""
        example = worked_example(self._draft.rules)
        if not example.result:
            return ""
        result = f"{number(example.result)}/{number(example.out_of)}" if example.out_of else number(example.result)
        if not example.mark:
            return self.tr("Four fifths of every scale give {result}").format(result=result)
        mark = f"{number(example.mark)}/{number(example.scale)}"
        return self.tr("{mark} everywhere gives {result}").format(mark=mark, result=result)
