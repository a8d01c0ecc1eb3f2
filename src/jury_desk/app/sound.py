"""Plays the cue with what the system brings: the part of Qt that plays sounds would double the size of the program."""

import shutil
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QProcess

from jury_desk.resources import path

PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "--quiet")),
}
"""The players of each system, the likeliest first; Windows plays it itself."""


class SystemSound(QObject):
    """The cue, played beside the program."""

    def __init__(self, parent: QObject | None = None, *, system: str = sys.platform) -> None:
        super().__init__(parent)
        self._system = system
        self._cue = str(path("sounds", "cue.wav"))

    def play(self, failed: Callable[[], object]) -> None:
        """Begin to play; ``failed`` is called when there is no player, or it could not."""
        if self._system == "win32":
            if not _play_on_windows(self._cue):
                failed()
            return
        player = next((each for each in PLAYERS.get(self._system, ()) if shutil.which(each[0])), None)
        if player is None:
            failed()
            return
        process = QProcess(self)
        process.errorOccurred.connect(partial(_end, process, failed))
        process.finished.connect(partial(_end, process, failed))
        process.start(player[0], [*player[1:], self._cue])


def _end(process: QProcess, failed: Callable[[], object], *_reported: object) -> None:
    """A player has ended, or never began; both are told once."""
    process.blockSignals(True)
    process.deleteLater()
    if process.error() is not QProcess.ProcessError.UnknownError or process.exitCode():
        failed()


def _play_on_windows(cue: str) -> bool:
    if sys.platform != "win32":
        return False
    import winsound  # noqa: PLC0415 - exists on Windows alone

    try:
        winsound.PlaySound(cue, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    except RuntimeError:
        return False
    return True
