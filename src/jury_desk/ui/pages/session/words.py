"""From a session to what its page says of it."""

import time

from PySide6.QtCore import QCoreApplication

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.instants import Instant
from jury_desk.domain.pitch_equality import GrantOffer
from jury_desk.domain.pitch_events import TimingKind
from jury_desk.domain.pitch_next import Step, waiting
from jury_desk.domain.pitch_state import PassageStatus, PhaseClock, PhaseStatus, SessionStatus
from jury_desk.domain.records import Records
from jury_desk.services.pitches import PitchSession
from jury_desk.ui.pages.session.clock_panel import ClockView
from jury_desk.ui.widgets.clock_tones import Tone, ended_sign, paused_sign, tone_sign
from jury_desk.ui.widgets.durations import countdown, duration
from jury_desk.ui.widgets.phase_words import TONES, end_words, phase_name, start_words


def clock_view(session: PitchSession, now: Instant) -> ClockView:
    """What the clock panel shows at ``now``."""
    if session.state.status is SessionStatus.CLOSED:
        return _closed_view(session)
    clock = session.focus()
    candidacy = clock.slot.candidacy if clock else ""
    current = session.state.current
    if current and not candidacy:
        candidacy = current.candidacy
    project, holders = _names(session.records, candidacy or _next_candidacy(session), called=bool(candidacy))
    place = f"{session.order.index(candidacy) + 1} / {len(session.order)}" if candidacy in session.order else ""
    if clock is None:
        told = state_words(session, None, now)
        return ClockView(place=place, project=project, holders=holders, state=told, hour=hour(now.local_ms))
    tone = TONES[clock.pace_at(now)] if clock.status is not PhaseStatus.INTERRUPTED else Tone.NORMAL
    gone = min(1.0, max(0.0, clock.spoken_at(now) / clock.available)) if clock.available > 0 else 0.0
    return ClockView(
        tone=tone,
        place=place,
        project=project if clock.slot.candidacy else phase_name(clock.format),
        holders=holders if clock.slot.candidacy else "",
        phase=phase_name(clock.format) if clock.slot.candidacy else "",
        sign=_sign(clock, tone),
        boxed=tone is not Tone.NORMAL or clock.status in (PhaseStatus.PAUSED, PhaseStatus.ENDED),
        figures=countdown(clock.remaining_at(now)),
        given=given_words(clock),
        gone=gone,
        state=state_words(session, clock, now),
        sums=sums_words(clock, now),
        hour=hour(now.local_ms),
    )


def _closed_view(session: PitchSession) -> ClockView:
    """From which hour to which a session that is over was held, and how many were heard."""
    state = session.state
    heard = sum(state.passage(each).status is PassageStatus.DONE for each in session.order)
    hours = [hour(each.local_ms) for each in (state.opened, state.closed) if each]
    told = QCoreApplication.translate("Session", "{heard} of {count} heard")
    return ClockView(
        project=QCoreApplication.translate("Session", "The session is closed"),
        figures="–".join(hours),
        sums=told.format(heard=heard, count=len(session.order)),
    )


def given_words(clock: PhaseClock) -> str:
    """« sur 5:00 », with what was granted on top."""
    given = QCoreApplication.translate("Session", "of {time}").format(time=duration(clock.allotted))
    if clock.extra:
        accommodation = QCoreApplication.translate("Session", "accommodation")
        given += f" ({accommodation})"
    if clock.granted:
        given += f" {signed(clock.granted)}"
    return given


def sums_words(clock: PhaseClock, now: Instant) -> str:
    """The four sums, which are never added to one another; an incident is an interruption, as the minutes call it."""
    incidents = clock.incidents_at(now)
    paused, interrupted = clock.paused_at(now) - incidents, clock.interrupted_at(now) + incidents
    parts = (
        QCoreApplication.translate("Session", "spoken {time}").format(time=duration(clock.spoken_at(now))),
        QCoreApplication.translate("Session", "granted {time}").format(time=signed(clock.granted, plus="")),
        QCoreApplication.translate("Session", "pauses {time}").format(time=duration(paused)),
        QCoreApplication.translate("Session", "interruptions {time}").format(time=duration(interrupted)),
    )
    return " · ".join(parts)


def state_words(session: PitchSession, clock: PhaseClock | None, now: Instant) -> str:
    """What the clock is doing, where the figures do not say it."""
    idle = QCoreApplication.translate("Session", "idle for {time}").format(time=duration(session.state.idle_at(now)))
    if clock is None:
        return idle
    match clock.status:
        case PhaseStatus.READY | PhaseStatus.ENDED | PhaseStatus.SKIPPED:
            return idle
        case PhaseStatus.PAUSED:
            return _paused_words(clock, now)
        case PhaseStatus.INTERRUPTED:
            return QCoreApplication.translate("Session", "interrupted: the decision is yours")
        case _:
            return _backdated_words(clock)


