"""How firmly the computed ranking stands: everything said beside it, nothing that changes it.

:func:`robustness` asks a contest again without each juror, with other weights and by other methods, and says how the
jurors mark and agree, what would turn the cut, and who is safely in or out. All of it is exact; roots are taken only by
z-scores, to a stated number of decimals.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jury_desk.domain.agreement import Alpha, Concordance, concordance, interval_alpha, ordinal_alpha
from jury_desk.domain.contest import Contest
from jury_desk.domain.flips import MarkFlips, Pair, WeightFlip, mark_flips, pair_at_line, weight_flips
from jury_desk.domain.marks_table import Insufficient, Lack, MarksTable, table_of, total_range
from jury_desk.domain.other_methods import GATHERINGS, Condorcet, Method, condorcet, other_ways
from jury_desk.domain.severity import (
    CandidacySpread,
    JurorSeverity,
    PassageSlope,
    additive_fit,
    candidacy_spreads,
    juror_severities,
    passage_slope,
)
from jury_desk.domain.standings import Standings
from jury_desk.domain.what_if import (
    LeftOut,
    Outcome,
    Reweighted,
    Side,
    WhatIf,
    leave_each_out,
    leave_out,
    level_across,
    outcome_of,
    shift_weights,
)

_SAFE_DOTS = 4


@dataclass(frozen=True, slots=True)
class Settings:
    """What a jury may set.

    Attributes:
        weight_points: how far each weight is shifted, as a share of all of them: ``1/20`` is five points.
        pairs: whether each pair of jurors is left out too.
        spread_flag: from which distance between two jurors' totals a candidacy is flagged, as a share of the distance
            between the smallest and the largest total there can be: ``2/5`` is 8 points of 20; 0 flags none.
    """

    weight_points: Fraction = Fraction(1, 20)
    pairs: bool = False
    spread_flag: Fraction = Fraction(2, 5)


class Trial(StrEnum):
    """What a candidacy's side of the line is tried by, each worth one point of firmness at most.

    ``jurors``: one left out; ``weights``: each shifted; ``gathering``: mean, median, trimmed and corrected mean;
    ``severity``: additive effect and z-scores; ``order``: Borda and majority judgment.
    """

    JURORS = "jurors"
    WEIGHTS = "weights"
    GATHERING = "gathering"
    SEVERITY = "severity"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firmly one candidacy stands on its side of the line.

    Attributes:
        side: the official one.
        stays: for each trial that could be held, the share of its questions in which the candidacy keeps its side; a
            tie across the line does not keep it.
        level: its result is that of a candidacy on the other side of the line, or of one tied across it: whatever
            separates them, a step of the chain or a vote, no result does.
    """

    candidacy: str
    side: Side
    stays: Mapping[Trial, Fraction]
    level: bool = False

    @property
    def dots(self) -> int | None:
        """0 to 5: the shares added, brought to five trials where some could not be held; ``None`` where none could.

        Rounded down: five is only for whoever never leaves its side. Level with the other side, it is never safe, and
        has fewer than whoever is.
        """
        if not self.stays:
            return None
        dots = int(len(Trial) * sum(self.stays.values(), Fraction(0)) / len(self.stays))
        return min(dots, _SAFE_DOTS - 1) if self.level else dots

    @property
    def failed(self) -> tuple[Trial, ...]:
        """The trials in one question of which it leaves its side."""
        return tuple(trial for trial, share in self.stays.items() if share < 1)

    @property
    def on_the_edge(self) -> bool:
        """Whether its side hangs on one juror, on a weight or on most of the rest, or no result tells it apart."""
        hangs = self.level or Trial.JURORS in self.failed or Trial.WEIGHTS in self.failed
        return hangs or (self.dots is not None and self.dots < _SAFE_DOTS)

    @property
    def safe(self) -> bool:
        """Whether it was tried and is not on the edge."""
        return self.dots is not None and not self.on_the_edge


@dataclass(frozen=True, slots=True)
class Robustness:
    """All that can be said beside one ranking.

    Attributes:
        official: the computed ranking itself.
        jurors: those who have a counted sheet, in the order of the panel.
        left_out: without each juror.
        pairs_left_out: without each pair; empty when it was not asked for.
        without_partial: without everyone who missed a candidacy, recused or absent.
        weights: each one shifted down, then up.
        methods: by every method but the rules' own.
        severities: how each juror marks.
        spread_flag: the distance, in points, from which a candidacy is flagged.
        spreads: how far jurors part over each candidacy, in the order of the ranking.
        slope: over the passages.
        concordance: Kendall's W.
        alpha: Krippendorff's, on the totals; ``ordinal``: on their order.
        pair: the two at the line.
        firmness: of everyone but the withdrawn, in the order of the ranking; empty without a line.
    """

    official: Outcome
    jurors: tuple[str, ...]
    left_out: tuple[LeftOut, ...] | Insufficient
    pairs_left_out: tuple[LeftOut, ...] | Insufficient
    without_partial: LeftOut | Insufficient
    weights: tuple[Reweighted, ...] | Insufficient
    methods: Mapping[Method, WhatIf | Insufficient]
    condorcet: Condorcet | Insufficient
    severities: tuple[JurorSeverity, ...] | Insufficient
    spread_flag: Fraction
    spreads: tuple[CandidacySpread, ...]
    slope: PassageSlope | Insufficient
    concordance: Concordance | Insufficient
    alpha: Alpha | Insufficient
    ordinal: Alpha | Insufficient
    pair: Pair | Insufficient
    mark_flips: MarkFlips | Insufficient
    weight_flips: tuple[WeightFlip, ...] | Insufficient
    firmness: tuple[Firmness, ...]

    @property
    def ranges(self) -> dict[str, tuple[Fraction, Fraction]]:
        """By candidacy, the smallest and the largest result there is when one juror is left out."""
        outcomes = [each.what_if.outcome.values for each in self.left_out] if isinstance(self.left_out, tuple) else []
        found = {
            candidacy: [values[candidacy] for values in outcomes if candidacy in values]
            for candidacy in self.official.values
        }
        return {candidacy: (min(results), max(results)) for candidacy, results in found.items() if results}

    @property
    def sensitive(self) -> bool:
        """Whether the flag at the cut is lit: who is in hangs on one juror or one shifted weight, or on no result."""
        hanging = {Trial.JURORS, Trial.WEIGHTS}
        return any(each.level or hanging & set(each.failed) for each in self.firmness)


