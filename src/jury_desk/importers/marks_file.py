"""Reads tables of marks, and of earlier results, from delimited text or ``.xlsx``: every problem with row and column.

Marks are long: one row per candidacy, juror and criterion, with the columns of :data:`MARK_COLUMNS` in any order and
case; ``state`` and ``comment`` may be left out. A mark without a state is marked, a row without either is blank. A row
without a criterion gives its state to the juror's whole sheet.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from sys import intern

from jury_desk.domain.errors import FileNotFound, NotANumber, SheetUnreadable
from jury_desk.domain.exact import parse_exact
from jury_desk.domain.scoring import MarkState
from jury_desk.importers.delimited_text import decode
from jury_desk.importers.raw_table import RefusedSheet
from jury_desk.importers.workbooks import cell_text, checked_entries, is_workbook
from jury_desk.services.mark_rows import CellProblem, MarkRow, MarksRefused

MARK_COLUMNS = ("candidacy", "juror", "criterion", "mark", "state", "comment")
RESULT_COLUMNS = ("candidacy", "result")
DELIMITERS = ",;\t"
MOST_BYTES = 100 << 20

_OPTIONAL = ("state", "comment")
_WHOLE_SHEET = (MarkState.ABSTAINED, MarkState.RECUSED, MarkState.ABSENT)

Rows = Iterator[tuple[int, Sequence[str]]]
"""Rows as texts, each with its number in the file."""


def read_marks(path: Path) -> tuple[MarkRow, ...]:
    """The rows of a table of marks.

    Raises:
        FileNotFound: no such file.
        SheetUnreadable: neither text nor a workbook, or damaged.
        MarksRefused: columns or cells that are no marks; every one of them.
    """
    problems: list[CellProblem] = []
    read = _Numbers(problems)
    found = [_mark_row(number, cells, read) for number, cells in _records(path, MARK_COLUMNS, problems)]
    if problems:
        raise MarksRefused(tuple(problems))
    return tuple(row for row in found if row is not None)


def read_results(path: Path) -> dict[str, Fraction]:
    """The results of an earlier stage, by candidacy.

    Raises:
        As :func:`read_marks`.
    """
    problems: list[CellProblem] = []
    read = _Numbers(problems)
    results: dict[str, Fraction] = {}
    rows: dict[str, int] = {}
    for number, cells in _records(path, RESULT_COLUMNS, problems):
        candidacy, result = cells["candidacy"], read(number, "result", cells["result"])
        first = rows.setdefault(candidacy, number)
        if not candidacy:
            problems.append(CellProblem(number, "candidacy", "missing"))
        elif first != number:
            problems.append(CellProblem(number, "candidacy", "candidacy_twice", {"first": str(first)}))
        elif not cells["result"]:
            problems.append(CellProblem(number, "result", "missing"))
        elif result is not None:
            results[candidacy] = result
    if problems:
        raise MarksRefused(tuple(problems))
    return results


class _Numbers:
    """Reads the numbers of one table; each text once, for a long table holds few different marks."""

    def __init__(self, problems: list[CellProblem]) -> None:
        self.problems = problems
        self._known: dict[str, Fraction] = {}

    def __call__(self, number: int, column: str, text: str) -> Fraction | None:
        """The number that a cell holds; ``None`` for an empty one, and for what is none, which is a problem."""
        if not text:
            return None
        if text not in self._known:
            try:
                self._known[text] = parse_exact(text)
            except NotANumber:
                self.problems.append(CellProblem(number, column, "not_number", {"text": text}))
                return None
        return self._known[text]


def _mark_row(number: int, cells: Mapping[str, str], read: _Numbers) -> MarkRow | None:
    problems = read.problems
    before = len(problems)
    value = read(number, "mark", cells["mark"])
    state = _state(number, cells, problems)
    if not cells["candidacy"]:
        problems.append(CellProblem(number, "candidacy", "missing"))
    if not cells["criterion"] and state not in _WHOLE_SHEET:
        problems.append(CellProblem(number, "criterion", "missing"))
    if len(problems) > before or state is None:
        return None
    # The same few names stand in every row: kept once each.
    candidacy, juror, criterion = (intern(cells[name]) for name in ("candidacy", "juror", "criterion"))
    return MarkRow(number, candidacy, juror, criterion, state, value, cells["comment"])


def _state(number: int, cells: Mapping[str, str], problems: list[CellProblem]) -> MarkState | None:
    """The state that is written, or follows from the mark; ``None``, and a problem, when it cannot be."""
    text, given = cells["state"].lower(), bool(cells["mark"])
    if not text:
        return MarkState.MARKED if given else MarkState.BLANK
    with suppress(ValueError):
        state = MarkState(text)
        if given and state is not MarkState.MARKED:
            problems.append(CellProblem(number, "mark", "mark_with_state", {"state": text}))
        elif not given and state is MarkState.MARKED:
            problems.append(CellProblem(number, "mark", "marked_without_mark"))
        return state
    problems.append(
        CellProblem(number, "state", "unknown_state", {"text": cells["state"], "known": ", ".join(MarkState)})
    )
    return None


def _records(
    path: Path, columns: Sequence[str], problems: list[CellProblem]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows below the header as cells by column; a column left out is empty everywhere.

    A header that is not right leaves nothing to read.
    """
    rows = _rows(path, columns)
    header_row, header = next(rows, (1, ()))
    titles = [title.strip().lower() for title in header]
    while titles and not titles[-1]:
        titles.pop()
    problems += _header_problems(header_row, titles, columns)
    if problems:
        return
    empty = True
    for number, cells in rows:
        empty = False
        texts = [cell.strip() for cell in cells]
        if any(texts[len(titles) :]):
            problems.append(CellProblem(number, titles[-1], "too_many_cells"))
        padded = [*texts, *[""] * (len(titles) - len(texts))]
        yield number, {**dict.fromkeys(columns, ""), **dict(zip(titles, padded, strict=False))}
    if empty:
        problems.append(CellProblem(header_row, columns[0], "no_rows"))


