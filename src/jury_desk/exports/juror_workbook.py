"""A juror's workbook: one protected sheet whose marks are typed into unlocked, validated cells.

What the file is known by when it comes back is hidden in it three times over: a property of the file, the ids before
the rows and over the columns, and a sheet with the values it was handed out with. No title is ever looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from jury_desk import __version__
from jury_desk.domain.exact import decimal_text, exact_text
from jury_desk.domain.formula import Formula
from jury_desk.domain.juror_book import (
    CANDIDACY,
    COMMENT,
    FORMAT,
    HIDDEN_SHEET,
    PROPERTY,
    STATE,
    TOTAL,
    BookLine,
    JurorBook,
)
from jury_desk.domain.rubric import CommentRule, Criterion, CriterionKind
from jury_desk.domain.scoring import MarkState
from jury_desk.exports.atomic import replacing
from jury_desk.exports.phrases import Phrases, phrases_of
from jury_desk.exports.workbook_sheets import ACCENT, GROUND, INK, LINE, MUTED, PrintFrame, printable
from jury_desk.resources import phrases

_PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_TITLE_ROW, _JUROR_ROW, _HOW_ROW, _PRIVACY_ROW, _ID_ROW, _FACTOR_ROW, _HEAD_ROW, _NOTE_ROW = range(8)
_FIRST_ROW = _NOTE_ROW + 1
_FIRST_MARK = 3
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""What Excel allows in the message of a cell."""
_NAME_WIDTH, _MARK_WIDTH, _WIDEST_MARK, _COMMENT_WIDTH = 34, 13, 16, 36
_HELP_WIDTHS = (40, 34, 72)
"""Widths of columns, in characters."""
_BOLD, _SMALL = 1.15, 1.1
"""How much wider than the others bold characters are, and how many more small ones a width holds."""
_LINE, _PROSE_LINE = 15, 14
"""How high a line of text is, in points."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each column stands."""

    criteria: tuple[Criterion, ...]
    has_total: bool
    commented: tuple[Criterion, ...]

    @property
    def total(self) -> int:
        """The column of the totals, where there is one."""
        return _FIRST_MARK + len(self.criteria)

    @property
    def state(self) -> int:
        """The column in which a juror says to be out of a candidacy."""
        return self.total + int(self.has_total)

    @property
    def comment(self) -> int:
        """The column of the comments on a sheet; those of single criteria follow."""
        return self.state + 1

    @property
    def last(self) -> int:
        """The last column."""
        return self.comment + len(self.commented)

    def mark(self, at: int) -> int:
        """The column of a criterion."""
        return _FIRST_MARK + at


def write_juror_workbook(book: JurorBook, target: Path, *, language: str, made_at: datetime) -> None:
    """Write a juror's workbook; a :class:`jury_desk.services.ports.BookWriter`.

    Raises:
        FileNotWritable: the place cannot be written; a file already there is left as it was.
    """
    document = juror_workbook_bytes(book, language=language, made_at=made_at)
    with replacing(target) as temporary:
        temporary.write_bytes(document)


def juror_workbook_bytes(book: JurorBook, *, language: str, made_at: datetime) -> bytes:
    """The workbook itself; equal books and instants give equal bytes."""
    output = BytesIO()
    workbook = xlsxwriter.Workbook(output, _PLAIN_TEXT)
    writing = _Writing(workbook, book, phrases_of(language), made_at.astimezone(UTC))
    writing.write()
    workbook.close()
    return output.getvalue()


