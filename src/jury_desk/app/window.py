"""Starts the window: shows the welcome page first, loads what an edition needs after it, tells defects as they come."""

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from jury_desk import __version__
from jury_desk.app.translation import Translation
from jury_desk.resources import path as packaged
from jury_desk.ui import theme
from jury_desk.ui.dialogs.file_choice import FileChooser
from jury_desk.ui.main_window import EXAMPLE_PLACE, Doors, MainWindow
from jury_desk.ui.settings import Settings

if TYPE_CHECKING:
    from jury_desk.services.ports import JuryFile, Toolbox
    from jury_desk.ui.live.outputs import Outputs

# What is not needed for the first picture of the welcome page loads where it is used.
# ruff: noqa: PLC0415

FIRST_FONTS = ("Lato-Regular.ttf", "Lato-Bold.ttf")
PAINTED_MS = 60
"""By then the welcome page is on the screen, and what it does without may load."""
PRELOAD_MS = 150
"""And what the chair will want next."""
LONGEST_WORK_MS = 30_000
"""What is not written by then is not waited for."""
LATER_FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "Lato-Italic.ttf", "Lato-BoldItalic.ttf")


def run_window(path: Path | None, *, example: bool = False) -> int:
    """Show the window, on a file or on the example where one is asked for, until it is closed."""
    app, window = make_window(opening=bool(path or example))
    hook = ExceptionHook(window)
    sys.excepthook = hook.report
    _show(app, window, partial(window.open_path, path) if path else window.open_example if example else None)
    status = app.exec()
    _finish_works()
    sys.excepthook = sys.__excepthook__
    return int(status)


def _finish_works() -> None:
    """Wait for what is still being written or drawn beside the window: it would be cut short in the midst."""
    QThreadPool.globalInstance().waitForDone(LONGEST_WORK_MS)


def probe(path: Path | None) -> int:
    """Start as always, tell on standard output when the window was painted and how much memory it takes, and quit.

    ``benchmarks/start.py`` describes the convention.
    """
    app, window = make_window(opening=bool(path))
    watch = _Probe(app)
    window.winId()
    window.windowHandle().installEventFilter(watch)
    watch.painted.connect(watch.wait)
    _show(app, window, partial(window.open_path, path, EXAMPLE_PLACE) if path else None)
    status = app.exec()
    window.close()
    return int(status)


def _show(app: QApplication, window: MainWindow, open_file: Callable[[], None] | None) -> None:
    if open_file:
        load_later_fonts()
        open_file()
        # Only now that all has found its place: Qt would style each widget again at every step there.
        theme.apply_sheet(app)
        window.show()
    else:
        window.show()
        QTimer.singleShot(PAINTED_MS, finish_dressing)
        QTimer.singleShot(PRELOAD_MS, window, _preload)
    QTimer.singleShot(PAINTED_MS, gc.enable)


def make_window(settings: Settings | None = None, *, opening: bool = False) -> tuple[QApplication, MainWindow]:
    """The application and its window, dressed, not yet shown; with ``opening`` it waits for the file to open."""
    app = make_application()
    kept = settings or Settings()
    theme.apply(app, kept.scheme, kept.scale, sheet=False)
    translation = Translation(app)
    doors = Doors(_toolbox, kept, FileChooser(kept), translation.use, _open_example, _outputs)
    window = MainWindow(doors, opening=opening)
    QTimer.singleShot(PAINTED_MS, window, partial(_follow_system, app, window))
    return app, window


def _follow_system(app: QApplication, window: MainWindow) -> None:
    app.styleHints().colorSchemeChanged.connect(window.follow_system)


