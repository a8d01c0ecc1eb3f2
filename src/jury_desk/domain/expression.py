"""Arithmetic that can be read: how a figure comes of numbers, each with where it is from.

An expression is built beside the computation it tells, from the values the engine has found; its own value serves what
is shown on the way to the figure (a rounding's value before and after) and whoever checks it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import chain
from typing import TypeVar

from jury_desk.domain.exact import exact_sum, round_half_up


class Role(StrEnum):
    """What a number is; it gives the number its symbol.

    ``mark``, ``established``: as given by a juror, by the secretariat; ``value``: a criterion's, across the jurors;
    ``total``: a juror's; ``own``, ``carried``: the result of this stage, of an earlier one; ``weight``: of a criterion;
    ``weights``: of those that have a value, together; ``all_weights``: of all of them; ``minimum``, ``maximum``: the
    ends of a scale; ``out_of``: what the result is out of; ``limit``: of a corrected mean; ``rank``: that a juror's
    marks give; ``field``, ``ballot``: one more than all candidacies, than those the juror has marked; ``jurors``,
    ``seen_by``: how many there are, how many marked the candidacy; ``count``: of marks added up; ``others``: of sheets,
    less one; ``share``, ``shares``: a stage's weight in the result, those of all stages together.
    """

    MARK = "mark"
    ESTABLISHED = "established"
    VALUE = "value"
    TOTAL = "total"
    OWN = "own"
    CARRIED = "carried"
    WEIGHT = "weight"
    WEIGHTS = "weights"
    ALL_WEIGHTS = "all_weights"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    OUT_OF = "out_of"
    LIMIT = "limit"
    RANK = "rank"
    FIELD = "field"
    BALLOT = "ballot"
    JURORS = "jurors"
    SEEN_BY = "seen_by"
    COUNT = "count"
    OTHERS = "others"
    SHARE = "share"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class Number:
    """A number put in, and where it is from.

    Attributes:
        juror: whose it is, where it is a juror's.
        criterion: which one it belongs to.
        stage: which earlier stage it comes from; empty for this one.
    """

    value: Fraction
    role: Role
    juror: str = ""
    criterion: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Negative:
    """What is taken off."""

    inner: "Expression"

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        return -self.inner.value


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added."""

    terms: tuple["Expression", ...]

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        return exact_sum(term.value for term in self.terms)


@dataclass(frozen=True, slots=True)
class Product:
    """Factors multiplied."""

    factors: tuple["Expression", ...]

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        value = Fraction(1)
        for factor in self.factors:
            value *= factor.value
        return value


@dataclass(frozen=True, slots=True)
class Quotient:
    """One divided by another."""

    dividend: "Expression"
    divisor: "Expression"

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        return self.dividend.value / self.divisor.value


@dataclass(frozen=True, slots=True)
class Mean:
    """The arithmetic mean of values; ``left_out`` are those that a trimmed mean does not look at."""

    values: tuple["Expression", ...]
    left_out: tuple[Number, ...] = ()

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        return exact_sum(each.value for each in self.values) / len(self.values)


@dataclass(frozen=True, slots=True)
class Median:
    """The middle of the values in their order, or the mean of the two in the middle."""

    values: tuple[Number, ...]

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        ordered = sorted(each.value for each in self.values)
        half = len(ordered) // 2
        return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(frozen=True, slots=True)
class CorrectedMean:
    """The mean of values that are first pulled in to ``limit`` from their own mean, ``centre``.

    Attributes:
        step: at which a value that was pulled in is rounded.
    """

    values: tuple[Number, ...]
    centre: "Expression"
    limit: Number
    step: Fraction | None = None

    @property
    def pulled(self) -> dict[Number, "Expression"]:
        """What each value that is too far away becomes."""
        below, above = Sum((self.centre, Negative(self.limit))), Sum((self.centre, self.limit))
        lowest, highest = (rounded(each, self.step, "corrected") for each in (below, above))
        found: dict[Number, Expression] = {each: lowest for each in self.values if each.value < below.value}
        return found | {each: highest for each in self.values if each.value > above.value}

    @property
    def corrected(self) -> tuple["Expression", ...]:
        """The values as they are averaged."""
        pulled = self.pulled
        return tuple(pulled.get(each, each) for each in self.values)

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        return Mean(self.corrected).value


