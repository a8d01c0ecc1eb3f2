"""How equals are separated: the steps in their order, each in plain words."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jury_desk.services.drafting import moved, tie_steps
from jury_desk.ui import theme
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text, muted

_CHAIN = "ties.chain"


class TieChainEditor(QWidget):
    """The chain of the draft."""

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._shown: list[str] | None = None
        self._steps = QWidget()
        self.box = ChoiceBox()
        self.box.setAccessibleName(self.tr("Add a step to separate ties"))
        self.box.activated.connect(self._add)
        self._layout = column(gap=4)
        self._layout.addWidget(self._steps)
        self._layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(self._layout)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.fill)

    @property
    def chain(self) -> list[str]:
        """The steps, as the rules name them."""
        return list(self._draft.value(_CHAIN) or [])

    def words(self, step: str) -> str:
        """A step in plain words."""
        kind, _, name = step.partition(":")
        if kind == "criterion":
            criteria = self._draft.document.get("criteria", ())
            found = next((each.get("name", "") for each in criteria if each.get("id") == name), name)
            return self.tr("the best on “{criterion}”").format(criterion=found)
        if kind == "section":
            return self.tr("the best subtotal of “{section}”").format(section=name)
        if kind == "carried":
            stage = self._draft.stage_names().get(name, name)
            return self.tr("the best result of the stage “{stage}”").format(stage=stage)
        return {
            "highest_sheet": self.tr("the best single sheet"),
            "lowest_sheet": self.tr("the least low single sheet"),
            "median": self.tr("the best median of the sheets"),
            "head_to_head": self.tr("head to head, of two: ahead with more jurors"),
            "own": self.tr("the best result of this stage alone"),
        }.get(kind, step)

    @Slot()
    def fill(self) -> None:
        """Show the chain, and what may be added to it."""
        lines = [self.words(step) for step in self.chain]
        wrong = ["; ".join(self._draft.problems_at(f"{_CHAIN}[{number}]")) for number in range(len(lines))]
        left = [step for step in self._possible() if step not in self.chain]
        state = [*lines, *wrong, "", *(self.words(step) for step in left)]
        if state == self._shown:
            return
        self._shown = state
        self._show_steps(lines, wrong)
        self.box.clear()
        self.box.addItem(self.tr("+ Add a step…"), "")
        for step in left:
            self.box.addItem(self.words(step), step)
        self.box.setVisible(bool(left))

    def _possible(self) -> list[str]:
        return tie_steps(self._draft.document, list(self._draft.stage_names()))

    def _show_steps(self, lines: list[str], wrong: list[str]) -> None:
        self._layout.removeWidget(self._steps)
        self._steps.hide()
        self._steps.deleteLater()
        self._steps = QWidget()
        steps = column(gap=0)
        if not lines:
            steps.addWidget(muted(self.tr("Nothing separates equal results yet.")))
        for number, text in enumerate(lines):
            steps.addLayout(self._line(number, text, len(lines)))
            if wrong[number]:
                steps.addWidget(Text(f"!  {wrong[number]}", "small", ink="bad"))
        self._steps.setLayout(steps)
        self._layout.insertWidget(0, self._steps)

    def _line(self, number: int, text: str, count: int) -> QHBoxLayout:
        line = row(gap=4)
        place = Text(f"{number + 1}.", ink="muted", wrap=False)
        place.setFixedWidth(theme.px(20))
        line.addWidget(place)
        line.addWidget(Text(text), 1)
        names = (
            ("↑", self.tr("Move step {number} up"), partial(self._move, number, -1), number > 0),
            ("↓", self.tr("Move step {number} down"), partial(self._move, number, 1), number < count - 1),
            ("×", self.tr("Remove step {number}"), partial(self._remove, number), True),
        )
        for sign, name, act, possible in names:
            button = sign_button(sign, name.format(number=number + 1))
            button.setEnabled(possible)
            button.clicked.connect(act)
            line.addWidget(button)
        return line

    def _put(self, chain: list[str]) -> None:
        self._draft.put(_CHAIN, chain)
        self._draft.keep()

    @Slot()
    def _add(self) -> None:
        step = self.box.currentData()
        if step:
            self._put([*self.chain, step])

    @Slot()
    def _move(self, number: int, by: int, _checked: bool = False) -> None:
        self._put(moved(self.chain, number, by))

    @Slot()
    def _remove(self, number: int, _checked: bool = False) -> None:
        self._put([step for at, step in enumerate(self.chain) if at != number])
