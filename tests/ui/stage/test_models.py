"""The other models of a stage: standings, completeness, jury, passages, documents, by Qt's test and their signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from jury_desk.domain.jury import Presence, Role, Voice
from jury_desk.domain.scoring import MarkState
from jury_desk.services.deliberation import standings_of
from jury_desk.services.preparation import panel
from jury_desk.services.scoring import passage_counts, record_sheet_state
from jury_desk.ui.models import scoresheet
from jury_desk.ui.models.clipboard import block_text, parse_block
from jury_desk.ui.models.completeness import NOTE_ROLE, SHARE_ROLE, CompletenessModel, ProgressModel
from jury_desk.ui.models.documents import DocumentLine, DocumentsModel, DocumentState
from jury_desk.ui.models.figures import number, ordinal, percent
from jury_desk.ui.models.jury import CHOICES_ROLE, DECLARED, FUNCTION, NAME, PRESENCE, ROLE, VOICE, JuryModel
from jury_desk.ui.models.passages import TITLE, PassagesModel
from jury_desk.ui.models.scoresheet import ScoresheetModel
from jury_desk.ui.models.standings import StandingsModel
from jury_desk.ui.widgets import progress_list, score_delegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, BenchMaker, ModelCheck

SAYS = Qt.ItemDataRole.AccessibleTextRole
FULL = {
    (candidacy, juror): (mark,) * 3
    for candidacy, mark in (("P1", "16"), ("P2", "14"), ("P3", "12"), ("P4", "3"))
    for juror in ("J1", "J2", "J3")
}


def ranking_of(bench: Bench) -> StandingsModel:
    """The table of the ranking."""
    model = StandingsModel()
    titles = {f"P{number}": f"Project {number}" for number in range(1, 5)}
    model.show_standings(standings_of(bench.file.records, bench.stage), titles, {})
    return model


def column_texts(model: StandingsModel, column: int) -> list[str]:
    """What a column shows."""
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_ranking_draws_the_line_after_the_last_place(bench: Bench, check_model: ModelCheck) -> None:
    """Two places: the line stands between the second and the third, and cannot be stood on."""
    bench.give(FULL)
    model = ranking_of(bench)
    check_model(model)
    assert column_texts(model, 0)[:2] == ["1", "2"]
    assert model.line_row == 2
    assert model.flags(model.index(2, 0)) == Qt.ItemFlag.NoItemFlags
    assert column_texts(model, 0)[3:] == ["3", "–"]


def test_ranking_says_result_and_proposal_in_words(bench: Bench) -> None:
    """A sign and a word for each side of the line, and for who has no place."""
    bench.give(FULL)
    model = ranking_of(bench)
    proposals = column_texts(model, model.tick_column - 1)
    assert proposals[0] == "✓  Selected"
    assert proposals[3] == "○  Reserve 1"
    assert proposals[4] == "✗  Eliminated"
    assert model.index(0, 2).data() == "16"
    assert model.index(0, 2).data(SAYS) == "16 out of 20"


def test_ranking_follows_in_place(bench: Bench, qtbot: QtBot) -> None:
    """As many rows as before are replaced where they stand, so that the cursor stays."""
    bench.give(FULL)
    model = ranking_of(bench)
    bench.give({("P2", "J1"): ("20", "20", "20"), ("P2", "J2"): ("20", "20", "20")})
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        titles = {f"P{number}": f"Project {number}" for number in range(1, 5)}
        model.show_standings(standings_of(bench.file.records, bench.stage), titles, {})
    assert model.index(0, 1).data() == "Project 2"


def test_squares_bear_a_sign_each(bench: Bench, check_model: ModelCheck) -> None:
    """Complete, begun, none, recused, absent, abstained: six signs, each told in words."""
    bench.give({("P1", "J1"): ("1", "2", "3"), ("P2", "J1"): ("1", "", "")})
    for candidacy, state in (("P2", MarkState.RECUSED), ("P3", MarkState.ABSENT), ("P4", MarkState.ABSTAINED)):
        record_sheet_state(bench.file, bench.stage, candidacy, "J2", state)
    model = CompletenessModel()
    model.set_passages(bench.file.records, passage_counts(bench.file.records, bench.stage))
    check_model(model)
    signs = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert signs == [["✓", "1", "–", "–"], ["–", "R", "A", "X"]]
    assert model.index(0, 1).data(SAYS) == "Mme Vasseur, Guichet clair, 1 of 3 marks"
    assert model.index(1, 1).data(SAYS) == "M. Osei, Guichet clair, recused"


def test_one_mark_changes_one_square(bench: Bench, qtbot: QtBot) -> None:
    """A keystroke draws one square and not the whole strip."""
    model = CompletenessModel()
    model.set_passages(bench.file.records, passage_counts(bench.file.records, bench.stage))
    bench.give({("P2", "J3"): ("1", "", "")})
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, _bottom: told.append((top.row(), top.column())))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_passages(bench.file.records, passage_counts(bench.file.records, bench.stage))
    assert told == [(2, 1)]


def test_roles_of_model_and_list_are_the_same() -> None:
    """Models and widgets do not know each other; the numbers they agree on are held together here."""
    assert (NOTE_ROLE, SHARE_ROLE) == (progress_list.NOTE_ROLE, progress_list.SHARE_ROLE)
    assert scoresheet.COMMENT_ROLE == score_delegate.COMMENT_ROLE


def test_decisions_have_a_column_once_there_are_any(bench: Bench) -> None:
    """Computed proposal and decision of the jury stand side by side, neither in place of the other."""
    bench.give(FULL)
    model = ranking_of(bench)
    former = model.columnCount()
    titles = {f"P{number}": f"Project {number}" for number in range(1, 5)}
    model.show_standings(standings_of(bench.file.records, bench.stage), titles, {"P1": "", "P3": "Selected"})
    assert model.columnCount() == former + 1
    assert column_texts(model, model.tick_column - 1)[model.row_of("P3")] == "Selected"
    assert column_texts(model, model.tick_column - 2)[model.row_of("P3")] == "○  Reserve 1"


def test_progress_counts_sheets(bench: Bench, check_model: ModelCheck) -> None:
    """The bar says how much of what is owed is there."""
    bench.give({("P1", "J1"): ("1", "2", "3"), ("P1", "J2"): ("1", "2", "")})
    model = ProgressModel()
    model.show_passages(bench.file.records, passage_counts(bench.file.records, bench.stage))
    check_model(model)
    assert model.index(0).data(NOTE_ROLE) == "1/3"
    assert model.index(0).data(SHARE_ROLE) == 5 / 9
    assert model.index(1).data(SHARE_ROLE) == 0
    assert model.index(0).data(SAYS) == "1   La belette, 1 of 3 sheets complete"


def test_jury_is_edited_in_its_table(bench: Bench, check_model: ModelCheck) -> None:
    """Every column writes to the file; a coach comes with an advisory voice."""
    model = JuryModel(bench.operations, bench.stage)
    check_model(model)
    assert model.setData(model.index(1, FUNCTION), "Direction du numérique")
    assert model.setData(model.index(1, ROLE), Role.COACH.value)
    assert model.setData(model.index(2, PRESENCE), Presence.REMOTE.value)
    assert model.setData(model.index(2, DECLARED), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    seats = panel(bench.file.records, bench.stage)
    assert seats[1][1].function == "Direction du numérique"
    assert (seats[1][0].role, seats[1][0].voice) == (Role.COACH, Voice.ADVISORY)
    assert (seats[2][0].presence, seats[2][0].declared) == (Presence.REMOTE, True)
    assert model.index(2, DECLARED).data() == "received"
    assert [value for value, _ in model.index(0, VOICE).data(CHOICES_ROLE)] == ["voting", "advisory", "none"]


def test_last_row_takes_a_new_member(make_bench: BenchMaker, qtbot: QtBot) -> None:
    """A name typed there seats a member, the first one as chair."""
    bench = make_bench(jury=False)
    model = JuryModel(bench.operations, bench.stage)
    with qtbot.waitSignal(model.modelReset):
        assert model.setData(model.index(0, NAME), "Mme Vasseur")
    assert model.setData(model.index(1, NAME), "M. Osei")
    assert not model.setData(model.index(2, NAME), "  ")
    seats = panel(bench.file.records, bench.stage)
    assert [(juror.name, member.role) for member, juror in seats] == [
        ("Mme Vasseur", Role.CHAIR),
        ("M. Osei", Role.MEMBER),
    ]


def test_member_with_marks_stays(bench: Bench) -> None:
    """Taking out a juror who has marked is refused in words."""
    bench.give({("P1", "J1"): ("1", "2", "3")})
    model = JuryModel(bench.operations, bench.stage)
    assert not model.remove(0)
    assert "Mme Vasseur" in bench.errors[0]
    assert model.remove(1)
    assert len(model.seats) == 3


def test_passages_move_by_rows(bench: Bench, check_model: ModelCheck, qtbot: QtBot) -> None:
    """Up, down and past the ends; the order is on file, as one act each."""
    model = PassagesModel(bench.operations, bench.stage)
    check_model(model)
    with qtbot.waitSignal(model.rowsMoved):
        assert model.move(0, 2) == 2
    assert model.ids == ["P2", "P3", "P1", "P4"]
    assert model.move(0, -1) == 0
    assert model.move(3, -3) == 0
    assert model.ids == ["P4", "P2", "P3", "P1"]
    model.refresh()
    assert model.ids == ["P4", "P2", "P3", "P1"]
    assert model.index(1, TITLE).data(SAYS) == "passage 2: Guichet clair"


def test_passage_is_dropped_before_a_row(bench: Bench) -> None:
    """Dragging moves, and never takes the source out a second time."""
    model = PassagesModel(bench.operations, bench.stage)
    data = model.mimeData([model.index(3, TITLE)])
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(1, 0))
    assert model.ids == ["P1", "P4", "P2", "P3"]
    data = model.mimeData([model.index(0, TITLE)])
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, QModelIndex())
    assert model.ids == ["P4", "P2", "P3", "P1"]
    assert model.supportedDropActions() == Qt.DropAction.CopyAction


def test_passage_with_marks_stays(bench: Bench) -> None:
    """Taking out a candidacy that has marks is refused in words, and the list is as before."""
    bench.give({("P2", "J1"): ("1", "2", "3")})
    model = PassagesModel(bench.operations, bench.stage)
    assert not model.remove(1)
    assert bench.errors
    assert model.ids == ["P1", "P2", "P3", "P4"]


def test_documents_have_a_state_in_words(check_model: ModelCheck) -> None:
    """A sign and a word for each state."""
    model = DocumentsModel()
    model.set_rows([DocumentLine(state.value, "Minutes", "m.pdf", state) for state in DocumentState])
    check_model(model)
    assert [model.index(row, 1).data() for row in range(4)] == [
        "○  ready",
        "✓  up to date",
        "!  to be made again",
        "…  provisional",
    ]


def test_copied_block_comes_back_the_same(bench: Bench) -> None:
    """What is copied can be pasted; cells with tabs, quotes and line breaks are read as a spreadsheet wrote them."""
    bench.give({("P1", "J1"): ("12.5", "10", "0"), ("P1", "J2"): ("1", "2", "3")})
    model = ScoresheetModel(bench.operations, bench.stage)
    model.show_passage("P1")
    chosen = [model.index(row, column) for row in range(2) for column in range(2)]
    assert parse_block(block_text(model, chosen)) == [["12,5", "10"], ["1", "2"]]
    headed = parse_block(block_text(model, chosen, with_headers=True))
    assert headed[0] == ["", "Problème", "Impact"]
    assert headed[1][0] == "Mme Vasseur · chair"
    assert parse_block('"a\tb"\t"c ""d"""\n1\t2\n') == [["a\tb", 'c "d"'], ["1", "2"]]


def test_figures_follow_the_language() -> None:
    """Decimal comma, French ordinals, a no-break space before the per cent sign."""
    assert number("-14.50") == "\u221214,50"
    assert [ordinal(place) for place in (1, 2, 11)] == ["1er", "2e", "11e"]
    assert percent(1 / 3) == "33,3\u00a0%"
