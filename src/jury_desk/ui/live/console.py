"""The chair's hand on the session under way, the same on every page: commands, the passing of time, what is told.

It holds no rule: :class:`jury_desk.services.pitches.PitchSession` judges what may be done. What it adds belongs to the
desk alone: a second press of a key within 600 ms does nothing, a lock leaves only what cannot wait, and whatever
fails beside the clock (a screen, a sound, a write) is told while the clock goes on.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.domain.instants import Instant, slept
from jury_desk.domain.pitch_acts import NAP_MS
from jury_desk.domain.pitch_events import TimingEvent, TimingKind
from jury_desk.domain.pitch_signals import Signal as Threshold
from jury_desk.domain.pitch_state import PhaseClock, PhaseStatus, SessionStatus
from jury_desk.services import history
from jury_desk.services.changes import ChangeSet
from jury_desk.services.pitches import PitchSession
from jury_desk.services.progress import session_under_way
from jury_desk.services.zones import EditionClocks
from jury_desk.ui.live.cues import LATEST_MS, spoken_signal, threshold_words, turn_words
from jury_desk.ui.live.display_timer import LONGEST_MS, DisplayTimer
from jury_desk.ui.live.outputs import Outputs
from jury_desk.ui.live.room_desk import RoomDesk
from jury_desk.ui.live.room_feed import room_view
from jury_desk.ui.live.standstill import Heap
from jury_desk.ui.operations import Operations
from jury_desk.ui.room.screens import RoomPlace
from jury_desk.ui.room.view import NOTHING
from jury_desk.ui.widgets.durations import until_next_second

GUARD_MS = 600
"""A key pressed twice within this is pressed once."""

NOTICED_AFTER_MS = 15
"""How long after a second is shown the session looks at the clocks and writes its beat."""

Command = Callable[[PitchSession], ChangeSet]


class Console(QObject):
    """One for each open file.

    Signals:
        changed: something happened in the session, or another session is attended to.
        time_passed: another second is to be shown; the :class:`Instant` to show.
        noticed: the session has looked at the clocks; what takes longer to show may follow.
        locked_changed: the lock was turned.
        awake_known: whether the computer is kept awake; ``None`` once it need not be.
        unsaved_changed: why nothing can be written, again whenever more waits for it; ``None`` when all is written.
    """

    changed = Signal()
    time_passed = Signal(object)
    noticed = Signal(object)
    locked_changed = Signal(bool)
    awake_known = Signal(object)
    unsaved_changed = Signal(object)
    _awake_answered = Signal(bool)

    def __init__(
        self, operations: Operations, outputs: Outputs, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.operations = operations
        self._clocks = EditionClocks(operations.toolbox.clocks, operations.file)
        self._outputs = outputs
        self.session: PitchSession | None = None
        self.locked = False
        self.awake: bool | None = None
        self.room = RoomDesk(window, self, settings=operations.settings)
        self._heap = Heap()
        self._acted: Instant | None = None
        self._noticed: Instant | None = None
        self._remaining: tuple[PhaseClock, int] | None = None
        self._told_fault: tuple[str, int] | None = None
        self._timer = DisplayTimer(self._until_next, self)
        self._timer.woken.connect(self.show_second)
        self._awake_answered.connect(self._take_awake)
        self.room.place_changed.connect(self._follow_room)
        self.room.message_shown.connect(self._note_message)
        self.room.blackout_set.connect(self._note_blackout)
        self._attend_live()

    # Which session

    @property
    def live(self) -> bool:
        """Whether a session is open now."""
        return self.session is not None and self.session.state.status is SessionStatus.LIVE

    @property
    def now(self) -> Instant:
        """A reading of the clocks."""
        return self._clocks.now()

    def attend(self, stage: str) -> bool:
        """Turn to the session of a stage; while another one is live, stay with that."""
        if self.session is not None and (self.session.stage == stage or self.live):
            return self.session.stage == stage
        self.session = PitchSession(self.operations.file, stage, self._clocks)
        self._settle()
        return True

    def release(self) -> None:
        """Let everything go: the file is about to be closed."""
        self._timer.stop()
        self._outputs.keep_awake.release()
        self._heap.take_back()
        self.room.close()
        self.session = None

    # Commands

    def act(self, command: Command, *, guarded: bool = False, even_locked: bool = False) -> bool:
        """Run a command of the session; tell what is in its way, and whether anything happened.

        Args:
            command: what to do.
            guarded: do nothing when the last act was less than :data:`GUARD_MS` ago.
            even_locked: do it even while the desk is locked.
        """
        session = self.session
        if session is None or (guarded and self._is_double()):
            return False
        if not even_locked and self.is_locked():
            return False
        before = session.state.events
        self.operations.run(lambda: command(session), self)
        if session.state.events == before:
            return False
        self._acted = self.now
        self._settle()
        return True

    @Slot()
    def toggle(self) -> bool:
        """Start the phase that comes next, pause the one that runs, resume the one that is paused; nothing else."""
        clock = self.session.focus() if self.session else None
        status = clock.status if clock else None
        if status is PhaseStatus.RUNNING:
            return self.act(lambda session: session.pause(), guarded=True, even_locked=True)
        if status is PhaseStatus.PAUSED:
            return self.act(lambda session: session.resume(), guarded=True, even_locked=True)
        if self.can_start:
            return self.act(lambda session: session.start(), guarded=True, even_locked=True)
        return False

    @Slot()
    def next(self) -> bool:
        """Do what comes next: end the phase, start the next one, call the next candidate."""
        return self.act(lambda session: session.next(), guarded=True)

    @property
    def can_start(self) -> bool:
        """Whether a phase comes next."""
        step = self.session.next_step() if self.session else None
        return step is not None and step.kind is TimingKind.STARTED

    def is_locked(self) -> bool:
        """Whether the desk is locked; when it is, say how it is unlocked."""
        if self.locked:
            self.operations.messages.tell_note(self.tr("The desk is locked: L unlocks it."))
        return self.locked

    @Slot()
    def toggle_lock(self) -> None:
        """Lock everything but Space and Undo, or unlock it."""
        self.locked = not self.locked
        self.locked_changed.emit(self.locked)
        self._outputs.announcer.say(self.tr("Desk locked") if self.locked else self.tr("Desk unlocked"))

    def test_sound(self) -> None:
        """Play the cue, so that the chair hears whether it can be heard."""
        self._outputs.sound.play(self._tell_no_sound)

    # What cannot be written

    @property
    def unsaved(self) -> DomainError | None:
        """Why what happens cannot be written; ``None`` as long as it can."""
        return self.session.unsaved if self.session else None

    @property
    def holds_acts(self) -> bool:
        """Whether there are acts that only this run of the program knows."""
        return self.session is not None and self.session.kept_in_memory > 0

    @Slot()
    def write_again(self) -> None:
        """Try at once to write what could not be written."""
        if self.session is not None:
            self.session.write_again()
            self._watch_fault()

    # Undo

    def next_undone(self) -> TimingEvent | None:
        """The act on the clock that an undo takes back now; ``None`` when a later act on the file comes first."""
        if self.session is None or not self.live:
            return None
        try:
            event = self.session.next_undone()
        except DomainError:
            return None
        later = history.next_undo(self.operations.file)
        return None if later is not None and later.seq > self._number_of(event) else event

    @Slot()
    def undo(self) -> bool:
        """Take the last act on the clock back, and say where that leaves it."""
        done = self.act(lambda session: session.undo(), even_locked=True)
        clock = self.session.focus() if self.session else None
        if done and clock and self.session:
            told = turn_words(clock, clock.remaining_at(self.now))
            self.operations.messages.tell_note(self.tr("Undone. {state}").format(state=told))
        return done

    def _number_of(self, event: TimingEvent) -> int:
        """The number in the journal of the act that added an event; one not written yet is later than all."""
        acts = self.operations.file.events()
        for act in reversed(acts):
            if any((change.entity, change.key) == (event.entity, event.key) for change in act.changes):
                return act.seq
        return len(acts) + 1

    # Time goes by

    @Slot()
    def tick(self) -> None:
        """Let whoever shows the time show it, and the session notice it."""
        self.show_second()
        self.notice()

    @Slot()
    def show_second(self) -> None:
        """Show the second that has begun, before anything else takes its time.

        After a sleep the session looks first: until the chair has decided, nobody sees the time slept as spoken.
        """
        now = self.now
        if self._noticed is not None and slept(self._noticed, now) <= NAP_MS:
            self.time_passed.emit(now)
            self._feed_room(now)
        # A beat is written to the disk: what was typed and asked to be painted meanwhile goes before it.
        QTimer.singleShot(NOTICED_AFTER_MS, self, self.notice)

    @Slot()
    def notice(self) -> None:
        """Let the session notice the time: its beat is written, thresholds are told, a sleep is found."""
        if self.session is None:
            return
        tick = self.session.tick()
        self._noticed = tick.now
        if tick.interrupted:
            self._settle()
        if tick.signal is not None:
            self._sound(tick.signal)
        if tick.wall_jump_ms:
            self._note(TimingKind.CLOCK_CHANGED, str(tick.wall_jump_ms))
            self.operations.messages.tell_note(self.tr("The computer’s clock was changed; the time measured was not."))
        self._say_threshold(tick.now)
        self._watch_fault()
        self.noticed.emit(tick.now)

    def _until_next(self) -> int:
        """Milliseconds until the time before the chair reads differently."""
        if self.session is None:
            return LONGEST_MS
        now, clock = self.now, self.session.focus()
        if clock is not None and clock.status is PhaseStatus.RUNNING:
            return until_next_second(clock.remaining_at(now))
        if clock is not None and clock.status.is_open:
            return LONGEST_MS - clock.paused_at(now) % LONGEST_MS
        return LONGEST_MS - self.session.state.idle_at(now) % LONGEST_MS

    def _settle(self) -> None:
        """Something happened: arm the timer, feed the room, say the turn, keep awake or not."""
        if self.session is None:
            return
        now, clock = self.now, self.session.focus()
        if self.live:
            self._heap.set_aside()
            self._timer.follow()
            if self.awake is None:
                self._outputs.keep_awake.hold(self._awake_answered.emit)
        else:
            self._timer.stop()
            self._heap.take_back()
            self._outputs.keep_awake.release()
            self._set_awake(None)
        if clock is not None and self.live:
            self._outputs.announcer.say(
                turn_words(clock, clock.remaining_at(now)), urgent=clock.status is PhaseStatus.INTERRUPTED
            )
        self._remaining = None if clock is None else (clock, clock.remaining_at(now))
        self._noticed = now
        self._watch_fault()
        self._feed_room(now)
        self.changed.emit()

    def _attend_live(self) -> None:
        stage = session_under_way(self.operations.records)
        if stage is not None:
            self.attend(stage)

    def _feed_room(self, now: Instant) -> None:
        if self.session is not None:
            shown = self.session.state.status is not SessionStatus.PREPARED
            self.room.show_view(room_view(self.operations.records, self.session, now) if shown else NOTHING)

    def _is_double(self) -> bool:
        acted = self._acted
        if acted is None or self.session is None:
            return False
        now = self.now
        return now.boot == acted.boot and now.real_ms - acted.real_ms < GUARD_MS

    # What is told

    def _sound(self, threshold: Threshold) -> None:
        if self.session is None:
            return
        self._note(TimingKind.SIGNAL_SHOWN, str(threshold.threshold_ms))
        if self.session.state.format.sound and threshold.late_ms <= LATEST_MS:
            self._outputs.sound.play(self._tell_no_sound)

    def _say_threshold(self, now: Instant) -> None:
        clock = self.session.state.open_phase if self.session else None
        former, self._remaining = self._remaining, None
        if clock is None or clock.status is not PhaseStatus.RUNNING:
            return
        left = clock.remaining_at(now)
        self._remaining = (clock, left)
        if former is not None and former[0].slot == clock.slot:
            crossed = spoken_signal(clock, former[1], left)
            if crossed is not None:
                self._outputs.announcer.say(threshold_words(crossed.threshold_ms), urgent=crossed.is_time_up)

    @Slot()
    def _tell_no_sound(self) -> None:
        self.operations.messages.tell_note(self.tr("The sound could not be played; the clock goes on."))

    def _watch_fault(self) -> None:
        """A write that failed is told as long as it fails; that it succeeded at last, once."""
        fault, former = self.unsaved, self._told_fault
        self._told_fault = None if fault is None or self.session is None else (str(fault), self.session.kept_in_memory)
        if self._told_fault == former:
            return
        self.unsaved_changed.emit(fault)
        if former is None:
            self._outputs.announcer.say(self.tr("What happens cannot be saved; the clock goes on."), urgent=True)
        elif fault is None:
            self.operations.messages.tell_note(self.tr("Everything is saved again."))
            self._outputs.announcer.say(self.tr("Everything is saved again."))
        if former is None or fault is None:
            self.changed.emit()

    @Slot(bool)
    def _take_awake(self, held: bool) -> None:
        self._set_awake(held)
        if not held:
            self._note(TimingKind.SLEEP_NOT_BLOCKED)

    def _set_awake(self, awake: bool | None) -> None:
        if awake is not self.awake:
            self.awake = awake
            self.awake_known.emit(awake)

    @Slot(object)
    def _follow_room(self, place: RoomPlace) -> None:
        if place is RoomPlace.LOST:
            self._note(TimingKind.SCREEN_LOST, self.room.screen_name)
            self.operations.messages.tell_note(self.tr("The audience’s screen is lost; the clock goes on."))
            self._outputs.announcer.say(self.tr("The audience’s screen is lost"), urgent=True)
        elif place is RoomPlace.FULL:
            self._note(TimingKind.SCREEN_BACK, self.room.screen_name)

    @Slot(str)
    def _note_message(self, message: str) -> None:
        self._note(TimingKind.MESSAGE_SHOWN, message)

    @Slot(bool)
    def _note_blackout(self, on: bool) -> None:
        self._note(TimingKind.BLACKOUT, "on" if on else "off")

    def _note(self, kind: TimingKind, text: str = "") -> None:
        """Write down what changes nothing; it is no act, and no page has to follow it."""
        if self.live and self.session is not None:
            self.session.note(kind, text)
