"""The letters that tell each project what was decided of it, one after the other in one file to print."""

from jury_desk.domain.candidacy import Candidacy, Outcome
from jury_desk.domain.decision import Nature, Sitting
from jury_desk.domain.jury import Role
from jury_desk.exports.blocks import Gap, Heading, PageBreak, Story, Style, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.own_words import own_words
from jury_desk.exports.papers.paper import writer

_ENDS = ".!?…"


def story(subject: Subject) -> Story:
    """A letter for each candidacy that has a decision, in the order of passage."""
    report = subject.report
    decided = [(each, report.decision(each.id)) for each in report.candidacies]
    told = [(candidacy, outcome) for candidacy, outcome in decided if outcome]
    if not told:
        yield Heading(1, subject.say("papers.letters.title"))
        yield text(subject.say("papers.letters.nobody"))
    for number, (candidacy, outcome) in enumerate(told):
        if number:
            yield PageBreak()
        yield from _letter(subject, candidacy, outcome)


def _letter(subject: Subject, candidacy: Candidacy, outcome: Outcome) -> Story:
    report, say = subject.report, subject.say
    yield text("\n".join(filter(None, (candidacy.carried_by, candidacy.service))))
    yield Gap(18)
    yield text(_place_and_date(subject), Style.LEAD)
    yield Heading(1, say("papers.letters.object", title=candidacy.title), quiet=True)
    yield text(say("papers.letters.greeting"), Style.SPACED)
    for words in _body(subject, candidacy, outcome):
        yield text(words, Style.SPACED)
    yield Gap(6)
    yield text(say("papers.letters.farewell"), Style.SPACED)
    yield Gap(30)
    yield text(_signatory(subject, candidacy))
    if report.edition.appeal_route:
        yield Gap(18)
        yield text(say("papers.letters.appeal_route"), Style.OWNER)
        yield text(report.edition.appeal_route)
    if report.edition.fictitious:
        yield Gap(12)
        yield text(say("common.fictitious"), Style.NOTICE)


def _place_and_date(subject: Subject) -> str:
    report = subject.report
    sitting = report.deliberated.sitting
    day = (
        sitting.notified_on
        if sitting and sitting.notified_on
        else subject.made_at.astimezone(subject.say.zone).date().isoformat()
    )
    place = report.edition.place or report.stage.place
    date = subject.say.long_date(day)
    return subject.say("papers.letters.place_and_date", place=place, date=date) if place else date


def _body(subject: Subject, candidacy: Candidacy, outcome: Outcome) -> list[str]:
    report, say = subject.report, subject.say
    met = say.long_date(report.stage.date)
    opening = "opening_on" if met else "opening"
    told = [say(f"papers.letters.{opening}", title=candidacy.title, stage=report.stage.name, date=met)]
    call, authority = report.called(candidacy.id), report.decided_by_authority(candidacy.id)
    if call:
        told.append(say("papers.letters.from_reserve", date=say.long_date(call.called_on)))
    else:
        told.append(say(f"papers.letters.{outcome.category}", label=_label(subject, candidacy, outcome)))
    facts = {"carrier": outcome.carrier, "conditions": outcome.conditions, "motivation": outcome.motivation}
    if authority:
        facts |= {"motivation": "", "authority_motivation": authority.reason}
    for name, written in facts.items():
        words = own_words(subject, candidacy.id, written).strip()
        if words:
            told.append(say(f"papers.letters.{name}", words=words if words[-1] in _ENDS else f"{words}."))
    if outcome.next_date:
        told.append(say("papers.letters.next_date", date=say.long_date(outcome.next_date)))
    told.append(say("papers.letters.access"))
    return told


def _label(subject: Subject, candidacy: Candidacy, outcome: Outcome) -> str:
    """What the jury calls its decision, after the words of the letter; nothing where it adds nothing to them."""
    say, label = subject.say, own_words(subject, candidacy.id, outcome.label).strip()
    category = say(f"outcome.{outcome.category}")
    if not label.casefold().startswith(category.casefold()):
        return say("papers.letters.called", label=label) if label else ""
    rest = label[len(category) :].strip(" :,–-\u00a0\u202f")
    return say("papers.letters.called_further", label=rest) if rest else ""


def _signatory(subject: Subject, candidacy: Candidacy) -> str:
    """Who decides signs: the authority where it decided or the jury gives an opinion, else who chairs it."""
    report = subject.report
    decided = report.decided_by_authority(candidacy.id)
    if decided and decided.authority:
        return decided.authority
    sitting = report.deliberated.sitting or Sitting(report.stage.id)
    if sitting.nature is Nature.OPINION and sitting.authority:
        return sitting.authority
    chair = next((seat.juror for seat in report.panel if seat.member.role is Role.CHAIR), None)
    told = (subject.say("papers.letters.for_jury"), chair.name, chair.function) if chair else ()
    return "\n".join(filter(None, told))


write = writer("letters", story, several=True)
