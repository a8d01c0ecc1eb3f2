"""A picture of a stage on the screen: drawn as in print, told in words to whoever listens."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.services.ports import PictureColours, ScreenPicture
from jury_desk.ui import theme


class PictureView(QWidget):
    """One picture, as wide as its place, in the proportions it was drawn in."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, name: str, picture: ScreenPicture) -> None:
        """Show a picture under its name; its alternative text becomes the description."""
        self._renderer.load(QByteArray(picture.svg.encode()))
        self.setAccessibleName(name)
        self.setAccessibleDescription(picture.alternative)
        self.updateGeometry()
        self.update()

    @property
    def shows_something(self) -> bool:
        """Whether there is a picture."""
        return self._renderer.isValid()

    def hasHeightForWidth(self) -> bool:
        """The height follows the width (Qt)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """In the proportions of the picture (Qt)."""
        drawn = self._renderer.defaultSize()
        return round(width * drawn.height() / drawn.width()) if drawn.width() > 0 else 0

    def sizeHint(self) -> QSize:
        """As large as in print, at the type size in force (Qt)."""
        drawn = self._renderer.defaultSize()
        return QSize(theme.px(round(drawn.width() * 1.3)), theme.px(round(drawn.height() * 1.3)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it (Qt)."""
        del event
        if not self._renderer.isValid():
            return
        with QPainter(self) as painter:
            height = self.heightForWidth(self.width())
            self._renderer.render(painter, QRectF(0, 0, self.width(), height))


def picture_colours() -> PictureColours:
    """The colours of the scheme in force."""
    tokens = theme.tokens()
    return PictureColours(
        ink=tokens.text,
        muted=tokens.muted,
        line=tokens.line,
        accent=tokens.accent,
        on_accent=tokens.on_accent,
        ground=tokens.accent_ground,
        second=tokens.attention,
        paper=tokens.surface,
    )
