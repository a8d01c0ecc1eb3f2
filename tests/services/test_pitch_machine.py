"""The clock of a session against a brute-force stopwatch, whatever is pressed, slept, killed or undone.

The oracle keeps the whole story (time that went by, sleeps, stops, acts) and plays all of it again after each step,
without the acts that were undone. It shares no code with the fold. The twelve invariants of the clock are named where
they are checked.

At the end, planted bugs: each must be found by the very same machine.
"""

import copy
import inspect
import json
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from jury_desk.domain import instants, pitch_acts, pitch_fold
from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.documents import canonical, from_document, to_document
from jury_desk.domain.edition import RulesVersion, Stage, StageKind
from jury_desk.domain.errors import DomainError
from jury_desk.domain.instants import Instant
from jury_desk.domain.journal import Event
from jury_desk.domain.pitch_events import Slot, Then, TimingEvent, TimingKind
from jury_desk.domain.pitch_state import PhaseClock
from jury_desk.domain.records import Entity, Records
from jury_desk.domain.rules import document_of, rules_from_document
from jury_desk.services import pitches
from jury_desk.services.changes import ChangeSet
from jury_desk.services.pitches import PitchSession

STAGE = "hackathon"
CANDIDACIES = ("A", "B", "C")
ALLOTTED = {"pitch": 180_000, "questions": 120_000, "changeover": 30_000, "break-2": 60_000, "deliberation": 90_000}
WARNINGS = {"pitch": [60_000, 30_000], "questions": [60_000, 30_000]}
COUNTING = ("pitch", "questions")
OF_A_PASSAGE = ("pitch", "questions", "changeover")
OPEN = ("running", "paused", "interrupted")
RULES = {
    "title": "Rules",
    "criteria": [{"id": "C1", "name": "One", "min": "0", "max": "10"}],
    "timing": {
        "pitch": 3,
        "questions": 2,
        "changeover": "1/2",
        "break": 1,
        "deliberation": "3/2",
        "warnings": [1, "1/2"],
        "break_after": 2,
    },
}
MS = st.integers(0, 200_000)
SHORT = st.integers(1, 70_000)


class Clocks:
    """Clocks that move when told to."""

    def __init__(self) -> None:
        self.at = Instant(10_000, 10_000, 1_783_000_000_000, 60, "boot-0", "process-0")
        self.starts = 0

    def now(self) -> Instant:
        """All the clocks."""
        return self.at

    def run(self, ms: int) -> None:
        """Let time go by."""
        self.at = self.at.moved(ms)

    def sleep(self, ms: int) -> None:
        """Let time go by that the computer sleeps through."""
        self.at = replace(self.at.moved(ms), awake_ms=self.at.awake_ms)

    def jump(self, ms: int) -> None:
        """Put the wall clock forward or back."""
        self.at = replace(self.at, wall_ms=self.at.wall_ms + ms)

    def restart(self, down: int, *, reboot: bool) -> None:
        """Start the program again, or the computer with it, after some time."""
        self.starts += 1
        self.at = replace(self.at.moved(down), process=f"process-{self.starts}")
        if reboot:
            self.at = replace(self.at, boot=f"boot-{self.starts}", real_ms=1000, awake_ms=1000)


class MemoryFile:
    """What a session needs of a file, kept as JSON texts, so that whatever is read back went through them."""

    def __init__(self, entities: list[Entity]) -> None:
        self._entities = entities
        self.lines: list[bytes] = []
        self.heart: Instant | None = None
        self.records = Records()
        self.read_again()

    def read_again(self) -> None:
        """Forget what is in memory."""
        self.records = Records().with_these(self._entities)
        for line in self.lines:
            self.records.put(from_document(TimingEvent, json.loads(line)))

    @contextmanager
    def unit(self) -> Iterator["MemoryFile"]:
        """The file is its own unit."""
        yield self

    def put(self, event: TimingEvent) -> None:
        """Append an event."""
        assert self.records.get(TimingEvent, *event.key) is None
        self.lines.append(canonical(to_document(event)))
        self.records.put(event)

    def commit(self, _kind: str, *, reason: str = "") -> ChangeSet:
        """There is nothing to wait for."""
        del reason
        return ChangeSet(None)

    def beat(self, _stage: str, instant: Instant) -> None:
        """Rewrite the heartbeat."""
        self.heart = instant

    def last_beat(self, _stage: str) -> Instant | None:
        """The heartbeat."""
        return self.heart

    def events(self) -> list[Event]:
        """No journal here."""
        return []


@dataclass
class Watch:
    """A brute-force stopwatch of one phase."""

    status: str = "ready"
    spoken: int = 0
    paused: int = 0
    gap: int = 0
    undecided: int = 0
    granted: int = 0
    extra: int | None = None
    total: int = 0
    stops: int = 0


