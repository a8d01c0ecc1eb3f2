"""Entities as JSON documents and back: the one form in which the journal and the file write them."""

import hashlib
import json
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from jury_desk.domain.exact import exact_text

Document = dict[str, Any]
T = TypeVar("T")


def to_document(value: object) -> Any:
    """A dataclass as a dict, its numbers as exact texts, its tuples as lists."""
    if is_dataclass(value):
        return {field.name: to_document(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_document(item) for item in value]
    if isinstance(value, Fraction):
        return exact_text(value)
    return value.value if isinstance(value, StrEnum) else value


def from_document(kind: type[T], document: Any) -> T:
    """The dataclass that :func:`to_document` wrote; a field that the document lacks takes its default.

    Raises:
        ValueError: for a value that is not of its field's type.
        TypeError: when a field without a default is missing.
    """
    hints = _hints(cast("Hashable", kind))
    return kind(**{name: _read(hints[name], document[name]) for name in hints if name in document})


def canonical(document: Any) -> bytes:
    """The one byte form of a JSON document: sorted keys, no blanks, UTF-8."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(document: Any) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(document)).hexdigest()


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(cast("Any", kind))}


def _read(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], item) for item in value)
    if origin is UnionType:
        return None if value is None else _read(next(arm for arm in get_args(hint) if arm is not NoneType), value)
    if isinstance(hint, type) and is_dataclass(hint):
        return from_document(hint, value)
    if origin is dict:
        return value
    if hint is Fraction or issubclass(hint, StrEnum):
        return hint(value)
    if not isinstance(value, hint):
        raise ValueError(f"{value!r} is not of type {hint.__name__}")  # noqa: TRY004 - one error for every wrong value
    return value
