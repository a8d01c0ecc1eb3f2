"""Finishes a PDF for years of keeping: structure tree, metadata, colour profile, attached files (PDF/A-3b, PDF/UA-1).

reportlab draws the pages with their marks; what the catalogue says of them is written here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from jury_desk import __version__, resources
from jury_desk.exports.blocks import Document
from jury_desk.exports.pdf_structure import Element, Structure
from jury_desk.services.minutes_figures import words_print
from jury_desk.services.minutes_seal import (
    APPLICATION,
    FORMAT,
    UNSEALED,
    WORDS_KEY,
    look_of,
    print_of,
    print_of_all,
    unseen_of,
)

PDF_LANGUAGE = {"fr": "fr-FR", "en": "en-GB"}

_ACCESSIBILITY_SCHEMA = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A wants every property described that it does not know itself; that of PDF/UA is one (ISO 19005-3, 6.6.2.3)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels within the PDF.

    Attributes:
        relationship: ``Source`` for what the document was made from, ``Data`` for what stands for its tables.
    """

    name: str
    media_type: str
    description: str
    relationship: str
    content: bytes


def archived(
    draft: bytes, structure: Structure, document: Document, attachments: Sequence[Attachment], *, sealed: bool
) -> bytes:
    """The finished file; equal drafts and documents give equal bytes.

    Args:
        draft: the pages as reportlab has drawn them.
        structure: what stands on them.
        document: what they say.
        attachments: the files that travel along; of a sealed document, its data first, then its workbook.
        sealed: whether the file says of itself how it was when it was made
            (:mod:`jury_desk.services.minutes_seal`).
    """
    output = BytesIO()
    with pikepdf.open(BytesIO(draft)) as pdf:
        _Tree(pdf).write(structure)
        _write_catalogue(pdf, document)
        for each in attachments:
            _attach(pdf, each, document)
        _write_metadata(pdf, document)
        if sealed:
            _seal(pdf, structure, document, attachments)
        pdf.save(
            output,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return output.getvalue()


class _Tree:
    """Writes the structure tree, and the way back to it from each marked piece of a page."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._marked: list[dict[int, Object]] = [{} for _ in self._pages]

    def write(self, structure: Structure) -> None:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._written(structure.root, root)])
        ways = Array()
        for number, (page, marked) in enumerate(zip(self._pages, self._marked, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            # reportlab writes an empty transition, which a document to be kept must not have.
            if Name.Trans in page:
                del page.Trans
            ways.append(number)
            ways.append(self._pdf.make_indirect(Array([marked[piece] for piece in sorted(marked)])))
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=ways))
        root.ParentTreeNextKey = len(self._pages)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True, UserProperties=True)

    def _written(self, element: Element, parent: Object) -> Object:
        written = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
        attributes = list(_attributes(element))
        if attributes:
            written.A = Array(attributes)
        if element.alternative:
            written.Alt = String(element.alternative)
        if element.turned:
            written.ActualText = String(element.reads)
        pieces = list(self._pieces(element, written))
        held = Array([*pieces, *(self._written(child, written) for child in element.children)])
        if len(held):
            written.K = held
        return written

    def _pieces(self, element: Element, written: Object) -> Iterator[Object]:
        for piece in element.pieces:
            page = self._pages[piece.page - 1]
            self._marked[piece.page - 1][piece.number] = written
            yield Dictionary(Type=Name.MCR, Pg=page, MCID=piece.number)
        if element.pieces:
            written.Pg = self._pages[element.pieces[0].page - 1]


def _attributes(element: Element) -> Iterator[Object]:
    if element.scope:
        yield Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.box:
        yield Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(edge, 3) for edge in element.box]))
    if element.key:
        # A user property (PDF 1.7, 14.7.5.4): for programs, never read aloud.
        says = Dictionary(N=String(WORDS_KEY), V=String(element.key))
        yield Dictionary(O=Name.UserProperties, P=Array([says]))


def _write_catalogue(pdf: Pdf, document: Document) -> None:
    profile = pdf.make_stream(resources.path("colour", "sRGB.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Lang = String(PDF_LANGUAGE[document.language])


def _attach(pdf: Pdf, attachment: Attachment, document: Document) -> None:
    # In the catalogue's /AF as well, which pikepdf sees to.
    declared = _declared(document)
    pdf.attachments[attachment.name] = pikepdf.AttachedFileSpec(
        pdf,
        attachment.content,
        filename=attachment.name,
        mime_type=attachment.media_type,
        description=attachment.description,
        creation_date=declared,
        mod_date=declared,
        relationship=Name(f"/{attachment.relationship}"),
    )


def _write_metadata(pdf: Pdf, document: Document) -> None:
    """The metadata as XMP, saying what the document information says."""
    information = pdf.docinfo
    for name in ("/Keywords", "/Trapped"):
        if name in information:
            del information[name]
    declared = f"{document.made_at:%Y-%m-%dT%H:%M:%S}+00:00"
    facts: dict[str, Any] = {
        "dc:title": document.title,
        "dc:creator": [document.author] if document.author else None,
        "dc:description": document.subject,
        "dc:language": {PDF_LANGUAGE[document.language]},
        "xmp:CreateDate": declared,
        "xmp:ModifyDate": declared,
        "xmp:CreatorTool": str(information[Name.Creator]),
        "pdf:Producer": str(information[Name.Producer]),
        "pdfaid:part": "3",
        "pdfaid:conformance": "B",
        "pdfuaid:part": "1",
    }
    # Without the editor's own name, or the metadata would hold the instant of the export.
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name, value in facts.items():
            if value:
                metadata[name] = value
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(packet.replace(b"</rdf:RDF>", _ACCESSIBILITY_SCHEMA.encode() + b"</rdf:RDF>", 1))


def _declared(document: Document) -> str:
    return f"{document.made_at:D:%Y%m%d%H%M%S}+00'00'"


def _seal(pdf: Pdf, structure: Structure, document: Document, attachments: Sequence[Attachment]) -> None:
    """Write down how the file is now; a :class:`jury_desk.services.minutes_seal.Seal`."""
    data, workbook = attachments
    drawings = [page.obj.Contents.read_bytes() for page in pdf.pages]
    streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Type") not in UNSEALED]
    facts = {
        "Format": FORMAT,
        "Version": __version__,
        "Language": document.language,
        "MadeAt": document.made_at.isoformat(),
        "Fingerprint": document.fingerprint,
        "Data": data.name,
        "Workbook": workbook.name,
        "Streams": print_of_all(each.read_bytes() for each in streams),
    }
    private = Dictionary({f"/{name}": String(words) for name, words in facts.items()})
    private.Pages = Array([String(print_of(each)) for each in drawings])
    private.Looks = Array([String(look_of(*each)) for each in zip(pdf.pages, drawings, strict=True)])
    private.Words = String(" ".join(filter(None, (words_print(each.reads) for each in structure.root.within()))))
    private.Unseen = String(unseen_of(pdf))
    private.Files = Array([String(words) for each in attachments for words in (each.name, print_of(each.content))])
    kept = Dictionary(LastModified=String(_declared(document)), Private=private)
    pdf.Root.PieceInfo = Dictionary({f"/{APPLICATION}": kept})
