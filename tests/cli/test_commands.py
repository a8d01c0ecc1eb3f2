"""The command line, run as a program would run it: exit status, what is printed, and what the files hold after."""

import csv
import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from jury_desk import resources
from jury_desk.app.composition import make_toolbox
from jury_desk.app.main import main
from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Edition, RulesVersion, Stage
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.scoring import RecordedMark
from jury_desk.services.columns import Field
from jury_desk.services.profiles import profiles

WEIGHTS = {"C1": 30, "C2": 20, "C3": 20, "C4": 20, "C5": 10}


class Desk:
    """The program, with what it last printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        """Run one command; returns its exit status."""
        status = main([str(each) for each in arguments])
        self.out, self.err = self._capsys.readouterr()
        return status

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return json.loads(self.out)


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    """The program."""
    return Desk(capsys)


def demo_results() -> dict[str, tuple[Fraction, int]]:
    """The example's results by candidacy, recomputed from its marks in another way: exact value out of 20, sheets."""
    sheets: dict[tuple[str, str], Fraction] = {}
    with resources.path("example", "hackathon-marks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["state"] == "marked":
                key = (row["candidacy"], row["juror"])
                share = Fraction(int(row["mark"]) * WEIGHTS[row["criterion"]], 10 * 100)
                sheets[key] = sheets.get(key, Fraction(0)) + share
    totals: dict[str, list[Fraction]] = {}
    for (candidacy, _), total in sheets.items():
        totals.setdefault(candidacy, []).append(total * 20)
    return {candidacy: (sum(given, Fraction(0)) / len(given), len(given)) for candidacy, given in totals.items()}


def test_demo_makes_the_file_the_workbook_and_the_minutes(desk: Desk, tmp_path: Path) -> None:
    """One command leaves them in the folder, names them, and the file checks clean."""
    assert desk("demo", tmp_path) == 0
    made = ("example.jury", "hackathon.xlsx", "hackathon-minutes.pdf", "final.xlsx", "final-minutes.pdf")
    for name in made:
        assert (tmp_path / name).stat().st_size > 0
        assert name in desk.out
    assert desk("check", tmp_path / "example.jury", "--json") == 0
    assert desk.json["ok"]
    assert desk("demo", tmp_path) == 1
    assert "example.jury" in desk.err


def test_demo_ranking_is_the_exact_one(desk: Desk, tmp_path: Path) -> None:
    """Every result is the fraction recomputed from the marks; the two tied projects both stand at exactly 13.20."""
    desk("new", tmp_path / "e.jury", "--from", "example")
    assert desk("standings", tmp_path / "e.jury", "hackathon", "--json") == 0
    titles = {each.id: each.title for each in _records(tmp_path / "e.jury").within(Candidacy)}
    found = {titles[each["candidacy"]]: each for each in desk.json["standings"]}
    for title, (exact, sheets) in demo_results().items():
        assert Fraction(found[title]["exact"]) == exact
        assert found[title]["sheets_counted"] == sheets
    tied = [found["Cantine juste"], found["Relais terrain"]]
    assert [(each["result"], each["exact"]) for each in tied] == [("13.20", "66/5"), ("13.20", "66/5")]
    assert [each["place"] for each in tied] == [6, 7]
    assert all(each["ties"] for each in tied)


def test_standings_tell_their_robustness_when_asked(desk: Desk, tmp_path: Path) -> None:
    """After the ranking, headed as never official; in JSON under a key of its own, the ranking as without it."""
    desk("new", tmp_path / "e.jury", "--from", "example")
    desk("standings", tmp_path / "e.jury", "hackathon", "--json")
    plain = desk.json
    desk("standings", tmp_path / "e.jury", "hackathon", "--robustness", "--json")
    told = desk.json
    assert {key: value for key, value in told.items() if key != "robustness"} == plain
    assert told["robustness"][0]["alarming"] is True
    desk("standings", tmp_path / "e.jury", "hackathon", "--robustness")
    assert "Beside the ranking, never in its place" in desk.out
    assert told["robustness"][0]["text"] in desk.out


def test_standings_bear_their_footnotes(desk: Desk, tmp_path: Path) -> None:
    """The late juror and the recusal of the example, as sentences: in the JSON, and under the table."""
    desk("new", tmp_path / "e.jury", "--from", "example")
    desk("standings", tmp_path / "e.jury", "hackathon", "--json")
    assert set(desk.json) == {"fingerprint", "method", "standings", "footnotes"}
    late, recused = desk.json["footnotes"]
    assert "LA TOUR" in late
    assert "Relais terrain" in late
    assert "ROUX" in recused
    assert "Qui fait quoi" in recused
    desk("standings", tmp_path / "e.jury", "screening", "--json")
    assert desk.json["footnotes"] == []
    desk("standings", tmp_path / "e.jury", "hackathon")
    table, notes = desk.out.split("\n\n")
    assert len(table.splitlines()) == 10
    assert len(notes.splitlines()) == 2


def test_marks_of_a_recused_juror_are_refused_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    """The example's own table, whose states agree with its recusal, is taken; a mark in their place is not."""
    file, marks = tmp_path / "e.jury", resources.path("example", "hackathon-marks.csv")
    desk("new", file, "--from", "example")
    assert desk("marks", file, "hackathon", marks) == 0
    wrong = tmp_path / "wrong.csv"
    text = marks.read_text(encoding="utf-8")
    wrong.write_text(text.replace("Qui fait quoi,J5,C1,,recused,", "Qui fait quoi,J5,C1,9,marked,"), encoding="utf-8")
    assert desk("marks", file, "hackathon", wrong) == 1
    assert "ROUX" in desk.err
    assert "Qui fait quoi" in desk.err
    assert desk("check", file) == 0


def test_whole_path_from_a_sheet_to_the_documents(desk: Desk, tmp_path: Path) -> None:
    """A blank edition, the example's sheet, rules and marks: the command line alone gets to the minutes."""
    file = tmp_path / "own.jury"
    example = resources.path("example")
    assert desk("new", file) == 0
    (sheet,) = example.glob("*.xlsx")
    assert desk("import", file, sheet, "--json") == 0
    assert (desk.json["rows"], desk.json["new"]) == (19, 19)
    assert desk("rules", file, "hackathon", example / "hackathon-rules.toml") == 0
    assert desk("rules", file, "hackathon") == 0
    assert "eliminatory" in desk.out
    assert desk("marks", file, "hackathon", example / "hackathon-marks.csv") == 0
    assert "frozen" in desk.err
    assert desk("export", file, "hackathon", tmp_path / "out", "--language", "en") == 0
    assert {each.name for each in (tmp_path / "out").iterdir()} == {"hackathon.xlsx", "hackathon-minutes.pdf"}
    assert desk("rules", file, "hackathon", example / "hackathon-rules.toml") == 1
    assert "frozen" in desk.err


def test_export_makes_only_what_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    """``--only`` names documents; one that is not made is refused by name and nothing is written."""
    desk("new", tmp_path / "e.jury", "--from", "example")
    assert desk("export", tmp_path / "e.jury", "hackathon", tmp_path / "out", "--only", "minutes") == 0
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["hackathon-minutes.pdf"]
    assert desk("export", tmp_path / "e.jury", "hackathon", tmp_path / "none", "--only", "poster") == 1
    assert "poster" in desk.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("option", ["--explained", "--robustness"])
def test_minutes_have_an_annex_more_when_asked(desk: Desk, tmp_path: Path, option: str) -> None:
    """How the results came about, or how firmly they stand: longer minutes, and the same data in them."""
    desk("new", tmp_path / "e.jury", "--from", "example")
    for folder, options in (("plain", ()), ("longer", (option,))):
        assert desk("export", tmp_path / "e.jury", "hackathon", tmp_path / folder, "--only", "minutes", *options) == 0
    plain, longer = (tmp_path / folder / "hackathon-minutes.pdf" for folder in ("plain", "longer"))
    assert longer.stat().st_size > plain.stat().st_size
    assert desk("verify", longer, tmp_path / "e.jury") == 0


def test_verify_says_whether_minutes_hold(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those just made conform, to their data and to the file; a figure typed over is named, with status 1."""
    desk("demo", tmp_path)
    minutes, file = tmp_path / "hackathon-minutes.pdf", tmp_path / "example.jury"
    assert desk("verify", minutes) == 0
    assert desk.out.splitlines()[-1] == "conforms"
    assert desk("verify", minutes, file, "--json") == 0
    assert desk.json["conforms"] is True
    assert desk.json["checks"]["edition"] is True
    with pikepdf.open(minutes, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(page.obj.Contents.read_bytes().replace(b"16,66", b"17,66"))
        pdf.save(minutes)
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert desk("verify", minutes) == 1
    assert "« Feu vert », le résultat" in desk.out.replace("\u00a0", " ")
    assert len(desk.err.splitlines()) == 1
    assert "Traceback" not in desk.err
    assert desk("verify", minutes, "--json") == 1
    assert {each["check"] for each in desk.json["differences"]} == {"figures", "pages"}


def test_verify_tells_other_files_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    """A workbook, a letter, nothing at all."""
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 not really")
    for path in (letter, tmp_path / "missing.pdf"):
        assert desk("verify", path) == 1
        assert len(desk.err.splitlines()) == 1
        assert path.name in desk.err
        assert desk.out == ""


def test_dry_run_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    """A dry run says what would come in and leaves the file as it was."""
    (sheet,) = resources.path("example").glob("*.xlsx")
    desk("new", tmp_path / "e.jury")
    assert desk("import", tmp_path / "e.jury", sheet, "--dry-run") == 0
    assert "19" in desk.out
    assert _records(tmp_path / "e.jury").within(Candidacy) == []


def test_import_with_a_problem_writes_nothing_and_says_where(desk: Desk, tmp_path: Path) -> None:
    """One row without a title refuses all, naming row and column, with exit status 1."""
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Titre,Résumé\nPremier,un\n,deux\nTroisième,trois\n", encoding="utf-8")
    desk("new", tmp_path / "e.jury")
    assert desk("import", tmp_path / "e.jury", sheet, "--json") == 1
    assert [(each["row"], each["column"]) for each in desk.json["problems"]] == [(3, "Titre")]
    assert _records(tmp_path / "e.jury").within(Candidacy) == []


def test_profile_knows_the_columns_of_its_service(desk: Desk, tmp_path: Path) -> None:
    """« Nom » is a surname for one service and a whole name for another; another kind of sheet is refused."""
    sheet = tmp_path / "forms.csv"
    header = "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Prénom;Titre du projet"
    sheet.write_text(f"{header}\n7;9:00;9:12;a@b.fr;Aïcha Martin;x;Feu vert\n", encoding="utf-8")
    desk("new", tmp_path / "e.jury")
    assert desk("import", tmp_path / "e.jury", sheet, "--profile", "microsoft-forms", "--dry-run", "--json") == 0
    assert desk.json["columns"]["Nom"] == "holder_full_name"
    assert desk("import", tmp_path / "e.jury", sheet, "--dry-run", "--json") == 0
    assert desk.json["columns"]["Nom"] == "holder_name"
    assert desk("import", tmp_path / "e.jury", sheet, "--profile", "demarche-numerique") == 1
    assert "État du dossier" in desk.err
    assert _records(tmp_path / "e.jury").within(Candidacy) == []
    mapping = tmp_path / "map.toml"
    mapping.write_text('[columns]\n"Nom" = ""\n', encoding="utf-8")
    desk("import", tmp_path / "e.jury", sheet, "--profile", "microsoft-forms", "--mapping", mapping, "--json")
    assert desk.json["columns"]["Nom"] is None


@pytest.mark.parametrize("name", profiles())
def test_profiles_name_only_fields_that_candidacies_have(name: str) -> None:
    """A field misspelt in a profile would refuse every sheet."""
    assert set(profiles()[name].columns.values()) <= set(Field)


def test_example_sheet_is_what_its_service_exports(desk: Desk, tmp_path: Path) -> None:
    """The example's spreadsheet fits the profile of the service it says it comes from."""
    (sheet,) = resources.path("example").glob("*.xlsx")
    desk("new", tmp_path / "e.jury")
    assert desk("import", tmp_path / "e.jury", sheet, "--profile", "demarche-numerique", "--json") == 0
    assert (desk.json["new"], desk.json["problems"]) == (19, [])


def test_mapping_file_decides_about_columns(desk: Desk, tmp_path: Path) -> None:
    """A column that no alias knows becomes the title when the mapping says so."""
    sheet, mapping = tmp_path / "sheet.csv", tmp_path / "map.toml"
    sheet.write_text("Quoi;Combien\nPremier;1\n", encoding="utf-8")
    mapping.write_text('[columns]\n"Quoi" = "title"\n', encoding="utf-8")
    desk("new", tmp_path / "e.jury")
    assert desk("import", tmp_path / "e.jury", sheet, "--mapping", mapping, "--json") == 0
    assert desk.json["columns"] == {"Quoi": "title", "Combien": None}
    mapping.write_text("columns = 3", encoding="utf-8")
    assert desk("import", tmp_path / "e.jury", sheet, "--mapping", mapping) == 1
    assert "map.toml" in desk.err


@pytest.mark.parametrize(("name", "rows"), [("betagouv_startups/startups.csv", 662), ("paris_bp/projects.csv", 1341)])
def test_real_sheets_keep_every_row_and_every_character(
    desk: Desk, tmp_path: Path, shared: Path, name: str, rows: int
) -> None:
    """Every cell of a real sheet is in the file afterwards, to the character, and each column is accounted for."""
    source = shared / "data" / name
    desk("new", tmp_path / "e.jury")
    assert desk("import", tmp_path / "e.jury", source, "--json") == 0
    assert (desk.json["rows"], desk.json["new"], desk.json["problems"]) == (rows, rows, [])
    with source.open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline(), delimiters=",;")
        file.seek(0)
        table = list(csv.DictReader(file, delimiter=dialect.delimiter))
    assert set(desk.json["columns"]) == set(table[0])
    kept = _records(tmp_path / "e.jury").within(Candidacy)
    for row, candidacy in zip(table, kept, strict=True):
        texts = [candidacy.title, candidacy.reference, candidacy.summary, candidacy.service]
        texts += [answer.text for answer in candidacy.answers]
        for text in filter(None, row.values()):
            assert text in texts
    assert desk("import", tmp_path / "e.jury", source, "--json") == 0
    assert (desk.json["unchanged"], desk.json["changed"], desk.json["new"]) == (rows, 0, 0)


def test_new_from_another_edition_takes_no_personal_data(desk: Desk, tmp_path: Path) -> None:
    """Rules and jury come along as drafts and seats; candidacies and marks do not, and no candidate's name is in it."""
    desk("new", tmp_path / "old.jury", "--from", "example")
    assert desk("new", tmp_path / "next.jury", "--from", tmp_path / "old.jury") == 0
    records = _records(tmp_path / "next.jury")
    assert records.within(Candidacy) == records.within(RecordedMark) == []
    assert len(records.within(Member, "hackathon")) == len(_records(tmp_path / "old.jury").within(Member, "hackathon"))
    assert records.within(Juror)
    assert not any(version.frozen for version in records.within(RulesVersion))
    assert not records.need(Edition).fictitious
    assert b"Benali" not in (tmp_path / "next.jury").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("standings", "missing.jury", "hackathon"),
        ("standings", "e.jury", "nowhere"),
        ("standings", "e.jury", "call"),
        ("export", "e.jury", "incubation", "out"),
        ("import", "e.jury", "missing.csv"),
        ("marks", "e.jury", "hackathon", "missing.csv"),
        ("rules", "e.jury", "final", "missing.toml"),
        ("new", "e.jury"),
        ("rank", "missing.toml", "missing.csv"),
    ],
)
def test_problem_is_one_sentence_and_status_1(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Whatever is missing or not possible is told in one line on standard error, with no traceback."""
    monkeypatch.chdir(tmp_path)
    desk("new", "e.jury", "--from", "example")
    assert desk(*arguments) == 1
    assert len(desk.err.splitlines()) == 1
    assert "Traceback" not in desk.err
    assert desk.out == ""


@pytest.mark.parametrize("command", ["standings", "export", "sheets"])
def test_stage_that_is_not_there_is_told_with_those_that_are(desk: Desk, tmp_path: Path, command: str) -> None:
    """Whoever writes the name of a stage reads under which identifiers the stages are known, in their order."""
    file = tmp_path / "e.jury"
    desk("new", file, "--from", "example")
    rest = [] if command == "standings" else [tmp_path / "out"]
    assert desk(command, file, "Jury du hackathon", *rest) == 1
    known = desk.err.partition("one of ")[2]
    assert [each.split(" (")[0] for each in known.split(", ")] == [stage.id for stage in _stages(file)]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments", [("standings",), ("new",), ("unknown-command",), ("rank", "a", "b", "--carry", "x")]
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...]) -> None:
    """A command called wrongly ends with 2 and says how it is called."""
    done = subprocess.run([sys.executable, "-m", "jury_desk", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_french_system_is_answered_in_french(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line speaks the language of the system."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert desk("check", tmp_path / "missing.jury") == 1
    assert "introuvable" in desk.err


def _stages(path: Path) -> list[Stage]:
    return sorted(_records(path).within(Stage), key=lambda stage: stage.position)


def _records(path: Path) -> Any:
    file = make_toolbox(safety=path.parent / "safety").files.open(path)
    file.close()
    return file.records
