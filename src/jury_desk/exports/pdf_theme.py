"""The look of printed documents: faces, sizes, colours, text, tables, and the frame of a page.

Words of any kind become print through :func:`text` alone: it escapes markup, and sets each run in a face that has its
characters, so that no glyph is ever missing.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from jury_desk import resources
from jury_desk.exports.typography import NBSP, THIN

REGULAR, BOLD, ITALIC = "Lato-Regular", "Lato-Bold", "Lato-Italic"
_FALLBACK = {REGULAR: "DejaVuSans", ITALIC: "DejaVuSans", BOLD: "DejaVuSans-Bold"}

INK = HexColor("#1B2430")
MUTED = HexColor("#566275")
LINE = HexColor("#C9CED6")
FAINT = HexColor("#E7EAEE")
ACCENT = HexColor("#1F5FA8")
WATERMARK = HexColor("#EDEFF2")

MARGIN = 22 * mm
TOP, BOTTOM = 20 * mm, 24 * mm
WIDTH = A4[0] - 2 * MARGIN
"""The width of a line of text."""

_LARGEST_ROW_LEFT = 24
"""Points of a row that must fit on each side of a page break within it."""


def _style(name: str, size: float, leading: float, font: str = REGULAR, **options: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **({"textColor": INK} | options))


BODY = _style("body", 9.5, 14)
SMALL = _style("small", 8.5, 12, textColor=MUTED)
SPACED = _style("spaced", 9.5, 14, spaceAfter=5)
LEAD = _style("lead", 9.5, 14, textColor=MUTED, spaceAfter=6)
NOTICE = _style("notice", 9, 13, ITALIC, textColor=MUTED)
OWNER = _style("owner", 9.5, 13, BOLD)
PROGRAMME = _style("programme", 9.5, 13, textColor=MUTED)
TITLE = _style("title", 25, 31, BOLD, spaceBefore=20)
SUBTITLE = _style("subtitle", 14, 20, textColor=ACCENT, spaceAfter=10)
HEADING = _style("heading", 13, 18, BOLD, spaceBefore=20, spaceAfter=6)
SUBHEADING = _style("subheading", 9.5, 14, BOLD, spaceBefore=10, spaceAfter=3)
CELL = _style("cell", 9, 12.5)
CELL_STRONG = _style("cell-strong", 9, 12.5, BOLD)
CELL_MUTED = _style("cell-muted", 9, 12.5, textColor=MUTED)
NUMBER = _style("number", 9, 12.5, alignment=TA_RIGHT)
NUMBER_STRONG = _style("number-strong", 9, 12.5, BOLD, alignment=TA_RIGHT)
HEAD = _style("head", 8, 11, textColor=MUTED)
HEAD_NUMBER = _style("head-number", 8, 11, textColor=MUTED, alignment=TA_RIGHT)
PRINT = _style("print", 8, 12.5)
"""Fingerprints: sixty-four characters on one line."""


@cache
def register_faces() -> None:
    """Make the embedded faces known to reportlab; once in a run."""
    for name in (*_FALLBACK, *_FALLBACK.values()):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{name}.ttf"))))


def text(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    """Plain words as a paragraph: literal to the character, each run in a face that has it."""
    lines = (_line(line, style) for line in _printable(words).split("\n"))
    return Paragraph("<br/>".join(lines), style)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its width as a share of the line, whether it holds numbers or strong words."""

    head: str
    share: float
    number: bool = False
    strong: bool = False

    @property
    def style(self) -> ParagraphStyle:
        """The style of its cells."""
        return {
            (False, False): CELL,
            (False, True): CELL_STRONG,
            (True, False): NUMBER,
            (True, True): NUMBER_STRONG,
        }[self.number, self.strong]


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, row_height: float | None = None) -> Table:
    """A table as printed ones are: a head, one hairline under each row, no vertical line.

    The head returns on each page, and a row taller than a page goes on over it.
    """
    total = sum(column.share for column in columns)
    head = [text(column.head, HEAD_NUMBER if column.number else HEAD) for column in columns]
    body = [[text(words, column.style) for column, words in zip(columns, row, strict=True)] for row in rows]
    return Table(
        [head, *body],
        colWidths=[WIDTH * column.share / total for column in columns],
        rowHeights=None if row_height is None else [None, *[row_height] * len(rows)],
        repeatRows=1,
        splitInRow=_LARGEST_ROW_LEFT if row_height is None else 0,
        style=[
            *_GRID,
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ],
    )


def facts(pairs: Sequence[tuple[str, str]], *, value: ParagraphStyle = CELL) -> Table:
    """Labels and what they stand for, without lines."""
    return Table(
        [[text(label, CELL_MUTED), text(words, value)] for label, words in pairs],
        colWidths=[WIDTH * 0.24, WIDTH * 0.76],
        splitInRow=_LARGEST_ROW_LEFT,
        style=[*_GRID, ("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)],
    )


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


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page bears around its text; ``watermark`` and ``notice`` may be empty."""

    foot: str
    print_: str
    notice: str
    watermark: str

    def draw(self, canvas: Canvas, page: str) -> None:
        """Draw the frame on the current page, under its text."""
        canvas.saveState()
        if self.watermark:
            self._draw_watermark(canvas)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, 17 * mm, A4[0] - MARGIN, 17 * mm)
        self._place(canvas, text(self.foot, _FOOT), MARGIN, WIDTH * 0.6)
        self._place(canvas, text(f"{self.print_}{NBSP * 4}{page}", _FOOT_RIGHT), MARGIN + WIDTH * 0.6, WIDTH * 0.4)
        if self.notice:
            self._place(canvas, text(self.notice, _FOOT), MARGIN, WIDTH, line=1)
        canvas.restoreState()

    def _draw_watermark(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillColor(WATERMARK)
        canvas.setFont(BOLD, 92)
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(55)
        canvas.drawCentredString(0, -30, self.watermark)
        canvas.restoreState()

    @staticmethod
    def _place(canvas: Canvas, paragraph: Paragraph, left: float, width: float, *, line: int = 0) -> None:
        _, height = paragraph.wrap(width, A4[1])
        paragraph.drawOn(canvas, left, 15 * mm - line * _FOOT.leading - height)


_FOOT = _style("foot", 7.5, 10, textColor=MUTED)
_FOOT_RIGHT = _style("foot-right", 7.5, 10, textColor=MUTED, alignment=TA_RIGHT)


def _printable(words: str) -> str:
    """Composed characters, line breaks as one, no other control characters."""
    composed = unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        character for character in composed if character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
    ).strip("\n")


def _line(words: str, style: ParagraphStyle) -> str:
    runs = groupby(words, lambda character: _face_of(character, style.fontName))
    return "".join(_run("".join(characters), face, style) for face, characters in runs)


def _run(words: str, face: str, style: ParagraphStyle) -> str:
    match face:
        case style.fontName:
            return escape(words)
        case "":
            return f'<font name="{_FALLBACK[style.fontName]}">{chr(0xFFFD) * len(words)}</font>'
        case "thin":
            # reportlab breaks lines at U+202F and never at U+00A0; Lato's U+202F is also wider than its space.
            return f'<font size="{style.fontSize * 0.7:.2f}">{NBSP * len(words)}</font>'
        case _:
            return f'<font name="{face}">{escape(words)}</font>'


@cache
def _face_of(character: str, face: str) -> str:
    """The face that has ``character``: the style's own, the fallback, or none (an empty name)."""
    if character == THIN:
        return "thin"
    register_faces()
    for name in (face, _FALLBACK[face]):
        if ord(character) in pdfmetrics.getFont(name).face.charToGlyph:
            return name
    return ""
