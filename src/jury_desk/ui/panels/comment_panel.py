"""Writing about a mark, a sheet or a candidacy: a few lines under the grid, kept as soon as they are left."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from jury_desk.services.comments import comment_hint, comment_warning
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link, secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.form import paragraph
from jury_desk.ui.widgets.text import Text


class Scope(StrEnum):
    """What a comment is about."""

    MARK = "mark"
    SHEET = "sheet"
    CANDIDACY = "candidacy"


class CommentPanel(QFrame):
    """Hidden until something is to be written; Escape, or the button, closes it.

    Signals:
        written: the text of a comment that was left, different from what it was.
        scope_chosen: another scope is to be shown.
        left: the panel was closed.
    """

    written = Signal(str)
    scope_chosen = Signal(str)
    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._language = language
        self._former = ""
        self.scope = Scope.MARK
        self.about = Elided("", bold=True)
        self.text = paragraph(lines=2)
        self.warning = Text("", "small", ink="attention")
        self._scopes = QButtonGroup(self)
        self._lay_out()
        self._scopes.idClicked.connect(self._choose_scope)
        self.text.textChanged.connect(self._warn)
        self.text.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        head = row(gap=8)
        head.addWidget(self.about, 1)
        names = (self.tr("Mark"), self.tr("Sheet"), self.tr("Candidacy"))
        for number, (scope, name) in enumerate(zip(Scope, names, strict=True)):
            button = secondary(name)
            button.setCheckable(True)
            button.setProperty("scope", scope.value)
            self._scopes.addButton(button, number)
            head.addWidget(button)
        close = link(self.tr("Close"))
        close.clicked.connect(self.close_panel)
        head.addWidget(close)
        layout = column(gap=4)
        layout.setContentsMargins(theme.gap(12), theme.gap(6), theme.gap(12), theme.gap(6))
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addWidget(Text(comment_hint(self._language), "small", ink="muted"))
        layout.addWidget(self.warning)
        self.setLayout(layout)
        self.text.setAccessibleName(self.tr("Comment"))
        self.text.setAccessibleDescription(comment_hint(self._language))

    def show_comment(self, scope: Scope, about: str, text: str, *, possible: bool = True) -> None:
        """Show what is written so far."""
        self.scope, self._former = scope, text
        self.about.set_text(about)
        button = self._scopes.button(list(Scope).index(scope))
        button.setChecked(True)
        self.text.setAccessibleName(about)
        self.text.setReadOnly(not possible)
        with QSignalBlocker(self.text):
            self.text.setPlainText(text)
        self._warn()

    def commit(self) -> None:
        """Hand over what was written."""
        text = self.text.toPlainText().strip()
        if not self.isHidden() and text != self._former:
            self._former = text
            self.written.emit(text)

    @Slot()
    def close_panel(self) -> None:
        """Hand over what was written, and go."""
        self.commit()
        self.hide()
        self.left.emit()

    @Slot(int)
    def _choose_scope(self, number: int) -> None:
        self.commit()
        self.scope_chosen.emit(list(Scope)[number].value)

    @Slot()
    def _warn(self) -> None:
        sentence = comment_warning(self.text.toPlainText(), self._language)
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and Ctrl+Enter close, and leaving the field keeps what is in it (Qt)."""
        if watched is self.text and event.type() is QEvent.Type.FocusOut:
            self.commit()
        if watched is self.text and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (enter and control):
                self.close_panel()
                return True
        return super().eventFilter(watched, event)
