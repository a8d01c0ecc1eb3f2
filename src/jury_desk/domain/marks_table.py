"""The incomplete table, candidacy × juror, of the totals that count: what the statistics of a jury are made from.

Every statistic is made of this table or of the ranking itself, with exact arithmetic. Where there is too little to make
one of, it is an :class:`Insufficient`, never a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import isqrt

from jury_desk.domain.exact import exact_sum
from jury_desk.domain.formula import Formula
from jury_desk.domain.rules import Rules
from jury_desk.domain.standings import Standings, Status

MINIMUM_JURORS = 3
MINIMUM_CANDIDACIES = 3
"""Below either, no statistic is made: one juror of two is half the jury."""
ROOT_PLACES = 40
"""Decimals to which a square root is taken where its square does not do."""


class Lack(StrEnum):
    """Why something cannot be said.

    ``jurors``, ``candidacies``: fewer than the minimum; ``marks``, ``spread``: a juror (the subjects) has given fewer
    than two totals, or only equal ones; ``connection``: the jury falls into groups without a candidacy in common;
    ``line``: the rules draw none; ``below``: nobody is ranked below it; ``tied``: equals stand across it;
    ``weights``: fewer than two weights to shift; ``carried``: earlier stages enter the result, and the method knows
    none; ``complete``: no juror missed a candidacy; ``scale``: the criteria have no common one.
    """

    JURORS = "jurors"
    CANDIDACIES = "candidacies"
    MARKS = "marks"
    SPREAD = "spread"
    CONNECTION = "connection"
    LINE = "line"
    BELOW = "below"
    TIED = "tied"
    WEIGHTS = "weights"
    CARRIED = "carried"
    COMPLETE = "complete"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Insufficient:
    """Insufficient data, and why; ``subjects`` are the ids it is about, where it is about someone."""

    lack: Lack
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarksTable:
    """Totals by candidacy, then juror; a missing one is simply not there.

    Attributes:
        lower: whether the smaller total is the better.
    """

    totals: Mapping[str, Mapping[str, Fraction]]
    lower: bool = False

    @property
    def by_juror(self) -> dict[str, dict[str, Fraction]]:
        """The same totals by juror, then candidacy."""
        found: dict[str, dict[str, Fraction]] = {}
        for candidacy, row in self.totals.items():
            for juror, total in row.items():
                found.setdefault(juror, {})[candidacy] = total
        return found

    def lack(self) -> Insufficient | None:
        """What keeps the table below the minimum; ``None`` when nothing does."""
        if len(self.by_juror) < MINIMUM_JURORS:
            return Insufficient(Lack.JURORS)
        if len(self.totals) < MINIMUM_CANDIDACIES:
            return Insufficient(Lack.CANDIDACIES)
        return None


def table_of(standings: Standings) -> MarksTable:
    """The totals of every counted sheet of the ranked and the eliminated: what the jury has fully marked."""
    fully_marked = (Status.RANKED, Status.ELIMINATED)
    totals = {each.candidacy: each.totals for each in standings.standings if each.status in fully_marked}
    return MarksTable({candidacy: row for candidacy, row in totals.items() if row}, Formula(standings.rules).lower)


def total_range(rules: Rules) -> tuple[Fraction, Fraction]:
    """The smallest and the largest total that the marked criteria allow, without bonus and deduction."""
    formula = Formula(rules)
    lowest: dict[str, Fraction] = {}
    highest: dict[str, Fraction] = {}
    for id_, term in formula.weighted_terms():
        scale = term.criterion.scale
        lowest[id_], highest[id_] = sorted((term.points(scale.minimum), term.points(scale.maximum)))
    return formula.result(lowest), formula.result(highest)


def mid_ranks(values: Sequence[Fraction]) -> list[Fraction]:
    """The rank of each value from 1, smallest first; equals share the mean of the ranks they fill."""
    counts: dict[Fraction, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    ranks: dict[Fraction, Fraction] = {}
    before = 0
    for value in sorted(counts):
        ranks[value] = before + Fraction(counts[value] + 1, 2)
        before += counts[value]
    return [ranks[value] for value in values]


def mean_of(values: Sequence[Fraction]) -> Fraction:
    """The arithmetic mean of at least one value."""
    return exact_sum(values) / len(values)


def variance(values: Sequence[Fraction]) -> Fraction:
    """The mean squared distance from the mean, over all of at least one value (divided by n, not n - 1).

    It describes the marks given; no larger population is inferred from them.
    """
    return exact_sum(value * value for value in values) / len(values) - mean_of(values) ** 2


def root(square: Fraction, places: int = ROOT_PLACES) -> Fraction:
    """The square root: exact when it is a fraction, else rounded half up to so many decimals, in integers."""
    top, bottom = isqrt(square.numerator), isqrt(square.denominator)
    if (top * top, bottom * bottom) == (square.numerator, square.denominator):
        return Fraction(top, bottom)
    doubled = isqrt(4 * 100**places * square.numerator // square.denominator)
    return Fraction((doubled + 1) // 2, 10**places)
