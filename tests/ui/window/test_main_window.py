"""The window as a whole: opening, walking, undoing, closing; names for whoever does not see it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jury_desk.app.window import ExceptionHook
from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.deliberation import set_outcomes
from jury_desk.services.scoring import Cell, clear_cells
from jury_desk.ui.dialogs.crash_report import CrashReport
from jury_desk.ui.dialogs.import_preview import ImportPreview
from jury_desk.ui.dialogs.new_edition import NewEditionDialog
from jury_desk.ui.main_window import MainWindow
from jury_desk.ui.main_window.edition_view import EditionView
from jury_desk.ui.operations import Aside, Operations
from jury_desk.ui.pages.settings_page import SettingsPage
from jury_desk.ui.settings import RecentFile, Settings
from jury_desk.ui.widgets.dates import clock_time
from jury_desk.ui.widgets.message_strip import MessageStrip

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
OWN_PLACES = ("stage:call", "stage:incubation", "stage:impact", "candidacies", "overview", "settings")


def view_of(window: MainWindow) -> EditionView:
    """What the window shows of its edition."""
    assert window.view is not None
    return window.view


def running(window: MainWindow) -> Operations:
    """The acts of the open edition."""
    assert window.operations is not None
    return window.operations


def strip_of(window: MainWindow) -> MessageStrip:
    """The foot of the window."""
    assert window.strip is not None
    return window.strip


def drop(window: MainWindow, path: Path) -> None:
    """Let a file fall on the window."""
    # Qt's event does not keep its data alive.
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))


def nameless(root: QWidget) -> list[str]:
    """The widgets one can act on that a screen reader could not name."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for kind in INTERACTIVE
        for widget in root.findChildren(kind)
        if widget.isVisibleTo(root)
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
    ]


def test_opening_shows_the_edition_and_remembers_it(window: MainWindow, settings: Settings, example: Path) -> None:
    """The top line names the edition, the sidebar its stages, and the file is the newest of the recent ones."""
    view = view_of(window)
    edition = running(window).records.need(Edition)
    assert view.top.edition.text() == edition.title
    assert "PATH" in view.sidebar.model().index(0, 0).data()
    assert settings.recent_files[0].path == str(example)
    assert settings.recent_files[0].title == edition.title
    assert edition.title in window.windowTitle()


def test_a_file_that_is_no_edition_is_told_and_nothing_is_lost(window: MainWindow, tmp_path: Path) -> None:
    """The open edition stays open, and the foot of the window says what is wrong."""
    wrong = tmp_path / "wrong.jury"
    wrong.write_bytes(b"not a database" * 100)
    before = running(window)
    window.open_path(wrong)
    assert running(window) is before
    assert "wrong.jury" in strip_of(window).words.text()


def test_closing_goes_back_to_the_welcome_page(window: MainWindow, settings: Settings, example: Path) -> None:
    """The file is let go: another program could take it."""
    window.close_edition()
    assert window.welcome is not None
    assert window.operations is None
    assert settings.recent_files[0].standing
    window.open_path(example)
    assert window.operations is not None


def test_a_file_renamed_away_is_listed_as_missing(
    make_window: Callable[[], MainWindow], settings: Settings, tmp_path: Path
) -> None:
    """The welcome page shows it greyed, and the list can be cleared."""
    settings.remember_file(RecentFile(str(tmp_path / "gone.jury"), "Gone"))
    window = make_window()
    assert window.welcome is not None
    assert window.welcome.recent is not None
    window.welcome.forget.click()
    assert window.welcome.recent is None
    assert settings.recent_files == []


def test_list_of_recent_files_is_cleared_last_and_comes_back(
    make_window: Callable[[], MainWindow], settings: Settings, qtbot: QtBot, example: Path
) -> None:
    """Tab comes to the files first and to the button that clears them last; one press brings them back."""
    settings.remember_file(RecentFile(str(example), "Example"))
    window = make_window()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    welcome = window.welcome
    assert welcome is not None
    welcome.help.setFocus()
    QTest.keyClick(welcome.help, Qt.Key.Key_Tab)
    assert welcome.forget.hasFocus()
    QTest.keyClick(welcome.forget, Qt.Key.Key_Return)
    assert settings.recent_files == []
    cleared = window.welcome
    assert cleared is not None
    qtbot.waitUntil(cleared.restore.isVisible)
    assert cleared.restore.hasFocus()
    QTest.keyClick(cleared.restore, Qt.Key.Key_Return)
    assert [each.path for each in settings.recent_files] == [str(example)]
    assert window.welcome is not None
    assert window.welcome.recent is not None
    assert not window.welcome.restore.isVisible()


@pytest.mark.parametrize("place", OWN_PLACES)
def test_every_widget_one_can_act_on_has_a_name(window: MainWindow, qtbot: QtBot, place: str) -> None:
    """A screen reader can name every button, field, list and table."""
    view_of(window).go(place)
    qtbot.wait(1)
    assert nameless(window) == []