@dataclass
class World:
    """Where the oracle thinks that everything stands."""

    live: bool = True
    watches: dict[Slot, Watch] = field(default_factory=dict)
    passages: dict[str, list[str]] = field(default_factory=lambda: {each: ["planned"] for each in CANDIDACIES})
    extras: dict[tuple[str, str], int] = field(default_factory=dict)
    latest: tuple[str, int] | None = None
    idle_since: Instant | None = None
    barrier: bool = False

    def watch(self, slot: Slot) -> Watch:
        """The stopwatch of a phase."""
        return self.watches.setdefault(slot, Watch())

    def open_slot(self) -> Slot | None:
        """The phase under way."""
        return next((slot for slot, each in self.watches.items() if each.status in OPEN), None)

    def extra_of(self, slot: Slot) -> int:
        """The accommodation of a phase, fixed once it has begun."""
        fixed = self.watch(slot).extra
        return self.extras.get((slot.candidacy, slot.phase), 0) if fixed is None else fixed

    def available(self, slot: Slot) -> int:
        """What a phase may take."""
        return ALLOTTED[slot.phase] + self.extra_of(slot) + self.watch(slot).granted

    def standing(self, candidacy: str, attempt: int) -> str:
        """A passage's status, worked out from its phases once it is called."""
        status = self.passages[candidacy][attempt - 1]
        if status != "called":
            return status
        found = {phase: self.watch(Slot(candidacy, attempt, phase)).status for phase in OF_A_PASSAGE}
        if all(found[phase] in ("ended", "skipped") for phase in COUNTING):
            return "done"
        return "open" if set(found.values()) != {"ready"} else "called"

    def newest(self, candidacy: str) -> tuple[int, str]:
        """The newest attempt and its status."""
        attempt = len(self.passages[candidacy])
        return attempt, self.standing(candidacy, attempt)

    def current(self) -> tuple[str, int] | None:
        """The passage called and not over."""
        for candidacy, attempts in self.passages.items():
            for attempt in range(1, len(attempts) + 1):
                if self.standing(candidacy, attempt) in ("called", "open"):
                    return candidacy, attempt
        return None

    # What happens to it

    def go_by(self, ms: int) -> None:
        """Somebody measures."""
        slot = self.open_slot()
        if slot:
            watch = self.watch(slot)
            watch.total += ms
            if watch.status == "running":
                watch.spoken += ms
            else:
                watch.paused += ms

    def lose(self, gap: int, *, counts_when_waiting: bool) -> None:
        """Nobody measures: the phase waits for a decision, or goes on waiting for the one it waited for."""
        slot = self.open_slot()
        if slot is None:
            return
        watch = self.watch(slot)
        watch.total += gap
        if watch.status != "interrupted":
            watch.status = "interrupted"
            watch.undecided += gap
            self.barrier = True
        elif counts_when_waiting:
            watch.paused += gap
        else:
            watch.gap += gap
            self.barrier = True

    def close_phase(self, slot: Slot, at: Instant) -> None:
        """A phase is over."""
        self.watch(slot).status = "ended"
        self.idle_since = at

    def act(self, name: str, at: Instant, given: tuple[Any, ...]) -> None:
        """Somebody presses something, legally."""
        self.barrier = name in ("close", "reopen", "resolve")
        getattr(self, f"_do_{name}")(at, *given)

    def _do_close(self, _at: Instant) -> None:
        self.live = False

    def _do_reopen(self, at: Instant) -> None:
        self.live = True
        self.idle_since = at

    def _do_call(self, _at: Instant, candidacy: str) -> None:
        self.passages[candidacy][-1] = "called"
        self.latest = (candidacy, len(self.passages[candidacy]))

    def _do_absent(self, _at: Instant, candidacy: str) -> None:
        self.passages[candidacy][-1] = "absent"

    def _do_defer(self, _at: Instant, candidacy: str) -> None:
        self.passages[candidacy][-1] = "deferred"

    def _do_abort(self, at: Instant, rehear: bool) -> None:
        candidacy, attempt = self.current() or self.latest or ("", 0)
        slot = self.open_slot()
        if slot and slot[:2] == (candidacy, attempt):
            self.close_phase(slot, at)
        self.passages[candidacy][attempt - 1] = "aborted"
        if rehear:
            self.passages[candidacy].append("planned")

    def _do_count(self, _at: Instant, _candidacy: str, _attempt: int) -> None:
        pass

    def _do_accommodate(self, _at: Instant, candidacy: str, phase: str, ms: int) -> None:
        self.extras[candidacy, phase] = ms

    def _do_start(self, _at: Instant, slot: Slot, backdate: int) -> None:
        watch = self.watch(slot)
        watch.extra = self.extra_of(slot)
        watch.status = "running"
        watch.spoken += backdate
        watch.total += backdate

    def _do_pause(self, _at: Instant) -> None:
        self.watch(self.must_be_open()).status = "paused"
        self.watch(self.must_be_open()).stops += 1

    def _do_describe(self, _at: Instant) -> None:
        pass

    def _do_resume(self, _at: Instant) -> None:
        self.watch(self.must_be_open()).status = "running"

    def _do_end(self, at: Instant) -> None:
        self.close_phase(self.must_be_open(), at)

    def _do_skip(self, _at: Instant, slot: Slot) -> None:
        self.watch(slot).extra = self.extra_of(slot)
        self.watch(slot).status = "skipped"

    def _do_grant(self, _at: Instant, slot: Slot, ms: int) -> None:
        self.watch(slot).granted += ms

    def _do_grant_to_all(self, _at: Instant, phase: str, ms: int) -> None:
        for slot in self.to_come(phase):
            self.watch(slot).granted += ms

    def _do_correct(self, _at: Instant, slot: Slot, ms: int) -> None:
        self.watch(slot).spoken = ms

    def _do_resolve(self, at: Instant, charge: int, then: str) -> None:
        slot = self.must_be_open()
        watch = self.watch(slot)
        watch.spoken += charge
        watch.gap += watch.undecided - charge
        watch.undecided = 0
        watch.status = then
        watch.stops += then == "paused"
        if then == "ended":
            self.close_phase(slot, at)

    def must_be_open(self) -> Slot:
        """The phase under way, which there is."""
        slot = self.open_slot()
        assert slot
        return slot

    def to_come(self, phase: str) -> list[Slot]:
        """That phase of every passage still to be heard."""
        newest = {candidacy: self.newest(candidacy) for candidacy in CANDIDACIES}
        return [
            Slot(each, newest[each][0], phase) for each in CANDIDACIES if newest[each][1] in ("planned", "deferred")
        ]

    # What may happen to it

    def may(self, name: str, at: Instant, given: tuple[Any, ...]) -> bool:
        """Whether an act is legal."""
        if name == "reopen":
            return not self.live
        if name == "accommodate":
            return self.live and self.newest(given[0])[1] in ("planned", "called", "deferred")
        return self.live and bool(getattr(self, f"_may_{name}")(at, *given))

    def waits_for_decision(self) -> bool:
        """Whether the phase under way is interrupted."""
        slot = self.open_slot()
        return slot is not None and self.watch(slot).status == "interrupted"

    def is_(self, status: str) -> bool:
        """Whether the phase under way has that status."""
        slot = self.open_slot()
        return slot is not None and self.watch(slot).status == status

    def _may_close(self, _at: Instant) -> bool:
        return self.open_slot() is None and self.current() is None

    def _may_call(self, _at: Instant, candidacy: str) -> bool:
        return self._may_close(_at) and self.newest(candidacy)[1] in ("planned", "deferred", "absent")

    def _may_absent(self, _at: Instant, candidacy: str) -> bool:
        return self.newest(candidacy)[1] in ("planned", "called", "deferred")

    _may_defer = _may_absent

    def _may_abort(self, _at: Instant, _rehear: bool) -> bool:
        passage = self.current() or self.latest
        return passage is not None and self.standing(*passage) in ("open", "done") and not self.waits_for_decision()

    def _may_count(self, _at: Instant, candidacy: str, attempt: int) -> bool:
        attempts = self.passages[candidacy]
        return attempt <= len(attempts) and self.standing(candidacy, attempt) in ("called", "open", "done", "aborted")

    def _may_skip(self, _at: Instant, slot: Slot) -> bool:
        if self.open_slot() or self.watch(slot).status != "ready":
            return False
        if not slot.candidacy:
            return True
        status = self.standing(*slot[:2]) if slot.attempt <= len(self.passages[slot.candidacy]) else "planned"
        allowed = ("called", "open") if slot.phase in COUNTING else ("called", "open", "done")
        return self.latest == slot[:2] and status in allowed

    def _may_start(self, at: Instant, slot: Slot, backdate: int) -> bool:
        since = self.idle_since
        assert since
        idle = at.real_ms - since.real_ms if at.boot == since.boot else at.wall_ms - since.wall_ms
        return self._may_skip(at, slot) and 0 <= backdate <= max(0, idle)

    def _may_pause(self, _at: Instant) -> bool:
        return self.is_("running")

    def _may_describe(self, _at: Instant) -> bool:
        slots = [Slot(*self.latest, phase) for phase in OF_A_PASSAGE] if self.latest else []
        here = self.open_slot()
        return any(self.watch(slot).stops for slot in [*slots, *([here] if here else [])])

    def _may_resume(self, _at: Instant) -> bool:
        return self.is_("paused")

    def _may_end(self, _at: Instant) -> bool:
        return self.is_("running") or self.is_("paused")

    def _may_grant(self, _at: Instant, slot: Slot, ms: int) -> bool:
        if self.watch(slot).status in ("interrupted", "ended", "skipped") or self.available(slot) + ms <= 0:
            return False
        if not slot.candidacy:
            return True
        attempt, status = self.newest(slot.candidacy)
        return slot.attempt == attempt and status not in ("absent", "aborted")

    def _may_grant_to_all(self, at: Instant, phase: str, ms: int) -> bool:
        slots = self.to_come(phase)
        return bool(slots) and all(self._may_grant(at, slot, ms) for slot in slots)

    def _may_correct(self, _at: Instant, slot: Slot, ms: int) -> bool:
        return self.watch(slot).status == "ended" and ms >= 0

    def _may_resolve(self, _at: Instant, charge: int, _then: str) -> bool:
        return self.waits_for_decision() and 0 <= charge <= self.watch(self.must_be_open()).undecided


