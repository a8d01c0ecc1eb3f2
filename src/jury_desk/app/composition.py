"""Plugs the adapters into the ports.

Heavy libraries load at first need: SQLAlchemy with the first act, readers with the first file to read, reportlab and
XlsxWriter with the first document.
"""

import getpass
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jury_desk.app.clocks import SystemClocks
from jury_desk.app.paths import safety_folder
from jury_desk.services.ports import DocumentWriter, SheetRead, TextFiles, Toolbox
from jury_desk.storage.files import SqliteFiles

if TYPE_CHECKING:
    from jury_desk.domain.minutes import StageReport


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.now(UTC)

    def monotonic_ms(self) -> int:
        """Milliseconds since an arbitrary instant of this run."""
        return time.monotonic_ns() // 1_000_000


class LateReader:
    """Reads spreadsheets; what it needs loads with the first one."""

    def read(self, path: Path, *, sheet: str = "") -> SheetRead:
        """The table of ``sheet``, as :class:`jury_desk.services.ports.CandidacyReader` says."""
        from jury_desk.importers.candidacy_sheet import CandidacySheetReader  # noqa: PLC0415 - loads at first need

        return CandidacySheetReader().read(path, sheet=sheet)


def make_toolbox(*, actor: str = "", safety: Path | None = None) -> Toolbox:
    """Everything plugged in, with the files' safety copies under ``safety``."""
    clock = SystemClock()
    return Toolbox(
        files=SqliteFiles(clock, actor or getpass.getuser(), safety or safety_folder()),
        reader=LateReader(),
        clock=clock,
        clocks=SystemClocks(),
        documents=_DOCUMENTS,
        read_minutes=_late("jury_desk.importers.minutes_file", "read_minutes"),
        workbook_cells=_late("jury_desk.exports.scores_workbook", "expected_cells"),
        draw_picture=_late("jury_desk.exports.pictures.screen", "screen_picture"),
        **_TEXT_FILES,
    )


def make_text_files() -> TextFiles:
    """What reads and writes rules, marks and results, for who needs no file of an edition."""
    return TextFiles(**_TEXT_FILES)


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function of an adapter whose module loads at the first call."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(module), name)(*arguments)

    return call


_TEXT_FILES: Any = {
    "read_mapping": _late("jury_desk.importers.mapping_file", "read_mapping"),
    "read_rules": _late("jury_desk.importers.rules_file", "read_rules"),
    "write_rules": _late("jury_desk.exports.rules_file", "toml_of"),
    "save_rules": _late("jury_desk.exports.rules_file", "write_rules"),
    "read_marks": _late("jury_desk.importers.marks_file", "read_marks"),
    "read_results": _late("jury_desk.importers.marks_file", "read_results"),
}


def _writer(module: str, name: str) -> DocumentWriter:
    """A document writer whose module, and the library that it needs, load at the first document."""

    def write(report: "StageReport", target: Path, *, language: str, made_at: datetime) -> None:
        getattr(import_module(module), name)(report, target, language=language, made_at=made_at)

    return write


_DOCUMENTS = {
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
