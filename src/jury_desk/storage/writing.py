"""Writing an event and its effect, through SQLAlchemy; loaded with the first act."""

import sqlite3
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, Integer, Table, insert, select
from sqlalchemy.exc import SQLAlchemyError

from jury_desk.domain.instants import Instant
from jury_desk.domain.journal import Change, Event
from jury_desk.storage import heartbeat
from jury_desk.storage.connection import SCHEMA_VERSION
from jury_desk.storage.engine import stamp
from jury_desk.storage.rows import Row, event_row, row_of
from jury_desk.storage.tables import ALEMBIC, METADATA

FAILURES = (SQLAlchemyError, sqlite3.Error)
"""What a statement or a commit can fail with."""


def create_tables(engine: Engine) -> None:
    """Make every table in an empty file, as the migrations would have, and mark the file as ours."""
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(insert(ALEMBIC), {"version_num": f"{SCHEMA_VERSION:04d}"})
        stamp(connection)


def store(engine: Engine, event: Event, beats: Mapping[str, Instant]) -> None:
    """Write one event, its effect and the heartbeats that go with it in one transaction.

    Raises:
        FAILURES: as a rule nothing was stored; a failing COMMIT can have stored it all the same (:func:`is_stored`).
    """
    with engine.begin() as connection:
        connection.execute(insert(METADATA.tables["event"]), event_row(event))
        _insert(connection, event)
        for change in event.changes:
            if change.before is not None:
                _replace_or_delete(connection, change)
        for stage, instant in beats.items():
            connection.exec_driver_sql(heartbeat.WRITE, heartbeat.row_of(stage, instant))


def is_stored(engine: Engine, event: Event) -> bool:
    """Whether the file holds the event; ``False`` also when it cannot be read any more."""
    events = METADATA.tables["event"]
    try:
        with engine.connect() as connection:
            found = connection.execute(select(events.c.seq).where(events.c.uuid == event.uuid)).first()
    except FAILURES:
        return False
    return found is not None


def _insert(connection: Connection, event: Event) -> None:
    added: dict[str, list[Row]] = {}
    for change in event.changes:
        if change.before is None and change.after is not None:
            added.setdefault(change.entity, []).append(row_of(change.entity, change.after))
    for entity, rows in added.items():
        connection.execute(insert(METADATA.tables[entity]), rows)


def _replace_or_delete(connection: Connection, change: Change) -> None:
    table = METADATA.tables[change.entity]
    at_key = [table.c[name] == value for name, value in _key(table, change).items()]
    if change.after is None:
        connection.execute(table.delete().where(*at_key))
    else:
        connection.execute(table.update().where(*at_key).values(row_of(change.entity, change.after)))


def _key(table: Table, change: Change) -> Row:
    """The key columns with their values; the one edition has a key of its own making."""
    values: tuple[str | int, ...] = change.key or (1,)
    columns = table.primary_key.columns
    return {
        column.name: int(value) if isinstance(column.type, Integer) else value
        for column, value in zip(columns, values, strict=True)
    }
