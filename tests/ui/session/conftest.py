"""The page of a session in an active window, with outputs that write down what they are asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.session.sitting import STAGE, Sitting, VirtualClocks, make_sitting

from jury_desk.app.translation import Translation
from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus, SessionState, SessionStatus
from jury_desk.services.pitches import PitchSession
from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.live.outputs import Outputs
from jury_desk.ui.main_window import Doors, MainWindow
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.session import SessionPage
from jury_desk.ui.settings import Settings


@dataclass
class Heard:
    """Outputs that keep what they were asked."""

    awake: bool = True
    sound_works: bool = True
    held: int = 0
    said: list[str] = field(default_factory=list)
    urgent: list[str] = field(default_factory=list)
    played: int = 0

    def hold(self, tell: Callable[[bool], object]) -> None:
        """Keep awake, or say that it cannot be."""
        self.held += 1
        tell(self.awake)

    def release(self) -> None:
        """Let it sleep."""
        self.held = 0

    def play(self, failed: Callable[[], object]) -> None:
        """Play, or say that it cannot be."""
        self.played += 1
        if not self.sound_works:
            failed()

    def say(self, sentence: str, *, urgent: bool = False) -> None:
        """Write down what a screen reader would say."""
        self.said.append(sentence)
        if urgent:
            self.urgent.append(sentence)


@dataclass
class Desk:
    """The page, and hands on it: keys and clocks."""

    sitting: Sitting
    page: SessionPage
    console: Console
    heard: Heard
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def clocks(self) -> VirtualClocks:
        """The clocks to move."""
        return self.sitting.clocks

    @property
    def session(self) -> PitchSession:
        """The session of the page."""
        assert self.console.session is not None
        return self.console.session

    @property
    def state(self) -> SessionState:
        """Where it stands."""
        return self.session.state

    @property
    def clock(self) -> PhaseClock:
        """The phase that the clock is about."""
        found = self.session.focus()
        assert found is not None
        return found

    def status(self) -> PhaseStatus:
        """Where that phase stands."""
        return self.clock.status

    def stands(self) -> SessionStatus:
        """Where the session stands."""
        return self.state.status

    @property
    def left(self) -> int:
        """The time left, in milliseconds."""
        return self.clock.remaining_at(self.clocks.now())

    def press(self, *keys: Qt.Key, wait: float = 1) -> None:
        """Press keys where the focus is, each ``wait`` seconds after the one before."""
        for key in keys:
            self.run(wait)
            QTest.keyClick(self.focused(), key)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(self.focused(), text)

    def run(self, seconds: float) -> None:
        """Let time go by, second by second as far as it goes in whole ones."""
        self.clocks.run(seconds)
        self.console.tick()

    def focused(self) -> QWidget:
        """What has the focus."""
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        return focused

    def open(self) -> None:
        """Open the session and get the opening over: the first candidate is what comes next."""
        self.press(Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.Key.Key_F8)

    def call(self) -> None:
        """Call the next candidate."""
        self.press(Qt.Key.Key_F8)


DeskMaker = Callable[..., Desk]


class Strays(QObject):
    """Notes every part of a page that is shown before it has its place: a window of its own for a moment.

    It takes the keyboard from the desk, and on a screen it flashes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what is shown (Qt)."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = type(watched).__name__
            if watched.windowType() is Qt.WindowType.Window and kind not in ("MainWindow", "RoomWindow", "QWidget"):
                self.seen.append(kind)
        return super().eventFilter(watched, event)


@pytest.fixture(autouse=True)
def strays(qapp: QApplication) -> Iterator[Strays]:
    """No part of a page is ever a window of its own."""
    watch = Strays()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)
    assert watch.seen == []


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> QApplication:
    """The application in the program's own style, in English, light, at 100 %."""
    make_application()
    load_later_fonts()
    theme.apply(qapp, "light", 100)
    return qapp


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskMaker]:
    """Makes a page on a sitting of its own; ``heard`` says how its outputs behave."""
    made: list[Desk] = []

    def make(sitting: Sitting | None = None, heard: Heard | None = None, **options: object) -> Desk:
        given = sitting or make_sitting(tmp_path, **options)  # type: ignore[arg-type]
        outputs = heard or Heard()
        operations = Operations(given.file, given.toolbox, Messages("en"))
        window = QWidget()
        console = Console(operations, Outputs(outputs, outputs, outputs), window)
        page = SessionPage(console, STAGE, window)
        desk = Desk(given, page, console, outputs)
        operations.messages.error_told.connect(desk.errors.append)
        operations.messages.note_told.connect(desk.notes.append)
        made.append(desk)
        qtbot.addWidget(window)
        window.resize(1086, 600)
        page.resize(window.size())
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        page.order_view.setFocus()
        return desk

    yield make
    for desk in made:
        desk.console.release()
        desk.sitting.file.close()


@pytest.fixture
def desk(make_desk: DeskMaker) -> Desk:
    """A page on a session ready to open."""
    return make_desk()


class Place:
    """The window on a session, with its clocks."""

    def __init__(self, window: MainWindow, sitting: Sitting, heard: Heard) -> None:
        self.window = window
        self.sitting = sitting
        self.heard = heard

    @property
    def console(self) -> Console:
        """The chair's hand on the session."""
        return self.window.need_console()

    def run(self, seconds: float) -> None:
        """Let time go by."""
        self.sitting.clocks.run(seconds)
        self.console.tick()

    def go(self, tab: str) -> None:
        """Go to a tab of the stage."""
        assert self.window.view is not None
        self.window.view.go(f"stage:{STAGE}#{tab}")

    def page(self) -> SessionPage:
        """The page of the session, as it is now, once it is shown."""
        QApplication.processEvents()
        (page,) = (each for each in self.window.findChildren(SessionPage) if each.isVisible())
        return page

    def status(self) -> PhaseStatus:
        """Where the phase of the clock stands."""
        clock = self.console.session.focus() if self.console.session else None
        assert clock is not None
        return clock.status

    def talk(self) -> None:
        """Get the first candidate to speak."""
        self.go("session")
        self.console.act(lambda session: session.open())
        for _ in range(3):
            self.run(1)
            self.console.next()
        self.run(1)
        self.console.toggle()

    def clock_shown(self) -> str:
        """What the top line says of the clock."""
        assert self.window.view is not None
        clock = self.window.view.top.clock
        return clock.text_shown() if clock.isVisible() else ""


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Place]:
    """The window, open on a session ready to begin."""
    translation = Translation(qapp)
    translation.use("en")
    sitting, heard = make_sitting(tmp_path), Heard()
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = "en"

    def never(*_arguments: object) -> NoReturn:
        raise AssertionError

    doors = Doors(
        lambda: sitting.toolbox,
        settings,
        never,  # type: ignore[arg-type] # no file is asked for
        translation.use,
        lambda: sitting.file,
        lambda _window: Outputs(heard, heard, heard),
    )
    window = MainWindow(doors)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.open_example()
    yield Place(window, sitting, heard)
    window.close()
    translation.use("en")
    translation.withdraw()
