"""One candidacy criterion by criterion: the jury's median beside that of all the candidacies heard."""

import math
from collections.abc import Sequence
from fractions import Fraction

from jury_desk.domain.exact import decimal_text, shared_places
from jury_desk.domain.profile import CriterionProfile
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.pad import PRINT, Pad
from jury_desk.exports.pictures.picture import Picture
from jury_desk.services.ports import PictureColours

FEWEST, MOST = 3, 8
"""Criteria of which a radar can be drawn; fewer or more stand as pairs of dots."""

_RADIUS = 74.0
_RINGS = 4
_ROW = 18.0


def radar_picture(
    profile: Sequence[CriterionProfile],
    title: str,
    say: Phrases,
    *,
    width: float = 320.0,
    colours: PictureColours = PRINT,
) -> Picture:
    """The profile of a candidacy.

    Args:
        profile: its medians, criterion by criterion.
        title: of the candidacy.
        say: the words.
        width: of the picture, in points.
        colours: of print, or of the window.
    """
    around = FEWEST <= len(profile) <= MOST
    pad = Pad(width, 2 * _RADIUS + 62 if around else _ROW * len(profile) + 24, colours)
    if around:
        _draw_radar(pad, profile)
    else:
        _draw_dots(pad, profile)
    _draw_key(pad, title, say)
    return Picture(pad.drawing, _alternative(profile, title, say), _data(profile, title, say))


def _share(value: Fraction | None, each: CriterionProfile) -> float:
    """How far on its scale, from 0 to 1, the better end outside."""
    if value is None:
        return 0.0
    scale = each.criterion.scale
    share = float((value - scale.minimum) / scale.extent)
    return 1 - share if each.criterion.lower_is_better else share


def _draw_radar(pad: Pad, profile: Sequence[CriterionProfile]) -> None:
    colours, centre = pad.colours, (pad.drawing.width / 2, _RADIUS + 20)
    directions = [2 * math.pi * number / len(profile) for number in range(len(profile))]

    def at(direction: float, share: float) -> tuple[float, float]:
        length = _RADIUS * share
        return centre[0] + length * math.sin(direction), centre[1] - length * math.cos(direction)

    for ring in range(1, _RINGS + 1):
        pad.polygon([at(direction, ring / _RINGS) for direction in directions], stroke=colours.line, width=0.5)
    for number, direction in enumerate(directions, 1):
        pad.line(centre, at(direction, 1), colour=colours.line)
        x, y = at(direction, 1.13)
        sideways = math.sin(direction)
        anchor = "middle" if abs(sideways) < 0.3 else "start" if sideways > 0 else "end"
        pad.text(x, y + 3, f"C{number}", size=8, bold=True, anchor=anchor)
    everybody = [at(direction, _share(each.all, each)) for direction, each in zip(directions, profile, strict=True)]
    own = [at(direction, _share(each.own, each)) for direction, each in zip(directions, profile, strict=True)]
    pad.polygon(everybody, stroke=colours.second, dashed=True)
    pad.polygon(own, stroke=colours.accent)
    for x, y in own:
        pad.dot(x, y, 2.4, fill=colours.accent)


def _draw_dots(pad: Pad, profile: Sequence[CriterionProfile]) -> None:
    colours, left = pad.colours, pad.drawing.width * 0.5
    room = pad.drawing.width - left - 10
    for row, each in enumerate(profile):
        y = _ROW * row + 10
        pad.text(0, y + 3, f"C{row + 1} {each.criterion.name}", size=8, room=left - 10)
        pad.line((left, y), (left + room, y), colour=colours.line)
        if each.all is not None:
            pad.dot(left + room * _share(each.all, each), y, 3.2, stroke=colours.second)
        if each.own is not None:
            pad.dot(left + room * _share(each.own, each), y, 3.2, fill=colours.accent)


def _draw_key(pad: Pad, title: str, say: Phrases) -> None:
    colours, y = pad.colours, pad.drawing.height - 6
    half = pad.drawing.width / 2
    pad.line((0, y - 2.5), (14, y - 2.5), colour=colours.accent, width=1.4)
    pad.text(18, y, title, size=7.5, room=half - 26)
    pad.line((half, y - 2.5), (half + 14, y - 2.5), colour=colours.second, width=1.4, dashed=True)
    pad.text(half + 18, y, say("pictures.radar.all"), size=7.5, room=half - 20)


def _values(profile: Sequence[CriterionProfile], say: Phrases) -> list[tuple[str, str]]:
    given = [value for each in profile for value in (each.own, each.all) if value is not None]
    places = shared_places(given)
    nothing = say("common.nothing")

    def words(value: Fraction | None) -> str:
        return nothing if value is None else say.number(decimal_text(value, places))

    return [(words(each.own), words(each.all)) for each in profile]


def _alternative(profile: Sequence[CriterionProfile], title: str, say: Phrases) -> str:
    told = [
        say("pictures.radar.criterion", name=each.criterion.name, own=own, all=everybody)
        for each, (own, everybody) in zip(profile, _values(profile, say), strict=True)
    ]
    return say("pictures.radar.alternative", title=title, criteria=say("pictures.radar.joint").join(told))


def _data(profile: Sequence[CriterionProfile], title: str, say: Phrases) -> Table:
    columns = [
        Column(say("minutes.method.code"), 8),
        Column(say("minutes.method.criterion"), 50, strong=True),
        Column(title, 20, number=True),
        Column(say("pictures.radar.all"), 22, number=True),
    ]
    rows = [
        [f"C{number}", each.criterion.name, own, everybody]
        for number, (each, (own, everybody)) in enumerate(zip(profile, _values(profile, say), strict=True), 1)
    ]
    return table(columns, rows)
