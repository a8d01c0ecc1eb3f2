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


class FixedSheets(dict[str, Sheet]):
    """The sheets on one candidacy, by juror, that nobody changes any more: the same object is the same content."""


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


class SheetState(StrEnum):
    """How far a juror's sheet on one candidacy is settled."""

    DRAFT = "draft"
    FINAL = "final"
    """Declared final: a change needs a reason from now on, and is printed in the minutes."""
    VERIFIED = "verified"
    """Final, and typed a second time by somebody else."""


@dataclass(frozen=True, slots=True)
class RecordedSheet:
    """What is kept of a sheet beside its marks; one that says nothing of its own is not kept.

    Attributes:
        juror: :data:`SECRETARIAT` for what concerns the candidacy as a whole.
        number: what a printed sheet is found by; 0 for one that never was printed.
        comment: on the sheet, or on the candidacy.
        verified_by: who typed it a second time.
    """

    entity: ClassVar[str] = "sheet"

    stage: str
    candidacy: str
    juror: str
    state: SheetState = SheetState.DRAFT
    number: int = 0
    comment: str = ""
    verified_by: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The stage, candidacy and juror."""
        return (self.stage, self.candidacy, self.juror)

    @property
    def settled(self) -> bool:
        """Whether a change of its marks needs a reason."""
        return self.state is not SheetState.DRAFT

    @property
    def says_nothing(self) -> bool:
        """Whether it is as a sheet that is not kept."""
        return self == RecordedSheet(self.stage, self.candidacy, self.juror)
