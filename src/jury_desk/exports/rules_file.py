"""Writes a règlement as TOML in the shape and order of the rules file, so that reading it back gives the same one."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jury_desk.domain.rules import Rules, document_of
from jury_desk.exports.atomic import replacing

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def write_rules(rules: Rules, target: Path) -> None:
    """Write ``target`` whole or not at all.

    Raises:
        FileNotWritable: the folder or the medium refused.
    """
    with replacing(target) as temporary:
        temporary.write_text(toml_of(rules), encoding="utf-8", newline="\n")


def toml_of(rules: Rules) -> str:
    """The TOML text of a règlement: defaults spelled out, no comments."""
    return "\n".join(_table_lines(document_of(rules), "")) + "\n"


def _table_lines(table: Mapping[str, Any], path: str) -> Iterator[str]:
    """The plain values first: in TOML, what follows the header of a table is in it."""
    for key, value in table.items():
        if not isinstance(value, Mapping) and not _is_tables(value):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        inner = f"{path}.{_key(key)}" if path else _key(key)
        if isinstance(value, Mapping):
            yield from ("", f"[{inner}]", *_table_lines(value, inner))
        elif _is_tables(value):
            for each in value:
                yield from ("", f"[[{inner}]]", *_table_lines(each, inner))


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _value(key)


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    # JSON's texts, whole numbers and booleans are TOML's, but for the delete character, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
