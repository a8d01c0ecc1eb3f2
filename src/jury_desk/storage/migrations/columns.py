"""How the revisions write columns: STRICT tables whose texts and integers are never null unless they say so."""

import sqlalchemy as sa


def text(name: str, *, check: str = "", nullable: bool = False) -> sa.Column[str]:
    """A text column."""
    return sa.Column(name, sa.Text, *([sa.CheckConstraint(check)] if check else []), nullable=nullable)


def texts(*names: str) -> list[sa.Column[str]]:
    """Plain text columns."""
    return [text(name) for name in names]


def integer(name: str, *, check: str = "", nullable: bool = False) -> sa.Column[int]:
    """An integer column, never counted up by the database."""
    constraints = [sa.CheckConstraint(check)] if check else []
    return sa.Column(name, sa.Integer, *constraints, nullable=nullable, autoincrement=False)


def key(*names: str) -> sa.PrimaryKeyConstraint:
    """The key of a table."""
    return sa.PrimaryKeyConstraint(*names)


def of_a_stage() -> sa.ForeignKeyConstraint:
    """Belonging to a stage."""
    return sa.ForeignKeyConstraint(["stage"], ["stage.id"])


def of_an_entry() -> sa.ForeignKeyConstraint:
    """Belonging to a candidacy's place in a stage."""
    return sa.ForeignKeyConstraint(["stage", "candidacy"], ["entry.stage", "entry.candidacy"])


def of_a_member() -> sa.ForeignKeyConstraint:
    """Belonging to a juror's seat in a stage."""
    return sa.ForeignKeyConstraint(["stage", "juror"], ["member.stage", "member.juror"])