@dataclass(frozen=True)
class Act:
    """A legal press of the story; ``undone`` says that it was taken back."""

    name: str
    at: Instant
    given: tuple[Any, ...]
    undone: bool = False


Scene = Act | tuple[str, int]
"""An act; or ``run``, ``nap``, ``sleep``, ``stop`` or ``reboot`` with its milliseconds."""


def play(story: list[Scene], opened: Instant) -> World:
    """Where the whole story leads, without what was undone."""
    world = World(idle_since=opened, barrier=True)
    for scene in story:
        match scene:
            case Act(undone=True):
                pass
            case Act():
                world.act(scene.name, scene.at, scene.given)
            case ("run" | "nap", ms):
                world.go_by(ms)
            case ("sleep" | "stop", ms):
                world.lose(ms, counts_when_waiting=True)
            case ("reboot", ms):
                world.lose(ms, counts_when_waiting=False)
    return world


def to_undo(story: list[Scene], opened: Instant) -> int | None:
    """Which act an undo takes back; ``None`` when it must be refused."""
    slept, stopped = 0, False
    for index in range(len(story) - 1, -1, -1):
        scene = story[index]
        if isinstance(scene, Act):
            if scene.undone:
                continue
            before = play(story[:index], opened)
            if scene.name in ("close", "reopen", "resolve"):
                return None
            reopens = scene.name in ("end", "abort")
            del before
            return None if reopens and (stopped or slept > 2000) else index
        if scene[0] in ("sleep", "stop", "reboot"):
            world, later = play(story[:index], opened), play(story[: index + 1], opened)
            interrupts = _statuses(world) != _statuses(later) or (scene[0] == "reboot" and world.waits_for_decision())
            if interrupts:
                return None
        slept += scene[1] if scene[0] in ("nap", "sleep") else 0
        stopped = stopped or scene[0] in ("stop", "reboot")
    return None


