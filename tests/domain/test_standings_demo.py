"""The example's jury: 9 fictitious projects, 7 jurors, an exact tie at the cut from 7 and 6 sheets."""

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jury_desk.domain.rules import Rules, rules_from_document
from jury_desk.domain.scoring import Mark, MarkState, Sheets
from jury_desk.domain.standings import SelectionStatus, Standings, Status, rank

EXACT = {
    "P1": "583/35",
    "P2": "469/30",
    "P3": "528/35",
    "P4": "491/35",
    "P5": "482/35",
    "P6": "66/5",
    "P7": "66/5",
    "P8": "59/5",
    "P9": "9",
}
PRINTED = ["16.66", "15.63", "15.09", "14.03", "13.77", "13.20", "13.20", "11.80", "9.00"]
FIRST_CRITERION = ["8.14", "7.83", "7.57", "7.14", "6.57", "7.00", "6.50", "5.57", "4.57"]
STATES = {"noté": MarkState.MARKED, "déport": MarkState.RECUSED, "absent": MarkState.ABSENT}


def rules(**changes: Any) -> Rules:
    """The règlement of the example: weights 30/20/20/20/10, out of 20, two thresholds, a chain of three."""
    weights = {"C1": "30", "C2": "20", "C3": "20", "C4": "20", "C5": "10"}
    criteria: list[dict[str, Any]] = [{"id": id_, "name": id_, "weight": weight} for id_, weight in weights.items()]
    criteria[0]["eliminatory"] = "< 4"
    return rules_from_document(
        {
            "scale": {"min": "0", "max": "10", "step": "1"},
            "criteria": criteria,
            "aggregation": {"result": "out_of", "out_of": "20", "eliminatory": "< 10"},
            "ties": {"chain": ["criterion:C1", "criterion:C3", "criterion:C4"], "unresolved": "vote"},
            "selection": {"places": 6, "reserve": 2},
            **changes,
        }
    )


@pytest.fixture
def sheets(shared: Path) -> Sheets:
    """The 63 rows of the example, by project (P1 …) and juror (J1 …)."""
    found: dict[str, dict[str, dict[str, Mark]]] = {}
    with (shared / "field" / "demo_scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 63
    for row in rows:
        state = STATES[row["statut"].split()[0]]
        marked = state is MarkState.MARKED
        sheet = {id_: Mark(state, Fraction(row[id_]) if marked else None) for id_ in ("C1", "C2", "C3", "C4", "C5")}
        found.setdefault(row["projet"].split()[0], {})[row["jure"].split()[0]] = sheet
    return found


def ranked(sheets: Sheets, **changes: Any) -> Standings:
    """The ranking of the example by its seven jurors, under its rules or changed ones."""
    return rank(rules(**changes), sorted(sheets), [f"J{number}" for number in range(1, 8)], sheets)


def test_results_are_the_exact_fractions(sheets: Sheets) -> None:
    """Every total is the fraction worked out by hand, and prints as it is known."""
    standings = ranked(sheets)
    assert {each.candidacy: str(each.exact) for each in standings.standings} == EXACT
    assert [each.result for each in standings.standings] == PRINTED
    assert [each.criteria["C1"] for each in standings.standings] == FIRST_CRITERION


def test_sheets_are_counted_without_the_recused_and_the_absent(sheets: Sheets) -> None:
    """Seven sheets each, six for P2 (a recusal) and P7 (a juror who came late)."""
    counts = {each.candidacy: (each.sheets_counted, each.sheets_expected) for each in ranked(sheets).standings}
    assert counts == {name: (6, 6) if name in {"P2", "P7"} else (7, 7) for name in EXACT}


def test_the_tie_at_the_cut_is_separated_by_the_first_criterion(sheets: Sheets) -> None:
    """P6 and P7 are both 66/5; 7.00 against 6.50 on C1 puts P6 sixth."""
    standings = ranked(sheets)
    assert [each.place for each in standings.standings] == [1, 2, 3, 4, 5, 6, 7, 8, None]
    (step,) = standings.of("P7").ties
    assert (step.step, step.values, step.separated) == ("criterion:C1", {"P6": "7.00", "P7": "6.50"}, True)
    sides = [each.selection for each in standings.standings]
    assert sides == [SelectionStatus.SELECTED] * 6 + [SelectionStatus.RESERVE] * 2 + [SelectionStatus.NOT_SELECTED]
    assert (standings.of("P9").status, standings.of("P9").eliminated_by) == (Status.ELIMINATED, ("result",))


def test_without_a_chain_the_tie_blocks_the_line(sheets: Sheets) -> None:
    """With an empty chain both are sixth, the next is eighth, and neither is selected before the jury decides."""
    standings = ranked(sheets, ties={"chain": []})
    assert [each.place for each in standings.standings] == [1, 2, 3, 4, 5, 6, 6, 8, None]
    assert {standings.of(name).selection for name in ("P6", "P7")} == {SelectionStatus.BLOCKED}
    assert standings.of("P8").selection is SelectionStatus.RESERVE


@pytest.mark.parametrize(("left_out", "sixth"), [("J6", "P7"), ("J1", "P7"), ("J4", "P7"), ("J5", "P6")])
def test_one_juror_less_may_swap_the_line(sheets: Sheets, left_out: str, sixth: str) -> None:
    """Leaving out J6, J1 or J4 gives the sixth place to P7; leaving out J5 does not."""
    panel = [f"J{number}" for number in range(1, 8) if f"J{number}" != left_out]
    standings = rank(rules(), sorted(sheets), panel, sheets)
    assert next(each.candidacy for each in standings.standings if each.place == 6) == sixth
