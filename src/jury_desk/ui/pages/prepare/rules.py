"""The règlement: begun from a template or a file, written field by field, frozen, amended with a reason, compared."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.services.amendments import frozen_versions
from jury_desk.services.drafting import place_of, worked_example
from jury_desk.services.method import method_sentences
from jury_desk.services.preparation import freeze_rules
from jury_desk.services.rules_words import choices, key_words, place_words, session_sentences
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.amendment import AmendmentCard
from jury_desk.ui.pages.prepare.beginning import RulesBeginning
from jury_desk.ui.pages.prepare.criteria import CriteriaEditor
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.frozen import FrozenRules
from jury_desk.ui.pages.prepare.rules_files import RulesFiles
from jury_desk.ui.pages.prepare.settings import RulesSettings
from jury_desk.ui.pages.prepare.versions import VersionsCard
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.draft_fields import ChoiceField, LineField
from jury_desk.ui.widgets.text import Text, body, listed, muted, section

_MOST_TOLD = 8
_VERSION_WIDTH = 72


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
        self.files = RulesFiles(operations, stage_id)
        self.beginning = RulesBeginning(draft.language)
        self.title = LineField("title", self.tr("Title of the rules"))
        language = draft.language
        self.version = LineField("version", key_words("version", language), width=_VERSION_WIDTH)
        self.language = ChoiceField("language", key_words("language", language), choices("language", language))
        self.criteria = CriteriaEditor(draft)
        self.settings = RulesSettings(draft)
        self.worked = Text("", "emphasis", bold=True)
        self.words = muted()
        self.problems = Text(ink="bad")
        self.freeze = primary(self.tr("Freeze the rules"))
        self.frozen = FrozenRules()
        self.amend = secondary(self.tr("Amend the rules…"))
        self.amendment = AmendmentCard(operations, stage_id, draft)
        self.versions = VersionsCard()
        self._freezing = Card(padding=16, gap=8)
        self._build()
        self._wire()

    def _build(self) -> None:
        layout = column(gap=8)
        head = row(gap=16)
        head.addWidget(section(self.tr("Rules")))
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.state, 1)
        head.addWidget(self.files)
        layout.addLayout(head)
        layout.addWidget(self.files.refused)
        self._contents = (self.beginning, self._editor(), self._reader())
        for content in self._contents:
            layout.addWidget(content)
        self.setLayout(layout)

    def _wire(self) -> None:
        for field in (self.title, self.version, self.language):
            field.edited.connect(self._draft.put)
            field.finished.connect(self._draft.keep)
        self.beginning.document_chosen.connect(self._draft.replace)
        self.beginning.file_requested.connect(self.files.import_rules)
        self.files.document_read.connect(self._draft.replace)
        self.freeze.clicked.connect(self._freeze)
        self.amend.clicked.connect(self._amend)
        self.amendment.ended.connect(self._end_amendment)
        self._draft.loaded.connect(self._fill)
        self._draft.checked.connect(self._check)

    def _editor(self) -> QWidget:
        editor = QWidget()
        layout = column(gap=16)
        rubric = Card(padding=16, gap=16)
        names = row(gap=16)
        names.addWidget(self.title, 3)
        names.addWidget(self.version)
        names.addWidget(self.language, 1)
        rubric.body.addLayout(names)
        rubric.body.addWidget(self.criteria)
        rubric.body.addWidget(self.worked)
        layout.addWidget(rubric)
        method = Card(padding=16, gap=16)
        method.body.addWidget(self.settings)
        layout.addWidget(method)
        self._fill_freezing()
        layout.addWidget(self._freezing)
        layout.addWidget(self.amendment)
        layout.addStretch(1)
        editor.setLayout(layout)
        return editor

    def _fill_freezing(self) -> None:
        parts = self._freezing.body
        parts.addWidget(Text(self.tr("In words, as the minutes will print it"), "emphasis", bold=True))
        parts.addWidget(self.words)
        parts.addWidget(self.problems)
        self._freeze_line = QWidget()
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
        self._freeze_line.setLayout(line)
        parts.addWidget(self._freeze_line)

    def _reader(self) -> QWidget:
        reader = QWidget()
        layout = column(gap=16)
        layout.addWidget(self.frozen)
        line = row(gap=16)
        line.addWidget(
            muted(
                self.tr("Frozen rules change by an amendment alone: a new version beside this one, with its reason.")
            ),
            1,
        )
        line.addWidget(self.amend)
        layout.addLayout(line)
        layout.addWidget(self.versions)
        reader.setLayout(layout)
        return reader

    # Showing

    @Slot()
    def _fill(self) -> None:
        at = 2 if self._draft.frozen else 1 if self._draft.begun else 0
        for number_of_content, content in enumerate(self._contents):
            content.setVisible(number_of_content == at)
        self.files.setVisible(self._draft.begun)
        self._freeze_line.setVisible(not self._draft.amending)
        self.amendment.setVisible(self._draft.amending)
        for field in (self.title, self.version, self.language):
            field.show_value(self._draft.value(field.path))
        if self._draft.frozen and self._draft.rules:
            names = self._draft.stage_names()
            self.frozen.show_rules(self._draft.rules, self._draft.language, names)
            versions = frozen_versions(self._operations.records, self._stage)
            self.versions.show_versions(versions, self._draft.language, names)
        self._check()

    @Slot()
    def _check(self) -> None:
        self._say_state()
        for field in (self.title, self.version, self.language):
            field.tell("; ".join(self._draft.problems_at(field.path)))
        rules = self._draft.rules
        self.files.show_for(rules, editable=not self._draft.frozen)
        self.worked.setText(self._worked_line())
        self.worked.setVisible(bool(self.worked.text()))
        language, names = self._draft.language, self._draft.stage_names()
        sentences = [*method_sentences(rules, language, names), *session_sentences(rules, language)] if rules else []
        for text, words in (
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

    def _say_state(self) -> None:
        version = self._draft.version
        if self._draft.amending:
            self.state.setText(self.tr("Amendment, in force once it is frozen"))
        elif version is not None and version.frozen:
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
        self.state.set_ink("attention" if self._draft.problems or self._draft.amending else "muted")

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

    @Slot()
    def _amend(self) -> None:
        self._draft.begin_amendment()
        self.amendment.begin()
        self.title.line.setFocus()

    @Slot()
    def _end_amendment(self) -> None:
        self.files.refused.hide()
        self.amend.setFocus()
