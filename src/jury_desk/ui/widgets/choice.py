"""Buttons made of several words: a large choice with its sign, and what such buttons have in common."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QPixmap

STRONG_FOCUS = 11
"""``Qt.FocusPolicy.StrongFocus``, by its number, as in :data:`jury_desk.ui.widgets.text.PLAIN_TEXT`."""


class WordsButton(QAbstractButton):
    """A button as large as its words, drawn without the style sheet, which the first picture does not wait for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def draw_frame(self, ground: str, line: str, stroke: int) -> None:
        """Draw its surface and the line around it, each by its token; no line where ``stroke`` is 0."""
        from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415 - the first picture needs no painter
        from PySide6.QtGui import QPainter, QPen  # noqa: PLC0415 - as above

        inset = stroke / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color(line), stroke) if stroke else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, theme.px(theme.CORNER), theme.px(theme.CORNER))

    def words(self) -> QLayout:
        """Its layout.

        Raises:
            RuntimeError: it has been given none.
        """
        layout = self.layout()
        if layout is None:
            raise RuntimeError("a button of words needs its words")
        return layout

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
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as in :meth:`draw_frame`

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As large as what it says (Qt)."""
        return self.words().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What it says must fit (Qt)."""
        return self.words().minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its sentence wraps (Qt)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its words need (Qt)."""
        return self.words().totalHeightForWidth(width)


class Choice(WordsButton):
    """A button as large as a card: a sign, what it is, and a sentence on what it does."""

    def __init__(self, size: int, name: str, sentence: str, parent: QWidget | None = None) -> None:
        """Leave a square of that size for the sign, which :meth:`set_sign` brings; none for a size of 0."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        # For the first picture Qt fills the surface by itself: a painter's pen or brush has PySide make all the
        # enumerations of Qt. The line comes with the sign, before anybody sees it missing.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._sign = QLabel()
        self._sign.setFixedSize(size, size)
        words = column(gap=2)
        words.addWidget(Text(name, "emphasis", bold=True))
        words.addWidget(Text(sentence, ink="muted"))
        layout = row(padding=16, gap=16)
        if size:
            layout.addWidget(self._sign)
        layout.addLayout(words, 1)
        self.setLayout(layout)

    def set_sign(self, sign: "QPixmap") -> None:
        """Show the sign."""
        self._sign.setPixmap(sign)
        self.setAutoFillBackground(False)
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the surface and its line (Qt)."""
        del event
        if self.autoFillBackground():
            return
        ground = "selection" if self.isDown() else "accent_ground" if self.underMouse() else "surface"
        line = "accent" if self.hasFocus() or self.underMouse() else "line"
        stroke = theme.tokens().stroke
        self.draw_frame(ground, line, max(2, stroke) if self.hasFocus() else stroke)
