"""Why a candidacy stands where it stands, and where a single figure of it comes from, as the services word it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from jury_desk.services.accounts import Account
from jury_desk.services.explanation_words import ExplanationText
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.sight import bring_into_sight_soon
from jury_desk.ui.widgets.text import Text, caption, muted, section


class ExplanationPanel(QFrame):
    """The panel; it scrolls where its words need more than its height.

    A single figure is explained above the account of its candidacy, until Escape or its button puts it away.

    Signals:
        figure_left: the explanation of the single figure was put away.
    """

    figure_left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(name)
        self._scroll = scrolled()
        self._scroll.setAccessibleName(name)
        self.figure = _FigureFrame()
        self.figure.hide()
        self.figure.close_button.clicked.connect(self.leave_figure)
        layout = column()
        layout.addWidget(self._scroll)
        self.setLayout(layout)
        self._account_holder = column()
        content = QWidget()
        inside = column()
        inside.addWidget(self.figure)
        inside.addLayout(self._account_holder, 1)
        content.setLayout(inside)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._account: QWidget | None = None
        self._shown: Account | None = None

    @property
    def text(self) -> str:
        """All it says of the candidacy, line by line."""
        labels = self._account.findChildren(Text) if self._account else []
        return "\n".join(label.text() for label in labels)

    def explain(self, account: Account) -> None:
        """Show the account of a candidacy; what was said of a single figure of another one goes."""
        if account == self._shown:
            return
        if self._shown is None or account.title != self._shown.title:
            self.figure.hide()
        self._shown = account
        if self._account:
            _let_go(self._account_holder, self._account)
        self._account = QWidget()
        self._account.setLayout(self._content(account))
        self._account_holder.addWidget(self._account)

    def explain_figure(self, text: ExplanationText) -> None:
        """Show where a single figure comes from, and go there."""
        self.figure.show_text(text)
        self.figure.show()
        self._scroll.verticalScrollBar().setValue(0)
        self.figure.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_sight_soon(self)

    @Slot()
    def leave_figure(self) -> None:
        """Put the explanation of the single figure away."""
        if not self.figure.isHidden():
            self.figure.hide()
            self.figure_left.emit()

    def _content(self, account: Account) -> QLayout:
        layout: QVBoxLayout = column(padding=16, gap=16)
        layout.addLayout(_head(account))
        if account.parts:
            layout.addLayout(_parts(account))
        for heading, sentences in account.paragraphs:
            paragraph = column(gap=4)
            paragraph.addWidget(caption(heading))
            for sentence in sentences:
                paragraph.addWidget(Text(sentence))
            layout.addLayout(paragraph)
        layout.addStretch(1)
        return layout

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the explanation of a single figure away, and stops nothing else (Qt)."""
        if event.key() == Qt.Key.Key_Escape and not self.figure.isHidden():
            self.leave_figure()
            return
        super().keyPressEvent(event)


class _FigureFrame(QFrame):
    """One figure: the formula, the numbers put in, each of them, and what else is to be known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "explained")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button: QPushButton = link(self.tr("Back to the ranking (Esc)"))
        self._holder = column(padding=16, gap=8)
        self.setLayout(self._holder)
        self._content: QWidget | None = None

    @property
    def text(self) -> str:
        """All it says, line by line."""
        return "\n".join(label.text() for label in self.findChildren(Text))

    def show_text(self, text: ExplanationText) -> None:
        """Say this."""
        self.setAccessibleName(text.headline)
        self.setAccessibleDescription(text.text)
        if self._content:
            _let_go(self._holder, self._content)
            self._holder.removeWidget(self.close_button)
        self._content = QWidget()
        self._content.setLayout(_figure(text))
        self._holder.addWidget(self._content)
        self._holder.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)


def _let_go(layout: QVBoxLayout, former: QWidget) -> None:
    """Take a widget out of sight now; Qt deletes it when it can."""
    layout.removeWidget(former)
    former.hide()
    former.deleteLater()


def _figure(text: ExplanationText) -> QVBoxLayout:
    whole = column(gap=8)
    head = row(gap=8)
    head.addWidget(Text(text.title, "emphasis", bold=True), 1)
    if text.outcome:
        head.addWidget(Text(text.outcome, "section", bold=True, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    whole.addLayout(head)
    if text.formula:
        whole.addWidget(muted(text.formula))
    if text.numbers:
        whole.addWidget(Text(text.numbers))
    if text.lines:
        whole.addLayout(_lines(text))
    for sentence in text.sentences:
        whole.addWidget(Text(sentence))
    return whole


def _lines(text: ExplanationText) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, theme.px(4), 0, theme.px(4))
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(4))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for number, line in enumerate(text.lines):
        grid.addWidget(Text(line.name), number, 0)
        for at, label in (
            (1, Text(line.remark, ink="muted", wrap=False)),
            (2, Text(line.value, bold=True, wrap=False)),
        ):
            label.setAlignment(right)
            grid.addWidget(label, number, at)
    grid.setColumnStretch(0, 1)
    return grid


def _head(account: Account) -> QVBoxLayout:
    head = column(gap=0)
    head.addWidget(section(account.title))
    if account.under:
        head.addWidget(muted(account.under))
    head.addSpacing(theme.px(8))
    if account.figure:
        head.addWidget(Text(account.figure, "page", bold=True, wrap=False))
    head.addWidget(Text(account.place, "emphasis"))
    return head


def _parts(account: Account) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(2))
    for number, part in enumerate(account.parts):
        at = 3 * number
        figure = Text(part.figure, bold=True, wrap=False)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(part.name), at, 0)
        grid.addWidget(figure, at, 1)
        if part.share is not None:
            grid.addWidget(ShareBar(float(part.share), f"{part.name}, {part.figure}"), at + 1, 0)
        if part.remark:
            remark = Text(part.remark, "small", ink="muted", wrap=False)
            remark.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(remark, at + 1, 1)
        grid.setRowMinimumHeight(at + 2, theme.px(6))
    grid.setColumnStretch(0, 1)
    whole = column(gap=8)
    if account.parts_title:
        whole.addWidget(caption(account.parts_title))
    whole.addLayout(grid)
    return whole
