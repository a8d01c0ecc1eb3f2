"""A drawing written from its top, as a page is, in the faces and colours of the documents or of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from jury_desk.exports.bidi import has_right_to_left, joined
from jury_desk.exports.faces import BOLD, FALLBACK, REGULAR, THIN_RUN, printable, register_faces, runs
from jury_desk.exports.typography import NBSP, THIN
from jury_desk.services.minutes_figures import REPLACEMENT
from jury_desk.services.ports import PictureColours

PRINT = PictureColours(
    ink="#1B2430",
    muted="#566275",
    line="#C9CED6",
    accent="#1F5FA8",
    on_accent="#FFFFFF",
    ground="#E6EEF8",
    second="#8A5A00",
    paper="#FFFFFF",
)
"""On white paper."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class _Part:
    face: str
    words: str
    width: float


class Pad:
    """A drawing of a given size; ``y`` runs downwards from its upper edge.

    Args:
        colours: of print, or of the scheme of the window.
    """

    def __init__(self, width: float, height: float, colours: PictureColours = PRINT) -> None:
        register_faces()
        # Without it, reportlab would begin each drawing in Helvetica, which no document embeds.
        self.drawing = Drawing(width, height, initialFontName=REGULAR)
        self.colours = colours

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 8,
        bold: bool = False,
        colour: str = "",
        anchor: str = "start",
        room: float = 0,
    ) -> None:
        """Write on the base line ``y``, the ``anchor`` (start, middle, end) at ``x``; cut where there is no room."""
        parts = _parts(fitted(words, room, size=size, bold=bold) if room else words, size, bold=bold)
        whole = sum(part.width for part in parts)
        left = x - {"start": 0.0, "middle": whole / 2, "end": whole}[anchor]
        for part in parts:
            string = String(left, self.drawing.height - y, part.words, fontName=part.face, fontSize=size)
            string.fillColor = HexColor(colour or self.colours.ink)
            self.drawing.add(string)
            left += part.width

    def box(self, x: float, y: float, width: float, height: float, *, fill: str = "", stroke: str = "") -> None:
        """A rectangle, its upper left corner at ``x`` and ``y``."""
        shape = Rect(x, self.drawing.height - y - height, width, height)
        self._dress(shape, fill, stroke)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        colour: str = "",
        width: float = 0.5,
        dashed: bool = False,
        dashes: Sequence[float] = (),
    ) -> None:
        """A straight line; ``dashes``: other lengths of stroke and gap than the usual ones."""
        shape = Line(*self._turned(start), *self._turned(end))
        shape.strokeColor, shape.strokeWidth = HexColor(colour or self.colours.line), width
        if dashed or dashes:
            shape.strokeDashArray = list(dashes) or [3, 2]
        self.drawing.add(shape)

    def path(self, points: Sequence[tuple[float, float]], *, colour: str = "", width: float = 1) -> None:
        """Straight lines from point to point: as one shape, Qt would fill it."""
        for start, end in pairwise(points):
            self.line(start, end, colour=colour, width=width)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str = "",
        stroke: str = "",
        width: float = 1.2,
        dashed: bool = False,
        dashes: Sequence[float] = (),
    ) -> None:
        """A closed shape through points; ``dashes``: other lengths of stroke and gap than the usual ones."""
        shape = Polygon([each for point in points for each in self._turned(point)])
        if dashed or dashes:
            shape.strokeDashArray = list(dashes) or [3, 2]
        self._dress(shape, fill, stroke, width=width)

    def dot(self, x: float, y: float, radius: float, *, fill: str = "", stroke: str = "") -> None:
        """A disc."""
        self._dress(Circle(x, self.drawing.height - y, radius), fill, stroke)

    def _turned(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0], self.drawing.height - point[1]

    def _dress(self, shape: Rect | Polygon | Circle, fill: str, stroke: str, width: float = 0.8) -> None:
        shape.fillColor = HexColor(fill) if fill else None
        shape.strokeColor = HexColor(stroke) if stroke else None
        shape.strokeWidth = width
        self.drawing.add(shape)


def width_of(words: str, *, size: float = 8, bold: bool = False) -> float:
    """How wide a line is."""
    return sum(part.width for part in _parts(words, size, bold=bold))


def fitted(words: str, room: float, *, size: float = 8, bold: bool = False) -> str:
    """The words, or as many of their first letters as there is room for."""
    if width_of(words, size=size, bold=bold) <= room:
        return words
    kept = len(words)
    while kept and width_of(words[:kept].rstrip() + _ELLIPSIS, size=size, bold=bold) > room:
        kept -= 1
    return words[:kept].rstrip() + _ELLIPSIS


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: ``one`` at 0, ``other`` at 1."""
    first, second = HexColor(one), HexColor(other)
    parts = (mine + (theirs - mine) * share for mine, theirs in zip(first.rgb(), second.rgb(), strict=True))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def is_dark(colour: str) -> bool:
    """Whether light letters read better on it than dark ones."""
    shade: Color = HexColor(colour)
    # Relative luminance as WCAG 2 has it; at 0.18 black and white read equally well.
    channels = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade.rgb())
    red, green, blue = channels
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18)


def _parts(words: str, size: float, *, bold: bool) -> list[_Part]:
    own = BOLD if bold else REGULAR
    line = printable(words).replace("\n", " ")
    if has_right_to_left(line):
        return [_whole(line, FALLBACK[own], size)]
    found = []
    for face, run in runs(line, own):
        shown, used = run, face
        if face == THIN_RUN:
            shown, used = NBSP * len(run), own
        elif not face:
            shown, used = REPLACEMENT * len(run), FALLBACK[own]
        found.append(_Part(used, shown, stringWidth(shown, used, size)))
    return found


def _whole(line: str, face: str, size: float) -> _Part:
    """A line with words from right to left as one run: whoever shows it has to put all of its signs in order."""
    signs = runs(line.replace(THIN, NBSP), face)
    shown = "".join(each if found == face else REPLACEMENT * len(each) for found, each in signs)
    return _Part(face, shown, stringWidth(joined(shown), face, size))
