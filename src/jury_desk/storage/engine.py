"""SQLAlchemy over the one connection, with transactions that really are."""

import sqlite3

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from jury_desk.storage.connection import APPLICATION_ID, SCHEMA_VERSION


def engine_over(connection: sqlite3.Connection) -> Engine:
    """An engine whose only connection is ``connection``; disposing of the engine closes it."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def stamp(connection: Connection) -> None:
    """Mark the file as ours and of the newest schema."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _begin(connection: Connection) -> None:
    # Python 3.11's driver neither begins before DDL nor rolls it back unless told so here.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
