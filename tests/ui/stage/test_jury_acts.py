"""The acts of the jury from the window: each panel does its act, says what it waits for, and can be left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.adoption import places_of
from jury_desk.domain.candidacy import Candidacy, Entry, OutcomeCategory
from jury_desk.domain.closure import proclaimed
from jury_desk.domain.decision import AuthorityDecision, Question, ReserveCall, Sitting
from jury_desk.domain.deliberation import AdoptedRanking, Placed, Vote, VoteMode, VoteSubject
from jury_desk.domain.edition import Stage
from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rules import Ties, Unresolved
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.decisions import adopt_ranking, bench_now, call_reserve, proclaim, set_sitting, sitting_of
from jury_desk.services.deliberation import set_outcomes, standings_of
from jury_desk.services.example import build_example
from jury_desk.services.jury_acts import JuryAct
from jury_desk.services.preparation import amend_rules, current_rules, entries, set_member, set_stage
from jury_desk.services.publication import next_count, published_lines
from jury_desk.services.recusals import declare_recusal
from jury_desk.services.scoring import Cell, record_mark
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.act_panel import ActPanel
from jury_desk.ui.pages.deliberate.acts_bar import DecisionsPanel, JuryActs
from jury_desk.ui.pages.deliberate.adoption import AdoptionPanel
from jury_desk.ui.pages.deliberate.closing import AuthorityPanel, ProclamationPanel, RectificationPanel, ReservePanel
from jury_desk.ui.pages.deliberate.decision_form import DecisionForm
from jury_desk.ui.pages.deliberate.meeting import MeetingPanel
from jury_desk.ui.pages.deliberate.page import DeliberatePage
from jury_desk.ui.pages.deliberate.publication import PublicationPanel
from jury_desk.ui.pages.deliberate.side import DECISION, QUESTIONS, WHY
from jury_desk.ui.pages.deliberate.votes import MotionPanel, TiePanel
from jury_desk.ui.widgets.sight import bring_into_sight

STAGE = "hackathon"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example edition, made once."""
    folder = tmp_path_factory.mktemp("made")
    build_example(make_toolbox(safety=folder / "safety"), folder / "example.jury").close()
    return folder / "example.jury"


@pytest.fixture
def operations(made: Path, tmp_path: Path, qapp: object) -> Iterator[Operations]:
    """The example edition, a copy of the test's own, as the window has it."""
    del qapp
    copyfile(made, tmp_path / "example.jury")
    toolbox = make_toolbox(actor="Test", safety=tmp_path / "safety")
    file = toolbox.files.open(tmp_path / "example.jury")
    yield Operations(file, toolbox, Messages("en"))
    file.close()


@pytest.fixture
def bar(operations: Operations, qtbot: QtBot) -> JuryActs:
    """The bar of acts, on the screen."""
    made = JuryActs(operations, STAGE)
    qtbot.addWidget(made)
    operations.changed.connect(made.refresh)
    made.refresh()
    made.resize(900, 500)
    made.show()
    return made


def of_title(operations: Operations, title: str) -> str:
    """The id of the candidacy of that title."""
    return next(each.id for each in operations.records.within(Candidacy) if each.title == title)


def tie(operations: Operations) -> tuple[str, str]:
    """Leave the two at 13.20 equal until a vote; returns their ids."""
    _, rules = current_rules(operations.records, STAGE)
    plain = replace(rules, ties=Ties((), Unresolved.VOTE))
    clock = operations.toolbox.clock
    amend_rules(operations.file, STAGE, plain, clock, author="Test", reason="Essai", keep_marks=True)
    return of_title(operations, "Cantine juste"), of_title(operations, "Relais terrain")


def begun(bar: JuryActs, act: JuryAct) -> object:
    """The panel that the button of an act opens."""
    bar.buttons[act].click()
    assert bar.panel is not None, bar.why.text()
    return bar.panel


def test_each_act_says_what_it_waits_for(bar: JuryActs, operations: Operations) -> None:
    """Nothing is tied in the example: the button says so and opens nothing; what follows a proclamation hides."""
    bar.buttons[JuryAct.SEPARATE].click()
    assert bar.panel is None
    assert "nothing to separate" in bar.why.text()
    assert bar.buttons[JuryAct.SEPARATE].accessibleDescription() == bar.why.text()
    assert not bar.buttons[JuryAct.AUTHORITY].isVisible()
    for juror in ("J1", "J2", "J3", "J4"):
        set_member(operations.file, replace(operations.records.need(Member, STAGE, juror), presence=Presence.ABSENT))
    bar.buttons[JuryAct.VOTE].click()
    assert bar.panel is None
    assert "quorum" in bar.why.text()


