"""Reads a spreadsheet of candidacies: the file in a child process, the header and the rows here.

The child can crash, hang or eat memory without harm; the parent waits for a bounded time, then ends it. From source the
child is ``python -m jury_desk.importers.sheet_worker``. A frozen application has no other program to start than itself:
it starts itself with :data:`WORKER_ARGUMENT`, and its ``main`` hands the arguments after that one to
:func:`jury_desk.importers.sheet_worker.main` before it does anything else.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jury_desk.domain.errors import FileNotFound, SheetUnreadable
from jury_desk.importers.raw_table import HEADER_DEPTH, MAX_ROWS
from jury_desk.services.columns import is_alias, is_blank
from jury_desk.services.ports import SheetRead, SheetRow

WORKER_ARGUMENT = "--sheet-worker"
TIME_LIMIT = 45.0
"""Seconds; the largest workbook that is accepted, 5,000 rows of 100 columns, takes ten."""

NUMBER = re.compile(r"[\d\s.,:/%€$+-]+")
DAMAGED = re.compile("[\ufffd\x80-\x9f]|Ã[\xa0-\xbf©¨ª®´¢§]|â€")
"""Replacement marks, control characters where accents were, and UTF-8 once read as Windows-1252."""

ENOUGH_ALIASES = 2
"""A single one may well be an answer: « Service »."""

HEADER_SHARE = 0.75


def worker_command() -> tuple[str, ...]:
    """The command that starts the child; its arguments follow."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WORKER_ARGUMENT)
    # -P: a json.py beside the user's spreadsheet is not ours to import.
    return (sys.executable, "-P", "-m", "jury_desk.importers.sheet_worker")


@dataclass(frozen=True)
class CandidacySheetReader:
    """The :class:`jury_desk.services.ports.CandidacyReader` for text files and workbooks."""

    command: Sequence[str] = field(default_factory=worker_command)
    time_limit: float = TIME_LIMIT

    def read(self, path: Path, *, sheet: str = "", encoding: str = "", header_row: int = 0) -> SheetRead:
        """The table of a sheet.

        Args:
            path: the file; its content and not its ending says what it is.
            sheet: of a workbook; empty: the first that holds something.
            encoding: of a text file, when the user knows better; empty: guessed.
            header_row: its number, when the user knows better; 0: guessed.

        Raises:
            FileNotFound: no such file.
            SheetUnreadable: not a spreadsheet, damaged, empty, or past a limit; the reason named.
        """
        if not path.exists():
            raise FileNotFound(str(path))
        if not path.is_file():
            raise SheetUnreadable(str(path), "not_a_file")
        answer = self._ask_child(path, sheet, encoding)
        if "refused" in answer:
            raise SheetUnreadable(str(path), answer["refused"])
        return table_read(path, answer, header_row)

    def _ask_child(self, path: Path, sheet: str, encoding: str) -> dict[str, Any]:
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


def table_read(path: Path, answer: dict[str, Any], header_row: int = 0) -> SheetRead:
    """The table with its header told apart from the lines above and the rows below.

    Args:
        path: the file it comes from.
        answer: what the child wrote.
        header_row: the header's number, or 0.

    Raises:
        SheetUnreadable: nothing below the header, no such row, or too many rows.
    """
    rows: list[tuple[int, list[str]]] = [(number, cells) for number, cells in answer["rows"]]
    place = _header_place(rows, header_row)
    if place is None:
        raise SheetUnreadable(str(path), "no_such_row")
    below = rows[place + 1 :]
    if not below:
        raise SheetUnreadable(str(path), "no_rows")
    if len(below) > MAX_ROWS:
        raise SheetUnreadable(str(path), "too_many_rows")
    header_number, header = rows[place]
    width = max(len(cells) for _, cells in rows[place:])
    return SheetRead(
        path=path,
        sheet=answer["sheet"],
        encoding=answer["encoding"],
        header_row=header_number,
        header=_padded(header, width),
        rows=tuple(SheetRow(number, _padded(cells, width)) for number, cells in below),
        sheets=tuple(answer["sheets"]),
        remarks=(*((key, fact) for key, fact in answer["remarks"]), *_remarks(rows[:place], rows)),
    )


def _header_place(rows: list[tuple[int, list[str]]], header_row: int) -> int | None:
    """Where the header stands among the rows: the one asked for, else the best guess.

    A row with two or more of the titles we know, and more than any before it, is a header. Else it is the first row
    almost as full of text as the fullest: a column without a title makes the rows below fuller than their header.
    """
    if header_row:
        return next((place for place, (number, _) in enumerate(rows) if number == header_row), None)
    top = [cells for _, cells in rows[:HEADER_DEPTH]]
    known = [sum(map(is_alias, cells)) for cells in top]
    if max(known) >= ENOUGH_ALIASES:
        return known.index(max(known))
    texts = [sum(not is_blank(cell) and not NUMBER.fullmatch(cell) for cell in cells) for cells in top]
    return next(place for place, count in enumerate(texts) if count >= HEADER_SHARE * max(texts))


def _padded(cells: list[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _remarks(above: list[tuple[int, list[str]]], rows: list[tuple[int, list[str]]]) -> list[tuple[str, str]]:
    remarks = []
    if above:
        remarks.append(("lines_above_header", str(len(above))))
    damaged = sum(DAMAGED.search(cell) is not None for _, cells in rows for cell in cells)
    if damaged:
        remarks.append(("damaged_characters", str(damaged)))
    return remarks
