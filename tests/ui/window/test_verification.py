"""Minutes dropped on the window: the verdict, with what differs, and nothing changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from jury_desk.services.example import build_example
from jury_desk.services.ports import Toolbox
from jury_desk.services.reporting import export_documents, stage_report
from jury_desk.ui.dialogs.verification import VerificationDialog
from jury_desk.ui.main_window import MainWindow


@pytest.fixture
def minutes(toolbox: Toolbox, built_example: Path, tmp_path: Path) -> Path:
    """The minutes of the example's jury."""
    file = toolbox.files.open(built_example)
    try:
        report = stage_report(file, "hackathon")
    finally:
        file.close()
    made_at = toolbox.clock.now()
    (path,) = export_documents(toolbox, report, tmp_path, language="fr", made_at=made_at, only=["minutes"])
    return path


def drop(window: MainWindow, path: Path) -> None:
    """Let a file fall on the window."""
    # Qt's event does not keep its data alive.
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))


def shown(window: MainWindow, qtbot: QtBot) -> VerificationDialog:
    """The dialog with the outcome, once there is one."""
    qtbot.waitUntil(lambda: bool(window.findChildren(VerificationDialog)), timeout=30_000)
    return window.findChildren(VerificationDialog)[0]


def test_minutes_of_the_open_edition_are_compared_with_it(window: MainWindow, minutes: Path, qtbot: QtBot) -> None:
    """The verdict is green, and the file of the edition is among what was compared."""
    drop(window, minutes)
    dialog = shown(window, qtbot)
    assert dialog.verdict.text() == "✓  Conforms"
    assert "✓ The file of the edition holds the same data" in dialog.text
    assert "✗" not in dialog.text


def test_minutes_without_their_edition_are_verified_on_the_welcome_page(
    make_window: Callable[[], MainWindow], answers: Any, minutes: Path, qtbot: QtBot
) -> None:
    """Years later, with the PDF alone: chosen from the list of actions."""
    window = make_window()
    answers.to_verify = minutes
    window.acts["verify_minutes"].trigger()
    dialog = shown(window, qtbot)
    assert dialog.verdict.text() == "✓  Conforms"
    assert "edition" not in dialog.text


def test_minutes_of_another_edition_are_not_held_against_this_one(
    window: MainWindow, toolbox: Toolbox, tmp_path: Path, qtbot: QtBot
) -> None:
    """The same story told twice is two editions: each conforms by itself, and the dialog says so."""
    file = build_example(toolbox, tmp_path / "other.jury")
    report = stage_report(file, "hackathon")
    file.close()
    made_at = toolbox.clock.now()
    (path,) = export_documents(toolbox, report, tmp_path, language="fr", made_at=made_at, only=["minutes"])
    drop(window, path)
    dialog = shown(window, qtbot)
    assert dialog.verdict.text() == "✓  Conforms"
    assert "The open edition is not that of these minutes" in dialog.text


def test_changed_minutes_are_told_with_what_differs(window: MainWindow, minutes: Path, qtbot: QtBot) -> None:
    """The check that fails, the page and the figure; and the outcome can be copied."""
    with pikepdf.open(minutes, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            drawing = page.obj.Contents.read_bytes().replace(b"16,66", b"17,66")
            page.obj.Contents = pdf.make_stream(drawing)
        pdf.save(minutes)
    drop(window, minutes)
    dialog = shown(window, qtbot)
    assert dialog.verdict.text().startswith("✗  Does not conform")
    assert "“Feu vert”, result: the document prints “17,66”, the data give “16.66”." in dialog.text
    dialog._copy()
    assert QGuiApplication.clipboard().text() == dialog.text


def test_another_pdf_is_told_in_the_strip(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """One sentence, no dialog."""
    path = tmp_path / "letter.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    drop(window, path)
    qtbot.waitUntil(lambda: "is not minutes made by Jury Desk" in window.strip.words.text(), timeout=30_000)
    assert window.findChildren(VerificationDialog) == []
