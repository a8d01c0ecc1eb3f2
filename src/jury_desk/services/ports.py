"""What the use cases need from the outside; storage, importers and exports implement it, ``app`` plugs them in."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from jury_desk.domain.instants import Instant
from jury_desk.domain.journal import Event
from jury_desk.domain.records import Entity, Records
from jury_desk.services.changes import ChangeSet

if TYPE_CHECKING:
    # What documents and rules are made of loads with them: an open file does without.
    from jury_desk.domain.juror_book import JurorBook, ReturnedBook
    from jury_desk.domain.minutes import StageReport
    from jury_desk.domain.paper import PaperLayout, StagePaper
    from jury_desk.domain.rules import Rules
    from jury_desk.services.comparing import Comparison
    from jury_desk.services.mark_rows import MarkRow
    from jury_desk.services.minutes_seal import Cells, FoundMinutes


class Clock(Protocol):
    """Where instants come from."""

    def now(self) -> datetime:
        """The wall clock, in UTC; for printing only."""

    def monotonic_ms(self) -> int:
        """Milliseconds that never go back within a run."""


class Clocks(Protocol):
    """Where readings of every clock come from."""

    def now(self) -> Instant:
        """All the clocks, read together."""


class Unit(Protocol):
    """The changes of one command; leaving it without a commit forgets them."""

    def put(self, entity: Entity) -> None:
        """Add ``entity`` or replace the one with its key."""

    def remove(self, entity: Entity) -> None:
        """Take ``entity`` out."""

    def beat(self, stage: str, instant: Instant) -> None:
        """Rewrite the heartbeat of a stage's clock in the same transaction."""

    def commit(self, kind: str, *, reason: str = "", target: int | None = None) -> ChangeSet:
        """Write one event and its effect in one transaction; returns once both are on disk.

        Values equal to what the file holds are dropped; when nothing is left, nothing is written.
        """


class JuryFile(Protocol):
    """One open ``.jury`` file: what it holds, and the one way to change it."""

    @property
    def path(self) -> Path:
        """Where the file is."""

    @property
    def records(self) -> Records:
        """All it holds; read only, changed by commits alone."""

    @property
    def saved_at(self) -> datetime | None:
        """When the last act was written, UTC."""

    def unit(self) -> AbstractContextManager[Unit]:
        """A new set of changes."""

    def events(self) -> Sequence[Event]:
        """The journal, oldest first."""

    def beat(self, stage: str, instant: Instant) -> None:
        """Rewrite the heartbeat of a stage's clock: one row, outside the journal.

        Raises:
            FileMoved, FileNotWritable.
        """

    def last_beat(self, stage: str) -> Instant | None:
        """The last heartbeat of a stage's clock."""

    def backup(self, target: Path) -> None:
        """A complete copy, written under a temporary name and then renamed."""

    def make_due_copy(self) -> None:
        """Make the safety copy that is due after so many acts; to be called when nobody is typing."""

    def close(self) -> None:
        """Let the file go."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of a file found; ``problems`` are sentences' keys with their facts."""

    events: int
    head: str
    schema: int
    problems: tuple[tuple[str, str], ...]


class EditionFiles(Protocol):
    """Makes, opens and checks files."""

    def create(self, path: Path, *, clock: Clock | None = None) -> JuryFile:
        """A new, empty file, whose acts are dated by ``clock`` where one is given.

        Raises:
            FileExists: nothing is overwritten.
            FileNotWritable: the place cannot be written.
        """

    def open(self, path: Path) -> JuryFile:
        """An existing file, verified and held for writing.

        Raises:
            FileNotFound, NotAJuryFile, FileNewer, FileInUse, FileDamaged.
        """

    def get_ready(self) -> None:
        """Load what the first act will need; safe beside the window, in another thread."""

    def check(self, path: Path) -> Report:
        """Integrity, schema, chain of the journal, and whether replaying it gives what the tables hold."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with its number in the file, counted from 1 as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A table read from a spreadsheet: its header, its rows, and what was noticed while reading.

    Attributes:
        sheet: name of the sheet read; empty for CSV.
        encoding: of a CSV; empty for workbooks.
        header_row: its number, counted from 1.
        header: the column titles, as written.
        remarks: keys of sentences about what was left out, with their facts.
    """

    path: Path
    sheet: str
    encoding: str
    header_row: int
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    sheets: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


class CandidacyReader(Protocol):
    """Reads a spreadsheet of candidacies in a child process with limits."""

    def read(self, path: Path, *, sheet: str = "") -> SheetRead:
        """The table of ``sheet``, or of the first sheet that holds one.

        Raises:
            FileNotFound: no such file.
            SheetUnreadable: not a spreadsheet, damaged, empty, or past a limit; the reason named.
        """


