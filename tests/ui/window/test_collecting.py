"""Jurors' workbooks dropped on the window go to the comparison, and what is taken is shown."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.juror_books import export_books, juror_books
from jury_desk.services.ports import Toolbox
from jury_desk.ui.dialogs.reconciliation import ReconciliationDialog
from jury_desk.ui.main_window import MainWindow


def drop(window: MainWindow, paths: list[Path]) -> None:
    """Let files fall on the window."""
    # Qt's event does not keep its data alive.
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))


def test_workbooks_dropped_on_the_window_are_collected(
    window: MainWindow, toolbox: Toolbox, qtbot: QtBot, tmp_path: Path
) -> None:
    """Two at once; one changed value is taken, and Noter shows it."""
    assert window.operations is not None
    file = window.operations.file
    books = juror_books(file, "hackathon", ["J1", "J2"])
    paths = export_books(toolbox, books, tmp_path, language="fr", made_at=toolbox.clock.now())
    workbook = openpyxl.load_workbook(paths[0])
    row = next(cells for cells in workbook.worksheets[0].iter_rows() if cells[0].value == "C0007")
    row[3].value = 9
    workbook.save(paths[0])
    drop(window, paths)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReconciliationDialog)), timeout=20_000)
    dialog = window.findChildren(ReconciliationDialog)[0]
    assert dialog.books.rowCount() == 2
    dialog.go.click()
    key = ("hackathon", "C0007", "J1", "C1")
    assert str(file.records.need(RecordedMark, *key).mark.value) == "9"
    assert window.view is not None
    assert window.view.place == "stage:hackathon#marks"
    window.undo()
    assert str(file.records.need(RecordedMark, *key).mark.value) == "6"
