"""The criteria as rows: name, weight with its share, scale, threshold; added, moved and taken out in place."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from jury_desk.services.drafting import shares, with_criterion, with_criterion_moved, without_criterion
from jury_desk.ui import theme
from jury_desk.ui.models.figures import percent
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.draft_fields import LineField
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text, caption

_KEYS = ("name", "weight", "min", "max", "step", "eliminatory")
_WIDTHS = {"weight": 72, "min": 60, "max": 60, "step": 60, "eliminatory": 76}
_FIRST_BUTTON = 8
_SHARE_COLUMN = 2


class CriterionLine:
    """The widgets of one criterion, placed in the grid of all."""

    def __init__(self, number: int, draft: RulesDraft, names: dict[str, str]) -> None:
        self.number = number
        self._draft = draft
        self.lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, LineField] = {}
        for key in _KEYS:
            field = LineField(f"criteria[{number}].{key}", names[key], figures=key not in ("name",))
            field.line.setAccessibleName(f"{names['criterion']} {number + 1}, {names[key]}")
            field.edited.connect(draft.put)
            field.finished.connect(draft.keep)
            self.fields[key], self.lines[key] = field, field.line
            if key in _WIDTHS:
                field.line.setFixedWidth(theme.px(_WIDTHS[key]))
        self.lines["eliminatory"].setPlaceholderText("< 5")
        self.bar = ShareBar()
        self.share = Text("", "small", ink="muted", wrap=False)
        self.problem = Text("", "small", ink="bad")

    def fill(self) -> None:
        """Show what the draft holds."""
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))

    def check(self, share: float | None) -> None:
        """Show the share of the weight, and what is wrong."""
        self.share.setText("" if share is None else percent(share))
        self.bar.set_share(share or 0.0, self.share.text())
        told = self._draft.problems_at(f"criteria[{self.number}]", below=True)
        self.problem.setText("\n".join(f"!  {sentence}" for sentence in told))
        self.problem.setVisible(bool(told))
        for key, line in self.lines.items():
            wrong = bool(self._draft.problems_at(f"criteria[{self.number}].{key}"))
            if bool(line.property("invalid")) != wrong:
                line.setProperty("invalid", wrong)
                line.style().unpolish(line)
                line.style().polish(line)


class CriteriaEditor(QWidget):
    """All the criteria of the draft."""

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.lines: list[CriterionLine] = []
        self._holder = QWidget()
        self.add = link(self.tr("+ Add a criterion"))
        self.add.clicked.connect(self._add)
        self._layout = column(gap=8)
        self._layout.addWidget(self._holder)
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(self._layout)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    @Slot()
    def fill(self) -> None:
        """Show the criteria of the draft, in as many rows as there are."""
        wanted = len(self._draft.document.get("criteria", ()))
        if wanted != len(self.lines):
            self._rebuild(wanted)
        for line in self.lines:
            line.fill()
        self.check()

    @Slot()
    def check(self) -> None:
        """Show the shares and the problems."""
        found = shares(self._draft.document)
        for line in self.lines:
            share = found[line.number] if line.number < len(found) else None
            line.check(None if share is None else float(share))

    def _rebuild(self, wanted: int) -> None:
        # The old rows are thrown away with their holder; a key being handled there ends first.
        self._layout.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        names = self._names()
        self._head(grid, names)
        self.lines = [CriterionLine(number, self._draft, names) for number in range(wanted)]
        for line in self.lines:
            self._place(grid, line, wanted)
        self._layout.insertWidget(0, self._holder)

    def _names(self) -> dict[str, str]:
        return {
            "criterion": self.tr("Criterion"),
            "name": self.tr("Name"),
            "weight": self.tr("Weight"),
            "min": self.tr("From"),
            "max": self.tr("To"),
            "step": self.tr("Step"),
            "eliminatory": self.tr("Knock-out"),
        }

    def _head(self, grid: QGridLayout, names: dict[str, str]) -> None:
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(caption(names["criterion"]), 0, 0)
        for at, key in ((1, "weight"), (3, "min"), (4, "max"), (5, "step"), (6, "eliminatory")):
            head = Text(names[key], "small", ink="muted", bold=True, wrap=False)
            grid.addWidget(head, 0, at, right)
        grid.itemAtPosition(0, 6).widget().setToolTip(
            self.tr("A mean that meets this condition eliminates: « < 5 » or « <= 5 »; empty for none")
        )

    def _place(self, grid: QGridLayout, line: CriterionLine, count: int) -> None:
        at = 1 + 2 * line.number
        share = column(gap=2)
        share.addWidget(line.share)
        share.addWidget(line.bar)
        line.bar.setFixedWidth(theme.px(56))
        grid.addWidget(line.lines["name"], at, 0)
        grid.addWidget(line.lines["weight"], at, 1)
        grid.addLayout(share, at, _SHARE_COLUMN, Qt.AlignmentFlag.AlignVCenter)
        for column_number, key in ((3, "min"), (4, "max"), (5, "step"), (6, "eliminatory")):
            grid.addWidget(line.lines[key], at, column_number)
        for offset, button in enumerate(self._buttons(line.number, count)):
            grid.addWidget(button, at, _FIRST_BUTTON + offset)
        grid.addWidget(line.problem, at + 1, 0, 1, _FIRST_BUTTON + 3)

    def _buttons(self, number: int, count: int) -> list[QToolButton]:
        up = sign_button("↑", self.tr("Move criterion {number} up").format(number=number + 1))
        down = sign_button("↓", self.tr("Move criterion {number} down").format(number=number + 1))
        remove = sign_button("×", self.tr("Remove criterion {number}").format(number=number + 1))
        up.setEnabled(number > 0)
        down.setEnabled(number < count - 1)
        up.clicked.connect(partial(self._move, number, -1))
        down.clicked.connect(partial(self._move, number, 1))
        remove.clicked.connect(partial(self._remove, number))
        return [up, down, remove]

    @Slot()
    def _add(self) -> None:
        self._draft.replace(with_criterion(self._draft.document, self.tr("New criterion")))
        self.lines[-1].lines["name"].setFocus()
        self.lines[-1].lines["name"].selectAll()

    @Slot()
    def _move(self, number: int, by: int, _checked: bool = False) -> None:
        self._draft.replace(with_criterion_moved(self._draft.document, number, by))

    @Slot()
    def _remove(self, number: int, _checked: bool = False) -> None:
        self._draft.replace(without_criterion(self._draft.document, number))
