"""What an incident costs and what it entitles to: the time back, or a new attempt (field page, safeguard 7)."""

from enum import StrEnum

from jury_desk.domain.pitch_format import SessionFormat
from jury_desk.domain.pitch_state import PhaseClock


class Advice(StrEnum):
    """What to do about an incident; the chair decides."""

    GIVE_BACK = "give_back"
    RESTART = "restart"


def advice(clock: PhaseClock, lost_ms: int, shape: SessionFormat) -> Advice:
    """What an incident that took ``lost_ms`` from a phase entitles its candidate to.

    Less than the share that the format names (half, unless the rules say otherwise) is given back: a pause costs
    nothing, and what ran before it is granted. From that share on, a new attempt is offered, and the first does not
    count.
    """
    share = shape.restart_share
    reached = lost_ms * share.denominator >= clock.allotted * share.numerator
    return Advice.RESTART if reached else Advice.GIVE_BACK
