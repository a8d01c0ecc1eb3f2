"""The times of the rules in their editor: every key by keyboard, problems at their fields, frozen with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from jury_desk.domain.timing_rules import format_of
from jury_desk.services.drafting import draft_of
from jury_desk.services.preparation import current_rules
from jury_desk.ui.pages.prepare.time_lines import PhaseLine
from jury_desk.ui.widgets.draft_fields import ChoiceField, FlagField, LineField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench, BenchMaker

    from jury_desk.ui.pages.prepare import PreparePage

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(make_bench: BenchMaker, page_of: Callable[[Bench], PreparePage]) -> PreparePage:
    """The page over a draft of talk, questions and changeover."""
    return page_of(make_bench(frozen=False))


def kept(page: PreparePage) -> dict[str, Any]:
    """The times on file."""
    found = draft_of(page.operations.records, page.stage_id) or {}
    return dict(found["timing"])


def retype(field: object, text: str) -> None:
    """Replace what stands in a field, key by key, and leave it with Enter."""
    assert isinstance(field, LineField)
    line: QLineEdit = field.line
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return)


def choose(field: object, value: str) -> None:
    """Choose a word of a list, as a person does."""
    assert isinstance(field, ChoiceField)
    field.box.setCurrentIndex(field.box.findData(value))
    field.box.activated.emit(field.box.currentIndex())


def lines_of(page: PreparePage) -> list[PhaseLine]:
    """The phases written out."""
    return [line for line in page.timing.phases.lines if isinstance(line, PhaseLine)]


def test_every_time_of_the_sitting_has_its_field(page: PreparePage) -> None:
    """Hour, order, warnings, break, tolerance, restart and sound, as people write them and as the rules keep them."""
    fields = page.timing.fields
    for key, typed in (("start", "14h"), ("warnings", "2 ; 0.5"), ("break", "15"), ("break_after", "2")):
        retype(fields[f"timing.{key}"], typed)
    retype(fields["timing.tolerance"], "0.5")
    choose(fields["timing.order"], "drawn")
    choose(fields["timing.restart"], "1/3")
    sound = fields["timing.sound"]
    assert isinstance(sound, FlagField)
    sound.tick.click()
    assert kept(page) == {
        "pitch": "5",
        "questions": "5",
        "changeover": "3",
        "start": "14:00",
        "warnings": ["2", "0.5"],
        "break": "15",
        "break_after": 2,
        "tolerance": "0.5",
        "order": "drawn",
        "restart": "1/3",
        "sound": True,
    }
    retype(fields["timing.warnings"], "")
    assert "warnings" not in kept(page)


def test_phases_are_written_out_named_moved_and_taken_out(page: PreparePage) -> None:
    """The keyboard does it all; the cursor follows the line that moves."""
    page.timing.written_out.click()
    assert [line.label.line.placeholderText() for line in lines_of(page)] == ["Exposé", "Questions", "Changement"]
    retype(lines_of(page)[0].label, "Demonstration")
    retype(lines_of(page)[0].warnings, "1")
    page.timing.phases.add.click()
    assert QApplication.focusWidget() is lines_of(page)[3].label.line
    choose(lines_of(page)[3].kind, "deliberation")
    lines_of(page)[3].counts.tick.click()
    lines_of(page)[3].minutes.line.setFocus()
    QTest.keyClick(lines_of(page)[3].minutes.line, Key.Key_Up, ALT)
    assert QApplication.focusWidget() is lines_of(page)[2].minutes.line
    lines_of(page)[1].out.click()
    assert kept(page) == {
        "phases": [
            {"id": "pitch", "kind": "pitch", "label": "Demonstration", "minutes": "5", "warnings": ["1"]},
            {"id": "deliberation", "kind": "deliberation", "minutes": "5", "counts": True},
            {"id": "changeover", "kind": "changeover", "minutes": "3"},
        ]
    }
    assert page.timing.total.text().startswith("13 min a passage")
    assert page.timing.written_out.isHidden()


def test_short_form_comes_back_while_nothing_would_be_lost(page: PreparePage) -> None:
    """A number each again, in the same words as before."""
    before = kept(page)
    page.timing.written_out.click()
    assert "phases" in kept(page)
    assert not page.timing.fields["timing.pitch"].isVisible()
    page.timing.written_out.click()
    assert kept(page) == before
    assert page.timing.fields["timing.pitch"].isVisible()


def test_several_breaks_have_a_line_each(page: PreparePage) -> None:
    """After which passage, how long, and what it is called."""
    page.timing.several_breaks.click()
    page.timing.breaks.add.click()
    after = page.timing.breaks.lines[1].fields["after"]
    retype(after, "3")
    retype(page.timing.breaks.lines[1].fields["label"], "Lunch")
    assert kept(page)["breaks"] == [
        {"after": 2, "minutes": "15"},
        {"after": 3, "minutes": "15", "label": "Lunch"},
    ]
    page.timing.breaks.lines[1].out.click()
    page.timing.several_breaks.click()
    assert (kept(page)["break"], kept(page)["break_after"]) == ("15", 2)


def test_what_is_wrong_is_said_at_its_field_and_not_kept(page: PreparePage) -> None:
    """A negative time of a phase, an hour that is none; the rest of the file stays as it was."""
    before = kept(page)
    retype(page.timing.fields["timing.start"], "25h")
    assert "n’est pas une heure" in page.timing.fields["timing.start"].problem.text()
    assert kept(page) == before
    retype(page.timing.fields["timing.start"], "9h30")
    page.timing.written_out.click()
    retype(lines_of(page)[1].minutes, "-2")
    assert "négative" in lines_of(page)[1].minutes.problem.text()
    assert kept(page)["start"] == "09:30"
    assert kept(page)["phases"][1]["minutes"] == "5"
    assert "phase n°\u00a02\u00a0: Minutes – " in page.rules.editor.problems.text()


def test_sound_is_tried_from_here(page: PreparePage, qtbot: QtBot) -> None:
    """The window plays it."""
    with qtbot.waitSignal(page.page_requested) as asked:
        page.timing.try_sound.click()
    assert asked.args == ["sound"]


def test_frozen_times_are_read_only_and_kept_by_the_session(page: PreparePage) -> None:
    """Lines as well; what was written is the format that a session will have."""
    page.timing.written_out.click()
    retype(lines_of(page)[0].label, "Demonstration")
    page.rules.editor.freeze.click()
    page.refresh()
    _, rules = current_rules(page.operations.records, page.stage_id)
    assert [phase.name for phase in format_of(rules.timing).phases] == ["Demonstration", "questions", "changeover"]
    line = lines_of(page)[0]
    assert line.label.line.isReadOnly()
    assert not line.kind.box.isEnabled()
    assert not line.out.isEnabled()
    assert page.timing.phases.add.isHidden()
    line.label.line.setFocus()
    QTest.keyClick(line.label.line, Key.Key_Down, ALT)
    assert lines_of(page)[0].label.line.text() == "Demonstration"


def test_every_line_says_which_it_is(page: PreparePage) -> None:
    """For who cannot see that a head stands over it."""
    page.timing.written_out.click()
    names = [field.field.accessibleName() for field in lines_of(page)[1].fields.values()]
    assert names[0] == "phase n°\u00a02, Intitulé"
    assert len(set(names)) == len(names)
    assert lines_of(page)[1].up.accessibleName() == "Move up: phase n°\u00a02"
