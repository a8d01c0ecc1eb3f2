"""The result of each candidacy in a stage: its own, what earlier stages bring, and whether it may have a place.

What one candidacy's own sheets come to is kept, so that one changed mark evaluates one candidacy again and not two
hundred; only sums of ranks, carry-over and thresholds are gone through each time.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from jury_desk.domain.aggregation import rank_sums
from jury_desk.domain.errors import DomainError
from jury_desk.domain.evaluation import TOTAL, Evaluation, Evaluator
from jury_desk.domain.exact import exact_sum, round_half_up
from jury_desk.domain.formula import Formula
from jury_desk.domain.rules import Rounding, Rules
from jury_desk.domain.scoring import FixedSheets, Sheet, Sheets

RESULT = "result"
"""What :attr:`Entrant.eliminated_by` names when the threshold on the result struck."""
CARRIED_MISSING = "carried_missing"
"""Remark: no result of an earlier stage that the rules carry over."""

Carried = Mapping[str, Mapping[str, Fraction]]
"""Results of earlier stages, by stage id, then candidacy id."""


class Status(StrEnum):
    """Why a candidacy has a place or none."""

    RANKED = "ranked"
    INCOMPLETE = "incomplete"
    ELIMINATED = "eliminated"
    WITHDRAWN = "withdrawn"
    UNRANKABLE = "unrankable"


class UnequalPanels(DomainError):
    """Sums, or sums of ranks, of candidacies that different jurors have marked: a recusal would cost its candidacy."""

    candidacy: str
    other: str


class CarriedStageMissing(DomainError):
    """The rules carry a stage over whose results were not given."""

    stage: str


@dataclass(frozen=True, slots=True)
class Entrant:
    """One candidacy with its result.

    Attributes:
        own: the stage's own result, rounded where the rules round.
        value: what its place is taken on: the own result with what earlier stages bring.
        carried: the results of earlier stages that there are.
        eliminated_by: ids of the criteria, or :data:`RESULT`, whose threshold struck.
        remarks: what the method had to do otherwise.
    """

    candidacy: str
    evaluation: Evaluation
    status: Status
    own: Fraction | None = None
    value: Fraction | None = None
    carried: Mapping[str, Fraction] = field(default_factory=dict)
    eliminated_by: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one candidacy's sheets came to; ``exact`` is without any rounding, for thresholds.

    Attributes:
        given: the sheets as they came.
        sheets: a copy to compare with, where those may be changed in place.
    """

    given: Mapping[str, Sheet]
    sheets: Mapping[str, Sheet]
    evaluation: Evaluation
    exact: Evaluation


