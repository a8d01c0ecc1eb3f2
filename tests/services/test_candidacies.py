"""Candidacies: what an import would do, doing it, doing it again, and corrections by hand."""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desk.domain.candidacy import Admissibility, Answer, Candidacy, Entry, Holder
from jury_desk.domain.errors import TextMissing, Unknown
from jury_desk.domain.records import Records
from jury_desk.resources import path as resource
from jury_desk.resources import phrases
from jury_desk.services.candidacies import (
    Duplicate,
    ImportHasProblems,
    ImportPlan,
    PlanOutdated,
    confirm_import,
    edit_candidacy,
    import_document,
    plan_import,
    problem_sentence,
    remark_sentences,
    set_admissibility,
)
from jury_desk.services.candidacy_rows import split_names
from jury_desk.services.ports import SheetRead, SheetRow
from jury_desk.storage.jury_file import SqliteFile

HEADER = ("ID", "Nom du projet", "Email")


def sheet_of(
    *rows: tuple[str, ...], header: tuple[str, ...] = HEADER, remarks: tuple[tuple[str, str], ...] = ()
) -> SheetRead:
    """A table as the reader gives it, its header in row 1."""
    numbered = tuple(SheetRow(number, cells) for number, cells in enumerate(rows, start=2))
    return SheetRead(Path("table.csv"), "", "utf-8", 1, header, numbered, remarks=remarks)


def records_of(*candidacies: Candidacy) -> Records:
    """Records that hold these candidacies."""
    records = Records()
    for candidacy in candidacies:
        records.put(candidacy)
    return records


def importers_source() -> str:
    """The text of the importers, for the reasons that it names."""
    folder = Path(__file__).parents[2] / "src" / "jury_desk" / "importers"
    return "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))


def after(plan: ImportPlan) -> list[Candidacy]:
    """The candidacies after the import, in the order of the sheet."""
    return [row.after for row in plan.planned]


def counts(plan: ImportPlan) -> tuple[int, int, int]:
    """New, changed and unchanged."""
    return plan.new, plan.changed, plan.unchanged