def test_tie_is_separated_by_a_counted_vote(bar: JuryActs, operations: Operations) -> None:
    """Votes that do not add up are told in the panel, which stays; put right, the second one goes in."""
    first, second = tie(operations)
    panel = begun(bar, JuryAct.SEPARATE)
    assert isinstance(panel, TiePanel)
    panel.counts[first].setText("3")
    panel.counts[second].setText("3")
    panel.verb.click()
    assert bar.panel is panel
    assert "do not add up" in panel._problem.text()
    panel.counts[second].setText("4")
    panel.verb.click()
    assert bar.panel is None
    assert standings_of(operations.records, STAGE).of(second).place == 6


def test_vote_on_a_tie_leaves_the_recused_out(bar: JuryActs, operations: Operations) -> None:
    """Of either of the equals: six count, and the panel says who leaves before anybody does.

    The one who was absent for it gave no mark, so that the tie stays.
    """
    first, second = tie(operations)
    link = Recusal(STAGE, "J6", second, RecusalLevel.MAJOR, reason="Amie", ruling=Ruling.UPHELD)
    declare_recusal(operations.file, link, operations.toolbox.clock)
    panel = begun(bar, JuryAct.SEPARATE)
    assert isinstance(panel, TiePanel)
    assert "LA TOUR" in panel._bench.text()
    panel.counts[first].setText("4")
    panel.counts[second].setText("2")
    panel.verb.click()
    (vote,) = operations.records.within(Vote, STAGE)
    assert (vote.bench.withdrawn, len(vote.bench.present)) == (("J6",), 6)


def test_tie_is_separated_by_consensus(bar: JuryActs, operations: Operations) -> None:
    """Nobody counts: the one agreed on goes first."""
    _, second = tie(operations)
    panel = begun(bar, JuryAct.SEPARATE)
    assert isinstance(panel, TiePanel)
    panel.mode.setCurrentIndex(panel.mode.findData(VoteMode.CONSENSUS.value))
    panel.mode.activated.emit(0)
    assert not panel.counts[second].isVisible()
    panel._agreed.setCurrentIndex(panel._agreed.findData(second))
    panel.verb.click()
    assert standings_of(operations.records, STAGE).of(second).place == 6


def test_consensus_on_three_equals_is_an_order_of_all(operations: Operations, qtbot: QtBot) -> None:
    """Only the first named, the order of passage would have placed the other two."""
    panel = TiePanel(operations, STAGE)
    qtbot.addWidget(panel)
    options = [(of_title(operations, title), title) for title in ("Mon quai", "Cantine juste", "Relais terrain")]
    panel.question.setText("In which order?")
    panel.show_options(options)
    panel.mode.setCurrentIndex(panel.mode.findData(VoteMode.CONSENSUS.value))
    panel.mode.activated.emit(0)
    assert not panel._agreed_field.isVisibleTo(panel)
    assert panel.order_hint.isVisibleTo(panel)
    for typed in (("2", "", ""), ("1", "1", "2"), ("1", "2", "4")):
        for (option, _), text in zip(options, typed, strict=True):
            panel.counts[option].setText(text)
        assert not panel.ready()
    for (option, _), text in zip(options, ("3", "1", "2"), strict=True):
        panel.counts[option].setText(text)
    assert panel.ready()
    ranked = panel.vote([option for option, _ in options]).ranked
    assert ranked == tuple((of_title(operations, title),) for title in ("Cantine juste", "Relais terrain", "Mon quai"))


def test_motion_about_a_project_leaves_the_recused_out(bar: JuryActs, operations: Operations) -> None:
    """Six voters of seven on the project of which one is recused, and the vote says so."""
    panel = begun(bar, JuryAct.VOTE)
    assert isinstance(panel, MotionPanel)
    panel.about.setCurrentIndex(panel.about.findData(of_title(operations, "Qui fait quoi")))
    panel.about.activated.emit(0)
    assert "ROUX" in panel._bench.text()
    panel.question.setText("Fund it?")
    panel.counts["for"].setText("5")
    panel.counts["against"].setText("1")
    panel.verb.click()
    (vote,) = operations.records.within(Vote, STAGE)
    assert (vote.subject, vote.bench.withdrawn, vote.carried) == (VoteSubject.DECISION, ("J5",), True)


