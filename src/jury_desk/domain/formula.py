"""The formula of a règlement, from the values of the criteria to a result: as a number, and as it can be read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.exact import LinearForm, exact_sum
from jury_desk.domain.expression import Expression, Negative, Number, Product, Quotient, Role, Sum, added
from jury_desk.domain.rubric import Criterion, CriterionKind
from jury_desk.domain.rules import ResultForm, Rules


@dataclass(frozen=True, slots=True)
class Term:
    """One counted criterion of the formula: points = weight × (slope × value + offset)."""

    criterion: Criterion
    slope: Fraction
    offset: Fraction

    def points(self, value: Fraction, marks: int = 1) -> Fraction:
        """The points of a value that is the sum of so many marks."""
        return self.criterion.weight * (self.slope * value + marks * self.offset)

    def expression(self, value: Expression, marks: int = 1) -> Expression:
        """How the points come of a value, with the ends of the scale in the place of slope and offset."""
        taken = self._from_end(value, marks)
        extent = 1 / abs(self.slope)
        if extent != 1:
            taken = Quotient(taken, self._extent())
        weight = Number(self.criterion.weight, Role.WEIGHT, criterion=self.criterion.id)
        if isinstance(taken, Negative):
            return Negative(Product((weight, taken.inner)))
        return Product((weight, taken))

    def _from_end(self, value: Expression, marks: int) -> Expression:
        """The value counted from the end of the scale that is worth nothing."""
        start = -self.offset / self.slope
        if not start:
            return value if self.slope > 0 else Negative(value)
        minimum, maximum = self._ends()
        end: Expression = {minimum.value: minimum, maximum.value: maximum}.get(start) or Sum((minimum, maximum))
        if marks != 1:
            end = Product((Number(Fraction(marks), Role.COUNT, criterion=self.criterion.id), end))
        return Sum((value, Negative(end))) if self.slope > 0 else Sum((end, Negative(value)))

    def _extent(self) -> Expression:
        minimum, maximum = self._ends()
        return Sum((maximum, Negative(minimum))) if minimum.value else maximum

    def _ends(self) -> tuple[Number, Number]:
        scale, id_ = self.criterion.scale, self.criterion.id
        return (
            Number(scale.minimum, Role.MINIMUM, criterion=id_),
            Number(scale.maximum, Role.MAXIMUM, criterion=id_),
        )


class Formula:
    """From the values of the criteria to a result in the form that the rules ask for.

    - ``out_of``: marks become shares of their scale, (mark - min) / (max - min) or, where lower is better,
      (max - mark) / (max - min); their weighted mean times ``out_of``.
    - ``mean``: the weighted mean of the marks as given; ``points``: the sum of weight × mark.

    In the last two the smallest result is the best when lower is better for every criterion; when only for some, those
    marks are turned round in their scale (min + max - mark). A bonus is added and a deduction taken off after that, or
    the other way round where the smallest result is the best.

    Args:
        rules: the règlement.
        ranks: the values of the weighted criteria are sums of ranks, smallest best, whatever the marks were.
    """

    def __init__(self, rules: Rules, *, ranks: bool = False) -> None:
        weighted = [criterion for criterion in rules.criteria if criterion.mandatory]
        self._form = (
            ResultForm.MEAN if ranks and rules.aggregation.result is ResultForm.OUT_OF else rules.aggregation.result
        )
        self._out_of = rules.aggregation.out_of
        self._full_weight = sum((criterion.weight for criterion in weighted), Fraction(0))
        shares = self._form is ResultForm.OUT_OF
        self.lower = ranks or (not shares and bool(weighted) and all(each.lower_is_better for each in weighted))
        self.terms: dict[str, Term] = {}
        for criterion in rules.criteria:
            if criterion.mandatory:
                self.terms[criterion.id] = (
                    Term(criterion, Fraction(1), Fraction(0)) if ranks else self._weighted(criterion)
                )
            elif criterion.counts:
                helps = (criterion.kind is CriterionKind.BONUS) is not self.lower
                self.terms[criterion.id] = Term(criterion, Fraction(1 if helps else -1), Fraction(0))

    def _weighted(self, criterion: Criterion) -> Term:
        scale = criterion.scale
        turned = criterion.lower_is_better
        if self._form is ResultForm.OUT_OF:
            start = scale.maximum if turned else scale.minimum
            slope = (-1 if turned else 1) / scale.extent
            return Term(criterion, slope, -slope * start)
        if turned and not self.lower:
            return Term(criterion, Fraction(-1), scale.minimum + scale.maximum)
        return Term(criterion, Fraction(1), Fraction(0))

    def parts(self, points: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """What each criterion that has points contributes to the result; the weights of the others are made up for."""
        unit = self._unit(self._present(points))
        return {id_: value * unit if self.terms[id_].criterion.mandatory else value for id_, value in points.items()}

    def result(self, points: Mapping[str, Fraction]) -> Fraction:
        """The sum of the parts."""
        return exact_sum(self.parts(points).values())

    def expression(self, points: Mapping[str, Expression], valued: Collection[str] | None = None) -> Expression:
        """How :meth:`result` comes of points that are told themselves.

        Args:
            points: by criterion.
            valued: the criteria that have a value, where that is more than those told (a subtotal).
        """
        weighted = [points[id_] for id_, _ in self.weighted_terms() if id_ in points]
        others = [points[id_] for id_, term in self.terms.items() if id_ in points and not term.criterion.mandatory]
        whole = self._present(points if valued is None else valued)
        terms = [self._of_whole(added(weighted), whole), *others] if weighted else others
        return added(terms) if terms else Sum(())

    def _of_whole(self, sum_: Expression, whole: Fraction) -> Expression:
        """The sum of the points in the form of the result; no weight at all leaves nothing to divide."""
        present = Number(whole, Role.WEIGHTS)
        if not whole or (self._form is ResultForm.POINTS and whole == self._full_weight):
            return sum_
        match self._form:
            case ResultForm.OUT_OF:
                return Quotient(Product((Number(self._out_of, Role.OUT_OF), sum_)), present)
            case ResultForm.MEAN:
                return Quotient(sum_, present)
            case _:
                return Quotient(Product((Number(self._full_weight, Role.ALL_WEIGHTS), sum_)), present)

    def linear(self, criteria: Sequence[str]) -> LinearForm:
        """The contribution of those criteria, when no weighted one of the rubric is missing."""
        unit = self._unit(self._full_weight)
        factors = [(self.terms[id_], unit if self.terms[id_].criterion.mandatory else Fraction(1)) for id_ in criteria]
        coefficients = [term.criterion.weight * term.slope * factor for term, factor in factors]
        constants = (term.criterion.weight * term.offset * factor for term, factor in factors)
        return LinearForm(coefficients, sum(constants, Fraction(0)))

    def contribution(self, points: Mapping[str, Fraction]) -> Fraction:
        """What those points contribute when no weighted criterion of the rubric is missing."""
        unit = self._unit(self._full_weight)
        return exact_sum(
            value * unit if self.terms[id_].criterion.mandatory else value for id_, value in points.items()
        )

    def weighted_terms(self) -> Iterable[tuple[str, Term]]:
        """The terms of the weighted mean or sum, without bonus and deduction."""
        return ((id_, term) for id_, term in self.terms.items() if term.criterion.mandatory)

    def _present(self, criteria: Collection[str]) -> Fraction:
        """The weights of those criteria, together."""
        return sum((term.criterion.weight for id_, term in self.weighted_terms() if id_ in criteria), Fraction(0))

    def _unit(self, weight: Fraction) -> Fraction:
        """What a point is worth when the weights present add up to ``weight``."""
        if self._form is ResultForm.POINTS:
            return self._full_weight / weight if weight else Fraction(1)
        share = 1 / weight if weight else Fraction(0)
        return share * self._out_of if self._form is ResultForm.OUT_OF else share
