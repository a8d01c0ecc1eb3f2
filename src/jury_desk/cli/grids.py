"""``jury-desk sheets``, ``workbooks`` and ``collect``: what goes out to the jurors to be filled in, and comes back."""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from jury_desk.cli.messages import Words
from jury_desk.cli.opening import opened
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.jury import Member
from jury_desk.domain.paper import PaperLayout
from jury_desk.domain.records import Records
from jury_desk.resources import phrases
from jury_desk.services.juror_books import export_books, juror_books, read_books
from jury_desk.services.paper import number_sheets, stage_paper
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.reconciling import (
    TAKEN_BY_DEFAULT,
    BookFindings,
    Finding,
    Kind,
    Reconciliation,
    accept,
    reconcile,
)

LAYOUTS = {"page": PaperLayout.PAGE_EACH, "table": PaperLayout.TABLE}
"""What ``--layout`` names."""

_HINDERS = frozenset({Kind.CONFLICT, Kind.REFUSED, Kind.LOCKED})
"""What somebody has to look at before all of a workbook can be taken."""


def add_outgoing(command: argparse.ArgumentParser, words: Words) -> None:
    """What both commands that make something for jurors can be told."""
    command.add_argument("--juror", action="append", default=[], metavar="ID", help=words["juror"])
    command.add_argument("--language", choices=("fr", "en"), help=words["language"])


def sheets_command(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> str:
    """Number the sheets of a stage and print them blank; what the command prints.

    Raises:
        DomainError: whatever the file does not allow.
    """
    with opened(toolbox, options) as file:
        jurors = _chosen(file.records, options)
        number_sheets(file, options.stage)
        paper = stage_paper(file, options.stage, jurors)
        language = options.language or paper.edition.language
        layout, made_at = LAYOUTS[options.layout], toolbox.clock.now()
        toolbox.sheets.write_paper(paper, options.pdf, layout=layout, language=language, made_at=made_at)
    count = sum(len(pile.sheets) for pile in paper.piles)
    return words["sheets_printed"].format(count=count, path=options.pdf)


def workbooks_command(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> str:
    """Write a workbook for each juror; what the command prints.

    Raises:
        DomainError: whatever the file does not allow.
    """
    with opened(toolbox, options) as file:
        books = juror_books(file, options.stage, _chosen(file.records, options))
        language = options.language or file.records.need(Edition).language
    made = export_books(toolbox, books, options.folder, language=language, made_at=toolbox.clock.now())
    return "\n".join([words["made"], *(f"  {each}" for each in made)])


def collect_command(options: argparse.Namespace, toolbox: Toolbox, words: Words) -> tuple[str, int]:
    """Take workbooks that came back, as one act; what the command prints, and how much somebody has to look at.

    Nothing is taken unless all of it can be, or ``--partial`` leaves what cannot; an emptied cell erases nothing.

    Raises:
        DomainError: whatever the file does not allow.
    """
    read = read_books(toolbox.sheets, options.workbooks, words.language)
    with opened(toolbox, options) as file:
        found = reconcile(file, options.stage, read.books, read.unreadable, words.language)
        left = _left(found)
        takes = not options.dry_run and (options.partial or not left)
        document = _document(found, file.records, words, taken=_take(file, found) if takes else 0)
    if options.json:
        return json.dumps(document, ensure_ascii=False, indent=2), left
    return _text(document, words, took=takes), left


def _chosen(records: Records, options: argparse.Namespace) -> tuple[str, ...]:
    """The jurors asked for; each has to sit in the stage."""
    for juror in options.juror:
        records.need(Member, options.stage, juror)
    return tuple(options.juror)


def _take(file: JuryFile, found: Reconciliation) -> int:
    chosen = [each for each in found.findings if each.kind in TAKEN_BY_DEFAULT]
    accept(file, found.stage, chosen)
    return len(chosen)


def _left(found: Reconciliation) -> int:
    unusable = sum(book.problem is not None for book in found.books)
    return unusable + sum(each.kind in _HINDERS for each in found.findings)


def _document(found: Reconciliation, records: Records, words: Words, *, taken: int) -> dict[str, Any]:
    texts = phrases("grids", words.language)
    return {
        "books": [_book(book, texts) for book in found.books],
        "taken": taken,
        "left": [
            _value(book, each, records, texts)
            for book in found.books
            for each in book.findings
            if each.kind in _HINDERS
        ],
    }


def _book(book: BookFindings, texts: Mapping[str, Any]) -> dict[str, Any]:
    problem = texts["problems"][book.problem.value].format(detail=book.detail) if book.problem else ""
    counts = Counter(each.kind for each in book.findings)
    return {
        "file": book.path.name,
        "juror": book.juror,
        "problem": problem,
        **{kind.value: counts[kind] for kind in Kind},
    }


def _value(book: BookFindings, found: Finding, records: Records, texts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "file": book.path.name,
        "row": found.row,
        "candidacy": records.need(Candidacy, found.candidacy).title,
        "juror": found.juror,
        "criterion": found.criterion,
        "kind": found.kind.value,
        "before": found.before,
        "after": found.after,
        "reason": found.reason or texts["kinds"][found.kind.value],
    }


def _text(document: Mapping[str, Any], words: Words, *, took: bool) -> str:
    lines = [_of_book(book, words) for book in document["books"]]
    for value in document["left"]:
        shown = {name: value[name] or "–" for name in ("before", "after")}
        lines.append(words["value_left"].format(**value | shown, where=value["criterion"] or words["whole_sheet"]))
    if took:
        lines.append(words["collected"].format(taken=document["taken"]))
    return "\n".join(lines)


def _of_book(book: Mapping[str, Any], words: Words) -> str:
    """How many values of a workbook are of each kind that there is, or why none is looked at."""
    if book["problem"]:
        named = book["file"] in book["problem"]
        return str(book["problem"]) if named else words["book_unusable"].format(**book)
    counts = " · ".join(words.values(kind.value, book[kind.value]) for kind in Kind if book[kind.value])
    return words["book_compared"].format(file=book["file"], counts=counts)
