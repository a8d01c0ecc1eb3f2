"""Other ways from the same marks to an order: what one would have got, never what counts.

Mean, median, trimmed and corrected mean are the official engine with another way of bringing jurors together, tie chain
included. The others take the table of juror totals: by them, equals keep their official order.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from jury_desk.domain.contest import Contest
from jury_desk.domain.exact import exact_sum, round_half_up
from jury_desk.domain.marks_table import (
    MINIMUM_CANDIDACIES,
    Insufficient,
    Lack,
    MarksTable,
    mean_of,
    mid_ranks,
    root,
    total_range,
    variance,
)
from jury_desk.domain.rubric import Across, Criterion
from jury_desk.domain.rules import Order, Rules
from jury_desk.domain.severity import AdditiveFit
from jury_desk.domain.standings import Standings
from jury_desk.domain.what_if import Outcome, WhatIf, compare, outcome_by, outcome_of

Z_PLACES = 20
"""Results by z-scores hold roots: they are taken to forty decimals, and are equal when equal to so many."""
DEFAULT_LEVELS = 6
"""Mentions of a majority judgment where the rules name no levels: as many as in Balinski and Laraki's votes."""
CORRECTION = Fraction(3, 20)
"""How far from the mean a corrected mean lets a mark be where the rules do not say: 3 points of 20."""


class Method(StrEnum):
    """A way to an order that the rules do not use."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED_MEAN = "trimmed_mean"
    CORRECTED_MEAN = "corrected_mean"
    ADDITIVE = "additive"
    Z_SCORE = "z_score"
    BORDA = "borda"
    MAJORITY_JUDGMENT = "majority_judgment"


GATHERINGS = {
    Method.MEAN: Across.MEAN,
    Method.MEDIAN: Across.MEDIAN,
    Method.TRIMMED_MEAN: Across.TRIMMED_MEAN,
    Method.CORRECTED_MEAN: Across.CORRECTED_MEAN,
}
"""The methods that are the engine's own."""


@dataclass(frozen=True, slots=True)
class Condorcet:
    """Face to face, juror by juror, among those who marked both.

    Attributes:
        winner: beats every other ranked candidacy by a majority; ``None``: nobody does.
        not_beaten: whom the officially first does not beat; empty when it is the winner.
    """

    winner: str | None
    not_beaten: tuple[str, ...]


def other_ways(
    contest: Contest, standings: Standings, official: Outcome, table: MarksTable, fit: AdditiveFit | Insufficient
) -> dict[Method, WhatIf | Insufficient]:
    """The ranking by every method but the rules' own."""
    return {
        **{
            method: _gathered(contest, official, table, across)
            for method, across in GATHERINGS.items()
            if across is not contest.rules.aggregation.across_jurors
        },
        Method.ADDITIVE: _by_results(standings, official, fit.levels if isinstance(fit, AdditiveFit) else fit, table),
        Method.Z_SCORE: _by_results(standings, official, z_results(table), table),
        Method.BORDA: _by_borda(standings, official, table),
        Method.MAJORITY_JUDGMENT: _by_majority(standings, official, table),
    }


def z_results(table: MarksTable) -> dict[str, Fraction] | Insufficient:
    """The mean of each candidacy's z-scores, put back into the unit of the totals.

    z = (total - the juror's mean) / the juror's standard deviation, then times the standard deviation of all totals,
    plus their mean. Roots are taken to :data:`~jury_desk.domain.marks_table.ROOT_PLACES` decimals. Refused for a juror
    with fewer than two totals or only equal ones, whose z-score does not exist.
    """
    lack = table.lack()
    if lack:
        return lack
    by_juror = table.by_juror
    few = tuple(juror for juror, row in by_juror.items() if len(row) < 2)
    if few:
        return Insufficient(Lack.MARKS, few)
    everything = [total for row in by_juror.values() for total in row.values()]
    centre, whole = mean_of(everything), variance(everything)
    own = {juror: (mean_of(tuple(row.values())), variance(tuple(row.values()))) for juror, row in by_juror.items()}
    flat = tuple(juror for juror, (_, spread) in own.items() if not spread)
    if flat:
        return Insufficient(Lack.SPREAD, flat)
    stretch = {juror: (mean, root(whole / spread)) for juror, (mean, spread) in own.items()}
    step = Fraction(1, 10**Z_PLACES)
    return {
        candidacy: round_half_up(
            centre + mean_of([(total - stretch[juror][0]) * stretch[juror][1] for juror, total in row.items()]), step
        )
        for candidacy, row in table.totals.items()
    }


