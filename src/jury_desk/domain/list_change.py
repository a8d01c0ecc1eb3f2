"""Changes to the list of a stage once it is under way: a candidacy that joins late, or withdraws."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class ListChangeKind(StrEnum):
    """What happened to the candidacy."""

    JOINED = "joined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ListChange:
    """A late change of the list, when (UTC instant, ISO 8601) and why; the passage itself stays in the list."""

    entity: ClassVar[str] = "list_change"

    stage: str
    candidacy: str
    kind: ListChangeKind
    at: str
    reason: str

    @property
    def key(self) -> tuple[str, ...]:
        """The stage, the candidacy and what happened."""
        return (self.stage, self.candidacy, self.kind.value)
