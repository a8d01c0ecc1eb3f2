"""What the page of a session shows and asks, state by state."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from tests.ui.session.conftest import Heard
from tests.ui.session.sitting import STAGE, make_sitting

from jury_desk.domain.decision import Question
from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.pitch_events import TimingKind
from jury_desk.domain.pitch_state import PassageStatus, PhaseStatus, SessionStatus
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.decisions import put_question
from jury_desk.services.pitch_conditions import unmet_conditions
from jury_desk.services.pitches import PitchSession
from jury_desk.services.preparation import set_entries
from jury_desk.services.running_order import orders
from jury_desk.ui.models.running_order import MIME, OrderState
from jury_desk.ui.pages.session import SessionPage
from jury_desk.ui.pages.session.other_panels import DrawPanel, MessagePanel, PlacePanel, ReasonPanel
from jury_desk.ui.pages.session.passage_panel import PassageAct, PassagePanel, possible_acts
from jury_desk.ui.pages.session.put_questions import PutQuestionsPanel
from jury_desk.ui.pages.session.time_panels import EarlierPanel, GrantPanel, InterruptionPanel
from jury_desk.ui.room.view import RoomState
from jury_desk.ui.widgets.empty_view import EmptyView
from jury_desk.ui.widgets.inline_panel import InlinePanel
from jury_desk.ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.ui.session.conftest import Desk, DeskMaker


Key = Qt.Key
Panel = TypeVar("Panel", bound=InlinePanel)


def asked(desk: Desk, kind: type[Panel]) -> Panel:
    """The open panel, which is of that kind."""
    panel = desk.page.host.panel
    assert isinstance(panel, kind), panel
    return panel


def talking(desk: Desk, seconds: float = 60) -> None:
    """The first candidate has been speaking for so long."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space)
    desk.run(seconds)


# Before the session


def test_gate_says_in_words_what_is_not_ready(make_desk: DeskMaker) -> None:
    """Each condition with its sign; the reason field is there because these may be overridden."""
    desk = make_desk(order="drawn", declared=False)
    texts = [each.text() for each in desk.page.gate.findChildren(QAbstractButton)]
    unmet = unmet_conditions(desk.session.records, STAGE, desk.state.format, room_screen=False)
    words = [desk.page.gate.words(each) for each in unmet]
    assert words[0] == "The running order has not been drawn by lot: draw it at the right"
    assert words[1].startswith("7 juror")
    assert f"{words[1]} ›" in texts
    assert desk.page.gate.reason.isVisible()
    desk.press(Key.Key_F8)
    assert desk.stands() is SessionStatus.PREPARED
    assert "drawn by lot" in desk.errors[-1] or "draw" in desk.errors[-1]
    desk.page.gate.reason.line.setText("second notice of meeting")
    desk.press(Key.Key_F8)
    assert desk.stands() is SessionStatus.LIVE
    assert desk.session.events[0].reason == "second notice of meeting"


def test_gate_leads_to_where_a_condition_is_put_right(make_desk: DeskMaker, qtbot: QtBot) -> None:
    """The declarations are under Prepare."""
    desk = make_desk(declared=False)
    button = next(each for each in desk.page.gate.findChildren(QAbstractButton) if "declaration" in each.text())
    with qtbot.waitSignal(desk.page.page_requested) as went:
        button.click()
    assert went.args == ["prepare#jury"]


def test_sound_can_be_tried_before(desk: Desk) -> None:
    """« Try the sound » plays it; when nothing can, a note says so and nothing else happens."""
    desk.page.gate.try_sound.click()
    assert (desk.heard.played, desk.notes) == (1, [])
    desk.heard.sound_works = False
    desk.page.gate.try_sound.click()
    assert desk.notes == ["The sound could not be played; the clock goes on."]


