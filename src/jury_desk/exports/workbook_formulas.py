"""The règlement as spreadsheet formulas, made of functions that every office suite has.

What a formula cannot say faithfully is named by :func:`obstacles`, and the workbook then holds values. Spreadsheets
calculate in binary: every comparison here is made on values rounded to the ninth decimal, so that 13.20 and
13.200000000000001 are one result.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from jury_desk.domain.exact import exact_text
from jury_desk.domain.expression import Number, Role, Rounded, rounded
from jury_desk.domain.formula import Formula
from jury_desk.domain.rubric import Across, Threshold
from jury_desk.domain.rules import MissingCriterion, Numbering, Order, Rules
from jury_desk.exports.workbook_sheets import Area
from jury_desk.services.expression_text import Notation, Signs, write

_COMPARED = 9
"""Decimals on which results are compared."""
COMPARED_STEP = Fraction(1, 10**_COMPARED)

Reference = Callable[[str], str]
"""From a criterion's id to the cell that holds its value, or its weight."""


def obstacles(rules: Rules) -> list[str]:
    """Why a sheet cannot recompute these rules: keys under ``workbook.static``; none when it can."""
    methods = {rules.aggregation.across_jurors} | {each.across_jurors or Across.MEAN for each in rules.criteria}
    found = {
        "across": methods != {Across.MEAN},
        "redistribute": rules.aggregation.missing_criterion is MissingCriterion.REDISTRIBUTE,
        "carry_over": rules.carry_over is not None,
        "weights": not any(each.weight for each in rules.criteria if each.mandatory),
        "exact": _loses_exact_result(rules),
    }
    return [reason for reason, there in found.items() if there]


def rounds(rules: Rules) -> bool:
    """Whether anything is rounded before places are taken."""
    steps = rules.rounding
    return any(step is not None for step in (steps.criterion, steps.product, steps.sheet, steps.result))


def _loses_exact_result(rules: Rules) -> bool:
    """Whether the threshold of the result needs totals that no column holds: before rounding, with optional marks."""
    optional = any(each.by_jurors and each.counts and not each.mandatory for each in rules.criteria)
    by_sheets = rules.aggregation.order is Order.SHEETS_FIRST
    return rules.aggregation.eliminatory is not None and rounds(rules) and optional and by_sheets


def live_steps(rules: Rules) -> list[str]:
    """The first steps of the tie chain, as far as formulas can take them."""
    steps: list[str] = []
    for step in rules.ties.chain:
        kind, _, name = step.partition(":")
        criterion = rules.criterion(name)
        if not (kind == "criterion" and criterion and criterion.mandatory):
            break
        steps.append(step)
    return steps


def stepped(expression: str, step: Fraction | None) -> str:
    """The expression rounded half up to a multiple of ``step``.

    The inner rounding puts a half that binary arithmetic left a hair below back where it belongs.
    """
    if step is None:
        return expression
    inner = f"ROUND(({expression})/{number_text(step)},{_COMPARED})"
    return f"ROUND({inner},0)*{number_text(step)}"


def number_text(value: Fraction) -> str:
    """An exact number as a formula writes it: ``0.5``, ``(1/3)``."""
    text = exact_text(value)
    return f"({text})" if "/" in text or value < 0 else text


class _Cells(Notation):
    """Expressions as a spreadsheet writes them.

    Args:
        value: where the value of a criterion stands.
        weight: where its weight stands.
        whole: where the sum of the shared weights stands.
    """

    signs = Signs(plus="+", minus="-", negative="-", times="*", divided="/")

    def __init__(self, value: Reference, weight: Reference, whole: str) -> None:
        self._value = value
        self._weight = weight
        self._whole = whole

    def number(self, number: Number) -> str:
        """Its cell, or the rules' own number."""
        match number.role:
            case Role.VALUE:
                # N turns the empty text of a mark not given into nought; such a mark adds nothing where it is optional.
                return f"N({self._value(number.criterion)})"
            case Role.WEIGHT:
                return self._weight(number.criterion)
            case Role.WEIGHTS:
                return self._whole
            case _:
                return number_text(number.value)

    def rounded(self, text: str, rounded: Rounded) -> str:
        """As :func:`stepped`."""
        return stepped(text, rounded.step)


