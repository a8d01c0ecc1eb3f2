"""The minutes as they may be released: the same pages without the files that travel within the others, and unsealed."""

from datetime import datetime
from pathlib import Path

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.atomic import replacing
from jury_desk.exports.minutes_pdf import minutes_document
from jury_desk.exports.pdf_document import pdf_bytes


def write(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the copy for release; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: the place cannot be written; a file already there is left as it was.
    """
    content = pdf_bytes(minutes_document(report, language=language, made_at=made_at))
    with replacing(target) as temporary:
        temporary.write_bytes(content)
