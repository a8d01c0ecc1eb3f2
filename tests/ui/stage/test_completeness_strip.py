"""The strip of squares: all of it in sight where there is room, side by side before it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest

from jury_desk.ui import theme
from jury_desk.ui.widgets.completeness_strip import CompletenessStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Desk

    from jury_desk.ui.widgets.squares import SquareTable

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key

GRID_WIDTH = 820
"""What is left beside the list in a window of 1366 pixels."""


class Squares(QAbstractTableModel):
    """So many squares that all say the same."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.size = rows, columns

    def turn_into(self, rows: int, columns: int) -> None:
        """Show others."""
        self.beginResetModel()
        self.size = rows, columns
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's own signature
        """The jurors (Qt)."""
        return 0 if parent.isValid() else self.size[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 -- the same
        """The candidacies (Qt)."""
        return 0 if parent.isValid() else self.size[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A sign and its ink (Qt)."""
        del index
        said = {Qt.ItemDataRole.DisplayRole: "–", Qt.ItemDataRole.ForegroundRole: theme.color("text")}
        return said.get(Qt.ItemDataRole(role))


def strip_of(qtbot: QtBot, rows: int, columns: int, *, room: int, width: int = GRID_WIDTH) -> CompletenessStrip:
    """A strip as high as it asks to be, over squares that all say the same."""
    model = Squares(rows, columns)
    strip = CompletenessStrip("Squares")
    qtbot.addWidget(strip)
    strip.setModel(model)
    model.setParent(strip)
    strip.resize(width, 10)
    strip.set_room(room)
    strip.resize(width, strip.sizeHint().height())
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


def in_sight(table: SquareTable) -> set[int]:
    """The rows of the model that a table shows as a whole, with all their columns."""
    last = table.model().columnCount() - 1
    places = {row: table.visualRect(table.model().index(row, last)) for row in range(table.model().rowCount())}
    return {row for row, place in places.items() if not place.isEmpty() and table.viewport().rect().contains(place)}


@pytest.mark.parametrize(("rows", "columns", "tables"), [(4, 9, 1), (7, 9, 2), (10, 9, 2), (15, 3, 3)])
def test_every_square_is_in_sight_side_by_side(qtbot: QtBot, rows: int, columns: int, tables: int) -> None:
    """Nine candidacies and seven jurors need no scrolling in a quarter of a small window; each row stands once."""
    strip = strip_of(qtbot, rows, columns, room=148)
    shown = [in_sight(table) for table in strip.tables]
    assert len(shown) == tables
    assert sorted(row for each in shown for row in each) == list(range(rows))
    assert strip.height() <= 148


def test_squares_stand_under_one_another_where_there_is_height(qtbot: QtBot) -> None:
    """One table is read more easily than two."""
    strip = strip_of(qtbot, 7, 9, room=226)
    assert [in_sight(table) for table in strip.tables] == [set(range(7))]


def test_large_jury_scrolls_under_its_numbers(qtbot: QtBot) -> None:
    """Forty candidacies leave no width for a second table: the one there is scrolls, both ways."""
    strip = strip_of(qtbot, 12, 40, room=148)
    (table,) = strip.tables
    assert strip.height() <= 148 + table.horizontalScrollBar().sizeHint().height()
    table.go_to(11, 39)
    assert 11 in in_sight(table)
    assert table.horizontalHeader().isVisible()


def test_arrow_goes_on_in_the_table_beside_and_enter_leads_on(qtbot: QtBot) -> None:
    """For who has no mouse the tables are one; a square says its own juror, not its line on the screen."""
    strip = strip_of(qtbot, 7, 9, room=148)
    first, second = strip.tables
    first.go_to(3, 5)
    QTest.keyClick(first, Key.Key_Down)
    assert (second.currentIndex().row(), second.currentIndex().column()) == (4, 5)
    with qtbot.waitSignal(strip.cell_chosen) as chosen:
        QTest.keyClick(second, Key.Key_Return)
    assert chosen.args == [4, 5]
    QTest.keyClick(second, Key.Key_Up)
    assert first.currentIndex().row() == 3
    second.go_to(6, 0)
    QTest.keyClick(second, Key.Key_Down)
    assert second.currentIndex().row() == 6


def test_strip_follows_another_jury(qtbot: QtBot) -> None:
    """A reset shows every row again: those of the other tables are hidden anew, and tables that are not needed go."""
    strip = strip_of(qtbot, 7, 9, room=148)
    model = strip.tables[0].model()
    assert isinstance(model, Squares)
    model.turn_into(5, 9)
    strip.resize(GRID_WIDTH, strip.sizeHint().height())
    assert [list(table.rows) for table in strip.tables] == [[0, 1, 2, 3, 4]]
    assert in_sight(strip.tables[0]) == set(range(5))


def test_grid_gives_way_to_the_strip(desk: Desk, qtbot: QtBot) -> None:
    """In a low window the rows of the grid scroll, and the strip is whole; the count stands in its corner."""
    page = desk.page
    page.resize(1092, 505)
    qtbot.waitUntil(lambda: page.height() == 505)
    assert [in_sight(table) for table in page.strip.tables] == [{0, 1, 2}]
    assert page.strip.geometry().bottom() <= page.height()
    assert page.strip.count.text() == "Sheets complete: 0 of 12"
    assert page.strip.count.isVisible()
