"""Whether a stage's hearings are over before the jury adopts, publishes or proclaims, as facts; the window words them.

Only a session that was opened can tell: a jury that keeps no clock is asked nothing.
"""

from dataclasses import dataclass

from jury_desk.domain.pitch_next import waiting
from jury_desk.domain.pitch_state import SessionStatus
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.pitches import order_of, session_state


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is not over in a stage's session.

    Attributes:
        session_open: whether it has opened and not closed.
        unheard: the candidacies neither called nor noted as absent; whoever has withdrawn is not among them.
        marked: those of them that have a mark all the same.
    """

    session_open: bool
    unheard: tuple[str, ...]
    marked: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether everything is over."""
        return not (self.session_open or self.unheard)


def readiness_of(records: Records, stage: str) -> Readiness:
    """Where the session of a stage stands, as far as the file says."""
    state = session_state(records, stage)
    if state.status is SessionStatus.PREPARED:
        return Readiness(session_open=False, unheard=(), marked=())
    unheard = tuple(each.candidacy for each in waiting(state, order_of(records, stage)))
    marked = tuple(each for each in unheard if _has_mark(records, stage, each))
    return Readiness(state.status is SessionStatus.LIVE, unheard, marked)


def _has_mark(records: Records, stage: str, candidacy: str) -> bool:
    return any(each.mark.value is not None for each in records.within(RecordedMark, stage, candidacy))
