"""The child process that takes minutes apart: what the PDF says of itself, what is attached, the words on its pages.

It writes plain values to standard output as JSON; what they are worth is judged by
:mod:`jury_desk.services.verification`. As with spreadsheets, parsers of other people meet bytes of other people here
and nowhere else.
"""

import ctypes
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from openpyxl import load_workbook
from pikepdf import Dictionary, Name, Object, Pdf

from jury_desk.importers.raw_table import HEADER_DEPTH, MAX_COLUMNS, MAX_ROWS, RefusedSheet
from jury_desk.importers.sheet_worker import MAX_FILE, limit_resources
from jury_desk.importers.workbooks import checked_entries
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

MAX_PAGES = 2_000
MAX_ELEMENTS = 500_000
MAX_ATTACHED = 20 << 20
MAX_SHEETS = 50

_Marks = dict[tuple[int, int], str]
"""The words of each marked piece, by page, counted from 0, and number."""


class Refused(Exception):
    """A file that is not taken apart; ``reason`` is a key of the phrases."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def take_apart(content: bytes) -> dict[str, Any]:
    """What minutes hold, as plain values.

    Raises:
        Refused: not minutes of ours, or past a limit.
    """
    if b"%PDF-" not in content[:1024]:
        raise Refused("not_ours")
    with pikepdf.open(BytesIO(content)) as pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise Refused("too_large")
        seal = _seal(pdf)
        attached = {name: _attached(spec) for name, spec in pdf.attachments.items()}
        elements = list(_read_elements(pdf))
        drawings = [_drawing(page.obj) for page in pdf.pages]
        found = {
            "seal": seal,
            "pages": [print_of(each) for each in drawings],
            "streams": print_of_all(_decoded(pdf)),
            "files": {name: print_of(each) for name, each in attached.items()},
            "looks": [look_of(page, drawing) for page, drawing in zip(pdf.pages, drawings, strict=True)],
            "unseen": unseen_of(pdf),
            "annotated": [number for number, page in enumerate(pdf.pages, 1) if _annotated(page.obj)],
        }
    shown = _words(content)
    said = [(element, "".join(shown.get(piece, "") for piece in element.pieces)) for element in elements]
    words: dict[str, str] = {}
    for element, told in said:
        if element.key:
            words[element.key] = words.get(element.key, "") + told
    return found | {
        "words": words,
        "texts": [(element.pieces[0][0] + 1, told) for element, told in said if element.text and element.pieces],
        "data": attached.get(seal["data"], b"").decode("utf-8", errors="replace"),
        "workbook": _cells(attached.get(seal["workbook"], b"")),
    }


def _seal(pdf: Pdf) -> dict[str, Any]:
    kept = pdf.Root.get("/PieceInfo", Dictionary()).get(f"/{APPLICATION}", Dictionary())
    private = kept.get("/Private", Dictionary())
    if str(private.get("/Format", "")) != FORMAT:
        raise Refused("not_ours")
    files = [str(each) for each in private.Files.as_list()]
    return {
        "version": str(private.Version),
        "language": str(private.Language),
        "made_at": str(private.MadeAt),
        "fingerprint": str(private.Fingerprint),
        "data": str(private.Data),
        "workbook": str(private.Workbook),
        "pages": [str(each) for each in private.Pages.as_list()],
        "streams": str(private.Streams),
        "files": dict(zip(files[::2], files[1::2], strict=True)),
        "looks": [str(each) for each in private.get("/Looks", pikepdf.Array()).as_list()],
        "words": str(private.get("/Words", "")).split(),
        "unseen": str(private.get("/Unseen", "")),
    }


def _annotated(page: Object) -> bool:
    """Whether anything lies on the page but fields of signatures that show nothing of themselves."""
    return any(
        each.get("/Subtype") != Name.Widget or _inherited(each, "/FT") != Name.Sig or "/AP" in each
        for each in page.get("/Annots", pikepdf.Array()).as_list()
    )


def _inherited(field: Object, name: str) -> Any:
    return field.get(name, field.get("/Parent", Dictionary()).get(name, None))


def _attached(spec: pikepdf.AttachedFileSpec) -> bytes:
    content = spec.get_file().read_bytes()
    if len(content) > MAX_ATTACHED:
        raise Refused("too_large")
    return content


def _drawing(page: Object) -> bytes:
    contents = page.get("/Contents", None)
    if isinstance(contents, pikepdf.Stream):
        return contents.read_bytes()
    return b"\n".join(each.read_bytes() for each in contents.as_list()) if contents is not None else b""


def _decoded(pdf: Pdf) -> Iterator[bytes]:
    streams = (each for each in pdf.objects if isinstance(each, pikepdf.Stream))
    return (each.read_bytes() for each in streams if each.get("/Type") not in UNSEALED)


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of the structure: its key, if it has one, and its marked pieces; ``text``: it is no picture."""

    key: str
    pieces: list[tuple[int, int]]
    text: bool


