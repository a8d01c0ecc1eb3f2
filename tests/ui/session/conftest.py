"""The page of a session in an active window, with outputs that write down what they are asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.session.sitting import STAGE, Sitting, VirtualClocks, make_sitting

from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus, SessionState, SessionStatus
from jury_desk.services.pitches import PitchSession
from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.live.outputs import Outputs
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.session import SessionPage


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
