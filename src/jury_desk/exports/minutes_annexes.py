"""The last annexes of the minutes: the journal of the file, and the files that travel within the document."""

from jury_desk.exports.blocks import (
    Heading,
    Story,
    Style,
    Together,
    facts,
    text,
)
from jury_desk.exports.minutes_subject import Subject


def journal(subject: Subject) -> Story:
    """How far the journal of the file went, and its last print."""
    report, say = subject.report, subject.say
    yield Heading(2, subject.annex("journal", say("minutes.journal.heading")))
    yield text(say("minutes.journal.lead"), Style.SPACED)
    pairs = [(say("minutes.journal.acts"), str(len(report.journal)))]
    if report.journal:
        pairs += [
            (say("minutes.journal.first"), say.instant(report.journal[0].at)),
            (say("minutes.journal.last"), say.instant(report.journal[-1].at)),
        ]
    yield facts(pairs)
    yield facts([(say("minutes.journal.head"), subject.or_nothing(report.head))], value=Style.PRINT)


def files(subject: Subject) -> Story:
    """The files that travel within the document; nothing where there are none."""
    if not subject.files:
        return
    say = subject.say
    told = zip(subject.files, (say("minutes.files.data"), say("minutes.files.workbook")), strict=True)
    heading = Heading(2, subject.annex("files", say("minutes.files.heading")))
    yield Together((heading, text(say("minutes.files.lead"), Style.SPACED), facts(list(told))))
