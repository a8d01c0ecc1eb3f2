"""Plugs the adapters into the ports.

Heavy libraries load at first need: SQLModel with the first file, reportlab and XlsxWriter with the first document.
"""

import getpass
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jury_desk.app.paths import safety_folder
from jury_desk.domain.minutes import StageReport
from jury_desk.exports.rules_file import toml_of
from jury_desk.importers.candidacy_sheet import CandidacySheetReader
from jury_desk.importers.mapping_file import read_mapping
from jury_desk.importers.marks_file import read_marks, read_results
from jury_desk.importers.rules_file import read_rules
from jury_desk.services.ports import TextFiles, Toolbox

_TEXT_FILES: Any = {
    "read_mapping": read_mapping,
    "read_rules": read_rules,
    "write_rules": toml_of,
    "read_marks": read_marks,
    "read_results": read_results,
}


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.now(UTC)

    def monotonic_ms(self) -> int:
        """Milliseconds since an arbitrary instant of this run."""
        return time.monotonic_ns() // 1_000_000


def make_toolbox(*, actor: str = "", safety: Path | None = None) -> Toolbox:
    """Everything plugged in, with the files' safety copies under ``safety``."""
    from jury_desk.storage.files import SqliteFiles  # noqa: PLC0415 - SQLModel loads at first need

    clock = SystemClock()
    return Toolbox(
        files=SqliteFiles(clock, actor or getpass.getuser(), safety or safety_folder()),
        reader=CandidacySheetReader(),
        clock=clock,
        documents={"workbook": (_write_workbook, ".xlsx"), "minutes": (_write_minutes, ".pdf")},
        **_TEXT_FILES,
    )


def make_text_files() -> TextFiles:
    """What reads and writes rules, marks and results, for who needs no file of an edition."""
    return TextFiles(**_TEXT_FILES)


def _write_workbook(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    from jury_desk.exports.scores_workbook import write_workbook  # noqa: PLC0415 - XlsxWriter loads at first need

    write_workbook(report, target, language=language, made_at=made_at)


def _write_minutes(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    from jury_desk.exports.minutes_pdf import write_minutes  # noqa: PLC0415 - reportlab loads at first need

    write_minutes(report, target, language=language, made_at=made_at)
