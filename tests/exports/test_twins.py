"""The twins of the minutes: the same words in the same order as the PDF, as HTML and as a text file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from jury_desk.domain.minutes import PathStep, StageReport
from jury_desk.exports import blocks
from jury_desk.exports.docx_document import docx_bytes
from jury_desk.exports.html_document import html_bytes
from jury_desk.exports.minutes_pdf import minutes_document, write_minutes_docx, write_minutes_html

HOSTILE = "<script>alert(1)</script> & =1+1 \x07 \ufffe 😀 12\u202f345"
TAMED = "<script>alert(1)</script> & =1+1 \ufffd \ufffd 😀 12\u202f345"
VOID = ("meta", "br")


class Page(HTMLParser):
    """A page taken apart: whether its elements close in order, and what they hold."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that holds nothing."""
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Words within the innermost element."""
        if data.strip():
            self.words.append((self.open[-1], data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture
def document(report: StageReport, made_at: datetime) -> blocks.Document:
    """The minutes before any form is given to them, with their pictures and hostile words."""
    path = (PathStep("Appel", 8, None), PathStep("Jury", 5, 3))
    changed = replace(report, path=path, edition=replace(report.edition, programme=HOSTILE))
    return minutes_document(changed, language="fr", made_at=made_at)


def words_of(document: blocks.Document) -> list[str]:
    """Every piece of text of a document, in reading order."""
    found: list[str] = []
    for block in blocks.flat(document.blocks):
        match block:
            case blocks.Heading(_, words) | blocks.Paragraph(words):
                found.append(words)
            case blocks.Table(columns, rows):
                found += [column.head for column in columns]
                found += [cell.words for row in rows for cell in row]
            case blocks.Facts(pairs):
                found += [words for label, cell in pairs for words in (label, cell.words)]
    return [part for words in found for part in words.split("\n") if part.strip()]


def in_order(wanted: list[str], told: list[str]) -> bool:
    """Whether all that is wanted is told, in that order, among other things."""
    rest = iter(told)
    return all(any(words == each for each in rest) for words in wanted)


def test_page_says_the_same_in_the_same_order(document: blocks.Document) -> None:
    """Every word of the blocks, hostile ones as text."""
    page = Page(html_bytes(document))
    assert page.open == []
    wanted = [words.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd") for words in words_of(document)]
    assert any(TAMED in words for words in wanted)
    assert in_order(wanted, [words for _, words in page.words])
    assert page.all("script") == []


def test_page_can_be_listened_to(document: blocks.Document) -> None:
    """Language, title, one first heading, header cells with their scope, pictures with words and their data."""
    page = Page(html_bytes(document))
    assert page.all("html") == [{"lang": "fr-FR"}]
    assert [words for tag, words in page.words if tag == "title"] == ["Procès-verbal – Jury du hackathon"]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert all(each.get("scope") in ("row", "col") for each in page.all("th"))
    tables = len(page.all("table"))
    assert tables > 8
    assert len(page.all("th")) > tables
    figures = page.all("figure")
    assert len(figures) == len(page.all("details")) == 2
    assert all(each["role"] == "img" and each["aria-label"] for each in figures)


def test_page_needs_nothing_else(document: blocks.Document) -> None:
    """No script, no address, no file: what is sent is all there is."""
    content = html_bytes(document).decode()
    page = Page(content.encode())
    for tag in ("link", "img", "iframe", "object"):
        assert page.all(tag) == []
    assert not any(name in attributes for _, attributes in page.found for name in ("src", "href", "onload", "onclick"))
    assert "url(" not in content


def test_provisional_twins_say_so(report: StageReport, made_at: datetime) -> None:
    """The word stands first on the page and at the head of each page of the text file."""
    draft = replace(report, rules_version=replace(report.rules_version, frozen_at=""))
    document = minutes_document(draft, language="fr", made_at=made_at)
    page = Page(html_bytes(document))
    assert page.words[[tag for tag, _ in page.words].index("p")][1] == "PROVISOIRE"
    written = docx.Document(BytesIO(docx_bytes(document)))
    assert written.sections[0].header.paragraphs[0].text == "PROVISOIRE"


def paragraphs(written: Any) -> list[str]:
    """Every paragraph of a text file in reading order, those of tables included."""
    return [
        "".join(node.text or "" if node.tag == qn("w:t") else "\n" for node in each.iter(qn("w:t"), qn("w:br")))
        for each in written.element.body.iter(qn("w:p"))
    ]


def test_text_file_says_the_same_in_the_same_order(document: blocks.Document) -> None:
    """Every word of the blocks."""
    told = [line for words in paragraphs(docx.Document(BytesIO(docx_bytes(document)))) for line in words.split("\n")]
    wanted = [words.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd") for words in words_of(document)]
    assert in_order(wanted, told)


def test_text_file_has_structure(document: blocks.Document) -> None:
    """Headings as headings, heads of tables that return, pictures with words, language and title."""
    written = docx.Document(BytesIO(docx_bytes(document)))
    styles = [each.style.name for each in written.paragraphs if each.style]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") > 8
    heads = list(written.element.body.iter(qn("w:tblHeader")))
    assert len(heads) == sum(isinstance(each, blocks.Table) for each in blocks.flat(document.blocks))
    described = [each.get("descr") for each in written.element.body.iter(qn("wp:docPr"))]
    assert len(described) == 2
    assert all(described)
    assert written.core_properties.title == "Procès-verbal – Jury du hackathon"
    assert written.core_properties.language == "fr-FR"
    language = written.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert language is not None
    assert language.get(qn("w:val")) == "fr-FR"


def test_signature_is_not_parted_from_what_is_signed(document: blocks.Document) -> None:
    """Name and rows keep with what follows them, but for the last row, so that no page ends within them."""
    written = docx.Document(BytesIO(docx_bytes(document)))
    owners = {
        each.whose
        for block in blocks.flat(document.blocks)
        if isinstance(block, blocks.Signatures)
        for each in block.blocks
    }
    content = list(written.iter_inner_content())
    found = [at for at, each in enumerate(content) if isinstance(each, DocxParagraph) and each.text in owners]
    assert len(found) == len(owners) > 1
    for at in found:
        owner, grid = content[at], content[at + 1]
        assert isinstance(owner, DocxParagraph)
        assert isinstance(grid, DocxTable)
        keeps = [[cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] for row in grid.rows]
        assert owner.paragraph_format.keep_with_next
        assert all(all(row) for row in keeps[:-1])
        assert not any(keeps[-1])


def test_text_file_is_well_formed_where_it_was_completed(document: blocks.Document) -> None:
    """What python-docx has no name for stands in the order that the format wants."""
    written = docx.Document(BytesIO(docx_bytes(document)))
    footer = written.sections[0].footer.paragraphs[0]
    fields = [each.get(qn("w:instr")) for each in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    for properties in written.element.body.iter(qn("w:tblPr")):
        places = [order.index(each.tag.rpartition("}")[2]) for each in properties]
        assert places == sorted(places)


@pytest.mark.parametrize("write", [write_minutes_html, write_minutes_docx])
def test_equal_reports_give_equal_bytes(
    report: StageReport, made_at: datetime, tmp_path: Path, write: Callable[..., None]
) -> None:
    """Nothing of the clock or of chance enters."""
    first, second = tmp_path / "first", tmp_path / "second"
    for target in (first, second):
        write(report, target, language="en", made_at=made_at)
    assert first.read_bytes() == second.read_bytes()
