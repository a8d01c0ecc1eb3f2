"""Times of a clock in minutes and seconds, alike in every language: « 2:41 », « +0:25 »."""

HOUR = 3600


def countdown(remaining_ms: int) -> str:
    """The time left, rounded up so that five minutes begin with 5:00; once they are over, the overtime with a +."""
    seconds = -(-remaining_ms // 1000)
    return _figures(seconds) if seconds >= 0 else f"+{_figures(-seconds)}"


def duration(milliseconds: int) -> str:
    """A time that goes up, rounded down as a stopwatch does."""
    return _figures(milliseconds // 1000)


def until_next_second(remaining_ms: int) -> int:
    """Milliseconds until :func:`countdown` says something else: from 1 to 1000."""
    return remaining_ms % 1000 or 1000


def _figures(seconds: int) -> str:
    if seconds >= HOUR:
        return f"{seconds // HOUR}:{seconds % HOUR // 60:02}:{seconds % 60:02}"
    return f"{seconds // 60}:{seconds % 60:02}"
