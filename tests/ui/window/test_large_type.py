"""Noter in large type on a small screen: marks and totals of every criterion in sight, their names never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from PySide6.QtCore import Qt

from jury_desk.services.scoring import clear_cells
from jury_desk.ui.models.sheet_grid import RowKind
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.pages.settings_page import SettingsPage
from jury_desk.ui.widgets.wrapped_header import SHORT_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jury_desk.ui.main_window import MainWindow
    from jury_desk.ui.settings import Settings

    Opened = Callable[[str], MainWindow]

ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def opened(make_window: Callable[[], MainWindow], qtbot: QtBot, example: Path) -> Opened:
    """Opens the example at a place in a window of a small screen, as the settings are by then."""

    def make(place: str) -> MainWindow:
        window = make_window()
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        window.open_path(example, place)
        qtbot.wait(1)
        return window

    return make


@pytest.mark.parametrize(("percent", "narrow"), [(80, False), (100, False), (150, True), (200, True)])
def test_all_criteria_are_in_sight_at_once(opened: Opened, settings: Settings, percent: int, narrow: bool) -> None:
    """Five criteria and the total on 1366 × 768; codes stand over the columns where names have no room."""
    settings.scale = percent
    (page,) = opened("stage:hackathon#marks").findChildren(MarksPage)
    view, model = page.grid.view, page.grid.model
    for column in range(model.total_column + 1):
        left = view.columnViewportPosition(column)
        assert left >= 0
        assert left + view.columnWidth(column) <= view.viewport().width(), (column, percent)
    assert view.verticalHeader().width() > view.width() // 5
    assert view._columns.narrow is narrow
    assert [model.headerData(at, ACROSS, SHORT_ROLE) for at in range(6)] == ["C1", "C2", "C3", "C4", "C5", "Total"]
    assert "Ampleur et criticité du problème" in str(
        model.headerData(0, ACROSS, int(Qt.ItemDataRole.AccessibleTextRole))
    )
    figures = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.total_column + 1)]
    for index in figures:
        if view.columnSpan(index.row(), index.column()) == 1:
            metrics = view.fontMetrics()
            assert metrics.horizontalAdvance(str(index.data() or "")) < view.columnWidth(index.column())


def test_provisional_place_says_how_many_sheets_count(opened: Opened, qtbot: QtBot, settings: Settings) -> None:
    """At 200 % the place takes the line of the note, and is not cut short."""
    settings.scale = 200
    (page,) = opened("stage:hackathon#marks").findChildren(MarksPage)
    grid = page.grid
    operations = page.operations
    cell = grid.model.grid.cell(0, 0)
    operations.run(lambda: clear_cells(operations.file, "hackathon", [cell]))
    place = grid.heading.place
    qtbot.waitUntil(lambda: place.text().endswith("5 of 6 sheets count"), timeout=2000)
    assert "provisional" in place.text()
    assert not grid.heading.note.isVisible()
    assert place.fontMetrics().horizontalAdvance(place.text()) <= place.contentsRect().width()


def test_strip_is_whole_beside_the_grid_of_a_small_screen(opened: Opened) -> None:
    """On 1366 × 768 every juror's squares are in sight, and above them the grid down to the means."""
    window = opened("stage:hackathon#marks")
    (page,) = window.findChildren(MarksPage)
    view, model = page.grid.view, page.grid.model
    means = next(at for at, row in enumerate(model.grid.rows) if row.kind is RowKind.MEANS)
    assert view.viewport().rect().contains(view.visualRect(model.index(means, 0)))
    squares = [
        table.viewport().rect().contains(table.visualRect(table.model().index(row, column)))
        for table in page.strip.tables
        for row in table.rows
        for column in range(9)
    ]
    assert len(squares) == 63
    assert all(squares)
    assert page.strip.mapTo(window, page.strip.rect().bottomLeft()).y() < window.height()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_provisional_place_is_whole_beside_a_long_note(
    opened: Opened,
    qtbot: QtBot,
    settings: Settings,
    language: Literal["en", "fr"],
) -> None:
    """On 1366 × 768 it is the holders who are cut short, not how many sheets count."""
    settings.language = language
    (page,) = opened("stage:hackathon#marks").findChildren(MarksPage)
    grid, operations = page.grid, page.operations
    cell = grid.model.grid.cell(0, 0)
    operations.run(lambda: clear_cells(operations.file, "hackathon", [cell]))
    place, note = grid.heading.place, grid.heading.note
    qtbot.waitUntil(lambda: "5" in place.text(), timeout=2000)
    qtbot.wait(1)
    assert note.fontMetrics().horizontalAdvance(note.text()) > note.width()
    assert place.fontMetrics().horizontalAdvance(place.text()) <= place.contentsRect().width()


def test_a_text_of_several_lines_comes_whole_into_sight(opened: Opened, qtbot: QtBot, settings: Settings) -> None:
    """At 200 %, not the line of its cursor alone."""
    settings.scale = 200
    (page,) = opened("settings").findChildren(SettingsPage)
    field = page.edition["appeal_route"].field
    page.show_section("appeal_route")
    assert field.hasFocus()
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect(), timeout=2000)
