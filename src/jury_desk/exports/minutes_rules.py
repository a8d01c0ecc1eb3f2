"""The règlement in the minutes, besides its method: how the jury sits, what amendments changed, texts of levels."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.exact import exact_text
from jury_desk.exports.blocks import Column, Gap, Heading, Story, Style, table, text
from jury_desk.services.amendments import version_changes
from jury_desk.services.preparation import rules_of
from jury_desk.services.rules_words import change_lines, session_words

if TYPE_CHECKING:
    from jury_desk.exports.minutes_subject import Subject

_SHORT_PRINT = 8


def session(subject: "Subject") -> Story:
    """Quorum, recusal, presence and votes, as the rules have them."""
    yield Gap(4)
    yield text(session_words(subject.report.rules, subject.say.language))


def versions(subject: "Subject") -> Story:
    """Every frozen version, and what each one changed; nothing where the first one is still in force."""
    frozen, say = subject.report.frozen_versions, subject.say
    if len(frozen) == 1 or not frozen:
        return
    yield Heading(3, say("minutes.versions.heading"))
    yield text(say("minutes.versions.lead", count=len(frozen)), Style.SPACED)
    yield text(_named(subject, frozen[0]), Style.SPACED)
    for former, newer in pairwise(frozen):
        yield text(_named(subject, newer), Style.SPACED)
        yield from _changes(subject, former, newer)


def _named(subject: "Subject", version: RulesVersion) -> str:
    return " ".join(_facts(subject, version))


def _facts(subject: "Subject", version: RulesVersion) -> Iterator[str]:
    say = subject.say
    yield say(
        "minutes.versions.version",
        number=version.version,
        instant=say.instant(version.frozen_at),
        fingerprint=version.fingerprint[:_SHORT_PRINT],
    )
    if version.author:
        yield say("minutes.versions.author", author=version.author)
    if version.reason:
        yield say("minutes.versions.reason", reason=version.reason)


def _changes(subject: "Subject", former: RulesVersion, newer: RulesVersion) -> Story:
    say = subject.say
    lines = change_lines(rules_of(former), rules_of(newer), version_changes(former, newer), say.language)
    if not lines:
        yield text(say("minutes.versions.same"), Style.SPACED)
        return
    columns = [
        Column(say("minutes.versions.what"), 52, strong=True),
        Column(say("minutes.versions.before"), 34),
        Column(say("minutes.versions.after"), 34),
    ]
    yield table(columns, [[each.what, each.before, each.after] for each in lines])
    yield Gap(6)


def levels(subject: "Subject") -> Story:
    """The texts of the levels, criterion by criterion; nothing where none has any."""
    say, codes = subject.say, subject.codes
    described = [each for each in subject.report.rules.criteria if any(each.levels)]
    if not described:
        return
    yield Heading(2, subject.annex("levels", say("minutes.levels.heading")))
    columns = [
        Column(say("minutes.levels.criterion"), 42, strong=True),
        Column(say("minutes.levels.mark"), 12, number=True),
        Column(say("minutes.levels.text"), 66),
    ]
    rows = []
    for criterion in described:
        name = f"{codes[criterion.id]} {criterion.name}"
        for mark, words in zip(criterion.level_marks, criterion.levels, strict=True):
            if words:
                rows.append([name, say.number(exact_text(mark)), words])
                name = ""
    yield table(columns, rows)
