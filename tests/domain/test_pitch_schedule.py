"""The plan of a session, its forecast, and what may be shortened: never a pitch."""

from dataclasses import replace

from jury_desk.domain import pitch_acts as acts
from jury_desk.domain.instants import Instant, between, slept, wall_jump
from jury_desk.domain.pitch_equality import median
from jury_desk.domain.pitch_errors import BackdateTooLong
from jury_desk.domain.pitch_events import EndedBy, Slot, TimingEvent, TimingKind
from jury_desk.domain.pitch_fold import fold
from jury_desk.domain.pitch_format import PhaseFormat, PhaseKind, SessionFormat
from jury_desk.domain.pitch_incident import Advice, advice
from jury_desk.domain.pitch_next import focus, next_step
from jury_desk.domain.pitch_presence import Conflicts, conflicts
from jury_desk.domain.pitch_schedule import Forecast, forecast, plan, planned_start
from jury_desk.domain.pitch_signals import Signal, signal
from jury_desk.domain.pitch_state import Pace, PhaseStatus, SessionState, pace_of
from jury_desk.domain.timing_rules import format_of

MINUTE = 60_000
SHAPE = format_of(
    {
        "opening": "15",
        "pitch": "5",
        "questions": "5",
        "changeover": "3",
        "break": "15",
        "deliberation": "45",
        "start": "14:00",
    }
)
ORDER = [f"P{number}" for number in (7, 1, 5, 3, 9, 2, 6, 4, 8)]
TWO_O_CLOCK = Instant(1_000_000, 900_000, 1_583_413_200_000, 60, "boot", "process")
"""5 March 2020, 14:00 in Lille."""


class Told:
    """A session told event by event."""

    def __init__(self, at: Instant = TWO_O_CLOCK, order: list[str] = ORDER) -> None:
        self.now = at
        self.order = order
        self.events: list[TimingEvent] = []
        self.add(acts.open_session(self.state, at, SHAPE.settled(len(order))))

    @property
    def state(self) -> SessionState:
        """Where it stands."""
        return fold("stage", SHAPE, self.events)

    @property
    def forecast(self) -> Forecast:
        """How it goes."""
        return forecast(self.state, self.order, self.now)

    def add(self, event: TimingEvent) -> None:
        """One more event."""
        self.events.append(event)

    def wait(self, ms: int) -> None:
        """Time goes by."""
        self.now = self.now.moved(ms)

    def next(self) -> None:
        """What comes next."""
        step = next_step(self.state, self.order)
        assert step
        if step.kind is TimingKind.STARTED:
            self.add(acts.start(self.state, self.now, step.slot))
        elif step.kind is TimingKind.ENDED:
            self.add(acts.end(self.state, self.now))
        else:
            self.add(acts.call(self.state, self.now, step.slot.candidacy))

    def phase(self, ms: int) -> None:
        """One phase of that length."""
        self.next()
        self.wait(ms)
        self.next()

    def passage(self, pitch: int = 5 * MINUTE, questions: int = 5 * MINUTE, changeover: int = 3 * MINUTE) -> None:
        """One passage."""
        self.next()
        for ms in (pitch, questions, changeover):
            self.phase(ms)


def hours(instant_ms: int) -> str:
    """An hour of 5 March 2020 in Lille."""
    minutes = (instant_ms - TWO_O_CLOCK.wall_ms) // MINUTE + 14 * 60
    return f"{minutes // 60}:{minutes % 60:02}"


def test_plan_is_that_of_the_example() -> None:
    """Opening, five passages, the break, four passages: the hours of the demonstration règlement."""
    planned = plan(SHAPE, ORDER)
    told = [hours(TWO_O_CLOCK.wall_ms + each.start_ms) for each in planned]
    assert told == [
        "14:00", "14:15", "14:28", "14:41", "14:54", "15:07", "15:20", "15:35", "15:48", "16:01", "16:14", "16:27",
    ]  # fmt: skip
    assert [each.phase.kind if each.phase else each.candidacy for each in planned][6:8] == [PhaseKind.BREAK, "P2"]
    assert hours(TWO_O_CLOCK.wall_ms + planned[-2].end_ms) == "16:27"


