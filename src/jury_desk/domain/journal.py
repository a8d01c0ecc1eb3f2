"""The journal: every act as one event, append-only, chained by hashes; undo is an event of its own.

An event holds the changes it made, each with the value before and after, so that replaying the journal gives the file's
records again, undoing is the same changes turned round, and a reader of the journal sees old and new values.

The chain runs over a salted digest of the changes and not over their text: erasing personal text later (a right of the
persons concerned) leaves the chain whole, and the digest alone gives nothing away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from jury_desk.domain.documents import Document, digest, from_document, to_document
from jury_desk.domain.records import KINDS, ONLY_ADDED, Entity, Records

Left = dict[tuple[str, tuple[str, ...]], Document]
"""Documents of entities by kind and key."""
UNDONE = "undone"
REDONE = "redone"
GENESIS = "0" * 64
"""What the first event names as the hash of its predecessor."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; ``None`` for one that was not there, or is gone."""

    entity: str
    key: tuple[str, ...]
    before: Document | None
    after: Document | None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Event:
    """One act.

    Attributes:
        seq: 1, 2, 3 …; the order of the journal, never its clock.
        uuid: the command's own id, by which a writer finds out whether it was stored.
        at: UTC instant, ISO 8601 with milliseconds; for printing only.
        session: id of the run of the program; ``monotonic_ms`` orders within it whatever the wall clock does.
        target: for an undo or redo, the ``seq`` of the act it takes back or does again.
        salt: hexadecimal; keeps the digest from giving the changes away once they are erased. Empty: erased.
        digest: SHA-256 of salt and changes; this and not the changes is what the chain holds.
    """

    seq: int
    uuid: str
    at: str
    monotonic_ms: int
    session: str
    actor: str
    kind: str
    reason: str
    target: int | None
    changes: tuple[Change, ...]
    salt: str
    previous: str
    digest: str = ""
    hash: str = ""

    def sealed(self) -> "Event":
        """The event with its digest and its hash."""
        digested = replace(self, digest=self.expected_digest())
        return replace(digested, hash=digested.expected_hash())

    def expected_digest(self) -> str:
        """SHA-256 of the salt and the changes."""
        return digest([self.salt, [to_document(change) for change in self.changes]])

    def expected_hash(self) -> str:
        """SHA-256 over the envelope, the digest of the changes and the hash of the event before."""
        envelope = (self.seq, self.uuid, self.at, self.monotonic_ms, self.session, self.actor, self.kind, self.reason)
        return digest([*envelope, self.target, self.digest, self.previous])

    def holds(self) -> bool:
        """Whether hash and digest are what the event's content gives."""
        return self.hash == self.expected_hash() and (not self.salt or self.digest == self.expected_digest())


def document_change(entity: str, key: tuple[str, ...], before: Entity | None, after: Entity | None) -> Change:
    """The change from one value of an entity to the next."""
    return Change(
        entity,
        key,
        None if before is None else to_document(before),
        None if after is None else to_document(after),
    )


def apply(records: Records, changes: Iterable[Change]) -> None:
    """Carry ``changes`` out on ``records``."""
    for change in changes:
        if change.after is None:
            records.remove(change.entity, change.key)
        else:
            records.put(from_document(KINDS[change.entity], change.after))


def replay(events: Iterable[Event]) -> Records:
    """The records that the journal alone gives."""
    records = Records()
    for event in events:
        apply(records, event.changes)
    return records


def left_by(events: Iterable[Event]) -> Left:
    """What the events leave of each entity, by its kind and key: :func:`replay` without making any."""
    left: Left = {}
    for change in chain.from_iterable(event.changes for event in events):
        if change.after is None:
            left.pop((change.entity, change.key), None)
        else:
            left[change.entity, change.key] = change.after
    return left


def broken_links(events: Iterable[Event]) -> list[int]:
    """The ``seq`` of every event whose number, predecessor or hash is not what the chain says."""
    broken, previous, expected_seq = [], GENESIS, 1
    for event in events:
        if (event.seq, event.previous) != (expected_seq, previous) or not event.holds():
            broken.append(event.seq)
        previous, expected_seq = event.hash, expected_seq + 1
    return broken


def is_only_added(event: Event) -> bool:
    """Whether an act added what no act takes away: an event of the clock, a draw."""
    return any(change.entity in ONLY_ADDED for change in event.changes)


def undoable(events: Iterable[Event]) -> tuple[list[int], list[int]]:
    """The acts that can be undone and those that can be done again, oldest first, as two stacks of ``seq``.

    Acts of the clock and of the draw are neither: they have an undo of their own, or none (docs/decisions/0061).
    """
    done: list[int] = []
    undone: list[int] = []
    for event in events:
        if event.kind == UNDONE and event.target is not None:
            done.remove(event.target)
            undone.append(event.target)
        elif event.kind == REDONE and event.target is not None:
            undone.remove(event.target)
            done.append(event.target)
        elif event.changes and not is_only_added(event):
            done.append(event.seq)
            undone.clear()
    return done, undone
