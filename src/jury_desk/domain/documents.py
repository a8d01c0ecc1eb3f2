"""Entities as JSON documents and back: the one form in which the journal and the file write them."""

import hashlib
import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from jury_desk.domain.exact import exact_text

Document = dict[str, Any]
Converter = Callable[[Any], Any]
T = TypeVar("T")


def to_document(value: object) -> Any:
    """A dataclass as a dict, its numbers as exact texts, its tuples as lists."""
    return _writer(cast("Any", type(value)))(value)


def from_document(kind: type[T], document: Any) -> T:
    """The dataclass that :func:`to_document` wrote; a field that the document lacks takes its default.

    Raises:
        ValueError: for a value that is not of its field's type.
        TypeError: when a field without a default is missing.
    """
    readers = _readers(cast("Hashable", kind))
    return kind(**{name: read(document[name]) for name, read in readers.items() if name in document})


def canonical(document: Any) -> bytes:
    """The one byte form of a JSON document: sorted keys, no blanks, UTF-8."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(document: Any) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(document)).hexdigest()


@cache
def _writer(kind: type) -> Converter:
    """What makes a value's JSON form, after its type; made once, as its :func:`_reader`."""
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda value: {name: to_document(getattr(value, name)) for name in names}
    if issubclass(kind, tuple):
        return lambda value: [to_document(item) for item in value]
    if issubclass(kind, Fraction):
        return exact_text
    return (lambda value: value.value) if issubclass(kind, StrEnum) else _as_it_is


@cache
def _readers(kind: Hashable) -> dict[str, Converter]:
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(cast("Any", kind))}


@cache
def _reader(hint: Any) -> Converter:
    """What makes a field's value of its JSON form; made once, for a file holds tens of thousands."""
    origin = get_origin(hint)
    if origin is tuple:
        item = _reader(get_args(hint)[0])
        return lambda value: tuple(map(item, value))
    if origin is UnionType:
        given = _reader(next(arm for arm in get_args(hint) if arm is not NoneType))
        return lambda value: None if value is None else given(value)
    if origin is dict:
        return _as_it_is
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(from_document, hint)
    if hint is Fraction or issubclass(hint, StrEnum):
        return cast("Converter", hint)
    return partial(_checked, hint)


def _as_it_is(value: Any) -> Any:
    return value


def _checked(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"{value!r} is not of type {kind.__name__}")  # noqa: TRY004 - one error for every wrong value
    return value
