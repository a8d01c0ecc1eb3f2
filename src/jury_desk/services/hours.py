"""Hours of the day as people type and read them; the file keeps instants in UTC."""

import re
from datetime import UTC, datetime, time, tzinfo

from jury_desk.domain.errors import NotAnHour

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
        date = datetime.fromisoformat(day[:10]).date()
    except ValueError:
        date = now.astimezone(zone).date()
    return datetime.combine(date, hour, zone).astimezone(UTC).isoformat(timespec="seconds")
