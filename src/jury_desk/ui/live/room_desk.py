"""What the chair does with the room's window: show it, make it black, write on it; none of it touches the clock."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jury_desk.ui.room.screens import (
    RoomKeeper,
    RoomPlace,
    ScreenIdentity,
    audience_of,
    identity_of,
    preferred_screen,
)
from jury_desk.ui.room.view import NOTHING, RoomView
from jury_desk.ui.settings import Settings


class RoomDesk(QObject):
    """The one hand on the room's window, which is made when it is first shown.

    Signals:
        view_changed: the room sees something else, be it the next second.
        changed: what the chair can do with it is another: it is elsewhere, black, written on, or a screen came or went.
        place_changed: a :class:`RoomPlace`.
        message_shown: a sentence was written on it; empty when it was taken away.
        blackout_set: it was made black, or not any more.
    """

    view_changed = Signal(object)
    changed = Signal()
    place_changed = Signal(object)
    message_shown = Signal(str)
    blackout_set = Signal(bool)

    def __init__(
        self,
        console: QWidget,
        parent: QObject | None = None,
        *,
        settings: Settings | None = None,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """``console`` is the chair's window, which the room's never covers; ``settings`` remember the screen chosen."""
        super().__init__(parent)
        self._console = console
        self._settings = settings or Settings()
        self._screens = screens
        self._keeper: RoomKeeper | None = None
        self._view = NOTHING
        self._message = ""
        self._blackout = False
        self._published: RoomView | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.recount_screens)
            app.screenRemoved.connect(self.recount_screens)

    @Slot(QScreen)
    def recount_screens(self, _screen: QScreen) -> None:
        """A screen has come or gone: once Qt has counted them again, there is another choice."""
        QTimer.singleShot(0, self, self.changed.emit)

    @property
    def view(self) -> RoomView:
        """What the room sees; what is published stands before the clock."""
        return replace(self._published or self._view, message=self._message, blackout=self._blackout)

    @property
    def place(self) -> RoomPlace:
        """Where the window is."""
        return self._keeper.place if self._keeper else RoomPlace.AWAY

    @property
    def screen_name(self) -> str:
        """The screen on which it is."""
        return self._keeper.window.screen().name() if self._keeper else ""

    @property
    def screens(self) -> list[QScreen]:
        """The screens on which it can be: all but the chair's."""
        return audience_of(self._console, self._screens())

    @property
    def chosen(self) -> int:
        """Which of :attr:`screens` it is on, or would be."""
        now = identity_of(self._keeper.window.screen()) if self.place is RoomPlace.FULL and self._keeper else None
        return max(0, preferred_screen((now, self._remembered), [identity_of(each) for each in self.screens]))

    def choose_screen(self, screen: QScreen) -> None:
        """Have the window on ``screen``, now and in later runs, whenever that screen is there."""
        identity = identity_of(screen)
        self._settings.room_screen = identity
        if self._keeper:
            self._keeper.choose(identity)
        self.changed.emit()

    @property
    def _remembered(self) -> ScreenIdentity | None:
        kept = self._settings.room_screen
        return ScreenIdentity(*kept) if kept[0] else None

    def show_view(self, view: RoomView) -> None:
        """Let the room see something else, under the message and the blackout that are on."""
        if view != self._view:
            self._view = view
            self._show()

    @Slot()
    def toggle(self) -> None:
        """Show the window, or put it away."""
        if self._keeper is None:
            self._keeper = RoomKeeper(self._console, self, chosen=self._remembered, screens=self._screens)
            self._keeper.place_changed.connect(self._follow_place)
        self._keeper.window.show_view(self.view)
        if self.place in (RoomPlace.AWAY, RoomPlace.LOST):
            self._keeper.open()
        else:
            self._keeper.put_away()

    def open(self) -> None:
        """Show the window, if nobody has yet."""
        if self.place is RoomPlace.AWAY:
            self.toggle()

    @Slot()
    def toggle_blackout(self) -> None:
        """Make the window black, or not any more."""
        self._blackout = not self._blackout
        self._show()
        self.changed.emit()
        self.blackout_set.emit(self._blackout)

    @Slot(str)
    def write(self, message: str) -> None:
        """Write a sentence in the place of the names; an empty one takes it away."""
        if message != self._message:
            self._message = message
            self._show()
            self.changed.emit()
            self.message_shown.emit(message)

    @Slot(str, tuple)
    def publish(self, heading: str, lines: tuple[str, ...]) -> None:
        """Show lines of text instead of the clock; without lines, the clock comes back."""
        published = RoomView(phase=heading, lines=lines) if lines else None
        if published != self._published:
            self._published = published
            self._show()

    def close(self) -> None:
        """Let the window go for good."""
        if self._keeper:
            self._keeper.put_away()
            self._keeper.window.deleteLater()
            self._keeper.deleteLater()
            self._keeper = None

    def _show(self) -> None:
        view = self.view
        if self._keeper:
            self._keeper.window.show_view(view)
        self.view_changed.emit(view)

    @Slot(object)
    def _follow_place(self, place: RoomPlace) -> None:
        self.place_changed.emit(place)
        self.changed.emit()
