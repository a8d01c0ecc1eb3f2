"""Hours as people type them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from jury_desk.domain.errors import NotADate, NotAnHour
from jury_desk.services.hours import check_date, read_hour, read_hour_of_meeting
from jury_desk.services.time_words import hour

NOW = datetime(2020, 7, 7, 9, tzinfo=UTC)

TYPED = {
    "14:22": "2020-03-05T14:22:00+00:00",
    "14h22": "2020-03-05T14:22:00+00:00",
    "14 h 22": "2020-03-05T14:22:00+00:00",
    "14\u00a0h\u00a022": "2020-03-05T14:22:00+00:00",
    "9h": "2020-03-05T09:00:00+00:00",
    "14.22": "2020-03-05T14:22:00+00:00",
    "1422": "2020-03-05T14:22:00+00:00",
    "2110": "2020-03-05T21:10:00+00:00",
    "900": "2020-03-05T09:00:00+00:00",
    "  ": "",
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.items())
def test_hour_is_read(typed: str, expected: str) -> None:
    """In the ways French and English write it, on the day of the stage."""
    assert read_hour(typed, "2020-03-05", NOW) == expected


@pytest.mark.parametrize("typed", ["25:00", "14:60", "noon", "14:2", "-1", "14:22:30", "2460", "14221"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    """With the text that was typed."""
    with pytest.raises(NotAnHour) as refusal:
        read_hour(typed, "2020-03-05", NOW)
    assert refusal.value.text == typed


def test_without_a_date_it_is_today() -> None:
    """A stage whose date nobody gave is held when it is held."""
    assert read_hour("14:22", "", NOW).startswith("2020-07-07")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("23:50", "2020-03-05T22:50:00+00:00"),
        ("0:20", "2020-03-05T23:20:00+00:00"),
        ("1:30", "2020-03-06T00:30:00+00:00"),
        ("13:00", "2020-03-05T12:00:00+00:00"),
        ("18:00", "2020-03-05T17:00:00+00:00"),
        ("", ""),
    ],
)
def test_small_hours_of_a_meeting_are_of_the_night_after(typed: str, expected: str) -> None:
    """A jury that opened at six in the evening of Paris closes after midnight; one of the day stays wrong."""
    opened_at = "2020-03-05T17:00:00+00:00"
    paris = ZoneInfo("Europe/Paris")
    assert read_hour_of_meeting(typed, "2020-03-05", NOW, paris, opened_at=opened_at) == expected


@pytest.mark.parametrize("text", ["fin avril", "2020-02-31", "30/04/2020"])
def test_day_that_is_none_is_refused(text: str) -> None:
    """A last day compared as letters would never come, or always have been."""
    with pytest.raises(NotADate) as refusal:
        check_date(text)
    assert refusal.value.text == text


def test_hour_is_told_in_words() -> None:
    """And a text that is no instant is told as it is."""
    assert hour("2020-03-05T14:22:00+00:00", "fr") == "14\u00a0h\u00a022"
    assert hour("2020-03-05T14:22:00+00:00", "en") == "14:22"
    assert hour("unknown", "fr") == "unknown"
