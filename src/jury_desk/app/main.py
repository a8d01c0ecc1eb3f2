"""Where the program starts: the command line, or the window.

What the window needs loads only when it is wanted, and the other way round.
"""

import builtins
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

SHEET_WORKER, MINUTES_WORKER, DOCUMENTS_WORKER = "--sheet-worker", "--minutes-worker", "--documents-worker"
EXAMPLE, PICTURES, PROBE = "--example", "--pictures", "--probe"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Jury Desk; returns the exit status.

    Args:
        arguments: a command with its own, or for the window ``[FILE.jury]``, ``--example``, ``--pictures DIR`` or
            ``--probe [FILE.jury]``; those of the process when not given.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    first = given[0] if given else ""
    if first == SHEET_WORKER:
        from jury_desk.importers import sheet_worker  # noqa: PLC0415 - the child loads nothing else

        return sheet_worker.main(given[1:])
    if first == MINUTES_WORKER:
        from jury_desk.importers import minutes_worker  # noqa: PLC0415 - the same

        return minutes_worker.main(given[1:])
    if first == DOCUMENTS_WORKER:
        from jury_desk.app import documents_child  # noqa: PLC0415 - the same

        return documents_child.main()
    if first and not first.endswith(".jury") and first not in (EXAMPLE, PICTURES, PROBE):
        from jury_desk.app.composition import make_text_files, make_toolbox  # noqa: PLC0415 - the window loads it later
        from jury_desk.cli.commands import run  # noqa: PLC0415 - the window never loads it

        return run(given, make_toolbox, make_text_files)
    return _window(first, given[1:])


def _window(first: str, rest: list[str]) -> int:
    # Loading makes a hundred thousand objects and leaves no garbage: looking for some waits until the window is there.
    gc.disable()
    _end_the_watch_of_imports()
    from jury_desk.app import window  # noqa: PLC0415 - the command line never loads Qt

    if first == PICTURES:
        from jury_desk.app.pictures import take  # noqa: PLC0415 - for developers

        return take(Path(rest[0]))
    if first == PROBE:
        return window.probe(Path(rest[0]) if rest else None)
    if first == EXAMPLE:
        return window.run_window(None, example=True)
    return window.run_window(Path(first) if first else None)


def _end_the_watch_of_imports() -> None:
    """Take back what PySide puts in the place of ``import``.

    It watches for ``from __feature__ import …``, which this program never says, and for it reads the source of every
    module that loads later and keeps it in memory (docs/decisions/0014).
    """
    import PySide6.QtCore  # noqa: F401, PLC0415 - puts the watch there; the command line never loads Qt

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