class _Writing:
    """One workbook being written."""

    def __init__(self, workbook: Any, book: JurorBook, say: Phrases, made_at: datetime) -> None:
        self._workbook, self._book, self._say, self._made_at = workbook, book, say, made_at
        criteria = tuple(each for each in book.rules.criteria if each.by_jurors)
        commented = tuple(each for each in criteria if each.comment is not CommentRule.OPTIONAL)
        self._columns = _Columns(criteria, _totals_are_their_own(book), commented)
        self._states: dict[str, str] = dict(phrases("grids", say.language)["states"])
        self._formats = _formats(workbook)

    def write(self) -> None:
        """Write every sheet."""
        book, say = self._book, self._say
        self._workbook.set_properties(
            {
                "title": printable(say("grid_book.title", stage=book.stage.name)),
                "subject": printable(book.juror.name),
                "company": printable(book.edition.organisation),
                "comments": f"Jury Desk {__version__}",
                "created": self._made_at.replace(tzinfo=None),
            }
        )
        self._workbook.set_custom_property(PROPERTY, f"{book.edition_id}/{book.stage.id}/{book.juror.id}")
        self._write_grid(self._workbook.add_worksheet(say("grid_book.sheet")))
        self._write_help(self._workbook.add_worksheet(say("grid_book.help")))
        self._write_hidden(self._workbook.add_worksheet(HIDDEN_SHEET))

    # The sheet that is filled in

    def _write_grid(self, sheet: Any) -> None:
        self._write_top(sheet)
        self._write_heads(sheet)
        for at, line in enumerate(self._book.lines):
            self._write_line(sheet, _FIRST_ROW + at, line)
        if self._columns.has_total:
            self._write_mean(sheet)
        self._validate(sheet)
        self._dress(sheet)

    def _write_top(self, sheet: Any) -> None:
        book, say = self._book, self._say
        sheet.write_string(
            _TITLE_ROW, 1, printable(say("grid_book.title", stage=book.stage.name)), self._formats["title"]
        )
        sheet.write_string(
            _JUROR_ROW, 1, printable(say("grid_book.juror", juror=book.juror.name)), self._formats["juror"]
        )
        for row, words in ((_HOW_ROW, say("grid_book.how")), (_PRIVACY_ROW, say("grid_book.privacy"))):
            sheet.merge_range(row, 1, row, self._columns.last, "", self._formats["prose"])
            sheet.write_string(row, 1, words, self._formats["prose"])
            sheet.set_row(row, _lines(words, sum(self._widths()[1:]) * _SMALL) * _PROSE_LINE + 2)

    def _write_heads(self, sheet: Any) -> None:
        columns, say, heads = self._columns, self._say, self._formats
        ids = [CANDIDACY, "", "", *(each.id for each in columns.criteria)]
        names = ["", say("grid_book.number"), say("grid_book.candidacy"), *(each.name for each in columns.criteria)]
        if columns.has_total:
            ids.append(TOTAL)
            names.append(self._total_name())
        ids += [STATE, COMMENT, *(f"{COMMENT}:{each.id}" for each in columns.commented)]
        names += [say("grid_book.state"), say("grid_book.comment")]
        names += [say("grid_book.comment_on", criterion=each.name) for each in columns.commented]
        for at, (id_, name) in enumerate(zip(ids, names, strict=True)):
            sheet.write_string(_ID_ROW, at, printable(id_), heads["code"])
            number = _FIRST_MARK <= at < columns.state
            sheet.write_string(_HEAD_ROW, at, printable(name), heads["head-number" if number else "head"])
            sheet.write_blank(_NOTE_ROW, at, None, heads["note"])
        for at, criterion in enumerate(columns.criteria):
            note = f"{self._scale(criterion)}\n{self._share(criterion)}"
            sheet.write_string(_NOTE_ROW, columns.mark(at), note, heads["note"])
        if columns.has_total:
            for at, factor in enumerate(_factors(self._book)[0]):
                sheet.write_number(_FACTOR_ROW, columns.mark(at), float(factor), heads["code"])

    def _write_line(self, sheet: Any, row: int, line: BookLine) -> None:
        columns, look = self._columns, self._formats
        sheet.write_string(row, 0, printable(line.candidacy.id), look["code"])
        sheet.write_number(row, 1, line.position, look["number"])
        sheet.write_string(row, 2, printable(line.candidacy.title), look["name"])
        for at, criterion in enumerate(columns.criteria):
            value = line.marks[criterion.id].value
            cell = look["locked" if line.locked else "mark"]
            if value is None:
                sheet.write_blank(row, columns.mark(at), None, cell)
            else:
                sheet.write_number(row, columns.mark(at), float(value), cell)
        if columns.has_total:
            cached: float | str = "" if line.total is None else float(line.total)
            sheet.write_formula(row, columns.total, self._total_formula(row), look["total"], cached)
        free = look["locked-text" if line.locked else "text"]
        sheet.write_string(row, columns.state, self._state(line), free)
        sheet.write_string(row, columns.comment, printable(line.comment), free)
        for at, criterion in enumerate(columns.commented, 1):
            sheet.write_string(row, columns.comment + at, printable(line.marks[criterion.id].comment), free)

    def _write_mean(self, sheet: Any) -> None:
        totals = [line.total for line in self._book.lines if line.total is not None]
        row = _FIRST_ROW + len(self._book.lines)
        column = xl_col_to_name(self._columns.total)
        cells = f"{column}{_FIRST_ROW + 1}:{column}{row}"
        cached: float | str = float(sum(totals, Fraction()) / len(totals)) if totals else ""
        sheet.merge_range(row, 1, row, self._columns.total - 1, "", self._formats["mean-name"])
        sheet.write_string(row, 1, self._say("grid_book.mean"), self._formats["mean-name"])
        formula = f'=IF(COUNT({cells})=0,"",AVERAGE({cells}))'
        sheet.write_formula(row, self._columns.total, formula, self._formats["total"], cached)

    def _total_formula(self, row: int) -> str:
        """The sheet's total once every mark it needs is there: factors times marks, and a constant."""
        columns = self._columns
        first, last = columns.mark(0), columns.mark(len(columns.criteria) - 1)
        marks = f"{xl_rowcol_to_cell(row, first)}:{xl_rowcol_to_cell(row, last)}"
        factors = ":".join(xl_rowcol_to_cell(_FACTOR_ROW, each, row_abs=True, col_abs=True) for each in (first, last))
        needed = [columns.mark(at) for at, each in enumerate(columns.criteria) if each.mandatory]
        given = "+".join(f"ISNUMBER({xl_rowcol_to_cell(row, each)})" for each in needed)
        total = f"SUMPRODUCT({factors},{marks})+{_number(_factors(self._book)[1])}"
        step = self._book.rules.rounding.sheet
        if step is not None:
            total = f"ROUND(({total})/{_number(step)},0)*{_number(step)}"
        return f'=IF({given}={len(needed)},{total},"")'

    def _validate(self, sheet: Any) -> None:
        columns = self._columns
        last = max(_FIRST_ROW, _FIRST_ROW + len(self._book.lines) - 1)
        for at, criterion in enumerate(columns.criteria):
            sheet.data_validation(_FIRST_ROW, columns.mark(at), last, columns.mark(at), self._mark_rule(criterion, at))
        rule = {"validate": "list", "source": list(self._states.values()), "ignore_blank": True}
        sheet.data_validation(_FIRST_ROW, columns.state, last, columns.state, rule)

    def _mark_rule(self, criterion: Criterion, at: int) -> dict[str, Any]:
        scale, say = criterion.scale, self._say
        cell = xl_rowcol_to_cell(_FIRST_ROW, self._columns.mark(at))
        low, high, step = (_number(each) for each in (scale.minimum, scale.maximum, scale.step))
        steps = f"({cell}-{low})/{step}"
        levels = "\n".join(criterion.levels)
        return {
            "validate": "custom",
            "value": f"=AND(ISNUMBER({cell}),{cell}>={low},{cell}<={high},ABS({steps}-ROUND({steps},0))<0.000001)",
            "ignore_blank": True,
            "input_title": criterion.name[:_LONGEST_TITLE],
            "input_message": f"{self._scale(criterion)}\n{levels}".strip()[:_LONGEST_MESSAGE],
            "error_title": say("grid_book.wrong_title"),
            "error_message": say("grid_book.wrong", scale=self._scale(criterion))[:_LONGEST_MESSAGE],
        }

    def _dress(self, sheet: Any) -> None:
        columns = self._columns
        sheet.set_column(0, 0, None, None, {"hidden": True})
        for at, width in enumerate(self._widths()[1:], 1):
            sheet.set_column(at, at, width)
        sheet.set_row(_TITLE_ROW, 26)
        sheet.set_row(_JUROR_ROW, 22)
        for row in (_ID_ROW, _FACTOR_ROW):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_row(_HEAD_ROW, 62)
        sheet.set_row(_NOTE_ROW, 28)
        for at in range(len(self._book.lines)):
            sheet.set_row(_FIRST_ROW + at, 32)
        sheet.set_row(_FIRST_ROW + len(self._book.lines), 24)
        sheet.freeze_panes(_FIRST_ROW, _FIRST_MARK)
        sheet.hide_gridlines(2)
        sheet.protect("", {"select_locked_cells": True, "select_unlocked_cells": True, "format_columns": True})
        self._frame().apply(sheet)
        sheet.print_area(0, 1, _FIRST_ROW + len(self._book.lines), columns.last)
        sheet.repeat_rows(_HEAD_ROW, _NOTE_ROW)
        sheet.set_selection(_FIRST_ROW, _FIRST_MARK, _FIRST_ROW, _FIRST_MARK)

    def _widths(self) -> list[int]:
        """How wide each column is, the hidden one before the rows included; a long word of a criterion has its room."""
        columns = self._columns
        words = [word for each in columns.criteria for word in each.name.split()]
        marks = min(_WIDEST_MARK, max(_MARK_WIDTH, *map(len, words), 0))
        comments = [_COMMENT_WIDTH] * (columns.last - columns.comment + 1)
        others = [_MARK_WIDTH] * (columns.comment - columns.total)
        return [0, 4, _NAME_WIDTH, *[marks] * len(columns.criteria), *others, *comments]

    def _frame(self) -> PrintFrame:
        say, book = self._say, self._book
        head = f"{say('grid_book.title', stage=book.stage.name)} · {book.juror.name}"
        return PrintFrame(head, f"{book.rules.title} · {book.version.fingerprint[:8]}", say("grid_book.footer_page"))

    # The others

    def _write_help(self, sheet: Any) -> None:
        say, look = self._say, self._formats
        heads = (say("grid_book.criterion"), say("grid_book.weight"), say("grid_book.levels"))
        for at, (head, width) in enumerate(zip(heads, _HELP_WIDTHS, strict=True)):
            sheet.write_string(0, at, head, look["help-head"])
            sheet.set_column(at, at, width)
        sheet.set_row(0, 24)
        for row, criterion in enumerate(self._columns.criteria, 1):
            cells = (
                criterion.name,
                f"{self._share(criterion)} · {self._scale(criterion)}",
                "\n".join(criterion.levels),
            )
            for at, (words, name) in enumerate(zip(cells, ("help-name", "help", "help"), strict=True)):
                sheet.write_string(row, at, printable(words), look[name])
            # The rows of a protected sheet cannot be made higher by who reads it.
            lines = max(_lines(words, width / _BOLD) for words, width in zip(cells, _HELP_WIDTHS, strict=True))
            sheet.set_row(row, lines * _LINE + 8)
        sheet.hide_gridlines(2)
        sheet.repeat_rows(0)
        sheet.protect()
        self._frame().apply(sheet)

    def _write_hidden(self, sheet: Any) -> None:
        book = self._book
        facts = {
            "format": FORMAT,
            "edition": book.edition_id,
            "stage": book.stage.id,
            "juror": book.juror.id,
            "rules": book.version.fingerprint,
            "made_at": self._made_at.isoformat(timespec="seconds"),
        }
        rows = [["fact", name, value] for name, value in facts.items()]
        for line in book.lines:
            rows.append(["line", line.candidacy.id])
            rows += [
                ["mark", line.candidacy.id, each.id, "" if mark.value is None else exact_text(mark.value), mark.comment]
                for each in self._columns.criteria
                # A blank can have its comment; what is written on a state is the reason of it, and stays here.
                if (mark := line.marks[each.id]).state is MarkState.MARKED
                or (mark.comment and mark.state is MarkState.BLANK)
            ]
            rows += [[name, line.candidacy.id, words] for name, words in self._base_words(line) if words]
        for row, cells in enumerate(rows):
            for at, words in enumerate(cells):
                sheet.write_string(row, at, printable(words))
        sheet.protect()
        sheet.very_hidden()

    def _base_words(self, line: BookLine) -> list[tuple[str, str]]:
        return [("state", self._state(line)), ("comment", line.comment)]

    # Words

    def _state(self, line: BookLine) -> str:
        states = {mark.state for mark in line.marks.values()}
        state = states.pop() if len(states) == 1 else MarkState.BLANK
        return self._states.get(state.value, "")

    def _total_name(self) -> str:
        aggregation = self._book.rules.aggregation
        if aggregation.result != "out_of":
            return self._say("grid_book.total")
        return self._say("grid_book.total_out_of", out_of=self._say.number(exact_text(aggregation.out_of)))

    def _scale(self, criterion: Criterion) -> str:
        if criterion.kind is CriterionKind.YES_NO:
            return self._say("grid_book.yes_no")
        scale = criterion.scale
        low, high, step = (self._say.number(exact_text(each)) for each in (scale.minimum, scale.maximum, scale.step))
        return self._say("grid_book.scale", low=low, high=high, step=step)

    def _share(self, criterion: Criterion) -> str:
        total = sum((each.weight for each in self._book.rules.criteria if each.mandatory), Fraction())
        if not criterion.mandatory or not total:
            return self._say("grid_book.beside")
        percent = criterion.weight / total * 100
        decimal = decimal_text(percent, 0 if percent.denominator == 1 else 1)
        return self._say("grid_book.share", share=self._say.number(decimal))


