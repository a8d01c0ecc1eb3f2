"""The rubric: criteria, their scales and weights (grille de notation, critères, barème, pondération)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jury_desk.domain.errors import MarkOffStep, MarkOutOfScale
from jury_desk.domain.exact import exact_text


class CriterionKind(StrEnum):
    """What a criterion's mark does to the result.

    A bonus adds its weighted value after the weighted mean of the other criteria, a deduction takes it off; where the
    smallest result is the best it is the other way round, so that a bonus always helps and a deduction never does.
    Neither has to be given. Information is shown and never counted.
    """

    MARK = "mark"
    YES_NO = "yes_no"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    INFORMATION = "information"


class Source(StrEnum):
    """Who gives the mark: each juror, or the secretariat once per candidacy."""

    JURORS = "jurors"
    SECRETARIAT = "secretariat"


class Better(StrEnum):
    """Which end of the scale is the good one."""

    HIGHER = "higher"
    LOWER = "lower"


class CommentRule(StrEnum):
    """When a mark needs a comment; at the ends means on the lowest and the highest mark of the scale."""

    OPTIONAL = "optional"
    REQUIRED = "required"
    REQUIRED_AT_ENDS = "required_at_ends"


class Across(StrEnum):
    """How the marks or totals of several jurors become one."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED_MEAN = "trimmed_mean"
    CORRECTED_MEAN = "corrected_mean"
    SUM = "sum"
    RANK_SUM = "rank_sum"


@dataclass(frozen=True, slots=True)
class Scale:
    """Marks from ``minimum`` to ``maximum`` in steps of ``step``, counted from the minimum."""

    minimum: Fraction
    maximum: Fraction
    step: Fraction

    @property
    def extent(self) -> Fraction:
        """The distance between the ends."""
        return self.maximum - self.minimum

    @property
    def marks(self) -> int:
        """How many marks there are, both ends included."""
        return int(self.extent / self.step) + 1

    def spread(self, count: int) -> tuple[Fraction, ...]:
        """So many points from the lowest to the highest mark, at even distances; one alone is the lowest."""
        gaps = max(1, count - 1)
        return tuple(self.minimum + self.extent * number / gaps for number in range(count))


@dataclass(frozen=True, slots=True)
class Threshold:
    """An eliminatory threshold: the value at which a candidacy falls, tested exactly (``< 5``, ``<= 5``)."""

    comparator: str
    value: Fraction

    def __str__(self) -> str:
        return f"{self.comparator} {exact_text(self.value)}"

    def strikes(self, value: Fraction) -> bool:
        """Whether ``value`` eliminates."""
        match self.comparator:
            case "<":
                return value < self.value
            case "<=":
                return value <= self.value
            case ">":
                return value > self.value
            case _:
                return value >= self.value


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the rubric; ``weight`` is exact and the weights of a rubric may have any sum.

    Attributes:
        levels: descriptors, the first of the lowest mark and the last of the highest, spread evenly between them: one
            for each mark where there are as many, anchors where there are fewer. Any of them may be empty.
    """

    id: str
    name: str
    weight: Fraction
    scale: Scale
    kind: CriterionKind = CriterionKind.MARK
    source: Source = Source.JURORS
    better: Better = Better.HIGHER
    section: str = ""
    levels: tuple[str, ...] = ()
    eliminatory: Threshold | None = None
    comment: CommentRule = CommentRule.OPTIONAL
    across_jurors: Across | None = None

    @property
    def counts(self) -> bool:
        """Whether the criterion enters the result at all."""
        return self.kind is not CriterionKind.INFORMATION

    @property
    def mandatory(self) -> bool:
        """Whether a sheet is complete only with it: a mark or a yes or no, not a bonus, deduction or information."""
        return self.kind in (CriterionKind.MARK, CriterionKind.YES_NO)

    @property
    def by_jurors(self) -> bool:
        """Whether each juror gives it."""
        return self.source is Source.JURORS

    @property
    def lower_is_better(self) -> bool:
        """Whether the smaller of two values is ahead: a delay, a rank, a deduction."""
        return self.better is Better.LOWER or self.kind is CriterionKind.DEDUCTION

    @property
    def level_marks(self) -> tuple[Fraction, ...]:
        """The points of the scale at which :attr:`levels` stand, one for each."""
        return self.scale.spread(len(self.levels))

    def asks_comment(self, value: Fraction) -> bool:
        """Whether a mark of that value needs a comment."""
        if self.comment is CommentRule.REQUIRED_AT_ENDS:
            return value in (self.scale.minimum, self.scale.maximum)
        return self.comment is CommentRule.REQUIRED

    def check(self, value: Fraction) -> Fraction:
        """Give ``value`` back if it is a mark of this criterion's scale.

        Raises:
            MarkOutOfScale: below the minimum or above the maximum.
            MarkOffStep: between two steps.
        """
        scale = self.scale
        if not scale.minimum <= value <= scale.maximum:
            raise MarkOutOfScale(exact_text(value), self.name, exact_text(scale.minimum), exact_text(scale.maximum))
        if (value - scale.minimum) % scale.step:
            raise MarkOffStep(exact_text(value), self.name, exact_text(scale.step))
        return value
