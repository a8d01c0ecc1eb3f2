"""What the minutes say of the session's time: how the order came about, each passage, and equal treatment."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_evidence import PassageTimes, PhaseEquality, TimingEvidence
from jury_desk.domain.pitch_order import Basis, RunningOrder
from jury_desk.domain.timing_rules import is_drawn
from jury_desk.exports.blocks import Column, Figure, Gap, Heading, Story, Style, table, text
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.pictures.timeline import timeline_picture
from jury_desk.exports.timing_words import deviation_line, duration, passage_line
from jury_desk.services.wording import phase_name

if TYPE_CHECKING:
    from jury_desk.exports.minutes_subject import Subject


def how_ordered(subject: "Subject") -> Story:
    """How the order of passage came about: each draw with what repeats it, each derogation with its reason.

    An order that the rules have drawn by lot, and that nobody drew, is said to be so.
    """
    found, say = subject.report.timing, subject.say
    orders = found.orders if found else ()
    owed = is_drawn(subject.report.rules.timing) and all(each.basis is not Basis.DRAWN for each in orders)
    if owed and subject.report.candidacies:
        yield Gap(6)
        yield text(say("minutes.timing.not_drawn"), Style.SPACED)
    if not orders:
        return
    yield Gap(6)
    for order in orders:
        yield text(_order_line(order, say), Style.SPACED)


def session(subject: "Subject") -> Story:
    """Each passage as the clock measured it, equal treatment, and the planned course beside the real one."""
    found, say = subject.report.timing, subject.say
    if found is None or not found.took_place:
        return
    yield Heading(2, say("minutes.timing.heading"))
    yield text(" ".join(_milestones(found, say)), Style.SPACED)
    yield text(say("minutes.timing.lead"), Style.LEAD)
    columns = [
        Column(say("minutes.timing.number"), 7, number=True),
        Column(say("minutes.timing.candidacy"), 28, strong=True),
        Column(say("minutes.timing.start"), 13),
        Column(say("minutes.timing.times"), 72),
    ]
    yield table(columns, [_passage_row(subject, each) for each in found.passages])
    yield from _equality(subject, found)
    yield Heading(3, say("minutes.timeline.heading"))
    yield Figure(timeline_picture(subject.report, say))


def _order_line(order: RunningOrder, say: Phrases) -> str:
    facts = {"instant": say.instant(order.at), "witness": order.witness, "seed": order.seed, "reason": order.reason}
    if order.basis is Basis.DEROGATION:
        return say("minutes.timing.derogation", **facts)
    key = "minutes.timing.drawn_again" if order.reason else "minutes.timing.drawn"
    return say(key, algorithm=order.algorithm, **facts)


def _milestones(found: TimingEvidence, say: Phrases) -> Iterator[str]:
    for each in found.state.milestones:
        key = f"minutes.timing.{each.kind}"
        yield say(f"{key}_for" if each.reason else key, hour=hour(each.at, say), reason=each.reason)
    if found.under_way:
        yield say("minutes.timing.under_way")


def hour(at: Instant, say: Phrases) -> str:
    """The time of day of a reading of the clocks."""
    return say.hour(datetime.fromtimestamp(at.wall_ms // 1000, UTC).isoformat())


def _passage_row(subject: "Subject", times: PassageTimes) -> list[str]:
    say, passage = subject.say, times.passage
    title = subject.title(times.candidacy)
    if passage.attempt > 1:
        title = say("minutes.timing.attempt", title=title, ordinal=say.ordinal(passage.attempt))
    begun = [clock.started for clock in times.phases if clock.started]
    start = hour(min(begun, key=lambda at: at.wall_ms), say) if begun else say("common.nothing")
    return [str(times.place), title, start, passage_line(times, say)]


def _equality(subject: "Subject", found: TimingEvidence) -> Story:
    say = subject.say
    yield Heading(3, say("minutes.equality.heading"))
    names = ("allotted", "shortest", "median", "longest", "spread", "tolerance")
    columns = [Column(say("minutes.equality.phase"), 30, strong=True)]
    columns += [Column(say(f"minutes.equality.{name}"), 15, number=True) for name in names]
    yield table(columns, [_equality_row(subject, each) for each in found.equality])
    yield Gap(6)
    lines = [line for each in found.equality for line in _deviation_lines(subject, each)]
    for line in lines or [say("minutes.equality.no_deviation")]:
        yield text(line, Style.SPACED)


def _equality_row(subject: "Subject", compared: PhaseEquality) -> list[str]:
    say = subject.say
    measured = (compared.shortest, compared.median, compared.longest, compared.spread)
    return [
        _name(compared, say),
        duration(compared.phase.allotted_ms, say),
        *(say("common.nothing") if ms is None else duration(ms, say) for ms in measured),
        duration(compared.tolerance_ms, say),
    ]


def _deviation_lines(subject: "Subject", compared: PhaseEquality) -> Iterator[str]:
    phase = _name(compared, subject.say)
    for each in compared.deviations:
        yield deviation_line(each, subject.title(each.candidacy), phase, subject.say)


def _name(compared: PhaseEquality, say: Phrases) -> str:
    name = phase_name(compared.phase.name, say.language)
    return name[:1].upper() + name[1:]
