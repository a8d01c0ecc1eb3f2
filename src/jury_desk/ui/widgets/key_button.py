"""A button that shows its key before its word: « Espace  Pause »."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from jury_desk.ui import theme

_ROOM = 20
_PADDING = 12
_GAP = 8


class KeyButton(QPushButton):
    """The key stands in a small cap; a screen reader says the word, then the key.

    The key itself is bound by the page, for it must work wherever the focus is.
    """

    def __init__(self, key: str, text: str, *, kind: str = "secondary", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setFont(theme.font("emphasis", bold=kind == "primary"))
        self.say(text)

    def say(self, text: str, hint: str = "") -> None:
        """Bear another word; ``hint`` says more, such as why it cannot be pressed."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"{self._key}. {hint}" if hint else self._key)
        self.setToolTip(f"{hint or text} ({self._key})")
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Be the primary button, or a secondary one."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.setFont(theme.font("emphasis", bold=kind == "primary"))
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Its cap and its word (Qt)."""
        # One more than Qt's rounded width, or the word would be cut by half a pixel.
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
        return QSize(words + self._cap_width() + 2 * theme.gap(_PADDING) + theme.px(_GAP), self._height())

    def minimumSizeHint(self) -> QSize:
        """The word may be cut, the key never (Qt)."""
        return QSize(self._cap_width() + 2 * theme.gap(_PADDING) + theme.px(_GAP + 24), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its cap and its word (Qt)."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        primary = self.property("kind") == "primary" and self.isEnabled()
        ink = theme.color("on_accent" if primary else "text" if self.isEnabled() else "muted")
        inner = self.rect().adjusted(theme.gap(_PADDING), 0, -theme.gap(_PADDING), 0)
        cap = QRect(inner.left(), 0, self._cap_width(), QFontMetrics(self._cap_font()).height() + theme.px(4))
        cap.moveTop(inner.center().y() - cap.height() // 2 + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink if primary else theme.color("muted"), theme.tokens().stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        painter.setPen(ink if primary else theme.color("muted"))
        painter.setFont(self._cap_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        words = inner.adjusted(cap.width() + theme.px(_GAP), 0, 0, 0)
        painter.setPen(ink)
        painter.setFont(self.font())
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _height(self) -> int:
        """Its word and the room around it, which grows more slowly than the type."""
        return QFontMetrics(self.font()).height() + theme.gap(_ROOM)

    def _cap_font(self) -> QFont:
        return theme.font("small", bold=True)

    def _cap_width(self) -> int:
        return QFontMetrics(self._cap_font()).horizontalAdvance(self._key) + theme.px(12)
