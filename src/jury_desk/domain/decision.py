"""The record of a sitting: its hours, questions, proclamation, what the authority decides, who the reserve list calls.

The proclamation closes a stage. Afterwards only the rectification of a material error changes it, as a new version
(:mod:`jury_desk.domain.closure`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from jury_desk.domain.candidacy import Outcome
from jury_desk.domain.deliberation import Bench
from jury_desk.domain.errors import DomainError


class Nature(StrEnum):
    """What the jury's word is: an opinion for an authority, or the decision itself."""

    OPINION = "opinion"
    DECISION = "decision"


class NotProclaimed(DomainError):
    """An act that follows a proclamation, before there is one."""

    stage: str


class StillUndecided(DomainError):
    """A proclamation while a candidacy has no decision."""

    name: str


class SessionStillOpen(DomainError):
    """A proclamation while the session is open."""

    stage: str


class DeviationUnreasoned(DomainError):
    """A proclamation while a decision departs from the rules without a motivation."""

    name: str


class ClosedBeforeOpening(DomainError):
    """A meeting that closes before it opens."""


class ClosesLater(DomainError):
    """A meeting that is said to have closed at an hour still to come."""


class DeliberationOutside(DomainError):
    """A deliberation that begins before the meeting opens, or after it closes."""


class TieAcrossLine(DomainError):
    """A proclamation while equals stand across the selection line."""

    names: str


class AdoptedOutdated(DomainError):
    """A proclamation of a ranking adopted before marks or rules changed."""


class ReserveOutOfOrder(DomainError):
    """The reserve list is called in its order only."""

    name: str
    first: str


class NotReplaceable(DomainError):
    """A reserve called in place of one that was not selected, or whose place is taken already."""

    name: str


class ReserveExpired(DomainError):
    """The reserve list is called after its last day."""

    last_day: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody in the room who is no member of the panel, and the hour they left before the deliberation."""

    name: str
    capacity: str = ""
    left_at: str = ""


@dataclass(frozen=True, slots=True)
class Dissent:
    """A dissenting opinion, minuted at the member's request."""

    juror: str
    text: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the minutes say of the meeting itself (checklist (a) of the field page: items 2, 3, 5, 7, 14, 21, 23, 24).

    Attributes:
        opened_at, deliberation_at, closed_at: UTC instants, ISO 8601; empty until they come.
        appointing_act: the act that appointed the jury.
        closed_session: whether the whole jury deliberated in closed session after all hearings.
        presiding_reason: why somebody other than the chair presides.
        authority: who decides, when the jury gives an opinion.
        notified_on: when the candidates are told; an ISO date.
        reserve_until: the last day on which the reserve list may be called; an ISO date.
    """

    entity: ClassVar[str] = "sitting"

    stage: str
    reference: str = ""
    appointing_act: str = ""
    opened_at: str = ""
    deliberation_at: str = ""
    closed_at: str = ""
    closed_session: bool = False
    presiding_reason: str = ""
    nature: Nature = Nature.DECISION
    authority: str = ""
    follow_up: str = ""
    notified_on: str = ""
    reserve_until: str = ""
    attendees: tuple[Attendee, ...] = ()
    dissents: tuple[Dissent, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The stage."""
        return (self.stage,)


@dataclass(frozen=True, slots=True)
class Question:
    """A question to put to the holders of a candidacy, and what they answered."""

    entity: ClassVar[str] = "question"

    stage: str
    candidacy: str
    number: int
    text: str
    answer: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage, the candidacy and the number."""
        return (self.stage, self.candidacy, str(self.number))


@dataclass(frozen=True, slots=True)
class DecisionTaken:
    """When the decision on a candidacy was taken, and who sat; its wording may be finished afterwards."""

    entity: ClassVar[str] = "decision_taken"

    stage: str
    candidacy: str
    bench: Bench

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the candidacy."""
        return (self.stage, self.candidacy)


@dataclass(frozen=True, slots=True)
class Proclamation:
    """One version of the proclaimed results.

    Attributes:
        number: 1 for the first; each rectification adds one.
        reason: the material error that a rectification puts right.
        opened_at: when the rectification was begun; empty for the first.
        at: when the results were proclaimed; empty while a rectification is open.
    """

    entity: ClassVar[str] = "proclamation"

    stage: str
    number: int
    at: str
    author: str
    bench: Bench | None = None
    reason: str = ""
    opened_at: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the number."""
        return (self.stage, str(self.number))


@dataclass(frozen=True, slots=True)
class AuthorityDecision:
    """What the deciding authority decided for a candidacy, with its reason where it departs from the jury."""

    entity: ClassVar[str] = "authority_decision"

    stage: str
    candidacy: str
    outcome: Outcome
    authority: str
    decided_on: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the candidacy."""
        return (self.stage, self.candidacy)


@dataclass(frozen=True, slots=True)
class ReserveCall:
    """A candidacy of the reserve list called in place of a selected one that has withdrawn."""

    entity: ClassVar[str] = "reserve_call"

    stage: str
    candidacy: str
    in_place_of: str
    called_on: str
    reason: str

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the candidacy."""
        return (self.stage, self.candidacy)