def _lines(words: str, width: float) -> int:
    """How many lines words take in a column of that width."""
    return sum(max(1, -(-len(line) // max(1, int(width)))) for line in words.split("\n"))


def _totals_are_their_own(book: JurorBook) -> bool:
    """Whether a sheet's total hangs on nothing but its own marks, all of them asked of the juror."""
    counted = [each for each in book.rules.criteria if each.counts]
    general = book.rules.aggregation.across_jurors
    return (
        any(each.mandatory for each in counted)
        and all(each.by_jurors for each in counted)
        and all(each.across_jurors in (None, general) for each in counted)
    )


def _factors(book: JurorBook) -> tuple[Sequence[Fraction], Fraction]:
    """What each mark is multiplied by in a sheet's total, and what is added once."""
    formula = Formula(book.rules)
    units = formula.parts(dict.fromkeys(formula.terms, Fraction(1)))
    asked = [each for each in book.rules.criteria if each.by_jurors]
    terms = {each.id: formula.terms.get(each.id) for each in asked}
    factors = [
        Fraction(0) if (term := terms[each.id]) is None else each.weight * term.slope * units[each.id] for each in asked
    ]
    constant = sum(
        (each.weight * term.offset * units[each.id] for each in asked if (term := terms[each.id]) is not None),
        Fraction(0),
    )
    return factors, constant


def _number(value: Fraction) -> str:
    """A number in a formula: exact where it ends, else a quotient."""
    return exact_text(value) if value.denominator == 1 else f"({value.numerator}/{value.denominator})"


def _formats(workbook: Any) -> dict[str, Any]:
    base = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "vcenter"}
    ruled = base | {"bottom": 1, "bottom_color": LINE}
    free = {"locked": False, "bg_color": GROUND}
    explained = ruled | {"text_wrap": True, "valign": "top", "align": "left", "indent": 1}
    looks: dict[str, dict[str, Any]] = {
        "title": base | {"bold": True, "font_size": 16},
        "juror": base | {"bold": True, "font_size": 12, "font_color": ACCENT},
        "prose": base | {"text_wrap": True, "font_color": MUTED, "font_size": 10, "valign": "top"},
        "code": base | {"font_color": MUTED},
        "head": base | {"bold": True, "text_wrap": True, "valign": "bottom", "align": "left", "indent": 1},
        "head-number": base | {"bold": True, "text_wrap": True, "valign": "bottom", "align": "right"},
        "note": base | {"font_size": 9, "font_color": MUTED, "text_wrap": True, "align": "right", "bottom": 2},
        "number": ruled | {"align": "right", "font_color": MUTED},
        "name": ruled | {"bold": True, "text_wrap": True, "align": "left", "indent": 1},
        "mark": ruled | free | {"align": "right"},
        "locked": ruled | {"align": "right", "font_color": MUTED},
        "text": ruled | free | {"text_wrap": True, "align": "left", "indent": 1},
        "locked-text": ruled | {"text_wrap": True, "font_color": MUTED, "align": "left", "indent": 1},
        "total": ruled | {"align": "right", "bold": True, "num_format": "0.00"},
        "help-head": base | {"bold": True, "align": "left", "indent": 1, "bottom": 2},
        "help-name": explained | {"bold": True},
        "help": explained,
        "mean-name": base | {"align": "right", "bold": True},
    }
    return {name: workbook.add_format(look) for name, look in looks.items()}