def test_draw_has_its_witness_and_can_be_repeated(make_desk: DeskMaker) -> None:
    """The order changes; drawing again asks why."""
    desk = make_desk(order="drawn")
    desk.page.draw.click()
    panel = asked(desk, DrawPanel)
    desk.type("Mme Werbrouck")
    desk.press(Key.Key_Return)
    (drawn,) = orders(desk.session.records, STAGE)
    assert (drawn.witness, drawn.seed, drawn.can_be_repeated) == ("Mme Werbrouck", panel.seed.text(), True)
    assert tuple(row.candidacy for row in desk.page.order.rows if row.candidacy) == drawn.order
    desk.page.draw.click()
    desk.type("Mme Werbrouck")
    desk.press(Key.Key_Return)
    assert desk.errors
    assert len(orders(desk.session.records, STAGE)) == 1
    again = asked(desk, DrawPanel)
    again.reason.line.setText("a candidate was missing")
    again.act.click()
    assert orders(desk.session.records, STAGE)[-1].reason == "a candidate was missing"


def test_page_without_passages_leads_on(qtbot: QtBot, make_desk: DeskMaker) -> None:
    """A sentence, and the button to the order of passage."""
    desk = make_desk()
    page = SessionPage(desk.console, "final")
    qtbot.addWidget(page)
    page.refresh()
    view = page._views.currentWidget()
    assert isinstance(view, EmptyView)
    assert view.button is not None
    with qtbot.waitSignal(page.page_requested) as went:
        view.button.click()
    assert went.args == ["prepare#order"]


# Times


def test_grant_says_what_the_others_had_and_offers_them_the_same(desk: Desk) -> None:
    """One minute to the second candidate, and, with a tick, one event for each of the seven to come."""
    talking(desk, 303)
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(300)
    desk.press(Key.Key_F8, Key.Key_F8, Key.Key_F8, Key.Key_F8, Key.Key_Space)
    desk.press(Key.Key_F6)
    panel = asked(desk, GrantPanel)
    assert panel.fairness.text() == "The candidate before was given no more time. Median spoken 5:04."
    assert "Relais terrain" in panel.heard.text()
    assert panel.beyond.isVisible()
    desk.press(Key.Key_Return)
    assert desk.errors
    assert desk.page.host.panel is panel
    desk.type("question of the jury")
    panel.for_all.setChecked(True)
    desk.press(Key.Key_Return)
    assert desk.page.host.panel is None
    grants = {event.candidacy: event.details.ms for event in desk.session.events if event.kind is TimingKind.GRANTED}
    assert grants == dict.fromkeys((f"P{number}" for number in range(2, 10)), 60_000)
    assert desk.page.clock.view.given == "of 5:00 +1:00"


@pytest.mark.parametrize(
    ("typed", "given"), [("1:40", 100_000), ("-0:30", -30_000), ("2", 120_000), ("40 s", 40_000), ("+1:00", 60_000)]
)
def test_time_is_typed_as_people_write_it(desk: Desk, typed: str, given: int) -> None:
    """Minutes and seconds, minutes alone, seconds with their s, with a sign or none."""
    talking(desk)
    desk.press(Key.Key_F6)
    panel = asked(desk, GrantPanel)
    panel.time.line.setText(typed)
    desk.type("because")
    desk.press(Key.Key_Return)
    assert desk.clock.granted == given


@pytest.mark.parametrize("typed", ["", "soon", "1:75", "1:5", "::"])
def test_time_that_is_none_is_said_under_its_field(desk: Desk, typed: str) -> None:
    """Nothing happens, and the panel stays."""
    talking(desk)
    desk.press(Key.Key_F6)
    panel = asked(desk, GrantPanel)
    panel.time.line.setText(typed)
    desk.type("because")
    desk.press(Key.Key_Return)
    assert panel.time.problem.text() == "! Minutes and seconds, such as 1:40"
    assert desk.clock.granted == 0


def test_start_is_put_back_within_the_idle_time(desk: Desk) -> None:
    """Begun 20 s ago, as nothing was under way for longer; more than that is refused in words."""
    desk.open()
    desk.call()
    desk.run(44)
    desk.press(Key.Key_F12)
    panel = asked(desk, EarlierPanel)
    assert panel.limit.text() == "At most 0:46: nothing was under way since."
    panel.time.line.setText("0:50")
    desk.press(Key.Key_Return, wait=0)
    assert desk.errors
    panel.time.line.setText("0:20")
    desk.press(Key.Key_Return, wait=0)
    assert desk.left == 280_000
    assert desk.page.clock.view.state == "begun 0:20 before the key was pressed"


