"""A proclaimed stage is closed: whatever changes it later is refused, whichever way it comes.

The file asks here before it stores anything, so that an undo, an import or a script is answered as the window is.
"""

from collections.abc import Iterable

from jury_desk.domain.decision import AuthorityDecision, Proclamation, ReserveCall
from jury_desk.domain.edition import AmendmentDraft, Stage
from jury_desk.domain.errors import DomainError
from jury_desk.domain.journal import Change
from jury_desk.domain.records import OF_A_STAGE, Records

_AFTERWARDS = frozenset({AuthorityDecision.entity, ReserveCall.entity, AmendmentDraft.entity})
"""What only comes once the results are proclaimed, or changes nothing of them."""


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
        StageProclaimed: one of them touches a proclaimed stage and is neither what may follow a proclamation nor the
            beginning of its rectification.
    """
    for change in changes:
        if change.entity in OF_A_STAGE and change.entity not in _AFTERWARDS:
            in_force = proclaimed(records, change.key[0])
            if in_force and not _begins_rectification(change, in_force):
                raise StageProclaimed(records.need(Stage, change.key[0]).name)


def _begins_rectification(change: Change, in_force: Proclamation) -> bool:
    return (
        change.entity == Proclamation.entity
        and change.before is None
        and change.key == (in_force.stage, str(in_force.number + 1))
    )
