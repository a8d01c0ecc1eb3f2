"""The sheet of times: one row for each phase of each passage, in whole seconds, so that a reader can add them up."""

from collections.abc import Iterator
from datetime import UTC, datetime

from jury_desk.domain.minutes import StageReport
from jury_desk.domain.pitch_evidence import PassageTimes, whole_seconds
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.timing_words import name_of, phase_remarks
from jury_desk.exports.workbook_sheets import Area, Cell, Kind, Live

KINDS = {
    "place": Kind.COUNT,
    "candidacy": Kind.CODE,
    "title": Kind.STRONG,
    "attempt": Kind.COUNT,
    "counts": Kind.TEXT,
    "phase": Kind.TEXT,
    "start": Kind.INSTANT,
    "allotted": Kind.COUNT,
    "extra": Kind.COUNT,
    "granted": Kind.COUNT,
    "spoken": Kind.COUNT,
    "over": Kind.COUNT,
    "paused": Kind.COUNT,
    "interrupted": Kind.COUNT,
    "ended_by": Kind.TEXT,
    "remarks": Kind.TEXT,
}
"""The columns by name."""


def timed_phases(report: StageReport) -> list[tuple[PassageTimes, PhaseClock]]:
    """The phases that have a row: those of the candidates that began, or were left out."""
    passages = report.timing.passages if report.timing else ()
    return [(times, clock) for times in passages for clock in times.heard]


def times_rows(report: StageReport, area: Area, say: Phrases) -> Iterator[list[Cell]]:
    """The rows, in the order of passage."""
    for row, (times, clock) in enumerate(timed_phases(report)):
        formula = "-".join(area.cell(name, row) for name in ("spoken", "allotted", "granted"))
        yield _row(report.candidacy(times.candidacy).title, times, clock, formula, say)


def _row(title: str, times: PassageTimes, clock: PhaseClock, formula: str, say: Phrases) -> list[Cell]:
    # An incident is an interruption, as the minutes call it.
    incidents = sum(stop.ms for stop in clock.stops if stop.incident)
    left = whole_seconds(clock.spoken) - whole_seconds(clock.allotted) - whole_seconds(clock.granted)
    return [
        times.place,
        times.candidacy,
        title,
        times.passage.attempt,
        say(f"workbook.times.{'yes' if times.counts else 'no'}"),
        name_of(clock, say),
        datetime.fromtimestamp(clock.started.wall_ms // 1000, UTC) if clock.started else None,
        whole_seconds(clock.allotted),
        whole_seconds(clock.extra),
        whole_seconds(clock.granted),
        whole_seconds(clock.spoken),
        None if clock.status is PhaseStatus.SKIPPED else Live(formula, left),
        whole_seconds(clock.paused - incidents),
        whole_seconds(clock.interrupted + clock.undecided + incidents),
        say(f"workbook.times.{clock.ended_by}") if clock.ended_by else "",
        phase_remarks(clock, say),
    ]
