"""What a stage still lacks before its next step, as facts; the window words them and leads to each."""

from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.edition import Stage, StageKind
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import Ruling
from jury_desk.services.attendance import seated
from jury_desk.services.preparation import current_rules, entries, undecided_entries, withdrawn
from jury_desk.services.recusals import recusals_of
from jury_desk.services.running_order import owes_draw
from jury_desk.services.scoring import passage_counts


class Lack(StrEnum):
    """The kinds of thing that can be missing."""

    EXAMINATION = "examination"
    ENTRIES = "entries"
    RULES = "rules"
    FREEZE = "freeze"
    ORDER = "order"
    JURORS = "jurors"
    DECLARATIONS = "declarations"
    RULINGS = "rulings"
    RECUSAL_REASONS = "recusal_reasons"
    SHEETS = "sheets"
    OUTCOMES = "outcomes"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, how often, and of how many."""

    lack: Lack
    count: int = 0
    total: int = 0


def missing_of(records: Records, stage_id: str) -> list[Missing]:
    """What a stage with marks lacks, in the order of the work; of the others, what the call leaves to be examined."""
    stage = records.get(Stage, stage_id)
    if stage is not None and stage.kind is StageKind.CALL:
        received = records.within(Candidacy)
        open_ = sum(each.admissibility is Admissibility.RECEIVED for each in received)
        return [Missing(Lack.EXAMINATION, open_, len(received))] if open_ else []
    if stage is None or not stage.has_marks:
        return []
    gone = withdrawn(records, stage_id)
    passages = [entry for entry in entries(records, stage_id) if entry.candidacy not in gone]
    if passages and all(entry.outcome for entry in passages):
        # Decided: what was not needed for that is not missing any more.
        return []
    voting = [member for member, _ in seated(records, stage_id) if member.voice is Voice.VOTING]
    undeclared = sum(not member.declared for member in voting)
    found = [
        *([] if passages else [Missing(Lack.ENTRIES)]),
        *_of_the_rules(records, stage_id),
        *([Missing(Lack.ORDER)] if passages and owes_draw(records, stage_id) else []),
        *([] if voting else [Missing(Lack.JURORS)]),
        *([Missing(Lack.DECLARATIONS, undeclared, len(voting))] if undeclared else []),
        *_of_the_recusals(records, stage_id),
    ]
    undecided = len(undecided_entries(records, stage_id))
    sheets = _of_the_sheets(records, stage_id)
    if sheets is None:
        return found
    if sheets:
        return [*found, *sheets]
    return [*found, *([Missing(Lack.OUTCOMES, undecided, len(passages))] if undecided else [])]


def _of_the_recusals(records: Records, stage: str) -> list[Missing]:
    """Those the chair has still to rule on, and those noted in the session without a word on why."""
    found = recusals_of(records, stage)
    pending = sum(each.ruling is Ruling.PENDING for each in found)
    silent = sum(not each.reason.strip() for each in found)
    counts = {Lack.RULINGS: pending, Lack.RECUSAL_REASONS: silent}
    return [Missing(lack, count, len(found)) for lack, count in counts.items() if count]


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
