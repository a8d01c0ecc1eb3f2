"""The window from the keyboard: what Tab comes to, what Enter presses, where one is after an act."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.window.conftest import Answers

from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.services.drafting import templates
from jury_desk.services.files import new_edition
from jury_desk.services.missing import Lack, Missing, missing_of
from jury_desk.services.ports import Toolbox
from jury_desk.services.preparation import set_entries
from jury_desk.ui.dialogs.import_preview import ImportPreview
from jury_desk.ui.dialogs.new_edition import NewEditionDialog
from jury_desk.ui.main_window import MainWindow
from jury_desk.ui.pages.candidacies import CandidaciesPage
from jury_desk.ui.pages.marks import MarksPage
from jury_desk.ui.pages.prepare import PreparePage
from jury_desk.ui.widgets.buttons import secondary
from jury_desk.ui.widgets.choice import Choice
from jury_desk.ui.widgets.dates import iso_date, typed_date
from jury_desk.ui.widgets.reading_order import first_stop, follow_reading_order, stops
from jury_desk.ui.widgets.search_box import SearchBox
from jury_desk.ui.widgets.top_bar import TopBar

Key = Qt.Key


@pytest.fixture
def preparing(window: MainWindow, toolbox: Toolbox, tmp_path: Path, qtbot: QtBot) -> PreparePage:
    """The page Prepare of a jury that has no rules yet."""
    file = new_edition(toolbox, tmp_path / "new.jury", Edition("Édition 2027"))
    with file.unit() as unit:
        unit.put(Candidacy("P1", "Mon quai", admissibility=Admissibility.ADMISSIBLE))
        unit.commit("candidacies_imported")
    set_entries(file, "final", ["P1"])
    file.close()
    window.open_path(tmp_path / "new.jury")
    assert window.view is not None
    window.activateWindow()
    window.view.go("stage:final#prepare")
    page = window.view._stages["stage:final"].current_page
    assert isinstance(page, PreparePage)
    qtbot.waitUntil(page.isVisible)
    return page


def focused(window: MainWindow) -> QWidget | None:
    """What a key would go to."""
    return window.focusWidget()


def test_tab_goes_in_the_order_of_reading_whatever_was_made_first(qtbot: QtBot) -> None:
    """A part made later stands where it is read; a grid is read line by line."""
    root, layout = QWidget(), QVBoxLayout()
    qtbot.addWidget(root)
    root.setLayout(layout)
    last, first = QLineEdit("last"), QLineEdit("first")
    cells = [[QLineEdit(f"{row}{column}") for column in range(2)] for row in range(2)]
    layout.addWidget(last)
    grid = QGridLayout()
    for row, column in ((1, 1), (0, 1), (1, 0), (0, 0)):
        grid.addWidget(cells[row][column], row, column)
    layout.insertLayout(0, grid)
    layout.insertWidget(0, first)
    wanted = [first, *cells[0], *cells[1], last]
    assert list(stops(root)) == wanted
    follow_reading_order(root)
    with qtbot.waitActive(root):
        root.show()
        root.activateWindow()
    first.setFocus()
    for each in wanted[1:]:
        QTest.keyClick(root.focusWidget(), Key.Key_Tab)
        assert root.focusWidget() is each
    first.setEnabled(False)
    assert first_stop(root) is cells[0][0]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
@pytest.mark.parametrize("make", [lambda: secondary("Export"), lambda: Choice(28, "Open", "An edition")])
def test_enter_presses_what_has_the_focus(qtbot: QtBot, make: Callable[[], QPushButton | Choice], key: Qt.Key) -> None:
    """As Space does: buttons and the large choices."""
    button = make()
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_tab_reaches_the_whole_page_in_the_order_it_is_read(window: MainWindow, preparing: PreparePage) -> None:
    """The rules, though made last, come before the jury and the times."""
    sections = [preparing.rules, preparing.jury, preparing.passages, preparing.timing]
    preparing.draft.replace(templates("fr")[0].document)
    found: list[int] = []
    stop = first_stop(preparing.rules)
    while stop is not None and preparing.isAncestorOf(stop):
        found += [at for at, part in enumerate(sections) if part.isAncestorOf(stop)]
        stop.setFocus()
        QTest.keyClick(stop, Key.Key_Tab)
        stop = window.focusWidget()
    assert found == sorted(found)
    assert set(found) == {0, 1, 2, 3}


@pytest.mark.parametrize("tab", ["prepare", "session", "deliberate"])
def test_tab_goes_round_and_leaves_nothing_out(window: MainWindow, preparing: PreparePage, tab: str) -> None:
    """Past the last stop comes the first one again, and not the part for which some holder takes the focus."""
    assert window.view is not None
    preparing.draft.replace(templates("fr")[0].document)
    window.view.go(f"stage:final#{tab}")
    window.view.sidebar.setFocus()
    central = window.centralWidget()
    assert central is not None
    wanted = [each for each in stops(central) if each.isVisible() and each.isEnabled()]
    met: list[QWidget] = []
    stop: QWidget | None = window.view.sidebar
    while stop is not None and stop not in met:
        met.append(stop)
        QTest.keyClick(stop, Key.Key_Tab)
        stop = window.focusWidget()
    assert stop is window.view.sidebar
    assert set(wanted) <= set(met)


def type_text(window: MainWindow, text: str) -> None:
    """Type key by key: the first one may open an editor, which gets the others."""
    for letter in text:
        QTest.keyClicks(window.focusWidget(), letter)


def visible_in(page: PreparePage, part: QWidget) -> bool:
    """Whether the whole height of a part is within what the page shows of itself."""
    shown = page._scroll.viewport()
    top = part.mapTo(shown, QPoint()).y()
    return top >= 0 and top + part.height() <= shown.height()


def test_what_has_the_keys_is_in_sight(window: MainWindow, preparing: PreparePage, qtbot: QtBot) -> None:
    """After a template, and wherever an act puts the focus."""
    choice = preparing.rules.beginning.findChild(Choice)
    assert isinstance(choice, Choice)
    choice.setFocus()
    preparing._scroll.verticalScrollBar().setValue(10_000)
    preparing.draft.replace(templates("fr")[0].document)
    qtbot.waitUntil(lambda: visible_in(preparing, preparing.rules.editor.title.line))
    assert focused(window) is preparing.rules.editor.title.line


def test_names_of_jurors_are_typed_in_sight_and_tab_tells_what_each_does(
    window: MainWindow, preparing: PreparePage, qtbot: QtBot
) -> None:
    """Enter goes on with the next member, Tab with the function of the one just named; the page scrolls along."""
    preparing.draft.replace(templates("fr")[0].document)
    preparing.show_section("jury")
    table = preparing.jury.table
    qtbot.waitUntil(lambda: focused(window) is table)
    for number in range(8):
        type_text(window, f"Member {number}")
        QTest.keyClick(window.focusWidget(), Key.Key_Return)
        qtbot.waitUntil(lambda number=number: table.currentIndex().row() == number + 1)  # type: ignore[misc]
        qtbot.wait(1)
        row = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(preparing._scroll.viewport(), row.topLeft()).y()
        assert 0 <= top <= preparing._scroll.viewport().height() - row.height()
    type_text(window, "Mme Awa NDIAYE")
    QTest.keyClick(window.focusWidget(), Key.Key_Tab)
    qtbot.waitUntil(lambda: table.currentIndex().column() == 1)
    type_text(window, "Coach")
    QTest.keyClick(window.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: preparing.jury.model.seats[-1][1].function == "Coach")
    assert preparing.jury.model.seats[-1][1].name == "Mme Awa NDIAYE"
    assert preparing.jury.recusals.add.isEnabled()


def test_admissibility_keeps_its_button_and_leads_on(window: MainWindow) -> None:
    """The panel is made anew, and the keys stay where they were; Alt+Page down goes on with the next candidacy."""
    assert window.view is not None
    window.view.go("candidacies")
    page = window.findChildren(CandidaciesPage)[0]
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    page.panel.choices[Admissibility.ADMISSIBLE].setFocus()
    for row in (1, 2):
        QTest.keyClick(window.focusWidget(), Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
        assert page.table.currentIndex().row() == row
        assert focused(window) in page.panel.choices.values()
    assert page.chosen is not None
    page._set_admissibility(page.chosen.id, Admissibility.INADMISSIBLE, "Hors sujet")
    assert focused(window) is page.panel.choices[Admissibility.INADMISSIBLE]


def test_a_place_found_by_its_name_has_the_keys(window: MainWindow) -> None:
    """Whatever had the focus before; the stage shown comes first, and sections are found by what people call them."""
    assert window.view is not None
    window.view.go("stage:hackathon#prepare")
    names = [command.name for command in window.commands() if command.name.endswith(("Mark", "draw by lot"))]
    assert [name.split(" › ")[0] for name in names[:2]] == ["Jury du hackathon"] * 2
    window.view.top.search.setFocus()
    next(each for each in window.commands() if each.name == "Jury du hackathon › Mark").run()
    page = window.view._stages["stage:hackathon"].current_page
    assert page is not None
    assert focused(window) is page.focusProxy()


def test_what_the_menus_of_the_marks_offer_is_found_by_its_name(window: MainWindow) -> None:
    """As it can be done now, with its key; on other pages it is not there."""
    assert window.view is not None
    window.view.go("stage:hackathon#prepare")
    assert "Comment on this mark" not in {each.name for each in window.commands()}
    window.view.go("stage:hackathon#marks")
    (page,) = window.findChildren(MarksPage)
    page.grid.go_to_sheet(page.grid.model.rows[0].candidacy, page.grid.model.rows[0].juror)
    found = {each.name: each for each in window.commands()}
    assert {"Move these marks", "Blank sheets on paper", "Second entry by another person"} <= found.keys()
    assert found["Comment on this mark"].detail == "Shift+F2"
    found["Comment on this mark"].run()
    assert page.grid.comments.isVisible()
    found["Second entry by another person"].run()
    page._begin_second_entry("Ana")
    assert "Comment on this mark" not in {each.name for each in window.commands()}


def test_call_says_what_is_left_to_examine(window: MainWindow, preparing: PreparePage) -> None:
    """« Nothing is missing » would be wrong while a candidacy awaits its examination."""
    assert window.view is not None
    operations = preparing.operations
    assert missing_of(operations.records, "call") == []
    with operations.file.unit() as unit:
        unit.put(Candidacy("P2", "Fil vert"))
        unit.commit("candidacies_imported")
    assert missing_of(operations.records, "call") == [Missing(Lack.EXAMINATION, 1, 2)]


def test_the_first_field_is_ready_once_rules_are_begun(window: MainWindow, preparing: PreparePage) -> None:
    """The focus does not go anywhere when what had it is gone."""
    choice = preparing.rules.beginning.findChild(Choice)
    assert isinstance(choice, Choice)
    choice.setFocus()
    preparing.draft.replace(templates("fr")[0].document)
    assert focused(window) is preparing.rules.editor.title.line


def test_what_is_missing_leads_into_the_field_it_means(
    window: MainWindow, preparing: PreparePage, qtbot: QtBot
) -> None:
    """The jury's table, the search for a candidacy, the button that freezes."""
    preparing.draft.replace(templates("fr")[0].document)
    for part, wanted in (
        ("jury", preparing.jury.table),
        ("freeze", preparing.rules.editor.freeze),
        ("rules", preparing.rules.files.bring_in),
    ):
        preparing.show_section(part)
        qtbot.waitUntil(lambda wanted=wanted: focused(window) is wanted)  # type: ignore[misc]


