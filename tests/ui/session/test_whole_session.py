"""The nine passages of the example from the first key to the last, by the keyboard alone, on a clock that is moved.

What happens is the script of the example: a juror who comes late, one who is recused, a projector that fails for
1 min 40, an accommodation, and questions that run over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from tests.ui.session.sitting import JURORS, STAGE

from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.pitch_events import Slot
from jury_desk.domain.pitch_state import PassageStatus, PhaseClock, SessionStatus
from jury_desk.domain.scoring import MarkState
from jury_desk.services.pitches import session_state
from jury_desk.services.recusals import recusals_of
from jury_desk.services.scoring import completeness
from jury_desk.ui.pages.session.passage_panel import PassageAct, PassagePanel
from jury_desk.ui.room.view import RoomState
from jury_desk.ui.widgets.clock_tones import Tone

if TYPE_CHECKING:
    from tests.ui.session.conftest import Desk

Key = Qt.Key
MINUTE = 60


def phase(desk: Desk, passage: int, name: str) -> PhaseClock:
    """A phase of a passage, by its number in the order."""
    found = desk.state.phase(Slot(f"P{passage}", 1, name))
    assert found is not None
    return found


def choose(desk: Desk, act: PassageAct) -> None:
    """Choose an act in the open panel with the arrow keys."""
    box = desk.focused()
    assert isinstance(box, QComboBox)
    for _ in range(box.count()):
        if box.currentData() == act:
            return
        QTest.keyClick(box, Key.Key_Down)
    pytest.fail(f"{act} is not offered")


def hear(desk: Desk, talk: float = 5 * MINUTE, questions: float = 5 * MINUTE) -> None:
    """Call, hear, ask and mark one passage, as planned or not."""
    desk.press(Key.Key_F8)
    for seconds in (talk, questions, 3 * MINUTE):
        desk.press(Key.Key_Space, wait=1)
        desk.run(seconds)
        desk.press(Key.Key_F8, wait=0)


def late_juror(desk: Desk, presence: Presence) -> None:
    """P, then the late juror's field by Tab, then the presence by arrow keys, then Enter on Done."""
    desk.press(Key.Key_P, wait=0)
    for _ in range(JURORS.index("M. de La Tour")):
        QTest.keyClick(desk.focused(), Key.Key_Tab)
    box = desk.focused()
    assert isinstance(box, QComboBox)
    while box.currentData() != presence:
        QTest.keyClick(box, Key.Key_Up if presence is Presence.PRESENT else Key.Key_Down)
    desk.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return, wait=0)
    assert desk.page.host.panel is None


def open_and_greet(desk: Desk) -> None:
    """14:00, the opening."""
    desk.press(Key.Key_F8, Key.Key_F8)
    desk.run(15 * MINUTE)
    desk.press(Key.Key_F8)


def hear_the_first(desk: Desk) -> None:
    """J6 arrives during the questions, and is noted while the clock runs."""
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(5 * MINUTE)
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(2 * MINUTE)
    late_juror(desk, Presence.PRESENT)
    desk.run(3 * MINUTE)
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(3 * MINUTE)
    desk.press(Key.Key_F8, wait=0)


def accommodate(desk: Desk, title: str) -> None:
    """Found in the running order by arrows, F7, the act by arrows, Enter in the time proposed."""
    desk.page.order_view.setFocus()
    desk.press(Key.Key_Home, wait=0)
    while desk.page.order.rows[desk.page.order_view.currentIndex().row()].title != title:
        desk.press(Key.Key_Down, wait=0)
    desk.press(Key.Key_F7)
    panel = desk.page.host.panel
    assert isinstance(panel, PassagePanel)
    choose(desk, PassageAct.ACCOMMODATE)
    assert panel.time.line.text() == "1:40"
    while not panel.time.line.hasFocus():
        desk.press(Key.Key_Tab, wait=0)
    desk.press(Key.Key_Return)
    assert desk.page.host.panel is None


def hear_the_fourth(desk: Desk) -> None:
    """The projector fails at minute 2; the clock stands for 1 min 40 and the time left is there afterwards."""
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(2 * MINUTE)
    desk.press(Key.Key_F9, wait=0)
    desk.type("projector")
    desk.press(Key.Key_Return, wait=20)
    assert desk.console.room.view.state is RoomState.PAUSED
    desk.press(Key.Key_Space, wait=80)
    assert desk.left == 180_000
    desk.run(3 * MINUTE)
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(5 * MINUTE)
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.run(3 * MINUTE)
    desk.press(Key.Key_F8, wait=0)


def take_the_break(desk: Desk) -> None:
    """After the fifth; at its end J5 has to leave for the sixth, and the room sees who comes."""
    foot = desk.page.foot
    assert "must leave: J5 Mme Roux" in foot.changeover.text()
    assert foot.has_left.text() == "J5: has left"
    foot.has_left.setFocus()
    desk.press(Key.Key_Return, wait=0)
    assert foot.changeover.text() == "has left: J5 Mme Roux"
    assert not foot.has_left.isVisible()
    (recusal,) = recusals_of(desk.session.records, STAGE)
    assert recusal.left_at
    desk.press(Key.Key_F8)
    desk.run(15 * MINUTE)
    assert desk.console.room.view.project == "Next: Qui fait quoi"
    desk.press(Key.Key_F8)


