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


def read_duration(text: str) -> int | None:
    """The milliseconds of a typed time, or ``None``: « 1:40 », « 2 » (minutes), « 40 s », with a sign or none."""
    given = text.strip().replace("−", "-").replace("\u00a0", "").replace(" ", "").lower()
    sign = -1 if given.startswith("-") else 1
    given = given.lstrip("+-").removesuffix("min").removesuffix("mn")
    if given.endswith("s") and given[:-1].isdecimal():
        return sign * int(given[:-1]) * 1000
    minutes, colon, seconds = given.partition(":")
    if not minutes.isdecimal() or (colon and not (seconds.isdecimal() and len(seconds) == 2 and int(seconds) < 60)):
        return None
    return sign * (int(minutes) * 60 + int(seconds or 0)) * 1000