def test_every_widget_of_the_welcome_page_has_a_name(make_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    """The same before anything is open."""
    window = make_window()
    with qtbot.waitExposed(window):
        window.show()
    assert nameless(window) == []


def test_arrow_keys_walk_the_sidebar(window: MainWindow) -> None:
    """Down goes to the next line that leads somewhere, over the gap."""
    view = view_of(window)
    view.go("stage:impact")
    QTest.keyClick(view.sidebar, Qt.Key.Key_Down)
    assert view.sidebar.chosen == "candidacies"
    assert view.place == "candidacies"
    QTest.keyClick(view.sidebar, Qt.Key.Key_Up)
    assert view.sidebar.chosen == "stage:impact"


def test_stages_say_their_state_and_counts(window: MainWindow) -> None:
    """What the painted line shows is also said in words."""
    model = view_of(window).sidebar.model()
    says = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("19 candidacies" in each for each in says)
    assert any("6 of 9" in each and "done" in each for each in says)


def test_an_act_is_told_with_undo_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    """Undo in the foot of the window takes the act back, and is then Redo."""
    operations = running(window)
    first = operations.records.within(Candidacy)[0]
    operations.run(lambda: set_admissibility(operations.file, first.id, Admissibility.WITHDRAWN, "moved away"))
    strip = strip_of(window)
    assert strip.undo.isVisible()
    strip.undo.click()
    assert operations.records.need(Candidacy, first.id) == first
    assert strip.redo.isVisible()
    strip.redo.click()
    assert operations.records.need(Candidacy, first.id).reason == "moved away"
    qtbot.waitUntil(lambda: window.acts["undo"].text() != "Undo")
    assert window.acts["undo"].text().startswith("Undo: ")


def test_frame_follows_marks_once_the_typing_rests(window: MainWindow, qtbot: QtBot) -> None:
    """« Saved » is told at once; what the stage lacks, and the path, are found again after a rest."""
    view, operations = view_of(window), running(window)
    view.go("stage:hackathon#marks")
    banner = view._stages["stage:hackathon"].banner
    mark = operations.records.within(RecordedMark, "hackathon")[0]
    operations.run(lambda: set_outcomes(operations.file, "hackathon", {mark.candidacy: None}))
    before = banner.items
    assert len(before) == 1
    view.top.saved.show_saved("")
    cell = Cell(mark.candidacy, mark.juror, mark.criterion)
    operations.run(lambda: clear_cells(operations.file, "hackathon", [cell]))
    assert operations.file.saved_at is not None
    assert clock_time(operations.file.saved_at) in view.top.saved.words.text()
    assert banner.items == before
    qtbot.waitUntil(lambda: banner.items != before, timeout=2000)
    assert "sheet" in banner.items[0][0]
    operations.undo()
    qtbot.waitUntil(lambda: banner.items == before, timeout=2000)


def test_language_changes_without_opening_anew(window: MainWindow) -> None:
    """Labels and plural forms are French at once, and the place is kept."""
    view_of(window).go("candidacies")
    window.set_language("fr")
    view = view_of(window)
    assert view.place == "candidacies"
    assert view.top.saved.words.text().startswith("Enregistré")
    assert view.sidebar.model().index(0, 0).data() == "PARCOURS"
    window.set_language("en")
    assert view_of(window).sidebar.model().index(0, 0).data() == "PATH"


def test_a_spreadsheet_still_being_read_is_not_brought_into_another_edition(
    window: MainWindow, tmp_path: Path, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edition was changed for another one meanwhile: nothing is proposed for that one, unless it is asked again."""
    begun: list[tuple[Aside, Callable[[], object]]] = []
    monkeypatch.setattr(Aside, "start", lambda aside, work: begun.append((aside, work)))
    sheet, other = tmp_path / "more.csv", Path(copyfile(example, tmp_path / "other.jury"))
    sheet.write_text("Numéro;Titre;Porteur\n77001;Jardin partagé;Awa Diop\n", encoding="utf-8")
    window.arrivals.import_sheet(sheet)
    window.open_path(other)
    window.arrivals.import_sheet(sheet)
    assert window.operations is not None
    assert window.operations.file.path == other
    (first, reading), (second, reading_again) = begun[0], begun[-1]
    first.done.emit(reading())
    assert not window.findChildren(ImportPreview)
    second.done.emit(reading_again())
    assert len(window.findChildren(ImportPreview)) == 1


def test_a_spreadsheet_dropped_on_the_window_is_previewed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Dropped candidacies are read beside the window, shown, and imported as one act that can be undone."""
    sheet = tmp_path / "more.csv"
    sheet.write_text("Numéro;Titre;Porteur\n77001;Jardin partagé;Awa Diop\n", encoding="utf-8")
    drop(window, sheet)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportPreview)), timeout=20_000)
    dialog = window.findChildren(ImportPreview)[0]
    assert dialog.plan.new == 1
    before = len(running(window).records.within(Candidacy))
    dialog.go.click()
    assert len(running(window).records.within(Candidacy)) == before + 1
    assert view_of(window).place == "candidacies"
    window.undo()
    assert len(running(window).records.within(Candidacy)) == before


