"""The path in one picture: how many each stage took in, how many it let go on, and what the last one decided."""

from collections import Counter

from jury_desk.domain.candidacy import OutcomeCategory
from jury_desk.domain.minutes import PathStep, StageReport
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.pad import PRINT, Pad
from jury_desk.exports.pictures.picture import WIDTH, Picture
from jury_desk.services.ports import PictureColours

_ROW, _BAR = 20.0, 11.0
_NAMES = 0.30
_WORDS = 0.26
"""The shares of the width for the names of the stages, and for the words behind the bars."""


def funnel_picture(
    report: StageReport, say: Phrases, *, width: float = WIDTH, colours: PictureColours = PRINT
) -> Picture:
    """One bar per stage, as long as its candidacies are many; the part that went on is filled."""
    steps = [step for step in report.path if step.taken_in]
    outcomes = _outcomes(report, say)
    pad = Pad(width, _ROW * len(steps) + (14 if outcomes else 4), colours)
    most = max((step.taken_in for step in steps), default=1)
    unit = width * (1 - _NAMES - _WORDS) / most
    for row, step in enumerate(steps):
        _draw_step(pad, say, step, row=row, unit=unit)
    if outcomes:
        pad.text(width * _NAMES, _ROW * len(steps) + 8, outcomes, size=7.5, room=width * (1 - _NAMES))
    told = say.list([_told(say, step) for step in steps])
    alternative = say("pictures.funnel.alternative", steps=told)
    return Picture(pad.drawing, f"{alternative} {outcomes}".strip(), _data(say, steps))


def _draw_step(pad: Pad, say: Phrases, step: PathStep, *, row: int, unit: float) -> None:
    colours, top, left = pad.colours, _ROW * row + 4, pad.drawing.width * _NAMES
    base = top + _BAR - 2.5
    pad.text(0, base, step.name, size=8, bold=True, room=left - 8)
    pad.box(left, top, step.taken_in * unit, _BAR, fill=colours.ground, stroke=colours.accent)
    if step.let_out:
        pad.box(left, top, step.let_out * unit, _BAR, fill=colours.accent)
    pad.text(left + step.taken_in * unit + 8, base, _counts(say, step), size=8)


def _counts(say: Phrases, step: PathStep) -> str:
    if step.let_out is None:
        return say("pictures.funnel.taken_in", count=step.taken_in)
    return say("pictures.funnel.let_out", count=step.let_out, taken_in=step.taken_in)


def _told(say: Phrases, step: PathStep) -> str:
    return say("pictures.funnel.step", name=step.name, counts=_counts(say, step))


def _outcomes(report: StageReport, say: Phrases) -> str:
    """« 6 retenus · 2 liste complémentaire · 1 non retenu »: as the jury worded them where it did."""
    decided = [entry.outcome for entry in report.entries.values() if entry.outcome]
    counted = Counter(outcome.category for outcome in decided)
    return " · ".join(
        say("pictures.funnel.outcome", count=counted[category], outcome=say(f"outcome.{category}"))
        for category in OutcomeCategory
        if counted[category]
    )


def _data(say: Phrases, steps: list[PathStep]) -> Table:
    columns = [
        Column(say("pictures.funnel.stage"), 60, strong=True),
        Column(say("pictures.funnel.in"), 20, number=True),
        Column(say("pictures.funnel.out"), 20, number=True),
    ]
    nothing = say("common.nothing")
    rows = [[step.name, str(step.taken_in), nothing if step.let_out is None else str(step.let_out)] for step in steps]
    return table(columns, rows)
