"""What a screen reader is told of a running session: thresholds and turns, never every second."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.pitch_signals import Signal, signal
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus
from jury_desk.ui.widgets.durations import countdown
from jury_desk.ui.widgets.phase_words import phase_name

SPOKEN_MS = (300_000, 60_000)
"""Remaining times that are said in every phase, beside the warnings of its format and the end."""
LATEST_MS = 1000
"""A sound that would come later than this is dropped: it would mark another instant."""


def spoken_signal(clock: PhaseClock, before_ms: int, now_ms: int) -> Signal | None:
    """The threshold to be said that the time left has just gone through."""
    shape = clock.format
    times = sorted({*SPOKEN_MS, *shape.warnings_ms}, reverse=True)
    return signal(clock.slot, replace(shape, warnings_ms=tuple(times)), before_ms, now_ms)


def threshold_words(threshold_ms: int) -> str:
    """« Reste 1 minute », « Temps écoulé »."""
    if threshold_ms <= 0:
        return QCoreApplication.translate("Cues", "Time is up")
    minutes, seconds = divmod(threshold_ms // 1000, 60)
    if seconds:
        return QCoreApplication.translate("Cues", "{time} left").format(time=countdown(threshold_ms))
    if minutes == 1:
        return QCoreApplication.translate("Cues", "One minute left")
    return QCoreApplication.translate("Cues", "{minutes} minutes left").format(minutes=minutes)


def turn_words(clock: PhaseClock, remaining_ms: int) -> str:
    """« Exposé : en pause, reste 2:41 »."""
    states = {
        PhaseStatus.READY: QCoreApplication.translate("Cues", "ready"),
        PhaseStatus.RUNNING: QCoreApplication.translate("Cues", "running"),
        PhaseStatus.PAUSED: QCoreApplication.translate("Cues", "paused"),
        PhaseStatus.INTERRUPTED: QCoreApplication.translate("Cues", "interrupted"),
        PhaseStatus.ENDED: QCoreApplication.translate("Cues", "ended"),
        PhaseStatus.SKIPPED: QCoreApplication.translate("Cues", "left out"),
    }
    left = QCoreApplication.translate("Cues", "{time} left").format(time=countdown(remaining_ms))
    if remaining_ms <= 0:
        left = QCoreApplication.translate("Cues", "overtime {time}").format(time=countdown(remaining_ms))
    told = QCoreApplication.translate("Cues", "{phase}: {state}, {left}")
    return told.format(phase=phase_name(clock.format), state=states[clock.status], left=left)
