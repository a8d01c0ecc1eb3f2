"""What a document says, before any form is given to it: headings, paragraphs, tables, facts, pictures, places to sign.

A section yields blocks and knows no file format; :mod:`jury_desk.exports.pdf_document`,
:mod:`jury_desk.exports.html_document` and :mod:`jury_desk.exports.docx_document` each render the same list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jury_desk.exports.pictures.picture import Picture


class Style(StrEnum):
    """How a paragraph, or the value of a fact, is set."""

    BODY = "body"
    SPACED = "spaced"
    LEAD = "lead"
    SMALL = "small"
    NOTICE = "notice"
    OWNER = "owner"
    PROGRAMME = "programme"
    SUBTITLE = "subtitle"
    CELL = "cell"
    OUTCOME = "outcome"
    PRINT = "print"
    """Fingerprints: sixty-four characters on one line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document. Levels 1 and 2 stand in its outline.

    A heading never stays alone at the foot of a page. A quiet one is set as a section, whatever its level: the object
    of a letter.
    """

    level: int
    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain words, literal to the character; a line feed breaks the line."""

    words: str
    style: Style = Style.BODY
    key: str = ""
    """Names the words for whoever verifies the document; see :class:`Cell`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell.

    Attributes:
        key: names what they are for whoever verifies the document, such as ``result/vert``; empty for words that are
            not compared with the data. The keys of one document differ.
    """

    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its width as a share of the line, and how its cells are set.

    Attributes:
        number: set at the right, in tabular figures.
        strong: stands out; the first strong column names the row, and is its header for whoever listens.
        indent: some room before, where a column of words follows one of numbers.
    """

    head: str
    share: float
    number: bool = False
    strong: bool = False
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed ones are: a head that returns on each page, one hairline under each row, no vertical line."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    least_height: float = 0
    """Points: no row is lower, so that there is room to write."""

    @property
    def naming_column(self) -> int | None:
        """The column whose cells are the headers of their rows."""
        return next((index for index, each in enumerate(self.columns) if each.strong and not each.number), None)


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what they stand for, without lines; the first value may stand out."""

    pairs: tuple[tuple[str, Cell], ...]
    value: Style = Style.CELL
    first: Style | None = None

    def styled(self) -> Iterator[tuple[str, Cell, Style]]:
        """Each label with its value and the style of that."""
        for number, (label, cell) in enumerate(self.pairs):
            yield label, cell, (self.first or self.value) if number == 0 else self.value


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its alternative text; its data stand beside it where the form of the document has room."""

    picture: "Picture"


@dataclass(frozen=True, slots=True)
class Signature:
    """A block to sign: whose, and its lines, each a label with what is known; the last is for the signature."""

    whose: str
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Blocks to sign, side by side."""

    blocks: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room between two blocks, in points."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = Heading | Paragraph | Table | Facts | Figure | Signatures | Together | Gap | PageBreak
Story = Iterator[Block]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be given a form.

    Attributes:
        language: ``fr`` or ``en``.
        title: what the document is called in a list of files and at the foot of its pages.
        fingerprint: what designates its data at the foot of each page; may be empty.
        notice: a line at the foot of each page; may be empty.
        watermark: a word across each page; may be empty.
        letterhead: lines at the head of each printed page, of a file that holds several papers; may be none.
    """

    language: str
    title: str
    author: str
    subject: str
    made_at: datetime
    fingerprint: str
    notice: str
    watermark: str
    blocks: tuple[Block, ...]
    letterhead: tuple[str, ...] = ()


def text(words: str, style: Style = Style.BODY, *, key: str = "") -> Paragraph:
    """Plain words as a paragraph."""
    return Paragraph(words, style, key)


def table(columns: Sequence[Column], rows: Sequence[Sequence[str | Cell]], *, least_height: float = 0) -> Table:
    """A table of words."""
    return Table(tuple(columns), tuple(tuple(map(_cell, row)) for row in rows), least_height)


def facts(pairs: Sequence[tuple[str, str | Cell]], *, value: Style = Style.CELL, first: Style | None = None) -> Facts:
    """Labels and what they stand for."""
    return Facts(tuple((label, _cell(words)) for label, words in pairs), value, first)


def flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks in reading order, those that stay together one by one."""
    for block in blocks:
        if isinstance(block, Together):
            yield from flat(block.blocks)
        else:
            yield block


def _cell(words: str | Cell) -> Cell:
    return words if isinstance(words, Cell) else Cell(words)
