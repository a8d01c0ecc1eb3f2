"""Dates and times as people read them, in the language of the window; files keep ISO 8601."""

from datetime import UTC, datetime

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


def clock_time(moment: datetime) -> str:
    """« 15:42:07 », in the time zone of the computer."""
    return moment.astimezone().strftime("%H:%M:%S")


def moment_text(iso: str) -> str:
    """« 5 mars 2020, 15:42 » for an instant in UTC; the text itself when it is none."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    return f"{short_date(local.date().isoformat())}, {local:%H:%M}"
