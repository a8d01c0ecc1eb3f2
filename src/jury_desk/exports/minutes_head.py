"""How the minutes begin: whose they are, which meeting, which rules, which data."""

from collections.abc import Iterator

from jury_desk import __version__
from jury_desk.exports import minutes_deliberation as deliberation
from jury_desk.exports.blocks import (
    Cell,
    Gap,
    Heading,
    Story,
    Style,
    facts,
    text,
)
from jury_desk.exports.minutes_subject import Subject
from jury_desk.services.minutes_figures import FINGERPRINT


def head(subject: Subject) -> Story:
    """The head of the first page."""
    report, say = subject.report, subject.say
    edition, stage = report.edition, report.stage
    if edition.organisation:
        yield text(edition.organisation, Style.OWNER)
    yield text(" · ".join(filter(None, (edition.programme, edition.title))), Style.PROGRAMME)
    yield Heading(1, say("minutes.title"))
    yield text(stage.name, Style.SUBTITLE)
    if edition.fictitious:
        yield text(say("common.fictitious"), Style.NOTICE)
        yield Gap(6)
    yield facts(list(_meeting_facts(subject)))
    yield facts(
        [
            (say("minutes.rules_print"), subject.or_nothing(report.rules_version.fingerprint)),
            (say("minutes.data_print"), Cell(report.fingerprint, FINGERPRINT)),
        ],
        value=Style.PRINT,
    )


def _meeting_facts(subject: Subject) -> Iterator[tuple[str, str]]:
    report, say = subject.report, subject.say
    sitting = report.deliberated.sitting
    own = sitting.reference if sitting else ""
    yield say("minutes.reference"), " · ".join(filter(None, (own, report.stage.id, report.fingerprint[:8])))
    yield say("minutes.meeting"), subject.or_nothing(say.long_date(report.stage.date))
    yield say("minutes.place"), subject.or_nothing(report.stage.place or report.edition.place)
    if told := deliberation.hours(subject):
        yield say("minutes.hours.heading"), told
    if sitting and sitting.appointing_act:
        yield say("minutes.appointed"), sitting.appointing_act
    yield say("minutes.rules"), " · ".join(_rules_facts(subject))
    instant = say.instant(subject.made_at.isoformat())
    yield say("minutes.made"), say("minutes.made_value", instant=instant, version=__version__)


def _rules_facts(subject: Subject) -> Iterator[str]:
    version, say = subject.report.rules_version, subject.say
    rules = subject.report.rules
    yield say("minutes.rules_value", title=rules.title, version=rules.version or version.version)
    if version.frozen:
        yield say("minutes.rules_frozen", instant=say.instant(version.frozen_at))
    else:
        yield say("minutes.rules_draft")
    if version.reason:
        yield say("minutes.rules_reason", reason=version.reason)
