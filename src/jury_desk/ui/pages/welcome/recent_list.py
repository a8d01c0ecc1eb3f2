"""The files opened last, with where they are and where they stood; loaded when there are any."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from jury_desk.ui import theme
from jury_desk.ui.models.recent import FILE_ROLE, RecentModel
from jury_desk.ui.settings import RecentFile
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.line_delegate import Line, LineDelegate


class RecentList(QListView):
    """Recent files; one that is gone is greyed and cannot be chosen.

    Signals:
        file_chosen: the path of the file to open.
    """

    file_chosen = Signal(str)

    def __init__(self, recent: list[RecentFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Recent files"))
        self.setProperty("kind", "plain")
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(120))
        self.setModel(RecentModel(recent, self))
        self.setItemDelegate(LineDelegate(self._line, self))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def _line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        file: RecentFile = index.data(FILE_ROLE)
        there = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        remark = moment_text(file.opened_at) if there else self.tr("no longer there")
        path = file.path.replace(str(Path.home()), "~", 1)
        under = f"{file.standing} · {path}" if file.standing else path
        return Line(file.title or Path(file.path).stem, remark, under, faint=not there)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            file: RecentFile = index.data(FILE_ROLE)
            self.file_chosen.emit(file.path)
