"""The record of decisions (relevé de décisions): a page to publish, naming who was selected and nobody else."""

from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.domain.decision import Nature, Sitting
from jury_desk.domain.jury import Role
from jury_desk.domain.minutes import StageReport
from jury_desk.exports.blocks import Column, Gap, Heading, Signature, Signatures, Story, Style, facts, table, text
from jury_desk.exports.minutes_signatures import signature
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.own_words import own_words
from jury_desk.exports.papers.paper import head, when_and_where, writer

_PUBLISHED = (OutcomeCategory.SELECTED, OutcomeCategory.CONTINUED, OutcomeCategory.EXTENDED)


def story(subject: Subject) -> Story:
    """What was decided, of those whom it lets go on."""
    report, say = subject.report, subject.say
    sitting = report.deliberated.sitting or Sitting(report.stage.id)
    yield from head(subject, say("papers.decisions.title"))
    pairs = [(say("minutes.meeting"), when_and_where(subject) or say("common.nothing"))]
    if sitting.reference:
        pairs.append((say("minutes.reference"), sitting.reference))
    yield facts(pairs)
    yield Heading(2, say("papers.decisions.heading"))
    yield text(say("papers.decisions.lead", count=len(report.candidacies)), Style.SPACED)
    yield from _selected(subject)
    yield Gap(8)
    yield text(_nature(subject, sitting), Style.SPACED)
    yield text(say("papers.decisions.others"), Style.SMALL)
    yield Gap(14)
    chair = signature(subject, Role.CHAIR)
    yield Signatures((Signature(chair.whose, [chair.lines[0], *chair.lines[-2:]]),))


def _selected(subject: Subject) -> Story:
    report, say = subject.report, subject.say
    decided = [(each, report.decision(each.candidacy)) for each in report.standings.standings]
    rows = [
        [
            subject.title(standing.candidacy),
            subject.or_nothing(report.candidacy(standing.candidacy).carried_by),
            subject.or_nothing(report.candidacy(standing.candidacy).service),
            _decision(subject, standing.candidacy, outcome),
        ]
        for standing, outcome in decided
        if outcome and _published(report, standing.candidacy, outcome)
    ]
    if not rows:
        yield text(say("papers.decisions.nobody"))
        return
    columns = [
        Column(say("minutes.candidacies.candidacy"), 34, strong=True),
        Column(say("minutes.candidacies.holders"), 34),
        Column(say("minutes.candidacies.service"), 28),
        Column(say("minutes.outcomes.decision"), 24),
    ]
    yield table(columns, rows)


def _published(report: StageReport, candidacy: str, outcome: Outcome) -> bool:
    """Whether a candidacy goes on, by its decision or a call of the reserve list, and has not given its place up."""
    goes_on = outcome.category in _PUBLISHED or report.called(candidacy) is not None
    return goes_on and not report.replaced(candidacy)


def _decision(subject: Subject, candidacy: str, outcome: Outcome) -> str:
    say, call = subject.say, subject.report.called(candidacy)
    if call:
        return say("papers.decisions.called", date=say.long_date(call.called_on))
    return own_words(subject, candidacy, outcome.label) or say(f"outcome.{outcome.category}")


def _nature(subject: Subject, sitting: Sitting) -> str:
    say, decided = subject.say, subject.report.deliberated.authority
    named = sitting.authority or next((each.authority for each in decided if each.authority), "")
    authority = named or say("common.nothing")
    if subject.report.deliberated.authority:
        return say("papers.decisions.by_authority", authority=authority)
    if sitting.nature is Nature.OPINION:
        return say("minutes.follow_up.opinion", authority=authority)
    return say("minutes.follow_up.decision")


write = writer("decisions", story)