def borda_shares(table: MarksTable) -> dict[str, Fraction]:
    """The mean, over a candidacy's jurors, of the share of the juror's other candidacies that it is ahead of.

    J.-C. de Borda, « Mémoire sur les élections au scrutin », 1781, an equal counted half. Points are divided by those
    that were to be had on the juror's ballot, so that a shorter ballot weighs what a full one does; a ballot of one
    compares nothing and is left out.
    """
    given: dict[str, list[Fraction]] = {}
    for row in table.by_juror.values():
        if len(row) > 1:
            oriented = [-total if table.lower else total for total in row.values()]
            for candidacy, rank in zip(row, mid_ranks(oriented), strict=True):
                given.setdefault(candidacy, []).append((rank - 1) / (len(row) - 1))
    return {candidacy: mean_of(shares) for candidacy, shares in given.items()}


def majority_values(mentions: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    """Majority values (M. Balinski and R. Laraki, « A theory of measuring, electing, and ranking », PNAS 104, 2007).

    A candidacy's mentions are put in order and its median mention comes first, the lower of two; it is put aside, and
    the median of what remains comes next, and so on. Two candidacies are compared on the first mention in which these
    lists differ.

    Unequal panels are compared as if each juror voted so many times over that all the panels became equal: instead of
    counting votes, one walks from the middle of each candidacy's ordered mentions outwards, in shares of its panel, and
    reads the mentions below and above wherever some panel has a boundary. With equal panels this is the rule itself.

    Args:
        mentions: by candidacy, at least one mention of each juror who gave one, larger is better.
    """
    sizes = {len(each) for each in mentions.values()}
    middle = Fraction(1, 2)
    boundaries = {Fraction(0)} | {abs(middle - Fraction(i, size)) for size in sizes for i in range(size + 1)}
    walk = [(inner + outer) / 2 for inner, outer in pairwise(sorted(boundaries))]
    values: dict[str, tuple[int, ...]] = {}
    for candidacy, given in mentions.items():
        ordered, size = sorted(given), len(given)
        read = ((ordered[int(size * (middle - away))], ordered[int(size * (middle + away))]) for away in walk)
        values[candidacy] = tuple(mention for pair in read for mention in pair)
    return values


def level_count(rules: Rules) -> int:
    """How many mentions: the levels on which the criteria that have some agree, else :data:`DEFAULT_LEVELS`."""
    counts = {len(each.levels) for each in rules.criteria if each.mandatory and len(each.levels) > 1}
    return counts.pop() if len(counts) == 1 else DEFAULT_LEVELS


def level_of(total: Fraction, ends: tuple[Fraction, Fraction], levels: int) -> int:
    """The nearest, half up, of so many evenly spaced levels from one end to the other: 0 for the smallest total."""
    lowest, highest = ends
    nearest = int(round_half_up((total - lowest) / (highest - lowest) * (levels - 1), Fraction(1)))
    return min(max(nearest, 0), levels - 1)


def condorcet(table: MarksTable, official: Outcome) -> Condorcet | Insufficient:
    """Who beats every other face to face (Condorcet, *Essai*, 1785): more jurors put it ahead than behind.

    Args:
        table: the totals that each juror's order comes from.
        official: whose ranked candidacies meet.
    """
    lack = table.lack() or _too_few(official)
    if lack:
        return lack
    ballots = [
        dict(zip(row, mid_ranks([-total if table.lower else total for total in row.values()]), strict=True))
        for row in table.by_juror.values()
    ]
    ranked = list(official.places)
    # Whoever wins is never beaten: one walk through the field leaves the only one who can be it.
    candidate = ranked[0]
    for other in ranked[1:]:
        if not _beats(ballots, candidate, other):
            candidate = other
    losses = [other for other in ranked if other != candidate and not _beats(ballots, candidate, other)]
    leader = ranked[0]
    not_beaten = tuple(other for other in ranked[1:] if not _beats(ballots, leader, other))
    return Condorcet(None if losses else candidate, not_beaten)


def _beats(ballots: Sequence[Mapping[str, Fraction]], one: str, other: str) -> bool:
    both = [(ballot[one], ballot[other]) for ballot in ballots if one in ballot and other in ballot]
    return sum(mine > theirs for mine, theirs in both) > sum(mine < theirs for mine, theirs in both)


def _gathered(contest: Contest, official: Outcome, table: MarksTable, across: Across) -> WhatIf | Insufficient:
    """The engine's own ranking, jurors brought together otherwise."""
    lack = table.lack() or _too_few(official)
    if lack:
        return lack
    rules = contest.rules
    limit = rules.aggregation.limit
    if across is Across.CORRECTED_MEAN and limit is None:
        extent = _unit_extent(rules)
        if extent is None:
            return Insufficient(Lack.SCALE)
        limit = CORRECTION * extent
    aggregation = replace(rules.aggregation, across_jurors=across, limit=limit)
    criteria = tuple(_without_ranks(each) for each in rules.criteria)
    other = replace(rules, aggregation=aggregation, criteria=criteria)
    return compare(official, outcome_of(contest.under(other).standings()))


def _unit_extent(rules: Rules) -> Fraction | None:
    """From end to end of what the rules bring together: totals, or marks where the criteria have one scale."""
    if rules.aggregation.order is Order.SHEETS_FIRST:
        lowest, highest = total_range(rules)
        return highest - lowest
    extents = {each.scale.extent for each in rules.criteria if each.by_jurors and each.mandatory}
    return extents.pop() if len(extents) == 1 else None


def _without_ranks(criterion: Criterion) -> Criterion:
    """Ranks cannot be added beside marks: a criterion added in ranks is brought together as the others are."""
    return replace(criterion, across_jurors=None) if criterion.across_jurors is Across.RANK_SUM else criterion


def _by_results(
    standings: Standings, official: Outcome, results: Mapping[str, Fraction] | Insufficient, table: MarksTable
) -> WhatIf | Insufficient:
    """By results in the unit of the totals, with what earlier stages bring."""
    if isinstance(results, Insufficient):
        return results
    lack = _too_few(official)
    if lack:
        return lack
    rules = standings.rules
    carried = rules.carry_over
    if carried and rules.aggregation.across_jurors in (Across.SUM, Across.RANK_SUM):
        return Insufficient(Lack.CARRIED)
    values = {each: results[each] for each in official.places}
    if carried:
        whole = exact_sum([carried.own, *carried.stages.values()])
        for each, own in values.items():
            brought = standings.of(each).carried
            parts = (share * brought[stage] for stage, share in carried.stages.items())
            values[each] = exact_sum([carried.own * own, *parts]) / whole
    return _ordered(values.__getitem__ if not table.lower else lambda each: -values[each], values, official, rules)


def _by_borda(standings: Standings, official: Outcome, table: MarksTable) -> WhatIf | Insufficient:
    lack = _own_only(standings, official, table)
    if lack:
        return lack
    shares = borda_shares(table)
    alone = tuple(each for each in official.places if each not in shares)
    if alone:
        return Insufficient(Lack.MARKS, alone)
    return _ordered(shares.__getitem__, {each: shares[each] for each in official.places}, official, standings.rules)


def _by_majority(standings: Standings, official: Outcome, table: MarksTable) -> WhatIf | Insufficient:
    lack = _own_only(standings, official, table)
    if lack:
        return lack
    rules = standings.rules
    ends, levels = total_range(rules), level_count(rules)
    if ends[0] == ends[1]:
        return Insufficient(Lack.SCALE)
    turned = -1 if table.lower else 1
    mentions = {
        each: [turned * level_of(total, ends, levels) for total in table.totals[each].values()]
        for each in official.places
    }
    values = majority_values(mentions)
    return _ordered(values.__getitem__, {}, official, rules)


def _ordered(score: Callable[[str], object], values: Mapping[str, Fraction], official: Outcome, rules: Rules) -> WhatIf:
    return compare(official, outcome_by(score, values, official, rules))


def _own_only(standings: Standings, official: Outcome, table: MarksTable) -> Insufficient | None:
    """What keeps a method away that makes no result in points, and so cannot take in those of earlier stages."""
    if standings.rules.carry_over:
        return Insufficient(Lack.CARRIED)
    return table.lack() or _too_few(official)


def _too_few(official: Outcome) -> Insufficient | None:
    return Insufficient(Lack.CANDIDACIES) if len(official.places) < MINIMUM_CANDIDACIES else None
