"""The live session of a stage: its clock, driven by the chair, kept in the file event by event.

:class:`PitchSession` is made when the file is opened, for each stage whose session is live, and whenever a session is
about to be opened: making one is what notices that the program had stopped with a phase under way. Its commands judge
what is asked, write one event and return the change set; :meth:`PitchSession.tick`, called several times a second,
changes nothing: it rewrites the heartbeat once a second, and writes an event only when the computer has slept.

A write that fails never stops the clock. The events are kept in memory, in order, and written again at later ticks;
:attr:`PitchSession.unsaved` says so.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from jury_desk.domain import pitch_acts as acts
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.errors import DomainError, FileMoved, FileNotWritable
from jury_desk.domain.instants import Instant, between, is_exact, slept, wall_jump
from jury_desk.domain.pitch_errors import InterruptionUndecided, NothingNext, PhaseNotOpen, SessionNotOpen
from jury_desk.domain.pitch_events import Cause, EndedBy, Slot, Then, TimingEvent, TimingKind
from jury_desk.domain.pitch_fold import fold, frozen_format
from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_next import Step, focus, next_step, waiting
from jury_desk.domain.pitch_signals import Signal, signal
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus, SessionState, SessionStatus
from jury_desk.domain.records import Records
from jury_desk.domain.timing_rules import format_of
from jury_desk.services.changes import ChangeSet
from jury_desk.services.pitch_conditions import away_at, require_ready
from jury_desk.services.ports import Clocks, JuryFile
from jury_desk.services.preparation import current_rules, entries, withdrawn

BEAT_MS = 1000
"""How often the heartbeat is rewritten, and how often a write that failed is tried again."""
JUMP_MS = 2000
"""A wall clock put forward or back by more than this is told."""


@dataclass(frozen=True, slots=True)
class Tick:
    """What a tick noticed.

    Attributes:
        now: the reading it went by; screens paint from it.
        signal: the most severe threshold just crossed.
        interrupted: whether the computer had slept and the phase now waits for a decision.
        wall_jump_ms: how far the wall clock was put forward or back; 0 within two seconds.
    """

    now: Instant
    signal: Signal | None = None
    interrupted: bool = False
    wall_jump_ms: int = 0


def session_state(records: Records, stage: str) -> SessionState:
    """Where the session of a stage stands, as far as the file says; for documents and for who does not drive it."""
    folded = records.derived(_folded_alone, TimingEvent, stage)
    if folded is not None:
        return folded
    return fold(stage, planned_format(records, stage), records.within(TimingEvent, stage))


def _folded_alone(events: list[TimingEvent]) -> SessionState | None:
    """Where a session stands that has opened with a format of its own; kept until something happens to it."""
    shape = frozen_format(events)
    return None if shape is None else fold(events[0].stage, shape, events)


def planned_format(records: Records, stage: str) -> SessionFormat:
    """The format that the stage's rules give now; without phases while there are no rules."""
    try:
        _, rules = current_rules(records, stage)
    except DomainError:
        return SessionFormat(())
    return format_of(rules.timing).settled(len(order_of(records, stage)))


def order_of(records: Records, stage: str) -> list[str]:
    """The candidacies that a stage hears, in their order: not those that have withdrawn before being called."""
    called = {event.candidacy for event in records.within(TimingEvent, stage) if event.kind is TimingKind.CALLED}
    gone = withdrawn(records, stage) - called
    return [entry.candidacy for entry in entries(records, stage) if entry.candidacy not in gone]


