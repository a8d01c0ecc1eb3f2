"""The checklist of the minutes: complete when all is there, and each gap named when it is not."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Admissibility
from jury_desk.domain.checklist import Item, ItemState, Need, checklist, is_complete
from jury_desk.domain.decision import Attendee, Nature, Sitting
from jury_desk.domain.edition import StageKind
from jury_desk.domain.jury import Presence, Role
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.recusal import Ruling
from jury_desk.services.example import build_example
from jury_desk.services.reporting import stage_report

COMPLETE = Sitting(
    "hackathon",
    appointing_act="Arrêté du 3 février 2020",
    opened_at="2020-03-05T13:00:00+00:00",
    deliberation_at="2020-03-05T15:30:00+00:00",
    closed_at="2020-03-05T16:30:00+00:00",
    closed_session=True,
    notified_on="2020-03-09",
    reserve_until="2020-04-30",
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageReport]:
    """The report of the example's hackathon."""
    folder = tmp_path_factory.mktemp("example")
    file = build_example(make_toolbox(safety=folder), folder / "example.jury")
    yield stage_report(file, "hackathon")
    file.close()


@pytest.fixture
def report(example: StageReport) -> StageReport:
    """The same with everything that the minutes ask for."""
    return with_sitting(example, COMPLETE)


def with_sitting(report: StageReport, sitting: Sitting) -> StageReport:
    """The report with another meeting."""
    return replace(report, deliberated=replace(report.deliberated, sitting=sitting))


def items(report: StageReport) -> dict[int, Item]:
    """The checklist by number."""
    return {item.number: item for item in checklist(report)}


def test_complete_minutes_have_28_items_and_no_gap(report: StageReport) -> None:
    """All there; what did not happen does not apply."""
    found = items(report)
    assert list(found) == list(range(1, 29))
    assert [number for number, item in found.items() if item.gaps] == []
    assert [number for number, item in found.items() if item.state is ItemState.NOT_APPLICABLE] == [17, 22, 23]
    assert is_complete(report)
    assert [number for number, item in found.items() if item.need is not Need.MUST] == [15, 20, 22, 23, 25, 27]


def absent(report: StageReport, role: Role) -> StageReport:
    """The report with the members of a role absent."""
    panel = tuple(
        replace(seat, member=replace(seat.member, presence=Presence.ABSENT)) if seat.member.role is role else seat
        for seat in report.panel
    )
    return replace(report, panel=panel)


GAPS: dict[str, tuple[int, Callable[[StageReport], StageReport]]] = {
    "organisation": (1, lambda report: replace(report, edition=replace(report.edition, organisation=""))),
    "date": (2, lambda report: replace(report, stage=replace(report.stage, date=""))),
    "closed_at": (2, lambda report: with_sitting(report, replace(COMPLETE, closed_at=""))),
    "appointing_act": (3, lambda report: with_sitting(report, replace(COMPLETE, appointing_act=""))),
    "attendee_left": (5, lambda report: with_sitting(report, replace(COMPLETE, attendees=(Attendee("A. B."),)))),
    "quorum_reached": (6, lambda report: absent(report, Role.MEMBER)),
    "presiding": (7, lambda report: absent(report, Role.CHAIR)),
    "declarations": (
        8,
        lambda report: replace(
            report, panel=tuple(replace(seat, member=replace(seat.member, declared=False)) for seat in report.panel)
        ),
    ),
    "admissibility": (
        9,
        lambda report: replace(
            report, received=tuple(replace(each, admissibility=Admissibility.RECEIVED) for each in report.received)
        ),
    ),
    "order": (
        11,
        lambda report: replace(report, timing=replace(report.timing, orders=()) if report.timing else None),
    ),
    "passages": (
        12,
        lambda report: replace(
            report, timing=replace(report.timing, passages=report.timing.passages[1:]) if report.timing else None
        ),
    ),
    "rulings": (
        8,
        lambda report: replace(
            report,
            recusals=tuple(
                replace(each, recusal=replace(each.recusal, ruling=Ruling.PENDING)) for each in report.recusals
            ),
        ),
    ),
    "closed_session": (14, lambda report: with_sitting(report, replace(COMPLETE, closed_session=False))),
    "outcomes": (
        19,
        lambda report: replace(
            report, entries={key: replace(entry, outcome=None) for key, entry in report.entries.items()}
        ),
    ),
    "reserve_until": (21, lambda report: with_sitting(report, replace(COMPLETE, reserve_until=""))),
    "authority": (24, lambda report: with_sitting(report, replace(COMPLETE, nature=Nature.OPINION))),
    "notified_on": (24, lambda report: with_sitting(report, replace(COMPLETE, notified_on=""))),
    "secretary": (
        26,
        lambda report: replace(
            report, panel=tuple(seat for seat in report.panel if seat.member.role is not Role.SECRETARY)
        ),
    ),
}


@pytest.mark.parametrize("gap", GAPS)
def test_each_gap_is_named_and_keeps_the_minutes_provisional(report: StageReport, gap: str) -> None:
    """What is blank is said under its item, and the minutes wait for it."""
    number, spoil = GAPS[gap]
    spoilt = spoil(report)
    assert gap in items(spoilt)[number].gaps
    assert not is_complete(spoilt)


def test_should_and_option_do_not_block(report: StageReport) -> None:
    """Reasons per project are asked for in words only; without them the minutes are complete."""
    entries = {
        key: replace(entry, outcome=replace(entry.outcome, motivation="") if entry.outcome else None)
        for key, entry in report.entries.items()
    }
    spoilt = replace(report, entries=entries)
    assert items(spoilt)[20].gaps == ("motivations",)
    assert is_complete(spoilt)


def test_stage_without_hearing_asks_for_no_order_nor_times(report: StageReport) -> None:
    """Nobody was heard in a screening: there is no draw, no passage and no incident."""
    screened = items(replace(report, stage=replace(report.stage, kind=StageKind.SCREENING)))
    assert {screened[number].state for number in (11, 12, 13)} == {ItemState.NOT_APPLICABLE}


def test_jury_that_decides_without_marks_owes_no_ranking(report: StageReport) -> None:
    """A final jury may hear, deliberate and decide; one mark given, and the others are owed."""
    unmarked = replace(report, sheets={}, missing=315)
    assert {items(unmarked)[number].state for number in (15, 16)} == {ItemState.NOT_APPLICABLE}
    assert is_complete(unmarked)
    assert not is_complete(replace(report, missing=314))


def test_example_edition_has_complete_minutes(example: StageReport) -> None:
    """The example tells its meeting to the end."""
    assert [item for item in checklist(example) if item.gaps] == []
