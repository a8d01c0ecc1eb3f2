"""The first thing seen: open, begin, look at the example; the files opened last; a place to drop a file.

It knows no edition and loads nothing of one, so that it is there at once.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from jury_desk.ui import icons, theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice import Choice
from jury_desk.ui.widgets.text import Text, muted, section

if TYPE_CHECKING:
    from jury_desk.ui.pages.welcome.recent_list import RecentList
    from jury_desk.ui.settings import RecentFile


class WelcomePage(QWidget):
    """Three large choices left, recent files right.

    Signals:
        open_requested: choose a file to open.
        new_requested: begin a new edition.
        example_requested: open the example.
        file_requested: open this path.
        forget_requested: clear the list of recent files.
    """

    open_requested = Signal()
    new_requested = Signal()
    example_requested = Signal()
    file_requested = Signal(str)
    forget_requested = Signal()

    def __init__(self, recent: "list[RecentFile]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ink = theme.tokens().accent
        size = theme.px(28)
        self.open = Choice(
            icons.pixmap("open", ink, size=size),
            self.tr("Open"),
            self.tr("An edition kept in a .jury file on this computer."),
        )
        self.new = Choice(
            icons.pixmap("new", ink, size=size),
            self.tr("New edition"),
            self.tr("Name it, choose where to keep it, bring in the candidacies."),
        )
        self.example = Choice(
            icons.pixmap("example", ink, size=size),
            self.tr("Discover the example"),
            self.tr("A whole edition with fictitious people, from the call to the impact; try anything, it is a copy."),
        )
        self.recent: RecentList | None = None
        if recent:
            from jury_desk.ui.pages.welcome import recent_list  # noqa: PLC0415 - not needed on the first start

            self.recent = recent_list.RecentList(recent)
        self.forget = link(self.tr("Clear the list"))
        self.forget.setMinimumHeight(theme.px(28))
        self._lay_out()
        self.open.clicked.connect(self.open_requested)
        self.new.clicked.connect(self.new_requested)
        self.example.clicked.connect(self.example_requested)
        self.forget.clicked.connect(self.forget_requested)
        if self.recent:
            self.recent.file_chosen.connect(self.file_requested)

    def _lay_out(self) -> None:
        left = column(gap=12)
        left.addWidget(Text("Jury Desk", "page", bold=True))
        left.addWidget(
            muted(self.tr("From the call for projects to the minutes: every mark kept, every figure explained."))
        )
        left.addSpacing(theme.gap(12))
        for choice in (self.open, self.new, self.example):
            left.addWidget(choice)
        left.addStretch(1)
        left.addWidget(self._drop_hint())
        right = column(gap=8)
        head = row(gap=8)
        head.setContentsMargins(theme.gap(12), 0, 0, 0)
        head.addWidget(section(self.tr("Recent files")), 1)
        head.addWidget(self.forget)
        right.addLayout(head)
        if self.recent:
            right.addWidget(self.recent, 1)
        else:
            nothing = muted(self.tr("The editions you open will be listed here, with where they stand."))
            nothing.setContentsMargins(theme.gap(12), 0, 0, 0)
            right.addWidget(nothing)
            right.addStretch(1)
        self.forget.setVisible(self.recent is not None)
        inner = QWidget()
        columns = row(gap=48)
        margin = theme.gap(48)
        columns.setContentsMargins(margin, margin, margin, theme.gap(32))
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        inner.setLayout(columns)
        inner.setMaximumWidth(theme.px(1180))
        holder = QWidget()
        centred = row(gap=0)
        centred.addStretch(1)
        centred.addWidget(inner, 1000)
        centred.addStretch(1)
        holder.setLayout(centred)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(holder)
        outer = column()
        outer.addWidget(area)
        self.setLayout(outer)

    def _drop_hint(self) -> QWidget:
        made = QWidget()
        layout = row(gap=8)
        layout.addWidget(
            muted(self.tr("Or drop a .jury file or a spreadsheet of candidacies anywhere in this window.")), 1
        )
        made.setLayout(layout)
        return made
