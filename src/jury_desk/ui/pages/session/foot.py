"""The foot of the page: who is there, who must leave, whether the computer stays awake, the lock, and the marks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jury_desk.services.decisions import question_counts
from jury_desk.services.pitch_views import to_leave
from jury_desk.services.pitches import PitchSession
from jury_desk.ui import theme
from jury_desk.ui.live.console import Console
from jury_desk.ui.pages.session.order_words import changeover_line, marks_words, presence_line
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.text import Text


class Foot(QWidget):
    """One line, or two where there is not the room.

    Signals:
        presence_asked: who is there has changed.
        marks_asked: the marks of the passage are to be typed.
        questions_asked: the questions to put to the passage are to be seen.
        left_confirmed: those who must leave the room have left it.
    """

    presence_asked = Signal()
    marks_asked = Signal()
    questions_asked = Signal()
    left_confirmed = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self.changeover = Text("", "emphasis", ink="attention", bold=True)
        self.changeover.hide()
        self.has_left = link("")
        self.has_left.hide()
        self.presence = link("")
        self.presence.setToolTip(self.tr("Set who is there"))
        self.awake = Text("", ink="muted", wrap=False)
        self.lock = link("")
        self.marks = link("")
        self.questions = link("")
        line = QWidget()
        flow = FlowLayout(line, gap=16)
        for part in (self.presence, self.marks, self.questions, self.awake, self.lock):
            flow.addWidget(part)
        layout = column(gap=4)
        told = row(gap=8)
        told.addWidget(self.changeover, 1)
        told.addWidget(self.has_left)
        layout.addLayout(told)
        layout.addWidget(line)
        self.setLayout(layout)
        self.presence.clicked.connect(self.presence_asked)
        self.marks.clicked.connect(self.marks_asked)
        self.questions.clicked.connect(self.questions_asked)
        self.has_left.clicked.connect(self.left_confirmed)
        self.lock.clicked.connect(console.toggle_lock)
        console.awake_known.connect(self._show_awake)
        console.locked_changed.connect(self._show_lock)
        self._show_awake(console.awake)
        self._show_lock(console.locked)

    def refresh(self, session: PitchSession, *, marks_shown: bool = False) -> None:
        """Read who is there, and what is marked, again."""
        there = presence_line(session, self._console.now)
        self.presence.setText(f"P  {there}")
        self.presence.setAccessibleName(there)
        leaving = changeover_line(session)
        self.changeover.setText(leaving)
        self.changeover.setVisible(bool(leaving))
        jurors = ", ".join(to_leave(session)) if leaving else ""
        self.has_left.setText(self.tr("{jurors}: has left").format(jurors=jurors))
        self.has_left.setVisible(bool(jurors))
        latest = session.state.latest
        words = marks_words(session.records, session.stage, latest.candidacy if latest else "")
        self.marks.setText(f"M  {words} {'▾' if marks_shown else '▸'}")
        self.marks.setAccessibleName(words)
        self.marks.setVisible(bool(words))
        self._show_questions(session, latest.candidacy if latest else "")

    def _show_questions(self, session: PitchSession, candidacy: str) -> None:
        """How many there are to the passage called, or in all while none is."""
        counts = question_counts(session.records, session.stage)
        count = sum(each.asked for each in counts if each.candidacy == candidacy or not candidacy)
        words = self.tr("%n question(s) to put", "", count) if count else self.tr("Questions to put")
        self.questions.setText(f"Q  {words}")
        self.questions.setAccessibleName(words)

    @Slot(object)
    def _show_awake(self, awake: bool | None) -> None:
        words = {
            None: "",
            True: self.tr("Sleep blocked ✓"),
            False: self.tr("Sleep not blocked ✗ not available"),
        }[awake]
        self.awake.setText(words)
        self.awake.set_ink("attention" if awake is False else "muted")
        self.awake.setVisible(bool(words))

    @Slot(bool)
    def _show_lock(self, locked: bool) -> None:
        self.lock.setText(self.tr("L  Unlock: only Space and Undo work") if locked else self.tr("L  Lock"))
        self.lock.setFont(theme.font(bold=locked))
