"""The places there would be under other methods, each candidacy a line; who changes side of the cut stands out."""

from collections.abc import Mapping

from jury_desk.domain.what_if import Outcome, WhatIf
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.pad import PRINT, Pad, width_of
from jury_desk.exports.pictures.picture import WIDTH, Picture
from jury_desk.services.ports import PictureColours

_ROW, _HEAD = 15.0, 34.0
_TITLES = 0.24
_HEAD_SIZE = 6.5


def slope_picture(
    official: Outcome,
    others: Mapping[str, WhatIf],
    titles: Mapping[str, str],
    say: Phrases,
    *,
    width: float = WIDTH,
    colours: PictureColours = PRINT,
) -> Picture:
    """A bump chart.

    Args:
        official: the places of the rules' own method.
        others: by the name of a method, what would be.
        titles: of the candidacies.
        say: the words.
        width: of the picture, in points.
        colours: of print, or of the window.
    """
    ways = {say("pictures.slope.official"): official, **{name: each.outcome for name, each in others.items()}}
    rows = max((place for each in ways.values() for place in each.places.values()), default=0)
    pad = Pad(width, _HEAD + _ROW * rows + 4, colours)
    left, right = width * _TITLES, width - 30
    across = [left + (right - left) * number / max(1, len(ways) - 1) for number in range(len(ways))]
    for x, name in zip(across, ways, strict=True):
        _draw_head(pad, x, name, room=(right - left) / max(1, len(ways) - 1) - 4)
    crossing = {move.candidacy for each in others.values() for move in each.crossings}
    for candidacy in official.places:
        stood = zip(across, (each.places.get(candidacy) for each in ways.values()), strict=True)
        places = {x: place for x, place in stood if place is not None}
        _draw_candidacy(pad, titles[candidacy], places, stands_out=candidacy in crossing)
    _draw_cut(pad, official, left=left, right=right)
    return Picture(pad.drawing, _alternative(others, titles, say), _data(ways, titles, say))


def _draw_head(pad: Pad, x: float, name: str, *, room: float) -> None:
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size=_HEAD_SIZE) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    for number, line in enumerate(lines[-4:]):
        y = _HEAD - 8 - (len(lines[-4:]) - 1 - number) * (_HEAD_SIZE + 1)
        pad.text(x, y, line, size=_HEAD_SIZE, colour=pad.colours.muted, anchor="middle", room=room)


def _draw_candidacy(pad: Pad, title: str, places: Mapping[float, int], *, stands_out: bool) -> None:
    """The places by where their method stands, the official one first."""
    colours = pad.colours
    colour = colours.second if stands_out else colours.muted
    points = [(x, _level(place)) for x, place in places.items()]
    pad.path(points, colour=colour, width=1.8 if stands_out else 0.7)
    for (x, y), place in zip(points, places.values(), strict=True):
        pad.dot(x, y, 5.2, fill=colours.paper, stroke=colour)
        pad.text(x, y + 2.3, str(place), size=6.5, bold=stands_out, anchor="middle")
    left, y = points[0]
    pad.text(left - 12, y + 2.8, title, size=8, bold=stands_out, anchor="end", room=left - 14)


def _level(place: int) -> float:
    return _HEAD + _ROW * (place - 1) + 5


def _draw_cut(pad: Pad, official: Outcome, *, left: float, right: float) -> None:
    inside = sum(side == "in" for side in official.sides.values())
    if 0 < inside < len(official.places):
        y = _HEAD + _ROW * inside - 2.5
        pad.line((left - 10, y), (right + 10, y), colour=pad.colours.muted, width=0.8, dashed=True)


def _alternative(others: Mapping[str, WhatIf], titles: Mapping[str, str], say: Phrases) -> str:
    crossed: dict[str, list[str]] = {}
    for name, each in others.items():
        for move in each.crossings:
            crossed.setdefault(titles[move.candidacy], []).append(name)
    words = say("pictures.slope.alternative", count=len(others))
    if not crossed:
        return f"{words} {say('pictures.slope.nobody')}"
    told = [say("pictures.slope.crosses", title=title, methods=say.list(names)) for title, names in crossed.items()]
    return f"{words} {' '.join(told)}"


def _data(ways: Mapping[str, Outcome], titles: Mapping[str, str], say: Phrases) -> Table:
    first = next(iter(ways.values()))
    columns = [
        Column(say("minutes.ranking.candidacy"), 40, strong=True),
        *(Column(name, 14, number=True) for name in ways),
    ]
    nothing = say("common.nothing")
    rows = [
        [titles[candidacy], *(str(each.places.get(candidacy, nothing)) for each in ways.values())]
        for candidacy in first.places
    ]
    return table(columns, rows)
