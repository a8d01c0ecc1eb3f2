"""Separating equals by the declared chain, one step after the other, each recorded.

A step parts a group of equals into smaller ones by a value; each part that is still a group goes on with the next step.
A step for which someone in the group has no value separates nobody: a blank is not a zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby

from jury_desk.domain.aggregation import median
from jury_desk.domain.exact import decimal_text, exact_sum, shared_places
from jury_desk.domain.rules import Rules, Unresolved

_PAIR = 2
VOTE = "vote"
"""The step by which the jury's vote separates what the chain has left."""


@dataclass(frozen=True, slots=True)
class TieStep:
    """One step of the tie chain that was tried on a group of equals.

    Attributes:
        step: as the rules name it, or :data:`VOTE`.
        values: what the step compared, as printed, by candidacy; the whole group, nobody else. Empty text: no value.
        separated: whether it parted the group.
    """

    step: str
    values: Mapping[str, str]
    separated: bool

    def in_order(self, candidacies: Iterable[str]) -> "TieStep":
        """The same with the values in the order of those candidacies, such as that of the ranking."""
        return replace(self, values={each: self.values[each] for each in candidacies if each in self.values})


@dataclass(frozen=True, slots=True)
class Contender:
    """What the steps may compare of one candidacy.

    Attributes:
        values: by criterion, as the result was made from them (rounded where the rules round).
        sections: the subtotals.
        totals: by juror, the total of each counted sheet.
        own: the stage's own result, rounded where the rules round.
        carried: the results of earlier stages.
    """

    candidacy: str
    values: Mapping[str, Fraction]
    sections: Mapping[str, Fraction]
    totals: Mapping[str, Fraction]
    own: Fraction
    carried: Mapping[str, Fraction]


@dataclass(slots=True)
class Separation:
    """Groups in rank order, and for each candidacy the steps tried on the groups it was in."""

    groups: list[list[str]] = field(default_factory=list)
    trails: dict[str, list[TieStep]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Split:
    """A group parted by one step, best first, with the values compared; one part when nothing was separated."""

    parts: list[list[Contender]]
    values: dict[str, Fraction]


class TieChain:
    """The chain of one règlement.

    Steps:

    - ``criterion:ID``: the better value on that criterion; ``section:NAME``: the better subtotal;
    - ``highest_sheet``, ``lowest_sheet``: the best, or the least good, of each one's juror totals; ``median``: the
      median of them;
    - ``head_to_head``: of exactly two, the one that more jurors put ahead on their totals, among jurors who marked
      both. More than two are not compared: who beats whom may go round in a circle, and the next step takes them;
    - ``carried:STAGE``, ``own``: the result of an earlier stage, of this one.

    Args:
        rules: the règlement.
        lower_totals: whether the smaller juror total, and subtotal, is the better.
        lower_results: whether the smaller result is the better.
        voted: places given by the jury's votes within groups left equal, 1 first; used where the rules ask for a vote.

    Attributes:
        voted: the same.
    """

    def __init__(
        self, rules: Rules, *, lower_totals: bool, lower_results: bool, voted: Mapping[str, int] | None = None
    ) -> None:
        self._rules = rules
        self._lower_totals = lower_totals
        self._lower_results = lower_results
        self.voted = voted or {}
        by_vote = (VOTE,) if rules.ties.unresolved is Unresolved.VOTE and self.voted else ()
        self._steps = (*rules.ties.chain, *by_vote)

    def separate(self, equals: Sequence[Contender]) -> Separation:
        """Part a group of equals as far as the chain goes."""
        separation = Separation(trails={each.candidacy: [] for each in equals})
        self._go_on(equals, self._steps, separation)
        return separation

    def _go_on(self, group: Sequence[Contender], steps: Sequence[str], separation: Separation) -> None:
        if len(group) == 1 or not steps:
            separation.groups.append([each.candidacy for each in group])
            return
        split = self._split(steps[0], group)
        record = _record(steps[0], group, split)
        for each in group:
            separation.trails[each.candidacy].append(record)
        for part in split.parts:
            self._go_on(part, steps[1:], separation)

    def _split(self, step: str, group: Sequence[Contender]) -> _Split:
        if step == "head_to_head":
            return self._head_to_head(group)
        found = {each.candidacy: self._measure(step, each) for each in group}
        values = {candidacy: value for candidacy, value in found.items() if value is not None}
        if len(values) < len(group):
            return _Split([list(group)], values)
        ordered = sorted(group, key=lambda each: values[each.candidacy], reverse=not self._smaller_first(step))
        parts = [list(part) for _, part in groupby(ordered, key=lambda each: values[each.candidacy])]
        return _Split(parts, values)

    def _measure(self, step: str, contender: Contender) -> Fraction | None:
        kind, _, name = step.partition(":")
        match kind:
            case "criterion":
                return contender.values.get(name)
            case "section":
                return contender.sections.get(name)
            case "carried":
                return contender.carried.get(name)
            case "own":
                return contender.own
            case "vote":
                voted = self.voted.get(contender.candidacy)
                return None if voted is None else Fraction(voted)
            case _:
                return self._of_totals(kind, tuple(contender.totals.values()))

    def _of_totals(self, step: str, totals: Sequence[Fraction]) -> Fraction | None:
        if not totals:
            return None
        if step == "median":
            return median(totals)
        best = min if self._lower_totals else max
        worst = max if self._lower_totals else min
        return best(totals) if step == "highest_sheet" else worst(totals)

    def _smaller_first(self, step: str) -> bool:
        kind, _, name = step.partition(":")
        match kind:
            case "criterion":
                criterion = self._rules.criterion(name)
                return criterion is not None and criterion.lower_is_better
            case "carried" | "own":
                return self._lower_results
            case "vote":
                return True
            case _:
                return self._lower_totals

    def _head_to_head(self, group: Sequence[Contender]) -> _Split:
        if len(group) != _PAIR:
            return _Split([list(group)], {})
        one, other = group
        wins = {each.candidacy: Fraction(self._ahead(each, group)) for each in group}
        first, second = wins[one.candidacy], wins[other.candidacy]
        if first == second:
            return _Split([[one, other]], wins)
        return _Split([[one], [other]] if first > second else [[other], [one]], wins)

    def _ahead(self, one: Contender, pair: Sequence[Contender]) -> int:
        """How many of the jurors who marked both put this one ahead."""
        other = next(each for each in pair if each is not one)
        both = [(one.totals[juror], other.totals[juror]) for juror in one.totals if juror in other.totals]
        return sum(mine < theirs if self._lower_totals else mine > theirs for mine, theirs in both)


def _record(step: str, group: Iterable[Contender], split: _Split) -> TieStep:
    places = shared_places(split.values.values())
    texts = {each.candidacy: "" for each in group}
    texts |= {candidacy: decimal_text(value, places) for candidacy, value in split.values.items()}
    return TieStep(step, texts, len(split.parts) > 1)


def subtotals(sections: Mapping[str, Sequence[str]], parts: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What the criteria of each section contribute together; a section without any value is left out."""
    return {
        section: exact_sum(parts[id_] for id_ in ids if id_ in parts)
        for section, ids in sections.items()
        if any(id_ in parts for id_ in ids)
    }
