"""A proclaimed stage is closed: whatever changes it later is refused, whichever way it comes.

So is what its ranking stands on elsewhere: the marks of an earlier stage whose results it carries over, and that a
candidacy without a decision has withdrawn.

The file asks here before it stores anything, so that an undo, an import or a script is answered as the window is.
"""

import json
from collections.abc import Iterable

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.decision import AuthorityDecision, Proclamation, ReserveCall
from jury_desk.domain.edition import AmendmentDraft, RulesVersion, Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.journal import Change
from jury_desk.domain.jury import Member
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.records import OF_A_STAGE, Records
from jury_desk.domain.recusal import Recusal
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import RecordedMark

_AFTERWARDS = frozenset({AuthorityDecision.entity, ReserveCall.entity, AmendmentDraft.entity})
"""What only comes once the results are proclaimed, or changes nothing of them."""

_GIVES_RESULTS = frozenset(
    kind.entity for kind in (RecordedMark, RulesVersion, Entry, Member, Recusal, Attendance, Tenure, ListChange)
)
"""What the results of a stage come from, which later ones may carry over."""


class StageProclaimed(DomainError):
    """A change to a stage whose results are proclaimed."""

    stage: str


def proclaimed(records: Records, stage: str) -> Proclamation | None:
    """The proclamation in force; none before the first, nor while a rectification is open."""
    newest = newest_proclamation(records, stage)
    return newest if newest and newest.at else None


def newest_proclamation(records: Records, stage: str) -> Proclamation | None:
    """The last version of the proclaimed results, closed or being rectified."""
    return max(records.within(Proclamation, stage), key=lambda each: each.number, default=None)


def check(records: Records, changes: Iterable[Change]) -> None:
    """Let changes be stored.

    Raises:
        StageProclaimed: one of them touches a proclaimed stage, or what its ranking stands on, and is neither what may
            follow a proclamation nor the beginning of its rectification.
    """
    named = dict.fromkeys(each.stage for each in records.within(Proclamation))
    closed = {stage: in_force for stage in named if (in_force := proclaimed(records, stage))}
    if not closed:
        return
    for change in changes:
        if above := _stage_above(records, change, closed):
            raise StageProclaimed(records.need(Stage, above).name)
        if change.entity in OF_A_STAGE and change.entity not in _AFTERWARDS:
            in_force = closed.get(change.key[0])
            if in_force and not _begins_rectification(change, in_force):
                raise StageProclaimed(records.need(Stage, change.key[0]).name)


def _stage_above(records: Records, change: Change, closed: Iterable[str]) -> str:
    """The proclaimed stage whose ranking a change elsewhere would change; empty: none."""
    if change.entity == Candidacy.entity:
        found = (each for each in closed if _stays_withdrawn(records, each, change))
    elif change.entity in _GIVES_RESULTS and not _decides_only(change):
        found = (each for each in closed if each != change.key[0] and change.key[0] in _carried(records, each))
    else:
        return ""
    return next(found, "")


def _stays_withdrawn(records: Records, stage: str, change: Change) -> bool:
    if records.get(ListChange, stage, *change.key, ListChangeKind.WITHDRAWN.value):
        # The stage itself has noted the withdrawal: what its page says since changes nothing there.
        return False
    entry = records.get(Entry, stage, *change.key)
    said = [document and document["admissibility"] for document in (change.before, change.after)]
    return entry is not None and entry.outcome is None and said[0] == Admissibility.WITHDRAWN != said[1]


def _decides_only(change: Change) -> bool:
    return change.entity == Entry.entity and change.before is not None and change.after is not None


def _carried(records: Records, stage: str) -> frozenset[str]:
    """The stages whose results enter that of a stage, also through others."""
    found: set[str] = set()
    waiting = [stage]
    while waiting:
        for each in records.derived(_named, RulesVersion, waiting.pop()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)


def _named(versions: list[RulesVersion]) -> tuple[str, ...]:
    newest = max(versions, key=lambda each: each.version, default=None)
    return rules_from_document(json.loads(newest.document)).carried_stages if newest else ()


def _begins_rectification(change: Change, in_force: Proclamation) -> bool:
    return (
        change.entity == Proclamation.entity
        and change.before is None
        and change.key == (in_force.stage, str(in_force.number + 1))
    )
