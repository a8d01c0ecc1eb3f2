"""What the program remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from jury_desk.ui.settings import RecentFile, Settings, next_scale


def reopened(settings: Settings) -> Settings:
    """The settings as the next run finds them."""
    settings._store.sync()
    return Settings(QSettings(settings._store.fileName(), QSettings.Format.IniFormat))


def test_choices_are_kept_from_one_run_to_the_next(settings: Settings) -> None:
    """Language, colours and type size are found again."""
    settings.language, settings.scheme, settings.scale = "fr", "dark", 150
    found = reopened(settings)
    assert (found.language, found.scheme, found.scale) == ("fr", "dark", 150)


def test_values_that_cannot_be_read_are_the_defaults(settings: Settings) -> None:
    """Settings written by another version or by hand do no harm."""
    for key in ("window/language", "window/scheme", "window/scale", "files/recent"):
        settings._store.setValue(key, "nonsense")
    assert (settings.language, settings.scheme, settings.scale) == ("system", "system", 100)
    assert settings.recent_files == []


def test_recent_files_are_the_last_ten_newest_first(settings: Settings) -> None:
    """The eleventh file pushes the first one out."""
    for number in range(11):
        settings.remember_file(RecentFile(f"/home/{number}.jury", f"Edition {number}"))
    assert [file.title for file in reopened(settings).recent_files] == [f"Edition {n}" for n in range(10, 0, -1)]


def test_a_file_opened_again_comes_first_once(settings: Settings) -> None:
    """No file is listed twice."""
    for path in ("/a.jury", "/b.jury", "/a.jury"):
        settings.remember_file(RecentFile(path))
    assert [file.path for file in settings.recent_files] == ["/a.jury", "/b.jury"]


def test_recent_files_can_be_forgotten_without_touching_them(settings: Settings, tmp_path: Path) -> None:
    """Clearing the list leaves the files where they are."""
    file = tmp_path / "a.jury"
    file.touch()
    settings.remember_file(RecentFile(str(file)))
    settings.forget_recent_files()
    assert reopened(settings).recent_files == []
    assert file.exists()


@pytest.mark.parametrize(
    ("current", "step", "expected"), [(100, 1, 110), (100, -1, 90), (300, 1, 300), (80, -1, 80), (105, 1, 110)]
)
def test_next_scale_goes_one_step(current: int, step: int, expected: int) -> None:
    """Zooming goes through the sizes and stops at the ends."""
    assert next_scale(current, step) == expected
