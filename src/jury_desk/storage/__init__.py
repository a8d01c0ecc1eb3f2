"""The ``.jury`` file: SQLite through SQLModel and SQLAlchemy. Rows never leave this package."""
