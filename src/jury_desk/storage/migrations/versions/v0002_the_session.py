"""What a live session and its deliberation add to the first schema.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the new tables; nothing that a first file holds changes."""
    _add_timing()


def _text(name: str, *, check: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, *([sa.CheckConstraint(check)] if check else []), nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _integer(name: str, *, check: str = "") -> sa.Column[int]:
    constraints = [sa.CheckConstraint(check)] if check else []
    return sa.Column(name, sa.Integer, *constraints, nullable=False, autoincrement=False)


def _instant() -> list[sa.Column[int] | sa.Column[str]]:
    return [*(_integer(name) for name in ("real_ms", "awake_ms", "wall_ms", "offset_min")), *_texts("boot", "process")]


def _add_timing() -> None:
    """The running order, the events of the clock and its heartbeat."""
    op.create_table(
        "running_order",
        _text("stage"),
        _integer("number", check="number > 0"),
        _text("basis", check="basis IN ('drawn', 'derogation')"),
        *_texts("at", "order", "among", "seed", "algorithm", "witness", "reason"),
        sa.PrimaryKeyConstraint("stage", "number"),
        sa.ForeignKeyConstraint(["stage"], ["stage.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "timing_event",
        _text("stage"),
        _integer("seq", check="seq > 0"),
        _text("kind"),
        *_instant(),
        _text("candidacy"),
        _integer("attempt"),
        *_texts("phase", "reason", "details"),
        sa.PrimaryKeyConstraint("stage", "seq"),
        sa.ForeignKeyConstraint(["stage"], ["stage.id"]),
        sqlite_strict=True,
    )
    op.create_table(
        "timing_beat",
        _text("stage"),
        *_instant(),
        sa.PrimaryKeyConstraint("stage"),
        sa.ForeignKeyConstraint(["stage"], ["stage.id"]),
        sqlite_strict=True,
    )
