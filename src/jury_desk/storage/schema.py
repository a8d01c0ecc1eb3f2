"""Whether a file's schema is exactly ours: the guard against triggers, views and tables planted in a file."""

import hashlib
import sqlite3

EXPECTED = "3caca26193bea73e4c8a8e95a2835e0615668434d098b59b5aacc2c2cba7b0a0"
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
