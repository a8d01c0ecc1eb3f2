"""What stands over every page while what happens in a session cannot be written: it goes when the writing succeeds."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from jury_desk.domain.errors import DomainError
from jury_desk.services.refusals import refusal_sentence
from jury_desk.ui import theme
from jury_desk.ui.dialogs.file_choice import JURY, free_name
from jury_desk.ui.live.console import Console
from jury_desk.ui.widgets.buttons import link, press_focused
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.inline_panel import InlinePanel, PanelHost
from jury_desk.ui.widgets.key_button import KeyButton
from jury_desk.ui.widgets.message_strip import KEPT_UP_TO
from jury_desk.ui.widgets.text import Text

AGAIN, ELSEWHERE = "Ctrl+S", "Ctrl+Shift+S"
"""The second is the window's own key of a copy, and means this one as long as the writing fails."""
_LEAST_ROOM = 50_000_000


class UnsavedBar(QFrame):
    """The bar; it is no dialog, takes no focus by itself and stops nothing.

    Signals:
        copy_requested: the path of the copy in which to go on.
        left: a question in it is over, and the focus is to go back to the page.
    """

    copy_requested = Signal(object)
    left = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self.setProperty("kind", "alarm")
        self.setAccessibleName(self.tr("Saving fails"))
        self.words = Text("", "emphasis", bold=True)
        self.reason = Elided("")
        # In large type every line counts: the reason is in the tooltip then.
        if theme.scale_percent() > KEPT_UP_TO:
            self.reason.hide()
        native = QKeySequence.SequenceFormat.NativeText
        self.again = KeyButton(QKeySequence(AGAIN).toString(native), self.tr("Try again"))
        self.elsewhere = KeyButton(QKeySequence(ELSEWHERE).toString(native), self.tr("Save elsewhere…"))
        self.host = PanelHost()
        self._lay_out()
        self.again.clicked.connect(console.write_again)
        self.elsewhere.clicked.connect(self.ask_where)
        self.host.emptied.connect(self.left)
        for key, act in ((AGAIN, console.write_again), ("Esc", self.host.give_up), ("Space", console.toggle)):
            shortcut = QShortcut(QKeySequence(key), self)
            if key != AGAIN:
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        console.unsaved_changed.connect(self.show_fault)
        self.show_fault(console.unsaved)

    def _lay_out(self) -> None:
        sign = Text("✗", "section", ink="bad", bold=True, wrap=False)
        told = column(gap=2)
        told.addWidget(self.words)
        told.addWidget(self.reason)
        upper = row(gap=12)
        upper.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(told, 1)
        for button in (self.again, self.elsewhere):
            upper.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = column(gap=8)
        layout.setContentsMargins(theme.gap(20), theme.gap(6), theme.gap(20), theme.gap(6))
        layout.addLayout(upper)
        layout.addWidget(self.host)
        self.setLayout(layout)

    @Slot(object)
    def show_fault(self, fault: DomainError | None) -> None:
        """Say why nothing can be written and what that means, or go."""
        if fault is None:
            self.host.put_away()
        else:
            session = self._console.session
            kept = session.kept_in_memory if session else 0
            told = self.tr("Nothing can be saved; the clock goes on, and each second the writing is tried again.")
            if kept:
                told = self.tr("Nothing can be saved; the clock goes on. %n act(s) are only in memory.", "", kept)
            self.words.setText(told)
            why = refusal_sentence(fault, self._console.operations.messages.language)
            self.reason.set_text(why)
            self.words.setToolTip(why)
        self.setVisible(fault is not None)

    @Slot()
    def ask_where(self) -> None:
        """Ask where to go on, in the bar itself."""
        asked = CopyPanel(other_places(self._console.operations.file.path))
        asked.confirmed.connect(partial(self._take_place, asked))
        self.host.ask(asked)

    def _take_place(self, asked: "CopyPanel") -> None:
        path = asked.path
        if path is not None:
            self.copy_requested.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, for Space is the clock's (Qt)."""
        if not press_focused(self, event):
            super().keyPressEvent(event)


class CopyPanel(InlinePanel):
    """Where to go on: typed, or taken from the places that have room."""

    def __init__(self, places: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("Go on in a copy elsewhere"), self.tr("Save there and go on"))
        self.line = line(QDir.toNativeSeparators(str(places[0])) if places else "")
        self.field = Field(self.tr("Path of the copy"), self.line)
        self.places = [link(QDir.toNativeSeparators(str(each.parent))) for each in places]
        offered = QWidget()
        flow = FlowLayout(offered, gap=4)
        for place, button in zip(places, self.places, strict=True):
            button.clicked.connect(partial(self._take, place))
            flow.addWidget(button)
        self.content.addWidget(self.field)
        if len(places) > 1:
            self.content.addWidget(offered)
        self.confirm_by(self.line)

    @property
    def path(self) -> Path | None:
        """The path typed; what is wrong with it is said under the field."""
        text = self.line.text().strip()
        path = Path(text)
        if not text or not path.is_absolute():
            self.field.tell(self.tr("A whole path, with its folder"))
            return None
        self.field.tell("")
        return path if path.suffix == JURY else path.with_name(path.name + JURY)

    def first_field(self) -> QWidget:
        """The path."""
        return self.line

    @Slot()
    def _take(self, place: Path, _checked: bool = False) -> None:
        self.line.setText(QDir.toNativeSeparators(str(place)))
        self.line.setFocus()


def other_places(file: Path) -> list[Path]:
    """Free names for a copy of ``file`` where it could be written, those on another medium first."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    own = QStorageInfo(str(file.parent)).rootPath()
    volumes = [each for each in QStorageInfo.mountedVolumes() if not each.isReadOnly() and not each.isRoot()]
    folders = [documents, QDir.homePath(), *(each.rootPath() for each in volumes)]
    able = [folder for folder in dict.fromkeys(folders) if _is_able(folder) and Path(folder) != file.parent]
    able.sort(key=lambda folder: QStorageInfo(folder).rootPath() == own)
    return [free_name(Path(folder) / file.name) for folder in able]


def _is_able(folder: str) -> bool:
    return os.access(folder, os.W_OK) and QStorageInfo(folder).bytesAvailable() >= _LEAST_ROOM
