"""Copies of a file, complete and checked before they take their name."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from jury_desk.domain.errors import FileNotWritable

KEPT = 20
"""Copies kept of one file, the newest."""


def back_up(source: sqlite3.Connection, target: Path) -> None:
    """Copy the open database to ``target``: temporary name, check, rename; a former ``target`` stays until then.

    Raises:
        FileNotWritable: no room, or no permission.
    """
    temporary = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(temporary)) as copy:
            source.backup(copy)
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise FileNotWritable(str(target), "integrity_check")
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            temporary.unlink()
        raise FileNotWritable(str(target), str(error)) from error


def prune(folder: Path) -> None:
    """Keep the newest copies of a folder whose names sort by time."""
    for old in sorted(folder.glob("*.jury"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut, where the system lets folders be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
