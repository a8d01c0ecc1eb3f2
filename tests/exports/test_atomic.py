"""A document appears whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jury_desk.domain.errors import FileNotWritable
from jury_desk.exports.atomic import replacing
from jury_desk.exports.minutes_pdf import write_minutes
from jury_desk.exports.scores_workbook import write_workbook

if TYPE_CHECKING:
    from jury_desk.services.ports import DocumentWriter


def test_the_new_file_takes_the_place_of_the_former(tmp_path: Path) -> None:
    """Until the end of the block the former file is the one there is."""
    target = tmp_path / "document.pdf"
    target.write_bytes(b"former")
    with replacing(target) as temporary:
        temporary.write_bytes(b"new")
        assert target.read_bytes() == b"former"
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_inside_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither half a document nor a temporary one; the failure itself goes on."""
    target = tmp_path / "document.pdf"
    target.write_bytes(b"former")

    def fail_halfway() -> None:
        with replacing(target) as temporary:
            temporary.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


def test_the_target_changes_by_a_rename_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the rename fails, not one byte of the former file has been touched."""
    target = tmp_path / "document.pdf"
    target.write_bytes(b"former")

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileNotWritable) as refused, replacing(target) as temporary:
        temporary.write_bytes(b"new")
    assert refused.value.detail == "Permission denied"
    assert target.read_bytes() == b"former"


def test_a_target_that_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    """A folder of that name, a locked file: the system's words, and the path."""
    target = tmp_path / "taken"
    target.mkdir()
    with pytest.raises(FileNotWritable) as refused, replacing(target) as temporary:
        temporary.write_bytes(b"new")
    assert refused.value.path == str(target)
    assert refused.value.detail
    assert list(tmp_path.iterdir()) == [target]


def test_a_long_name_still_has_room_for_a_temporary_one(tmp_path: Path) -> None:
    """File systems end names at 255 bytes."""
    target = tmp_path / ("é" * 120 + ".pdf")
    with replacing(target) as temporary:
        temporary.write_bytes(b"new")
    assert target.read_bytes() == b"new"


def test_the_writers_are_document_writers() -> None:
    """Both can be plugged in; the types say so, and this line is where they are checked."""
    writers: tuple[DocumentWriter, ...] = (write_minutes, write_workbook)
    assert len(writers) == 2
