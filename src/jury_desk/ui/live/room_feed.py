"""From a session to what the room sees of it: names and times, chosen one by one."""

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition, Stage
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_format import PhaseKind
from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus, SessionStatus
from jury_desk.domain.records import Records
from jury_desk.services.pitches import PitchSession
from jury_desk.ui.room.view import RoomState, RoomView
from jury_desk.ui.widgets.clock_tones import Tone
from jury_desk.ui.widgets.phase_words import TONES, phase_name

_STATES = {
    PhaseStatus.READY: RoomState.READY,
    PhaseStatus.RUNNING: RoomState.RUNNING,
    PhaseStatus.PAUSED: RoomState.PAUSED,
    PhaseStatus.INTERRUPTED: RoomState.INTERRUPTED,
    PhaseStatus.ENDED: RoomState.ENDED,
    PhaseStatus.SKIPPED: RoomState.ENDED,
}


def room_view(records: Records, session: PitchSession, now: Instant) -> RoomView:
    """What the room sees of a session at ``now``; before anything is timed, whose session it is."""
    clock = session.focus() if session.state.status is SessionStatus.LIVE else None
    if clock is None:
        return RoomView(project=records.need(Stage, session.stage).name, holders=records.need(Edition).organisation)
    project, holders = _names(records, session, clock)
    return RoomView(
        _STATES[clock.status],
        TONES[clock.pace_at(now)] if clock.status is not PhaseStatus.INTERRUPTED else Tone.NORMAL,
        phase=phase_name(clock.format),
        project=project,
        holders=holders,
        remaining_ms=clock.remaining_at(now),
        allotted_ms=clock.available,
    )


def _names(records: Records, session: PitchSession, clock: PhaseClock) -> tuple[str, str]:
    """Who is heard; between two passages, who comes next."""
    if clock.counts:
        candidacy = records.need(Candidacy, clock.slot.candidacy)
        return candidacy.title, candidacy.carried_by
    left = waiting(session.state, session.order)
    if not left or clock.kind is PhaseKind.DELIBERATION:
        return records.need(Stage, session.stage).name, ""
    candidacy = records.need(Candidacy, left[0].candidacy)
    return QCoreApplication.translate("Room", "Next: {project}").format(project=candidacy.title), candidacy.carried_by
