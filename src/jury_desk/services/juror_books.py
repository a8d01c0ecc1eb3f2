"""Workbooks for jurors: what each holds, and writing one for every member who marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition, Stage
from jury_desk.domain.errors import DomainError, FileNotWritable, RulesNotFrozen
from jury_desk.domain.juror_book import BookLine, JurorBook, ReturnedBook
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rules import Rules
from jury_desk.services.columns import folded
from jury_desk.services.ports import JuryFile, SheetFiles, Toolbox
from jury_desk.services.preparation import current_rules, entries, panel, withdrawn
from jury_desk.services.scoring import Cell, mark_at, sheet_of
from jury_desk.services.sheets import OUT, SheetFigures, sheet_state
from jury_desk.services.wording import error_sentence


@dataclass(frozen=True, slots=True)
class ReadBooks:
    """What reading several files gave: the workbooks, and for the others a sentence each."""

    books: tuple[ReturnedBook, ...]
    unreadable: Mapping[Path, str]


def edition_id(file: JuryFile) -> str:
    """What tells an edition from all others: the id of its first act."""
    return file.events()[0].uuid


def juror_books(file: JuryFile, stage: str, jurors: Sequence[str] = ()) -> list[JurorBook]:
    """The workbooks of a stage, of these jurors or of all who mark.

    Raises:
        RulesNotFrozen: marks given under rules that may still change would be worth nothing.
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    return [
        JurorBook(
            records.need(Edition),
            edition_id(file),
            records.need(Stage, stage),
            rules,
            version,
            juror,
            member,
            tuple(_lines(records, stage, rules, juror.id)),
        )
        for member, juror in panel(records, stage)
        if member.voice is not Voice.NONE and (not jurors or juror.id in jurors)
    ]


def export_books(
    toolbox: Toolbox, books: Sequence[JurorBook], folder: Path, *, language: str, made_at: datetime
) -> list[Path]:
    """Write one workbook for each juror into ``folder``, named for the juror.

    Raises:
        FileNotWritable: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(str(folder), error.strerror or str(error)) from error
    written = []
    for book in books:
        target = folder / book_name(book)
        toolbox.sheets.write_book(book, target, language=language, made_at=made_at)
        written.append(target)
    return written


def book_name(book: JurorBook) -> str:
    """The file name of a juror's workbook: the stage, the juror's id, and the name in plain letters."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in folded(book.juror.name))
    words = "-".join(part for part in (book.stage.id, book.juror.id.lower(), *plain.split("-")) if part)
    return f"{words[:80]}.xlsx"


def _lines(records: Records, stage: str, rules: Rules, juror: str) -> Iterator[BookLine]:
    figures = SheetFigures(records, stage)
    gone = withdrawn(records, stage)
    for position, entry in enumerate(entries(records, stage), 1):
        sheet = sheet_of(records, stage, entry.candidacy, juror)
        state = sheet_state(records, stage, entry.candidacy, juror, rules.criteria)
        marks = {
            each.id: mark_at(records, stage, Cell(entry.candidacy, juror, each.id))
            for each in rules.criteria
            if each.by_jurors
        }
        yield BookLine(
            records.need(Candidacy, entry.candidacy),
            position,
            marks,
            sheet.comment,
            locked=sheet.settled or state in OUT or entry.candidacy in gone,
            total=figures.sheet_alone(entry.candidacy, juror),
        )


def read_books(sheets: SheetFiles, paths: Sequence[Path], language: str) -> ReadBooks:
    """Read workbooks that came back; what cannot be read is told file by file and stops none of the others."""
    books: list[ReturnedBook] = []
    unreadable: dict[Path, str] = {}
    for path in paths:
        try:
            books.append(sheets.read_book(path))
        except DomainError as error:
            unreadable[path] = error_sentence(error, language)
    return ReadBooks(tuple(books), unreadable)
