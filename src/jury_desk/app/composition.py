"""Plugs the adapters into the ports.

Heavy libraries load at first need: SQLAlchemy with the first act, readers with the first file to read, reportlab and
XlsxWriter with the first document.
"""

import getpass
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from jury_desk.app.clocks import SystemClocks
from jury_desk.app.documents import DOCUMENTS
from jury_desk.app.paths import safety_folder
from jury_desk.services.ports import DocumentWriter, SheetFiles, SheetRead, TextFiles, Toolbox
from jury_desk.storage.files import SqliteFiles


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


def make_toolbox(*, actor: str = "", safety: Path | None = None, beside: bool = False) -> Toolbox:
    """Everything plugged in, with the files' safety copies under ``safety``.

    With ``beside`` documents are written in a process of their own, where a clock may be running in this one.
    """
    clock = SystemClock()
    return Toolbox(
        files=SqliteFiles(clock, actor or getpass.getuser(), safety or safety_folder()),
        reader=LateReader(),
        clock=clock,
        clocks=SystemClocks(),
        sheets=_SHEETS,
        documents=_written_beside() if beside else DOCUMENTS,
        read_minutes=_late("jury_desk.importers.minutes_file", "read_minutes"),
        workbook_cells=_late("jury_desk.exports.scores_workbook", "expected_cells"),
        sign_pdf=_late("jury_desk.exports.pdf_signature", "sign_pdf"),
        zone=_late("jury_desk.app.zone", "computer_zone"),
        draw_picture=_late("jury_desk.exports.pictures.screen", "screen_picture"),
        draw_comparison=_late("jury_desk.exports.pictures.comparison", "screen_comparison"),
        **_TEXT_FILES,
    )


def _written_beside() -> Mapping[str, tuple[DocumentWriter, str]]:
    from jury_desk.app.documents_child import ChildWriter  # noqa: PLC0415 - the command line writes by itself

    return {name: (ChildWriter(name), ending) for name, (_, ending) in DOCUMENTS.items()}


def make_text_files() -> TextFiles:
    """What reads and writes rules, marks and results, for who needs no file of an edition."""
    return TextFiles(**_TEXT_FILES)


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function of an adapter whose module loads at the first call."""

    def call(*arguments: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*arguments, **named)

    return call


_TEXT_FILES: Any = {
    "read_mapping": _late("jury_desk.importers.mapping_file", "read_mapping"),
    "read_rules": _late("jury_desk.importers.rules_file", "read_rules"),
    "write_rules": _late("jury_desk.exports.rules_file", "toml_of"),
    "save_rules": _late("jury_desk.exports.rules_file", "write_rules"),
    "read_marks": _late("jury_desk.importers.marks_file", "read_marks"),
    "read_results": _late("jury_desk.importers.marks_file", "read_results"),
}

_SHEETS = SheetFiles(
    write_paper=_late("jury_desk.exports.paper_sheets", "write_paper_sheets"),
    write_book=_late("jury_desk.exports.juror_workbook", "write_juror_workbook"),
    read_book=_late("jury_desk.importers.juror_workbook", "read_juror_workbook"),
)
