"""The smallest change that would turn the cut: one mark, or one weight.

Asked of the two candidacies just above and just below the selection line. Each answer is checked by ranking again: what
is said to turn the cut has turned it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from jury_desk.domain.contest import Contest
from jury_desk.domain.marks_table import Insufficient, Lack
from jury_desk.domain.rubric import Across, Criterion
from jury_desk.domain.rules import Rounding, Rules, Selection
from jury_desk.domain.scoring import Mark, MarkState, Sheets
from jury_desk.domain.stage_results import StageResults
from jury_desk.domain.standings import Ranker, Standings
from jury_desk.domain.what_if import Outcome, Side, outcome_of, shares_of, with_share

RESOLUTION = Fraction(1, 100_000)
"""How closely a turning share is told where results do not follow the weight in a straight line: 0.001 point."""
_PROBES = (Fraction(2, 7), Fraction(1, 2), Fraction(8, 11))
"""Where a line is tried for being straight: unevenly, so that no symmetry passes for straightness."""
_STEPS = 20
"""In how many steps the way to the end is walked where it is not straight."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The last candidacy in and the first one out."""

    above: str
    below: str


@dataclass(frozen=True, slots=True)
class MarkChange:
    """One mark that would turn the cut, were it another one."""

    juror: str
    candidacy: str
    criterion: str
    before: Fraction
    after: Fraction


@dataclass(frozen=True, slots=True)
class MarkFlips:
    """The smallest changes of a single mark that turn the cut.

    Attributes:
        steps: how many steps of its scale the mark would have to move; 0 when no single mark can do it.
        tried: how many marks of the two candidacies there are.
        changes: every mark that does it with so few steps, those of the candidacy above first.
    """

    steps: int
    tried: int
    changes: tuple[MarkChange, ...]


@dataclass(frozen=True, slots=True)
class WeightFlip:
    """The nearest share of one criterion at which the cut turns, the other weights keeping their proportions.

    Attributes:
        share: as the rules have it.
        turning: the share at which it turns.
        upwards: whether the share has to grow; where ``turning`` is ``share``, the slightest change that way turns it.
        beyond: it turns only past that share: at it the two are equal, and the tie chain keeps them as they are.
        exact: whether ``turning`` is the very share; else the cut has turned there, at most :data:`RESOLUTION` too far.
    """

    criterion: str
    share: Fraction
    turning: Fraction
    upwards: bool
    beyond: bool
    exact: bool

    @property
    def change(self) -> Fraction:
        """How far the share has to move, without its sign."""
        return abs(self.turning - self.share)


def pair_at_line(official: Outcome) -> Pair | Insufficient:
    """The last in and the first out among the ranked."""
    if not official.sides:
        return Insufficient(Lack.LINE)
    sides = [(candidacy, official.sides[candidacy]) for candidacy in official.places]
    tied = tuple(candidacy for candidacy, side in sides if side is Side.TIED)
    if tied:
        return Insufficient(Lack.TIED, tied)
    above = [candidacy for candidacy, side in sides if side is Side.IN]
    below = [candidacy for candidacy, side in sides if side is Side.OUT]
    return Pair(above[-1], below[0]) if above and below else Insufficient(Lack.BELOW)


def mark_flips(contest: Contest, standings: Standings, pair: Pair | Insufficient) -> MarkFlips | Insufficient:
    """The smallest change of a single mark, in steps of its scale, that turns the cut, and all that do it so cheaply.

    Marks of the candidacy above are moved for the worse, those of the one below for the better.
    """
    if isinstance(pair, Insufficient):
        return pair
    duel = _Duel(contest, pair)
    moves = [
        each
        for candidacy, way in ((pair.above, -1), (pair.below, 1))
        for each in _movable(contest, candidacy, standings.of(candidacy).totals, way)
    ]
    best = 0
    found: list[_MovableMark] = []
    for move in moves:
        steps = duel.steps_to_turn(move, best)
        if steps and (not best or steps < best):
            best, found = steps, [move]
        elif steps:
            found.append(move)
    return MarkFlips(best, len(moves), tuple(each.change(best) for each in found))


