"""What all dialogs of the window have in common: a title, a body, and buttons whose words are verbs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.text import Text, muted


class Dialog(QDialog):
    """A window-modal dialog on the grid; parts go into :attr:`body`, buttons into :attr:`buttons`.

    It is shown with ``open()`` and tells its end by ``accepted``; nothing waits inside it.
    """

    def __init__(
        self, title: str = "", sentence: str = "", parent: QWidget | None = None, *, width: int = 520, height: int = 0
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.body = column(gap=12)
        self._title = Text(title, "section", bold=True)
        self._sentence = muted(sentence)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.set_title(title, sentence)
        inner = QWidget()
        self.body.setContentsMargins(*(theme.gap(theme.MARGIN),) * 4)
        inner.setLayout(self.body)
        area = scrolled(inner, sideways=True, stops=False)
        self.buttons = row(gap=8)
        margin = theme.gap(theme.MARGIN)
        self.buttons.setContentsMargins(margin, theme.gap(12), margin, theme.gap(16))
        self.buttons.addStretch(1)
        layout = column(gap=0)
        layout.addWidget(area, 1)
        layout.addLayout(self.buttons)
        self.setLayout(layout)
        self._width, self._height = width, height
        self._inner = inner

    def set_title(self, title: str, sentence: str = "") -> None:
        """Name the dialog, and say in a sentence what it is for."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def fit_to(self, room: QWidget | None) -> None:
        """Take the size its content needs, within the window it belongs to."""
        inner = self._inner
        # Sizes are those of the style sheet only once each part knows it.
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        wanted = theme.px(self._width)
        # The hint of wrapped texts is that of a narrow dialog: at this width they are lower.
        content = inner.heightForWidth(wanted) if self.body.hasHeightForWidth() else inner.sizeHint().height()
        height = max(content, theme.px(self._height))
        height += self.buttons.totalSizeHint().height() + theme.px(4)
        limit = room.window().size() if room else None
        if limit:
            wanted, height = min(wanted, limit.width() - 32), min(height, limit.height() - 32)
        self.resize(wanted, height)

    def open(self) -> None:
        """Show it over its window (Qt)."""
        self.fit_to(self.parentWidget())
        super().open()