def test_long_incident_offers_to_hear_again(desk: Desk) -> None:
    """Half of the talk lost: the offer, its reason from the incident's cause, and a second attempt."""
    talking(desk, 60)
    desk.press(Key.Key_F9)
    desk.type("projector")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Space, wait=149)
    panel = asked(desk, ReasonPanel)
    desk.type("projector failed")
    desk.press(Key.Key_Return)
    assert [each.status for each in desk.state.attempts["P1"]] == [PassageStatus.ABORTED, PassageStatus.PLANNED]
    assert desk.page.acts.next.text() == "Call “Relais terrain”"
    del panel


def test_short_incident_offers_nothing(desk: Desk) -> None:
    """A pause costs nothing: there is nothing to make good."""
    talking(desk, 60)
    desk.press(Key.Key_F9)
    desk.press(Key.Key_Escape, Key.Key_Space, wait=20)
    assert desk.page.host.panel is None
    assert desk.status() is PhaseStatus.RUNNING


# Interruptions


def test_sleep_asks_whether_it_counts(desk: Desk) -> None:
    """The banner with its hours; the default counts nothing, and leaves the clock paused."""
    talking(desk, 60)
    desk.clocks.sleep(192)
    desk.console.tick()
    panel = asked(desk, InterruptionPanel)
    assert "3 min 12 s" in panel.title.text()
    assert panel.title.text().endswith("Was the candidate speaking?")
    assert desk.console.room.view.state is RoomState.INTERRUPTED
    assert any("interrupted" in each for each in desk.heard.urgent)
    desk.press(Key.Key_Escape, Key.Key_Space, Key.Key_F8, Key.Key_F6)
    assert desk.page.host.panel is panel
    panel.act.click()
    assert (desk.status(), desk.left) == (PhaseStatus.PAUSED, 240_000)
    assert not desk.page.host.isVisible()


@pytest.mark.parametrize(("answer", "typed", "counted"), [("yes", "", 192_000), ("other", "1:00", 60_000)])
def test_interruption_counts_what_the_chair_says(desk: Desk, answer: str, typed: str, counted: int) -> None:
    """All of it or a part, with a reason, and how the phase goes on."""
    talking(desk, 60)
    desk.clocks.sleep(192)
    desk.console.tick()
    panel = asked(desk, InterruptionPanel)
    getattr(panel, answer).setChecked(True)
    if typed:
        panel.time.line.setText(typed)
    panel.act.click()
    assert desk.errors
    panel.reason.line.setText("he went on speaking")
    panel.then.setCurrentIndex(1)
    panel.act.click()
    assert (desk.status(), desk.left) == (PhaseStatus.RUNNING, 240_000 - counted)


def test_reopened_file_asks_about_the_time_between(make_desk: DeskMaker, tmp_path: Path) -> None:
    """The program was stopped during a talk: the next one finds the interruption, and the second of the clock."""
    sitting = make_sitting(tmp_path)
    first = make_desk(sitting)
    talking(first, 61)
    first.console.release()
    sitting.clocks.restart(35)
    second = make_desk(sitting)
    panel = asked(second, InterruptionPanel)
    assert "0 min 35 s" in panel.title.text()
    panel.act.click()
    assert second.left == 239_000


# The running order


def test_running_order_moves_at_once_before_it_is_fixed(desk: Desk) -> None:
    """Alt+Down, and a drop, need no reason yet."""
    desk.page.order_view.choose(1)
    assert desk.page.order.rows[1].title == "Relais terrain"
    desk.page.order_view.step_wished.emit(1, 1)
    assert [row.title for row in desk.page.order.rows[1:3]] == ["Feu vert", "Relais terrain"]
    model = desk.page.order
    data = model.mimeData([model.index(model.row_of("P9"))])
    assert data.hasFormat(MIME)
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, model.index(-1))
    assert desk.session.order[0] == "P9"