def test_open_panel_says_who_sits_by_now(bar: JuryActs, operations: Operations) -> None:
    """Somebody left while it was open: what is said is what will be recorded."""
    panel = begun(bar, JuryAct.ADOPT)
    assert isinstance(panel, AdoptionPanel)
    assert "7 voting member" in panel._bench.text()
    gone = replace(operations.records.need(Member, STAGE, "J7"), presence=Presence.ABSENT)
    operations.run(lambda: set_member(operations.file, gone))
    assert "6 voting member" in panel._bench.text()


def test_votes_on_file_are_seen_again(bar: JuryActs, operations: Operations, qtbot: QtBot) -> None:
    """In the panel of the next vote, and beside the decision on the project that they are about."""
    candidacy = of_title(operations, "Mon quai")
    panel = begun(bar, JuryAct.VOTE)
    assert isinstance(panel, MotionPanel)
    assert not panel.former.isVisible()
    panel.about.setCurrentIndex(panel.about.findData(candidacy))
    panel.question.setText("Garder ?")
    panel.counts["for"].setText("5")
    panel.counts["against"].setText("2")
    panel.verb.click()
    told = "Vote 1 · Garder ? · show of hands: for 5, against 2, abstentions 0"
    again = begun(bar, JuryAct.VOTE)
    assert isinstance(again, MotionPanel)
    assert told in again.former.text()
    form = DecisionForm(operations, STAGE)
    qtbot.addWidget(form)
    form.show_candidacy(candidacy)
    assert form.votes.text() == told
    form.show_candidacy(of_title(operations, "Feu vert"))
    assert form.votes.text() == ""


def test_ranking_is_adopted_with_a_reason_where_it_differs(bar: JuryActs, operations: Operations) -> None:
    """Two places exchanged without a reason are refused in the panel."""
    panel = begun(bar, JuryAct.ADOPT)
    assert isinstance(panel, AdoptionPanel)
    before = operations.records.need(AdoptedRanking, STAGE)
    first, second = list(panel.places)[5:7]
    panel.places[first].setText("7")
    panel.places[second].setText("x")
    panel.verb.click()
    assert bar.panel is panel
    panel.places[second].setText("6")
    panel.verb.click()
    assert bar.panel is panel
    assert operations.records.need(AdoptedRanking, STAGE) == before
    panel.reason.setText("Terrain déjà ouvert")
    panel.verb.click()
    assert [each.candidacy for each in operations.records.need(AdoptedRanking, STAGE).places][5:7] == [second, first]


def test_count_that_is_no_number_is_told_and_counted_as_nothing(bar: JuryActs, operations: Operations) -> None:
    """The key of ² is beside that of 1: no vote is recorded from what cannot be read, nor a ranking adopted."""
    panel = begun(bar, JuryAct.VOTE)
    assert isinstance(panel, MotionPanel)
    panel.question.setText("Fund it?")
    panel.counts["for"].setText("7")
    for typed in ("²", "l", "-1"):
        panel.counts["against"].setText(typed)
        panel.verb.click()
        assert bar.panel is panel
        assert panel.counts["against"].property("invalid") == "true"
    panel.counts["against"].setText("")
    panel.verb.click()
    assert len(operations.records.within(Vote, STAGE)) == 1
    adoption = begun(bar, JuryAct.ADOPT)
    assert isinstance(adoption, AdoptionPanel)
    next(iter(adoption.places.values())).setText("²")
    adoption.verb.click()
    assert bar.panel is adoption


def test_ranking_shown_before_a_mark_changed_is_not_adopted(bar: JuryActs, operations: Operations) -> None:
    """Nor with the reason of the former one: the places are shown again, as computed now."""
    records, clock = operations.records, operations.toolbox.clock
    places = list(places_of(standings_of(records, STAGE)))
    places[5], places[6] = replace(places[6], place=6), replace(places[5], place=7)
    bench = bench_now(records, STAGE, clock.now())
    adopt_ranking(operations.file, STAGE, places, bench, reason="Terrain déjà ouvert")
    panel = begun(bar, JuryAct.ADOPT)
    assert isinstance(panel, AdoptionPanel)
    assert panel.reason.text() == "Terrain déjà ouvert"
    first = places[0].candidacy
    for criterion in ("C1", "C2", "C3", "C4", "C5"):
        for juror in ("J1", "J2", "J3", "J4"):
            cell = Cell(first, juror, criterion)
            operations.run(partial(record_mark, operations.file, STAGE, cell, Mark(MarkState.MARKED, Fraction(5))))
    before = records.need(AdoptedRanking, STAGE)
    panel.verb.click()
    assert bar.panel is panel
    assert "have changed" in panel._problem.text()
    assert records.need(AdoptedRanking, STAGE) == before
    computed = {each.candidacy: each.place for each in places_of(standings_of(records, STAGE))}
    assert computed[first] > 1
    assert {each: int(field.text() or 0) for each, field in panel.places.items()} == {
        each: computed.get(each, 0) for each in panel.places
    }
    assert panel.reason.text() == ""
    panel.verb.click()
    assert bar.panel is None


