"""Bring an older file to the newest schema, inside the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).parent
VERSIONS = HERE / "versions"


def upgrade(connection: Connection) -> None:
    """Run every revision that the file lacks; the caller commits.

    Revisions never use today's table classes: those will have moved on.
    """
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("version_locations", str(VERSIONS))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
