"""One open file: its records in memory, and the commit protocol that changes them.

A command is one event and its effect in one transaction. Only when both are on disk, and the file is still the one that
was opened, do the records change and the command return.
"""

import secrets
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import SQLAlchemyError

from jury_desk.domain.errors import FileMoved, FileNotWritable
from jury_desk.domain.journal import GENESIS, Change, Event, apply, document_change
from jury_desk.domain.records import KINDS, Entity, Records
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import Clock
from jury_desk.storage import backup, lock
from jury_desk.storage.engine import driver_of
from jury_desk.storage.mapping import event_row, key_of, row_of, table_of
from jury_desk.storage.tables import EventRow
from jury_desk.storage.tape import Tape

SESSION = uuid.uuid4().hex
"""This run of the program, in the events it writes."""
BACKUP_EVERY = 25
"""Acts between two safety copies."""

_EVENTS = EventRow.__table__  # type: ignore[attr-defined]
_KIND_ORDER = {kind: order for order, kind in enumerate(KINDS)}


class SqliteFile:
    """An open ``.jury`` file, as :class:`jury_desk.services.ports.JuryFile` describes it."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        content: tuple[Sequence[Event], Records],
        *,
        clock: Clock,
        actor: str,
        safety: Path,
    ) -> None:
        self._path = path
        self._engine = engine
        self._events, self._records = list(content[0]), content[1]
        self._clock = clock
        self._actor = actor
        self._safety = safety
        self._identity = _identity(path)
        self._saved_at: datetime | None = datetime.fromisoformat(self._events[-1].at) if self._events else None
        self._since_backup = 0

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

    def backup(self, target: Path) -> None:
        """A complete, checked copy.

        Raises:
            FileNotWritable: no room, or no permission; a file already there is left as it was.
        """
        with self._engine.connect() as connection:
            backup.back_up(driver_of(connection), target)

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
        self._engine.dispose()
        lock.remove_note(self._path)

    def write(self, kind: str, changes: Sequence[Change], reason: str, target: int | None) -> ChangeSet:
        """Write one event and its effect; see the module's docstring.

        Raises:
            FileMoved: the file is no longer where it was opened.
            FileNotWritable: the system refused; nothing was stored.
        """
        event = self._event(kind, changes, reason, target)
        self._check_identity()
        try:
            with self._engine.begin() as connection:
                _store(connection, event)
        except (SQLAlchemyError, sqlite3.Error) as error:
            # A failing COMMIT can have stored the change all the same: only the file knows.
            if not self._is_stored(event):
                raise FileNotWritable(str(self._path), str(getattr(error, "orig", error))) from error
        self._check_identity()
        apply(self._records, event.changes)
        self._events.append(event)
        self._saved_at = datetime.fromisoformat(event.at)
        self._keep_up(event)
        return ChangeSet(event)

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

    def _is_stored(self, event: Event) -> bool:
        try:
            with self._engine.connect() as connection:
                found = connection.execute(select(_EVENTS.c.seq).where(_EVENTS.c.uuid == event.uuid)).first()
        except (SQLAlchemyError, sqlite3.Error):
            return False
        return found is not None

    def _check_identity(self) -> None:
        if _identity(self._path) != self._identity:
            self.keep_safe("rescue")
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

    def put(self, entity: Entity) -> None:
        """Add ``entity`` or replace the one with its key."""
        self._wanted[entity.entity, entity.key] = entity

    def remove(self, entity: Entity) -> None:
        """Take ``entity`` out."""
        self._wanted[entity.entity, entity.key] = None

    def commit(self, kind: str, *, reason: str = "", target: int | None = None) -> ChangeSet:
        """Write the event and its effect; returns once both are on disk.

        Raises:
            FileMoved, FileNotWritable: nothing was stored, or the place is gone.
        """
        changes = [change for change in self._changes() if change.before != change.after]
        if not changes:
            return ChangeSet(None)
        return self._file.write(kind, changes, reason, target)

    def _changes(self) -> Iterator[Change]:
        # What is referred to is put first and removed last, so that every foreign key holds at each statement.
        puts = [(key, entity) for key, entity in self._wanted.items() if entity is not None]
        removals = [(key, entity) for key, entity in self._wanted.items() if entity is None]
        puts.sort(key=lambda each: _KIND_ORDER[each[0][0]])
        removals.sort(key=lambda each: -_KIND_ORDER[each[0][0]])
        for (kind, key), entity in [*puts, *removals]:
            yield document_change(kind, key, self._file.records.get(KINDS[kind], *key), entity)


def _store(connection: Connection, event: Event) -> None:
    connection.execute(insert(_EVENTS), event_row(event))
    added: dict[str, list[dict[str, object]]] = {}
    for change in event.changes:
        if change.before is None and change.after is not None:
            added.setdefault(change.entity, []).append(row_of(change.entity, change.after))
    for entity, rows in added.items():
        connection.execute(insert(table_of(entity)), rows)
    for change in event.changes:
        if change.before is not None:
            _replace_or_delete(connection, change)


def _replace_or_delete(connection: Connection, change: Change) -> None:
    table = table_of(change.entity)
    at_key = [table.c[name] == value for name, value in key_of(change.entity, change.key).items()]
    if change.after is None:
        connection.execute(table.delete().where(*at_key))
    else:
        connection.execute(table.update().where(*at_key).values(row_of(change.entity, change.after)))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
