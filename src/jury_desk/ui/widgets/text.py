"""Labels of the five type sizes, always plain text: what a sheet or a person typed is never read as markup."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jury_desk.ui import theme

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText``, by its number: naming ``Qt`` has PySide make all its enumerations, a tenth of the time
until the welcome window is painted. What that window is made of does without."""

_ACCENT = 5
"""Of the height of the type, the part that an accent on a capital needs above it: one fifth."""


class Text(QLabel):
    """A plain text of one role and one colour token, wrapped where it is longer than its place."""

    def __init__(
        self,
        text: str = "",
        role: theme.Role = "text",
        *,
        ink: str = "text",
        bold: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setText(text)
        self.setFont(theme.font(role, bold=bold))
        # Lato's capitals with an accent (É, À) stand above the line that Qt reserves for it, and would be cut.
        self.setContentsMargins(0, -(-theme.px(theme.SIZES[role]) // _ACCENT), 0, 0)
        self.setWordWrap(wrap)
        self.set_ink(ink)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_ink(self, ink: str) -> None:
        """Write in another colour token from now on."""
        # Inside a button, a label would take the button's own text colour.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        made = self.palette()
        made.setColor(QPalette.ColorRole.WindowText, theme.color(ink))
        self.setPalette(made)

    def minimumSizeHint(self) -> QSize:
        """A wrapped text may become narrow; how high it is then, its width says (Qt)."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 8, metrics.height() + self.contentsMargins().top())


def title(text: str = "", parent: QWidget | None = None) -> Text:
    """The name of a page."""
    return Text(text, "page", bold=True, parent=parent)


def section(text: str = "", parent: QWidget | None = None) -> Text:
    """The name of a section of a page."""
    return Text(text, "section", bold=True, parent=parent)


def body(text: str = "", parent: QWidget | None = None) -> Text:
    """A sentence."""
    return Text(text, parent=parent)


def muted(text: str = "", parent: QWidget | None = None) -> Text:
    """A remark that may be overlooked."""
    return Text(text, ink="muted", parent=parent)


def listed(sentences: Iterable[str]) -> str:
    """Sentences one under the other, each behind a dash."""
    return "\n".join(f"–  {sentence}" for sentence in sentences)


def caption(text: str = "", parent: QWidget | None = None) -> Text:
    """The small bold name over a field or a group."""
    return Text(text, "small", ink="muted", bold=True, parent=parent)
