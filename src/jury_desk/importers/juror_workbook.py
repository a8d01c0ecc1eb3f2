"""Reads a juror's workbook that came back, .xlsx or saved again as .ods, in the child process; known by hidden ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jury_desk.domain.errors import FileNotFound, NotAJurorBook, SheetUnreadable
from jury_desk.domain.juror_book import (
    CANDIDACY,
    COMMENT,
    FORMAT,
    HIDDEN_SHEET,
    PROPERTY,
    STATE,
    ReturnedBook,
    ReturnedLine,
)
from jury_desk.importers.candidacy_sheet import worker_command
from jury_desk.importers.child import ask_child
from jury_desk.importers.sheet_worker import WHOLE

Rows = Sequence[tuple[int, Sequence[str]]]


@dataclass
class _Base:
    """What the hidden sheet remembers of the day the workbook was handed out."""

    facts: dict[str, str] = field(default_factory=dict)
    lines: set[str] = field(default_factory=set)
    marks: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    comments: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    words: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


def read_juror_workbook(path: Path) -> ReturnedBook:
    """The content of a workbook that came back.

    Raises:
        FileNotFound: no such file.
        SheetUnreadable: no workbook, damaged, or past a limit; the reason named.
        NotAJurorBook: a workbook that is none of ours, or whose property and hidden sheet do not say the same.
    """
    if not path.exists():
        raise FileNotFound(str(path))
    answer = ask_child([*worker_command(), str(path.absolute()), WHOLE, ""])
    if "refused" in answer:
        raise SheetUnreadable(str(path), answer["refused"])
    tables = {table["sheet"]: _rows(table) for table in answer["tables"]}
    base = _base(tables.get(HIDDEN_SHEET, ()))
    known = "/".join(base.facts.get(name, "") for name in ("edition", "stage", "juror"))
    grid = next((rows for rows in tables.values() if _id_row(rows) is not None), None)
    if base.facts.get("format") != FORMAT or answer["properties"].get(PROPERTY) != known or grid is None:
        raise NotAJurorBook(str(path))
    return ReturnedBook(
        path=path,
        edition_id=base.facts["edition"],
        stage=base.facts["stage"],
        juror=base.facts["juror"],
        fingerprint=base.facts.get("rules", ""),
        made_at=base.facts.get("made_at", ""),
        lines=tuple(_lines(grid, base)),
        handed_out=frozenset(base.lines),
    )


def _rows(table: Mapping[str, Any]) -> Rows:
    return [(number, cells) for number, cells in table["rows"]]


def _base(rows: Rows) -> _Base:
    base = _Base()
    for _, cells in rows:
        match cells:
            case ["fact", name, value, *_]:
                base.facts[name] = value
            case ["line", candidacy, *_]:
                base.lines.add(candidacy)
            case ["mark", candidacy, criterion, value, *more]:
                base.marks[candidacy][criterion] = value
                base.comments[candidacy][criterion] = _cell(more, 0)
            case [("state" | "comment") as name, candidacy, value, *_]:
                base.words[candidacy][name] = value
    return base


def _id_row(rows: Rows) -> int | None:
    """Where the ids of the columns stand among the rows."""
    return next((at for at, (_, cells) in enumerate(rows) if cells and cells[0] == CANDIDACY), None)


def _lines(rows: Rows, base: _Base) -> Iterator[ReturnedLine]:
    at = _id_row(rows) or 0
    columns = {id_: place for place, id_ in enumerate(rows[at][1]) if id_}
    criteria = [id_ for id_ in columns if not id_.startswith("@")]
    for number, cells in rows[at + 1 :]:
        candidacy = _cell(cells, columns[CANDIDACY])
        # What stands below the candidacies, a mean, has no id before it.
        if not candidacy:
            continue
        words = base.words.get(candidacy, {})
        yield ReturnedLine(
            row=number,
            candidacy=candidacy,
            marks={id_: _cell(cells, columns[id_]) for id_ in criteria},
            base=dict(base.marks.get(candidacy, {})),
            state=_cell(cells, columns.get(STATE)),
            base_state=words.get("state", ""),
            comment=_cell(cells, columns.get(COMMENT)),
            base_comment=words.get("comment", ""),
            comments={
                id_: _cell(cells, columns[f"{COMMENT}:{id_}"]) for id_ in criteria if f"{COMMENT}:{id_}" in columns
            },
            base_comments=dict(base.comments.get(candidacy, {})),
        )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
