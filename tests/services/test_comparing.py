"""Projects side by side: the figures of the engine, the gaps a reader would find, comments, times; nothing hidden."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.services.sessions import CRITERIA, RULES, STAGE, Session

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rubric import Better
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState, RecordedSheet
from jury_desk.services.comparing import MOST, compare, toggled
from jury_desk.services.deliberation import standings_of
from jury_desk.services.example import build_example
from jury_desk.services.hiding import hidden_from, set_apart, viewers
from jury_desk.services.late_changes import withdraw
from jury_desk.services.preparation import amend_rules
from jury_desk.services.recusals import declare_recusal, rule_on_recusal
from jury_desk.services.scoring import Cell, record_mark, record_sheet_state

if TYPE_CHECKING:
    from pathlib import Path

LINK = Recusal(STAGE, "J3", "P2", RecusalLevel.MAJOR, reason="Cousin", ruling=Ruling.UPHELD)


def test_figures_are_those_of_the_ranking(session: Session) -> None:
    """In rank order, to the digit, whatever the order of the choice; nobody else is there."""
    session.give_all()
    ranked = [each for each in standings_of(session.records, STAGE).standings if each.candidacy != "P1"]
    found = compare(session.records, STAGE, ["P4", "P2", "P3"])
    assert [each.candidacy for each in found.projects] == [each.candidacy for each in ranked]
    result, *criteria = found.lines
    assert [each.text for each in result.figures] == [each.result for each in ranked]
    for line in criteria:
        assert line.criterion is not None
        assert [each.text for each in line.figures] == [each.criteria[line.criterion.id] for each in ranked]


def test_gap_is_what_is_printed_less_what_is_printed(session: Session) -> None:
    """Whoever subtracts two figures of a line finds the gap between them; only the best has none."""
    session.give_all()
    for line in compare(session.records, STAGE, ["P1", "P2", "P3", "P4"]).lines:
        values = [Fraction(each.text) for each in line.figures]
        for figure, value in zip(line.figures, values, strict=True):
            assert figure.best is (value == max(values))
            assert Fraction(figure.gap or "0") == value - max(values)
            assert figure.gap == "" or figure.gap.startswith("-")


def test_smaller_is_better_where_the_rules_say_so(session: Session) -> None:
    """A delay: the smallest is the best, and stands at the outer end of the radar."""
    delay = replace(CRITERIA[1], better=Better.LOWER)
    session.give({(each, "J1"): (5, value) for each, value in (("P1", 2), ("P2", 8))})
    rules = replace(RULES, criteria=(CRITERIA[0], delay))
    amend_rules(session.file, STAGE, rules, session.clock, author="Chair", reason="Error", keep_marks=True)
    found = compare(session.records, STAGE, ["P1", "P2"])
    titles = [each.candidacy for each in found.projects]
    line = found.lines[2]
    by_id = dict(zip(titles, line.figures, strict=True))
    assert (by_id["P1"].best, by_id["P1"].share) == (True, Fraction(8, 10))
    assert (by_id["P2"].gap[0], by_id["P2"].share) == ("+", Fraction(2, 10))


def test_equal_figures_have_no_best(session: Session) -> None:
    """Neither is marked, and the line says that they are alike; one without a value makes no line of equals."""
    session.give({(each, "J1"): (5, 6) for each in ("P1", "P2")})
    found = compare(session.records, STAGE, ["P1", "P2"])
    assert all(line.equal and not any(each.best or each.gap for each in line.figures) for line in found.lines)
    (line, *_) = compare(session.records, STAGE, ["P1", "P3"]).lines
    assert not line.equal
    assert [bool(each.text) for each in line.figures] == [True, False]


def test_comments_are_told_with_their_author(session: Session) -> None:
    """Of the project first, then juror by juror; the reason of a recusal or an absence is no comment."""
    session.give({("P2", "J1"): (5, 6), ("P2", "J2"): (5, 6)})
    mark = Mark(MarkState.MARKED, Fraction(5), "Clair et chiffré")
    record_mark(session.file, STAGE, Cell("P2", "J2", "C1"), mark)
    with session.file.unit() as unit:
        unit.put(RecordedSheet(STAGE, "P2", "J1", comment="Bonne écoute"))
        unit.put(RecordedSheet(STAGE, "P2", SECRETARIAT, comment="À revoir avec la DSI"))
        unit.commit("sheet_commented")
    record_sheet_state(session.file, STAGE, "P2", "J4", MarkState.ABSENT, reason="Train en retard")
    declare_recusal(session.file, LINK, session.clock)
    (project, _) = compare(session.records, STAGE, ["P2", "P1"]).projects
    assert [(each.juror, each.criterion, each.text) for each in project.comments] == [
        ("", "", "À revoir avec la DSI"),
        ("Mme Anne VASSEUR", "", "Bonne écoute"),
        ("M. Kofi OSEI", "C1", "Clair et chiffré"),
    ]
    assert project.recused == ("Mme Claire ROUX",)


def test_times_are_those_of_the_clock(tmp_path: Path) -> None:
    """25 seconds too many, an accommodation of 1 min 40: as measured, of the attempt that counts."""
    file = build_example(make_toolbox(safety=tmp_path / "safety"), tmp_path / "example.jury")
    ids = {each.title: each.id for each in file.records.within(Candidacy)}
    found = compare(file.records, "hackathon", [ids["Places libres"], ids["Fil vert"]])
    (pitch, questions) = found.phases
    assert [(each.available, each.extra, each.over) for each in pitch.times if each] == [
        (300_000, 0, 0),
        (400_000, 100_000, 0),
    ]
    assert [(each.spoken, each.over) for each in questions.times if each] == [(325_000, 25_000), (280_000, 0)]
    assert compare(file.records, "screening", [ids["Places libres"], ids["Fil vert"]]).phases == ()
    file.close()


def test_hidden_project_is_not_compared(session: Session) -> None:
    """Nor does any mark of it change a figure beside it."""
    session.give_all()
    declare_recusal(session.file, LINK, session.clock)
    hidden = hidden_from(session.records, STAGE, "J3")
    before = compare(session.records, STAGE, ["P1", "P2", "P3"], hidden=hidden)
    assert {each.candidacy for each in before.projects} == {"P1", "P3"}
    session.give({("P2", juror): (9, 9) for juror in ("J1", "J2", "J4")})
    assert compare(session.records, STAGE, ["P1", "P2", "P3"], hidden=hidden) == before


def test_choice_takes_four_and_gives_them_back() -> None:
    """A fifth is not taken in; one that is in goes out."""
    chosen: tuple[str, ...] = ()
    for candidacy in ("P1", "P2", "P3", "P4", "P5"):
        chosen = toggled(chosen, candidacy)
    assert chosen == ("P1", "P2", "P3", "P4")
    assert len(chosen) == MOST
    assert toggled(chosen, "P2") == ("P1", "P3", "P4")


def test_withdrawn_project_can_be_compared(session: Session) -> None:
    """It stands last, without a place."""
    session.give_all()
    withdraw(session.file, STAGE, "P1", "Mutation", session.clock)
    found = compare(session.records, STAGE, ["P1", "P2"])
    assert found.projects[-1].candidacy == "P1"
    assert found.projects[-1].standing.place is None


@pytest.mark.parametrize(
    ("level", "leaves"), [(RecusalLevel.MAJOR, True), (RecusalLevel.MINOR, False), (RecusalLevel.LIGHT, None)]
)
def test_set_apart_says_who_leaves(session: Session, level: RecusalLevel, leaves: bool | None) -> None:
    """A major link leaves the room, a minor one gives neither mark nor vote, a light one changes nothing."""
    declare_recusal(session.file, replace(LINK, level=level), session.clock)
    found = set_apart(session.records, STAGE, "P2")
    assert [(each.name, each.reason, each.leaves, each.pending) for each in found] == (
        [] if leaves is None else [("Mme Claire ROUX", "Cousin", leaves, False)]
    )
    assert set_apart(session.records, STAGE, "P1") == ()
    assert viewers(session.records, STAGE) == ({} if leaves is None else {"J3": "Mme Claire ROUX"})


def test_pending_link_is_said_until_the_ruling(session: Session) -> None:
    """What the chair has still to rule on is hidden; dismissed, it no longer is."""
    pending = replace(LINK, ruling=Ruling.PENDING)
    declare_recusal(session.file, pending, session.clock)
    (found,) = set_apart(session.records, STAGE, "P2")
    assert found.pending
    rule_on_recusal(session.file, pending, Ruling.DISMISSED, "Simple connaissance", session.clock)
    assert set_apart(session.records, STAGE, "P2") == ()
