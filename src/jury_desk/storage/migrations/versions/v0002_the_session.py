"""What a live session and its deliberation add to the first schema.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the new tables; nothing that a first file holds changes."""
    _add_recusals_and_late_changes()


def _add_recusals_and_late_changes() -> None:
    of_a_member = (["stage", "juror"], ["member.stage", "member.juror"])
    of_an_entry = (["stage", "candidacy"], ["entry.stage", "entry.candidacy"])
    op.create_table(
        "declaration",
        *_texts("stage", "juror"),
        *(_flag(name) for name in ("no_benefit", "no_contact", "confidentiality")),
        sa.PrimaryKeyConstraint("stage", "juror"),
        sa.ForeignKeyConstraint(*of_a_member),
        sqlite_strict=True,
    )
    op.create_table(
        "recusal",
        *_texts("stage", "juror", "candidacy"),
        _text("origin", check="origin IN ('juror', 'holder')"),
        _text("level", check="level IN ('major', 'minor', 'light')"),
        _text("reason"),
        _text("ruling", check="ruling IN ('pending', 'upheld', 'dismissed')"),
        *_texts("ruling_reason", "declared_at", "ruled_at", "left_at", "returned_at"),
        sa.PrimaryKeyConstraint("stage", "juror", "candidacy", "origin"),
        sa.ForeignKeyConstraint(*of_a_member),
        sqlite_strict=True,
    )
    op.create_table(
        "attendance",
        *_texts("stage", "candidacy", "juror", "presence", "reason", "override"),
        sa.PrimaryKeyConstraint("stage", "candidacy", "juror"),
        sa.ForeignKeyConstraint(*of_an_entry),
        sa.ForeignKeyConstraint(*of_a_member),
        sqlite_strict=True,
    )
    op.create_table(
        "sitting",
        *_texts("stage", "juror", "arrived", "left", "replaces", "reason"),
        sa.PrimaryKeyConstraint("stage", "juror"),
        sa.ForeignKeyConstraint(*of_a_member),
        sqlite_strict=True,
    )
    op.create_table(
        "list_change",
        *_texts("stage", "candidacy"),
        _text("kind", check="kind IN ('joined', 'withdrawn')"),
        *_texts("at", "reason"),
        sa.PrimaryKeyConstraint("stage", "candidacy", "kind"),
        sa.ForeignKeyConstraint(*of_an_entry),
        sqlite_strict=True,
    )


def _text(name: str, *, check: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, *([sa.CheckConstraint(check)] if check else []), nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _flag(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} IN (0, 1)"), nullable=False, autoincrement=False)
