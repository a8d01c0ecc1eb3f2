"""The look of printed documents: faces, sizes, colours, text, and the frame of a page.

Words of any kind become print through :func:`text` alone: it escapes markup, and sets each run in a face that has its
characters, so that no glyph is ever missing.
"""

from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from jury_desk.exports.bidi import begins_right_to_left, has_right_to_left, joined
from jury_desk.exports.blocks import Style
from jury_desk.exports.faces import BOLD, ITALIC, REGULAR, printable, printed_runs
from jury_desk.exports.pdf_paragraph import Direction, TaggedParagraph
from jury_desk.exports.pdf_structure import artefact
from jury_desk.exports.typography import NBSP

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


def _style(name: str, size: float, leading: float, font: str = REGULAR, **options: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **({"textColor": INK} | options))


STYLES = {
    Style.BODY: _style("body", 9.5, 14),
    Style.SMALL: _style("small", 8.5, 12, textColor=MUTED),
    Style.SPACED: _style("spaced", 9.5, 14, spaceAfter=5),
    Style.LEAD: _style("lead", 9.5, 14, textColor=MUTED, spaceAfter=6),
    Style.NOTICE: _style("notice", 9, 13, ITALIC, textColor=MUTED, spaceAfter=6),
    Style.OWNER: _style("owner", 9.5, 13, BOLD),
    Style.PROGRAMME: _style("programme", 9.5, 13, textColor=MUTED),
    Style.SUBTITLE: _style("subtitle", 14, 20, textColor=ACCENT, spaceAfter=10),
    Style.OUTCOME: _style("outcome", 9, 12.5, BOLD, textColor=ACCENT),
    Style.CELL: _style("cell", 9, 12.5),
    Style.PRINT: _style("print", 8, 12.5),
}
"""How each style of a block is set."""

HEADINGS = {
    1: _style("title", 25, 31, BOLD, spaceBefore=20),
    2: _style("heading", 13, 18, BOLD, spaceBefore=20, spaceAfter=6),
    3: _style("subheading", 9.5, 14, BOLD, spaceBefore=10, spaceAfter=3),
}
"""How a heading of each level is set."""

CELL_STRONG = _style("cell-strong", 9, 12.5, BOLD)
CELL_MUTED = _style("cell-muted", 9, 12.5, textColor=MUTED)
SIGNATORY = _style("signatory", 9.5, 14, BOLD, spaceAfter=4)
NUMBER = _style("number", 9, 12.5, alignment=TA_RIGHT)
NUMBER_STRONG = _style("number-strong", 9, 12.5, BOLD, alignment=TA_RIGHT)
HEAD = _style("head", 8, 11, textColor=MUTED)
HEAD_NUMBER = _style("head-number", 8, 11, textColor=MUTED, alignment=TA_RIGHT)


def text(words: str, style: ParagraphStyle) -> TaggedParagraph:
    """Plain words as a paragraph: literal to the character, each run in a face that has it."""
    shown = printable(words)
    turned = has_right_to_left(shown)
    lines = (_line(line, style) for line in (joined(shown) if turned else shown).split("\n"))
    paragraph = TaggedParagraph("<br/>".join(lines), style)
    if turned:
        paragraph.direction = Direction.RIGHT if begins_right_to_left(shown) else Direction.MIXED
    return paragraph


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page bears around its text; ``watermark`` and ``notice`` may be empty."""

    foot: str
    fingerprint: str
    notice: str
    watermark: str
    letterhead: tuple[str, ...] = ()

    @property
    def top(self) -> float:
        """How far under the edge of the paper the text begins."""
        lines = len(self.letterhead)
        height: float = TOP + (lines * _LETTERHEAD_LEADING + 10 * mm if lines else 0)
        return height

    def draw(self, canvas: Canvas, page: str) -> None:
        """Draw the frame on the current page, under its text."""
        with artefact(canvas, pagination=True):
            self._draw(canvas, page)

    def _draw(self, canvas: Canvas, page: str) -> None:
        canvas.saveState()
        if self.watermark:
            self._draw_watermark(canvas)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, 17 * mm, A4[0] - MARGIN, 17 * mm)
        self._place(canvas, text(_shortened(self.foot, _FOOT, WIDTH * 0.6), _FOOT), MARGIN, WIDTH * 0.6)
        self._place(canvas, text(f"{self.fingerprint}{NBSP * 4}{page}", _FOOT_RIGHT), MARGIN + WIDTH * 0.6, WIDTH * 0.4)
        if self.notice:
            self._place(canvas, text(self.notice, _FOOT), MARGIN, WIDTH, line=1)
        self._draw_letterhead(canvas)
        canvas.restoreState()

    def _draw_watermark(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillColor(WATERMARK)
        canvas.setFont(BOLD, 92)
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(55)
        canvas.drawCentredString(0, -30, self.watermark)
        canvas.restoreState()

    def _draw_letterhead(self, canvas: Canvas) -> None:
        top = A4[1] - TOP
        for line, style in zip(self.letterhead, _LETTERHEAD, strict=False):
            paragraph = text(_shortened(line, style, WIDTH), style)
            _, height = paragraph.wrap(WIDTH, A4[1])
            top -= height
            paragraph.drawOn(canvas, MARGIN, top)

    @staticmethod
    def _place(canvas: Canvas, paragraph: Paragraph, left: float, width: float, *, line: int = 0) -> None:
        _, height = paragraph.wrap(width, A4[1])
        paragraph.drawOn(canvas, left, 15 * mm - line * _FOOT.leading - height)


_FOOT = _style("foot", 7.5, 10, textColor=MUTED)
_LETTERHEAD = (STYLES[Style.OWNER], STYLES[Style.PROGRAMME])
"""How its lines are set."""
_LETTERHEAD_LEADING = 13
_FOOT_RIGHT = _style("foot-right", 7.5, 10, textColor=MUTED, alignment=TA_RIGHT)


@lru_cache(maxsize=16)
def _shortened(words: str, style: ParagraphStyle, width: float) -> str:
    """Words of the frame, cut where they are too long for one line; the same on every page."""
    for kept in range(len(words), 0, -1):
        line = words if kept == len(words) else words[:kept].rstrip() + "…"
        if text(line, style).wrap(width, A4[1])[1] <= style.leading:
            return line
    return ""


def _line(words: str, style: ParagraphStyle) -> str:
    return "".join(_run(*run, style) for run in printed_runs(words, style.fontName))


def _run(face: str, words: str, share: float, style: ParagraphStyle) -> str:
    if share != 1:
        return f'<font size="{style.fontSize * share:.2f}">{words}</font>'
    return escape(words) if face == style.fontName else f'<font name="{face}">{escape(words)}</font>'
