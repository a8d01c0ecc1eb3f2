"""The data that leave with the minutes: the same ranking, and nobody's name beside a mark."""

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Aggregation, Order, Rounding, Rules, Ties
from jury_desk.domain.scoring import Mark
from jury_desk.services.disclosure import compares_jurors, contest_of_report, unnamed
from jury_desk.services.example import build_example
from jury_desk.services.minutes_data import DataUnreadable, data_print, minutes_data, read_minutes_data
from jury_desk.services.reporting import stage_report
from jury_desk.services.standings_json import standings_document

AGGREGATIONS = (
    Aggregation(),
    Aggregation(order=Order.CRITERIA_FIRST),
    Aggregation(across_jurors=Across.MEDIAN),
    Aggregation(across_jurors=Across.TRIMMED_MEAN),
    Aggregation(across_jurors=Across.CORRECTED_MEAN, limit=Fraction(1)),
    Aggregation(across_jurors=Across.SUM, allow_unequal_panels=True),
    Aggregation(across_jurors=Across.RANK_SUM, allow_unequal_panels=True),
)
CHAINS = ((), ("criterion:C1",), ("highest_sheet", "median"), ("lowest_sheet",), ("head_to_head",))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageReport]:
    """The report of the example's jury, with a recusal, an absence and a tie."""
    folder = tmp_path_factory.mktemp("example")
    file = build_example(make_toolbox(safety=folder / "safety"), folder / "example.jury")
    yield stage_report(file, "hackathon")
    file.close()


def under(report: StageReport, rules: Rules) -> StageReport:
    """The same jury under other rules."""
    panel = [seat.juror.id for seat in report.voting]
    standings = replace(contest_of_report(report, panel, report.sheets), rules=rules).standings()
    return replace(report, rules=rules, standings=standings)


@pytest.mark.parametrize("chain", CHAINS, ids=str)
@pytest.mark.parametrize("aggregation", AGGREGATIONS, ids=lambda each: f"{each.order}-{each.across_jurors}")
def test_ranking_without_names_is_the_same(
    report: StageReport, aggregation: Aggregation, chain: tuple[str, ...]
) -> None:
    """By every method and every step that separates equals, to the last printed figure."""
    rules = replace(report.rules, aggregation=aggregation, ties=Ties(chain), rounding=Rounding(result=Fraction(1, 100)))
    named = under(report, rules)
    # The corrected marks stand in the order of the panel, which the data do not give away.
    shown, without = (
        [each | {"corrected": sorted(each.get("corrected", []))} for each in standings_document(standings)["standings"]]
        for standings in (named.standings, unnamed(named).standings)
    )
    assert without == shown


def test_data_read_back_give_the_standings_they_hold(report: StageReport) -> None:
    """The document alone is enough to rank again, and its fingerprint is the one printed."""
    read = read_minutes_data(json.dumps(minutes_data(report)).encode())
    assert standings_document(read.report.standings)["standings"] == read.standings
    assert read.fingerprint == report.fingerprint == data_print(minutes_data(report))


def test_data_do_not_say_who_gave_a_mark(report: StageReport) -> None:
    """Two jurors who exchange their sheets of one candidacy leave the data as they are."""
    sheets = {candidacy: dict(of_jurors) for candidacy, of_jurors in report.sheets.items()}
    candidacy = report.candidacies[0].id
    first, second = (seat.juror.id for seat in report.voting[:2])
    assert sheets[candidacy][first] != sheets[candidacy][second]
    sheets[candidacy] |= {first: sheets[candidacy][second], second: sheets[candidacy][first]}
    assert minutes_data(replace(report, sheets=sheets))["data"] == minutes_data(report)["data"]


def test_numbers_stay_with_a_juror_only_where_the_method_needs_it(report: StageReport) -> None:
    """A sum of ranks compares what one juror gave to several; a mean does not, and so does not tell."""
    assert not compares_jurors(report.rules)
    summed = replace(report.rules, aggregation=Aggregation(across_jurors=Across.RANK_SUM, allow_unequal_panels=True))
    data = minutes_data(under(report, summed))["data"]
    assert data["same_juror_throughout"]
    candidacy = report.candidacies[1].id
    given = [data["sheets"][candidacy][number] for number in "1234567"]
    named = [
        {criterion: str(mark.value) for criterion, mark in report.sheets[candidacy][seat.juror.id].items()}
        for seat in report.voting
    ]
    assert given != named
    assert sorted(map(str, given)) == sorted(map(str, named))


def test_data_hold_no_comment_and_no_address(report: StageReport) -> None:
    """What was written beside a mark, and what reaches people, stay in the file."""
    candidacy, juror = report.candidacies[0].id, report.voting[0].juror.id
    told = dict(report.sheets[candidacy][juror])
    told["C1"] = Mark(told["C1"].state, told["C1"].value, "Une remarque gardée pour le délibéré")
    sheets = {**report.sheets, candidacy: {**report.sheets[candidacy], juror: told}}
    seat = replace(report.panel[0], juror=replace(report.panel[0].juror, email="vasseur@example.org"))
    written = json.dumps(minutes_data(replace(report, sheets=sheets, panel=(seat, *report.panel[1:]))))
    assert "remarque" not in written
    assert "@" not in written
    assert report.received[0].holders[0].email
    answers = [answer.text for each in report.received for answer in each.answers if len(answer.text) > 20]
    assert answers
    assert not any(json.dumps(answer) in written for answer in answers)


def test_fingerprint_follows_every_mark_and_stays_when_other_stages_go_on(report: StageReport) -> None:
    """A mark, a decision or a name changes it; a new act in the journal does not."""
    candidacy, juror = report.candidacies[0].id, report.voting[0].juror.id
    changed = {**report.sheets[candidacy][juror], "C1": Mark(report.sheets[candidacy][juror]["C1"].state, Fraction(3))}
    marked = replace(report, sheets={**report.sheets, candidacy: {**report.sheets[candidacy], juror: changed}})
    assert data_print(minutes_data(marked)) != report.fingerprint
    renamed = replace(report, stage=replace(report.stage, name="Autre jury"))
    assert data_print(minutes_data(renamed)) != report.fingerprint
    assert data_print(minutes_data(replace(report, head="f" * 64, journal=()))) == report.fingerprint


def test_other_bytes_are_refused_and_nothing_else_happens(report: StageReport) -> None:
    """Not JSON, another format, a missing part, a number made to fill the memory: one error, at once."""
    document: dict[str, Any] = minutes_data(report)
    bomb = json.loads(json.dumps(document))
    bomb["data"]["carried"] = {"call": {"C0001": "1e999999999"}}
    short = json.loads(json.dumps(document))
    del short["data"]["panel"], short["data"]["sheets"]
    rules = json.loads(json.dumps(document))
    rules["data"]["rules"][-1]["document"]["criteria"] = "none"
    deep = b"[" * 200_000
    for content in (
        b"",
        b"\xff",
        deep,
        b"[]",
        b'{"format": "other"}',
        *(json.dumps(each).encode() for each in (bomb, short, rules)),
    ):
        with pytest.raises(DataUnreadable):
            read_minutes_data(content)


def test_path_is_no_part_of_the_data(report: StageReport, tmp_path: Path) -> None:
    """Where the file lies on a computer is nobody's business."""
    assert str(tmp_path.parent) not in json.dumps(minutes_data(report))
