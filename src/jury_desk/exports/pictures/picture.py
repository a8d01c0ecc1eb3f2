"""What a picture is: a drawing, the words that stand for it, and the table of what it shows."""

import re
from dataclasses import dataclass

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing

from jury_desk.exports.blocks import Table
from jury_desk.exports.faces import FAMILIES
from jury_desk.services.ports import ScreenPicture

_NAMELESS = re.compile(r"\s*<(title|desc)>\.\.\.</\1>")

WIDTH = 470.0
"""Points: as wide as a line of print."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be looked at, listened to and read as figures.

    Attributes:
        alternative: what it shows, in a sentence or two.
        data: the figures it was drawn from.
    """

    drawing: Drawing
    alternative: str
    data: Table

    @property
    def svg(self) -> str:
        """The drawing for a screen."""
        # useClip: by default a clipping path is written that Qt paints, black over everything.
        drawn: str = renderSVG.drawToString(self.drawing, useClip=True, fontHacks=FAMILIES)
        # A title and a description that are three dots each would be shown and read aloud.
        return _NAMELESS.sub("", drawn)

    @property
    def for_screen(self) -> ScreenPicture:
        """All of it as the window takes it."""
        return ScreenPicture(
            svg=self.svg,
            alternative=self.alternative,
            head=tuple(column.head for column in self.data.columns),
            figures=tuple(column.number for column in self.data.columns),
            rows=tuple(tuple(cell.words for cell in row) for row in self.data.rows),
        )
