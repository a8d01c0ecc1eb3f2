"""The one connection to a file: SQLite's settings, each read back, and transactions that really are.

Rollback journal, exclusive lock and synchronous EXTRA are the settings under which no acknowledged act was lost in
simulated power cuts, and under which a copy of the one file holds everything (docs/decisions/0005).
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

APPLICATION_ID = 0x4A555259
"""« JURY », at byte 68 of the file."""
SCHEMA_VERSION = 1
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


def open_engine(path: Path) -> Engine:
    """An engine with one connection to ``path``, for reading and writing; the file must exist.

    Raises:
        sqlalchemy.exc.OperationalError: at first use, when the file is locked or cannot be opened.
        SettingRefused: at first use.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=0.2, isolation_level=None
        ),
        poolclass=StaticPool,
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def read_number(connection: Connection, pragma: str) -> int:
    """A numeric pragma such as ``user_version``."""
    return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def stamp(connection: Connection) -> None:
    """Mark the file as ours and of the newest schema."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for backups."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError
    return driver


def _configure(connection: sqlite3.Connection, _record: Any) -> None:
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    for name, wanted, expected in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {wanted}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone() or (expected,)
        if found != expected:
            raise SettingRefused(name)
    # Exclusive mode takes no lock before the first access: take it now, so that a second program is refused at once.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _begin(connection: Connection) -> None:
    # Python 3.11's driver neither begins before DDL nor rolls it back unless told so here.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
