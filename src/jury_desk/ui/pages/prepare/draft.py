"""The draft that the sections of the page write together: checked with every keystroke, kept when a field is left.

Frozen rules are read only until an amendment is begun: then the same sections write its draft, which is in force for
nobody until it is frozen in its turn, and is kept even while it cannot be read.
"""

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from jury_desk.domain.document_reader import Problem
from jury_desk.resources import phrases
from jury_desk.services.amendments import (
    begun_amendment,
    draft_text,
    give_amendment_up,
    keep_amendment,
    kept_amendment,
    known_criteria,
    meant,
)
from jury_desk.services.drafting import (
    Document,
    draft_of,
    newest_version,
    place_of,
    read_draft,
    save_draft,
    stages_to_carry,
    value_at,
    with_kind,
    with_section,
    with_value,
)
from jury_desk.services.preparation import rules_of
from jury_desk.ui.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jury_desk.domain.edition import AmendmentDraft, RulesVersion
    from jury_desk.domain.rules import Rules
    from jury_desk.domain.rules_changes import RulesChange

_OF_A_CRITERION = re.compile(r"criteria\[(\d+)\]\.(kind|section)")


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
        self.amendment: AmendmentDraft | None = None
        self._on_file: AmendmentDraft | None = None
        self.version: RulesVersion | None = None
        self.rules: Rules | None = None
        self.problems: Sequence[Problem] = ()

    @property
    def language(self) -> str:
        """The language of the window."""
        return self._operations.messages.language

    @property
    def document(self) -> Document:
        """As it now is."""
        return self._document

    @property
    def begun(self) -> bool:
        """Whether there is anything."""
        return bool(self._document)

    @property
    def amending(self) -> bool:
        """Whether it is the draft of an amendment."""
        return self.amendment is not None

    @property
    def frozen(self) -> bool:
        """Whether it can be changed no more: frozen, and no amendment begun."""
        return self.version is not None and self.version.frozen and not self.amending

    @property
    def pending(self) -> bool:
        """Whether something typed is not in the file."""
        return self._document != (self._kept or {})

    @property
    def changes(self) -> "tuple[RulesChange, ...]":
        """What an amendment changes so far; nothing while it cannot be read."""
        from jury_desk.domain.rules_changes import changes_between  # noqa: PLC0415 - only an amendment asks

        if not self.amending or self.version is None or self.rules is None:
            return ()
        return meant(changes_between(rules_of(self.version), self.rules))

    def known_criteria(self) -> frozenset[str]:
        """The ids that stand for a criterion already, in the rules in force or before them."""
        return known_criteria(self._operations.records, self._stage)

    def stage_names(self) -> dict[str, str]:
        """The names of the earlier stages whose results may enter, by id."""
        return {each.id: each.name for each in stages_to_carry(self._operations.records, self._stage)}

    def load(self) -> None:
        """Read what the file holds; a draft with something wrong in it, that is, not kept yet, stays."""
        newest = newest_version(self._operations.records, self._stage)
        on_file = kept_amendment(self._operations.records, self._stage)
        overtaken, known, self._on_file = self.amending, self._on_file, on_file
        if on_file is not None and on_file != known:
            self.version = newest
            self._amend(on_file)
            return
        if self.amending and newest == self.version and on_file == known:
            # What it would do to the marks follows the marks.
            self.checked.emit()
            return
        self.version, self.amendment = newest, None
        found = draft_of(self._operations.records, self._stage)
        if self.pending and self.problems and not self.frozen and not overtaken:
            return
        self._kept, self._document = found, found or {}
        self._check()
        self.loaded.emit()

    def begin_amendment(self) -> None:
        """Write a draft of other rules over the frozen ones, which stay in force."""
        if self.frozen:
            self._amend(begun_amendment(self._operations.records, self._stage))

    def _amend(self, amendment: "AmendmentDraft") -> None:
        self.amendment = amendment
        self._document = json.loads(amendment.document)
        self._check()
        self.loaded.emit()

    def say_amendment(self, *, reason: str, author: str, keeps_marks: bool) -> None:
        """Take what the amendment will be made with; kept with the next field that is left."""
        if self.amendment is not None:
            self.amendment = replace(self.amendment, reason=reason, author=author, keeps_marks=keeps_marks)

    def give_amendment_up(self) -> None:
        """Forget the draft of an amendment."""
        self.amendment = self._on_file = None
        self._operations.run(lambda: give_amendment_up(self._operations.file, self._stage), self)
        self._kept = None
        self._document = {}
        self.problems = ()
        self.load()

    def value(self, path: str) -> Any:
        """What stands at a path."""
        return value_at(self._document, path)

    @Slot(str, object)
    def put(self, path: str, value: Any) -> None:
        """Write one value, with what hangs on it; without a number of places there is no selection line at all."""
        of_criterion = _OF_A_CRITERION.fullmatch(path)
        if path == "selection.places" and value == "":
            self._document = {key: kept for key, kept in self._document.items() if key != "selection"}
        elif of_criterion is not None:
            write = with_kind if of_criterion[2] == "kind" else with_section
            self._document = write(self._document, int(of_criterion[1]), value)
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
        """Write it to the file, when it says something new; but for an amendment, only when it can be read."""
        if self.amendment is not None:
            self._keep_amendment(self.amendment)
            return
        if self.problems or not self.begun or self.frozen or not self.pending:
            return
        document = self._document
        changes = self._operations.run(lambda: save_draft(self._operations.file, self._stage, document), self)
        if changes is not None:
            self.version = newest_version(self._operations.records, self._stage)
            self._kept = self._document
            self.checked.emit()

    def _keep_amendment(self, amendment: "AmendmentDraft") -> None:
        written = replace(amendment, document=draft_text(self._document))
        if written == (self._on_file or begun_amendment(self._operations.records, self._stage)):
            return
        former, self._on_file = self._on_file, written
        if self._operations.run(lambda: keep_amendment(self._operations.file, written), self) is None:
            self._on_file = former

    def problems_at(self, path: str, *, below: bool = False) -> list[str]:
        """The sentences for what is wrong at a path, or with ``below`` anywhere under it."""
        return [self.sentence(each) for each in self.problems if _concerns(place_of(each), path, below=below)]

    def sentence(self, problem: Problem) -> str:
        """What is wrong, in the window's language."""
        words = phrases("rules", self.language)
        sentence = words["window_problems"].get(problem.code) or words["rules_problems"][problem.code]
        return str(sentence.format(**problem.facts))

    def _check(self) -> None:
        self.rules, self.problems = read_draft(self._document) if self._document else (None, ())


def _concerns(found: str, path: str, *, below: bool) -> bool:
    return found == path or (below and found.startswith((f"{path}.", f"{path}[")))
