"""Dates and times as people read them, in the language of the window; files keep ISO 8601."""

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QDate, QLocale


def long_date(iso: str) -> str:
    """« jeudi 5 mars 2020 » for ``2020-03-05``; the text itself when it is no date."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    if not date.isValid():
        return iso
    french = QLocale().language() == QLocale.Language.French
    if french and date.day() == 1:
        return QLocale().toString(date, "dddd") + " 1er " + QLocale().toString(date, "MMMM yyyy")
    return QLocale().toString(date, "dddd d MMMM yyyy")


def short_date(iso: str) -> str:
    """« 5 mars 2020 » for ``2020-03-05``; the text itself when it is no date."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else iso


def typed_date(iso: str) -> str:
    """« 05/03/2020 » for ``2020-03-05``, as a date is typed; the text itself when it is no date."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(date, "dd/MM/yyyy") if date.isValid() else iso


def clock_time(moment: datetime) -> str:
    """« 15:42:07 », in the time zone of the computer: something that just happened on it."""
    return moment.astimezone().strftime("%H:%M:%S")


def moment_text(iso: str, zone: tzinfo | None = None) -> str:
    """« 5 mars 2020, 15:42 » for an instant in UTC, by the clocks of a zone or else of the computer.

    A text that is no instant is given as it is.
    """
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone)
    return f"{short_date(local.date().isoformat())}, {local:%H:%M}"


def iso_date(text: str) -> str:
    """« 5/3/20 » or « 5 mars 2020 » as ``2020-03-05``; what cannot be read as a date stays as typed."""
    for pattern in ("d MMMM yyyy", "d MMM yyyy"):
        written = QLocale().toDate(text.lower().replace("1er ", "1 "), pattern)
        if written.isValid():
            return written.toString("yyyy-MM-dd")
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.strip().isdigit() for part in parts):
        return text
    first, month, last = (int(part) for part in parts)
    year, day = (first, last) if first > 31 else (last, first)
    year += 2000 if year < 100 else 0
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else text
