"""The grid of marks as a model: what it shows, records, refuses and says."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import MarkState
from jury_desk.services.preparation import freeze_rules, set_rules
from jury_desk.services.scoring import record_sheet_state
from jury_desk.services.settling import SheetPlace, declare_final
from jury_desk.ui.models.scoresheet import COMMENT_ROLE, Asked, ScoresheetModel
from jury_desk.ui.models.sheet_grid import RowKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, BenchMaker, ModelCheck

SAYS = Qt.ItemDataRole.AccessibleTextRole


def model_of(bench: Bench, candidacy: str = "P1") -> ScoresheetModel:
    """The grid of one passage."""
    model = ScoresheetModel(bench.operations, bench.stage)
    model.show_passage(candidacy)
    return model


def texts(model: ScoresheetModel, row: int) -> list[str]:
    """What a row shows."""
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_passage_keeps_to_qts_rules(bench: Bench, check_model: ModelCheck) -> None:
    """Qt's own test of models finds nothing."""
    check_model(model_of(bench))


def test_passage_shows_jurors_means_then_advisers(bench: Bench) -> None:
    """Advisory sheets stand apart, under the means, and count in none."""
    bench.give({("P1", "J1"): ("10", "10", "10"), ("P1", "A1"): ("20", "20", "20")})
    model = model_of(bench)
    assert [row.kind for row in model.rows] == [RowKind.VOTING] * 3 + [RowKind.MEANS, RowKind.ADVISORY]
    assert texts(model, 0) == ["10", "10", "10", "10", "✓"]
    assert texts(model, 3) == ["10,00", "10,00", "10,00", "10", "1/3"]
    assert texts(model, 4) == ["20", "20", "20", "20", "✓"]


def test_juror_shows_passages_in_order(bench: Bench) -> None:
    """By juror the rows are the candidacies."""
    model = ScoresheetModel(bench.operations, bench.stage)
    model.show_juror("J2")
    assert [row.candidacy for row in model.rows] == ["P1", "P2", "P3", "P4"]
    assert model.setData(model.index(1, 0), "8")
    assert bench.value("P2", "J2", "C1") == "8"
    assert texts(model, 1) == ["8", "–", "–", "", "1/3"]


def test_mark_is_recorded_and_its_row_told(bench: Bench, qtbot: QtBot) -> None:
    """A typed mark is on file, and only its candidacy is read again."""
    model = model_of(bench)
    with qtbot.waitSignals([model.dataChanged, model.marks_recorded]):
        assert model.setData(model.index(0, 1), "14,5")
    assert bench.value("P1", "J1", "C2") == "29/2"
    assert model.index(0, 1).data() == "14,5"


Look = tuple[object, ...]
LOOKS = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole),
    *(Qt.ItemDataRole.FontRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.AccessibleTextRole),
    COMMENT_ROLE,
)


def looks(model: ScoresheetModel) -> dict[tuple[int, int], Look]:
    """All that a view shows, or a screen reader says, of every cell."""
    return {
        (row, column): tuple(model.index(row, column).data(role) for role in LOOKS)
        for row, column in product(range(model.rowCount()), range(model.columnCount()))
    }