def robustness(contest: Contest, settings: Settings | None = None) -> Robustness:
    """Ask the contest again in every way.

    Args:
        contest: what was ranked.
        settings: what the jury has set; the defaults when ``None``.

    Raises:
        CarriedStageMissing, UnequalPanels: the contest has no ranking that could be tried.
    """
    settings = settings or Settings()
    standings = contest.standings()
    official, table = outcome_of(standings), table_of(standings)
    fit = additive_fit(table)
    jurors = tuple(juror for juror in contest.panel if juror in table.by_juror)
    left_out = leave_each_out(contest, official, jurors)
    weights = shift_weights(contest, official, settings.weight_points)
    methods = other_ways(contest, standings, official, table, fit)
    pair = pair_at_line(official)
    flag_at = _flag_at(standings, settings)
    return Robustness(
        official=official,
        jurors=jurors,
        left_out=left_out,
        pairs_left_out=leave_each_out(contest, official, jurors, at_once=2) if settings.pairs else (),
        without_partial=_without_partial(contest, official, table),
        weights=weights,
        methods=methods,
        condorcet=_condorcet(standings, official, table),
        severities=table.lack() or juror_severities(table, fit, jurors),
        spread_flag=flag_at,
        spreads=candidacy_spreads(table, flag_at),
        slope=table.lack() or passage_slope(table, contest.candidacies),
        concordance=concordance(table),
        alpha=interval_alpha(table),
        ordinal=ordinal_alpha(table),
        pair=pair,
        mark_flips=mark_flips(contest, standings, pair),
        weight_flips=weight_flips(contest, pair),
        firmness=_firmness(official, _trials(left_out, weights, methods)),
    )


def _without_partial(contest: Contest, official: Outcome, table: MarksTable) -> LeftOut | Insufficient:
    by_juror = table.by_juror
    partial = [juror for juror, row in by_juror.items() if len(row) < len(table.totals)]
    if not partial:
        return Insufficient(Lack.COMPLETE)
    if len(by_juror) - len(partial) < 2:
        return Insufficient(Lack.JURORS)
    return leave_out(contest, official, partial)


def _condorcet(standings: Standings, official: Outcome, table: MarksTable) -> Condorcet | Insufficient:
    return Insufficient(Lack.CARRIED) if standings.rules.carry_over else condorcet(table, official)


def _flag_at(standings: Standings, settings: Settings) -> Fraction:
    lowest, highest = total_range(standings.rules)
    return settings.spread_flag * (highest - lowest)


def _trials(
    left_out: tuple[LeftOut, ...] | Insufficient,
    weights: tuple[Reweighted, ...] | Insufficient,
    methods: Mapping[Method, WhatIf | Insufficient],
) -> dict[Trial, tuple[WhatIf, ...]]:
    """What was asked in each trial; a trial of which nothing could be is not held."""
    gathering = (what_if for method, what_if in methods.items() if method in GATHERINGS)
    trials: dict[Trial, Iterable[WhatIf | Insufficient]] = {
        Trial.JURORS: () if isinstance(left_out, Insufficient) else (each.what_if for each in left_out),
        Trial.WEIGHTS: () if isinstance(weights, Insufficient) else (each.what_if for each in weights),
        Trial.GATHERING: gathering,
        Trial.SEVERITY: (methods[Method.ADDITIVE], methods[Method.Z_SCORE]),
        Trial.ORDER: (methods[Method.BORDA], methods[Method.MAJORITY_JUDGMENT]),
    }
    made = {trial: tuple(each for each in asked if isinstance(each, WhatIf)) for trial, asked in trials.items()}
    return {trial: what_ifs for trial, what_ifs in made.items() if what_ifs}


def _firmness(official: Outcome, trials: Mapping[Trial, tuple[WhatIf, ...]]) -> tuple[Firmness, ...]:
    crossed = {
        trial: Counter(move.candidacy for what_if in what_ifs for move in what_if.crossings)
        for trial, what_ifs in trials.items()
    }
    level = level_across(official)
    return tuple(
        Firmness(
            candidacy,
            side,
            {trial: 1 - Fraction(crossed[trial][candidacy], len(what_ifs)) for trial, what_ifs in trials.items()},
            level=candidacy in level,
        )
        for candidacy, side in official.sides.items()
    )
