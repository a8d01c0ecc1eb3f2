"""Before a session: how it will go, and in words everything that is not ready."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jury_desk.domain.pitch_format import PhaseFormat, SessionFormat
from jury_desk.services.pitch_conditions import Condition, Unmet
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.durations import duration
from jury_desk.ui.widgets.inline_panel import ReasonField
from jury_desk.ui.widgets.key_button import KeyButton
from jury_desk.ui.widgets.phase_words import phase_name
from jury_desk.ui.widgets.text import Text, muted

_TARGETS = {
    Unmet.RULES_NOT_FROZEN: "prepare#freeze",
    Unmet.NOBODY_TO_HEAR: "prepare#order",
    Unmet.NO_PHASES: "prepare#timing",
    Unmet.ORDER_NOT_DRAWN: "",
    Unmet.DECLARATIONS: "prepare#jury",
    Unmet.QUORUM: "",
    Unmet.ROOM_SCREEN: "",
}
"""Where a condition is put right; those without a place are put right on this page."""


class Gate(Card):
    """The card in the place of the clock until the session opens.

    Signals:
        target_requested: a condition is to be put right elsewhere.
        open_requested: the session is to open; :attr:`reason` says why in spite of what is missing.
        sound_tried: the cue is to be heard.
    """

    target_requested = Signal(str)
    open_requested = Signal()
    sound_tried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24, gap=12)
        self.title = Text(self.tr("The session is not open yet"), "section", bold=True)
        self.format = Text("", ink="muted")
        self._conditions = column(gap=6)
        self.reason = ReasonField(
            self.tr("Reason for opening in spite of this"), (self.tr("second notice of meeting"),)
        )
        self.open = KeyButton("F8", self.tr("Open the session"), kind="primary")
        self.sound = muted("")
        self.try_sound = link(self.tr("Try the sound"))
        self._lay_out()
        self.open.clicked.connect(self.open_requested)
        self.try_sound.clicked.connect(self.sound_tried)
        self.reason.line.returnPressed.connect(self.open_requested)

    def _lay_out(self) -> None:
        self._begin = begin = row(gap=12)
        begin.addWidget(self.open)
        begin.addStretch(1)
        heard = row(gap=4)
        heard.addWidget(self.sound, 1, Qt.AlignmentFlag.AlignVCenter)
        heard.addWidget(self.try_sound)
        self.body.addWidget(self.title)
        self.body.addWidget(self.format)
        self.body.addSpacing(theme.gap(4))
        self.body.addLayout(self._conditions)
        self.body.addWidget(self.reason)
        self.body.addSpacing(theme.gap(4))
        self.body.addLayout(begin)
        self.body.addStretch(1)
        self.body.addLayout(heard)

    def hasHeightForWidth(self) -> bool:
        """It says no and asks for all of its height: a column would take it from what stands below (Qt)."""
        return False

    def minimumSizeHint(self) -> QSize:
        """What its sentences need at the width it has (Qt)."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None:
            return least
        return QSize(least.width(), max(least.height(), layout.totalHeightForWidth(max(self.width(), least.width()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height (Qt)."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def take_open_back(self) -> None:
        """Have the button in its own place again, after it stood elsewhere."""
        self._begin.insertWidget(0, self.open)

    def show_conditions(self, conditions: Sequence[Condition], shape: SessionFormat) -> None:
        """Say what is not ready; an absolute condition leaves nothing to press, the others ask for a reason."""
        while (item := self._conditions.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for condition in conditions:
            self._conditions.addWidget(self._line(condition))
        if not conditions:
            self._conditions.addWidget(Text(self.tr("✓ Everything is ready."), ink="good"))
        blocked = any(each.unmet.is_absolute for each in conditions)
        asks = any(not each.unmet.is_absolute and not each.unmet.is_optional for each in conditions)
        self.reason.setVisible(asks and not blocked)
        self.open.setEnabled(not blocked)
        why = self.tr("What is marked with ✗ has to be put right first.") if blocked else ""
        self.open.say(self.tr("Open the session"), why)
        self.format.setText(format_words(shape))
        self.sound.setText(
            self.tr("The rules of this session have a sound at its thresholds.")
            if shape.sound
            else self.tr("No sound: the rules of this session have none.")
        )

    def _line(self, condition: Condition) -> QWidget:
        sign = "✗" if condition.unmet.is_absolute else "○" if condition.unmet.is_optional else "!"
        ink = "bad" if condition.unmet.is_absolute else "muted" if condition.unmet.is_optional else "attention"
        made = QWidget()
        layout = row(gap=8)
        mark = Text(sign, "emphasis", ink=ink, bold=True, wrap=False)
        mark.setFixedWidth(theme.px(16))
        layout.addWidget(mark)
        target = _TARGETS[condition.unmet]
        words = self.words(condition)
        if target:
            button = link(f"{words} ›")
            button.setAccessibleName(words)
            button.clicked.connect(lambda: self.target_requested.emit(target))
            layout.addWidget(button)
            layout.addStretch(1)
        else:
            layout.addWidget(Text(words), 1)
        made.setLayout(layout)
        return made

    def words(self, condition: Condition) -> str:
        """A condition in words."""
        return {
            Unmet.RULES_NOT_FROZEN: self.tr("The rules are not frozen"),
            Unmet.NOBODY_TO_HEAR: self.tr("No candidacy is heard"),
            Unmet.NO_PHASES: self.tr("The rules allot no time to a talk"),
            Unmet.ORDER_NOT_DRAWN: self.tr("The running order has not been drawn by lot: draw it at the right"),
            Unmet.DECLARATIONS: self.tr("%n juror(s) without a declaration of interests", "", condition.count),
            Unmet.QUORUM: self.tr("The quorum is not reached: {present} present for {needed}").format(
                present=condition.count, needed=condition.total
            ),
            Unmet.ROOM_SCREEN: self.tr("The room screen is not shown (optional)"),
        }[condition.unmet]


def format_words(shape: SessionFormat) -> str:
    """« Exposé 5:00 · Questions 5:00 · Notation et changement 3:00 »."""
    phases: list[PhaseFormat] = list(shape.phases)
    return " · ".join(f"{phase_name(phase)} {duration(phase.allotted_ms)}" for phase in phases)