def test_an_edition_dropped_on_the_welcome_page_opens(
    make_window: Callable[[], MainWindow], qtbot: QtBot, example: Path
) -> None:
    """A .jury file opens where it falls."""
    window = make_window()
    with qtbot.waitSignal(window.edition_opened):
        drop(window, example)


def test_a_new_edition_is_named_kept_and_shown(
    make_window: Callable[[], MainWindow], answers: Any, tmp_path: Path
) -> None:
    """The title is needed, the name of the file is proposed from it, and the empty path is shown."""
    window = make_window()
    answers.to_make = tmp_path / "new.jury"
    window.describe_new()
    dialog = window.findChildren(NewEditionDialog)[0]
    dialog.go_on.click()
    assert not dialog.title.problem.isHidden()
    dialog.title.field.setProperty("text", "Édition 2026 / test")
    dialog.go_on.click()
    assert answers.asked == ["édition-2026-test"]
    assert running(window).records.need(Edition).title == "Édition 2026 / test"
    assert view_of(window).place.startswith("stage:call")


def test_a_copy_is_a_complete_edition(
    window: MainWindow, answers: Any, tmp_path: Path, make_window: Callable[[], MainWindow]
) -> None:
    """Save a copy writes a file that opens."""
    answers.to_make = tmp_path / "copy.jury"
    window.save_copy()
    other = make_window()
    other.open_path(answers.to_make)
    assert running(other).records == running(window).records


def test_typing_in_an_editor_is_kept_when_the_window_closes(
    window: MainWindow, example: Path, make_window: Callable[[], MainWindow]
) -> None:
    """What still stands in a field is committed before the file is let go."""
    view_of(window).go("settings")
    page = window.findChildren(SettingsPage)[0]
    page.edition["place"].field.setProperty("text", "Amiens")
    window.close()
    again = make_window()
    again.open_path(example)
    assert running(again).records.need(Edition).place == "Amiens"


@pytest.mark.parametrize("percent", [80, 100, 200, 300])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_the_main_controls_stay_within_the_window(  # noqa: PLR0917 - fixtures and sizes
    make_window: Callable[[], MainWindow],
    qtbot: QtBot,
    example: Path,
    settings: Settings,
    percent: int,
    size: tuple[int, int],
) -> None:
    """From 80 to 300 % type, top line, path and page are all there, and the window grows no larger than asked."""
    settings.scale = percent
    window = make_window()
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    window.open_path(example)
    view = view_of(window)
    for place in ("candidacies", "overview", "stage:incubation"):
        view.go(place)
        qtbot.wait(1)
        assert (window.width(), window.height()) == size
        for part in (view.top.edition, view.top.search, view.top.saved, view.sidebar, view.stack):
            frame = part.rect().translated(part.mapTo(window, part.rect().topLeft()))
            assert window.rect().contains(frame), f"{type(part).__name__} at {percent} %"
            assert frame.width() > 24
            assert frame.height() >= min(16, part.sizeHint().height())


def test_zooming_changes_the_type_and_keeps_the_place(window: MainWindow, settings: Settings) -> None:
    """Ctrl + and Ctrl 0 rebuild the window where it was."""
    view_of(window).go("overview")
    window.acts["zoom_in"].trigger()
    assert settings.scale == 110
    assert view_of(window).place == "overview"
    window.acts["zoom_reset"].trigger()
    assert settings.scale == 100


def test_the_palette_lists_acts_and_places(window: MainWindow) -> None:
    """Everything can be reached by its name, and choosing a place goes there."""
    commands = {command.name: command for command in window.commands()}
    assert {"Save a copy", "Full screen", "Candidacies", "Overview"} <= set(commands)
    assert commands["Save a copy"].detail == "Ctrl+Shift+S"
    commands["Overview"].run()
    assert view_of(window).place == "overview"


def test_escape_and_errors_open_no_modal_box(window: MainWindow) -> None:
    """An act that cannot be done is told at the foot; Escape changes nothing."""
    place = view_of(window).place
    running(window).undo()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert view_of(window).place == place


def test_a_defect_is_told_and_the_session_goes_on(window: MainWindow, qtbot: QtBot, isolated_home: Path) -> None:
    """The hook shows a report without the message of the error, keeps it, and the edition stays open."""
    hook = ExceptionHook(window)
    person = "Mme Delattre"
    hook.report(ValueError, ValueError(person), None)
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashReport)))
    report = window.findChildren(CrashReport)[0]
    assert "ValueError" in report.report.toPlainText()
    assert person not in report.report.toPlainText()
    assert window.operations is not None
    report.accept()
    kept = list(isolated_home.rglob("defects.log"))
    assert kept
    assert person not in kept[0].read_text(encoding="utf-8")