def _statuses(world: World) -> dict[Slot, str]:
    return {slot: watch.status for slot, watch in world.watches.items() if watch.status != "ready"}


SLOTS = st.builds(
    Slot, st.sampled_from(CANDIDACIES), st.integers(1, 2), st.sampled_from(OF_A_PASSAGE)
) | st.sampled_from([Slot("", 1, "break-2"), Slot("", 1, "deliberation")])


CANDIDACY = st.sampled_from(CANDIDACIES)
ANYTHING = st.one_of(
    st.tuples(st.sampled_from(["pause", "resume", "end", "describe", "close", "reopen"])),
    st.tuples(st.sampled_from(["call", "absent", "defer"]), CANDIDACY),
    st.tuples(st.just("start"), SLOTS, st.sampled_from([0, 0, 1000, 20_000])),
    st.tuples(st.just("skip"), SLOTS),
    st.tuples(st.just("grant"), SLOTS, st.sampled_from([-170_000, -60_000, 30_000, 60_000])),
    st.tuples(st.just("grant_to_all"), st.sampled_from(COUNTING), st.sampled_from([-60_000, 30_000])),
    st.tuples(st.just("correct"), SLOTS, st.integers(-1, 400_000)),
    st.tuples(st.just("abort"), st.booleans()),
    st.tuples(st.just("count"), CANDIDACY, st.integers(1, 2)),
    st.tuples(st.just("accommodate"), CANDIDACY, st.sampled_from(COUNTING), st.sampled_from([0, 40_000, 100_000])),
    st.tuples(st.just("resolve"), st.integers(0, 5000), st.sampled_from(["running", "paused", "ended"])),
)

DISTURBANCE = st.one_of(
    st.tuples(st.just("jump_wall"), st.integers(-(10**9), 10**9)),
    st.tuples(st.just("nap"), st.integers(1, 2000)),
    st.tuples(st.just("nap"), st.integers(1, 2000)),
    st.tuples(st.just("sleep"), st.integers(2001, 10**7)),
    st.tuples(st.just("kill"), st.integers(0, 10**7), st.integers(0, 999), st.booleans(), st.integers(-5000, 5000)),
)


def open_is(*statuses: str) -> Callable[["Machine"], bool]:
    """Whether the oracle has a phase under way in one of these states."""
    return lambda self: self.ready and any(self.world.is_(status) for status in statuses)


