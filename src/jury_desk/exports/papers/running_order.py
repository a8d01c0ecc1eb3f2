"""The running order, to be hung at the door and kept at hand: nothing of what the jury thinks of anybody."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from jury_desk.domain.minutes import StageReport
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_schedule import Planned, plan
from jury_desk.domain.timing_rules import format_of
from jury_desk.exports.blocks import Column, Gap, Story, Style, table, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.paper import head, when_and_where, writer
from jury_desk.exports.timing_words import duration
from jury_desk.services.time_words import clock_time
from jury_desk.services.wording import phase_name

_ROOM_TO_NOTE = 30
"""Points."""


def story(subject: Subject) -> Story:
    """The passages in their order, with the hours that the rules plan, or room for them where they plan none."""
    say = subject.say
    yield from head(subject, say("papers.running_order.title"))
    yield text(when_and_where(subject), Style.LEAD)
    columns = [
        Column(say("minutes.candidacies.number"), 8, number=True),
        Column(say("papers.running_order.hour"), 14, indent=True),
        Column(say("minutes.candidacies.candidacy"), 36, strong=True),
        Column(say("minutes.candidacies.holders"), 34),
        Column(say("minutes.candidacies.service"), 28),
    ]
    yield table(columns, list(_rows(subject)), least_height=_ROOM_TO_NOTE)
    if _shape(subject.report).start:
        yield Gap(6)
        yield text(say("papers.running_order.planned"), Style.SMALL)


def _rows(subject: Subject) -> Iterator[list[str]]:
    """Every passage, and where hours are planned what comes before, between and after them."""
    report = subject.report
    numbers = {each.id: number for number, each in enumerate(report.candidacies, 1)}
    heard = [each.id for each in report.candidacies if each.id not in report.withdrawn]
    hours = list(_hours(report, heard, subject.say.language))
    if not hours:
        for candidacy, number in numbers.items():
            yield _passage(subject, candidacy, number, "")
        return
    for planned, hour in hours:
        if planned.phase is None:
            yield _passage(subject, planned.candidacy, numbers[planned.candidacy], hour)
        else:
            name = phase_name(planned.phase.name, subject.say.language)
            yield ["", hour, f"{name[:1].upper()}{name[1:]}", duration(planned.duration_ms, subject.say), ""]


def _passage(subject: Subject, candidacy: str, number: int, hour: str) -> list[str]:
    (found,) = (each for each in subject.report.candidacies if each.id == candidacy)
    return [str(number), hour, found.title, subject.or_nothing(found.carried_by), subject.or_nothing(found.service)]


def _hours(report: StageReport, heard: list[str], language: str) -> Iterator[tuple[Planned, str]]:
    """What is planned, each with the hour at which it begins; nothing where no hour or no time is planned."""
    shape = _shape(report)
    if not shape.start or not shape.phases:
        return
    opening = datetime.strptime(shape.start, "%H:%M")  # noqa: DTZ007 - the time of day, as the rules have it
    for planned in plan(shape, heard):
        yield planned, clock_time(opening + timedelta(milliseconds=planned.start_ms), language)


def _shape(report: StageReport) -> SessionFormat:
    """The format that the session opened with, or else the one of the rules."""
    if report.timing is not None and report.timing.took_place:
        return report.timing.state.format
    return format_of(report.rules.timing)


write = writer("running_order", story)
