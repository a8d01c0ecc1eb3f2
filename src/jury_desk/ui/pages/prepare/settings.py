"""From marks to places, and how the jury sits: every key of the rules beside its criteria, in the order of the work."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import Order, ResultForm
from jury_desk.services.rules_words import choices, key_words
from jury_desk.ui.pages.prepare.carry_over import CarryOverEditor
from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.ties import TieChainEditor
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.draft_fields import ChoiceField, DraftField, FlagField, LineField, ThresholdField
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.text import Text

_NUMBER = 120
_STEPS = ("mean", "corrected", "criterion", "product", "sheet", "result")


class RulesSettings(QWidget):
    """The fields of the draft beside its criteria."""

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.fields: dict[str, DraftField] = {}
        self._grids: dict[str, FieldGrid] = {}
        self.chain = TieChainEditor(draft)
        self.carry_over = CarryOverEditor(draft, self.rounding_choices())
        self._layout = column(gap=24)
        self._add_part(self.tr("From marks to a result"), self._result_fields())
        self._add_part(self.tr("Rounding"), self._rounding_fields())
        self._earlier = self._add_part(self.tr("Earlier stages"), [], self.carry_over)
        self._add_part(self.tr("Ties"), self._tie_fields(), self.chain)
        self._add_part(self.tr("Places"), self._place_fields())
        self._add_part(self.tr("How the jury sits"), self._panel_fields())
        self.setLayout(self._layout)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    def _add_part(self, heading: str, fields: list[DraftField], editor: QWidget | None = None) -> QWidget:
        part = QWidget()
        layout = column(gap=8)
        layout.addWidget(Text(heading, "emphasis", bold=True))
        if editor is not None:
            layout.addWidget(editor)
        if fields:
            grid = FieldGrid(fields)
            self._grids |= {field.path: grid for field in fields}
            layout.addWidget(grid)
        part.setLayout(layout)
        self._layout.addWidget(part)
        return part

    @Slot()
    def fill(self) -> None:
        """Show what the draft holds."""
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))
        self._earlier.setVisible(self.carry_over.possible)
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is wrong, and only the fields that the choices call for."""
        for field in self.fields.values():
            field.tell("; ".join(self._draft.problems_at(field.path)))
        for path, called_for in self._called_for().items():
            written = self._draft.value(path) is not None and path.startswith("rounding.")
            self._grids[path].show_field(self.fields[path], called_for or written)

    def _called_for(self) -> dict[str, bool]:
        """The fields that do something under some rules only, and whether these are such rules."""
        across = {self._draft.value("aggregation.across_jurors") or Across.MEAN}
        across |= {each.get("across_jurors") for each in self._draft.document.get("criteria", ())}
        trims, corrects = Across.TRIMMED_MEAN in across, Across.CORRECTED_MEAN in across
        by_criteria = self._draft.value("aggregation.order") == Order.CRITERIA_FIRST
        out_of = (self._draft.value("aggregation.result") or ResultForm.OUT_OF) == ResultForm.OUT_OF
        selects = self._draft.value("selection.places") is not None
        return {
            "aggregation.trim_low": trims,
            "aggregation.trim_high": trims,
            "aggregation.limit": corrects,
            "aggregation.out_of": out_of,
            "aggregation.allow_unequal_panels": bool(across & {Across.SUM, Across.RANK_SUM}),
            "rounding.mean": corrects,
            "rounding.corrected": corrects,
            "rounding.criterion": by_criteria,
            "rounding.product": by_criteria,
            "rounding.sheet": not by_criteria,
            "selection.reserve": selects,
            "selection.tie_at_cut": selects,
        }

    # The fields

    def _result_fields(self) -> list[DraftField]:
        return [
            self._choice("aggregation.order", ("sheets_first", "criteria_first")),
            self._choice("aggregation.across_jurors"),
            self._number("aggregation.trim_low"),
            self._number("aggregation.trim_high"),
            self._number("aggregation.limit"),
            self._flag("aggregation.allow_unequal_panels", self.tr("also when not the same jurors marked")),
            self._choice("aggregation.missing_criterion"),
            self._choice("aggregation.result"),
            self._number("aggregation.out_of"),
            self._number("aggregation.minimum_sheets"),
            self._threshold("aggregation.eliminatory"),
        ]

    def _rounding_fields(self) -> list[DraftField]:
        fields = []
        for step in _STEPS:
            path = f"rounding.{step}"
            name = key_words(path, self._draft.language)
            fields.append(self._bound(ChoiceField(path, name, self.rounding_choices(last=step == "result"))))
        return fields

    def _tie_fields(self) -> list[DraftField]:
        return [self._choice("ties.unresolved"), self._choice("ties.numbering")]

    def _place_fields(self) -> list[DraftField]:
        return [
            self._number("selection.places"),
            self._number("selection.reserve"),
            self._choice("selection.tie_at_cut"),
        ]

    def _panel_fields(self) -> list[DraftField]:
        path = "panel.vote_mode"
        modes = [("", self.tr("not said")), *choices(path, self._draft.language)]
        return [
            self._number("panel.quorum"),
            self._flag("panel.recused_in_quorum", self.tr("who is recused on a passage still counts")),
            self._choice("panel.recusal_scope"),
            self._choice("panel.absence_scope"),
            self._bound(ChoiceField(path, key_words(path, self._draft.language), modes)),
            self._flag("panel.presence_required", self.tr("who was not there does not mark")),
            self._flag("panel.casting_vote", self.tr("of who presides, when votes are equal")),
        ]

    def rounding_choices(self, *, last: bool = True) -> list[tuple[str, str]]:
        """The usual steps; none, for the ``last`` one, means that places are taken on the exact value."""
        return [
            ("", self.tr("none: places on the exact value") if last else self.tr("none")),
            ("0.001", self.tr("to the thousandth")),
            ("0.01", self.tr("to the hundredth")),
            ("0.1", self.tr("to the tenth")),
            ("0.25", self.tr("to the quarter")),
            ("0.5", self.tr("to the half")),
            ("1", self.tr("to the unit")),
        ]

    def _choice(self, path: str, among: tuple[str, ...] = ()) -> DraftField:
        found = [(value, text) for value, text in choices(path, self._draft.language) if not among or value in among]
        return self._bound(ChoiceField(path, key_words(path, self._draft.language), found))

    def _number(self, path: str) -> DraftField:
        return self._bound(LineField(path, key_words(path, self._draft.language), figures=True, width=_NUMBER))

    def _flag(self, path: str, sentence: str) -> DraftField:
        return self._bound(FlagField(path, key_words(path, self._draft.language), sentence))

    def _threshold(self, path: str) -> DraftField:
        return self._bound(ThresholdField(path, key_words(path, self._draft.language), self.tr("none")))

    def _bound(self, field: DraftField) -> DraftField:
        field.edited.connect(self._draft.put)
        field.finished.connect(self._draft.keep)
        self.fields[field.path] = field
        return field
