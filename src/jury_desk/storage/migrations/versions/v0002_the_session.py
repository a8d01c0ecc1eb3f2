"""What a live session and its deliberation add to the first schema.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the new tables; nothing that a first file holds changes."""
    op.create_table(
        "sheet",
        *_texts("stage", "candidacy", "juror"),
        _text("state", check="state IN ('draft', 'final', 'verified')"),
        _integer("number", check="number >= 0"),
        *_texts("comment", "verified_by"),
        sa.PrimaryKeyConstraint("stage", "candidacy", "juror"),
        sa.ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"]),
        sqlite_strict=True,
    )


def _text(name: str, *, check: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, *([sa.CheckConstraint(check)] if check else []), nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _integer(name: str, *, check: str = "") -> sa.Column[int]:
    constraints = [sa.CheckConstraint(check)] if check else []
    return sa.Column(name, sa.Integer, *constraints, nullable=False, autoincrement=False)
