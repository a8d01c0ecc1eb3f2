"""Recusals: what is refused, what they close, what they take out, and who rules."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.services.sessions import STAGE, Session, assert_undone_and_redone

from jury_desk.domain.errors import (
    AlreadyThere,
    BarCoversMore,
    DomainError,
    JurorRecused,
    NotInStage,
    NotOnPanel,
    ReasonMissing,
    SheetSettled,
    TextMissing,
    Unknown,
)
from jury_desk.domain.jury import Member, Voice
from jury_desk.domain.recusal import Declaration, Recusal, RecusalLevel, RecusalOrigin, Ruling
from jury_desk.domain.rubric import Criterion, Scale
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import BLANK, Mark, MarkState, RecordedMark, RecordedSheet
from jury_desk.domain.standings import Status, rank
from jury_desk.services.deliberation import standings_of
from jury_desk.services.mark_rows import MarkRow
from jury_desk.services.marks import import_marks
from jury_desk.services.missing import Lack, Missing, missing_of
from jury_desk.services.preparation import remove_member, set_entries, set_member
from jury_desk.services.recusals import (
    change_recusal,
    declaration_of,
    declare_recusal,
    recusals_of,
    recused_jurors,
    remove_recusal,
    rule_on_recusal,
    set_declaration,
)
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import (
    Cell,
    clear_cells,
    completeness,
    mark_at,
    record_marks,
    record_sheet_state,
    sheets_of,
)
from jury_desk.services.settling import SheetPlace, declare_final, move_marks, record_comment

if TYPE_CHECKING:
    from collections.abc import Callable

    from jury_desk.services.changes import ChangeSet

LINK = Recusal(STAGE, "J3", "P2", RecusalLevel.MINOR, reason="Line manager")
SEVEN = Mark(MarkState.MARKED, Fraction(7))


def uphold(session: Session, recusal: Recusal = LINK) -> None:
    """Declare a link and have the chair uphold it."""
    declare_recusal(session.file, recusal, session.clock)
    rule_on_recusal(session.file, recusal, Ruling.UPHELD, "", session.clock)


def states(session: Session, candidacy: str, juror: str) -> set[MarkState]:
    """The states of the cells of a sheet."""
    return {mark_at(session.records, STAGE, Cell(candidacy, juror, each)).state for each in ("C1", "C2")}


# What is refused

REFUSED: dict[str, tuple[Recusal, type[DomainError]]] = {
    "without a reason": (replace(LINK, reason="  "), TextMissing),
    "of a stranger": (replace(LINK, juror="J9"), NotOnPanel),
    "from what is not heard": (replace(LINK, candidacy="P5"), NotInStage),
}


@pytest.mark.parametrize(("recusal", "error"), REFUSED.values(), ids=REFUSED)
def test_declaration_is_refused(session: Session, recusal: Recusal, error: type[DomainError]) -> None:
    """Nothing is written."""
    events = len(session.file.events())
    with pytest.raises(error):
        declare_recusal(session.file, recusal, session.clock)
    assert len(session.file.events()) == events


def test_the_same_link_is_declared_once(session: Session) -> None:
    """A second declaration is refused; a challenge by the holder is another matter."""
    declare_recusal(session.file, LINK, session.clock)
    with pytest.raises(AlreadyThere):
        declare_recusal(session.file, LINK, session.clock)
    declare_recusal(session.file, replace(LINK, origin=RecusalOrigin.HOLDER), session.clock)
    assert [each.origin for each in recusals_of(session.records, STAGE)] == [RecusalOrigin.HOLDER, RecusalOrigin.JUROR]


def test_dismissal_needs_a_reason(session: Session) -> None:
    """The chair says why a link is none; upholding what the juror declared needs no more words."""
    declare_recusal(session.file, LINK, session.clock)
    with pytest.raises(ReasonMissing):
        rule_on_recusal(session.file, LINK, Ruling.DISMISSED, " ", session.clock)
    rule_on_recusal(session.file, LINK, Ruling.DISMISSED, "Same year of study", session.clock)
    (found,) = recusals_of(session.records, STAGE)
    assert (found.ruling, found.ruling_reason) == (Ruling.DISMISSED, "Same year of study")
    assert found.declared_at < found.ruled_at


def test_what_nobody_declared_cannot_be_ruled_on(session: Session) -> None:
    """Ruling, changing or taking out a recusal that is not there is refused."""
    attempts: list[Callable[[], ChangeSet]] = [
        lambda: rule_on_recusal(session.file, LINK, Ruling.UPHELD, "", session.clock),
        lambda: change_recusal(session.file, LINK),
        lambda: remove_recusal(session.file, LINK),
    ]
    for attempt in attempts:
        with pytest.raises(Unknown):
            attempt()


def test_mark_in_a_closed_cell_is_refused(session: Session) -> None:
    """The juror and the project are named, nothing is recorded, and another project stays open."""
    uphold(session)
    for mark in (SEVEN, Mark(MarkState.ABSTAINED), Mark(MarkState.ABSENT)):
        with pytest.raises(JurorRecused) as refusal:
            record_marks(session.file, STAGE, {Cell("P1", "J3", "C1"): SEVEN, Cell("P2", "J3", "C1"): mark})
        assert refusal.value.facts == {"juror": "Mme Claire ROUX", "candidacy": "Guichet clair"}
    assert session.records.within(RecordedMark, STAGE) == []
    session.give({("P1", "J3"): (7, 7), ("P2", "J2"): (7, 7)})
    assert len(session.records.within(RecordedMark, STAGE)) == 4


def test_file_that_says_recused_or_nothing_agrees(session: Session) -> None:
    """A marks file with the state, or with empty cells, for a recused juror is taken; the recusal speaks for them."""
    uphold(session)
    cell = Cell("P2", "J3", "C1")
    assert record_marks(session.file, STAGE, {cell: Mark(MarkState.RECUSED, comment="Other")}).event is None
    assert record_marks(session.file, STAGE, {cell: BLANK}).event is None
    assert mark_at(session.records, STAGE, cell) == Mark(MarkState.RECUSED, comment="Line manager")


# What a recusal does

EFFECTS = {
    RecusalLevel.MAJOR: MarkState.RECUSED,
    RecusalLevel.MINOR: MarkState.RECUSED,
    RecusalLevel.LIGHT: MarkState.BLANK,
}


@pytest.mark.parametrize(("level", "state"), EFFECTS.items())
def test_effect_hangs_on_the_level_and_the_ruling(session: Session, level: RecusalLevel, state: MarkState) -> None:
    """Pending or dismissed closes nothing; upheld closes what major and minor cover; light only declares."""
    recusal = replace(LINK, level=level)
    declare_recusal(session.file, recusal, session.clock)
    assert states(session, "P2", "J3") == {MarkState.BLANK}
    rule_on_recusal(session.file, recusal, Ruling.UPHELD, "", session.clock)
    assert states(session, "P2", "J3") == {state}
    assert states(session, "P1", "J3") == {MarkState.BLANK}
    assert recused_jurors(session.records, STAGE, "P2") == (["J3"] if level.bars else [])
    rule_on_recusal(session.file, recusal, Ruling.DISMISSED, "No link", session.clock)
    assert states(session, "P2", "J3") == {MarkState.BLANK}


def test_upholding_takes_the_marks_out_as_one_act(session: Session) -> None:
    """Mean and denominator lose the juror; the journal keeps the marks, and undoing brings them back."""
    session.give_all()
    declare_recusal(session.file, LINK, session.clock)
    before = session.records.with_these(())
    rule_on_recusal(session.file, LINK, Ruling.UPHELD, "", session.clock)
    event = session.file.events()[-1]
    gone = {change.key: change.before for change in event.changes if change.entity == "mark"}
    assert set(gone) == {(STAGE, "P2", "J3", "C1"), (STAGE, "P2", "J3", "C2")}
    assert all(document and document["mark"]["value"] for document in gone.values())
    standing = standings_of(session.records, STAGE).of("P2")
    assert (standing.sheets_counted, standing.sheets_expected) == (3, 3)
    assert "J3" not in standing.totals
    assert standings_of(session.records, STAGE).of("P1").sheets_counted == 4
    assert_undone_and_redone(session, before)


@pytest.mark.parametrize("how", ["whole stage", "rules"])
def test_recusal_for_all_closes_every_sheet(session: Session, how: str) -> None:
    """Of the whole stage, or where the rules make one recusal count for all: nothing of the juror counts."""
    session.give_all()
    if how == "rules":
        session.rule(recusal_scope="stage")
    uphold(session, replace(LINK, candidacy="") if how == "whole stage" else LINK)
    assert not [mark for mark in session.records.within(RecordedMark, STAGE) if mark.juror == "J3"]
    for candidacy in ("P1", "P2", "P3", "P4"):
        assert states(session, candidacy, "J3") == {MarkState.RECUSED}
        assert standings_of(session.records, STAGE).of(candidacy).sheets_expected == 3
    with pytest.raises(JurorRecused):
        session.give({("P4", "J3"): (7, 7)})


def test_scope_amended_later_closes_at_once(session: Session) -> None:
    """Rules amended to one recusal for all leave no mark of the juror in any result."""
    session.give_all()
    uphold(session)
    session.rule(recusal_scope="stage")
    assert {each.sheets_counted for each in standings_of(session.records, STAGE).standings} == {3}


def test_raising_the_level_closes_and_lowering_opens(session: Session) -> None:
    """A link upheld as light, then found stronger, takes the marks out then."""
    session.give_all()
    light = replace(LINK, level=RecusalLevel.LIGHT)
    uphold(session, light)
    assert states(session, "P2", "J3") == {MarkState.MARKED}
    (found,) = recusals_of(session.records, STAGE)
    change_recusal(session.file, replace(found, level=RecusalLevel.MAJOR, left_at="2020-03-05T14:35:00+00:00"))
    assert states(session, "P2", "J3") == {MarkState.RECUSED}
    (found,) = recusals_of(session.records, STAGE)
    change_recusal(session.file, replace(found, level=RecusalLevel.LIGHT))
    assert states(session, "P2", "J3") == {MarkState.BLANK}
    with pytest.raises(TextMissing):
        change_recusal(session.file, replace(found, reason=""))


def test_recused_adviser_marks_nothing_either(session: Session) -> None:
    """An advisory mark counts nowhere, and is not given all the same."""
    uphold(session, replace(LINK, juror="A1"))
    with pytest.raises(JurorRecused):
        session.give({("P2", "A1"): (7, 7)})


def test_every_act_is_undone_and_redone(session: Session) -> None:
    """Declaring, ruling, changing and taking out are each taken back and done again."""
    session.give_all()
    acts: list[Callable[[], ChangeSet]] = [
        lambda: declare_recusal(session.file, LINK, session.clock),
        lambda: rule_on_recusal(session.file, LINK, Ruling.UPHELD, "Manager", session.clock),
        lambda: change_recusal(session.file, replace(recusals_of(session.records, STAGE)[0], reason="Other")),
        lambda: remove_recusal(session.file, LINK),
    ]
    for act in acts:
        before = session.records.with_these(())
        assert act().event is not None
        assert_undone_and_redone(session, before)


# Cells of their own


def test_state_in_a_marks_file_tells_of_a_recusal(session: Session) -> None:
    """Cells called recused by a file, as in files of the first version, read as a recusal that can be ruled on."""
    rows = [MarkRow(1, "Guichet clair", "J3", "", MarkState.RECUSED, comment="Line manager")]
    import_marks(session.file, STAGE, rows, session.clock)
    (told,) = recusals_of(session.records, STAGE)
    assert (told.juror, told.candidacy, told.reason, told.ruling) == ("J3", "P2", "Line manager", Ruling.UPHELD)
    assert recused_jurors(session.records, STAGE, "P2") == ["J3"]
    assert session.records.within(Recusal, STAGE) == []
    rule_on_recusal(session.file, told, Ruling.DISMISSED, "Mere acquaintance", session.clock)
    assert states(session, "P2", "J3") == {MarkState.BLANK}
    (kept,) = recusals_of(session.records, STAGE)
    assert kept.ruling is Ruling.DISMISSED


def test_state_in_a_marks_file_is_followed_by_a_mark(session: Session) -> None:
    """A state that only cells hold closes nothing: the next file may correct it, as before."""
    rows = [MarkRow(1, "P2", "J3", "", MarkState.RECUSED)]
    import_marks(session.file, STAGE, rows, session.clock)
    session.give({("P2", "J3"): (7, 7)})
    assert recusals_of(session.records, STAGE) == []


def test_typed_recusal_is_a_recusal(session: Session) -> None:
    """In the grid it is the juror's own, upheld, with the reason typed after it, and Delete takes it back."""
    session.give({("P2", "J3"): (7, 7)})
    before = session.records.with_these(())
    record_sheet_state(session.file, STAGE, "P2", "J3", MarkState.RECUSED, clock=session.clock)
    (found,) = session.records.within(Recusal, STAGE)
    assert (found.level, found.origin, found.ruling) == (RecusalLevel.MINOR, RecusalOrigin.JUROR, Ruling.UPHELD)
    assert found.declared_at
    assert session.records.within(RecordedMark, STAGE) == []
    assert_undone_and_redone(session, before)
    record_sheet_state(session.file, STAGE, "P2", "J3", MarkState.RECUSED, reason="Cousin")
    assert session.records.within(Recusal, STAGE) == [replace(found, reason="Cousin")]
    clear_cells(session.file, STAGE, [Cell("P2", "J3", "C1"), Cell("P2", "J3", "C2")])
    assert recusals_of(session.records, STAGE) == []
    assert states(session, "P2", "J3") == {MarkState.BLANK}


