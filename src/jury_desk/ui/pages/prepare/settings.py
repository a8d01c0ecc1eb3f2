"""From marks to places: how totals are made, what separates ties, how many places there are."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jury_desk.ui.pages.prepare.draft import RulesDraft
from jury_desk.ui.pages.prepare.ties import TieChainEditor
from jury_desk.ui.widgets.card import column
from jury_desk.ui.widgets.draft_fields import ChoiceField, DraftField, LineField
from jury_desk.ui.widgets.field_grid import FieldGrid
from jury_desk.ui.widgets.text import Text

_NUMBER = 120


class RulesSettings(QWidget):
    """The fields of the draft beside its criteria."""

    def __init__(self, draft: RulesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.fields: dict[str, DraftField] = {}
        self.chain = TieChainEditor(draft)
        self._grids: list[FieldGrid] = []
        layout = column(gap=24)
        for heading, fields in self._groups():
            grid = FieldGrid(fields)
            self._grids += [grid]
            part = column(gap=8)
            part.addWidget(Text(heading, "emphasis", bold=True))
            if heading == self.tr("Ties"):
                part.addWidget(self.chain)
            part.addWidget(grid)
            layout.addLayout(part)
        self.setLayout(layout)
        draft.loaded.connect(self.fill)
        draft.checked.connect(self.check)

    @Slot()
    def fill(self) -> None:
        """Show what the draft holds."""
        for field in self.fields.values():
            field.show_value(self._draft.value(field.path))
        self.check()

    @Slot()
    def check(self) -> None:
        """Show what is wrong, and only the fields that the choices call for."""
        for field in self.fields.values():
            field.tell("; ".join(self._draft.problems_at(field.path)))
        across = self._draft.value("aggregation.across_jurors") or "mean"
        result = self._draft.value("aggregation.result") or "out_of"
        for path, called_for in (
            ("aggregation.trim_low", across == "trimmed_mean"),
            ("aggregation.trim_high", across == "trimmed_mean"),
            ("aggregation.limit", across == "corrected_mean"),
            ("aggregation.out_of", result == "out_of"),
        ):
            self._grids[0].show_field(self.fields[path], called_for)
        whole = self._draft.problems_at("aggregation")
        if whole:
            at_fault = "aggregation.limit" if across == "corrected_mean" else "aggregation.out_of"
            self.fields[at_fault].tell("; ".join(whole))

    def _groups(self) -> list[tuple[str, list[DraftField]]]:
        return [
            (self.tr("From marks to a result"), self._result_fields()),
            (self.tr("Ties"), self._tie_fields()),
            (self.tr("Places and quorum"), self._place_fields()),
        ]

    def _result_fields(self) -> list[DraftField]:
        return [
            self._choice(
                "aggregation.order",
                self.tr("Order"),
                [
                    ("sheets_first", self.tr("Each juror’s total first")),
                    ("criteria_first", self.tr("Each criterion across jurors first")),
                ],
            ),
            self._choice(
                "aggregation.across_jurors",
                self.tr("Across the jurors"),
                [
                    ("mean", self.tr("Mean")),
                    ("median", self.tr("Median")),
                    ("trimmed_mean", self.tr("Mean without the extremes")),
                    ("corrected_mean", self.tr("Corrected mean")),
                    ("sum", self.tr("Sum")),
                    ("rank_sum", self.tr("Sum of the ranks")),
                ],
            ),
            self._number("aggregation.trim_low", self.tr("Lowest left out")),
            self._number("aggregation.trim_high", self.tr("Highest left out")),
            self._number("aggregation.limit", self.tr("Furthest from the mean")),
            self._choice(
                "aggregation.missing_criterion",
                self.tr("A sheet with a criterion missing"),
                [
                    ("incomplete", self.tr("Does not count")),
                    ("redistribute", self.tr("Counts, the other weights scale up")),
                ],
            ),
            self._choice(
                "aggregation.result",
                self.tr("Result expressed as"),
                [
                    ("out_of", self.tr("A total out of…")),
                    ("mean", self.tr("The weighted mean of the marks")),
                    ("points", self.tr("Points, added up")),
                ],
            ),
            self._number("aggregation.out_of", self.tr("Out of")),
            self._choice(
                "rounding.result",
                self.tr("Rounding of the result"),
                [
                    ("", self.tr("None: places on the exact value")),
                    ("0.001", self.tr("To the thousandth")),
                    ("0.01", self.tr("To the hundredth")),
                    ("0.1", self.tr("To the tenth")),
                    ("1", self.tr("To the unit")),
                ],
            ),
            self._number("aggregation.minimum_sheets", self.tr("Sheets needed for a place")),
            self._number("aggregation.eliminatory", self.tr("Knock-out on the result")),
        ]

    def _tie_fields(self) -> list[DraftField]:
        return [
            self._choice(
                "ties.unresolved",
                self.tr("A tie that nothing separates"),
                [("shared", self.tr("The place is shared")), ("vote", self.tr("The jury votes"))],
            ),
            self._choice(
                "ties.numbering",
                self.tr("After a shared place"),
                [("competition", "1, 2, 2, 4"), ("dense", "1, 2, 2, 3")],
            ),
        ]

    def _place_fields(self) -> list[DraftField]:
        return [
            self._number("selection.places", self.tr("Places")),
            self._number("selection.reserve", self.tr("Reserve list")),
            self._choice(
                "selection.tie_at_cut",
                self.tr("A tie across the line"),
                [("block", self.tr("Stops: the jury decides")), ("include", self.tr("Lets all the tied through"))],
            ),
            self._number("panel.quorum", self.tr("Quorum")),
        ]

    def _choice(self, path: str, name: str, choices: list[tuple[str, str]]) -> DraftField:
        return self._bound(ChoiceField(path, name, choices))

    def _number(self, path: str, name: str) -> DraftField:
        return self._bound(LineField(path, name, figures=True, width=_NUMBER))

    def _bound(self, field: DraftField) -> DraftField:
        field.edited.connect(self._draft.put)
        field.finished.connect(self._draft.keep)
        self.fields[field.path] = field
        return field
