"""Entities to rows and back, through the documents that the journal writes too."""

import json
from typing import Any

from jury_desk.domain.documents import Document, canonical, from_document, to_document
from jury_desk.domain.journal import Change, Event

Row = dict[str, Any]

_FLAGS = {"fictitious", "declared", "closed_session", "no_benefit", "no_contact", "confidentiality", "keeps_marks"}
_NESTED = {
    *("holders", "answers", "outcome", "attendees", "dissents", "choices", "candidacies", "bench", "places"),
    *("order", "among", "details"),
}
_SPREAD = {
    "mark": ("mark", ("state", "value", "comment")),
    "timing_event": ("at", ("real_ms", "awake_ms", "wall_ms", "offset_min", "boot", "process")),
}
"""The field of an entity that is a value with columns of its own."""


def row_of(entity: str, document: Document) -> Row:
    """The columns of an entity's document."""
    if entity in _SPREAD:
        field, _ = _SPREAD[entity]
        document = {**document, **document[field]}
        del document[field]
    row = {name: _column(name, value) for name, value in document.items()}
    return {"only": 1, **row} if entity == "edition" else row


def document_of(entity: str, row: Row) -> Document:
    """The document of the entity that a row keeps."""
    document = {name: _field(name, value) for name, value in row.items() if name != "only"}
    if entity in _SPREAD:
        field, columns = _SPREAD[entity]
        document[field] = {column: document.pop(column) for column in columns}
    return document


def event_row(event: Event) -> Row:
    """The columns of an event."""
    document: Row = to_document(event)
    return {**document, "changes": canonical(document["changes"]).decode()}


def event_of(row: Row) -> Event:
    """The event that a row keeps."""
    changes = tuple(from_document(Change, each) for each in json.loads(row["changes"]))
    return Event(**{**row, "changes": changes})


def _column(name: str, value: Any) -> Any:
    if name in _FLAGS:
        return int(value)
    return canonical(value).decode() if name in _NESTED and value is not None else value


def _field(name: str, value: Any) -> Any:
    if name in _FLAGS:
        return bool(value)
    return json.loads(value) if name in _NESTED and value is not None else value