def test_start_hour_is_that_of_the_local_day() -> None:
    """The hour of the rules on the day of the session, on either side of midnight UTC and of summer time."""
    assert planned_start(SHAPE, TWO_O_CLOCK) == TWO_O_CLOCK.wall_ms
    early = replace(TWO_O_CLOCK, wall_ms=TWO_O_CLOCK.wall_ms - 14 * 60 * MINUTE + 1)
    late = replace(TWO_O_CLOCK, wall_ms=TWO_O_CLOCK.wall_ms + 10 * 60 * MINUTE - 1)
    assert planned_start(SHAPE, early) == planned_start(SHAPE, late) == TWO_O_CLOCK.wall_ms
    summer = replace(TWO_O_CLOCK, offset_min=120)
    assert planned_start(SHAPE, summer) == TWO_O_CLOCK.wall_ms - 60 * MINUTE
    assert planned_start(replace(SHAPE, start=""), early) == early.wall_ms


def test_forecast_before_the_opening_is_the_plan_or_later() -> None:
    """Nobody can begin before now."""
    state = SessionState("stage", SHAPE.settled(len(ORDER)))
    early = forecast(state, ORDER, TWO_O_CLOCK.moved(-30 * MINUTE))
    assert (early.drift_ms, hours(early.expected_end)) == (0, "16:27")
    late = forecast(state, ORDER, TWO_O_CLOCK.moved(7 * MINUTE))
    assert (late.drift_ms, hours(late.expected_end)) == (7 * MINUTE, "16:34")


def test_forecast_keeps_to_what_happens() -> None:
    """Late by the opening, then by questions, won back by a short changeover; against the plan and the real start."""
    told = Told()
    told.phase(17 * MINUTE)
    assert told.forecast.drift_ms == 2 * MINUTE
    told.passage(questions=6 * MINUTE)
    assert (told.forecast.drift_ms, told.forecast.drift_since_start_ms) == (3 * MINUTE, MINUTE)
    told.passage(changeover=2 * MINUTE)
    assert (told.forecast.drift_ms, told.forecast.drift_since_start_ms) == (2 * MINUTE, 0)
    item = told.forecast.item("P1")
    assert item
    assert (item.begun, item.over, hours(item.start_ms), item.late_ms) == (True, True, "14:31", 3 * MINUTE)
    assert told.forecast.item("P5").start_ms == told.now.wall_ms  # type: ignore[union-attr]


def test_forecast_moves_with_overtime_and_not_before() -> None:
    """A pitch within its time moves nothing; every second over it, and every second of idling, moves the end."""
    told = Told()
    told.phase(15 * MINUTE)
    told.next()
    told.next()
    told.wait(4 * MINUTE)
    assert told.forecast.drift_ms == 0
    told.wait(2 * MINUTE)
    assert told.forecast.drift_ms == MINUTE
    told.next()
    told.wait(30_000)
    assert told.forecast.drift_ms == MINUTE + 30_000


def test_idling_in_the_changeover_is_no_drift_until_it_is_over() -> None:
    """After the questions, three minutes go by without anybody pressing: they are the changeover."""
    told = Told()
    told.phase(15 * MINUTE)
    told.next()
    told.phase(5 * MINUTE)
    told.phase(5 * MINUTE)
    told.wait(2 * MINUTE)
    assert told.forecast.drift_ms == 0
    told.wait(2 * MINUTE)
    assert told.forecast.drift_ms == MINUTE


def test_grant_and_accommodation_shift_the_later_hours() -> None:
    """Time given and an accommodation lengthen their passage, and the schedule flows on behind them."""
    told = Told()
    told.add(acts.accommodate(told.state, told.now, "P9", "pitch", 100_000))
    assert told.forecast.drift_ms == 100_000
    told.add(acts.grant(told.state, told.now, Slot("P3", 1, "pitch"), 100_000, "projector"))
    found = {item.planned.candidacy: item.late_ms for item in told.forecast.items if item.planned.candidacy}
    assert [found[each] for each in ("P3", "P9", "P2", "P8")] == [0, 100_000, 200_000, 200_000]


