"""The files that travel within the minutes: the data, and a workbook that recomputes the ranking from them.

Both hold the marks without a name beside them and without a comment (:mod:`jury_desk.services.disclosure`).
"""

import json
from datetime import datetime

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.pdf_archive import Attachment
from jury_desk.exports.phrases import phrases_of
from jury_desk.exports.scores_workbook import workbook_bytes
from jury_desk.services.disclosure import unnamed
from jury_desk.services.minutes_data import minutes_data

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attached_files(report: StageReport, *, language: str, made_at: datetime) -> tuple[Attachment, Attachment]:
    """The data, then the workbook."""
    say, stage = phrases_of(language, report.edition.zone), report.stage.id
    data = json.dumps(minutes_data(report), ensure_ascii=False, indent=1).encode()
    workbook = workbook_bytes(unnamed(report), language=language, made_at=made_at)
    return (
        Attachment(f"{stage}-data.json", "application/json", say("minutes.files.data"), "Source", data),
        Attachment(f"{stage}.xlsx", _WORKBOOK, say("minutes.files.workbook"), "Data", workbook),
    )
