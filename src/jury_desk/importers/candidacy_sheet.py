"""Reads a spreadsheet of candidacies: the file in a child process, the header and the rows here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jury_desk.domain.errors import FileNotFound, SheetUnreadable
from jury_desk.importers import child
from jury_desk.importers.raw_table import HEADER_DEPTH, MAX_ROWS
from jury_desk.services.columns import is_alias, is_blank
from jury_desk.services.ports import SheetRead, SheetRow

WORKER_ARGUMENT = "--sheet-worker"
"""With it a frozen application starts itself as :mod:`~jury_desk.importers.sheet_worker`."""

NUMBER = re.compile(r"[\d\s.,:/%€$+-]+")
DAMAGED = re.compile("[\ufffd\x80-\x9f]|Ã[\xa0-\xbf©¨ª®´¢§]|â€")
"""Replacement marks, control characters where accents were, and UTF-8 once read as Windows-1252."""

ENOUGH_ALIASES = 2
"""A single one may well be an answer: « Service »."""

HEADER_SHARE = 0.75


def worker_command() -> tuple[str, ...]:
    """The command that starts the child; its arguments follow."""
    return child.worker_command("sheet_worker", WORKER_ARGUMENT)


@dataclass(frozen=True)
class CandidacySheetReader:
    """The :class:`jury_desk.services.ports.CandidacyReader` for text files and workbooks."""

    command: Sequence[str] = field(default_factory=worker_command)
    time_limit: float = child.TIME_LIMIT

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
        answer = child.ask_child([*self.command, str(path.absolute()), sheet, encoding], self.time_limit)
        if "refused" in answer:
            raise SheetUnreadable(str(path), answer["refused"])
        return table_read(path, answer, header_row)


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
