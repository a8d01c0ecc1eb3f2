"""How exact the clock stays, and how smooth the window, while documents are written beside a running session.

    python benchmarks/session.py [--seconds N] [--beside process|tab|thread|window|nothing]

A session of nine passages runs in the real window, with the room's window beside it, on the computer's own clocks. The
workbook and the minutes of the example are written again and again, each time from a report that the window makes, as
its button does: in a process of their own as the program does it, in a thread, or in the window itself, to see what
that would cost. With ``tab`` the chair is on the tab of the documents instead, and exports there, again and again, the
documents of the session under way. Two figures are printed, the worst of each:

* how late a second of the clock was painted, taken when the figures themselves are painted;
* how long the window did nothing else, taken by a timer of two milliseconds; on Linux also how much of that it was
  only waiting for a processor, which is what other programs, and our own child, take from it.

The exit code is 1 when a second came more than 20 ms late, when one was left out, or when the window stood still for
more than 50 ms. On a machine that is busy with something else the figures are those of that something.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QThreadPool, QTimer, Slot
from PySide6.QtWidgets import QApplication

from jury_desk import resources
from jury_desk.app.composition import make_toolbox
from jury_desk.app.translation import Translation
from jury_desk.app.window import load_later_fonts, make_application
from jury_desk.domain.candidacy import Candidacy, Holder
from jury_desk.domain.edition import Edition
from jury_desk.domain.jury import Juror, Member
from jury_desk.services import preparation
from jury_desk.services.example import build_example
from jury_desk.services.files import new_edition
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.reporting import export_documents, stage_report
from jury_desk.ui import theme
from jury_desk.ui.dialogs.file_choice import FileChooser
from jury_desk.ui.live.console import Console
from jury_desk.ui.main_window import Doors, MainWindow
from jury_desk.ui.operations import Aside
from jury_desk.ui.pages.documents import DocumentsPage
from jury_desk.ui.room.face import RoomFace
from jury_desk.ui.room.window import RoomWindow
from jury_desk.ui.settings import Settings
from jury_desk.ui.widgets.durations import countdown
from jury_desk.ui.widgets.large_figures import LargeFigures

STAGE = "hackathon"
LATE_MS, STALL_MS = 20.0, 50.0
BEAT_MS = 2
PAUSE_MS = 50
SCHEDULED = Path("/proc/thread-self/schedstat")
SETTLED_S = 1.5
"""The first pictures of the window are not measured."""


@dataclass
class Seen:
    """What was measured: milliseconds late of each second painted; between two beats, milliseconds and those waited."""

    late: list[float] = field(default_factory=list)
    gaps: list[tuple[float, float]] = field(default_factory=list)
    seconds: list[int] = field(default_factory=list)
    documents: int = 0

    @property
    def left_out(self) -> int:
        """How many seconds were never painted."""
        return sum(former - second - 1 for former, second in zip(self.seconds, self.seconds[1:], strict=False))


class Watch(QObject):
    """Notes when the figures are painted, and when the window could do something else."""

    def __init__(self, app: QApplication, figures: LargeFigures | RoomFace, console: Console) -> None:
        super().__init__(app)
        self.seen = Seen()
        self._console = console
        self._figures = figures
        self._beat_at, self._waited = time.perf_counter(), waited_ms()
        self._text = ""
        self._beat = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
        self._beat.timeout.connect(self.beat)
        self._beat.start()
        figures.installEventFilter(self)

    @Slot()
    def beat(self) -> None:
        """The window is free."""
        now, waited = time.perf_counter(), waited_ms()
        self.seen.gaps.append(((now - self._beat_at) * 1000, waited - self._waited))
        self._beat_at, self._waited = now, waited

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The figures are being painted: how long ago did the second begin that they show? (Qt)."""
        if event.type() == QEvent.Type.Paint and self._read() != self._text:
            self._text = self._read()
            clock = self._console.session.focus() if self._console.session else None
            if clock is not None:
                left = clock.remaining_at(self._console.now)
                minutes, _, seconds = self._text.rpartition(":")
                shown = int(minutes.partition(":")[0]) * 60 + int(seconds)
                self.seen.seconds.append(shown)
                self.seen.late.append(shown * 1000 - left)
        return super().eventFilter(watched, event)

    def _read(self) -> str:
        if isinstance(self._figures, LargeFigures):
            return self._figures.text
        return countdown(self._figures.view.remaining_ms or 0)


def waited_ms() -> float:
    """How long this thread has been ready to run without a processor; nothing where the system does not tell."""
    try:
        return int(SCHEDULED.read_text(encoding="ascii").split()[1]) / 1e6
    except OSError:
        return 0.0


def prepared(toolbox: Toolbox, folder: Path) -> JuryFile:
    """Nine candidacies and seven jurors, under the rules of the example without its opening."""
    file = new_edition(toolbox, folder / "session.jury", Edition("Session", "Region", language="fr"))
    with file.unit() as unit:
        for number in range(1, 10):
            unit.put(Candidacy(f"P{number}", f"Projet {number}", holders=(Holder("Benali", "Nadia"),)))
        unit.commit("candidacies_imported")
    preparation.set_entries(file, STAGE, [f"P{number}" for number in range(1, 10)])
    for number in range(1, 8):
        preparation.add_juror(file, Juror(f"J{number}", f"Juré {number}"), seat=Member(STAGE, "", 0, declared=True))
    rules = toolbox.read_rules(resources.path("example", "hackathon-rules.toml"))
    timing = {name: value for name, value in rules.timing.items() if name != "opening"}
    preparation.set_rules(file, STAGE, replace(rules, timing={**timing, "order": "given", "pitch": "50"}))
    preparation.freeze_rules(file, STAGE, toolbox.clock)
    return file


