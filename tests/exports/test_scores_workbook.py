"""The workbook says what the engine says, recomputes it in another program, and never lets text become a formula."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.rubric import Across, Criterion, CriterionKind, Scale, Source
from jury_desk.domain.rules import Numbering, Order, ResultForm, Rounding, Rules, Ties
from jury_desk.domain.scoring import SECRETARIAT, Mark, MarkState, Sheets
from jury_desk.domain.standings import rank
from jury_desk.exports import workbook_audit
from jury_desk.exports.scores_workbook import write_workbook
from jury_desk.exports.workbook_audit import WorkbookDiffers

Reranked = Callable[[StageReport, Rules], StageReport]
Exported = Callable[[StageReport], Path]
Recalculated = Callable[[Path], Path]
WithSheets = Callable[[StageReport, Sheets], StageReport]

PAYLOADS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://example.org", "\x07cloche", "007")


@pytest.fixture
def written(report: StageReport, tmp_path: Path, made_at: datetime) -> Path:
    """The workbook of the small jury, in French."""
    target = tmp_path / "hackathon.xlsx"
    write_workbook(report, target, language="fr", made_at=made_at)
    return target


@pytest.fixture
def exported(tmp_path: Path, made_at: datetime) -> Exported:
    """Writes the workbook of a report, in French."""

    def export(report: StageReport) -> Path:
        target = tmp_path / "exported.xlsx"
        write_workbook(report, target, language="fr", made_at=made_at)
        return target

    return export


def rows_of(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet as tables by the heads of their columns, as the file shows them."""
    worksheet = openpyxl.load_workbook(path, data_only=True)[sheet]
    head, *rows = worksheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def assert_ranking(path: Path, report: StageReport) -> None:
    """What the file shows is the engine's: results, places, sheets counted, each criterion's value."""
    rows = {row["Candidature"]: row for row in rows_of(path, "Classement")}
    for standing in report.standings.standings:
        row = rows[standing.candidacy]
        assert row["Rang"] == standing.place
        assert row["Feuilles"] == standing.sheets_counted
        expected = None if standing.exact is None else pytest.approx(float(standing.exact), abs=1e-9)
        assert row["Résultat"] == expected
    grid = {row["Candidature"]: row for row in rows_of(path, "Grille")}
    codes = {each.id: f"C{number} {each.name}" for number, each in enumerate(report.rules.criteria, 1)}
    for standing in report.standings.standings:
        shown = [grid[standing.candidacy][codes[id_]] for id_ in standing.values]
        assert shown == pytest.approx([float(value) for value in standing.values.values()])


def with_weight(path: Path, criterion: str, weight: float) -> Path:
    """A copy of the file in which someone has changed a weight."""
    workbook = openpyxl.load_workbook(path)
    for row in workbook["Critères"].iter_rows(min_row=2):
        if row[1].value == criterion:
            row[4].value = weight
    changed = path.with_name("changed.xlsx")
    workbook.save(changed)
    return changed


def reweighted(rules: Rules, criterion: str, weight: int) -> Rules:
    """The rules with another weight for one criterion."""
    return replace(
        rules,
        criteria=tuple(
            replace(each, weight=Fraction(weight)) if each.id == criterion else each for each in rules.criteria
        ),
    )


def test_cached_values_are_the_engines(written: Path, report: StageReport) -> None:
    """A reader without a calculation engine sees the ranking, the exact tie separated."""
    assert_ranking(written, report)
    rows = rows_of(written, "Classement")
    assert [row["Projet"] for row in rows if row["Résultat"] == 13.2] == ["Cantine juste", "Relais terrain"]
    assert {row["Contrôle"] for row in rows} == {"conforme"}


def test_ranking_bears_its_footnotes(written: Path, report: StageReport, exported: Exported) -> None:
    """Beside the candidacies they are about, and all of them on the first sheet; without any there is no column."""
    remarks = {row["Projet"]: row["Remarques"] for row in rows_of(written, "Classement") if row["Remarques"]}
    assert set(remarks) == {"Relais terrain", "Qui fait quoi ?"}
    assert remarks["Relais terrain"].startswith("Arrivée de J6 à 13")
    readme = " ".join(str(row) for row in rows_of(written, "Lisez-moi"))
    assert "Remarques sur le classement" in readme
    assert "Déport de J5" in readme
    without = exported(replace(report, footnotes=()))
    assert all("Remarques" not in row for row in rows_of(without, "Classement"))