def test_running_order_moves_with_a_reason_once_it_is_fixed(desk: Desk) -> None:
    """A derogation; the passage called keeps its place, and a typed place is checked."""
    desk.open()
    desk.call()
    line = desk.page.order.row_of("P4")
    desk.page.order_view.choose(line)
    desk.page.order_view.setFocus()
    desk.press(Key.Key_Return)
    panel = asked(desk, PlacePanel)
    panel.line.setText("12")
    panel.act.click()
    assert panel.field.problem.text() == "! A number from 1 to 9"
    panel.line.setText("2")
    panel.act.click()
    assert desk.errors
    panel.reason.line.setText("train at 16:00")
    panel.act.click()
    assert desk.session.order[:2] == ["P1", "P4"]
    assert orders(desk.session.records, STAGE)[-1].reason == "train at 16:00"
    assert not desk.page.order.rows[desk.page.order.row_of("P1")].movable


def test_absent_and_deferred_keep_their_line(desk: Desk) -> None:
    """An absence has its sign; who is put off comes after the others."""
    desk.open()
    for candidacy, act, reason in (("P2", PassageAct.ABSENT, ""), ("P3", PassageAct.DEFER, "train late")):
        desk.page.ask.passage(candidacy)
        panel = asked(desk, PassagePanel)
        panel.choose(act)
        panel.reason.line.setText(reason)
        panel.act.click()
    assert desk.errors == []
    rows = {row.candidacy: row for row in desk.page.order.rows}
    assert (rows["P2"].state, rows["P3"].state) == (OrderState.ABSENT, OrderState.DEFERRED)
    titles = [row.title for row in desk.page.order.rows]
    assert titles.index("Mon quai") > titles.index("Clé en main")
    assert desk.page.acts.next.text() == "Call “Relais terrain”"


def test_acts_offered_follow_the_passage(desk: Desk) -> None:
    """To come, under way, heard: each has its own."""
    desk.open()
    assert PassageAct.CALL in possible_acts(desk.state, "P5")
    desk.call()
    assert PassageAct.CALL not in possible_acts(desk.state, "P5")
    desk.press(Key.Key_Space)
    assert possible_acts(desk.state, "P1") == [PassageAct.CUT, PassageAct.REHEAR, PassageAct.ABORT]
    desk.press(Key.Key_F8, Key.Key_Space, Key.Key_F8)
    assert PassageAct.CORRECT in possible_acts(desk.state, "P1")


def test_correction_replaces_a_time_with_its_reason(desk: Desk) -> None:
    """The time measured is proposed; both stay."""
    talking(desk, 100)
    desk.press(Key.Key_F8, Key.Key_Space, Key.Key_F8)
    desk.page.ask.passage("P1")
    panel = asked(desk, PassagePanel)
    panel.choose(PassageAct.CORRECT)
    assert panel.time.line.text() == "1:41"
    panel.time.line.setText("2:00")
    panel.reason.line.setText("the key was pressed late")
    panel.act.click()
    clock = desk.state.phases_of(desk.state.passage("P1"))[0]
    assert (clock.spoken, clock.corrections[0].former_ms) == (120_000, 101_000)


def test_closing_early_and_reopening_take_a_reason(desk: Desk) -> None:
    """Nine passages left: closing says so and asks why; a closed session is opened again for a reason."""
    desk.open()
    desk.page.ask.close()
    panel = asked(desk, ReasonPanel)
    panel.act.click()
    assert desk.errors
    panel.reason.line.setText("fire alarm")
    panel.act.click()
    assert desk.stands() is SessionStatus.CLOSED
    assert desk.page.clock.view.project == "The session is closed"
    assert desk.page.clock.view.figures == "14:00–14:00"
    assert desk.page.clock.view.sums == "0 of 9 heard"
    assert [each.text() for each in desk.page.acts.buttons() if each.isVisible()] == ["Open the session again…"]
    assert desk.console.room.view.remaining_ms is None
    assert desk.heard.held == 0
    desk.press(Key.Key_F8)
    desk.type("the alarm was a drill")
    desk.press(Key.Key_Return)
    assert desk.stands() is SessionStatus.LIVE
    assert desk.heard.held == 1