def weight_flips(contest: Contest, pair: Pair | Insufficient) -> tuple[WeightFlip, ...] | Insufficient:
    """For each criterion whose weight can turn the cut, the nearest share that does; the smallest change first.

    The gap between the two results follows a share in a straight line, or in several joined ones. Between a share where
    the cut stands and one where it has turned, a straight line meets zero at the turning share; where the gap is none,
    the interval is halved until it is, or until it is as small as :data:`RESOLUTION`. Rounding and ranks make steps of
    it, and are always halved.
    """
    if isinstance(pair, Insufficient):
        return pair
    shares = shares_of(contest.rules)
    if not shares:
        return Insufficient(Lack.WEIGHTS)
    found = (_nearest(_WeightSearch(contest, pair, criterion, share)) for criterion, share in shares.items())
    return tuple(sorted((each for each in found if each), key=lambda each: each.change))


@dataclass(frozen=True, slots=True)
class _MovableMark:
    """A mark, and the way in which moving it works against the cut."""

    juror: str
    candidacy: str
    criterion: Criterion
    value: Fraction
    way: int

    @property
    def room(self) -> int:
        """How many steps there are to the end of the scale."""
        scale = self.criterion.scale
        end = scale.maximum if self.way > 0 else scale.minimum
        return int(abs(end - self.value) / scale.step)

    def moved(self, steps: int) -> Fraction:
        return self.value + self.way * steps * self.criterion.scale.step

    def change(self, steps: int) -> MarkChange:
        return MarkChange(self.juror, self.candidacy, self.criterion.id, self.value, self.moved(steps))


def _movable(contest: Contest, candidacy: str, jurors: Iterable[str], way: int) -> Iterable[_MovableMark]:
    """The marks of the counted sheets that count, each with the sign of ``way`` for the better turned to its scale."""
    for juror in jurors:
        sheet = contest.sheets[candidacy][juror]
        for criterion in contest.rules.criteria:
            mark = sheet.get(criterion.id)
            value = None if mark is None or mark.state is not MarkState.MARKED else mark.value
            if value is not None and criterion.by_jurors and criterion.counts and criterion.weight:
                turned = criterion.lower_is_better is not (criterion.weight < 0)
                yield _MovableMark(juror, candidacy, criterion, value, -way if turned else way)


class _Duel:
    """The two at the line, ranked again and again under the same rules.

    Among the two alone wherever that is the same question; sums of ranks depend on the whole field.
    """

    def __init__(self, contest: Contest, pair: Pair) -> None:
        self._contest = narrowed(contest, pair)
        self._pair = pair
        self._ranker = Ranker(self._contest.rules)

    def turned_by(self, move: _MovableMark, steps: int) -> bool:
        contest = self._contest
        sheets = _with_mark(contest.sheets, move, Mark(MarkState.MARKED, move.moved(steps)))
        standings = self._ranker.rank(
            contest.candidacies,
            contest.panel,
            sheets,
            carried=contest.carried,
            withdrawn=contest.withdrawn,
            voted=contest.voted,
        )
        return _turned(standings, self._pair)

    def steps_to_turn(self, move: _MovableMark, most: int) -> int:
        """The fewest steps that turn the cut, ``most`` at most (0: as many as there are); 0 when none does.

        A mark that moves one way moves the result one way: the steps can be halved.
        """
        enough = min(most or move.room, move.room)
        if not enough or not self.turned_by(move, enough):
            return 0
        short = 0
        while enough - short > 1:
            middle = (short + enough) // 2
            if self.turned_by(move, middle):
                enough = middle
            else:
                short = middle
        return enough


class _WeightSearch:
    """The contest of the two at the line as a function of one criterion's share.

    Attributes:
        in_steps: the results move in steps, because the rules round or add ranks.
    """

    def __init__(self, contest: Contest, pair: Pair, criterion: str, share: Fraction) -> None:
        self.criterion = criterion
        self.share = share
        self._contest = narrowed(contest, pair)
        self._pair = pair
        self._sign = -1 if StageResults(contest.rules, contest.panel).lower_results else 1
        self._known: dict[Fraction, tuple[bool, Fraction]] = {}
        self.in_steps = _adds_ranks(contest.rules) or _rounds(contest.rules)

    def turned(self, share: Fraction) -> bool:
        """Whether the cut has turned at a share."""
        return self._at(share)[0]

    def gap(self, share: Fraction) -> Fraction:
        """How far the candidacy above is ahead of the one below; negative when behind."""
        return self._at(share)[1]

    def _at(self, share: Fraction) -> tuple[bool, Fraction]:
        if share not in self._known:
            contest = self._contest.under(with_share(self._contest.rules, self.criterion, share))
            standings = contest.standings()
            above, below = (standings.of(each).exact or Fraction(0) for each in (self._pair.above, self._pair.below))
            self._known[share] = _turned(standings, self._pair), self._sign * (above - below)
        return self._known[share]


