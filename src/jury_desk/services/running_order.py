"""The running order of a session: drawn by lot, with its witness; changed afterwards for a reason only."""

import secrets
from collections.abc import Sequence
from datetime import UTC

from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import DomainError, ReasonMissing, TextMissing
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.pitch_errors import NobodyToHear, OrderTouchesHeard
from jury_desk.domain.pitch_events import TimingEvent, TimingKind
from jury_desk.domain.pitch_order import ALGORITHM, Basis, RunningOrder, draw, with_drawn
from jury_desk.domain.records import Records
from jury_desk.domain.timing_rules import is_drawn
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import Clock, JuryFile
from jury_desk.services.preparation import current_rules, entries, put_entries


def fresh_seed() -> str:
    """A seed that nobody could have chosen, short enough to be read out."""
    return secrets.token_hex(6)


def orders(records: Records, stage: str) -> list[RunningOrder]:
    """Every draw and derogation of a stage, oldest first; the last one is in force."""
    return sorted(records.within(RunningOrder, stage), key=lambda order: order.number)


def owes_draw(records: Records, stage: str) -> bool:
    """Whether the rules have the order drawn by lot and nobody has drawn it, or departed from it for a reason."""
    try:
        _, rules = current_rules(records, stage)
    except DomainError:
        return False
    return is_drawn(rules.timing) and not records.within(RunningOrder, stage)


def draw_order(file: JuryFile, stage: str, clock: Clock, *, seed: str, witness: str, reason: str = "") -> ChangeSet:
    """Draw the order of passage by lot; who has been called already keeps their place.

    Args:
        file: where it is kept.
        stage: whose passages they are.
        clock: for the hour of the draw.
        seed: what is drawn from, :func:`fresh_seed` or a text said aloud; with it anybody can draw again.
        witness: who saw it done.
        reason: why it is drawn again; needed when it has been drawn.

    Raises:
        Unknown: no such stage.
        NobodyToHear: there is nobody to draw.
        TextMissing: without a seed or a witness.
        ReasonMissing: drawn again without one.
    """
    stage_name = file.records.need(Stage, stage).name
    current = [entry.candidacy for entry in entries(file.records, stage)]
    called = _called(file.records, stage)
    among = tuple(sorted(candidacy for candidacy in current if candidacy not in called))
    if not among:
        raise NobodyToHear(stage_name)
    for what, text in (("seed", seed), ("witness", witness)):
        if not text.strip():
            raise TextMissing(what)
    if orders(file.records, stage) and not reason.strip():
        raise ReasonMissing("order_drawn")
    order = with_drawn(current, draw(among, seed.strip()))
    drawn = RunningOrder(
        stage,
        _next_number(file.records, stage),
        Basis.DRAWN,
        _at(clock),
        order,
        among,
        seed.strip(),
        ALGORITHM,
        witness.strip(),
        reason.strip(),
    )
    return _keep(file, drawn, "order_drawn")


def change_order(file: JuryFile, stage: str, clock: Clock, order: Sequence[str], reason: str) -> ChangeSet:
    """Depart from the order in force (dérogation): move passages not yet called, add some, or take some out.

    Raises:
        Unknown: no such stage or candidacy.
        ReasonMissing: a derogation says why.
        OrderTouchesHeard: a passage already called would change its place.
        StillInUse: a candidacy left out has marks in the stage.
    """
    records = file.records
    records.need(Stage, stage)
    if not reason.strip():
        raise ReasonMissing("order_changed")
    current = [entry.candidacy for entry in entries(records, stage)]
    wanted = tuple(dict.fromkeys(order))
    for candidacy in _called(records, stage):
        place = current.index(candidacy)
        if wanted[place : place + 1] != (candidacy,):
            raise OrderTouchesHeard(records.need(Candidacy, candidacy).title)
    if list(wanted) == current:
        return ChangeSet(None)
    number = _next_number(records, stage)
    changed = RunningOrder(stage, number, Basis.DEROGATION, _at(clock), wanted, reason=reason.strip())
    return _keep(file, changed, "order_changed")


def _keep(file: JuryFile, order: RunningOrder, kind: str) -> ChangeSet:
    with file.unit() as unit:
        put_entries(unit, file.records, order.stage, order.order)
        for candidacy in order.order:
            if not file.records.get(Entry, order.stage, candidacy):
                # Whoever comes in by a derogation comes late, and the ranking says so.
                unit.put(ListChange(order.stage, candidacy, ListChangeKind.JOINED, order.at, order.reason))
        unit.put(order)
        return unit.commit(kind, reason=order.reason)


def _called(records: Records, stage: str) -> set[str]:
    """Who has been called, even if the call was taken back: a place once read out is not drawn again."""
    return {event.candidacy for event in records.within(TimingEvent, stage) if event.kind is TimingKind.CALLED}


def _next_number(records: Records, stage: str) -> int:
    return len(records.within(RunningOrder, stage)) + 1


def _at(clock: Clock) -> str:
    return clock.now().astimezone(UTC).isoformat(timespec="seconds")
