"""What a stage still lacks before its next step, as facts; the window words them and leads to each."""

from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.services.preparation import current_rules, entries, panel
from jury_desk.services.scoring import passage_counts


class Lack(StrEnum):
    """The kinds of thing that can be missing."""

    ENTRIES = "entries"
    RULES = "rules"
    FREEZE = "freeze"
    JURORS = "jurors"
    DECLARATIONS = "declarations"
    SHEETS = "sheets"
    OUTCOMES = "outcomes"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, how often, and of how many."""

    lack: Lack
    count: int = 0
    total: int = 0


def missing_of(records: Records, stage_id: str) -> list[Missing]:
    """What a stage with marks lacks, in the order of the work; nothing for the other stages."""
    stage = records.get(Stage, stage_id)
    if stage is None or not stage.has_marks:
        return []
    passages = entries(records, stage_id)
    if passages and all(entry.outcome for entry in passages):
        # Decided: what was not needed for that is not missing any more.
        return []
    voting = [member for member, _ in panel(records, stage_id) if member.voice is Voice.VOTING]
    undeclared = sum(not member.declared for member in voting)
    found = [
        *([] if passages else [Missing(Lack.ENTRIES)]),
        *_of_the_rules(records, stage_id),
        *([] if voting else [Missing(Lack.JURORS)]),
        *([Missing(Lack.DECLARATIONS, undeclared, len(voting))] if undeclared else []),
    ]
    undecided = sum(entry.outcome is None for entry in passages)
    sheets = _of_the_sheets(records, stage_id)
    if sheets is None:
        return found
    if sheets:
        return [*found, *sheets]
    return [*found, *([Missing(Lack.OUTCOMES, undecided, len(passages))] if undecided else [])]


def _of_the_rules(records: Records, stage: str) -> list[Missing]:
    try:
        version, _ = current_rules(records, stage)
    except DomainError:
        return [Missing(Lack.RULES)]
    return [] if version.frozen else [Missing(Lack.FREEZE)]


def _of_the_sheets(records: Records, stage: str) -> list[Missing] | None:
    """The sheets not complete; ``None`` while no mark can be or has been given."""
    try:
        version, _ = current_rules(records, stage)
        passages = passage_counts(records, stage)
    except DomainError:
        return None
    if not version.frozen or not any(each.given for each in passages):
        return None
    owed = sum(len(each.sheets) for each in passages)
    blank = owed - sum(each.complete for each in passages)
    return [Missing(Lack.SHEETS, blank, owed)] if blank else []
