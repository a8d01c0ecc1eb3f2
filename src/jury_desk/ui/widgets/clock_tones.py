"""The colours of a running clock, the same in the room and on the chair's page, whatever the scheme of the window."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Tone(StrEnum):
    """What the time left means; each has a ground of its own, and a sign for whoever does not see the ground."""

    NORMAL = "normal"
    WARNING = "warning"
    OVERTIME = "overtime"


class Ground(NamedTuple):
    """A ground and what is written on it; ``frame`` is the thickness of the frame, in hundredths of the height."""

    ground: str
    ink: str
    frame: float


GROUNDS = {
    Tone.NORMAL: Ground("#101820", "#FFFFFF", 0),
    Tone.WARNING: Ground("#FFC20A", "#000000", 1.2),
    Tone.OVERTIME: Ground("#8B0A3D", "#FFFFFF", 3),
}
"""Two steps are enough: a third between amber and red could not be told from its neighbours."""

BLACK = "#000000"


def tone_sign(tone: Tone) -> str:
    """The tone in one word: « TEMPS », « CONCLURE », « DÉPASSEMENT »."""
    return {
        Tone.NORMAL: QCoreApplication.translate("Clock", "TIME"),
        Tone.WARNING: QCoreApplication.translate("Clock", "CONCLUDE"),
        Tone.OVERTIME: QCoreApplication.translate("Clock", "OVERTIME"),
    }[tone]


def paused_sign() -> str:
    """« PAUSE », while the clock stands."""
    return QCoreApplication.translate("Clock", "PAUSED")


def ended_sign() -> str:
    """« TERMINÉ », once the phase is over."""
    return QCoreApplication.translate("Clock", "ENDED")
