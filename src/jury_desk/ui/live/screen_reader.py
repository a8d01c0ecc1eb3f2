"""Speaks through the system's screen reader, on behalf of the window that the chair has before them."""

from PySide6.QtWidgets import QWidget

from jury_desk.ui.widgets.message_strip import announce


class ScreenReader:
    """Announces on behalf of ``widget``; readers may leave it out while another program has the focus."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def say(self, sentence: str, *, urgent: bool = False) -> None:
        """Say ``sentence`` after what is being said; ``urgent``: at once."""
        announce(self._widget, sentence, urgent=urgent)