def close(desk: Desk) -> None:
    """The deliberation, then the end, which asks nothing since all were heard."""
    desk.press(Key.Key_F8)
    desk.run(45 * MINUTE)
    desk.press(Key.Key_F8, Key.Key_F8, Key.Key_Return)


def test_the_whole_session_by_the_keyboard(desk: Desk) -> None:
    """Every second is accounted for, and a second reader of the file sees the same."""
    late_juror(desk, Presence.ABSENT)
    assert desk.page.foot.presence.text().startswith("P  Present 6/7 · quorum 4")
    open_and_greet(desk)
    hear_the_first(desk)
    accommodate(desk, "Fil vert")
    hear(desk)
    hear(desk)
    hear_the_fourth(desk)
    hear(desk, talk=400)
    take_the_break(desk)
    hear(desk)
    assert "may come back: J5 Mme Roux" in desk.page.foot.changeover.text()
    hear(desk)
    # The eighth: the questions run 25 s over, counted and cut by nobody.
    hear(desk, questions=5 * MINUTE + 25)
    hear(desk)
    close(desk)

    assert desk.stands() is SessionStatus.CLOSED
    assert [desk.state.passage(f"P{number}").status for number in range(1, 10)] == [PassageStatus.DONE] * 9
    assert desk.session.records.need(Member, STAGE, "J6").presence is Presence.PRESENT
    absent = [each for each in completeness(desk.session.records, STAGE) if each.state is MarkState.ABSENT]
    assert [(each.candidacy, each.juror) for each in absent] == [("P1", "J6")]
    # The moved clock presses Space a second late and the keys of each end at once: not a millisecond is added.
    assert [phase(desk, number, "pitch").spoken for number in range(1, 10)] == [
        *(301_000, 300_000, 300_000, 301_000, 400_000, 300_000, 300_000, 300_000, 300_000)
    ]
    assert phase(desk, 5, "pitch").allotted == 400_000
    assert phase(desk, 8, "questions").spoken == 325_000
    failed = phase(desk, 4, "pitch").stops
    assert [(stop.ms, stop.reason, stop.incident) for stop in failed] == [(100_000, "projector", True)]
    assert (desk.errors, desk.heard.held) == ([], 0)
    assert session_state(desk.sitting.file.records, STAGE) == desk.state


def test_room_and_screen_reader_follow_an_overrun(desk: Desk) -> None:
    """The ground, the plus and the word in the room; the warning, the end and each turn in the ear, no second more."""
    desk.open()
    desk.press(Key.Key_F8, Key.Key_Space)
    desk.heard.said.clear()
    for _ in range(325):
        desk.run(1)
    assert (desk.console.room.view.tone, desk.page.clock.view.figures) == (Tone.OVERTIME, "+0:25")
    assert desk.page.clock.view.sign == "OVERTIME"
    assert desk.heard.said == ["One minute left", "Time is up"]
    assert desk.heard.urgent == ["Time is up"]
    assert desk.heard.played == 0


def test_planned_hours_are_those_of_the_field_page(desk: Desk) -> None:
    """14:15 for the first, a break at 15:20, 15:35 for the sixth, the end at 16:27."""
    desk.press(Key.Key_F8)
    hours = {row.title: row.planned for row in desk.page.order.rows}
    assert hours == {
        "Opening 15:00": "14:00",
        "Relais terrain": "14:15",
        "Feu vert": "14:28",
        "Mon quai": "14:41",
        "Guichet clair": "14:54",
        "Fil vert": "15:07",
        "Break 15:00": "15:20",
        "Qui fait quoi": "15:35",
        "Cantine juste": "15:48",
        "Places libres": "16:01",
        "Clé en main": "16:14",
        "Deliberation 45:00": "16:27",
    }
    assert desk.page.forecast.text() == "planned end 16:27"


def test_forecast_follows_a_late_start(desk: Desk) -> None:
    """Four minutes lost before the first talk are seen in every hour to come."""
    desk.press(Key.Key_F8, Key.Key_F8)
    desk.run(19 * MINUTE)
    assert desk.page.forecast.text() == "planned end 16:27 · expected 16:31 (+4 min)"
    assert [row.expected for row in desk.page.order.rows if row.title == "Feu vert"] == ["14:32"]
    assert "Break 4:0" in desk.page.savings.text()
    assert desk.page.savings.isVisible()
    assert desk.page.clock.view.hour == "14:19"
    desk.press(Key.Key_F8, Key.Key_F8, Key.Key_Space)
    assert desk.page.savings.text().startswith("since the true start: 0 min")
