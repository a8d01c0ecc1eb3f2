"""Préparer: the règlement written field by field, frozen, and read only afterwards; jury, order and times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from jury_desk.domain.candidacy import Admissibility, Candidacy, Outcome, OutcomeCategory
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.deliberation import set_outcomes
from jury_desk.services.drafting import draft_of
from jury_desk.services.preparation import entries, panel, set_entries
from jury_desk.ui.pages.follow_up import FollowUpPage
from jury_desk.ui.widgets.draft_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, BenchMaker

    from jury_desk.ui.pages.prepare import PreparePage

Key = Qt.Key
PageMaker = "Callable[[Bench], PreparePage]"


def kept(bench: Bench) -> dict[str, Any]:
    """The draft on file."""
    return draft_of(bench.file.records, bench.stage) or {}


def retype(line: QLineEdit, text: str) -> None:
    """Replace what stands in a field, key by key."""
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClicks(line, text)


def test_empty_stage_offers_templates(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """The four regimes and two rubrics, each with a line on what it is for; the first click keeps a draft."""
    bench = make_bench(rules=False, jury=False, candidacies=False)
    page = page_of(bench)
    choices = page.rules.beginning.choices
    assert [choice.accessibleName() for choice in choices] == [
        "Jury d’un appel à projets",
        "Jury de concours",
        "Jury de concours d’architecture",
        "Commission consultative",
        "Jury de sélection\u00a0: cinq critères",
        "Quatre critères de même poids",
    ]
    assert all(choice.accessibleDescription() for choice in choices)
    choices[0].click()
    assert next(each["name"] for each in kept(bench)["criteria"]) == "Besoin et public visé"
    assert page.rules.editor.worked.text() == "4/5 everywhere gives 16/20"
    assert page.rules.editor.freeze.isVisible()


def test_field_is_kept_when_left(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """Nothing is written while typing; Enter writes one act, and the shares follow at once."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    weight = page.rules.editor.criteria.lines[0].lines["weight"]
    before = len(bench.file.events())
    retype(weight, "6")
    assert page.rules.editor.criteria.lines[0].share.text() == "75\u00a0%"
    assert len(bench.file.events()) == before
    QTest.keyClick(weight, Key.Key_Return)
    assert kept(bench)["criteria"][0]["weight"] == "6"
    assert len(bench.file.events()) == before + 1


def test_problem_stands_beside_its_field(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """What is wrong is said in words, nothing is kept, and freezing waits."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    line = page.rules.editor.criteria.lines[1]
    retype(line.lines["weight"], "abc")
    QTest.keyClick(line.lines["weight"], Key.Key_Return)
    assert "abc" in line.problem.text()
    assert line.problem.isVisible()
    assert line.lines["weight"].property("invalid")
    assert not page.rules.editor.freeze.isEnabled()
    assert kept(bench)["criteria"][1]["weight"] == "1"
    places = page.rules.editor.settings.fields["selection.places"]
    places.edited.emit("selection.places", "0")
    assert places.problem.isVisible()


def test_decimal_comma_is_understood(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """A scale step of 0,25 is typed and shown with the comma and kept with the point."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    step = page.rules.editor.criteria.lines[0].lines["step"]
    assert step.text() == "0,5"
    retype(step, "0,25")
    QTest.keyClick(step, Key.Key_Return)
    assert kept(bench)["criteria"][0]["step"] == "0.25"


def test_criteria_are_added_moved_and_taken_out(
    make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]
) -> None:
    """Each is one act; a step of the chain that named a criterion goes with it."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    page.rules.editor.criteria.add.click()
    assert [each["id"] for each in kept(bench)["criteria"]] == ["C1", "C2", "C3", "C4"]
    assert page.rules.editor.criteria.lines[3].lines["name"].hasFocus()
    page.rules.editor.criteria._move(3, -1)
    page.rules.editor.criteria._remove(0)
    assert [each["id"] for each in kept(bench)["criteria"]] == ["C2", "C4", "C3"]
    assert kept(bench)["ties"]["chain"] == []
    bench.operations.undo()
    assert len(page.rules.editor.criteria.lines) == 4


def test_tie_chain_is_put_together(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """Steps are chosen in plain words, moved and taken out."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    chain = page.rules.editor.settings.chain
    chain.box.setCurrentIndex(chain.box.findData("median"))
    chain.box.activated.emit(chain.box.currentIndex())
    assert kept(bench)["ties"]["chain"] == ["criterion:C1", "median"]
    chain._move(1, -1)
    chain._remove(1)
    assert kept(bench)["ties"]["chain"] == ["median"]