def test_libreoffice_recomputes_the_same(written: Path, report: StageReport, recalculated: Recalculated) -> None:
    """Every formula computed anew gives the same results and places, the tie at 13.20 included."""
    computed = recalculated(written)
    assert_ranking(computed, report)
    assert {row["Contrôle"] for row in rows_of(computed, "Classement")} == {"conforme"}


def test_places_are_taken_on_rounded_values(written: Path) -> None:
    """No suite's own tolerance is relied upon: what places compare is rounded in the sheet itself."""
    for row in rows_of(written, "Classement")[:4]:
        assert row["Valeur de rang"] == round(row["Résultat"], 9)
    formulas = openpyxl.load_workbook(written)["Classement"]["L2"].value
    assert "ROUND($E2,9)" in formulas


@pytest.mark.parametrize("weight", [0, 29, 90])
def test_a_changed_weight_ranks_again(
    report: StageReport, reranked: Reranked, exported: Exported, recalculated: Recalculated, weight: int
) -> None:
    """A weight changed in the sheet gives the engine's ranking under that weight, and the check says what differs."""
    other = reranked(report, reweighted(report.rules, "C1", weight))
    computed = recalculated(with_weight(exported(report), "C1", weight))
    assert_ranking(computed, other)
    before, now = ({each.candidacy: each.place for each in one.standings.standings} for one in (report, other))
    for row in rows_of(computed, "Classement"):
        same = before[row["Candidature"]] == now[row["Candidature"]]
        assert row["Contrôle"] == ("conforme" if same else "diffère")


def test_some_changed_weight_moves_places(report: StageReport, reranked: Reranked) -> None:
    """The weights of the test above do change the ranking, so that it cannot pass by standing still."""
    other = reranked(report, reweighted(report.rules, "C1", 0))
    assert other.standings.of("relais").place == 3 != report.standings.of("relais").place


CHANGES: tuple[dict[str, Any], ...] = (
    {"order": Order.CRITERIA_FIRST},
    {"result": ResultForm.MEAN},
    {"result": ResultForm.POINTS},
    {"order": Order.CRITERIA_FIRST, "result": ResultForm.POINTS, "eliminatory": None},
    {"minimum_sheets": 7},
)
HALF, TENTH = Fraction(1, 2), Fraction(1, 10)
ROUNDINGS = (Rounding(), Rounding(criterion=HALF, product=TENTH, sheet=HALF, result=TENTH))


@pytest.mark.parametrize("method", list(product(CHANGES, ROUNDINGS)), ids=str)
def test_other_methods_recompute(
    report: StageReport,
    reranked: Reranked,
    exported: Exported,
    recalculated: Recalculated,
    method: tuple[dict[str, Any], Rounding],
) -> None:
    """Whatever the order, the form and the roundings, the sheet comes to what the engine does."""
    change, rounding = method
    rules = replace(report.rules, aggregation=replace(report.rules.aggregation, **change), rounding=rounding)
    other = reranked(report, rules)
    assert_ranking(recalculated(exported(other)), other)


def test_bonus_deduction_established_and_blank(
    report: StageReport,
    reranked: Reranked,
    with_sheets: WithSheets,
    exported: Exported,
    recalculated: Recalculated,
) -> None:
    """A bonus and an established deduction are terms, a sheet with a blank does not count, weights may be thirds."""
    five = Scale(Fraction(0), Fraction(5), Fraction(1))
    extra = (
        Criterion("bonus", "Bonus", Fraction(1, 2), five, CriterionKind.BONUS),
        Criterion("late", "Retard", Fraction(1), five, CriterionKind.DEDUCTION, Source.SECRETARIAT),
        Criterion("seen", "Vu", Fraction(0), five, CriterionKind.INFORMATION),
    )
    sheets = {
        candidacy: {juror: dict(sheet) for juror, sheet in each.items()} for candidacy, each in report.sheets.items()
    }
    for juror in ("J1", "J2", "J3"):
        sheets["cantine"][juror]["bonus"] = Mark(MarkState.MARKED, Fraction(4))
    sheets["vert"][SECRETARIAT] = {"late": Mark(MarkState.MARKED, Fraction(3))}
    sheets["quoi"]["J1"]["C3"] = Mark(MarkState.BLANK)
    criteria = tuple(replace(each, weight=each.weight / 3) for each in report.rules.criteria)
    rules = replace(report.rules, criteria=(*criteria, *extra), ties=Ties(("criterion:C1",), numbering=Numbering.DENSE))
    other = with_sheets(reranked(report, rules), sheets)
    target = exported(other)
    assert_ranking(recalculated(target), other)
    counted = {each.candidacy: each.sheets_counted for each in other.standings.standings}
    assert counted["quoi"] == 5


