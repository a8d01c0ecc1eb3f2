"""Sheets of a workbook as tables: columns, rows of typed cells, and where each column stands, for formulas.

Text is always written as text, whatever it begins with; numbers as numbers, in the reader's own notation.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from xlsxwriter.utility import xl_col_to_name

ACCENT, INK, MUTED, LINE, GROUND = "#1F5FA8", "#1B2430", "#566275", "#C9CED6", "#E6EEF8"

_A4 = 9
_LONGEST_TEXT = 32_000
"""UTF-16 units; the format ends at 32 767, and XlsxWriter drops a longer text without a word."""
_WIDEST, _NARROWEST, _HIGHEST_HEAD = 46, 8, 6
_WIDEST_CODE = 70
"""Codes do not wrap: a fingerprint has sixty-four characters."""


class Kind(StrEnum):
    """What a column holds, which decides how its cells look."""

    TEXT = "text"
    STRONG = "strong"
    CODE = "code"
    MARK = "mark"
    RESULT = "result"
    COUNT = "count"
    SHARE = "share"
    INPUT = "input"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Live:
    """A formula and the result it has now, so that a reader without a calculation engine sees it too."""

    formula: str
    cached: "str | int | Fraction"


Cell = str | int | Fraction | datetime | Live | None
"""``None`` is an empty cell; a live cell whose result is an empty text is one too, to the eye."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the name formulas know it by, its head, what it holds."""

    name: str
    head: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Area:
    """Where a sheet's columns stand; the head is the first row, the data follow."""

    sheet: str
    columns: tuple[Column, ...]
    rows: int

    def cell(self, name: str, row: int) -> str:
        """The cell of a column in the data row of that index, for a formula of the same sheet."""
        return f"${self._letters(name)}{row + 2}"

    def fixed(self, name: str, row: int) -> str:
        """The same cell, for a formula of any sheet."""
        return f"{self._quoted}!${self._letters(name)}${row + 2}"

    def column(self, name: str) -> str:
        """All data cells of a column, for a formula of any sheet."""
        letters = self._letters(name)
        return f"{self._quoted}!${letters}$2:${letters}${self.rows + 1}"

    def index(self, name: str) -> int:
        """The number of a column, counted from nought."""
        return next(index for index, column in enumerate(self.columns) if column.name == name)

    @property
    def _quoted(self) -> str:
        return "'" + self.sheet.replace("'", "''") + "'"

    def _letters(self, name: str) -> str:
        letters: str = xl_col_to_name(self.index(name))
        return letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written."""

    area: Area
    rows: Sequence[Sequence[Cell]]


class Formats:
    """The formats of one workbook, made once each."""

    def __init__(self, workbook: Any, *, decimals: int, french: bool) -> None:
        self._workbook = workbook
        base = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
        ruled = base | {"bottom": 1, "bottom_color": LINE}
        number = ruled | {"align": "right"}
        instant = "dd/mm/yyyy hh:mm:ss" if french else "yyyy-mm-dd hh:mm:ss"
        looks: dict[str, dict[str, Any]] = {
            Kind.TEXT: ruled | {"text_wrap": True, "align": "left", "indent": 1},
            Kind.STRONG: ruled | {"text_wrap": True, "bold": True, "align": "left", "indent": 1},
            Kind.CODE: ruled | {"font_color": MUTED, "align": "left", "indent": 1},
            Kind.MARK: number,
            Kind.RESULT: number | {"num_format": "0." + "0" * decimals},
            Kind.COUNT: number | {"num_format": "0"},
            Kind.SHARE: number | {"num_format": "0.0%"},
            Kind.INPUT: number | {"bg_color": GROUND, "font_color": ACCENT, "bold": True, "locked": False},
            Kind.INSTANT: number | {"num_format": instant},
            "head": base | {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bottom_color": INK},
            "title": base | {"bold": True, "font_size": 18},
            "subtitle": base | {"font_size": 12, "font_color": ACCENT},
            "label": base | {"font_color": MUTED},
            "prose": base | {"text_wrap": True},
            "section": base | {"bold": True, "font_size": 12},
            "notice": base | {"italic": True, "font_color": MUTED, "text_wrap": True},
        }
        looks["head-number"] = looks["head"] | {"align": "right"}
        looks["head"] |= {"align": "left", "indent": 1}
        self._formats = {name: workbook.add_format(look) for name, look in looks.items()}
        self.warning = workbook.add_format({"bold": True, "font_color": "#A3242B"})

    def __getitem__(self, name: str) -> Any:
        return self._formats[name]

    def head(self, kind: Kind) -> Any:
        """The format of a column's head: over numbers at the right."""
        return self["head" if kind in (Kind.TEXT, Kind.STRONG, Kind.CODE) else "head-number"]


