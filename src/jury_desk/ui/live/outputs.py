"""What a running session asks of the computer beside its screens; ``app`` plugs in the real ones, tests their own.

None of them can fail the clock: each tells that it did not work, and the session goes on.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol


class KeepAwake(Protocol):
    """Keeps the screens lit and the computer from falling asleep."""

    def hold(self, tell: Callable[[bool], object]) -> None:
        """Begin; ``tell`` is given whether it worked, at once or later, perhaps in another thread."""

    def release(self) -> None:
        """Let it sleep again."""


class Sound(Protocol):
    """Plays the one cue."""

    def play(self, failed: Callable[[], object]) -> None:
        """Begin to play and return; ``failed`` is called when nothing could."""


class Announcer(Protocol):
    """Has a screen reader speak."""

    def say(self, sentence: str, *, urgent: bool = False) -> None:
        """Say ``sentence`` after what is being said; ``urgent``: at once."""


class Outputs(NamedTuple):
    """All of them."""

    keep_awake: KeepAwake
    sound: Sound
    announcer: Announcer


class _Silent:
    def hold(self, tell: Callable[[bool], object]) -> None:
        """Do nothing, and say so."""
        tell(False)

    def release(self) -> None:
        """Nothing is held."""

    def play(self, failed: Callable[[], object]) -> None:
        """Do nothing, and say so."""
        failed()

    def say(self, sentence: str, *, urgent: bool = False) -> None:
        """Do nothing."""


def no_outputs() -> Outputs:
    """Outputs that do nothing."""
    silent = _Silent()
    return Outputs(silent, silent, silent)
