"""Where the room's window stands: on two screens, after one has gone and come back, and on one alone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jury_desk.ui.room.screens import ScreenIdentity, same_screen

SCRIPT = Path(__file__).with_name("two_screens.py")
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def steps(tmp_path: Path, *screens: dict[str, object]) -> dict[str, dict[str, Any]]:
    """What was seen at each step, in a process of its own on these screens."""
    layout = tmp_path / "screens.json"
    layout.write_text(json.dumps({"screens": [screen | DOTS for screen in screens]}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={layout}"}
    done = subprocess.run(
        [sys.executable, SCRIPT], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return {step["step"]: step for step in json.loads(done.stdout)}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The steps on a laptop with a projector."""
    return steps(tmp_path_factory.mktemp("two"), LAPTOP, PROJECTOR)


def test_room_window_fills_the_audience_screen(seen: dict[str, dict[str, Any]]) -> None:
    """Full screen, on the projector, to its last pixel."""
    step = seen["opened"]
    assert (step["place"], step["full"], step["screen"]) == ("full", True, "projector")
    assert step["frame"] == [1366, 0, 1920, 1080]


def test_unplugged_projector_hides_the_window_and_the_clock_goes_on(seen: dict[str, dict[str, Any]]) -> None:
    """It does not fall over the chair's screen, and still follows the time."""
    step = seen["unplugged"]
    assert (step["place"], step["visible"], step["figures"]) == ("lost", False, "0:58")
    assert seen["still unplugged"]["visible"] is False


def test_projector_plugged_again_has_its_window_once_settled(seen: dict[str, dict[str, Any]]) -> None:
    """Not at once: it changes its size for a second."""
    assert seen["plugged, settling"]["visible"] is False
    step = seen["plugged again"]
    assert (step["place"], step["visible"], step["frame"]) == ("full", True, [1366, 0, 1920, 1080])


def test_room_window_is_never_over_the_console(seen: dict[str, dict[str, Any]]) -> None:
    """When the chair's window moves to the projector, the room's leaves it."""
    step = seen["console moved over"]
    assert (step["place"], step["screen"]) == ("full", "laptop")


def test_put_away_is_put_away(seen: dict[str, dict[str, Any]]) -> None:
    """The window is hidden."""
    assert (seen["put away"]["place"], seen["put away"]["visible"]) == ("away", False)


def test_one_screen_has_a_small_window(tmp_path: Path) -> None:
    """With no other screen, it leaves the chair's window in sight."""
    step = steps(tmp_path, LAPTOP)["opened"]
    assert (step["place"], step["full"]) == ("small", False)
    _, _, width, height = step["frame"]
    assert width * height < LAPTOP["width"] * LAPTOP["height"] / 4  # type: ignore[operator]


@pytest.mark.parametrize(
    ("screens", "found"),
    [
        ([ScreenIdentity("HDMI-1", "Epson", "EB", "7"), ScreenIdentity("DP-1", "Epson", "EB", "8")], 1),
        ([ScreenIdentity("DP-1"), ScreenIdentity("HDMI-1")], 0),
        ([ScreenIdentity("HDMI-1", "Epson", "EB", "7")], -1),
        ([], -1),
    ],
)
def test_screen_is_known_again_by_its_identity_then_by_its_name(screens: list[ScreenIdentity], found: int) -> None:
    """An exact match first; a name alone where a driver gives no more; never another screen."""
    assert same_screen(ScreenIdentity("DP-1", "Epson", "EB", "8"), screens) == found