def test_attempt_that_counts_is_the_chairs_word(desk: Desk) -> None:
    """Two attempts, both kept; the first is made the one that counts."""
    talking(desk)
    desk.console.act(lambda session: session.abort("projector", rehear=True))
    desk.press(Key.Key_F8, Key.Key_Space, Key.Key_F8, Key.Key_Space, Key.Key_F8)
    desk.page.ask.passage("P1")
    panel = asked(desk, PassagePanel)
    panel.choose(PassageAct.COUNT)
    assert [panel.which.itemText(at) for at in range(panel.which.count())] == ["attempt 1", "attempt 2"]
    panel.reason.line.setText("the second was cut short")
    panel.act.click()
    assert desk.errors == []
    assert desk.state.counting("P1").attempt == 1


# Who is there, and the marks


def test_foot_says_who_is_there_and_what_is_marked(desk: Desk) -> None:
    """Presence and quorum, who is recused later, the marks given."""
    assert desk.page.foot.presence.text() == "P  Present 7/7 · quorum 4 · J5 out of passage 6"
    talking(desk)
    assert desk.page.foot.marks.text() == "M  Marks of this passage 0/35 ▸"


def test_marks_are_typed_while_the_clock_runs(desk: Desk) -> None:
    """M slides the grid of the passage up; digits are marks, Space is the clock, and the next call shows the next."""
    talking(desk)
    desk.press(Key.Key_M)
    assert desk.page.clock.isVisible()
    clock, marks = (each.geometry() for each in (desk.page.clock, desk.page.marks))
    assert not clock.intersects(marks)
    for digit in "87":
        desk.type(digit)
        desk.press(Key.Key_Tab)
    given = [each.mark.value for each in desk.session.records.within(RecordedMark, STAGE, "P1", "J1")]
    assert given == [8, 7]
    assert desk.page.foot.marks.text() == "M  Marks of this passage 2/35 ▾"
    desk.press(Key.Key_Space)
    assert desk.status() is PhaseStatus.PAUSED
    desk.press(Key.Key_Space, Key.Key_F8, Key.Key_Space, Key.Key_F8, Key.Key_Space, Key.Key_F8, Key.Key_F8)
    grid = desk.page.marks.grid
    assert grid is not None
    assert grid.heading.title.text() == "Feu vert"
    desk.press(Key.Key_Escape)
    assert not desk.page.marks.isVisible()
    assert desk.page.order_view.hasFocus()


def test_mark_still_in_its_editor_is_kept_when_the_drawer_closes(desk: Desk) -> None:
    """M in the middle of a mark: it is recorded."""
    talking(desk)
    desk.press(Key.Key_M)
    desk.type("9")
    desk.page.marks.put_away()
    assert [each.mark.value for each in desk.session.records.within(RecordedMark, STAGE, "P1", "J1")] == [9]


def test_undo_passes_from_a_mark_to_the_clock(desk: Desk) -> None:
    """A mark typed after a start is what comes back first."""
    talking(desk)
    desk.press(Key.Key_M)
    desk.type("9")
    desk.press(Key.Key_Tab)
    assert desk.console.next_undone() is None
    desk.console.operations.undo()
    event = desk.console.next_undone()
    assert event is not None
    assert event.kind is TimingKind.STARTED


@pytest.mark.parametrize(("awake", "words"), [(True, "Sleep blocked ✓"), (False, "Sleep not blocked ✗ not available")])
def test_foot_says_whether_the_computer_stays_awake(make_desk: DeskMaker, awake: bool, words: str) -> None:
    """And the journal has a note when it may not."""
    desk = make_desk(heard=Heard(awake=awake))
    assert desk.page.foot.awake.text() == ""
    desk.press(Key.Key_F8)
    assert desk.page.foot.awake.text() == words
    noted = [event for event in desk.session.events if event.kind is TimingKind.SLEEP_NOT_BLOCKED]
    assert len(noted) == (0 if awake else 1)


# The room


