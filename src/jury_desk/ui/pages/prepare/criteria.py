"""The criteria as rows: name, weight with its share, scale, threshold; added, moved and taken out in place."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from jury_desk.services.drafting import shares, with_criterion, with_criterion_moved, without_criterion
from jury_desk.ui import theme
from jury_desk.ui.models.figures import percent
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.draft_fields import LineField
from jury_desk.ui.widgets.share_bar import ShareBar
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text, caption

_KEYS = ("name", "weight", "min", "max", "step", "eliminatory")
_WIDTHS = {"weight": 64, "min": 52, "max": 52, "step": 52, "eliminatory": 64}
_BUTTONS_COLUMN = 7
_SHARE_COLUMN = 2
_COLUMNS = ((1, "weight"), (3, "min"), (4, "max"), (5, "step"), (6, "eliminatory"))
_LINES_EACH = 3
_ROOM_FOR_ONE_LINE = 620


class CriterionLine:
    """The widgets of one criterion, placed in the grid of all."""

    def __init__(self, number: int, draft: RulesDraft, names: dict[str, str]) -> None:
        self.number = number
        self._draft = draft
        self.lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, LineField] = {}
        for key in _KEYS:
            field = LineField(f"criteria[{number}].{key}", names[key], figures=key != "name")
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
            if not field.line.hasFocus():
                field.line.setCursorPosition(0)

    def check(self, share: float | None) -> None:
        """Show the share of the weight, and what is wrong."""
        self.share.setText("" if share is None else percent(share))
        self.bar.set_share(share or 0.0, self.share.text())
        self.bar.setVisible(share is not None)
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
        self._wide = True
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
        grid.addWidget(caption(names["criterion"]), 0, 0, 1, 1 if self._wide else _BUTTONS_COLUMN)
        below = 0 if self._wide else 1
        for at, key in _COLUMNS:
            head = Text(names[key], "small", ink="muted", bold=True, wrap=False)
            grid.addWidget(head, below, at, Qt.AlignmentFlag.AlignRight)
            if key == "eliminatory":
                head.setToolTip(self.tr("A mean that meets this condition eliminates: “< 5” or “<= 5”; empty for none"))

    def _place(self, grid: QGridLayout, line: CriterionLine, count: int) -> None:
        """One line of the grid; where there is little width the name stands over the numbers."""
        top = _LINES_EACH * (line.number + 1)
        below = top if self._wide else top + 1
        share = column(gap=2)
        share.addWidget(line.share)
        share.addWidget(line.bar)
        line.bar.setFixedWidth(theme.px(48))
        grid.addWidget(line.lines["name"], top, 0, 1, 1 if self._wide else _BUTTONS_COLUMN)
        grid.addLayout(share, below, _SHARE_COLUMN, Qt.AlignmentFlag.AlignVCenter)
        for at, key in _COLUMNS:
            grid.addWidget(line.lines[key], below, at)
        buttons = row(gap=0)
        for button in self._buttons(line.number, count):
            buttons.addWidget(button)
        grid.addLayout(buttons, top, _BUTTONS_COLUMN)
        grid.addWidget(line.problem, top + 2, 0, 1, _BUTTONS_COLUMN + 1)

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

    def minimumSizeHint(self) -> QSize:
        """The numbers must fit; the name stands over them where there is no more (Qt)."""
        return QSize(theme.px(400), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines a criterion where there is little width (Qt)."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_ROOM_FOR_ONE_LINE)
        if wide is not self._wide:
            self._wide = wide
            self._rebuild(len(self.lines))
            self.fill()

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
