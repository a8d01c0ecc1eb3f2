"""The embedded faces: which of them has a character, and how a text is cut into runs that each have one.

Whether a face has a character is read from the face itself. What none has is printed as a replacement sign, never left
out.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jury_desk import resources
from jury_desk.exports.bidi import is_form, letters
from jury_desk.exports.typography import NBSP, THIN
from jury_desk.services.minutes_figures import REPLACEMENT

REGULAR, BOLD, ITALIC = "Lato-Regular", "Lato-Bold", "Lato-Italic"
FALLBACK = {REGULAR: "DejaVuSans", ITALIC: "DejaVuSans", BOLD: "DejaVuSans-Bold"}

FAMILIES = {
    REGULAR: {"family": "Lato"},
    BOLD: {"family": "Lato", "weight": "bold"},
    ITALIC: {"family": "Lato", "style": "italic"},
    "DejaVuSans": {"family": "DejaVu Sans"},
    "DejaVuSans-Bold": {"family": "DejaVu Sans", "weight": "bold"},
}
"""What each face is called where fonts go by family, as in SVG."""

STAND_INS = {THIN: "\ue02f", NBSP: "\ue0a0"}
"""Stand for blanks within reportlab, which breaks lines at U+202F and writes U+00A0 as a plain space."""

THIN_RUN = "thin"
"""In place of a face: a run of narrow no-break spaces."""


class _Face(TTFont):  # type: ignore[misc] # reportlab ships no types
    """A TrueType face all of whose characters can be copied, searched and read aloud as they were typed.

    reportlab writes code points beyond U+FFFF, emoji among them, as they are into the map from glyphs to characters,
    where PDF wants UTF-16; the stand-in of a blank and the joined form of a letter are to be copied as what they stand
    for.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        for table in (self.face.charToGlyph, self.face.charWidths):
            table |= {ord(stand_in): table[ord(NBSP)] for stand_in in STAND_INS.values()}

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        subsets = list(self.state[doc].subsets) if doc in self.state else []
        super().addObjects(doc)
        characters = {code: chr(code) for subset in subsets for code in subset if code > 0xFFFF}
        # Two letters in one form from right to left, as everything around them is drawn: readers turn it all back.
        characters |= {code: letters(chr(code))[::-1] for subset in subsets for code in subset if is_form(chr(code))}
        characters |= {ord(stand_in): blank for blank, stand_in in STAND_INS.items()}
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and self.face.name.decode() in name:
                for code, character in characters.items():
                    units = character.encode("utf-16-be").hex().upper()
                    stream.content = stream.content.replace(f"<{code:04X}>", f"<{units}>")


@cache
def register_faces() -> None:
    """Make the embedded faces known to reportlab; once in a run."""
    for name in (*FALLBACK, *FALLBACK.values()):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(_Face(name, str(resources.path("fonts", f"{name}.ttf"))))


def printable(words: str) -> str:
    """Composed characters, line breaks as one; what cannot be printed, control characters first, is told as such."""
    composed = unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(character if _can_be_told(character) else REPLACEMENT for character in composed).strip("\n")


def _can_be_told(character: str) -> bool:
    """No control character, half of a pair or code that Unicode keeps for itself: XML has none of them."""
    reserved = ord(character) & 0xFFFE == 0xFFFE
    return character == "\n" or not (reserved or unicodedata.category(character) in ("Cc", "Cs"))


def runs(words: str, face: str) -> Iterator[tuple[str, str]]:
    """The words cut where the face changes, each with ``face``, its fallback, :data:`THIN_RUN` or an empty name."""
    for found, characters in groupby(words, lambda character: _face_of(character, face)):
        yield found, "".join(characters)


def printed_runs(words: str, face: str) -> Iterator[tuple[str, str, float]]:
    """The runs as reportlab is to draw them: the name of a face, characters, and the share of the size."""
    for found, run in runs(words, face):
        if found == face:
            yield face, run.replace(NBSP, STAND_INS[NBSP]), 1
        elif found == THIN_RUN:
            # Lato's own U+202F is wider than its space.
            yield face, STAND_INS[THIN] * len(run), 0.7
        elif found:
            yield found, run, 1
        else:
            yield FALLBACK[face], REPLACEMENT * len(run), 1


def typed(drawn: str) -> str:
    """What characters drawn by reportlab stand for; the reverse of :func:`printed_runs`."""
    for blank, stand_in in STAND_INS.items():
        drawn = drawn.replace(stand_in, blank)
    return drawn


@cache
def _face_of(character: str, face: str) -> str:
    if character == THIN:
        return THIN_RUN
    if character in STAND_INS.values():
        return ""
    register_faces()
    for name in (face, FALLBACK.get(face, face)):
        if ord(character) in pdfmetrics.getFont(name).face.charToGlyph:
            return name
    return ""
