"""Making, opening and checking files: the opening procedure, and what it refuses."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, select
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from jury_desk.domain.errors import (
    FileDamaged,
    FileExists,
    FileInUse,
    FileNewer,
    FileNotFound,
    FileNotWritable,
    NotAJuryFile,
)
from jury_desk.domain.journal import Event, broken_links, replay
from jury_desk.domain.records import KINDS, Records
from jury_desk.services.ports import Clock, Report
from jury_desk.storage import lock, schema
from jury_desk.storage.engine import APPLICATION_ID, SCHEMA_VERSION, open_engine, stamp
from jury_desk.storage.jury_file import SqliteFile
from jury_desk.storage.mapping import entity_of, event_of, table_of
from jury_desk.storage.tables import METADATA

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
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError as error:
            raise FileExists(str(path)) from error
        except OSError as error:
            raise FileNotWritable(str(path), error.strerror or str(error)) from error
        engine = open_engine(path)
        try:
            with engine.begin() as connection:
                schema.create(connection)
                stamp(connection)
        except (SQLAlchemyError, sqlite3.Error) as error:
            engine.dispose()
            path.unlink(missing_ok=True)
            raise FileNotWritable(str(path), str(error)) from error
        return self._hold(path, engine, ((), Records()), clock or self._clock)

    def open(self, path: Path) -> SqliteFile:
        """An existing file, verified and held for writing.

        Raises:
            FileNotFound, NotAJuryFile, FileNewer, FileInUse, FileDamaged, FileNotWritable.
        """
        self._refuse_twice(path)
        header = _read_header(path)
        self._keep_black_box(path, header)
        engine = open_engine(path)
        try:
            with _told_as_file_errors(path):
                if header.user_version < SCHEMA_VERSION:
                    self._migrate(path, engine)
                with engine.connect() as connection:
                    events, records, problems = _verify(connection)
            if problems:
                raise FileDamaged(str(path), ", ".join(" ".join(problem).strip() for problem in problems))  # noqa: TRY301
        except Exception:
            engine.dispose()
            raise
        file = self._hold(path, engine, (events, records), self._clock)
        file.keep_safe("open")
        return file

    def check(self, path: Path) -> Report:
        """Integrity, schema, chain of the journal, and whether replaying it gives what the tables hold.

        Raises:
            FileNotFound, NotAJuryFile, FileNewer, FileInUse, FileDamaged.
        """
        self._refuse_twice(path)
        header = _read_header(path)
        engine = create_engine(
            "sqlite://", creator=lambda: sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)
        )
        try:
            with _told_as_file_errors(path), engine.connect() as connection:
                events, _, problems = _verify(connection)
        finally:
            engine.dispose()
        return Report(len(events), events[-1].hash if events else "", header.user_version, tuple(problems))

    def _hold(self, path: Path, engine: Engine, content: tuple[Sequence[Event], Records], clock: Clock) -> SqliteFile:
        lock.write_note(path, self._clock.now())
        return SqliteFile(path, engine, content, clock=clock, actor=self._actor, safety=self._safety)

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

    def _migrate(self, path: Path, engine: Engine) -> None:
        # Alembic costs a third of a second: only a file older than the program pays it.
        from jury_desk.storage.backup import back_up  # noqa: PLC0415
        from jury_desk.storage.engine import driver_of  # noqa: PLC0415
        from jury_desk.storage.migrations.upgrade import upgrade  # noqa: PLC0415

        with engine.connect() as connection:
            back_up(driver_of(connection), path.with_name(f"{path.name}.before-{SCHEMA_VERSION}"))
        with engine.begin() as connection:
            upgrade(connection)
            stamp(connection)


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


def _verify(connection: Connection) -> tuple[list[Event], Records, list[tuple[str, str]]]:
    """Everything the file holds, and what does not hold together (keys of sentences, with a fact each)."""
    if not schema.is_ours(connection):
        return [], Records(), [("schema", "")]
    problems = [
        (check, str(row[0]))
        for check in ("integrity_check", "foreign_key_check")
        for row in connection.exec_driver_sql(f"PRAGMA {check}")
        if row[0] != "ok"
    ]
    events = [event_of(dict(row)) for row in _rows(connection, "event")]
    problems += [("chain", str(seq)) for seq in broken_links(events)]
    records = Records()
    for kind in KINDS:
        for row in _rows(connection, kind):
            records.put(entity_of(kind, dict(row)))
    if replay(events) != records:
        problems.append(("replay", ""))
    return events, records, problems


def _rows(connection: Connection, table: str) -> Iterator[dict[str, object]]:
    found = METADATA.tables["event"] if table == "event" else table_of(table)
    ordered = select(found).order_by(*found.primary_key.columns)
    return (dict(row) for row in connection.execute(ordered).mappings())


@contextmanager
def _told_as_file_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        words = str(error.orig)
        if "locked" in words:
            raise FileInUse(str(path), lock.read_note(path)) from error
        raise FileNotWritable(str(path), words) from error
    except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise FileDamaged(str(path), str(error)) from error