@dataclass(frozen=True, slots=True)
class PrintFrame:
    """What printed pages bear at head and foot."""

    head: str
    foot: str
    page: str

    def apply(self, worksheet: Any) -> None:
        """Set the page up: A4 on its side, one page wide."""
        worksheet.set_paper(_A4)
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
        worksheet.set_header(f"&L&9{_ampersands(self.head)}&R&9&A")
        worksheet.set_footer(f"&L&9{_ampersands(self.foot)}&R&9{self.page}")


def write_sheet(workbook: Any, sheet: Sheet, formats: Formats, frame: PrintFrame) -> Any:
    """Write a table on a worksheet of its own, ready to read, filter and print."""
    area = sheet.area
    worksheet = workbook.add_worksheet(area.sheet)
    lines = 1
    for index, column in enumerate(area.columns):
        worksheet.write_string(0, index, printable(column.head), formats.head(column.kind))
        width = _width(column, [row[index] for row in sheet.rows])
        worksheet.set_column(index, index, width)
        lines = max(lines, -(-len(column.head) // int(width - 3)))
    worksheet.set_row(0, 14 * min(lines, _HIGHEST_HEAD) + 4)
    for number, row in enumerate(sheet.rows, 1):
        for index, cell in enumerate(row):
            write_cell(worksheet, number, index, cell, formats[area.columns[index].kind])
    last = max(1, len(sheet.rows))
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, last, len(area.columns) - 1)
    worksheet.hide_gridlines(2)
    worksheet.repeat_rows(0)
    worksheet.print_area(0, 0, last, len(area.columns) - 1)
    frame.apply(worksheet)
    return worksheet


def write_cell(worksheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    """Write one cell by its type; text never becomes a formula, a link or a number."""
    match cell:
        case None:
            worksheet.write_blank(row, column, None, look)
        case Live(formula, cached):
            worksheet.write_formula(row, column, f"={formula}", look, _stored(cached))
        case datetime():
            worksheet.write_datetime(row, column, cell.replace(tzinfo=None), look)
        case str():
            worksheet.write_string(row, column, printable(cell), look)
        case _:
            worksheet.write_number(row, column, _stored(cell), look)


def shown(cell: Cell) -> str | float | None:
    """What a reader finds in a cell: nothing for an empty text too."""
    match cell:
        case Live(_, cached):
            return shown(cached)
        case datetime():
            return cell.replace(tzinfo=None).isoformat()
        case str():
            return printable(cell) or None
        case None:
            return None
        case _:
            return _stored_number(cell)


def printable(words: str) -> str:
    """Text that a cell may hold: no control characters but line breaks, and no more than fits, which is then said."""
    clean = "".join(
        sign for sign in words.replace("\r\n", "\n") if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    )
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_TEXT:
        return clean
    return units[: 2 * _LONGEST_TEXT].decode("utf-16-le", errors="ignore") + " […]"


def _stored(value: "str | int | Fraction") -> str | float:
    """A number as a spreadsheet stores it: the binary value nearest to the exact one."""
    return value if isinstance(value, str) else _stored_number(value)


def _stored_number(value: int | Fraction) -> float:
    return value.numerator if value.denominator == 1 else float(value)


def _width(column: Column, cells: Sequence[Cell]) -> float:
    """Room for the longest line of the head and the cells, within bounds; longer text wraps."""
    longest = max((len(line) for cell in cells for line in _shown(cell).splitlines()), default=0)
    words = max((len(word) for word in column.head.split()), default=0)
    # A filter's arrow takes the room of three characters.
    widest = _WIDEST if column.kind is not Kind.CODE else _WIDEST_CODE
    return min(widest, max(_NARROWEST, longest + 3, min(words + 4, 22)))


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Live(_, cached):
            return _shown(cached)
        case datetime():
            return " " * 19
        case str():
            return cell
        case _:
            return f"{float(cell):.2f}"


def _ampersands(words: str) -> str:
    """Words for a print header, in which an ampersand is a command; short enough for the format's 255 characters."""
    return printable(words)[:110].replace("&", "&&")
