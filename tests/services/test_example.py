"""The example edition is whole or is not there."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.checklist import ItemState, checklist, is_complete
from jury_desk.domain.closure import proclaimed
from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.journal import replay
from jury_desk.domain.pitch_state import PassageStatus
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import MarkState, RecordedMark
from jury_desk.services.deliberation import standings_of
from jury_desk.services.files import open_example
from jury_desk.services.footnotes import footnote_sentences
from jury_desk.services.reporting import stage_report


def test_example_that_fails_half_way_is_taken_away(tmp_path: Path) -> None:
    """A failure while it is being made leaves no file that would be opened as the example the next time."""
    toolbox = make_toolbox(actor="Test", safety=tmp_path / "safety")

    def fail(path: Path) -> Rules:
        raise FileNotWritable(str(path), "no room")

    with pytest.raises(FileNotWritable):
        open_example(replace(toolbox, read_rules=fail), tmp_path / "example.jury")
    assert not (tmp_path / "example.jury").exists()
    file = open_example(toolbox, tmp_path / "example.jury")
    assert len(file.events()) > 40
    file.close()


def test_example_tells_its_events_through_their_acts(tmp_path: Path) -> None:
    """J5 is recused from one project, J6 came late and missed another: as acts, not as states of cells."""
    file = open_example(make_toolbox(actor="Test", safety=tmp_path / "safety"), tmp_path / "example.jury")
    records = file.records
    title = {each.id: each.title for each in records.within(Candidacy)}
    (recusal,) = records.within(Recusal, "hackathon")
    assert (recusal.juror, title[recusal.candidacy]) == ("J5", "Qui fait quoi")
    assert (recusal.level, recusal.ruling) == (RecusalLevel.MAJOR, Ruling.UPHELD)
    assert recusal.left_at < recusal.returned_at
    assert [(each.juror, title[each.candidacy]) for each in records.within(Attendance) if each.bars] == [
        ("J6", "Relais terrain")
    ]
    assert records.need(Tenure, "hackathon", "J6").arrived == "2020-03-05T13:22:00+00:00"
    assert {mark.mark.state for mark in records.within(RecordedMark, "hackathon")} == {MarkState.MARKED}
    kinds = [event.kind for event in file.events()]
    assert kinds.index("recusal_declared") < kinds.index("rules_frozen", kinds.index("recusal_declared"))
    assert {"recusal_ruled", "hours_recorded"} <= set(kinds)
    file.close()


def test_figures_of_the_example_are_those_published(tmp_path: Path) -> None:
    """Results, grids and places of the demonstration stay what they have always been."""
    file = open_example(make_toolbox(actor="Test", safety=tmp_path / "safety"), tmp_path / "example.jury")
    found = [
        (each.place, each.result, str(each.exact), f"{each.sheets_counted}/{each.sheets_expected}")
        for each in standings_of(file.records, "hackathon").standings
    ]
    assert found == [
        (1, "16.66", "583/35", "7/7"),
        (2, "15.63", "469/30", "6/6"),
        (3, "15.09", "528/35", "7/7"),
        (4, "14.03", "491/35", "7/7"),
        (5, "13.77", "482/35", "7/7"),
        (6, "13.20", "66/5", "7/7"),
        (7, "13.20", "66/5", "6/6"),
        (8, "11.80", "59/5", "7/7"),
        (None, "9.00", "9", "7/7"),
    ]
    file.close()


def test_final_jury_of_the_example_ends_the_programme(tmp_path: Path) -> None:
    """Six decisions of each kind without a mark, proclaimed; its minutes lack nothing, its draw can be done again."""
    file = open_example(make_toolbox(actor="Test", safety=tmp_path / "safety"), tmp_path / "example.jury")
    report = stage_report(file, "final")
    assert report.decided_without_marks
    assert is_complete(report)
    assert not [item.number for item in checklist(report) if item.state is ItemState.BLANK]
    assert [item.number for item in checklist(report) if item.state is ItemState.NOT_APPLICABLE] == [15, 16, 18, 21]
    outcomes = {report.candidacy(name).title: entry.outcome for name, entry in report.entries.items()}
    labels = Counter(outcome.label for outcome in outcomes.values() if outcome)
    assert labels == {
        "Startup de territoire": 1,
        "Startup interne": 1,
        "Incubateur interne": 1,
        "Prolongation d’investigation, 3 mois": 1,
        "Mode projet classique, hors programme": 2,
    }
    for outcome in outcomes.values():
        assert outcome is not None
        assert outcome.carrier
        assert outcome.next_date
        goes_on = outcome.category.goes_on
        assert [all((each.baseline, each.target, each.date, each.source)) for each in outcome.indicators] == (
            [True] if goes_on else []
        )
    assert proclaimed(file.records, "final") is not None
    assert [sentence for sentence in footnote_sentences(report.footnotes, "en") if "mean" in sentence] == []
    assert all(len(each.bench.present) == (4 if each.bench.withdrawn else 5) for each in report.deliberated.taken)
    assert len(report.deliberated.taken) == 6
    assert [vote.carried for vote in report.deliberated.votes] == [True] * 3
    assert all(question.answer for question in report.deliberated.questions)
    assert report.timing is not None
    assert all(order.can_be_repeated for order in report.timing.orders)
    assert [each.passage.status for each in report.timing.passages] == [PassageStatus.DONE] * 6
    assert [event.at for event in file.events()] == sorted(event.at for event in file.events())
    assert replay(file.events()) == file.records.with_these(())
    file.close()
