"""The statement that a project may ask for: its own aggregates and reasons; no other project, no name of a juror.

One file for each project, because none may be handed to another.
"""

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.exact import exact_text
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.standings import SelectionStatus, Standing
from jury_desk.exports.atomic import replacing
from jury_desk.exports.blocks import Column, Heading, Story, Style, facts, table, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.own_words import own_words
from jury_desk.exports.papers.paper import head, paper, when_and_where
from jury_desk.exports.pdf_document import pdf_bytes
from jury_desk.exports.phrases import phrases_of

_LONGEST = 60
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
)
"""Names of devices on Windows."""


def write(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the statements into the folder ``target``; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: the folder cannot be written; each file appears whole or not at all.
    """
    subject = Subject(report, phrases_of(language, report.edition.zone), made_at.astimezone(UTC))
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(str(target), error.strerror or str(error)) from error
    for number, candidacy in enumerate(report.candidacies, 1):
        content = pdf_bytes(paper(subject, subject.say("papers.individual.title"), story(subject, candidacy.id)))
        with replacing(target / f"{number:02}-{file_stem(candidacy.title)}.pdf") as temporary:
            temporary.write_bytes(content)


def story(subject: Subject, candidacy: str) -> Story:
    """What concerns one project."""
    report, say = subject.report, subject.say
    standing = report.standings.of(candidacy)
    found = report.candidacy(candidacy)
    yield from head(subject, say("papers.individual.title"), found.title)
    yield facts(
        [
            (say("minutes.candidacies.holders"), subject.or_nothing(found.carried_by)),
            (say("minutes.candidacies.service"), subject.or_nothing(found.service)),
            (say("papers.individual.stage"), report.stage.name),
            (say("minutes.meeting"), subject.or_nothing(when_and_where(subject))),
        ]
    )
    yield Heading(2, say("papers.individual.result"))
    yield facts(
        [
            (
                say("minutes.aggregates.result"),
                say.number(standing.result) if standing.result else say("common.nothing"),
            ),
            (say("minutes.ranking.situation"), _situation(subject, standing)),
            (say("papers.individual.sheets"), _sheets(subject, standing)),
        ]
    )
    yield Heading(2, say("papers.individual.criteria"))
    yield text(say("papers.individual.aggregates"), Style.LEAD)
    yield table(_columns(subject), list(_rows(subject, standing)))
    yield from _decision(subject, candidacy)
    yield Heading(2, say("minutes.secrecy.heading"))
    yield text(say("papers.individual.notice"), Style.SMALL)


def _columns(subject: Subject) -> list[Column]:
    say = subject.say
    return [
        Column(say("minutes.method.criterion"), 60, strong=True),
        Column(say("minutes.method.weight"), 14, number=True),
        Column(say("minutes.method.scale"), 18, number=True),
        Column(say("papers.individual.value"), 22, number=True, strong=True),
    ]


def _rows(subject: Subject, standing: Standing) -> list[list[str]]:
    say, nothing = subject.say, subject.say("common.nothing")
    return [
        [
            criterion.name,
            say.number(exact_text(criterion.weight)) if criterion.counts else nothing,
            say(
                "minutes.method.range",
                minimum=say.number(exact_text(criterion.scale.minimum)),
                maximum=say.number(exact_text(criterion.scale.maximum)),
            ),
            say.number(standing.criteria[criterion.id]) if standing.criteria.get(criterion.id) else nothing,
        ]
        for criterion in subject.report.rules.criteria
    ]


def _situation(subject: Subject, standing: Standing) -> str:
    """The place, in the ranking that the jury adopted where it did, and what it proposes while nothing is decided."""
    report, say = subject.report, subject.say
    adopted = report.deliberated.adopted
    places = {each.candidacy: each.place for each in adopted.places} if adopted else {}
    place = places.get(standing.candidacy) if adopted else standing.place
    if place is None:
        return say(f"status.{standing.status}")
    count = len(places) if adopted else report.standings.ranked
    told = say("papers.individual.place", place=say.ordinal(place), count=count)
    if standing.selection in (None, SelectionStatus.BLOCKED) or report.decision(standing.candidacy):
        return told
    return f"{told} · {say(f'selection.{standing.selection}')}"


def _sheets(subject: Subject, standing: Standing) -> str:
    return subject.say("common.sheets", counted=standing.sheets_counted, expected=standing.sheets_expected)


def _decision(subject: Subject, candidacy: str) -> Story:
    say, outcome = subject.say, subject.report.decision(candidacy)
    yield Heading(2, say("minutes.outcomes.decision"))
    if outcome is None:
        yield text(say("papers.individual.undecided"))
        return
    authority = subject.report.decided_by_authority(candidacy)
    reasons = authority.reason if authority else outcome.motivation
    told = {
        "decision": own_words(subject, candidacy, outcome.label) or say(f"outcome.{outcome.category}"),
        "carrier": own_words(subject, candidacy, outcome.carrier),
        "conditions": own_words(subject, candidacy, outcome.conditions),
        "next_date": say.long_date(outcome.next_date),
        "motivation": own_words(subject, candidacy, reasons),
    }
    pairs = [(say(f"minutes.outcomes.{name}"), words) for name, words in told.items() if words]
    if call := subject.report.called(candidacy):
        pairs.append((say("papers.individual.called"), say.long_date(call.called_on)))
    yield facts(pairs, first=Style.OUTCOME)


def file_stem(title: str) -> str:
    """A title as a name that every system takes: plain letters and figures with hyphens, never empty, never long."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())[:_LONGEST].strip("-")
    return f"{stem}-" if stem in _RESERVED else stem or "sans-nom"