ACTS: dict[str, Callable[[ScoresheetModel], object]] = {
    "the first mark": lambda model: model.setData(model.index(1, 1), "9"),
    "the last of a sheet": lambda model: model.setData(model.index(2, 2), "9"),
    "another one": lambda model: model.setData(model.index(0, 0), "9"),
    "a state": lambda model: model.set_state(1, MarkState.ABSENT, "grève"),
    "a state of a whole sheet": lambda model: model.set_state(0, MarkState.RECUSED, "cousin"),
    "a comment": lambda model: model.comment_on_mark(model.grid.cell(0, 0), "lu deux fois"),
    "a blank": lambda model: model.clear([model.index(0, 0)]),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_draws_the_cells_that_look_different_and_no_others(bench: Bench, name: str) -> None:
    """A key on two hundred candidacies must not paint the whole grid; nor may it leave a cell as it was."""
    bench.give({("P1", "J1"): ("10", "10", "10"), ("P1", "J3"): ("8", "8", "")})
    model = model_of(bench)
    told: set[tuple[int, int]] = set()
    model.dataChanged.connect(lambda first, last: told.update(_between(first, last)))
    before = looks(model)
    assert ACTS[name](model)
    after = looks(model)
    assert told == {place for place, look in before.items() if look != after[place]}
    assert told


def _between(first: QModelIndex, last: QModelIndex) -> Iterator[tuple[int, int]]:
    return product(range(first.row(), last.row() + 1), range(first.column(), last.column() + 1))


def test_comma_point_and_spaces_are_numbers(bench: Bench) -> None:
    """The keypad's point and the language's comma say the same."""
    model = model_of(bench)
    for text in ("14.5", "14,5", " 14,5 "):
        assert model.setData(model.index(0, 0), text)
        assert bench.value("P1", "J1", "C1") == "29/2"


def test_what_is_no_mark_is_judged_in_words(bench: Bench) -> None:
    """Out of scale, off the step, no number: a sentence each, and nothing recorded."""
    model = model_of(bench)
    for text in ("21", "7,3", "abc"):
        assert model.judge(model.index(0, 0), text)
        assert not model.setData(model.index(0, 0), text)
    assert model.judge(model.index(0, 0), "20") == ""
    assert bench.value("P1", "J1", "C1") == ""


def test_empty_text_is_blank_and_never_zero(bench: Bench) -> None:
    """Clearing takes the mark away; the total waits."""
    bench.give({("P1", "J1"): ("10", "10", "10")})
    model = model_of(bench)
    assert model.setData(model.index(0, 0), "")
    assert bench.mark("P1", "J1", "C1").state is MarkState.BLANK
    assert texts(model, 0) == ["–", "10", "10", "", "2/3"]


def test_recused_sheet_is_locked_and_says_why(bench: Bench) -> None:
    """No mark is taken on it, its state stands across it, and blanking opens it again."""
    model = model_of(bench)
    assert model.set_state(2, MarkState.RECUSED, "supérieure hiérarchique")
    assert "supérieure hiérarchique" in str(model.index(2, 0).data())
    assert not model.index(2, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(2, 1), "5")
    assert "Mme Roux" in model.lock_sentence(model.index(2, 0))
    assert model.clear([model.index(2, 0)])
    assert model.index(2, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert bench.mark("P1", "J3", "C3").state is MarkState.BLANK


def test_grid_is_locked_before_the_freeze(make_bench: BenchMaker) -> None:
    """No mark before frozen rules, and the reason in words."""
    bench = make_bench(frozen=False)
    model = model_of(bench)
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert model.lock_sentence(model.index(0, 0))
    assert not model.setData(model.index(0, 0), "5")


def test_block_is_one_act_and_what_is_no_mark_stays_in_its_cell(bench: Bench, qtbot: QtBot) -> None:
    """The marks of a block are recorded together; 25 stays where it was pasted, struck out, with the reason."""
    model = model_of(bench)
    before = len(bench.file.events())
    with qtbot.waitSignal(model.entries_refused) as told:
        assert model.enter({(0, 0): "5", (0, 1): "6", (1, 2): "25", (1, 0): "7", (1, 1): "x"})
    assert len(bench.file.events()) == before + 1
    assert [bench.value("P1", "J1", "C1"), bench.value("P1", "J2", "C1")] == ["5", "7"]
    assert told.args is not None
    assert told.args[0] == 2
    assert "Équipe" in told.args[1]
    assert "M. Osei" in told.args[1]
    bad = model.index(1, 2)
    assert bad.data() == "25"
    assert bad.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert "25" in bad.data(Qt.ItemDataRole.ToolTipRole)
    assert "20" in bad.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert bench.value("P1", "J2", "C3") == ""
    assert model.setData(bad, "15")
    assert bad.data() == "15"
    assert not bad.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert model.clear([model.index(1, 1)])
    assert model.index(1, 1).data() == "–"


def test_final_sheet_asks_for_a_reason(bench: Bench) -> None:
    """A change is not recorded without it, pasted values say so in their cells, and the same value is no change."""
    bench.give({("P1", "J1"): ("5", "5", "5")})
    declare_final(bench.file, bench.stage, [SheetPlace("P1", "J1")])
    model = model_of(bench)
    cell = model.index(0, 0)
    assert model.index(0, 4).data() == "✓ final"
    assert model.asks(cell, "6") is Asked.REASON
    assert model.asks(cell, "5") is None
    assert not model.setData(cell, "6")
    assert model.setData(cell, "5")
    assert model.enter({(0, 0): "6"})
    assert "motif" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert model.record(cell, "6", reason="misread")
    assert bench.value("P1", "J1", "C1") == "6"
    assert bench.file.events()[-1].kind == "marks_corrected"


def test_comment_that_a_criterion_asks_for_is_asked_for(make_bench: BenchMaker, document: dict[str, Any]) -> None:
    """20 needs one where the rules want one at the ends of the scale; 19 does not."""
    bench = make_bench(rules=False)
    document["criteria"][0]["comment"] = "required_at_ends"
    set_rules(bench.file, bench.stage, rules_from_document(document))
    freeze_rules(bench.file, bench.stage, bench.operations.toolbox.clock)
    model = model_of(bench)
    cell = model.index(0, 0)
    assert model.judge(cell, "20") == ""
    assert model.asks(cell, "20") is Asked.COMMENT
    assert model.asks(cell, "19") is None
    assert not model.setData(cell, "20")
    assert model.record(cell, "20", comment="out of the ordinary")
    assert model.asks(cell, "20") is None
    assert cell.data(COMMENT_ROLE)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "out of the ordinary"


def test_hidden_results_leave_the_marks(bench: Bench) -> None:
    """What others may not see yet is covered: totals and means; the marks being typed are not."""
    bench.give({("P1", each): ("10", "10", "10") for each in ("J1", "J2", "J3")})
    model = model_of(bench)
    model.show_results(shown=False)
    assert texts(model, 0) == ["10", "10", "10", "•••", "✓"]
    assert texts(model, 3) == ["•••", "•••", "•••", "•••", "3/3"]
    model.show_results(shown=True)
    assert texts(model, 3)[3] == "10"


def test_every_cell_says_project_criterion_juror_value_scale(bench: Bench) -> None:
    """What a screen reader says, with the decimal sign of the window."""
    bench.give({("P1", "J1"): ("12.5", "10", "0")})
    record_sheet_state(bench.file, bench.stage, "P1", "J2", MarkState.ABSENT)
    model = model_of(bench)
    assert model.index(0, 0).data(SAYS) == "La belette, Problème, Mme Vasseur, 12,5 out of 20"
    assert model.index(0, 2).data(SAYS) == "La belette, Équipe, Mme Vasseur, 0 out of 20"
    assert model.index(1, 0).data(SAYS) == "La belette, Problème, M. Osei, absent"
    assert model.index(2, 0).data(SAYS) == "La belette, Problème, Mme Roux, not marked out of 20"
    assert model.index(0, 3).data(SAYS).startswith("La belette, Mme Vasseur, Total /20, ")
    assert model.index(3, 0).data(SAYS).startswith("La belette, Mean, Problème, ")
    header = model.headerData(0, Qt.Orientation.Horizontal, SAYS)
    assert header == "Problème, 50\u00a0%"
    assert all(
        model.index(row, column).data(SAYS) for row in range(model.rowCount()) for column in range(model.columnCount())
    )


def test_scale_is_said_as_it_is_in_both_layouts(make_bench: BenchMaker, document: dict[str, Any]) -> None:
    """A deduction goes from below zero to zero: « out of 0 » would say nothing; a yes is out of nothing."""
    document["criteria"] += [
        {"id": "D", "name": "Retard", "weight": "1", "kind": "deduction", "min": "-5", "max": "0"},
        {"id": "Y", "name": "Complet", "weight": "1", "kind": "yes_no"},
    ]
    bench = make_bench(rules=False)
    set_rules(bench.file, bench.stage, rules_from_document(document))
    freeze_rules(bench.file, bench.stage, bench.operations.toolbox.clock)
    bench.give({("P1", "J1"): ("5", "5", "5", "-2", "1")})
    model = model_of(bench)
    said = "La belette, Retard, Mme Vasseur, −2 on a scale from −5 to 0"
    assert model.index(0, 3).data(SAYS) == said
    assert model.index(0, 4).data(SAYS) == "La belette, Complet, Mme Vasseur, yes"
    assert model.index(1, 3).data(SAYS) == "La belette, Retard, M. Osei, not marked on a scale from −5 to 0"
    model.show_juror("J1")
    assert model.index(0, 3).data(SAYS) == said


def test_established_values_stand_in_a_row_of_their_own(make_bench: BenchMaker, document: dict[str, Any]) -> None:
    """What the secretariat establishes is typed once per candidacy, and no juror gives it."""
    bench = make_bench(rules=False)
    criteria = [*document["criteria"][:2], {"id": "N", "name": "Délai", "weight": "1", "source": "secretariat"}]
    set_rules(bench.file, bench.stage, rules_from_document({**document, "criteria": criteria}))
    freeze_rules(bench.file, bench.stage, bench.operations.toolbox.clock)
    model = model_of(bench)
    assert model.rows[0].kind is RowKind.SECRETARIAT
    assert model.is_mark_cell(model.index(0, 2))
    assert not model.is_mark_cell(model.index(0, 0))
    assert not model.is_mark_cell(model.index(1, 2))
    assert model.setData(model.index(0, 2), "6")
    assert bench.value("P1", "", "N") == "6"