def _read_elements(pdf: Pdf) -> Iterator[_Element]:
    """Every element of the structure, in reading order."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    waiting = [pdf.Root.get("/StructTreeRoot", Dictionary())]
    seen = 0
    while waiting:
        element = waiting.pop()
        seen += 1
        if seen > MAX_ELEMENTS:
            raise Refused("too_large")
        if not isinstance(element, Dictionary):
            continue
        held = element.get("/K", None)
        children = list(held.as_list()) if isinstance(held, pikepdf.Array) else [held]
        pieces = list(_pieces(children, element, pages))
        yield _Element(_key_of(element), pieces, Name.Figure != element.get("/S", None))
        waiting += [each for each in reversed(children) if isinstance(each, Dictionary) and "/MCID" not in each]


def _key_of(element: Object) -> str:
    given = element.get("/A", None)
    for attributes in given.as_list() if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(attributes, Dictionary) and attributes.get("/O") == Name.UserProperties:
            for each in attributes.get("/P", pikepdf.Array()).as_list():
                if str(each.get("/N", "")) == WORDS_KEY:
                    return str(each.get("/V", ""))
    return ""


def _pieces(children: list[Any], element: Object, pages: Mapping[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    for each in children:
        marked = isinstance(each, Dictionary) and "/MCID" in each
        page = each.get("/Pg", element.get("/Pg", None)) if marked else element.get("/Pg", None)
        number = each.MCID if marked else each
        if isinstance(number, int) and page is not None and page.objgen in pages:
            yield pages[page.objgen], number


def _words(content: bytes) -> _Marks:
    """What the pages show, as a reader would copy it from them."""
    found: _Marks = {}
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for each in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                piece = number, pdfium.FPDFPageObj_GetMarkedContentID(each)
                found[piece] = found.get(piece, "") + _text_of(each, text)
    return found


def _text_of(piece: Any, page: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(piece, page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(piece, page, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0")


def _cells(content: bytes) -> dict[str, list[list[str | float | None]]] | None:
    """What the sheets of the workbook show; nothing when it cannot be read."""
    try:
        checked_entries(BytesIO(content))
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        found = {}
        for worksheet in workbook.worksheets[:MAX_SHEETS]:
            # Some programs write a false size, and openpyxl would read no further.
            worksheet.reset_dimensions()
            rows = worksheet.iter_rows(max_row=MAX_ROWS + HEADER_DEPTH, max_col=MAX_COLUMNS, values_only=True)
            found[worksheet.title] = [[_plain(value) for value in row] for row in rows]
    except RefusedSheet:
        return None
    except Exception:  # noqa: BLE001 -- a parser may raise anything over a file made to break it
        return None
    return found


def _plain(value: object) -> str | float | None:
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float) or value is None else str(value)


def answer(path: Path) -> dict[str, Any]:
    """What the file holds, or the reason why it is not taken apart, as a JSON document."""
    try:
        if path.stat().st_size > MAX_FILE:
            return {"refused": "too_large"}
        return take_apart(path.read_bytes())
    except OSError:
        return {"refused": "not_readable"}
    except Refused as refusal:
        return {"refused": refusal.reason}
    except MemoryError:
        return {"refused": "too_large"}
    except Exception:  # noqa: BLE001 -- a parser may raise anything over a file made to break it
        return {"refused": "damaged"}


def main(arguments: list[str]) -> int:
    """Take apart the file that the argument names.

    Returns:
        The exit code: 0 whether it was taken apart or refused.
    """
    limit_resources()
    sys.stdout.write(json.dumps(answer(Path(arguments[0])), ensure_ascii=True))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
