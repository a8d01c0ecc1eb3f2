"""A document as a PDF: embedded faces, outline, page x of y, tags for whoever listens to it, files attached.

Equal documents give equal bytes. The words are in the blocks, the look in :mod:`jury_desk.exports.pdf_theme`.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate
from reportlab.platypus import Frame as TextFrame

from jury_desk import __version__
from jury_desk.exports import pdf_theme as theme
from jury_desk.exports.blocks import Document
from jury_desk.exports.faces import REGULAR, register_faces
from jury_desk.exports.pdf_archive import PDF_LANGUAGE, Attachment, archived
from jury_desk.exports.pdf_flowables import Layout
from jury_desk.exports.phrases import phrases_of


def pdf_bytes(document: Document, attachments: Sequence[Attachment] = (), *, sealed: bool = False) -> bytes:
    """The PDF of a document; a sealed one carries its data and its workbook, in this order, and can be verified."""
    register_faces()
    # Laid out twice: the first pass only counts the pages for « page 2 / 4 ». A canvas that keeps pages back until
    # their number is known would send every bookmark to the first page.
    counted = _Template(BytesIO(), document, pages=0)
    counted.build(Layout().flowables(document.blocks))
    output, layout = BytesIO(), Layout()
    _Template(output, document, pages=counted.page).build(layout.flowables(document.blocks))
    return archived(output.getvalue(), layout.structure, document, attachments, sealed=sealed)


class _Template(BaseDocTemplate):  # type: ignore[misc] # reportlab ships no types
    """A4 pages with one frame of text; headings enter the outline as they are laid."""

    def __init__(self, output: BytesIO, document: Document, *, pages: int) -> None:
        super().__init__(
            output,
            pagesize=A4,
            title=document.title,
            author=document.author,
            subject=document.subject,
            creator=f"Jury Desk {__version__}",
            lang=PDF_LANGUAGE[document.language],
            initialFontName=REGULAR,
            invariant=1,
        )
        self._document, self._pages = document, pages
        self._edge = theme.Frame(
            foot=document.title,
            fingerprint=document.fingerprint[:8],
            notice=document.notice,
            watermark=document.watermark,
            letterhead=document.letterhead,
        )
        height = A4[1] - self._edge.top - theme.BOTTOM
        frame = TextFrame(
            theme.MARGIN,
            theme.BOTTOM,
            theme.WIDTH,
            height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._draw_edge))

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Declare when the document was made: by itself, the invariant form says the year 2000."""
        declared = f"{self._document.made_at:D:%Y%m%d%H%M%S}+00'00'"
        self.canv.setDateFormatter(lambda *_parts: declared)
        self.canv.showOutline()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Put a heading into the outline."""
        words = getattr(flowable, "outline", "")
        if words:
            key = f"heading-{self.seq.nextf('outline')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(words, key, level=0)

    def _draw_edge(self, canvas: Canvas, _document: Any) -> None:
        say = phrases_of(self._document.language)
        self._edge.draw(canvas, say("common.page", page=canvas.getPageNumber(), pages=self._pages))