def real_sheet(path: Path, delimiter: str) -> SheetRead:
    """A real table, read by the standard library."""
    text = path.read_bytes().decode("utf-8-sig")
    header, *rows = (tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return sheet_of(*rows, header=header)


def test_columns_become_fields_and_answers() -> None:
    """Known titles fill fields, the others are answers in their order, to the character."""
    header = ("ID", "Email", "Nom", "Prénom", "Déposé le", "Nom du projet", "Pourquoi vous ?", "Adresse IP")
    row = ("7", "a@exemple.invalid", "Diop", "Awa", "2020-02-10", " e\u0301té\u200b ", "Parce que ", "10.0.0.1")
    (candidacy,) = after(plan_import(Records(), sheet_of(row, header=header)))
    assert candidacy == Candidacy(
        id="C0001",
        title=" e\u0301té\u200b ",
        reference="7",
        holders=(Holder("Diop", "Awa", "a@exemple.invalid"),),
        submitted="2020-02-10",
        answers=(Answer("Pourquoi vous ?", "Parce que "),),
    )


def test_mapping_wins_over_the_known_titles() -> None:
    """A column that the user gives a field takes it, one that they free becomes an answer, the rest is recognised."""
    header = ("Titre", "Intitulé complet", "Service")
    plan = plan_import(
        Records(), sheet_of(("a", "b", "c"), header=header), {"Intitulé complet": "title", "service": None}
    )
    assert plan.columns == {"Titre": None, "Intitulé complet": "title", "Service": None}
    assert after(plan)[0].title == "b"


def test_new_ids_follow_the_highest_in_use() -> None:
    """Ids go on after the highest number, whatever else ids look like."""
    records = records_of(Candidacy("C0009", "x"), Candidacy("P77", "y"))
    plan = plan_import(records, sheet_of(("1", "a", ""), ("2", "b", "")))
    assert [candidacy.id for candidacy in after(plan)] == ["C0010", "C0011"]


def test_reference_is_the_identity_where_there_is_one() -> None:
    """The same reference means the same candidacy, whatever its title has become."""
    records = records_of(Candidacy("C0001", "Old title", reference="7"))
    plan = plan_import(records, sheet_of(("7", "New title", ""), ("8", "Old title", "")))
    assert counts(plan) == (1, 1, 0)
    assert after(plan)[0] == Candidacy("C0001", "New title", reference="7")


def test_title_and_address_are_the_identity_without_a_reference() -> None:
    """Accents, case and blanks do not make another candidacy; another address does."""
    records = records_of(Candidacy("C0001", "L’été  vert", holders=(Holder("", email="a@exemple.invalid"),)))
    plan = plan_import(
        records, sheet_of(("", "L'ETE VERT", "A@exemple.invalid"), ("", "L'été vert", "b@exemple.invalid"))
    )
    assert [row.before is not None for row in plan.planned] == [True, False]


def test_blank_never_erases() -> None:
    """An empty or invisible cell leaves what is on file, in fields, answers and holders."""
    known = Candidacy(
        "C0001",
        "Title",
        reference="7",
        summary="Summary",
        service="Service",
        holders=(Holder("Diop", "Awa", "a@exemple.invalid"), Holder("Belaïd", "Karim")),
        submitted="2020-02-10",
        admissibility=Admissibility.ADMISSIBLE,
        answers=(Answer("Pourquoi", "Parce que"), Answer("Ailleurs", "x")),
    )
    header = ("ID", "Titre", "Résumé", "Service", "Nom", "Prénom", "Email", "Autres porteurs", "Déposé le", "Pourquoi")
    blank = ("7", " ", "\u200b", "", "", "", "", "", "\u00a0", "")
    plan = plan_import(records_of(known), sheet_of(blank, header=header))
    assert (after(plan), plan.problems, counts(plan)) == ([known], (), (0, 0, 1))


def test_first_holder_and_the_others_are_told_apart() -> None:
    """The form's person comes first and keeps what is known of them; the others follow, at most split at « et »."""
    header = ("ID", "Titre", "Nom et prénom", "Autres porteurs")
    known = Candidacy("C0001", "a", "7", holders=(Holder("Diop", "Awa"), Holder("Sy", "Omar", "o@exemple.invalid")))
    row = ("7", "a", "Awa DIOP", "Omar Sy ; Zoé Petit et Léo Blanc")
    (candidacy,) = after(plan_import(records_of(known), sheet_of(row, header=header)))
    assert candidacy.holders == (*known.holders, Holder("Zoé Petit"), Holder("Léo Blanc"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Awa Diop;Omar Sy ", ("Awa Diop", "Omar Sy")),
        ("Awa Diop\r\nOmar Sy\n", ("Awa Diop", "Omar Sy")),
        ("Awa Diop et Élodie Szymański", ("Awa Diop", "Élodie Szymański")),
        ("Diop, Awa", ("Diop, Awa",)),
        ("Service études et travaux", ("Service études et travaux",)),
        ("Awa Diop et son équipe", ("Awa Diop et son équipe",)),
        (" ; ", ()),
    ],
)
def test_names_are_split_with_care(text: str, names: tuple[str, ...]) -> None:
    """Semicolons and line ends separate persons, « et » only two names, commas nothing."""
    assert split_names(text) == names


def test_import_twice_changes_nothing(jury_file: SqliteFile) -> None:
    """The second import of the same table is all unchanged, and writes no event."""
    sheet = sheet_of(("1", "a", "x@exemple.invalid"), ("", "b", "y@exemple.invalid"), ("", "c", ""), ("", "c", ""))
    assert confirm_import(jury_file, plan_import(jury_file.records, sheet)).event is not None
    again = plan_import(jury_file.records, sheet)
    assert counts(again) == (0, 0, 4)
    assert confirm_import(jury_file, again).event is None


def test_import_is_one_act_and_enters_the_call(jury_file: SqliteFile) -> None:
    """One event holds all candidacies and their places in the call, behind those already there."""
    confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("1", "a", ""))))
    changes = confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("2", "b", ""), ("3", "c", ""))))
    assert changes.event is not None
    assert (changes.event.kind, sorted(changes.entities)) == ("candidacies_imported", ["candidacy", "entry"])
    entries = sorted(jury_file.records.within(Entry, "call"), key=lambda entry: entry.position)
    assert [(entry.candidacy, entry.position) for entry in entries] == [("C0001", 1), ("C0002", 2), ("C0003", 3)]


