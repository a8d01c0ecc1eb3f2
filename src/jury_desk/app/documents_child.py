"""Writes a document in a process of its own, so that a clock that runs beside it is not felt to stumble.

A thread would share the interpreter with the window: while reportlab lays out a page, the clock's second waits for it
(benchmarks/session.py: a third of a second at the worst). The report is a plain value and goes over as such; parent and
child are the same program, so what either reads comes from itself.
"""

import os
import sys
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from jury_desk.app.documents import DOCUMENTS
from jury_desk.domain.errors import DomainError

if TYPE_CHECKING:
    from jury_desk.domain.minutes import StageReport

WORKER = "--documents-worker"
_KINDER = 10
"""By how much the child gives way to the window."""
_ONE_AT_A_TIME = Lock()
"""Two children would leave the window no processor of its own on a small computer."""


class ChildWriter:
    """A :class:`jury_desk.services.ports.DocumentWriter` that blocks until the child is done: to be called aside."""

    def __init__(self, document: str) -> None:
        self._document = document

    def __call__(self, report: "StageReport", target: Path, *, language: str, made_at: datetime) -> None:
        """Write ``target``.

        Raises:
            As :meth:`jury_desk.services.ports.DocumentWriter.__call__`.
            RuntimeError: the child broke down; what it said is in the message.
        """
        import pickle  # noqa: PLC0415 - our own bytes; loads with the first document
        import subprocess  # noqa: PLC0415 - our own program; as above

        with _ONE_AT_A_TIME:
            child = subprocess.run(  # noqa: S603 - our own program, no shell
                _command(),
                input=pickle.dumps((self._document, report, target, language, made_at)),
                capture_output=True,
                check=False,
                creationflags=_flags(),
            )
        if child.returncode:
            raise RuntimeError(child.stderr.decode(errors="replace"))
        refused = pickle.loads(child.stdout)  # noqa: S301 - written by our own child
        if refused is not None:
            kind, facts = refused
            raise kind(**facts)


def main() -> int:
    """The child: read what to write from standard input, write it, tell what was refused on standard output."""
    import pickle  # noqa: PLC0415 - as in the parent

    if hasattr(os, "nice"):
        os.nice(_KINDER)
    document, report, target, language, made_at = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our parent
    write, _ = DOCUMENTS[document]
    refused = None
    try:
        write(report, target, language=language, made_at=made_at)
    except DomainError as error:
        refused = (type(error), error.facts)
    sys.stdout.buffer.write(pickle.dumps(refused))
    sys.stdout.buffer.flush()
    return 0


def _command() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable, WORKER)
    # -P: a json.py beside the user's file is not ours to import.
    return (sys.executable, "-P", "-m", "jury_desk", WORKER)


def _flags() -> int:
    """No console window, and less haste, where Windows asks for it this way."""
    import subprocess  # noqa: PLC0415 - as above

    return getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