def make_application() -> QApplication:
    """The one application, with its style and its typefaces."""
    found = QApplication.instance()
    # Named to Qt rather than to PySide, which makes the enumerations of every style to find the one meant.
    app = found if isinstance(found, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Jury Desk")
    app.setOrganizationName("Jury Desk")
    app.setApplicationVersion(__version__)
    for name in FIRST_FONTS:
        QFontDatabase.addApplicationFont(str(packaged("fonts", name)))
    return app


def finish_dressing() -> None:
    """Put in force what the first picture does without: the style sheet, the other typefaces."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply_sheet(app)
    load_later_fonts()


def load_later_fonts() -> None:
    """Register the italics, and the signs that Lato lacks."""
    for name in LATER_FONTS:
        QFontDatabase.addApplicationFont(str(packaged("fonts", name)))


@cache
def _toolbox() -> "Toolbox":
    from jury_desk.app.composition import make_toolbox

    return make_toolbox(beside=True)


def _open_example() -> "JuryFile":
    from jury_desk.app.paths import example_file
    from jury_desk.services.files import open_example

    return open_example(_toolbox(), example_file())


def _outputs(window: QWidget) -> "Outputs":
    """What a session asks of this computer; none of it is asked before one opens."""
    from jury_desk.app.keep_awake import WakepyKeepAwake
    from jury_desk.app.sound import SystemSound
    from jury_desk.ui.live.outputs import Outputs
    from jury_desk.ui.live.screen_reader import ScreenReader

    return Outputs(WakepyKeepAwake(), SystemSound(window), ScreenReader(window))


def _preload() -> None:
    """Load what an edition needs while the chair reads the welcome page."""
    from threading import Thread

    Thread(target=_toolbox, daemon=True, name="preload").start()


class _Probe(QObject):
    """Notes when the window is first painted, and reports once idle."""

    painted = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._painted_ms = 0.0

    @Slot()
    def wait(self) -> None:
        """The window is being painted: go on when that has ended."""
        QTimer.singleShot(0, self, self.load_rest)

    @Slot()
    def load_rest(self) -> None:
        """Take the time, load what is left for idle time, then report."""
        spawned = int(os.environ.get("JURY_DESK_SPAWNED_NS", "0")) or time.time_ns()
        self._painted_ms = (time.time_ns() - spawned) / 1e6
        _toolbox()
        QTimer.singleShot(500, self, self.report)

    @Slot()
    def report(self) -> None:
        """Print what was measured and end the program."""
        status = Path("/proc/self/status").read_text(encoding="ascii")
        rss = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
        print(f'{{"painted_ms": {self._painted_ms:.1f}, "rss_kib": {rss}}}', flush=True)  # noqa: T201 - its purpose
        QCoreApplication.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first painting (Qt)."""
        if event.type() == QEvent.Type.Expose:
            # The whole window is painted within this event: it has ended when the queue goes on.
            watched.removeEventFilter(self)
            self.painted.emit()
        return super().eventFilter(watched, event)


class ExceptionHook(QObject):
    """Tells a defect of the program in a dialog that stops nothing; the session goes on."""

    _seen = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: set[str] = set()
        self._seen.connect(self._show_later)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take a defect from ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        sys.__excepthook__(kind, error, trace)
        self._seen.emit(defect_report(kind, error, trace))

    @Slot(str)
    def _show_later(self, report: str) -> None:
        # A defect in a paint event must not open a dialog within that event.
        QTimer.singleShot(0, self, partial(self._show, report))

    @Slot(str)
    def _show(self, report: str) -> None:
        # The same defect again and again (each repaint, say) is told once.
        if report in self._shown:
            return
        self._shown.add(report)
        from jury_desk.ui.dialogs.crash_report import CrashReport
        from jury_desk.ui.widgets.dates import clock_time

        operations = self._window.operations
        saved = operations.file.saved_at if operations else None
        CrashReport(report, clock_time(saved) if saved else "", _keep(report), self._window).open()


def defect_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and the places in the program; the message of the error is left out, it may quote a person."""
    import platform
    import traceback

    frames = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(trace))
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, PySide6 {pyside_version}"
    del error
    return f"Jury Desk {__version__}\n{system}\n\n{kind.__name__}\n{frames}"


def _keep(report: str) -> str:
    from datetime import UTC, datetime

    from jury_desk.app.paths import log_folder

    target = log_folder() / "defects.log"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{report}\n")
    except OSError:
        return ""
    return str(target)
