"""What complete minutes contain: the 28 items of the field page's checklist (a), each with what is still blank.

An item that must be there and has a gap keeps the minutes PROVISOIRE. Some items are asked only of some stages or only
when something happened: a vote, a reserve list, a draw; otherwise they do not apply.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.candidacy import Admissibility, OutcomeCategory
from jury_desk.domain.decision import Nature, Sitting
from jury_desk.domain.edition import StageKind
from jury_desk.domain.jury import Role
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.pitch_state import PassageStatus, PhaseStatus
from jury_desk.domain.recusal import Ruling
from jury_desk.domain.timing_rules import is_drawn


class Need(StrEnum):
    """How much an item is asked for."""

    MUST = "must"
    SHOULD = "should"
    OPTION = "option"


class ItemState(StrEnum):
    """Whether an item is there."""

    DONE = "done"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist; ``gaps`` are the keys of what is blank."""

    number: int
    need: Need
    state: ItemState
    gaps: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether it keeps the minutes provisional."""
        return self.need is Need.MUST and self.state is ItemState.BLANK


def checklist(report: StageReport) -> tuple[Item, ...]:
    """All 28 items, in the order in which the minutes print them."""
    return tuple(_item(number, need, find, report) for number, (need, find) in enumerate(_ITEMS, 1))


def is_complete(report: StageReport) -> bool:
    """Whether nothing that must be in the minutes is blank."""
    return not any(item.blocks for item in checklist(report))


_OVER = (PassageStatus.DONE, PassageStatus.ABSENT)
_Gaps = Iterator[str]
_Find = Callable[[StageReport], "_Gaps | None"]


def _item(number: int, need: Need, find: _Find, report: StageReport) -> Item:
    found = find(report)
    if found is None:
        return Item(number, need, ItemState.NOT_APPLICABLE)
    gaps = tuple(found)
    return Item(number, need, ItemState.BLANK if gaps else ItemState.DONE, gaps)


def _sitting(report: StageReport) -> Sitting:
    return report.deliberated.sitting or Sitting(report.stage.id)


def _blank(**texts: object) -> _Gaps:
    """The names of the texts that are empty."""
    return (name for name, text in texts.items() if not text)


def _organisation(report: StageReport) -> _Gaps:
    edition = report.edition
    return _blank(organisation=edition.organisation, programme=edition.programme or edition.title)


def _meeting(report: StageReport) -> _Gaps:
    sitting = _sitting(report)
    yield from _blank(date=report.stage.date, place=report.stage.place or report.edition.place)
    yield from _blank(opened_at=sitting.opened_at, deliberation_at=sitting.deliberation_at, closed_at=sitting.closed_at)


def _rules(report: StageReport) -> _Gaps:
    return _blank(rules_frozen=report.rules_version.frozen, appointing_act=_sitting(report).appointing_act)


def _members(report: StageReport) -> _Gaps:
    return _blank(panel=report.voting)


def _others(report: StageReport) -> _Gaps:
    return _blank(attendee_left=all(each.left_at for each in _sitting(report).attendees))


def _quorum(report: StageReport) -> _Gaps | None:
    return _blank(quorum_reached=report.quorum_reached) if report.rules.panel.get("quorum") else None


def _presides(report: StageReport) -> _Gaps:
    yield from _blank(presiding=report.presiding)
    by_the_chair = any(seat.juror.id == report.presiding and seat.member.role is Role.CHAIR for seat in report.panel)
    if report.presiding and not by_the_chair:
        yield from _blank(presiding_reason=_sitting(report).presiding_reason)


def _interests(report: StageReport) -> _Gaps:
    declared = all(seat.member.declared for seat in report.voting)
    ruled = all(line.recusal.ruling is not Ruling.PENDING for line in report.recusals)
    return _blank(declarations=declared, rulings=ruled)


def _received(report: StageReport) -> _Gaps:
    turned_down = all(each.reason for each in report.inadmissible)
    examined = all(each.admissibility is not Admissibility.RECEIVED for each in report.received)
    return _blank(admissibility=examined, inadmissible_reason=turned_down)


def _criteria(report: StageReport) -> _Gaps:
    return _blank(rules_frozen=report.rules_version.frozen)


def _always(_report: StageReport) -> _Gaps:
    return iter(())


def _order(report: StageReport) -> _Gaps | None:
    if report.stage.kind is not StageKind.HEARING:
        return None
    fixed = not is_drawn(report.rules.timing) or bool(report.timing and report.timing.orders)
    return _blank(order=fixed)


def _passages(report: StageReport) -> _Gaps | None:
    """The times of every passage, where the rules allot any."""
    if report.stage.kind is not StageKind.HEARING or not report.rules.timing:
        return None
    over = (
        {each.candidacy for each in report.timing.passages if each.passage.status in _OVER} if report.timing else set()
    )
    heard = [each.id for each in report.candidacies if not each.withdrawn]
    return _blank(passages=over.issuperset(heard))


def _incidents(report: StageReport) -> _Gaps | None:
    if report.stage.kind is not StageKind.HEARING:
        return None
    open_phase = report.timing.state.open_phase if report.timing else None
    return _blank(incidents=open_phase is None or open_phase.status is not PhaseStatus.INTERRUPTED)


def _closed_session(report: StageReport) -> _Gaps:
    return _blank(closed_session=_sitting(report).closed_session)


def _sheets(report: StageReport) -> _Gaps | None:
    return None if report.decided_without_marks else _blank(sheets=not report.missing)


def _ranking(report: StageReport) -> _Gaps | None:
    return None if report.decided_without_marks else _ranking_gaps(report)


def _ranking_gaps(report: StageReport) -> _Gaps:
    yield from _blank(tie_at_line=not report.deliberated.tied_at_line, sheets=not report.missing)


def _votes(report: StageReport) -> _Gaps | None:
    return iter(()) if report.deliberated.votes else None


def _adopted(report: StageReport) -> _Gaps | None:
    adopted = report.deliberated.adopted
    if adopted is None:
        return None
    return _blank(adopted_outdated=not report.deliberated.outdated)


def _decisions(report: StageReport) -> _Gaps:
    return _blank(outcomes=all(entry.outcome for entry in report.entries.values()) and bool(report.entries))


def _motivations(report: StageReport) -> _Gaps:
    outcomes = [entry.outcome for entry in report.entries.values() if entry.outcome]
    return _blank(motivations=all(outcome.motivation for outcome in outcomes))


def _reserve(report: StageReport) -> _Gaps | None:
    outcomes = [entry.outcome for entry in report.entries.values() if entry.outcome]
    if not any(outcome.category is OutcomeCategory.RESERVE for outcome in outcomes):
        return None
    return _blank(reserve_until=_sitting(report).reserve_until)


def _questions(report: StageReport) -> _Gaps | None:
    return iter(()) if report.deliberated.questions else None


def _dissents(report: StageReport) -> _Gaps | None:
    return iter(()) if _sitting(report).dissents else None


def _nature(report: StageReport) -> _Gaps:
    sitting = _sitting(report)
    if sitting.nature is Nature.OPINION:
        yield from _blank(authority=sitting.authority)
    yield from _blank(notified_on=sitting.notified_on)


def _signatures(report: StageReport) -> _Gaps:
    roles = {seat.member.role for seat in report.panel}
    return _blank(chair=roles & {Role.CHAIR, Role.VICE_CHAIR}, secretary=Role.SECRETARY in roles)


_ITEMS: tuple[tuple[Need, _Find], ...] = (
    (Need.MUST, _organisation),
    (Need.MUST, _meeting),
    (Need.MUST, _rules),
    (Need.MUST, _members),
    (Need.MUST, _others),
    (Need.MUST, _quorum),
    (Need.MUST, _presides),
    (Need.MUST, _interests),
    (Need.MUST, _received),
    (Need.MUST, _criteria),
    (Need.MUST, _order),
    (Need.MUST, _passages),
    (Need.MUST, _incidents),
    (Need.MUST, _closed_session),
    (Need.SHOULD, _sheets),
    (Need.MUST, _ranking),
    (Need.MUST, _votes),
    (Need.MUST, _adopted),
    (Need.MUST, _decisions),
    (Need.SHOULD, _motivations),
    (Need.MUST, _reserve),
    (Need.OPTION, _questions),
    (Need.OPTION, _dissents),
    (Need.MUST, _nature),
    (Need.SHOULD, _always),
    (Need.MUST, _signatures),
    (Need.SHOULD, _always),
    (Need.MUST, _always),
)
"""By number, from 1."""
