"""Why a figure is what it is: the formula, the numbers put in with where they are from, each rounding, the outcome.

The outcome is always the engine's own. What is told beside it is an expression built from what the engine has found
(:mod:`~jury_desk.domain.explainer`), or the comparisons that it made; nothing here decides anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jury_desk.domain.expression import Expression, Number, RoundingStep, numbers_of, roundings_of
from jury_desk.domain.rubric import Threshold
from jury_desk.domain.rules import Numbering, Selection
from jury_desk.domain.scoring import MarkState
from jury_desk.domain.selection import SelectionStatus
from jury_desk.domain.stage_results import Status
from jury_desk.domain.ties import TieStep

REDISTRIBUTED = "redistributed"
"""Remark: the weights of criteria that were not given are made up for by the others."""


class FigureKind(StrEnum):
    """What can be explained.

    ``criterion``: a criterion's value across the jurors; ``sheet``: a juror's total; ``section``: a subtotal; ``own``:
    the stage's own result; ``result``: that with what earlier stages bring; ``place``; ``ties``: how equals were
    separated; ``selection``: the side of the line; ``elimination``; ``sheets``: how many count.
    """

    CRITERION = "criterion"
    SHEET = "sheet"
    SECTION = "section"
    OWN = "own"
    RESULT = "result"
    PLACE = "place"
    TIES = "ties"
    SELECTION = "selection"
    ELIMINATION = "elimination"
    SHEETS = "sheets"


@dataclass(frozen=True, slots=True)
class Figure:
    """The address of a figure; ``name`` is the criterion's id, the juror's id or the section, where there is one."""

    kind: FigureKind
    candidacy: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Computation:
    """How a number comes about.

    Attributes:
        outcome: the engine's own.
        expression: how it comes of the numbers put in.
        remarks: what the method had to do otherwise: :data:`PLAIN_MEAN`, :data:`REDISTRIBUTED`.
    """

    figure: Figure
    outcome: Fraction
    expression: Expression
    remarks: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers put in, in the order of the formula."""
        return tuple(numbers_of(self.expression))

    @property
    def roundings(self) -> tuple[RoundingStep, ...]:
        """Each rounding, in the order in which it happens."""
        return tuple(roundings_of(self.expression))


@dataclass(frozen=True, slots=True)
class Ahead:
    """Somebody placed before, and by what.

    Attributes:
        by: :data:`RESULT`, or the step of the tie chain that separated the two.
        theirs: what was compared, as printed.
    """

    candidacy: str
    place: int
    by: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Placing:
    """How a place comes about: everyone ahead, everyone equal."""

    figure: Figure
    place: int
    ahead: tuple[Ahead, ...]
    equals: tuple[str, ...]
    numbering: Numbering


@dataclass(frozen=True, slots=True)
class Separating:
    """The steps tried on the equals that the candidacy was among, in their order."""

    figure: Figure
    steps: tuple[TieStep, ...]


@dataclass(frozen=True, slots=True)
class Siding:
    """On which side of the line: the positions that the candidacy and its equals fill go from ``first`` to ``last``."""

    figure: Figure
    side: SelectionStatus
    first: int
    last: int
    selection: Selection


@dataclass(frozen=True, slots=True)
class Strike:
    """A threshold that eliminates; ``by`` is a criterion or :data:`RESULT`, the value is without any rounding."""

    by: str
    threshold: Threshold
    value: Computation


@dataclass(frozen=True, slots=True)
class Striking:
    """Why a candidacy is eliminated."""

    figure: Figure
    strikes: tuple[Strike, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """Which sheets count, and why there may be no figure yet.

    Attributes:
        status: of the candidacy; ``None`` where there is no ranking to tell it.
        states: of each juror's sheet: marked when it counts, blank while it may still come.
        minimum: how many sheets must count.
        unestablished: ids of the criteria that the secretariat still owes.
        lacking: the earlier stages without a result.
    """

    figure: Figure
    status: Status | None
    states: Mapping[str, MarkState]
    minimum: int
    unestablished: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    def jurors(self, state: MarkState) -> tuple[str, ...]:
        """The jurors whose sheet is in that state, in the order of the panel."""
        return tuple(juror for juror, found in self.states.items() if found is state)


Explanation = Computation | Placing | Separating | Siding | Striking | Counting
