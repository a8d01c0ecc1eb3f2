"""The child process that reads foreign files, seen from the parent.

The child can crash, hang or eat memory without harm; the parent waits for a bounded time, then ends it. From source the
child is ``python -m jury_desk.importers.sheet_worker``. A frozen application has no other program to start than itself:
it starts itself with :data:`WORKER_ARGUMENT`, and its ``main`` hands the arguments after that one to
:func:`jury_desk.importers.sheet_worker.main` before it does anything else.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jury_desk.domain.errors import FileNotFound, SheetUnreadable

WORKER_ARGUMENT = "--sheet-worker"
TIME_LIMIT = 45.0
"""Seconds; the largest workbook that is accepted, 5,000 rows of 100 columns, takes ten."""


def worker_command() -> tuple[str, ...]:
    """The command that starts the child; its arguments follow."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WORKER_ARGUMENT)
    # -P: a json.py beside the user's spreadsheet is not ours to import.
    return (sys.executable, "-P", "-m", "jury_desk.importers.sheet_worker")


@dataclass(frozen=True)
class Child:
    """Asks the child for the content of one file at a time."""

    command: Sequence[str] = field(default_factory=worker_command)
    time_limit: float = TIME_LIMIT

    def ask(self, path: Path, sheet: str = "", encoding: str = "") -> dict[str, Any]:
        """What the child wrote.

        Raises:
            FileNotFound: no such file.
            SheetUnreadable: not a spreadsheet, damaged, empty, or past a limit; the reason named.
        """
        if not path.exists():
            raise FileNotFound(str(path))
        if not path.is_file():
            raise SheetUnreadable(str(path), "not_a_file")
        answer = self._answer(path, sheet, encoding)
        if "refused" in answer:
            raise SheetUnreadable(str(path), answer["refused"])
        return answer

    def _answer(self, path: Path, sheet: str, encoding: str) -> dict[str, Any]:
        try:
            child = subprocess.run(  # noqa: S603 -- our own program, no shell, and the path is an argument of its own
                [*self.command, str(path.absolute()), sheet, encoding],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=self.time_limit,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired as error:
            raise SheetUnreadable(str(path), "too_slow") from error
        try:
            answer: dict[str, Any] = json.loads(child.stdout) if child.returncode == 0 else {"refused": "crashed"}
        except ValueError:
            answer = {"refused": "crashed"}
        return answer
