"""The edition's time zone, the amendment that is being written, and who sat when a decision was taken.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

from alembic import op

from jury_desk.storage.migrations.columns import integer, key, of_a_stage, text, texts

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add them; an edition made before has no zone."""
    _add_zone()
    op.create_table(
        "amendment_draft",
        *texts("stage", "document", "reason", "author"),
        integer("keeps_marks", check="keeps_marks IN (0, 1)"),
        key("stage"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "decision_taken",
        *texts("stage", "candidacy", "bench"),
        key("stage", "candidacy"),
        of_a_stage(),
        sqlite_strict=True,
    )


def _add_zone() -> None:
    """Make the edition's table anew: SQLite would put an added column after the constraints, unlike a new file."""
    op.rename_table("edition", "former_edition")
    op.create_table(
        "edition",
        integer("only", check="only = 1"),
        *texts("title", "organisation", "programme", "place", "language"),
        integer("fictitious", check="fictitious IN (0, 1)"),
        text("zone"),
        key("only"),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO edition SELECT *, '' FROM former_edition")
    op.drop_table("former_edition")
