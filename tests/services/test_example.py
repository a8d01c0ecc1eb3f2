"""The example edition is whole or is not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.rules import Rules
from jury_desk.services.files import open_example


def test_example_that_fails_half_way_is_taken_away(tmp_path: Path) -> None:
    """A failure while it is being made leaves no file that would be opened as the example the next time."""
    toolbox = make_toolbox(actor="Test", safety=tmp_path / "safety")

    def fail(path: Path) -> Rules:
        raise FileNotWritable(str(path), "no room")

    with pytest.raises(FileNotWritable):
        open_example(replace(toolbox, read_rules=fail), tmp_path / "example.jury")
    assert not (tmp_path / "example.jury").exists()
    file = open_example(toolbox, tmp_path / "example.jury")
    assert len(file.events()) > 40
    file.close()
