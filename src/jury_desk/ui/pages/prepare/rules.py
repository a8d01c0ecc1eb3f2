"""The règlement: begun from a template, written field by field, frozen with a button that says what it does."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.services.drafting import Document, templates, with_criterion, worked_example
from jury_desk.services.method import method_words
from jury_desk.services.preparation import freeze_rules
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.criteria import CriteriaEditor
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.frozen import FrozenRules
from jury_desk.ui.pages.prepare.settings import RulesSettings
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.draft_fields import LineField
from jury_desk.ui.widgets.text import Text, body, muted, section


class RulesSection(QWidget):
    """The section of the rules.

    Signals:
        rules_frozen: they have just been frozen.
    """

    rules_frozen = Signal()

    def __init__(self, operations: Operations, stage_id: str, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._draft = draft
        self.state = Text(ink="muted")
        self._layout = column(gap=8)
        self._contents: dict[Callable[[], QWidget], QWidget] = {}
        self._build()
        draft.loaded.connect(self._fill)
        draft.checked.connect(self._check)

    def _build(self) -> None:
        head = row(gap=16)
        head.addWidget(section(self.tr("Rules")))
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.state, 1)
        self._layout.addLayout(head)
        self.setLayout(self._layout)

    def _show_content(self, make: Callable[[], QWidget]) -> None:
        """Show the one of the three contents that ``make`` makes; each is made when it is first shown."""
        if make not in self._contents:
            self._contents[make] = make()
            self._layout.addWidget(self._contents[make])
        for each, content in self._contents.items():
            content.setVisible(each == make)

    def _document(self) -> QWidget:
        self.frozen = FrozenRules()
        return self.frozen

    def _beginning(self) -> QWidget:
        card = Card(padding=24, gap=8)
        card.body.addWidget(Text(self.tr("How will this jury mark and rank?"), "emphasis", bold=True))
        card.body.addWidget(
            body(
                self.tr(
                    "Begin with ready-made rules and make them yours: criteria, weights, scales, ties and places "
                    "can all be changed until you freeze them."
                )
            )
        )
        card.body.addSpacing(theme.px(8))
        self.beginnings = []
        for template in templates(self._language()):
            button = secondary(template.title)
            button.clicked.connect(partial(self._begin, template.document))
            self.beginnings.append(button)
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        blank = secondary(self.tr("One criterion to begin with"))
        blank.clicked.connect(self._begin_blank)
        self.beginnings.append(blank)
        card.body.addWidget(blank, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _editor(self) -> QWidget:
        self.title = LineField("title", self.tr("Title of the rules"))
        self.title.edited.connect(self._draft.put)
        self.title.finished.connect(self._draft.keep)
        self.criteria = CriteriaEditor(self._draft)
        self.settings = RulesSettings(self._draft)
        for part in (self.criteria, self.settings, self.settings.chain):
            part.fill()
        self.worked = Text("", "emphasis", bold=True)
        self.words = muted()
        self.problems = Text(ink="bad")
        self.freeze = primary(self.tr("Freeze the rules"))
        self.freeze.clicked.connect(self._freeze)
        editor = QWidget()
        layout = column(gap=16)
        rubric = Card(padding=16, gap=16)
        rubric.body.addWidget(self.title)
        rubric.body.addWidget(self.criteria)
        rubric.body.addWidget(self.worked)
        layout.addWidget(rubric)
        method = Card(padding=16, gap=16)
        method.body.addWidget(self.settings)
        layout.addWidget(method)
        layout.addWidget(self._freezing())
        layout.addStretch(1)
        editor.setLayout(layout)
        return editor

    def _freezing(self) -> QWidget:
        card = Card(padding=16, gap=8)
        card.body.addWidget(Text(self.tr("In words, as the minutes will print it"), "emphasis", bold=True))
        card.body.addWidget(self.words)
        card.body.addWidget(self.problems)
        card.body.addSpacing(theme.px(8))
        line = row(gap=16)
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
        card.body.addLayout(line)
        return card

    def _language(self) -> str:
        return self._operations.messages.language

    # Showing

    @Slot()
    def _fill(self) -> None:
        if self._draft.frozen:
            self._show_content(self._document)
            if self._draft.rules:
                self.frozen.show_rules(self._draft.rules, self._language())
        elif self._draft.begun:
            self._show_content(self._editor)
            self.title.show_value(self._draft.value("title"))
        else:
            self._show_content(self._beginning)
        self._check()

    @Slot()
    def _check(self) -> None:
        self._say_state()
        if self._draft.frozen or not self._draft.begun:
            return
        self.title.tell("; ".join(self._draft.problems_at("title")))
        rules = self._draft.rules
        self.worked.setText(self._worked_line())
        self.worked.setVisible(bool(self.worked.text()))
        self.words.setText(method_words(rules, self._language()) if rules else "")
        self.words.setVisible(rules is not None)
        told = [f"!  {self._draft.sentence(problem)}" for problem in self._draft.problems]
        self.problems.setText("\n".join(dict.fromkeys(told)))
        self.problems.setVisible(bool(told))
        self.freeze.setEnabled(rules is not None)

    def _say_state(self) -> None:
        version = self._draft.version
        if version is not None and version.frozen:
            told = self.tr("Frozen on {date} · fingerprint {fingerprint}…").format(
                date=moment_text(version.frozen_at), fingerprint=version.fingerprint[:8]
            )
            self.state.setText(f"✓  {told}")
            self.state.setToolTip(version.fingerprint)
        elif self._draft.problems:
            count = len(self._draft.problems)
            self.state.setText(self.tr("Not kept yet: %n thing(s) to put right", "", count))
        else:
            self.state.setText(self.tr("Draft, kept as you write") if self._draft.begun else "")
        self.state.set_ink("attention" if self._draft.problems else "muted")

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

    # Acts

    @Slot()
    def _begin(self, document: Document, _checked: bool = False) -> None:
        self._draft.replace(document)

    @Slot()
    def _begin_blank(self) -> None:
        blank: Document = {
            "title": self.tr("Rules of the jury"),
            "version": "1",
            "language": self._language(),
            "aggregation": {"result": "out_of", "out_of": "20"},
        }
        self._draft.replace(with_criterion(blank, self.tr("New criterion")))

    @Slot()
    def _freeze(self) -> None:
        self._operations.commit_pending_edit()
        self._draft.keep()
        if self._draft.problems:
            return
        clock = self._operations.toolbox.clock
        changes = self._operations.run(lambda: freeze_rules(self._operations.file, self._stage, clock), self)
        if changes is not None:
            self._draft.load()
            self.rules_frozen.emit()