def test_import_without_a_call_writes_candidacies_only(jury_file: SqliteFile) -> None:
    """A file whose path has no such stage takes the candidacies all the same."""
    changes = confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("1", "a", ""))), stage="other")
    assert changes.entities == {"candidacy"}


def test_problem_keeps_everything_from_being_written(jury_file: SqliteFile) -> None:
    """One row without a title, and no row is written; the error names the place."""
    plan = plan_import(jury_file.records, sheet_of(("1", "a", ""), ("2", " \u200b", "")))
    assert [(each.row, each.column, each.key) for each in plan.problems] == [(3, "Nom du projet", "title_missing")]
    with pytest.raises(ImportHasProblems) as caught:
        confirm_import(jury_file, plan)
    assert (caught.value.row, caught.value.column) == (3, "Nom du projet")
    assert jury_file.records.within(Candidacy) == []


def test_sheet_without_a_title_column_is_one_problem() -> None:
    """The missing column is told once and not for every row."""
    plan = plan_import(Records(), sheet_of(("1",), ("2",), header=("ID",)))
    assert [(each.row, each.key) for each in plan.problems] == [(1, "no_title_column")]


def test_reference_twice_is_a_problem() -> None:
    """Two rows that claim one file number: the second is named, with the first."""
    plan = plan_import(Records(), sheet_of(("7", "a", ""), ("8", "b", ""), ("7 ", "c", "")))
    (problem,) = plan.problems
    assert (problem.row, problem.column, problem.key) == (4, "ID", "reference_twice")
    assert "2" in problem_sentence(problem, "fr")


def test_equal_titles_are_kept_and_listed() -> None:
    """Rows of one title, or of one already on file, are candidacies of their own and listed for people to judge."""
    records = records_of(Candidacy("C0001", "Été", reference="1"))
    plan = plan_import(records, sheet_of(("2", "Ete", ""), ("3", "Hiver", ""), ("4", "hiver", "")))
    assert counts(plan) == (3, 0, 0)
    assert plan.duplicates == (Duplicate("Ete", (2,), ("C0001",)), Duplicate("Hiver", (3, 4), ()))


def test_sorting_the_sheet_does_not_swap_projects_of_one_title() -> None:
    """Two projects with one title keep their ids when the sheet comes back sorted otherwise and one is changed."""
    header = ("Titre", "Service")
    first = after(plan_import(Records(), sheet_of(("Relais", "Nord"), ("Relais", "Sud"), header=header)))
    plan = plan_import(records_of(*first), sheet_of(("Relais", "Sud-Est"), ("Relais", "Nord"), header=header))
    assert [(row.after.id, row.after.service) for row in plan.planned] == [("C0002", "Sud-Est"), ("C0001", "Nord")]


def test_columns_of_one_title_are_all_kept() -> None:
    """Questions that repeat, and columns without a title, each keep their answers."""
    header = ("Titre", "Précisez", "Précisez", "", "Précisez (2)")
    plan = plan_import(Records(), sheet_of(("a", "1", "2", "3", "4"), header=header))
    told = [(answer.question, answer.text) for answer in after(plan)[0].answers]
    assert told == [("Précisez", "1"), ("Précisez (2)", "2"), ("D", "3"), ("Précisez (2) (2)", "4")]


