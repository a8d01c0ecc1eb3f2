"""All that the room may see at one moment.

The room's window shows a :class:`RoomView` and nothing else. Its fields are times and words that the chair means for
the audience; there is none in which a mark or a mean could travel, and nothing in this package can reach one: an import
contract keeps records, marks and rankings out of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from jury_desk.ui.widgets.clock_tones import Tone


class RoomState(StrEnum):
    """What the clock is doing."""

    WAITING = "waiting"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class RoomView:
    """What the room sees.

    Attributes:
        phase: the name of the phase, such as « Exposé ».
        project, holders: who is heard, or who comes next.
        remaining_ms: the time left, negative once it is over; ``None``: no clock is shown.
        allotted_ms: the whole time given, of which the bar shows what has gone.
        message: a sentence of the chair, in the place of the names.
        blackout: black, whatever else is set.
        lines: lines of text in the place of the clock, such as a published ranking, one line more at a time.
    """

    state: RoomState = RoomState.WAITING
    tone: Tone = Tone.NORMAL
    phase: str = ""
    project: str = ""
    holders: str = ""
    remaining_ms: int | None = None
    allotted_ms: int = 0
    message: str = ""
    blackout: bool = False
    lines: tuple[str, ...] = ()

    @property
    def gone(self) -> float:
        """How much of the time given has gone, from 0 to 1."""
        if self.remaining_ms is None or self.allotted_ms <= 0:
            return 0.0
        return min(1.0, max(0.0, 1 - self.remaining_ms / self.allotted_ms))


NOTHING = RoomView()
"""Before anybody is called."""
