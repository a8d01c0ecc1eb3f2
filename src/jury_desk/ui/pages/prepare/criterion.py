"""One criterion of the draft: a line with what always matters, and the rest unfolded under it."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from jury_desk.services.levels import levels_of
from jury_desk.services.rules_words import criterion_facts, key_words, threshold_words
from jury_desk.ui import theme
from jury_desk.ui.models.figures import percent
from jury_desk.ui.pages.prepare.details import CriterionDetails
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.draft_fields import LineField
from jury_desk.ui.widgets.flow import FlowLayout
from jury_desk.ui.widgets.form import Field, mark_invalid
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text, muted

KEYS = ("name", "weight", "min", "max", "step")
NUMBERS = ("weight", "share", "min", "max", "step")
WIDTHS = {"fold": 32, "weight": 64, "share": 52, "min": 52, "max": 52, "step": 52, "buttons": 108}
"""Pixels at 100 % of the parts beside the name, which takes the rest; the heads above the lines have the same."""
GAP = 8
_SCALE = ("min", "max", "step")
_EQUAL = "="
_WIDEST = 16_777_215
"""Qt's own for no limit."""


def numbers_width() -> int:
    """How wide the numbers of a line are, side by side."""
    return sum(theme.px(WIDTHS[key]) for key in NUMBERS) + theme.gap(GAP) * (len(NUMBERS) - 1)