def test_no_places_means_no_line(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """Emptying the places takes the selection line out instead of leaving half of one."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    page.draft.put("selection.places", "")
    page.draft.keep()
    assert "selection" not in kept(bench)


def test_freezing_makes_the_rules_read_only(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """A date and a fingerprint; no field is left to type into, neither in the rules nor in the times."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    page.rules.editor.freeze.click()
    assert page.draft.frozen
    assert page.draft.version is not None
    assert page.draft.version.fingerprint[:8] in page.rules.state.text()
    assert page.rules.reader.rules.isVisible()
    assert not page.rules.editor.criteria.isVisible()
    lines = [field.line for field in page.timing.fields.values() if isinstance(field, LineField)]
    others = [field.field for field in page.timing.fields.values() if not isinstance(field, LineField)]
    assert len(lines) > len(others) == 3
    assert all(line.isReadOnly() for line in lines)
    assert not any(field.isEnabled() for field in others)


def test_frozen_rules_come_without_their_editor(
    make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]
) -> None:
    """Sixty fields that nobody can type into would only keep the page waiting."""
    page = page_of(make_bench())
    assert page.rules.reader.isVisible()
    assert "editor" not in vars(page.rules)


def test_field_being_typed_is_kept_before_other_acts(
    make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]
) -> None:
    """The gate before any act, and leaving the page, keep what stands in a field."""
    bench = make_bench(frozen=False)
    page = page_of(bench)
    title = page.rules.editor.title.line
    retype(title, "Other title")
    assert title.hasFocus()
    bench.operations.commit_pending_edit()
    assert kept(bench)["title"] == "Other title"
    retype(title, "Third title")
    page.hide()
    assert kept(bench)["title"] == "Third title"


