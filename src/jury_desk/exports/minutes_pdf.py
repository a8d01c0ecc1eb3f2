"""The minutes (procès-verbal) in their three forms: the PDF that is signed and verified, and its two twins.

The words are in :mod:`jury_desk.exports.minutes_sections`, the forms in :mod:`jury_desk.exports.pdf_document`,
:mod:`jury_desk.exports.html_document` and :mod:`jury_desk.exports.docx_document`.
"""

from datetime import UTC, datetime
from pathlib import Path

from jury_desk.domain.checklist import is_complete
from jury_desk.domain.minutes import StageReport
from jury_desk.exports.atomic import replacing
from jury_desk.exports.blocks import Document
from jury_desk.exports.html_document import html_bytes
from jury_desk.exports.minutes_files import attached_files
from jury_desk.exports.minutes_sections import story
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.pdf_document import pdf_bytes
from jury_desk.exports.phrases import phrases_of


def write_minutes(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the minutes of a stage; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: the place cannot be written; a file already there is left as it was.
    """
    document = minutes_bytes(report, language=language, made_at=made_at)
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def write_minutes_html(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the minutes as HTML; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: as :func:`write_minutes`.
    """
    document = html_bytes(minutes_document(report, language=language, made_at=made_at))
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def write_minutes_docx(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the minutes as a text file; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: as :func:`write_minutes`.
    """
    from jury_desk.exports.docx_document import docx_bytes  # noqa: PLC0415 - python-docx loads at first need

    document = docx_bytes(minutes_document(report, language=language, made_at=made_at))
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def minutes_bytes(report: StageReport, *, language: str, made_at: datetime) -> bytes:
    """The PDF itself, with the data that every figure can be computed from again, and sealed."""
    files = attached_files(report, language=language, made_at=made_at)
    names = tuple(each.name for each in files)
    document = minutes_document(report, language=language, made_at=made_at, files=names)
    return pdf_bytes(document, files, sealed=True)


def minutes_document(report: StageReport, *, language: str, made_at: datetime, files: tuple[str, ...] = ()) -> Document:
    """The minutes before any form is given to them; ``files`` travel within it."""
    say = phrases_of(language, report.edition.zone)
    subject = Subject(report, say, made_at.astimezone(UTC), files)
    return Document(
        language=say.language,
        title=say("minutes.document_title", stage=report.stage.name),
        author=report.edition.organisation,
        subject=report.edition.title,
        made_at=subject.made_at,
        fingerprint=report.fingerprint,
        notice=say("common.fictitious") if report.edition.fictitious else "",
        watermark=say("common.provisional") if not is_complete(report) else "",
        blocks=tuple(story(subject)),
    )
