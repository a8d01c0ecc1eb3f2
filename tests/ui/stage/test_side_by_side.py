"""Comparing from the ranking, and the views that hide what a juror is recused from, by keyboard and by mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.services.deliberation import set_outcomes
from jury_desk.services.jury_acts import JuryAct
from jury_desk.services.preparation import set_member
from jury_desk.services.recusals import declare_recusal, remove_recusal
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.pages.deliberate.acts_bar import DecisionsPanel
from jury_desk.ui.pages.deliberate.view_choice import ViewChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, ModelCheck

SAYS = Qt.ItemDataRole.AccessibleTextRole
MARKS = {
    (candidacy, juror): marks
    for candidacy, marks in {
        "P1": ("18", "17", "18"),
        "P2": ("13", "12", "12"),
        "P3": ("12", "13", "12"),
        "P4": ("6", "6", "5"),
    }.items()
    for juror in ("J1", "J2")
}
LINK = Recusal("hackathon", "J3", "P2", RecusalLevel.MAJOR, reason="Sa sœur y travaille", ruling=Ruling.UPHELD)


@pytest.fixture
def page(bench: Bench, qtbot: QtBot) -> DeliberatePage:
    """The page of a marked stage from one of whose projects the third juror is recused."""
    bench.give(MARKS)
    declare_recusal(bench.file, LINK, bench.operations.toolbox.clock)
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.view.setFocus()
    return page


def choose(page: DeliberatePage, candidacy: str) -> None:
    """Put the cursor on a project."""
    page.view.choose(page.model.row_of(candidacy))


def words(page: DeliberatePage) -> str:
    """Everything the page shows and says, cell by cell and label by label, of what can be seen."""
    cells = [
        str(page.model.index(row, column).data(role) or "")
        for row in range(page.model.rowCount())
        for column in range(page.model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, SAYS, Qt.ItemDataRole.ToolTipRole)
    ]
    return "\n".join([*cells, *(each.text() for each in page.findChildren(QLabel) if each.isVisible())])


def test_space_ticks_and_f6_compares(page: DeliberatePage, qtbot: QtBot) -> None:
    """From the ranking by the keyboard alone, and back with Escape; the choice stays."""
    for candidacy in ("P3", "P1"):
        choose(page, candidacy)
        QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page.model.index(page.model.row_of("P3"), page.model.tick_column).data() == "☑"
    QTest.keyClick(page.view, Qt.Key.Key_F6)
    view = page.comparison
    assert view is not None
    assert view.isVisible()
    assert view.back.hasFocus()
    assert view.figures.headerData(1, Qt.Orientation.Horizontal) == "● La belette\n1er · 2/3 sheets"
    qtbot.waitUntil(lambda: view.picture.shows_something)
    assert "La belette" in view.picture.accessibleDescription()
    QTest.keyClick(view.back, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    assert page.compared == ("P3", "P1")


def test_click_in_the_column_ticks(page: DeliberatePage) -> None:
    """The mouse does what Space does; a second click takes it back; elsewhere a click chooses the row alone."""
    index = page.model.index(page.model.row_of("P4"), page.model.tick_column)
    spot = page.view.visualRect(index).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert list(page.compared) == ["P4"]
    assert index.data(SAYS) == "chosen to be compared"
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert list(page.compared) == []
    elsewhere = page.view.visualRect(page.model.index(page.model.row_of("P4"), 1)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)
    assert list(page.compared) == []


def test_one_project_is_no_comparison(page: DeliberatePage) -> None:
    """F6 with fewer than two says how to choose them, and stays on the ranking."""
    choose(page, "P1")
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    QTest.keyClick(page.view, Qt.Key.Key_F6)
    assert page.comparison is None
    assert page.choice_told.isVisible()
    assert "two to four" in page.choice_told.text()


def test_best_is_said_without_colour(page: DeliberatePage, check_model: ModelCheck) -> None:
    """A star, the gap in figures, and words for who listens; what is narrow leaves only the gap out."""
    page.compared = ("P2", "P3")
    page.open_comparison()
    assert page.comparison is not None
    model = page.comparison.figures
    check_model(model)
    cells = [model.index(1, column) for column in (1, 2)]
    assert {each.data() for each in cells} == {"★  13,00", "−1,00   12,00"}
    assert {each.data(SAYS).partition("20), ")[2] for each in cells} == {
        "13,00, the best",
        "12,00, −1,00 from the best",
    }
    model.set_compact(True)
    assert {each.data() for each in cells} == {"★  13,00", "12,00"}
    assert page.comparison.no_times.isVisible()
    assert not page.comparison.times_table.isVisible()


def test_comparison_follows_the_marks(page: DeliberatePage, bench: Bench) -> None:
    """A mark corrected meanwhile is there at once."""
    page.compared = ("P1", "P4")
    page.open_comparison()
    assert page.comparison is not None
    former = page.comparison.found
    bench.give({("P4", "J1"): ("20", "20", "20")})
    page.refresh()
    assert page.comparison.found != former


def test_page_says_who_leaves_while_a_project_is_discussed(page: DeliberatePage, bench: Bench) -> None:
    """With the project chosen, and only then; whoever is not there leaves nothing to say."""
    choose(page, "P1")
    assert not page.strip.isVisible()
    choose(page, "P2")
    assert page.strip.isVisible()
    assert "Mme Roux leaves the room while “Guichet clair” is discussed" in page.strip.text.text()
    assert "Sa sœur y travaille" in page.strip.accessibleName()
    member = bench.file.records.need(Member, bench.stage, "J3")
    set_member(bench.file, replace(member, presence=Presence.EXCUSED))
    page.refresh()
    assert not page.strip.isVisible()


def test_hidden_project_shows_nothing_but_its_title(page: DeliberatePage, bench: Bench) -> None:
    """No mark, place, tie, decision, explanation or act; changing its marks changes nothing that is shown."""
    set_outcomes(bench.file, bench.stage, {"P2": Outcome(OutcomeCategory.SELECTED, "Retenu d’office")})
    page.compared = ("P1", "P2", "P3")
    choose(page, "P2")
    page.strip.turn.setFocus()
    QTest.keyClick(page.strip.turn, Qt.Key.Key_Space)
    assert page.hidden == {"P2"}
    assert list(page.compared) == ["P1", "P3"]
    row = [page.model.index(page.model.row_of("P2"), at).data() for at in range(page.model.columnCount())]
    assert row[0:3] == ["–", "Guichet clair", "–"]
    assert "Hidden" in row
    assert not any(each.isVisible() for each in page.acts.buttons.values())
    assert not page.rankings.isVisible()
    assert not page.robustness_button.isVisible()
    assert [page.side.tabs.isTabVisible(at) for at in range(3)] == [True, False, False]
    before = words(page)
    assert "d’office" not in before
    bench.give({("P2", juror): ("19", "20", "20") for juror in ("J1", "J2")})
    page.refresh()
    assert words(page) == before
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    assert page.robustness is None
    QTest.keyClick(page.view, Qt.Key.Key_F9)
    assert words(page) == before


def test_escape_reveals_nothing_and_the_button_does(page: DeliberatePage) -> None:
    """On a screen that others see, only a button with its words brings the chair's view back."""
    choose(page, "P2")
    page.strip.turn.click()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.hidden == {"P2"}
    assert "View of Mme Roux" in page.strip.text.text()
    page.strip.turn.click()
    assert page.hidden == frozenset()
    assert page.model.index(page.model.row_of("P2"), 2).data() != "–"
    assert page.acts.isVisible()


