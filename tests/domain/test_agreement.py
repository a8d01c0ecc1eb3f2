"""Agreement of jurors: published coefficients, what must hold of any table, and other people's programs."""

import csv
import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.agreement import Alpha, Concordance, concordance, interval_alpha, ordinal_alpha
from jury_desk.domain.exact import decimal_text
from jury_desk.domain.marks_table import Insufficient, Lack, MarksTable

PUBLISHED_W = {
    "report2": "0.4601",
    "report3": "0.1667",
    "report84": "0.4354",
    "report88": "0.3296",
    "report104": "0.0692",
    "report167": "0.3847",
    "report261": "0.2210",
}
"""Blind tastings, R. E. Quandt, liquidasset.com."""

Rows = Sequence[Sequence[int | None]]
"""One row per juror, one column per candidacy."""

complete_rows = st.integers(3, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 20), min_size=width, max_size=width), min_size=3, max_size=5)
)


def table(rows: Rows, *, lower: bool = False) -> MarksTable:
    """The rows as a table: jurors J0, J1 and so on, candidacies P0, P1 and so on."""
    width = len(rows[0])
    totals: dict[str, Mapping[str, Fraction]] = {
        f"P{column}": {f"J{row}": Fraction(mark) for row, line in enumerate(rows) if (mark := line[column]) is not None}
        for column in range(width)
    }
    return MarksTable({candidacy: row for candidacy, row in totals.items() if row}, lower)


def w_of(rows: Rows) -> Fraction:
    """Kendall's W of rows that have one."""
    found = concordance(table(rows))
    assert isinstance(found, Concordance)
    return found.w


def alpha_of(found: Alpha | Insufficient) -> Fraction:
    """The coefficient of a table that has one."""
    assert isinstance(found, Alpha)
    return found.alpha


@pytest.mark.parametrize("report", PUBLISHED_W)
def test_concordance_of_the_tastings_is_the_published_one(shared: Path, report: str) -> None:
    """Kendall's W agrees with seven published tastings to four decimals."""
    totals: dict[str, dict[str, Fraction]] = {}
    with (shared / "data" / "wine_ranksums" / "judge_ranks.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["report"] == report:
                totals.setdefault(line["wine"], {})[line["judge"]] = Fraction(line["rank"])
    found = concordance(MarksTable(totals, lower=True))
    assert isinstance(found, Concordance)
    assert decimal_text(found.w, 4) == PUBLISHED_W[report]


def test_alpha_of_the_published_example() -> None:
    """Krippendorff's own table (« Computing Krippendorff's alpha-reliability », 2011) gives the two he prints."""
    columns = [
        [1, 1, None, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [None, 5, 5, 5],
        [None, None, 1, 1],
        [None, 3, None, None],
    ]
    rows = list(zip(*columns, strict=True))
    assert decimal_text(alpha_of(ordinal_alpha(table(rows))), 3) == "0.815"
    assert decimal_text(alpha_of(interval_alpha(table(rows))), 3) == "0.849"


def test_one_order_is_full_concordance_and_opposite_orders_are_none() -> None:
    """W is 1 when everyone gives one order, and 0 when the orders cancel out."""
    assert w_of([[1, 2, 3, 4]] * 3) == 1
    assert w_of([[1, 2, 3], [2, 3, 1], [3, 1, 2]]) == 0


def test_ties_are_corrected_for() -> None:
    """Jurors who give the same order with the same ties agree fully, which an uncorrected W would deny."""
    assert w_of([[5, 5, 7, 7, 7], [1, 1, 2, 2, 2], [3, 3, 4, 4, 4]]) == 1


def test_holes_keep_the_larger_complete_part() -> None:
    """W is made of what everyone marked, or of those who marked everything when that keeps more."""
    by_candidacy = concordance(table([[1, 2, 3, 4, 5], [1, 2, 3, 4, None], [2, 1, 3, 4, 5]]))
    assert isinstance(by_candidacy, Concordance)
    assert (by_candidacy.jurors, by_candidacy.candidacies) == (("J0", "J1", "J2"), ("P0", "P1", "P2", "P3"))
    by_juror = concordance(table([[1, 2, 3], [1, 3, 2], [2, 1, 3], [None, 1, None]]))
    assert isinstance(by_juror, Concordance)
    assert (by_juror.jurors, by_juror.candidacies) == (("J0", "J1", "J2"), ("P0", "P1", "P2"))


@pytest.mark.parametrize(
    ("rows", "lack"),
    [
        ([[1, 2, 3, 4], [4, 3, 2, 1]], Lack.JURORS),
        ([[1, 2], [2, 1], [1, 2]], Lack.CANDIDACIES),
        ([[7, 7, 7], [5, 5, 5], [7, 7, 7]], Lack.SPREAD),
        ([[7, None, 5], [5, 6, None], [None, 7, 7]], Lack.CANDIDACIES),
    ],
)
def test_too_little_is_no_concordance(rows: Rows, lack: Lack) -> None:
    """Fewer than three jurors or candidacies marked by all, or nothing but ties: no number is given."""
    assert concordance(table(rows)) == Insufficient(lack)


def test_too_little_is_no_alpha() -> None:
    """Alpha too asks for three jurors, three candidacies with two totals, and a difference somewhere."""
    assert interval_alpha(table([[1, 2, 3], [2, 1, 3]])) == Insufficient(Lack.JURORS)
    assert interval_alpha(table([[1, None, 3], [None, 1, 3], [2, None, 3]])) == Insufficient(Lack.CANDIDACIES)
    assert ordinal_alpha(table([[4, 4, 4]] * 3)) == Insufficient(Lack.SPREAD)


@given(complete_rows, st.randoms())
def test_names_and_order_do_not_matter(rows: list[list[int]], chance: random.Random) -> None:
    """Jurors and candidacies in another order give the same coefficients."""
    columns = list(range(len(rows[0])))
    chance.shuffle(columns)
    shuffled = [[row[column] for column in columns] for row in rows]
    chance.shuffle(shuffled)
    first, second = concordance(table(rows)), concordance(table(shuffled))
    assert getattr(first, "w", first) == getattr(second, "w", second)
    for coefficient in (interval_alpha, ordinal_alpha):
        assert coefficient(table(rows)) == coefficient(table(shuffled))


@given(st.lists(st.integers(0, 20), min_size=3, max_size=6).filter(lambda row: len(set(row)) > 1), st.integers(3, 6))
def test_identical_jurors_agree_fully(row: list[int], height: int) -> None:
    """The same marks from everyone: every coefficient is 1."""
    rows = [row] * height
    assert w_of(rows) == alpha_of(interval_alpha(table(rows))) == alpha_of(ordinal_alpha(table(rows))) == 1


@given(complete_rows)
def test_coefficients_stay_within_their_bounds(rows: list[list[int]]) -> None:
    """W lies between 0 and 1, and alpha never exceeds 1."""
    found = concordance(table(rows))
    assert isinstance(found, Insufficient) or 0 <= found.w <= 1
    for alpha in (interval_alpha(table(rows)), ordinal_alpha(table(rows))):
        assert isinstance(alpha, Insufficient) or alpha.alpha <= 1


@given(complete_rows, st.integers(1, 5), st.integers(-9, 9))
def test_alpha_does_not_depend_on_the_unit(rows: list[list[int]], factor: int, shift: int) -> None:
    """Interval alpha is the same for marks out of 20 as out of 100."""
    moved = [[factor * mark + shift for mark in row] for row in rows]
    assert interval_alpha(table(rows)) == interval_alpha(table(moved))
