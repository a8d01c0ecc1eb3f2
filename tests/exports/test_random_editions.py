"""Editions drawn at random, with ties and recusals: LibreOffice computes the same from their workbooks."""

import random
from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rubric import Criterion, CriterionKind, Scale
from jury_desk.domain.rules import Aggregation, Numbering, Order, ResultForm, Rounding, Rules, Selection, Ties
from jury_desk.domain.scoring import Mark, MarkState
from jury_desk.exports.scores_workbook import write_workbook
from jury_desk.services.example import build_example
from jury_desk.services.files import standard_stages
from jury_desk.services.ports import JuryFile, Toolbox
from jury_desk.services.preparation import begin_edition, freeze_rules, set_entries, set_rules
from jury_desk.services.recusals import declare_recusal
from jury_desk.services.reporting import stage_report
from jury_desk.services.scoring import Cell, record_marks

STAGE = "hackathon"
HALF, HUNDREDTH = Fraction(1, 2), Fraction(1, 100)
Recalculated = Callable[[Path], Path]


@pytest.fixture(scope="module")
def toolbox(tmp_path_factory: pytest.TempPathFactory) -> Toolbox:
    """Everything plugged in."""
    return make_toolbox(safety=tmp_path_factory.mktemp("safety"))


def drawn_rules(chance: random.Random) -> Rules:
    """Three to six criteria on a coarse scale, of any weights, by a method that a sheet can hold."""
    scale = Scale(Fraction(0), Fraction(chance.choice([3, 4, 5])), Fraction(1))
    count = chance.randint(3, 6)
    criteria = [
        Criterion(f"K{number}", f"Critère {number}", Fraction(chance.randint(1, 4), chance.choice([1, 3])), scale)
        for number in range(count)
    ]
    if chance.random() < 0.5:
        criteria.append(Criterion("bonus", "Bonus", HALF, scale, CriterionKind.BONUS))
    aggregation = Aggregation(
        order=chance.choice(list(Order)),
        result=chance.choice(list(ResultForm)),
        out_of=Fraction(20),
        minimum_sheets=chance.choice([1, 2]),
    )
    return Rules(
        "Règlement tiré au sort",
        "1",
        "fr",
        scale,
        tuple(criteria),
        aggregation=aggregation,
        rounding=chance.choice([Rounding(), Rounding(sheet=HUNDREDTH, result=HALF)]),
        ties=Ties(
            chain=tuple(f"criterion:K{number}" for number in range(chance.randint(0, 2))),
            numbering=chance.choice(list(Numbering)),
        ),
        selection=Selection(places=chance.randint(2, 5), reserve=chance.randint(0, 2)),
    )


def drawn_edition(toolbox: Toolbox, path: Path, seed: int) -> JuryFile:
    """A file as the window would leave it: rules frozen, ties with projects declared, marks on whole sheets or none."""
    chance = random.Random(seed)  # noqa: S311 - no secret is drawn
    file = toolbox.files.create(path)
    begin_edition(file, Edition(f"Édition {seed}", language="fr"), standard_stages("fr"))
    candidacies = [f"C{number:02}" for number in range(chance.randint(10, 24))]
    jurors = [f"J{number}" for number in range(chance.randint(4, 8))]
    with file.unit() as unit:
        for each in candidacies:
            unit.put(Candidacy(each, f"Projet {each}"))
        for seat, each in enumerate(jurors):
            unit.put(Juror(each, f"M. {each.upper()}"))
            unit.put(Member(STAGE, each, seat))
        unit.commit("candidacies_imported")
    set_entries(file, STAGE, candidacies)
    rules = drawn_rules(chance)
    set_rules(file, STAGE, rules)
    freeze_rules(file, STAGE, toolbox.clock)
    tied = {(chance.choice(candidacies), chance.choice(jurors)) for _ in range(5)}
    for candidacy, juror in sorted(tied):
        recusal = Recusal(STAGE, juror, candidacy, RecusalLevel.MAJOR, reason="Lien", ruling=Ruling.UPHELD)
        declare_recusal(file, recusal, toolbox.clock)
    blank = {(chance.choice(candidacies), chance.choice(jurors), chance.choice(rules.criteria).id) for _ in range(4)}
    marks = {
        Cell(candidacy, juror, each.id): Mark(
            MarkState.MARKED, Fraction(chance.randint(int(each.scale.minimum), int(each.scale.maximum)))
        )
        for candidacy in candidacies
        for juror in jurors
        for each in rules.criteria
        if (candidacy, juror) not in tied and (candidacy, juror, each.id) not in blank
    }
    record_marks(file, STAGE, marks)
    return file


def rows_of(path: Path, sheet: str) -> dict[str, dict[str, Any]]:
    """The rows of a sheet by candidacy, as tables by the heads of their columns."""
    head, *rows = openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True)
    return {row["Candidature"]: row for row in (dict(zip(map(str, head), each, strict=True)) for each in rows)}


def assert_same(path: Path, report: StageReport) -> None:
    """Results, places, who shares one, sheets counted, in the order of the ranking."""
    rows = rows_of(path, "Classement")
    standings = report.standings.standings
    for standing in standings:
        row = rows[standing.candidacy]
        assert (row["Rang"], row["Feuilles"]) == (standing.place, standing.sheets_counted), standing.candidacy
        expected = None if standing.exact is None else pytest.approx(float(standing.exact), abs=1e-9)
        assert row["Résultat"] == expected, standing.candidacy
    assert {row["Contrôle"] for row in rows.values()} == {"conforme"}
    shared = [each.place for each in standings if each.shared]
    shown = [row["Rang"] for row in rows.values() if row["Rang"] is not None]
    assert all(shown.count(place) > 1 for place in shared)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_libreoffice_comes_to_the_same_for_a_random_edition(
    toolbox: Toolbox, tmp_path: Path, made_at: datetime, recalculated: Recalculated, seed: int
) -> None:
    """Ties, shared places and recusals included; what is drawn holds some of each."""
    file = drawn_edition(toolbox, tmp_path / "drawn.jury", seed)
    report = stage_report(file, STAGE)
    file.close()
    standings = report.standings.standings
    results = [each.exact for each in standings if each.exact is not None]
    assert len(set(results)) < len(results), "some are equal"
    assert report.recusals
    assert any(each.sheets_counted < each.sheets_expected for each in standings), "some sheets are incomplete"
    target = tmp_path / "drawn.xlsx"
    write_workbook(report, target, language="fr", made_at=made_at)
    assert_same(target, report)
    assert_same(recalculated(target), report)


def test_libreoffice_comes_to_the_same_for_the_example(
    toolbox: Toolbox, tmp_path: Path, made_at: datetime, recalculated: Recalculated
) -> None:
    """The tie at 13,20 that the first criterion separates."""
    file = build_example(toolbox, tmp_path / "example.jury")
    report = stage_report(file, STAGE)
    file.close()
    target = tmp_path / "example.xlsx"
    write_workbook(report, target, language="fr", made_at=made_at)
    computed = recalculated(target)
    assert_same(computed, report)
    rows = rows_of(computed, "Classement")
    titles = {row["Projet"]: (row["Rang"], row["Résultat"]) for row in rows.values()}
    assert titles["Cantine juste"] == (6, 13.2)
    assert titles["Relais terrain"] == (7, 13.2)
