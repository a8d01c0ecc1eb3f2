"""The running order, to be hung at the door and kept at hand: nothing of what the jury thinks of anybody."""

from jury_desk.exports.blocks import Column, Story, Style, table, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.paper import head, when_and_where, writer

_ROOM_TO_NOTE = 30
"""Points."""


def story(subject: Subject) -> Story:
    """The passages in their order, with room for the hours."""
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
    rows = [
        [str(number), "", each.title, subject.or_nothing(each.carried_by), subject.or_nothing(each.service)]
        for number, each in enumerate(subject.report.candidacies, 1)
    ]
    yield table(columns, rows, least_height=_ROOM_TO_NOTE)


write = writer("running_order", story)
