"""What the grid of marks shows beside the marks: a sheet's total, the means of a candidacy, how far each sheet is.

One candidacy at a time, so that a keystroke computes no more than what it can have changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from jury_desk.domain.evaluation import Evaluator
from jury_desk.domain.exact import decimal_text, shared_places
from jury_desk.domain.jury import Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules, Ties
from jury_desk.domain.scoring import BLANK, SECRETARIAT, MarkState, Sheet
from jury_desk.domain.standings import Ranker
from jury_desk.services.preparation import panel
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


class SheetFigures:
    """Makes the figures of one stage under one règlement, again and again: for the grid of marks.

    Args:
        records: what the file holds.
        stage: the stage's id.
        rules: its règlement.
    """

    def __init__(self, records: Records, stage: str, rules: Rules) -> None:
        self._records = records
        self._stage = stage
        self._rules = rules
        # One candidacy needs neither line nor ties; what earlier stages bring is the ranking's business.
        self._ranker = Ranker(replace(rules, carry_over=None, selection=None, ties=Ties()))
        self._evaluators: dict[str, Evaluator] = {}

    def of(self, candidacy: str) -> Figures:
        """The totals of all sheets of a candidacy, advisory ones too, and the means of those that count."""
        sheets = sheets_of(self._records, self._stage, [candidacy])
        seats = [member for member, _ in panel(self._records, self._stage)]
        voting = [member.juror for member in seats if member.voice is Voice.VOTING]
        standing = self._ranker.rank([candidacy], voting, sheets).standings[0]
        totals = dict(standing.totals)
        for member in seats:
            if member.voice is Voice.ADVISORY and member.juror in sheets[candidacy]:
                total = self.exact_total(candidacy, member.juror)
                totals |= {} if total is None else {member.juror: total}
        places = shared_places(totals.values())
        printed = {juror: decimal_text(total, places) for juror, total in totals.items()}
        return Figures(printed, standing.criteria, standing.own, standing.sheets_counted, standing.sheets_expected)

    def exact_total(self, candidacy: str, juror: str) -> Fraction | None:
        """The total of one sheet, before it is printed; ``None`` while it has none."""
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
