"""Blocks as flowables of reportlab, each piece named in the structure of the document as it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from jury_desk.exports import blocks
from jury_desk.exports import pdf_theme as theme
from jury_desk.exports.faces import REGULAR
from jury_desk.exports.pdf_paragraph import TaggedParagraph
from jury_desk.exports.pdf_structure import Element, LinesAsArtefacts, Structure, TaggedDrawing

_ROOM_BELOW = {1: 40 * mm, 2: 40 * mm, 3: 28 * mm}
"""What must stand under a heading of each level on its page."""

_OUTLINED = 2
_FEW_FACTS = 8
_FEW_PARAGRAPHS = 3

_TALLEST = 140
"""Points: a taller cell goes on in a further row, so that the table can break there."""

_PADDING = 8
"""Points on both sides of a cell, together."""
_INDENT = 10

_LABEL_SHARE = 0.24
_SIGNED_HEIGHT, _SIGNED_LINE = 28 * mm, 7 * mm
_SIGNED_SHARE = 0.66
_SIDE_BY_SIDE = 2
"""Blocks to sign take half a line even when there is one alone."""

_LOOKS = {
    (False, False): theme.STYLES[blocks.Style.CELL],
    (False, True): theme.CELL_STRONG,
    (True, False): theme.NUMBER,
    (True, True): theme.NUMBER_STRONG,
}
"""The style of a column's cells, by whether it holds numbers and whether it stands out."""

_GRID = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 9),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("LEFTPADDING", (1, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-2, -1), 4),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 3.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
]
_CLOSE = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]

Cells = Sequence[TaggedParagraph | tuple[()]]
"""The cells of a row; an empty tuple draws nothing."""


class Layout:
    """Turns blocks into flowables and writes down in :attr:`structure` what they are."""

    def __init__(self) -> None:
        self.structure = Structure()

    def flowables(self, story: Sequence[blocks.Block]) -> list[Flowable]:
        """The flowables of a story, in its order; a few facts or a picture stay with the heading above them."""
        found: list[Flowable] = []
        held: list[Flowable] = []
        for block in story:
            made = list(self._of(block))
            if isinstance(block, blocks.Heading):
                found += held
                held = made
            elif held and isinstance(block, blocks.Paragraph) and len(held) <= _FEW_PARAGRAPHS:
                held += made
            else:
                found += _together([*held, *made]) if held and _stays(block) else [*held, *made]
                held = []
        return [*found, *held]

    def _of(self, block: blocks.Block) -> Iterator[Flowable]:
        root = self.structure.root
        match block:
            case blocks.Heading():
                yield CondPageBreak(_ROOM_BELOW[block.level])
                yield self._heading(block)
            case blocks.Paragraph(words, style, key):
                yield _tagged(words, theme.STYLES[style], root.add("P", key=key))
            case blocks.Table():
                yield self._table(block)
            case blocks.Facts():
                yield self._facts(block)
            case blocks.Figure(picture):
                element = root.add("Figure", alternative=picture.alternative)
                yield TaggedDrawing(picture.drawing, element)
            case blocks.Signatures():
                yield self._signatures(block)
            case blocks.Together():
                yield from _together([flowable for each in block.blocks for flowable in self._of(each)])
            case blocks.Gap(height):
                yield Spacer(0, height)
            case blocks.PageBreak():
                yield PageBreak()

    def _heading(self, heading: blocks.Heading) -> TaggedParagraph:
        look = theme.HEADINGS[max(heading.level, 2) if heading.quiet else heading.level]
        paragraph = _tagged(heading.words, look, self.structure.root.add(f"H{heading.level}"))
        if heading.level <= _OUTLINED:
            paragraph.outline = heading.words
        return paragraph

    def _table(self, block: blocks.Table) -> Table:
        total = sum(column.share for column in block.columns)
        widths = [theme.WIDTH * column.share / total for column in block.columns]
        element = self.structure.root.add("Table")
        rows = [_head(block, element.add("TR")), *(_row(block, row, element.add("TR")) for row in block.rows)]
        lines = [
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, theme.INK),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            *(
                ("LEFTPADDING", (index, 0), (index, -1), _INDENT)
                for index, column in enumerate(block.columns)
                if column.indent
            ),
        ]
        heights = [0, *[block.least_height] * len(block.rows)]
        return _laid_out(rows, widths, heights, lines, hairlines=True, repeatRows=1)

    def _facts(self, block: blocks.Facts) -> Table:
        element = self.structure.root.add("Table")
        rows = [_fact(label, cell, theme.STYLES[style], element.add("TR")) for label, cell, style in block.styled()]
        widths = [theme.WIDTH * _LABEL_SHARE, theme.WIDTH * (1 - _LABEL_SHARE)]
        return _laid_out(rows, widths, [0] * len(rows), _CLOSE, hairlines=False)

    def _signatures(self, block: blocks.Signatures) -> Table:
        width = theme.WIDTH / max(_SIDE_BY_SIDE, len(block.blocks))
        made = [self._signature(each, (width - 8 * mm) * _SIGNED_SHARE) for each in block.blocks]
        # One height for all: the lines to write on go through from one block to the next.
        tall = [max(heights) for heights in zip_longest(*(each.heights for each in made), fillvalue=0)]
        places = [[each.whose, _signed_lines(each, width - 8 * mm, tall)] for each in made]
        style = [*_GRID, ("LEFTPADDING", (1, 0), (-1, -1), 0)]
        return Table([places], colWidths=[width] * len(places), hAlign="LEFT", style=style, renderCB=LinesAsArtefacts())

    def _signature(self, signature: blocks.Signature, width: float) -> "_Signed":
        whose = _tagged(signature.whose, theme.SIGNATORY, self.structure.root.add("P"))
        element = self.structure.root.add("Table")
        cell = theme.STYLES[blocks.Style.CELL]
        rows = [_fact(label, blocks.Cell(words), cell, element.add("TR")) for label, words in signature.lines]
        taken = [words.wrap(width - _PADDING, A4[1])[1] + _PADDING for _label, words in rows]
        least = [*[_SIGNED_LINE] * (len(rows) - 1), _SIGNED_HEIGHT]
        return _Signed(whose, rows, [max(pair) for pair in zip(taken, least, strict=True)])


