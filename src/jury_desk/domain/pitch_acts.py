"""What the chair may do to the clock of a session: each act is judged against where it stands, and becomes an event.

Nothing here writes: an act gives the next event, numbered and dated, or an error that says what is in its way.
"""

from collections.abc import Sequence
from dataclasses import replace

from jury_desk.domain.documents import canonical, to_document
from jury_desk.domain.errors import NothingToUndo, ReasonMissing
from jury_desk.domain.instants import Instant, slept
from jury_desk.domain.pitch_errors import (
    AnotherPhaseOpen,
    AttemptUnknown,
    BackdateTooLong,
    ChargeOutOfGap,
    InterruptionUndecided,
    NothingToDescribe,
    NoTimeWouldBeLeft,
    PassageBegun,
    PassageNotCalled,
    PassageNotOpen,
    PassageOver,
    PassageStillOpen,
    PhaseAlreadyBegun,
    PhaseNotEnded,
    PhaseNotInterrupted,
    PhaseNotOpen,
    PhaseNotPaused,
    PhaseNotRunning,
    PhaseOver,
    SessionAlreadyOpen,
    SessionNotClosed,
    SessionNotOpen,
    TimeNotPositive,
    UndoAcrossAbsence,
    UndoBlocked,
    UnknownPhase,
)
from jury_desk.domain.pitch_events import BARRIERS, NOTES, Details, EndedBy, Slot, Then, TimingEvent, TimingKind
from jury_desk.domain.pitch_fold import undone_seqs
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_state import (
    Passage,
    PassageStatus,
    PhaseClock,
    PhaseStatus,
    SessionState,
    SessionStatus,
)

NAP_MS = 2000
"""A sleep up to this long counts as running time; a longer one interrupts."""


def open_session(state: SessionState, now: Instant, shape: SessionFormat, reason: str = "") -> TimingEvent:
    """Open the session with the format it keeps until its end; a reason says why in spite of what was missing."""
    if state.status is not SessionStatus.PREPARED:
        raise SessionAlreadyOpen
    text = canonical(to_document(shape)).decode()
    return _event(state, TimingKind.OPENED, now, reason=reason, details=Details(format=text))


def close_session(state: SessionState, now: Instant, *, waiting: int, reason: str = "") -> TimingEvent:
    """Close the session; while ``waiting`` passages have not been heard it takes a reason.

    Raises:
        SessionNotOpen, InterruptionUndecided, AnotherPhaseOpen, PassageStillOpen, ReasonMissing.
    """
    _need_live(state)
    _need_no_open_phase(state)
    if state.current:
        raise PassageStillOpen(state.current.candidacy)
    if waiting:
        _need_reason(reason, TimingKind.CLOSED)
    return _event(state, TimingKind.CLOSED, now, reason=reason)


def reopen_session(state: SessionState, now: Instant, reason: str) -> TimingEvent:
    """Open a closed session again, for a reason.

    Raises:
        SessionNotClosed, ReasonMissing.
    """
    if state.status is not SessionStatus.CLOSED:
        raise SessionNotClosed
    _need_reason(reason, TimingKind.REOPENED)
    return _event(state, TimingKind.REOPENED, now, reason=reason)


def call(state: SessionState, now: Instant, candidacy: str, reason: str = "") -> TimingEvent:
    """Call a candidate in; who was noted absent is called for a reason only.

    Raises:
        SessionNotOpen, InterruptionUndecided, AnotherPhaseOpen, PassageStillOpen, PassageOver, ReasonMissing.
    """
    _need_live(state)
    _need_no_open_phase(state)
    if state.current:
        raise PassageStillOpen(state.current.candidacy)
    passage = state.passage(candidacy)
    if passage.status is PassageStatus.ABSENT:
        _need_reason(reason, TimingKind.CALLED)
    elif not passage.waits:
        raise PassageOver(candidacy)
    return _of_passage(state, TimingKind.CALLED, now, passage, reason)


def absent(state: SessionState, now: Instant, candidacy: str, reason: str = "") -> TimingEvent:
    """Note that a candidate did not come.

    Raises:
        SessionNotOpen, PassageBegun, PassageOver.
    """
    return _of_passage(state, TimingKind.ABSENT, now, _not_begun(state, candidacy), reason)


def defer(state: SessionState, now: Instant, candidacy: str, reason: str) -> TimingEvent:
    """Put a passage off until the others have been heard, for a reason.

    Raises:
        SessionNotOpen, PassageBegun, PassageOver, ReasonMissing.
    """
    passage = _not_begun(state, candidacy)
    _need_reason(reason, TimingKind.DEFERRED)
    return _of_passage(state, TimingKind.DEFERRED, now, passage, reason)