def test_dense_places_and_shared_place(
    report: StageReport, reranked: Reranked, exported: Exported, recalculated: Recalculated
) -> None:
    """Without a tie chain the two at 13.20 share the third place, and nothing binary separates them."""
    other = reranked(report, replace(report.rules, ties=Ties(numbering=Numbering.DENSE)))
    target = exported(other)
    assert_ranking(recalculated(target), other)
    assert [each.place for each in other.standings.standings].count(3) == 2


def test_a_withdrawn_candidacy_stays_without_a_place(
    report: StageReport, exported: Exported, recalculated: Recalculated
) -> None:
    """Its marks are shown, and no recalculation brings it back."""
    candidacies = [each.id for each in report.candidacies]
    voting = [seat.juror.id for seat in report.voting]
    standings = rank(report.rules, candidacies, voting, report.sheets, withdrawn=["quoi"])
    other = replace(report, standings=standings)
    computed = recalculated(exported(other))
    assert_ranking(computed, other)
    assert rows_of(computed, "Classement")[-1]["Situation"] == "désistement"


def test_steps_without_a_formula_are_carried_as_values(
    report: StageReport, reranked: Reranked, exported: Exported, recalculated: Recalculated
) -> None:
    """The effect of the highest sheet on a tie stands in a column of its own, and the first sheet says so."""
    other = reranked(report, replace(report.rules, ties=Ties(("highest_sheet",))))
    target = exported(other)
    assert_ranking(recalculated(target), other)
    assert "Départage porté" in rows_of(target, "Classement")[0]
    assert "la grille la plus élevée" in " ".join(str(row) for row in rows_of(target, "Lisez-moi"))


def test_a_method_beyond_a_sheet_is_written_as_values(
    report: StageReport, reranked: Reranked, exported: Exported
) -> None:
    """The median of the sheets is Jury Desk's own; no formula pretends to compute it."""
    rules = replace(report.rules, aggregation=replace(report.rules.aggregation, across_jurors=Across.MEDIAN))
    other = reranked(report, rules)
    target = exported(other)
    assert_ranking(target, other)
    cells = openpyxl.load_workbook(target)["Classement"].iter_rows(min_row=2, values_only=True)
    assert not [cell for row in cells for cell in row if str(cell).startswith("=")]
    assert "autrement que par la moyenne" in " ".join(str(row) for row in rows_of(target, "Lisez-moi"))


def test_typed_text_stays_text(report: StageReport, tmp_path: Path, made_at: datetime) -> None:
    """Titles, reasons and comments that look like formulas, links or numbers are written to the character."""
    first = report.candidacies[0]
    for payload in PAYLOADS:
        hostile = replace(
            report,
            candidacies=(replace(first, title=payload), *report.candidacies[1:]),
            received=(replace(first, title=payload), *report.received[1:]),
            journal=(replace(report.journal[0], reason=payload),),
        )
        target = tmp_path / "hostile.xlsx"
        write_workbook(hostile, target, language="fr", made_at=made_at)
        workbook = openpyxl.load_workbook(target)
        for cell in (workbook["Grille"]["C2"], workbook["Journal"]["E2"], workbook["Notes"]["C2"]):
            assert (cell.data_type, cell.value, cell.hyperlink) == ("s", payload.replace("\x07", ""), None)


