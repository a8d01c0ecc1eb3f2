"""The chair's hand on the room's window: what is published stands before the clock."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jury_desk.ui.live.room_desk import RoomDesk
from jury_desk.ui.room.view import RoomState, RoomView


def test_published_lines_stand_before_the_clock_until_they_are_taken_off(qtbot: QtBot) -> None:
    """While places are shown the next second changes nothing; without lines the clock comes back."""
    console = QWidget()
    qtbot.addWidget(console)
    desk = RoomDesk(console)
    clock = RoomView(RoomState.RUNNING, project="La belette", remaining_ms=60_000, allotted_ms=300_000)
    desk.show_view(clock)
    lines = ("7   Relais terrain", "8   Clé en main")
    desk.publish("Jury du hackathon", lines)
    assert desk.view == RoomView(phase="Jury du hackathon", lines=lines)
    desk.show_view(replace(clock, remaining_ms=59_000))
    assert desk.view.lines == lines
    desk.publish("", ())
    assert desk.view == replace(clock, remaining_ms=59_000)
