"""Whether a file's schema is exactly ours: the guard against triggers, views and tables planted in a file."""

from functools import cache

from sqlalchemy import Connection, create_engine, insert

from jury_desk.storage.engine import SCHEMA_VERSION
from jury_desk.storage.tables import ALEMBIC, METADATA

_QUERY = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"


def create(connection: Connection) -> None:
    """Make every table in an empty file, as the migrations would have."""
    METADATA.create_all(connection)
    connection.execute(insert(ALEMBIC), {"version_num": f"{SCHEMA_VERSION:04d}"})


def is_ours(connection: Connection) -> bool:
    """Whether the file holds exactly the tables and indexes of the newest schema, and nothing else."""
    return _fingerprint(connection) == _expected()


def _fingerprint(connection: Connection) -> frozenset[tuple[str, ...]]:
    rows = connection.exec_driver_sql(_QUERY).all()
    return frozenset((row[0], row[1], row[2], " ".join(str(row[3]).split())) for row in rows)


@cache
def _expected() -> frozenset[tuple[str, ...]]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create(connection)
        return _fingerprint(connection)
