"""Any sequence of typing, pasting, clearing, declaring, correcting, undoing and redoing gives what a plain table would.

The grid runs on a real file. Beside it stands a dictionary that is changed as the chair means it; after every step both
must say the same, the journal must never be shorter than before, and what is declared final must change by corrections
alone.
"""

from __future__ import annotations

import shutil
import tempfile
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QSettings

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.journal import replay
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services import files, preparation
from jury_desk.services.scoring import sheet_of
from jury_desk.services.settling import SheetPlace, declare_final, ready_to_settle
from jury_desk.ui.messages import Messages
from jury_desk.ui.models.scoresheet import Asked, ScoresheetModel
from jury_desk.ui.operations import Operations
from jury_desk.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QApplication

STAGE = "hackathon"
SCALE = Scale(Fraction(0), Fraction(10), Fraction(1, 2))
ROWS, COLUMNS = 2, 3
TEXTS = ["", "0", "7", "7,5", "7.5", "10", "11", "7,3", "-1", "abc", "20/2"]
VALUES = {text: Fraction(text.replace(",", ".")) for text in ("0", "7", "7,5", "7.5", "10", "20/2")}
Table = dict[tuple[int, int], Fraction]
State = tuple[Table, frozenset[int]]

texts = st.sampled_from(TEXTS)
rows, columns = st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1)


