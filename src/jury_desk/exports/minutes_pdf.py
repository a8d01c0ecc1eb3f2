"""The minutes (procès-verbal) as a PDF: embedded faces, outline, page x of y, fingerprint at the foot of each page.

Equal reports and instants give equal bytes. The words and tables are in :mod:`jury_desk.exports.minutes_sections`, the
look in :mod:`jury_desk.exports.pdf_theme`.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate
from reportlab.platypus import Frame as TextFrame

from jury_desk import __version__
from jury_desk.domain.minutes import StageReport
from jury_desk.exports import pdf_theme as theme
from jury_desk.exports.atomic import replacing
from jury_desk.exports.minutes_sections import Subject, story
from jury_desk.exports.phrases import phrases_of

_PDF_LANGUAGE = {"fr": "fr-FR", "en": "en-GB"}


def write_minutes(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the minutes of a stage; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: the place cannot be written; a file already there is left as it was.
    """
    document = minutes_bytes(report, language=language, made_at=made_at)
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def minutes_bytes(report: StageReport, *, language: str, made_at: datetime) -> bytes:
    """The PDF itself."""
    theme.register_faces()
    subject = Subject(report, phrases_of(language), made_at.astimezone(UTC))
    # Laid out twice: the first pass only counts the pages for « page 2 / 4 ». A canvas that keeps pages back until
    # their number is known would send every bookmark to the first page.
    counted = _Document(BytesIO(), subject, pages=0)
    counted.build(story(subject))
    output = BytesIO()
    _Document(output, subject, pages=counted.page).build(story(subject))
    return output.getvalue()


class _Document(BaseDocTemplate):  # type: ignore[misc] # reportlab ships no types
    """A4 pages with one frame of text; headings enter the outline as they are laid."""

    def __init__(self, output: BytesIO, subject: Subject, *, pages: int) -> None:
        report, say = subject.report, subject.say
        title = say("minutes.document_title", stage=report.stage.name)
        super().__init__(
            output,
            pagesize=A4,
            title=title,
            author=report.edition.organisation,
            subject=report.edition.title,
            creator=f"Jury Desk {__version__}",
            lang=_PDF_LANGUAGE[say.language],
            initialFontName=theme.REGULAR,
            invariant=1,
        )
        self._subject, self._pages = subject, pages
        self._frame = theme.Frame(
            foot=title,
            fingerprint=report.fingerprint[:8],
            notice=say("common.fictitious") if report.edition.fictitious else "",
            watermark=say("common.provisional") if report.provisional else "",
        )
        height = A4[1] - theme.TOP - theme.BOTTOM
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
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._draw_frame))

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Declare when the document was made: by itself, the invariant form says the year 2000."""
        declared = f"{self._subject.made_at:D:%Y%m%d%H%M%S}+00'00'"
        self.canv.setDateFormatter(lambda *_parts: declared)
        self.canv.setViewerPreference("DisplayDocTitle", "true")
        self.canv.showOutline()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Put a heading into the outline."""
        words = getattr(flowable, "outline", None)
        if words:
            key = f"heading-{self.seq.nextf('outline')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(words, key, level=0)

    def _draw_frame(self, canvas: Canvas, _document: Any) -> None:
        page = self._subject.say("common.page", page=canvas.getPageNumber(), pages=self._pages)
        self._frame.draw(canvas, page)
