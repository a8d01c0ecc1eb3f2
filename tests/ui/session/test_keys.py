"""The keys of the desk: what each does, and what none of them may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.session.sitting import STAGE

from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.pitch_events import TimingKind
from jury_desk.domain.pitch_state import PhaseStatus, SessionStatus
from jury_desk.ui.pages.session.presence_panel import PresencePanel
from jury_desk.ui.pages.session.time_panels import CausePanel, GrantPanel

if TYPE_CHECKING:
    from tests.ui.session.conftest import Desk

Key = Qt.Key


def test_f8_goes_through_a_passage_step_by_step(desk: Desk) -> None:
    """Open, opening, call, talk, questions, marking: one key, one step, and its label says which."""
    labels = [desk.page.gate.open.text()]
    for _ in range(10):
        desk.press(Key.Key_F8)
        labels.append(desk.page.acts.next.text())
    assert labels == [
        "Open the session",
        "Start the opening",
        "End of the opening",
        "Call “Relais terrain”",
        "Start the talk",
        "End of the talk",
        "Start the questions",
        "End of the questions",
        "Start the marking",
        "End of the marking",
        "Call “Feu vert”",
    ]
    assert desk.errors == []


def test_space_starts_pauses_and_resumes_and_nothing_else(desk: Desk) -> None:
    """Between two phases it starts the next; before a call it does nothing."""
    desk.open()
    desk.press(Key.Key_Space)
    assert desk.state.current is None
    desk.call()
    for status in (PhaseStatus.RUNNING, PhaseStatus.PAUSED, PhaseStatus.RUNNING):
        desk.press(Key.Key_Space)
        assert desk.status() is status
    assert desk.page.acts.toggle.text() == "Pause"


def test_pause_costs_nothing(desk: Desk) -> None:
    """Time stands while paused; the four sums say where it went."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space)
    desk.run(100)
    desk.press(Key.Key_Space, wait=0)
    desk.run(40)
    assert desk.left == 200_000
    assert desk.page.clock.view.sums == "spoken 1:40 · granted 0:00 · pauses 0:40 · interruptions 0:00"
    assert desk.page.clock.view.state == "paused for 0:40"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_F8])
def test_double_press_is_one_press(desk: Desk, key: Key) -> None:
    """A key that bounces within 600 ms does nothing the second time; after that it does."""
    desk.open()
    desk.call()
    desk.press(key)
    running = desk.state.events
    desk.press(key, wait=0.3)
    desk.press(key, wait=0.299)
    assert desk.state.events == running
    desk.press(key, wait=0.001)
    assert desk.state.events == running + 1


def test_held_key_is_one_press(desk: Desk) -> None:
    """The repetition of a key that is held down is not taken."""
    shortcuts = [each for each in desk.page.children() if type(each).__name__ == "QShortcut"]
    assert len(shortcuts) == 14
    assert not any(each.autoRepeat() for each in shortcuts)  # type: ignore[attr-defined]


def test_escape_stops_nothing(desk: Desk) -> None:
    """It puts the open panel away; pressed again and again, the clock runs on."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space, Key.Key_F6)
    assert isinstance(desk.page.host.panel, GrantPanel)
    before = desk.state.events
    desk.press(Key.Key_Escape, Key.Key_Escape, Key.Key_Escape)
    assert desk.page.host.panel is None
    assert (desk.status(), desk.state.events) == (PhaseStatus.RUNNING, before)
    assert desk.page.order_view.hasFocus()


def test_space_in_a_reason_is_a_blank(desk: Desk) -> None:
    """While a reason is typed, Space and L are letters; F8 still works."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space, Key.Key_F6)
    desk.type("a l")
    field = desk.focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "a l"
    assert desk.status() is PhaseStatus.RUNNING
    assert not desk.console.locked
    desk.press(Key.Key_F8)
    assert desk.status() is not PhaseStatus.RUNNING


def test_space_on_a_button_is_the_clock(desk: Desk) -> None:
    """A button that has the focus is not pressed by the key of the clock."""
    desk.open()
    desk.call()
    desk.page.acts.passage.setFocus()
    desk.press(Key.Key_Space)
    assert desk.status() is PhaseStatus.RUNNING
    assert desk.page.host.panel is None


def test_lock_leaves_space_and_undo(desk: Desk) -> None:
    """L locks all else, and says so; L again unlocks."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space, Key.Key_L)
    assert desk.console.locked
    before = desk.state.events
    desk.press(Key.Key_F8, Key.Key_F6, Key.Key_F7, Key.Key_F9)
    assert (desk.state.events, desk.page.host.panel) == (before, None)
    assert not desk.page.acts.next.isEnabled()
    assert desk.notes[-1] == "The desk is locked: L unlocks it."
    desk.press(Key.Key_Space)
    assert desk.status() is PhaseStatus.PAUSED
    desk.console.undo()
    assert desk.status() is PhaseStatus.RUNNING
    desk.press(Key.Key_L, Key.Key_F8)
    assert desk.status() is not PhaseStatus.RUNNING


def test_nothing_modal_ever_opens(desk: Desk) -> None:
    """Every key pressed at every step: no dialog, no popup, and the page stays the active window's."""
    desk.open()
    for _ in range(3):
        for key in (Key.Key_F8, Key.Key_F6, Key.Key_F7, Key.Key_F9, Key.Key_F12, Key.Key_F10, Key.Key_Escape):
            desk.press(key)
            assert QApplication.activeModalWidget() is None
            assert QApplication.activePopupWidget() is None