def test_a_text_longer_than_a_cell_says_that_it_is_cut(report: StageReport, tmp_path: Path, made_at: datetime) -> None:
    """XlsxWriter drops a text over 32 767 characters without a word; ours ends with a sign that there is more."""
    target = tmp_path / "long.xlsx"
    long = replace(report, journal=(replace(report.journal[0], reason="🚀" * 40_000),))
    write_workbook(long, target, language="fr", made_at=made_at)
    assert rows_of(target, "Journal")[0]["Motif"].endswith("🚀 […]")


def test_a_cell_keeps_numbers_as_numbers(written: Path) -> None:
    """Marks, weights and results are numbers; instants are dates."""
    assert {type(row["Note"]) for row in rows_of(written, "Notes")} == {int, type(None)}
    assert {type(row["Poids"]) for row in rows_of(written, "Critères")} == {int}
    assert isinstance(rows_of(written, "Journal")[0]["Instant (UTC)"], datetime)


def test_pages_are_set_up_for_print(written: Path) -> None:
    """A4 on its side, one page wide, head repeated, page of pages and fingerprint at the foot."""
    for worksheet in openpyxl.load_workbook(written).worksheets:
        assert (worksheet.page_setup.orientation, worksheet.page_setup.paperSize) == ("landscape", 9)
        assert worksheet.sheet_properties.pageSetUpPr.fitToPage
        assert worksheet.oddFooter.right.text == "Page &P / &N"
        assert worksheet.oddFooter.left.text.endswith("b7e1b7e1")
        assert "fictives" in worksheet.oddHeader.left.text
        if worksheet.title != "Lisez-moi":
            assert worksheet.print_title_rows == "$1:$1"
            assert worksheet.freeze_panes == "A2"
            assert worksheet.auto_filter.ref


def test_weights_have_a_name_and_a_rule(written: Path) -> None:
    """The weights are a named range, and refuse what is not a positive number."""
    workbook = openpyxl.load_workbook(written)
    assert workbook.defined_names["Poids"].attr_text == "'Critères'!$E$2:$E$7"
    assert [rule.operator for rule in workbook["Critères"].data_validations.dataValidation] == ["greaterThanOrEqual"]


def test_no_juror_is_named(written: Path, report: StageReport) -> None:
    """Jurors stand under their codes: the marks of a person are nobody else's."""
    text = " ".join(str(row) for sheet in ("Notes", "Feuilles", "Lisez-moi") for row in rows_of(written, sheet))
    assert not [seat.juror.name for seat in report.panel if seat.juror.name in text]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_equal_reports_give_equal_bytes(report: StageReport, tmp_path: Path, made_at: datetime, language: str) -> None:
    """Nothing of the clock or of a random number enters the file."""
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    write_workbook(report, first, language=language, made_at=made_at)
    write_workbook(report, second, language=language, made_at=made_at)
    assert first.read_bytes() == second.read_bytes()


def test_a_workbook_that_differs_is_not_kept(
    report: StageReport, tmp_path: Path, made_at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A result that the file shows otherwise than the engine stops the export, and the former file stays."""
    target = tmp_path / "hackathon.xlsx"
    target.write_bytes(b"former")
    monkeypatch.setattr(workbook_audit, "_expected", lambda _standing, *, places: {"result": 1.0 if places else 2.0})
    with pytest.raises(WorkbookDiffers):
        write_workbook(report, target, language="fr", made_at=made_at)
    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_former_file(
    report: StageReport, exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new workbook is lost, and told; the former one is still there."""
    target = exported(report)
    former = target.read_bytes()

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileNotWritable) as refused:
        exported(report)
    assert refused.value.detail == "No space left on device"
    assert target.read_bytes() == former
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(report: StageReport, tmp_path: Path, made_at: datetime) -> None:
    """The system's refusal becomes an error with its words."""
    with pytest.raises(FileNotWritable) as refused:
        write_workbook(report, tmp_path / "nowhere" / "x.xlsx", language="fr", made_at=made_at)
    assert refused.value.detail == "No such file or directory"


def test_a_stage_without_candidacies_is_written(report: StageReport, reranked: Reranked, exported: Exported) -> None:
    """An empty stage gives an empty workbook, not an error."""
    empty = reranked(replace(report, candidacies=(), entries={}, sheets={}, recusals=()), report.rules)
    assert rows_of(exported(empty), "Classement") == []
