"""Every frozen version of the rules is printed, with its reason and what it changed, in minutes and workbook."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from jury_desk.domain.documents import canonical
from jury_desk.domain.edition import RulesVersion
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.rules import Rules, document_of, fingerprint
from jury_desk.exports.minutes_pdf import write_minutes
from jury_desk.exports.scores_workbook import write_workbook

MADE_AT = datetime(2020, 3, 5, 17, 0, tzinfo=UTC)
HOSTILE = '=1+1 <b>gras</b> & "x"'


def frozen(number: int, rules: Rules, *, reason: str = "", author: str = "") -> RulesVersion:
    """A frozen version of those rules."""
    text = canonical(document_of(rules)).decode()
    return RulesVersion(
        "hackathon", number, text, f"2020-03-0{number}T16:00:00+00:00", fingerprint(rules), author, reason
    )


@pytest.fixture
def amended(report: StageReport, rules: Rules, reranked: Callable[[StageReport, Rules], StageReport]) -> StageReport:
    """Three versions: the second changes a weight and a name, the third the places and the texts of levels."""
    first, *others = rules.criteria
    heavier = replace(rules, criteria=(replace(first, weight=Fraction(40), name=HOSTILE), *others))
    described = replace(first, weight=Fraction(40), name=HOSTILE, levels=("Anecdotique", "", "=2+2 critique"))
    last = replace(heavier, criteria=(described, *others), selection=replace(rules.selection, places=2))  # type: ignore[type-var]
    versions = (
        frozen(1, rules),
        frozen(2, heavier, reason="Coefficient mal recopié", author="Mme Vasseur"),
        frozen(3, last, reason=HOSTILE, author="M. Osei"),
    )
    return replace(reranked(report, last), rules_versions=versions, rules_version=versions[-1])


def words_of(report: StageReport, folder: Path, language: str) -> str:
    """The minutes as one line of text, one kind of blank."""
    path = folder / "minutes.pdf"
    write_minutes(report, path, language=language, made_at=MADE_AT)
    output = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, timeout=60).stdout
    return re.sub(r"\s+", " ", output.decode().replace("\u00a0", " ").replace("\u202f", " "))


def test_minutes_print_each_version_with_what_it_changed(amended: StageReport, tmp_path: Path) -> None:
    """Number, instant, author and reason; every difference with both sides, as typed."""
    text = words_of(amended, tmp_path, "fr")
    assert "Versions du règlement" in text
    assert "3 versions ont été gelées" in text
    for version in amended.rules_versions:
        assert f"Version {version.version}, gelée le" in text
        assert f"empreinte {version.fingerprint[:8]}" in text
    assert "Auteur : Mme Vasseur. Motif : Coefficient mal recopié" in text
    assert f"Motif : {HOSTILE}" in text
    assert f"« {HOSTILE} » : poids 30 40" in text
    assert "Places 3 2" in text


def test_minutes_print_the_texts_of_the_levels(amended: StageReport, tmp_path: Path) -> None:
    """Each at its mark; an empty one is left out."""
    text = words_of(amended, tmp_path, "en")
    assert "Annex 4 – Levels of the criteria" in text
    assert "0 Anecdotique" in text
    assert "10 =2+2 critique" in text


def test_rules_that_were_never_amended_have_no_such_section(report: StageReport, rules: Rules, tmp_path: Path) -> None:
    """One version, or only a draft: what the head says is enough."""
    one = replace(report, rules_versions=(frozen(1, rules),))
    assert "Versions du règlement" not in words_of(one, tmp_path, "fr")
    draft = replace(report, rules_versions=(replace(frozen(1, rules), frozen_at="", fingerprint=""),))
    assert "Versions du règlement" not in words_of(draft, tmp_path, "fr")


def test_workbook_lists_each_version_with_what_it_changed(amended: StageReport, tmp_path: Path) -> None:
    """A row for each difference, text that looks like a formula being text; no sheet for rules never amended."""
    path = tmp_path / "book.xlsx"
    write_workbook(amended, path, language="fr", made_at=MADE_AT)
    sheet = openpyxl.load_workbook(path)["Versions"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head == ["Version", "Gelée le", "Auteur", "Motif", "Ce qui a changé", "Avant", "Après", "Empreinte"]
    assert [(row[0], row[2], row[3], row[4], row[5], row[6]) for row in rows] == [
        (1, None, None, None, None, None),
        (
            2,
            "Mme Vasseur",
            "Coefficient mal recopié",
            *changed("intitulé", "Ampleur et criticité du problème", HOSTILE),
        ),
        (2, "Mme Vasseur", "Coefficient mal recopié", *changed("poids", "30", "40")),
        (3, "M. Osei", HOSTILE, *changed("niveaux", "–", "0\u00a0: Anecdotique\u202f; 10\u00a0: =2+2 critique")),
        (3, "M. Osei", HOSTILE, "Places", "3", "2"),
    ]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert rows[2][7] == amended.rules_versions[1].fingerprint
    write_workbook(replace(amended, rules_versions=()), path, language="fr", made_at=MADE_AT)
    assert "Versions" not in openpyxl.load_workbook(path).sheetnames


def changed(what: str, before: str, after: str) -> tuple[str, str, str]:
    """A difference of the first criterion, as it is told."""
    return f"«\u00a0{HOSTILE}\u00a0»\u00a0: {what}", before, after
