"""The sheet to be signed on arrival, by itself."""

from jury_desk.exports.blocks import Story
from jury_desk.exports.minutes_signatures import attendance_table
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.paper import head, when_and_where, writer


def story(subject: Subject) -> Story:
    """Who is expected, with room to sign."""
    subtitle = " · ".join(filter(None, (subject.report.stage.name, when_and_where(subject))))
    yield from head(subject, subject.say("papers.attendance.title"), subtitle)
    yield attendance_table(subject)


write = writer("attendance", story)
