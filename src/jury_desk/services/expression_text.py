"""Expressions as text, in a notation: with numbers, with symbols, or as another program writes formulas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jury_desk.domain.expression import (
    CorrectedMean,
    Expression,
    Mean,
    Median,
    Negative,
    Number,
    Product,
    Quotient,
    Role,
    Rounded,
    Sum,
)
from jury_desk.domain.rubric import CriterionKind
from jury_desk.services.phrasing import MINUS, Phrasing

NBSP = "\u00a0"
"""Around what holds together: a formula breaks between its terms."""
_SUM, _PRODUCT, _ATOM = 1, 2, 3
"""How tightly a text holds together: what is looser than its surroundings gets parentheses."""


@dataclass(frozen=True, slots=True)
class Signs:
    """How operations are written."""

    plus: str = " + "
    minus: str = f" {MINUS} "
    negative: str = MINUS
    times: str = f"{NBSP}×{NBSP}"
    divided: str = f"{NBSP}÷{NBSP}"


Written = tuple[str, int]
"""A text and how tightly it holds together."""


class Notation:
    """How numbers, and what is made of several, are written; the base of all notations.

    Attributes:
        signs: of the operations.
    """

    signs = Signs()

    def number(self, number: Number) -> str:
        """A number put in; holds together by itself."""
        raise NotImplementedError

    def count(self, many: int) -> str:
        """How many values a mean divides by."""
        raise NotImplementedError

    def median(self, values: Sequence[str]) -> str:
        """The middle of values."""
        raise NotImplementedError

    def rounded(self, text: str, rounded: Rounded) -> str:
        """Something rounded on the way."""
        raise NotImplementedError

    def pulled(self, original: Number, to: Expression) -> str:
        """What a value too far from the mean is taken for."""
        raise NotImplementedError

    def sum(self, terms: Sequence[tuple[bool, str]]) -> Written:
        """Terms, each with whether it is taken off."""
        if not terms:
            return "0", _ATOM
        signs = self.signs
        first, *rest = terms
        text = (signs.negative if first[0] else "") + first[1]
        text += "".join(f"{signs.minus if off else signs.plus}{each}" for off, each in rest)
        return text, _SUM if rest or first[0] else _PRODUCT


def write(expression: Expression, notation: Notation) -> str:
    """The expression in a notation."""
    return _write(expression, notation)[0]


def _write(expression: Expression, notation: Notation) -> Written:
    match expression:
        case Number():
            written = notation.number(expression), _ATOM
        case Negative() | Sum():
            written = notation.sum(list(_terms(expression, notation)))
        case Product(factors):
            written = notation.signs.times.join(_within(each, notation) for each in factors), _PRODUCT
        case Quotient(dividend, divisor):
            written = _quotient(_write(dividend, notation), _within(divisor, notation, _ATOM), notation)
        case Rounded(inner):
            written = notation.rounded(write(inner, notation), expression), _ATOM
        case Median(values):
            written = notation.median([write(each, notation) for each in values]), _ATOM
        case Mean(values):
            written = _mean([write(each, notation) for each in values], notation)
        case CorrectedMean(values):
            pulled = expression.pulled
            taken = [
                notation.pulled(each, pulled[each]) if each in pulled else notation.number(each) for each in values
            ]
            written = _mean(taken, notation)
    return written


def _terms(expression: Negative | Sum, notation: Notation) -> Iterator[tuple[bool, str]]:
    for term in expression.terms if isinstance(expression, Sum) else (expression,):
        # A sum that is taken off, or stands in another one, keeps its parentheses.
        yield isinstance(term, Negative), _within(term.inner if isinstance(term, Negative) else term, notation)


def _within(expression: Expression, notation: Notation, least: int = _PRODUCT) -> str:
    text, tightness = _write(expression, notation)
    return text if tightness >= least else f"({text})"


def _quotient(dividend: Written, divisor: str, notation: Notation) -> Written:
    text, tightness = dividend
    return f"{text if tightness >= _PRODUCT else f'({text})'}{notation.signs.divided}{divisor}", _PRODUCT


def _mean(values: Sequence[str], notation: Notation) -> Written:
    if len(values) == 1:
        return values[0], _ATOM
    return _quotient(notation.sum([(False, each) for each in values]), notation.count(len(values)), notation)


class Figures(Notation):
    """With the numbers put in, as the language of the phrases writes them."""

    def __init__(self, say: Phrasing) -> None:
        self._say = say

    def number(self, number: Number) -> str:
        """The value itself; a fraction or a negative one in parentheses."""
        of_the_rules = number.role in _OF_THE_RULES
        text = self._say.exact(number.value) if of_the_rules else self._say.short(number.value)
        return f"({text})" if "/" in text or text.startswith(MINUS) else text

    def count(self, many: int) -> str:
        """As it is."""
        return str(many)

    def median(self, values: Sequence[str]) -> str:
        """All the values."""
        return self._say.say("formula", "median", values=self._say.say("formula", "separator").join(values))

    def rounded(self, text: str, rounded: Rounded) -> str:
        """What comes out; the steps are told beside the formula."""
        del text
        return self._say.short(rounded.value) if rounded.value >= 0 else f"({self._say.short(rounded.value)})"

    def pulled(self, original: Number, to: Expression) -> str:
        """What it is taken for."""
        del original
        return self._say.short(to.value)


_OF_THE_RULES = frozenset(
    {
        *(Role.WEIGHT, Role.WEIGHTS, Role.ALL_WEIGHTS, Role.SHARE, Role.SHARES),
        *(Role.MINIMUM, Role.MAXIMUM, Role.OUT_OF, Role.LIMIT),
    }
)
"""Numbers that are printed as the rules have them."""


class Symbols(Notation):
    """With a symbol for each number, terms that read alike gathered into the word for a sum, which is read aloud too.

    Args:
        say: where the symbols are.
        kinds: of the criteria, by id: a bonus has a symbol of its own.
    """

    def __init__(self, say: Phrasing, kinds: Mapping[str, CriterionKind]) -> None:
        self._say = say
        self._kinds = kinds

    def number(self, number: Number) -> str:
        """The symbol; the rules' own constants are themselves."""
        if number.role in (Role.OUT_OF, Role.LIMIT):
            return self._say.exact(number.value)
        kind = self._kinds.get(number.criterion, CriterionKind.MARK)
        special = kind in (CriterionKind.BONUS, CriterionKind.DEDUCTION) and number.role in _GIVEN
        return self._say.say("symbols", kind.value if special else number.role.value)

    def count(self, many: int) -> str:
        """However many."""
        del many
        return self._say.say("symbols", "values")

    def median(self, values: Sequence[str]) -> str:
        """Of what."""
        return self._say.say("formula", "median", values=values[0])

    def rounded(self, text: str, rounded: Rounded) -> str:
        """That it is rounded."""
        del rounded
        return self._say.say("formula", "rounded", value=text)

    def pulled(self, original: Number, to: Expression) -> str:
        """As every other one."""
        del to
        return self.number(original)

    def sum(self, terms: Sequence[tuple[bool, str]]) -> Written:
        """Each kind of term once; those there are several of are told as a sum."""
        gathered: dict[tuple[bool, str], int] = {}
        for term in terms:
            gathered[term] = gathered.get(term, 0) + 1
        return super().sum(
            [(off, self._gathered(text) if many > 1 else text) for (off, text), many in gathered.items()]
        )

    def _gathered(self, text: str) -> str:
        return self._say.say("formula", "sum", values=text)


_GIVEN = frozenset({Role.MARK, Role.ESTABLISHED, Role.VALUE})
