"""Marks and their five states. A blank is never a zero: only a given mark enters a result."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

SECRETARIAT = ""
"""The juror id under which an established value (source ``secretariat``) is kept."""


class MarkState(StrEnum):
    """Why a cell holds a mark or none."""

    MARKED = "marked"
    ABSTAINED = "abstained"
    RECUSED = "recused"
    ABSENT = "absent"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a juror (or the secretariat) says of one candidacy on one criterion; ``value`` only when marked."""

    state: MarkState
    value: Fraction | None = None
    comment: str = ""


BLANK = Mark(MarkState.BLANK)

Sheet = Mapping[str, Mark]
"""One juror's marks of one candidacy, by criterion id; a missing criterion is blank."""

Sheets = Mapping[str, Mapping[str, Sheet]]
"""Sheets by candidacy id, then juror id (:data:`SECRETARIAT` for established values)."""


@dataclass(frozen=True, slots=True)
class RecordedMark:
    """A mark and the cell it stands in; a blank cell has none."""

    entity: ClassVar[str] = "mark"

    stage: str
    candidacy: str
    juror: str
    criterion: str
    mark: Mark

    @property
    def key(self) -> tuple[str, ...]:
        """The stage, candidacy, juror and criterion."""
        return (self.stage, self.candidacy, self.juror, self.criterion)