class Machine(RuleBasedStateMachine):
    """Presses, waits, sleeps, kills and undoes; the oracle follows."""

    ready = False

    @initialize()
    def begin(self) -> None:
        """A session with three passages, open."""
        rules = canonical(document_of(rules_from_document(RULES))).decode()
        self.file = MemoryFile(
            [
                Stage(STAGE, StageKind.HEARING, "Jury", 1),
                *(Candidacy(each, each) for each in CANDIDACIES),
                *(Entry(STAGE, each, place) for place, each in enumerate(CANDIDACIES, 1)),
                RulesVersion(STAGE, 1, rules, "2020-03-01T10:00:00+00:00"),
            ]
        )
        self.clocks = Clocks()
        self.session = self.load()
        self.session.open(despite="no draw in this story")
        self.opened = self.clocks.now()
        self.story: list[Scene] = []
        self.world = play(self.story, self.opened)
        self.armed: dict[Slot, set[int]] = {}
        self.spoken: dict[Slot, int] = {}
        self.lines = list(self.file.lines)
        self.ready = True

    def load(self) -> PitchSession:
        """The session as the file has it."""
        return PitchSession(self.file, STAGE, self.clocks)  # type: ignore[arg-type]

    def add(self, scene: Scene) -> None:
        """Go on with the story."""
        self.story.append(scene)
        self.world = play(self.story, self.opened)

    def tick(self) -> None:
        """A tick changes nothing (invariant 3) and signals what it must (invariant 10)."""
        before = len(self.file.lines)
        tick = self.session.tick()
        assert len(self.file.lines) == before + tick.interrupted
        expected = self.expected_signal()
        assert (tick.signal and tick.signal.threshold_ms) == expected, (tick, self.world.open_slot())

    def expected_signal(self) -> int | None:
        """By hand: a threshold above which the time has been seen is armed, and goes off at or below it."""
        slot = self.world.open_slot()
        if slot is None:
            return None
        thresholds = [0, *WARNINGS.get(slot.phase, [])]
        armed = self.armed.setdefault(slot, {each for each in thresholds if each < self.world.available(slot)})
        remaining = self.world.available(slot) - self.world.watch(slot).spoken
        crossed = {each for each in armed if remaining <= each}
        self.armed[slot] = {each for each in thresholds if remaining > each}
        return min(crossed, default=None)

    def press(self, name: str, *given: Any) -> bool:
        """Do something, if it may be done; session and oracle must agree about that."""
        at = self.clocks.now()
        allowed = self.world.may(name, at, given)
        known = len(self.file.lines)
        refusal = self._refusal_of(lambda: CALLS[name](self.session, *given))
        if refusal:
            assert not allowed, (name, given, refusal, self.world)
            assert len(self.file.lines) == known
            return False
        assert allowed, (name, given, self.world)
        self.add(Act(name, at, given))
        if name == "correct":
            self.spoken.pop(given[0], None)
        return True

    @staticmethod
    def _refusal_of(call: Callable[[], object]) -> DomainError | None:
        """Why something was refused; ``None`` when it was done."""
        try:
            call()
        except DomainError as refusal:
            return refusal
        return None

    # Time

    @precondition(lambda self: self.ready)
    @rule(ms=MS, parts=st.lists(st.integers(0, 100), max_size=4))
    def wait(self, ms: int, parts: list[int]) -> None:
        """Time goes by, with any number of ticks in it."""
        at = 0
        for share in sorted(parts):
            until = ms * share // 100
            self.clocks.run(until - at)
            self.add(("run", until - at))
            self.tick()
            at = until
        self.clocks.run(ms - at)
        self.add(("run", ms - at))

    def jump_wall(self, ms: int) -> None:
        """Somebody sets the clock, or summer time begins (invariant 5)."""
        self.tick()
        self.clocks.jump(ms)
        told = self.session.tick().wall_jump_ms
        assert told == (ms if abs(ms) > 2000 else 0)

    def sleep(self, ms: int) -> None:
        """The lid closes (invariants 8 and 9)."""
        self.tick()
        self.clocks.sleep(ms)
        self.add(("sleep", ms))
        self.tick()

    def nap(self, ms: int) -> None:
        """A sleep too short to be told still is real time."""
        self.tick()
        self.clocks.sleep(ms)
        self.add(("nap", ms))
        self.tick()

    def kill(self, down: int, late: int, reboot: bool, skew: int) -> None:
        """The program dies up to a second after a heartbeat, and comes back, with the computer or without."""
        self.tick()
        self.file.beat(STAGE, self.clocks.now())
        self.clocks.run(late)
        self.clocks.jump(skew)
        self.clocks.restart(down, reboot=reboot)
        gap = max(0, late + down + skew) if reboot else late + down
        self.add(("reboot" if reboot else "stop", gap))
        self.file.read_again()
        self.session = self.load()
        slot = self.world.open_slot()
        self.armed = {}
        if slot:
            remaining = self.world.available(slot) - self.world.watch(slot).spoken
            self.armed[slot] = {each for each in (0, *WARNINGS.get(slot.phase, [])) if remaining > each}

    @precondition(lambda self: self.ready)
    @rule(what=DISTURBANCE)
    def disturb(self, what: tuple[Any, ...]) -> None:
        """Something happens to the computer."""
        name, *given = what
        getattr(self, name)(*given)

    # Anything, legal or not

    @precondition(lambda self: self.ready)
    @rule(pressed=ANYTHING)
    def press_anything(self, pressed: tuple[Any, ...]) -> None:
        """Press whatever there is."""
        self.press(*pressed)

    @precondition(lambda self: self.ready)
    @rule()
    def press_undo(self) -> None:
        """Undo is as if it had not been (invariant 6)."""
        index = to_undo(self.story, self.opened) if self.world.live else None
        known = len(self.file.lines)
        refusal = self._refusal_of(self.session.undo)
        if refusal:
            assert index is None, (refusal, self.story)
            assert len(self.file.lines) == known
            return
        assert index is not None, self.story
        self.story[index] = replace(self.story[index], undone=True)  # type: ignore[type-var]
        self.world = play(self.story, self.opened)
        self.spoken.clear()

    # Aimed at what is under way, so that deep stories are reached

    @precondition(lambda self: self.ready and self.world.live)
    @rule()
    def press_next(self) -> None:
        """Next does what it says, as one event."""
        step = self.session.next_step()
        known = len(self.file.lines)
        try:
            at = self.clocks.now()
            self.session.next()
        except DomainError:
            assert step is None
            assert len(self.file.lines) == known
            return
        assert step is not None
        assert len(self.file.lines) == known + 1
        name, given = {
            TimingKind.STARTED: ("start", (step.slot, 0)),
            TimingKind.ENDED: ("end", ()),
            TimingKind.CALLED: ("call", (step.slot.candidacy,)),
        }[step.kind]
        assert self.world.may(name, at, given)
        self.add(Act(name, at, given))

    @precondition(open_is("running"))
    @rule(ms=SHORT, name=st.sampled_from(["pause", "pause", "pause", "end"]))
    def run_then(self, ms: int, name: str) -> None:
        """Run for a while, then pause or end."""
        self.wait(ms, [100])
        self.press(name)

    @precondition(open_is("running"))
    @rule(
        early=st.integers(0, 3000), over=st.integers(-1, 40_000), then=st.sampled_from(["wait", "wait", "undo", "kill"])
    )
    def run_through_threshold(self, early: int, over: int, then: str) -> None:
        """Run up to a threshold and through it, or through several at once, seen by a tick before and after."""
        slot = self.world.must_be_open()
        remaining = self.world.available(slot) - self.world.watch(slot).spoken
        ahead = [remaining - each for each in (0, *WARNINGS.get(slot.phase, [])) if each < remaining]
        self.wait(max(0, min(ahead, default=0) - early), [100])
        if then == "undo":
            self.press_wait_undo("grant", early + over + 1)
        else:
            self.wait(early + over + 1, [])
        self.tick()
        if then == "kill":
            self.kill(over + 1, early // 4, False, 0)
        self.tick()

    @precondition(open_is("running", "paused", "interrupted"))
    @rule(slot=SLOTS)
    def start_another(self, slot: Slot) -> None:
        """A second phase while one is open, and an accommodation once it is too late (invariants 1 and 12)."""
        step = self.world.must_be_open()
        self.press("start", Slot("", 1, "break-2") if step.candidacy else slot, 0)
        if step.candidacy:
            self.press("accommodate", step.candidacy, "questions", 40_000)

    @precondition(open_is("running", "paused"))
    @rule(what=DISTURBANCE, ms=SHORT)
    def end_and_come_back(self, what: tuple[Any, ...], ms: int) -> None:
        """End, be away, undo: nothing that nobody watched is charged (invariant 8)."""
        self.wait(ms, [])
        self.press("end")
        self.disturb(what)
        self.press_undo()

    @precondition(lambda self: self.ready)
    @rule(phase=st.sampled_from(COUNTING), ms=st.sampled_from([-30_000, 30_000]))
    def grant_to_all_and_undo(self, phase: str, ms: int) -> None:
        """The same for everybody to come is one act."""
        if self.press("grant_to_all", phase, ms):
            self.press_undo()

    @precondition(open_is("paused"))
    @rule(ms=SHORT, name=st.sampled_from(["resume", "resume", "end"]))
    def wait_then(self, ms: int, name: str) -> None:
        """Wait for a while, then go on."""
        self.wait(ms, [])
        self.press(name)

    @precondition(open_is("running", "paused"))
    @rule(ms=st.sampled_from([-60_000, 45_000, 90_000]))
    def grant_here(self, ms: int) -> None:
        """Give the phase under way time: a threshold lifted above is armed again."""
        self.press("grant", self.world.must_be_open(), ms)
        self.tick()

    @precondition(lambda self: self.ready and any(each.status == "ended" for each in self.world.watches.values()))
    @rule(which=st.integers(0, 20), ms=st.integers(0, 400_000))
    def correct_some(self, which: int, ms: int) -> None:
        """Correct a phase that is over."""
        over = [slot for slot, each in self.world.watches.items() if each.status == "ended"]
        self.press("correct", over[which % len(over)], ms)

    @precondition(open_is("running", "paused"))
    @rule(ms=SHORT)
    def abort_here(self, ms: int) -> None:
        """Stop a passage in the middle of it, to be heard again."""
        self.wait(ms, [50])
        self.press("abort", True)

    @precondition(lambda self: self.ready and not self.world.live)
    @rule(ms=SHORT)
    def reopen_here(self, ms: int) -> None:
        """Go on after a closing."""
        self.wait(ms, [])
        self.press("reopen")

    @precondition(open_is("interrupted"))
    @rule(down=st.integers(1, 10**6), reboot=st.booleans())
    def stop_again(self, down: int, reboot: bool) -> None:
        """A second stop before the decision is never chargeable (invariant 9)."""
        self.kill(down, 0, reboot, 0)

    @precondition(open_is("interrupted"))
    @rule(
        share=st.integers(0, 100),
        over=st.integers(0, 1),
        then=st.sampled_from(["running", "running", "paused", "ended"]),
    )
    def decide(self, share: int, over: int, then: str) -> None:
        """Decide about an interruption, or claim more of it than there was."""
        undecided = self.world.watch(self.world.must_be_open()).undecided
        charge = undecided * share // 100 + (undecided + 1) * over * (share > 90)
        self.press("resolve", charge, then)

    @precondition(lambda self: self.ready and self.world.live and self.world.open_slot() is None)
    @rule(ms=SHORT, backdate=st.integers(0, 70_000))
    def idle_then_start(self, ms: int, backdate: int) -> None:
        """Start late, and say so, as far back as the last end and no further (invariant 12: the allotment stays)."""
        self.wait(ms, [])
        step = self.session.next_step()
        if step and step.kind is TimingKind.STARTED:
            self.press("start", step.slot, backdate)

    @precondition(lambda self: self.ready)
    @rule(name=st.sampled_from(["pause", "end", "resume", "next", "grant", "start"]), ms=SHORT)
    def press_wait_undo(self, name: str, ms: int) -> None:
        """Press, wait, undo is to wait (invariant 6), seen on the state itself."""
        before, length = copy.deepcopy(self.story), len(self.story)
        slot = self.world.open_slot()
        if name == "next":
            self.press_next()
        elif name == "grant" and slot:
            self.press("grant", slot, 30_000)
        elif name == "start" and (step := self.session.next_step()) and step.kind is TimingKind.STARTED:
            self.press("start", step.slot, 0)
        elif name in ("pause", "end", "resume"):
            self.press(name)
        if len(self.story) == length:
            return
        self.clocks.run(ms)
        self.add(("run", ms))
        self.session.undo()
        self.story = [*before, ("run", ms)]
        self.world = play(self.story, self.opened)

    # What always holds

    @invariant()
    def same_as_the_stopwatch(self) -> None:
        """Invariants 1, 2, 7, 8 and 12: one phase at most; sums that add up to real time; allotments as given."""
        if not self.ready:
            return
        state, now = self.session.state, self.clocks.now()
        assert sum(clock.status.is_open for clock in state.phases.values()) <= 1
        for slot, watch in self.world.watches.items():
            clock = state.phase(slot)
            assert clock
            assert clock.status.value == watch.status, slot
            spoken, paused, gap = clock.spoken_at(now), clock.paused_at(now), clock.interrupted_at(now)
            assert spoken == watch.spoken, (slot, spoken, watch)
            assert paused == watch.paused, (slot, paused, watch)
            assert gap == watch.gap + watch.undecided, (slot, gap, watch)
            assert clock.undecided == watch.undecided
            assert clock.allotted == ALLOTTED[slot.phase] + self.world.extra_of(slot)
            assert clock.granted == watch.granted == sum(each.ms for each in clock.grants)
            assert clock.remaining_at(now) + spoken == self.world.available(slot)
            if clock.status.is_open:
                assert spoken + paused + gap == watch.total, (slot, watch)
            assert min(clock.spoken, clock.paused, clock.interrupted, clock.undecided) >= 0
            assert spoken >= self.spoken.get(slot, 0)
            self.spoken[slot] = spoken
            told = sum(stop.ms for stop in clock.stops) + sum(outage.waited_ms for outage in clock.outages)
            assert told == clock.paused

    @invariant()
    def passages_as_the_oracle_has_them(self) -> None:
        """The passages follow from their phases."""
        if not self.ready:
            return
        state = self.session.state
        for candidacy, attempts in self.world.passages.items():
            found = [each.status.value for each in state.attempts.get(candidacy, ())] or ["planned"]
            assert found == [self.world.standing(candidacy, attempt + 1) for attempt in range(len(attempts))]

    @invariant()
    def restored_is_the_same(self) -> None:
        """Invariants 4 and 11: what the texts give is where it stands, and nothing written has changed."""
        if not self.ready:
            return
        events = [from_document(TimingEvent, json.loads(line)) for line in self.file.lines]
        assert pitch_fold.fold(STAGE, self.session.state.format, events) == self.session.state
        assert self.file.lines[: len(self.lines)] == self.lines
        self.lines = list(self.file.lines)
        assert [event.seq for event in events] == list(range(1, len(events) + 1))


CALLS: dict[str, Callable[..., object]] = {
    "close": lambda session: session.close("enough"),
    "reopen": lambda session: session.reopen("not enough"),
    "call": lambda session, candidacy: session.call(candidacy, "came"),
    "absent": lambda session, candidacy: session.absent(candidacy),
    "defer": lambda session, candidacy: session.defer(candidacy, "train"),
    "abort": lambda session, rehear: session.abort("alarm", rehear=rehear),
    "count": lambda session, candidacy, attempt: session.count(candidacy, attempt, "fair"),
    "accommodate": lambda session, candidacy, phase, ms: session.accommodate(candidacy, phase, ms),
    "start": lambda session, slot, backdate: session.start(slot, backdate_ms=backdate),
    "pause": lambda session: session.pause("a pause"),
    "describe": lambda session: session.describe("a projector", incident=True),
    "resume": lambda session: session.resume(),
    "end": lambda session: session.end(),
    "skip": lambda session, slot: session.skip("no questions", slot),
    "grant": lambda session, slot, ms: session.grant(ms, "noise", slot),
    "grant_to_all": lambda session, phase, ms: session.grant_to_all(ms, "noise", phase),
    "correct": lambda session, slot, ms: session.correct(slot, ms, "seen on paper"),
    "resolve": lambda session, charge, then: session.resolve(Then(then), charge_ms=charge, reason="seen"),
}

TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=200, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)