class Grid(RuleBasedStateMachine):
    """The grid of one passage and, beside it, what a plain table would hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        toolbox = make_toolbox(actor="test", safety=self.folder / "safety")
        self.file = files.new_edition(toolbox, self.folder / "edition.jury", Edition("Édition"))
        kept = Settings(QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat))
        self.operations = Operations(self.file, toolbox, Messages("fr"), settings=kept)
        self.model = ScoresheetModel(self.operations, STAGE)
        self.seen: dict[tuple[int, int], object] = {}
        self.model.modelReset.connect(self._look_everywhere)
        self.model.dataChanged.connect(self._look)
        self.table: Table = {}
        self.final: frozenset[int] = frozenset()
        self.done: list[State] = []
        self.undone: list[State] = []
        self.events = 0

    @initialize()
    def prepare(self) -> None:
        """One candidacy, two jurors, three criteria under frozen rules."""
        with self.file.unit() as unit:
            unit.put(Candidacy("P1", "La belette"))
            unit.commit("candidacies_imported")
        preparation.set_entries(self.file, STAGE, ["P1"])
        for number in range(1, ROWS + 1):
            preparation.add_juror(self.file, Juror(f"J{number}", f"Juror {number}"), seat=Member(STAGE, "", 0))
        criteria = tuple(Criterion(f"C{at}", f"Criterion {at}", Fraction(1), SCALE) for at in range(COLUMNS))
        preparation.set_rules(self.file, STAGE, Rules("Rules", "1", "fr", SCALE, criteria))
        preparation.freeze_rules(self.file, STAGE, self.operations.toolbox.clock)
        self.model.show_passage("P1")
        self.events = len(self.file.events())

    # What the chair does

    @rule(row=rows, column=columns, text=texts)
    def type(self, row: int, column: int, text: str) -> None:
        """A text typed into a cell and ended with Enter."""
        taken = self.model.setData(self.model.index(row, column), text)
        usable = text == "" or text in VALUES
        new = VALUES.get(text)
        locked = row in self.final and new != self.table.get((row, column))
        assert taken is (usable and not locked)
        if taken:
            self._put({(row, column): new})

    @rule(row=rows, column=columns, text=texts)
    def correct(self, row: int, column: int, text: str) -> None:
        """A change of a final sheet, with its reason."""
        index = self.model.index(row, column)
        if self.model.asks(index, text) is Asked.REASON:
            assert row in self.final
            assert self.model.record(index, text, reason="misread")
            assert self.file.events()[-1].reason == "misread"
            self._put({(row, column): VALUES.get(text)})

    @rule(row=rows, column=columns, block=st.lists(st.lists(texts, min_size=1, max_size=3), min_size=1, max_size=2))
    def paste(self, row: int, column: int, block: list[list[str]]) -> None:
        """A block: what fits is taken as one act, what is no mark stays out."""
        cells = {
            (row + down, column + right): text
            for down, line in enumerate(block)
            for right, text in enumerate(line)
            if row + down < ROWS and column + right < COLUMNS
        }
        self.model.enter(cells)
        taken = {
            place: VALUES.get(text)
            for place, text in cells.items()
            if (text == "" or text in VALUES)
            and (place[0] not in self.final or VALUES.get(text) == self.table.get(place))
        }
        self._put(taken)

    @rule(row=rows, column=columns)
    def clear(self, row: int, column: int) -> None:
        """Delete."""
        if row not in self.final:
            assert self.model.clear([self.model.index(row, column)])
            self._put({(row, column): None})

    @rule(row=rows)
    def settle(self, row: int) -> None:
        """A complete sheet is declared final."""
        place = SheetPlace("P1", f"J{row + 1}")
        if place in ready_to_settle(self.file.records, STAGE):
            self.operations.run(lambda: declare_final(self.file, STAGE, [place]))
            self.model.refresh_candidacies(["P1"])
            self._keep(self.table, self.final | {row})

    @rule()
    def undo(self) -> None:
        """Ctrl+Z, as far back as the preparation."""
        if self.done:
            self.undone.append((self.table, self.final))
            self.table, self.final = self.done.pop()
            assert self.operations.undo() is not None
            self.model.refresh_candidacies(["P1"])

    @rule()
    def redo(self) -> None:
        """Ctrl+Y."""
        if self.undone:
            self.done.append((self.table, self.final))
            self.table, self.final = self.undone.pop()
            assert self.operations.redo() is not None
            self.model.refresh_candidacies(["P1"])

    # What must hold

    @invariant()
    def grid_shows_the_table(self) -> None:
        """Every cell, to the value; blank is never zero."""
        for row in range(self.model.rowCount() and ROWS):
            for column in range(COLUMNS):
                found = self.model.grid.mark(row, column).value
                assert found == self.table.get((row, column))

    @invariant()
    def screen_shows_the_grid(self) -> None:
        """What was told to have changed is all that has: marks, totals, means, how far each sheet is."""
        shown = {place: self.model.index(*place).data() for place in self._everywhere()}
        assert self.seen == shown

    @invariant()
    def file_holds_the_table(self) -> None:
        """Its records, and those that its journal gives when it is replayed."""
        found = {each.key[2:]: each.mark.value for each in self.file.records.within(RecordedMark, STAGE)}
        assert found == {(f"J{row + 1}", f"C{column}"): value for (row, column), value in self.table.items()}
        assert replay(self.file.events()) == self.file.records
        settled = {row for row in range(ROWS) if sheet_of(self.file.records, STAGE, "P1", f"J{row + 1}").settled}
        assert settled == self.final

    @invariant()
    def journal_never_shrinks(self) -> None:
        """Undoing adds an event like everything else."""
        assert len(self.file.events()) >= self.events
        self.events = len(self.file.events())

    def teardown(self) -> None:
        """Let the file go."""
        self.file.close()
        shutil.rmtree(self.folder)

    def _everywhere(self) -> Iterator[tuple[int, int]]:
        return product(range(self.model.rowCount()), range(self.model.columnCount()))

    def _look_everywhere(self) -> None:
        """A grid that is shown anew is read whole."""
        self.seen = {place: self.model.index(*place).data() for place in self._everywhere()}

    def _look(self, first: QModelIndex, last: QModelIndex) -> None:
        """What a view does: read again what is told to have changed, and nothing else."""
        for place in product(range(first.row(), last.row() + 1), range(first.column(), last.column() + 1)):
            self.seen[place] = self.model.index(*place).data()

    def _put(self, marks: dict[tuple[int, int], Fraction | None]) -> None:
        table = dict(self.table)
        for place, value in marks.items():
            if value is None:
                table.pop(place, None)
            else:
                table[place] = value
        if table != self.table:
            self._keep(table, self.final)

    def _keep(self, table: Table, final: frozenset[int]) -> None:
        """An act: what was before can come back, what was undone cannot any more."""
        self.done.append((self.table, self.final))
        self.undone.clear()
        self.table, self.final = table, final


@pytest.mark.slow
def test_grid_equals_a_plain_table_after_any_sequence(qapp: QApplication) -> None:
    """Hypothesis looks for a sequence after which it does not."""
    del qapp
    run_state_machine_as_test(
        Grid,
        settings=settings(
            max_examples=60,
            stateful_step_count=30,
            deadline=None,
            # Each step is on disk: making a failing sequence shorter would take longer than a test may.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
