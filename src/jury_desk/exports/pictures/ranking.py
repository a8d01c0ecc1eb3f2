"""The ranking as bars, with the line of the places drawn through it."""

from collections.abc import Mapping
from fractions import Fraction

from jury_desk.domain.minutes import StageReport
from jury_desk.domain.rules import ResultForm
from jury_desk.domain.standings import SelectionStatus, Standing, Status
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.pad import PRINT, Pad
from jury_desk.exports.pictures.picture import WIDTH, Picture
from jury_desk.services.ports import PictureColours

_ROW, _BAR = 17.0, 9.0
_PLACE, _VALUE = 22.0, 40.0
_TITLES = 0.32
"""The share of the width that titles may take."""


def ranking_picture(
    report: StageReport,
    say: Phrases,
    *,
    width: float = WIDTH,
    colours: PictureColours = PRINT,
    intervals: Mapping[str, tuple[Fraction, Fraction]] | None = None,
) -> Picture:
    """One bar per candidacy that has a result, in rank order.

    Args:
        report: whose ranking.
        say: the words.
        width: of the picture, in points.
        colours: of print, or of the window.
        intervals: by candidacy, the ends between which its result lies when one juror is left out.
    """
    shown = [each for each in report.standings.standings if each.exact is not None]
    pad = Pad(width, _ROW * len(shown) + 6, colours)
    whole = _whole(report, shown)
    for row, standing in enumerate(shown):
        _draw_row(pad, report, say, standing, row=row, whole=whole, interval=(intervals or {}).get(standing.candidacy))
    places = _line_after(report, shown)
    if places:
        y = _ROW * places + 1
        pad.line((0, y), (width, y), colour=colours.muted, width=0.8, dashed=True)
        words = say("pictures.ranking.line", count=places)
        pad.text(width - _VALUE, y - 1.8, words, size=6.5, colour=colours.muted, anchor="end")
    return Picture(pad.drawing, _alternative(report, say, shown, places), _data(report, say, shown))


def _whole(report: StageReport, shown: list[Standing]) -> Fraction:
    """What the longest possible bar stands for."""
    aggregation = report.rules.aggregation
    largest = max((each.exact or Fraction(0) for each in shown), default=Fraction(0))
    full = aggregation.out_of if aggregation.result is ResultForm.OUT_OF else largest
    return max(full, largest) or Fraction(1)


def _draw_row(
    pad: Pad,
    report: StageReport,
    say: Phrases,
    standing: Standing,
    *,
    row: int,
    whole: Fraction,
    interval: tuple[Fraction, Fraction] | None,
) -> None:
    colours, top = pad.colours, _ROW * row + 3
    left = _PLACE + pad.drawing.width * _TITLES
    unit = (pad.drawing.width - left - _VALUE - 8) / float(whole)
    selected = standing.selection is SelectionStatus.SELECTED
    base = top + _BAR - 1.5
    place = say.ordinal(standing.place) if standing.place else say("common.nothing")
    pad.text(_PLACE - 6, base, place, size=8, colour=colours.muted, anchor="end")
    title = report.candidacy(standing.candidacy).title
    pad.text(_PLACE, base, title, size=8, bold=selected, room=pad.drawing.width * _TITLES - 8)
    length = max(0.0, float(standing.exact or 0)) * unit
    fill, stroke = _look(standing, colours)
    pad.box(left, top, max(length, 0.5), _BAR, fill=fill, stroke=stroke)
    if interval:
        _draw_interval(pad, [left + float(end) * unit for end in interval], top + _BAR / 2)
    pad.text(pad.drawing.width - 1, base, say.number(standing.result), size=8, bold=selected, anchor="end", room=_VALUE)


def _look(standing: Standing, colours: PictureColours) -> tuple[str, str]:
    """Filled: selected; tinted with an edge: in reserve; an edge alone: eliminated; grey: the others."""
    if standing.status is not Status.RANKED:
        return "", colours.line
    if standing.selection in (SelectionStatus.SELECTED, None):
        return colours.accent, ""
    if standing.selection is SelectionStatus.RESERVE:
        return colours.ground, colours.accent
    return colours.line, ""


def _draw_interval(pad: Pad, ends: list[float], y: float) -> None:
    colours = pad.colours
    pad.line((ends[0], y), (ends[1], y), colour=colours.ink, width=0.9)
    for end in ends:
        pad.line((end, y - 2.5), (end, y + 2.5), colour=colours.ink, width=0.9)


def _line_after(report: StageReport, shown: list[Standing]) -> int:
    """After how many rows the places end; 0 without a line within the picture."""
    selection = report.rules.selection
    ranked = sum(each.status is Status.RANKED for each in shown)
    return selection.places if selection and 0 < selection.places < ranked else 0


def _alternative(report: StageReport, say: Phrases, shown: list[Standing], places: int) -> str:
    if not shown:
        return say("pictures.ranking.empty")
    words = say(
        "pictures.ranking.alternative",
        count=len(shown),
        best=say.number(shown[0].result),
        worst=say.number(shown[-1].result),
    )
    if not places:
        return words
    inside, outside = (shown[index] for index in (places - 1, places))
    facts = {
        "places": places,
        "inside": report.candidacy(inside.candidacy).title,
        "outside": report.candidacy(outside.candidacy).title,
        "above": say.number(inside.result),
        "below": say.number(outside.result),
    }
    return f"{words} {say('pictures.ranking.alternative_line', **facts)}"


def _data(report: StageReport, say: Phrases, shown: list[Standing]) -> Table:
    columns = [
        Column(say("minutes.ranking.place"), 15),
        Column(say("minutes.ranking.candidacy"), 60, strong=True),
        Column(say("minutes.aggregates.result"), 20, number=True),
    ]
    rows = [
        [
            say.ordinal(each.place) if each.place else say("common.nothing"),
            report.candidacy(each.candidacy).title,
            say.number(each.result),
        ]
        for each in shown
    ]
    return table(columns, rows)
