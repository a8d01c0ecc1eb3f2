"""The heartbeat of a session's clock: one row per stage, rewritten every second, outside the journal and its replay."""

import sqlite3
from dataclasses import asdict

from jury_desk.domain.instants import Instant

WRITE = (
    "INSERT INTO timing_beat (stage, real_ms, awake_ms, wall_ms, offset_min, boot, process)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stage) DO UPDATE SET real_ms = excluded.real_ms,"
    " awake_ms = excluded.awake_ms, wall_ms = excluded.wall_ms, offset_min = excluded.offset_min,"
    " boot = excluded.boot, process = excluded.process"
)
_READ = "SELECT real_ms, awake_ms, wall_ms, offset_min, boot, process FROM timing_beat WHERE stage = ?"


def row_of(stage: str, instant: Instant) -> tuple[str | int, ...]:
    """The values of :data:`WRITE`."""
    return (stage, *asdict(instant).values())


def write(connection: sqlite3.Connection, stage: str, instant: Instant) -> None:
    """Rewrite the heartbeat of a stage, in a transaction of its own.

    Raises:
        sqlite3.Error: nothing was written.
    """
    connection.execute(WRITE, row_of(stage, instant))


def read(connection: sqlite3.Connection, stage: str) -> Instant | None:
    """The last heartbeat of a stage."""
    row = connection.execute(_READ, (stage,)).fetchone()
    return Instant(*row) if row else None