class PitchSession:
    """The clock of one stage's session.

    Args:
        file: where its events are kept.
        stage: whose session it is.
        clocks: where readings come from.
    """

    def __init__(self, file: JuryFile, stage: str, clocks: Clocks) -> None:
        self._file = file
        self._stage = stage
        self._clocks = clocks
        self._unwritten: list[tuple[TimingEvent, ...]] = []
        self._failure: DomainError | None = None
        self._tried: Instant | None = None
        self._folded: SessionState | None = None
        self._seen: dict[Slot, int] = {}
        self._beaten = self._last = file.last_beat(stage)
        self._restore()

    # What it is

    @property
    def stage(self) -> str:
        """The stage whose session it is."""
        return self._stage

    @property
    def records(self) -> Records:
        """All that the file holds; read only."""
        return self._file.records

    @property
    def events(self) -> list[TimingEvent]:
        """All that has happened, those not yet written included, oldest first."""
        return [*self.records.within(TimingEvent, self._stage), *self._in_memory()]

    @property
    def state(self) -> SessionState:
        """Where the session stands; the same value until something happens."""
        events, known = self.events, self._folded
        if known is not None and known.events == len(events) and known.opened:
            return known
        # Before the opening, the format follows the rules.
        shape = planned_format(self.records, self._stage)
        if known is None or known.events != len(events) or known.format != shape:
            self._folded = known = fold(self._stage, shape, events)
        return known

    @property
    def order(self) -> list[str]:
        """The candidacies in their order of passage."""
        return order_of(self.records, self._stage)

    @property
    def unsaved(self) -> DomainError | None:
        """Why the last write failed; ``None`` when all that happened is in the file."""
        return self._failure

    @property
    def kept_in_memory(self) -> int:
        """How many events are not in the file yet."""
        return len(self._in_memory())

    def write_again(self) -> None:
        """Try at once to write what could not be written; :attr:`unsaved` says whether it could."""
        with self._failing_quietly():
            self._write(self._clocks.now())
            if self.state.open_phase:
                self._file.beat(self._stage, self._clocks.now())

    def move_to(self, file: JuryFile) -> None:
        """Go on in a copy of the file, which is given what could not be written; the clock notices nothing.

        Raises:
            FileMoved, FileNotWritable: the copy cannot be written either; the session stays where it was.
        """
        former, self._file = self._file, file
        try:
            for events in self._unwritten:
                self._store(events)
            file.beat(self._stage, self._clocks.now())
        except DomainError:
            self._file = former
            raise
        self._unwritten.clear()
        self._failure = None

    @property
    def acted_last(self) -> bool:
        """Whether the last act of the file was one on this clock, so that an undo means it."""
        journal = self._file.events()
        changes = journal[-1].changes if journal else ()
        on_clock = any((each.entity, each.key[0]) == (TimingEvent.entity, self._stage) for each in changes)
        return bool(self._unwritten) or on_clock

    def focus(self) -> PhaseClock | None:
        """The phase that the big clock is about."""
        return focus(self.state, self.order)

    def next_step(self) -> Step | None:
        """What :meth:`next` would do."""
        return next_step(self.state, self.order)

    def next_undone(self) -> TimingEvent:
        """What :meth:`undo` would take back.

        Raises:
            NothingToUndo, UndoBlocked.
        """
        return acts.next_undone(self.events)

    # Time goes by

    def tick(self) -> Tick:
        """Let the session notice what time it is; call it often, it never fails and never changes what has been."""
        last = self._last
        now, interrupted = self._look()
        jump = wall_jump(last, now) if last is not None and is_exact(last, now) else 0
        return Tick(now, self._signal(now), interrupted, jump if abs(jump) > JUMP_MS else 0)

    # The session

    def open(self, *, despite: str = "") -> ChangeSet:
        """Open the session: its format is frozen.

        Args:
            despite: why it opens although declarations, the draw or the quorum are missing; minuted.

        Raises:
            SessionAlreadyOpen.
            RulesNotFrozen, NobodyToHear, NoPhases: never opened without.
            OrderNotDrawn, DeclarationsMissing, QuorumNotReached: nothing said in ``despite``.
        """
        shape = planned_format(self.records, self._stage)
        if self.state.status is SessionStatus.PREPARED:
            away = away_at(self.records, self._stage, self._clocks.now())
            require_ready(self.records, self._stage, shape, despite=despite, away=away)
        return self._act(lambda state, now: acts.open_session(state, now, shape, despite))

    def close(self, reason: str = "") -> ChangeSet:
        """Close the session; a reason when passages have not been heard.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.close_session`.
        """
        left = len(waiting(self.state, self.order))
        return self._act(lambda state, now: acts.close_session(state, now, waiting=left, reason=reason))

    def reopen(self, reason: str) -> ChangeSet:
        """Open a closed session again.

        Raises:
            SessionNotClosed, ReasonMissing.
        """
        return self._act(lambda state, now: acts.reopen_session(state, now, reason))

    # Passages

    def call(self, candidacy: str = "", reason: str = "") -> ChangeSet:
        """Call a candidate in; without one named, the next to be heard.

        Raises:
            NothingNext: nobody is left to hear.
            As :func:`jury_desk.domain.pitch_acts.call`.
        """
        left = waiting(self.state, self.order)
        named = candidacy or (left[0].candidacy if left else "")
        if not named:
            raise NothingNext
        return self._act(lambda state, now: acts.call(state, now, named, reason))

    def absent(self, candidacy: str, reason: str = "") -> ChangeSet:
        """Note that a candidate did not come.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.absent`.
        """
        return self._act(lambda state, now: acts.absent(state, now, candidacy, reason))

    def defer(self, candidacy: str, reason: str) -> ChangeSet:
        """Put a passage off until the others have been heard.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.defer`.
        """
        return self._act(lambda state, now: acts.defer(state, now, candidacy, reason))

    def abort(self, reason: str, *, rehear: bool = True) -> ChangeSet:
        """Stop the passage under way, to be heard again as its next attempt or not at all.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.abort`.
        """
        return self._act(lambda state, now: acts.abort(state, now, reason, rehear=rehear))

    def count(self, candidacy: str, attempt: int, reason: str) -> ChangeSet:
        """Say which attempt of a passage counts.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.count`.
        """
        return self._act(lambda state, now: acts.count(state, now, candidacy, attempt, reason))

    def accommodate(self, candidacy: str, phase: str, extra_ms: int) -> ChangeSet:
        """Extend a passage's allotment (aménagement), before it begins.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.accommodate`.
        """
        return self._act(lambda state, now: acts.accommodate(state, now, candidacy, phase, extra_ms))

    # Phases

    def start(self, slot: Slot | None = None, *, backdate_ms: int = 0) -> ChangeSet:
        """Start a phase; without one named, the one that comes next.

        Raises:
            NothingNext: none comes next.
            As :func:`jury_desk.domain.pitch_acts.start`.
        """
        return self._act(lambda state, now: acts.start(state, now, slot or self._next_phase(state), backdate_ms))

    def pause(self, reason: str = "", *, incident: bool = False) -> ChangeSet:
        """Stop the clock of the phase that runs, for an incident or not; :meth:`describe` can say later what for.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.pause`.
        """
        return self._act(lambda state, now: acts.pause(state, now, reason, incident=incident))

    def describe(self, reason: str, slot: Slot | None = None, *, incident: bool = False) -> ChangeSet:
        """Say what the last pause was for, of a phase where one is named; with ``incident``, that it was one.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.describe`.
        """
        return self._act(lambda state, now: acts.describe(state, now, reason, slot, incident=incident))

    def resume(self) -> ChangeSet:
        """Let the paused phase go on.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.resume`.
        """
        return self._act(acts.resume)

    def end(self, by: EndedBy | None = None, reason: str = "") -> ChangeSet:
        """End the phase under way.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.end`.
        """
        return self._act(lambda state, now: acts.end(state, now, by, reason))

    def skip(self, reason: str, slot: Slot | None = None) -> ChangeSet:
        """Leave a phase out; without one named, the one that comes next.

        Raises:
            NothingNext: none comes next.
            As :func:`jury_desk.domain.pitch_acts.skip`.
        """
        return self._act(lambda state, now: acts.skip(state, now, slot or self._next_phase(state), reason))

    def grant(self, ms: int, reason: str, slot: Slot | None = None) -> ChangeSet:
        """Give a phase time, or take some; without one named, the one that the clock is about.

        Raises:
            PhaseNotOpen: the clock is about none.
            As :func:`jury_desk.domain.pitch_acts.grant`.
        """
        return self._act(lambda state, now: acts.grant(state, now, slot or self._focused(state), ms, reason))

    def grant_to_all(self, ms: int, reason: str, phase: str) -> ChangeSet:
        """Give the same time, for the same reason, to a phase of every passage still to be heard.

        One event per passage, written and undone as one act.

        Raises:
            NothingNext: nobody is left to hear.
            As :func:`jury_desk.domain.pitch_acts.grant`.
        """
        now, _ = self._look()
        left, state = waiting(self.state, self.order), self.state
        if not left:
            raise NothingNext
        slots = [Slot(each.candidacy, each.attempt, phase) for each in left]
        first = state.events + 1
        return self._append(
            [_in_group(acts.grant(state, now, slot, ms, reason), first, seq) for seq, slot in enumerate(slots, first)]
        )

    def correct(self, slot: Slot, ms: int, reason: str) -> ChangeSet:
        """Replace the time spoken in a phase that is over.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.correct`.
        """
        return self._act(lambda state, now: acts.correct(state, now, slot, ms, reason))

    def resolve(self, then: Then, *, charge_ms: int = 0, reason: str = "") -> ChangeSet:
        """Decide about an interruption: what of it counts as spoken (nothing, unless said), and how the phase goes on.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.resolve`.
        """
        return self._act(lambda state, now: acts.resolve(state, now, charge_ms, then, reason))

    # Whatever is next, and back

    def next(self) -> ChangeSet:
        """Do what comes next: :meth:`next_step`.

        Raises:
            NothingNext: everything has been heard.
            As :meth:`end`, :meth:`start` and :meth:`call`.
        """
        self._look()
        step = self.next_step()
        if step is None:
            raise self._why_nothing_is_next()
        match step.kind:
            case TimingKind.ENDED:
                return self.end()
            case TimingKind.STARTED:
                return self.start(step.slot)
            case _:
                return self.call(step.slot.candidacy)

    def undo(self) -> ChangeSet:
        """Take the last act on the clock back, as an event of its own.

        Raises:
            As :func:`jury_desk.domain.pitch_acts.undo`.
        """
        return self._act(lambda state, now: acts.undo(state, now, self.events))

    def note(self, kind: TimingKind, text: str = "") -> ChangeSet:
        """Write down what changes nothing: a signal shown, a screen lost, a message."""
        return self._act(lambda state, now: acts.note(state, now, kind, text))

    # Inside

    def _act(self, judge: Callable[[SessionState, Instant], TimingEvent]) -> ChangeSet:
        # First a look: a sleep is recorded before the command is judged. Signals wait for the next tick.
        now, _ = self._look()
        try:
            return self._append([judge(self.state, now)])
        except DomainError as refusal:
            raise self._named(refusal) from refusal

    def _append(self, events: Sequence[TimingEvent]) -> ChangeSet:
        self._unwritten.append(tuple(events))
        return self._write(events[-1].at)

    def _write(self, now: Instant) -> ChangeSet:
        """Write what is only in memory, oldest first; at the first failure the rest waits."""
        written = ChangeSet(None)
        self._tried = now
        while self._unwritten:
            try:
                written = self._store(self._unwritten[0])
            except (FileMoved, FileNotWritable) as error:
                self._failure = error
                return ChangeSet(None)
            except DomainError:
                # Refused for good, as by a proclaimed stage: it has not happened.
                del self._unwritten[0]
                raise
            del self._unwritten[0]
        self._failure = None
        return written

    def _store(self, events: Sequence[TimingEvent]) -> ChangeSet:
        with self._file.unit() as unit:
            for event in events:
                unit.put(event)
            unit.beat(self._stage, events[-1].at)
            written = unit.commit(f"timing_{events[0].kind.value}", reason=events[0].reason)
        self._beaten = events[-1].at
        return written

    def _look(self) -> tuple[Instant, bool]:
        """See what time it is, and whether the computer has slept since the last look."""
        now, last = self._clocks.now(), self._last
        self._try_again(now)
        interrupted = self._notice_sleep(now, last)
        self._last = now
        self._beat_if_due(now)
        return now, interrupted

    def _try_again(self, now: Instant) -> None:
        if self._unwritten and (self._tried is None or now.real_ms - self._tried.real_ms >= BEAT_MS):
            with self._failing_quietly():
                self._write(now)

    def _in_memory(self) -> list[TimingEvent]:
        return [event for events in self._unwritten for event in events]

    def _beat_if_due(self, now: Instant) -> None:
        if self._unwritten or not self.state.open_phase:
            return
        beaten = self._beaten
        if beaten is not None and beaten.boot == now.boot and now.real_ms - beaten.real_ms < BEAT_MS:
            return
        self._beaten = now
        with self._failing_quietly():
            self._file.beat(self._stage, now)
            self._failure = None

    def _notice_sleep(self, now: Instant, last: Instant | None) -> bool:
        clock = self.state.open_phase
        if last is None or clock is None or clock.status is PhaseStatus.INTERRUPTED:
            return False
        if is_exact(last, now) and slept(last, now) <= acts.NAP_MS:
            return False
        self._interrupt(clock, last, now, Cause.SUSPEND)
        return True

    def _restore(self) -> None:
        """Interrupt a phase that was under way when the program stopped: what of it counts is for the chair to say."""
        now, clock = self._clocks.now(), self.state.open_phase
        alive = self._last
        if clock is None or alive is None:
            self._last = now
        elif alive.process != now.process:
            self._last = now
            decided = clock.status is not PhaseStatus.INTERRUPTED
            if decided or not is_exact(alive, now):
                self._interrupt(clock, alive, now, Cause.STOPPED if is_exact(alive, now) else Cause.REBOOT)
        clock = self.state.open_phase
        if clock is not None:
            self._seen[clock.slot] = clock.remaining_at(now)

    def _interrupt(self, clock: PhaseClock, alive: Instant, now: Instant, cause: Cause) -> None:
        gap, exact = between(alive, now), is_exact(alive, now)
        event = acts.interrupted(self.state, now, clock, alive, gap_ms=gap, exact=exact, cause=cause.value)
        with self._failing_quietly():
            self._append([event])

    @contextmanager
    def _failing_quietly(self) -> Iterator[None]:
        """What nobody pressed has nobody to refuse it to: the clock goes on, and says what is wrong."""
        try:
            yield
        except DomainError as error:
            self._failure = error

    def _signal(self, now: Instant) -> Signal | None:
        """The threshold crossed since the last tick of the phase under way; its first tick counts from all its time."""
        clock = self.state.open_phase
        if clock is None:
            return None
        before = self._seen.get(clock.slot, clock.available)
        self._seen[clock.slot] = remaining = clock.remaining_at(now)
        return signal(clock.slot, clock.format, before, remaining)

    def _named(self, refusal: DomainError) -> DomainError:
        """The refusal with the title of the candidacy that it names, for people know no ids."""
        candidacy = self.records.get(Candidacy, str(refusal.facts.get("candidacy", "")))
        return type(refusal)(**{**refusal.facts, "candidacy": candidacy.title}) if candidacy else refusal

    def _why_nothing_is_next(self) -> DomainError:
        state = self.state
        if state.status is not SessionStatus.LIVE:
            return SessionNotOpen()
        return InterruptionUndecided(state.open_phase.format.name) if state.open_phase else NothingNext()

    def _next_phase(self, state: SessionState) -> Slot:
        step = next_step(state, self.order)
        if step is None or step.kind is not TimingKind.STARTED:
            raise NothingNext
        return step.slot

    def _focused(self, state: SessionState) -> Slot:
        clock = focus(state, self.order)
        if clock is None:
            raise PhaseNotOpen("")
        return clock.slot


def _in_group(event: TimingEvent, group: int, seq: int) -> TimingEvent:
    return replace(event, seq=seq, details=replace(event.details, group=group))