class CriterionRow(QWidget):
    """A criterion, by its number in the draft.

    Signals:
        move_requested: the number, and how far down (negative: up).
        removal_requested: the number.
        equal_weights_requested: « = » was typed where a weight stands.
        folded: the number, and whether the details are now hidden.
    """

    move_requested = Signal(int, int)
    removal_requested = Signal(int)
    equal_weights_requested = Signal()
    folded = Signal(int, bool)

    def __init__(self, at: int, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = at
        self._draft = draft
        self._path = f"criteria[{at}]"
        self.fields = {key: self._field(key) for key in KEYS}
        self.lines = {key: field.line for key, field in self.fields.items()}
        self.bar = ShareBar()
        self.share = Text("", "small", ink="muted", wrap=False)
        self.summary = muted()
        self.problem = Text("", "small", ink="bad")
        self.fold = sign_button("▸", self.tr("Details of criterion {number}").format(number=at + 1))
        self.details: CriterionDetails | None = None
        self._up, self._down, self._remove = self._buttons()
        self._captions: list[QLabel] = []
        self._numbers = self._number_cells()
        self._top = row(gap=GAP)
        self._below = column(gap=4)
        self._layout = column(gap=8)
        self._build()
        self.fold.clicked.connect(self.toggle)

    def _field(self, key: str) -> LineField:
        name = key_words(f"criteria.{key}", self._draft.language)
        field = LineField(f"{self._path}.{key}", name, figures=key != "name", width=WIDTHS.get(key, 0))
        criterion = self.tr("Criterion {number}").format(number=self.at + 1)
        field.line.setAccessibleName(f"{criterion}, {name}")
        field.edited.connect(self._write)
        field.finished.connect(self._draft.keep)
        return field

    def _buttons(self) -> tuple[QToolButton, QToolButton, QToolButton]:
        up = sign_button("↑", self.tr("Move criterion {number} up").format(number=self.at + 1))
        down = sign_button("↓", self.tr("Move criterion {number} down").format(number=self.at + 1))
        remove = sign_button("×", self.tr("Remove criterion {number}").format(number=self.at + 1))
        up.clicked.connect(partial(self._move, -1))
        down.clicked.connect(partial(self._move, 1))
        remove.clicked.connect(self._ask_removal)
        return up, down, remove

    def _number_cells(self) -> QWidget:
        """The numbers side by side, each with its name above it for where no heads stand over the lines."""
        cells = QWidget()
        flow = FlowLayout(cells, gap=GAP)
        shared = column(gap=2)
        shared.addWidget(self.share)
        shared.addWidget(self.bar)
        share = QWidget()
        share.setLayout(shared)
        share.setFixedHeight(self.lines["weight"].sizeHint().height())
        shown: dict[str, Field] = {**self.fields, "share": Field(self.tr("Share"), share)}
        for key in NUMBERS:
            self._captions.append(shown[key].label)
            shown[key].setFixedWidth(theme.px(WIDTHS[key]))
            flow.addWidget(shown[key])
        return cells

    def _build(self) -> None:
        acts = row(gap=0)
        for button in (self._up, self._down, self._remove):
            acts.addWidget(button)
        buttons = QWidget()
        buttons.setLayout(acts)
        buttons.setFixedWidth(theme.px(WIDTHS["buttons"]))
        self.fold.setFixedWidth(theme.px(WIDTHS["fold"]))
        for part, stretch in ((self.fold, 0), (self.lines["name"], 1), (buttons, 0)):
            self._top.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        self._below.setContentsMargins(theme.px(WIDTHS["fold"]) + theme.gap(GAP), 0, 0, 0)
        self._below.addWidget(self.summary)
        self._below.addWidget(self.problem)
        self._layout.addLayout(self._top)
        self._layout.addLayout(self._below)
        self._layout.setSpacing(theme.gap(2))
        self.setLayout(self._layout)
        self.set_wide(True)

    def set_wide(self, wide: bool) -> None:
        """Stand on one line under the heads, or with the numbers below the name, each named."""
        for layout in (self._top, self._below):
            layout.removeWidget(self._numbers)
        for shown in self._captions:
            shown.setVisible(not wide)
        self._numbers.setMinimumWidth(numbers_width() if wide else 0)
        self._numbers.setMaximumWidth(numbers_width() if wide else _WIDEST)
        if wide:
            self._top.insertWidget(2, self._numbers, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._below.insertWidget(0, self._numbers)

    # Showing

    def fill(self) -> None:
        """Show what the draft holds."""
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))
        if self.details:
            self.details.fill()

    def check(self, share: float | None, count: int) -> None:
        """Show the share of the weight among so many criteria, and what is wrong."""
        kind = self._draft.value(f"{self._path}.kind") or "mark"
        self.share.setText("" if share is None else percent(share))
        self.bar.set_share(share or 0.0, self.share.text())
        self.bar.setVisible(share is not None)
        self.lines["weight"].setVisible(kind != "information")
        for key in _SCALE:
            self.lines[key].setVisible(kind != "yes_no")
            self.fields[key].show_value(self._draft.value(self.fields[key].path))
        self._up.setEnabled(self.at > 0)
        self._down.setEnabled(self.at < count - 1)
        self._say_problems()
        self.summary.setText(" · ".join(self._facts()))
        self.summary.setVisible(bool(self.summary.text()) and not self.unfolded)
        if self.details:
            self.details.check()

    def _say_problems(self) -> None:
        for key, field in self.lines.items():
            mark_invalid(field, bool(self._draft.problems_at(f"{self._path}.{key}")))
        beside = {field.path for field in self.details.fields.values()} if self.details and self.unfolded else set()
        told = self._draft.problems_at(self._path)
        for key in dict.fromkeys((*KEYS, *self._draft.value(self._path))):
            path = f"{self._path}.{key}"
            if path not in beside:
                name = key_words(f"criteria.{key}", self._draft.language)
                told += [f"{name} – {each}" for each in self._draft.problems_at(path, below=True)]
        self.problem.setText("\n".join(f"!  {sentence}" for sentence in told))
        self.problem.setVisible(bool(told))

    def _facts(self) -> list[str]:
        """What the folded details say, where it is not what one would expect."""
        language = self._draft.language
        told = criterion_facts(self._draft.value(self._path), language)
        threshold = str(self._draft.value(f"{self._path}.eliminatory") or "")
        if threshold:
            told.append(f"{key_words('criteria.eliminatory', language)} {threshold_words(threshold, language)}")
        levels = sum(bool(each) for each in levels_of(self._draft.document, self.at))
        if levels:
            told.append(self.tr("%n level(s) described", "", levels))
        return told

    @property
    def unfolded(self) -> bool:
        """Whether the details are there to be seen."""
        return self.details is not None and not self.details.isHidden()

    def set_unfolded(self, unfolded: bool) -> None:
        """Show the details, which are made at the first time, or hide them."""
        if unfolded and self.details is None:
            self.details = CriterionDetails(self.at, self._draft)
            self.details.fill()
            self._layout.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(unfolded)
        self.fold.setText("▾" if unfolded else "▸")

    # Acts

    @Slot()
    def toggle(self) -> None:
        """Show the details, or hide them."""
        self.set_unfolded(not self.unfolded)
        self.folded.emit(self.at, not self.unfolded)

    @Slot(str, object)
    def _write(self, path: str, value: str) -> None:
        if path.endswith(".weight") and value.startswith(_EQUAL):
            self.equal_weights_requested.emit()
        else:
            self._draft.put(path, value)

    @Slot()
    def _move(self, by: int, _checked: bool = False) -> None:
        self.move_requested.emit(self.at, by)

    @Slot()
    def _ask_removal(self) -> None:
        self.removal_requested.emit(self.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves the criterion, whichever field of it is being typed in (Qt)."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(self.at, by)
        else:
            super().keyPressEvent(event)
