"""What the desk asks about times: given, put back, lost; each a panel that the page opens, reads and puts away."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QWidget

from jury_desk.domain.pitch_events import Then
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.durations import duration, read_duration
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.inline_panel import InlinePanel, ReasonField
from jury_desk.ui.widgets.text import Text, muted


class TimeField(Field):
    """A time, typed as minutes and seconds."""

    def __init__(self, name: str, text: str = "") -> None:
        self.line: QLineEdit = line(text)
        super().__init__(name, self.line)
        self.line.setMaximumWidth(theme.px(96))
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    @property
    def milliseconds(self) -> int | None:
        """The time typed; ``None`` when it is none."""
        return read_duration(self.line.text())

    def check(self) -> int | None:
        """The time typed; what is wrong with it is said under the field."""
        found = self.milliseconds
        self.tell("" if found is not None else self.tr("Minutes and seconds, such as 1:40"))
        return found


class GrantPanel(InlinePanel):
    """Time given to the phase of the clock, with its reason, and the offer to give the same to all who remain."""

    def __init__(
        self,
        phase: str,
        fairness: str,
        to_come: int,
        heard: str,
        *,
        tolerance_ms: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ask(self.tr("Time given: {phase}").format(phase=phase), self.tr("Give the time"))
        self.time = TimeField(self.tr("Time"), "+1:00")
        self.reason = ReasonField(
            self.tr("Reason"),
            (self.tr("technical incident"), self.tr("question of the jury"), self.tr("same as the others")),
        )
        fields = row(gap=12)
        fields.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.reason, 1)
        self.fairness = Text(fairness, ink="attention")
        self.for_all = QCheckBox(self.tr("The same for the %n passage(s) to come", "", to_come))
        self.heard = muted(heard)
        self._tolerance = tolerance_ms
        beyond = self.tr("More than the tolerance of {time}: the minutes will flag it unless all are given the same.")
        self.beyond = Text(beyond.format(time=duration(tolerance_ms)), ink="attention")
        self.content.addLayout(fields)
        for part in (self.fairness, self.beyond, self.for_all, self.heard):
            self.content.addWidget(part)
        # Once they have their place: shown before, each would be a window of its own for a moment.
        self.fairness.setVisible(bool(fairness))
        self.for_all.setVisible(to_come > 0)
        self.heard.setVisible(bool(heard))
        self.confirm_by(self.time.line)
        self.confirm_by(self.reason.line)
        self.time.line.textChanged.connect(self._weigh)
        self._weigh()

    @Slot()
    def _weigh(self) -> None:
        """Say when the time typed is more than is usual between candidates."""
        self.beyond.setVisible(bool(self.fairness.text()) and abs(self.time.milliseconds or 0) > self._tolerance)

    def first_field(self) -> QWidget:
        """The reason: one minute is what is given most often."""
        return self.reason.line


class EarlierPanel(InlinePanel):
    """A start put back: the key was pressed late."""

    def __init__(self, idle_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("The talk had begun before the key was pressed"), self.tr("Start from there"))
        self._idle = idle_ms
        self.time = TimeField(self.tr("Begun … ago"), duration(min(idle_ms, 20_000)))
        offered = QWidget()
        flow = FlowLayout(offered, gap=4)
        for milliseconds in (10_000, 20_000, 30_000, 60_000):
            if milliseconds <= idle_ms:
                button = link(duration(milliseconds))
                button.clicked.connect(self._take)
                flow.addWidget(button)
        self.limit = muted(self.tr("At most {time}: nothing was under way since.").format(time=duration(idle_ms)))
        self.content.addWidget(self.time)
        self.content.addWidget(offered)
        self.content.addWidget(self.limit)
        self.confirm_by(self.time.line)

    def first_field(self) -> QWidget:
        """The time."""
        return self.time.line

    @Slot()
    def _take(self) -> None:
        button = self.sender()
        text = button.property("text")
        self.time.line.setText(str(text))


class CausePanel(InlinePanel):
    """The clock has stopped for an incident already; its cause is asked afterwards, at no cost to the candidate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask(self.tr("Incident: the clock has stopped"), self.tr("Note the cause"))
        self.reason = ReasonField(
            self.tr("Cause"),
            (self.tr("projector"), self.tr("sound"), self.tr("computer"), self.tr("alarm"), self.tr("indisposition")),
        )
        self.content.addWidget(self.reason)
        self.content.addWidget(muted(self.tr("Nothing is counted until Space lets the clock go on.")))
        self.confirm_by(self.reason.line)

    def first_field(self) -> QWidget:
        """The cause."""
        return self.reason.line


class InterruptionPanel(InlinePanel):
    """Nobody measured for a while: what of it counts, and how the phase goes on, is for the chair to say."""

    insists = True

    def __init__(self, told: str, gap_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = self.tr("Was the candidate speaking?")
        self.ask(f"{told} {question}", self.tr("Decide"))
        self.title.set_ink("bad")
        self.out.hide()
        self._gap = gap_ms
        self._answers = QButtonGroup(self)
        self.no = QRadioButton(self.tr("No, do not count it"))
        self.yes = QRadioButton(self.tr("Yes, count it"))
        self.other = QRadioButton(self.tr("Another time:"))
        self.time = TimeField("", duration(gap_ms))
        self.time.line.setAccessibleName(self.tr("Time counted"))
        self.reason = ReasonField(self.tr("Reason"))
        self.then = ChoiceBox()
        self.then.setMaximumWidth(theme.px(220))
        for then, words in (
            (Then.PAUSED, self.tr("stay paused")),
            (Then.RUNNING, self.tr("go on at once")),
            (Then.ENDED, self.tr("end the phase")),
        ):
            self.then.addItem(words, then)
        self._lay_out()
        self.no.setChecked(True)
        self._answers.idToggled.connect(self._follow)
        self.confirm_by(self.reason.line)
        self.confirm_by(self.time.line)
        self._follow()

    def _lay_out(self) -> None:
        answers = row(gap=16)
        for number, button in enumerate((self.no, self.yes, self.other)):
            self._answers.addButton(button, number)
            answers.addWidget(button)
        answers.addWidget(self.time)
        answers.addStretch(1)
        then = row(gap=12)
        then.addWidget(Field(self.tr("Then"), self.then), 0, Qt.AlignmentFlag.AlignTop)
        then.addWidget(self.reason, 1)
        then.addStretch(0)
        self.content.addLayout(answers)
        self.content.addLayout(then)

    @property
    def charge_ms(self) -> int | None:
        """How much counts as spoken; ``None`` when the time typed is none."""
        if self.other.isChecked():
            return self.time.check()
        return self._gap if self.yes.isChecked() else 0

    @property
    def then_chosen(self) -> Then:
        """How the phase goes on."""
        return Then(self.then.currentData())

    def first_field(self) -> QWidget:
        """The answer that harms nobody."""
        return self.no

    @Slot()
    def _follow(self) -> None:
        self.time.setVisible(self.other.isChecked())
        self.reason.setVisible(not self.no.isChecked())
