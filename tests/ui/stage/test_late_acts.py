"""Préparer: recusals, declarations, hours, alternates and late changes of the list, as the chair does them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy
from jury_desk.domain.errors import JurorAbsent
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.recusal import Declaration, Recusal, RecusalLevel, RecusalOrigin, Ruling
from jury_desk.domain.scoring import MarkState
from jury_desk.services.attendance import absences_of
from jury_desk.services.preparation import entries, set_juror, withdrawn
from jury_desk.services.recusals import change_recusal, declare_recusal, recusals_of
from jury_desk.services.scoring import record_sheet_state
from jury_desk.ui.models.jury import DECLARED, PRESENCE
from jury_desk.ui.models.passages import TITLE
from jury_desk.ui.pages.deliberate import DeliberatePage
from jury_desk.ui.widgets.lack_words import TARGETS, lack_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.ui.stage.conftest import Bench

    from jury_desk.ui.pages.prepare import PreparePage

Key = Qt.Key
LINK = Recusal("hackathon", "J2", "P2", RecusalLevel.MINOR, reason="Cousin")


def found(bench: Bench) -> list[Recusal]:
    """The recusals on file."""
    return recusals_of(bench.file.records, bench.stage)


def choose_member(page: PreparePage, at: int) -> None:
    """Put the cursor on a member's line."""
    page.jury.table.setCurrentIndex(page.jury.model.index(at, 0))


# Recusals


