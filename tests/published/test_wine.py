"""Blind tastings (R. E. Quandt, liquidasset.com): every judge's ranks added, the smallest sum first."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from jury_desk.domain.standings import Standings

RankPublished = Callable[[str, Iterable[tuple[str, str, str, str]]], Standings]


def test_places_and_sums_are_those_published(shared: Path, rank_published: RankPublished) -> None:
    """Places agree 57 times of 57, sums 53 times of the 53 published."""
    folder = shared / "data" / "wine_ranksums"
    tastings: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for each in _read(folder / "judge_ranks.csv"):
        tastings[each["report"]].append((each["wine"], each["judge"], "rank", each["rank"]))
    standings = {report: rank_published("wine", rows) for report, rows in tastings.items()}
    published = _read(folder / "results_published.csv")
    places = [(standings[each["report"]].of(each["wine"]).place, int(each["place"])) for each in published]
    sums = [
        (standings[each["report"]].of(each["wine"]).result, each["votes_against"])
        for each in published
        if each["votes_against"]
    ]
    assert (len(places), len(sums)) == (57, 53)
    assert all(ours == theirs for ours, theirs in places)
    assert all(ours == theirs for ours, theirs in sums)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
