"""The acts of a jury in the order in which it does them, each with whether it can be done now and, if not, why.

The bar of acts in the window shows them all at once: nothing is hidden, a disabled one says what it waits for.
"""

from dataclasses import dataclass
from enum import StrEnum

from jury_desk.domain.adoption import tied_groups
from jury_desk.domain.candidacy import OutcomeCategory
from jury_desk.domain.closure import proclaimed
from jury_desk.domain.jury import Member
from jury_desk.domain.pitch_events import TimingEvent, is_under_way
from jury_desk.domain.records import Records
from jury_desk.services.decisions import deviations_of, sitting_of, three_rankings, tied_at_line
from jury_desk.services.deliberation import unvoted_standings
from jury_desk.services.preparation import current_rules, entries, undecided_entries
from jury_desk.services.scoring import completeness


class JuryAct(StrEnum):
    """What a jury does after the marks."""

    DELIBERATE = "deliberate"
    SEPARATE = "separate"
    VOTE = "vote"
    ADOPT = "adopt"
    PUBLISH = "publish"
    DECIDE = "decide"
    PROCLAIM = "proclaim"
    RECTIFY = "rectify"
    AUTHORITY = "authority"
    RESERVE = "reserve"


class Waits(StrEnum):
    """What an act waits for, or why there is nothing to do."""

    SHEETS = "sheets"
    QUORUM = "quorum"
    NO_TIE = "no_tie"
    TIE_AT_LINE = "tie_at_line"
    OUTDATED = "outdated"
    NOT_ADOPTED = "not_adopted"
    UNDECIDED = "undecided"
    SESSION_OPEN = "session_open"
    UNREASONED = "unreasoned"
    PROCLAIMED = "proclaimed"
    NOT_PROCLAIMED = "not_proclaimed"
    NO_RESERVE = "no_reserve"


@dataclass(frozen=True, slots=True)
class ActState:
    """One act; ``waits`` is none when it can be done, ``count`` says how many where that helps."""

    act: JuryAct
    waits: Waits | None = None
    count: int = 0
    done: bool = False

    @property
    def possible(self) -> bool:
        """Whether it can be done now."""
        return self.waits is None


def acts_of(records: Records, stage: str) -> tuple[ActState, ...]:
    """Every act of a stage in order.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    facts = _Facts(records, stage)
    return (
        ActState(JuryAct.DELIBERATE, facts.closed, done=bool(sitting_of(records, stage).deliberation_at)),
        _separate(facts),
        ActState(JuryAct.VOTE, facts.closed or facts.no_quorum),
        ActState(JuryAct.ADOPT, facts.closed or facts.no_quorum or facts.incomplete, facts.missing, facts.is_adopted),
        ActState(JuryAct.PUBLISH, facts.unpublishable),
        ActState(JuryAct.DECIDE, facts.closed, facts.undecided, done=not facts.undecided),
        _proclaim(facts),
        ActState(JuryAct.RECTIFY, None if facts.proclaimed else Waits.NOT_PROCLAIMED),
        ActState(JuryAct.AUTHORITY, None if facts.proclaimed else Waits.NOT_PROCLAIMED),
        _reserve(facts),
    )


class _Facts:
    """What the acts of a stage hang on, looked up once."""

    def __init__(self, records: Records, stage: str) -> None:
        _, rules = current_rules(records, stage)
        self.ties = len(tied_groups(unvoted_standings(records, stage)))
        self.proclaimed = proclaimed(records, stage) is not None
        self.rankings = three_rankings(records, stage)
        self.is_adopted = self.rankings.adopted is not None
        quorum = rules.panel.get("quorum")
        voters = sum(member.votes for member in records.within(Member, stage))
        self.no_quorum = Waits.QUORUM if isinstance(quorum, int) and voters < quorum else None
        self.session_open = is_under_way(records.within(TimingEvent, stage))
        self.unreasoned = sum(not each.reason for each in deviations_of(records, stage))
        self.missing = sum(not sheet.complete for sheet in completeness(records, stage))
        passages = entries(records, stage)
        self.undecided = len(undecided_entries(records, stage))
        outcomes = [entry.outcome for entry in passages if entry.outcome]
        self.in_reserve = sum(outcome.category is OutcomeCategory.RESERVE for outcome in outcomes)

    @property
    def closed(self) -> Waits | None:
        return Waits.PROCLAIMED if self.proclaimed else None

    @property
    def unpublishable(self) -> Waits | None:
        if not self.is_adopted:
            return Waits.NOT_ADOPTED
        return Waits.OUTDATED if self.rankings.outdated and not self.proclaimed else None

    @property
    def incomplete(self) -> Waits | None:
        return Waits.SHEETS if self.missing else None


def _separate(facts: _Facts) -> ActState:
    waits = facts.closed or facts.no_quorum or facts.incomplete or (None if facts.ties else Waits.NO_TIE)
    count = facts.missing if waits is Waits.SHEETS else facts.ties
    return ActState(JuryAct.SEPARATE, waits, count)


def _proclaim(facts: _Facts) -> ActState:
    if facts.proclaimed:
        return ActState(JuryAct.PROCLAIM, Waits.PROCLAIMED, done=True)
    if facts.session_open:
        return ActState(JuryAct.PROCLAIM, Waits.SESSION_OPEN)
    if facts.undecided:
        return ActState(JuryAct.PROCLAIM, Waits.UNDECIDED, facts.undecided)
    if facts.unreasoned:
        return ActState(JuryAct.PROCLAIM, Waits.UNREASONED, facts.unreasoned)
    if facts.rankings.outdated:
        return ActState(JuryAct.PROCLAIM, Waits.OUTDATED)
    return ActState(JuryAct.PROCLAIM, Waits.TIE_AT_LINE if tied_at_line(facts.rankings) else facts.no_quorum)


def _reserve(facts: _Facts) -> ActState:
    if not facts.proclaimed:
        return ActState(JuryAct.RESERVE, Waits.NOT_PROCLAIMED)
    return ActState(JuryAct.RESERVE, None if facts.in_reserve else Waits.NO_RESERVE, facts.in_reserve)
