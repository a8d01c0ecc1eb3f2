"""Hours as people type them."""

from datetime import UTC, datetime

import pytest

from jury_desk.domain.errors import NotAnHour
from jury_desk.services.hours import read_hour
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


def test_hour_is_told_in_words() -> None:
    """And a text that is no instant is told as it is."""
    assert hour("2020-03-05T14:22:00+00:00", "fr") == "14\u00a0h\u00a022"
    assert hour("2020-03-05T14:22:00+00:00", "en") == "14:22"
    assert hour("unknown", "fr") == "unknown"
