"""Tables as text: separated by semicolons, commas, tabs or vertical bars, in any encoding a French office produces."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from jury_desk.importers.raw_table import MAX_CELL_CHARACTERS, RawTable, RefusedSheet
from jury_desk.services.columns import is_alias

DELIMITERS = ";\t,|"
"""In the order in which they are preferred when they fit equally well."""

SAMPLE_ROWS = 200
STEADY = 0.9
HALF = 0.5
"""Shares of rows of equal width from which a delimiter is believed in, though the first line does without it."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TEXT = (b"%PDF", b"{\\rtf", b"\x7fELF", b"MZ\x90")
WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<meta", b"<table", b"<?xml", b"mime-version:")


def read_delimited(raw: bytes, encoding: str = "") -> RawTable:
    """Read a table from the bytes of a text file.

    Args:
        raw: the whole file.
        encoding: the one the user chose; empty: byte order mark, else UTF-8, else Windows-1252.

    Raises:
        RefusedSheet: not text, not in that encoding, with a quotation mark left open, or past a limit.
    """
    _refuse_other_formats(raw, encoding)
    text, used = decode(raw, encoding)
    table = RawTable(encoding=used)
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    delimiter = guess_delimiter(text)
    try:
        for number, cells in enumerate(_rows(text, delimiter), start=1):
            table.add(number, cells)
    except csv.Error as error:
        raise RefusedSheet(_reason(error)) from error
    if _saved_twice(table):
        raise RefusedSheet("saved_twice")
    return table


def decode(raw: bytes, encoding: str = "") -> tuple[str, str]:
    """The text without its byte order mark, and the encoding it was read in.

    Raises:
        RefusedSheet: the bytes are not in that encoding, or there is none of that name.
    """
    marked = [name for mark, name in BYTE_ORDER_MARKS if raw.startswith(mark)]
    for name in [encoding] if encoding else marked or ["utf-8", "cp1252"]:
        with suppress(UnicodeError, LookupError):
            return raw.decode(name).removeprefix("\ufeff" if encoding else ""), name
    raise RefusedSheet("encoding")


def guess_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the steadiest table, or one that cuts nothing: there is one column.

    ``csv.Sniffer`` is not used: it takes apostrophes for quotation marks and raises on a single column.

    Raises:
        RefusedSheet: something is in the way of the likely delimiter; to cut otherwise would mix cells up.
    """
    fits = {delimiter: _fit(text, delimiter) for delimiter in DELIMITERS}
    best = max(fits, key=lambda delimiter: fits[delimiter].rank)
    chosen = best if fits[best].believable else _absent_from(text)
    first_line = text.lstrip().partition("\n")[0]
    for other in DELIMITERS:
        if fits[other].broken and first_line.count(other) > first_line.count(chosen):
            raise RefusedSheet(fits[other].broken)
    return chosen


def _reason(error: csv.Error) -> str:
    return "cell_too_long" if "field limit" in str(error) else "quotes"


@dataclass(frozen=True)
class _Fit:
    """How well a delimiter cuts a text.

    Attributes:
        share: of the rows, those that have the most usual number of cells above one.
        below: the same among the rows below the first such row.
        headed: whether the first row has that number too.
        cells: that number.
        broken: the reason why the text cannot be cut so, if there is one.
    """

    share: float = 0.0
    below: float = 0.0
    headed: bool = False
    cells: int = 1
    broken: str = ""

    @property
    def rank(self) -> tuple[float, bool, int]:
        """The better, the higher."""
        return (self.share, self.headed, self.cells)

    @property
    def believable(self) -> bool:
        """Whether the first row agrees, or nearly all below the lines of a title do: prose has commas too."""
        return self.headed or (self.share >= HALF and self.below >= STEADY)


def _fit(text: str, delimiter: str) -> _Fit:
    try:
        widths = [len(row) for row in islice(_rows(text, delimiter), SAMPLE_ROWS) if any(row)]
    except csv.Error as error:
        return _Fit(broken=_reason(error))
    if max(widths, default=1) == 1:
        return _Fit()
    cells, count = Counter(width for width in widths if width > 1).most_common(1)[0]
    first = widths.index(cells)
    one_column = first > 0 and is_alias(text.lstrip().splitlines()[0])
    return _Fit() if one_column else _Fit(count / len(widths), count / (len(widths) - first), first == 0, cells)


def _absent_from(text: str) -> str:
    """A delimiter that leaves every line in one piece: the unit separator, which no one types."""
    if "\x1f" in text:
        raise RefusedSheet("not_a_sheet")
    return "\x1f"


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    # Strict: a quotation mark that is never closed would swallow all the rows after it into one cell.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _refuse_other_formats(raw: bytes, encoding: str) -> None:
    start = raw[:2048].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(WEB_PAGE):
        raise RefusedSheet("web_page")
    marked = any(raw.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    if raw.startswith(NOT_TEXT) or (b"\0" in raw[:8192] and not marked and not encoding.startswith("utf-16")):
        raise RefusedSheet("not_a_sheet")


def _saved_twice(table: RawTable) -> bool:
    """Whether every row, header included, is whole in its first cell, with delimiters of its own."""
    return all(len(cells) == 1 and cells[0].count(",") > 1 for _, cells in table.rows) and len(table.rows) > 1
