"""A promotion examination (New Haven, 2003): 60 % written, 40 % oral, two ranks examined apart."""

import csv
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from jury_desk.domain.standings import Standings

RankPublished = Callable[[str, Iterable[tuple[str, str, str, str]]], Standings]


@pytest.mark.parametrize(("position", "candidates"), [("Captain", 41), ("Lieutenant", 77)])
def test_combined_results_are_those_published(
    position: str, candidates: int, shared: Path, rank_published: RankPublished
) -> None:
    """The combined result is the published one for every candidate, and equal ones share their place."""
    with (shared / "data" / "ricci_60_40" / "exams.csv").open(encoding="utf-8", newline="") as file:
        exams = [each for each in csv.DictReader(file) if each["position"] == position]
    rows = [(each["candidate"], "", test, each[test]) for each in exams for test in ("written", "oral")]
    standings = rank_published("examination", rows)
    published = {each["candidate"]: Decimal(each["combined_published"]) for each in exams}
    results = {each.candidacy: Decimal(each.result) for each in standings.standings}
    assert len(results) == candidates
    assert results == published
    assert {each.candidacy: each.place for each in standings.standings} == {
        candidate: 1 + sum(other > result for other in published.values()) for candidate, result in published.items()
    }


def test_five_pairs_share_a_place(shared: Path, rank_published: RankPublished) -> None:
    """Exactly five pairs of the 118 are equal, which binary floating point does not see in all of them."""
    pairs = 0
    with (shared / "data" / "ricci_60_40" / "exams.csv").open(encoding="utf-8", newline="") as file:
        exams = list(csv.DictReader(file))
    for position in ("Captain", "Lieutenant"):
        chosen = [each for each in exams if each["position"] == position]
        rows = [(each["candidate"], "", test, each[test]) for each in chosen for test in ("written", "oral")]
        pairs += sum(each.shared for each in rank_published("examination", rows).standings) // 2
    assert (len(exams), pairs) == (118, 5)
