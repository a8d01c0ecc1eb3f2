"""Workbooks: ``.xlsx`` by openpyxl, ``.ods`` and ``.xls`` by calamine, as the text a person would read in each cell.

A cell becomes text in one way whatever the workbook: dates in ISO form, without a time when it is midnight; whole
numbers without decimals and others with the fifteen digits a spreadsheet shows; ``TRUE`` and ``FALSE`` for booleans,
the words of the file formats, because the word shown depends on who looks.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import defusedxml.ElementTree

from jury_desk.importers.raw_table import RawTable, RefusedSheet
from jury_desk.services.columns import column_letters

MAX_UNPACKED = 200 << 20
MAX_RATIO = 200
MAX_ENTRIES = 1_000

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an old ``.xls``, and of a workbook with a password."""

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ERROR_VALUES = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
UNCOMPUTED = "= ?"
"""What a formula says of which the file holds no value: no mark, and no blank either."""
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def is_workbook(raw: bytes) -> bool:
    """Whether these bytes begin like a workbook; the ending of the file's name does not count."""
    return raw.startswith((ZIP, COMPOUND))


def read_workbook(path: Path, sheet: str = "") -> RawTable:
    """Read one sheet.

    Args:
        path: the workbook.
        sheet: its name; empty: the first that holds something.

    Raises:
        RefusedSheet: not a workbook, damaged, with a password, without that sheet, or past a limit.
    """
    if path.read_bytes().startswith(COMPOUND):
        if ENCRYPTED in path.read_bytes():
            raise RefusedSheet("password")
        return _read_with_calamine(path, sheet)
    names = checked_entries(path)
    if "xl/workbook.xml" in names:
        return _read_with_openpyxl(path, sheet)
    if "content.xml" in names:
        return _read_with_calamine(path, sheet)
    raise RefusedSheet("not_a_sheet")


def read_whole_workbook(path: Path) -> tuple[list[RawTable], dict[str, str]]:
    """Every sheet that holds something, hidden ones too, and the properties that somebody gave the file.

    Raises:
        RefusedSheet: not a workbook in a zip archive, damaged, or past a limit.
    """
    if not path.read_bytes().startswith(ZIP):
        raise RefusedSheet("not_a_sheet")
    names = checked_entries(path)
    if "xl/workbook.xml" in names:
        tables = _whole_with_openpyxl(path)
    elif "content.xml" in names:
        tables = _whole_with_calamine(path)
    else:
        raise RefusedSheet("not_a_sheet")
    return [table for table in tables if table.rows], _properties(path, names)


