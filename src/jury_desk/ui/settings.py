"""What the program remembers between two runs about whoever uses it, typed; never anything of an edition's content."""

from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from PySide6.QtCore import QByteArray, QSettings

LanguageChoice = Literal["system", "fr", "en"]
SchemeChoice = Literal["system", "light", "dark", "contrast"]

RECENT_FILES = 10
SCALE_STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The type sizes that zooming goes through, in per cent."""
_OF_A_SCREEN = ("name", "manufacturer", "model", "serial")


class RecentFile(NamedTuple):
    """A file opened before: its path, its title, where its programme stood, when it was last opened (UTC)."""

    path: str
    title: str = ""
    standing: str = ""
    opened_at: str = ""

    @property
    def exists(self) -> bool:
        """Whether it is still there."""
        return Path(self.path).is_file()


class Settings:
    """Typed access to what QSettings keeps; a value that cannot be read is the default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings()

    @property
    def language(self) -> LanguageChoice:
        """The language of the window."""
        return cast("LanguageChoice", self._one_of("window/language", get_args(LanguageChoice)))

    @language.setter
    def language(self, value: LanguageChoice) -> None:
        self._store.setValue("window/language", value)

    @property
    def scheme(self) -> SchemeChoice:
        """The colours of the window."""
        return cast("SchemeChoice", self._one_of("window/scheme", get_args(SchemeChoice)))

    @scheme.setter
    def scheme(self, value: SchemeChoice) -> None:
        self._store.setValue("window/scheme", value)

    @property
    def scale(self) -> int:
        """The type size in per cent, 80 to 300."""
        try:
            found = int(str(self._store.value("window/scale", 100)))
        except ValueError:
            return 100
        return min(SCALE_STEPS[-1], max(SCALE_STEPS[0], found))

    @scale.setter
    def scale(self, value: int) -> None:
        self._store.setValue("window/scale", min(SCALE_STEPS[-1], max(SCALE_STEPS[0], value)))

    @property
    def keypad(self) -> bool:
        """Whether a mark that no further digit can change ends by itself."""
        return self._flag("marks/keypad")

    @keypad.setter
    def keypad(self, value: bool) -> None:
        self._store.setValue("marks/keypad", value)

    @property
    def enter_stays(self) -> bool:
        """Whether Enter records a mark without moving, for who listens to a screen reader."""
        return self._flag("marks/enter_stays")

    @enter_stays.setter
    def enter_stays(self, value: bool) -> None:
        self._store.setValue("marks/enter_stays", value)

    @property
    def results_hidden(self) -> bool:
        """Whether totals and places are kept from the screen, which others see."""
        return self._flag("marks/results_hidden")

    @results_hidden.setter
    def results_hidden(self, value: bool) -> None:
        self._store.setValue("marks/results_hidden", value)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt writes it; empty the first time."""
        found = self._store.value("window/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def room_screen(self) -> tuple[str, str, str, str]:
        """The screen chosen for the audience: name, manufacturer, model, serial number; empty ones before a choice."""
        kept = [str(self._store.value(f"room/{part}", "")) for part in _OF_A_SCREEN]
        return kept[0], kept[1], kept[2], kept[3]

    @room_screen.setter
    def room_screen(self, value: tuple[str, str, str, str]) -> None:
        for part, text in zip(_OF_A_SCREEN, value, strict=True):
            self._store.setValue(f"room/{part}", text)

    @property
    def folder(self) -> str:
        """The folder in which the last file was chosen."""
        return str(self._store.value("files/folder", ""))

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)

    @property
    def recent_files(self) -> list[RecentFile]:
        """The files opened last, the newest first."""
        kept = str(self._store.value("files/recent", ""))
        if not kept:
            return []
        import json  # noqa: PLC0415 - the first start has no list and need not wait for it

        try:
            return [RecentFile(**each) for each in json.loads(kept)]
        except (ValueError, TypeError):
            return []

    def remember_file(self, file: RecentFile) -> None:
        """Put ``file`` first among the recent ones."""
        others = [each for each in self.recent_files if each.path != file.path]
        self._write_recent([file, *others][:RECENT_FILES])

    def forget_recent_files(self) -> None:
        """Clear the list; the files stay where they are."""
        self._store.remove("files/recent")

    def restore_recent_files(self, files: list[RecentFile]) -> None:
        """Bring back a list that was cleared, under what was opened since."""
        since = self.recent_files
        known = {each.path for each in since}
        self._write_recent([*since, *(each for each in files if each.path not in known)][:RECENT_FILES])

    def _write_recent(self, files: list[RecentFile]) -> None:
        import json  # noqa: PLC0415 - as above

        self._store.setValue("files/recent", json.dumps([each._asdict() for each in files], ensure_ascii=False))

    def _flag(self, key: str) -> bool:
        # An .ini file gives texts back.
        return str(self._store.value(key, False)).lower() == "true"

    def _one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        found = str(self._store.value(key, allowed[0]))
        return found if found in allowed else allowed[0]


def next_scale(current: int, step: int) -> int:
    """The type size one step up (1) or down (-1)."""
    if step > 0:
        return next((each for each in SCALE_STEPS if each > current), SCALE_STEPS[-1])
    return next((each for each in reversed(SCALE_STEPS) if each < current), SCALE_STEPS[0])
