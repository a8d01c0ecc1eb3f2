"""Recusals (déports) and challenges (récusations), and the declarations of interests they are drawn from.

A recusal is the one truth about a juror's link with a candidacy: the state « recused » of the cells it covers follows
from it (:mod:`jury_desk.services.bars`) and is written nowhere else.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class RecusalLevel(StrEnum):
    """How strong the link is: leaves the room; gives neither mark nor vote; is declared, and sits."""

    MAJOR = "major"
    MINOR = "minor"
    LIGHT = "light"

    @property
    def bars(self) -> bool:
        """Whether the juror gives neither mark nor vote."""
        return self is not RecusalLevel.LIGHT


class RecusalOrigin(StrEnum):
    """Who asked for it: the juror (déport), or the project holder (récusation)."""

    JUROR = "juror"
    HOLDER = "holder"


class Ruling(StrEnum):
    """What the chair made of it."""

    PENDING = "pending"
    UPHELD = "upheld"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Recusal:
    """A juror's link with a candidacy, as it was declared and ruled on.

    Attributes:
        candidacy: empty for the whole stage.
        ruling_reason: the chair's own.
        declared_at: UTC instant, ISO 8601, as are the three below; empty when not known.
        left_at: when the juror left the room for the passage.
    """

    entity: ClassVar[str] = "recusal"

    stage: str
    juror: str
    candidacy: str
    level: RecusalLevel
    origin: RecusalOrigin = RecusalOrigin.JUROR
    reason: str = ""
    ruling: Ruling = Ruling.PENDING
    ruling_reason: str = ""
    declared_at: str = ""
    ruled_at: str = ""
    left_at: str = ""
    returned_at: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage, the juror, the candidacy and who asked."""
        return (self.stage, self.juror, self.candidacy, self.origin.value)

    @property
    def bars(self) -> bool:
        """Whether it keeps the juror from marking and voting."""
        return self.ruling is Ruling.UPHELD and self.level.bars

    @property
    def whole_stage(self) -> bool:
        """Whether it is about every candidacy of the stage."""
        return not self.candidacy


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a juror has declared of their interests so far; the declaration is received once all three are ticked.

    Attributes:
        no_benefit: expects no benefit from any decision of the jury.
        no_contact: has no contact with the teams about their projects.
        confidentiality: keeps secret what is said and marked.
    """

    entity: ClassVar[str] = "declaration"

    stage: str
    juror: str
    no_benefit: bool = False
    no_contact: bool = False
    confidentiality: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the juror."""
        return (self.stage, self.juror)

    @property
    def complete(self) -> bool:
        """Whether nothing is left to declare."""
        return self.no_benefit and self.no_contact and self.confidentiality
