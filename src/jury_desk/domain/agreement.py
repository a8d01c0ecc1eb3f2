"""How far jurors agree: Kendall's W on the order they give, Krippendorff's alpha on the totals themselves.

Neither says that a jury is right: jurors who see different things may disagree, all of them well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.exact import exact_sum
from jury_desk.domain.marks_table import (
    MINIMUM_CANDIDACIES,
    MINIMUM_JURORS,
    Insufficient,
    Lack,
    MarksTable,
    mid_ranks,
)


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's coefficient of concordance: 0 when the jurors' orders cancel out, 1 when they are one order.

    Attributes:
        jurors: those it was made of; W needs a complete table.
        candidacies: those it was made of.
    """

    w: Fraction
    jurors: tuple[str, ...]
    candidacies: tuple[str, ...]

    @property
    def chi_square(self) -> Fraction:
        """The statistic of Friedman's test, m (n - 1) W, with n - 1 degrees of freedom."""
        return len(self.jurors) * (len(self.candidacies) - 1) * self.w


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha: 1 when jurors agree, 0 when as chance would have it, below 0 when they contradict.

    Attributes:
        values: how many totals could be compared with another one of the same candidacy.
        units: how many candidacies they belong to.
    """

    alpha: Fraction
    values: int
    units: int


def concordance(table: MarksTable) -> Concordance | Insufficient:
    """Kendall's W, corrected for ties.

    W = 12 S / (m² (n³ - n) - m T), where S is the sum of the squared deviations of the n rank sums from their mean and
    T sums t³ - t over every group of t equals of each of the m jurors (M. G. Kendall and B. Babington Smith, « The
    problem of m rankings », Annals of Mathematical Statistics 10, 1939; correction: Kendall, *Rank Correlation
    Methods*, 1948, chapter 6). Equals share the mean of their ranks.

    Where totals are missing it is made of the candidacies that every juror marked or, when that keeps more totals, of
    the jurors who marked every candidacy.
    """
    jurors, candidacies = _complete_part(table)
    if len(jurors) < MINIMUM_JURORS:
        return Insufficient(Lack.JURORS)
    if len(candidacies) < MINIMUM_CANDIDACIES:
        return Insufficient(Lack.CANDIDACIES)
    ballots = [mid_ranks([table.totals[candidacy][juror] for candidacy in candidacies]) for juror in jurors]
    m, n = len(jurors), len(candidacies)
    sums = [exact_sum(ranks) for ranks in zip(*ballots, strict=True)]
    centre = Fraction(m * (n + 1), 2)
    squares = exact_sum((each - centre) ** 2 for each in sums)
    largest = m * m * (n**3 - n) - m * sum(_tie_correction(ballot) for ballot in ballots)
    if not largest:
        return Insufficient(Lack.SPREAD)
    return Concordance(12 * squares / largest, jurors, candidacies)


def interval_alpha(table: MarksTable) -> Alpha | Insufficient:
    """Krippendorff's alpha for interval data, with missing values.

    α = 1 - Dₒ / Dₑ: the mean squared difference within candidacies, each pair of a candidacy's m totals counted with
    1 / (m - 1), over the one within all the comparable totals (K. Krippendorff, « Computing Krippendorff's
    alpha-reliability », 2011; A. F. Hayes and K. Krippendorff, « Answering the call for a standard reliability measure
    for coding data », 2007). A candidacy with one total has nothing to compare and is left out.
    """
    lack = table.lack()
    if lack:
        return lack
    units = [list(row.values()) for row in table.totals.values() if len(row) > 1]
    return _alpha(units)


def ordinal_alpha(table: MarksTable) -> Alpha | Insufficient:
    """Krippendorff's alpha for ordinal data: only the order of the totals counts.

    The ordinal difference of two values, the number of values between them with half of those equal to either, is the
    distance of their mid-ranks among all the comparable values: the interval form is made of those.
    """
    lack = table.lack()
    if lack:
        return lack
    units = [list(row.values()) for row in table.totals.values() if len(row) > 1]
    ranks = iter(mid_ranks([value for unit in units for value in unit]))
    return _alpha([[next(ranks) for _ in unit] for unit in units])


def _alpha(units: Sequence[Sequence[Fraction]]) -> Alpha | Insufficient:
    values = [value for unit in units for value in unit]
    if len(units) < MINIMUM_CANDIDACIES:
        return Insufficient(Lack.CANDIDACIES)
    expected = _squared_differences(values) / (len(values) - 1)
    if not expected:
        return Insufficient(Lack.SPREAD)
    observed = exact_sum(_squared_differences(unit) / (len(unit) - 1) for unit in units)
    return Alpha(1 - observed / expected, len(values), len(units))


def _squared_differences(values: Sequence[Fraction]) -> Fraction:
    """Half the sum of (a - b)² over all ordered pairs, without going through them."""
    return len(values) * exact_sum(value * value for value in values) - exact_sum(values) ** 2


def _tie_correction(ranks: Sequence[Fraction]) -> int:
    sizes = (ranks.count(rank) for rank in set(ranks))
    return sum(size**3 - size for size in sizes)


def _complete_part(table: MarksTable) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The jurors and candidacies of the larger of the two complete parts."""
    by_juror = table.by_juror
    marked_by_all = tuple(candidacy for candidacy, row in table.totals.items() if len(row) == len(by_juror))
    marked_all = tuple(juror for juror, row in by_juror.items() if len(row) == len(table.totals))
    if len(by_juror) * len(marked_by_all) >= len(marked_all) * len(table.totals):
        return tuple(by_juror), marked_by_all
    return marked_all, tuple(table.totals)
