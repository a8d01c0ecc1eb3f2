"""What a criterion may say besides its name, weight and scale: its nature, its threshold, the texts of its levels."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from jury_desk.services.levels import level_counts, level_marks, levels_of, scale_of, with_level, with_level_count
from jury_desk.services.rules_words import choices, key_words
from jury_desk.ui import theme
from jury_desk.ui.models.figures import number
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.choice_box import ChoiceBox
from jury_desk.ui.widgets.draft_fields import ChoiceField, DraftField, LineField, ThresholdField
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.form import Field
from jury_desk.ui.widgets.text import Text, muted

_LONGEST = 300


class CriterionDetails(QWidget):
    """The unfolded part of a criterion."""

    def __init__(self, at: int, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._path = f"criteria[{at}]"
        self.fields: dict[str, DraftField] = {}
        for key in ("kind", "source", "better", "comment"):
            self._add(ChoiceField(self._at(key), self._name(key), choices(key, draft.language)))
        by_rule = [("", self.tr("as for the whole")), *choices("across_jurors", draft.language)]
        self._add(ChoiceField(self._at("across_jurors"), self._name("across_jurors"), by_rule))
        self._add(ThresholdField(self._at("eliminatory"), self._name("eliminatory"), self.tr("none")))
        self._add(LineField(self._at("section"), self._name("section")))
        self.levels = LevelsEditor(at, draft)
        self._identity = muted()
        layout = column(gap=12)
        layout.setContentsMargins(theme.px(36), theme.px(4), 0, theme.px(12))
        layout.addWidget(FieldGrid(list(self.fields.values())))
        layout.addWidget(self.levels)
        layout.addWidget(self._identity)
        self.setLayout(layout)

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}"

    def _name(self, key: str) -> str:
        return key_words(f"criteria.{key}", self._draft.language)

    def _add(self, field: DraftField) -> None:
        field.edited.connect(self._draft.put)
        field.finished.connect(self._draft.keep)
        self.fields[field.path] = field

    def fill(self) -> None:
        """Show what the draft holds."""
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))
        identity = self._draft.value(self._at("id")) or ""
        self._identity.setText(self.tr("Called “{id}” in files of marks.").format(id=identity))
        self.levels.fill()

    def check(self) -> None:
        """Show what is wrong, and the levels that the scale allows."""
        for field in self.fields.values():
            field.tell("; ".join(self._draft.problems_at(field.path)))
        self.levels.fill()


class LevelsEditor(QWidget):
    """The texts of the levels, each beside the mark at which it stands."""

    def __init__(self, at: int, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = at
        self._draft = draft
        self._shown: tuple[object, ...] = ()
        self.box = ChoiceBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(16)
        self.lines: list[QLineEdit] = []
        self._rows = QWidget()
        self._layout = column(gap=8)
        field = Field(key_words("criteria.levels", draft.language), self.box)
        field.setMaximumWidth(theme.px(360))
        self._layout.addWidget(field)
        self._layout.addWidget(self._rows)
        self.setLayout(self._layout)
        self.box.activated.connect(self._choose)

    def fill(self) -> None:
        """Show what the draft holds; a text being typed is left alone."""
        document, at = self._draft.document, self._criterion
        counts, marks = level_counts(document, at), level_marks(document, at)
        state = (counts, marks, scale_of(document, at))
        if state != self._shown:
            self._shown = state
            self._show_counts(counts, len(marks))
            self._rebuild(marks)
        for line, text in zip(self.lines, levels_of(document, at), strict=True):
            if line.text() != text and not line.hasFocus():
                line.setText(text)

    def _show_counts(self, counts: list[int], chosen: int) -> None:
        scale = scale_of(self._draft.document, self._criterion)
        with QSignalBlocker(self.box):
            self.box.clear()
            for count in counts:
                self.box.addItem(self._count_words(count, scale.marks if scale else 0), count)
            self.box.setCurrentIndex(counts.index(chosen))

    def _count_words(self, count: int, marks: int) -> str:
        if not count:
            return self.tr("none described")
        if count == marks:
            return self.tr("%n: one for each mark", "", count)
        return self.tr("%n, evenly spread", "", count) if count > 2 else self.tr("2: the ends of the scale")

    def _rebuild(self, marks: list[str]) -> None:
        self._layout.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.px(28))
        self.lines = []
        for at, mark in enumerate(marks):
            shown = Text(number(mark), ink="muted", wrap=False)
            grid.addWidget(shown, at, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line = QLineEdit()
            line.setMaxLength(_LONGEST)
            line.setAccessibleName(self.tr("Level {mark}").format(mark=number(mark)))
            line.setPlaceholderText(self.tr("What deserves {mark}").format(mark=number(mark)) if mark else "")
            line.textEdited.connect(self._write)
            line.editingFinished.connect(self._draft.keep)
            grid.addWidget(line, at, 1)
            self.lines.append(line)
        # Shown before it has its place, it would be a window of its own.
        self._layout.addWidget(self._rows)
        self._rows.setVisible(bool(marks))

    @Slot()
    def _choose(self) -> None:
        self._draft.replace(with_level_count(self._draft.document, self._criterion, int(self.box.currentData())))
        if self.lines:
            self.lines[0].setFocus()

    @Slot()
    def _write(self) -> None:
        at = next((number for number, line in enumerate(self.lines) if line is self.sender()), None)
        if at is not None:
            changed = with_level(self._draft.document, self._criterion, at, self.lines[at].text())
            self._draft.put(f"criteria[{self._criterion}].levels", changed["criteria"][self._criterion]["levels"])
