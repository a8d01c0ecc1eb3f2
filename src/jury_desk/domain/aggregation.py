"""How several jurors' values become one: mean, median, trimmed and corrected mean, sum, sum of ranks.

A *value* is a juror's total or a juror's mark on one criterion, whichever the rules bring together. Only given values
come in: a blank, an abstention or a recusal is never among them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from jury_desk.domain.exact import exact_sum, round_half_up
from jury_desk.domain.expression import (
    CorrectedMean,
    Expression,
    Mean,
    Median,
    Number,
    Product,
    Quotient,
    Role,
    added,
    rounded,
)
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Aggregation, Rounding


@dataclass(frozen=True, slots=True)
class Gathered:
    """One value out of several.

    Attributes:
        corrected: the values after a corrected mean has pulled them in, in the order given; empty for other methods.
        fell_back: a trimmed mean had too few values to leave any out, and is the plain mean.
    """

    value: Fraction
    corrected: tuple[Fraction, ...] = ()
    fell_back: bool = False


def gather(method: Across, values: Sequence[Fraction], aggregation: Aggregation, rounding: Rounding) -> Gathered:
    """Bring ``values`` (at least one) together; rounds only at the steps ``mean`` and ``corrected``.

    A sum of ranks needs all the candidacies (:func:`rank_sums`); for one alone it is taken as the mean, for showing.
    """
    match method:
        case Across.MEDIAN:
            return Gathered(median(values))
        case Across.TRIMMED_MEAN:
            return _trimmed_mean(values, aggregation.trim_low, aggregation.trim_high)
        case Across.CORRECTED_MEAN if aggregation.limit is not None:
            return _corrected_mean(values, aggregation.limit, rounding)
        case Across.SUM:
            return Gathered(exact_sum(values))
        case _:
            return Gathered(mean(values))


def gathering(method: Across, values: Sequence[Number], aggregation: Aggregation, rounding: Rounding) -> Expression:
    """How :func:`gather` brings those values together."""
    match method:
        case Across.MEDIAN:
            return Median(tuple(values))
        case Across.TRIMMED_MEAN:
            kept = _kept([each.value for each in values], aggregation.trim_low, aggregation.trim_high)
            left_out = tuple(each for at, each in enumerate(values) if at not in kept)
            return Mean(tuple(values[at] for at in kept), left_out)
        case Across.CORRECTED_MEAN if aggregation.limit is not None:
            centre = rounded(Mean(tuple(values)), rounding.mean, "mean")
            return CorrectedMean(tuple(values), centre, Number(aggregation.limit, Role.LIMIT), rounding.corrected)
        case Across.SUM:
            return added(values)
        case _:
            return Mean(tuple(values))


def mean(values: Sequence[Fraction]) -> Fraction:
    """The arithmetic mean of at least one value."""
    return exact_sum(values) / len(values)


def median(values: Sequence[Fraction]) -> Fraction:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _trimmed_mean(values: Sequence[Fraction], low: int, high: int) -> Gathered:
    """The mean of the values kept."""
    kept = _kept(values, low, high)
    return Gathered(mean([values[at] for at in kept]), fell_back=low + high >= len(values))


def _kept(values: Sequence[Fraction], low: int, high: int) -> Sequence[int]:
    """Which of the values present stay without the ``low`` lowest and ``high`` highest, in their order.

    Where that leaves none, all of them: a recusal must not take a candidacy out of the ranking. Of equals at the edge
    the first are the lowest.
    """
    if low + high >= len(values):
        return range(len(values))
    return sorted(sorted(range(len(values)), key=values.__getitem__)[low : len(values) - high])


def _corrected_mean(values: Sequence[Fraction], limit: Fraction, rounding: Rounding) -> Gathered:
    """Pull each value further than ``limit`` from the mean to mean ± limit, then take the mean of them all."""
    centre = round_half_up(mean(values), rounding.mean)
    lowest = round_half_up(centre - limit, rounding.corrected)
    highest = round_half_up(centre + limit, rounding.corrected)
    corrected = tuple(
        lowest if value < centre - limit else highest if value > centre + limit else value for value in values
    )
    return Gathered(mean(corrected), corrected)


def rank_sums(ballots: Mapping[str, Mapping[str, Fraction]], *, lower: bool) -> dict[str, Fraction]:
    """The sum, for each candidacy, of the ranks it has with each juror; the smallest is the best.

    Equal values share the better rank and the next is skipped: 1, 2, 2, 4. A juror who gave a value to n of the N
    candidacies has their ranks stretched by (N + 1) / (n + 1), so that the middle of a short ballot weighs what the
    middle of a full one does; a candidacy marked by k of K jurors has its sum stretched by K / k. On full ballots
    nothing is stretched.

    Args:
        ballots: by candidacy, then juror, the value that the juror's ranks come from.
        lower: whether the smaller value has the better rank.
    """
    by_juror = _by_juror(ballots)
    sums = dict.fromkeys(ballots, Fraction(0))
    for values in by_juror.values():
        stretch = Fraction(len(ballots) + 1, len(values) + 1)
        for candidacy, rank in _ranks(values, lower=lower).items():
            sums[candidacy] += rank * stretch
    return {
        candidacy: total * Fraction(len(by_juror), len(ballots[candidacy]))
        for candidacy, total in sums.items()
        if ballots[candidacy]
    }


def ranks_added(
    ballots: Mapping[str, Mapping[str, Fraction]], candidacy: str, criterion: str, *, lower: bool
) -> Expression:
    """How :func:`rank_sums` comes to the sum of a candidacy that somebody marked.

    Args:
        ballots: as there.
        candidacy: whose sum is told.
        criterion: whose marks the ranks come from; empty for those of totals.
        lower: as there.
    """
    by_juror = _by_juror(ballots)
    terms: list[Expression] = []
    for juror in ballots[candidacy]:
        place = Number(Fraction(_ranks(by_juror[juror], lower=lower)[candidacy]), Role.RANK, juror, criterion)
        field = Number(Fraction(len(ballots) + 1), Role.FIELD, criterion=criterion)
        ballot = Number(Fraction(len(by_juror[juror]) + 1), Role.BALLOT, juror, criterion)
        terms.append(place if field.value == ballot.value else Quotient(Product((place, field)), ballot))
    jurors = Number(Fraction(len(by_juror)), Role.JURORS, criterion=criterion)
    seen_by = Number(Fraction(len(terms)), Role.SEEN_BY, criterion=criterion)
    total = added(terms)
    return total if jurors.value == seen_by.value else Quotient(Product((total, jurors)), seen_by)


def _by_juror(ballots: Mapping[str, Mapping[str, Fraction]]) -> dict[str, dict[str, Fraction]]:
    found: dict[str, dict[str, Fraction]] = {}
    for candidacy, values in ballots.items():
        for juror, value in values.items():
            found.setdefault(juror, {})[candidacy] = value
    return found


def _ranks(values: Mapping[str, Fraction], *, lower: bool) -> dict[str, int]:
    """Shared-and-skip ranks from 1."""
    ordered = sorted(values, key=values.__getitem__, reverse=not lower)
    ranks: dict[str, int] = {}
    for _, equals in groupby(ordered, key=values.__getitem__):
        ranks |= dict.fromkeys(equals, len(ranks) + 1)
    return ranks
