"""Standings: results, places, ties and the selection line, each explained.

The words are tabbycat's: a metric is computed, a ranking derived from it, a standing is both with what explains them.

The way of a mark to a place: :mod:`~jury_desk.domain.evaluation` makes one candidacy's totals, values and own result of
its sheets, with the methods of :mod:`~jury_desk.domain.aggregation`; :mod:`~jury_desk.domain.stage_results` adds what
earlier stages bring and says who may have a place; here the results are put in order, equals separated by
:mod:`~jury_desk.domain.ties`, the line drawn by :mod:`~jury_desk.domain.selection`, and every figure printed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, groupby
from operator import is_
from types import MappingProxyType
from typing import NamedTuple

from jury_desk.domain.evaluation import PLAIN_MEAN, Evaluation
from jury_desk.domain.exact import decimal_text, over_one_denominator, places_of, round_half_up, shared_places
from jury_desk.domain.rubric import Across, Criterion
from jury_desk.domain.rules import Numbering, Order, Rules, fingerprint
from jury_desk.domain.scoring import Sheet, Sheets
from jury_desk.domain.selection import SelectionStatus, select
from jury_desk.domain.stage_results import (
    CARRIED_MISSING,
    RESULT,
    Carried,
    CarriedStageMissing,
    Entrant,
    StageResults,
    Status,
    UnequalPanels,
)
from jury_desk.domain.ties import VOTE, Contender, Separation, TieChain, TieStep, subtotals

__all__ = [
    "CARRIED_MISSING",
    "PLAIN_MEAN",
    "RESULT",
    "VOTE",
    "Alone",
    "Carried",
    "CarriedStageMissing",
    "Ranker",
    "SelectionStatus",
    "Standing",
    "Standings",
    "Status",
    "TieStep",
    "UnequalPanels",
    "rank",
]

NOTHING_CARRIED: Carried = MappingProxyType({})

_LIST_ORDER = {
    status: order
    for order, status in enumerate(
        (Status.RANKED, Status.ELIMINATED, Status.INCOMPLETE, Status.UNRANKABLE, Status.WITHDRAWN)
    )
}
_LISTED_AS_THEY_COME = (True, Fraction(0))
"""One object for all: Python compares what is identical without looking into it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one candidacy stands.

    Attributes:
        place: only when ranked.
        shared: another candidacy has the same place.
        result: as printed, after carry-over, with a decimal point; empty when there is none.
        own: the stage's own result, as printed.
        exact: the value on which the place was taken: rounded where the rules round, exact where they do not.
        sheets_counted: valid sheets, of ``sheets_expected``: those that count and those that may still come. A sheet
            that an abstention, a recusal or an absence keeps from ever counting is not expected.
        criteria: each criterion's value across jurors, as printed.
        sections: what the criteria of each section contribute to the result together, as printed.
        corrected: the marks as pulled in by a corrected mean, in the order of the panel (criteria first: criterion
            after criterion).
        ties: the steps tried on the group of equals this candidacy belongs to.
        eliminated_by: ids of the criteria (or :data:`RESULT`) whose threshold struck.
        selection: none without a selection line, and for whoever is not ranked.
        totals: each counted sheet's total, by juror, in the order of the panel.
        values: what ``criteria`` prints, exactly.
        carried: the results of earlier stages that there are.
        remarks: what the method had to do otherwise: :data:`PLAIN_MEAN`, or :data:`CARRIED_MISSING`.
    """

    candidacy: str
    status: Status
    place: int | None = None
    shared: bool = False
    result: str = ""
    own: str = ""
    exact: Fraction | None = None
    sheets_counted: int = 0
    sheets_expected: int = 0
    criteria: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    corrected: tuple[str, ...] = ()
    ties: tuple[TieStep, ...] = ()
    eliminated_by: tuple[str, ...] = ()
    selection: SelectionStatus | None = None
    totals: Mapping[str, Fraction] = field(default_factory=dict)
    values: Mapping[str, Fraction] = field(default_factory=dict)
    carried: Mapping[str, Fraction] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standings:
    """The computed ranking (classement arithmétique) of one stage, in rank order.

    After the ranked come the eliminated, best result first, then the incomplete, the unrankable and the withdrawn in
    the order given. The services put the method into words, from ``rules``.
    """

    fingerprint: str
    rules: Rules
    standings: tuple[Standing, ...]

    def of(self, candidacy: str) -> Standing:
        """The standing of one candidacy."""
        return next(each for each in self.standings if each.candidacy == candidacy)

    @property
    def has_results(self) -> bool:
        """Whether anybody has a result yet; a jury that gives no marks never has one."""
        return any(each.exact is not None for each in self.standings)

    @property
    def ranked(self) -> int:
        """How many have a place: the one count that a place is told of, in « 2nd of 5 ranked ».

        Eliminated is not a low rank (field page, section 7): whoever has no place is not behind those who have one.
        """
        return sum(each.place is not None for each in self.standings)


@dataclass(frozen=True, slots=True)
class Alone:
    """What one candidacy's sheets come to without the others: no place, and no result where ranks are added.

    Attributes:
        evaluation: its totals and values, exact.
        criteria: the criterion values as printed, by criterion id.
        own: the stage's own result as printed; empty while there is none.
    """

    evaluation: Evaluation
    criteria: Mapping[str, str]
    own: str


def rank(
    rules: Rules,
    candidacies: Sequence[str],
    panel: Sequence[str],
    sheets: Sheets,
    *,
    carried: Carried = NOTHING_CARRIED,
    withdrawn: Collection[str] = (),
    voted: Mapping[str, int] | None = None,
) -> Standings:
    """Rank once; see :meth:`Ranker.rank`."""
    return Ranker(rules).rank(candidacies, panel, sheets, carried=carried, withdrawn=withdrawn, voted=voted)


class Ranker:
    """Ranks again and again under the same rules, evaluating only candidacies whose sheets have changed.

    Changed means not equal; that is quick to see where unchanged marks are the same objects as last time.

    Args:
        rules: the règlement.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._fingerprint = fingerprint(rules)
        self._results: StageResults | None = None
        self._sections = _sections(rules)
        self._decimals = {criterion.id: _criterion_decimals(criterion, rules) for criterion in rules.criteria}
        self._printed: dict[str, tuple[Evaluation, Mapping[str, str]]] = {}
        self._groups: dict[str, _Group] = {}
        self._listed: dict[str, tuple[Entrant, _Position, Standing]] = {}

    def rank(
        self,
        candidacies: Sequence[str],
        panel: Sequence[str],
        sheets: Sheets,
        *,
        carried: Carried = NOTHING_CARRIED,
        withdrawn: Collection[str] = (),
        voted: Mapping[str, int] | None = None,
    ) -> Standings:
        """The computed ranking.

        Args:
            candidacies: their ids, in the order in which equals are listed.
            panel: the ids of the voting jurors.
            sheets: the marks; those of jurors outside the panel are not looked at.
            carried: results of earlier stages, by stage, then candidacy.
            withdrawn: the candidacies that have withdrawn: listed last, without a place, their marks still shown.
            voted: places the jury has voted within groups that the chain leaves equal, 1 first.

        Raises:
            CarriedStageMissing: the rules carry over a stage that ``carried`` does not hold.
            UnequalPanels: the method adds up what jurors gave, and not the same jurors marked everybody.
        """
        results = self._results_of(panel)
        entrants = results.entrants(candidacies, sheets, carried, withdrawn)
        tie_chain = TieChain(
            self._rules, lower_totals=results.lower_totals, lower_results=results.lower_results, voted=voted
        )
        separation = self._in_rank_order(entrants, tie_chain, lower=results.lower_results)
        return Standings(
            self._fingerprint, self._rules, self._standings(entrants, separation, lower=results.lower_results)
        )

    def alone(self, candidacy: str, panel: Sequence[str], sheets: Mapping[str, Sheet]) -> Alone:
        """One candidacy without the others; evaluated once for this and for the ranking.

        Args:
            candidacy: its id.
            panel: the ids of the voting jurors.
            sheets: its sheets by juror; those of jurors outside the panel are not looked at.
        """
        evaluation = self._results_of(panel).evaluation(candidacy, sheets)
        step = self._rules.rounding.result
        own = None if evaluation.own is None else round_half_up(evaluation.own, step)
        printed = _printed(own, _decimals(step, (own,)))
        return Alone(evaluation, self._criteria(candidacy, evaluation), printed)

    def _results_of(self, panel: Sequence[str]) -> StageResults:
        if self._results is None or self._results.panel != tuple(panel):
            self._results = StageResults(self._rules, panel)
        return self._results

    def _in_rank_order(self, entrants: Sequence[Entrant], tie_chain: TieChain, *, lower: bool) -> Separation:
        """The ranked, best first, equals together once the chain has done what it can."""
        ranked = {each.candidacy: each for each in entrants if each.status is Status.RANKED}
        results = {candidacy: each.value for candidacy, each in ranked.items() if each.value is not None}
        numerators, _ = over_one_denominator(results.values())
        values = dict(zip(results, numerators, strict=True))
        whole, former_groups, self._groups = Separation(), self._groups, {}
        for _, group in groupby(sorted(values, key=values.__getitem__, reverse=not lower), key=values.__getitem__):
            equals = list(group)
            if len(equals) == 1:
                whole.groups.append(equals)
            else:
                group_entrants = [ranked[candidacy] for candidacy in equals]
                separation = self._separation(group_entrants, tie_chain, former_groups.get(equals[0]))
                whole.groups += separation.groups
                whole.trails |= separation.trails
        return whole

    def _separation(self, equals: list[Entrant], tie_chain: TieChain, former: "_Group | None") -> Separation:
        """That of last time where the very same entrants are equal again, and the jury has voted on nothing since."""
        if former is None or former.voted != tie_chain.voted or not _are_identical(former.entrants, equals):
            separation = tie_chain.separate([self._contender(each) for each in equals])
            former = _Group(equals, tie_chain.voted, separation)
        self._groups[equals[0].candidacy] = former
        return former.separation

    def _contender(self, entrant: Entrant) -> Contender:
        evaluation = entrant.evaluation
        return Contender(
            candidacy=entrant.candidacy,
            values=evaluation.values,
            sections=subtotals(self._sections, evaluation.parts),
            totals=evaluation.totals,
            own=entrant.own if entrant.own is not None else Fraction(0),
            carried=entrant.carried,
        )

    def _criteria(self, candidacy: str, evaluation: Evaluation) -> Mapping[str, str]:
        """The criterion values as printed; they hang on nobody else's, and are kept as long as the evaluation is."""
        former, printed = self._printed.get(candidacy, (None, {}))
        if former is not evaluation:
            printed = {id_: decimal_text(value, self._decimals[id_]) for id_, value in evaluation.values.items()}
            self._printed[candidacy] = evaluation, printed
        return printed

    def _without_place(self, status: Status) -> SelectionStatus | None:
        """The eliminated are not selected; of those whose result is still to come, nothing is said."""
        decided = self._rules.selection is not None and status is Status.ELIMINATED
        return SelectionStatus.NOT_SELECTED if decided else None

    def _standings(self, entrants: Sequence[Entrant], separation: Separation, *, lower: bool) -> tuple[Standing, ...]:
        """The list in rank order, every figure printed."""
        groups = separation.groups
        sides = select(self._rules.selection, groups) if self._rules.selection else {}
        places = _places(groups, self._rules.ties.numbering)
        shared = set(chain.from_iterable(group for group in groups if len(group) > 1))
        position = {candidacy: index for index, candidacy in enumerate(chain.from_iterable(groups))}
        decimals = _decimals_of(self._rules, self._sections, entrants)
        without_place = {status: self._without_place(status) for status in Status}

        def order(each: Entrant) -> tuple[int, int, tuple[bool, Fraction]]:
            among_eliminated = self._among_eliminated(each, lower=lower)
            return _LIST_ORDER[each.status], position.get(each.candidacy, 0), among_eliminated

        return tuple(
            self._standing(
                each,
                _Position(
                    places.get(each.candidacy),
                    each.candidacy in shared,
                    sides.get(each.candidacy, without_place[each.status]),
                    tuple(separation.trails.get(each.candidacy, ())),
                    decimals,
                ),
            )
            for each in sorted(entrants, key=order)
        )

    @staticmethod
    def _among_eliminated(entrant: Entrant, *, lower: bool) -> tuple[bool, Fraction]:
        """The eliminated are listed best result first, as a reader expects; they have no place all the same."""
        if entrant.status is not Status.ELIMINATED or entrant.value is None:
            return _LISTED_AS_THEY_COME
        return False, entrant.value if lower else -entrant.value

    def _standing(self, entrant: Entrant, position: "_Position") -> Standing:
        """One line of the list; that of last time where neither the entrant nor its position has changed."""
        former = self._listed.get(entrant.candidacy)
        if former is not None and former[0] is entrant and former[1] == position:
            return former[2]
        evaluation = entrant.evaluation
        decimals = position.decimals
        standing = Standing(
            candidacy=entrant.candidacy,
            status=entrant.status,
            place=position.place,
            shared=position.shared,
            result=_printed(entrant.value, decimals.result),
            own=_printed(entrant.own, decimals.own),
            exact=entrant.value,
            sheets_counted=len(evaluation.counted),
            sheets_expected=evaluation.expected,
            criteria=self._criteria(entrant.candidacy, evaluation),
            sections={
                section: decimal_text(value, decimals.section)
                for section, value in subtotals(self._sections, evaluation.parts).items()
            },
            corrected=_column(evaluation.corrected),
            ties=position.ties,
            eliminated_by=entrant.eliminated_by,
            selection=position.selection,
            totals=evaluation.totals,
            values=evaluation.values,
            carried=entrant.carried,
            remarks=entrant.remarks,
        )
        self._listed[entrant.candidacy] = entrant, position, standing
        return standing


