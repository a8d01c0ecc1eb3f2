"""What a recused juror may see: changing any mark of a hidden candidacy changes nothing in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.services.sessions import NAMES, STAGE, TITLES, Session

from jury_desk.domain.adoption import places_of
from jury_desk.domain.candidacy import Outcome, OutcomeCategory
from jury_desk.domain.documents import to_document
from jury_desk.domain.explanation import Figure, FigureKind
from jury_desk.domain.minutes import Deliberated
from jury_desk.domain.recusal import Recusal, RecusalLevel, RecusalOrigin, Ruling
from jury_desk.domain.scoring import MarkState
from jury_desk.exports.minutes_pdf import write_minutes
from jury_desk.exports.scores_workbook import write_workbook
from jury_desk.services.accounts import Accounts
from jury_desk.services.decisions import adopt_ranking, bench_now
from jury_desk.services.deliberation import contest_of, set_outcomes, standings_of
from jury_desk.services.hiding import hidden_from, masked
from jury_desk.services.late_changes import withdraw
from jury_desk.services.masking import masked_report, masked_standings
from jury_desk.services.recusals import declare_recusal
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import record_sheet_state
from jury_desk.services.standings_json import standings_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jury_desk.domain.minutes import StageReport
    from jury_desk.domain.standings import Standings

LINK = Recusal(STAGE, "J3", "P2", RecusalLevel.MINOR, reason="Cousin", ruling=Ruling.UPHELD)
AT = datetime(2020, 3, 5, 17, tzinfo=UTC)


def declare(session: Session, recusal: Recusal = LINK) -> None:
    """Declare a link, ruled on as it says."""
    declare_recusal(session.file, recusal, session.clock)


def everything(report: StageReport) -> str:
    """All that a report holds, as one text."""
    parts = {
        "standings": [to_document(each) for each in report.standings.standings],
        "json": standings_document(report.standings, "en", footnotes=report.footnotes),
        "sheets": {
            c: {j: {k: to_document(m) for k, m in s.items()} for j, s in of.items()} for c, of in report.sheets.items()
        },
        "entries": {name: to_document(entry) for name, entry in report.entries.items()},
        "candidacies": to_document(report.candidacies),
        "footnotes": to_document(report.footnotes),
        "journal": to_document(report.journal),
        "deliberated": to_document(report.deliberated),
        "entry": to_document(report.entry),
        "rest": [report.missing, report.head, report.fingerprint, report.content],
    }
    return json.dumps(parts, default=str)


HIDDEN: dict[str, tuple[Recusal, set[str]]] = {
    "upheld": (LINK, {"P2"}),
    "major": (replace(LINK, level=RecusalLevel.MAJOR), {"P2"}),
    "light": (replace(LINK, level=RecusalLevel.LIGHT), set()),
    "pending": (replace(LINK, ruling=Ruling.PENDING), {"P2"}),
    "pending challenge": (replace(LINK, ruling=Ruling.PENDING, origin=RecusalOrigin.HOLDER), {"P2"}),
    "dismissed": (replace(LINK, ruling=Ruling.DISMISSED), set()),
    "whole stage": (replace(LINK, candidacy=""), set(TITLES)),
}


@pytest.mark.parametrize(("recusal", "hidden"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_hangs_on_level_and_ruling(session: Session, recusal: Recusal, hidden: set[str]) -> None:
    """What the chair has still to rule on is hidden too; what was dismissed, or only declared, is not."""
    declare(session, recusal)
    assert hidden_from(session.records, STAGE, "J3") == hidden
    assert hidden_from(session.records, STAGE, "J1") == frozenset()


def test_rules_that_count_one_recusal_for_all_hide_all(session: Session) -> None:
    """So do cells that a file calls recused, for the candidacy they are of."""
    record_sheet_state(session.file, STAGE, "P1", "J2", MarkState.RECUSED)
    assert hidden_from(session.records, STAGE, "J2") == {"P1"}
    session.rule(recusal_scope="stage")
    assert hidden_from(session.records, STAGE, "J2") == set(TITLES)


def test_juror_without_recusal_sees_everything(session: Session) -> None:
    """Nothing is masked from whom nothing is hidden."""
    session.give_all()
    declare(session)
    assert masked_standings(session.records, STAGE, "J1") == standings_of(session.records, STAGE)
    assert masked_report(session.file, STAGE, "J1") == stage_report(session.file, STAGE)


def test_hidden_candidacy_has_no_derived_value(session: Session) -> None:
    """No mark, total, result, place, tie or side of the line; the others are ranked among themselves."""
    session.give_all()
    declare(session)
    masked = masked_standings(session.records, STAGE, "J3")
    found = masked.of("P2")
    assert (found.place, found.result, found.own, found.exact) == (None, "", "", None)
    assert not any((found.criteria, found.sections, found.totals, found.values, found.ties, found.carried))
    assert (found.sheets_counted, found.selection) == (0, None)
    seen = [each for each in masked.standings if each.candidacy != "P2"]
    assert [each.place for each in seen] == [1, 2, 3]
    assert all(each.selection is None for each in masked.standings)
    assert "P2" not in {name for each in seen for tie in each.ties for name in tie.values}
    assert masked.fingerprint == standings_of(session.records, STAGE).fingerprint


def test_masked_report_tells_nothing_by_the_way(session: Session) -> None:
    """No decision, no comment, no fingerprint of the hidden data, no act of the journal, no footnote about it."""
    session.give_all()
    withdraw(session.file, STAGE, "P4", "Changed post", session.clock)
    declare(session, replace(LINK, candidacy="P4"))
    declare(session)
    decided = Outcome(OutcomeCategory.SELECTED, "Retained", motivation="A secret motivation")
    set_outcomes(session.file, STAGE, {"P2": decided, "P1": Outcome(OutcomeCategory.NOT_SELECTED)})
    bench = bench_now(session.records, STAGE, session.clock.now())
    computed = standings_of(session.records, STAGE)
    adopt_ranking(session.file, STAGE, places_of(computed), bench)
    plain, masked = stage_report(session.file, STAGE), masked_report(session.file, STAGE, "J3")
    assert "A secret motivation" in everything(plain)
    assert "A secret motivation" not in everything(masked)
    assert [entry.outcome for entry in masked.entries.values()] == [None] * 4
    assert masked.sheets["P2"] == {}
    assert (masked.journal, masked.head) == ((), "")
    assert plain.deliberated.adopted is not None
    assert masked.deliberated == Deliberated()
    assert masked.fingerprint != plain.fingerprint
    assert ("P4",) in {each.candidacies for each in plain.footnotes}
    assert not [each for each in masked.footnotes if {"P2", "P4"} & set(each.candidacies)]


def test_title_stays_readable_and_bears_no_figure(session: Session) -> None:
    """The running order is public: a hidden candidacy is found by its title, and nothing found with it tells more."""
    session.give_all()
    declare(session)
    masked = masked_report(session.file, STAGE, "J3")
    assert [each.title for each in masked.candidacies] == list(TITLES.values())
    assert masked.candidacies == stage_report(session.file, STAGE).candidacies


def test_documents_of_the_masked_report_hold_no_hidden_value(session: Session, tmp_path: Path) -> None:
    """Written like any other, with the result of the hidden candidacy in none of them."""
    session.give_all()
    comment = "An opinion nobody else has"
    record_sheet_state(session.file, STAGE, "P2", "J4", MarkState.ABSTAINED, reason=comment)
    declare(session)
    result = standings_of(session.records, STAGE).of("P2").result
    report = masked_report(session.file, STAGE, "J3")
    write_minutes(report, tmp_path / "minutes.pdf", language="en", made_at=AT)
    write_workbook(report, tmp_path / "scores.xlsx", language="en", made_at=AT)
    workbook = openpyxl.load_workbook(tmp_path / "scores.xlsx", data_only=True)
    rows = [row for sheet in workbook.worksheets for row in sheet.iter_rows(values_only=True)]
    of_hidden = [cell for row in rows if "P2" in row for cell in row if isinstance(cell, float)]
    assert of_hidden == []
    assert comment not in str(rows)
    ranking = next(row for row in workbook["Ranking"].iter_rows(values_only=True) if "P2" in row)
    assert float(result) not in ranking
    assert ranking[0] in {None, ""}


def sheets(values: st.SearchStrategy[int]) -> st.SearchStrategy[dict[tuple[str, str], tuple[int, int]]]:
    """Marks of the hidden candidacy by some of the jurors."""
    return st.dictionaries(st.sampled_from([("P2", juror) for juror in ("J1", "J2", "J4")]), st.tuples(values, values))


@settings(deadline=None, max_examples=12)
@given(hidden=sheets(st.integers(0, 10)))
def test_no_mark_of_the_hidden_candidacy_changes_the_view(
    made: Callable[[Mapping[tuple[str, str], tuple[int, int]]], tuple[Standings, str]],
    hidden: Mapping[tuple[str, str], tuple[int, int]],
) -> None:
    """Standings, JSON, averages, places, ties, missing cells and fingerprint are those of a stage without the marks."""
    assert made(hidden) == made({})


@pytest.fixture(scope="module")
def made(
    session_maker: Callable[[], Session],
) -> Callable[[Mapping[tuple[str, str], tuple[int, int]]], tuple[Standings, str]]:
    """What J3 sees of a stage in which P2 was given these marks."""

    def view(hidden: Mapping[tuple[str, str], tuple[int, int]]) -> tuple[Standings, str]:
        session = session_maker()
        seen = {(c, j): (seat + 2, passage + 1) for seat, j in enumerate(NAMES) for passage, c in enumerate(TITLES)}
        session.give({key: marks for key, marks in seen.items() if key[0] != "P2"})
        declare(session)
        if hidden:
            session.give(hidden)
        found = masked_standings(session.records, STAGE, "J3"), everything(masked_report(session.file, STAGE, "J3"))
        session.file.close()
        return found

    return view


def test_votes_between_equals_are_not_counted_in_a_masked_view(session: Session) -> None:
    """A vote on the hidden candidacy would place the other one; where it was tied, it is no more."""
    contest = replace(contest_of(session.records, STAGE), voted={"P1": 2, "P2": 1})
    assert masked(contest, {"P2"}).voted == {}


def test_the_plain_view_would_have_told(session: Session) -> None:
    """The property above is not empty: without the mask the same marks change the ranking."""
    declare(session)
    session.give({(each, "J1"): (5, 5) for each in TITLES})
    before = standings_of(session.records, STAGE)
    session.give({("P2", "J1"): (9, 9)})
    assert standings_of(session.records, STAGE) != before


def test_accounts_of_the_masked_view_hang_on_no_hidden_mark(session: Session) -> None:
    """What the panel, F9 and the ties say of the others, and that nothing is said of the hidden one."""
    session.give_all()
    declare(session)
    hidden = hidden_from(session.records, STAGE, "J3")

    def told() -> list[object]:
        accounts = Accounts(session.records, STAGE, "en", hidden=hidden)
        figures = [Figure(FigureKind.RESULT, each) for each in TITLES] + [Figure(FigureKind.PLACE, "P1")]
        return [
            *(accounts.account(each) for each in TITLES),
            *(accounts.explaining.text(each) for each in figures),
            accounts.ties_of_the_ranking(),
            accounts.provisional(),
        ]

    before = told()
    session.give({("P2", juror): (9, 2) for juror in ("J1", "J2", "J4")})
    assert told() == before
    account = Accounts(session.records, STAGE, "en", hidden=hidden).account("P2")
    assert (account.figure, account.parts, account.paragraphs) == ("", (), ())
    assert "Hidden" in account.place