def abort(state: SessionState, now: Instant, reason: str, *, rehear: bool) -> TimingEvent:
    """Stop the passage under way; with ``rehear`` its next attempt is planned, and it is the one that counts.

    Raises:
        SessionNotOpen, PassageNotOpen, InterruptionUndecided, ReasonMissing.
    """
    _need_live(state)
    passage = state.current or state.latest
    if passage is None or passage.status not in (PassageStatus.OPEN, PassageStatus.DONE):
        raise PassageNotOpen(passage.candidacy if passage else "")
    _need_decided(state)
    _need_reason(reason, TimingKind.ABORTED)
    event = _of_passage(state, TimingKind.ABORTED, now, passage, reason)
    return replace(event, details=Details(rehear=rehear))


def count(state: SessionState, now: Instant, candidacy: str, attempt: int, reason: str) -> TimingEvent:
    """Say which attempt of a passage counts, for a reason; all of them stay.

    Raises:
        SessionNotOpen, AttemptUnknown, ReasonMissing.
    """
    _need_live(state)
    known = [each for each in state.attempts.get(candidacy, ()) if each.attempt == attempt and each.called]
    if not known:
        raise AttemptUnknown(candidacy, attempt)
    _need_reason(reason, TimingKind.COUNTED)
    return _of_passage(state, TimingKind.COUNTED, now, known[0], reason)


def accommodate(state: SessionState, now: Instant, candidacy: str, phase: str, extra_ms: int) -> TimingEvent:
    """Extend a passage's allotment (aménagement), before it begins; it bears no reason, for that would be health data.

    Raises:
        SessionNotOpen: the session is closed.
        UnknownPhase, TimeNotPositive, PassageBegun, PassageOver.
    """
    if state.status is SessionStatus.CLOSED:
        raise SessionNotOpen
    if state.format.phase(phase, of_passage=True) is None:
        raise UnknownPhase(phase)
    if extra_ms < 0:
        raise TimeNotPositive(extra_ms)
    passage = state.passage(candidacy)
    _need_not_begun(passage)
    return _of_slot(state, TimingKind.ACCOMMODATED, now, Slot(candidacy, passage.attempt, phase), ms=extra_ms)


def start(state: SessionState, now: Instant, slot: Slot, backdate_ms: int = 0) -> TimingEvent:
    """Start a phase, put back by ``backdate_ms`` where the chair pressed late; never before the last end.

    Raises:
        SessionNotOpen, UnknownPhase, InterruptionUndecided, AnotherPhaseOpen, PhaseAlreadyBegun, PassageNotCalled,
        TimeNotPositive, BackdateTooLong.
    """
    clock = _ready_to_begin(state, slot)
    if backdate_ms < 0:
        raise TimeNotPositive(backdate_ms)
    idle = state.idle_at(now)
    if backdate_ms > idle:
        raise BackdateTooLong(backdate_ms, idle)
    return _of_slot(state, TimingKind.STARTED, now, clock.slot, ms=backdate_ms)


def skip(state: SessionState, now: Instant, slot: Slot, reason: str) -> TimingEvent:
    """Leave a phase out, for a reason.

    Raises:
        As :func:`start`, and ReasonMissing.
    """
    clock = _ready_to_begin(state, slot)
    _need_reason(reason, TimingKind.SKIPPED)
    return _of_slot(state, TimingKind.SKIPPED, now, clock.slot, reason)


def pause(state: SessionState, now: Instant, reason: str = "", *, incident: bool = False) -> TimingEvent:
    """Stop the clock of the phase that runs; what for can be said at once, or later with :func:`describe`.

    Raises:
        SessionNotOpen, InterruptionUndecided, PhaseNotRunning.
    """
    clock = _open_phase(state)
    if clock is None or clock.status is not PhaseStatus.RUNNING:
        raise PhaseNotRunning(clock.format.name if clock else "")
    return _of_slot(state, TimingKind.PAUSED, now, clock.slot, reason, incident=incident)


def describe(
    state: SessionState, now: Instant, reason: str, slot: Slot | None = None, *, incident: bool = False
) -> TimingEvent:
    """Say what the last pause of the passage under way, or of the phase named, was for; ``incident``: that it was one.

    Raises:
        SessionNotOpen, NothingToDescribe, ReasonMissing.
    """
    _need_live(state)
    stopped = next((clock for clock in _lately_measured(state, slot) if clock.stops), None)
    if stopped is None:
        raise NothingToDescribe
    _need_reason(reason, TimingKind.DESCRIBED)
    return _of_slot(state, TimingKind.DESCRIBED, now, stopped.slot, reason, incident=incident)


