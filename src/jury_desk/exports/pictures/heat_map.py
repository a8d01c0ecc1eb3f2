"""Jurors by candidacies: each total in its cell, the stronger its colour the higher, with how severe each juror is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.exact import decimal_text
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.severity import JurorSeverity
from jury_desk.domain.standings import Standing
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.pad import PRINT, Pad, is_dark, mixed
from jury_desk.exports.pictures.picture import WIDTH, Picture
from jury_desk.exports.typography import MINUS
from jury_desk.services.ports import PictureColours

_ROW, _HEAD = 17.0, 16.0
_TITLES, _RESULT = 0.28, 42.0
_DECIMALS = 1
_WHITE, _BLACK = "#FFFFFF", "#000000"


def heat_map_picture(
    report: StageReport,
    names: Mapping[str, str],
    say: Phrases,
    *,
    severities: tuple[JurorSeverity, ...] = (),
    width: float = WIDTH,
    colours: PictureColours = PRINT,
) -> Picture:
    """A map of the totals that count.

    Args:
        report: whose sheets.
        names: short names of the jurors, in the order of the columns.
        say: the words.
        severities: how each juror marks, for a row of its own.
        width: of the picture, in points.
        colours: of print, or of the window.
    """
    shown = [each for each in report.standings.standings if each.totals]
    totals = [total for each in shown for total in each.totals.values()]
    pad = Pad(width, _HEAD + _ROW * (len(shown) + bool(severities)) + 8, colours)
    grid = _Grid(pad, names, say, min(totals, default=Fraction(0)), max(totals, default=Fraction(0)))
    grid.draw_head()
    for row, standing in enumerate(shown):
        grid.draw_row(_HEAD + _ROW * row, report.candidacy(standing.candidacy).title, standing)
    if severities:
        grid.draw_severities(_HEAD + _ROW * len(shown) + 4, {each.juror: each for each in severities})
    alternative = _alternative(say, len(names), len(shown), totals)
    return Picture(pad.drawing, alternative, _data(report, names, say))


@dataclass(frozen=True, slots=True)
class _Grid:
    """The map being drawn: a column per juror, and the ends of the totals that the shades stand for."""

    pad: Pad
    names: Mapping[str, str]
    say: Phrases
    lowest: Fraction
    highest: Fraction

    @property
    def step(self) -> float:
        width: float = self.pad.drawing.width
        return (width * (1 - _TITLES) - _RESULT) / max(1, len(self.names))

    def columns(self) -> Iterator[tuple[str, float]]:
        """Each juror with the left edge of the column."""
        for number, juror in enumerate(self.names):
            yield juror, self.pad.drawing.width * _TITLES + self.step * number

    def draw_head(self) -> None:
        base, muted = _HEAD - 5, self.pad.colours.muted
        for juror, x in self.columns():
            words, middle = self.names[juror], x + self.step / 2
            self.pad.text(middle, base, words, size=7, colour=muted, anchor="middle", room=self.step - 2)
        words = self.say("minutes.aggregates.result")
        self.pad.text(self.pad.drawing.width, base, words, size=7, colour=muted, anchor="end", room=_RESULT)

    def draw_row(self, top: float, title: str, standing: Standing) -> None:
        width, base = self.pad.drawing.width, top + _ROW - 5.5
        self.pad.text(0, base, title, size=8, bold=True, room=width * _TITLES - 8)
        for juror, x in self.columns():
            self._draw_cell(x, top, standing.totals.get(juror))
        self.pad.text(width, base, self.say.number(standing.result), size=8, bold=True, anchor="end")

    def _draw_cell(self, x: float, top: float, total: Fraction | None) -> None:
        colours, words, ink = self.pad.colours, self.say("common.nothing"), self.pad.colours.muted
        if total is not None:
            extent = self.highest - self.lowest
            share = float((total - self.lowest) / extent) if extent else 0.5
            fill = mixed(colours.paper, colours.accent, 0.08 + 0.82 * share)
            self.pad.box(x + 1, top + 1, self.step - 2, _ROW - 2, fill=fill)
            words, ink = _decimal(total, self.say), _WHITE if is_dark(fill) else _BLACK
        self.pad.text(x + self.step / 2, top + _ROW - 5.5, words, size=7.5, colour=ink, anchor="middle")

    def draw_severities(self, top: float, severities: Mapping[str, JurorSeverity]) -> None:
        width, base, muted = self.pad.drawing.width, top + _ROW - 5.5, self.pad.colours.muted
        self.pad.line((0, top), (width, top))
        words = self.say("pictures.heat_map.leniency")
        self.pad.text(0, base, words, size=7.5, colour=muted, room=width * _TITLES - 8)
        for juror, x in self.columns():
            found = severities.get(juror)
            told = self.say("common.nothing")
            if found and found.leniency is not None:
                told = f"{MINUS if found.leniency < 0 else '+'}{_decimal(abs(found.leniency), self.say)}"
            self.pad.text(x + self.step / 2, base, told, size=7.5, colour=muted, anchor="middle", room=self.step - 2)


def _decimal(value: Fraction, say: Phrases) -> str:
    return say.number(decimal_text(value, _DECIMALS))


def _alternative(say: Phrases, jurors: int, projects: int, totals: list[Fraction]) -> str:
    if not totals:
        return say("pictures.ranking.empty")
    return say(
        "pictures.heat_map.alternative",
        jurors=jurors,
        projects=projects,
        lowest=_decimal(min(totals), say),
        highest=_decimal(max(totals), say),
    )


def _data(report: StageReport, names: Mapping[str, str], say: Phrases) -> Table:
    columns = [
        Column(say("minutes.ranking.candidacy"), 40, strong=True),
        *(Column(name, 12, number=True) for name in names.values()),
        Column(say("minutes.aggregates.result"), 14, number=True),
    ]
    nothing = say("common.nothing")
    rows = [
        [
            report.candidacy(each.candidacy).title,
            *(_decimal(each.totals[juror], say) if juror in each.totals else nothing for juror in names),
            say.number(each.result) if each.result else nothing,
        ]
        for each in report.standings.standings
    ]
    return table(columns, rows)
