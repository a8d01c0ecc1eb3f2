"""Keeps the computer awake through wakepy: Windows, macOS, and the desktops of Linux that offer it."""

import contextlib
from collections.abc import Callable
from threading import Event, Thread


class WakepyKeepAwake:
    """Holds wakepy's mode in a thread of its own.

    Asking a desktop may take as long as that desktop likes, which the clock must not feel; and a mode must be left in
    the thread that entered it. The system takes the hold back by itself when the program dies.
    """

    def __init__(self) -> None:
        self._over: Event | None = None

    def hold(self, tell: Callable[[bool], object]) -> None:
        """Begin, unless begun; ``tell`` is called from the thread."""
        if self._over is None:
            self._over = Event()
            Thread(target=_stay_awake, args=(self._over, tell), daemon=True, name="keep awake").start()

    def release(self) -> None:
        """End it."""
        if self._over is not None:
            self._over.set()
            self._over = None


def _stay_awake(over: Event, tell: Callable[[bool], object]) -> None:
    # wakepy names no class of error for all that a desktop may answer.
    try:
        from wakepy import keep  # noqa: PLC0415 - loads with the first session

        with contextlib.ExitStack() as stack:
            mode = stack.enter_context(keep.presenting(on_fail="pass"))
            tell(mode.active)
            over.wait()
    except Exception:  # noqa: BLE001 - whatever it was, the session goes on without
        tell(False)
