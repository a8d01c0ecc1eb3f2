"""Where and until when a decision can be contested.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

from alembic import op

from jury_desk.storage.migrations.columns import integer, key, text, texts

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the edition's table anew: SQLite would put an added column after the constraints, unlike a new file."""
    op.rename_table("edition", "former_edition")
    op.create_table(
        "edition",
        integer("only", check="only = 1"),
        *texts("title", "organisation", "programme", "place", "language"),
        integer("fictitious", check="fictitious IN (0, 1)"),
        text("zone"),
        text("appeal_route"),
        key("only"),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO edition SELECT *, '' FROM former_edition")
    op.drop_table("former_edition")