@pytest.mark.parametrize(
    "recusal", [replace(LINK, candidacy=""), replace(LINK, origin=RecusalOrigin.HOLDER)], ids=["stage", "ruled"]
)
def test_grid_takes_back_only_its_own(session: Session, recusal: Recusal) -> None:
    """A recusal from the whole stage, or a challenge the chair upheld, is not undone by a key on one sheet."""
    uphold(session, recusal)
    for state in (MarkState.BLANK, MarkState.ABSENT, MarkState.ABSTAINED):
        with pytest.raises(BarCoversMore):
            record_sheet_state(session.file, STAGE, "P2", "J3", state)
    with pytest.raises(BarCoversMore):
        clear_cells(session.file, STAGE, [Cell("P2", "J3", "C1")])


# What hangs on it


def test_sheet_out_owes_nothing(session: Session) -> None:
    """The sheet is complete without a mark, in the grid and in the report."""
    uphold(session)
    sheets = {(each.candidacy, each.juror): each for each in completeness(session.records, STAGE)}
    assert sheets["P2", "J3"].complete
    assert not sheets["P1", "J3"].complete
    assert stage_report(session.file, STAGE).missing == 15 * 2


def test_missing_says_what_awaits_a_ruling(session: Session) -> None:
    """A pending recusal, and one noted without a reason, are lacks of the stage."""
    declare_recusal(session.file, LINK, session.clock)
    record_sheet_state(session.file, STAGE, "P1", "J2", MarkState.RECUSED)
    found = missing_of(session.records, STAGE)
    assert Missing(Lack.RULINGS, 1, 2) in found
    assert Missing(Lack.RECUSAL_REASONS, 1, 2) in found
    rule_on_recusal(session.file, LINK, Ruling.UPHELD, "", session.clock)
    record_sheet_state(session.file, STAGE, "P1", "J2", MarkState.RECUSED, reason="Cousin")
    assert not {Lack.RULINGS, Lack.RECUSAL_REASONS} & {each.lack for each in missing_of(session.records, STAGE)}


