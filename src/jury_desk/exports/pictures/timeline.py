"""The planned course of a session above the real one, passage by passage, on one scale of hours."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics

from jury_desk.domain.pitch_evidence import TimingEvidence
from jury_desk.domain.pitch_format import PhaseKind
from jury_desk.domain.pitch_schedule import Planned, plan, planned_start
from jury_desk.domain.pitch_state import PhaseClock
from jury_desk.exports import pdf_theme as theme
from jury_desk.exports.blocks import Column, Table, table
from jury_desk.exports.faces import REGULAR, register_faces
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.picture import Picture
from jury_desk.services.wording import phase_name

_ROW = 17.0
_BAR, _PLAN = 7.0, 3.0
_NAMES = 104.0
_AXIS = 20.0
_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_SIZE = 8.0
_SMALL = 7.0


Across = Callable[[int], float]
"""From an instant to its place on the line."""


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


def timeline(found: TimingEvidence, titles: Mapping[str, str], say: Phrases) -> Picture:
    """The picture of a session that took place.

    Args:
        found: what its clock proves.
        titles: the candidacies' titles by id.
        say: the words of the language.
    """
    rows = list(timeline_rows(found, titles, say))
    return Picture(_drawing(rows, say), _alternative(found, rows, say), _table(rows, say))


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


def _drawing(rows: Sequence[Row], say: Phrases) -> Drawing:
    register_faces()
    height = _ROW * len(rows) + _AXIS + _ROW
    drawing = Drawing(theme.WIDTH, height)
    ends = [at for row in rows for at in row.ends]
    first, last = (min(ends), max(ends)) if ends else (0, _HOUR)
    scale = (theme.WIDTH - _NAMES - 8) / max(1, last - first)

    def across(at: int) -> float:
        return float(_NAMES + (at - first) * scale)

    for shape in _hours(first, last, across, height, say):
        drawing.add(shape)
    for number, row in enumerate(rows):
        for shape in _row(row, height - _AXIS - _ROW * (number + 1), across):
            drawing.add(shape)
    for shape in _legend(say):
        drawing.add(shape)
    return drawing


def _hours(first: int, last: int, across: Across, height: float, say: Phrases) -> Iterator[Line | String]:
    """A hairline for each half hour, with the hour over it; whole hours only where there is little room."""
    step = _HOUR if last - first > 6 * _HOUR else _HOUR // 2
    at = -(-first // step) * step
    while at <= last:
        yield Line(across(at), _ROW, across(at), height - _AXIS + 2, strokeColor=theme.FAINT, strokeWidth=0.5)
        words = say.hour(datetime.fromtimestamp(at // 1000, UTC).isoformat())
        yield _words(words, across(at), height - _AXIS + 6, _SMALL, theme.MUTED, anchor="middle")
        at += step


def _row(row: Row, bottom: float, across: Across) -> Iterator[Rect | String]:
    yield _words(_cut(row.name, _NAMES - 8), 0, bottom + 5, _SIZE, theme.INK)
    if row.planned:
        start, end = map(across, row.planned)
        yield Rect(start, bottom + 11, end - start, _PLAN, fillColor=theme.LINE, strokeColor=None)
    for kind, began, ended in row.real:
        start, end = across(began), across(ended)
        look = {"fillColor": _colour(kind), "strokeColor": _outline(kind), "strokeWidth": 0.6}
        yield Rect(start, bottom + 2, max(0.8, end - start), _BAR, **look)


def _legend(say: Phrases) -> Iterator[Rect | String]:
    at = _NAMES
    for key, colour, outline, height in (
        ("planned", theme.LINE, None, _PLAN),
        ("pitch", theme.ACCENT, theme.ACCENT, _BAR),
        ("questions", theme.FAINT, theme.ACCENT, _BAR),
        ("between", theme.FAINT, theme.LINE, _BAR),
    ):
        words = say(f"minutes.timeline.{key}")
        yield Rect(at, 2 + (_BAR - height) / 2, 12, height, fillColor=colour, strokeColor=outline, strokeWidth=0.6)
        yield _words(words, at + 16, 2.5, _SMALL, theme.MUTED)
        at += 30 + pdfmetrics.stringWidth(words, REGULAR, _SMALL)


def _colour(kind: PhaseKind) -> Color:
    return theme.ACCENT if kind is PhaseKind.PITCH else theme.FAINT


def _outline(kind: PhaseKind) -> Color:
    return theme.ACCENT if kind.is_of_candidate else theme.LINE


def _words(words: str, x: float, y: float, size: float, colour: Color, *, anchor: str = "start") -> String:
    look = {"fontName": REGULAR, "fontSize": size, "fillColor": colour, "textAnchor": anchor}
    return String(x, y, words, **look)


def _cut(words: str, width: float) -> str:
    """As much of the words as fits."""
    if pdfmetrics.stringWidth(words, REGULAR, _SIZE) <= width:
        return words
    kept = words
    while kept and pdfmetrics.stringWidth(f"{kept}…", REGULAR, _SIZE) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _alternative(found: TimingEvidence, rows: Sequence[Row], say: Phrases) -> str:
    heard = [row for row in rows if row.real]
    if not heard:
        return say("minutes.timeline.nothing")
    late = max(heard, key=lambda row: row.real[0][1] - (row.planned or (row.real[0][1],))[0])
    drift = late.real[0][1] - (late.planned or (late.real[0][1],))[0]
    return say(
        "minutes.timeline.alternative",
        count=len({each.candidacy for each in found.passages}),
        first=_hour(min(row.real[0][1] for row in heard), say),
        last=_hour(max(row.real[-1][2] for row in heard), say),
        minutes=max(0, drift) // _MINUTE,
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
