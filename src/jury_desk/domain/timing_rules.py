"""The ``[timing]`` table of a règlement: read and checked, and what it says as the format of a session.

Times are minutes, as exact numbers: ``"5"``, ``"0.25"``, ``"1/3"``. The short keys give one phase of each kind; with
``[[timing.phases]]`` the phases of a passage are written out instead.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from jury_desk.domain.document_reader import TableReader
from jury_desk.domain.exact import exact_text, parse_exact, round_half_up
from jury_desk.domain.pitch_format import (
    DELIBERATION,
    HALF_WAY,
    OPENING,
    Break,
    PhaseFormat,
    PhaseKind,
    SessionFormat,
    break_id,
)

OF_A_PASSAGE = ("pitch", "questions", "changeover")
"""The short keys that are phases of every passage, in their order."""
_MINUTES = ("pitch", "questions", "deliberation", "changeover", "break", "opening", "tolerance")

_ORDERS_OF_PASSAGE = ("drawn", "given")
_MINUTE = 60_000
_USUAL_WARNING = 60_000
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def read_timing(table: TableReader | None) -> dict[str, object]:
    """The table, checked and kept as it will be written: its numbers as exact texts."""
    if table is None:
        return {}
    kept: dict[str, object] = {}
    for key in _MINUTES:
        _keep(kept, key, _minutes(table, key))
    readers: dict[str, Callable[[], object]] = {
        "order": lambda: table.word("order", "drawn", _ORDERS_OF_PASSAGE),
        "start": lambda: _hour(table),
        "sound": lambda: table.flag("sound", default=False),
        "break_after": lambda: table.count("break_after", 1, least=1),
        "warnings": lambda: _warnings(table),
        "restart": lambda: exact_text(table.positive("restart") or Fraction(1)),
        "phases": lambda: list(_phases(table)),
        "breaks": lambda: list(_breaks(table)),
    }
    kept |= {key: read() for key, read in readers.items() if key in table}
    table.close()
    return kept


def format_of(timing: Mapping[str, Any]) -> SessionFormat:
    """The format that a checked ``[timing]`` table describes."""
    opening, deliberation = _ms(timing.get("opening")), _ms(timing.get("deliberation"))
    restart, tolerance = timing.get("restart"), timing.get("tolerance")
    return SessionFormat(
        phases=tuple(_phase_formats(timing)),
        opening=PhaseFormat(OPENING, PhaseKind.OPENING, opening) if opening else None,
        breaks=tuple(_break_formats(timing)),
        deliberation=PhaseFormat(DELIBERATION, PhaseKind.DELIBERATION, deliberation) if deliberation else None,
        tolerance_ms=None if tolerance is None else _ms(tolerance),
        restart_share=Fraction(1, 2) if restart is None else parse_exact(str(restart)),
        sound=bool(timing.get("sound", False)),
        start=str(timing.get("start", "")),
    )


def is_drawn(timing: Mapping[str, Any]) -> bool:
    """Whether the rules have the order of passage drawn by lot."""
    return timing.get("order") == "drawn"


def _keep(kept: dict[str, object], key: str, value: Fraction | None) -> None:
    if value is not None:
        kept[key] = exact_text(value)


def _minutes(table: TableReader, key: str) -> Fraction | None:
    minutes = table.number(key)
    if minutes is not None and minutes < 0:
        table.refuse(key, "time_negative", text=exact_text(minutes))
    return minutes


def _hour(table: TableReader) -> str:
    hour = table.text("start")
    if not _HOUR.fullmatch(hour):
        table.refuse("start", "not_an_hour", text=hour)
    return hour


def _warnings(table: TableReader) -> list[str]:
    warnings = table.numbers("warnings")
    for index, each in enumerate(warnings):
        if each <= 0:
            table.refuse(f"warnings[{index}]", "time_negative", text=exact_text(each))
    return [exact_text(each) for each in warnings]


def _phases(table: TableReader) -> Iterator[dict[str, object]]:
    for key in OF_A_PASSAGE:
        if key in table:
            table.refuse(key, "time_said_twice", key=key)
    seen: set[str] = set()
    counting = False
    for each in table.tables("phases"):
        kind = each.choice("kind", PhaseKind.PITCH)
        kept: dict[str, object] = {"id": each.text("id", kind.value), "kind": kind.value}
        if kept["id"] in seen:
            each.refuse("id", "phase_taken", id=str(kept["id"]))
        seen.add(str(kept["id"]))
        if each.text("label"):
            kept["label"] = each.text("label")
        if "minutes" not in each:
            each.refuse("", "missing", key="minutes")
        _keep(kept, "minutes", _minutes(each, "minutes"))
        if "warnings" in each:
            kept["warnings"] = _warnings(each)
        counts = each.flag("counts", default=kind.is_of_candidate)
        if "counts" in each:
            kept["counts"] = counts
        counting = counting or counts
        each.close()
        yield kept
    if not counting:
        table.refuse("phases", "no_phase_counts")


def _breaks(table: TableReader) -> Iterator[dict[str, object]]:
    for key in ("break", "break_after"):
        if key in table:
            table.refuse(key, "time_said_twice", key=key)
    for each in table.tables("breaks"):
        for key in ("after", "minutes"):
            if key not in each:
                each.refuse("", "missing", key=key)
        kept: dict[str, object] = {"after": each.count("after", 1, least=1)}
        _keep(kept, "minutes", _minutes(each, "minutes"))
        if each.text("label"):
            kept["label"] = each.text("label")
        each.close()
        yield kept


def _phase_formats(timing: Mapping[str, Any]) -> Iterator[PhaseFormat]:
    general = timing.get("warnings")
    if "phases" not in timing:
        for key in OF_A_PASSAGE:
            allotted = _ms(timing.get(key))
            if allotted:
                kind = PhaseKind(key)
                counts = kind.is_of_candidate
                yield PhaseFormat(key, kind, allotted, "", _warning_times(general, allotted, counts=counts), counts)
        return
    for each in timing["phases"]:
        kind, allotted = PhaseKind(each["kind"]), _ms(each["minutes"])
        counts = bool(each.get("counts", kind.is_of_candidate))
        warnings = _warning_times(each.get("warnings", general), allotted, counts=counts)
        yield PhaseFormat(str(each["id"]), kind, allotted, str(each.get("label", "")), warnings, counts)


def _warning_times(given: Any, allotted: int, *, counts: bool) -> tuple[int, ...]:
    """The remaining times at which a phase warns, longest first: as given, else one minute before the end."""
    if not counts:
        return ()
    times = {_ms(each) for each in given} if given is not None else {min(_USUAL_WARNING, allotted // 5)}
    return tuple(sorted((each for each in times if 0 < each < allotted), reverse=True))


def _break_formats(timing: Mapping[str, Any]) -> Iterator[Break]:
    allotted = _ms(timing.get("break"))
    if allotted:
        after = int(timing.get("break_after", HALF_WAY))
        yield Break(after, PhaseFormat(break_id(after), PhaseKind.BREAK, allotted))
    for each in timing.get("breaks", ()):
        label = str(each.get("label", ""))
        yield Break(each["after"], PhaseFormat(break_id(each["after"]), PhaseKind.BREAK, _ms(each["minutes"]), label))


def _ms(minutes: Any) -> int:
    """Minutes as whole milliseconds; nothing for none."""
    if minutes is None:
        return 0
    return int(round_half_up(parse_exact(str(minutes)) * _MINUTE, Fraction(1)))
