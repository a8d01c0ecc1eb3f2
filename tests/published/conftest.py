"""Ranks published competitions from files, as ``jury-desk rank`` does: rules in TOML and a long table of marks."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from jury_desk.domain.standings import Standings
from jury_desk.importers.marks_file import MARK_COLUMNS, read_marks
from jury_desk.importers.rules_file import read_rules
from jury_desk.services.ranking import rank_files

RULES = Path(__file__).parent / "rules"

Row = tuple[str, str, str, str]
"""Candidacy, juror, criterion, mark."""

RankPublished = Callable[[str, Iterable[Row]], Standings]


@pytest.fixture
def rank_published(tmp_path: Path) -> RankPublished:
    """Ranks rows under one of the rules files beside this one, by its name."""

    def ranked(rules: str, rows: Iterable[Row]) -> Standings:
        marks = tmp_path / "marks.csv"
        with marks.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(MARK_COLUMNS[:4])
            writer.writerows(rows)
        return rank_files(read_rules(RULES / f"{rules}.toml"), read_marks(marks))

    return ranked
