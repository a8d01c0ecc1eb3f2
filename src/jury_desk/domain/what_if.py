"""What the ranking would be had something been otherwise: places, sides of the line, and who moves.

An :class:`Outcome` is a ranking reduced to what two of them can be compared on; a :class:`WhatIf` is the comparison.
Neither is ever official.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import chain, combinations, groupby

from jury_desk.domain.contest import Contest
from jury_desk.domain.marks_table import MINIMUM_CANDIDACIES, MINIMUM_JURORS, Insufficient, Lack
from jury_desk.domain.rules import Rules, Selection
from jury_desk.domain.selection import SelectionStatus, select
from jury_desk.domain.standings import Standings, Status


class Side(StrEnum):
    """Where a candidacy stands to the selection line: above, in a tie across it that the jury must decide, or below."""

    IN = "in"
    TIED = "tied"
    OUT = "out"


_SIDES = {
    SelectionStatus.SELECTED: Side.IN,
    SelectionStatus.BLOCKED: Side.TIED,
    SelectionStatus.NOT_SELECTED: Side.OUT,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A ranking, as far as it can be compared with another.

    Attributes:
        places: 1 2 2 4, in rank order; only the ranked have one.
        sides: of all but the withdrawn, ranked or not; empty when the rules draw no line.
        values: what each place was taken on, where that is a number.
    """

    places: Mapping[str, int]
    sides: Mapping[str, Side]
    values: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Move:
    """A candidacy that would be elsewhere; no place when not ranked, no side without a line."""

    candidacy: str
    place_before: int | None
    place_after: int | None
    side_before: Side | None
    side_after: Side | None

    @property
    def crosses(self) -> bool:
        """Whether it would leave its side of the line, if only for a tie across it."""
        return self.side_before is not self.side_after


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The outcome there would be, and every candidacy that moves, in the official order."""

    outcome: Outcome
    moves: tuple[Move, ...]

    @property
    def crossings(self) -> tuple[Move, ...]:
        """The moves that count: those that change who is in or out."""
        return tuple(move for move in self.moves if move.crosses)

    @property
    def swap(self) -> tuple[str, str] | None:
        """The two that change places, when that is all that happens; the one ahead officially comes first."""
        if len(self.moves) != 2:
            return None
        first, second = self.moves
        places = (first.place_before, first.place_after), (second.place_after, second.place_before)
        swapped = places[0] == places[1] and first.place_before != first.place_after
        return (first.candidacy, second.candidacy) if swapped else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The ranking had these jurors not sat."""

    jurors: tuple[str, ...]
    what_if: WhatIf


@dataclass(frozen=True, slots=True)
class Reweighted:
    """The ranking had one criterion weighed more or less, the others keeping their proportions.

    Attributes:
        share: of all the weights, as the rules have it.
        shifted: as it is supposed to be here.
    """

    criterion: str
    share: Fraction
    shifted: Fraction
    what_if: WhatIf


def outcome_of(standings: Standings) -> Outcome:
    """A computed ranking as an outcome."""
    present = [each for each in standings.standings if each.status is not Status.WITHDRAWN]
    ranked = [each for each in present if each.status is Status.RANKED]
    groups = [[each.candidacy for each in group] for _, group in groupby(ranked, key=lambda each: each.place)]
    values = {each.candidacy: each.exact for each in ranked if each.exact is not None}
    return arrange(groups, values, [each.candidacy for each in present], standings.rules.selection)


def outcome_by(
    score: Callable[[str], object], values: Mapping[str, Fraction], official: Outcome, rules: Rules
) -> Outcome:
    """The officially ranked in the order of another score, the largest first.

    Equals by the score keep their official order: a method that does not tell two apart contradicts nothing.
    """
    # Sorting is stable, backwards too: the places are in rank order.
    ordered = sorted(official.places, key=score, reverse=True)  # type: ignore[arg-type]
    groups = [list(group) for _, group in groupby(ordered, key=lambda each: (score(each), official.places[each]))]
    return arrange(groups, values, tuple(official.sides), rules.selection)


def arrange(
    groups: Sequence[Sequence[str]],
    values: Mapping[str, Fraction],
    present: Iterable[str],
    selection: Selection | None,
) -> Outcome:
    """Places and sides of groups of equals in rank order; whoever else is present is out."""
    places: dict[str, int] = {}
    for group in groups:
        places |= dict.fromkeys(group, len(places) + 1)
    if selection is None:
        return Outcome(places, {}, values)
    # Without the reserve: what is told is who is in, and a tie at the end of the reserve is none across the line.
    statuses = select(replace(selection, reserve=0), groups)
    sides = {candidacy: _SIDES[status] for candidacy, status in statuses.items()}
    sides |= {candidacy: Side.OUT for candidacy in present if candidacy not in sides}
    return Outcome(places, sides, values)


