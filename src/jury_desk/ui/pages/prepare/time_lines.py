"""Phases and breaks written out: a line for each, added, moved and taken out in place."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QToolButton, QWidget

from jury_desk.services.drafting import Document
from jury_desk.services.drafting_times import (
    BREAKS,
    PHASES,
    counts_by_itself,
    kind_words,
    typed_minutes,
    with_another_break,
    with_another_phase,
    with_counting,
    with_line_moved,
    with_phase_kind,
    without_line,
)
from jury_desk.services.rules_words import key_words
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.buttons import link
from jury_desk.ui.widgets.card import column, row
from jury_desk.ui.widgets.draft_fields import ChoiceField, DraftField, FlagField, LineField
from jury_desk.ui.widgets.sign_button import sign_button
from jury_desk.ui.widgets.text import Text

_FIGURES, _KIND, _WARNINGS, _COUNTS = 80, 160, 144, 104
_ROOM_FOR_ONE_LINE = 760
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MinutesField(LineField):
    """Several numbers of minutes, « 2 ; 0,5 »; none at all takes the key out."""

    def __init__(self, path: str, name: str, remark: str = "", *, width: int = 0) -> None:
        super().__init__(path, name, remark, width=width)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def show_value(self, value: object) -> None:
        """Show what the draft holds; what is being typed is left alone."""
        numbers = [str(each) for each in value] if isinstance(value, list) else []
        if not self.line.hasFocus() or typed_minutes(self.line.text()) != numbers:
            with QSignalBlocker(self.line):
                self.line.setText(" ; ".join(number(each) for each in numbers))
                self.line.setCursorPosition(0)

    def _tell(self) -> None:
        self.edited.emit(self.path, typed_minutes(self.line.text()) or "")


class TimeLine(QWidget):
    """One line: its fields, the signs that move it or take it out, and what is wrong with it as a whole."""

    def __init__(self, draft: RulesDraft, table: str, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.at = at
        self.path = f"{table}[{at}]"
        self.fields: dict[str, DraftField] = {}
        self.up, self.down, self.out = (sign_button(sign, "") for sign in "↑↓×")
        self.problem = Text("", "small", ink="bad")
        self._wide = True

    def lay_out(self, first: list[DraftField], second: list[DraftField]) -> None:
        """Set the fields on one line, or where there is less room on two."""
        self.fields = {field.path.rpartition(".")[2]: field for field in (*first, *second)}
        upper, lower = row(gap=12), row(gap=12)
        upper.addWidget(first[0], 1, Qt.AlignmentFlag.AlignTop)
        for field in first[1:]:
            upper.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        for field in second:
            lower.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        lower.addStretch(1)
        self._signs = row(gap=0)
        for button in self.signs():
            self._signs.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        lower.addLayout(self._signs)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(theme.gap(12))
        self._parts.addLayout(upper, 1)
        self._parts.addLayout(lower)
        layout = column(gap=4)
        layout.addLayout(self._parts)
        layout.addWidget(self.problem)
        self.setLayout(layout)
        self.problem.hide()
        for field in self.fields.values():
            field.finished.connect(self.draft.keep)

    def signs(self) -> tuple[QToolButton, ...]:
        """The buttons at its end."""
        return (self.up, self.down, self.out)

    def name_signs(self, line: str, count: int) -> None:
        """Say of which line they are, and which can be pressed."""
        names = (self.tr("Move up: {line}"), self.tr("Move down: {line}"), self.tr("Remove: {line}"))
        for button, name in zip(self.signs(), names, strict=True):
            button.setToolTip(name.format(line=line))
            button.setAccessibleName(name.format(line=line))
        free = not self.draft.frozen
        self.up.setEnabled(free and self.at > 0)
        self.down.setEnabled(free and self.at < count - 1)
        self.out.setEnabled(free)

    def fill(self) -> None:
        """Show what the draft holds."""
        for field in self.fields.values():
            field.show_value(self.draft.value(field.path))
            set_read_only(field, self.draft.frozen)

    def check(self, line: str, *, wide: bool) -> None:
        """Show what is wrong; heads stand over the first line only, where each line is one."""
        for key, field in self.fields.items():
            field.tell("; ".join(self.draft.problems_at(field.path, below=True)))
            field.label.setVisible(not wide or self.at == 0)
            field.field.setAccessibleName(f"{line}, {key_words(f'line.{key}', self.draft.language)}")
        head = next(iter(self.fields.values())).label
        under = 0 if head.isHidden() else head.sizeHint().height() + theme.gap(4)
        self._signs.setContentsMargins(0, under, 0, 0)
        told = self.draft.problems_at(self.path) + self.draft.problems_at(f"{self.path}.id")
        self.problem.setText("\n".join(f"!  {each}" for each in told))
        self.problem.setVisible(bool(told))
        if wide is not self._wide:
            self._wide = wide
            direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            self._parts.setDirection(direction)

    def named(self, key: str) -> tuple[str, str]:
        """The path of one of its keys, and what the key is called."""
        return f"{self.path}.{key}", key_words(f"line.{key}", self.draft.language)


class PhaseLine(TimeLine):
    """A phase of every passage."""

    def __init__(self, draft: RulesDraft, at: int, parent: QWidget | None = None) -> None:
        super().__init__(draft, PHASES, at, parent)
        self.label = LineField(*self.named("label"))
        self.kind = ChoiceField(*self.named("kind"), kind_words(draft.language))
        self.minutes = LineField(*self.named("minutes"), figures=True, width=_FIGURES)
        self.warnings = MinutesField(*self.named("warnings"), width=_WARNINGS)
        path, name = self.named("counts")
        self.counts = FlagField(path, name, self.tr("counts"))
        self.kind.setFixedWidth(theme.px(_KIND))
        for field, width in ((self.minutes, _FIGURES), (self.warnings, _WARNINGS), (self.counts, _COUNTS)):
            field.setFixedWidth(theme.px(width))
        self.lay_out([self.label, self.kind], [self.minutes, self.warnings, self.counts])
        for field in (self.label, self.minutes, self.warnings):
            field.edited.connect(draft.put)
        self.kind.edited.connect(self._change_kind)
        self.counts.edited.connect(self._change_counts)

    def fill(self) -> None:
        """Show what the draft holds; a phase without a name bears that of its kind."""
        super().fill()
        phase = self.draft.value(self.path) or {}
        self.label.line.setPlaceholderText(dict(kind_words(self.draft.language)).get(phase.get("kind", "pitch"), ""))
        self.counts.show_value(phase.get("counts", counts_by_itself(phase)))

    @Slot(str, object)
    def _change_kind(self, _path: str, kind: object) -> None:
        self.draft.replace(with_phase_kind(self.draft.document, self.at, str(kind)))

    @Slot(str, object)
    def _change_counts(self, _path: str, counts: object) -> None:
        self.draft.replace(with_counting(self.draft.document, self.at, counts=bool(counts)))


class BreakLine(TimeLine):
    """A break between two passages."""

    def __init__(self, draft: RulesDraft, at: int, parent: QWidget | None = None) -> None:
        super().__init__(draft, BREAKS, at, parent)
        self.label = LineField(*self.named("label"))
        self.label.line.setPlaceholderText(dict(kind_words(draft.language))["break"])
        self.after = LineField(*self.named("after"), figures=True, width=_FIGURES)
        self.minutes = LineField(*self.named("minutes"), figures=True, width=_FIGURES)
        for field in (self.after, self.minutes):
            field.setFixedWidth(theme.px(_WARNINGS))
        self.lay_out([self.label], [self.after, self.minutes])
        for field in (self.label, self.minutes):
            field.edited.connect(draft.put)
        self.after.edited.connect(self._change_after)

    @Slot(str, object)
    def _change_after(self, path: str, after: object) -> None:
        text = str(after)
        self.draft.put(path, int(text) if text.isdecimal() else text)


class TimeLines(QWidget):
    """All the lines of a list of the draft, and the link that adds one."""

    table = ""

    def __init__(self, draft: RulesDraft, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.lines: list[TimeLine] = []
        self.add = link(add)
        self._rows = column(gap=8)
        layout = column(gap=8)
        layout.addLayout(self._rows)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        self.add.clicked.connect(self._add)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    def make(self, at: int) -> TimeLine:
        """A line for the place ``at``."""
        raise NotImplementedError

    def more(self, document: Document) -> Document:
        """The document with one more line."""
        raise NotImplementedError

    @Slot()
    def fill(self) -> None:
        """Show the lines of the draft."""
        count = len(self.draft.value(self.table) or ())
        while len(self.lines) < count:
            self._append(self.make(len(self.lines)))
        while len(self.lines) > count:
            gone = self.lines.pop()
            self._rows.removeWidget(gone)
            gone.hide()
            # A key may just be handled there: it ends first.
            gone.deleteLater()
        for line in self.lines:
            line.fill()
        self.add.setVisible(not self.draft.frozen)
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is wrong, and what each line can do."""
        kind = self.table.rpartition(".")[2]
        for line in self.lines:
            name = key_words(f"line.{kind}", self.draft.language, name=str(line.at + 1))
            line.check(name, wide=self.width() >= theme.px(_ROOM_FOR_ONE_LINE))
            line.name_signs(name, len(self.lines))

    def _append(self, line: TimeLine) -> None:
        self.lines.append(line)
        line.up.clicked.connect(partial(self.move_line, line, -1))
        line.down.clicked.connect(partial(self.move_line, line, 1))
        line.out.clicked.connect(partial(self._remove, line))
        self._rows.addWidget(line)

    @Slot()
    def _add(self) -> None:
        self.draft.replace(self.more(self.draft.document))
        self.lines[-1].fields["label"].field.setFocus()

    @Slot()
    def move_line(self, line: TimeLine, by: int, _checked: bool = False) -> None:
        """Move a line up or down, and the cursor with it."""
        at = line.at + by
        if self.draft.frozen or not 0 <= at < len(self.lines):
            return
        key = next((key for key, field in line.fields.items() if field.field.hasFocus()), "label")
        self.draft.replace(with_line_moved(self.draft.document, self.table, line.at, by))
        self.lines[at].fields[key].field.setFocus()

    @Slot()
    def _remove(self, line: TimeLine, _checked: bool = False) -> None:
        self.draft.replace(without_line(self.draft.document, self.table, line.at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves the line of the cursor (Qt)."""
        focused = self.focusWidget()
        line = next((each for each in self.lines if focused is not None and each.isAncestorOf(focused)), None)
        if line is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
            self.move_line(line, _STEPS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line each, or two where there is less room (Qt)."""
        super().resizeEvent(event)
        self.check()

    def minimumSizeHint(self) -> QSize:
        """The narrower form must fit (Qt)."""
        return QSize(theme.px(_FIGURES + _WARNINGS), super().minimumSizeHint().height())


class PhaseLines(TimeLines):
    """The phases of a passage."""

    table = PHASES

    def make(self, at: int) -> TimeLine:
        """A phase."""
        return PhaseLine(self.draft, at)

    def more(self, document: Document) -> Document:
        """One more phase."""
        return with_another_phase(document)


class BreakLines(TimeLines):
    """The breaks of the sitting."""

    table = BREAKS

    def make(self, at: int) -> TimeLine:
        """A break."""
        return BreakLine(self.draft, at)

    def more(self, document: Document) -> Document:
        """One more break."""
        return with_another_break(document)


def set_read_only(field: DraftField, frozen: bool) -> None:
    """Let a field be read only; a box or a list has no such state and is switched off."""
    match field:
        case LineField():
            field.line.setReadOnly(frozen)
        case _:
            field.field.setEnabled(not frozen)
