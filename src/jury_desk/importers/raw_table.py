"""What the parsers hand over from the child process, and how much of it they accept.

Nothing is ever cut: a sheet past a limit is refused with the name of the limit.
"""

from dataclasses import dataclass, field

MAX_ROWS = 5_000
MAX_COLUMNS = 100
MAX_CELL_CHARACTERS = 32_000
MAX_CHARACTERS = 20_000_000
"""Of a whole sheet: a short file can name one long text in every cell."""

HEADER_DEPTH = 20
"""How many lines may stand above the first row of data, header included."""

MAX_REMARKS = 50
"""Of one kind: beyond that, the sheet is to be mended and not read."""


class RefusedSheet(Exception):
    """A file that is not read; ``reason`` is a key under ``[sheet_reasons]`` of the phrases."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class RawTable:
    """The rows of one sheet that hold something, each with its number in the file.

    Attributes:
        rows: the number of a row, counted from 1, and its cells without the empty ones at its end.
        encoding: of a text file.
        sheets: every sheet of the workbook, in its order.
        remarks: keys of sentences with their fact, as in :class:`jury_desk.services.ports.SheetRead`.
    """

    sheet: str = ""
    encoding: str = ""
    sheets: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    characters: int = 0

    def add(self, number: int, cells: list[str]) -> None:
        """Keep a row, unless it is empty.

        Raises:
            RefusedSheet: past a limit.
        """
        while cells and not cells[-1]:
            cells.pop()
        if not any(cell.strip() for cell in cells):
            return
        self.characters += sum(map(len, cells))
        if len(cells) > MAX_COLUMNS:
            raise RefusedSheet("too_many_columns")
        if max(map(len, cells)) > MAX_CELL_CHARACTERS:
            raise RefusedSheet("cell_too_long")
        if len(self.rows) >= MAX_ROWS + HEADER_DEPTH:
            raise RefusedSheet("too_many_rows")
        if self.characters > MAX_CHARACTERS:
            raise RefusedSheet("too_large")
        self.rows.append((number, cells))

    def remark(self, key: str, fact: str) -> None:
        """Note something for the user, up to a number of times."""
        if sum(known == key for known, _ in self.remarks) < MAX_REMARKS:
            self.remarks.append((key, fact))
