"""A jury of seven that hears the nine projects of the example, on a real file and on clocks that the test moves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from jury_desk import resources
from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Admissibility, Candidacy, Holder
from jury_desk.domain.edition import Edition
from jury_desk.domain.instants import Instant
from jury_desk.domain.jury import Juror, Member, Role
from jury_desk.domain.scoring import MarkState
from jury_desk.services import files, preparation, scoring
from jury_desk.services.ports import JuryFile, Toolbox

STAGE = "hackathon"
TITLES = (
    "Relais terrain",
    "Feu vert",
    "Mon quai",
    "Guichet clair",
    "Fil vert",
    "Qui fait quoi",
    "Cantine juste",
    "Places libres",
    "Clé en main",
)
"""In the order of passage of the example; the ids are P1 to P9 in that order."""
JURORS = ("Mme Vasseur", "M. Osei", "M. Lemaire", "Mme Çelik", "Mme Roux", "M. de La Tour", "Mme Ndiaye")
OPENING_WALL_MS = 1_583_413_200_000
"""Thursday 5 March 2020, 14:00 in Lille."""


class VirtualClocks:
    """Clocks that stand until the test moves them."""

    def __init__(self) -> None:
        self._now = Instant(10_000_000, 10_000_000, OPENING_WALL_MS, 60, "boot", "process")

    def now(self) -> Instant:
        """The reading of the moment."""
        return self._now

    def run(self, seconds: float) -> None:
        """Let time go by."""
        self._now = self._now.moved(round(seconds * 1000))

    def sleep(self, seconds: float) -> None:
        """Let the computer sleep."""
        slept = round(seconds * 1000)
        self._now = replace(self._now, real_ms=self._now.real_ms + slept, wall_ms=self._now.wall_ms + slept)

    def put_wall(self, seconds: float) -> None:
        """Put the wall clock forward, or back."""
        self._now = replace(self._now, wall_ms=self._now.wall_ms + round(seconds * 1000))

    def restart(self, seconds: float) -> None:
        """Let time go by with the program stopped: the next run is another process."""
        self.run(seconds)
        self._now = replace(self._now, process=f"{self._now.process}+")


class WallClock:
    """The wall clock of :class:`VirtualClocks`, as the journal wants it."""

    def __init__(self, clocks: VirtualClocks) -> None:
        self._clocks = clocks

    def now(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.fromtimestamp(self._clocks.now().wall_ms / 1000, UTC)

    def monotonic_ms(self) -> int:
        """The real time."""
        return self._clocks.now().real_ms


@dataclass
class Sitting:
    """The open file, what is plugged in, and the clocks to move."""

    file: JuryFile
    toolbox: Toolbox
    clocks: VirtualClocks


def make_sitting(
    folder: Path, *, order: str = "given", declared: bool = True, timing: Mapping[str, object] | None = None
) -> Sitting:
    """A stage ready to open: rules of the example, frozen; J5 recused on « Qui fait quoi »."""
    clocks = VirtualClocks()
    toolbox = replace(make_toolbox(actor="test", safety=folder / "safety"), clocks=clocks, clock=WallClock(clocks))
    file = files.new_edition(
        toolbox, folder / "sitting.jury", Edition("Édition d’essai", "Région", language="fr", zone="Europe/Paris")
    )
    with file.unit() as unit:
        for number, title in enumerate(TITLES, 1):
            holders = (Holder("Benali", "Nadia", service="Direction des lycées"),)
            unit.put(Candidacy(f"P{number}", title, holders=holders, admissibility=Admissibility.ADMISSIBLE))
        unit.commit("candidacies_imported")
    preparation.set_entries(file, STAGE, [f"P{number}" for number in range(1, 10)])
    for number, name in enumerate(JURORS, 1):
        role = Role.CHAIR if number == 1 else Role.MEMBER
        seat = Member(STAGE, "", 0, role=role, declared=declared)
        preparation.add_juror(file, Juror(f"J{number}", name), seat=seat)
    rules = toolbox.read_rules(resources.path("example", "hackathon-rules.toml"))
    preparation.set_rules(file, STAGE, replace(rules, timing={**rules.timing, "order": order, **(timing or {})}))
    preparation.freeze_rules(file, STAGE, toolbox.clock)
    scoring.record_sheet_state(file, STAGE, "P6", "J5", MarkState.RECUSED)
    return Sitting(file, toolbox, clocks)