def test_meeting_is_kept_as_one_act_and_shown_again(bar: JuryActs, operations: Operations) -> None:
    """Hours are read as typed; one that is none is told at its field and nothing is stored."""
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    before = len(operations.file.events())
    panel.lines["opened_at"].setText("25 h")
    panel.verb.click()
    assert len(operations.file.events()) == before
    assert bar.panel is panel
    panel.lines["opened_at"].setText("14 h 02")
    panel.lines["reserve_until"].setText("30/4/20")
    panel.closed_session.setChecked(True)
    panel.attendees.setPlainText("Mme Ana PEREIRA; coach; 16:05\n\nM. X")
    panel.dissents.setPlainText("M. OSEI: trop tôt")
    panel.verb.click()
    sitting = sitting_of(operations.records, STAGE)
    assert (sitting.opened_at, sitting.reserve_until) == ("2020-03-05T13:02:00+00:00", "2020-04-30")
    assert [(each.name, each.capacity, each.left_at[11:16]) for each in sitting.attendees] == [
        ("Mme Ana PEREIRA", "coach", "15:05"),
        ("M. X", "", ""),
    ]
    again = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(again, MeetingPanel)
    again.verb.click()
    assert sitting_of(operations.records, STAGE) == sitting


def test_wrong_hour_is_brought_into_sight_with_the_focus(bar: JuryActs, operations: Operations, qtbot: QtBot) -> None:
    """Kept from the end of the form: the field in the way has the focus, its remark is seen, nothing is stored."""
    with qtbot.waitActive(bar):
        bar.activateWindow()
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    before = len(operations.file.events())
    field, last = panel.lines["closed_at"], panel.lines["follow_up"]
    problem = panel.fields["closed_at"].problem
    qtbot.waitUntil(field.isVisible)
    for typed, told in {
        "99": "An hour, such as 14:22.",
        "13:00": "The meeting would close before it opens: put one of the two hours right.",
    }.items():
        field.setText(typed)
        last.setFocus()
        bring_into_sight(last)
        QTest.keyClick(last, Qt.Key.Key_Return)
        assert field.hasFocus()
        qtbot.waitUntil(lambda: not problem.visibleRegion().isEmpty())
        assert problem.text() == f"! {told}"
    assert len(operations.file.events()) == before
    field.setText("1910")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bar.panel is None
    assert sitting_of(operations.records, STAGE).closed_at == "2020-03-05T18:10:00+00:00"


def test_closing_hour_still_to_come_is_told(bar: JuryActs, operations: Operations) -> None:
    """On the very day of the stage, later than now."""
    now = operations.toolbox.clock.now().astimezone(operations.zone)
    stage = operations.records.need(Stage, STAGE)
    set_stage(operations.file, replace(stage, date=(now + timedelta(days=1)).date().isoformat()))
    set_sitting(operations.file, Sitting(STAGE))
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    panel.lines["closed_at"].setText("2110")
    panel.verb.click()
    assert bar.panel is panel
    assert "still to come" in panel.fields["closed_at"].problem.text()


def test_meeting_that_ends_after_midnight_is_kept(bar: JuryActs, operations: Operations) -> None:
    """Shown again and kept anew, its hours and those of who left stay those of the night."""
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    for name, typed in {"opened_at": "18:00", "deliberation_at": "23:40", "closed_at": "0:20"}.items():
        panel.lines[name].setText(typed)
    panel.attendees.setPlainText("M. X; coach; 0:10")
    panel.verb.click()
    assert bar.panel is None
    sitting = sitting_of(operations.records, STAGE)
    assert sitting.closed_at == "2020-03-05T23:20:00+00:00"
    assert sitting.attendees[0].left_at == "2020-03-05T23:10:00+00:00"
    again = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(again, MeetingPanel)
    again.verb.click()
    assert sitting_of(operations.records, STAGE) == sitting


def test_meeting_of_a_stage_without_a_date_keeps_its_day(bar: JuryActs, operations: Operations) -> None:
    """The form opened another day to add a word moves no hour."""
    stage = operations.records.need(Stage, STAGE)
    set_stage(operations.file, replace(stage, date=""))
    sitting = sitting_of(operations.records, STAGE)
    assert sitting.opened_at.startswith("2020-03-05")
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    panel.lines["follow_up"].setText("Lettres")
    panel.verb.click()
    assert bar.panel is None
    assert sitting_of(operations.records, STAGE) == replace(sitting, follow_up="Lettres")