def test_recusal_is_declared_from_the_keyboard(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """Juror, project, reason, Enter: pending, in the table, its ruling awaited; nothing modal opens."""
    page = page_of(bench)
    card = page.jury.recusals
    assert not card.table.isVisible()
    QTest.keyClick(card.add, Key.Key_Space)
    assert card.form.juror.hasFocus()
    QTest.keyClick(card.form.juror, Key.Key_Down)
    QTest.keyClick(card.form.candidacy, Key.Key_Down)
    card.form.reason.setFocus()
    QTest.keyClicks(card.form.reason, "Cousin")
    QTest.keyClick(card.form.reason, Key.Key_Return)
    (recusal,) = found(bench)
    assert (recusal.juror, recusal.candidacy, recusal.reason) == ("J2", "P2", "Cousin")
    assert (recusal.ruling, recusal.level, recusal.origin) == (
        Ruling.PENDING,
        RecusalLevel.MINOR,
        RecusalOrigin.JUROR,
    )
    assert [card.model.index(0, column).data() for column in (0, 1)] == ["M. Osei", "Guichet clair"]
    assert "1" in card.summary.text()
    assert not card.form.isVisible()


def test_recusal_without_a_reason_stays_in_the_form(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """The sentence stands beside the field, and nothing is written."""
    page = page_of(bench)
    page.jury.recusals.add.click()
    page.jury.recusals.form.declare.click()
    assert page.jury.recusals.form.reason.property("invalid") == "true"
    assert found(bench) == []


def test_chair_upholds_and_the_cells_close(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """One click on the line, one on the ruling; undo opens the cells again, and the card follows."""
    bench.give({("P2", "J2"): ("7", "7", "7")})
    declare_recusal(bench.file, LINK, bench.operations.toolbox.clock)
    page = page_of(bench)
    card = page.jury.recusals
    card.table.setCurrentIndex(card.model.index(0, 0))
    assert card.form.isVisible()
    card.form.uphold.click()
    assert bench.mark("P2", "J2", "C1").state is MarkState.RECUSED
    assert card.model.index(0, 5).data() == "✓ Upheld"
    assert not card.form.uphold.isVisible()
    bench.operations.undo()
    assert bench.value("P2", "J2", "C1") == "7"
    assert card.model.index(0, 5).data() == "○ To be ruled on"


def test_reason_being_typed_survives_what_happens_elsewhere(
    bench: Bench, page_of: Callable[[Bench], PreparePage]
) -> None:
    """Any act of the stage reads the card again; what stands in the open form is about the same recusal still."""
    declare_recusal(bench.file, LINK, bench.operations.toolbox.clock)
    page = page_of(bench)
    card = page.jury.recusals
    card.table.setCurrentIndex(card.model.index(0, 0))
    QTest.keyClicks(card.form.ruling_reason, "They never met")
    bench.operations.run(lambda: set_juror(bench.file, Juror("J2", "M. Kofi Osei")))
    assert card.form.ruling_reason.text() == "They never met"
    assert card.form.recusal == found(bench)[0]
    bench.operations.run(lambda: change_recusal(bench.file, replace(found(bench)[0], reason="Brother")))
    assert card.form.reason.text() == "Brother"


def test_dismissal_asks_why(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """Without a reason the cursor goes to its field; with one it is written with it."""
    declare_recusal(bench.file, LINK, bench.operations.toolbox.clock)
    page = page_of(bench)
    form = page.jury.recusals.form
    page.jury.recusals.table.setCurrentIndex(page.jury.recusals.model.index(0, 0))
    form.dismiss.click()
    assert found(bench)[0].ruling is Ruling.PENDING
    assert form.ruling_reason.hasFocus()
    QTest.keyClicks(form.ruling_reason, "Mere acquaintance")
    form.dismiss.click()
    assert (found(bench)[0].ruling, found(bench)[0].ruling_reason) == (Ruling.DISMISSED, "Mere acquaintance")


def test_who_leaves_the_room_has_hours(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """Only a major recusal asks for them; what is no hour is told beside its field."""
    declare_recusal(bench.file, replace(LINK, ruling=Ruling.UPHELD), bench.operations.toolbox.clock)
    page = page_of(bench)
    card = page.jury.recusals
    card.table.setCurrentIndex(card.model.index(0, 0))
    assert not card.form.left.isVisible()
    card.form.level.setCurrentIndex(0)
    card.form.level.activated.emit(0)
    assert card.form.left.isVisible()
    card.form.left.setText("around two")
    card.form.save.click()
    assert card.form.left.property("invalid") == "true"
    assert found(bench)[0].level is RecusalLevel.MINOR
    card.form.left.setText("14:35")
    card.form.returned.setText("14 h 48")
    card.form.save.click()
    (recusal,) = found(bench)
    assert recusal.level is RecusalLevel.MAJOR
    assert (recusal.left_at[11:16], recusal.returned_at[11:16]) == ("14:35", "14:48")


def test_recusal_is_taken_out_with_delete(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """And the card says again that there is none."""
    declare_recusal(bench.file, LINK, bench.operations.toolbox.clock)
    page = page_of(bench)
    card = page.jury.recusals
    card.table.setCurrentIndex(card.model.index(0, 0))
    QTest.keyClick(card.table, Key.Key_Delete)
    assert found(bench) == []
    assert not card.table.isVisible()
    assert not card.form.isVisible()


def test_likely_link_leads_to_a_declaration(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """A juror of the holder's name is suggested for each project; declaring one leaves the others."""
    set_juror(bench.file, Juror("J2", "M. BENALI"))
    page = page_of(bench)
    card = page.jury.recusals
    assert len(card.warnings) == 4
    card.warnings[1].click()
    assert (card.form.juror.currentData(), card.form.candidacy.currentData()) == ("J2", "P2")
    assert card.form.reason.hasFocus()
    QTest.keyClicks(card.form.reason, "Brother")
    card.form.declare_upheld.click()
    assert [(each.juror, each.candidacy, each.ruling) for each in found(bench)] == [("J2", "P2", Ruling.UPHELD)]
    assert len(card.warnings) == 3


def test_recusal_typed_in_the_grid_shows_in_the_card(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """And says that its reason is missing."""
    page = page_of(bench)
    bench.operations.run(lambda: record_sheet_state(bench.file, bench.stage, "P1", "J3", MarkState.RECUSED))
    card = page.jury.recusals
    assert card.model.index(0, 0).data() == "Mme Roux"
    assert card.model.index(0, 4).data() == "reason missing"


# The chosen member


def test_three_ticks_make_a_declaration(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """Each is an act; with the third the table says received; Space in the table ticks all, and takes all back."""
    page = page_of(bench)
    choose_member(page, 1)
    for number, tick in enumerate(page.jury.member.ticks.values(), 1):
        QTest.keyClick(tick, Key.Key_Space)
        said = page.jury.model.index(1, DECLARED).data()
        assert said == ("received" if number == 3 else f"{number} of 3")
    assert bench.file.records.need(Member, bench.stage, "J2").declared
    page.jury.model.setData(
        page.jury.model.index(1, DECLARED), Qt.CheckState.Unchecked, int(Qt.ItemDataRole.CheckStateRole)
    )
    assert bench.file.records.need(Declaration, bench.stage, "J2") == Declaration(bench.stage, "J2")
    assert not any(tick.isChecked() for tick in page.jury.member.ticks.values())


def test_late_juror_is_recorded_with_what_was_missed(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """Hour, passage, Enter: one act; the table says since when, the missed passage takes no mark."""
    page = page_of(bench)
    choose_member(page, 1)
    member = page.jury.member
    assert not member.missed.isVisible()
    member.arrived.setFocus()
    QTest.keyClicks(member.arrived, "14:22")
    assert member.missed.isVisible()
    member.missed.boxes["P1"].click()
    before = len(bench.file.events())
    QTest.keyClick(member.arrived, Key.Key_Return)
    assert len(bench.file.events()) == before + 1
    assert bench.file.records.need(Tenure, bench.stage, "J2").arrived[11:16] == "14:22"
    assert [each.candidacy for each in absences_of(bench.file.records, bench.stage)] == ["P1"]
    assert page.jury.model.index(1, PRESENCE).data() == "Present, from 14\u00a0h\u00a022"
    with pytest.raises(JurorAbsent):
        bench.give({("P1", "J2"): ("7", "7", "7")})


def test_wrong_hours_are_told_beside_them(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """What is no hour stays in its field with a sentence; leaving before arriving is told, and written nowhere."""
    page = page_of(bench)
    choose_member(page, 1)
    member = page.jury.member
    QTest.keyClicks(member.arrived, "late")
    member.record.click()
    assert member.arrived.property("invalid") == "true"
    member.arrived.setText("15:00")
    member.left.setText("14:00")
    member.record.click()
    assert len(bench.errors) == 1
    assert bench.file.records.within(Tenure, bench.stage) == []


def test_chair_admits_a_mark_despite_the_absence(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """With a reason, for one of the passages missed; the tick then says so."""
    record_sheet_state(bench.file, bench.stage, "P1", "J2", MarkState.ABSENT)
    page = page_of(bench)
    choose_member(page, 1)
    member = page.jury.member
    member.admit.click()
    assert member.admission.passage.currentData() == "P1"
    member.admission.confirm.click()
    assert not bench.file.records.need(Attendance, bench.stage, "P1", "J2").override
    QTest.keyClicks(member.admission.reason, "Heard it all")
    QTest.keyClick(member.admission.reason, Key.Key_Return)
    assert bench.file.records.need(Attendance, bench.stage, "P1", "J2").override == "Heard it all"
    assert "admitted" in member.missed.boxes["P1"].text()
    assert not member.admit.isVisible()
    bench.give({("P1", "J2"): ("7", "7", "7")})


def test_absence_taken_back_is_admitted_no_more(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """The question was open when the absence was undone: there is nothing left to admit a mark for."""
    record_sheet_state(bench.file, bench.stage, "P1", "J2", MarkState.ABSENT)
    page = page_of(bench)
    choose_member(page, 1)
    member = page.jury.member
    member.admit.click()
    QTest.keyClicks(member.admission.reason, "Heard it all")
    bench.operations.undo()
    assert not member.admission.isVisible()
    bench.operations.redo()
    member.admit.click()
    bench.operations.run(lambda: set_juror(bench.file, Juror("J1", "Mme V.")))
    assert member.admission.isVisible()


def test_alternate_takes_a_seat(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """The passages still to be marked are proposed; without a name or a reason nothing happens; one act."""
    bench.give({("P1", juror): ("7", "7", "7") for juror in ("J1", "J2", "J3")})
    page = page_of(bench)
    choose_member(page, 2)
    form = page.jury.member.replacement
    page.jury.member.replace.click()
    assert form.heard.ticked == ["P2", "P3", "P4"]
    form.confirm.click()
    assert form.isVisible()
    form.alternate.setEditText("Mme Ndiaye")
    QTest.keyClicks(form.reason, "Malade")
    before = len(bench.file.events())
    QTest.keyClick(form.reason, Key.Key_Return)
    assert len(bench.file.events()) == before + 1
    names = [juror.name for _, juror in page.jury.model.seats]
    assert names == ["Mme Vasseur", "M. Osei", "Mme Roux", "M. Petit", "Mme Ndiaye"]
    assert page.jury.model.index(2, PRESENCE).data() == "Excused, replaced"
    assert page.jury.summary.text().startswith("3 voting")
    assert bench.value("P1", "J3", "C1") == "7"
    choose_member(page, 2)
    assert not page.jury.member.replace.isVisible()
    bench.operations.undo()
    assert [juror.name for _, juror in page.jury.model.seats] == names[:4]


# The list


def test_candidacy_withdraws_with_a_reason(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """From its line; the list says so, and the same link lets it take part again."""
    page = page_of(bench)
    section = page.passages
    section.table.setCurrentIndex(section.model.index(1, TITLE))
    section.withdrawal.click()
    section.change.confirm.click()
    assert withdrawn(bench.file.records, bench.stage) == frozenset()
    QTest.keyClicks(section.change.reason, "Moved")
    QTest.keyClick(section.change.reason, Key.Key_Return)
    assert withdrawn(bench.file.records, bench.stage) == {"P2"}
    assert bench.file.records.need(Candidacy, "P2").admissibility is Admissibility.WITHDRAWN
    assert section.model.index(1, TITLE).data() == "Guichet clair – withdrawn"
    assert not section.change.isVisible()
    section.table.setCurrentIndex(section.model.index(1, TITLE))
    section.withdrawal.click()
    assert withdrawn(bench.file.records, bench.stage) == frozenset()


def test_delete_asks_for_a_withdrawal_once_marks_are_given(
    bench: Bench, page_of: Callable[[Bench], PreparePage]
) -> None:
    """Before, a passage is simply taken out; after, it withdraws, with its reason."""
    page = page_of(bench)
    section = page.passages
    section.table.setCurrentIndex(section.model.index(3, TITLE))
    QTest.keyClick(section.table, Key.Key_Delete)
    assert [entry.candidacy for entry in entries(bench.file.records, bench.stage)] == ["P1", "P2", "P3"]
    bench.give({("P1", "J1"): ("7", "7", "7")})
    section.table.setCurrentIndex(section.model.index(2, TITLE))
    QTest.keyClick(section.table, Key.Key_Delete)
    assert section.change.isVisible()
    assert len(entries(bench.file.records, bench.stage)) == 3
    assert not bench.errors


def test_late_candidacy_is_taken_in_with_a_reason(bench: Bench, page_of: Callable[[Bench], PreparePage]) -> None:
    """After the freeze the box asks why; the line then says that it joined late."""
    with bench.file.unit() as unit:
        unit.put(Candidacy("P5", "Relais", admissibility=Admissibility.ADMISSIBLE))
        unit.commit("candidacies_imported")
    page = page_of(bench)
    section = page.passages
    section.box.setCurrentIndex(section.box.findData("P5"))
    section.box.activated.emit(section.box.currentIndex())
    assert section.change.isVisible()
    assert len(entries(bench.file.records, bench.stage)) == 4
    QTest.keyClicks(section.change.reason, "Recours")
    section.change.confirm.click()
    change = bench.file.records.need(ListChange, bench.stage, "P5", ListChangeKind.JOINED)
    assert change.reason == "Recours"
    assert section.model.index(4, TITLE).data() == "Relais – joined late"


# Elsewhere


def test_footnotes_stand_under_the_ranking(bench: Bench, qtbot: QtBot) -> None:
    """They follow the acts, and take no room when there are none."""
    page = DeliberatePage(bench.operations, bench.stage)
    qtbot.addWidget(page)
    page.resize(1086, 700)
    page.show()
    bench.give({("P1", juror): ("7", "7", "7") for juror in ("J1", "J2", "J3")})
    page.refresh()
    assert not page.footnotes.isVisible()
    bench.operations.run(lambda: record_sheet_state(bench.file, bench.stage, "P2", "J2", MarkState.RECUSED))
    assert page.footnotes.isVisible()
    assert "Osei" in page.footnotes.text()
    assert "Guichet clair" in page.footnotes.text()


def test_every_lack_has_words_and_leads_somewhere() -> None:
    """No kind of lack is without a sentence or a place."""
    for lack in TARGETS:
        assert lack_words(lack, 1, 2)
