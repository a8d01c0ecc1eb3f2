"""What a picture is: a drawing, the words that stand for it, and the table of what it shows."""

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from jury_desk.exports.blocks import Table


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
