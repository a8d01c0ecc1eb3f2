"""What the room sees, small, and the three things the chair can do about it: show it, make it black, write on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QComboBox, QWidget

from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.room.face import RoomFace
from jury_desk.ui.room.screens import RoomPlace
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
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
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(self.tr("Screen of the audience"))
        self.choice.setToolTip(self.tr("Screen of the audience"))
        # Its names may be long; the panel keeps its width.
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_it = KeyButton("F5", "")
        self.black = KeyButton("F4", self.tr("Black"))
        self.message = KeyButton("F10", self.tr("Message…"))
        self._lay_out()
        self.show_it.clicked.connect(self.room_asked)
        self.black.clicked.connect(self.black_asked)
        self.message.clicked.connect(self.message_asked)
        self.choice.activated.connect(self._choose_screen)
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
        self.body.addWidget(self.choice)

    @Slot(int)
    def _choose_screen(self, number: int) -> None:
        screens = self._console.room.screens
        if number < len(screens):
            self._console.room.choose_screen(screens[number])

    def _list_screens(self) -> None:
        """With a single screen for the audience there is nothing to choose."""
        screens = self._console.room.screens
        names = [screen_words(each) for each in screens]
        if names != [self.choice.itemText(index) for index in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)
        if screens:
            self.choice.setCurrentIndex(self._console.room.chosen)
        self.choice.setVisible(len(screens) > 1)

    @Slot()
    def refresh(self) -> None:
        """Show what the room sees now, and where."""
        self._list_screens()
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


def screen_words(screen: QScreen) -> str:
    """« Epson EB-L530U (HDMI-1) · 1920 × 1080 », as far as the system tells."""
    maker = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    size = screen.size() * screen.devicePixelRatio()
    named = f"{maker} ({screen.name()})" if maker else screen.name()
    return f"{named} · {size.width()} × {size.height()}"
