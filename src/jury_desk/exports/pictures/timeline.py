"""The planned course of a session above the real one, passage by passage, on one scale of hours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportlab.graphics.shapes import Drawing

from jury_desk.domain.minutes import StageReport
from jury_desk.domain.pitch_evidence import TimingEvidence
from jury_desk.domain.pitch_format import PhaseKind
from jury_desk.domain.pitch_schedule import Planned, plan, planned_start
from jury_desk.domain.pitch_state import PhaseClock
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.pad import PRINT, Pad, width_of
from jury_desk.exports.pictures.picture import WIDTH, Picture
from jury_desk.services.ports import PictureColours
from jury_desk.services.wording import phase_name

_ROW, _HEAD, _FOOT = 17.0, 20.0, 17.0
_BAR, _PLAN, _LEAST = 7.0, 3.0, 0.8
_NAMES = 0.22
"""The share of the width for the names."""
_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_LONG = 6 * _HOUR


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture; UTC milliseconds.

    Attributes:
        planned: from when to when it was planned; ``None`` for a second attempt.
        real: each phase that took place: what it was for, from when to when.
    """

    name: str
    planned: tuple[int, int] | None
    real: tuple[tuple[PhaseKind, int, int], ...]

    @property
    def ends(self) -> list[int]:
        """Every instant that the line has to reach."""
        return [*(self.planned or ()), *(at for _, start, end in self.real for at in (start, end))]

    @property
    def late_ms(self) -> int:
        """By how much it began later than planned; nothing for what was not planned or has not begun."""
        return self.real[0][1] - self.planned[0] if self.real and self.planned else 0


def timeline_picture(
    report: StageReport, say: Phrases, *, width: float = WIDTH, colours: PictureColours = PRINT
) -> Picture:
    """The picture of a session that took place; without lines where none did."""
    titles = {each.id: each.title for each in report.candidacies}
    rows = list(timeline_rows(report.timing, titles, say)) if report.timing else []
    return Picture(_drawing(rows, say, width, colours), _alternative(rows, say), _table(rows, say))


def timeline_rows(found: TimingEvidence, titles: Mapping[str, str], say: Phrases) -> Iterator[Row]:
    """The lines of the picture, in the planned order; second attempts after their first."""
    state = found.state
    if state.opened is None:
        return
    start = planned_start(state.format, state.opened)
    order = list(dict.fromkeys(each.candidacy for each in found.passages))
    for planned in plan(state.format, order):
        times = (start + planned.start_ms, start + planned.end_ms)
        if planned.candidacy:
            attempts = [each for each in found.passages if each.candidacy == planned.candidacy]
            for each in attempts:
                first = each.passage.attempt == 1
                yield Row(titles[each.candidacy], times if first else None, tuple(_real(each.phases)))
        else:
            yield Row(_name(planned, say), times, tuple(_real(_of_session(found, planned))))


def _of_session(found: TimingEvidence, planned: Planned) -> Sequence[PhaseClock]:
    return [clock for clock in found.of_session if planned.phase and clock.format.id == planned.phase.id]


def _name(planned: Planned, say: Phrases) -> str:
    name = phase_name(planned.phase.name, say.language) if planned.phase else ""
    return name[:1].upper() + name[1:]


def _real(clocks: Sequence[PhaseClock]) -> Iterator[tuple[PhaseKind, int, int]]:
    for clock in clocks:
        if clock.started and clock.ended:
            yield clock.kind, clock.started.wall_ms, clock.ended.wall_ms


def _drawing(rows: Sequence[Row], say: Phrases, width: float, colours: PictureColours) -> Drawing:
    pad = Pad(width, _HEAD + _ROW * len(rows) + _FOOT, colours)
    ends = [at for row in rows for at in row.ends] or [0, _HOUR]
    scale = _Scale(min(ends), max(ends), width * _NAMES, width - 8)
    _draw_hours(pad, scale, say)
    for number, row in enumerate(rows):
        _draw_row(pad, scale, row, _HEAD + _ROW * number)
    _draw_legend(pad, say)
    return pad.drawing


