"""The one door through which the window speaks to the chair: sentences for errors, notes, questions.

Pages call :class:`Messages`; the main window shows what it emits in the strip at its foot, never in a modal box.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from jury_desk.domain.errors import DomainError


class Messages(QObject):
    """What the window has to say.

    Signals:
        error_told: a sentence saying what went wrong, where, and what to do.
        note_told: a sentence about the last act; the strip offers Undo beside it.
    """

    error_told = Signal(str)
    note_told = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def tell_error(self, error: "DomainError") -> None:
        """Show the sentence for ``error``."""
        from jury_desk.services.refusals import refusal_sentence  # noqa: PLC0415 - the welcome page is there before

        self.error_told.emit(refusal_sentence(error, self.language))

    def tell_note(self, sentence: str) -> None:
        """Show a note about the last act."""
        self.note_told.emit(sentence)
