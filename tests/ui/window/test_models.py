"""The models of the window."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jury_desk.ui.dialogs.command_palette import Command, CommandModel, matches
from jury_desk.ui.models.search_proxy import SearchProxy, plain
from jury_desk.ui.models.table_model import Column, TableModel
from jury_desk.ui.widgets.sidebar import SidebarModel, SidebarRow


def test_sidebar_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    """Lines that lead nowhere cannot be reached; a change of their number resets the model."""
    model = SidebarModel()
    rows = [SidebarRow("heading", "PATH"), SidebarRow("done", "Call", "stage:call", "19", "Call, done")]
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(rows)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Call, done"
    with qtbot.waitSignal(model.dataChanged):
        model.set_rows([rows[0], SidebarRow("now", "Call", "stage:call")])


def test_command_model_finds_by_letters(qtmodeltester: ModelTester) -> None:
    """Words come before scattered letters, and accents do not matter."""
    model = CommandModel([Command("Délibérer", list), Command("Fermer l’édition", list), Command("Ouvrir", list)])
    model.search("edi")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert model.index(0).data() == "Fermer l’édition"
    model.search("ovr")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Ouvrir"]
    assert matches("zzz", "Ouvrir") is None


def test_search_proxy_keeps_rows_with_every_word(qtmodeltester: ModelTester) -> None:
    """Typed words are looked for in all of a row, accents and case aside."""
    model: TableModel[str] = TableModel([Column("Name", str)])
    model.set_rows(["Élan 10", "élan 2", "Zèbre"])
    proxy = SearchProxy(str)
    proxy.setSourceModel(model)
    proxy.search("ELAN")
    proxy.sort(0)
    qtmodeltester.check(proxy)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert [proxy.index(row, 0).data() for row in range(proxy.rowCount())] == ["élan 2", "Élan 10"]
    assert plain("Œuvre Été") == "œuvre ete"