@dataclass(frozen=True, slots=True)
class _Scale:
    """From instants to places between ``left`` and ``right``."""

    first: int
    last: int
    left: float
    right: float

    def across(self, at: int) -> float:
        """The place of an instant."""
        return self.left + (at - self.first) * (self.right - self.left) / max(1, self.last - self.first)


def _draw_hours(pad: Pad, scale: _Scale, say: Phrases) -> None:
    """A hairline for each half hour with the hour over it; whole hours only where a session is long."""
    step = _HOUR if scale.last - scale.first > _LONG else _HOUR // 2
    foot = float(pad.drawing.height) - _FOOT
    for at in range(-(-scale.first // step) * step, scale.last + 1, step):
        across = scale.across(at)
        pad.line((across, _HEAD - 4), (across, foot))
        pad.text(across, _HEAD - 8, _hour(at, say), size=7, colour=pad.colours.muted, anchor="middle")


def _draw_row(pad: Pad, scale: _Scale, row: Row, top: float) -> None:
    pad.text(0, top + 10, row.name, size=8, room=scale.left - 8)
    if row.planned:
        start, end = map(scale.across, row.planned)
        pad.box(start, top + 1.5, end - start, _PLAN, fill=pad.colours.line)
    for kind, began, ended in row.real:
        start, end = scale.across(began), scale.across(ended)
        pad.box(start, top + 6.5, max(_LEAST, end - start), _BAR, **_look(pad.colours, kind))


def _draw_legend(pad: Pad, say: Phrases) -> None:
    top, at = float(pad.drawing.height) - 11, pad.drawing.width * _NAMES
    looks: tuple[tuple[str, dict[str, str], float], ...] = (
        ("planned", {"fill": pad.colours.line}, _PLAN),
        ("pitch", _look(pad.colours, PhaseKind.PITCH), _BAR),
        ("questions", _look(pad.colours, PhaseKind.QUESTIONS), _BAR),
        ("between", _look(pad.colours, PhaseKind.CHANGEOVER), _BAR),
    )
    for key, look, height in looks:
        words = say(f"minutes.timeline.{key}")
        pad.box(at, top + (_BAR - height) / 2, 12, height, **look)
        pad.text(at + 16, top + 6.2, words, size=7, colour=pad.colours.muted)
        at += 30 + width_of(words, size=7)


def _look(colours: PictureColours, kind: PhaseKind) -> dict[str, str]:
    """A pitch is filled, questions are tinted, what lies between only outlined: three looks without any colour too."""
    if kind is PhaseKind.PITCH:
        return {"fill": colours.accent, "stroke": colours.accent}
    return {"fill": colours.ground, "stroke": colours.accent} if kind.is_of_candidate else {"stroke": colours.muted}


def _alternative(rows: Sequence[Row], say: Phrases) -> str:
    heard = [row for row in rows if row.real]
    if not heard:
        return say("minutes.timeline.nothing")
    late = max(heard, key=lambda row: row.late_ms)
    return say(
        "minutes.timeline.alternative",
        lines=len(heard),
        first=_hour(min(row.real[0][1] for row in heard), say),
        last=_hour(max(row.real[-1][2] for row in heard), say),
        minutes=max(0, late.late_ms) // _MINUTE,
        name=late.name,
    )


def _table(rows: Sequence[Row], say: Phrases) -> Table:
    columns = [Column(say("minutes.timeline.name"), 40, strong=True)]
    names = ("planned_start", "planned_end", "start", "end")
    columns += [Column(say(f"minutes.timeline.{name}"), 20, number=True) for name in names]
    return table(columns, [_data_row(row, say) for row in rows])


def _data_row(row: Row, say: Phrases) -> list[str]:
    nothing = say("common.nothing")
    planned = [_hour(at, say) for at in row.planned] if row.planned else [nothing, nothing]
    real = [_hour(row.real[0][1], say), _hour(row.real[-1][2], say)] if row.real else [nothing, nothing]
    return [row.name, *planned, *real]


def _hour(at: int, say: Phrases) -> str:
    return say.hour(datetime.fromtimestamp(at // 1000, UTC).isoformat())
