"""The workbook of a stage: marks, and a ranking that recomputes itself from them, beside the official one.

Results stand in the cells as formulas with their present value, so that a preview shows them and any office suite
recalculates them. After writing, the file is read again and compared with the engine before it takes its place.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from jury_desk import __version__
from jury_desk.domain.minutes import StageReport
from jury_desk.exports.atomic import replacing
from jury_desk.exports.phrases import phrases_of
from jury_desk.exports.workbook_audit import audit
from jury_desk.exports.workbook_content import Book
from jury_desk.exports.workbook_sheets import Formats, PrintFrame, printable, shown, write_sheet
from jury_desk.services.disclosure import compares_jurors
from jury_desk.services.method import method_words
from jury_desk.services.minutes_seal import Cells

_PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def write_workbook(report: StageReport, target: Path, *, language: str, made_at: datetime) -> None:
    """Write the workbook of a stage; a :class:`jury_desk.services.ports.DocumentWriter`.

    Raises:
        FileNotWritable: the place cannot be written; a file already there is left as it was.
        WorkbookDiffers: what was written is not what the engine computed; nothing is left behind.
    """
    document = workbook_bytes(report, language=language, made_at=made_at)
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def workbook_bytes(report: StageReport, *, language: str, made_at: datetime) -> bytes:
    """The workbook itself, read again and compared.

    Raises:
        WorkbookDiffers: what was written is not what the engine computed.
    """
    book = Book(report, phrases_of(language, report.edition.zone))
    document = _written(book, made_at.astimezone(UTC))
    audit(document, book)
    return document


def expected_cells(report: StageReport, language: str) -> Cells:
    """What each cell of each sheet shows, for whoever reads a workbook of that report again: heads, then rows."""
    book = Book(report, phrases_of(language, report.edition.zone))
    return {
        sheet.area.sheet: [
            [printable(column.head) for column in sheet.area.columns],
            *([shown(cell) for cell in row] for row in sheet.rows),
        ]
        for sheet in book.sheets.values()
    }


def _written(book: Book, made_at: datetime) -> bytes:
    # In memory first: a disk that fills up then fails in one plain write, with the system's own words.
    output = BytesIO()
    workbook = xlsxwriter.Workbook(output, _PLAIN_TEXT)
    report, say = book.report, book.say
    workbook.set_properties(
        {
            "title": printable(say("workbook.title", stage=report.stage.name)),
            "subject": printable(report.edition.title),
            "company": printable(report.edition.organisation),
            "comments": f"Jury Desk {__version__} · {report.fingerprint}",
            "created": made_at.replace(tzinfo=None),
        }
    )
    formats = Formats(workbook, decimals=book.decimals, french=say.language == "fr")
    frame = _print_frame(book)
    _write_readme(workbook, book, formats, frame, made_at)
    worksheets = {name: write_sheet(workbook, sheet, formats, frame) for name, sheet in book.sheets.items()}
    _equip(workbook, worksheets, book, formats)
    workbook.close()
    return output.getvalue()


def _print_frame(book: Book) -> PrintFrame:
    report, say = book.report, book.say
    notices = [say("common.provisional")] if report.provisional else []
    notices += [say("common.fictitious")] if report.edition.fictitious else []
    return PrintFrame(
        head=" · ".join((report.stage.name, *notices)),
        foot=f"{say('workbook.readme.restricted')} · {report.fingerprint[:8]}",
        page=say("workbook.footer_page"),
    )


def _equip(workbook: Any, worksheets: dict[str, Any], book: Book, formats: Formats) -> None:
    """Names, the rule for weights, and what makes a disagreement stand out."""
    say, criteria = book.say, book.areas["criteria"]
    weights = criteria.index("weight")
    workbook.define_name(say("workbook.criteria.range"), f"={criteria.column('weight')}")
    worksheets["criteria"].data_validation(
        1,
        weights,
        len(book.report.rules.criteria),
        weights,
        {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "input_title": say("workbook.criteria.weight_help_title"),
            "input_message": say("workbook.criteria.weight_help"),
        },
    )
    ranking = book.areas["ranking"]
    if book.live and ranking.rows:
        check = ranking.index("check")
        differs = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{say("workbook.ranking.differs")}"',
            "format": formats.warning,
        }
        worksheets["ranking"].conditional_format(1, check, ranking.rows, check, differs)


def _write_readme(workbook: Any, book: Book, formats: Formats, frame: PrintFrame, made_at: datetime) -> None:
    """The first sheet: what this is, where it comes from, what it computes."""
    report, say = book.report, book.say
    worksheet = workbook.add_worksheet(say("workbook.sheets.readme"))
    worksheet.hide_gridlines(2)
    worksheet.set_column(0, 0, 27)
    worksheet.set_column(1, 1, 96)
    worksheet.write_string(0, 0, printable(report.edition.organisation), formats["label"])
    worksheet.set_row(1, 26)
    worksheet.write_string(1, 0, printable(say("workbook.title", stage=report.stage.name)), formats["title"])
    worksheet.write_string(2, 0, say("workbook.readme.restricted"), formats["subtitle"])
    row = 4
    for label, words in _readme_lines(book, made_at):
        look = "prose" if words else "section"
        if not words:
            row += 1
        worksheet.write_string(row, 0, label, formats["label" if words else "section"])
        worksheet.write_string(row, 1, printable(words), formats[look])
        # A wrapped row fits itself in Excel; a file that no suite has opened yet needs its height said.
        worksheet.set_row(row, 13.5 * max(1, -(-len(words) // 120)) + 4)
        row += 1
    worksheet.print_area(0, 0, row, 1)
    frame.apply(worksheet)
    worksheet.fit_to_pages(1, 1)


def _readme_lines(book: Book, made_at: datetime) -> list[tuple[str, str]]:
    """Labels and words; a label without words begins a section."""
    report, say = book.report, book.say
    version = report.rules_version
    frozen = "minutes.rules_frozen" if version.frozen else "minutes.rules_draft"
    nothing = say("common.nothing")
    facts = {
        "edition": report.edition.title,
        "stage": report.stage.name,
        "date": say.long_date(report.stage.date) or nothing,
        "rules": f"{report.rules.title} · {say(frozen, instant=say.instant(version.frozen_at))}",
        "rules_print": version.fingerprint or nothing,
        "data_print": report.fingerprint,
        "journal_head": report.head or nothing,
        "made": say("minutes.made_value", instant=say.instant(made_at.isoformat()), version=__version__),
    }
    lines = [(say(f"workbook.readme.{name}"), words) for name, words in facts.items()]
    notices = [
        name
        for name, there in (("fictitious", report.edition.fictitious), ("provisional", report.provisional))
        if there
    ]
    lines += [("", say(f"common.{name}")) for name in notices]
    lines.append((say("workbook.readme.method"), method_words(report.rules, say.language)))
    lines += [(say("workbook.readme.how"), ""), *(("", words) for words in _explanation(book))]
    if book.footnotes:
        lines += [(say("workbook.readme.footnotes"), ""), *(("", words) for words in book.footnotes)]
    lines.append((say("workbook.readme.where"), ""))
    lines += [(say(f"workbook.sheets.{name}"), say(f"workbook.readme.sheet_{name}")) for name in book.sheets]
    return lines


def _explanation(book: Book) -> list[str]:
    words = _how_it_computes(book)
    if not book.report.named:
        throughout = "throughout" if compares_jurors(book.rules) else "apart"
        words.append(book.say(f"workbook.readme.unnamed_{throughout}"))
    return words


def _how_it_computes(book: Book) -> list[str]:
    say = book.say
    tabs = {name: say(f"workbook.sheets.{name}") for name in ("marks", "criteria", "grid", "ranking")}
    if not book.live:
        reasons = say.list([say(f"workbook.static.{reason}") for reason in book.obstacles])
        return [say("workbook.readme.static", reasons=reasons, **tabs), say("workbook.readme.sheet_rule")]
    words = [say(f"workbook.readme.{name}", **tabs) for name in ("live", "sheet_rule", "rounding")]
    if book.carried_steps:
        steps = say.list([book.step_words(step) for step in book.carried_steps])
        words.append(say("workbook.readme.static_ties", steps=steps))
    return words
