"""The structure of a tagged PDF: what each piece of a page is, for whoever listens to it or takes it up again.

Elements are made in reading order while the blocks become flowables; where they stand on the pages is known once they
are drawn. A piece is marked once, however it is nested; what is no content (lines, grounds, running heads, a head that
returns on the next page) is marked as an artefact.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, String
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus.tables import TableRenderCB

from jury_desk.exports.bidi import begins_right_to_left, has_right_to_left, joined, visual

_PAGINATION = "<</Type /Pagination>>"


@dataclass(frozen=True, slots=True)
class Piece:
    """A marked piece of a page: the page, counted from 1, and the number of the mark on it."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """An element of the structure, with the elements and the marked pieces it holds.

    Attributes:
        tag: a standard structure type, such as ``H1`` or ``TD``.
        scope: of a header cell, ``Column`` or ``Row``.
        alternative: the words that stand for a picture.
        key: what its words are for whoever verifies the document (:class:`jury_desk.exports.blocks.Cell`).
        box: where a picture stands on its page.
        once: drawn again, it is an artefact: the head of a table that returns on the next page.
        reads: its words as they are drawn, in the order in which they are read.
        turned: they are drawn in another order.
    """

    structure: "Structure"
    tag: str
    scope: str = ""
    alternative: str = ""
    key: str = ""
    box: tuple[float, float, float, float] | None = None
    once: bool = False
    reads: str = ""
    turned: bool = False
    children: list["Element"] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def add(self, tag: str, *, scope: str = "", alternative: str = "", key: str = "", once: bool = False) -> "Element":
        """A new element, the last one within this."""
        element = Element(self.structure, tag, scope, alternative, key, once=once)
        self.children.append(element)
        return element

    def within(self) -> Iterator["Element"]:
        """This element and all within it, in reading order."""
        yield self
        for child in self.children:
            yield from child.within()

    @contextmanager
    def drawn_on(self, canvas: Canvas, reads: str = "", *, turned: bool = False) -> Iterator[None]:
        """Mark what the block draws as a piece of this element, to be read as these words."""
        if self.once and self.pieces:
            with artefact(canvas):
                yield
            return
        page = canvas.getPageNumber()
        piece = Piece(page, self.structure.next_number(page))
        self.pieces.append(piece)
        self.reads += reads
        self.turned |= turned
        canvas.addLiteral(f"/{self.tag} <</MCID {piece.number}>> BDC")
        yield
        canvas.addLiteral("EMC")


class Structure:
    """The structure of one document; :attr:`root` holds it all."""

    def __init__(self) -> None:
        self.root = Element(self, "Document")
        self._numbers: dict[int, int] = {}

    def next_number(self, page: int) -> int:
        """A number that no piece of that page has yet."""
        number = self._numbers.get(page, 0)
        self._numbers[page] = number + 1
        return number


@contextmanager
def artefact(canvas: Canvas, *, pagination: bool = False) -> Iterator[None]:
    """Mark what the block draws as no content; ``pagination``: as a running head or foot."""
    canvas.addLiteral(f"/Artifact {_PAGINATION} BDC" if pagination else "/Artifact BMC")
    yield
    canvas.addLiteral("EMC")


class TaggedDrawing(Flowable):  # type: ignore[misc] # reportlab ships no types
    """A drawing that is a figure: its words in place of what it shows."""

    def __init__(self, drawing: Drawing, element: Element) -> None:
        super().__init__()
        self._drawing, self._element = drawing, element

    def wrap(self, *_size: float) -> tuple[float, float]:
        """Its size (reportlab)."""
        return self._drawing.width, self._drawing.height

    def draw(self) -> None:
        """Draw it, marked (reportlab)."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self._element.box = (left, bottom, left + self._drawing.width, bottom + self._drawing.height)
        with self._element.drawn_on(self.canv), _turned(self._drawing):
            renderPDF.draw(self._drawing, self.canv, 0, 0)


@contextmanager
def _turned(drawing: Drawing) -> Iterator[None]:
    """Words from right to left in the order of their glyphs: what shows SVG orders and joins them itself, a PDF not."""
    strings = [each for each in drawing.contents if isinstance(each, String) and has_right_to_left(each.text)]
    words = [each.text for each in strings]
    for each in strings:
        each.text = visual(joined(each.text), right=begins_right_to_left(each.text))
    yield
    for each, kept in zip(strings, words, strict=True):
        each.text = kept


class LinesAsArtefacts(TableRenderCB):  # type: ignore[misc] # reportlab ships no types
    """Marks the grounds and lines of a table as artefacts; its cells mark themselves."""

    def startBG(self, table: Any) -> None:  # noqa: N802 - reportlab's name
        """The grounds begin."""
        table.canv.addLiteral("/Artifact BMC")

    startLines = startBG  # noqa: N815 - reportlab's name

    def endBG(self, table: Any) -> None:  # noqa: N802 - reportlab's name
        """The grounds end."""
        table.canv.addLiteral("EMC")

    endLines = endBG  # noqa: N815 - reportlab's name

    def _ignore(self, *_what: Any) -> None:
        pass

    startTable = startRow = startCell = endCell = endRow = endTable = _ignore  # noqa: N815 - reportlab's names
