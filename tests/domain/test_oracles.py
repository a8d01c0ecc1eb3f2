"""Our exact figures beside those of other people's programs, over the contests of ``tests/reference/oracles.json``.

Nobody needs those programs to run these tests: ``tests/reference/make_oracles.py`` asked them once and names them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jury_desk.domain.agreement import Alpha, Concordance, concordance, interval_alpha, ordinal_alpha
from jury_desk.domain.marks_table import Insufficient, MarksTable, root, variance
from jury_desk.domain.other_methods import Condorcet, borda_shares, condorcet, majority_values, z_results
from jury_desk.domain.severity import AdditiveFit, PassageSlope, additive_fit, passage_slope
from jury_desk.domain.what_if import Outcome

ORACLES: Mapping[str, Any] = json.loads(
    (Path(__file__).parents[1] / "reference" / "oracles.json").read_text(encoding="utf-8")
)
TOLERANCE = Fraction(1, 10**9)
"""Theirs are binary floating point: they may be that far from the truth, ours may not."""
LETTERS = "ABCDE"

Case = Mapping[str, Any]


def cases(name: str) -> pytest.MarkDecorator:
    """One run for each recorded contest of a kind."""
    return pytest.mark.parametrize("case", ORACLES[name], ids=range(len(ORACLES[name])))


def table_of_rows(rows: Sequence[Sequence[int | None]]) -> MarksTable:
    """One row per juror as a table: jurors J0, J1 and so on, candidacies P0, P1 and so on."""
    return MarksTable(
        {
            f"P{column}": {
                f"J{juror}": Fraction(mark) for juror, row in enumerate(rows) if (mark := row[column]) is not None
            }
            for column in range(len(rows[0]))
        },
        lower=False,
    )


def table_of_orders(orders: Sequence[str]) -> MarksTable:
    """Orders such as ``BACDE``, best first, as totals."""
    totals = {each: {f"J{i}": Fraction(-order.index(each)) for i, order in enumerate(orders)} for each in LETTERS}
    return MarksTable(totals, lower=False)


def far(ours: Iterable[Fraction], theirs: Iterable[str]) -> list[tuple[Fraction, str]]:
    """The pairs that are not the same figure."""
    pairs = zip(ours, theirs, strict=True)
    return [(mine, other) for mine, other in pairs if abs(mine - Fraction(other)) > TOLERANCE]


@cases("agreement")
def test_agreement_is_that_of_scipy_and_krippendorff(case: Case) -> None:
    """Friedman's statistic of a complete table with ties; interval and ordinal alpha of one with holes."""
    complete, holes = table_of_rows(case["complete"]), table_of_rows(case["holes"])
    found, alphas = concordance(complete), [interval_alpha(holes), ordinal_alpha(holes)]
    assert isinstance(found, Concordance)
    ours = [found.chi_square, *(alpha.alpha for alpha in alphas if isinstance(alpha, Alpha))]
    assert not far(ours, [case["chi_square"], case["interval"], case["ordinal"]])


@cases("tables")
def test_additive_fit_is_that_of_least_squares_by_numpy(case: Case) -> None:
    """The same problem with holes, solved by a general least-squares routine."""
    fit = additive_fit(table_of_rows(case["rows"]))
    assert isinstance(fit, AdditiveFit)
    effects = [fit.effects[f"J{juror}"] for juror in range(len(case["rows"]))]
    assert not far([*fit.levels.values(), *effects], [*case["levels"], *case["effects"]])


@cases("tables")
def test_standardised_marks_are_those_of_scipy(case: Case) -> None:
    """Each juror's z-scores by another program, put back into points."""
    found = z_results(table_of_rows(case["rows"]))
    assert not isinstance(found, Insufficient)
    assert not far(found.values(), case["z_results"])


@cases("tables")
def test_slope_and_spreads_are_those_of_scipy_and_numpy(case: Case) -> None:
    """The regression line over the passages, and the standard deviation of each juror."""
    table = table_of_rows(case["rows"])
    slope = passage_slope(table, list(table.totals))
    assert isinstance(slope, PassageSlope)
    assert not far([slope.slope, slope.determination], [case["slope"], case["determination"]])
    marks = [[Fraction(mark) for mark in row if mark is not None] for row in case["rows"]]
    assert not far([root(variance(row)) for row in marks], case["spreads"])


@cases("ballots")
def test_borda_and_condorcet_are_those_of_pref_voting(case: Case) -> None:
    """Borda scores and winners, and who beats everybody face to face, of complete ballots."""
    table, orders = table_of_orders(case["orders"]), case["orders"]
    shares = borda_shares(table)
    points = {each: share * (len(LETTERS) - 1) * len(orders) for each, share in shares.items()}
    assert points == dict(zip(LETTERS, case["borda"], strict=True))
    assert [each for each in LETTERS if shares[each] == max(shares.values())] == case["borda_winners"]
    found = condorcet(table, Outcome({each: place for place, each in enumerate(LETTERS, 1)}, {}, {}))
    assert isinstance(found, Condorcet)
    assert found.winner == case["condorcet"]


@cases("ballots")
def test_majority_judgment_is_that_of_pref_voting(case: Case) -> None:
    """Theirs stops at the shares above and below the median, and may leave a tie that the majority value separates."""
    values = majority_values(case["mentions"])
    winners = {each for each in LETTERS if values[each] == max(values.values())}
    assert winners <= set(case["majority"])
    if len(case["majority"]) == 1:
        assert winners == set(case["majority"])


def test_recorded_contests_try_what_is_hard() -> None:
    """Thirty of each kind, with ties, with holes, with and without a Condorcet winner; the programs are named."""
    assert set(ORACLES["programs"]) == {"scipy", "numpy", "krippendorff", "pref_voting"}
    agreement, tables, ballots = (ORACLES[name] for name in ("agreement", "tables", "ballots"))
    assert len(agreement) == len(tables) == len(ballots) == 30
    assert sum(any(len(set(row)) < len(row) for row in case["complete"]) for case in agreement) > 20
    assert all(any(None in row for row in case["holes"]) for case in agreement)
    assert all(any(None in row for row in case["rows"]) for case in tables)
    assert {case["condorcet"] is None for case in ballots} == {True, False}
    assert any(len(case["borda_winners"]) > 1 for case in ballots)
    assert any(len(case["majority"]) > 1 for case in ballots)
