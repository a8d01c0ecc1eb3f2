"""A large choice: a sign, what it is, and a sentence on what it does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QPixmap

STRONG_FOCUS = 11
"""``Qt.FocusPolicy.StrongFocus``, by its number, as in :data:`jury_desk.ui.widgets.text.PLAIN_TEXT`."""


class Choice(QAbstractButton):
    """A button as large as a card, drawn without the style sheet, which the first picture does not wait for."""

    def __init__(self, size: int, name: str, sentence: str, parent: QWidget | None = None) -> None:
        """Leave a square of that size for the sign, which :meth:`set_sign` brings; none for a size of 0."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        # For the first picture Qt fills the surface by itself: a painter's pen or brush has PySide make all the
        # enumerations of Qt. The line comes with the sign, before anybody sees it missing.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._sign = QLabel()
        self._sign.setFixedSize(size, size)
        words = column(gap=2)
        words.addWidget(Text(name, "emphasis", bold=True))
        words.addWidget(Text(sentence, ink="muted"))
        self._layout = layout = row(padding=16, gap=16)
        if size:
            layout.addWidget(self._sign)
        layout.addLayout(words, 1)
        self.setLayout(layout)

    def set_sign(self, sign: "QPixmap") -> None:
        """Show the sign."""
        self._sign.setPixmap(sign)
        self.setAutoFillBackground(False)
        self.update()

    def enterEvent(self, event: "QEnterEvent") -> None:
        """Show that a click would be meant for it (Qt)."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: "QEvent") -> None:
        """Be as before (Qt)."""
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses it as Space does (Qt)."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as in :meth:`paintEvent`

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the surface and its line (Qt)."""
        del event
        if self.autoFillBackground():
            return
        from PySide6.QtCore import QRectF  # noqa: PLC0415 - the first picture needs no painter
        from PySide6.QtGui import QPainter, QPen  # noqa: PLC0415 - as above

        ground = "selection" if self.isDown() else "accent_ground" if self.underMouse() else "surface"
        marked = self.hasFocus() or self.underMouse()
        stroke = max(2, theme.tokens().stroke) if self.hasFocus() else theme.tokens().stroke
        inset = stroke / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent" if marked else "line"), stroke))
            painter.setBrush(theme.color(ground))
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, theme.px(theme.CORNER), theme.px(theme.CORNER))

    def sizeHint(self) -> QSize:
        """As large as what it says (Qt)."""
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What it says must fit (Qt)."""
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its sentence wraps (Qt)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its words need (Qt)."""
        return self._layout.totalHeightForWidth(width)
