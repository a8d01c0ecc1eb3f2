"""Rules from a file and into one: TOML, as the command line takes them; what is wrong with a file told line by line."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.domain.rules import document_of
from jury_desk.services.refusals import refusal_lines
from jury_desk.ui.dialogs.file_choice import FileChooser
from jury_desk.ui.operations import Operations
from jury_desk.ui.settings import Settings
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.text import Text, listed

if TYPE_CHECKING:
    from jury_desk.domain.rules import Rules

_MOST_TOLD = 12


class RulesFiles(QWidget):
    """The two links, and under them what is wrong with the file last chosen.

    ``chooser`` is a door: tests put another one in its place, so that none ever blocks.

    Signals:
        document_read: the draft that a file holds.
        exported: the path of the file just written.
    """

    document_read = Signal(object)
    exported = Signal(str)

    def __init__(self, operations: Operations, stage_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._rules: Rules | None = None
        self.chooser = FileChooser(Settings())
        self.bring_in = link(self.tr("Import…"))
        self.write = link(self.tr("Export…"))
        self.bring_in.setToolTip(self.tr("Take the rules of a TOML file"))
        self.write.setToolTip(self.tr("Write these rules as a TOML file"))
        layout = row(gap=8)
        layout.addWidget(self.bring_in)
        layout.addWidget(self.write)
        self.setLayout(layout)
        self.refused = RefusedFile()
        self.bring_in.clicked.connect(self.import_rules)
        self.write.clicked.connect(self.export_rules)

    def show_for(self, rules: "Rules | None", *, editable: bool) -> None:
        """Offer what can be done: writing rules that can be read, reading others where they may be changed."""
        self._rules = rules
        self.write.setEnabled(rules is not None)
        self.bring_in.setVisible(editable)

    @Slot()
    def import_rules(self) -> None:
        """Ask for a file, and give what it holds; a file that is refused changes nothing."""
        path = self.chooser.rules_to_import(self.window())
        if path is None:
            return
        try:
            rules = self._operations.toolbox.read_rules(path)
        except DomainError as error:
            self.refused.tell(path, refusal_lines(error, self._operations.messages.language))
            return
        self.refused.hide()
        self.document_read.emit(document_of(rules))
        self._operations.messages.tell_note(self.tr("Rules taken from {file}").format(file=path.name))

    @Slot()
    def export_rules(self) -> None:
        """Ask for a place, and write the rules there."""
        self._operations.commit_pending_edit()
        if self._rules is None:
            return
        path = self.chooser.rules_to_export(self.window(), f"{self._stage}-rules")
        if path is None:
            return
        try:
            self._operations.toolbox.save_rules(self._rules, path)
        except DomainError as error:
            self._operations.messages.tell_error(error)
            return
        self.exported.emit(str(path))
        self._operations.messages.tell_note(self.tr("Rules written to {file}").format(file=path.name))


class RefusedFile(Card):
    """What is wrong with a file, line by line; it changes nothing, and says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=8)
        self._head = Text("", bold=True, ink="bad")
        self._lines = Text()
        self._close = link(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        head = row(gap=16)
        head.addWidget(self._head, 1)
        head.addWidget(self._close)
        told = column(gap=4)
        told.addWidget(self._lines)
        self.body.addLayout(head)
        self.body.addLayout(told)
        self.hide()

    def tell(self, path: Path, lines: list[str]) -> None:
        """Show what is wrong with the file of that path."""
        head = self.tr("!  {file} is refused; the rules have stayed as they were.").format(file=path.name)
        self._head.setText(head)
        more = len(lines) - _MOST_TOLD
        shown = lines[:_MOST_TOLD]
        if more > 0:
            shown.append(self.tr("and %n more", "", more))
        self._lines.setText(listed(shown))
        self.show()

    @property
    def told(self) -> str:
        """What it says now; nothing while hidden."""
        return "" if self.isHidden() else f"{self._head.text()}\n{self._lines.text()}"
