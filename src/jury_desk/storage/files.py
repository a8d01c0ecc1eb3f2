"""Making, opening and checking files: the opening procedure, and what it refuses."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from jury_desk.domain.documents import from_document
from jury_desk.domain.errors import (
    FileDamaged,
    FileExists,
    FileInUse,
    FileNewer,
    FileNotFound,
    FileNotWritable,
    NotAJuryFile,
)
from jury_desk.domain.journal import Event, Left, broken_links, left_by
from jury_desk.domain.records import KINDS, Records
from jury_desk.services.ports import Clock, Report
from jury_desk.storage import lock, schema
from jury_desk.storage.backup import back_up
from jury_desk.storage.connection import APPLICATION_ID, SCHEMA_VERSION, SettingRefused, connect, connect_read_only
from jury_desk.storage.jury_file import SqliteFile
from jury_desk.storage.rows import Row, document_of, event_of

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class _Header:
    application_id: int
    user_version: int
    journal_is_wal: bool


class SqliteFiles:
    """Files on a local disk, as :class:`jury_desk.services.ports.EditionFiles` describes them.

    Args:
        clock: where instants come from.
        actor: who the events say acted.
        safety: folder for tapes, safety copies and what an unclean end left behind.
    """

    def __init__(self, clock: Clock, actor: str, safety: Path) -> None:
        self._clock = clock
        self._actor = actor
        self._safety = safety

    def create(self, path: Path, *, clock: Clock | None = None) -> SqliteFile:
        """A new, empty file, whose acts are dated by ``clock`` where one is given; nothing is overwritten.

        Raises:
            FileExists, FileNotWritable.
        """
        if path.exists():
            raise FileExists(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
        except OSError as error:
            raise FileNotWritable(str(path), error.strerror or str(error)) from error
        # SQLAlchemy loads with the first act; making a file is one.
        from jury_desk.storage import writing  # noqa: PLC0415
        from jury_desk.storage.engine import engine_over  # noqa: PLC0415

        with ExitStack() as undone:
            undone.callback(path.unlink, missing_ok=True)
            try:
                connection = connect(path)
                undone.callback(connection.close)
                writing.create_tables(engine_over(connection))
            except (*writing.FAILURES, SettingRefused) as error:
                raise FileNotWritable(str(path), str(error)) from error
            undone.pop_all()
        return self._hold(path, connection, ((), Records()), clock or self._clock)

    def open(self, path: Path) -> SqliteFile:
        """An existing file, verified and held for writing.

        Raises:
            FileNotFound, NotAJuryFile, FileNewer, FileInUse, FileDamaged, FileNotWritable.
        """
        self._refuse_twice(path)
        header = _read_header(path)
        self._keep_black_box(path, header)
        with _told_as_file_errors(path):
            connection = connect(path)
        try:
            with _told_as_file_errors(path):
                if header.user_version < SCHEMA_VERSION:
                    _migrate(path, connection)
                events, records, problems = _verify(connection)
            if problems:
                raise FileDamaged(str(path), ", ".join(" ".join(problem).strip() for problem in problems))  # noqa: TRY301
        except Exception:
            connection.close()
            raise
        return self._hold(path, connection, (events, records), self._clock)

    def check(self, path: Path) -> Report:
        """Integrity, schema, chain of the journal, and whether replaying it gives what the tables hold.

        Raises:
            FileNotFound, NotAJuryFile, FileNewer, FileInUse, FileDamaged.
        """
        self._refuse_twice(path)
        header = _read_header(path)
        with _told_as_file_errors(path), closing(connect_read_only(path)) as connection:
            events, _, problems = _verify(connection)
        return Report(len(events), events[-1].hash if events else "", header.user_version, tuple(problems))

    def _hold(
        self, path: Path, connection: sqlite3.Connection, content: tuple[Sequence[Event], Records], clock: Clock
    ) -> SqliteFile:
        lock.write_note(path, self._actor, self._clock.now())
        return SqliteFile(path, connection, content, clock=clock, actor=self._actor, safety=self._safety)

    def _refuse_twice(self, path: Path) -> None:
        # Reading a file that this process has open would drop SQLite's lock on it (POSIX locks belong to the process).
        if lock.is_held_here(path):
            raise FileInUse(str(path), lock.read_note(path))

    def _keep_black_box(self, path: Path, header: _Header) -> None:
        journal = path.with_name(f"{path.name}-journal")
        unclean = journal.exists() and journal.stat().st_size > 0
        if not unclean and not header.journal_is_wal:
            return
        with suppress(OSError):
            folder = self._safety / "unclean" / f"{self._clock.now():%Y%m%dT%H%M%S}"
            folder.mkdir(parents=True, exist_ok=True)
            for sidecar in path.parent.glob(f"{path.name}*"):
                shutil.copy2(sidecar, folder)

    def get_ready(self) -> None:
        """Load what the first act will need; safe beside the window, in another thread."""
        from jury_desk.storage import writing  # noqa: F401, PLC0415 - to have it loaded


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    # Alembic costs a third of a second: only a file older than the program pays it.
    from jury_desk.storage.engine import engine_over, stamp  # noqa: PLC0415
    from jury_desk.storage.migrations.upgrade import upgrade  # noqa: PLC0415

    back_up(connection, path.with_name(f"{path.name}.before-{SCHEMA_VERSION}"))
    with engine_over(connection).begin() as transaction:
        upgrade(transaction)
        stamp(transaction)


def _read_header(path: Path) -> _Header:
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError as error:
        raise FileNotFound(str(path)) from error
    except OSError as error:
        raise FileNotWritable(str(path), error.strerror or str(error)) from error
    header = _Header(int.from_bytes(head[68:72]), int.from_bytes(head[60:64]), head[18:20] != b"\1\1")
    if len(head) < _HEADER or not head.startswith(_MAGIC) or header.application_id != APPLICATION_ID:
        raise NotAJuryFile(str(path))
    if header.user_version > SCHEMA_VERSION:
        raise FileNewer(str(path), header.user_version, SCHEMA_VERSION)
    return header


def _verify(connection: sqlite3.Connection) -> tuple[list[Event], Records, list[tuple[str, str]]]:
    """Everything the file holds, and what does not hold together (keys of sentences, with a fact each)."""
    if not schema.is_ours(connection):
        return [], Records(), [("schema", "")]
    problems = [
        (check, str(row[0]))
        for check in ("integrity_check", "foreign_key_check")
        for row in connection.execute(f"PRAGMA {check}")
        if row[0] != "ok"
    ]
    events = [event_of(row) for row in _rows(connection, "event", "seq")]
    problems += [("chain", str(seq)) for seq in broken_links(events)]
    records, agreed = _records(connection, left_by(events))
    if not agreed:
        problems.append(("replay", ""))
    return events, records, problems


def _records(connection: sqlite3.Connection, journal: Left) -> tuple[Records, bool]:
    """What the tables hold, and whether it is what the journal leaves."""
    records, agreed = Records(), True
    for kind, made in KINDS.items():
        for row in _rows(connection, kind, "rowid"):
            document = document_of(kind, row)
            entity = from_document(made, document)
            records.put(entity)
            left = journal.pop((kind, entity.key), None)
            # Documents that are equal need not be read to be the same; an older one may lack what has a default now.
            agreed &= left is not None and (left == document or from_document(made, left) == entity)
    return records, agreed and not journal


def _rows(connection: sqlite3.Connection, table: str, order: str) -> Iterator[Row]:
    # The names are ours, from KINDS: nothing of the file goes into the statement.
    found = connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}')  # noqa: S608
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


@contextmanager
def _told_as_file_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words:
            raise FileInUse(str(path), lock.read_note(path)) from error
        raise FileNotWritable(str(path), words) from error
    except SettingRefused as error:
        raise FileNotWritable(str(path), str(error)) from error
    except (sqlite3.Error, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise FileDamaged(str(path), str(error)) from error
