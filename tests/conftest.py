"""Keeps every test away from the screen, the home folder and the language of whoever runs it."""

import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from jury_desk.domain.edition import Edition
from jury_desk.services.files import standard_stages
from jury_desk.services.preparation import begin_edition
from jury_desk.storage.files import SqliteFiles
from jury_desk.storage.jury_file import SqliteFile

# At import: the Qt plugin of pytest loads Qt before any fixture runs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TZ": "UTC"}
if hasattr(time, "tzset"):
    time.tzset()

SHARED = Path(__file__).resolve().parents[2] / "shared"

XDG_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
WINDOWS_FOLDERS = ("APPDATA", "LOCALAPPDATA")

# What opens a modal dialog and waits in it: a test would wait for ever.
BLOCKING_CALLS = {
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
}


@pytest.fixture(scope="session", autouse=True)
def isolated_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home folder, in which this process and those it starts find and leave their settings and data."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(folder))
        for name in (*XDG_FOLDERS, *WINDOWS_FOLDERS):
            place = folder / name.lower()
            place.mkdir()
            patch.setenv(name, str(place))
        yield folder


@pytest.fixture
def shared() -> Path:
    """The folder of real data beside the project; a test that asks for it is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("no folder ../shared with the real data beside the project")
    return SHARED


@pytest.fixture(autouse=True)
def no_blocking_dialog(request: pytest.FixtureRequest, isolated_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes static modal dialogs raise, and settings live in the test's home, in tests that have Qt."""
    if "PySide6.QtWidgets" not in sys.modules and "qapp" not in request.fixturenames:
        return
    from PySide6 import QtWidgets  # noqa: PLC0415 -- headless tests do not load Qt
    from PySide6.QtCore import QSettings  # noqa: PLC0415 -- the same

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(isolated_home))

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        pytest.fail("a modal dialog was opened: ask through ui/messages.py or a dialog of our own")

    for class_name, methods in BLOCKING_CALLS.items():
        for method in methods:
            monkeypatch.setattr(getattr(QtWidgets, class_name), method, refuse)


class SteppingClock:
    """A clock that moves one second on at each look."""

    def __init__(self) -> None:
        self.instant = datetime(2020, 3, 5, 13, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The next second."""
        self.instant += timedelta(seconds=1)
        return self.instant

    def monotonic_ms(self) -> int:
        """Milliseconds since the epoch of this clock."""
        return int(self.instant.timestamp() * 1000)


@pytest.fixture
def clock() -> SteppingClock:
    """A clock of the test's own."""
    return SteppingClock()


@pytest.fixture
def files(tmp_path: Path, clock: SteppingClock) -> SqliteFiles:
    """Real files, their safety copies in the test's folder."""
    return SqliteFiles(clock, "Test", tmp_path / "safety")


@pytest.fixture
def jury_file(files: SqliteFiles, tmp_path: Path) -> Iterator[SqliteFile]:
    """An open file with the standard path and nothing else."""
    file = files.create(tmp_path / "edition.jury")
    begin_edition(file, Edition("Édition d’essai", language="en"), standard_stages("en"))
    yield file
    file.close()