def test_member_and_passage_are_taken_out_with_their_recusals(session: Session) -> None:
    """Neither a seat nor a passage that is removed leaves a recusal behind."""
    uphold(session)
    uphold(session, replace(LINK, juror="J2", candidacy="P4"))
    before = session.records.with_these(())
    remove_member(session.file, STAGE, "J3")
    assert_undone_and_redone(session, before)
    set_entries(session.file, STAGE, ["P1", "P2", "P3"])
    assert session.records.within(Recusal, STAGE) == []


def test_whoever_has_no_voice_can_be_recused(session: Session) -> None:
    """A secretary leaves the room as well, and the ranking does not change."""
    session.give_all()
    before = standings_of(session.records, STAGE)
    member = session.records.need(Member, STAGE, "A1")
    set_member(session.file, replace(member, voice=Voice.NONE))
    uphold(session, replace(LINK, juror="A1", level=RecusalLevel.MAJOR))
    assert standings_of(session.records, STAGE) == before


# Declarations


def test_declaration_is_received_with_its_third_tick(session: Session) -> None:
    """Ticks are kept one by one; the seat says « received » with the last, and no longer when one goes."""
    partial = Declaration(STAGE, "J3", no_benefit=True, no_contact=True)
    set_declaration(session.file, partial)
    assert not session.records.need(Member, STAGE, "J3").declared
    assert declaration_of(session.records, STAGE, "J3") == partial
    before = session.records.with_these(())
    set_declaration(session.file, replace(partial, confidentiality=True))
    assert session.records.need(Member, STAGE, "J3").declared
    assert_undone_and_redone(session, before)
    member = session.records.need(Member, STAGE, "J3")
    set_member(session.file, replace(member, declared=False))
    assert declaration_of(session.records, STAGE, "J3") == Declaration(STAGE, "J3")
    with pytest.raises(NotOnPanel):
        set_declaration(session.file, Declaration(STAGE, "J9"))


