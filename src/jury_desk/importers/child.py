"""Asks a child process about one untrusted file: it can crash, hang or eat memory without harm.

From source a child is a module of this package, started as one. A frozen application has no other program to start than
itself: it starts itself with an argument that names the child, and its ``main`` hands over what follows before it does
anything else.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

TIME_LIMIT = 45.0
"""Seconds; the largest workbook that is accepted, 5,000 rows of 100 columns, takes ten."""


def worker_command(module: str, argument: str) -> tuple[str, ...]:
    """The command that starts a child; its arguments follow."""
    if getattr(sys, "frozen", False):
        return (sys.executable, argument)
    # -P: a json.py beside the user's file is not ours to import.
    return (sys.executable, "-P", "-m", f"jury_desk.importers.{module}")


def ask_child(command: Sequence[str], time_limit: float = TIME_LIMIT) -> dict[str, Any]:
    """What the child answers; ``refused`` holds why there is nothing: ``too_slow``, ``crashed`` or its own reason."""
    try:
        child = subprocess.run(  # noqa: S603 -- our own program, no shell, and the path is an argument of its own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=time_limit,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return {"refused": "too_slow"}
    try:
        answer: dict[str, Any] = json.loads(child.stdout) if child.returncode == 0 else {"refused": "crashed"}
    except ValueError:
        return {"refused": "crashed"}
    return answer