@dataclass(frozen=True, slots=True)
class PictureColours:
    """The colours of a picture, as ``#RRGGBB``: those of print, or of the scheme of the window.

    Attributes:
        on_accent: of words on ``accent``.
        ground: a tint of ``accent``, under words of ``ink``.
        second: what stands beside ``accent``.
        paper: what the picture lies on; it is not painted.
    """

    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    ground: str
    second: str
    paper: str


@dataclass(frozen=True, slots=True)
class ScreenPicture:
    """A picture for the window.

    Attributes:
        svg: the drawing.
        alternative: what it shows, in words.
        head: of its data, as a table; ``figures``: which of its columns hold numbers.
        rows: the data.
    """

    svg: str
    alternative: str
    head: tuple[str, ...]
    figures: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


class DocumentWriter(Protocol):
    """Writes one document of a stage."""

    def __call__(self, report: "StageReport", target: Path, *, language: str, made_at: datetime) -> None:
        """Write ``target`` under a temporary name, then rename; equal reports and instants give equal bytes.

        Raises:
            FileNotWritable: the place cannot be written; a file already there is left as it was.
        """


@runtime_checkable
class StoppableWriter(DocumentWriter, Protocol):
    """A writer that can be stopped in the middle of a document."""

    def stopped_by(self, stop: Callable[[], bool]) -> DocumentWriter:
        """The writer that looks now and then whether to go on; it raises ``ExportStopped`` and leaves nothing."""


class PaperWriter(Protocol):
    """Writes the blank sheets of a stage as a PDF."""

    def __call__(
        self, paper: "StagePaper", target: Path, *, layout: "PaperLayout", language: str, made_at: datetime
    ) -> None:
        """Write ``target`` as :class:`DocumentWriter` does.

        Raises:
            FileNotWritable: the place cannot be written; a file already there is left as it was.
        """


class BookWriter(Protocol):
    """Writes a juror's workbook."""

    def __call__(self, book: "JurorBook", target: Path, *, language: str, made_at: datetime) -> None:
        """Write ``target`` as :class:`DocumentWriter` does.

        Raises:
            FileNotWritable: the place cannot be written; a file already there is left as it was.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFiles:
    """Sheets that leave the program and come back: on paper, and as workbooks.

    ``read_book`` reads in a child process with limits and raises ``FileNotFound``, ``SheetUnreadable`` or
    ``NotAJurorBook``.
    """

    write_paper: PaperWriter
    write_book: BookWriter
    read_book: "Callable[[Path], ReturnedBook]"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFiles:
    """Reading and writing the files that people write themselves: rules, marks, results, mappings.

    The readers of rules and marks raise what names the line and the reason: ``RulesRefused``, ``MarksRefused``;
    ``save_rules`` writes a file whole or not at all, and raises ``FileNotWritable``.
    """

    read_mapping: Callable[[Path], Mapping[str, str | None]]
    read_rules: "Callable[[Path], Rules]"
    write_rules: "Callable[[Rules], str]"
    save_rules: "Callable[[Rules, Path], None]"
    read_marks: "Callable[[Path], Sequence[MarkRow]]"
    read_results: Callable[[Path], Mapping[str, Fraction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolbox(TextFiles):
    """Everything plugged in: made once by ``app.composition``, handed to the window and the command line.

    Attributes:
        documents: the writers by the name of the document (``workbook``, ``minutes``) with the ending of its file.
        read_minutes: takes a PDF of minutes apart, in a child process; raises ``FileNotFound``, ``NotOurMinutes`` or
            ``MinutesUnreadable``.
        workbook_cells: what each cell of the workbook of a report shows, in a language.
        sign_pdf: writes a copy of a PDF signed with a certificate: the PDF, the copy, the certificate, its passphrase,
            what it is signed for; returns whose certificate it is. Raises ``SigningUnavailable`` without the extra.
        zone: IANA name of the time zone of this computer; empty when it cannot be told.
        draw_picture: a picture by its kind (``ranking``, ``funnel``, ``slope``, ``heat_map``, ``radar:`` and the id of
            a candidacy) of a report, in a language and in the colours of the window.
        draw_comparison: the picture of projects side by side, likewise.
    """

    files: EditionFiles
    reader: CandidacyReader
    clock: Clock
    clocks: Clocks
    documents: Mapping[str, tuple[DocumentWriter, str]]
    sheets: SheetFiles
    read_minutes: "Callable[[Path], FoundMinutes]"
    workbook_cells: "Callable[[StageReport, str], Cells]"
    sign_pdf: Callable[[Path, Path, Path, str, str], str]
    zone: "Callable[[], str]"
    draw_picture: "Callable[[str, StageReport, str, PictureColours], ScreenPicture]"
    draw_comparison: "Callable[[Comparison, str, PictureColours], ScreenPicture]"