def _paused_words(clock: PhaseClock, now: Instant) -> str:
    stop = clock.stops[-1] if clock.stops else None
    lasted = (now.real_ms - clock.since.real_ms) if clock.since else 0
    told = QCoreApplication.translate("Session", "paused for {time}").format(time=duration(lasted))
    return f"{told} · {stop.reason}" if stop and stop.reason else told


def _backdated_words(clock: PhaseClock) -> str:
    if not clock.backdated:
        return ""
    told = QCoreApplication.translate("Session", "begun {time} before the key was pressed")
    return told.format(time=duration(clock.backdated))


def next_words(session: PitchSession, step: Step | None) -> str:
    """What the key of Next will do: « Fin de l’exposé », « Appeler « Fil vert » »."""
    if session.state.status is SessionStatus.CLOSED:
        return QCoreApplication.translate("Session", "Open the session again…")
    if step is None:
        waits = session.state.open_phase
        return end_words(waits.format) if waits else QCoreApplication.translate("Session", "Close the session…")
    clock = session.state.phase(step.slot)
    if step.kind is TimingKind.CALLED or clock is None:
        title = session.records.need(Candidacy, step.slot.candidacy).title
        return QCoreApplication.translate("Session", "Call “{project}”").format(project=title)
    return end_words(clock.format) if step.kind is TimingKind.ENDED else start_words(clock.format)


def signed(milliseconds: int, *, plus: str = "+") -> str:
    """A time given, or taken away."""
    sign = "−" if milliseconds < 0 else plus
    return f"{sign}{duration(abs(milliseconds))}"


def passage_words(status: PassageStatus) -> str:
    """Where a passage stands."""
    return {
        PassageStatus.PLANNED: QCoreApplication.translate("Session", "to come"),
        PassageStatus.CALLED: QCoreApplication.translate("Session", "called"),
        PassageStatus.OPEN: QCoreApplication.translate("Session", "under way"),
        PassageStatus.DONE: QCoreApplication.translate("Session", "heard"),
        PassageStatus.ABSENT: QCoreApplication.translate("Session", "absent"),
        PassageStatus.DEFERRED: QCoreApplication.translate("Session", "put off"),
        PassageStatus.ABORTED: QCoreApplication.translate("Session", "stopped"),
    }[status]


def _sign(clock: PhaseClock, tone: Tone) -> str:
    match clock.status:
        case PhaseStatus.PAUSED:
            return paused_sign()
        case PhaseStatus.ENDED:
            return ended_sign()
        case PhaseStatus.INTERRUPTED | PhaseStatus.SKIPPED:
            return ""
        case _:
            return tone_sign(tone)


def _next_candidacy(session: PitchSession) -> str:
    left = waiting(session.state, session.order)
    return left[0].candidacy if left else ""


def _names(records: Records, candidacy: str, *, called: bool) -> tuple[str, str]:
    if not candidacy:
        return "", ""
    found = records.need(Candidacy, candidacy)
    if called:
        return found.title, found.carried_by
    return QCoreApplication.translate("Session", "Next: {project}").format(project=found.title), found.carried_by


def interruption_words(clock: PhaseClock) -> str:
    """« Interruption 14:02:10–14:05:22 (3 min 12 s). »."""
    if not clock.outages:
        return ""
    outage = clock.outages[-1]
    alive, back = (
        time.strftime("%H:%M:%S", time.gmtime(each.local_ms // 1000)) for each in (outage.alive, outage.back)
    )
    minutes, seconds = divmod(outage.gap_ms // 1000, 60)
    lasted = QCoreApplication.translate("Session", "{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
    told = (
        QCoreApplication.translate("Session", "Interruption {alive}–{back} ({lasted}).")
        if outage.exact
        else QCoreApplication.translate("Session", "Interruption {alive}–{back} (estimated at {lasted}).")
    )
    return told.format(alive=alive, back=back, lasted=lasted)


def hour(local_ms: int, *, seconds: bool = False) -> str:
    """The hour of the day of a local wall clock: « 14:54 »."""
    return time.strftime("%H:%M:%S" if seconds else "%H:%M", time.gmtime(local_ms // 1000))


def fairness_words(offer: GrantOffer) -> str:
    """« Les 4 candidats précédents n’ont eu aucun ajout ; médiane 5:03 »."""
    if not offer.heard:
        return ""
    count = len(offer.heard)
    if not offer.nobody_before:
        given = ", ".join(signed(each) for each in offer.granted if each)
        told = QCoreApplication.translate("Session", "Given so far to the {count} candidates before: {given}.")
        told = told.format(count=count, given=given)
    elif count == 1:
        told = QCoreApplication.translate("Session", "The candidate before was given no more time.")
    else:
        told = QCoreApplication.translate("Session", "The {count} candidates before were given no more time.")
        told = told.format(count=count)
    if offer.median_spoken_ms is None:
        return told
    spoken = QCoreApplication.translate("Session", "Median spoken {time}.")
    return f"{told} {spoken.format(time=duration(offer.median_spoken_ms))}"
