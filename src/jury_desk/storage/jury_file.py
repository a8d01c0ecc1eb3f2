"""One open file: its records in memory, and the commit protocol that changes them.

A command is one event and its effect in one transaction. Only when both are on disk, and the file is still the one that
was opened, do the records change and the command return.
"""

import secrets
import sqlite3
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jury_desk.domain import closure
from jury_desk.domain.errors import FileMoved, FileNotWritable
from jury_desk.domain.instants import Instant
from jury_desk.domain.journal import GENESIS, Change, Event, apply, document_change
from jury_desk.domain.records import KINDS, ONLY_ADDED, Entity, Records
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import Clock
from jury_desk.storage import backup, heartbeat, lock
from jury_desk.storage.tape import Tape

if TYPE_CHECKING:
    from sqlalchemy import Engine

SESSION = uuid.uuid4().hex
"""This run of the program, in the events it writes."""
BACKUP_EVERY = 25
"""Acts between two safety copies."""

_KIND_ORDER = {kind: order for order, kind in enumerate(KINDS)}


class SqliteFile:
    """An open ``.jury`` file, as :class:`jury_desk.services.ports.JuryFile` describes it."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        content: tuple[Sequence[Event], Records],
        *,
        clock: Clock,
        actor: str,
        safety: Path,
    ) -> None:
        self._path = path
        self._connection = connection
        self._events, self._records = list(content[0]), content[1]
        self._clock = clock
        self._actor = actor
        self._safety = safety
        self._identity = _identity(path)
        self._saved_at: datetime | None = datetime.fromisoformat(self._events[-1].at) if self._events else None
        self._since_backup = 0
        self._kept_as_opened = not self._events
        self._rescued: int | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def records(self) -> Records:
        """All it holds; changed by commits alone."""
        return self._records

    @property
    def saved_at(self) -> datetime | None:
        """When the last act was written, UTC."""
        return self._saved_at

    @contextmanager
    def unit(self) -> Iterator["SqliteUnit"]:
        """A new set of changes; leaving without a commit forgets them."""
        yield SqliteUnit(self)

    def events(self) -> Sequence[Event]:
        """The journal, oldest first."""
        return tuple(self._events)

    def beat(self, stage: str, instant: Instant) -> None:
        """Rewrite the heartbeat of a stage's clock: one row, outside the journal.

        Raises:
            FileMoved: the file is no longer where it was opened.
            FileNotWritable: the system refused.
        """
        self._check_identity()
        try:
            heartbeat.write(self._connection, stage, instant)
        except sqlite3.Error as error:
            raise FileNotWritable(str(self._path), str(error)) from error

    def last_beat(self, stage: str) -> Instant | None:
        """The last heartbeat of a stage's clock."""
        return heartbeat.read(self._connection, stage)

    def backup(self, target: Path) -> None:
        """A complete, checked copy.

        Raises:
            FileNotWritable: no room, or no permission; a file already there is left as it was.
        """
        backup.back_up(self._connection, target)

    def keep_safe(self, occasion: str) -> None:
        """Put a copy into the safety folder; a copy that cannot be made never stops the jury."""
        folder = self._safety_folder()
        if folder is None:
            return
        try:
            self.backup(folder / f"{self._clock.now():%Y%m%dT%H%M%S}-{len(self._events):06d}-{occasion}.jury")
        except FileNotWritable:
            return
        self._since_backup = 0
        backup.prune(folder)

    def make_due_copy(self) -> None:
        """Make the safety copy that is due after so many acts, at a moment when nobody is typing."""
        if self._since_backup >= BACKUP_EVERY:
            self.keep_safe("auto")

    def close(self) -> None:
        """Let the file go, with a safety copy when it changed."""
        if self._since_backup:
            self.keep_safe("close")
        self._since_backup = 0
        self._connection.close()
        lock.remove_note(self._path)

    def write(
        self, kind: str, changes: Sequence[Change], reason: str, target: int | None, beats: Mapping[str, Instant]
    ) -> ChangeSet:
        """Write one event and its effect; see the module's docstring.

        Raises:
            StageProclaimed: a change to a stage that is closed.
            FileMoved: the file is no longer where it was opened.
            FileNotWritable: the system refused; nothing was stored.
        """
        from jury_desk.storage import writing  # noqa: PLC0415 - SQLAlchemy loads with the first act

        closure.check(self._records, changes)
        self._keep_as_opened()
        event = self._event(kind, changes, reason, target)
        self._check_identity()
        try:
            writing.store(self._engine, event, beats)
        except writing.FAILURES as error:
            # A failing COMMIT can have stored the change all the same: only the file knows.
            if not writing.is_stored(self._engine, event):
                raise FileNotWritable(str(self._path), str(getattr(error, "orig", error))) from error
        self._check_identity()
        apply(self._records, event.changes)
        self._events.append(event)
        self._saved_at = datetime.fromisoformat(event.at)
        self._keep_up(event)
        return ChangeSet(event)

    @cached_property
    def _engine(self) -> "Engine":
        from jury_desk.storage.engine import engine_over  # noqa: PLC0415 - SQLAlchemy loads with the first act

        return engine_over(self._connection)

    def _event(self, kind: str, changes: Sequence[Change], reason: str, target: int | None) -> Event:
        return Event(
            seq=len(self._events) + 1,
            uuid=uuid.uuid4().hex,
            at=self._clock.now().astimezone(UTC).isoformat(timespec="milliseconds"),
            monotonic_ms=self._clock.monotonic_ms(),
            session=SESSION,
            actor=self._actor,
            kind=kind,
            reason=reason,
            target=target,
            changes=tuple(changes),
            salt=secrets.token_hex(8),
            previous=self._events[-1].hash if self._events else GENESIS,
        ).sealed()

    def _keep_as_opened(self) -> None:
        # A file that is only looked at needs no copy: the one of how it was opened is made before the first change.
        if not self._kept_as_opened:
            self.keep_safe("open")
            self._kept_as_opened = True

    def _check_identity(self) -> None:
        if _identity(self._path) != self._identity:
            # Once for each state: whoever tries again every second would push the older copies out.
            if self._rescued != len(self._events):
                self.keep_safe("rescue")
            self._rescued = len(self._events)
            raise FileMoved(str(self._path))

    def _keep_up(self, event: Event) -> None:
        folder = self._safety_folder()
        if folder is not None:
            Tape(folder / "tape.jsonl").append(event)
        self._since_backup += 1

    def _safety_folder(self) -> Path | None:
        return self._safety / self._events[0].uuid if self._events else None


