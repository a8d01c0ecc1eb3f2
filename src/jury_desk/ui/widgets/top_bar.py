"""The top line of the window: which edition, the search for an action, and when the last act was saved."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.card import row
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

    def show_saved(self, time: str) -> None:
        """Say when the last act was written; nothing written yet says that the file is as opened."""
        words = self.tr("Saved {time}").format(time=time) if time else self.tr("Saved")
        self.words.setText(words)
        self.setAccessibleDescription(words)
        self.setToolTip(self.tr("Every act is written to the file at once; there is nothing to save."))


class TopBar(QFrame):
    """The line with the edition at left, the search in the middle, the saved state at right.

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
        self.saved = SavedState()
        self._line = layout = row(gap=12)
        layout.setContentsMargins(theme.gap(20), theme.gap(8), theme.gap(theme.MARGIN), theme.gap(8))
        layout.addWidget(self.edition, 0)
        layout.addWidget(self.organisation, 3)
        layout.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(theme.gap(12))
        layout.addWidget(self.saved, 0)
        self.setLayout(layout)
        self._fit(wide=False)

    def show_edition(self, title: str, organisation: str) -> None:
        """Name the open edition and who holds it."""
        self.edition.set_text(title)
        self.organisation.set_text(organisation)
        self.organisation.setVisible(bool(organisation))

    def _fit(self, *, wide: bool) -> None:
        self.search.setText(f" {self.tr('Search for an action')}    {self._shortcut}" if wide else "")
        self.search.setMinimumWidth(theme.px(260) if wide else theme.px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the search is its sign alone (Qt)."""
        super().resizeEvent(event)
        self._fit(wide=event.size().width() >= theme.px(900))
        # The parts were placed before this event, for the former width of the search.
        self._line.activate()