def level_across(outcome: Outcome) -> frozenset[str]:
    """The ranked whose result is that of a candidacy on another side of the line, and those tied across it.

    Equals separated by the tie chain or by a vote stand on two sides, and their results still tell nothing apart.
    """
    sides: dict[Fraction, set[Side]] = {}
    for candidacy, value in outcome.values.items():
        if candidacy in outcome.sides:
            sides.setdefault(value, set()).add(outcome.sides[candidacy])
    return frozenset(
        candidacy
        for candidacy, value in outcome.values.items()
        if Side.TIED in sides.get(value, ()) or len(sides.get(value, ())) > 1
    )


def compare(official: Outcome, other: Outcome) -> WhatIf:
    """Who moves from one outcome to another."""
    everybody = dict.fromkeys(chain(official.places, official.sides, other.places))
    moves = (
        Move(
            each,
            official.places.get(each),
            other.places.get(each),
            official.sides.get(each),
            other.sides.get(each),
        )
        for each in everybody
    )
    return WhatIf(other, tuple(each for each in moves if each.crosses or each.place_before != each.place_after))


def leave_out(contest: Contest, official: Outcome, jurors: Collection[str]) -> LeftOut:
    """Rank without some jurors, everywhere."""
    left = tuple(juror for juror in contest.panel if juror in jurors)
    return LeftOut(left, compare(official, outcome_of(contest.without(left).standings())))


def leave_each_out(
    contest: Contest, official: Outcome, jurors: Sequence[str], *, at_once: int = 1
) -> tuple[LeftOut, ...] | Insufficient:
    """Rank without each juror, or each pair, or each three: as many as are left out at once.

    Args:
        contest: what is ranked.
        official: its outcome.
        jurors: those who have a counted sheet: leaving out another one changes nothing.
        at_once: how many are left out together.
    """
    if len(jurors) < MINIMUM_JURORS or len(jurors) <= at_once:
        return Insufficient(Lack.JURORS)
    if len(official.places) < MINIMUM_CANDIDACIES:
        return Insufficient(Lack.CANDIDACIES)
    return tuple(leave_out(contest, official, left) for left in combinations(jurors, at_once))


def shift_weights(contest: Contest, official: Outcome, points: Fraction) -> tuple[Reweighted, ...] | Insufficient:
    """Rank with each criterion's share of the weights down, then up, by ``points`` (``1/20``: five in a hundred).

    A share stops at nothing and at the whole.
    """
    shares = shares_of(contest.rules)
    if len(shares) < 2:
        return Insufficient(Lack.WEIGHTS)
    if len(official.places) < MINIMUM_CANDIDACIES:
        return Insufficient(Lack.CANDIDACIES)
    found: list[Reweighted] = []
    for criterion, share in shares.items():
        for shifted in (max(share - points, Fraction(0)), min(share + points, Fraction(1))):
            if shifted != share:
                outcome = outcome_of(contest.under(with_share(contest.rules, criterion, shifted)).standings())
                found.append(Reweighted(criterion, share, shifted, compare(official, outcome)))
    return tuple(found)


def shares_of(rules: Rules) -> dict[str, Fraction]:
    """Each weighted criterion's part of all the weights; none where a weight is negative or has them all.

    Bonuses and deductions are added after the weighted criteria: they have no share.
    """
    weights = {each.id: each.weight for each in rules.criteria if each.mandatory}
    whole = sum(weights.values(), Fraction(0))
    if any(weight < 0 or weight == whole for weight in weights.values()):
        return {}
    return {id_: weight / whole for id_, weight in weights.items()}


def with_share(rules: Rules, criterion: str, share: Fraction) -> Rules:
    """The rules with one criterion's share of the weights set; the others keep their proportions, and all their sum."""
    shares = shares_of(rules)
    whole = sum((each.weight for each in rules.criteria if each.mandatory), Fraction(0))
    others = (1 - share) / (1 - shares[criterion])
    criteria = tuple(
        replace(each, weight=share * whole if each.id == criterion else each.weight * others)
        if each.mandatory
        else each
        for each in rules.criteria
    )
    return replace(rules, criteria=criteria)