def test_undo_gives_back_what_was_and_says_it(desk: Desk) -> None:
    """An end pressed too soon: the time goes on as if nothing had been pressed."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space)
    desk.run(60)
    desk.press(Key.Key_F8, wait=0)
    desk.run(5)
    assert desk.console.undo()
    assert (desk.status(), desk.left) == (PhaseStatus.RUNNING, 235_000)
    assert desk.notes[-1] == "Undone. Talk: running, 3:55 left"


def test_undo_takes_the_last_act_of_the_file_whatever_it_was(desk: Desk) -> None:
    """A presence set after a start is what comes back first; then the start."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space)
    event = desk.console.next_undone()
    assert event is not None
    assert event.kind is TimingKind.STARTED
    desk.page.ask.presence()
    panel = desk.page.host.panel
    box = panel.boxes["J3"]  # type: ignore[union-attr]
    box.setCurrentIndex(4)
    box.activated.emit(4)
    assert desk.console.next_undone() is None
    desk.console.operations.undo()
    assert desk.console.next_undone() == event


def test_presence_is_recorded_once_it_is_chosen(desk: Desk) -> None:
    """Arrows go through the list and record nothing; Escape goes back, Enter or leaving the list records."""
    desk.open()
    desk.call()
    before = len(desk.sitting.file.events())
    desk.page.ask.presence()
    panel = desk.page.host.panel
    assert isinstance(panel, PresencePanel)
    first, second = panel.boxes["J1"], panel.boxes["J2"]
    assert first.hasFocus()
    desk.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, wait=0)
    assert len(desk.sitting.file.events()) == before
    desk.press(Key.Key_Escape, wait=0)
    assert (first.currentData(), desk.page.host.panel) == (Presence.PRESENT, panel)
    desk.press(Key.Key_End, Key.Key_Return, wait=0)
    assert first.hasFocus()
    assert len(desk.sitting.file.events()) == before + 1
    assert desk.session.records.need(Member, STAGE, "J1").presence is Presence.ABSENT
    desk.press(Key.Key_Tab, Key.Key_Down, Key.Key_Tab, wait=0)
    assert second.currentData() == Presence.REMOTE
    assert desk.session.records.need(Member, STAGE, "J2").presence is Presence.REMOTE
    assert len(desk.sitting.file.events()) == before + 2


def test_presence_shown_is_the_one_on_file(desk: Desk) -> None:
    """Undone while the panel is open, it is shown as taken back, and can be noted again; a look at another stays."""
    desk.open()
    desk.page.ask.presence()
    panel = desk.page.host.panel
    assert isinstance(panel, PresencePanel)
    first, second = panel.boxes["J1"], panel.boxes["J2"]
    desk.press(Key.Key_End, Key.Key_Return, wait=0)
    second.setCurrentIndex(second.findData(Presence.REMOTE))
    desk.page.operations.undo()
    assert desk.page.host.panel is panel
    assert (first.currentData(), second.currentData()) == (Presence.PRESENT, Presence.REMOTE)
    first.setFocus()
    desk.press(Key.Key_End, Key.Key_Return, wait=0)
    assert desk.session.records.need(Member, STAGE, "J1").presence is Presence.ABSENT


def test_incident_stops_the_clock_before_anything_is_asked(desk: Desk) -> None:
    """F9 costs the candidate nothing, however long the cause takes to type."""
    desk.open()
    desk.call()
    desk.press(Key.Key_Space)
    desk.run(119)
    desk.press(Key.Key_F9)
    assert isinstance(desk.page.host.panel, CausePanel)
    desk.run(100)
    assert desk.left == 180_000
    assert desk.clock.stops[-1].incident


def test_opening_waits_for_what_is_missing(desk: Desk) -> None:
    """Nothing is missing here but the room's screen, which is no condition."""
    assert desk.stands() is SessionStatus.PREPARED
    desk.press(Key.Key_F8)
    assert desk.stands() is SessionStatus.LIVE
    assert desk.heard.held == 1


def test_keys_need_no_shift_on_a_french_keyboard(desk: Desk) -> None:
    """Space, Escape, function keys and four letters: no digit, no sign."""
    keys = {
        each.key().toString()  # type: ignore[attr-defined]
        for each in desk.page.children()
        if type(each).__name__ == "QShortcut"
    }
    assert keys == {"Space", "Esc", "L", "M", "P", "Q", *(f"F{number}" for number in (4, 5, 6, 7, 8, 9, 10, 12))}
    QTest.keyClick(desk.page, Key.Key_5)
    assert desk.stands() is SessionStatus.PREPARED
