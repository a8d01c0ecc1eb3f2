"""Guards against the Qt binding that loses a reference to None in each void call and, in time, aborts the process."""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2_000
OTHERS = 100  # what the interpreter itself may take or give back meanwhile


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal here: its references are not counted")
def test_void_calls_keep_references_to_none(qtbot: QtBot) -> None:
    """Thousands of void calls leave the count of references to None where it was (docs/decisions/0003)."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - OTHERS
