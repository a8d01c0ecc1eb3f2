"""Hours of the day as people type and read them; the file keeps instants in UTC."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from jury_desk.domain.errors import NotADate, NotAnHour

_MORNING = time(6)
"""A meeting that began the day before is over by then."""

_HOUR = re.compile(r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?)?|(\d{1,2})(\d{2})")


def read_hour(text: str, day: str, now: datetime, zone: tzinfo | None = None) -> str:
    """The instant of an hour typed as ``14:22``, ``14 h 22``, ``14h`` or ``1422``, on a day of a zone's calendar.

    Args:
        text: what was typed; blank: no hour.
        day: ISO 8601 date; empty: the day of ``now``.
        now: the clock.
        zone: whose clocks showed it; ``None``: this computer's.

    Raises:
        NotAnHour: the text is none.
    """
    typed = " ".join(text.split())
    if not typed:
        return ""
    match = _HOUR.fullmatch(typed)
    try:
        hour = time(int(match[1] or match[3]), int(match[2] or match[4] or 0)) if match else None
    except ValueError:
        hour = None
    if hour is None:
        raise NotAnHour(typed)
    try:
        on = datetime.fromisoformat(day[:10]).date()
    except ValueError:
        on = now.astimezone(zone).date()
    return _instant(on, hour, zone)


def read_hour_of_meeting(text: str, day: str, now: datetime, zone: tzinfo | None = None, *, opened_at: str) -> str:
    """The same for an hour of a meeting opened at an instant: one of the small hours before it is of the night after.

    Raises:
        NotAnHour: the text is none.
    """
    instant = read_hour(text, day, now, zone)
    if not instant or not opened_at or datetime.fromisoformat(instant) >= datetime.fromisoformat(opened_at):
        return instant
    local = datetime.fromisoformat(instant).astimezone(zone)
    return _instant(local.date() + timedelta(days=1), local.time(), zone) if local.time() < _MORNING else instant


def check_date(text: str) -> None:
    """Let a day be stored as ISO 8601; a blank one is none.

    Raises:
        NotADate: the calendar has no such day.
    """
    if not text:
        return
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise NotADate(text) from error


def _instant(day: date, hour: time, zone: tzinfo | None) -> str:
    return datetime.combine(day, hour, zone).astimezone(UTC).isoformat(timespec="seconds")
