"""The clock under way in one line, for the top of the window."""

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_state import PhaseStatus, SessionStatus
from jury_desk.domain.records import Records
from jury_desk.services.pitches import PitchSession
from jury_desk.ui.widgets.clock_tones import Tone, paused_sign, tone_sign
from jury_desk.ui.widgets.durations import countdown
from jury_desk.ui.widgets.phase_words import TONES, phase_name
from jury_desk.ui.widgets.top_bar import ShownClock


def running_clock(records: Records, session: PitchSession, now: Instant) -> ShownClock | None:
    """The clock of a live session; ``None`` while there is none."""
    clock = session.focus()
    if session.state.status is not SessionStatus.LIVE or clock is None:
        return None
    words = phase_name(clock.format)
    if clock.slot.candidacy:
        words = f"{records.need(Candidacy, clock.slot.candidacy).title} · {words}"
    tone = TONES[clock.pace_at(now)] if clock.status is not PhaseStatus.INTERRUPTED else Tone.NORMAL
    figures = countdown(clock.remaining_at(now))
    sign = tone_sign(tone)
    if clock.status in (PhaseStatus.PAUSED, PhaseStatus.INTERRUPTED):
        figures, sign = f"‖ {figures}", paused_sign()
    return ShownClock(figures, words, tone, sign)
