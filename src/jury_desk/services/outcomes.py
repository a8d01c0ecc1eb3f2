"""What became of the candidacies of a stage: what was decided, and who goes on."""

from jury_desk.domain.candidacy import Entry, Outcome
from jury_desk.domain.decision import AuthorityDecision, ReserveCall
from jury_desk.domain.records import Records
from jury_desk.services.preparation import entries


def let_through(records: Records, stage: str) -> list[str]:
    """The candidacies that a stage lets go on, in its order: those decided to, and those called from the reserve list.

    Where the authority has decided, its word holds. Whoever was replaced from the reserve list has withdrawn.
    """
    replaced = {call.in_place_of for call in records.within(ReserveCall, stage)}
    return [
        entry.candidacy
        for entry in entries(records, stage)
        if entry.candidacy not in replaced and _goes_on(records, entry)
    ]


def decided_outcome(records: Records, entry: Entry) -> Outcome | None:
    """What holds for a candidacy of a stage: the authority's decision where there is one, else the jury's."""
    decision = records.get(AuthorityDecision, *entry.key)
    return decision.outcome if decision else entry.outcome


def _goes_on(records: Records, entry: Entry) -> bool:
    outcome = decided_outcome(records, entry)
    called = records.get(ReserveCall, *entry.key) is not None
    return called or (outcome is not None and outcome.category.goes_on)