def begin(toolbox: Toolbox, file: JuryFile, folder: Path, app: QApplication) -> tuple[MainWindow, Console]:
    """The window and the room's, with the first candidate speaking."""
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    theme.apply(app, "light", 100)
    doors = Doors(lambda: toolbox, settings, FileChooser(settings), Translation(app).use, lambda: file)
    window = MainWindow(doors)
    window.resize(1366, 768)
    window.show()
    window.open_example()
    if window.view is not None:
        window.view.go(f"stage:{STAGE}#session")
    app.processEvents()
    console = window.console
    if console is None:
        raise RuntimeError("the session did not open")
    console.act(lambda session: session.open())
    console.act(lambda session: session.call())
    console.act(lambda session: session.start())
    console.room.toggle()
    return window, console


class Writer(QObject):
    """Has both documents of the example written again and again, each time from a report made anew."""

    def __init__(self, app: QApplication, beside: str, toolbox: Toolbox, folder: Path) -> None:
        super().__init__(app)
        self.written = 0
        self._file = build_example(toolbox, folder / "example.jury")
        self._writers = make_toolbox(safety=folder / "safety", beside=beside == "process")
        self._target = folder / "documents"
        self._in_window = beside == "window"
        self._aside = Aside(self)
        self._aside.done.connect(self.go_on)

    @Slot()
    def write(self) -> None:
        """Do as the button « Export » does."""
        report, made_at = stage_report(self._file, STAGE), datetime.now(UTC)
        work = partial(export_documents, self._writers, report, self._target, language="fr", made_at=made_at)
        if self._in_window:
            work()
            self.go_on()
        else:
            self._aside.start(work)

    @Slot()
    def go_on(self) -> None:
        """Both are written: once more."""
        self.written += 1
        QTimer.singleShot(PAUSE_MS, self, self.write)


class Tab(QObject):
    """Exports on the tab of the documents, again and again, and has the minutes drawn there again."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        super().__init__(app)
        self.written = 0
        self._folder = str(folder)
        if window.view is None or window.operations is None:
            raise RuntimeError("the session did not open")
        window.view.go(f"stage:{STAGE}#documents")
        (self._page,) = (page for page in window.findChildren(DocumentsPage) if page.isVisible())
        self._page.choose_folder = lambda *_: self._folder
        window.operations.messages.note_told.connect(self.go_on)

    @Slot()
    def write(self) -> None:
        """Press « Export », then look at the minutes with their annex, or without it."""
        self._page.export.click()
        QTimer.singleShot(PAUSE_MS, self._page.explained, self._page.explained.toggle)

    @Slot(str)
    def go_on(self, told: str) -> None:
        """Both are written: once more."""
        if self._folder in told:
            self.written += 1
            QTimer.singleShot(PAUSE_MS, self, self.write)


def clock_seen(app: QApplication, window: MainWindow) -> LargeFigures | RoomFace:
    """The chair's clock, or on another tab than the session's that of the room."""
    for figures in window.findChildren(LargeFigures):
        if figures.isVisible():
            return figures
    return next(each.face for each in app.topLevelWidgets() if isinstance(each, RoomWindow))


def run(beside: str, seconds: float) -> Seen:
    """Let the session run for so long, with documents written beside it."""
    app = make_application()
    load_later_fonts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        toolbox = make_toolbox(actor="Benchmark", safety=folder / "safety", beside=True)
        window, console = begin(toolbox, prepared(toolbox, folder), folder, app)
        writer = Tab(app, window, folder) if beside == "tab" else Writer(app, beside, toolbox, folder)
        figures = clock_seen(app, window)
        watch: list[Watch] = []
        QTimer.singleShot(round(SETTLED_S * 1000), lambda: watch.append(Watch(app, figures, console)))
        if beside != "nothing":
            QTimer.singleShot(0, writer, writer.write)
        QTimer.singleShot(round((SETTLED_S + seconds) * 1000), app.quit)
        app.exec()
        window.close()
        QThreadPool.globalInstance().waitForDone()
        seen = watch[0].seen
        seen.documents = writer.written
        return seen


def main() -> int:
    """Measure and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--beside", choices=("process", "tab", "thread", "window", "nothing"), default="process")
    given = parser.parse_args()
    seen = run(given.beside, given.seconds)
    late, (stall, waited) = max(seen.late), max(seen.gaps)
    gaps = sorted(gap for gap, _ in seen.gaps)
    print(f"beside: {given.beside}, both documents written {seen.documents} times")
    print(f"{len(seen.late)} seconds painted, {seen.left_out} left out; latest {late:.1f} ms of {LATE_MS}")
    print(f"window still for {stall:.1f} ms at most of {STALL_MS}, {waited:.1f} of them waiting for a processor")
    print(f"99 of 100 times for less than {gaps[int(len(gaps) * 0.99)]:.1f} ms")
    return int(late > LATE_MS or stall > STALL_MS or seen.left_out > 0)


if __name__ == "__main__":
    sys.exit(main())
