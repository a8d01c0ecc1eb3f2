"""Reads a règlement from TOML, problems with the line where they stand."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from jury_desk.domain.document_reader import Problem
from jury_desk.domain.errors import FileNotFound, SheetUnreadable
from jury_desk.domain.rules import Rules, RulesRefused, rules_from_document
from jury_desk.importers.toml_lines import line_of, lines_by_path

_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_rules(path: Path) -> Rules:
    """The règlement of a file.

    Raises:
        FileNotFound: no such file.
        SheetUnreadable: it cannot be read, or is not text in UTF-8.
        RulesRefused: every problem, with its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise FileNotFound(str(path)) from error
    except UnicodeDecodeError as error:
        raise SheetUnreadable(str(path), "encoding") from error
    except OSError as error:
        raise SheetUnreadable(str(path), "not_readable") from error
    return rules_from_toml(text)


def rules_from_toml(text: str) -> Rules:
    """The règlement that a TOML text holds.

    Raises:
        RulesRefused: every problem, with its line; of a text that is no TOML, the first.
    """
    try:
        # As written: 0.1 stays one tenth, and never becomes the nearest binary number.
        document = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        raise RulesRefused((_syntax_problem(error, text),)) from error
    try:
        return rules_from_document(document)
    except RulesRefused as refused:
        lines = lines_by_path(text)
        placed = (replace(each, line=line_of(lines, each.path)) for each in refused.problems)
        raise RulesRefused(tuple(sorted(placed, key=lambda each: each.line or 0))) from refused


def _syntax_problem(error: tomllib.TOMLDecodeError, text: str) -> Problem:
    message = str(error)
    place = _AT_LINE.search(message)
    line = int(place[1]) if place and place[1] else len(text.splitlines())
    return Problem("", "toml", {"detail": _AT_LINE.sub("", message)}, line)
