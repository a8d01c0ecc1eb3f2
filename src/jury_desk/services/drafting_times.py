"""Writing the times of a règlement: phases and breaks in short or written out, hours and warnings as typed."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from jury_desk.domain.errors import NotANumber
from jury_desk.domain.exact import parse_exact
from jury_desk.domain.pitch_format import PhaseKind
from jury_desk.domain.timing_rules import OF_A_PASSAGE
from jury_desk.resources import phrases
from jury_desk.services.drafting import Document, moved, value_at, with_value
from jury_desk.services.wording import figure_words, phase_name

PHASES, BREAKS = "timing.phases", "timing.breaks"
KINDS = (
    PhaseKind.PITCH,
    PhaseKind.QUESTIONS,
    PhaseKind.CHANGEOVER,
    PhaseKind.DELIBERATION,
    PhaseKind.BREAK,
)
"""What a phase of a passage may be for."""

_SHORT_BREAK = ("break", "break_after")
_HOUR = re.compile(r"(\d{1,2})\s*[hH:]\s*(\d{2})?")


def kind_words(language: str) -> list[tuple[str, str]]:
    """Every kind of phase with what it is called, « Exposé »."""
    return [(kind.value, _capital(phase_name(kind.value, language))) for kind in KINDS]


def typed_hour(text: str) -> str:
    """An hour as the rules have it: « 9h30 », « 14 h » and « 14:00 » are one; anything else as it is."""
    found = _HOUR.fullmatch(text.strip())
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else text.strip()


def typed_minutes(text: str) -> list[str]:
    """The numbers of « 2 ; 0,5 », each with a decimal point; what is none stays as it is."""
    return [each.replace(",", ".") for each in re.split(r"[;\s]+", text.strip()) if each]


def counts_by_itself(phase: Mapping[str, Any]) -> bool:
    """Whether a phase is the candidate's time where the rules do not say."""
    return phase.get("kind", PhaseKind.PITCH.value) in (PhaseKind.PITCH.value, PhaseKind.QUESTIONS.value)


def with_phases_written_out(document: Document) -> Document:
    """The document with the phases of a passage one by one, as the short keys say them."""
    timing = dict(document.get("timing", {}))
    written = [{"id": key, "kind": key, "minutes": timing[key]} for key in OF_A_PASSAGE if timing.get(key)]
    kept = {key: value for key, value in timing.items() if key not in OF_A_PASSAGE}
    return {**document, "timing": {**kept, "phases": written or [_phase(PhaseKind.PITCH.value, ())]}}


def with_phases_in_short(document: Document) -> Document | None:
    """The document with one number for each phase of a passage; ``None`` when that would lose something."""
    written = value_at(document, PHASES) or []
    order = [str(each.get("kind")) for each in written]
    plain = all(set(each) <= {"id", "kind", "minutes"} for each in written)
    if not plain or order != [key for key in OF_A_PASSAGE if key in order]:
        return None
    timing = {key: value for key, value in document["timing"].items() if key != "phases"}
    return {**document, "timing": {**timing, **{str(each["kind"]): each.get("minutes", "") for each in written}}}


