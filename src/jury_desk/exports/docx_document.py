"""A document as a text file that office suites edit: for whoever must complete, translate or take it up again."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
import pypdfium2
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas

from jury_desk.exports import blocks
from jury_desk.exports.blocks import Block, Document, Style
from jury_desk.exports.faces import REGULAR, printable, register_faces
from jury_desk.exports.phrases import phrases_of
from jury_desk.exports.pictures.picture import Picture

_LANGUAGE = {"fr": "fr-FR", "en": "en-GB"}
_INK, _MUTED, _ACCENT = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x56, 0x62, 0x75), RGBColor(0x1F, 0x5F, 0xA8)
_FACE = "Calibri"
_POINTS = {Style.SUBTITLE: 14.0, Style.SMALL: 8.5, Style.PRINT: 8.0, Style.NOTICE: 9.0}
_BOLD = (Style.OWNER, Style.OUTCOME)
_COLOURED = {
    Style.SMALL: _MUTED,
    Style.LEAD: _MUTED,
    Style.NOTICE: _MUTED,
    Style.PROGRAMME: _MUTED,
    Style.SUBTITLE: _ACCENT,
    Style.OUTCOME: _ACCENT,
}
_HEADINGS = {1: 24.0, 2: 13.0, 3: 10.5}
_MARGIN = Cm(2.2)
_WIDTH = Cm(21) - 2 * _MARGIN
_SHARP = 3.0
"""Pixels of a picture for each point."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx_bytes(document: Document) -> bytes:
    """The file; equal documents give equal bytes."""
    output = BytesIO()
    written = _Text(document).written
    written.save(output)
    return _undated(output.getvalue())


def _undated(packed: bytes) -> bytes:
    """The same archive without the instant at which it was packed."""
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as source, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return output.getvalue()


class _Text:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._say = phrases_of(document.language)
        self.written = docx.Document()
        self._dress()
        self._name()
        self._write_edges()
        for block in blocks.flat(document.blocks):
            self._block(block)

    def _dress(self) -> None:
        section = self.written.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = _MARGIN
        section.top_margin, section.bottom_margin = Cm(2), Cm(2.2)
        normal = self.written.styles["Normal"]
        _set_face(normal.element, normal.font, 9.5, _INK)
        _set_language(normal.element, _LANGUAGE[self._document.language])
        normal.paragraph_format.space_after = Pt(4)
        for level, points in _HEADINGS.items():
            style = self.written.styles[f"Heading {level}"]
            _set_face(style.element, style.font, points, _INK)
            style.font.bold = True
            style.paragraph_format.space_before = Pt(18 if level < 3 else 9)
            style.paragraph_format.space_after = Pt(4)
            style.paragraph_format.keep_with_next = True

    def _name(self) -> None:
        document, properties = self._document, self.written.core_properties
        properties.title, properties.author = printable(document.title), printable(document.author)
        properties.subject, properties.language = printable(document.subject), _LANGUAGE[document.language]
        properties.comments, properties.last_modified_by = "", ""
        properties.created = properties.modified = document.made_at.replace(tzinfo=None, microsecond=0)
        properties.revision = 1

    def _write_edges(self) -> None:
        document, section = self._document, self.written.sections[0]
        if document.watermark:
            head = section.header.paragraphs[0]
            _run(head, document.watermark, points=11, bold=True, colour=_MUTED)
        foot = section.footer.paragraphs[0]
        words = " · ".join(filter(None, (document.title, document.fingerprint[:8], document.notice)))
        _run(foot, f"{words} · ", points=7.5, colour=_MUTED)
        before, between, after = self._say("common.page", page="\0", pages="\0").split("\0")
        for words, field in ((before, "PAGE"), (between, "NUMPAGES")):
            _run(foot, words, points=7.5, colour=_MUTED)
            _add_field(foot, field)
        _run(foot, after, points=7.5, colour=_MUTED)

    def _block(self, block: Block) -> None:
        match block:
            case blocks.Heading():
                self._heading(block)
            case blocks.Paragraph(words, style, _):
                _run(self.written.add_paragraph(), words, style=style)
            case blocks.Table():
                self._table(block)
            case blocks.Facts():
                rows = [[(label, Style.LEAD), (cell.words, style)] for label, cell, style in block.styled()]
                self._grid(rows, [0.26, 0.74])
            case blocks.Figure(picture):
                self._figure(picture)
            case blocks.Signatures(signatures):
                for each in signatures:
                    self._signature(each)
            case blocks.Gap(height):
                self.written.add_paragraph().paragraph_format.line_spacing = Pt(max(1.0, height))
            case blocks.PageBreak():
                self.written.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case _:
                pass

    def _heading(self, block: blocks.Heading) -> None:
        heading = self.written.add_heading(printable(block.words), block.level)
        if block.quiet:
            heading.runs[0].font.size = Pt(_HEADINGS[max(block.level, 2)])

    def _signature(self, signature: blocks.Signature) -> None:
        owner = self.written.add_paragraph()
        _run(owner, signature.whose, style=Style.OWNER)
        rows = [[(label, Style.LEAD), (words, Style.CELL)] for label, words in signature.lines]
        grid = self._grid(rows, [0.26, 0.5], heights=[*[22.0] * (len(rows) - 1), 80.0], ruled=True)
        # Nobody signs on the page after the one that says what for.
        for paragraph in (owner, *(cell.paragraphs[0] for row in grid.rows[:-1] for cell in row.cells)):
            paragraph.paragraph_format.keep_with_next = True

    def _table(self, block: blocks.Table) -> None:
        made = self.written.add_table(rows=0, cols=len(block.columns))
        made.alignment = WD_TABLE_ALIGNMENT.LEFT
        total = sum(column.share for column in block.columns)
        shares = [column.share / total for column in block.columns]
        head = made.add_row()
        _repeat(head)
        for cell, column in zip(head.cells, block.columns, strict=True):
            _fill(cell, column.head, number=column.number, style=Style.SMALL)
        for row in block.rows:
            line = made.add_row()
            if block.least_height:
                line.height = Pt(block.least_height)
            for cell, column, words in zip(line.cells, block.columns, row, strict=True):
                _fill(cell, words.words, number=column.number, bold=column.strong)
        _finish(made, shares, ruled=True)
        self._after_table()

    def _grid(
        self,
        rows: Sequence[Sequence[tuple[str, Style]]],
        shares: Sequence[float],
        *,
        heights: Sequence[float] = (),
        ruled: bool = False,
    ) -> Any:
        made = self.written.add_table(rows=0, cols=len(shares))
        for number, row in enumerate(rows):
            line = made.add_row()
            if heights:
                line.height = Pt(heights[number])
            for cell, (words, style) in zip(line.cells, row, strict=True):
                _fill(cell, words, style=style)
        _finish(made, shares, ruled=ruled)
        self._after_table()
        return made

    def _after_table(self) -> None:
        # Two tables without a paragraph between them become one.
        self.written.add_paragraph().paragraph_format.line_spacing = Pt(4)

    def _figure(self, picture: Picture) -> None:
        shape = self.written.add_picture(BytesIO(_png(picture)), width=Emu(min(_WIDTH, Pt(picture.drawing.width))))
        properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no name for the alternative text
        properties.set("descr", printable(picture.alternative))


