"""What all papers have in common: how they begin, and how a story becomes a PDF."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.atomic import replacing
from jury_desk.exports.blocks import Block, Document, Gap, Heading, Story, Style, text
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.pdf_document import pdf_bytes
from jury_desk.exports.phrases import phrases_of
from jury_desk.services.ports import DocumentWriter


def writer(name: str, story: Callable[[Subject], Story], *, several: bool = False) -> DocumentWriter:
    """Writes a paper as a PDF.

    Args:
        name: under which the phrases hold its title, in ``[papers]``.
        story: what it says.
        several: one file holds a paper for each of several people; each page says whose they are.
    """

    def write(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
        subject = Subject(report, phrases_of(language, report.edition.zone), made_at.astimezone(UTC))
        content = pdf_bytes(paper(subject, subject.say(f"papers.{name}.title"), story(subject), several=several))
        with replacing(target) as temporary:
            temporary.write_bytes(content)

    return write


def paper(subject: Subject, title: str, story: Iterable[Block], *, several: bool = False) -> Document:
    """A story as a document of the stage; of several papers, each page bears the head that begins a single one."""
    report, say = subject.report, subject.say
    return Document(
        language=say.language,
        title=f"{title} – {report.stage.name}",
        author=report.edition.organisation,
        subject=report.edition.title,
        made_at=subject.made_at,
        fingerprint=report.fingerprint,
        notice=say("common.fictitious") if report.edition.fictitious else "",
        watermark=say("common.provisional") if report.provisional else "",
        blocks=tuple(story),
        letterhead=_letterhead(report) if several else (),
    )


def head(subject: Subject, title: str, subtitle: str = "") -> Story:
    """Whose paper it is, what it is called, of which stage."""
    report = subject.report
    if report.edition.organisation:
        yield text(report.edition.organisation, Style.OWNER)
    yield text(_programme(report), Style.PROGRAMME)
    yield from title_lines(subject, title, subtitle)


def title_lines(subject: Subject, title: str, subtitle: str = "") -> Story:
    """What a paper is called, under the head that says whose it is."""
    report = subject.report
    yield Heading(1, title)
    yield text(subtitle or report.stage.name, Style.SUBTITLE)
    if report.edition.fictitious:
        yield text(subject.say("common.fictitious"), Style.NOTICE)
        yield Gap(4)


def when_and_where(subject: Subject) -> str:
    """« jeudi 5 mars 2020 · Lille », as far as it is known."""
    report = subject.report
    place = report.stage.place or report.edition.place
    return " · ".join(filter(None, (subject.say.long_date(report.stage.date), place)))


def _letterhead(report: StageReport) -> tuple[str, ...]:
    return tuple(filter(None, (report.edition.organisation, _programme(report))))


def _programme(report: StageReport) -> str:
    return " · ".join(filter(None, (report.edition.programme, report.edition.title)))
