"""How the window starts."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROBE = """
import sys
from jury_desk.app import window
from PySide6.QtCore import QTimer
app, shown = window.make_window()
shown.show()
app.processEvents()
heavy = ("sqlmodel", "sqlalchemy", "pydantic", "openpyxl", "xlsxwriter", "reportlab", "alembic", "pypdfium2")
print([name for name in heavy if name in sys.modules])
shown.close()
"""


def run(code: str, home: Path) -> str:
    """What a process of its own prints."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_the_welcome_window_loads_no_heavy_library(tmp_path: Path) -> None:
    """Database, spreadsheets and documents load when an edition is opened, not before."""
    assert run(PROBE, tmp_path).strip() == "[]"


def test_the_probe_prints_one_line_of_json(tmp_path: Path) -> None:
    """The benchmark of the start finds what it needs."""
    told = json.loads(run("from jury_desk.app.window import probe; raise SystemExit(probe(None))", tmp_path))
    assert told["painted_ms"] >= 0
    assert int(told["rss_kib"]) > 10_000
