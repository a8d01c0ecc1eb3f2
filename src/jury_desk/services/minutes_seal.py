"""What the PDF of minutes says of itself, so that it can be verified: written by the exports, read by the importers.

It is no signature: whoever changes a document can seal it anew. What cannot be made up is that the figures follow from
the data, that the data have the fingerprint printed on the pages that were signed by hand, and that a file holds them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

APPLICATION = "JuryDesk"
"""Under this name the seal stands among the private data of applications (PDF 1.7, 14.5)."""

FORMAT = "jury-desk/minutes/1"

UNSEALED = frozenset({"/ObjStm", "/XRef", "/Metadata"})
"""The types of stream that say how a file is packed, and by whom: they change when it is packed anew."""

_MOST_BOOKMARKS, _MOST_ELEMENTS = 10_000, 500_000
"""As many as are looked at in a file that somebody may have made to be endless."""

WORDS_KEY = "key"
"""The user property of an element of the structure that says what its words are."""


@dataclass(frozen=True, slots=True)
class Seal:
    """How the file was when it was made.

    Attributes:
        version: of the program.
        made_at: the declared instant, ISO 8601.
        fingerprint: of the data.
        data: the name of the attached data.
        workbook: the name of the attached workbook.
        pages: the print of each page's drawing instructions.
        streams: the print of everything the file shows or holds: pages, faces, pictures, attached files.
        files: the print of each attached file, by name.
        looks: how each page is framed and dressed (:func:`look_of`); none in documents of a first trial.
        words: a print for each piece of text, in reading order; likewise.
        unseen: the print of what a reader meets beside the pages (:func:`unseen_of`); none in earlier documents.
    """

    version: str
    language: str
    made_at: str
    fingerprint: str
    data: str
    workbook: str
    pages: tuple[str, ...]
    streams: str
    files: Mapping[str, str]
    looks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unseen: str = ""


Cells = Mapping[str, Sequence[Sequence[str | float | None]]]
"""What a workbook shows, by sheet: its heads, then its rows."""


@dataclass(frozen=True, slots=True)
class FoundMinutes:
    """What was found in a file of minutes, and is not trusted.

    Attributes:
        seal: how it says it was.
        pages: the print of each page as it is; ``streams`` and ``files`` likewise.
        words: what the pages show, by the key of the element.
        texts: every piece of text in reading order: its page, counted from 1, and its words.
        looks: how each page is framed and dressed.
        unseen: what a reader meets beside the pages.
        annotated: pages on which something was put that is no part of them.
        data: the attached data, as bytes; empty where there are none.
        workbook: what the attached workbook shows; ``None`` where it cannot be read.
    """

    seal: Seal
    pages: tuple[str, ...]
    streams: str
    files: Mapping[str, str]
    words: Mapping[str, str]
    data: bytes
    workbook: Cells | None
    texts: tuple[tuple[int, str], ...] = ()
    looks: tuple[str, ...] = ()
    annotated: tuple[int, ...] = ()
    unseen: str = ""


def look_of(page: Any, drawing: bytes) -> str:
    """The print of how a page is framed and dressed: its size, what is cut off, its turn, its faces and pictures.

    Args:
        page: a page of pikepdf, which this layer does not load.
        drawing: its instructions. What they do not name may be tidied away by whoever saves the file anew.
    """
    resources = page.resources
    fonts, pictures = (
        {str(name): each for name, each in resources.get(kind, {}).items() if f"{name} ".encode() in drawing}
        for kind in ("/Font", "/XObject")
    )
    dress = [(name, [print_of(each) for each in _font_files(font)]) for name, font in fonts.items()]
    dress += [(name, [print_of(each.read_bytes())]) for name, each in pictures.items()]
    boxes = [[round(float(edge), 3) for edge in box] for box in (page.mediabox, page.cropbox)]
    return print_of(json.dumps([boxes, _turn(page.obj), sorted(dress)]).encode())


def _font_files(font: Any) -> Iterator[bytes]:
    file = font.get("/FontDescriptor", {}).get("/FontFile2", None)
    for each in (file, font.get("/ToUnicode", None)):
        if each is not None:
            yield each.read_bytes()


def _turn(page: Any) -> int:
    """By how much it is turned; pages have it from the branch of the tree that they hang on."""
    while page is not None:
        if "/Rotate" in page:
            return int(page["/Rotate"]) % 360
        page = page.get("/Parent", None)
    return 0


def unseen_of(pdf: Any) -> str:
    """The print of what a reader meets beside the pages: what a screen reader says instead, title, bookmarks, acts.

    Args:
        pdf: a document of pikepdf, which this layer does not load.
    """
    root = pdf.Root
    acts = [name for name in ("/OpenAction", "/AA") if name in root]
    acts += ["/JavaScript"] if "/JavaScript" in root.get("/Names", {}) else []
    pages = [[name for name in ("/AA", "/UserUnit") if name in page.obj] for page in pdf.pages]
    title, language = str(pdf.docinfo.get("/Title", "")), str(root.get("/Lang", ""))
    said = [title, language, acts, pages, list(_bookmarks(root)), list(_instead(root))]
    return print_of(json.dumps(said).encode())


def _bookmarks(root: Any) -> Iterator[str]:
    waiting, seen = [root.get("/Outlines", {}).get("/First", None)], 0
    while waiting and seen < _MOST_BOOKMARKS:
        found = waiting.pop()
        if found is not None:
            seen += 1
            yield str(found.get("/Title", ""))
            waiting += [found.get("/Next", None), found.get("/First", None)]


def _instead(root: Any) -> Iterator[list[str]]:
    """What elements of the structure say instead of what they show, in reading order, each with its place."""
    waiting, seen = [root.get("/StructTreeRoot", None)], 0
    while waiting and seen < _MOST_ELEMENTS:
        held = waiting.pop()
        if parts := _parts(held, "as_list"):
            waiting += reversed(list(parts))
            continue
        element = _parts(held, "as_dict")
        if not element:
            continue
        seen += 1
        said = [f"{name} {held[name]}" for name in ("/Alt", "/ActualText", "/E", "/Lang", "/T") if name in held]
        if said:
            yield [str(seen), *said]
        waiting.append(held.get("/K", None))


def _parts(held: Any, kind: str) -> Any:
    """What an object of a PDF holds, as a list or by name; nothing when it is of another kind."""
    try:
        return getattr(held, kind)()
    except (AttributeError, TypeError):
        return None


def print_of(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def print_of_all(contents: Iterable[bytes]) -> str:
    """The print of several contents, whatever their order."""
    return print_of("\n".join(sorted(map(print_of, contents))).encode())
