"""The top line of the window: which edition, the search for an action, and when the last act was saved."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.clock_tones import GROUNDS, Tone
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.text import Text


class SavedState(QWidget):
    """Says that everything is on disk, and since when; there is no Save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = Text("●", "small", ink="good", wrap=False)
        self.words = Text("", ink="muted", wrap=False)
        layout = row(gap=6)
        layout.addWidget(self._dot)
        layout.addWidget(self.words)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Saved state"))

    def show_saved(self, time: str, *, failing: bool = False) -> None:
        """Say when the last act was written; nothing written yet says that the file is as opened.

        With ``failing`` nothing can be written now.
        """
        words = self.tr("Saved {time}").format(time=time) if time else self.tr("Saved")
        if failing:
            words = self.tr("Not saved since {time}").format(time=time) if time else self.tr("Not saved")
        self._dot.setText("✗" if failing else "●")
        self._dot.set_ink("bad" if failing else "good")
        self.words.set_ink("bad" if failing else "muted")
        self.words.setText(words)
        self.setAccessibleDescription(words)
        self.setToolTip(self.tr("Every act is written to the file at once; there is nothing to save."))


class ShownClock(NamedTuple):
    """A clock in a line: its figures, what they are of, and the tone that the time gives them."""

    figures: str
    words: str
    tone: Tone
    sign: str = ""


class RunningClock(QPushButton):
    """The clock of the session under way, on every page; it leads to the session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownClock | None = None
        self._narrow = False
        self.setAutoDefault(False)
        self.setFont(theme.font("emphasis", bold=True))
        self.setAccessibleName(self.tr("Clock of the session"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_clock(self, shown: ShownClock | None) -> None:
        """Show another time, or none."""
        if shown == self._shown:
            return
        former, self._shown = self._shown, shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        self.setAccessibleDescription(", ".join(part for part in (shown.words, shown.sign, shown.figures) if part))
        self.setToolTip(self.tr("Go to the session"))
        if former is None or len(former.figures) != len(shown.figures) or former.words != shown.words:
            self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the figures alone, or with their words."""
        self._narrow = narrow
        self.updateGeometry()

    def text_shown(self) -> str:
        """What can be read on it."""
        shown = self._shown
        if shown is None:
            return ""
        return shown.figures if self._narrow else " ".join(part for part in (shown.words, shown.figures) if part)

    def sizeHint(self) -> QSize:
        """Its words (Qt)."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text_shown()) + theme.px(26), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """It is never cut (Qt)."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it on its ground (Qt)."""
        del event
        if self._shown is None:
            return
        ground = GROUNDS[self._shown.tone]
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(ground.ground))
            painter.setPen(QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(frame, theme.px(theme.CORNER), theme.px(theme.CORNER))
            painter.setPen(QColor(ground.ink))
            painter.setFont(self.font())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text_shown())


class TopBar(QFrame):
    """The line with the edition at left, the search in the middle, the saved state at right; a running clock beside it.

    Signals:
        search_requested: the search field was chosen.
    """

    search_requested = Signal()

    def __init__(self, search_icon: QIcon, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._shortcut = shortcut
        self.edition = Elided("", "emphasis", bold=True)
        self.organisation = Elided("", "text", ink="muted")
        self.search = QPushButton(search_icon, "")
        self.search.setProperty("kind", "field")
        self.search.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.search.setAccessibleName(self.tr("Search for an action"))
        self.search.setToolTip(f"{self.tr('Search for an action')} ({shortcut})")
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.clicked.connect(self.search_requested)
        self.clock = RunningClock()
        self.saved = SavedState()
        self._line = layout = row(gap=12)
        layout.setContentsMargins(theme.gap(20), theme.gap(8), theme.gap(theme.MARGIN), theme.gap(8))
        layout.addWidget(self.edition, 0)
        layout.addWidget(self.organisation, 3)
        layout.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(theme.gap(12))
        layout.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.saved, 0)
        self.setLayout(layout)
        self._fit(wide=False)

    def show_edition(self, title: str, organisation: str) -> None:
        """Name the open edition and who holds it."""
        self.edition.set_text(title)
        self.organisation.set_text(organisation)

    def _fit(self, *, wide: bool) -> None:
        self.search.setText(f" {self.tr('Search for an action')}    {self._shortcut}" if wide else "")
        self.search.setMinimumWidth(theme.px(260) if wide else theme.px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the search is its sign alone (Qt)."""
        super().resizeEvent(event)
        self._fit(wide=event.size().width() >= theme.px(900))
        self.clock.set_narrow(event.size().width() < theme.px(1100))
        # The parts were placed before this event, for the former width of the search.
        self._line.activate()
