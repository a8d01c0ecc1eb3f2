"""The first thing seen: open, begin, look at the example; the files opened last; a place to drop a file.

It knows no edition and loads nothing of one, so that it is there at once.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice import Choice
from jury_desk.ui.widgets.text import Text, muted, section

if TYPE_CHECKING:
    from jury_desk.ui.pages.welcome.recent_list import RecentList
    from jury_desk.ui.settings import RecentFile

NO_FOCUS = 0
"""``Qt.FocusPolicy.NoFocus``, by its number, as in :data:`jury_desk.ui.widgets.text.PLAIN_TEXT`."""
SIGN = 28
"""How large the sign of a choice is, at 100 % type."""
LINE = 28
"""How high a line with a quiet button is."""


class WelcomePage(QWidget):
    """Three large choices left, recent files right.

    Signals:
        open_requested: choose a file to open.
        new_requested: begin a new edition.
        example_requested: open the example.
        file_requested: open this path.
        forget_requested: clear the list of recent files.
        restore_requested: bring the list that was just cleared back.
        settings_requested, help_requested: the quiet lines at the foot.
    """

    open_requested = Signal()
    new_requested = Signal()
    example_requested = Signal()
    file_requested = Signal(str)
    forget_requested = Signal()
    restore_requested = Signal()
    settings_requested = Signal()
    help_requested = Signal()

    def __init__(self, recent: "list[RecentFile]", parent: QWidget | None = None, *, cleared: bool = False) -> None:
        """List ``recent``; ``cleared`` says that there was a list a moment ago."""
        super().__init__(parent)
        size = theme.px(SIGN)
        self.open = Choice(
            size,
            self.tr("Open"),
            self.tr("An edition kept in a .jury file on this computer."),
        )
        self.new = Choice(
            size,
            self.tr("New edition"),
            self.tr("Name it, choose where to keep it, bring in the candidacies."),
        )
        self.example = Choice(
            size,
            self.tr("Discover the example"),
            self.tr("A whole edition with fictitious people, from the call to the impact; try anything, it is a copy."),
        )
        self._signs_wanted = False
        self.recent: RecentList | None = None
        if recent:
            from jury_desk.ui.pages.welcome import recent_list  # noqa: PLC0415 - not needed on the first start

            self.recent = recent_list.RecentList(recent)
        self.forget = link(self.tr("Clear the list"))
        self.restore = link(self.tr("Bring the cleared list back"))
        if recent or not cleared:
            self.restore.hide()
        self.settings = link(self.tr("Settings"))
        self.help = link(self.tr("Help and shortcuts"))
        for quiet in (self.forget, self.restore, self.settings, self.help):
            quiet.setMinimumHeight(theme.px(LINE))
        self._lay_out()
        self.open.clicked.connect(self.open_requested)
        self.new.clicked.connect(self.new_requested)
        self.example.clicked.connect(self.example_requested)
        self.forget.clicked.connect(self.forget_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.settings.clicked.connect(self.settings_requested)
        self.help.clicked.connect(self.help_requested)
        if self.recent:
            self.recent.file_chosen.connect(self.file_requested)

    @Slot()
    def draw_signs(self) -> None:
        """Draw the signs of the choices; reading their SVG is no work for before the first picture."""
        from jury_desk.ui import icons  # noqa: PLC0415 - loads the SVG renderer

        for name, choice in (("open", self.open), ("new", self.new), ("example", self.example)):
            choice.set_sign(icons.pixmap(name, theme.tokens().accent, size=theme.px(SIGN)))

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
        inner = QWidget()
        columns = row(gap=48)
        margin = theme.gap(48)
        columns.setContentsMargins(margin, margin, margin, theme.gap(32))
        columns.addLayout(left, 1)
        columns.addLayout(self._right(), 1)
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
        area.setProperty("focusPolicy", NO_FOCUS)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(holder)
        outer = column()
        outer.addWidget(area)
        self.setLayout(outer)

    def _right(self) -> QVBoxLayout:
        """The files opened last, and the quiet lines under them."""
        right = column(gap=8)
        head = row(gap=8)
        head.setContentsMargins(theme.gap(12), 0, 0, 0)
        head.addWidget(section(self.tr("Recent files")), 1)
        right.addLayout(head)
        if self.recent:
            right.addWidget(self.recent, 1)
        else:
            nothing = muted(self.tr("The editions you open will be listed here, with where they stand."))
            nothing.setContentsMargins(theme.gap(12), 0, 0, 0)
            right.addWidget(nothing)
            back = row(gap=0)
            back.addWidget(self.restore)
            back.addStretch(1)
            right.addLayout(back)
            right.addStretch(1)
        if self.recent is None:
            self.forget.hide()
        foot = row(gap=16)
        foot.addStretch(1)
        foot.addWidget(self.settings)
        foot.addWidget(self.help)
        # It takes something away: the last that Tab comes to.
        foot.addWidget(self.forget)
        right.addLayout(foot)
        return right

    def _drop_hint(self) -> QWidget:
        made = QWidget()
        layout = row(gap=8)
        layout.addWidget(
            muted(self.tr("Or drop a .jury file or a spreadsheet of candidacies anywhere in this window.")), 1
        )
        made.setLayout(layout)
        made.setMinimumHeight(theme.px(LINE))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """The signs come right after the first picture (Qt)."""
        super().paintEvent(event)
        if not self._signs_wanted:
            self._signs_wanted = True
            QTimer.singleShot(0, self, self.draw_signs)
