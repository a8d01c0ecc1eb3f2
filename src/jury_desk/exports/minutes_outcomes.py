"""What was decided of each candidacy, in the minutes."""

from jury_desk.domain.candidacy import Indicator, Outcome
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
from jury_desk.services.minutes_figures import OUTCOME_TEXTS, key


def outcomes(subject: Subject) -> Story:
    """The decision on each candidacy, in the order of the ranking."""
    report, say = subject.report, subject.say
    decided = {each.id: report.entries[each.id].outcome for each in report.candidacies if each.id in report.entries}
    if not any(decided.values()):
        return
    yield Heading(2, say("minutes.outcomes.heading"))
    for standing in report.standings.standings:
        outcome = decided.get(standing.candidacy)
        if outcome:
            yield from _outcome(subject, standing.candidacy, outcome)
    pending = [subject.title(each) for each, outcome in decided.items() if outcome is None]
    if pending:
        yield Gap(10)
        yield text(say("minutes.outcomes.undecided", names=say.list(pending)), Style.SPACED)


def _outcome(subject: Subject, candidacy: str, outcome: Outcome) -> Story:
    say = subject.say
    yield Heading(3, subject.title(candidacy))
    written = {name: Cell(getattr(outcome, name), key(name, candidacy)) for name in OUTCOME_TEXTS}
    told = {
        "decision": written["label"] if outcome.label else Cell(say(f"outcome.{outcome.category}")),
        "carrier": written["carrier"],
        "conditions": written["conditions"],
        "next_date": Cell(say.long_date(outcome.next_date)),
        "motivation": written["motivation"],
        "indicators": Cell("\n".join(_indicator(subject, each) for each in outcome.indicators)),
    }
    rows = [(say(f"minutes.outcomes.{name}"), cell) for name, cell in told.items() if cell.words]
    taken = [each for each in subject.report.deliberated.taken if each.candidacy == candidacy]
    rows += [(say("minutes.votes.sat"), Cell(deliberation.bench_words(subject, each.bench))) for each in taken]
    yield facts(rows, first=Style.OUTCOME)


def _indicator(subject: Subject, indicator: Indicator) -> str:
    """« Dossiers complets : de 40 % à 90 %, au 31 décembre 2020 (service des aides) »."""
    say = subject.say
    words = [say("minutes.outcomes.indicator", name=indicator.name)]
    if indicator.baseline or indicator.target:
        baseline, target = (subject.or_nothing(each) for each in (indicator.baseline, indicator.target))
        words.append(say("minutes.outcomes.from_to", baseline=baseline, target=target))
    if indicator.date:
        words.append(say("minutes.outcomes.by", date=say.long_date(indicator.date)))
    if indicator.source:
        words.append(say("minutes.outcomes.source", source=indicator.source))
    return " ".join(words)
