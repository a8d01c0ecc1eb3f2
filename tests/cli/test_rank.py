"""``jury-desk rank`` from files to text: the document, the table, and sentences for what is wrong."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jury_desk.app.composition import make_text_files
from jury_desk.cli.messages import Words
from jury_desk.cli.rank import carried_stage, rank_command
from jury_desk.domain.errors import DomainError, Unknown
from jury_desk.domain.rules import RulesRefused
from jury_desk.domain.standings import CarriedStageMissing
from jury_desk.services.mark_rows import MarksRefused
from jury_desk.services.refusals import refusal_sentence

RULES = """\
title = "Jury"
language = "en"

[scale]
min = "0"
max = "10"
step = "1"

[[criteria]]
id = "problem"
name = "Problem"
weight = "70"
section = "Project"

[[criteria]]
id = "team"
name = "Team"
weight = "30"

[aggregation]
result = "out_of"
out_of = "20"

[ties]
chain = ["criterion:problem"]

[selection]
places = 1
"""
MARKS = """\
candidacy,juror,criterion,mark,state,comment
P,J1,problem,7,,
P,J1,team,7,,
P,J2,,,recused,
Q,J1,problem,10,,
Q,J1,team,0,,
Q,J2,problem,4,,
Q,J2,team,,,
"""


@dataclass
class Folder:
    """Rules and marks in a folder, and the command over them."""

    path: Path

    def rank(self, *carry: str, as_json: bool = True) -> str:
        """What the command prints."""
        return rank_command(
            make_text_files(),
            self.path / "rules.toml",
            self.path / "marks.csv",
            [carried_stage(each) for each in carry],
            Words("en"),
            as_json=as_json,
        )

    def document(self, *carry: str) -> dict[str, Any]:
        """The JSON document."""
        found: dict[str, Any] = json.loads(self.rank(*carry))
        return found

    def refusal(self, *carry: str, language: str = "en") -> str:
        """The sentence for what is wrong."""
        with pytest.raises(DomainError) as caught:
            self.rank(*carry)
        return refusal_sentence(caught.value, language)

    def write(self, rules: str = RULES, marks: str = MARKS) -> None:
        """Put both files there."""
        (self.path / "rules.toml").write_text(rules, encoding="utf-8")
        (self.path / "marks.csv").write_text(marks, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with both files."""
    made = Folder(tmp_path)
    made.write()
    return made


def test_the_document_is_as_promised(folder: Folder) -> None:
    """Every key of the design, decimals and fractions as texts, in rank order."""
    document = folder.document()
    assert sorted(document) == ["fingerprint", "method", "standings"]
    assert len(document["fingerprint"]) == 64
    step = {"step": "criterion:problem", "values": {"P": "7", "Q": "10"}, "separated": True}
    assert document["standings"] == [
        {
            "candidacy": "Q",
            "place": 1,
            "shared": False,
            "result": "14",
            "own": "14",
            "exact": "14",
            "status": "ranked",
            "sheets_counted": 1,
            "sheets_expected": 2,
            "criteria": {"problem": "10.00", "team": "0.00"},
            "sections": {"Project": "14.00"},
            "ties": [step],
            "selection": "selected",
        },
        {
            "candidacy": "P",
            "place": 2,
            "shared": False,
            "result": "14",
            "own": "14",
            "exact": "14",
            "status": "ranked",
            "sheets_counted": 1,
            "sheets_expected": 1,
            "criteria": {"problem": "7.00", "team": "7.00"},
            "sections": {"Project": "9.80"},
            "ties": [step],
            "selection": "not_selected",
        },
    ]


def test_corrected_marks_are_there_when_the_method_corrects(folder: Folder) -> None:
    """And only then."""
    folder.write(RULES.replace("[aggregation]", '[aggregation]\nacross_jurors = "corrected_mean"\nlimit = "1"'))
    assert folder.document()["standings"][0]["corrected"] == ["14"]


def test_what_a_candidacy_does_not_have_is_null(folder: Folder) -> None:
    """An incomplete candidacy has no place, result or side, and says why."""
    folder.write(marks=MARKS + "R,J1,problem,,,\n")
    last = folder.document()["standings"][-1]
    assert (last["candidacy"], last["status"]) == ("R", "incomplete")
    assert [last[key] for key in ("place", "result", "own", "exact", "selection")] == [None] * 5