def test_view_of_a_juror_can_be_chosen(page: DeliberatePage, bench: Bench) -> None:
    """Whoever is recused from something has a view; with two of them, one that hides all of it; none, no choice."""
    clock = bench.operations.toolbox.clock
    declare_recusal(bench.file, replace(LINK, juror="J2", candidacy="P1"), clock)
    page.refresh()
    box = page.view_choice
    names = [box.itemText(at) for at in range(box.count())]
    assert names == ["View of the chair", "View of M. Osei", "View of Mme Roux", "View without any recusal"]
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert page.hidden == {"P1", "P2"}
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert page.hidden == frozenset()
    remove_recusal(bench.file, LINK)
    remove_recusal(bench.file, replace(LINK, juror="J2", candidacy="P1"))
    page.refresh()
    assert not box.isVisible()


def test_view_of_a_juror_shows_no_decision_and_no_footnote_of_what_it_hides(page: DeliberatePage, bench: Bench) -> None:
    """Counting the selected would tell of the hidden one, and its footnote names it beside its figures."""
    selected = Outcome(OutcomeCategory.SELECTED, "Retenu à l’unanimité")
    set_outcomes(bench.file, bench.stage, {"P1": selected, "P2": selected})
    page.refresh()

    def shown() -> str:
        cells = (page.model.index(at, column) for at in range(page.model.rowCount()) for column in range(20))
        return " ".join(str(cell.data()) for cell in cells if cell.isValid())

    assert "unanimité" in shown()
    assert "Guichet clair" in page.footnotes.text()
    page.show_view_of(("J3",))
    assert "unanimité" not in shown()
    assert "Guichet clair" not in page.footnotes.text()


