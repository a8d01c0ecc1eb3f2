"""The zone whose clocks an edition goes by: hours are printed and read in it whatever computer holds the file."""

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from jury_desk.domain.edition import Edition
from jury_desk.domain.instants import Instant
from jury_desk.domain.records import Records
from jury_desk.services.ports import Clocks, JuryFile

FRENCH_ZONES = (
    "Europe/Paris",
    "America/Martinique",
    "America/Guadeloupe",
    "America/Cayenne",
    "America/Miquelon",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
)
"""Those of the French territories, by their IANA names."""

_MINUTE = 60


@cache
def zone_named(name: str) -> tzinfo | None:
    """The zone of an IANA name; ``None``, the computer's own, for no name or one that this computer does not know."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, OSError, ValueError):
        return None


def zone_of(records: Records) -> tzinfo | None:
    """The zone of the edition."""
    return zone_named(records.need(Edition).zone)


class EditionClocks:
    """The computer's clocks, whose local time is that of the edition.

    Args:
        clocks: where readings come from.
        file: whose zone they are given in; asked at each reading, for the zone can be put right during a session.
    """

    def __init__(self, clocks: Clocks, file: JuryFile) -> None:
        self._clocks = clocks
        self._file = file

    def now(self) -> Instant:
        """All the clocks, read together."""
        now = self._clocks.now()
        zone = zone_of(self._file.records)
        if zone is None:
            return now
        offset = datetime.fromtimestamp(now.wall_ms // 1000, UTC).astimezone(zone).utcoffset()
        return now if offset is None else replace(now, offset_min=int(offset.total_seconds()) // _MINUTE)
