"""Robustness in the window: the column beside the ranking, the page behind it, and when either is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jury_desk.domain.scoring import MarkState
from jury_desk.services.robustness import answer, robustness_question
from jury_desk.services.scoring import record_sheet_state
from jury_desk.ui.models.standings import FIRST_CRITERION
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.pages.deliberate.robustness_watch import RobustnessWatch, WatchState
from jury_desk.ui.widgets.text import Text
from jury_desk.ui.widgets.wrapped_table import WrappedTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench

    from jury_desk.services.robustness import RobustnessQuestion, RobustnessReport
    from jury_desk.ui.pages.deliberate.robustness_view import RobustnessView

SAYS = Qt.ItemDataRole.AccessibleTextRole
CLOSE = {
    (candidacy, juror): marks
    for candidacy, of_jurors in {
        "P1": (("18", "17", "18"), ("17", "18", "18"), ("18", "18", "17")),
        "P2": (("13", "12", "12"), ("11", "12", "12"), ("12", "12", "12")),
        "P3": (("12", "12", "12"), ("12", "11", "12"), ("11", "13", "12")),
        "P4": (("5", "6", "5"), ("6", "5", "5"), ("5", "5", "5")),
    }.items()
    for juror, marks in zip(("J1", "J2", "J3"), of_jurors, strict=True)
}
"""Two places; the second and the third change sides without J1."""


@pytest.fixture
def page(bench: Bench, qtbot: QtBot) -> DeliberatePage:
    """The page of a marked stage in an active window, its robustness worked out."""
    bench.give(CLOSE)
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.watch.state is WatchState.CURRENT)
    return page


def firmness(page: DeliberatePage, candidacy: str, role: int = int(Qt.ItemDataRole.DisplayRole)) -> str:
    """What the column of firmness shows of a project."""
    column = FIRST_CRITERION + 4
    assert page.model.headerData(column, Qt.Orientation.Horizontal) == "Firmness"
    return str(page.model.index(page.model.row_of(candidacy), column).data(role))


def opened(page: DeliberatePage) -> RobustnessView:
    """The page behind the ranking, opened by its key."""
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    assert page.robustness is not None
    assert page.robustness.isVisible()
    return page.robustness


def test_firmness_stands_beside_the_ranking_as_signs_and_words(page: DeliberatePage) -> None:
    """Full dots for whoever never leaves their side, a word for everyone, and how many dots for who hears it."""
    assert firmness(page, "P1") == "●●●●●  sûr"
    assert firmness(page, "P2").endswith("sur le fil")
    assert firmness(page, "P2").count("●") < 5
    assert firmness(page, "P1", int(SAYS)) == "sûr, 5 of 5"
    assert "Sans un juré" in firmness(page, "P2", int(Qt.ItemDataRole.AccessibleDescriptionRole))


def test_the_page_behind_says_first_that_it_is_not_official(page: DeliberatePage) -> None:
    """The line that is always there, the flag at the cut, every table with the rows that belong in it."""
    page.view.setFocus()
    view = opened(page)
    labels = [label.text() for label in view.findChildren(type(view.state))]
    assert "Beside the ranking, never in its place: nothing on this page is official." in labels
    assert "n’est pas assurée" in view.text
    assert [row.title for row in view.firmness.rows] == ["La belette", "Guichet clair", "Mon quai", "Fil vert"]
    assert [row.question for row in view.jurors.rows] == ["Mme Vasseur", "M. Osei", "Mme Roux"]
    assert len(view.weights.rows) == 6
    assert len(view.methods.rows) == 8
    assert {row.name for row in view.severity.rows} == {"Mme Vasseur", "M. Osei", "Mme Roux"}
    assert len(view.spreads.rows) == 4
    assert view.flips.rows[0].what.startswith("The mark of")


def test_escape_comes_back_to_the_ranking(page: DeliberatePage) -> None:
    """Escape closes the page, and stops nothing."""
    page.view.setFocus()
    view = opened(page)
    QTest.keyClick(view.back, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert page.view.isVisible()
    assert page.view.hasFocus()


def test_changed_marks_are_said_to_be_worked_out_again(page: DeliberatePage, bench: Bench, qtbot: QtBot) -> None:
    """What was worked out of former marks is shown as such, then replaced; the page stays where it is."""
    page.view.setFocus()
    view = opened(page)
    before = view.text
    bench.operations.run(lambda: record_sheet_state(bench.file, bench.stage, "P2", "J1", MarkState.ABSENT), None)
    assert page.watch.state is WatchState.STALE
    assert view.isVisible()
    assert not view.content.isEnabled()
    assert view.state.text().startswith("Marks have changed")
    assert firmness(page, "P2") == "…"
    qtbot.waitUntil(lambda: page.watch.state is WatchState.CURRENT)
    assert view.content.isEnabled()
    assert view.text != before


def test_too_few_data_are_said_to_be_too_few(bench: Bench, qtbot: QtBot) -> None:
    """Two sheets are no jury: no dot, and no number anywhere."""
    bench.give({("P1", "J1"): ("10", "10", "10"), ("P2", "J1"): ("9", "9", "9")})
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.watch.state is WatchState.CURRENT)
    page.open_robustness()
    assert page.robustness is not None
    assert "données insuffisantes" in page.robustness.text
    assert all(row.crosses is None for row in page.robustness.methods.rows)
    assert firmness(page, "P1") == "non éprouvé"


def test_nobody_looking_nothing_is_worked_out(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be seen asks nothing: marks are typed elsewhere."""
    asked: list[object] = []
    monkeypatch.setattr(RobustnessWatch, "ask", lambda _self, question: asked.append(question))
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    bench.give(CLOSE)
    bench.operations.run(lambda: record_sheet_state(bench.file, bench.stage, "P2", "J1", MarkState.ABSENT), None)
    page.refresh()
    assert asked == []
    page.show()
    assert len(asked) > 0


