"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

STATES = "state IN ('marked', 'abstained', 'recused', 'absent', 'blank')"


def _text(name: str, *, check: str = "", nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *([sa.CheckConstraint(check)] if check else []), nullable=nullable)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _integer(name: str, *, check: str = "", nullable: bool = False) -> sa.Column[int]:
    constraints = [sa.CheckConstraint(check)] if check else []
    return sa.Column(name, sa.Integer, *constraints, nullable=nullable, autoincrement=False)


def _key(*names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names)


def _of_a_stage() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["stage"], ["stage.id"])


def upgrade() -> None:
    """Make the journal, then what it is about."""
    op.create_table(
        "event",
        _integer("seq", check="seq > 0"),
        _text("uuid"),
        _text("at"),
        _integer("monotonic_ms"),
        *_texts("session", "actor", "kind", "reason"),
        _integer("target", nullable=True),
        *_texts("changes", "salt", "previous", "digest"),
        _text("hash", check="length(hash) = 64"),
        _key("seq"),
        sa.UniqueConstraint("uuid"),
        sqlite_strict=True,
    )
    op.create_table(
        "edition",
        _integer("only", check="only = 1"),
        *_texts("title", "organisation", "programme", "place", "language"),
        _integer("fictitious", check="fictitious IN (0, 1)"),
        _key("only"),
        sqlite_strict=True,
    )
    op.create_table(
        "stage",
        *_texts("id", "kind", "name"),
        _integer("position"),
        *_texts("date", "place"),
        _key("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "candidacy",
        *_texts("id", "title", "reference", "summary", "service", "holders", "submitted"),
        *_texts("admissibility", "reason", "answers"),
        _key("id"),
        sqlite_strict=True,
    )
    op.create_table("juror", *_texts("id", "name", "function", "email"), _key("id"), sqlite_strict=True)
    op.create_table(
        "member",
        *_texts("stage", "juror"),
        _integer("position"),
        *_texts("role", "voice", "presence"),
        _integer("declared", check="declared IN (0, 1)"),
        _key("stage", "juror"),
        _of_a_stage(),
        sa.ForeignKeyConstraint(["juror"], ["juror.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        *_texts("stage", "candidacy"),
        _integer("position"),
        _text("outcome", nullable=True),
        _key("stage", "candidacy"),
        _of_a_stage(),
        sa.ForeignKeyConstraint(["candidacy"], ["candidacy.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "rules",
        _text("stage"),
        _integer("version", check="version > 0"),
        *_texts("document", "frozen_at", "fingerprint", "author", "reason"),
        _key("stage", "version"),
        _of_a_stage(),
        sqlite_strict=True,
    )
    op.create_table(
        "mark",
        *_texts("stage", "candidacy", "juror", "criterion"),
        _text("state", check=STATES),
        _text("value", nullable=True),
        _text("comment"),
        _key("stage", "candidacy", "juror", "criterion"),
        sa.ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]),
        sa.CheckConstraint("(state = 'marked') = (value IS NOT NULL)"),
        sqlite_strict=True,
    )