# A jury that gives no mark


@pytest.fixture
def unmarked(bench: Bench, qtbot: QtBot) -> DeliberatePage:
    """The page of a stage that nobody has marked."""
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_jury_may_decide_without_marks(unmarked: DeliberatePage, bench: Bench) -> None:
    """The empty page offers it; the projects then stand in the order of passage, each with its decision and form."""
    page = unmarked
    assert page._no_ranking.other is not None
    page._no_ranking.other.setFocus()
    QTest.keyClick(page._no_ranking.other, Qt.Key.Key_Return)
    assert page.view.hasFocus()
    assert [page.model.index(row, 1).data() for row in range(4)] == [
        "La belette",
        "Guichet clair",
        "Mon quai",
        "Fil vert",
    ]
    assert page.model.index(0, 2).data() == "Not decided yet"
    assert [page.side.tabs.isTabVisible(at) for at in range(3)] == [False, True, True]
    form = page.side.decision
    assert form is not None
    form.category.setCurrentIndex(form.category.findData(OutcomeCategory.CONTINUED.value))
    form.category.activated.emit(form.category.currentIndex())
    form.lines["label"].setText("Startup interne")
    form.lines["label"].editingFinished.emit()
    page.refresh()
    assert page.model.index(0, 2).data() == "Startup interne"
    assert not page.robustness_button.isVisible()
    assert "project by project" in page.state.text()
    QTest.keyClick(page.view, Qt.Key.Key_F9)
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    assert page.robustness is None
    bench.give(MARKS)
    page.refresh()
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "Place"
    assert page.side.tabs.isTabVisible(0)


def test_decisions_without_marks_are_found_again(unmarked: DeliberatePage, bench: Bench) -> None:
    """Once something is decided the page says so by itself; who leaves, and a hidden decision, are as with marks."""
    decided = {each: Outcome(OutcomeCategory.STOPPED, f"Arrêt {each}") for each in ("P1", "P2")}
    set_outcomes(bench.file, bench.stage, decided)
    declare_recusal(bench.file, LINK, bench.operations.toolbox.clock)
    page = unmarked
    page.refresh()
    assert [page.model.index(row, 2).data() for row in (0, 1)] == ["Arrêt P1", "Arrêt P2"]
    choose(page, "P2")
    assert "leaves the room" in page.strip.text.text()
    page.strip.turn.click()
    assert "Arrêt P1" in words(page)
    assert "Arrêt P2" not in words(page)


def test_nothing_is_proposed_without_marks(unmarked: DeliberatePage) -> None:
    """The act that takes over the ranking says that there is nothing to take over."""
    unmarked.decide_without_marks()
    unmarked.acts.begin(JuryAct.DECIDE)
    assert unmarked.acts.panel is not None
    assert not unmarked.acts.panel.verb.isEnabled()
    assert isinstance(unmarked.acts.panel, DecisionsPanel)
    assert "proposes nothing" in unmarked.acts.panel.nothing.text()


def test_view_of_some_of_the_recused_is_called_theirs(qtbot: QtBot) -> None:
    """Two of three are apart from one project: the choice must not read as the view of the chair."""
    choice = ViewChoice()
    qtbot.addWidget(choice)
    names = {"J1": "Mme A", "J2": "M. B", "J3": "Mme C"}
    choice.offer(names, ("J1", "J3"))
    assert choice.currentText() == "View of Mme A, Mme C"
    choice.offer(names, tuple(names))
    assert choice.currentText() == "View without any recusal"
    choice.offer(names, ())
    assert choice.currentText() == "View of the chair"
