"""What the grid of marks shows beside the marks: a sheet's total, the means of a candidacy, how far each sheet is.

One candidacy at a time, so that a keystroke computes no more than what it can have changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.evaluation import Evaluator
from jury_desk.domain.exact import decimal_text, shared_places
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.scoring import BLANK, SECRETARIAT, MarkState, Sheet
from jury_desk.domain.standings import Alone, Ranker
from jury_desk.services.preparation import current_rules, panel, rules_of, voting_panel
from jury_desk.services.scoring import sheets_of

OUT = (MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED)
"""The states in which a juror owes nothing on a candidacy."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One candidacy, alone, as decimal texts.

    Attributes:
        totals: by juror id; only of sheets that have one.
        means: by criterion id, across the jurors whose sheet counts.
        result: the stage's own result so far; empty while there is too little for one.
        counted: how many sheets count so far, of ``expected``.
    """

    totals: Mapping[str, str] = field(default_factory=dict)
    means: Mapping[str, str] = field(default_factory=dict)
    result: str = ""
    counted: int = 0
    expected: int = 0


@lru_cache(maxsize=16)
def ranker_of(version: RulesVersion) -> Ranker:
    """What ranks under one version of a règlement, and evaluates anew only the candidacies whose marks have changed."""
    return Ranker(rules_of(version))


class SheetFigures:
    """Makes the figures of one stage under its newest règlement, again and again: for the grid of marks.

    Args:
        records: what the file holds.
        stage: the stage's id.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """

    def __init__(self, records: Records, stage: str) -> None:
        self._records = records
        self._stage = stage
        self._version, self._rules = current_rules(records, stage)
        self._evaluators: dict[str, Evaluator] = {}

    def of(self, candidacy: str) -> Figures:
        """The totals of all sheets of a candidacy, advisory ones too, and the means of those that count."""
        alone = self._alone(candidacy)
        totals = dict(alone.evaluation.totals)
        for member, _ in panel(self._records, self._stage):
            if member.voice is Voice.ADVISORY:
                total = self.sheet_alone(candidacy, member.juror)
                totals |= {} if total is None else {member.juror: total}
        places = shared_places(totals.values())
        printed = {juror: decimal_text(total, places) for juror, total in totals.items()}
        counted, expected = len(alone.evaluation.counted), alone.evaluation.expected
        return Figures(printed, alone.criteria, alone.own, counted, expected)

    def total(self, candidacy: str, juror: str) -> Fraction | None:
        """The total of one sheet as :meth:`of` has it, before it is printed; ``None`` while it has none."""
        if juror in voting_panel(self._records, self._stage):
            return self._alone(candidacy).evaluation.totals.get(juror)
        return self.sheet_alone(candidacy, juror)

    def _alone(self, candidacy: str) -> Alone:
        sheets = sheets_of(self._records, self._stage, [candidacy])[candidacy]
        return ranker_of(self._version).alone(candidacy, voting_panel(self._records, self._stage), sheets)

    def sheet_alone(self, candidacy: str, juror: str) -> Fraction | None:
        """The total of one sheet from its own marks and the established values, as if nobody else had marked."""
        sheets = sheets_of(self._records, self._stage, [candidacy])[candidacy]
        kept: dict[str, Sheet] = {name: sheets[name] for name in (juror, SECRETARIAT) if name in sheets}
        if juror not in self._evaluators:
            self._evaluators[juror] = Evaluator(self._rules, [juror])
        return self._evaluators[juror].evaluate(kept).totals.get(juror)


def sheet_state(records: Records, stage: str, candidacy: str, juror: str, criteria: Sequence[Criterion]) -> MarkState:
    """The state that all of a sheet is in: recused, absent or abstained; marked when it is complete, else blank."""
    sheet = sheets_of(records, stage, [candidacy])[candidacy].get(juror, {})
    return state_of_sheet(sheet, criteria)


def state_of_sheet(sheet: Sheet, criteria: Sequence[Criterion]) -> MarkState:
    """The same, of the marks themselves."""
    states = {sheet.get(each.id, BLANK).state for each in criteria if each.by_jurors}
    return states.pop() if len(states) == 1 else MarkState.BLANK
