"""The criteria and the method of the rules, in the minutes."""

from fractions import Fraction

from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.domain.rubric import Criterion, CriterionKind, Source
from jury_desk.exports import minutes_rules
from jury_desk.exports.blocks import (
    Column,
    Heading,
    Story,
    table,
    text,
)
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import Phrases
from jury_desk.exports.typography import NBSP
from jury_desk.services.method import method_words

_SHARED_WEIGHTS = (CriterionKind.MARK, CriterionKind.YES_NO)


def method(subject: Subject) -> Story:
    """The criteria, then the method in words."""
    report, say = subject.report, subject.say
    yield Heading(2, say("minutes.method.heading"))
    columns = [
        Column(say("minutes.method.code"), 10),
        Column(say("minutes.method.criterion"), 58, strong=True),
        Column(say("minutes.method.weight"), 12, number=True),
        Column(say("minutes.method.share"), 14, number=True),
        Column(say("minutes.method.scale"), 18, number=True),
        Column(say("minutes.method.threshold"), 24, number=True),
    ]
    yield table(columns, [_criterion_row(subject, criterion) for criterion in report.rules.criteria])
    yield Heading(3, say("minutes.method.method"))
    yield text(method_words(report.rules, say.language))
    yield from minutes_rules.session(subject)
    yield from minutes_rules.versions(subject)


def _criterion_row(subject: Subject, criterion: Criterion) -> list[str]:
    say, shared = subject.say, criterion.kind in _SHARED_WEIGHTS
    notes = _criterion_notes(say, criterion)
    threshold = criterion.eliminatory
    return [
        subject.codes[criterion.id],
        criterion.name + (f" ({', '.join(notes)})" if notes else ""),
        say.number(exact_text(criterion.weight)) if criterion.counts else say("common.nothing"),
        _share(subject, criterion) if shared else say("common.nothing"),
        say(
            "minutes.method.range",
            minimum=say.number(exact_text(criterion.scale.minimum)),
            maximum=say.number(exact_text(criterion.scale.maximum)),
        ),
        f"{threshold.comparator}{NBSP}{say.number(exact_text(threshold.value))}"
        if threshold
        else say("common.nothing"),
    ]


def _criterion_notes(say: Phrases, criterion: Criterion) -> list[str]:
    notes = [say("minutes.method.established")] if criterion.source is Source.SECRETARIAT else []
    if criterion.kind is not CriterionKind.MARK:
        notes.append(say(f"kind.{criterion.kind}"))
    if criterion.better == "lower":
        notes.append(say("minutes.method.lower"))
    return notes


def _share(subject: Subject, criterion: Criterion) -> str:
    total = sum((each.weight for each in subject.report.rules.criteria if each.kind in _SHARED_WEIGHTS), Fraction())
    if not total:
        return subject.say("common.nothing")
    percent = criterion.weight / total * 100
    places = 0 if percent.denominator == 1 else 1
    return subject.say("minutes.method.share_value", share=subject.say.number(decimal_text(percent, places)))
