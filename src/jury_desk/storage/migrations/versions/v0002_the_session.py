"""What a live session and its deliberation add to the first schema.

Columns are written out here and never taken from today's tables: those will have moved on.
"""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the new tables; nothing that a first file holds changes."""
