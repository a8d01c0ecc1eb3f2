"""A session in the whole window: its clock on every page, undo, and what happens when the file is closed."""

import gc
from fractions import Fraction

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.session.conftest import Place
from tests.ui.session.sitting import STAGE

from jury_desk.domain.pitch_state import PhaseStatus
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.services.preparation import current_rules
from jury_desk.services.scoring import Cell, record_mark, record_sheet_state
from jury_desk.ui.pages.prepare import PreparePage
from jury_desk.ui.widgets.clock_tones import Tone


def test_clock_is_in_the_top_line_of_every_page(place: Place) -> None:
    """Whatever is looked at, the time left is seen, and leads back to the session."""
    assert place.clock_shown() == ""
    place.talk()
    place.run(139)
    for tab in ("marks", "deliberate", "prepare"):
        place.go(tab)
        assert place.clock_shown() == "Relais terrain · Talk 2:41"
    place.run(120)
    assert place.window.view is not None
    clock = place.window.view.top.clock
    assert place.clock_shown().endswith("0:41")
    assert clock.accessibleDescription() == "Relais terrain · Talk, CONCLUDE, 0:41"
    clock.click()
    assert place.window.view.place == f"stage:{STAGE}#session"


def test_clock_of_the_top_line_shows_tone_and_pause(place: Place) -> None:
    """The grounds of the room, and a sign for the pause."""
    place.talk()
    place.run(325)
    place.console.toggle()
    assert place.clock_shown().endswith("‖ +0:25")
    assert place.window.view is not None
    shown = place.window.view.top.clock._shown
    assert shown is not None
    assert (shown.tone, shown.sign) == (Tone.OVERTIME, "PAUSED")


def test_undo_of_the_window_takes_the_clock_back(place: Place, qtbot: QtBot) -> None:
    """Ctrl+Z is the act of the window: named after what it takes back, and it says where that leaves the clock."""
    place.talk()
    qtbot.waitUntil(lambda: place.window.acts["undo"].text() == "Undo: clock started")
    place.run(60)
    place.console.next()
    assert place.window.strip.undo.isVisible()
    place.run(3)
    place.window.acts["undo"].trigger()
    assert place.status() is PhaseStatus.RUNNING
    assert place.window.strip.words.text() == "Undone. Talk: running, 3:57 left"


def test_other_language_and_colours_stop_nothing(place: Place) -> None:
    """The page is built anew around the same clock."""
    place.talk()
    place.run(10)
    place.window.set_language("fr")
    place.window.set_scheme("dark")
    page = place.page()
    place.run(1)
    assert place.status() is PhaseStatus.RUNNING
    assert page.clock.view.figures == "4:49"
    assert page.clock.view.sign == "TEMPS"


def test_closing_lets_everything_go_and_reopening_asks(place: Place) -> None:
    """The room's window and the hold on the computer end with the file; the phase is found interrupted."""
    place.talk()
    place.console.room.toggle()
    keeper = place.console.room._keeper
    assert keeper is not None
    assert place.heard.held == 1
    path = place.sitting.file.path
    place.window.close_edition()
    assert place.heard.held == 0
    assert place.window.console is None
    place.sitting.clocks.restart(20)
    place.window.open_path(path)
    assert place.window.view is not None
    assert place.window.view.place == f"stage:{STAGE}#session"
    assert place.status() is PhaseStatus.INTERRUPTED
    page = place.page()
    assert page.host.panel is not None


def test_room_window_goes_with_the_main_window(place: Place) -> None:
    """It does not keep the program open."""
    place.talk()
    place.console.room.toggle()
    keeper = place.console.room._keeper
    assert keeper is not None
    room = keeper.window
    assert room.isVisible()
    place.window.close()
    assert not room.isVisible()


def test_what_was_there_before_a_session_is_not_searched_while_it_lasts(place: Place) -> None:
    """A search for cycles through all of it would be felt; at the end it is taken back."""
    assert gc.get_freeze_count() == 0
    place.talk()
    assert gc.get_freeze_count() > 1000
    place.console.act(lambda session: session.abort("fire alarm"))
    place.console.act(lambda session: session.close("fire alarm"))
    assert gc.get_freeze_count() == 0
    place.console.act(lambda session: session.reopen("it was a drill"))
    assert gc.get_freeze_count() > 1000
    place.window.close_edition()
    assert gc.get_freeze_count() == 0


def test_marks_given_during_a_talk_move_nothing(place: Place) -> None:
    """What is still to be marked is told on every tab but over the clock, which a line that comes would push down."""
    place.talk()
    page = place.page()
    QApplication.processEvents()
    before = (page.clock.mapTo(place.window, QPoint()), page.clock.size())
    file = place.sitting.file
    record_mark(file, STAGE, Cell("P1", "J1", "C1"), Mark(MarkState.MARKED, Fraction(7)))
    assert place.window.view is not None
    place.window.view.refresh()
    page.refresh()
    QApplication.processEvents()
    assert (page.clock.mapTo(place.window, QPoint()), page.clock.size()) == before
    place.go("marks")
    banner = place.window.view._stages[f"stage:{STAGE}"].banner
    assert any("incomplete" in text for text, _ in banner.items)
    place.go("session")
    assert banner.items == []


def test_marks_to_give_leave_out_who_gives_none(place: Place) -> None:
    """All that can be given is given: the count is full, whoever is recused or was absent."""
    place.talk()
    file = place.sitting.file
    _, rules = current_rules(file.records, STAGE)
    record_sheet_state(file, STAGE, "P1", "J6", MarkState.ABSENT)
    record_sheet_state(file, STAGE, "P1", "J5", MarkState.RECUSED)
    for juror in ("J1", "J2", "J3", "J4", "J7"):
        for criterion in rules.criteria:
            record_mark(file, STAGE, Cell("P1", juror, criterion.id), Mark(MarkState.MARKED, Fraction(7)))
    page = place.page()
    page.refresh()
    assert page.foot.marks.accessibleName() == "Marks of this passage 25/25"


def test_incident_is_an_interruption_on_the_desk_as_in_the_minutes(place: Place) -> None:
    """A pause is a pause; one that an incident caused counts among the interruptions, while it lasts and afterwards."""
    place.talk()
    page = place.page()
    place.run(5)
    place.console.act(lambda session: session.pause())
    place.run(10)
    place.console.act(lambda session: session.resume())
    place.console.act(lambda session: session.pause("Projector", incident=True))
    place.run(18)
    assert page.clock.view.sums.endswith("pauses 0:10 · interruptions 0:18")
    place.console.act(lambda session: session.resume())
    place.run(1)
    assert page.clock.view.sums.endswith("pauses 0:10 · interruptions 0:18")


def test_sound_of_the_rules_is_tried_from_where_they_are_written(place: Place) -> None:
    """The cue is heard, whatever page asks for it."""
    place.go("prepare")
    assert place.window.view is not None
    page = place.window.view._stages[f"stage:{STAGE}"].current_page
    assert isinstance(page, PreparePage)
    page.timing.try_sound.click()
    assert place.heard.played == 1