class SqliteUnit:
    """The changes of one command."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file
        self._wanted: dict[tuple[str, tuple[str, ...]], Entity | None] = {}
        self._beats: dict[str, Instant] = {}

    def put(self, entity: Entity) -> None:
        """Add ``entity`` or replace the one with its key."""
        self._wanted[entity.entity, entity.key] = entity

    def remove(self, entity: Entity) -> None:
        """Take ``entity`` out."""
        self._wanted[entity.entity, entity.key] = None

    def beat(self, stage: str, instant: Instant) -> None:
        """Rewrite the heartbeat of a stage's clock in the same transaction."""
        self._beats[stage] = instant

    def commit(self, kind: str, *, reason: str = "", target: int | None = None) -> ChangeSet:
        """Write the event and its effect; returns once both are on disk.

        Raises:
            FileMoved, FileNotWritable: nothing was stored, or the place is gone.
        """
        changes = [change for change in self._changes() if change.before != change.after]
        if not changes:
            return ChangeSet(None)
        for change in changes:
            if change.before is not None and change.entity in ONLY_ADDED:
                raise ValueError(f"{change.entity} {change.key} is never changed or removed")
        return self._file.write(kind, changes, reason, target, self._beats)

    def _changes(self) -> Iterator[Change]:
        # What is referred to is put first and removed last, so that every foreign key holds at each statement.
        puts = [(key, entity) for key, entity in self._wanted.items() if entity is not None]
        removals = [(key, entity) for key, entity in self._wanted.items() if entity is None]
        puts.sort(key=lambda each: _KIND_ORDER[each[0][0]])
        removals.sort(key=lambda each: -_KIND_ORDER[each[0][0]])
        for (kind, key), entity in [*puts, *removals]:
            yield document_change(kind, key, self._file.records.get(KINDS[kind], *key), entity)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