@dataclass(frozen=True)
class Bug:
    """A bug to plant: one text of a function's source, and what somebody might have written instead."""

    name: str
    owner: Any
    function: str
    right: str
    wrong: str

    def plant(self, patch: pytest.MonkeyPatch) -> None:
        """Put the wrong function in the place of the right one, for as long as the patch lasts."""
        by_kind = isinstance(self.owner, dict)
        function = self.owner[self.function] if by_kind else getattr(self.owner, self.function)
        source = textwrap.dedent(inspect.getsource(function))
        assert self.right in source, self.name
        made: dict[str, Any] = {}
        module = inspect.getmodule(function)
        assert isinstance(module, ModuleType)
        exec(source.replace(self.right, self.wrong), module.__dict__, made)  # noqa: S102 - that is the test
        if by_kind:
            patch.setitem(self.owner, self.function, made[function.__name__])
        else:
            patch.setattr(self.owner, self.function, made[self.function])


BUGS = [
    Bug("wall clock measures the segment shown", PhaseClock, "_under_way", "real_ms", "wall_ms"),
    Bug("wall clock measures what is booked", pitch_fold, "_settle", "real_ms", "wall_ms"),
    Bug("awake clock measures what is booked", pitch_fold, "_settle", "real_ms", "awake_ms"),
    Bug(
        "pause eats time",
        pitch_fold,
        "_settle",
        "paused=clock.paused + time, since=None",
        "spoken=clock.spoken + time, since=None",
    ),
    Bug(
        "grant is booked as spoken",
        pitch_fold._OF_PHASE,
        TimingKind.GRANTED,
        "granted=clock.granted + grant.ms",
        "spoken=clock.spoken - grant.ms",
    ),
    Bug(
        "restart resumes as if nothing had happened",
        PitchSession,
        "_restore",
        "elif alive.process",
        "elif False and alive.process",
    ),
    Bug(
        "undo forgets the time since",
        pitch_fold._Folding,
        "take",
        "of_session =",
        """known = self.phases.get(event.slot)
    if event.kind is TimingKind.UNDONE and known and known.since:
        self.phases[event.slot] = replace(known, since=event.at)
    of_session =""",
    ),
    Bug("two phases may run", pitch_acts, "_need_no_open_phase", "if state.open_phase:", "if False:"),
    Bug(
        "second interruption may be charged",
        pitch_fold._OF_PHASE,
        TimingKind.INTERRUPTED,
        "0 if again else",
        "0 if False else",
    ),
    Bug("sleep goes unnoticed", PitchSession, "_notice_sleep", "slept(last, now) <= acts.NAP_MS", "True"),
    Bug(
        "wait for a decision is dropped",
        pitch_fold,
        "_settle",
        "paused=clock.paused + time, resumed=None",
        "resumed=None",
    ),
    Bug("undo charges a sleep", pitch_acts, "_watched", "slept(earlier, later) <= NAP_MS", "True"),
    Bug("group is undone in part", pitch_fold, "undone_seqs", "{event.seq, event.details.group}", "{event.seq}"),
    Bug("backdate reaches into what went before", pitch_acts, "start", "if backdate_ms > idle:", "if False:"),
    Bug(
        "threshold signals at every tick",
        pitches,
        "signal",
        "now_ms <= each < before_ms",
        "now_ms <= each <= before_ms + 1",
    ),
    Bug("restart signals what is past", PitchSession, "_restore", "self._seen[clock.slot] =", "_ ="),
    Bug("tick signals what a grant lifted", pitches, "signal", "min(crossed), min", "max(crossed), min"),
    Bug(
        "accommodation reaches a phase begun",
        pitch_acts,
        "_need_not_begun",
        "if passage.status is PassageStatus.OPEN",
        "if False",
    ),
    Bug("gap across a reboot is measured", instants, "is_exact", "earlier.boot == later.boot", "True"),
]


@pytest.mark.slow
@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_planted_bug_is_found(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine that lets the clock pass finds each of these bugs: a test of the test."""
    bug.plant(monkeypatch)
    enough = settings(
        TestMachine.settings,
        max_examples=800,
        phases=(Phase.generate,),
        database=None,
        derandomize=True,
        report_multiple_bugs=False,
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Machine, settings=enough)