@pytest.mark.parametrize(
    ("remark", "rows"),
    [
        (("formula_not_computed", "C2"), [2]),
        (("formula_not_computed", "A1"), []),
        (("error_cell", "B2"), [2]),
        (("error_cell", "D2"), []),
    ],
)
def test_cells_that_were_not_read_right_are_problems(remark: tuple[str, str], rows: list[int]) -> None:
    """A formula without a value anywhere below the header, an error value where it would fill a field."""
    sheet = sheet_of(("1", "a", "", "x"), header=(*HEADER, "Montant"), remarks=(remark,))
    assert [problem.row for problem in plan_import(Records(), sheet).problems] == rows


def test_plan_is_void_once_the_file_has_changed(jury_file: SqliteFile) -> None:
    """A plan shown too long neither overwrites a correction nor takes an id twice."""
    confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("1", "a", ""))))
    correcting = plan_import(jury_file.records, sheet_of(("1", "b", "")))
    adding = plan_import(jury_file.records, sheet_of(("2", "c", "")))
    edit_candidacy(jury_file, replace(jury_file.records.need(Candidacy, "C0001"), title="z"))
    confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("3", "d", ""))))
    for plan in (correcting, adding):
        with pytest.raises(PlanOutdated):
            confirm_import(jury_file, plan)


def test_correction_needs_a_title_and_a_candidacy(jury_file: SqliteFile) -> None:
    """A correction by hand is one act; an empty title and an unknown id are refused."""
    confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("1", "a", ""))))
    changes = edit_candidacy(jury_file, Candidacy("C0001", "b"))
    assert changes.event is not None
    assert changes.event.kind == "candidacy_changed"
    with pytest.raises(TextMissing):
        edit_candidacy(jury_file, Candidacy("C0001", "\u200b "))
    with pytest.raises(Unknown):
        edit_candidacy(jury_file, Candidacy("C0999", "b"))


def test_inadmissible_needs_a_reason(jury_file: SqliteFile) -> None:
    """Turning a candidacy away is said with its reason, in the journal too; taking it back clears the reason."""
    confirm_import(jury_file, plan_import(jury_file.records, sheet_of(("1", "a", ""))))
    for refused in (Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN):
        with pytest.raises(TextMissing):
            set_admissibility(jury_file, "C0001", refused, " ")
    event = set_admissibility(jury_file, "C0001", Admissibility.INADMISSIBLE, " late ").event
    assert event is not None
    assert (event.kind, event.reason, jury_file.records.need(Candidacy, "C0001").reason) == (
        "admissibility_set",
        "late",
        "late",
    )
    set_admissibility(jury_file, "C0001", Admissibility.ADMISSIBLE, "")
    assert jury_file.records.need(Candidacy, "C0001").reason == ""


def test_document_says_what_the_plan_says() -> None:
    """The JSON document holds the counts, the columns and a sentence for every problem."""
    sheet = sheet_of(("1", "a", ""), ("2", "", ""), header=("ID", "Titre", "Budget"), remarks=(("hidden_sheets", "X"),))
    document = import_document(plan_import(Records(), sheet), sheet, "en")
    assert document == {
        "rows": 2,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "duplicates": 0,
        "problems": [
            {
                "row": 3,
                "column": "Titre",
                "message": "Row 3, column “Titre”: the title of the project is missing; "
                "fill the cell in or delete the row.",
            }
        ],
        "columns": {"ID": "reference", "Titre": "title", "Budget": None},
        "encoding": "utf-8",
        "sheet": "",
        "header_row": 1,
        "remarks": ["Hidden sheets of the workbook: X."],
    }


STARTUPS = {"slug": "reference", "title": "title", "mission": "summary"}
PARIS = {"identifiant_projet_gagnant": "reference", "titre_projet_gagnant": "title"}


