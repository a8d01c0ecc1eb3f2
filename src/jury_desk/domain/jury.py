"""Jurors, and the panel in which they sit for a stage."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Role(StrEnum):
    """What a person does in the session (field page, glossary)."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    EXPERT = "expert"
    RAPPORTEUR = "rapporteur"
    SECRETARY = "secretary"
    COACH = "coach"
    OBSERVER = "observer"


class Voice(StrEnum):
    """Whether a member's marks count (voix délibérative), inform (consultative), or there are none."""

    VOTING = "voting"
    ADVISORY = "advisory"
    NONE = "none"


class Presence(StrEnum):
    """How a member took part."""

    PRESENT = "present"
    REMOTE = "remote"
    REPRESENTED = "represented"
    EXCUSED = "excused"
    ABSENT = "absent"


TAKES_PART = frozenset({Presence.PRESENT, Presence.REMOTE})
"""Remote members count as those in the room do."""


@dataclass(frozen=True, slots=True)
class Juror:
    """A person of the jury. ``name`` is printed as typed: « Mme Hélène VASSEUR »."""

    entity: ClassVar[str] = "juror"

    id: str
    name: str
    function: str = ""
    email: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The juror's id."""
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Member:
    """A juror's seat on the panel of one stage."""

    entity: ClassVar[str] = "member"

    stage: str
    juror: str
    position: int
    role: Role = Role.MEMBER
    voice: Voice = Voice.VOTING
    presence: Presence = Presence.PRESENT
    declared: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the juror."""
        return (self.stage, self.juror)

    @property
    def votes(self) -> bool:
        """Whether the member is there with a voting voice."""
        return self.voice is Voice.VOTING and self.presence in TAKES_PART


def presiding(members: Iterable[Member]) -> str:
    """Who presides, by id: the first chair who takes part, or else the first vice-chair; empty when neither does."""
    there = [member for member in members if member.presence in TAKES_PART]
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        for member in there:
            if member.role is role:
                return member.juror
    return ""
