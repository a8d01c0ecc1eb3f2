"""The dialogs of the window, in every language; what the import preview says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jury_desk.app.translation import Translation
from jury_desk.domain.records import Records
from jury_desk.services.candidacies import plan_import
from jury_desk.services.columns import Field
from jury_desk.services.ports import SheetRead, SheetRow
from jury_desk.ui.dialogs.command_palette import Command, CommandPalette
from jury_desk.ui.dialogs.crash_report import CrashReport
from jury_desk.ui.dialogs.file_choice import FileChooser
from jury_desk.ui.dialogs.help import HelpDialog
from jury_desk.ui.dialogs.import_preview import ImportPreview
from jury_desk.ui.dialogs.new_edition import NewEditionDialog
from jury_desk.ui.dialogs.preferences import PreferencesDialog
from jury_desk.ui.settings import Settings


def sheet_of(header: tuple[str, ...], *rows: tuple[str, ...]) -> SheetRead:
    """A spreadsheet as read."""
    return SheetRead(
        Path("candidatures.csv"),
        sheet="",
        encoding="utf-8",
        header_row=1,
        header=header,
        rows=tuple(SheetRow(number, cells) for number, cells in enumerate(rows, 2)),
    )


def preview_of(sheet: SheetRead, language: str = "en") -> ImportPreview:
    """The preview of importing ``sheet`` into an empty edition."""
    records = Records()
    return ImportPreview(sheet, lambda read, mapping: plan_import(records, read, mapping), language)


GOOD = sheet_of(("Titre", "Porteur", "Remarque"), ("Un", "Awa Diop", "bien"), ("Deux", "Luc Roy", ""))
BAD = sheet_of(("Numéro", "Titre"), ("1", "Un"), ("1", "Deux"), ("3", ""))

DIALOGS: dict[str, Callable[[Settings, str], QDialog]] = {
    "new edition": lambda _settings, language: NewEditionDialog(language),
    "preferences": lambda settings, _language: PreferencesDialog(settings),
    "crash report": lambda _settings, _language: CrashReport("ValueError", "15:42:07", "/log"),
    "help": lambda _settings, _language: HelpDialog("About", [("Everywhere", [("Open", "Ctrl+O")])]),
    "palette": lambda _settings, _language: CommandPalette([Command("Open", list, "Ctrl+O")]),
    "import": lambda _settings, language: preview_of(GOOD, language),
    "import with problems": lambda _settings, language: preview_of(BAD, language),
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_opens_in_every_language(
    translation: Translation, qtbot: QtBot, settings: Settings, name: str, language: str
) -> None:
    """It is shown with a title, no button of it is without words, and Escape closes it."""
    translation.use(language)
    dialog = DIALOGS[name](settings, language)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert dialog.windowTitle()
    assert all(button.text() for button in dialog.findChildren(QPushButton))
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_preview_says_how_many_it_would_import(qtbot: QtBot) -> None:
    """The button counts, and confirming hands the plan over."""
    preview = preview_of(GOOD)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(preview)
    assert preview.go.text() == "Import 2 candidacies"
    assert preview.counts.text() == "2 rows: 2 new, 0 changed, 0 unchanged"
    with qtbot.waitSignal(preview.plan_confirmed) as told:
        preview.go.click()
    assert told.args[0].new == 2


def test_problems_are_told_by_row_and_column_and_bar_the_import(translation: Translation, qtbot: QtBot) -> None:
    """A row without a title and a reference given twice: nothing can be imported, and the words say why."""
    translation.use("fr")
    preview = preview_of(BAD, "fr")
    qtbot.addWidget(preview)
    assert not preview.go.isEnabled()
    assert preview.why_not.text().startswith("2 problèmes")
    model = preview.problems.model()
    places = {(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())}
    assert places == {("3", "Numéro"), ("4", "Titre")}


def test_another_field_for_a_column_changes_the_plan(qtbot: QtBot) -> None:
    """A field given to a second column leaves the first one, which is kept as an answer."""
    preview = preview_of(GOOD)
    qtbot.addWidget(preview)
    remark = preview.fields[2]
    assert isinstance(remark, QComboBox)
    remark.setCurrentIndex(remark.findData(Field.TITLE.value))
    remark.activated.emit(remark.currentIndex())
    assert preview.plan.columns == {"Titre": None, "Porteur": Field.HOLDER_FULL_NAME, "Remarque": Field.TITLE}
    assert preview.fields[0].currentData() is None
    assert not preview.go.isEnabled()


def test_the_palette_runs_what_enter_is_pressed_on(qtbot: QtBot) -> None:
    """Typing, going down and Enter, all from the field."""
    done: list[str] = []
    palette = CommandPalette(
        [Command("Open", lambda: done.append("open")), Command("Quit", lambda: done.append("quit"))]
    )
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(palette)
    with qtbot.waitExposed(palette):
        palette.open()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["quit"]


def test_rules_file_gets_its_ending_and_replaces_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system asked about the name as typed: with the ending, a name that is taken gets a number."""
    parent = QWidget()
    qtbot.addWidget(parent)
    chooser = FileChooser(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "rules"), ""))
    assert chooser.rules_to_export(parent, "x") == tmp_path / "rules.toml"
    (tmp_path / "rules.toml").touch()
    assert chooser.rules_to_export(parent, "x") == tmp_path / "rules (2).toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "rules.toml"), ""))
    assert chooser.rules_to_export(parent, "x") == tmp_path / "rules.toml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert chooser.rules_to_import(parent) is None