def resume(state: SessionState, now: Instant) -> TimingEvent:
    """Let the paused phase go on.

    Raises:
        SessionNotOpen, InterruptionUndecided, PhaseNotPaused.
    """
    clock = _open_phase(state)
    if clock is None or clock.status is not PhaseStatus.PAUSED:
        raise PhaseNotPaused(clock.format.name if clock else "")
    return _of_slot(state, TimingKind.RESUMED, now, clock.slot)


def end(state: SessionState, now: Instant, by: EndedBy | None = None, reason: str = "") -> TimingEvent:
    """End the phase under way; nobody named, it is the time when that is up, else the candidate.

    Raises:
        SessionNotOpen, InterruptionUndecided, PhaseNotOpen.
    """
    clock = _open_phase(state)
    if clock is None:
        raise PhaseNotOpen("")
    ended_by = by or (EndedBy.TIME if clock.remaining_at(now) <= 0 else EndedBy.CANDIDATE)
    return _of_slot(state, TimingKind.ENDED, now, clock.slot, reason, by=ended_by.value)


def grant(state: SessionState, now: Instant, slot: Slot, ms: int, reason: str) -> TimingEvent:
    """Give a phase time, or take some (negative), for a reason.

    Raises:
        SessionNotOpen, UnknownPhase, InterruptionUndecided, PhaseOver, ReasonMissing, NoTimeWouldBeLeft.
    """
    _need_live(state)
    clock = _known(state, slot)
    if clock.status is PhaseStatus.INTERRUPTED:
        raise InterruptionUndecided(clock.format.name)
    if clock.status.is_over or _attempt_is_over(state, slot):
        raise PhaseOver(clock.format.name)
    _need_reason(reason, TimingKind.GRANTED)
    if clock.available + ms <= 0:
        raise NoTimeWouldBeLeft(clock.format.name)
    return _of_slot(state, TimingKind.GRANTED, now, slot, reason, ms=ms)


def correct(state: SessionState, now: Instant, slot: Slot, ms: int, reason: str) -> TimingEvent:
    """Replace the time spoken in a phase that is over, for a reason; what was measured stays beside it.

    Raises:
        SessionNotOpen, UnknownPhase, PhaseNotEnded, TimeNotPositive, ReasonMissing.
    """
    _need_live(state)
    clock = _known(state, slot)
    if clock.status is not PhaseStatus.ENDED:
        raise PhaseNotEnded(clock.format.name)
    if ms < 0:
        raise TimeNotPositive(ms)
    _need_reason(reason, TimingKind.CORRECTED)
    return _of_slot(state, TimingKind.CORRECTED, now, slot, reason, ms=ms)


def interrupted(
    state: SessionState, now: Instant, clock: PhaseClock, alive: Instant, *, gap_ms: int, exact: bool, cause: str
) -> TimingEvent:
    """Note that nobody measured between ``alive`` and now; never the chair's own act."""
    event = _of_slot(state, TimingKind.INTERRUPTED, now, clock.slot)
    return replace(event, details=Details(alive=alive, gap_ms=gap_ms, exact=exact, cause=cause))


def resolve(state: SessionState, now: Instant, charge_ms: int, then: Then, reason: str = "") -> TimingEvent:
    """Decide what of an interruption counts as spoken, and how the phase goes on.

    Raises:
        SessionNotOpen, PhaseNotInterrupted, ChargeOutOfGap.
        ReasonMissing: something is counted as spoken.
    """
    _need_live(state)
    clock = state.open_phase
    if clock is None or clock.status is not PhaseStatus.INTERRUPTED:
        raise PhaseNotInterrupted(clock.format.name if clock else "")
    if not 0 <= charge_ms <= clock.undecided:
        raise ChargeOutOfGap(charge_ms, clock.undecided)
    if charge_ms:
        _need_reason(reason, TimingKind.RESOLVED)
    event = _of_slot(state, TimingKind.RESOLVED, now, clock.slot, reason)
    return replace(event, details=Details(charge_ms=charge_ms, then=then.value))


def next_undone(events: Sequence[TimingEvent]) -> TimingEvent:
    """The event that an undo would take back: the last one that is neither a note nor taken back already.

    Raises:
        NothingToUndo, UndoBlocked.
    """
    undone = undone_seqs(events)
    for event in reversed(events):
        if event.kind is TimingKind.UNDONE or event.kind in NOTES or event.seq in undone:
            continue
        if event.kind in BARRIERS:
            raise UndoBlocked
        return event
    raise NothingToUndo