def test_the_grid_has_the_keys_when_its_tab_is_stepped_to(window: MainWindow) -> None:
    """Digits start at once."""
    assert window.view is not None
    window.view.go("stage:hackathon#session")
    window.view.step_tab(1)
    assert window.view.place == "stage:hackathon#marks"
    page = window.view._stages["stage:hackathon"].current_page
    assert page is not None
    assert focused(window) is page.focusProxy()


def test_home_goes_to_the_first_stage(window: MainWindow) -> None:
    """Not to the heading over it, which leads nowhere."""
    assert window.view is not None
    window.view.go("settings")
    QTest.keyClick(window.view.sidebar, Key.Key_Home)
    assert window.view.sidebar.chosen == "stage:call"


def test_the_first_choice_has_the_focus_after_an_edition_is_closed(window: MainWindow) -> None:
    """Instead of nothing."""
    window.close_edition()
    assert window.welcome is not None
    assert focused(window) is window.welcome.open


def test_settings_and_help_are_named_on_the_welcome_page(make_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    """Whoever wants another language finds it without knowing a key."""
    window = make_window()
    assert window.welcome is not None
    page = window.welcome
    with qtbot.waitSignals([page.settings_requested, page.help_requested]):
        page.settings.click()
        page.help.click()
    assert len([each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]) == 2


def test_a_sheet_dropped_on_the_welcome_page_begins_an_edition(
    make_window: Callable[[], MainWindow], answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    """Named, kept, then filled from the sheet, as the page promises."""
    sheet = tmp_path / "candidatures.csv"
    sheet.write_text("Référence;Titre\nA1;Feu vert\n", encoding="utf-8")
    answers.to_make = tmp_path / "own.jury"
    window = make_window()
    window.open_path(sheet)
    (dialog,) = window.findChildren(NewEditionDialog)
    dialog.title.field.setText("Édition 2026")  # type: ignore[attr-defined] # a line
    dialog.go_on.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportPreview)), timeout=20_000)
    assert window.operations is not None
    assert window.operations.records.need(Edition).title == "Édition 2026"


