"""Délibérer and Documents: what they show, how they follow, and what they say while there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desk.domain.scoring import MarkState
from jury_desk.services.scoring import record_sheet_state
from jury_desk.ui.dialogs.pictures import PicturesDialog
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.pages.documents import DocumentsPage
from jury_desk.ui.widgets.empty_view import EmptyView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, BenchMaker

JURORS = ("J1", "J2", "J3")
RANKED = {
    (candidacy, juror): (first, "10", "10")
    for candidacy, first in (("P1", "16"), ("P2", "10"), ("P3", "10"), ("P4", "3"))
    for juror in JURORS
}


def shown(page: QWidget, qtbot: QtBot) -> None:
    """Show a page in an active window."""
    qtbot.addWidget(page)
    page.resize(1086, 620)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


# Délibérer


def test_ranking_explains_the_chosen_project(bench: Bench, qtbot: QtBot) -> None:
    """The panel follows the cursor: means, sheets, ties, threshold."""
    bench.give(RANKED)
    page = DeliberatePage(bench.operations, bench.stage)
    shown(page, qtbot)
    assert page.panel.text.startswith("La belette")
    assert "3 grilles comptent sur 3." in page.panel.text
    page.view.choose(page.model.row_of("P4"))
    assert "Éliminé\u00a0: «\u00a0Problème\u00a0» vaut 3, le seuil est < 4." in page.panel.text
    page.view.choose(page.model.row_of("P2"))
    assert "Toujours à égalité" in page.panel.text


def test_tie_is_said_in_words(bench: Bench, qtbot: QtBot) -> None:
    """Equals are told under the ranking, and the tie across the line stops the proposal."""
    bench.give(RANKED)
    page = DeliberatePage(bench.operations, bench.stage)
    shown(page, qtbot)
    assert "Guichet clair" in page.ties.text()
    assert "Mon quai" in page.ties.text()
    proposal = page.model.tick_column - 1
    assert page.model.index(page.model.row_of("P2"), proposal).data() == "!  Tie on the line"
    assert page.model.index(page.model.row_of("P2"), 0).data() == "2 tied"


def test_keyboard_passes_over_the_line(bench: Bench, qtbot: QtBot) -> None:
    """Down goes from the last place to the next candidacy."""
    bench.give(RANKED | {("P2", juror): ("12", "10", "10") for juror in JURORS})
    page = DeliberatePage(bench.operations, bench.stage)
    shown(page, qtbot)
    page.view.setFocus()
    page.view.choose(page.model.line_row - 1)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.currentIndex().row() == page.model.line_row + 1
    assert page.panel.text.startswith("Mon quai")


def test_ranking_follows_marks_and_keeps_the_choice(bench: Bench, qtbot: QtBot) -> None:
    """An act from elsewhere moves the rows; the explained project stays the explained one."""
    bench.give(RANKED)
    page = DeliberatePage(bench.operations, bench.stage)
    shown(page, qtbot)
    page.view.choose(page.model.row_of("P2"))
    changes = bench.operations.run(
        lambda: record_sheet_state(bench.file, bench.stage, "P1", "J1", MarkState.ABSENT), None
    )
    assert changes is not None
    assert page.panel.text.startswith("Guichet clair")
    assert page.model.row(0).standing is not None
    assert page.model.row(page.model.row_of("P1")).standing.sheets_counted == 2  # type: ignore[union-attr]


def test_provisional_ranking_says_what_is_missing(bench: Bench, qtbot: QtBot) -> None:
    """How many sheets, and whose marks for the chosen project."""
    bench.give({("P1", juror): ("16", "10", "10") for juror in JURORS[:2]} | {("P1", "J3"): ("16", "", "")})
    page = DeliberatePage(bench.operations, bench.stage)
    shown(page, qtbot)
    assert page.state.text().startswith("Provisoire")
    assert "Mme Roux\u00a0: 1 note sur 3." in page.panel.text


@pytest.mark.parametrize(
    ("prepared", "target"),
    [({"rules": False}, "prepare#rules"), ({"candidacies": False}, "prepare#order"), ({}, "marks")],
)
def test_no_ranking_leads_on(make_bench: BenchMaker, qtbot: QtBot, prepared: dict[str, bool], target: str) -> None:
    """Nothing to rank yet: a sentence, and the button to what comes first."""
    bench = make_bench(**prepared)
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    view = page._views.currentWidget()
    assert isinstance(view, EmptyView)
    assert view.button is not None
    with qtbot.waitSignal(page.page_requested) as asked:
        view.button.click()
    assert asked.args == [target]


# Documents


def test_preview_shows_the_very_minutes(bench: Bench, qtbot: QtBot) -> None:
    """Pages drawn from the PDF that would be printed, each with a name."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    shown(page, qtbot)
    qtbot.waitUntil(lambda: page.preview.page_count > 0, timeout=20000)
    assert page.preview.page_names()[0] == f"Minutes, page 1 of {page.preview.page_count}"
    drawn = page.preview.grab().toImage()
    assert len({drawn.pixel(drawn.width() // 2, y) for y in range(drawn.height())}) > 2


@pytest.mark.parametrize("name", ["explained", "robustness"])
def test_annexes_are_options(bench: Bench, qtbot: QtBot, name: str) -> None:
    """How results came about, how firmly they stand: off at first; ticked, the preview has more pages."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    shown(page, qtbot)
    qtbot.waitUntil(lambda: page.preview.page_count > 0, timeout=20000)
    plain = page.preview.page_count
    option = getattr(page, name)
    assert not option.isChecked()
    option.click()
    qtbot.waitUntil(lambda: page.preview.page_count > plain, timeout=20000)


def test_annexes_wait_for_a_result(bench: Bench, qtbot: QtBot) -> None:
    """Before the first result, and before a jury that gives no marks, there is nothing that they could tell."""
    page = DocumentsPage(bench.operations, bench.stage)
    shown(page, qtbot)
    options = (page.explained, page.robustness)
    assert not any(option.isEnabled() for option in options)
    assert all(option.toolTip() for option in options)
    bench.give(RANKED)
    page.refresh()
    assert all(option.isEnabled() and not option.toolTip() for option in options)


def test_checklist_stands_beside_the_minutes(bench: Bench, qtbot: QtBot) -> None:
    """Folded at first; its twenty-eight items name what is blank, and the minutes stay provisional meanwhile."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    shown(page, qtbot)
    assert not page.checklist.isVisible()
    page.check.click()
    assert page.checklist.isVisible()
    model = page.checklist.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [str(n) for n in range(1, 29)]
    blank = [row for row in range(model.rowCount()) if model.index(row, 2).data().startswith("!")]
    assert blank
    assert all(len(model.index(row, 2).data()) > len("!  ") for row in blank)
    assert page.check.text() == f"Checklist of the minutes: {28 - len(blank)}/28"
    assert page.model.index(1, 1).data() == "…  provisional"
    page.check.click()
    assert not page.checklist.isVisible()


def test_export_writes_every_document(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    """Into the folder chosen; the states follow, and follow again when a mark changes."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.choose_folder = lambda _parent, _former: str(tmp_path / "out")
    assert page.model.index(0, 1).data() == "○  ready"
    page.export.click()
    assert not page.export.isEnabled()
    qtbot.waitUntil(page.export.isEnabled, timeout=60_000)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["hackathon-minutes.pdf", "hackathon.xlsx"]
    assert page.model.index(0, 1).data() == "✓  up to date"
    assert bench.notes[0] == "Writing the documents…"
    assert "hackathon.xlsx" in bench.notes[-1]
    bench.give({("P1", "J1"): ("15", "10", "10")})
    page.refresh()
    assert page.model.index(0, 1).data() == "!  to be made again"


def test_export_can_be_stopped_and_leaves_the_folder_as_it_was(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    """Which document is being written is shown meanwhile; what was there before stays, nothing else comes."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    shown(page, qtbot)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "hackathon.xlsx").write_text("former", encoding="utf-8")
    page.choose_folder = lambda _parent, _former: str(folder)
    assert not page.writing.isVisible()
    page.export.click()
    assert page.writing.isVisible()
    assert page.writing.bar.maximum() in (0, 2)
    page.writing.stop.click()
    assert page.writing.words.text() == "Stopping…"
    qtbot.waitUntil(page.export.isEnabled, timeout=60_000)
    assert not page.writing.isVisible()
    assert bench.notes[-1] == "L’écriture des documents a été arrêtée\u00a0: le dossier est tel qu’il était."
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [
        ("hackathon.xlsx", "former")
    ]
    assert page.model.index(0, 1).data() == "○  ready"


def test_another_document_is_made_by_its_name(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    """One of those beside the usual two, which stay as they were; its restricted nature stands in its name."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.choose_folder = lambda _parent, _former: str(tmp_path / "out")
    names = [page.others.choice.itemData(index) for index in range(page.others.choice.count())]
    assert set(names) | {"workbook", "minutes"} == set(bench.operations.toolbox.documents)
    page.others.choice.setCurrentIndex(names.index("running-order"))
    page.others.make.click()
    assert not page.others.make.isEnabled()
    qtbot.waitUntil(page.others.make.isEnabled, timeout=60_000)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["hackathon-running-order.pdf"]
    assert page.model.index(0, 1).data() == "○  ready"
    assert "(restricted)" in page.others.choice.itemText(names.index("grids"))


def test_pictures_are_looked_at_one_by_one(bench: Bench, qtbot: QtBot) -> None:
    """Each with its words for whoever listens, and its figures as a table."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    shown(page, qtbot)
    page.pictures.click()
    (dialog,) = page.findChildren(PicturesDialog)
    qtbot.waitUntil(lambda: dialog.picture.shows_something, timeout=20000)
    assert dialog.picture.accessibleName() == "Ranking, with what one juror less would change"
    assert dialog.picture.accessibleDescription() == dialog.words.text() != ""
    assert dialog.model.rowCount() == 4
    former = dialog.words.text()
    dialog.choice.setCurrentIndex(dialog.choice.count() - 1)
    qtbot.waitUntil(lambda: dialog.words.text() != former, timeout=20000)
    assert dialog.picture.accessibleName().startswith("Profile: ")
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "Code"
    assert dialog.picture.heightForWidth(640) == pytest.approx(2 * dialog.picture.heightForWidth(320), abs=2)
    dialog.reject()


def test_verification_is_asked_of_the_window(bench: Bench, qtbot: QtBot) -> None:
    """The page has no minutes of its own to verify: the window asks which."""
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.page_requested, check_params_cb=lambda target: target == "verify"):
        page.verify.click()


def test_export_given_up_writes_nothing(bench: Bench, qtbot: QtBot) -> None:
    """No folder, no act and no note."""
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.choose_folder = lambda _parent, _former: ""
    page.export.click()
    assert bench.notes == []


def test_export_that_fails_is_told(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    """A place that cannot be written: a sentence, and the states stay."""
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    page.choose_folder = lambda _parent, _former: str(blocked)
    page.export.click()
    qtbot.waitUntil(page.export.isEnabled, timeout=60_000)
    assert bench.errors
    assert "up to date" not in page.model.index(0, 1).data()


def test_print_opens_the_minutes(bench: Bench, qtbot: QtBot) -> None:
    """The door is given the PDF; when nothing opens it, a note says so."""
    bench.give(RANKED)
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    opened: list[Path] = []

    def refuse(path: Path) -> bool:
        opened.append(path)
        return False

    page.open_file = refuse
    page.print.click()
    qtbot.waitUntil(page.print.isEnabled, timeout=60_000)
    assert opened[0].read_bytes().startswith(b"%PDF")
    assert bench.notes


def test_documents_without_rules_say_so(make_bench: BenchMaker, qtbot: QtBot) -> None:
    """Nothing to print: the sentence of the error, and the way to the rules."""
    bench = make_bench(rules=False)
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    assert page._views.currentIndex() == 1
    assert page._empty.sentence.text()


def test_provisional_documents_say_so(make_bench: BenchMaker, qtbot: QtBot) -> None:
    """Rules not frozen, then marks missing."""
    bench = make_bench(frozen=False)
    page = DocumentsPage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    assert page.state.text() == "Provisional: the rules are not frozen."
    assert page.model.index(0, 1).data() == "…  provisional"