def _png(picture: Picture) -> bytes:
    """The drawing as dots: office suites do not all show SVG."""
    register_faces()
    drawn = BytesIO()
    drawing = picture.drawing
    canvas = Canvas(drawn, pagesize=(drawing.width, drawing.height), initialFontName=REGULAR, invariant=1)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    output = BytesIO()
    with pypdfium2.PdfDocument(drawn.getvalue()) as document:
        document[0].render(scale=_SHARP).to_pil().save(output, "PNG")
    return output.getvalue()


def _run(
    paragraph: Any, words: str, *, style: Style = Style.BODY, points: float = 0, bold: bool = False, colour: Any = None
) -> None:
    for number, line in enumerate(printable(words).split("\n")):
        run = paragraph.add_run(line)
        if number:
            run._r.insert(0, OxmlElement("w:br"))  # noqa: SLF001 - add_break would stand after the words
        if points or style in _POINTS:
            run.font.size = Pt(points or _POINTS[style])
        run.bold = bold or style in _BOLD or None
        run.italic = style is Style.NOTICE or None
        tint = colour or _COLOURED.get(style)
        if tint is not None:
            run.font.color.rgb = tint


def _fill(cell: Any, words: str, *, number: bool = False, bold: bool = False, style: Style = Style.CELL) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(paragraph, words, style=style, points=_POINTS.get(style, 9.0), bold=bold)


def _finish(made: Any, shares: Sequence[float], *, ruled: bool) -> None:
    made.autofit = False
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Emu(int(_WIDTH * share))
    for row in made.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Emu(int(_WIDTH * share))
        _keep_whole(row)
    if ruled:
        borders = OxmlElement("w:tblBorders")
        for edge in ("bottom", "insideH"):
            line = OxmlElement(f"w:{edge}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C9CED6")):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
        properties = made._tbl.tblPr  # noqa: SLF001 - python-docx has no name for the lines of a table
        # The format wants the properties of a table in their order.
        properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _repeat(row: Any) -> None:
    """The row returns on each page, and heads the columns for whoever listens."""
    row._tr.get_or_add_trPr().append(_switched_on("w:tblHeader"))  # noqa: SLF001 - no name for it


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_switched_on("w:cantSplit"))  # noqa: SLF001 - no name for it


def _switched_on(name: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    return element


def _add_field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size = Pt(7.5)
    run.font.color.rgb = _MUTED
    field.append(run._r)  # noqa: SLF001 - a field holds the run that shows it
    paragraph._p.append(field)  # noqa: SLF001 - the same


def _set_face(element: Any, font: Any, points: float, colour: RGBColor) -> None:
    font.name, font.size, font.color.rgb = _FACE, Pt(points), colour
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # A theme's face would win over the one named.
        fonts.attrib.pop(qn(f"w:{script}"), None)
    for script in ("hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FACE)


def _set_language(element: Any, language: str) -> None:
    spoken = OxmlElement("w:lang")
    for script in ("val", "eastAsia"):
        spoken.set(qn(f"w:{script}"), language)
    element.get_or_add_rPr().append(spoken)
