"""On which line of a TOML text each key stands; :mod:`tomllib` does not say.

A small scanner for texts that :mod:`tomllib` has read already: tables, lists of tables and keys at the start of a line.
Keys within an inline table or a list have the line of the key that holds them.
"""

import re
from collections.abc import Mapping

_KEY_PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_KEY = rf"{_KEY_PART}(?:\s*\.\s*{_KEY_PART})*"
_TABLE = re.compile(rf"\s*(\[\[?)\s*({_KEY})\s*\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(rf"\s*({_KEY})\s*=\s*(.*)$")
_PART = re.compile(_KEY_PART)
_MULTILINE_QUOTES = ('"""', "'" * 3)
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")


def lines_by_path(text: str) -> dict[str, int]:
    """The line, counted from 1, of every table and key, by path such as ``criteria[2].weight``."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    awaited = ""
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if awaited:
            awaited = "" if line.count(awaited) % 2 else awaited
        elif depth > 0:
            depth += _brackets(line)
        elif header := _TABLE.match(line):
            table = _table_path(header, counts)
            lines.setdefault(table, number)
        elif assignment := _ASSIGNMENT.match(line):
            path = ".".join(filter(None, [table, *_parts(assignment[1])]))
            lines.setdefault(path, number)
            value = assignment[2]
            awaited = next((quotes for quotes in _MULTILINE_QUOTES if value.count(quotes) % 2), "")
            depth = 0 if awaited else _brackets(value)
    return lines


def line_of(lines: Mapping[str, int], path: str) -> int | None:
    """The line of a path, or of the nearest thing that holds it: a key that is missing has the line of its table."""
    while path:
        if path in lines:
            return lines[path]
        path = path[: path.rindex("[")] if path.endswith("]") else path.rpartition(".")[0]
    return 1


def _table_path(header: re.Match[str], counts: dict[str, int]) -> str:
    """The path of a table; one of a list is numbered, and what stands within the last one is numbered with it."""
    parts = _parts(header[2])
    path = ""
    for index, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        last = index == len(parts) - 1
        if last and header[1] == "[[":
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path


def _parts(key: str) -> list[str]:
    return [part[1:-1] if part[0] in "\"'" else part for part in _PART.findall(key)]


def _brackets(line: str) -> int:
    """How many more brackets open than close, outside of strings and comments."""
    bare = _STRING.sub("", line).partition("#")[0]
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
