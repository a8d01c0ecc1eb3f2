"""The foot of the window: what the last act did, with Undo for ten seconds, or what went wrong until it is read."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.text import Text

UNDO_SECONDS = 10
KEPT_UP_TO = 130


class MessageStrip(QFrame):
    """One line that never covers anything and never asks.

    Signals:
        undo_requested: Undo was chosen beside a note.
        redo_requested: Redo was chosen beside the note of an undo.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Messages"))
        self._sign = Text("", "emphasis", bold=True, wrap=False)
        self.words = Elided("")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.undo = link(self.tr("Undo"))
        self.redo = link(self.tr("Redo"))
        self.copy = link(self.tr("Copy"))
        self.dismiss = link(self.tr("Dismiss"))
        self.copy.setAccessibleName(self.tr("Copy the message"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        layout = row(gap=8)
        layout.setContentsMargins(theme.gap(20), theme.gap(4), theme.gap(20), theme.gap(4))
        layout.addWidget(self._sign)
        layout.addWidget(self.words, 0)
        for button in (self.undo, self.redo, self.copy, self.dismiss):
            layout.addWidget(button)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setFixedHeight(theme.px(36))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.copy.clicked.connect(self._copy)
        self.dismiss.clicked.connect(self.clear)
        self._offer()
        if not _keeps_its_place():
            self.hide()

    @Slot(str)
    def show_note(self, sentence: str) -> None:
        """Say something about the last act; it goes by itself."""
        self._show_note(sentence)

    @Slot(str)
    def show_error(self, sentence: str) -> None:
        """Say what went wrong; it stays until it is dismissed or the next act succeeds."""
        self._timer.stop()
        self._show(sentence, self.copy, self.dismiss, sign="!", ink="bad")

    def show_act(self, sentence: str, *, undone: bool = False) -> None:
        """Say which act was done, with the way back for ten seconds."""
        self._show_note(sentence, self.redo if undone else self.undo)

    @Slot()
    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self._sign.setText("")
        self.words.set_text("")
        self._offer()
        self.setVisible(_keeps_its_place())

    def _offer(self, *buttons: QWidget) -> None:
        """Show these and no others; those that stay are not touched, for every keystroke comes through here."""
        for button in (self.undo, self.redo, self.copy, self.dismiss):
            button.setVisible(button in buttons)

    def _show_note(self, sentence: str, *buttons: QWidget) -> None:
        self._show(sentence, *buttons, sign="✓", ink="good")
        self._timer.start()

    def _show(self, sentence: str, *buttons: QWidget, sign: str, ink: str) -> None:
        self._offer(*buttons)
        self._sign.setText(sign)
        self._sign.set_ink(ink)
        self.words.set_text(sentence)
        self.show()
        announce(self, sentence)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.text())


def _keeps_its_place() -> bool:
    """Its place is kept so that nothing jumps, except in large type, where every line counts."""
    return theme.scale_percent() <= KEPT_UP_TO


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``sentence`` after what it is saying; ``urgent``: at once."""
    # Its many enumerations would cost the first picture of the window three milliseconds.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, sentence)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