def _nearest(search: _WeightSearch) -> WeightFlip | None:
    found = (_towards(search, end) for end in (Fraction(0), Fraction(1)))
    return min((each for each in found if each), key=lambda each: each.change, default=None)


def _towards(search: _WeightSearch, end: Fraction) -> WeightFlip | None:
    """The first turning share on the way to ``end``, if there is one."""
    found = _bracket(search, end)
    if found is None:
        return None
    stands, turned = found
    upwards = end > search.share
    while abs(turned - stands) > RESOLUTION:
        zero = _zero(search, stands, turned)
        if zero is not None:
            return WeightFlip(search.criterion, search.share, zero, upwards, not search.turned(zero), exact=True)
        middle = (stands + turned) / 2
        if search.turned(middle):
            turned = middle
        else:
            stands = middle
    return WeightFlip(search.criterion, search.share, turned, upwards, beyond=False, exact=False)


def _bracket(search: _WeightSearch, end: Fraction) -> tuple[Fraction, Fraction] | None:
    """A share where the cut stands and one after it where it has turned.

    Along a straight line the cut turns once or never, and its end tells; otherwise the way is walked in steps.
    """
    start = search.share
    if start == end:
        return None
    if _is_straight(search, start, end):
        return (start, end) if search.turned(end) else None
    stops = [start + (end - start) * Fraction(step, _STEPS) for step in range(_STEPS + 1)]
    return next(((stands, turned) for stands, turned in pairwise(stops) if search.turned(turned)), None)


def _is_straight(search: _WeightSearch, start: Fraction, end: Fraction) -> bool:
    """Whether the gap follows the share in a straight line: at every probe, exactly."""
    if search.in_steps:
        return False
    first, last = search.gap(start), search.gap(end)
    return all(search.gap(start + (end - start) * probe) == first + (last - first) * probe for probe in _PROBES)


def _zero(search: _WeightSearch, stands: Fraction, turned: Fraction) -> Fraction | None:
    """Where the gap is nothing, if it is a straight line from ``stands`` to ``turned`` and turns the cut there."""
    if not _is_straight(search, stands, turned):
        return None
    start, end = search.gap(stands), search.gap(turned)
    if not start >= 0 >= end or start == end:
        return None
    zero = stands + (turned - stands) * start / (start - end)
    # A threshold may strike before the two are equal, or the tie chain of two who stay equal decide nothing.
    before = zero == stands or not search.turned((stands + zero) / 2)
    after = zero == turned or search.turned((zero + turned) / 2)
    return zero if before and after else None


def narrowed(contest: Contest, pair: Pair) -> Contest:
    """The contest of the two at the line for one place, where nobody else has a say in it."""
    selection = contest.rules.selection
    if selection is None or _adds_ranks(contest.rules):
        return contest
    alone = Selection(places=1, reserve=0, tie_at_cut=selection.tie_at_cut)
    return contest.between((pair.above, pair.below)).under(replace(contest.rules, selection=alone))


def _adds_ranks(rules: Rules) -> bool:
    methods = {rules.aggregation.across_jurors, *(each.across_jurors for each in rules.criteria)}
    return Across.RANK_SUM in methods


def _rounds(rules: Rules) -> bool:
    return rules.rounding != Rounding() or (rules.carry_over is not None and rules.carry_over.rounding is not None)


def _turned(standings: Standings, pair: Pair) -> bool:
    """Whether the two no longer stand as they do: one in, one out."""
    sides = outcome_of(standings).sides
    return (sides[pair.above], sides[pair.below]) != (Side.IN, Side.OUT)


def _with_mark(sheets: Sheets, move: _MovableMark, mark: Mark) -> Sheets:
    of_candidacy = sheets[move.candidacy]
    sheet: Mapping[str, Mark] = {**of_candidacy[move.juror], move.criterion.id: mark}
    return {**sheets, move.candidacy: {**of_candidacy, move.juror: sheet}}
