"""The draft that the sections of the page write together: checked with every keystroke, kept when a field is left."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from jury_desk.domain.document_reader import Problem
from jury_desk.resources import phrases
from jury_desk.services.drafting import (
    Document,
    draft_of,
    newest_version,
    read_draft,
    save_draft,
    value_at,
    with_value,
)
from jury_desk.ui.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jury_desk.domain.edition import RulesVersion
    from jury_desk.domain.rules import Rules


class RulesDraft(QObject):
    """The règlement being written.

    Signals:
        loaded: another document is there as a whole; fields are filled anew.
        checked: a keystroke changed it; problems and what follows from it are shown anew.
    """

    loaded = Signal()
    checked = Signal()

    def __init__(self, operations: Operations, stage_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stage = stage_id
        self._document: Document = {}
        self._kept: Document | None = None
        self.version: RulesVersion | None = None
        self.rules: Rules | None = None
        self.problems: Sequence[Problem] = ()

    @property
    def document(self) -> Document:
        """As it now is."""
        return self._document

    @property
    def begun(self) -> bool:
        """Whether there is anything."""
        return bool(self._document)

    @property
    def frozen(self) -> bool:
        """Whether it can be changed no more."""
        return self.version is not None and self.version.frozen

    @property
    def pending(self) -> bool:
        """Whether something typed is not in the file."""
        return self._document != (self._kept or {})

    def load(self) -> None:
        """Read what the file holds; a draft with something wrong in it, that is, not kept yet, stays."""
        self.version = newest_version(self._operations.records, self._stage)
        found = draft_of(self._operations.records, self._stage)
        if self.pending and self.problems and not self.frozen:
            return
        self._kept, self._document = found, found or {}
        self._check()
        self.loaded.emit()

    def value(self, path: str) -> Any:
        """What stands at a path."""
        return value_at(self._document, path)

    @Slot(str, str)
    def put(self, path: str, value: Any) -> None:
        """Write one value; without a number of places there is no selection line at all."""
        if path == "selection.places" and value == "":
            self._document = {key: kept for key, kept in self._document.items() if key != "selection"}
        else:
            self._document = with_value(self._document, path, value)
        self._check()
        self.checked.emit()

    def replace(self, document: Document) -> None:
        """Put another document in place of the whole, and keep it."""
        self._document = document
        self._check()
        self.loaded.emit()
        self.keep()

    @Slot()
    def keep(self) -> None:
        """Write it to the file, when it can be read and says something new."""
        if self.problems or not self.begun or self.frozen or not self.pending:
            return
        document = self._document
        changes = self._operations.run(lambda: save_draft(self._operations.file, self._stage, document), self)
        if changes is not None:
            self.version = newest_version(self._operations.records, self._stage)
            self._kept = self._document
            self.checked.emit()

    def problems_at(self, path: str, *, below: bool = False) -> list[str]:
        """The sentences for what is wrong at a path, or with ``below`` anywhere under it."""
        return [self.sentence(each) for each in self.problems if _concerns(each.path, path, below=below)]

    def sentence(self, problem: Problem) -> str:
        """What is wrong, in the window's language."""
        words = phrases("rules", self._operations.messages.language)["rules_problems"]
        return str(words[problem.code].format(**problem.facts))

    def _check(self) -> None:
        self.rules, self.problems = read_draft(self._document) if self._document else (None, ())


def _concerns(found: str, path: str, *, below: bool) -> bool:
    return found == path or (below and found.startswith((f"{path}.", f"{path}[")))