def test_day_that_is_none_is_told_at_its_field(bar: JuryActs, operations: Operations) -> None:
    """Kept as typed, the reserve list would have no end."""
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    before = sitting_of(operations.records, STAGE)
    for typed in ("fin avril", "31/02/2020"):
        panel.lines["reserve_until"].setText(typed)
        panel.verb.click()
        assert bar.panel is panel
        assert "A date" in panel.fields["reserve_until"].problem.text()
    assert sitting_of(operations.records, STAGE) == before


def test_hour_of_an_attendee_is_not_dropped(bar: JuryActs, operations: Operations) -> None:
    """One that cannot be read is told, and nothing is stored until it can."""
    panel = begun(bar, JuryAct.DELIBERATE)
    assert isinstance(panel, MeetingPanel)
    panel.attendees.setPlainText("Mme Ana PEREIRA; coach; noon")
    panel.verb.click()
    assert bar.panel is panel
    panel.attendees.setPlainText("Mme Ana PEREIRA; coach; 1605")
    QTest.keyClick(panel.attendees, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.panel is None
    (attendee,) = sitting_of(operations.records, STAGE).attendees
    assert attendee.left_at[11:16] == "15:05"


def test_enter_in_the_vote_panel_records_the_vote(bar: JuryActs, operations: Operations) -> None:
    """As in the panels of the session: from the last count typed."""
    panel = begun(bar, JuryAct.VOTE)
    assert isinstance(panel, MotionPanel)
    panel.question.setText("Fund it?")
    panel.counts["for"].setText("5")
    panel.counts["against"].setText("2")
    QTest.keyClick(panel.counts["against"], Qt.Key.Key_Return)
    assert bar.panel is None
    (vote,) = operations.records.within(Vote, STAGE)
    assert vote.question == "Fund it?"


def test_proclamation_names_what_the_minutes_lack_then_closes(bar: JuryActs, operations: Operations) -> None:
    """After it only the rectification, the authority and the reserve list are left, each with its panel."""
    set_sitting(operations.file, replace(sitting_of(operations.records, STAGE), opened_at=""))
    panel = begun(bar, JuryAct.PROCLAIM)
    assert isinstance(panel, ProclamationPanel)
    assert "hour of opening" in panel.gaps.text()
    panel.verb.click()
    assert proclaimed(operations.records, STAGE) is not None
    shown = [act for act, button in bar.buttons.items() if button.isVisible()]
    assert shown == [JuryAct.PUBLISH, JuryAct.RECTIFY, JuryAct.AUTHORITY, JuryAct.RESERVE]
    reserve = begun(bar, JuryAct.RESERVE)
    assert isinstance(reserve, ReservePanel)
    assert reserve.first.text() == "Relais terrain"
    reserve.day.setText("2/4/20")
    reserve.reason.setText("Désistement")
    reserve.verb.click()
    assert len(operations.records.within(ReserveCall, STAGE)) == 1
    authority = begun(bar, JuryAct.AUTHORITY)
    assert isinstance(authority, AuthorityPanel)
    authority.candidacy.setCurrentIndex(authority.candidacy.findText("Feu vert"))
    authority.category.setCurrentIndex(authority.category.findData(OutcomeCategory.STOPPED.value))
    authority.reason.setText("Budget")
    authority.verb.click()
    assert len(operations.records.within(AuthorityDecision, STAGE)) == 1
    rectify = begun(bar, JuryAct.RECTIFY)
    assert isinstance(rectify, RectificationPanel)
    rectify.verb.click()
    assert bar.panel is rectify
    rectify.reason.setText("Nom mal recopié")
    rectify.verb.click()
    assert bar.buttons[JuryAct.PROCLAIM].isVisible()


def test_reserve_that_is_shown_is_the_one_called(bar: JuryActs, operations: Operations) -> None:
    """Called meanwhile by another way, the one behind it is not called in its place under its name."""
    proclaim(operations.file, STAGE, bench_now(operations.records, STAGE, operations.toolbox.clock.now()), author="X")
    bar.refresh()
    panel = begun(bar, JuryAct.RESERVE)
    assert isinstance(panel, ReservePanel)
    first, gone = of_title(operations, "Relais terrain"), of_title(operations, "Feu vert")
    call_reserve(operations.file, ReserveCall(STAGE, first, gone, "2020-04-02", "Désistement"))
    panel.in_place_of.setCurrentIndex(panel.in_place_of.findText("Mon quai"))
    panel.day.setText("3/4/20")
    panel.reason.setText("Désistement")
    panel.verb.click()
    assert bar.panel is panel
    assert [each.candidacy for each in operations.records.within(ReserveCall, STAGE)] == [first]


def test_undecided_projects_take_over_what_the_ranking_proposes(bar: JuryActs, operations: Operations) -> None:
    """One act; a decision already taken is left alone."""
    passages = [entry.candidacy for entry in entries(operations.records, STAGE)]
    kept = of_title(operations, "Feu vert")
    set_outcomes(operations.file, STAGE, dict.fromkeys([each for each in passages if each != kept]))
    panel = begun(bar, JuryAct.DECIDE)
    assert isinstance(panel, DecisionsPanel)
    panel.verb.click()
    outcomes = {entry.candidacy: entry.outcome for entry in entries(operations.records, STAGE)}
    assert None not in outcomes.values()
    categories = [outcome.category for outcome in outcomes.values() if outcome]
    assert categories.count(OutcomeCategory.SELECTED) == 6
    assert outcomes[kept] is not None
    assert outcomes[kept].label == "Retenu"  # type: ignore[union-attr]


def test_escape_leaves_a_panel_and_stores_nothing(bar: JuryActs, operations: Operations) -> None:
    """Escape is a way back."""
    before = len(operations.file.events())
    panel = begun(bar, JuryAct.ADOPT)
    assert isinstance(panel, AdoptionPanel)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert bar.panel is None
    assert len(operations.file.events()) == before


def test_reasons_are_kept_when_their_field_is_left(operations: Operations, qtbot: QtBot) -> None:
    """As a line is: a crash a moment later loses none of them."""
    form = DecisionForm(operations, STAGE)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    first = of_title(operations, "Feu vert")
    form.show_candidacy(first)
    form.motivation.setPlainText("Terrain connu.")
    form.motivation.setFocus()
    QTest.keyClick(form.motivation, Qt.Key.Key_Tab)
    outcome = operations.records.need(Entry, STAGE, first).outcome
    assert outcome is not None
    assert outcome.motivation == "Terrain connu."


def test_decision_is_kept_field_by_field(operations: Operations, qtbot: QtBot) -> None:
    """A field left is kept; choosing another project keeps the reasons typed; a proclaimed stage can only be read."""
    form = DecisionForm(operations, STAGE)
    qtbot.addWidget(form)
    first, second = of_title(operations, "Feu vert"), of_title(operations, "Fil vert")
    form.show_candidacy(first)
    form.lines["next_date"].setText("7/7/20")
    form.lines["next_date"].editingFinished.emit()
    form.add.click()
    form.indicators[0]["name"].setText("Dossiers complets")
    form.indicators[0]["target"].setText("90 %")
    form.motivation.setPlainText("Terrain connu.")
    form.show_candidacy(second)
    outcome = operations.records.need(Entry, STAGE, first).outcome
    assert outcome is not None
    assert (outcome.next_date, outcome.motivation) == ("2020-07-07", "Terrain connu.")
    assert [(each.name, each.target) for each in outcome.indicators] == [("Dossiers complets", "90 %")]
    before = len(operations.file.events())
    form.keep()
    form.show_candidacy(first)
    assert form.indicators[0]["name"].text() == "Dossiers complets"
    assert len(operations.file.events()) == before
    assert "quorum 4 · Mme Hélène VASSEUR presides" in form.taken.text()
    told: list[str] = []
    operations.messages.error_told.connect(told.append)
    for juror in ("J1", "J2", "J3", "J4"):
        set_member(operations.file, replace(operations.records.need(Member, STAGE, juror), presence=Presence.ABSENT))
    form.lines["label"].setText("Retenu sous réserve")
    form.lines["label"].editingFinished.emit()
    assert "quorum" in told[0].lower()
    kept = operations.records.need(Entry, STAGE, first).outcome
    assert kept is not None
    assert kept.label == "Retenu"


def test_line_of_an_indicator_without_a_name_stays_with_its_project(operations: Operations, qtbot: QtBot) -> None:
    """Two projects without indicators: what is typed about the one is never found, and kept, under the other."""
    form = DecisionForm(operations, STAGE)
    qtbot.addWidget(form)
    first, second = of_title(operations, "Relais terrain"), of_title(operations, "Clé en main")
    form.show_candidacy(first)
    form.add.click()
    form.indicators[0]["baseline"].setText("12")
    form.show_candidacy(second)
    assert form.indicators == []
    form.add.click()
    form.indicators[0]["name"].setText("Visites")
    form.keep()
    outcome = operations.records.need(Entry, STAGE, second).outcome
    assert outcome is not None
    assert [(each.name, each.baseline) for each in outcome.indicators] == [("Visites", "")]


def test_nothing_is_written_before_there_is_a_decision_to_keep_it_with(operations: Operations, qtbot: QtBot) -> None:
    """Reasons of no decision would be gone with the next project: the fields wait for it, and say so."""
    candidacy = of_title(operations, "Relais terrain")
    set_outcomes(operations.file, STAGE, {candidacy: None})
    form = DecisionForm(operations, STAGE)
    qtbot.addWidget(form)
    form.show()
    form.show_candidacy(candidacy)
    written = (*form.lines.values(), form.motivation, form.add)
    assert not any(field.isEnabled() for field in written)
    assert form.unchosen.isVisible()
    form.category.setCurrentIndex(form.category.findData(OutcomeCategory.RESERVE.value))
    form.category.activated.emit(form.category.currentIndex())
    assert all(field.isEnabled() for field in written)
    assert not form.unchosen.isVisible()
    set_outcomes(operations.file, STAGE, {candidacy: None})
    for juror in ("J1", "J2", "J3", "J4"):
        set_member(operations.file, replace(operations.records.need(Member, STAGE, juror), presence=Presence.ABSENT))
    form.show_candidacy(candidacy)
    form.category.setCurrentIndex(form.category.findData(OutcomeCategory.SELECTED.value))
    form.category.activated.emit(form.category.currentIndex())
    assert form.category.currentData() == ""
    assert not form.motivation.isEnabled()
    form.show_candidacy(of_title(operations, "Feu vert"))
    form.category.setCurrentIndex(form.category.findData(OutcomeCategory.STOPPED.value))
    form.category.activated.emit(form.category.currentIndex())
    assert form.category.currentData() == OutcomeCategory.SELECTED.value


@pytest.fixture
def page(operations: Operations, qtbot: QtBot) -> DeliberatePage:
    """The whole tab, on the screen."""
    made = DeliberatePage(operations, STAGE)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def test_forms_follow_the_chosen_project(page: DeliberatePage, operations: Operations) -> None:
    """The decision and the questions are those of the row chosen; what was typed about the former one is kept."""
    page.side.show_leaf(DECISION)
    assert page.side.decision is not None
    assert page.side.decision.title.text() == "Feu vert"
    page.side.decision.lines["carrier"].setText("Région")
    page.view.choose(page.model.row_of(of_title(operations, "Fil vert")))
    assert page.side.decision.title.text() == "Fil vert"
    outcome = operations.records.need(Entry, STAGE, of_title(operations, "Feu vert")).outcome
    assert outcome is not None
    assert outcome.carrier == "Région"
    page.side.show_leaf(QUESTIONS)
    assert page.side.questions is not None
    page.side.questions.new.setText("Combien d’usagers ?")
    page.side.questions.put.click()
    page.side.questions.answers[1].setText("Quarante.")
    page.side.show_leaf(WHY)
    question = operations.records.need(Question, STAGE, of_title(operations, "Fil vert"), "1")
    assert question.answer == "Quarante."


def test_page_says_where_the_three_rankings_differ(page: DeliberatePage, operations: Operations) -> None:
    """Adopted as computed; then with two places exchanged, both named; then outdated by a mark."""
    assert "adopted as computed" in page.rankings.text()
    places = list(operations.records.need(AdoptedRanking, STAGE).places)
    first, second = places[5].candidacy, places[6].candidacy
    exchanged = [*places[:5], Placed(second, 6), Placed(first, 7), *places[7:]]
    bench = bench_now(operations.records, STAGE, operations.toolbox.clock.now())
    operations.run(lambda: adopt_ranking(operations.file, STAGE, exchanged, bench, reason="Terrain"))
    assert "Relais terrain: 6 instead of 7" in page.rankings.text()
    cell = Cell(first, "J1", "C1")
    operations.run(lambda: record_mark(operations.file, STAGE, cell, Mark(MarkState.MARKED, Fraction(1))))
    assert "to be adopted again" in page.rankings.text()


def test_ranking_is_published_one_place_at_a_time_from_the_last(bar: JuryActs, operations: Operations) -> None:
    """Each press shows one place more, never a mark; equals come together; leaving the act takes nothing back."""
    told: list[tuple[str, tuple[str, ...]]] = []
    bar.published.connect(lambda heading, lines: told.append((heading, lines)))
    panel = begun(bar, JuryAct.PUBLISH)
    assert isinstance(panel, PublicationPanel)
    assert told == [("", ())]
    before = len(operations.file.events())
    panel.verb.click()
    panel.verb.click()
    assert told[-1][1] == ("7   Relais terrain", "8   Clé en main")
    assert bar.panel is panel
    for _ in range(6):
        panel.verb.click()
    first, *_ = told[-1][1]
    assert first == "1   Feu vert"
    assert not panel.verb.isEnabled()
    assert not any("," in line or "." in line for _, lines in told for line in lines)
    panel.clear.click()
    assert told[-1] == ("", ())
    assert len(operations.file.events()) == before


def test_equals_are_published_together(operations: Operations) -> None:
    """Two at the sixth place are one step of two lines."""
    tie(operations)
    bench = bench_now(operations.records, STAGE, operations.toolbox.clock.now())
    adopt_ranking(operations.file, STAGE, places_of(standings_of(operations.records, STAGE)), bench)
    assert next_count(operations.records, STAGE, 1) == 3
    assert [line[0] for line in published_lines(operations.records, STAGE, 3)] == ["6", "6", "8"]


def test_question_being_typed_is_put_to_the_project_that_is_left(page: DeliberatePage, operations: Operations) -> None:
    """Once, and never to the one chosen next."""
    page.side.show_leaf(QUESTIONS)
    form = page.side.questions
    assert form is not None
    first, second = of_title(operations, "Guichet clair"), of_title(operations, "Mon quai")
    page._choose(first)
    before = len(operations.records.within(Question, STAGE))
    form.new.setText("Combien d’usagers ?")
    page._choose(second)
    assert form.new.text() == ""
    assert [each.text for each in operations.records.within(Question, STAGE, first)][-1] == "Combien d’usagers ?"
    assert not any("usagers ?" in each.text for each in operations.records.within(Question, STAGE, second))
    assert len(operations.records.within(Question, STAGE)) == before + 1
    assert form.title.text() == "Mon quai"


def test_arrows_look_through_the_decisions_and_record_one(page: DeliberatePage, operations: Operations) -> None:
    """Going from selected down to not selected passes over the reserve: only what is left or confirmed is decided."""
    page.side.show_leaf(DECISION)
    form = page.side.decision
    assert form is not None
    candidacy = of_title(operations, "Guichet clair")
    page._choose(candidacy)
    before = len(operations.file.events())
    form.category.setFocus()
    for _ in range(2):
        QTest.keyClick(form.category, Qt.Key.Key_Down)
    assert len(operations.file.events()) == before
    QTest.keyClick(form.category, Qt.Key.Key_Return)
    assert len(operations.file.events()) == before + 1
    outcome = operations.records.need(Entry, STAGE, candidacy).outcome
    assert outcome is not None
    assert outcome.category is OutcomeCategory.NOT_SELECTED
    QTest.keyClick(form.category, Qt.Key.Key_Up)
    page._choose(of_title(operations, "Mon quai"))
    kept = operations.records.need(Entry, STAGE, candidacy).outcome
    assert kept is not None
    assert kept.category is OutcomeCategory.RESERVE
    assert form.category.currentData() == OutcomeCategory.SELECTED.value


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel one step over a widget, which need not have the focus."""
    at = QPointF(widget.rect().center())
    down = QPoint(0, -120)
    away, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(at, widget.mapToGlobal(at), down, down, none, Qt.KeyboardModifier.NoModifier, away, False)
    QApplication.sendEvent(widget, event)


def test_wheel_passes_over_a_decision(page: DeliberatePage, operations: Operations) -> None:
    """Whoever scrolls the form does not decide otherwise on the project; nor does the view of the page turn."""
    page.side.show_leaf(DECISION)
    assert page.side.decision is not None
    before = len(operations.file.events())
    page._choose(of_title(operations, "Guichet clair"))
    turn_wheel(page.side.decision.category)
    assert page.side.decision.category.currentData() == OutcomeCategory.SELECTED.value
    page.show_view_of(("J5",))
    turn_wheel(page.view_choice)
    assert page.hidden
    assert len(operations.file.events()) == before


def test_no_list_of_the_deliberation_follows_the_wheel(bar: JuryActs) -> None:
    """Neither a casting vote nor the project that a reserve replaces."""
    for act in (JuryAct.VOTE, JuryAct.ADOPT, JuryAct.DELIBERATE):
        panel = begun(bar, act)
        assert isinstance(panel, ActPanel)
        boxes = panel.findChildren(QComboBox)
        assert boxes
        for box in boxes:
            shown = box.currentIndex()
            turn_wheel(box)
            assert box.currentIndex() == shown
