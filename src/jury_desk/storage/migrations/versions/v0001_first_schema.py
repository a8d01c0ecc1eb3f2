"""The first schema."""

import sqlalchemy as sa
from alembic import op

from jury_desk.storage.migrations.columns import integer, key, of_a_stage, of_an_entry, text, texts

revision = "0001"
down_revision = None

STATES = "state IN ('marked', 'abstained', 'recused', 'absent', 'blank')"


def upgrade() -> None:
    """Make the journal, then what it is about."""
    op.create_table(
        "event",
        integer("seq", check="seq > 0"),
        text("uuid"),
        text("at"),
        integer("monotonic_ms"),
        *texts("session", "actor", "kind", "reason"),
        integer("target", nullable=True),
        *texts("changes", "salt", "previous", "digest"),
        text("hash", check="length(hash) = 64"),
        key("seq"),
        sa.UniqueConstraint("uuid"),
        sqlite_strict=True,
    )
    op.create_table(
        "edition",
        integer("only", check="only = 1"),
        *texts("title", "organisation", "programme", "place", "language"),
        integer("fictitious", check="fictitious IN (0, 1)"),
        key("only"),
        sqlite_strict=True,
    )
    op.create_table(
        "stage",
        *texts("id", "kind", "name"),
        integer("position"),
        *texts("date", "place"),
        key("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "candidacy",
        *texts("id", "title", "reference", "summary", "service", "holders", "submitted"),
        *texts("admissibility", "reason", "answers"),
        key("id"),
        sqlite_strict=True,
    )
    op.create_table("juror", *texts("id", "name", "function", "email"), key("id"), sqlite_strict=True)
    op.create_table(
        "member",
        *texts("stage", "juror"),
        integer("position"),
        *texts("role", "voice", "presence"),
        integer("declared", check="declared IN (0, 1)"),
        key("stage", "juror"),
        of_a_stage(),
        sa.ForeignKeyConstraint(["juror"], ["juror.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        *texts("stage", "candidacy"),
        integer("position"),
        text("outcome", nullable=True),
        key("stage", "candidacy"),
        of_a_stage(),
        sa.ForeignKeyConstraint(["candidacy"], ["candidacy.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "rules",
        text("stage"),
        integer("version", check="version > 0"),
        *texts("document", "frozen_at", "fingerprint", "author", "reason"),
        key("stage", "version"),
        of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "mark",
        *texts("stage", "candidacy", "juror", "criterion"),
        text("state", check=STATES),
        text("value", nullable=True),
        text("comment"),
        key("stage", "candidacy", "juror", "criterion"),
        of_an_entry(),
        sa.CheckConstraint("(state = 'marked') = (value IS NOT NULL)"),
        sqlite_strict=True,
    )
