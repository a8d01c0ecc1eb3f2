"""One stage: its name, date and place, its tabs in the order of the work, what is missing, and the page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.banner import Banner
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided


class Fitted(QScrollArea):
    """Holds a page that may want more room than there is: it scrolls rather than pushing the window wider."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """What the page would like (Qt)."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Next to nothing (Qt)."""
        return QSize(200, 160)


class _Stack(QStackedWidget):
    """As large as the page shown would like, whatever the others would."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """What the page shown would like (Qt)."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown else super().sizeHint()


class StageView(QWidget):
    """A stage with its tabs; pages are made when first shown.

    Signals:
        tab_shown: the name of the tab now shown.
        target_requested: an item of the strip, or a page, asks to go to ``tab#section``.
    """

    tab_shown = Signal(str)
    target_requested = Signal(str)

    def __init__(
        self, tabs: list[tuple[str, str]], make_page: Callable[[str], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = [name for name, _ in tabs]
        self._make_page = make_page
        self._pages: dict[str, QWidget] = {}
        self._holders: dict[str, Fitted] = {}
        self.title = Elided("", "page", bold=True)
        self.when = Elided("", "emphasis", ink="muted")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Tabs of the stage"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setFont(theme.font("emphasis"))
        for _, text in tabs:
            self.tabs.addTab(text)
        if len(tabs) == 1:
            self.tabs.hide()
        self.banner = Banner()
        self.stack = _Stack()
        self._lay_out()
        self.banner.item_chosen.connect(self.target_requested)
        self.tabs.currentChanged.connect(self._show_number)

    def _lay_out(self) -> None:
        margin = theme.gap(theme.MARGIN)
        head = row(gap=16)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self.when, 0, Qt.AlignmentFlag.AlignBottom)
        line = QFrame()
        line.setFixedHeight(theme.tokens().stroke)
        line.setAutoFillBackground(True)
        made = line.palette()
        made.setColor(line.backgroundRole(), theme.color("line"))
        line.setPalette(made)
        top = column(gap=0)
        top.setContentsMargins(margin, margin, margin, 0)
        top.addLayout(head)
        top.addSpacing(theme.gap(8))
        top.addWidget(self.tabs)
        top.addWidget(line)
        top.addSpacing(theme.gap(8))
        top.addWidget(self.banner)
        layout = column(gap=0)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        self.setLayout(layout)

    @property
    def current_tab(self) -> str:
        """The name of the tab shown."""
        return self._names[max(0, self.tabs.currentIndex())]

    @property
    def current_page(self) -> QWidget | None:
        """The page shown, once made."""
        return self._pages.get(self.current_tab)

    @property
    def pages(self) -> dict[str, QWidget]:
        """The pages made so far, by the name of their tab."""
        return dict(self._pages)

    def show_tab(self, name: str) -> None:
        """Show that tab."""
        number = self._names.index(name) if name in self._names else 0
        if number != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(number)
        else:
            self._show_number(number)

    @Slot(int)
    def _show_number(self, number: int) -> None:
        name = self._names[number]
        if name not in self._pages:
            page = self._make_page(name)
            self._pages[name] = page
            self._holders[name] = Fitted(page)
            self.stack.addWidget(self._holders[name])
        self.stack.setCurrentWidget(self._holders[name])
        self.tab_shown.emit(name)