@dataclass(frozen=True, slots=True)
class _Signed:
    """A block to sign: whose, its lines, and how high each must at least be."""

    whose: TaggedParagraph
    rows: list[list[TaggedParagraph]]
    heights: list[float]


def _signed_lines(signed: _Signed, width: float, heights: Sequence[float]) -> Table:
    return Table(
        signed.rows,
        colWidths=[width * (1 - _SIGNED_SHARE), width * _SIGNED_SHARE],
        minRowHeights=list(heights[: len(signed.rows)]),
        hAlign="LEFT",
        style=[*_GRID, ("LINEBELOW", (0, 0), (-1, -1), 0.4, theme.LINE)],
        renderCB=LinesAsArtefacts(),
    )


def _stays(block: blocks.Block) -> bool:
    """Whether a block stays with the heading above it."""
    return isinstance(block, blocks.Figure) or (isinstance(block, blocks.Facts) and len(block.pairs) <= _FEW_FACTS)


def _together(flowables: Sequence[Flowable]) -> list[Flowable]:
    """The flowables, on one page where one is enough.

    reportlab's own ``KeepTogether`` forgets the space above its first paragraph, and lets the last line go.
    """
    whole = sum(each.getSpaceBefore() + each.wrap(theme.WIDTH, A4[1])[1] + each.getSpaceAfter() for each in flowables)
    room = A4[1] - theme.TOP - theme.BOTTOM
    return [CondPageBreak(whole), *flowables] if whole <= room else list(flowables)


def _tagged(words: str, style: ParagraphStyle, element: Element) -> TaggedParagraph:
    paragraph = theme.text(words, style)
    paragraph.element = element
    return paragraph


def _head(block: blocks.Table, row: Element) -> list[TaggedParagraph]:
    return [
        _tagged(
            column.head,
            theme.HEAD_NUMBER if column.number else theme.HEAD,
            row.add("TH", scope="Column", once=True),
        )
        for column in block.columns
    ]


def _row(block: blocks.Table, cells: Sequence[blocks.Cell], row: Element) -> list[TaggedParagraph]:
    named = block.naming_column
    return [
        _tagged(
            cell.words,
            _LOOKS[column.number, column.strong],
            row.add("TH", scope="Row", key=cell.key) if index == named else row.add("TD", key=cell.key),
        )
        for index, (column, cell) in enumerate(zip(block.columns, cells, strict=True))
    ]


def _fact(label: str, cell: blocks.Cell, style: ParagraphStyle, row: Element) -> list[TaggedParagraph]:
    return [
        _tagged(label, theme.CELL_MUTED, row.add("TH", scope="Row")),
        _tagged(cell.words, style, row.add("TD", key=cell.key)),
    ]


def _laid_out(
    rows: Sequence[Cells],
    widths: Sequence[float],
    heights: Sequence[float],
    style: Sequence[tuple[Any, ...]],
    *,
    hairlines: bool,
    **options: int,
) -> Table:
    """A table in which a tall row is several rows, so that any row fits on a page.

    reportlab's own ``splitInRow`` repeats the head in the middle of the page.
    """
    commands, cells, least = [*_GRID, *style], list[Cells](), list[float]()
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        parts = _parts(row, widths)
        start, end = len(cells), len(cells) + len(parts) - 1
        if end > start:
            commands.append(("BOTTOMPADDING", (0, start), (-1, end - 1), 0))
            commands.append(("TOPPADDING", (0, start + 1), (-1, end), 0))
        if hairlines and number:
            commands.append(("LINEBELOW", (0, end), (-1, end), 0.4, theme.LINE))
        cells += parts
        least += [height, *[0.0] * (end - start)]
    return Table(cells, colWidths=widths, minRowHeights=least, style=commands, renderCB=LinesAsArtefacts(), **options)


def _parts(row: Cells, widths: Sequence[float]) -> list[Cells]:
    """The row, or the rows it takes when one of its cells is tall."""
    columns = [list(_slices(cell, width)) for cell, width in zip(row, widths, strict=True)]
    return list(zip_longest(*columns, fillvalue=()))


def _slices(cell: TaggedParagraph | tuple[()], width: float) -> Iterator[TaggedParagraph | tuple[()]]:
    """The paragraph in slices of no more than a part of a page."""
    while isinstance(cell, TaggedParagraph) and cell.wrap(width - _PADDING, A4[1])[1] > _TALLEST:
        slices = cell.split(width - _PADDING, _TALLEST)
        if len(slices) < 2:
            break
        yield slices[0]
        cell = slices[1]
    yield cell
