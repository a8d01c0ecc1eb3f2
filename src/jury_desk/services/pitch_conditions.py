"""What keeps a session from opening, as facts; the window words them beside a start that is not yet possible."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from jury_desk.domain.attendance import Tenure
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError, RulesNotFrozen
from jury_desk.domain.instants import Instant
from jury_desk.domain.jury import Voice
from jury_desk.domain.pitch_errors import (
    DeclarationsMissing,
    NobodyToHear,
    NoPhases,
    OrderNotDrawn,
    QuorumNotReached,
)
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_presence import Quorum, quorum
from jury_desk.domain.records import Records
from jury_desk.services.attendance import seated, tenure_of
from jury_desk.services.preparation import current_rules, entries
from jury_desk.services.running_order import owes_draw


class Unmet(StrEnum):
    """The conditions of a session. The first three are absolute, the last is a wish, the others may be overridden."""

    RULES_NOT_FROZEN = "rules_not_frozen"
    NOBODY_TO_HEAR = "nobody_to_hear"
    NO_PHASES = "no_phases"
    ORDER_NOT_DRAWN = "order_not_drawn"
    DECLARATIONS = "declarations"
    QUORUM = "quorum"
    ROOM_SCREEN = "room_screen"

    @property
    def is_absolute(self) -> bool:
        """Whether no reason opens the session without it."""
        return self in (Unmet.RULES_NOT_FROZEN, Unmet.NOBODY_TO_HEAR, Unmet.NO_PHASES)

    @property
    def is_optional(self) -> bool:
        """Whether the session opens without it and without a reason."""
        return self is Unmet.ROOM_SCREEN


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition not met: ``count`` of ``total`` are missing (declarations), or there (quorum)."""

    unmet: Unmet
    count: int = 0
    total: int = 0


def away_at(records: Records, stage: str, now: Instant) -> frozenset[str]:
    """The jurors who have not come yet at an instant, or have gone, by the hours noted of their seats."""
    seats = (member.juror for member, _ in seated(records, stage))
    return frozenset(juror for juror in seats if not _is_there(tenure_of(records, stage, juror), now))


def quorum_of(
    records: Records, stage: str, away: frozenset[str] = frozenset(), recused: frozenset[str] = frozenset()
) -> Quorum:
    """How many voting members of a stage are there, and how many its rules ask for.

    Args:
        records: what the file holds.
        stage: the stage.
        away: ids of the jurors who are out of the room now.
        recused: ids of those recused on the passage it is about; they do not count, unless the rules say so.
    """
    try:
        _, rules = current_rules(records, stage)
        needed, counted = int(str(rules.panel.get("quorum", 0))), bool(rules.panel.get("recused_in_quorum"))
    except DomainError:
        needed, counted = 0, False
    return quorum([member for member, _ in seated(records, stage)], needed, away if counted else away | recused)


def unmet_conditions(
    records: Records,
    stage: str,
    shape: SessionFormat,
    *,
    room_screen: bool | None = None,
    away: frozenset[str] = frozenset(),
) -> list[Condition]:
    """Every condition of a session that is not met, the absolute ones first.

    Args:
        records: what the file holds.
        stage: the stage.
        shape: the format that the session would have.
        room_screen: whether the room has its screen; ``None`` when nobody asks.
        away: ids of the jurors who are out of the room now.
    """
    voting = [member for member, _ in seated(records, stage) if member.voice is Voice.VOTING]
    undeclared = sum(not member.declared for member in voting)
    present = quorum_of(records, stage, away)
    found = [
        (not _is_frozen(records, stage), Condition(Unmet.RULES_NOT_FROZEN)),
        (not entries(records, stage), Condition(Unmet.NOBODY_TO_HEAR)),
        (not shape.counting, Condition(Unmet.NO_PHASES)),
        (owes_draw(records, stage), Condition(Unmet.ORDER_NOT_DRAWN)),
        (undeclared > 0, Condition(Unmet.DECLARATIONS, undeclared, len(voting))),
        (not present.reached, Condition(Unmet.QUORUM, present.present, present.needed)),
        (room_screen is False, Condition(Unmet.ROOM_SCREEN)),
    ]
    return [condition for applies, condition in found if applies]


def require_ready(
    records: Records, stage: str, shape: SessionFormat, *, despite: str = "", away: frozenset[str] = frozenset()
) -> None:
    """Refuse a session that may not open.

    Args:
        records: what the file holds.
        stage: the stage.
        shape: the format that the session would have.
        despite: the chair's reason to open it although a condition is not met that may be overridden.
        away: ids of the jurors who are out of the room now.

    Raises:
        RulesNotFrozen, NobodyToHear, NoPhases, OrderNotDrawn, DeclarationsMissing, QuorumNotReached.
    """
    for condition in unmet_conditions(records, stage, shape, away=away):
        if condition.unmet.is_absolute or not despite.strip():
            raise _refusal(condition, records.need(Stage, stage).name)


def _refusal(condition: Condition, stage: str) -> DomainError:
    match condition.unmet:
        case Unmet.RULES_NOT_FROZEN:
            return RulesNotFrozen(stage)
        case Unmet.NOBODY_TO_HEAR:
            return NobodyToHear(stage)
        case Unmet.NO_PHASES:
            return NoPhases(stage)
        case Unmet.ORDER_NOT_DRAWN:
            return OrderNotDrawn(stage)
        case Unmet.DECLARATIONS:
            return DeclarationsMissing(condition.count, condition.total)
        case _:
            return QuorumNotReached(condition.count, condition.total)


def _is_there(tenure: Tenure, now: Instant) -> bool:
    at = datetime.fromtimestamp(now.wall_ms / 1000, UTC)
    arrived, left = ((datetime.fromisoformat(hour) if hour else None) for hour in (tenure.arrived, tenure.left))
    return (arrived is None or arrived <= at) and (left is None or at < left)


def _is_frozen(records: Records, stage: str) -> bool:
    try:
        version, _ = current_rules(records, stage)
    except DomainError:
        return False
    return version.frozen
