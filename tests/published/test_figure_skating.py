"""Figure skating 2016-17 (data CC BY 4.0, BuzzFeed News / ISU protocols): trimmed means rounded at each step."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from jury_desk.domain.standings import Standings

Table = list[dict[str, str]]
RankPublished = Callable[[str, Iterable[tuple[str, str, str, str]]], Standings]

CRITERIA = {
    "Skating Skills": "skills",
    "Transitions": "transitions",
    "Performance": "performance",
    "Composition": "composition",
    "Interpretation of the Music": "interpretation",
}


@pytest.fixture
def components(shared: Path) -> Table:
    """One row per performance and component: nine judges' marks and the published panel score."""
    return _read(shared / "data" / "figure_skating" / "components.csv")


@pytest.fixture
def performances(shared: Path) -> Table:
    """One row per performance: established values and published totals."""
    return _read(shared / "data" / "figure_skating" / "performances.csv")


@pytest.fixture
def segments(components: Table, performances: Table, rank_published: RankPublished) -> dict[tuple[str, str], Standings]:
    """The ranking of each segment: one program of one competition."""
    rows: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for each in components:
        marks = ((f"J{number}", each[f"J{number}"]) for number in range(1, 10))
        rows[_segment(each)] += [
            (each["performance_id"], judge, CRITERIA[each["component"]], mark) for judge, mark in marks if mark
        ]
    for each in performances:
        rows[_segment(each)] += [
            (each["performance_id"], "", "elements", each["total_element_score"]),
            (each["performance_id"], "", "deductions", each["total_deductions"]),
        ]
    return {
        segment: rank_published("skating_short" if "SHORT" in segment[1] else "skating_free", found)
        for segment, found in rows.items()
    }


def test_panel_scores_are_those_published(components: Table, segments: dict[tuple[str, str], Standings]) -> None:
    """Each component's trimmed mean, rounded half up to 0.01, is the published panel score, 250 times."""
    agreeing = sum(
        Decimal(segments[_segment(each)].of(each["performance_id"]).criteria[CRITERIA[each["component"]]])
        == Decimal(each["panel_score_published"])
        for each in components
    )
    assert (agreeing, len(components)) == (250, 250)


def test_totals_are_those_published(performances: Table, segments: dict[tuple[str, str], Standings]) -> None:
    """Segment and component totals are the published ones, 50 times each."""
    for each in performances:
        standing = segments[_segment(each)].of(each["performance_id"])
        assert Decimal(standing.result) == Decimal(each["total_segment_score"])
        assert Decimal(standing.sections["Components"]) == Decimal(each["total_component_score"])
    assert len(performances) == 50


def test_places_are_those_published(performances: Table, segments: dict[tuple[str, str], Standings]) -> None:
    """Places, with the tie-break of each program, are the published ranks, 50 times."""
    places = {
        each["performance_id"]: segments[_segment(each)].of(each["performance_id"]).place for each in performances
    }
    assert places == {each["performance_id"]: int(each["rank"]) for each in performances}


def test_ties_are_separated_by_the_declared_chain(segments: dict[tuple[str, str], Standings]) -> None:
    """The equal totals of the data are separated at the first step, and the step says so."""
    tied = [each for standings in segments.values() for each in standings.standings if each.ties]
    assert tied
    assert all(not each.shared and each.ties[0].separated for each in tied)


def _segment(row: dict[str, str]) -> tuple[str, str]:
    return row["competition"], row["program"]


def _read(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