class StageResults:
    """The results of one stage, under one règlement and for one panel.

    Args:
        rules: the règlement.
        panel: the ids of the voting jurors.

    Attributes:
        final: the formula that the results come from.
    """

    def __init__(self, rules: Rules, panel: Sequence[str]) -> None:
        self.panel = tuple(panel)
        self._rules = rules
        self._evaluator = Evaluator(rules, panel)
        # Thresholds are tested on exact values (design section 7): a second evaluation, only where it could differ.
        twice = _has_threshold(rules) and rules.rounding != Rounding()
        self._exact = Evaluator(replace(rules, rounding=Rounding()), panel) if twice else self._evaluator
        self.final = Formula(rules, ranks=True) if self._evaluator.ranks else self._evaluator.formula
        self._kept: dict[str, _Kept] = {}
        self._entered: dict[str, tuple[_Kept, Fraction | None, Entrant]] = {}

    @property
    def lower_totals(self) -> bool:
        """Whether the smaller juror total is the better."""
        return self._evaluator.formula.lower

    @property
    def lower_results(self) -> bool:
        """Whether the smaller result is the better."""
        return self.final.lower

    def entrants(
        self, candidacies: Iterable[str], sheets: Sheets, carried: Carried, withdrawn: Collection[str]
    ) -> list[Entrant]:
        """Every candidacy with its result, in the order given.

        Raises:
            CarriedStageMissing: the rules carry over a stage that ``carried`` does not hold.
            UnequalPanels: the method adds up what jurors gave, and not the same jurors marked everybody.
        """
        for stage in self._rules.carried_stages:
            if stage not in carried:
                raise CarriedStageMissing(stage)
        kept = {candidacy: self._keep(candidacy, sheets.get(candidacy, {})) for candidacy in candidacies}
        competing = {c: each for c, each in kept.items() if each.evaluation.enough and c not in withdrawn}
        if self._evaluator.adds and not self._rules.aggregation.allow_unequal_panels:
            _check_panels({candidacy: each.evaluation for candidacy, each in competing.items()})
        own = {candidacy: each.evaluation.own for candidacy, each in kept.items()}
        exact = {candidacy: each.exact.own for candidacy, each in kept.items()}
        if self._evaluator.ranks:
            product = self._rules.rounding.product
            own |= self._owns_by_ranks({c: each.evaluation for c, each in competing.items()}, product)
            exact |= self._owns_by_ranks({c: each.exact for c, each in competing.items()}, None)
        return [
            self._withdrawn(candidacy, each, own[candidacy])
            if candidacy in withdrawn
            else self._known_entrant(candidacy, each, own[candidacy], exact[candidacy], carried)
            for candidacy, each in kept.items()
        ]

    def evaluation(self, candidacy: str, sheets: Mapping[str, Sheet]) -> Evaluation:
        """What the sheets on one candidacy come to by themselves."""
        return self._keep(candidacy, sheets).evaluation

    def _known_entrant(
        self, candidacy: str, kept: _Kept, own: Fraction | None, exact: Fraction | None, carried: Carried
    ) -> Entrant:
        """The entrant of last time, where nothing but a candidacy's own sheets makes it and those are the same."""
        former = self._entered.get(candidacy)
        alone = self._rules.carry_over is None and not self._evaluator.ranks
        if alone and former is not None and former[0] is kept and former[1] is own:
            return former[2]
        entrant = self._entrant(candidacy, kept, own, exact, carried)
        self._entered[candidacy] = kept, own, entrant
        return entrant

    def _keep(self, candidacy: str, sheets: Mapping[str, Sheet]) -> _Kept:
        known = self._kept.get(candidacy)
        if known is not None and known.given is sheets is known.sheets:
            return known
        fixed = isinstance(sheets, FixedSheets)
        if known is not None and known.sheets == sheets:
            if fixed:
                # The same marks read again, as from a file opened anew: from now on they are known by themselves.
                self._kept[candidacy] = known = replace(known, given=sheets, sheets=sheets)
            return known
        evaluation = self._evaluator.evaluate(sheets)
        exact = evaluation if self._exact is self._evaluator else self._exact.evaluate(sheets)
        # A copy: a caller that changes its tables in place must not change what the next ones are compared with.
        copied = sheets if fixed else {juror: dict(sheet) for juror, sheet in sheets.items()}
        self._kept[candidacy] = kept = _Kept(sheets, copied, evaluation, exact)
        return kept

    def _owns_by_ranks(self, evaluations: Mapping[str, Evaluation], product: Fraction | None) -> dict[str, Fraction]:
        """The stage's own results where ranks are added, which takes all the candidacies at once."""
        keys = dict.fromkeys(key for each in evaluations.values() for key in each.ballots)
        sums = {key: self._rank_sums(key, evaluations) for key in keys}
        if TOTAL in sums:
            return sums[TOTAL]
        owns: dict[str, Fraction] = {}
        for candidacy, evaluation in evaluations.items():
            values = {**evaluation.values, **{key: each[candidacy] for key, each in sums.items() if candidacy in each}}
            terms = ((id_, term) for id_, term in self.final.terms.items() if id_ in values)
            points = {id_: round_half_up(term.points(values[id_]), product) for id_, term in terms}
            owns[candidacy] = self.final.result(points)
        return owns

    def _rank_sums(self, key: str, evaluations: Mapping[str, Evaluation]) -> dict[str, Fraction]:
        criterion = self._rules.criterion(key)
        lower = criterion.lower_is_better if criterion else self.lower_totals
        return rank_sums({candidacy: each.ballots[key] for candidacy, each in evaluations.items()}, lower=lower)

    def _withdrawn(self, candidacy: str, kept: _Kept, own: Fraction | None) -> Entrant:
        own = None if own is None else round_half_up(own, self._rules.rounding.result)
        return Entrant(candidacy, kept.evaluation, Status.WITHDRAWN, own, remarks=kept.evaluation.remarks)

    def _entrant(
        self, candidacy: str, kept: _Kept, own: Fraction | None, exact: Fraction | None, carried: Carried
    ) -> Entrant:
        evaluation = kept.evaluation
        own = None if own is None else round_half_up(own, self._rules.rounding.result)
        stages = self._rules.carried_stages
        brought = {stage: carried[stage][candidacy] for stage in stages if candidacy in carried[stage]}
        weighed = self._rules.carry_over.stages if self._rules.carry_over else {}
        lacks_stage = any(stage not in brought for stage in weighed)
        struck = tuple(self._struck(kept.exact, exact)) if evaluation.enough else ()
        return Entrant(
            candidacy,
            evaluation,
            _status(evaluation, eliminated=bool(struck), lacks_stage=lacks_stage),
            own,
            None if own is None or lacks_stage else self._with_carried(own, brought),
            brought,
            struck,
            evaluation.remarks + ((CARRIED_MISSING,) if lacks_stage else ()),
        )

    def _struck(self, exact: Evaluation, own: Fraction | None) -> Iterable[str]:
        """The thresholds that strike, on values computed without any rounding."""
        for criterion in self._rules.criteria:
            value = exact.values.get(criterion.id)
            if criterion.eliminatory is not None and value is not None and criterion.eliminatory.strikes(value):
                yield criterion.id
        threshold = self._rules.aggregation.eliminatory
        if threshold is not None and own is not None and threshold.strikes(own):
            yield RESULT

    def _with_carried(self, own: Fraction, brought: Mapping[str, Fraction]) -> Fraction:
        """The own result and those of the earlier stages, each by its weight over the sum of the weights."""
        carry_over = self._rules.carry_over
        if carry_over is None:
            return own
        shares = carry_over.stages
        weighted = exact_sum([carry_over.own * own, *(share * brought[stage] for stage, share in shares.items())])
        return round_half_up(weighted / exact_sum([carry_over.own, *shares.values()]), carry_over.rounding)


def _status(evaluation: Evaluation, *, eliminated: bool, lacks_stage: bool) -> Status:
    if not evaluation.enough:
        return Status.INCOMPLETE if evaluation.pending else Status.UNRANKABLE
    if eliminated:
        return Status.ELIMINATED
    return Status.UNRANKABLE if lacks_stage else Status.RANKED


def _has_threshold(rules: Rules) -> bool:
    return rules.aggregation.eliminatory is not None or any(each.eliminatory for each in rules.criteria)


def _check_panels(evaluations: Mapping[str, Evaluation]) -> None:
    first: tuple[str, frozenset[str]] | None = None
    for candidacy, evaluation in evaluations.items():
        jurors = frozenset(evaluation.counted)
        if first is None:
            first = candidacy, jurors
        elif jurors != first[1]:
            raise UnequalPanels(first[0], candidacy)