@pytest.mark.parametrize(
    ("name", "delimiter", "rows", "mapped"),
    [("betagouv_startups/startups.csv", ",", 662, STARTUPS), ("paris_bp/projects.csv", ";", 1_341, PARIS)],
)
def test_real_tables_are_kept_whole(
    shared: Path, name: str, delimiter: str, rows: int, mapped: Mapping[str, str]
) -> None:
    """Every row of two real tables becomes a candidacy that holds each of its cells to the character."""
    sheet = real_sheet(shared / "data" / name, delimiter)
    plan = plan_import(Records(), sheet)
    assert (plan.rows, counts(plan), plan.problems) == (rows, (rows, 0, 0), ())
    assert mapped.items() <= plan.columns.items()
    for row, candidacy in zip(sheet.rows, after(plan), strict=True):
        told = [candidacy.title, candidacy.reference, candidacy.summary, candidacy.service]
        told += [answer.text for answer in candidacy.answers]
        assert Counter(filter(None, told)) == Counter(cell for cell in row.cells if cell.strip())
    assert counts(plan_import(records_of(*after(plan)), sheet)) == (0, 0, rows)


def test_repeated_titles_of_a_real_table_are_listed(shared: Path) -> None:
    """The four titles that eleven Paris projects share are told, and all eleven are kept."""
    sheet = real_sheet(shared / "data" / "paris_bp" / "projects.csv", ";")
    plan = plan_import(Records(), sheet)
    assert [len(each.rows) for each in plan.duplicates] == [5, 2, 2, 2]
    assert import_document(plan, sheet)["duplicates"] == 4


def test_real_table_without_references_comes_back_unchanged(shared: Path) -> None:
    """1,834 real projects, many with one title and all without a reference: still nothing changes twice."""
    from jury_desk.importers.candidacy_sheet import CandidacySheetReader  # noqa: PLC0415 -- few tests need the reader

    sheet = CandidacySheetReader().read(shared / "data" / "messy_sheets" / "feder_fse_france_2014-2020.xls")
    plan = plan_import(Records(), sheet, {"Intitulé du projet  - operation name": "title"})
    assert (counts(plan), plan.problems) == ((1_834, 0, 0), ())
    assert counts(plan_import(records_of(*after(plan)), sheet, plan.columns)) == (0, 0, 1_834)


def test_example_is_the_sheet_of_the_example() -> None:
    """The shipped spreadsheet gives nineteen candidacies, the nine of the jury among them, and no problem."""
    from jury_desk.importers.candidacy_sheet import CandidacySheetReader  # noqa: PLC0415 -- one test needs the reader

    (book,) = resource("example").glob("dossiers_*.xlsx")
    plan = plan_import(Records(), CandidacySheetReader().read(book))
    found = {candidacy.title: candidacy for candidacy in after(plan)}
    assert (plan.new, plan.problems, plan.duplicates) == (19, (), ())
    assert set(found) >= {
        *("Feu vert", "Qui fait quoi", "Guichet clair", "Places libres", "Mon quai", "Cantine juste"),
        *("Relais terrain", "Clé en main", "Fil vert"),
    }
    assert (found["Guichet clair"].carried_by, found["Guichet clair"].service) == (
        "Nadia Benali",
        "Direction des lycées",
    )
    assert all(1 <= len(candidacy.holders) <= 3 and candidacy.summary for candidacy in found.values())
    assert [candidacy.title for candidacy in found.values() if candidacy.submitted > "2020-02-12T12:00"] == [
        "Deuxième tournée"
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sentence_is_there_in_both_languages(language: str) -> None:
    """Reasons, problems and remarks have their sentence, and the two languages the same keys."""
    wanted = phrases("imports", "fr")
    words = phrases("imports", language)
    assert {table: set(wanted[table]) for table in wanted} == {table: set(words[table]) for table in words}
    raised = re.findall(r'RefusedSheet\("(\w+)"\)|SheetUnreadable\(str\(path\), "(\w+)"\)', importers_source())
    assert {one or other for one, other in raised} <= set(words["sheet_reasons"])
    assert remark_sentences(sheet_of(remarks=(("error_cell", "B2"),)), language)[0].count("B2") == 1
