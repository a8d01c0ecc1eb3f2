"""A candidacy, its holders, and its way through the stages (candidature, porteurs, passage)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Admissibility(StrEnum):
    """Where a candidacy stands before any mark."""

    RECEIVED = "received"
    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"


class OutcomeCategory(StrEnum):
    """The kinds of outcome a stage can give; label, carrier and conditions say the rest (design section 2)."""

    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    CONTINUED = "continued"
    EXTENDED = "extended"
    STOPPED = "stopped"

    @property
    def goes_on(self) -> bool:
        """Whether a candidacy with such an outcome stays in the programme."""
        return self in (OutcomeCategory.SELECTED, OutcomeCategory.CONTINUED, OutcomeCategory.EXTENDED)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who carries a candidacy (porteur·se de projet)."""

    name: str
    first_name: str = ""
    email: str = ""
    service: str = ""

    @property
    def full_name(self) -> str:
        """First name, then name."""
        return f"{self.first_name} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Answer:
    """A column of the imported sheet that has no field of its own, kept to the character."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A project proposed by one or several holders.

    Attributes:
        reference: the number the sheet gave it (file number), or empty.
        reason: why it is inadmissible or withdrawn.
    """

    entity: ClassVar[str] = "candidacy"

    id: str
    title: str
    reference: str = ""
    summary: str = ""
    service: str = ""
    holders: tuple[Holder, ...] = ()
    submitted: str = ""
    admissibility: Admissibility = Admissibility.RECEIVED
    reason: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The candidacy's id."""
        return (self.id,)

    @property
    def withdrawn(self) -> bool:
        """Whether its holders have taken it back."""
        return self.admissibility is Admissibility.WITHDRAWN

    @property
    def carried_by(self) -> str:
        """The holders' full names, in the order given."""
        return ", ".join(holder.full_name for holder in self.holders)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a decided project is measured by: from a baseline to a target, at a date, by a named source."""

    name: str
    baseline: str = ""
    target: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage decided: a category with its own label, carrier, conditions, next date, reasons and indicators."""

    category: OutcomeCategory
    label: str = ""
    carrier: str = ""
    conditions: str = ""
    next_date: str = ""
    motivation: str = ""
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidacy's place in a stage: its order of passage and, at the end, its outcome."""

    entity: ClassVar[str] = "entry"

    stage: str
    candidacy: str
    position: int
    outcome: Outcome | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the candidacy."""
        return (self.stage, self.candidacy)
