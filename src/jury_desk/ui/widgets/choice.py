"""A large choice: a sign, what it is, and a sentence on what it does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.text import Text


class Choice(QPushButton):
    """A button as large as a card."""

    def __init__(self, sign: QPixmap, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        picture = QLabel()
        picture.setPixmap(sign)
        words = column(gap=2)
        words.addWidget(Text(name, "emphasis", bold=True))
        words.addWidget(Text(sentence, ink="muted"))
        self._layout = layout = row(padding=16, gap=16)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

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
