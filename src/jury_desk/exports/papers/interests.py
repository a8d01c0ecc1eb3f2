"""A form for each member of the jury to declare ties with the candidacies, before the first mark."""

from jury_desk.domain.jury import Voice
from jury_desk.domain.minutes import Seat
from jury_desk.exports.blocks import Column, Gap, PageBreak, Signature, Signatures, Story, Style, table, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.paper import title_lines, when_and_where, writer

_BOX = "☐"
_ROOM_TO_WRITE = 26
"""Points."""


def story(subject: Subject) -> Story:
    """One form after the other, each on pages of its own."""
    seats = [seat for seat in subject.report.panel if seat.member.voice is not Voice.NONE]
    for number, seat in enumerate(seats):
        if number:
            yield PageBreak()
        yield from title_lines(subject, subject.say("papers.interests.title"), seat.juror.name)
        yield from _form(subject, seat)


def _form(subject: Subject, seat: Seat) -> Story:
    report, say = subject.report, subject.say
    yield text(" · ".join(filter(None, (report.stage.name, when_and_where(subject)))), Style.LEAD)
    capacity = ", ".join(filter(None, (seat.juror.name, seat.juror.function)))
    yield text(say("papers.interests.statement", who=capacity, stage=report.stage.name), Style.SPACED)
    yield text(say("papers.interests.ties"), Style.SPACED)
    columns = [
        Column(say("minutes.candidacies.candidacy"), 34, strong=True),
        Column(say("minutes.candidacies.holders"), 36),
        Column(say("papers.interests.none"), 12),
        Column(say("papers.interests.tie"), 12),
        Column(say("papers.interests.which"), 30),
    ]
    rows = [[each.title, subject.or_nothing(each.carried_by), _BOX, _BOX, ""] for each in report.candidacies]
    yield table(columns, rows, least_height=_ROOM_TO_WRITE)
    yield Gap(6)
    yield text(say("papers.interests.effect"), Style.SMALL)
    yield Gap(12)
    labels = [say(f"minutes.signatures.{name}") for name in ("done_at", "done_on", "signature")]
    yield Signatures((Signature(seat.juror.name, [(label, "") for label in labels]),))


write = writer("interests", story, several=True)