def test_room_sees_names_times_and_messages(desk: Desk) -> None:
    """The message takes the place of the names, black is black, and both are noted without touching the clock."""
    talking(desk)
    before = desk.left
    assert desk.page.room.face.view.project == "Relais terrain"
    desk.press(Key.Key_F10, wait=0)
    panel = asked(desk, MessagePanel)
    desk.type("Back in a minute")
    desk.press(Key.Key_Return, wait=0)
    assert desk.page.room.face.view.message == "Back in a minute"
    desk.press(Key.Key_F4, wait=0)
    assert desk.page.room.face.view.blackout
    desk.press(Key.Key_F4, Key.Key_F10, wait=0)
    assert (desk.page.room.face.view.blackout, desk.page.room.face.view.message) == (False, "")
    assert desk.left == before
    kinds = [event.kind for event in desk.session.events]
    assert (kinds.count(TimingKind.MESSAGE_SHOWN), kinds.count(TimingKind.BLACKOUT)) == (2, 2)
    del panel


def test_room_window_opens_and_closes_with_its_key(desk: Desk) -> None:
    """With one screen it is small; the page says so, and undo passes over what is only noted."""
    talking(desk)
    desk.press(Key.Key_F5)
    keeper = desk.console.room._keeper
    assert keeper is not None
    assert keeper.window.isVisible()
    assert desk.page.room.where.text() == "one screen only: a small window"
    assert keeper.window.face.view == desk.page.room.face.view
    desk.press(Key.Key_F5)
    assert not keeper.window.isVisible()
    assert desk.session.next_undone().kind is TimingKind.STARTED


def test_what_cannot_be_pressed_says_why(desk: Desk) -> None:
    """Nothing to start yet, a desk that is locked, an interruption to decide about."""
    desk.press(Key.Key_F8, Key.Key_F8, Key.Key_F8)
    acts = desk.page.acts
    assert not acts.toggle.isEnabled()
    assert "F8 goes on" in acts.toggle.accessibleDescription()
    desk.press(Key.Key_F8, Key.Key_Space)
    assert acts.toggle.accessibleDescription() == "Space"
    desk.press(Key.Key_L)
    assert not acts.next.isEnabled()
    assert acts.next.toolTip() == "The desk is locked: L unlocks it. (F8)"
    desk.press(Key.Key_L)
    desk.clocks.sleep(60)
    desk.console.tick()
    assert desk.status() is PhaseStatus.INTERRUPTED
    assert "interruption first" in acts.toggle.toolTip()
    assert "interruption first" in acts.next.toolTip()


# Faults


