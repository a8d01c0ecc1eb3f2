"""Hours are those of the edition's own clocks, whatever computer holds the file."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.edition import Edition
from jury_desk.domain.instants import Instant
from jury_desk.exports.phrases import phrases_of
from jury_desk.services.files import new_edition
from jury_desk.services.hours import read_hour
from jury_desk.services.preparation import set_edition
from jury_desk.services.time_words import NBSP, hour, instant
from jury_desk.services.zones import FRENCH_ZONES, EditionClocks, zone_named, zone_of
from jury_desk.storage.jury_file import SqliteFile

WINTER, SUMMER = "2020-03-05T13:00:00+00:00", "2020-07-07T13:00:00+00:00"


@pytest.fixture(params=["UTC", "Pacific/Noumea"])
def computer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A computer whose own clocks show another hour than the edition's."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.mark.usefixtures("computer")
def test_hours_are_printed_and_read_in_the_zone() -> None:
    """Winter and summer time, and a day that is already the next one elsewhere."""
    paris, tahiti = zone_named("Europe/Paris"), zone_named("Pacific/Tahiti")
    assert [hour(each, "fr", paris) for each in (WINTER, SUMMER)] == [f"14{NBSP}h{NBSP}00", f"15{NBSP}h{NBSP}00"]
    assert instant(WINTER, "en", tahiti) == f"5{NBSP}March 2020 at 03:00"
    assert read_hour("14 h", "2020-03-05", datetime.fromisoformat(SUMMER), paris) == WINTER
    assert read_hour("14:30", "", datetime(2020, 3, 5, 23, 30, tzinfo=UTC), paris) == "2020-03-06T13:30:00+00:00"


@pytest.mark.usefixtures("computer")
def test_documents_go_by_the_edition() -> None:
    """The phrases of documents carry the zone to every hour that they print."""
    say = phrases_of("fr", "Europe/Paris")
    assert (say.hour(WINTER), say.instant(SUMMER)) == (f"14{NBSP}h{NBSP}00", f"7{NBSP}juillet 2020 à 15{NBSP}h{NBSP}00")


def test_without_a_zone_hours_are_the_computers(computer: str) -> None:
    """As in a file made before the zone was kept; a name that nobody knows counts as none."""
    shown = {"UTC": "13:00", "Pacific/Noumea": "00:00"}[computer]
    assert zone_named("") is zone_named("Mars/Olympus") is zone_named("../etc/passwd") is None
    assert hour(WINTER, "en") == phrases_of("en").hour(WINTER) == shown


def test_clocks_of_a_session_show_the_hour_of_the_edition(jury_file: SqliteFile) -> None:
    """Only the offset differs: what is measured does not; a zone put right holds from the next reading on."""

    class Clocks:
        def now(self) -> Instant:
            return Instant(1, 2, int(datetime.fromisoformat(SUMMER).timestamp() * 1000), 0, "boot", "process")

    clocks = EditionClocks(Clocks(), jury_file)
    read = Clocks().now()
    assert clocks.now() == read
    set_edition(jury_file, replace(jury_file.records.need(Edition), zone="Europe/Paris"))
    assert clocks.now() == replace(read, offset_min=120)
    assert zone_of(jury_file.records) is zone_named("Europe/Paris")


def test_new_edition_keeps_the_zone_of_the_computer_it_is_made_on(tmp_path: Path) -> None:
    """Unless it says another one."""
    toolbox = replace(make_toolbox(safety=tmp_path / "safety"), zone=lambda: "Indian/Reunion")
    zones = []
    for number, edition in enumerate((Edition("A"), Edition("B", zone="Europe/Paris"))):
        file = new_edition(toolbox, tmp_path / f"{number}.jury", edition)
        zones.append(file.records.need(Edition).zone)
        file.close()
    assert zones == ["Indian/Reunion", "Europe/Paris"]


def test_french_zones_are_known() -> None:
    """Every one that the window offers exists."""
    assert None not in map(zone_named, FRENCH_ZONES)
