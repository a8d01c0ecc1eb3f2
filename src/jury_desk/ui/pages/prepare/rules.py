"""The section of the règlement: begun from a template or a file, then written, then frozen, amended with a reason."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from jury_desk.services.preparation import freeze_rules
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.prepare.beginning import RulesBeginning
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.editor import RulesEditor
from jury_desk.ui.pages.prepare.reader import RulesReader
from jury_desk.ui.pages.prepare.rules_files import RulesFiles
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.reading_order import first_stop
from jury_desk.ui.widgets.text import Text, section

Content = TypeVar("Content", bound=QWidget)


class RulesSection(QWidget):
    """One of three contents under the state of the rules; each is made when it is first shown.

    Signals:
        rules_frozen: they have just been frozen.
    """

    rules_frozen = Signal()

    def __init__(self, operations: Operations, stage_id: str, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._draft = draft
        self._made: list[QWidget] = []
        self.state = Text(ink="muted")
        self.files = RulesFiles(operations, stage_id)
        self._layout = column(gap=8)
        head = row(gap=16)
        head.addWidget(section(self.tr("Rules")))
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.state, 1)
        head.addWidget(self.files)
        self._layout.addLayout(head)
        self._layout.addWidget(self.files.refused)
        self.setLayout(self._layout)
        self.files.document_read.connect(draft.replace)
        draft.loaded.connect(self._fill)
        draft.checked.connect(self._say_state)

    @cached_property
    def beginning(self) -> RulesBeginning:
        """The question which rules to begin with."""
        made = self._placed(RulesBeginning(self._draft.language))
        made.document_chosen.connect(self._draft.replace)
        made.file_requested.connect(self.files.import_rules)
        return made

    @cached_property
    def editor(self) -> RulesEditor:
        """The editor of a draft."""
        made = self._placed(RulesEditor(self._operations, self._stage, self._draft))
        made.fill()
        made.freeze_requested.connect(self._freeze)
        made.amendment.ended.connect(self._end_amendment)
        return made

    @cached_property
    def reader(self) -> RulesReader:
        """The frozen rules."""
        made = self._placed(RulesReader(self._operations, self._stage, self._draft))
        made.amend.clicked.connect(self._amend)
        return made

    def _placed(self, content: Content) -> Content:
        self._layout.addWidget(content)
        self._made.append(content)
        return content

    # Showing

    @Slot()
    def _fill(self) -> None:
        if self._draft.frozen:
            self.reader.fill()
        shown: QWidget = self.reader if self._draft.frozen else self.editor if self._draft.begun else self.beginning
        focused = QApplication.focusWidget()
        handed_on = focused is not None and any(
            content.isAncestorOf(focused) for content in self._made if content is not shown
        )
        for content in self._made:
            content.setVisible(content is shown)
        stop = first_stop(shown) if handed_on else None
        if stop is not None:
            stop.setFocus()
        self.files.setVisible(self._draft.begun)
        self._say_state()

    @Slot()
    def _say_state(self) -> None:
        self.files.show_for(self._draft.rules, editable=not self._draft.frozen)
        version = self._draft.version
        if self._draft.amending:
            self.state.setText(self.tr("Amendment, in force once it is frozen"))
        elif version is not None and version.frozen:
            told = self.tr("Frozen on {date} · fingerprint {fingerprint}…").format(
                date=moment_text(version.frozen_at, self._operations.zone), fingerprint=version.fingerprint[:8]
            )
            self.state.setText(f"✓  {told}")
            self.state.setToolTip(version.fingerprint)
        elif self._draft.problems:
            count = len(self._draft.problems)
            self.state.setText(self.tr("Not kept yet: %n thing(s) to put right", "", count))
        else:
            self.state.setText(self.tr("Draft, kept as you write") if self._draft.begun else "")
        self.state.set_ink("attention" if self._draft.problems or self._draft.amending else "muted")

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
        self.editor.title.line.setFocus()

    @Slot()
    def _end_amendment(self) -> None:
        self.files.refused.hide()
        self.reader.amend.setFocus()
