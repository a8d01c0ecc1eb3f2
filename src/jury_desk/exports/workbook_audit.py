"""Reading a workbook that was just written, and comparing it with what the engine computed."""

import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import openpyxl

from jury_desk.domain.standings import Standing
from jury_desk.exports.workbook_content import Book


@dataclass
class WorkbookDiffers(Exception):
    """A cell of the workbook that does not hold what the engine computed: a defect of the program."""

    sheet: str
    candidacy: str
    found: object
    expected: object


def audit(content: bytes, book: Book) -> None:
    """Compare the results and places that a written file shows with the engine's.

    Raises:
        WorkbookDiffers: for the first that is not the same.
    """
    workbook = openpyxl.load_workbook(BytesIO(content), data_only=True, read_only=True)
    for name in ("grid", "ranking"):
        area = book.areas[name]
        rows = workbook[area.sheet].iter_rows(min_row=2, max_row=area.rows + 1, values_only=True)
        found = [dict(zip((column.name for column in area.columns), row, strict=False)) for row in rows]
        _compare(area.sheet, {row["candidacy"]: row for row in found}, book, places=name == "ranking")
    workbook.close()


def _compare(sheet: str, rows: dict[Any, dict[str, Any]], book: Book, *, places: bool) -> None:
    for standing in book.report.standings.standings:
        row = rows.get(standing.candidacy, {})
        for name, expected in _expected(standing, places=places).items():
            found = row.get(name) if row.get(name) != "" else None
            if not _same(found, expected):
                raise WorkbookDiffers(sheet, standing.candidacy, found, expected)


def _expected(standing: Standing, *, places: bool) -> dict[str, object]:
    expected: dict[str, object] = {
        "result": None if standing.exact is None else float(standing.exact),
        "counted": standing.sheets_counted,
    }
    return expected | {"place": standing.place} if places else expected


def _same(found: object, expected: object) -> bool:
    if isinstance(found, int | float) and isinstance(expected, int | float):
        # Spreadsheets keep fifteen digits.
        return math.isclose(found, expected, rel_tol=1e-14, abs_tol=1e-14)
    return found == expected
