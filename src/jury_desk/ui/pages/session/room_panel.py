"""What the room sees, small, and the three things the chair can do about it: show it, make it black, write on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.room.face import RoomFace
from jury_desk.ui.room.screens import RoomPlace
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.key_button import KeyButton
from jury_desk.ui.widgets.text import Text

_PREVIEW = (144, 81)


class RoomPanel(Card):
    """The preview with its buttons.

    Signals:
        room_asked: the window is to be shown, or put away.
        black_asked: it is to be made black, or not any more.
        message_asked: a sentence for the room is to be typed, or taken away.
    """

    room_asked = Signal()
    black_asked = Signal()
    message_asked = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12, gap=8)
        self._console = console
        self.face = RoomFace()
        self.face.setAccessibleName(self.tr("What the room sees"))
        self.face.setFixedSize(theme.px(_PREVIEW[0]), theme.px(_PREVIEW[1]))
        self.where = Elided("", "small", ink="muted")
        self.show_it = KeyButton("F5", "")
        self.black = KeyButton("F4", self.tr("Black"))
        self.message = KeyButton("F10", self.tr("Message…"))
        self._lay_out()
        self.show_it.clicked.connect(self.room_asked)
        self.black.clicked.connect(self.black_asked)
        self.message.clicked.connect(self.message_asked)
        console.room.changed.connect(self.refresh)
        console.room.view_changed.connect(self.face.show_view)
        self.refresh()

    def _lay_out(self) -> None:
        buttons = column(gap=4)
        for button in (self.show_it, self.black, self.message):
            button.setFont(theme.font())
            buttons.addWidget(button)
        beside = row(gap=12)
        beside.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(buttons, 1)
        self.body.addWidget(Text(self.tr("Room screen"), "small", ink="muted", bold=True))
        self.body.addLayout(beside)
        self.body.addWidget(self.where)

    @Slot()
    def refresh(self) -> None:
        """Show what the room sees now, and where."""
        place = self._console.room.place
        self.face.show_view(self._console.room.view)
        self.where.set_text(
            {
                RoomPlace.AWAY: self.tr("not shown"),
                RoomPlace.FULL: self.tr("full screen on “{screen}”").format(screen=self._console.room.screen_name),
                RoomPlace.SMALL: self.tr("one screen only: a small window"),
                RoomPlace.LOST: self.tr("the audience’s screen is lost"),
            }[place]
        )
        self.where.set_ink("bad" if place is RoomPlace.LOST else "muted")
        self.show_it.say(self.tr("Show") if place in (RoomPlace.AWAY, RoomPlace.LOST) else self.tr("Put away"))
        self.black.say(self.tr("Show again") if self._console.room.view.blackout else self.tr("Black"))
        self.message.say(self.tr("Take the message away") if self._console.room.view.message else self.tr("Message…"))