def checked_entries(path: Path | BinaryIO) -> frozenset[str]:
    """The names in a zip archive that unpacks to a decent size.

    Raises:
        RefusedSheet: damaged, or a bomb.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise RefusedSheet("damaged") from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
        raise RefusedSheet("unpacks_too_large")
    return frozenset(entry.filename for entry in entries)


def cell_text(value: object) -> str:
    """What a cell says, as text."""
    match value:
        case None:
            return ""
        case str():
            # Excel writes a carriage return so; openpyxl leaves it as it stands.
            return value.replace("_x000D_", "\r")
        case bool():
            return str(value).upper()
        case float():
            return _number_text(value)
        case datetime() | timedelta():
            return _moment_text(value)
    # Whole numbers, dates and times: ISO form is their own.
    return str(value)


def _number_text(value: float) -> str:
    number = Decimal(f"{value:.15g}")
    if not number.is_finite():
        return str(value)
    return format(number.quantize(Decimal(1)) if number == number.to_integral_value() else number, "f")


def _moment_text(value: datetime | timedelta) -> str:
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    # A spreadsheet keeps days as floating point: 17:30 may come back as 17:29:59.999.
    whole = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return whole.date().isoformat() if whole.time() == time() else whole.isoformat()


def _read_with_openpyxl(path: Path, sheet: str) -> RawTable:
    from openpyxl import load_workbook  # noqa: PLC0415 -- 0.3 s that a text file need not wait for

    # Given a path, openpyxl would judge it by its ending, and keep it open after an error.
    with path.open("rb") as source:
        workbook = load_workbook(source, read_only=True, data_only=True, keep_links=False)
        worksheets = {worksheet.title: worksheet for worksheet in workbook.worksheets}
        for name in _wanted(list(worksheets), sheet):
            # Some programs write a false size, and openpyxl would read no further.
            worksheets[name].reset_dimensions()
            table = _table(name, list(worksheets), worksheets[name].iter_rows(values_only=True))
            if table.rows:
                for coordinate in _not_computed(path, worksheets[name]):
                    table.remark("formula_not_computed", coordinate)
                _remark_hidden(table, [each.title for each in worksheets.values() if each.sheet_state != "visible"])
                return table
    raise RefusedSheet("empty")


def _read_with_calamine(path: Path, sheet: str) -> RawTable:
    from python_calamine import (  # noqa: PLC0415 -- only where it is needed: it can bring its process down
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetVisibleEnum,
    )

    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise RefusedSheet("password") from error
    except CalamineError as error:
        raise RefusedSheet("unpacks_too_large" if "limit exceeded" in str(error) else "damaged") from error
    for name in _wanted(workbook.sheet_names, sheet):
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        table = _table(name, workbook.sheet_names, rows)
        if table.rows:
            hidden = [each.name for each in workbook.sheets_metadata if each.visible != SheetVisibleEnum.Visible]
            _remark_hidden(table, hidden)
            return table
    raise RefusedSheet("empty")


def _whole_with_openpyxl(path: Path) -> list[RawTable]:
    from openpyxl import load_workbook  # noqa: PLC0415 -- as above

    with path.open("rb") as source:
        workbook = load_workbook(source, read_only=True, data_only=True, keep_links=False)
        worksheets = {worksheet.title: worksheet for worksheet in workbook.worksheets}
        for worksheet in worksheets.values():
            worksheet.reset_dimensions()
        return [_table(name, list(worksheets), _rows_of(path, each)) for name, each in worksheets.items()]


def _rows_of(path: Path, worksheet: Any) -> Iterator[Sequence[object]]:
    """The values of a sheet; a formula without its value is :data:`UNCOMPUTED` and not, as openpyxl has it, nothing."""
    missing = frozenset(_not_computed(path, worksheet))
    for number, values in enumerate(worksheet.iter_rows(values_only=True), start=1):
        if missing:
            places = (f"{column_letters(column)}{number}" for column in range(len(values)))
            yield [UNCOMPUTED if place in missing else value for place, value in zip(places, values, strict=True)]
        else:
            yield values


def _whole_with_calamine(path: Path) -> list[RawTable]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- as above

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        return [
            _table(name, workbook.sheet_names, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        ]
    except CalamineError as error:
        raise RefusedSheet("damaged") from error


_PROPERTY_PARTS = {"docProps/custom.xml": "name", "meta.xml": "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}name"}
"""Where each format keeps properties of one's own, and the attribute that names them."""


def _properties(path: Path, names: frozenset[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part, attribute in _PROPERTY_PARTS.items():
        if part in names:
            with zipfile.ZipFile(path) as archive, archive.open(part) as source:
                for element in defusedxml.ElementTree.parse(source).iter():
                    if name := element.get(attribute):
                        found[name] = "".join(element.itertext()).strip()
    return found


def _wanted(names: list[str], sheet: str) -> list[str]:
    if sheet and sheet not in names:
        raise RefusedSheet("no_such_sheet")
    return [sheet] if sheet else names


def _table(name: str, names: list[str], rows: Iterable[Iterable[object]]) -> RawTable:
    table = RawTable(sheet=name, sheets=list(names))
    for number, values in enumerate(rows, start=1):
        cells = [cell_text(value) for value in values]
        table.add(number, cells)
        for column, cell in enumerate(cells):
            if cell in ERROR_VALUES:
                table.remark("error_cell", f"{column_letters(column)}{number}")
    return table


def _remark_hidden(table: RawTable, hidden: list[str]) -> None:
    if hidden:
        table.remark("hidden_sheets", ", ".join(hidden))


def _not_computed(path: Path, worksheet: Any) -> Iterator[str]:
    """Where a formula stands without the value that the spreadsheet program last gave it: it would be read as empty."""
    part = worksheet._worksheet_path  # noqa: SLF001 -- openpyxl tells no other way which part a sheet is
    with zipfile.ZipFile(path) as archive, archive.open(part) as source:
        for _, element in defusedxml.ElementTree.iterparse(source):
            if element.tag == f"{NAMESPACE}row":
                element.clear()
            # A formula whose value is the empty text says so by its type.
            elif element.tag == f"{NAMESPACE}c" and element.get("t") != "str":
                formula, value = element.find(f"{NAMESPACE}f"), element.findtext(f"{NAMESPACE}v")
                if formula is not None and not value:
                    yield element.get("r", "")
