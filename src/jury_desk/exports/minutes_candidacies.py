"""What was received, what was heard and in which order, in the minutes."""

from collections.abc import Sequence

from jury_desk.domain.candidacy import Candidacy
from jury_desk.exports import minutes_timing as timing
from jury_desk.exports.blocks import (
    Column,
    Figure,
    Heading,
    Story,
    Style,
    table,
    text,
)
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.pictures.funnel import funnel_picture


def candidacies(subject: Subject) -> Story:
    """How many came in, and what became of those that were not heard."""
    report, say = subject.report, subject.say
    withdrawn = tuple(each for each in report.received if each.withdrawn)
    yield Heading(2, say("minutes.candidacies.heading"))
    counts = {
        "received": len(report.received),
        "inadmissible": len(report.inadmissible),
        "withdrawn": len(withdrawn),
        "heard": len(report.candidacies),
    }
    # Zero is said of what is received and heard, and goes without saying of the rest.
    named = [name for name, count in counts.items() if count or name in ("received", "heard")]
    yield text(" · ".join(say(f"minutes.candidacies.{name}", count=counts[name]) for name in named), Style.SPACED)
    if sum(bool(step.taken_in) for step in report.path) > 1:
        yield Figure(funnel_picture(report, say))
    yield from _with_reasons(subject, "turned_down", report.inadmissible)
    yield from _with_reasons(subject, "withdrawals", withdrawn)
    told = {each.id for each in (*report.inadmissible, *withdrawn, *report.candidacies)}
    others = [each.title for each in report.received if each.id not in told]
    if others:
        yield Heading(3, say("minutes.candidacies.others"))
        yield text(" · ".join(others))


def _with_reasons(subject: Subject, name: str, candidacies: Sequence[Candidacy]) -> Story:
    if not candidacies:
        return
    say = subject.say
    yield Heading(3, say(f"minutes.candidacies.{name}"))
    columns = [
        Column(say("minutes.candidacies.candidacy"), 40, strong=True),
        Column(say("minutes.candidacies.reason"), 80),
    ]
    reasons = [each.reason or say("minutes.candidacies.no_reason") for each in candidacies]
    yield table(columns, [[each.title, reason] for each, reason in zip(candidacies, reasons, strict=True)])


def running_order(subject: Subject) -> Story:
    """The candidacies heard, in their order, and how it was fixed."""
    say = subject.say
    yield Heading(2, say("minutes.candidacies.running_order"))
    columns = [
        Column(say("minutes.candidacies.number"), 8, number=True),
        Column(say("minutes.candidacies.candidacy"), 44, strong=True),
        Column(say("minutes.candidacies.holders"), 34),
        Column(say("minutes.candidacies.service"), 34),
    ]
    rows = [
        [str(number), each.title, subject.or_nothing(each.carried_by), subject.or_nothing(each.service)]
        for number, each in enumerate(subject.report.candidacies, 1)
    ]
    yield table(columns, rows)
    yield from timing.how_ordered(subject)
