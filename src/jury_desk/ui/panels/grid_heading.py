"""What stands over a grid of marks: who it is about, where that stands for now, and the ways on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from jury_desk.domain.exact import exact_text
from jury_desk.domain.standings import Standings, Status
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number, ordinal
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.elided import Elided
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text

_ROOM_FOR_KEYPAD = 480
"""From this width at 100 % type on, keypad and note have their place; below, the keypad is in the menu alone."""


class GridHeading(QWidget):
    """The name, the result so far, and the buttons.

    Signals:
        keypad_chosen: whether complete marks move on by themselves.
        step_requested: the next (1) or the former (-1) one of the list.
    """

    keypad_chosen = Signal(bool)
    step_requested = Signal(int)

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results_hidden = False
        self._of = ""
        self._standings: Standings | None = None
        self._provisional = True
        self._narrow, self._has_note = False, True
        self.title = Elided("", "section", bold=True)
        self.note = Elided("", ink="muted")
        # It takes what the place leaves: how many sheets count is not to be cut short for it.
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.result = Text("", "section", bold=True, wrap=False)
        self.place = Elided("", ink="muted")
        self.keypad = secondary(self.tr("Keypad"))
        self.keypad.setCheckable(True)
        # It asks for no room of its own, so that the heading can become too narrow for it.
        self.keypad.setMinimumWidth(1)
        self.keypad.setToolTip(self.tr("A mark that no further digit can change moves on by itself, without Enter"))
        self.more = _menu_button(self.tr("Sheets, comments and more"), menu)
        self.former = sign_button("‹", self.tr("Previous (Alt+Page up)"))
        self.next = sign_button("›", self.tr("Next (Alt+Page down)"))
        self._lay_out()
        self.keypad.toggled.connect(self.keypad_chosen)
        self.former.clicked.connect(self._ask_for_former)
        self.next.clicked.connect(self._ask_for_next)

    def _lay_out(self) -> None:
        for part in (self.result, self.place):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = column(gap=0)
        for left, right in ((self.title, self.result), (self.note, self.place)):
            pair = row(gap=8)
            pair.addWidget(left, 1)
            pair.addWidget(right)
            words.addLayout(pair)
        line = row(gap=8)
        line.addLayout(words, 1)
        line.addSpacing(theme.px(8))
        for button in (self.keypad, self.more, self.former, self.next):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._share_lower_line()

    def _share_lower_line(self) -> None:
        """Where there is little room, the place and how many sheets count have the line of the note to themselves."""
        self.note.setVisible(self._has_note and not self._narrow)

    def stay_with_one(self) -> None:
        """There is no other to go to from here, and whose it is stands elsewhere."""
        self._has_note = False
        self.former.hide()
        self.next.hide()
        self._share_lower_line()

    def show_subject(self, title: str, note: str, candidacy: str = "") -> None:
        """Say who the grid is about; a candidacy has a result."""
        self.title.set_text(title)
        self.note.set_text(note)
        self._of = candidacy
        self._show_place()

    def show_standings(self, standings: Standings | None, *, provisional: bool) -> None:
        """Say where the candidacy stands for now."""
        self._standings, self._provisional = standings, provisional
        self._show_place()

    def show_results(self, *, shown: bool) -> None:
        """Say the result and the place, or keep them from a screen that others see."""
        self.results_hidden = not shown
        self._show_place()

    def allow_steps(self, *, back: bool, on: bool) -> None:
        """Say whether there is a former one of the list, and a next."""
        self.former.setEnabled(back)
        self.next.setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names come before the button (Qt)."""
        super().resizeEvent(event)
        self._narrow = event.size().width() < theme.px(_ROOM_FOR_KEYPAD)
        self.keypad.setVisible(not self._narrow)
        self._share_lower_line()

    @Slot()
    def _ask_for_former(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _ask_for_next(self) -> None:
        self.step_requested.emit(1)

    def _show_place(self) -> None:
        standings = self._standings
        there = standings is not None and bool(self._of)
        self.result.setVisible(there)
        self.place.setVisible(there)
        if standings is None or not self._of:
            return
        if self.results_hidden:
            self.result.setText("•••")
            self.place.set_text(self.tr("results hidden: F3 shows them"))
            return
        standing = standings.of(self._of)
        aggregation = standings.rules.aggregation
        scale = f" /{exact_text(aggregation.out_of)}" if aggregation.result == "out_of" else ""
        self.result.setText(f"{number(standing.result)}{scale}" if standing.result else "–")
        text = self._place_text(standing.status, standing.place, standings.ranked)
        if self._provisional:
            counted = self.tr("{counted} of {expected} sheets count").format(
                counted=standing.sheets_counted, expected=standing.sheets_expected
            )
            text = " · ".join(filter(None, (text, counted)))
        self.place.set_text(text)

    def _place_text(self, status: Status, place: int | None, of: int) -> str:
        if status is Status.RANKED and place is not None:
            text = self.tr("{place} of %n ranked", "", of).format(place=ordinal(place))
            return self.tr("{text} (provisional)").format(text=text) if self._provisional else text
        words = {
            Status.INCOMPLETE: self.tr("no place yet"),
            Status.ELIMINATED: self.tr("eliminated by a threshold"),
            Status.WITHDRAWN: self.tr("withdrawn"),
            Status.UNRANKABLE: self.tr("cannot be ranked: too few sheets"),
        }
        return words.get(status, "")


def _menu_button(name: str, menu: QMenu) -> QToolButton:
    made = sign_button("⋯", name)
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    return made
