"""The room's window: the painted face alone, full screen where it has a screen of its own, else small."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QWidget

from jury_desk.ui.room.face import RoomFace
from jury_desk.ui.room.view import RoomView
from jury_desk.ui.widgets.card import column

SMALL = (480, 270)
"""In pixels: with one screen the room's window must leave the chair's in sight."""


class RoomWindow(QWidget):
    """What stands on the projector. It never takes the keyboard: Space and the F-keys stay with the chair.

    Signals:
        closed: somebody closed the small window.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The chair's window decides when the program ends.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Room screen · Jury Desk"))
        self.setMinimumSize(160, 90)
        self.face = RoomFace()
        layout = column(gap=0)
        layout.addWidget(self.face)
        self.setLayout(layout)

    def show_view(self, view: RoomView) -> None:
        """Show something else to the room."""
        self.face.show_view(view)

    def fill(self, screen: QScreen) -> None:
        """Take the whole of a screen; the order of these three is what works under every window system."""
        self.hide()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # showFullScreen() does these two and then takes the keyboard.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setVisible(True)

    def stand_small(self, screen: QScreen) -> None:
        """Be a small window in a corner of a screen, which the chair moves where it is in nobody's way."""
        free = screen.availableGeometry()
        self.setScreen(screen)
        self.showNormal()
        self.resize(*SMALL)
        self.move(free.right() - SMALL[0] - 16, free.bottom() - SMALL[1] - 16)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell it: the chair's page offers to show it again (Qt)."""
        super().closeEvent(event)
        self.closed.emit()
