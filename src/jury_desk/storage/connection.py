"""The one connection to a file, with the settings its safety rests on, each read back.

Rollback journal, exclusive lock and synchronous EXTRA are the settings under which no acknowledged act was lost in
simulated power cuts, and under which a copy of the one file holds everything (docs/decisions/0005).

Opening and checking a file need nothing else: SQLAlchemy, half a second to load, waits for the first act.
"""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x4A555259
"""« JURY », at byte 68 of the file."""
SCHEMA_VERSION = 4
"""The newest schema this program knows; mirrors the newest migration."""

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("secure_delete", "ON", 1),
)
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64_000_000),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 200_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)


class SettingRefused(Exception):
    """SQLite did not take a setting that the file's safety rests on."""


def connect(path: Path) -> sqlite3.Connection:
    """The connection to a file that exists, for reading and writing, locked against everybody else.

    Raises:
        sqlite3.OperationalError: the file is locked, or cannot be opened or written.
        SettingRefused: a setting was not taken.
    """
    connection = _open(path, "rw")
    try:
        _configure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even to roll back what an unclean end left.

    Raises:
        sqlite3.OperationalError: the file cannot be read.
    """
    return _open(path, "ro")


def _configure(connection: sqlite3.Connection) -> None:
    for limit, highest in _LIMITS:
        connection.setlimit(limit, highest)
    for name, wanted, expected in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {wanted}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone() or (expected,)
        if found != expected:
            raise SettingRefused(name)
    # Exclusive mode takes no lock before the first access: take it now, so that a second program is refused.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=0.2, isolation_level=None)
