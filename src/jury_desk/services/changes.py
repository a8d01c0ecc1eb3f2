"""What a command returns: which act it was and what it touched, so that screens know whether they are concerned."""

from dataclasses import dataclass

from jury_desk.domain.journal import Event
from jury_desk.domain.records import OF_A_STAGE


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The act as stored, or ``event=None`` when there was nothing to change."""

    event: Event | None

    @property
    def entities(self) -> frozenset[str]:
        """The kinds of entity touched, such as ``mark`` or ``candidacy``."""
        return frozenset(change.entity for change in self.event.changes) if self.event else frozenset()

    @property
    def stages(self) -> frozenset[str]:
        """The stages touched: first part of the key of everything that belongs to a stage."""
        changes = self.event.changes if self.event else ()
        return frozenset(change.key[0] for change in changes if change.entity in OF_A_STAGE)
