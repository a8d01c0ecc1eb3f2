"""Whether a file's schema is exactly ours: the guard against triggers, views and tables planted in a file."""

import hashlib
import sqlite3

EXPECTED = "80fd0bb3d4ab180dfc297cc20430e1fe97405f33ecd80b7d65bbc68511fa4f24"
"""SHA-256 of the schema that :func:`jury_desk.storage.writing.create_tables` and the migrations make."""
_QUERY = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file holds exactly the tables and indexes of the newest schema, and nothing else."""
    return fingerprint(connection) == EXPECTED


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 of every object of the schema, blanks folded."""
    rows = connection.execute(_QUERY).fetchall()
    text = "\n".join(" ".join(f"{kind} {name} {table} {sql}".split()) for kind, name, table, sql in rows)
    return hashlib.sha256(text.encode()).hexdigest()
