"""Two to four projects on one radar, each with a line and a mark of its own: told apart without any colour."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases, phrases_of
from jury_desk.exports.pictures.pad import PRINT, Pad
from jury_desk.exports.pictures.picture import Picture
from jury_desk.exports.pictures.radar import FEWEST, MOST
from jury_desk.services.comparing import ComparedLine, Comparison
from jury_desk.services.ports import PictureColours, ScreenPicture

WIDTH = 270.0
_RADIUS, _HEAD = 90.0, 18.0
_RINGS = 4
_ROW, _KEY_ROW = 18.0, 15.0
_NAMES = 0.42


@dataclass(frozen=True, slots=True)
class _Look:
    """How the line of a project is drawn."""

    colour: str
    dashes: tuple[float, ...]
    mark: str


def comparison_picture(
    found: Comparison, say: Phrases, *, width: float = WIDTH, colours: PictureColours = PRINT
) -> Picture:
    """The projects of a comparison on one radar; with few criteria, or many, as marks on one line per criterion.

    Args:
        found: the comparison.
        say: the words.
        width: of the picture, in points.
        colours: of print, or of the window.
    """
    lines = {
        f"C{number}": line
        for number, line in enumerate(found.criteria, 1)
        if any(figure.share is not None for figure in line.figures)
    }
    around = FEWEST <= len(lines) <= MOST
    key = _KEY_ROW * len(found.projects)
    pad = Pad(width, (2 * (_RADIUS + _HEAD) if around else _ROW * len(lines) + 12) + key + 4, colours)
    looks = _looks(colours)[: len(found.projects)]
    if around:
        _draw_radar(pad, lines, looks)
    else:
        _draw_dots(pad, lines, looks)
    for number, (project, look) in enumerate(zip(found.projects, looks, strict=True)):
        y = float(pad.drawing.height) - key + _KEY_ROW * number + 9
        pad.line((0, y - 3), (26, y - 3), colour=look.colour, width=1.6, dashes=look.dashes)
        _draw_mark(pad, 13, y - 3, look)
        pad.text(34, y, project.title, size=8.5, room=width - 34)
    return Picture(pad.drawing, _alternative(found, say), _data(found, say))


def screen_comparison(found: Comparison, language: str, colours: PictureColours) -> ScreenPicture:
    """The picture for the window."""
    return comparison_picture(found, phrases_of(language), colours=colours).for_screen


def _looks(colours: PictureColours) -> tuple[_Look, ...]:
    return (
        _Look(colours.accent, (), "disc"),
        _Look(colours.second, (5, 2.5), "square"),
        _Look(colours.ink, (1.5, 2), "triangle"),
        _Look(colours.muted, (6, 2, 1.5, 2), "diamond"),
    )


def _draw_radar(pad: Pad, lines: Mapping[str, ComparedLine], looks: Sequence[_Look]) -> None:
    colours, centre = pad.colours, (pad.drawing.width / 2, _RADIUS + _HEAD)
    directions = [2 * math.pi * number / len(lines) for number in range(len(lines))]

    def at(direction: float, share: float) -> tuple[float, float]:
        length = _RADIUS * share
        return centre[0] + length * math.sin(direction), centre[1] - length * math.cos(direction)

    for ring in range(1, _RINGS + 1):
        pad.polygon([at(direction, ring / _RINGS) for direction in directions], stroke=colours.line, width=0.5)
    for code, direction in zip(lines, directions, strict=True):
        pad.line(centre, at(direction, 1), colour=colours.line)
        x, y = at(direction, 1.1)
        sideways = math.sin(direction)
        anchor = "middle" if abs(sideways) < 0.3 else "start" if sideways > 0 else "end"
        pad.text(x, y + 3, code, size=8.5, bold=True, anchor=anchor)
    for column, look in enumerate(looks):
        ends = [at(direction, _share(line, column)) for direction, line in zip(directions, lines.values(), strict=True)]
        pad.polygon(ends, stroke=look.colour, width=1.6, dashes=look.dashes)
        for x, y in ends:
            _draw_mark(pad, x, y, look)


def _draw_dots(pad: Pad, lines: Mapping[str, ComparedLine], looks: Sequence[_Look]) -> None:
    left = pad.drawing.width * _NAMES
    room = pad.drawing.width - left - 10
    for row, (code, line) in enumerate(lines.items()):
        y = _ROW * row + 10
        name = line.criterion.name if line.criterion else ""
        pad.text(0, y + 3, f"{code} {name}", size=8, room=left - 10)
        pad.line((left, y), (left + room, y), colour=pad.colours.line)
        for column, look in enumerate(looks):
            if line.figures[column].share is not None:
                _draw_mark(pad, left + room * _share(line, column), y, look)


def _share(line: ComparedLine, column: int) -> float:
    share = line.figures[column].share
    return 0.0 if share is None else min(1.0, max(0.0, float(share)))


def _draw_mark(pad: Pad, x: float, y: float, look: _Look) -> None:
    match look.mark:
        case "disc":
            pad.dot(x, y, 3, fill=look.colour)
        case "square":
            pad.box(x - 2.8, y - 2.8, 5.6, 5.6, fill=look.colour)
        case "triangle":
            pad.polygon([(x, y - 3.6), (x + 3.4, y + 2.6), (x - 3.4, y + 2.6)], fill=look.colour)
        case _:
            pad.polygon([(x, y - 3.9), (x + 3.9, y), (x, y + 3.9), (x - 3.9, y)], fill=look.colour)


def _alternative(found: Comparison, say: Phrases) -> str:
    titles = [project.title for project in found.projects]
    nothing = say("common.nothing")
    told = []
    for line in found.criteria:
        figures = [
            say("pictures.comparison.figure", title=title, value=say.number(figure.text) if figure.text else nothing)
            for title, figure in zip(titles, line.figures, strict=True)
        ]
        name = line.criterion.name if line.criterion else ""
        told.append(say("pictures.comparison.criterion", name=name, figures=", ".join(figures)))
    criteria = say("pictures.comparison.joint").join(told)
    return say("pictures.comparison.alternative", projects=say.list(titles), criteria=criteria)


def _data(found: Comparison, say: Phrases) -> Table:
    columns = [
        Column(say("minutes.method.code"), 8),
        Column(say("minutes.method.criterion"), 40, strong=True),
        *(Column(project.title, 20, number=True) for project in found.projects),
    ]
    nothing = say("common.nothing")
    rows = [
        [
            f"C{number}",
            line.criterion.name if line.criterion else "",
            *(say.number(figure.text) if figure.text else nothing for figure in line.figures),
        ]
        for number, line in enumerate(found.criteria, 1)
    ]
    return table(columns, rows)