def test_declaration_of_the_first_version_has_all_its_ticks(session: Session) -> None:
    """A seat that says received, without ticks of its own, declared everything."""
    member = session.records.need(Member, STAGE, "J1")
    set_member(session.file, replace(member, declared=True))
    assert declaration_of(session.records, STAGE, "J1").complete
    assert not declaration_of(session.records, STAGE, "J2").complete


# For any marks


@settings(deadline=None, max_examples=60)
@given(mark=st.integers(0, 10), recused=st.sets(st.sampled_from(["J1", "J2", "J3", "J4", "J5"]), max_size=4))
def test_recusal_among_identical_marks_never_changes_the_mean(mark: int, recused: set[str]) -> None:
    """Whoever leaves, marks that are all the same give the same result, over fewer sheets."""
    scale = Scale(Fraction(0), Fraction(10), Fraction(1))
    rules = Rules("R", "1", "en", scale, (Criterion("C", "Only", Fraction(1), scale),))
    jurors = ("J1", "J2", "J3", "J4", "J5")
    same = {"C": Mark(MarkState.MARKED, Fraction(mark))}
    out = {"C": Mark(MarkState.RECUSED)}
    sheets = {"P": {juror: out if juror in recused else same for juror in jurors}}
    (standing,) = rank(rules, ["P"], jurors, sheets).standings
    assert standing.exact == Fraction(2 * mark)
    assert standing.status is Status.RANKED
    assert (standing.sheets_counted, standing.sheets_expected) == (5 - len(recused), 5 - len(recused))


