"""The writers of documents by name; each loads what it needs with the first document that it writes."""

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from jury_desk.services.ports import DocumentWriter

if TYPE_CHECKING:
    from jury_desk.domain.minutes import StageReport


def _writer(module: str, name: str) -> DocumentWriter:
    """A document writer whose module, and the library that it needs, load at the first document."""

    def write(report: "StageReport", target: Path, *, language: str, made_at: datetime) -> None:
        getattr(import_module(module), name)(report, target, language=language, made_at=made_at)

    return write


DOCUMENTS = {
    "workbook": (_writer("jury_desk.exports.scores_workbook", "write_workbook"), ".xlsx"),
    "minutes": (_writer("jury_desk.exports.minutes_pdf", "write_minutes"), ".pdf"),
    "minutes.html": (_writer("jury_desk.exports.minutes_pdf", "write_minutes_html"), ".html"),
    "minutes.docx": (_writer("jury_desk.exports.minutes_pdf", "write_minutes_docx"), ".docx"),
    "release": (_writer("jury_desk.exports.papers.release", "write"), ".pdf"),
    "decisions": (_writer("jury_desk.exports.papers.decisions", "write"), ".pdf"),
    "letters": (_writer("jury_desk.exports.papers.letters", "write"), ".pdf"),
    "individual": (_writer("jury_desk.exports.papers.individual", "write"), ""),
    "running-order": (_writer("jury_desk.exports.papers.running_order", "write"), ".pdf"),
    "attendance": (_writer("jury_desk.exports.papers.attendance", "write"), ".pdf"),
    "interests": (_writer("jury_desk.exports.papers.interests", "write"), ".pdf"),
    "detailed": (_writer("jury_desk.exports.papers.detailed", "write"), ".pdf"),
    "grids": (_writer("jury_desk.exports.papers.grids", "write"), ".pdf"),
}
"""The restricted ones last; those that are made when nothing else is asked for: ``reporting.USUAL_DOCUMENTS``."""