class _Group(NamedTuple):
    """Entrants of equal results, by the first of them, and what the tie chain made of it."""

    entrants: Sequence[Entrant]
    voted: Mapping[str, int]
    separation: Separation


def _are_identical(some: Sequence[object], others: Sequence[object]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


class _Decimals(NamedTuple):
    """How many decimals results, the stage's own results and subtotals of sections are printed with."""

    result: int
    own: int
    section: int


class _Position(NamedTuple):
    """What hangs on the others: the place, the side of the line, the ties, and how many decimals tell all apart."""

    place: int | None
    shared: bool
    selection: SelectionStatus | None
    ties: tuple[TieStep, ...]
    decimals: _Decimals


def _decimals_of(rules: Rules, sections: Mapping[str, Sequence[str]], entrants: Sequence[Entrant]) -> _Decimals:
    """Those of their rounding, or :func:`shared_places`."""
    own = result = _decimals(rules.rounding.result, (each.own for each in entrants))
    if rules.carry_over is not None:
        result = _decimals(rules.carry_over.rounding, (each.value for each in entrants))
    subtotalled = (subtotals(sections, each.evaluation.parts).values() for each in entrants) if sections else ()
    return _Decimals(result, own, shared_places(chain.from_iterable(subtotalled)))


def _decimals(step: Fraction | None, values: Iterable[Fraction | None]) -> int:
    if step is not None:
        return places_of(step)
    return shared_places(value for value in values if value is not None)


def _criterion_decimals(criterion: Criterion, rules: Rules) -> int:
    """Decimals of a criterion's value: those of its rounding or of its marks, two at least for a mean."""
    of_marks = places_of(criterion.scale.step)
    if not criterion.by_jurors or (criterion.across_jurors or rules.aggregation.across_jurors) is Across.SUM:
        return of_marks
    if rules.rounding.criterion is not None and rules.aggregation.order is Order.CRITERIA_FIRST:
        return places_of(rules.rounding.criterion)
    return max(2, of_marks)


def _column(values: Sequence[Fraction]) -> tuple[str, ...]:
    places = shared_places(values)
    return tuple(decimal_text(value, places) for value in values)


def _printed(value: Fraction | None, places: int) -> str:
    return "" if value is None else decimal_text(value, places)


def _places(groups: Iterable[Sequence[str]], numbering: Numbering) -> dict[str, int]:
    """The place of each ranked candidacy: 1 2 2 4, or 1 2 2 3."""
    places: dict[str, int] = {}
    for index, group in enumerate(groups):
        place = len(places) if numbering is Numbering.COMPETITION else index
        places |= dict.fromkeys(group, place + 1)
    return places


def _sections(rules: Rules) -> dict[str, list[str]]:
    """The counted criteria of each section, sections in the order of the rubric."""
    sections: dict[str, list[str]] = {}
    for criterion in rules.criteria:
        if criterion.section and criterion.counts:
            sections.setdefault(criterion.section, []).append(criterion.id)
    return sections