def test_deferred_passage_comes_last_and_absent_one_not_at_all() -> None:
    """Who is put off comes after the others; an absence gives its time back."""
    told = Told()
    told.phase(15 * MINUTE)
    told.add(acts.defer(told.state, told.now, "P7", "train"))
    names = [item.planned.candidacy for item in told.forecast.items if item.planned.candidacy]
    assert names == [*ORDER[1:], "P7"]
    assert told.forecast.drift_ms == 0
    told.add(acts.absent(told.state, told.now, "P7"))
    assert told.forecast.drift_ms == -13 * MINUTE


def test_savings_never_touch_the_time_of_a_candidate() -> None:
    """A drift is proposed to breaks first, then changeovers, half of each at most; nothing is changed by asking."""
    told = Told()
    told.phase(25 * MINUTE)
    before = told.state
    forecast_ = told.forecast
    assert told.state == before
    assert sum(each.saved_ms for each in forecast_.savings) == forecast_.drift_ms == 10 * MINUTE
    assert [(each.kind, each.saved_ms) for each in forecast_.savings][:2] == [
        (PhaseKind.BREAK, 450_000),
        (PhaseKind.CHANGEOVER, 90_000),
    ]
    assert not any(each.kind.is_of_candidate for each in forecast_.savings)
    assert all(each.saved_ms * 2 <= each.allotted_ms for each in forecast_.savings)


def test_break_is_due_after_its_passage_and_deliberation_at_the_end() -> None:
    """Next offers the break after the fifth passage, and the deliberation once everybody has been heard."""
    told = Told(order=["A", "B"])
    told.phase(15 * MINUTE)
    told.passage()
    step = next_step(told.state, told.order)
    assert step == next_step(told.state, told.order)
    assert step
    assert step.slot.phase == "break-1"
    told.phase(15 * MINUTE)
    told.passage()
    told.phase(45 * MINUTE)
    assert next_step(told.state, told.order) is None
    assert told.forecast.drift_ms == 0


def test_final_time_stays_until_the_next_call() -> None:
    """The clock shows what was measured last, until somebody else is called; then their time."""
    told = Told(order=["A", "B"])
    told.phase(15 * MINUTE)
    told.next()
    told.phase(5 * MINUTE)
    told.phase(5 * MINUTE)
    shown = focus(told.state, told.order)
    assert shown
    assert (shown.slot, shown.status) == (Slot("A", 1, "questions"), PhaseStatus.ENDED)
    told.phase(3 * MINUTE)
    told.phase(15 * MINUTE)
    told.next()
    shown = focus(told.state, told.order)
    assert shown
    assert (shown.slot, shown.status) == (Slot("B", 1, "pitch"), PhaseStatus.READY)


def test_final_time_is_the_last_one_whatever_the_wall_clock_says() -> None:
    """The computer’s clock goes back an hour between talk and questions: the questions are what was measured last."""
    told = Told(order=["A", "B"])
    told.phase(15 * MINUTE)
    told.next()
    told.phase(5 * MINUTE)
    told.now = replace(told.now, wall_ms=told.now.wall_ms - 60 * MINUTE)
    told.phase(5 * MINUTE)
    shown = focus(told.state, told.order)
    assert shown
    assert shown.slot == Slot("A", 1, "questions")


def test_end_is_by_the_time_when_it_was_up() -> None:
    """Nobody named, a phase ended by the candidate within its time, and by the time afterwards."""
    told = Told(order=["A"])
    told.phase(15 * MINUTE)
    told.next()
    told.phase(4 * MINUTE)
    told.phase(6 * MINUTE)
    by = [told.state.phase(Slot("A", 1, each)).ended_by for each in ("pitch", "questions")]  # type: ignore[union-attr]
    assert by == [EndedBy.CANDIDATE, EndedBy.TIME]