def test_the_method_is_in_the_language_of_the_rules(folder: Folder) -> None:
    """In words, complete sentences."""
    assert "weighted mean" in folder.document()["method"]
    folder.write(RULES.replace('language = "en"', 'language = "fr"'))
    assert "moyenne pondérée" in folder.document()["method"]


def test_people_get_a_table(folder: Folder) -> None:
    """Place, candidacy, result, sheets, status; the method and the fingerprint below."""
    text = folder.rank(as_json=False)
    lines = text.splitlines()
    assert lines[1].split() == ["1", "Q", "14", "1/2", "selected"]
    assert lines[2].split()[:4] == ["2", "P", "14", "1/1"]
    assert "Rounded" not in text
    assert lines[-1].startswith("SHA-256 ")


def test_earlier_results_enter(folder: Folder) -> None:
    """STAGE=FILE brings results in; candidacies without marks in this stage are passed over."""
    folder.write(RULES + '\n[carry_over]\nown = "50"\n[carry_over.stages]\none = "50"\n')
    (folder.path / "one.csv").write_text("candidacy,result\nP,16\nQ,10\nZ,20\n", encoding="utf-8")
    document = folder.document(f"one={folder.path / 'one.csv'}")
    assert [(each["candidacy"], each["result"], each["own"]) for each in document["standings"]] == [
        ("P", "15", "14"),
        ("Q", "12", "14"),
    ]
    with pytest.raises(CarriedStageMissing):
        folder.rank()
    folder.write()
    with pytest.raises(Unknown):
        folder.rank(f"one={folder.path / 'one.csv'}")


@pytest.mark.parametrize("text", ["", "one", "one=", "=results.csv"])
def test_a_carry_without_stage_or_file_is_wrong_usage(text: str) -> None:
    """Both parts are needed."""
    with pytest.raises(ValueError, match="STAGE=RESULTS"):
        carried_stage(text)


def test_refused_rules_are_told_with_line_and_reason(folder: Folder) -> None:
    """Unknown key, unreadable weight, criterion without a name: one sentence with all three."""
    folder.write(RULES.replace('"70"', '"heavy"').replace('name = "Team"\n', "").replace("places = 1", "place = 1"))
    sentence = folder.refusal()
    assert "line 12, criteria[0].weight: “heavy” is not a number" in sentence
    assert "line 15, criteria[1].name: “name” is missing" in sentence
    assert "selection.place: there is no key “place”" in sentence
    assert "\n" not in sentence
    assert "ligne 12, criteria[0].weight\u00a0: «\u00a0heavy\u00a0»" in folder.refusal(language="fr")


def test_refused_marks_are_told_with_row_and_column(folder: Folder) -> None:
    """Unknown criterion, out of scale, off step, twice, no juror: each with its row."""
    marks = "candidacy,juror,criterion,mark\nP,J1,charm,7\nP,J1,team,11\nP,J2,team,7.5\nP,J2,team,7\nP,,problem,7\n"
    folder.write(marks=marks)
    with pytest.raises(MarksRefused) as caught:
        folder.rank()
    assert [(each.row, each.column, each.code) for each in caught.value.problems] == [
        (2, "criterion", "unknown_criterion"),
        (3, "mark", "out_of_scale"),
        (4, "mark", "off_step"),
        (5, "criterion", "twice"),
        (6, "juror", "juror_missing"),
    ]
    assert "row 3, column mark: the mark 11 is outside the scale of “Team”, which goes from 0 to 10" in folder.refusal()


def test_a_long_list_of_problems_is_cut(folder: Folder) -> None:
    """Ten are told, and how many more there are."""
    folder.write(marks="candidacy,juror,criterion,mark\n" + "P,J1,charm,7\n" * 25)
    sentence = folder.refusal()
    assert sentence.count("charm") == 10
    assert "and 15 more" in sentence


def test_broken_toml_is_told(folder: Folder) -> None:
    """The line, in the same sentence."""
    folder.write("title = \n")
    with pytest.raises(RulesRefused):
        folder.rank()
    assert folder.refusal().startswith("The rules cannot be used: line 1: the file is not readable TOML")
