"""The figures beside the marks of one candidacy: they are those of the ranking, and advisers are in none."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.exact import decimal_text
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.rubric import Across
from jury_desk.domain.rules import rules_from_document
from jury_desk.domain.scoring import MarkState
from jury_desk.services import preparation, scoring, sheets
from jury_desk.services.deliberation import standings_of
from jury_desk.services.files import new_edition
from jury_desk.services.ports import JuryFile
from jury_desk.services.scoring import Cell

STAGE = "hackathon"
RULES = rules_from_document(
    {
        "title": "Rules",
        "scale": {"min": "0", "max": "10", "step": "1"},
        "criteria": [{"id": "C1", "name": "One", "weight": "3"}, {"id": "C2", "name": "Two", "weight": "1"}],
        "aggregation": {"result": "out_of", "out_of": "20"},
    }
)


@pytest.fixture
def file(tmp_path: Path) -> JuryFile:
    """Two voting jurors and an adviser before one candidacy."""
    toolbox = make_toolbox(actor="test", safety=tmp_path / "safety")
    made = new_edition(toolbox, tmp_path / "a.jury", Edition("Édition"))
    with made.unit() as unit:
        unit.put(Candidacy("P1", "One"))
        unit.commit("candidacies_imported")
    preparation.set_entries(made, STAGE, ["P1"])
    for name, voice in (("J1", Voice.VOTING), ("J2", Voice.VOTING), ("A1", Voice.ADVISORY)):
        preparation.add_juror(made, Juror(name, name), seat=Member(STAGE, "", 0, voice=voice))
    preparation.set_rules(made, STAGE, RULES)
    preparation.freeze_rules(made, STAGE, toolbox.clock)
    return made


def give(file: JuryFile, juror: str, *marks: str) -> None:
    """Record a sheet."""
    cells = {
        Cell("P1", juror, criterion.id): scoring.read_mark(criterion, text)
        for criterion, text in zip(RULES.criteria, marks, strict=True)
    }
    scoring.record_marks(file, STAGE, cells)


def test_figures_are_those_of_the_ranking(file: JuryFile) -> None:
    """Totals, means and result agree with the standing; the adviser has a total and counts nowhere."""
    give(file, "J1", "8", "4")
    give(file, "J2", "6", "5")
    give(file, "A1", "1", "1")
    figures = sheets.SheetFigures(file.records, STAGE).of("P1")
    assert figures.totals == {"J1": "14.00", "J2": "11.50", "A1": "2.00"}
    standing = standings_of(file.records, STAGE).of("P1")
    assert figures.means == standing.criteria == {"C1": "7.00", "C2": "4.50"}
    assert figures.result == "12.75" == standing.own
    assert sheets.SheetFigures(file.records, STAGE).sheet_alone("P1", "J2") == Fraction(23, 2)
    file.close()


def test_total_of_a_sheet_is_the_same_by_passage_and_by_juror(file: JuryFile) -> None:
    """As it enters the ranking, also where a criterion counts once for all jurors; an adviser's as if it did."""
    apart = replace(RULES.criteria[1], across_jurors=Across.MEDIAN)
    preparation.amend_rules(
        file,
        STAGE,
        replace(RULES, criteria=(RULES.criteria[0], apart)),
        make_toolbox().clock,
        author="Chair",
        reason="The median",
        keep_marks=True,
    )
    for juror, marks in {"J1": ("8", "4"), "J2": ("6", "10"), "A1": ("1", "1")}.items():
        give(file, juror, *marks)
    figures = sheets.SheetFigures(file.records, STAGE)
    totals = {juror: figures.total("P1", juror) for juror in ("J1", "J2", "A1")}
    assert totals == {"J1": Fraction(31, 2), "J2": Fraction(25, 2), "A1": 2}
    assert {juror: decimal_text(total or Fraction(0), 2) for juror, total in totals.items()} == figures.of("P1").totals
    assert figures.sheet_alone("P1", "J1") == 14
    file.close()


def test_sum_of_ranks_is_no_figure_of_one_candidacy(file: JuryFile) -> None:
    """Ranks are among all: alone, every candidacy would have as many points as there are jurors."""
    ranks = replace(RULES.aggregation, across_jurors=Across.RANK_SUM)
    rules, clock = replace(RULES, aggregation=ranks), make_toolbox().clock
    preparation.amend_rules(file, STAGE, rules, clock, author="Chair", reason="Ranks", keep_marks=True)
    give(file, "J1", "8", "4")
    give(file, "J2", "6", "10")
    figures = sheets.SheetFigures(file.records, STAGE).of("P1")
    assert (figures.result, figures.counted) == ("", 2)
    assert standings_of(file.records, STAGE).of("P1").own == "2"
    file.close()


def test_unfinished_sheet_has_no_total(file: JuryFile) -> None:
    """A blank is no zero: the sheet waits, and so does the result."""
    give(file, "J1", "8", "")
    figures = sheets.SheetFigures(file.records, STAGE).of("P1")
    assert figures.totals == {}
    assert figures.result == ""
    assert sheets.SheetFigures(file.records, STAGE).sheet_alone("P1", "J1") is None
    file.close()


def test_state_is_that_of_the_whole_sheet(file: JuryFile) -> None:
    """Recused when every cell is; blank while any cell is owed; marked when all are given."""
    give(file, "J1", "8", "4")
    scoring.record_sheet_state(file, STAGE, "P1", "J2", MarkState.RECUSED)
    states = [sheets.sheet_state(file.records, STAGE, "P1", juror, RULES.criteria) for juror in ("J1", "J2", "A1")]
    assert states == [MarkState.MARKED, MarkState.RECUSED, MarkState.BLANK]
    scoring.record_sheet_state(file, STAGE, "P1", "J2", MarkState.BLANK)
    give(file, "J2", "8", "")
    assert sheets.sheet_state(file.records, STAGE, "P1", "J2", RULES.criteria) is MarkState.BLANK
    file.close()
