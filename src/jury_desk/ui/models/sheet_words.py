"""The words of the grid of marks: what a cell shows, what a screen reader says of it, why it is locked."""

from PySide6.QtCore import QObject

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.exact import exact_sum, exact_text
from jury_desk.domain.jury import Juror, Role
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Across, CriterionKind
from jury_desk.domain.scoring import MarkState, SheetState
from jury_desk.ui.models.figures import number, percent
from jury_desk.ui.models.sheet_grid import RowKind, SheetGrid

_SHORT = 4
"""Letters of a criterion's code that fit over a narrow column."""


class SheetWords(QObject):
    """Words one grid.

    Args:
        grid: what is worded.
        records: where names come from.
        parent: as Qt has it.
    """

    def __init__(self, grid: SheetGrid, records: Records, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._records = records
        self.results_hidden = False

    # Headers

    def row_title(self, row: int) -> str:
        """What stands before a row."""
        sheet = self._grid.rows[row]
        if sheet.kind is RowKind.MEANS:
            return self._across_word()
        if sheet.kind is RowKind.SECRETARIAT:
            return self.tr("Secretariat")
        if sheet.position:
            return f"{sheet.position}   {sheet.name}"
        if sheet.kind is RowKind.ADVISORY:
            return self.tr("{juror} · advisory").format(juror=sheet.name)
        return self.tr("{juror} · chair").format(juror=sheet.name) if sheet.role is Role.CHAIR else sheet.name

    def column_title(self, column: int) -> str:
        """What stands over a column."""
        criteria, rules = self._grid.criteria, self._grid.rules
        if column < len(criteria):
            return criteria[column].name
        if column > len(criteria) or rules is None:
            return self.tr("Sheet")
        if rules.aggregation.result != "out_of":
            return self.tr("Total")
        return self.tr("Total /{scale}").format(scale=number(exact_text(rules.aggregation.out_of)))

    def short_title(self, column: int) -> str:
        """The same in a few letters: the code of a criterion, or its number where that is no shorter."""
        criteria = self._grid.criteria
        if column >= len(criteria):
            return self.tr("Total") if column == len(criteria) else self.tr("Sheet")
        code = criteria[column].id
        return code if len(code) <= _SHORT else self.tr("no. {number}").format(number=column + 1)

    def share(self, column: int) -> str:
        """The part of a criterion in all the weights."""
        criterion = self._grid.criteria[column]
        whole = exact_sum(each.weight for each in self._grid.criteria if each.mandatory)
        if not criterion.mandatory or not whole:
            return self.tr("beside the weights")
        return percent(float(criterion.weight / whole))

    # Cells

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        grid = self._grid
        if column > len(grid.criteria):
            return self.sheet_text(row)
        if column == len(grid.criteria):
            return self._result(grid.total(row))
        if grid.rows[row].kind is RowKind.MEANS:
            return self._result(grid.mean(column))
        if not grid.is_mark(row, column):
            return ""
        if grid.is_out(row) and column == grid.mark_columns(row)[0]:
            return self.out_sentence(row)
        return self._mark_text(row, column)

    def out_sentence(self, row: int) -> str:
        """What stands across a sheet that owes nothing: the state, and why."""
        word, reason = self.state_word(self._grid.state(row)), self._grid.reason(row)
        return f"{word} · {reason}" if reason else word

    def sheet_text(self, row: int) -> str:
        """How far a sheet is, in a sign or two; on the row of the means, how many sheets count."""
        kind = self._grid.rows[row].kind
        if kind is RowKind.MEANS:
            counted, expected = self._grid.counted(row)
            return f"{counted}/{expected}" if expected else ""
        if kind is RowKind.SECRETARIAT:
            return ""
        settled = self._settled_sign(self._grid.sheet(row).state)
        if self._grid.is_out(row):
            # The tick alone: both words have no room in the column.
            return f"{self._sign(self._grid.state(row))} {settled.partition(' ')[0]}".strip()
        given, owed = self._grid.given(row)
        return (settled or "✓") if given == owed else f"{given}/{owed}"

    def sheet_words(self, row: int) -> str:
        """The same, for who cannot see the sign."""
        kind, state = self._grid.rows[row].kind, self._grid.sheet(row).state
        if kind is RowKind.MEANS:
            counted, expected = self._grid.counted(row)
            return self.tr("{counted} sheets of {expected} count").format(counted=counted, expected=expected)
        told = {
            SheetState.FINAL: self.tr("declared final"),
            SheetState.VERIFIED: self.tr("typed twice, declared final"),
        }
        given, owed = self._grid.given(row)
        parts = [self.state_word(self._grid.state(row)) or f"{given}/{owed}", told.get(state, "")]
        return ", ".join(filter(None, parts))

    def spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell: project, criterion, juror, value, scale."""
        grid = self._grid
        if column >= len(grid.criteria):
            shown = self.sheet_words(row) if column > len(grid.criteria) else self.text(row, column)
            return ", ".join((self._sheet_name(row), self.column_title(column), shown or self.tr("none yet")))
        if not grid.is_mark(row, column):
            shown = self.text(row, column) or self.tr("nothing to enter")
            return ", ".join((self._sheet_name(row), grid.criteria[column].name, shown))
        mark = grid.mark(row, column)
        if state := self.state_word(mark.state):
            return f"{self.cell_name(row, column)}, {state}"
        shown = self.tr("not marked") if mark.value is None else self._mark_text(row, column)
        return f"{self.cell_name(row, column)}, {self.on_scale(shown, column)}"

    def _sheet_name(self, row: int) -> str:
        return f"{self.title(self._grid.rows[row].candidacy)}, {self.who(row)}"

    def on_scale(self, shown: str, column: int) -> str:
        """What a cell holds, and out of what: a scale that does not begin at zero needs both its ends."""
        criterion = self._grid.criteria[column]
        if criterion.kind is CriterionKind.YES_NO:
            return shown
        low, high = (number(exact_text(each)) for each in (criterion.scale.minimum, criterion.scale.maximum))
        if criterion.scale.minimum == 0:
            return self.tr("{mark} out of {maximum}").format(mark=shown, maximum=high)
        return self.tr("{mark} on a scale from {low} to {high}").format(mark=shown, low=low, high=high)

    def remark(self, row: int, column: int) -> str:
        """What there is to know beside the content of a cell: what somebody wrote about it, how far the sheet is."""
        grid = self._grid
        if column > len(grid.criteria):
            comment = grid.sheet(row).comment if grid.rows[row].kind is not RowKind.MEANS else ""
            return "\n".join(filter(None, (self.sheet_words(row), comment)))
        if column == len(grid.criteria) and grid.rows[row].kind is RowKind.MEANS:
            return self.sheet_words(row)
        return grid.mark(row, column).comment if grid.is_mark(row, column) else ""

    def refusal(self, text: str, sentence: str) -> str:
        """Why what was pasted into a cell is not in the file."""
        return self.tr("Not taken: « {text} ». {sentence}").format(text=text, sentence=sentence)

    def cell_name(self, row: int, column: int) -> str:
        """Which cell it is."""
        return f"{self.title(self._grid.rows[row].candidacy)}, {self._grid.criteria[column].name}, {self.who(row)}"

    def title(self, candidacy: str) -> str:
        """The title of a candidacy."""
        return self._records.need(Candidacy, candidacy).title

    def lock_sentence(self, row: int) -> str:
        """Why nothing can be typed in the cells of a row; empty when something can."""
        if not self._grid.frozen:
            return self.tr("The rules are not frozen yet: no mark before they are.")
        if not self._grid.is_out(row):
            return ""
        told = self.tr("{juror} is out of this sheet ({state}). Delete takes that back.")
        return told.format(juror=self.who(row), state=self.state_word(self._grid.state(row)))

    def state_word(self, state: MarkState) -> str:
        """A state in which a sheet owes nothing, in a word; nothing for the others."""
        words = {
            MarkState.RECUSED: self.tr("recused"),
            MarkState.ABSENT: self.tr("absent"),
            MarkState.ABSTAINED: self.tr("abstained"),
        }
        return words.get(state, "")

    def _across_word(self) -> str:
        across = self._grid.rules.aggregation.across_jurors if self._grid.rules else Across.MEAN
        return {Across.SUM: self.tr("Sum"), Across.MEDIAN: self.tr("Median")}.get(across, self.tr("Mean"))

    def who(self, row: int) -> str:
        """Whose sheet it is."""
        juror = self._records.get(Juror, self._grid.rows[row].juror)
        return juror.name if juror else self.row_title(row)

    def _result(self, decimal: str) -> str:
        return "•••" if self.results_hidden and decimal else number(decimal)

    def _settled_sign(self, state: SheetState) -> str:
        signs = {
            SheetState.FINAL: self.tr("✓ final", "sheet declared final, abbreviated"),
            SheetState.VERIFIED: self.tr("✓✓ final", "sheet typed twice and declared final, abbreviated"),
        }
        return signs.get(state, "")

    def _sign(self, state: MarkState) -> str:
        signs = {
            MarkState.RECUSED: self.tr("rec.", "recused, abbreviated"),
            MarkState.ABSENT: self.tr("abs.", "absent, abbreviated"),
            MarkState.ABSTAINED: self.tr("abst.", "abstained, abbreviated"),
        }
        return signs.get(state, "–")

    def _mark_text(self, row: int, column: int) -> str:
        mark = self._grid.mark(row, column)
        if mark.value is None:
            return self._sign(mark.state)
        if self._grid.criteria[column].kind is CriterionKind.YES_NO:
            return self.tr("yes") if mark.value else self.tr("no")
        return number(exact_text(mark.value))
