"""What the PDF of minutes says of itself, so that it can be verified: written by the exports, read by the importers.

It is no signature: whoever changes a document can seal it anew. What cannot be made up is that the figures follow from
the data, that the data have the fingerprint printed on the pages that were signed by hand, and that a file holds them.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

APPLICATION = "JuryDesk"
"""Under this name the seal stands among the private data of applications (PDF 1.7, 14.5)."""

FORMAT = "jury-desk/minutes/1"

UNSEALED = frozenset({"/ObjStm", "/XRef", "/Metadata"})
"""The types of stream that say how a file is packed, and by whom: they change when it is packed anew."""

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


Cells = Mapping[str, Sequence[Sequence[str | float | None]]]
"""What a workbook shows, by sheet: its heads, then its rows."""


@dataclass(frozen=True, slots=True)
class FoundMinutes:
    """What was found in a file of minutes, and is not trusted.

    Attributes:
        seal: how it says it was.
        pages: the print of each page as it is; ``streams`` and ``files`` likewise.
        words: what the pages show, by the key of the element.
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


def print_of(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def print_of_all(contents: Iterable[bytes]) -> str:
    """The print of several contents, whatever their order."""
    return print_of("\n".join(sorted(map(print_of, contents))).encode())