def test_backdate_is_bounded_by_the_last_end() -> None:
    """A start is put back into idle time only."""
    told = Told(order=["A"])
    told.phase(15 * MINUTE)
    told.next()
    told.wait(20_000)
    step = next_step(told.state, told.order)
    assert step
    acts.start(told.state, told.now, step.slot, 20_000)
    try:
        acts.start(told.state, told.now, step.slot, 20_001)
    except BackdateTooLong as refused:
        assert (refused.asked_ms, refused.idle_ms) == (20_001, 20_000)  # noqa: PT017
    else:
        raise AssertionError


def test_pace_turns_at_each_threshold() -> None:
    """On time, to conclude, time up for the second in which a clock shows 0:00, over it."""
    paces = {ms: pace_of(ms, (60_000,)) for ms in (60_001, 60_000, 1, 0, -999, -1000)}
    assert list(paces.values()) == [
        Pace.ON_TIME, Pace.WARNING, Pace.WARNING, Pace.TIME_UP, Pace.TIME_UP, Pace.OVERTIME,
    ]  # fmt: skip


def test_signal_is_the_most_severe_threshold_crossed() -> None:
    """One signal for a crossing, the worst of several after a late look, none going up."""
    shape = PhaseFormat("pitch", PhaseKind.PITCH, 300_000, "", (60_000, 30_000), True)
    slot = Slot("A", 1, "pitch")
    assert signal(slot, shape, 60_001, 60_000) == Signal(slot, 60_000, 0)
    assert signal(slot, shape, 60_000, 59_999) is None
    assert signal(slot, shape, 70_000, -500) == Signal(slot, 0, 500)
    assert signal(slot, shape, 20_000, 80_000) is None
    assert signal(slot, shape, 1, 0).is_time_up  # type: ignore[union-attr]


def test_incident_of_half_the_time_offers_a_new_attempt() -> None:
    """Less than half lost is given back; half or more may be begun again."""
    told = Told(order=["A"])
    clock = told.state.phase(Slot("A", 1, "pitch"))
    assert clock
    assert advice(clock, 149_999, SHAPE) is Advice.GIVE_BACK
    assert advice(clock, 150_000, SHAPE) is Advice.RESTART
    assert advice(clock, 75_000, replace(SHAPE, restart_share=SHAPE.restart_share / 2)) is Advice.RESTART


def test_conflicts_between_two_passages() -> None:
    """Who leaves, who stays out, who comes back, in the order of the panel."""
    recused = {"A": {"J1", "J2"}, "B": {"J2", "J3"}}
    assert conflicts(recused, "A", "B", panel=["J3", "J2", "J1"]) == Conflicts(("J3",), ("J2",), ("J1",))
    assert conflicts(recused, "", "A") == Conflicts(("J1", "J2"), (), ())
    assert conflicts(recused, "B", "") == Conflicts((), (), ("J2", "J3"))


def test_readings_measure_sleep_and_jumps() -> None:
    """Two readings say how long it was, how much of it was slept, and how far the wall clock was put."""
    later = replace(TWO_O_CLOCK.moved(10_000), awake_ms=TWO_O_CLOCK.awake_ms + 4000, wall_ms=TWO_O_CLOCK.wall_ms - 50)
    assert (between(TWO_O_CLOCK, later), slept(TWO_O_CLOCK, later), wall_jump(TWO_O_CLOCK, later)) == (
        10_000,
        6000,
        -10_050,
    )
    rebooted = replace(later, boot="other", real_ms=5)
    assert between(TWO_O_CLOCK, rebooted) == 0
    assert between(TWO_O_CLOCK, replace(rebooted, wall_ms=TWO_O_CLOCK.wall_ms + 700)) == 700


def test_median_is_whole() -> None:
    """The middle one, or the mean of the two in the middle."""
    assert [median(times) for times in ([3], [5, 1, 3], [1, 2], [4, 1, 2, 3])] == [3, 3, 1, 2]


def test_format_without_hours_or_breaks() -> None:
    """A session of pitches alone is planned too."""
    shape = SessionFormat((PhaseFormat("pitch", PhaseKind.PITCH, MINUTE, counts=True),))
    assert [each.start_ms for each in plan(shape, ["A", "B"])] == [0, MINUTE]