@dataclass(frozen=True, slots=True)
class Rounded:
    """A value rounded half up to a multiple of ``step``; ``name`` is the step's own in the rules."""

    inner: "Expression"
    step: Fraction
    name: str

    @property
    def value(self) -> Fraction:
        """What it comes to."""
        return round_half_up(self.inner.value, self.step)


Expression = Number | Negative | Sum | Product | Quotient | Mean | Median | CorrectedMean | Rounded
E = TypeVar("E", bound=Expression)


@dataclass(frozen=True, slots=True)
class RoundingStep:
    """One rounding on the way: what is rounded, its value before, the step, the value after."""

    name: str
    inner: Expression
    before: Fraction
    step: Fraction
    after: Fraction


def rounded(expression: Expression, step: Fraction | None, name: str) -> Expression:
    """The expression rounded where the rules round, else itself."""
    return expression if step is None else Rounded(expression, step, name)


def added(terms: Iterable[Expression]) -> Expression:
    """The sum of the terms; a single one stays itself."""
    found = tuple(terms)
    return found[0] if len(found) == 1 else Sum(found)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """What an expression is directly made of, in the order in which it is worked out."""
    match expression:
        case Negative(inner) | Rounded(inner):
            return (inner,)
        case Sum(parts) | Product(parts) | Mean(parts) | Median(parts):
            return parts
        case Quotient(dividend, divisor):
            return (dividend, divisor)
        case CorrectedMean(_, centre):
            return (centre, *expression.corrected)
        case Number():
            return ()


def by_size(expression: Expression) -> Expression:
    """The same with what several jurors gave in the order of its size, so that no place tells whose it is."""
    ordered: Expression = expression
    match expression:
        case Rounded(inner, step, name):
            ordered = Rounded(by_size(inner), step, name)
        case Mean(values, left_out):
            ordered = Mean(_by_size(values), left_out)
        case Median(values):
            ordered = Median(_by_size(values))
        case CorrectedMean(values, centre, limit, step):
            ordered = CorrectedMean(_by_size(values), by_size(centre), limit, step)
        case Sum(terms):
            ordered = Sum(_by_size(terms) if _one_each(terms) else tuple(map(by_size, terms)))
        case Product(factors):
            ordered = Product(tuple(map(by_size, factors)))
        case Quotient(dividend, divisor):
            ordered = Quotient(by_size(dividend), divisor)
        case Negative(inner):
            ordered = Negative(by_size(inner))
    return ordered


def _by_size(values: tuple[E, ...]) -> tuple[E, ...]:
    return tuple(sorted(values, key=lambda each: each.value))


def _one_each(terms: tuple[Expression, ...]) -> bool:
    """Whether each term is all of what one juror gave: a mark, a total, a rank, stretched or not."""
    jurors = [{number.juror for number in numbers_of(term) if number.juror} for term in terms]
    return all(len(each) == 1 for each in jurors) and len(set().union(*jurors)) == len(terms)


def numbers_of(expression: Expression) -> Iterator[Number]:
    """Every number put in, in the order of the formula; those that a trimmed mean leaves out are not."""
    if isinstance(expression, Number):
        yield expression
    elif isinstance(expression, CorrectedMean):
        yield from expression.values
        yield expression.limit
    else:
        yield from chain.from_iterable(map(numbers_of, parts_of(expression)))


def roundings_of(expression: Expression) -> Iterator[RoundingStep]:
    """Every rounding in the order in which it happens; what enters at several places is told once."""
    nodes = dict.fromkeys(_rounded_in(expression))
    return (RoundingStep(each.name, each.inner, each.inner.value, each.step, each.value) for each in nodes)


def _rounded_in(expression: Expression) -> Iterator[Rounded]:
    for part in parts_of(expression):
        yield from _rounded_in(part)
    if isinstance(expression, Rounded):
        yield expression
