"""Runs in a process of its own on the two screens of a file: places the room's window, loses its screen, has it back.

Prints one line of JSON with what was seen at each step.
"""

import json
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jury_desk.app.window import make_application
from jury_desk.ui import theme
from jury_desk.ui.room.screens import RoomKeeper
from jury_desk.ui.room.view import RoomState, RoomView


def main() -> None:
    """Go through the steps."""
    app = make_application()
    theme.apply(app, "light", 100)
    console = QWidget()
    console.setGeometry(QGuiApplication.primaryScreen().geometry().adjusted(20, 20, -20, -20))
    console.show()
    screens = QGuiApplication.screens()
    there = list(screens)
    keeper = RoomKeeper(console, screens=lambda: there)
    keeper.window.show_view(RoomView(RoomState.RUNNING, remaining_ms=61_000, allotted_ms=300_000))
    seen: list[dict[str, object]] = []

    def note(step: str) -> None:
        app.processEvents()
        window = keeper.window
        seen.append(
            {
                "step": step,
                "place": keeper.place.value,
                "visible": window.isVisible(),
                "full": window.isFullScreen(),
                "screen": window.screen().name(),
                "frame": window.geometry().getRect(),
                "figures": window.face.figures(),
                "active": console.isActiveWindow(),
            }
        )

    keeper.open()
    note("opened")
    if len(screens) > 1:
        projector = next(each for each in screens if each is not console.screen())
        there.remove(projector)
        keeper.lose_screen(projector)
        keeper.window.show_view(RoomView(RoomState.RUNNING, remaining_ms=58_000, allotted_ms=300_000))
        note("unplugged")
        keeper.place_again()
        note("still unplugged")
        there.append(projector)
        keeper.welcome_screen(projector)
        note("plugged, settling")
        keeper.place_again()
        note("plugged again")
        console.move(projector.geometry().topLeft())
        console.windowHandle().setScreen(projector)
        note("console moved over")
    keeper.put_away()
    note("put away")
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
