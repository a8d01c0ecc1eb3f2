"""Blank sheets to be filled in by hand: one A4 for each candidacy, or one table for all of a juror's candidacies.

Each bears its number with check digits, and the same digits as a code that a scanner types. What is printed is named in
the structure of the file as in every other document; the lines and boxes to write in are no content.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, PageBreak, PageTemplate, Spacer, Table
from reportlab.platypus import Frame as TextFrame

from jury_desk import __version__
from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.domain.jury import Voice
from jury_desk.domain.paper import JurorPaper, PaperLayout, PaperSheet, StagePaper
from jury_desk.domain.rubric import Criterion, CriterionKind
from jury_desk.domain.sheet_number import code_text
from jury_desk.exports import pdf_theme as theme
from jury_desk.exports.atomic import replacing
from jury_desk.exports.blocks import Document, Style
from jury_desk.exports.faces import REGULAR, register_faces
from jury_desk.exports.pdf_archive import PDF_LANGUAGE, archived
from jury_desk.exports.pdf_paragraph import TaggedParagraph
from jury_desk.exports.pdf_structure import Element, LinesAsArtefacts, Structure, TaggedDrawing, artefact
from jury_desk.exports.phrases import Phrases, phrases_of

_SIDE, _TOP, _FOOT = 16 * mm, 14 * mm, 14 * mm
_UNDER_HEAD = 15 * mm
"""Where the words of a sheet begin, under the line that every page bears; its code stands beside that line."""
_CODE = 24 * mm
_SMALL_CODE = 12 * mm
_BOX = 20 * mm
"""The width of the box for a mark."""
_LEAST_ROW, _MOST_ROW = 15 * mm, 31 * mm
_LEAST_LINE, _MOST_LINE, _TABLE_HEAD = 12.5 * mm, 18 * mm, 64 * mm
_COMMENT_LINES, _LINE_HEIGHT = 3, 8 * mm
_HEAD_HEIGHT, _STATE_HEIGHT = 72 * mm, 12 * mm
_NAME_WIDTH = 66 * mm
_TICKS = ("recused", "absent", "abstained")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What every page is written from."""

    paper: StagePaper
    say: Phrases
    structure: Structure

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What jurors mark."""
        return tuple(each for each in self.paper.rules.criteria if each.by_jurors)

    def text(self, words: str, style: ParagraphStyle, tag: str = "P", within: Element | None = None) -> TaggedParagraph:
        """Words that are a piece of the document, or of what they stand in."""
        return _tagged(words, style, (within or self.structure.root).add(tag))


def write_paper_sheets(
    paper: StagePaper, target: Path, *, layout: PaperLayout, language: str, made_at: datetime
) -> None:
    """Write the blank sheets of a stage; a :class:`jury_desk.services.ports.PaperWriter`.

    Raises:
        FileNotWritable: the place cannot be written; a file already there is left as it was.
    """
    document = paper_bytes(paper, layout=layout, language=language, made_at=made_at)
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def paper_bytes(paper: StagePaper, *, layout: PaperLayout, language: str, made_at: datetime) -> bytes:
    """The PDF itself."""
    register_faces()
    subject = _Subject(paper, phrases_of(language, paper.edition.zone), Structure())
    tables = layout is PaperLayout.TABLE
    output = BytesIO()
    story = [part for pile in paper.piles for part in (_table_pages if tables else _sheet_pages)(subject, pile)]
    document = _document(subject, made_at.astimezone(UTC))
    _Template(output, subject, landscape(A4) if tables else A4, document).build(story)
    return archived(output.getvalue(), subject.structure, document, (), sealed=False)


def _document(subject: _Subject, made_at: datetime) -> Document:
    """What the file says of itself; its pages are laid out here."""
    edition = subject.paper.edition
    return Document(
        language=subject.say.language,
        title=subject.say("paper.title", stage=subject.paper.stage.name),
        author=edition.organisation,
        subject=edition.title,
        made_at=made_at,
        fingerprint="",
        notice=subject.say("common.fictitious") if edition.fictitious else "",
        watermark="",
        blocks=(),
    )


class _Template(BaseDocTemplate):  # type: ignore[misc] # reportlab ships no types
    """Pages with one frame, a head that says whose they are, and a foot that says what the number is for."""

    def __init__(self, output: BytesIO, subject: _Subject, size: tuple[float, float], document: Document) -> None:
        super().__init__(
            output,
            pagesize=size,
            title=document.title,
            author=document.author,
            subject=document.subject,
            creator=f"Jury Desk {__version__}",
            lang=PDF_LANGUAGE[subject.say.language],
            initialFontName=REGULAR,
            invariant=1,
        )
        self._subject, self._document = subject, document
        room = size[0] - 2 * _SIDE, size[1] - _TOP - _FOOT
        frame = TextFrame(_SIDE, _FOOT, *room, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._draw_edge))

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Declare when the document was made: by itself, the invariant form says the year 2000."""
        declared = f"{self._document.made_at:D:%Y%m%d%H%M%S}+00'00'"
        self.canv.setDateFormatter(lambda *_parts: declared)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Put each pile and each sheet into the outline."""
        words = getattr(flowable, "outline", "")
        if words:
            key = f"sheet-{self.seq.nextf('outline')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(words, key, level=0)

    def _draw_edge(self, canvas: Canvas, _document: Any) -> None:
        width, height = canvas._pagesize  # noqa: SLF001 - reportlab tells no other way how large the page is
        head = theme.text(_where(self._subject), theme.STYLES[Style.PROGRAMME])
        foot = theme.text("\n".join(filter(None, (self._subject.say("paper.foot"), self._document.notice))), theme.HEAD)
        with artefact(canvas, pagination=True):
            for line, top in ((head, height - 14 * mm), (foot, 14 * mm)):
                _, taken = line.wrap(width - 2 * _SIDE, height)
                line.drawOn(canvas, _SIDE, top - taken)


# One page for each sheet


def _sheet_pages(subject: _Subject, pile: JurorPaper) -> Iterator[Flowable]:
    for sheet in pile.sheets:
        yield _sheet_head(subject, pile, sheet)
        yield Spacer(0, 3 * mm)
        yield _criteria_table(subject)
        yield Spacer(0, 4 * mm)
        yield _ticks(subject)
        yield Spacer(0, 4 * mm)
        yield from _remarks(subject)
        yield PageBreak()


def _sheet_head(subject: _Subject, pile: JurorPaper, sheet: PaperSheet) -> Table:
    say, width = subject.say, A4[0] - 2 * _SIDE
    words = [
        Spacer(0, _UNDER_HEAD),
        subject.text(sheet.candidacy.title, theme.HEADINGS[2], "H1"),
        subject.text(_carried(sheet), theme.CELL_MUTED),
        Spacer(0, 2 * mm),
        subject.text(_juror(say, pile), theme.STYLES[Style.OUTCOME]),
        subject.text(_rules(subject), theme.HEAD),
    ]
    number = [
        _code(subject.structure.root, sheet, _CODE),
        subject.text(say("paper.number", number=sheet.printed_number), theme.NUMBER_STRONG),
        subject.text(say("paper.passage", position=sheet.position), theme.HEAD_NUMBER),
    ]
    style = [*_BARE, ("ALIGN", (1, 0), (1, 0), "RIGHT")]
    head = _table([[words, number]], colWidths=[width - 48 * mm, 48 * mm], style=style)
    head.outline = f"{pile.juror.name} · {sheet.position} {sheet.candidacy.title}"
    return head


def _criteria_table(subject: _Subject) -> Table:
    say, width = subject.say, A4[0] - 2 * _SIDE
    element = subject.structure.root.add("Table")
    rows: list[list[Any]] = [_heads(element, [say(f"paper.{name}") for name in ("criterion", "mark", "remarks")])]
    for criterion in subject.criteria:
        row = element.add("TR")
        rows.append([_criterion_words(subject, criterion, row.add("TH", scope="Row")), *_blank(row, 2)])
    taken = _HEAD_HEIGHT + _STATE_HEIGHT + _COMMENT_LINES * _LINE_HEIGHT + 28 * mm
    height = (A4[1] - _TOP - _FOOT - taken) / max(1, len(subject.criteria))
    heights = [6 * mm, *[min(_MOST_ROW, max(_LEAST_ROW, height))] * len(subject.criteria)]
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, theme.INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, theme.LINE),
        ("BOX", (1, 1), (1, -1), 0.8, theme.INK),
        ("INNERGRID", (1, 1), (1, -1), 0.8, theme.INK),
    ]
    widths = [_NAME_WIDTH, _BOX, width - _NAME_WIDTH - _BOX]
    return _table(rows, colWidths=widths, minRowHeights=heights, repeatRows=1, style=[*_PADDED, *lines])


def _criterion_words(subject: _Subject, criterion: Criterion, cell: Element) -> list[Flowable]:
    told = " · ".join(_criterion_facts(subject, criterion))
    words: list[Flowable] = [
        subject.text(criterion.name, theme.CELL_STRONG, within=cell),
        subject.text(told, theme.HEAD, within=cell),
    ]
    words += [subject.text(level, theme.HEAD, within=cell) for level in criterion.levels]
    return words


def _criterion_facts(subject: _Subject, criterion: Criterion) -> Iterator[str]:
    say, scale = subject.say, criterion.scale
    if criterion.kind is CriterionKind.YES_NO:
        yield say("paper.yes_no")
    else:
        low, high, step = (say.number(exact_text(each)) for each in (scale.minimum, scale.maximum, scale.step))
        yield say("paper.scale", low=low, high=high, step=step)
    yield _share(subject, criterion)


def _share(subject: _Subject, criterion: Criterion) -> str:
    total = sum((each.weight for each in subject.paper.rules.criteria if each.mandatory), Fraction())
    if not criterion.mandatory or not total:
        return subject.say("paper.beside")
    percent = criterion.weight / total * 100
    decimal = decimal_text(percent, 0 if percent.denominator == 1 else 1)
    return subject.say("paper.share", share=subject.say.number(decimal))


def _ticks(subject: _Subject) -> Table:
    say = subject.say
    cells: list[Any] = [subject.text(say("paper.state"), theme.STYLES[Style.CELL])]
    for name in _TICKS:
        cells += [_tick(), subject.text(say(f"paper.{name}"), theme.STYLES[Style.CELL])]
    widths = [58 * mm, *[6 * mm, 28 * mm] * len(_TICKS)]
    return _table([cells], colWidths=widths, hAlign="LEFT", style=[*_BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])


def _remarks(subject: _Subject) -> Iterator[Flowable]:
    say, width = subject.say, A4[0] - 2 * _SIDE
    yield subject.text(say("paper.comment"), theme.CELL_STRONG)
    yield subject.text(say("paper.hint"), theme.HEAD)
    yield _ruled(width, _COMMENT_LINES)
    yield Spacer(0, 4 * mm)
    yield subject.text(say("paper.signature"), theme.CELL_MUTED)
    yield _ruled(width / 2, 1)


# One table for all


def _table_pages(subject: _Subject, pile: JurorPaper) -> Iterator[Flowable]:
    say = subject.say
    yield _pile_head(subject, pile)
    yield subject.text(" ".join((_rules(subject), "·", say("paper.total_note"))), theme.HEAD)
    yield Spacer(0, 3 * mm)
    yield _all_in_one(subject, pile)
    yield PageBreak()


def _pile_head(subject: _Subject, pile: JurorPaper) -> Table:
    """Whose table it is, and room to sign beside."""
    width = landscape(A4)[0] - 2 * _SIDE
    name = subject.text(_juror(subject.say, pile), theme.HEADINGS[2], "H1")
    signed = subject.text(subject.say("paper.signature"), theme.CELL_MUTED)
    style = [*_BARE, ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LINEBELOW", (1, 0), (1, 0), 0.5, theme.LINE)]
    head = _table(
        [[name, signed]], colWidths=[width * 0.6, width * 0.4], rowHeights=[_UNDER_HEAD + 6 * mm], style=style
    )
    head.outline = pile.juror.name
    head.spaceAfter = 2 * mm
    return head


def _all_in_one(subject: _Subject, pile: JurorPaper) -> Table:
    say = subject.say
    width = landscape(A4)[0] - 2 * _SIDE
    criteria = subject.criteria
    marks = min(29 * mm, (width - _NAME_WIDTH - 34 * mm - 14 * mm) / max(1, len(criteria)))
    element = subject.structure.root.add("Table")
    heads = ["\n".join((each.name, *_criterion_facts(subject, each))) for each in criteria]
    rows = [_heads(element, [say("paper.candidacy"), *heads, say("paper.state_head"), say("paper.number_head")])]
    rows += [_table_row(subject, sheet, element.add("TR"), len(criteria)) for sheet in pile.sheets]
    last = len(criteria)
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, theme.INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, theme.LINE),
        ("BOX", (1, 1), (last, -1), 0.8, theme.INK),
        ("INNERGRID", (1, 1), (last, -1), 0.8, theme.INK),
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ]
    widths = [_NAME_WIDTH, *[marks] * len(criteria), 22 * mm, 34 * mm]
    room = (A4[0] - _TOP - _FOOT - _TABLE_HEAD) / max(1, len(pile.sheets))
    heights = [0, *[min(_MOST_LINE, max(_LEAST_LINE, room))] * len(pile.sheets)]
    return _table(rows, colWidths=widths, minRowHeights=heights, repeatRows=1, hAlign="LEFT", style=[*_PADDED, *lines])


def _table_row(subject: _Subject, sheet: PaperSheet, row: Element, criteria: int) -> list[Any]:
    named = row.add("TH", scope="Row")
    name = [
        subject.text(f"{sheet.position}  {sheet.candidacy.title}", theme.CELL_STRONG, within=named),
        subject.text(_carried(sheet), theme.HEAD, within=named),
    ]
    marks = _blank(row, criteria)
    row.add("TD")
    cell = row.add("TD")
    code = _code(cell, sheet, _SMALL_CODE)
    words = subject.text(sheet.printed_number.replace(" ", "\n"), theme.HEAD, within=cell)
    number = _table(
        [[code, words]],
        colWidths=[_SMALL_CODE + 1 * mm, 18 * mm],
        style=[*_BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
    )
    return [name, *marks, _three_ticks(), number]


# Parts


def _table(rows: list[list[Any]], **options: Any) -> Table:
    """A table whose lines are no content; what its cells are, they say themselves."""
    return Table(rows, renderCB=LinesAsArtefacts(), **options)


def _tagged(words: str, style: ParagraphStyle, element: Element) -> TaggedParagraph:
    paragraph = theme.text(words, style)
    paragraph.element = element
    return paragraph


def _heads(table: Element, heads: Sequence[str]) -> list[Any]:
    row = table.add("TR")
    return [_tagged(head, theme.HEAD, row.add("TH", scope="Column", once=True)) for head in heads]


def _blank(row: Element, cells: int) -> list[str]:
    """Cells to write in."""
    for _each in range(cells):
        row.add("TD")
    return [""] * cells


def _where(subject: _Subject) -> str:
    paper = subject.paper
    date = subject.say.long_date(paper.stage.date)
    return " · ".join(filter(None, (paper.edition.organisation, paper.stage.name, date)))


def _carried(sheet: PaperSheet) -> str:
    return " · ".join(filter(None, (sheet.candidacy.carried_by, sheet.candidacy.service)))


def _juror(say: Phrases, pile: JurorPaper) -> str:
    advisory = f" ({say('paper.advisory')})" if pile.member.voice is Voice.ADVISORY else ""
    return f"{pile.juror.name}{advisory}"


def _rules(subject: _Subject) -> str:
    say, version = subject.say, subject.paper.version
    title = subject.paper.rules.title
    if not version.frozen:
        return say("paper.rules_draft", title=title)
    return say("paper.rules", title=title, instant=say.instant(version.frozen_at), print=version.fingerprint[:8])


def _code(within: Element, sheet: PaperSheet, side: float) -> TaggedDrawing:
    """The number as a code, digits only: whatever the keyboard layout, a scanner types digits."""
    code = QrCodeWidget(code_text(sheet.number), barLevel="M", barBorder=2)
    left, bottom, right, top = code.getBounds()
    scaled = [side / (right - left), 0, 0, side / (top - bottom), -left, -bottom]
    # Without it, the drawing would begin in Helvetica, which is not embedded.
    drawing = Drawing(side, side, transform=scaled, initialFontName=REGULAR)
    drawing.add(code)
    figure = TaggedDrawing(drawing, within.add("Figure", alternative=sheet.printed_number))
    figure.hAlign = "RIGHT"
    return figure


class _Tick(Flowable):  # type: ignore[misc] # reportlab ships no types
    """Boxes to tick, with a letter before each or without."""

    def __init__(self, letters: Sequence[str] = ("",)) -> None:
        super().__init__()
        self._letters = letters
        self.width, self.height = 6.5 * mm * len(letters), 4 * mm

    def draw(self) -> None:
        """Draw them (reportlab)."""
        with artefact(self.canv):
            self.canv.setStrokeColor(theme.INK)
            self.canv.setLineWidth(0.8)
            for place in range(len(self._letters)):
                self.canv.rect(6.5 * mm * place, 0, 4 * mm, 4 * mm)


def _tick() -> Flowable:
    return _Tick()


def _three_ticks() -> Flowable:
    return _Tick(_TICKS)


def _ruled(width: float, lines: int) -> Table:
    """Lines to write on."""
    style = [*_BARE, ("LINEBELOW", (0, 0), (-1, -1), 0.5, theme.LINE)]
    return _table([[""]] * lines, colWidths=[width], rowHeights=[_LINE_HEIGHT] * lines, hAlign="LEFT", style=style)


_BARE: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("FONT", (0, 0), (-1, -1), REGULAR, 9),
]
_PADDED: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("LEFTPADDING", (1, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("FONT", (0, 0), (-1, -1), REGULAR, 9),
]