def with_breaks_written_out(document: Document, passages: int) -> Document:
    """The document with its breaks one by one; half-way is after a numbered passage then."""
    timing = dict(document.get("timing", {}))
    after = timing.get("break_after") or max(1, (passages + 1) // 2)
    first = {"after": after, "minutes": timing.get("break") or "15"}
    kept = {key: value for key, value in timing.items() if key not in _SHORT_BREAK}
    return {**document, "timing": {**kept, "breaks": [first]}}


def with_breaks_in_short(document: Document) -> Document | None:
    """The document with one break or none; ``None`` when that would lose something."""
    written = value_at(document, BREAKS) or []
    if len(written) > 1 or any(each.get("label") for each in written):
        return None
    timing = {key: value for key, value in document["timing"].items() if key != "breaks"}
    keys = zip(_SHORT_BREAK, ("minutes", "after"), strict=True)
    short = {key: written[0][inner] for key, inner in keys if written and inner in written[0]}
    return {key: value for key, value in {**document, "timing": {**timing, **short}}.items() if value != {}}


def with_another_phase(document: Document) -> Document:
    """The document with one more phase, of the kind that comes after the last one."""
    written = list(value_at(document, PHASES) or ())
    taken = [str(each.get("id")) for each in written]
    kinds = [str(each.get("kind")) for each in written]
    kind = next((each for each in OF_A_PASSAGE if each not in kinds), PhaseKind.QUESTIONS.value)
    return with_value(document, PHASES, [*written, _phase(kind, taken)])


def with_phase_kind(document: Document, index: int, kind: str) -> Document:
    """The document with a phase of another kind; an id that only said the kind follows."""
    written = list(value_at(document, PHASES) or ())
    former = written[index]
    changed = {**former, "kind": kind}
    if str(former.get("id", "")).rstrip("0123456789-") == former.get("kind", PhaseKind.PITCH.value):
        others = [str(each.get("id")) for each in written if each is not former]
        changed["id"] = _free(kind, others)
    if changed.get("counts") == counts_by_itself(changed):
        del changed["counts"]
    return with_value(document, f"{PHASES}[{index}]", changed)


def with_counting(document: Document, index: int, *, counts: bool) -> Document:
    """The document with a phase that is the candidate's time, or not; said only where it is not what its kind says."""
    phase = {key: value for key, value in value_at(document, f"{PHASES}[{index}]").items() if key != "counts"}
    said = {} if counts == counts_by_itself(phase) else {"counts": counts}
    return with_value(document, f"{PHASES}[{index}]", {**phase, **said})


def with_another_break(document: Document) -> Document:
    """The document with one more break, after the passage that follows the last one."""
    written = list(value_at(document, BREAKS) or ())
    after = max((int(each["after"]) for each in written if str(each.get("after", "")).isdecimal()), default=0) + 1
    return with_value(document, BREAKS, [*written, {"after": after, "minutes": "15"}])


def without_line(document: Document, path: str, index: int) -> Document:
    """The document without a line of a list; the last phase stays."""
    left = [each for number, each in enumerate(value_at(document, path) or ()) if number != index]
    if not left and path == PHASES:
        return document
    return with_value(document, path, left or None)


def with_line_moved(document: Document, path: str, index: int, by: int) -> Document:
    """The document with a line of a list further up (negative) or down."""
    return with_value(document, path, moved(value_at(document, path) or (), index, by))


def phase_words(phase: Mapping[str, Any], language: str) -> str:
    """A phase of the rules in words: « Exposé 5 min, avertit à 1 min »."""
    said = phrases("vocabulary", language)["times"]
    kind = str(phase.get("kind", PhaseKind.PITCH.value))
    name = phase.get("label") or _capital(phase_name(kind, language))
    told = [said["phase"].format(name=name, minutes=_read(phase, language))]
    if phase.get("warnings"):
        marks = said["and"].join(_number(str(each), language) for each in phase["warnings"])
        told.append(said["warns"].format(minutes=marks))
    if "counts" in phase:
        told.append(said["counts" if phase["counts"] else "counts_not"])
    return ", ".join(told)


def break_words(pause: Mapping[str, Any], language: str) -> str:
    """A break of the rules in words: « Pause 15 min après le passage 5 »."""
    said = phrases("vocabulary", language)["times"]
    name = pause.get("label") or _capital(phase_name(PhaseKind.BREAK.value, language))
    return str(said["break"].format(name=name, minutes=_read(pause, language), passage=pause.get("after", "")))


def _phase(kind: str, taken: Sequence[str]) -> dict[str, Any]:
    return {"id": _free(kind, taken), "kind": kind, "minutes": "5"}


def _free(kind: str, taken: Sequence[str]) -> str:
    if kind not in taken:
        return kind
    return next(each for number in range(2, len(taken) + 3) if (each := f"{kind}-{number}") not in taken)


def _read(item: Mapping[str, Any], language: str) -> str:
    return _number(str(item.get("minutes", "")), language)


def _number(text: str, language: str) -> str:
    with suppress(NotANumber):
        return figure_words(parse_exact(text), language)
    return text


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
