"""An act of the jury in a panel beside the ranking: its fields, one button with its verb, and a way back."""

from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jury_desk.domain.deliberation import Bench
from jury_desk.domain.errors import DomainError
from jury_desk.domain.jury import Juror
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import bench_now
from jury_desk.ui import theme
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.deliberate.bench_words import BenchWords
from jury_desk.ui.pages.deliberate.readiness_line import ReadinessLine
from jury_desk.ui.widgets.buttons import link, primary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.sight import go_to_first_wrong
from jury_desk.ui.widgets.text import Text, muted, section

_LEAST_HEIGHT = 96
"""Of the fields, so that one can be read where there is little height."""


W = TypeVar("W", bound=QWidget)
Typed = tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...], tuple[bool, ...]]
"""The choices, the lines, the paragraphs and the ticks of a panel, each in its order."""


class ActPanel(Card):
    """The frame of one act; its fields scroll, its title and its button stay. Escape leaves it and stops nothing.

    Attributes:
        body: where a subclass puts its fields.

    Signals:
        left: the panel may close, the act being done or given up.
        place_requested: the tab where what is not ready is put right.
    """

    left = Signal()
    place_requested = Signal(str)

    def __init__(
        self, operations: Operations, stage_id: str, title: str, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, padding=16, gap=12)
        self.setAccessibleName(title)
        self.operations = operations
        self.stage_id = stage_id
        self.verb = primary(verb)
        self._back = link(self.tr("Leave"))
        self.way_out = self._back
        self._bench = muted()
        self._about: tuple[str, ...] | None = None
        self._problem = Text("", ink="bad")
        self._problem.hide()
        self._frame = self.body
        self._frame.addWidget(section(title))
        self.body = column(gap=12)
        self.body.setContentsMargins(0, 0, theme.px(4), 0)
        self.verb.clicked.connect(self._do)
        self._back.clicked.connect(self.left)

    def finish(self) -> None:
        """Add the foot once the fields are in."""
        self.body.addStretch(1)
        content = QWidget()
        content.setLayout(self.body)
        area = scrolled(content, stops=False)
        area.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        content.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        foot = row(gap=16)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self.verb)
        self._frame.addWidget(area, 1)
        self._frame.addWidget(self._problem)
        self._frame.addWidget(self._bench)
        self._frame.addLayout(foot)

    def begin(self) -> None:
        """Fill the fields and take the focus."""

    def show_field(self, name: str) -> None:
        """Go to one of the fields, where the panel has one of that name."""

    def ready(self) -> bool:
        """Whether what is typed can be read; a field that cannot says so itself."""
        return True

    def act(self) -> ChangeSet:
        """Do it.

        Raises:
            DomainError: it is refused.
        """
        raise NotImplementedError

    def stays(self) -> bool:
        """Whether the panel stays open once the act is done."""
        return False

    def bench(self, *about: str) -> Bench:
        """Who sits now, without those recused on the candidacies it is about."""
        now = self.operations.toolbox.clock.now()
        return bench_now(self.operations.records, self.stage_id, now, about)

    def today(self) -> str:
        """The day it is where the edition is, as ISO 8601."""
        return self.operations.toolbox.clock.now().astimezone(self.operations.zone).date().isoformat()

    def typed(self) -> Typed:
        """What stands in the fields that can be seen, kind by kind."""
        return (
            tuple(box.currentIndex() for box in self._seen(QComboBox)),
            tuple(field.text() for field in self._seen(QLineEdit)),
            tuple(field.toPlainText() for field in self._seen(QPlainTextEdit)),
            tuple(box.isChecked() for box in self._seen(QCheckBox)),
        )

    def take(self, typed: Typed) -> None:
        """Put what stood in the fields of the same panel into these."""
        chosen, lines, paragraphs, ticks = typed
        for box, at in zip(self._seen(QComboBox), chosen, strict=False):
            if box.currentIndex() != at:
                box.setCurrentIndex(at)
                # Other fields may hang on it.
                box.activated.emit(at)
        for line, text in zip(self._seen(QLineEdit), lines, strict=False):
            line.setText(text)
        for paragraph, text in zip(self._seen(QPlainTextEdit), paragraphs, strict=False):
            paragraph.setPlainText(text)
        for tick, on in zip(self._seen(QCheckBox), ticks, strict=False):
            tick.setChecked(on)

    def _seen(self, kind: type[W]) -> list[W]:
        return [each for each in self.findChildren(kind) if each.isVisibleTo(self)]

    def tell_readiness(self) -> None:
        """Say first what is not over in the session, with the way there."""
        line = ReadinessLine()
        line.place_requested.connect(self.place_requested)
        self.body.insertWidget(0, line)
        line.show_readiness(self.operations.records, self.stage_id)

    def take_focus(self) -> None:
        """Begin at the button of the act, or at the way out while it cannot be done."""
        (self.verb if self.verb.isEnabled() else self._back).setFocus()

    def show_bench(self, *about: str) -> None:
        """Say who sits, for that is recorded with the act."""
        self._about = about
        self._bench.setText(BenchWords().text(self.bench(*about), self.operations.records))

    def follow(self) -> None:
        """Say who sits by now: somebody may have come or gone since the panel opened."""
        if self._about is not None:
            self.show_bench(*self._about)

    def tell(self, problem: str) -> None:
        """Say what keeps the act from being done; an empty text: nothing."""
        self._problem.setText(f"!  {problem}" if problem else "")
        self._problem.setVisible(bool(problem))

    def juror_name(self, juror: str) -> str:
        """The name of a juror, by id."""
        found = self.operations.records.get(Juror, juror)
        return found.name if found else juror

    @Slot()
    def _do(self) -> None:
        self.operations.commit_pending_edit()
        if not self.ready():
            go_to_first_wrong(self)
        elif self.operations.run(self._told) is not None:
            self.tell("")
            if not self.stays():
                self.left.emit()

    def _told(self) -> ChangeSet:
        try:
            return self.act()
        except DomainError as error:
            from jury_desk.services.refusals import refusal_sentence  # noqa: PLC0415 - only when something is wrong

            self.tell(refusal_sentence(error, self.operations.messages.language))
            raise

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the panel; Enter in a line, or Ctrl+Enter anywhere, is its act, as in the session's (Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.verb.isEnabled() and _confirms(event, self.window().focusWidget()):
            self._do()
        else:
            super().keyPressEvent(event)


def _confirms(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Whether a key asks for the act of a panel, the focus being where it is."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    return isinstance(focused, QLineEdit) or event.modifiers() == Qt.KeyboardModifier.ControlModifier
