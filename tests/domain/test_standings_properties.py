"""What holds of every ranking: an oracle written another way, and what no change of the marks may do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desk.domain.rules import Rules, Ties, Unresolved, rules_from_document
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.domain.standings import Ranker, Standings, Status, rank

Sheets = dict[str, dict[str, dict[str, Mark]]]

TOP = 10
METHODS = ["mean", "median", "trimmed_mean", "corrected_mean", "sum"]
ORDERS = ["sheets_first", "criteria_first"]
CHAIN = ["criterion:c0", "highest_sheet", "lowest_sheet", "median", "head_to_head"]


@dataclass(frozen=True)
class Case:
    """A small contest."""

    rules: Rules
    candidacies: tuple[str, ...]
    panel: tuple[str, ...]
    sheets: Sheets

    def ranked(self) -> Standings:
        """Its computed ranking."""
        return rank(self.rules, self.candidacies, self.panel, self.sheets)


def places(standings: Standings) -> dict[str, tuple[Status, int | None, bool]]:
    """What must not depend on any order of writing."""
    return {each.candidacy: (each.status, each.place, each.shared) for each in standings.standings}


def rules_of(weights: list[int], **tables: Any) -> Rules:
    """Criteria c0, c1 … with those weights and marks from 0 to 10."""
    criteria = [{"id": f"c{index}", "name": "C", "weight": str(weight)} for index, weight in enumerate(weights)]
    return rules_from_document({"scale": {"min": "0", "max": str(TOP), "step": "1"}, "criteria": criteria, **tables})


def given_mark(value: int) -> Mark:
    """A mark that was given."""
    return Mark(MarkState.MARKED, Fraction(value))


marks = st.one_of(
    st.integers(0, TOP).map(given_mark),
    st.integers(0, 3).map(given_mark),
    st.sampled_from([Mark(state) for state in MarkState if state is not MarkState.MARKED]),
)


@st.composite
def cases(
    draw: st.DrawFn, methods: list[str] = METHODS, cells: st.SearchStrategy[Mark] = marks, chain: bool = True
) -> Case:
    """Up to six candidacies, five jurors and three criteria; few values, so that ties are common."""
    weights = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    panel = tuple(f"J{index}" for index in range(draw(st.integers(1, 5))))
    candidacies = tuple(f"P{index}" for index in range(draw(st.integers(1, 6))))
    aggregation = {
        "order": draw(st.sampled_from(ORDERS)),
        "across_jurors": draw(st.sampled_from(methods)),
        "limit": "2",
        "result": draw(st.sampled_from(["mean", "points", "out_of"])),
        "out_of": "20",
        "allow_unequal_panels": True,
    }
    rules = rules_of(weights, aggregation=aggregation, ties={"chain": CHAIN if chain else []}, selection={"places": 2})
    sheets = {
        candidacy: {juror: {each.id: draw(cells) for each in rules.criteria} for juror in panel}
        for candidacy in candidacies
    }
    return Case(rules, candidacies, panel, sheets)


@given(cases(methods=["mean"], chain=False))
def test_the_weighted_mean_agrees_with_an_oracle(case: Case) -> None:
    """Plain fractions, one juror after the other, give the same result, counts and places."""
    standings = case.ranked()
    expected = {candidacy: oracle(case, candidacy) for candidacy in case.candidacies}
    for standing in standings.standings:
        result, counted, expected_sheets = expected[standing.candidacy]
        assert standing.exact == result
        assert (standing.sheets_counted, standing.sheets_expected) == (counted, expected_sheets)
        better = [
            other for other, _, _ in expected.values() if other is not None and result is not None and other > result
        ]
        assert standing.place == (None if result is None else len(better) + 1)


def oracle(case: Case, candidacy: str) -> tuple[Fraction | None, int, int]:
    """Result, sheets counted and sheets expected, by the definition and nothing else."""
    totals = []
    expected = 0
    whole = sum((criterion.weight for criterion in case.rules.criteria), Fraction(0))
    for juror in case.panel:
        sheet = case.sheets[candidacy][juror]
        states = {mark.state for mark in sheet.values()}
        expected += states <= {MarkState.MARKED, MarkState.BLANK}
        if states == {MarkState.MARKED}:
            total = Fraction(0)
            for criterion in case.rules.criteria:
                mark = sheet[criterion.id].value or Fraction(0)
                total = total + criterion.weight * mark
            totals.append(total)
    if not totals:
        return None, 0, expected
    points = sum(totals, Fraction(0)) / len(totals)
    forms = {"points": points, "mean": points / whole, "out_of": points / whole / TOP * 20}
    return forms[case.rules.aggregation.result], len(totals), expected


@given(cases(methods=[*METHODS, "rank_sum"]), st.data())
def test_no_order_of_writing_changes_a_place(case: Case, data: st.DataObject) -> None:
    """Jurors, criteria and candidacies may come in any order; who is tied with whom stays too."""
    shuffled = replace(
        case,
        rules=replace(case.rules, criteria=tuple(data.draw(st.permutations(case.rules.criteria)))),
        candidacies=tuple(data.draw(st.permutations(case.candidacies))),
        panel=tuple(data.draw(st.permutations(case.panel))),
    )
    assert places(shuffled.ranked()) == places(case.ranked())
    assert _sides(shuffled.ranked()) == _sides(case.ranked())


def _sides(standings: Standings) -> Mapping[str, object]:
    return {each.candidacy: each.selection for each in standings.standings}


alike = st.integers(0, 1).map(given_mark)


@given(cases(methods=[*METHODS, "rank_sum"], cells=alike), st.booleans(), st.data())
def test_a_ranker_asked_again_gives_what_a_new_one_would(case: Case, chain: bool, data: st.DataObject) -> None:
    """Whatever it has kept: after a mark, a withdrawal, a vote, the panel or the order of passage has changed."""
    rules = replace(case.rules, ties=Ties(case.rules.ties.chain if chain else (), Unresolved.VOTE))
    ranker, sheets, order, panel = Ranker(rules), case.sheets, case.candidacies, case.panel
    withdrawn: tuple[str, ...] = ()
    voted: dict[str, int] = {}
    for change in data.draw(st.lists(st.sampled_from(["mark", "order", "panel", "withdrawn", "voted"]), max_size=8)):
        candidacy = data.draw(st.sampled_from(case.candidacies))
        match change:
            case "mark":
                juror, criterion = data.draw(st.sampled_from(panel)), data.draw(st.sampled_from(rules.criteria)).id
                sheet = {**sheets[candidacy][juror], criterion: data.draw(st.one_of(alike, marks))}
                sheets = {**sheets, candidacy: {**sheets[candidacy], juror: sheet}}
            case "order":
                order = tuple(data.draw(st.permutations(order)))
            case "panel":
                panel = data.draw(st.sampled_from([case.panel, case.panel[:1]]))
            case "withdrawn":
                withdrawn = () if withdrawn else (candidacy,)
            case _:
                voted = {**voted, candidacy: data.draw(st.integers(1, 3))}
        again = ranker.rank(order, panel, sheets, withdrawn=withdrawn, voted=voted)
        assert again == Ranker(rules).rank(order, panel, sheets, withdrawn=withdrawn, voted=voted)


complete = st.integers(0, TOP).map(given_mark)


@given(cases(methods=METHODS, cells=complete, chain=False), st.data())
def test_raising_a_mark_never_lowers_a_result(case: Case, data: st.DataObject) -> None:
    """Monotone: no method on offer punishes a candidacy for a better mark."""
    candidacy = data.draw(st.sampled_from(case.candidacies))
    juror = data.draw(st.sampled_from(case.panel))
    criterion = data.draw(st.sampled_from(case.rules.criteria)).id
    before = case.ranked().of(candidacy).exact
    value = case.sheets[candidacy][juror][criterion].value or Fraction(0)
    case.sheets[candidacy][juror][criterion] = given_mark(data.draw(st.integers(int(value), TOP)))
    after = case.ranked().of(candidacy).exact
    assert before is not None
    assert after is not None
    assert after >= before


@given(cases(methods=["rank_sum"], cells=complete, chain=False), st.data())
def test_raising_a_mark_never_makes_a_rank_sum_larger(case: Case, data: st.DataObject) -> None:
    """The same where the smallest result is the best."""
    candidacy = data.draw(st.sampled_from(case.candidacies))
    before = case.ranked().of(candidacy).exact
    for criterion in case.rules.criteria:
        case.sheets[candidacy][case.panel[0]][criterion.id] = given_mark(TOP)
    after = case.ranked().of(candidacy).exact
    assert before is not None
    assert after is not None
    assert after <= before


@pytest.mark.parametrize("method", [each for each in METHODS if each != "sum"])
@pytest.mark.parametrize("order", ORDERS)
@given(
    mark=st.integers(0, TOP), sizes=st.tuples(st.integers(2, 7), st.integers(1, 6)), state=st.sampled_from(MarkState)
)
def test_a_recusal_among_identical_marks_changes_nothing(
    method: str, order: str, mark: int, sizes: tuple[int, int], state: MarkState
) -> None:
    """However many of identical sheets are taken out, for whatever reason, the result stays."""
    jurors, out = sizes
    rules = rules_of([1, 2], aggregation={"across_jurors": method, "order": order, "limit": "1"})
    sheet = {"c0": given_mark(mark), "c1": given_mark(mark)}
    empty = {"c0": Mark(state) if state is not MarkState.MARKED else given_mark(mark), "c1": given_mark(mark)}
    panel = tuple(f"J{index}" for index in range(jurors))
    full = dict.fromkeys(panel, sheet)
    thinned = {juror: empty if index < min(out, jurors - 1) else sheet for index, juror in enumerate(panel)}
    standings = rank(rules, ("P", "Q"), panel, {"P": full, "Q": thinned})
    assert standings.of("P").exact == standings.of("Q").exact == Fraction(mark * 2)
    assert standings.of("Q").shared


@given(cases(methods=[*METHODS, "rank_sum"]))
def test_the_list_is_in_rank_order_and_complete(case: Case) -> None:
    """Everyone once; the ranked first, places never falling; competition numbering skips as many as were tied."""
    standings = case.ranked().standings
    assert sorted(each.candidacy for each in standings) == sorted(case.candidacies)
    ranked = [each for each in standings if each.status is Status.RANKED]
    assert list(standings[: len(ranked)]) == ranked
    for index, standing in enumerate(ranked):
        same = [other for other in ranked if other.place == standing.place]
        assert standing.place == ranked.index(same[0]) + 1
        assert standing.shared is (len(same) > 1)
        assert standing.place <= index + 1
