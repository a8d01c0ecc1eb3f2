"""Keeps the room's window on the audience's screen: places it, takes it away when the screen goes, puts it back.

Qt alone would leave a full-screen window over the chair's own screen when the projector is unplugged, and it would stay
there when the projector comes back.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jury_desk.ui.room.window import RoomWindow

SETTLED_MS = 1000
"""A projector that was just plugged in changes its size for about so long."""


class ScreenIdentity(NamedTuple):
    """By what a screen is known again; some systems give only the name."""

    name: str
    manufacturer: str = ""
    model: str = ""
    serial: str = ""


class RoomPlace(StrEnum):
    """Where the room's window is."""

    AWAY = "away"
    FULL = "full"
    SMALL = "small"
    LOST = "lost"


def identity_of(screen: QScreen) -> ScreenIdentity:
    """How ``screen`` is known again."""
    return ScreenIdentity(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())


def same_screen(wanted: ScreenIdentity, screens: Sequence[ScreenIdentity]) -> int:
    """Which of ``screens`` is ``wanted``: the one with the same identity, else of the same name; -1 for none.

    After an update of a driver the rest of an identity may change, and often there is none.
    """
    if wanted in screens:
        return screens.index(wanted)
    names = [each.name for each in screens]
    return names.index(wanted.name) if wanted.name in names else -1


def preferred_screen(wanted: Sequence[ScreenIdentity | None], screens: Sequence[ScreenIdentity]) -> int:
    """Where the first of ``wanted`` that is there is among ``screens``; -1 for none."""
    found = (same_screen(each, screens) for each in wanted if each is not None)
    return next((at for at in found if at >= 0), -1)


def audience_of(console: QWidget, screens: Sequence[QScreen]) -> list[QScreen]:
    """The screens on which the chair's window is not."""
    return [screen for screen in screens if screen is not console.screen()]


class RoomKeeper(QObject):
    """Opens and places the room's window.

    The window is full screen only where the chair's window is not; with one screen it is small.

    Signals:
        place_changed: a :class:`RoomPlace`; ``LOST`` when the audience's screen has gone.
    """

    place_changed = Signal(object)

    def __init__(
        self,
        console: QWidget,
        parent: QObject | None = None,
        *,
        chosen: ScreenIdentity | None = None,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """``console`` is the chair's window; ``chosen`` the screen that was chosen, now or in an earlier run."""
        super().__init__(parent)
        self._console = console
        self._screens = screens
        self._chosen = chosen
        self._wanted: ScreenIdentity | None = None
        self._following = False
        self.window = RoomWindow()
        self.place = RoomPlace.AWAY
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.place_again)
        self.window.closed.connect(self.put_away)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self.lose_screen)
            app.screenAdded.connect(self.welcome_screen)

    @property
    def shown(self) -> bool:
        """Whether the chair wants the room to see it, screen or not."""
        return self.place is not RoomPlace.AWAY

    @property
    def audience(self) -> list[QScreen]:
        """The screens on which the chair's window is not."""
        return audience_of(self._console, self._screens())

    def choose(self, chosen: ScreenIdentity) -> None:
        """Stand on that screen from now on, as soon as it is there; where the window is shown, at once."""
        self._chosen = chosen
        if self.place in (RoomPlace.FULL, RoomPlace.SMALL):
            self.place_again()

    def open(self) -> None:
        """Show the window: on the screen chosen, else where it was, else on the first that is not the chair's."""
        self._follow_console()
        self.place_again(anywhere=True)

    @Slot()
    def put_away(self) -> None:
        """Take the window away."""
        self._settling.stop()
        self.window.hide()
        self._tell(RoomPlace.AWAY)

    @Slot()
    def place_again(self, *, anywhere: bool = False) -> None:
        """Put the window where it belongs among the screens there are.

        A screen that was lost is waited for, unless ``anywhere`` says that the chair wants the window now.
        """
        audience = self.audience
        at = preferred_screen((self._chosen, self._wanted), [identity_of(each) for each in audience])
        if at < 0 and self.place is RoomPlace.LOST and not anywhere:
            return
        if audience:
            screen = audience[max(at, 0)]
            self._wanted = identity_of(screen)
            self.window.fill(screen)
            self._tell(RoomPlace.FULL)
        else:
            self.window.stand_small(self._console.screen())
            self._tell(RoomPlace.SMALL)

    @Slot(QScreen)
    def lose_screen(self, screen: QScreen) -> None:
        """A screen has gone: when it was the room's, the window is hidden and the chair is told; nothing else stops."""
        if self.place is RoomPlace.FULL and self._wanted and identity_of(screen).name == self._wanted.name:
            self._settling.stop()
            self.window.hide()
            self._tell(RoomPlace.LOST)

    @Slot(QScreen)
    def welcome_screen(self, _screen: QScreen) -> None:
        """A screen has come: once it has settled, the window goes where it belongs."""
        if self.shown:
            self._settling.start()

    @Slot()
    def _flee_console(self) -> None:
        """The chair's window has come to another screen: the room's is never under it."""
        if self.place in (RoomPlace.FULL, RoomPlace.SMALL):
            self.place_again()

    def _follow_console(self) -> None:
        handle = self._console.window().windowHandle()
        if handle is not None and not self._following:
            self._following = True
            handle.screenChanged.connect(self._flee_console)

    def _tell(self, place: RoomPlace) -> None:
        if place is not self.place:
            self.place = place
            self.place_changed.emit(place)