def test_one_of_many_is_found_by_any_part_of_its_name(qtbot: QtBot) -> None:
    """Enter takes the only one left; a letter, an arrow or a doubtful part takes none."""
    box = SearchBox("Add", "type")
    qtbot.addWidget(box)
    box.set_choices([("C1", "Feu vert"), ("C2", "Fil vert"), ("C3", "Mon quai")])
    chosen: list[str] = []
    box.chosen.connect(chosen.append)
    QTest.keyClick(box, Key.Key_Down)
    box.hidePopup()
    QTest.keyClicks(box, "vert")
    QTest.keyClick(box, Key.Key_Return)
    assert chosen == []
    box.clearEditText()
    QTest.keyClicks(box, "QUAI")
    QTest.keyClick(box, Key.Key_Return)
    assert chosen == ["C3"]
    assert not box.currentText()


def test_dates_are_written_as_they_are_typed() -> None:
    """Figures or words, in the language of the window; what is no date stays."""
    former = QLocale()
    try:
        QLocale.setDefault(QLocale("fr_FR"))
        assert {iso_date(text) for text in ("5/3/20", "05.03.2020", "5 mars 2020", "2020-03-05")} == {"2020-03-05"}
        assert iso_date("1er mars 2020") == "2020-03-01"
        assert iso_date("avril à juillet") == "avril à juillet"
        assert typed_date("2020-03-05") == "05/03/2020"
        assert typed_date("avril à juillet") == "avril à juillet"
    finally:
        QLocale.setDefault(former)


@pytest.mark.parametrize("organisation", ["", "Région Hauts-de-France"])
def test_the_saved_state_ends_the_top_line(app: QApplication, qtbot: QtBot, organisation: str) -> None:
    """Also for an edition that names no organisation."""
    bar = TopBar(app.windowIcon(), "Ctrl+K")
    qtbot.addWidget(bar)
    bar.show_edition("Édition 2026", organisation)
    bar.saved.show_saved("15:42:07")
    bar.resize(1366, 48)
    bar.show()
    assert bar.saved.width() == bar.saved.sizeHint().width()
    assert bar.width() - bar.saved.geometry().right() < 40
