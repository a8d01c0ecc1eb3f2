"""The pages about the whole edition, on the example."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.edition import Edition, Stage
from jury_desk.services.missing import Lack, missing_of
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.progress import StageState, path_of
from jury_desk.ui.messages import Messages
from jury_desk.ui.operations import Operations
from jury_desk.ui.pages.call import CallPage
from jury_desk.ui.pages.candidacies import CandidaciesPage
from jury_desk.ui.pages.follow_up import FollowUpPage
from jury_desk.ui.pages.overview import OverviewPage
from jury_desk.ui.pages.settings_page import SettingsPage
from jury_desk.ui.pages.welcome.recent_list import RecentLine, RecentList
from jury_desk.ui.settings import RecentFile, Settings
from jury_desk.ui.widgets.lack_words import TARGETS


def test_search_finds_any_word_of_a_candidacy(operations: Operations, qtbot: QtBot) -> None:
    """A word of an answer finds the candidacy, accents aside, and its whole text is shown."""
    page = CandidaciesPage(operations)
    qtbot.addWidget(page)
    assert page.table.model().rowCount() == 19
    QTest.keyClicks(page.search, "ternois")
    assert page.table.model().rowCount() == 1
    assert page.chosen is not None
    assert page.chosen.title == "Feu vert"
    page.search.setText("nothing holds this")
    assert page.table.model().rowCount() == 0


def test_turning_a_candidacy_down_needs_a_reason(operations: Operations, qtbot: QtBot) -> None:
    """Without a reason nothing is written and the field says why; with one it is, and can be undone."""
    page = CandidaciesPage(operations)
    qtbot.addWidget(page)
    page.show()
    chosen = page.chosen
    assert chosen is not None
    page.panel.choices[Admissibility.INADMISSIBLE].click()
    page.panel.confirm.click()
    assert operations.records.need(Candidacy, chosen.id) == chosen
    page.panel.reason.setText("Out of time")
    QTest.keyClick(page.panel.reason, Qt.Key.Key_Return)
    written = operations.records.need(Candidacy, chosen.id)
    assert (written.admissibility, written.reason) == (Admissibility.INADMISSIBLE, "Out of time")
    assert page.chosen == written
    operations.undo()
    assert page.chosen == chosen


def test_an_empty_edition_offers_the_import(blank: Operations, qtbot: QtBot) -> None:
    """The empty view has the one button to begin with."""
    page = CandidaciesPage(blank)
    qtbot.addWidget(page)
    assert page.empty.button is not None
    with qtbot.waitSignal(page.import_requested):
        page.empty.button.click()


def test_the_call_counts_by_admissibility(operations: Operations, qtbot: QtBot) -> None:
    """Nineteen received; the counts follow a change."""
    page = CallPage(operations, "call")
    qtbot.addWidget(page)
    assert page.received.figure.text() == "19"
    total = sum(int(tile.figure.text()) for tile in page.tiles.values())
    assert total == 19


def test_the_incubation_lists_who_is_in_it(operations: Operations, qtbot: QtBot) -> None:
    """The six selected projects, each with what the final jury decided."""
    page = FollowUpPage(operations, "incubation")
    qtbot.addWidget(page)
    model = page.table.model()
    assert model.rowCount() == 6
    assert all(model.index(row, 2).data() for row in range(6))


def test_the_overview_leads_to_what_is_missing(blank: Operations, qtbot: QtBot) -> None:
    """In a new edition the way to the first stage is there, and the funnel is said in words."""
    page = OverviewPage(blank)
    qtbot.addWidget(page)
    assert "to come" in page.funnel.accessibleDescription()


def test_settings_change_the_edition_and_its_stages(operations: Operations, settings: Settings, qtbot: QtBot) -> None:
    """A title, a date typed as people do; an empty title is refused in words."""
    page = SettingsPage(operations, settings)
    qtbot.addWidget(page)
    title = page.edition["title"].field
    title.setProperty("text", "")
    title.editingFinished.emit()  # type: ignore[attr-defined] # a line edit
    assert not page.edition["title"].problem.isHidden()
    title.setProperty("text", "Edition 2027")
    title.editingFinished.emit()  # type: ignore[attr-defined] # the same
    date = page.stages["impact", "date"]
    date.setText("7/7/27")
    date.editingFinished.emit()
    assert operations.records.need(Edition).title == "Edition 2027"
    assert operations.records.need(Stage, "impact").date == "2027-07-07"
    assert page.zone.currentData() == "Europe/Paris"
    page.zone.setCurrentIndex(page.zone.findText("La R", Qt.MatchFlag.MatchStartsWith))
    page.zone.activated.emit(page.zone.currentIndex())
    assert operations.records.need(Edition).zone == "Indian/Reunion"


def test_how_to_appeal_is_kept_when_its_field_is_left(operations: Operations, settings: Settings, qtbot: QtBot) -> None:
    """Several lines, left with Tab; what is still being written when something else is done is kept before it."""
    page = SettingsPage(operations, settings)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_section("appeal_route")
    field = page.edition["appeal_route"].field
    assert field.hasFocus()
    QTest.keyClicks(field, "Tribunal administratif")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "deux mois")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert operations.records.need(Edition).appeal_route == "Tribunal administratif\ndeux mois"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, ".")
    assert operations.commit_pending_edit()
    assert operations.records.need(Edition).appeal_route == "Tribunal administratif\ndeux mois."


def test_path_says_done_now_and_to_come(operations: Operations, blank: Operations) -> None:
    """Before the first candidacy everything is to come but the call; the example is past its final jury."""
    assert [each.state for each in path_of(blank.records)][:2] == [StageState.NOW, StageState.TO_COME]
    by_id = {each.stage.id: each for each in path_of(operations.records)}
    assert (by_id["hackathon"].taken_in, by_id["hackathon"].let_out) == (9, 6)
    assert [each.state for each in path_of(operations.records)] == [*[StageState.DONE] * 5, StageState.NOW]


def test_a_stage_without_anything_lacks_everything(blank: Operations) -> None:
    """What is missing comes in the order of the work, each with where it is put right."""
    lacks = missing_of(blank.records, "hackathon")
    assert [each.lack for each in lacks] == [Lack.ENTRIES, Lack.RULES, Lack.JURORS]
    assert [TARGETS[each.lack] for each in lacks] == ["prepare#order", "prepare#rules", "prepare#jury"]
    assert missing_of(blank.records, "call") == []


def test_operations_tell_an_error_and_change_nothing(jury_file: JuryFile, toolbox: Toolbox, qtbot: QtBot) -> None:
    """Undo with nothing to undo is a sentence, not an exception."""
    messages = Messages("en")
    operations = Operations(jury_file, toolbox, messages)
    with qtbot.waitSignal(messages.error_told) as told:
        assert operations.undo() is None
    assert told.args[0]


def test_recent_files_are_listed_and_those_that_are_gone_cannot_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    """Each says what it is and where; Enter opens the one that has the focus."""
    there = tmp_path / "there.jury"
    there.touch()
    files = [RecentFile(str(there), "There", "Call 19"), RecentFile(str(tmp_path / "gone.jury"), "Gone")]
    listed = RecentList(files)
    qtbot.addWidget(listed)
    first, gone = listed.findChildren(RecentLine)
    assert first.accessibleName() == f"There, Call 19, {there}"
    assert not gone.isEnabled()
    assert "no longer there" in gone.accessibleName()
    with qtbot.waitSignal(listed.file_chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert chosen.args == [str(there)]
    gone.click()
    assert chosen.args == [str(there)]
