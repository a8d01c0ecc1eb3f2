"""Who was there: passage by passage, and from which hour to which."""

from dataclasses import dataclass
from typing import ClassVar

from jury_desk.domain.jury import TAKES_PART, Presence


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a juror was there for a passage. One who was not gives no mark, unless the chair admits it.

    Attributes:
        reason: why the juror was not there.
        override: why the chair lets the juror mark all the same; printed in the minutes.
    """

    entity: ClassVar[str] = "attendance"

    stage: str
    candidacy: str
    juror: str
    presence: Presence
    reason: str = ""
    override: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage, the candidacy and the juror."""
        return (self.stage, self.candidacy, self.juror)

    @property
    def bars(self) -> bool:
        """Whether it keeps the juror from marking."""
        return self.presence not in TAKES_PART and not self.override


@dataclass(frozen=True, slots=True)
class Tenure:
    """From when to when a member sat, and in whose place.

    Attributes:
        arrived: UTC instant, ISO 8601, of a late arrival; empty: from the opening.
        left: of a departure before the end.
        replaces: the juror whose seat this one took; empty for a seat of one's own.
        reason: why the seat changed hands.
    """

    entity: ClassVar[str] = "tenure"

    stage: str
    juror: str
    arrived: str = ""
    left: str = ""
    replaces: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage and the juror."""
        return (self.stage, self.juror)
