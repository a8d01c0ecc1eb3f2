"""Runs in a process of its own on the three screens of a file: chooses one, loses it, has it back, and runs again.

Prints one line of JSON with what was seen at each step.
"""

import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from jury_desk.app.window import make_application
from jury_desk.ui import theme
from jury_desk.ui.live.room_desk import RoomDesk
from jury_desk.ui.pages.session.room_panel import RoomPanel
from jury_desk.ui.settings import Settings

if TYPE_CHECKING:
    from jury_desk.ui.live.console import Console


class Desk:
    """One run of the program: the chair's window, what it does with the room's, and the screens that are plugged in."""

    def __init__(self, store: str, screens: list[QScreen]) -> None:
        self.there = list(screens)
        self.window = QWidget()
        laptop = next(each for each in screens if each.name() == "laptop")
        self.window.setGeometry(laptop.geometry().adjusted(20, 20, -20, -20))
        settings = Settings(QSettings(store, QSettings.Format.IniFormat))
        self.room = RoomDesk(self.window, settings=settings, screens=lambda: self.there)
        self.panel = RoomPanel(cast("Console", SimpleNamespace(room=self.room)), self.window)
        self.window.show()

    def unplug(self, screen: QScreen) -> None:
        """The screen goes."""
        self.there.remove(screen)
        if self.room._keeper is not None:
            self.room._keeper.lose_screen(screen)
        self.room.recount_screens(screen)

    def plug(self, screen: QScreen) -> None:
        """The screen comes back, and has settled."""
        self.there.append(screen)
        self.room.recount_screens(screen)
        if self.room._keeper is not None:
            self.room._keeper.welcome_screen(screen)
            self.room._keeper.place_again()

    def seen(self) -> dict[str, object]:
        """Where everything is now."""
        QApplication.processEvents()
        keeper = self.room._keeper
        return {
            "place": self.room.place.value,
            "screen": self.room.screen_name if keeper is not None and keeper.window.isVisible() else "",
            "offered": [self.panel.choice.itemText(index) for index in range(self.panel.choice.count())],
            "chosen": self.panel.choice.currentText(),
            "chooser": self.panel.choice.isVisible(),
        }


def main() -> None:
    """Go through the steps."""
    app = make_application()
    theme.apply(app, "light", 100)
    screens = sorted(QGuiApplication.screens(), key=lambda each: each.geometry().x())
    balcony = next(each for each in screens if each.name() == "balcony")
    steps: dict[str, dict[str, object]] = {}
    desk = Desk(sys.argv[1], screens)
    steps["begun"] = desk.seen()
    desk.room.toggle()
    steps["shown"] = desk.seen()
    desk.panel.choice.setFocus()
    QTest.keyClicks(desk.panel.choice, "b")
    steps["chosen"] = desk.seen()
    desk.unplug(balcony)
    steps["unplugged"] = desk.seen()
    desk.room.toggle()
    steps["wanted all the same"] = desk.seen()
    desk.plug(balcony)
    steps["plugged again"] = desk.seen()
    desk.room.close()
    desk.window.hide()
    again = Desk(sys.argv[1], screens)
    steps["next run"] = again.seen()
    again.room.toggle()
    steps["next run, shown"] = again.seen()
    json.dump(steps, sys.stdout)


if __name__ == "__main__":
    main()
