"""Undo and redo: each a new event that turns an earlier one round; nothing is ever taken out of the journal."""

from collections.abc import Iterator
from typing import TypeVar

from jury_desk.domain.candidacy import Entry
from jury_desk.domain.documents import from_document
from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.errors import NothingToRedo, NothingToUndo, UndoOverwrites
from jury_desk.domain.journal import REDONE, UNDONE, Change, Event, is_only_added, undoable
from jury_desk.domain.pitch_errors import UndoChangesSession
from jury_desk.domain.records import KINDS, Entity, Records
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile, Unit

E = TypeVar("E", bound=Entity)


def ever(file: JuryFile, kind: type[E]) -> Iterator[E]:
    """Every value that entities of a kind have had, undone and removed ones too; oldest first."""
    for event in file.events():
        for change in event.changes:
            if change.entity == kind.entity and change.after is not None:
                yield from_document(kind, change.after)


def next_undo(file: JuryFile) -> Event | None:
    """The act that :func:`undo` would take back."""
    done, _ = undoable(file.events())
    return _act(file, done)


def next_redo(file: JuryFile) -> Event | None:
    """The act that :func:`redo` would do again."""
    _, undone = undoable(file.events())
    return _act(file, undone)


def undo(file: JuryFile) -> ChangeSet:
    """Take the last act back.

    Raises:
        NothingToUndo: there is none; the event that began the edition stays.
        UndoOverwrites: a later act has changed the same values.
        UndoChangesSession: it set the rules or the order under which a clock has run since, or a draw was made.
    """
    event = next_undo(file)
    if event is None:
        raise NothingToUndo
    _refuse_under_session(file, event)
    with file.unit() as unit:
        for change in reversed(event.changes):
            _carry_out(unit, file.records, change.inverse(), event)
        return unit.commit(UNDONE, target=event.seq)


def redo(file: JuryFile) -> ChangeSet:
    """Do the act last undone again.

    Raises:
        NothingToRedo: there is none.
        UndoOverwrites, UndoChangesSession: as :func:`undo`.
    """
    event = next_redo(file)
    if event is None:
        raise NothingToRedo
    _refuse_under_session(file, event)
    with file.unit() as unit:
        for change in event.changes:
            _carry_out(unit, file.records, change, event)
        return unit.commit(REDONE, target=event.seq)


def _act(file: JuryFile, stack: list[int]) -> Event | None:
    if not stack:
        return None
    event = file.events()[stack[-1] - 1]
    return None if event.kind == "edition_begun" else event


def _refuse_under_session(file: JuryFile, event: Event) -> None:
    """The clock's own acts are not in the stacks of undo; what they stand on must not be pulled away under them."""
    stages = {change.key[0] for change in event.changes if _holds_a_session(change)}
    for later in file.events()[event.seq :]:
        if is_only_added(later) and any(change.key[0] in stages for change in later.changes):
            raise UndoChangesSession(event.kind)


def _holds_a_session(change: Change) -> bool:
    """Whether a change is about rules, or about who is heard and when; an outcome is neither."""
    if change.entity != Entry.entity:
        return change.entity == RulesVersion.entity
    places = [document and document["position"] for document in (change.before, change.after)]
    return places[0] != places[1]


def _carry_out(unit: Unit, records: Records, change: Change, event: Event) -> None:
    kind = KINDS[change.entity]
    current = records.get(kind, *change.key)
    # Compared as values: an older program wrote documents without the fields that came later.
    if current != (None if change.before is None else from_document(kind, change.before)):
        raise UndoOverwrites(event.kind)
    if change.after is not None:
        unit.put(from_document(kind, change.after))
    elif current is not None:
        unit.remove(current)