@settings(deadline=None, max_examples=4)
@given(values=st.lists(st.integers(0, 10), min_size=2, max_size=2))
def test_recorded_recusal_among_identical_marks_never_changes_the_result(
    session_maker: Callable[[], Session], values: list[int]
) -> None:
    """The same through the file: recusing each juror in turn but the last leaves the result where it was."""
    session = session_maker()
    session.give({("P2", juror): (values[0], values[1]) for juror in ("J1", "J2", "J3", "J4")})
    before = standings_of(session.records, STAGE).of("P2").exact
    for juror in ("J1", "J2", "J3"):
        uphold(session, replace(LINK, juror=juror))
        assert standings_of(session.records, STAGE).of("P2").exact == before
    assert sheets_of(session.records, STAGE, ["P2"])["P2"]["J1"]["C1"].state is MarkState.RECUSED
    session.file.close()


# With sheets declared final


def test_final_sheet_of_a_recused_juror_is_emptied(session: Session) -> None:
    """Marks, comment and state go with the ruling; dismissed, the sheet is an empty draft; one act each."""
    session.give({("P2", "J3"): (7, 7)})
    record_comment(session.file, STAGE, SheetPlace("P2", "J3"), "A good idea")
    declare_final(session.file, STAGE, [SheetPlace("P2", "J3")])
    declare_recusal(session.file, LINK, session.clock)
    before = session.records.with_these(())
    rule_on_recusal(session.file, LINK, Ruling.UPHELD, "", session.clock)
    assert session.records.within(RecordedSheet, STAGE) == []
    assert_undone_and_redone(session, before)
    with pytest.raises(JurorRecused):
        record_comment(session.file, STAGE, SheetPlace("P2", "J3"), "Again")
    rule_on_recusal(session.file, LINK, Ruling.DISMISSED, "No link", session.clock)
    session.give({("P2", "J3"): (8, 8)})


@pytest.mark.parametrize("state", [MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED, MarkState.BLANK])
def test_state_typed_over_a_final_sheet_says_why(session: Session, state: MarkState) -> None:
    """As any correction of it does."""
    session.give({("P2", "J3"): (7, 7)})
    declare_final(session.file, STAGE, [SheetPlace("P2", "J3")])
    with pytest.raises(SheetSettled):
        record_sheet_state(session.file, STAGE, "P2", "J3", state)
    record_sheet_state(session.file, STAGE, "P2", "J3", state, reason="Said so in the room")
    assert states(session, "P2", "J3") == {state}


def test_marks_are_not_moved_onto_a_closed_sheet(session: Session) -> None:
    """Nor does an exchange put any there."""
    uphold(session)
    session.give({("P1", "J3"): (7, 7)})
    with pytest.raises(JurorRecused):
        move_marks(session.file, STAGE, {SheetPlace("P1", "J3"): SheetPlace("P2", "J3")})