def undo(state: SessionState, now: Instant, events: Sequence[TimingEvent]) -> TimingEvent:
    """Take the last act back: it is as if it had not been, and the time since is what it would have been.

    Raises:
        SessionNotOpen: the session is closed.
        NothingToUndo, UndoBlocked.
        UndoAcrossAbsence: a phase would go on over a time during which nobody measured.
    """
    if state.status is SessionStatus.CLOSED:
        raise SessionNotOpen
    target = next_undone(events)
    if target.kind in (TimingKind.ENDED, TimingKind.ABORTED) and not _watched(target.at, now):
        clock = state.phase(target.slot)
        raise UndoAcrossAbsence(clock.format.name if clock else "")
    event = _of_slot(state, TimingKind.UNDONE, now, target.slot)
    return replace(event, details=Details(target=target.details.group or target.seq))


def note(state: SessionState, now: Instant, kind: TimingKind, text: str = "") -> TimingEvent:
    """Write something down that changes nothing: a signal shown, a screen lost."""
    clock = state.open_phase
    event = _of_slot(state, kind, now, clock.slot if clock else Slot("", 0, ""))
    return replace(event, details=Details(text=text))


def _watched(earlier: Instant, later: Instant) -> bool:
    return earlier.process == later.process and earlier.boot == later.boot and slept(earlier, later) <= NAP_MS


def _event(
    state: SessionState, kind: TimingKind, now: Instant, *, reason: str = "", details: Details | None = None
) -> TimingEvent:
    return TimingEvent(state.stage, state.events + 1, kind, now, reason=reason.strip(), details=details or Details())


def _of_passage(state: SessionState, kind: TimingKind, now: Instant, passage: Passage, reason: str) -> TimingEvent:
    event = _event(state, kind, now, reason=reason)
    return replace(event, candidacy=passage.candidacy, attempt=passage.attempt)


def _of_slot(
    state: SessionState,
    kind: TimingKind,
    now: Instant,
    slot: Slot,
    reason: str = "",
    *,
    ms: int = 0,
    by: str = "",
    incident: bool = False,
) -> TimingEvent:
    event = _event(state, kind, now, reason=reason, details=Details(ms=ms, by=by, incident=incident))
    return replace(event, candidacy=slot.candidacy, attempt=slot.attempt, phase=slot.phase)


def _need_live(state: SessionState) -> None:
    if state.status is not SessionStatus.LIVE:
        raise SessionNotOpen


def _need_reason(reason: str, kind: TimingKind) -> None:
    if not reason.strip():
        raise ReasonMissing(f"timing_{kind.value}")


def _need_decided(state: SessionState) -> None:
    clock = state.open_phase
    if clock and clock.status is PhaseStatus.INTERRUPTED:
        raise InterruptionUndecided(clock.format.name)


def _need_no_open_phase(state: SessionState) -> None:
    _need_decided(state)
    if state.open_phase:
        raise AnotherPhaseOpen(state.open_phase.format.name)


def _need_not_begun(passage: Passage) -> None:
    if passage.is_over:
        raise PassageOver(passage.candidacy)
    if passage.status is PassageStatus.OPEN:
        raise PassageBegun(passage.candidacy)


def _not_begun(state: SessionState, candidacy: str) -> Passage:
    _need_live(state)
    passage = state.passage(candidacy)
    _need_not_begun(passage)
    return passage


def _known(state: SessionState, slot: Slot) -> PhaseClock:
    clock = state.phase(slot)
    if clock is None:
        raise UnknownPhase(slot.phase)
    return clock


def _lately_measured(state: SessionState, slot: Slot | None) -> list[PhaseClock]:
    """The phase named; else the one under way, then those of the passage, the last one first."""
    if slot is not None:
        return [_known(state, slot)]
    passage = reversed(state.phases_of(state.latest)) if state.latest else ()
    return [*([state.open_phase] if state.open_phase else ()), *passage]


def _open_phase(state: SessionState) -> PhaseClock | None:
    _need_live(state)
    _need_decided(state)
    return state.open_phase


def _ready_to_begin(state: SessionState, slot: Slot) -> PhaseClock:
    _need_live(state)
    clock = _known(state, slot)
    _need_no_open_phase(state)
    if clock.status is not PhaseStatus.READY:
        raise PhaseAlreadyBegun(clock.format.name)
    if slot.candidacy and not _is_on(state, slot, counts=clock.counts):
        raise PassageNotCalled(clock.format.name)
    return clock


def _is_on(state: SessionState, slot: Slot, *, counts: bool) -> bool:
    """Whether the passage is under way; what follows its last counting phase may begin until another is called."""
    passage = state.latest
    if passage is None or (passage.candidacy, passage.attempt) != (slot.candidacy, slot.attempt):
        return False
    return passage.is_current or (not counts and passage.status is PassageStatus.DONE)


def _attempt_is_over(state: SessionState, slot: Slot) -> bool:
    passage = state.passage(slot.candidacy)
    # A changeover may still be granted time once the passage itself is done.
    return slot.attempt != passage.attempt or passage.status in (PassageStatus.ABSENT, PassageStatus.ABORTED)
