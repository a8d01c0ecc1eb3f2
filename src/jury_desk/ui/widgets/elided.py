"""A label that gives way: what does not fit ends in « … » and is whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.text import Text


class Elided(Text):
    """One line of plain text, cut where its place ends."""

    def __init__(
        self,
        text: str = "",
        role: theme.Role = "text",
        *,
        ink: str = "text",
        bold: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, ink=ink, bold=bold, wrap=False, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self.text():
            return
        self.setText(text)
        self.setToolTip(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the whole text (Qt)."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, self._height())

    def _height(self) -> int:
        return self.fontMetrics().height() + self.contentsMargins().top()

    def minimumSizeHint(self) -> QSize:
        """It may be cut down to a few letters (Qt)."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * 4), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits (Qt)."""
        del event
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().windowText().color())
            text = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
            painter.drawText(self.contentsRect(), int(self.alignment()), text)
