"""A question asked within the page: nothing is covered, nothing waits for it, Escape only puts it away."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link, primary, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.text import Text


class InlinePanel(Card):
    """A title, what is asked (in :attr:`content`), the act, and the way out.

    Signals:
        confirmed: the act was chosen, by its button or by Enter in a field.
        given_up: the panel is to be put away and nothing done.
    """

    confirmed = Signal()
    given_up = Signal()
    insists = False
    """Whether it stays until it is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12, gap=8)
        self.setProperty("kind", "strip")
        self.title = Text("", "emphasis", bold=True)
        self.content = column(gap=8)
        self.act = primary("")
        self.out = secondary(self.tr("Cancel (Esc)"))
        self.way_out = self.out
        self._foot = row(gap=8)
        self._foot.addWidget(self.act)
        self._foot.addWidget(self.out)
        self._foot.addStretch(1)
        self.body.addWidget(self.title)
        self.body.addLayout(self.content)
        self.body.addLayout(self._foot)
        self.act.clicked.connect(self.confirmed)
        self.out.clicked.connect(self.given_up)

    def ask(self, title: str, act: str) -> None:
        """Say what is asked, and what the act is called."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.act.setText(act)

    def first_field(self) -> QWidget:
        """Where the typing begins."""
        return self.act

    def order_tabs(self) -> None:
        """Let Tab go through what is asked, then to the act and the way out."""
        ends = (self.act, self.out)
        # A box brings its list along, which is a window of its own.
        parts = [each for each in self.findChildren(QWidget) if each.window() is self.window() and each not in ends]
        chain = [*(each for each in parts if each.focusPolicy() & Qt.FocusPolicy.TabFocus), *ends]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def confirm_by(self, field: QLineEdit) -> None:
        """Let Enter in ``field`` be the act."""
        field.returnPressed.connect(self._confirm)

    @Slot()
    def _confirm(self) -> None:
        if self.act.isEnabled():
            self.confirmed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it (Qt)."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused in (self.act, self.out):
            (self.act if focused is self.act else self.out).click()
            return
        super().keyPressEvent(event)


class ReasonField(QWidget):
    """A reason, typed or taken from the usual ones."""

    def __init__(self, name: str, usual: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line()
        self.field = Field(name, self.line)
        self.usual = [link(each) for each in usual]
        layout = column(gap=2)
        layout.addWidget(self.field)
        if usual:
            offered = QWidget()
            flow = FlowLayout(offered, gap=4)
            for text, button in zip(usual, self.usual, strict=True):
                button.clicked.connect(partial(self._take, text))
                flow.addWidget(button)
            layout.addWidget(offered)
        self.setLayout(layout)
        self.line.setMinimumWidth(theme.px(160))

    @property
    def text(self) -> str:
        """The reason, without blanks around it."""
        return self.line.text().strip()

    @Slot()
    def _take(self, text: str, _checked: bool = False) -> None:
        self.line.setText(text)
        self.line.setFocus()


class PanelHost(QWidget):
    """Where one panel stands at a time.

    Signals:
        emptied: the panel is away, and the focus is to go back to the page.
    """

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: InlinePanel | None = None
        self._place = column()
        self.setLayout(self._place)
        self.hide()

    @property
    def panel(self) -> InlinePanel | None:
        """The panel that stands there."""
        return self._panel

    def ask(self, panel: InlinePanel) -> None:
        """Show a panel in place of the one there is, and give it the focus."""
        self._drop()
        self._panel = panel
        panel.given_up.connect(self.put_away)
        self._place.addWidget(panel)
        self.show()
        panel.show()
        panel.order_tabs()
        panel.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        # The page takes its new size first, and then may have to scroll.
        bring_into_sight_soon(panel)

    @Slot()
    def put_away(self) -> None:
        """Show none."""
        if self._panel is not None:
            self._drop()
            self.hide()
            self.emptied.emit()

    @Slot()
    def give_up(self) -> None:
        """Show none, unless the panel there is waits for an answer."""
        if self._panel is not None and not self._panel.insists:
            self.put_away()

    def _drop(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
