"""The wake-up of the clock's displays, on a clock that the test moves."""

import pytest
from PySide6.QtWidgets import QApplication

from jury_desk.ui.live.display_timer import DisplayTimer
from jury_desk.ui.widgets.durations import countdown, duration, until_next_second


class Remaining:
    """A time left, as the test sets it."""

    def __init__(self, milliseconds: int) -> None:
        self.now = milliseconds

    def until_next(self) -> int:
        """As the console gives it to its timer."""
        return until_next_second(self.now)


@pytest.mark.parametrize(
    ("remaining", "armed"),
    [(300_000, 1000), (299_999, 999), (299_001, 1), (1, 1), (0, 1000), (-1, 999), (-999, 1), (-1000, 1000)],
)
def test_timer_is_armed_for_the_next_whole_second(qapp: QApplication, remaining: int, armed: int) -> None:
    """Of the time left, in overtime too."""
    timer = DisplayTimer(Remaining(remaining).until_next, qapp)
    timer.follow()
    assert timer.armed_ms == armed
    timer.stop()


def test_late_wake_up_loses_no_time(qapp: QApplication) -> None:
    """Woken 2.7 s late, it shows what is true and is armed for the very next second."""
    clock = Remaining(10_000)
    timer = DisplayTimer(clock.until_next, qapp)
    shown: list[str] = []
    timer.woken.connect(lambda: shown.append(countdown(clock.now)))
    timer.follow()
    clock.now = 6_300
    timer.wake()
    assert shown == ["0:07"]
    assert timer.armed_ms == 300
    timer.stop()


def test_displays_do_not_delay_the_next_second(qapp: QApplication) -> None:
    """What a display takes is not added to the wait: the timer was armed before it."""
    clock = Remaining(10_000)
    timer = DisplayTimer(clock.until_next, qapp)
    armed: list[int] = []
    timer.woken.connect(lambda: armed.append(timer.armed_ms))
    clock.now = 8_994
    timer.wake()
    assert armed == [994]
    timer.stop()
    assert not timer.running


@pytest.mark.parametrize(
    ("remaining", "figures"),
    [
        (300_000, "5:00"),
        (299_999, "5:00"),
        (299_000, "4:59"),
        (1, "0:01"),
        (0, "0:00"),
        (-999, "0:00"),
        (-1000, "+0:01"),
        (-85_400, "+1:25"),
        (2_700_000, "45:00"),
        (3_600_000, "1:00:00"),
        (-3_661_000, "+1:01:01"),
    ],
)
def test_countdown_reads_up_to_the_second_and_then_over_it(remaining: int, figures: str) -> None:
    """Five minutes begin with 5:00, the last second is 0:01, and what is over has its plus."""
    assert countdown(remaining) == figures


@pytest.mark.parametrize(("milliseconds", "figures"), [(0, "0:00"), (999, "0:00"), (139_999, "2:19")])
def test_duration_reads_like_a_stopwatch(milliseconds: int, figures: str) -> None:
    """A second counts once it is over."""
    assert duration(milliseconds) == figures


@pytest.mark.parametrize("remaining", [-1500, -1000, -1, 0, 1, 999, 1000, 1001, 61_234])
def test_countdown_changes_exactly_when_the_timer_wakes(remaining: int) -> None:
    """Not a millisecond before, and then it does."""
    wait = until_next_second(remaining)
    assert countdown(remaining - wait + 1) == countdown(remaining)
    assert countdown(remaining - wait) != countdown(remaining)
