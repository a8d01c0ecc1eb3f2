"""Results of earlier stages that enter with a weight: one field for each stage before this one, and its own."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.services.rules_words import key_words
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.draft_fields import ChoiceField, DraftField, LineField
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.text import muted

_TABLE = "carry_over"
_OWN = f"{_TABLE}.own"
_ROUNDING = f"{_TABLE}.rounding"
_STAGES = f"{_TABLE}.stages"
_NUMBER = 120


class CarryOverEditor(QWidget):
    """The weights; with none of an earlier stage, nothing is carried over.

    Args:
        draft: the draft.
        steps: what the carried result may be rounded to.
    """

    def __init__(self, draft: RulesDraft, steps: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._steps = steps
        self._stages: dict[str, str] = {}
        self.fields: dict[str, DraftField] = {}
        self._grid: FieldGrid | None = None
        self._layout = column(gap=8)
        self._layout.addWidget(
            muted(self.tr("Leave the weights empty when only this stage counts; each one is divided by their sum."))
        )
        self.setLayout(self._layout)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    @property
    def possible(self) -> bool:
        """Whether there is a stage to carry over."""
        return bool(self._stages)

    @Slot()
    def fill(self) -> None:
        """Show what the draft holds: the stages of the file, and those that only the rules name."""
        named = self._draft.value(_STAGES) or {}
        stages = self._draft.stage_names() | {each: each for each in named if each not in self._draft.stage_names()}
        if stages != self._stages:
            self._stages = stages
            self._rebuild()
        for path, field in self.fields.items():
            field.show_value(
                named.get(path.removeprefix(f"{_STAGES}.")) if path.startswith(_STAGES) else self._at(path)
            )
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is wrong; the own weight and the rounding are there once a stage is carried over."""
        carries = self._draft.value(_TABLE) is not None
        for path, field in self.fields.items():
            told = self._draft.problems_at(path) + (self._draft.problems_at(_TABLE) if path == _OWN else [])
            field.tell("; ".join(told))
            if self._grid and path in (_OWN, _ROUNDING):
                self._grid.show_field(field, carries)

    def _at(self, path: str) -> object:
        return self._draft.value(path)

    def _rebuild(self) -> None:
        language = self._draft.language
        self.fields = {
            f"{_STAGES}.{stage}": LineField(
                f"{_STAGES}.{stage}", key_words(_STAGES, language, name=name), figures=True, width=_NUMBER
            )
            for stage, name in self._stages.items()
        }
        self.fields[_OWN] = LineField(_OWN, key_words(_OWN, language), figures=True, width=_NUMBER)
        self.fields[_ROUNDING] = ChoiceField(_ROUNDING, key_words(_ROUNDING, language), self._steps)
        for field in self.fields.values():
            field.edited.connect(self._write)
            field.finished.connect(self._draft.keep)
        if self._grid is not None:
            self._layout.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = FieldGrid(list(self.fields.values()))
        self._layout.addWidget(self._grid)

    @Slot(str, object)
    def _write(self, path: str, value: object) -> None:
        """Write the table as a whole: the id of a stage is no path, and without a stage there is no table."""
        table = dict(self._draft.value(_TABLE) or {})
        stages = dict(table.get("stages", {}))
        if path.startswith(f"{_STAGES}."):
            stages[path.removeprefix(f"{_STAGES}.")] = value
        else:
            table[path.removeprefix(f"{_TABLE}.")] = value
        table["stages"] = {stage: weight for stage, weight in stages.items() if weight != ""}
        kept = {key: each for key, each in table.items() if each != ""}
        self._draft.put(_TABLE, kept if table["stages"] else None)
