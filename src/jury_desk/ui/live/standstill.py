"""Keeps Python's search for cycles short while a session is live.

Now and then the search goes through every object there is, in the middle of whatever is being done: 50 to 90 ms with an
edition open, which is a second of the clock that comes too late. What was there before the session is no rubbish of the
session's, so it is set aside; what the session itself leaves behind is found as always, in a few milliseconds.
"""

import gc


class Heap:
    """What is set aside, once, for as long as a session is live."""

    def __init__(self) -> None:
        self._aside = False

    def set_aside(self) -> None:
        """Leave out of the search all that there is now; asked again, nothing."""
        if not self._aside:
            gc.freeze()
        self._aside = True

    def take_back(self) -> None:
        """Search through it again."""
        if self._aside:
            gc.unfreeze()
        self._aside = False
