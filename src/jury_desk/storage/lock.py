"""Who has a file open: a note beside it that explains; SQLite's exclusive lock decides."""

import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_held: set[Path] = set()


def is_held_here(path: Path) -> bool:
    """Whether this very process has ``path`` open."""
    return path.resolve() in _held


def note_path(path: Path) -> Path:
    """Where the note of a file lies."""
    return path.with_name(f".{path.name}.open")


def write_note(path: Path, user: str, since: datetime) -> None:
    """Say that ``user`` has ``path`` open in this process; without a note the file still opens."""
    holder = {
        "user": user,
        "host": platform.node(),
        "pid": os.getpid(),
        "since": since.astimezone().isoformat(timespec="minutes"),
    }
    _held.add(path.resolve())
    with suppress(OSError):
        note_path(path).write_text(json.dumps(holder), encoding="utf-8")


def read_note(path: Path) -> str:
    """Who has ``path`` open, as far as the note says: user, host and since when."""
    try:
        holder = json.loads(note_path(path).read_text(encoding="utf-8"))
        return f"{holder['user']} · {holder['host']} · {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "?"


def remove_note(path: Path) -> None:
    """Take the note away."""
    _held.discard(path.resolve())
    with suppress(OSError):
        note_path(path).unlink()
