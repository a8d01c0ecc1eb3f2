"""Alembic revisions, one module each; ``user_version`` mirrors the newest as a plain number."""
