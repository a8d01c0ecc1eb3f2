"""Which sheets nobody may mark: what recusals, absences and the rules come to, cell by cell.

A *bar* keeps a juror from marking a candidacy. Its cells then read as « recused » or « absent » wherever marks are
read, whatever the file holds in them: the recusal or the absence is the one truth, and no act can leave the two in
disagreement. Cells that a marks file gives such a state without one stay what they are, and bar nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from jury_desk.domain.attendance import Attendance
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import TAKES_PART, Member
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.scoring import FixedSheets, Mark, MarkState, RecordedMark, Sheet
from jury_desk.services.preparation import current_rules

STAGE_SCOPE = "stage"
"""The word of ``[panel] recusal_scope`` and ``absence_scope`` under which one passage stands for all."""

_ByCandidacy = Mapping[str, Mapping[str, Recusal]]


def bar_on(records: Records, stage: str, candidacy: str, juror: str) -> Mark | None:
    """What the cells of a sheet read as while it may not be marked: recused or absent, with the reason."""
    recusal = recusal_bar(records, stage, candidacy, juror)
    if recusal is not None:
        return Mark(MarkState.RECUSED, comment=recusal.reason)
    absence = absence_bar(records, stage, candidacy, juror)
    return None if absence is None else Mark(MarkState.ABSENT, comment=absence.reason)


def bars_on(records: Records, stage: str, candidacy: str, concerned: Collection[str] | None = None) -> dict[str, Mark]:
    """The jurors who may not mark a candidacy, each with what the cells read as; found among those ``concerned``."""
    asked = concerned_jurors(records, stage) if concerned is None else concerned
    if not asked:
        # Asked for every candidacy at every keystroke, and mostly nobody is concerned.
        return {}
    bars = ((juror, bar_on(records, stage, candidacy, juror)) for juror in asked)
    return {juror: bar for juror, bar in bars if bar is not None}


def concerned_jurors(records: Records, stage: str) -> tuple[str, ...]:
    """The jurors of whom a recusal or an absence is noted anywhere in a stage: no other is barred from anything."""
    return tuple(
        dict.fromkeys(
            (
                *records.derived(_recusals_by_juror, Recusal, stage),
                *records.derived(_absences_by_juror, Attendance, stage),
                *records.derived(_away, Member, stage),
            )
        )
    )


def recusal_bar(records: Records, stage: str, candidacy: str, juror: str) -> Recusal | None:
    """The upheld recusal that keeps a juror from marking a candidacy.

    It is one from that candidacy, from the whole stage, or from any other where the rules make one count for all.
    """
    found = records.derived(_recusals_by_juror, Recusal, stage).get(juror)
    if not found:
        return None
    nearest = found.get(candidacy) or found.get("")
    if nearest is None and panel_rule(records, stage, "recusal_scope") == STAGE_SCOPE:
        return next(iter(found.values()))
    return nearest


def absence_bar(records: Records, stage: str, candidacy: str, juror: str) -> Attendance | None:
    """The absence that keeps a juror from marking a candidacy.

    That of the passage itself comes first; then any other, where the rules make one absence count for all; then that of
    the seat, where the rules require presence, nobody said otherwise of this passage, and no mark is given.
    """
    here = records.get(Attendance, stage, candidacy, juror)
    if here is not None and here.override:
        return None
    found = records.derived(_absences_by_juror, Attendance, stage).get(juror, {})
    if candidacy in found:
        return found[candidacy]
    if found and panel_rule(records, stage, "absence_scope") == STAGE_SCOPE:
        return next(iter(found.values()))
    member = records.get(Member, stage, juror)
    if here is not None or member is None or member.presence in TAKES_PART:
        return None
    if not panel_rule(records, stage, "presence_required") or _has_marked(records, stage, candidacy, juror):
        return None
    return Attendance(stage, candidacy, juror, member.presence)


def panel_rule(records: Records, stage: str, key: str) -> object:
    """A key of ``[panel]`` in the newest rules; ``None`` where there are no rules or not the key."""
    try:
        _, rules = current_rules(records, stage)
    except DomainError:
        return None
    return rules.panel.get(key)


def marks_by_juror(records: Records, stage: str, candidacy: str) -> Mapping[str, Sheet]:
    """The marks of a candidacy as the file holds them, by juror and criterion, before any bar."""
    return records.derived(_by_juror, RecordedMark, stage, candidacy)


def _by_juror(marks: Iterable[RecordedMark]) -> Mapping[str, Sheet]:
    found: defaultdict[str, dict[str, Mark]] = defaultdict(dict)
    for recorded in marks:
        found[recorded.juror][recorded.criterion] = recorded.mark
    return FixedSheets(found)


def _has_marked(records: Records, stage: str, candidacy: str, juror: str) -> bool:
    given = marks_by_juror(records, stage, candidacy).get(juror, {})
    return any(mark.state is MarkState.MARKED for mark in given.values())


def _recusals_by_juror(recusals: Iterable[Recusal]) -> _ByCandidacy:
    found: defaultdict[str, dict[str, Recusal]] = defaultdict(dict)
    for recusal in recusals:
        if recusal.bars:
            found[recusal.juror].setdefault(recusal.candidacy, recusal)
    return dict(found)


def _absences_by_juror(attendances: Iterable[Attendance]) -> Mapping[str, Mapping[str, Attendance]]:
    found: defaultdict[str, dict[str, Attendance]] = defaultdict(dict)
    for attendance in attendances:
        if attendance.bars:
            found[attendance.juror][attendance.candidacy] = attendance
    return dict(found)


def _away(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(member.juror for member in members if member.presence not in TAKES_PART)
