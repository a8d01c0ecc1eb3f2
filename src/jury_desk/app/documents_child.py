"""Writes a document in a process of its own, so that a clock that runs beside it is not felt to stumble.

A thread would share the interpreter with the window: while reportlab lays out a page, the clock's second waits for it
(benchmarks/session.py: a third of a second at the worst). The report is a plain value and goes over as such; parent and
child are the same program, so what either reads comes from itself.
"""

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from jury_desk.app.documents import DOCUMENTS
from jury_desk.domain.errors import DomainError, ExportStopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

    from jury_desk.domain.minutes import StageReport

WORKER = "--documents-worker"
_KINDER = 10
"""By how much the child gives way to the window."""
_LOOK_S = 0.1
"""How often a child is looked at, whether to end it."""
_ONE_AT_A_TIME = Lock()
"""Two children would leave the window no processor of its own on a small computer."""


class ChildWriter:
    """A :class:`jury_desk.services.ports.DocumentWriter` that blocks until the child is done: to be called aside."""

    def __init__(self, document: str, stop: "Callable[[], bool]" = lambda: False) -> None:
        self._document, self._stop = document, stop

    def stopped_by(self, stop: "Callable[[], bool]") -> "ChildWriter":
        """Ends its child when ``stop`` says so; a :class:`jury_desk.services.ports.StoppableWriter`."""
        return ChildWriter(self._document, stop)

    def __call__(self, report: "StageReport", target: Path, *, language: str, made_at: datetime) -> None:
        """Write ``target``.

        Raises:
            As :meth:`jury_desk.services.ports.DocumentWriter.__call__`.
            ExportStopped: the child was ended.
            RuntimeError: the child broke down; what it said is in the message.
        """
        import pickle  # noqa: PLC0415 - our own bytes; loads with the first document
        import subprocess  # noqa: PLC0415 - our own program; as above

        told = pickle.dumps((self._document, report, target, language, made_at))
        while not _ONE_AT_A_TIME.acquire(timeout=_LOOK_S):
            if self._stop():
                raise ExportStopped
        try:
            child = subprocess.Popen(  # noqa: S603 - our own program, no shell
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=_flags(),
            )
            with child:
                answer, complaint = self._answer_of(child, told)
        finally:
            _ONE_AT_A_TIME.release()
        if child.returncode:
            raise RuntimeError(complaint.decode(errors="replace"))
        refused = pickle.loads(answer)  # noqa: S301 - written by our own child
        if refused is not None:
            kind, facts = refused
            raise kind(**facts)

    def _answer_of(self, child: "Popen[bytes]", told: bytes) -> tuple[bytes, bytes]:
        from subprocess import TimeoutExpired  # noqa: PLC0415 - as above

        if child.stdin:
            # Not by communicate(): after a timeout it forgets what it had still to send.
            with suppress(BrokenPipeError), child.stdin as way:
                way.write(told)
            child.stdin = None
        while True:
            with suppress(TimeoutExpired):
                return child.communicate(timeout=_LOOK_S)
            if self._stop():
                child.kill()
                child.communicate()
                raise ExportStopped


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
