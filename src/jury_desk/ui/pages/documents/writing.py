"""What is shown while documents are being written: which one, how many there are, and a way to stop."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from jury_desk.services.reporting import Progress
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.text import Text

_LOOK_MS = 200
"""How often the progress is read: it is written in another thread, which sends no signal."""


class WritingPanel(QWidget):
    """Hidden unless something is being written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(8))
        self.bar.setAccessibleName(self.tr("Documents written"))
        self.stop = secondary(self.tr("Stop writing"))
        self._progress: Progress | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        layout = column(gap=8)
        for each in (self.words, self.bar, self.stop):
            layout.addWidget(each)
        self.setLayout(layout)
        self._look.timeout.connect(self._read)
        self.stop.clicked.connect(self._ask_to_stop)
        self.hide()

    def follow(self, progress: Progress) -> None:
        """Show how far an export is, until :meth:`end`."""
        self._progress = progress
        self.stop.setEnabled(True)
        self._read()
        self._look.start()
        self.show()

    def end(self) -> None:
        """Nothing is being written any more."""
        self._progress = None
        self._look.stop()
        self.hide()

    @Slot()
    def _read(self) -> None:
        progress = self._progress
        if progress is None:
            return
        # Without a maximum the bar only says that something is being done.
        self.bar.setRange(0, progress.total if progress.total > 1 else 0)
        self.bar.setValue(max(0, progress.number - 1))
        if progress.stopped:
            self.words.setText(self.tr("Stopping…"))
        elif progress.number:
            told = self.tr("Writing {number} of {total}: {name}")
            self.words.setText(told.format(number=progress.number, total=progress.total, name=progress.name))
        else:
            self.words.setText(self.tr("Writing the documents…"))

    @Slot()
    def _ask_to_stop(self) -> None:
        if self._progress is not None:
            self._progress.stopped = True
            self.stop.setEnabled(False)
            self._read()
