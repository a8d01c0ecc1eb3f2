"""How each juror marks, how far jurors part over each candidacy, and whether marks drift as the session goes on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jury_desk.domain.exact import exact_sum
from jury_desk.domain.marks_table import MINIMUM_CANDIDACIES, Insufficient, Lack, MarksTable, mean_of, variance


@dataclass(frozen=True, slots=True)
class AdditiveFit:
    """Totals as level of the candidacy plus effect of the juror; the effects of the jurors sum to 0.

    Attributes:
        levels: by candidacy, what an average juror of this jury would have given.
        effects: by juror, what is added to that, in the unit of the totals.
    """

    levels: Mapping[str, Fraction]
    effects: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class JurorSeverity:
    """How one juror marks.

    Attributes:
        sheets: how many totals.
        mean: of the totals given: it also depends on who was marked.
        leniency: the additive effect, positive when generous; ``None`` where it cannot be told.
        variance: of the totals given, whose square root is the spread.
    """

    juror: str
    sheets: int
    mean: Fraction
    leniency: Fraction | None
    variance: Fraction


@dataclass(frozen=True, slots=True)
class CandidacySpread:
    """How far jurors part over one candidacy.

    Attributes:
        lowest: the juror of the smallest total, and that total.
        highest: the juror of the largest.
        variance: of the totals, whose square root is the spread.
        flagged: the two ends are at least the set distance apart.
    """

    candidacy: str
    lowest: tuple[str, Fraction]
    highest: tuple[str, Fraction]
    variance: Fraction
    flagged: bool

    @property
    def distance(self) -> Fraction:
        """From the smallest total to the largest."""
        return self.highest[1] - self.lowest[1]


@dataclass(frozen=True, slots=True)
class PassageSlope:
    """How mean totals change from one passage to the next.

    Attributes:
        slope: in points per passage, positive when totals rise; where the smaller total is the better, that is worse.
        determination: the share of the differences that a straight line explains (r²), 0 to 1.
        passages: how many.
    """

    slope: Fraction
    determination: Fraction
    passages: int


def additive_fit(table: MarksTable) -> AdditiveFit | Insufficient:
    """The two-way additive fit by least squares on the table as it is, holes and all.

    total = level(candidacy) + effect(juror) + rest, the sum of the squared rests smallest (F. Yates, « The analysis of
    multiple classifications with unequal numbers in the different classes », JASA 29, 1934). The levels are put out of
    the normal equations first; what remains is one equation per juror, solved exactly. On a complete table the levels
    are the plain means. Refused when jurors and candidacies fall into groups without a total in common: nothing then
    tells a severe group from weak candidacies.
    """
    lack = table.lack()
    if lack:
        return lack
    by_juror = table.by_juror
    if not _connected(table, by_juror):
        return Insufficient(Lack.CONNECTION)
    jurors = tuple(by_juror)
    solution = _solve(*_juror_equations(table, by_juror, jurors))
    effects = dict(zip(jurors, solution, strict=True))
    levels = {
        candidacy: exact_sum(total - effects[juror] for juror, total in row.items()) / len(row)
        for candidacy, row in table.totals.items()
    }
    return AdditiveFit(levels, effects)


def juror_severities(
    table: MarksTable, fit: AdditiveFit | Insufficient, jurors: Sequence[str]
) -> tuple[JurorSeverity, ...]:
    """The mean, leniency and spread of each of those jurors, all of whom are in the table."""
    effects = fit.effects if isinstance(fit, AdditiveFit) else {}
    turned = -1 if table.lower else 1
    by_juror = {juror: tuple(row.values()) for juror, row in table.by_juror.items()}
    return tuple(
        JurorSeverity(
            juror,
            len(by_juror[juror]),
            mean_of(by_juror[juror]),
            turned * effects[juror] if juror in effects else None,
            variance(by_juror[juror]),
        )
        for juror in jurors
    )


def candidacy_spreads(table: MarksTable, flag_at: Fraction) -> tuple[CandidacySpread, ...]:
    """How far jurors part over each candidacy that two at least have marked.

    Args:
        table: the totals.
        flag_at: from this distance between the smallest and the largest total a candidacy is flagged; 0: none is.
    """
    return tuple(_spread(candidacy, row, flag_at) for candidacy, row in table.totals.items() if len(row) > 1)


def passage_slope(table: MarksTable, order: Sequence[str]) -> PassageSlope | Insufficient:
    """The least-squares slope of the mean totals over the numbers of the passages.

    Args:
        table: the totals.
        order: the candidacies in the order of passage; those without totals keep their passage, and are left out.
    """
    passed = [(Fraction(number), table.totals[each]) for number, each in enumerate(order, 1) if each in table.totals]
    if len(passed) < MINIMUM_CANDIDACIES:
        return Insufficient(Lack.CANDIDACIES)
    numbers = [number for number, _ in passed]
    means = [mean_of(tuple(row.values())) for _, row in passed]
    together = mean_of([number * mean for number, mean in zip(numbers, means, strict=True)])
    covariance = together - mean_of(numbers) * mean_of(means)
    across = variance(means)
    slope = covariance / variance(numbers)
    return PassageSlope(slope, slope * covariance / across if across else Fraction(0), len(passed))


def _spread(candidacy: str, row: Mapping[str, Fraction], flag_at: Fraction) -> CandidacySpread:
    lowest, highest = min(row, key=row.__getitem__), max(row, key=row.__getitem__)
    flagged = row[highest] - row[lowest] >= flag_at > 0
    return CandidacySpread(
        candidacy, (lowest, row[lowest]), (highest, row[highest]), variance(tuple(row.values())), flagged
    )


def _connected(table: MarksTable, by_juror: Mapping[str, Mapping[str, Fraction]]) -> bool:
    """Whether every juror is reached from the first through candidacies marked in common."""
    first = next(iter(by_juror))
    reached, waiting = {first}, [first]
    while waiting:
        for candidacy in by_juror[waiting.pop()]:
            met = table.totals[candidacy].keys() - reached
            reached |= met
            waiting += met
    return len(reached) == len(by_juror)


def _juror_equations(
    table: MarksTable, by_juror: Mapping[str, Mapping[str, Fraction]], jurors: Sequence[str]
) -> tuple[list[list[Fraction]], list[Fraction]]:
    """One equation per juror: (its totals) effect - Σ (mean effect on each candidacy marked) = Σ (total - mean).

    They leave a constant open. Adding the sum of all effects to each fixes it at 0, and makes the matrix positive
    definite: it can be solved without looking for pivots.
    """
    index = {juror: number for number, juror in enumerate(jurors)}
    matrix = [[Fraction(1) for _ in jurors] for _ in jurors]
    right = [Fraction(0) for _ in jurors]
    for juror, row in by_juror.items():
        matrix[index[juror]][index[juror]] += len(row)
    for row in table.totals.values():
        mean = mean_of(tuple(row.values()))
        share = Fraction(1, len(row))
        for juror, total in row.items():
            right[index[juror]] += total - mean
            line = matrix[index[juror]]
            for other in row:
                line[index[other]] -= share
    return matrix, right


def _solve(matrix: Sequence[Sequence[Fraction]], right: Iterable[Fraction]) -> list[Fraction]:
    """Gaussian elimination of a positive definite system, exactly."""
    lines = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for step, pivot_line in enumerate(lines):
        for line in lines[step + 1 :]:
            factor = line[step] / pivot_line[step]
            if factor:
                line[step:] = [
                    value - factor * above for value, above in zip(line[step:], pivot_line[step:], strict=True)
                ]
    solution: list[Fraction] = []
    for step in reversed(range(len(lines))):
        line = lines[step]
        known = exact_sum(value * found for value, found in zip(line[step + 1 : -1], reversed(solution), strict=True))
        solution.append((line[-1] - known) / line[step])
    return solution[::-1]
