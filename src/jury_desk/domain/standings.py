"""Standings: results, places, ties and the selection line, each explained (tabbycat's words: metric, ranking, standing)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Status(StrEnum):
    """Why a candidacy has a place or none."""

    RANKED = "ranked"
    INCOMPLETE = "incomplete"
    ELIMINATED = "eliminated"
    WITHDRAWN = "withdrawn"
    UNRANKABLE = "unrankable"


class SelectionStatus(StrEnum):
    """On which side of the selection line a candidacy stands."""

    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class TieStep:
    """One step of the tie chain that was tried on a group of equals."""

    step: str
    values: Mapping[str, str]
    separated: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one candidacy stands.

    Attributes:
        result: as printed, after carry-over, with a decimal point; empty when there is none.
        own: the stage's own result, as printed.
        exact: the value on which the place was taken.
        sheets_counted: valid sheets, of ``sheets_expected`` (voting jurors who are neither recused nor absent).
        criteria: each criterion's value across jurors, as printed.
        corrected: the marks as pulled in by a corrected mean.
        ties: the steps tried on the group of equals this candidacy belongs to.
        eliminated_by: ids of the criteria (or ``result``) whose threshold struck.
    """

    candidacy: str
    status: Status
    place: int | None = None
    shared: bool = False
    result: str = ""
    own: str = ""
    exact: Fraction | None = None
    sheets_counted: int = 0
    sheets_expected: int = 0
    criteria: Mapping[str, str] = ()  # type: ignore[assignment]
    sections: Mapping[str, str] = ()  # type: ignore[assignment]
    corrected: tuple[str, ...] = ()
    ties: tuple[TieStep, ...] = ()
    eliminated_by: tuple[str, ...] = ()
    selection: SelectionStatus | None = None


@dataclass(frozen=True, slots=True)
class Standings:
    """The computed ranking (classement arithmétique) of one stage, in rank order."""

    fingerprint: str
    method: str
    standings: tuple[Standing, ...]

    def of(self, candidacy: str) -> Standing:
        """The standing of one candidacy."""
        return next(each for each in self.standings if each.candidacy == candidacy)
