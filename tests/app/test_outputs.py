"""Keeping awake and the cue, with the system's answers replaced: a failure is told and stops nothing."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desk.app.keep_awake import WakepyKeepAwake
from jury_desk.app.sound import PLAYERS, SystemSound
from jury_desk.resources import path


class Told:
    """What the adapter told, and when it did."""

    def __init__(self) -> None:
        self.answers: list[bool] = []
        self.came = Event()

    def __call__(self, held: bool) -> None:
        """Take the answer."""
        self.answers.append(held)
        self.came.set()


@pytest.mark.parametrize(("faked", "held"), [("1", True), ("0", False)])
def test_keep_awake_tells_whether_it_works(monkeypatch: pytest.MonkeyPatch, faked: str, held: bool) -> None:
    """A switch of wakepy itself stands for the desktop; without one the answer is no, and nothing raises."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", faked)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    told, awake = Told(), WakepyKeepAwake()
    awake.hold(told)
    assert told.came.wait(20)
    awake.hold(told)
    awake.release()
    awake.release()
    assert told.answers == [held]


def test_keep_awake_that_breaks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a desktop answers ends as « not available »."""
    import wakepy  # noqa: PLC0415 - replaced below

    def break_down(**_options: object) -> None:
        raise OSError

    monkeypatch.setattr(wakepy.keep, "presenting", break_down)
    told, awake = Told(), WakepyKeepAwake()
    awake.hold(told)
    assert told.came.wait(20)
    assert told.answers == [False]


def test_cue_is_shipped() -> None:
    """A sound of less than a second, of which the players know the format."""
    content = path("sounds", "cue.wav").read_bytes()
    assert content.startswith(b"RIFF")
    assert 4_000 < len(content) < 40_000


def player(folder: Path, name: str, status: int) -> Path:
    """A player that keeps what it was given and ends with ``status``."""
    script = folder / name
    script.write_text(f'#!/bin/sh\necho "$@" > "{folder}/played"\nexit {status}\n', encoding="utf-8")
    script.chmod(0o755)
    return script


@pytest.mark.parametrize(("status", "failures"), [(0, 0), (3, 1)])
def test_cue_goes_to_the_system_player(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, failures: int
) -> None:
    """The first player there is; one that cannot play is told once."""
    player(tmp_path, "paplay", status)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    failed: list[bool] = []
    sound = SystemSound(system="linux")
    sound.play(lambda: failed.append(True))
    qtbot.waitUntil(lambda: not sound.children(), timeout=20_000)
    assert (tmp_path / "played").read_text(encoding="utf-8").strip() == str(path("sounds", "cue.wav"))
    assert len(failed) == failures


@pytest.mark.parametrize("system", ["linux", "win32", "plan9"])
def test_cue_without_a_player_is_told(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    """No player, another system's, or none known."""
    del qapp
    monkeypatch.setenv("PATH", "")
    failed: list[bool] = []
    SystemSound(system=system).play(lambda: failed.append(True))
    assert failed == [True]


def test_every_player_is_a_program_of_the_system() -> None:
    """None is ours, and none is asked to be installed."""
    assert {each[0] for players in PLAYERS.values() for each in players} == {"afplay", "pw-play", "paplay", "aplay"}
