"""All that one candidacy says, and where it stands; admissible or not, with the reason beside it."""

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.ui import theme
from jury_desk.ui.widgets.buttons import primary, secondary
from jury_desk.ui.widgets.card import Card, column, row
from jury_desk.ui.widgets.dates import moment_text
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, line
from jury_desk.ui.widgets.scrolling import scrolled
from jury_desk.ui.widgets.text import Text, body, caption, muted
from jury_desk.ui.widgets.words import admissibility_ink, admissibility_mark, admissibility_words

CHOICES = (Admissibility.ADMISSIBLE, Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN)
NEED_REASON = frozenset({Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN})


class CandidacyPanel(Card):
    """One candidacy; the texts can be selected and copied.

    Signals:
        admissibility_chosen: the candidacy's id, its new :class:`Admissibility`, the reason.
    """

    admissibility_chosen = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0, gap=0)
        self.setAccessibleName(self.tr("Candidacy"))
        self._candidacy: Candidacy | None = None
        self._journey: list[tuple[str, str]] = []
        self._wanted = Admissibility.RECEIVED
        self._area = scrolled()
        self.body.addWidget(self._area)
        self.choices: dict[Admissibility, QPushButton] = {}

    def show_candidacy(
        self, candidacy: Candidacy | None, journey: list[tuple[str, str]], zone: tzinfo | None = None
    ) -> None:
        """Show this candidacy and its way through the stages (stage, outcome); ``None``: say how to choose one.

        Its hours are those of ``zone``, or else of this computer.
        """
        if candidacy == self._candidacy and journey == self._journey and self._area.widget():
            return
        self._candidacy, self._journey = candidacy, journey
        inner = QWidget()
        layout = column(padding=20, gap=8)
        if candidacy is None:
            layout.addWidget(muted(self.tr("Choose a candidacy to read all of it here.")))
        else:
            self._fill(layout, candidacy, zone)
        layout.addStretch(1)
        inner.setLayout(layout)
        focused = self.focusWidget()
        had_focus = focused is not None and focused.hasFocus()
        # Not at once: the click that led here may come from a button of the former widget.
        former = self._area.takeWidget()
        if former is not None:
            former.deleteLater()
        self._area.setWidget(inner)
        if had_focus and candidacy is not None:
            self.choices.get(candidacy.admissibility, self.choices[CHOICES[0]]).setFocus()

    def _fill(self, layout: QVBoxLayout, candidacy: Candidacy, zone: tzinfo | None) -> None:
        layout.addWidget(_selectable(Text(candidacy.title, "section", bold=True)))
        known = [candidacy.reference, candidacy.service, moment_text(candidacy.submitted, zone)]
        if any(known):
            layout.addWidget(_selectable(muted(" · ".join(filter(None, known)))))
        layout.addSpacing(theme.gap(4))
        self._add_admissibility(layout, candidacy)
        if candidacy.summary:
            _add_part(layout, self.tr("Summary"), candidacy.summary)
        if candidacy.holders:
            lines = [
                part
                for each in candidacy.holders
                for part in (" · ".join(filter(None, (each.full_name, each.service))), each.email)
                if part
            ]
            _add_part(layout, self.tr("Holders"), "\n".join(lines))
        if self._journey:
            lines = [f"{stage} · {outcome}" if outcome else stage for stage, outcome in self._journey]
            _add_part(layout, self.tr("Way through the stages"), "\n".join(lines))
        for answer in candidacy.answers:
            _add_part(layout, answer.question, answer.text)

    def _add_admissibility(self, layout: QVBoxLayout, candidacy: Candidacy) -> None:
        state = candidacy.admissibility
        layout.addWidget(Text(admissibility_mark(state), bold=True, ink=admissibility_ink(state)))
        if candidacy.reason:
            layout.addWidget(_selectable(body(candidacy.reason)))
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        group = QButtonGroup(holder)
        group.setExclusive(True)
        self.choices = {}
        for choice in CHOICES:
            button = secondary(admissibility_words(choice))
            button.setCheckable(True)
            button.setChecked(choice is state)
            button.clicked.connect(partial(self._choose, choice))
            group.addButton(button)
            flow.addWidget(button)
            self.choices[choice] = button
        layout.addWidget(holder)
        self.reason = line(candidacy.reason)
        self._reason_field = Field(self.tr("Reason, as it will be told and printed"), self.reason)
        self.confirm = primary(self.tr("Confirm"))
        self._ask = QWidget()
        inside = column(gap=8)
        inside.addWidget(self._reason_field)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        inside.addLayout(buttons)
        self._ask.setLayout(inside)
        self._ask.hide()
        layout.addWidget(self._ask)
        self.confirm.clicked.connect(self._confirm)
        self.reason.returnPressed.connect(self._confirm)

    @Slot()
    def _choose(self, choice: Admissibility, _checked: bool = False) -> None:
        self._wanted = choice
        asks = choice in NEED_REASON
        self._ask.setVisible(asks)
        if asks:
            self.reason.setFocus()
        elif self._candidacy and choice is not self._candidacy.admissibility:
            self.admissibility_chosen.emit(self._candidacy.id, choice, "")

    @Slot()
    def _confirm(self) -> None:
        if not self.reason.text().strip():
            self._reason_field.tell(self.tr("Say why: the person concerned has a right to know."))
            return
        if self._candidacy:
            self.admissibility_chosen.emit(self._candidacy.id, self._wanted, self.reason.text().strip())


def _add_part(layout: QVBoxLayout, name: str, text: str) -> None:
    layout.addSpacing(theme.gap(8))
    layout.addWidget(caption(name))
    layout.addWidget(_selectable(body(text)))


def _selectable(label: Text) -> Text:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