def test_member_is_added_from_the_keyboard(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """A name typed in the last line; pending names survive the gate."""
    bench = make_bench(jury=False)
    page = page_of(bench)
    page.jury.begin()
    table = page.jury.table
    QTest.keyClicks(table, "M")
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.hasFocus()
    QTest.keyClicks(editor, "me Vasseur")
    bench.operations.commit_pending_edit()
    assert [juror.name for _, juror in panel(bench.file.records, bench.stage)] == ["Mme Vasseur"]


def test_declaration_is_ticked_with_space(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """And the summary counts it."""
    page = page_of(bench)
    table = page.jury.table
    table.setCurrentIndex(page.jury.model.index(0, 5))
    table.setFocus()
    QTest.keyClick(table, Key.Key_Space)
    assert panel(bench.file.records, bench.stage)[0][0].declared
    assert "1 of 3 declarations" in page.jury.summary.text()


def test_those_still_to_be_examined_are_not_taken_with_the_others(
    make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]
) -> None:
    """The button takes the admissible ones and says how many wait; where none was examined it takes all and says so."""
    bench = make_bench()
    set_entries(bench.file, bench.stage, [])
    set_admissibility(bench.file, "P2", Admissibility.RECEIVED, "")
    page = page_of(bench)
    assert page.passages.all.text() == "Take the admissible candidacies (3; 1 still to be examined)"
    page.passages.all.click()
    assert page.passages.model.ids == ["P1", "P3", "P4"]
    assert not page.passages.all.isVisible()
    set_entries(bench.file, bench.stage, [])
    for each in ("P1", "P3", "P4"):
        set_admissibility(bench.file, each, Admissibility.RECEIVED, "")
    page.refresh()
    assert page.passages.all.text() == "Take all candidacies (4, still to be examined)"


def test_passages_are_taken_in_and_moved(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """All but those turned down; Alt with the arrows moves, Delete takes out."""
    bench = make_bench()
    set_entries(bench.file, bench.stage, [])
    page = page_of(bench)
    page.passages.all.click()
    order = page.passages.model
    assert order.ids == ["P1", "P2", "P3", "P4"]
    table = page.passages.table
    table.setCurrentIndex(order.index(0, 1))
    QTest.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order.ids == ["P2", "P3", "P1", "P4"]
    assert table.currentIndex().row() == 2
    QTest.keyClick(table, Key.Key_Delete)
    assert [entry.candidacy for entry in entries(bench.file.records, bench.stage)] == ["P2", "P3", "P4"]
    assert page.timing.total.text().startswith("13 min a passage, 39 min for 3 passage")


def test_those_selected_before_can_be_taken(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """The outcomes of the earlier stage are offered by its name."""
    bench = make_bench()
    set_entries(bench.file, bench.stage, [])
    set_entries(bench.file, "screening", ["P1", "P2", "P3"])
    chosen = Outcome(OutcomeCategory.SELECTED)
    set_outcomes(bench.file, "screening", {"P1": chosen, "P3": chosen})
    page = page_of(bench)
    assert "(2)" in page.passages.earlier.text()
    page.passages.earlier.click()
    assert page.passages.model.ids == ["P1", "P3"]


def test_sections_are_reached_by_name(bench: Bench, page_of: Callable[[Bench], PreparePage], qtbot: QtBot) -> None:
    """The strip's targets scroll to their section."""
    page = page_of(bench)
    page.show_section("order")
    qtbot.waitUntil(lambda: page.index.marked == "order")


def test_every_control_has_a_name(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> None:
    """Fields, lists, buttons and tables say what they are."""
    page = page_of(make_bench(frozen=False))
    controls = [*page.findChildren(QLineEdit), *page.findChildren(QComboBox), *page.findChildren(QTableView)]
    nameless = [each for each in controls if not each.accessibleName() and each.objectName() == ""]
    assert [
        type(each.parentWidget()).__name__ for each in nameless if not isinstance(each.parentWidget(), QComboBox)
    ] == []
    assert all(each.accessibleName() or each.text() for each in page.findChildren(QAbstractButton) if each.isVisible())


def test_page_follows_imported_candidacies(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """A candidacy that comes in while the page is open can be taken at once."""
    page = page_of(bench)
    count = page.passages.box.count()

    def import_one() -> Any:
        with bench.file.unit() as unit:
            found = bench.file.records.need(Candidacy, "P1")
            unit.put(type(found)("P7", "Nouvelle", admissibility=found.admissibility))
            return unit.commit("candidacies_imported")

    bench.operations.run(import_one)
    assert page.passages.box.count() == count + 1


def test_stage_without_marks_takes_in_those_selected(bench: Bench, qtbot: QtBot) -> None:
    """While nobody is there, one press takes in the selected ones; one undo takes them out again."""
    page = FollowUpPage(bench.operations, "incubation")
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    button = page.empty.button
    assert button is not None
    assert not button.isVisible()
    decided = {"P1": OutcomeCategory.SELECTED, "P2": OutcomeCategory.NOT_SELECTED, "P4": OutcomeCategory.SELECTED}
    outcomes = {each: Outcome(category) for each, category in decided.items()}
    bench.operations.run(lambda: set_outcomes(bench.file, bench.stage, outcomes))
    assert button.text() == "Take those selected at “Jury du hackathon” (2)"
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    assert [each.candidacy for each in entries(bench.file.records, "incubation")] == ["P1", "P4"]
    assert page.table.hasFocus()
    bench.operations.undo()
    assert entries(bench.file.records, "incubation") == []
    assert button.isVisible()
