"""How the window starts: what is loaded when it is painted, never how long that took (``benchmarks/start.py``)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    *("alembic", "docx", "lxml", "numpy", "openpyxl", "pikepdf", "PIL", "pydantic", "pypdfium2", "python_calamine"),
    *("reportlab", "sqlalchemy", "sqlmodel", "wakepy", "xlsxwriter"),
)
"""The libraries that cost more than the window may take; they load with the first thing that needs one."""

PAINT = """
import sys
from functools import partial
from pathlib import Path
from jury_desk.app import window
path = next(map(Path, sys.argv[1:]), None)
app, shown = window.make_window(opening=bool(path))
window._show(app, shown, partial(shown.open_path, path, "stage:hackathon") if path else None)
app.processEvents()
"""
MODULES = PAINT + "print(*sys.modules)"
WATCHED = """
import linecache
from jury_desk.app.main import main
main(["--probe"])
print(*(name for name in linecache.cache if "jury_desk" in name))
"""


def run(code: str, home: Path, *arguments: str) -> str:
    """What a process of its own prints."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout


@pytest.fixture(scope="module")
def of_welcome(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules there when the welcome window has been painted, on the first start."""
    return set(run(MODULES, tmp_path_factory.mktemp("home")).split())


@pytest.fixture(scope="module")
def of_example(tmp_path_factory: pytest.TempPathFactory, built_example: Path) -> set[str]:
    """The modules there when the example has been painted on the stage of its first jury."""
    return set(run(MODULES, tmp_path_factory.mktemp("home"), str(built_example)).split())


def test_the_welcome_window_loads_no_heavy_library(of_welcome: set[str]) -> None:
    """Database, spreadsheets and documents load when an edition is opened, not before."""
    assert of_welcome.isdisjoint(HEAVY)


def test_the_welcome_window_loads_nothing_of_an_edition(of_welcome: set[str]) -> None:
    """It knows no rule, no file and no use case."""
    layers = ("domain", "services", "storage", "importers", "exports", "cli")
    assert not [name for name in of_welcome if name.startswith(tuple(f"jury_desk.{layer}" for layer in layers))]
    assert not {"sqlite3", "decimal", "json", "tomllib"} & of_welcome


def test_an_opened_edition_loads_no_heavy_library(of_example: set[str]) -> None:
    """Reading and verifying a file needs the driver alone; the rest comes with the first act or document."""
    assert "jury_desk.ui.pages.prepare.page" in of_example
    assert of_example.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "later",
    [
        "jury_desk.cli",
        "jury_desk.domain.robustness",
        "jury_desk.domain.standings",
        "jury_desk.exports",
        "jury_desk.importers",
        "jury_desk.services.pitches",
        "jury_desk.services.reporting",
        "jury_desk.ui.live",
        "jury_desk.ui.pages.deliberate",
        "jury_desk.ui.pages.documents",
        "jury_desk.ui.pages.marks",
        "jury_desk.ui.pages.session",
        "jury_desk.ui.room",
        "subprocess",
    ],
)
def test_an_opened_edition_loads_only_what_its_first_page_shows(of_example: set[str], later: str) -> None:
    """No ranking, no document and no page that nobody has asked for yet."""
    assert not [name for name in of_example if name == later or name.startswith(f"{later}.")]


def test_modules_load_unwatched(tmp_path: Path) -> None:
    """PySide would read the source of each, and keep it in memory (docs/decisions/0014)."""
    assert run(WATCHED, tmp_path).splitlines()[-1] == ""


def test_the_window_is_dressed_in_fusion(tmp_path: Path) -> None:
    """Whatever the system would rather have."""
    assert run(f"{PAINT}print(app.style().name())", tmp_path).strip() == "fusion"


def test_an_opened_edition_is_dressed_when_it_is_first_painted(tmp_path: Path, built_example: Path) -> None:
    """The style sheet comes after the parts and before the picture."""
    assert run(f'{PAINT}print("QPushButton" in app.styleSheet())', tmp_path, str(built_example)).strip() == "True"


def test_the_probe_prints_one_line_of_json(tmp_path: Path) -> None:
    """The benchmark of the start finds what it needs."""
    told = json.loads(run("from jury_desk.app.window import probe; raise SystemExit(probe(None))", tmp_path))
    assert told["painted_ms"] >= 0
    assert int(told["rss_kib"]) > 10_000
