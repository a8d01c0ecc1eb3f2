"""The words of the window for the phases of a session, and what their clock means."""

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.pitch_format import PhaseFormat, PhaseKind
from jury_desk.domain.pitch_state import Pace
from jury_desk.ui.widgets.clock_tones import Tone

TONES = {
    Pace.ON_TIME: Tone.NORMAL,
    Pace.WARNING: Tone.WARNING,
    Pace.TIME_UP: Tone.OVERTIME,
    Pace.OVERTIME: Tone.OVERTIME,
}
"""The ground on which each pace is shown."""


def phase_name(phase: PhaseFormat) -> str:
    """« Exposé », or the label that the rules give it."""
    return (
        phase.label
        or {
            PhaseKind.PITCH: QCoreApplication.translate("Phases", "Talk"),
            PhaseKind.QUESTIONS: QCoreApplication.translate("Phases", "Questions"),
            PhaseKind.DELIBERATION: QCoreApplication.translate("Phases", "Deliberation"),
            PhaseKind.CHANGEOVER: QCoreApplication.translate("Phases", "Marking and changeover"),
            PhaseKind.BREAK: QCoreApplication.translate("Phases", "Break"),
            PhaseKind.OPENING: QCoreApplication.translate("Phases", "Opening"),
        }[phase.kind]
    )


def start_words(phase: PhaseFormat) -> str:
    """« Démarrer l’exposé »."""
    if phase.label:
        return QCoreApplication.translate("Phases", "Start: {phase}").format(phase=phase.label)
    return {
        PhaseKind.PITCH: QCoreApplication.translate("Phases", "Start the talk"),
        PhaseKind.QUESTIONS: QCoreApplication.translate("Phases", "Start the questions"),
        PhaseKind.DELIBERATION: QCoreApplication.translate("Phases", "Start the deliberation"),
        PhaseKind.CHANGEOVER: QCoreApplication.translate("Phases", "Start the marking"),
        PhaseKind.BREAK: QCoreApplication.translate("Phases", "Start the break"),
        PhaseKind.OPENING: QCoreApplication.translate("Phases", "Start the opening"),
    }[phase.kind]


def end_words(phase: PhaseFormat) -> str:
    """« Fin de l’exposé »."""
    if phase.label:
        return QCoreApplication.translate("Phases", "End: {phase}").format(phase=phase.label)
    return {
        PhaseKind.PITCH: QCoreApplication.translate("Phases", "End of the talk"),
        PhaseKind.QUESTIONS: QCoreApplication.translate("Phases", "End of the questions"),
        PhaseKind.DELIBERATION: QCoreApplication.translate("Phases", "End of the deliberation"),
        PhaseKind.CHANGEOVER: QCoreApplication.translate("Phases", "End of the marking"),
        PhaseKind.BREAK: QCoreApplication.translate("Phases", "End of the break"),
        PhaseKind.OPENING: QCoreApplication.translate("Phases", "End of the opening"),
    }[phase.kind]
