"""Where the program starts: the command line, or the window.

What the window needs loads only when it is wanted, and the other way round.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

SHEET_WORKER, MINUTES_WORKER = "--sheet-worker", "--minutes-worker"
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
    if first and not first.endswith(".jury") and first not in (EXAMPLE, PICTURES, PROBE):
        from jury_desk.app.composition import make_text_files, make_toolbox  # noqa: PLC0415 - the window loads it later
        from jury_desk.cli.commands import run  # noqa: PLC0415 - the window never loads it

        return run(given, make_toolbox, make_text_files)
    return _window(first, given[1:])


def _window(first: str, rest: list[str]) -> int:
    # Loading makes a hundred thousand objects and leaves no garbage: looking for some waits until the window is there.
    gc.disable()
    from jury_desk.app import window  # noqa: PLC0415 - the command line never loads Qt

    if first == PICTURES:
        from jury_desk.app.pictures import take  # noqa: PLC0415 - for developers

        return take(Path(rest[0]))
    if first == PROBE:
        return window.probe(Path(rest[0]) if rest else None)
    if first == EXAMPLE:
        return window.run_window(None, example=True)
    return window.run_window(Path(first) if first else None)