class Recipe:
    """The formulas of one règlement.

    Args:
        rules: the règlement.
        weight: where the weight of a criterion stands.
        whole: where the sum of the shared weights stands.
    """

    def __init__(self, rules: Rules, weight: Reference, whole: str) -> None:
        self._rules = rules
        self._formula = Formula(rules)
        self._weight = weight
        self._whole = whole
        asked = [each for each in rules.criteria if each.by_jurors]
        self.asked = tuple(asked)
        self.mandatory = tuple(each for each in asked if each.mandatory)
        self.established = tuple(each for each in rules.criteria if not each.by_jurors and each.mandatory)
        by_sheets = rules.aggregation.order is Order.SHEETS_FIRST
        self.sheets_first = by_sheets and any(each.counts for each in asked)

    @property
    def lower(self) -> bool:
        """Whether the smallest result is the best."""
        return self._formula.lower

    def total(self, value: Reference) -> str:
        """The result of one set of values, nothing rounded."""
        return self._sum(value, product=None)

    def value(self, values: Mapping[str, Fraction]) -> Fraction:
        """What :meth:`total` comes to, exactly."""
        terms = self._formula.terms.items()
        return self._formula.result({id_: term.points(values[id_]) for id_, term in terms if id_ in values})

    def by_sheets(self, totals: str, counted: str, step: Fraction | None) -> str:
        """The stage's own result from the sum of the totals."""
        return stepped(f"{totals}/{counted}", step)

    def by_criteria(self, value: Reference) -> str:
        """The stage's own result from the criteria's values, rounded where the rules round."""
        rounding = self._rules.rounding
        return stepped(self._sum(value, product=rounding.product), rounding.result)

    def _sum(self, value: Reference, *, product: Fraction | None) -> str:
        """The very expression that explains a result, with cells in the place of its numbers."""
        terms = self._formula.terms.items()
        # Which number a cell holds is the sheet's business: nought stands for it here.
        points = {id_: term.expression(Number(Fraction(0), Role.VALUE, criterion=id_)) for id_, term in terms}
        told = self._formula.expression({id_: rounded(each, product, "product") for id_, each in points.items()})
        return write(told, _Cells(value, self._weight, self._whole))

    def enough(self, counted: str, value: Reference) -> str:
        """Whether there is enough to give a result."""
        tests = [f"{counted}>={max(1, self._rules.aggregation.minimum_sheets)}"] if self.mandatory else []
        tests += [f"ISNUMBER({value(each.id)})" for each in self.established]
        return f"AND({','.join(tests)})" if tests else "TRUE"

    def struck(self, value: Reference, result: str) -> str:
        """Whether a threshold strikes; both are to be given without any rounding."""
        tests = [
            _strikes(value(each.id), each.eliminatory) for each in self._rules.criteria if each.eliminatory is not None
        ]
        if self._rules.aggregation.eliminatory is not None:
            tests.append(_strikes(result, self._rules.aggregation.eliminatory))
        return f"OR({','.join(tests)})" if tests else "FALSE"


def _strikes(cell: str, threshold: Threshold) -> str:
    compared = f"ROUND(N({cell}),{_COMPARED}){threshold.comparator}{number_text(threshold.value)}"
    return f"AND(ISNUMBER({cell}),{compared})"


def mean_of_counted(value: str, of: str, wanted: str, complete: str) -> str:
    """The mean, over the counted sheets of one candidacy, of the marks given; an empty text when there is none."""
    given = f'COUNTIFS({of},{wanted},{complete},1,{value},">-1E+300")'
    return f'IF({given}=0,"",SUMIFS({value},{of},{wanted},{complete},1)/{given})'


def place(area: Area, row: int, keys: Sequence[tuple[str, bool]], *, carried: str | None) -> str:
    """The place of a row: one more than how many rows are before it, key after key.

    Args:
        area: the ranking.
        row: of which data row.
        keys: columns to compare in this order, each with whether the smaller value goes first.
        carried: a column of positions settled elsewhere, 0 where nothing was; compared last.
    """
    first = area.column(keys[0][0])
    before = "*".join([f"ISNUMBER({first})", _before(area, row, keys, carried)])
    return f'IF(ISNUMBER({area.cell(keys[0][0], row)}),1+SUMPRODUCT({before}),"")'


def _before(area: Area, row: int, keys: Sequence[tuple[str, bool]], carried: str | None) -> str:
    if not keys:
        if carried is None:
            return "0"
        column, cell = area.column(carried), area.cell(carried, row)
        return f"({column}<{cell})*({column}>0)"
    (name, smaller), *rest = keys
    column, cell = area.column(name), area.cell(name, row)
    ahead = f"({column}{'<' if smaller else '>'}{cell})"
    deeper = _before(area, row, rest, carried)
    return ahead if deeper == "0" else f"({ahead}+({column}={cell})*{deeper})"


def dense(area: Area, row: int, name: str) -> str:
    """The place without gaps after a tie, from the column of places with gaps."""
    column, cell = area.column(name), area.cell(name, row)
    distinct = f"(COUNTIF({column},{column})+1-ISNUMBER({column}))"
    return f'IF(ISNUMBER({cell}),1+SUMPRODUCT(ISNUMBER({column})*({column}<{cell})/{distinct}),"")'


def compared(cell: str) -> str:
    """A value as it is compared."""
    return f"ROUND({cell},{_COMPARED})"


def is_dense(rules: Rules) -> bool:
    """Whether places go on without gaps after a tie."""
    return rules.ties.numbering is Numbering.DENSE
