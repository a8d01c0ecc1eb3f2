"""A document appears whole or not at all: written beside its target, then renamed over it."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from jury_desk.domain.errors import FileNotWritable


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path in the target's folder; what was written there takes the target's place at the end.

    A failure anywhere in the block removes the temporary file and leaves a former target as it was.

    Raises:
        FileNotWritable: the folder or the medium refused.
    """
    # In the same folder, because a rename is atomic within one file system only.
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
        _flush(temporary)
        temporary.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise FileNotWritable(str(target), error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    # Opened for writing: Windows flushes no file opened for reading.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can (Windows opens no folders)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems know no flush of a folder; the document itself is safe by now.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
