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
THREE = Path(__file__).with_name("three_screens.py")
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
BALCONY = {"name": "balcony", "x": 3286, "y": 0, "width": 1280, "height": 720}
DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def run(script: Path, tmp_path: Path, *screens: dict[str, object]) -> Any:
    """What a script saw, in a process of its own on these screens."""
    layout = tmp_path / "screens.json"
    layout.write_text(json.dumps({"screens": [screen | DOTS for screen in screens]}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={layout}"}
    done = subprocess.run(
        [sys.executable, script, str(tmp_path / "settings.ini")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def steps(tmp_path: Path, *screens: dict[str, object]) -> dict[str, dict[str, Any]]:
    """What was seen at each step of the two screens."""
    return {step["step"]: step for step in run(SCRIPT, tmp_path, *screens)}


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


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The steps on a laptop with two screens for the audience."""
    found: dict[str, dict[str, Any]] = run(THREE, tmp_path_factory.mktemp("three"), LAPTOP, PROJECTOR, BALCONY)
    return found


def test_two_audience_screens_are_a_choice(three: dict[str, dict[str, Any]]) -> None:
    """Each with its size; before a choice it is the first; the keyboard chooses the other at once."""
    assert three["begun"]["offered"] == ["projector · 1920 × 1080", "balcony · 1280 × 720"]
    assert (three["begun"]["chooser"], three["begun"]["place"]) == (True, "away")
    assert three["shown"]["screen"] == "projector"
    assert (three["chosen"]["screen"], three["chosen"]["chosen"]) == ("balcony", "balcony · 1280 × 720")


def test_screen_chosen_is_found_again_when_it_comes_back(three: dict[str, dict[str, Any]]) -> None:
    """Unplugged it is lost, not replaced; shown elsewhere by the chair meanwhile, the window returns to it."""
    assert (three["unplugged"]["place"], three["unplugged"]["screen"]) == ("lost", "")
    assert three["unplugged"]["chooser"] is False
    assert three["wanted all the same"]["screen"] == "projector"
    assert (three["plugged again"]["place"], three["plugged again"]["screen"]) == ("full", "balcony")


def test_screen_chosen_is_remembered_by_the_next_run(three: dict[str, dict[str, Any]]) -> None:
    """Offered first, and taken without asking."""
    assert three["next run"]["chosen"] == "balcony · 1280 × 720"
    assert three["next run, shown"]["screen"] == "balcony"


def test_no_choice_with_a_single_audience_screen(tmp_path: Path) -> None:
    """There the chooser would say nothing."""
    two = {**BALCONY, "x": 1366}
    found = run(THREE, tmp_path, LAPTOP, two)
    assert found["begun"]["chooser"] is False
    assert found["shown"]["screen"] == "balcony"
