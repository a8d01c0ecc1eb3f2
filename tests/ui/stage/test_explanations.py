"""Délibérer: F9 on any figure, and what a screen reader and the pointer are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desk.domain.explanation import Figure, FigureKind
from jury_desk.services.explaining import explain
from jury_desk.ui.models.sheet_grid import RowKind
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.panels.score_grid import ScoreGrid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench

DESCRIBED = Qt.ItemDataRole.AccessibleDescriptionRole
HOVERED = Qt.ItemDataRole.ToolTipRole
MARKS = {
    (candidacy, juror): (first, second, "10")
    for candidacy, first in (("P1", "16"), ("P2", "11"), ("P3", "10"), ("P4", "3"))
    for juror, second in (("J1", "10"), ("J2", "12"), ("J3", "13.5"))
}
"""On P1 the totals are 13, 13.5 and 13.875 of 20."""


@pytest.fixture
def page(bench: Bench, qtbot: QtBot) -> DeliberatePage:
    """The page of a marked stage in an active window."""
    bench.give(MARKS)
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.view.setFocus()
    return page


def ask(page: DeliberatePage, candidacy: str, column: int) -> str:
    """Press F9 on a cell; what the panel then says of the figure."""
    page.view.setCurrentIndex(page.model.index(page.model.row_of(candidacy), column))
    QTest.keyClick(page.view, Qt.Key.Key_F9)
    return page.panel.figure.text


def test_f9_tells_the_formula_with_its_numbers_and_who_gave_them(page: DeliberatePage) -> None:
    """On the result: the totals, their mean and each juror's; the panel has the focus and is read out."""
    told = ask(page, "P1", 2)
    assert "somme (total)\u00a0÷\u00a0nombre" in told
    assert "(13 + 13,5 + 13,875)\u00a0÷\u00a03 = 13,4583…" in told
    assert "M. Osei" in told
    assert page.panel.figure.hasFocus()
    assert page.panel.figure.accessibleName() == "Résultat\u00a0: 13,4583…"
    assert "valeur exacte est 323/24" in page.panel.figure.accessibleDescription()


def test_escape_puts_the_explanation_away_and_comes_back(page: DeliberatePage) -> None:
    """Escape leaves the figure, the ranking has the focus again, on the same cell."""
    ask(page, "P2", 2)
    where = page.view.currentIndex()
    QTest.keyClick(page.panel.figure, Qt.Key.Key_Escape)
    assert page.panel.figure.isHidden()
    assert page.view.hasFocus()
    assert page.view.currentIndex() == where


def test_every_figure_of_the_ranking_is_explained(page: DeliberatePage, bench: Bench) -> None:
    """Hovering and a screen reader say the same of each cell as F9 does, whatever it shows."""
    kinds = set()
    for row in range(page.model.rowCount()):
        for column in range(page.model.columnCount()):
            index = page.model.index(row, column)
            figure = page.model.figure_at(index)
            if figure is None:
                continue
            kinds.add(figure.kind)
            text = explain(bench.file.records, bench.stage, figure, "fr")
            assert text.text
            assert index.data(DESCRIBED) == index.data(HOVERED) == text.text
            assert text.title in ask(page, figure.candidacy, column)
    shown = {FigureKind.PLACE, FigureKind.RESULT, FigureKind.CRITERION, FigureKind.SHEETS, FigureKind.SELECTION}
    assert kinds == shown


def test_another_project_puts_the_figure_of_the_former_away(page: DeliberatePage) -> None:
    """The figure explained is always one of the project explained under it."""
    ask(page, "P1", 2)
    page.view.choose(page.model.row_of("P3"))
    assert page.panel.figure.isHidden()
    assert page.panel.text.startswith("Mon quai")


def test_the_eliminated_are_explained_by_the_threshold(page: DeliberatePage) -> None:
    """F9 on the place of who has none says why."""
    assert "le seuil est < 4" in ask(page, "P4", 0)


def test_an_adviser_has_a_total_of_their_own(bench: Bench) -> None:
    """The sheet of someone without a voice is explained too, though it counts for nobody."""
    bench.give({("P1", "A1"): ("4", "8", "8")})
    text = explain(bench.file.records, bench.stage, Figure(FigureKind.SHEET, "P1", "A1"), "fr")
    assert text.headline == "Total de M. Petit\u00a0: 6"


def test_f9_in_the_grid_tells_the_total_of_the_sheet(bench: Bench, qtbot: QtBot) -> None:
    """On a mark: the total of its sheet; the cell of the total says the same to whoever hears or hovers."""
    bench.give(MARKS)
    grid = ScoreGrid(bench.operations, bench.stage)
    qtbot.addWidget(grid)
    grid.show_passage("P1")
    grid.show()
    row, total = grid.model.grid.row_of("P1", "J2"), grid.model.total_column
    grid.view.setCurrentIndex(grid.model.index(row, 0))
    QTest.keyClick(grid.view, Qt.Key.Key_F9)
    name, _, numbers = grid.line.text().partition("\u00a0: ")
    assert (name, numbers[-6:]) == ("Total de M. Osei", "= 13,5")
    assert numbers in grid.model.index(row, total).data(HOVERED)
    means = next(number for number, each in enumerate(grid.model.grid.rows) if each.kind is RowKind.MEANS)
    assert "Problème, entre les jurés\u00a0: 16" in grid.model.index(means, 0).data(DESCRIBED)
    assert "Résultat de l’étape\u00a0: 13,4583…" in grid.model.index(means, total).data(DESCRIBED)


def test_hidden_results_stay_hidden_from_f9(bench: Bench, qtbot: QtBot) -> None:
    """Whoever types blind learns no total by asking where it comes from."""
    bench.give(MARKS)
    bench.operations.settings.results_hidden = True
    grid = ScoreGrid(bench.operations, bench.stage)
    qtbot.addWidget(grid)
    grid.show_passage("P1")
    grid.show()
    grid.view.setCurrentIndex(grid.model.index(grid.model.grid.row_of("P1", "J2"), 0))
    QTest.keyClick(grid.view, Qt.Key.Key_F9)
    assert "13,5" not in grid.line.text()
