"""Reads minutes back: the PDF in a child process, what it found as values here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jury_desk.domain.errors import FileNotFound, MinutesUnreadable, NotOurMinutes
from jury_desk.importers import child
from jury_desk.services.minutes_seal import FoundMinutes, Seal

WORKER_ARGUMENT = "--minutes-worker"
"""With it a frozen application starts itself as :mod:`~jury_desk.importers.minutes_worker`."""


def worker_command() -> tuple[str, ...]:
    """The command that starts the child; the path follows."""
    return child.worker_command("minutes_worker", WORKER_ARGUMENT)


def read_minutes(path: Path, command: Sequence[str] = ()) -> FoundMinutes:
    """What a PDF of minutes holds.

    Args:
        path: the file; its content and not its ending says what it is.
        command: another child, for tests.

    Raises:
        FileNotFound: no such file.
        NotOurMinutes: a PDF of someone else, or no PDF.
        MinutesUnreadable: damaged, or past a limit; the reason named.
    """
    if not path.is_file():
        raise FileNotFound(str(path))
    answer = child.ask_child([*(command or worker_command()), str(path.absolute())])
    if answer.get("refused") == "not_ours":
        raise NotOurMinutes(str(path))
    if "refused" in answer:
        raise MinutesUnreadable(str(path), answer["refused"])
    return _found(answer)


def _found(answer: dict[str, Any]) -> FoundMinutes:
    seal = answer["seal"] | {name: tuple(answer["seal"][name]) for name in ("pages", "looks", "words")}
    return FoundMinutes(
        seal=Seal(**seal),
        pages=tuple(answer["pages"]),
        streams=answer["streams"],
        files=answer["files"],
        words=answer["words"],
        data=answer["data"].encode(),
        workbook=answer["workbook"],
        texts=tuple((page, words) for page, words in answer["texts"]),
        looks=tuple(answer["looks"]),
        unseen=answer["unseen"],
        annotated=tuple(answer["annotated"]),
    )