def test_known_answers_are_not_worked_out_again(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same marks are asked about once; many changes in a row too."""
    bench.give(CLOSE)
    watch = RobustnessWatch()
    answered: list[RobustnessQuestion] = []

    def counted(question: RobustnessQuestion) -> RobustnessReport:
        answered.append(question)
        return answer(question)

    monkeypatch.setattr("jury_desk.ui.pages.deliberate.robustness_watch.answer", counted)
    question = robustness_question(bench.file.records, bench.stage)
    for _ in range(3):
        watch.ask(question)
    qtbot.waitUntil(lambda: watch.state is WatchState.CURRENT)
    watch.ask(robustness_question(bench.file.records, bench.stage))
    assert str(watch.state) == "current"
    assert len(answered) == 1
    record_sheet_state(bench.file, bench.stage, "P4", "J1", MarkState.ABSENT)
    for juror in ("J2", "J3"):
        record_sheet_state(bench.file, bench.stage, "P4", juror, MarkState.ABSENT)
        watch.ask(robustness_question(bench.file.records, bench.stage))
    assert str(watch.state) == "stale"
    qtbot.waitUntil(lambda: watch.state is WatchState.CURRENT)
    assert len(answered) == 2


def test_no_table_is_cut_by_the_lines_that_a_sentence_takes(page: DeliberatePage, qtbot: QtBot) -> None:
    """In a wide window a sentence over a table that takes one line more pushes the table down, and its end stays."""
    view = opened(page)
    tables = [each for each in view.findChildren(WrappedTable) if each.isVisible()]
    assert tables
    sections = [(table, section) for table in tables if (section := table.parentWidget())]
    told = [each for each in view.findChildren(Text) if each.parentWidget() in [section for _, section in sections]]

    def whole() -> bool:
        return all(table.geometry().bottom() <= section.rect().bottom() for table, section in sections)

    qtbot.waitUntil(whole)
    for words in range(30, 60, 3):
        for each in told:
            each.setText("mot " * words)
        for _ in range(10):
            QApplication.processEvents()
        assert whole(), words
