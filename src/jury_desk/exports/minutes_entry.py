"""What the minutes say of the entry of the marks: sheets declared final, typed twice, and what was corrected since.

Former and new values stay in the journal: minutes tell no individual mark.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jury_desk.domain.minutes import Correction
from jury_desk.exports.blocks import Column, Heading, Story, Style, table, text

if TYPE_CHECKING:
    from jury_desk.exports.minutes_subject import Subject


def entry_of_marks(subject: "Subject") -> Story:
    """How the marks were entered; nothing where no sheet was declared final and none corrected."""
    check, say = subject.report.entry, subject.say
    if not check.settled and not check.corrections:
        return
    yield Heading(2, say("minutes.entry.heading"))
    for words in _sentences(subject):
        yield text(words, Style.SPACED)
    later = [each for each in check.corrections if not each.second_entry]
    if later:
        yield text(say("minutes.entry.corrections", count=len(later)), Style.SPACED)
        columns = [
            Column(say("minutes.entry.candidacy"), 30, strong=True),
            Column(say("minutes.entry.criterion"), 30),
            Column(say("minutes.entry.when"), 24),
            Column(say("minutes.entry.reason"), 36),
        ]
        yield table(columns, [_row(subject, each) for each in later])


def _sentences(subject: "Subject") -> Iterator[str]:
    check, say = subject.report.entry, subject.say
    if check.verified:
        names = say.list(list(check.verified_by))
        yield say("minutes.entry.verified", count=check.verified, total=check.typed, names=names)
        yield say("minutes.entry.found", count=sum(each.second_entry for each in check.corrections))
    if check.settled > check.verified:
        told = say("minutes.entry.settled", count=check.settled, total=check.sheets)
        without = say("minutes.entry.without_marks", count=check.without_marks) if check.without_marks else ""
        yield f"{told}{without}."


def _row(subject: "Subject", correction: Correction) -> list[str]:
    criterion = subject.report.rules.criterion(correction.criterion)
    return [
        subject.title(correction.candidacy),
        criterion.name if criterion else correction.criterion,
        subject.say.instant(correction.at),
        correction.reason,
    ]
