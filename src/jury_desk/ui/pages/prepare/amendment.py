"""The end of an amendment: its reason, its author, what becomes of the marks given, what it changes and breaks."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.errors import AmendmentBreaksMark
from jury_desk.services.amendments import AmendmentEffects, amendment_effects
from jury_desk.services.preparation import amend_rules, rules_of
from jury_desk.services.rules_words import change_lines
from jury_desk.ui.models.figures import number
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.versions import ChangeTable
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.card import Card, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field, line, paragraph
from jury_desk.ui.widgets.text import Text, body, listed, muted

_MOST_BROKEN = 5


class AmendmentCard(Card):
    """What an amendment needs before it can be frozen.

    Signals:
        ended: it has been frozen, or given up.
    """

    ended = Signal()

    def __init__(self, operations: Operations, stage_id: str, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=12)
        self._operations = operations
        self._stage = stage_id
        self._draft = draft
        self.reason = paragraph("", self.tr("What made this change necessary; the minutes print it."), lines=2)
        self.author = line()
        self.marks = ChoiceBox()
        self.marks.addItem(self.tr("stay"), True)
        self.marks.addItem(self.tr("are all cleared"), False)
        self._reason = Field(self.tr("Reason"), self.reason)
        self.effects = Text()
        self.broken = Text(ink="bad")
        self.changes = ChangeTable(self.tr("in force"), self.tr("amended"))
        self.nothing = muted(self.tr("Nothing has been changed yet."))
        self.freeze = primary("")
        self.leave = secondary(self.tr("Give the amendment up"))
        self._build()
        self.reason.textChanged.connect(self._tell)
        self.author.textEdited.connect(self._tell)
        self.marks.activated.connect(self._tell)
        for finished in (self.reason.editing_finished, self.author.editingFinished, self.marks.activated):
            finished.connect(draft.keep)
        self.freeze.clicked.connect(self._freeze)
        self.leave.clicked.connect(self._leave)
        draft.loaded.connect(self._fill)
        draft.checked.connect(self.check)
        self._fill()

    def _build(self) -> None:
        self.body.addWidget(Text(self.tr("The amendment"), "emphasis", bold=True))
        self.body.addWidget(
            body(
                self.tr(
                    "The rules in force stay so until the amendment is frozen in its turn; both versions are kept and "
                    "printed with the reason. What you write meanwhile is kept."
                )
            )
        )
        self.body.addWidget(self.changes)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._reason)
        author = Field(self.tr("Author"), self.author)
        marks = Field(self.tr("The marks given so far"), self.marks)
        self.body.addWidget(FieldGrid([author, marks]))
        self.body.addWidget(self.effects)
        self.body.addWidget(self.broken)
        foot = row(gap=16)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.freeze)
        self.body.addLayout(foot)

    @Slot()
    def _fill(self) -> None:
        """Show what the amendment will be made with."""
        written = self._draft.amendment
        if written is None:
            return
        with QSignalBlocker(self.reason):
            self.reason.setPlainText(written.reason)
        self.author.setText(written.author)
        self.marks.setCurrentIndex(self.marks.findData(written.keeps_marks))
        self.check()

    @Slot()
    def _tell(self) -> None:
        self._draft.say_amendment(reason=self.reason.toPlainText(), author=self.author.text(), keeps_marks=self._keeps)
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is changed, and what freezing it would do."""
        rules, former = self._draft.rules, self._draft.version
        if not self._draft.amending or former is None:
            return
        self.freeze.setText(self.tr("Freeze version {number}").format(number=former.version + 1))
        changes = self._draft.changes
        names = self._draft.stage_names()
        lines = change_lines(rules_of(former), rules, changes, self._draft.language, names) if rules else ()
        self.changes.show_lines(lines)
        self.nothing.setVisible(rules is not None and not lines)
        effects = AmendmentEffects()
        if rules is not None and changes:
            effects = amendment_effects(self._operations.records, self._stage, rules, keep_marks=self._keeps)
        self._say(effects, some=bool(changes))
        missing = not self.reason.toPlainText().strip()
        self._reason.tell(self.tr("say why") if missing and changes else "")
        self.freeze.setEnabled(bool(changes) and effects.possible and not missing)

    @property
    def _keeps(self) -> bool:
        return bool(self.marks.currentData())

    def _say(self, effects: AmendmentEffects, *, some: bool) -> None:
        told = self._effect_words(effects) if some else []
        self.effects.setText(listed(told))
        self.effects.setVisible(bool(told))
        broken = [f"!  {each}" for each in self._refusals(effects)]
        self.broken.setText("\n".join(broken))
        self.broken.setVisible(bool(broken))

    def _effect_words(self, effects: AmendmentEffects) -> list[str]:
        told = []
        if effects.kept or effects.cleared:
            told.append(self.tr("%n mark(s) stay as given", "", effects.kept))
        if effects.cleared:
            told.append(self.tr("%n mark(s) are cleared", "", effects.cleared))
        if not effects.kept and not effects.cleared:
            told.append(self.tr("no mark has been given yet"))
        if effects.reopened:
            told.append(
                self.tr("%n complete sheet(s) will wait for the marks of a new criterion", "", effects.reopened)
            )
        if effects.uncommented:
            told.append(self.tr("%n mark(s) will lack the comment now asked for", "", effects.uncommented))
        if effects.adopted:
            told.append(self.tr("the jury will have to confirm the ranking it has adopted"))
        return told

    def _refusals(self, effects: AmendmentEffects) -> list[str]:
        if effects.proclaimed:
            return [self.tr("The results are proclaimed: open a rectification before amending the rules.")]
        told = [self._broken_words(each) for each in effects.broken[:_MOST_BROKEN]]
        more = len(effects.broken) - len(told)
        if more > 0:
            told.append(self.tr("and %n more mark(s)", "", more))
        if told:
            told.append(self.tr("Keep the scale, or clear the marks given so far."))
        return told

    def _broken_words(self, broken: AmendmentBreaksMark) -> str:
        return self.tr("{mark} for “{candidacy}” is no mark of the new scale of “{criterion}”").format(
            mark=number(broken.mark), candidacy=broken.candidacy, criterion=broken.criterion
        )

    @Slot()
    def _freeze(self) -> None:
        self._operations.commit_pending_edit()
        rules = self._draft.rules
        if rules is None:
            return
        changes = self._operations.run(
            lambda: amend_rules(
                self._operations.file,
                self._stage,
                rules,
                self._operations.toolbox.clock,
                author=self.author.text().strip(),
                reason=self.reason.toPlainText().strip(),
                keep_marks=self._keeps,
            ),
            self,
        )
        if changes is not None:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        self._draft.give_amendment_up()
        self.ended.emit()