def test_write_that_fails_never_stops_the_clock(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as long as it lasts, the clock goes on in memory, and what happened is written when it can be."""
    talking(desk)
    stored = PitchSession._store
    faults: list[object] = []
    desk.console.unsaved_changed.connect(faults.append)

    def refuse(*_arguments: object) -> None:
        raise FileNotWritable("stick", "gone")

    monkeypatch.setattr(PitchSession, "_store", refuse)
    desk.press(Key.Key_Space)
    desk.run(5)
    assert desk.status() is PhaseStatus.PAUSED
    assert [isinstance(each, FileNotWritable) for each in faults] == [True]
    assert desk.heard.urgent[-1] == "What happens cannot be saved; the clock goes on."
    assert desk.page.clock.view.state == "paused for 0:05"
    monkeypatch.setattr(PitchSession, "_store", stored)
    desk.run(2)
    assert desk.session.unsaved is None
    assert faults[1:] == [None]
    assert desk.notes[-1] == "Everything is saved again."


@pytest.mark.parametrize(("late", "played"), [(0.9, 1), (1.2, 0)])
def test_cue_that_would_come_late_is_dropped(make_desk: DeskMaker, late: float, played: int) -> None:
    """More than a second after its threshold it would mark another instant."""
    desk = make_desk(timing={"sound": True})
    talking(desk, 200)
    desk.run(39)
    desk.run(1 + late)
    assert (desk.heard.played, desk.heard.said[-1]) == (played, "One minute left")


def test_sound_that_cannot_be_played_is_a_note(make_desk: DeskMaker) -> None:
    """The clock goes on, and what the sound would have said is said and shown all the same."""
    desk = make_desk(heard=Heard(sound_works=False), timing={"sound": True})
    talking(desk, 240)
    assert (desk.heard.played, desk.notes) == (1, ["The sound could not be played; the clock goes on."])
    assert desk.page.clock.view.sign == "CONCLUDE"


def test_changed_wall_clock_changes_no_time(desk: Desk) -> None:
    """It is noted and told; the time left is what it was."""
    talking(desk)
    left = desk.left
    desk.clocks.put_wall(3600)
    desk.console.tick()
    assert desk.left == left
    assert desk.notes[-1].startswith("The computer’s clock was changed")


# For everybody


def test_every_control_has_a_name(desk: Desk) -> None:
    """Buttons, fields and lists, in the page and in every panel it opens."""
    talking(desk)
    for ask in (
        desk.page.ask.grant,
        desk.page.ask_passage,
        desk.page.ask.draw,
        desk.page.ask.message,
        desk.page.ask.presence,
    ):
        ask()
        nameless = [
            type(each).__name__
            for each in desk.page.findChildren(QWidget)
            if each.isVisible()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (each.accessibleName() or getattr(each, "text", str)())
            and not isinstance(each, TableView)
        ]
        assert nameless == []


def test_running_order_is_read_in_words(desk: Desk) -> None:
    """Number, project, state, hours, who is out."""
    desk.open()
    row = desk.page.order.rows[desk.page.order.row_of("P6")]
    says = desk.page.order.data(
        desk.page.order.index(desk.page.order.row_of("P6")), int(Qt.ItemDataRole.AccessibleTextRole)
    )
    assert says == row.says
    assert row.says.startswith("6, Qui fait quoi, to come, ")
    assert row.says.endswith("J5 Mme Roux out")


def test_another_stage_waits_for_the_session_under_way(desk: Desk, qtbot: QtBot) -> None:
    """There is one clock: the page of another stage says so and shows nothing of it."""
    desk.open()
    set_entries(desk.sitting.file, "final", ["P1"])
    page = SessionPage(desk.console, "final")
    qtbot.addWidget(page)
    page.refresh()
    view = page._views.currentWidget()
    assert isinstance(view, EmptyView)
    assert view.title.text() == "The session of another stage is under way"
    assert desk.session.stage == STAGE


# Questions to put


def test_questions_are_put_and_answered_in_the_session(make_desk: DeskMaker) -> None:
    """Q, typed while the clock runs; the answer is on file, and the foot says how many there are."""
    desk = make_desk()
    talking(desk)
    first = desk.session.order[0]
    desk.press(Key.Key_Q)
    panel = asked(desk, PutQuestionsPanel)
    desk.type("Combien d'usagers ?")
    assert desk.clock.status is PhaseStatus.RUNNING
    desk.press(Key.Key_Return)
    records = desk.console.operations.records
    (question,) = records.within(Question, STAGE, first)
    assert question.text == "Combien d'usagers ?"
    answer = panel.questions.answers[1]
    answer.setFocus()
    desk.type("Douze")
    desk.press(Key.Key_Return)
    assert records.need(Question, STAGE, first, "1").answer == "Douze"
    desk.press(Key.Key_Escape)
    assert desk.page.host.panel is None
    assert desk.page.foot.questions.text().startswith("Q  1 question")


def test_questions_to_another_project_are_one_line_away(make_desk: DeskMaker) -> None:
    """They are listed for the whole stage, and can be seen before the session opens."""
    desk = make_desk()
    first, second, *_ = desk.session.order
    put_question(desk.console.operations.file, STAGE, second, "Et après ?")
    desk.page.refresh()
    desk.page.ask_questions()
    panel = asked(desk, PutQuestionsPanel)
    assert panel.questions.none.isVisible()
    item = panel.questions.others.itemAt(0)
    assert item is not None
    line = item.widget()
    assert isinstance(line, QAbstractButton)
    assert line.text().endswith("0 of 1 answered")
    line.click()
    assert list(panel.questions.answers) == [1]
    assert first != second