def _header_problems(row: int, titles: Sequence[str], columns: Sequence[str]) -> Iterator[CellProblem]:
    known = ", ".join(columns)
    for title in dict.fromkeys(titles):
        if title not in columns:
            yield CellProblem(row, title, "unknown_column", {"column": title, "known": known})
        elif titles.count(title) > 1:
            yield CellProblem(row, title, "column_twice", {"column": title})
    for column in columns:
        if column not in titles and column not in _OPTIONAL:
            yield CellProblem(row, column, "column_missing", {"column": column})


def _rows(path: Path, columns: Sequence[str]) -> Rows:
    """The rows that hold something, from whichever kind of file it is; one at a time, for a table may be long."""
    raw = _content(path)
    try:
        for number, cells in _workbook_rows(path) if is_workbook(raw) else _text_rows(raw, columns):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except RefusedSheet as refusal:
        raise SheetUnreadable(str(path), refusal.reason) from refusal
    except csv.Error as error:
        raise SheetUnreadable(str(path), "quotes") from error


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SheetUnreadable(str(path), "too_large")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileNotFound(str(path)) from error
    except OSError as error:
        raise SheetUnreadable(str(path), "not_readable") from error


def _text_rows(raw: bytes, columns: Sequence[str]) -> Rows:
    if b"\0" in raw[:8192] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedSheet("not_a_sheet")
    text, _ = decode(raw)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, columns), strict=True)
    # A cell may hold line breaks: a row is named by its first line.
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _delimiter(text: str, columns: Sequence[str]) -> str:
    """The delimiter that finds the most columns in the header: its titles are known, nothing else needs guessing."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    found = {each: {title.strip(' "').lower() for title in header.split(each)} for each in DELIMITERS}
    return max(DELIMITERS, key=lambda each: len(found[each] & set(columns)))


def _workbook_rows(path: Path) -> Rows:
    """The first sheet of an ``.xlsx``: values as last computed, numbers as typed."""
    from openpyxl import load_workbook  # noqa: PLC0415 -- 0.3 s that a text file need not wait for

    if "xl/workbook.xml" not in checked_entries(path):
        raise RefusedSheet("not_a_sheet")
    try:
        workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            worksheet = workbook.worksheets[0]
            # Some programs write a false size, and openpyxl would read no further.
            worksheet.reset_dimensions()
            for number, row in enumerate(worksheet.iter_rows(values_only=True), start=1):
                yield number, [cell_text(value) for value in row]
        finally:
            workbook.close()
    except Exception as error:  # a parser may raise anything over a damaged file
        raise RefusedSheet("damaged") from error
