"""Keeps every test away from the screen, the home folder and the language of whoever runs it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

# At import: the Qt plugin of pytest loads Qt before any fixture runs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": ""}

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
