r"""The minutes as the reader gets them: their words, their faces, their pages.

The reference texts are refreshed, after looking at the pages, with::

    JURY_DESK_REFRESH_REFERENCE=1 python -m pytest tests/exports/test_minutes_pdf.py
"""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pikepdf
import pytest
from tests.exports.test_minutes_explanations import explained

from jury_desk import __version__
from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Candidacy, Entry, Outcome, OutcomeCategory
from jury_desk.domain.errors import FileNotWritable
from jury_desk.domain.minutes import StageReport
from jury_desk.domain.recusal import RecusalLevel, RecusalOrigin, Ruling
from jury_desk.domain.rubric import Criterion
from jury_desk.domain.rules import Rules
from jury_desk.exports.minutes_pdf import minutes_bytes, write_minutes

REFERENCE = Path(__file__).parents[1] / "reference"
REFRESH = os.environ.get("JURY_DESK_REFRESH_REFERENCE") == "1"

HOSTILE = "<b>gras</b> & <font size=99>x</font> ]]> &amp; Ł ğ ő Привет ✓ ☐ 😀"

Reranked = Callable[[StageReport, Rules], StageReport]

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler on this machine")


@pytest.fixture
def minutes(tmp_path: Path, made_at: datetime) -> Callable[..., Path]:
    """Writes the minutes of a report."""

    def write(report: StageReport, language: str = "fr") -> Path:
        target = tmp_path / f"minutes-{language}.pdf"
        write_minutes(report, target, language=language, made_at=made_at)
        return target

    return write


@pytest.fixture
def large(report: StageReport, reranked: Reranked) -> StageReport:
    """Thirty candidacies with long and hostile titles, twelve criteria, a motivation of several pages."""
    candidacies = tuple(
        Candidacy(f"c{number}", f"Projet {number} " + ("au titre interminable " * 12 if number % 4 == 0 else HOSTILE))
        for number in range(1, 31)
    )
    criteria = tuple(
        Criterion(f"critère-{number}", f"Critère {number} {HOSTILE}", Fraction(number), report.rules.scale)
        for number in range(1, 13)
    )
    long = Outcome(OutcomeCategory.SELECTED, "Retenu", motivation="Une longue motivation. " * 800, conditions="x" * 400)
    crowded = replace(
        report,
        candidacies=candidacies,
        received=candidacies,
        entries={each.id: Entry("hackathon", each.id, 1, long if each.id == "c7" else None) for each in candidacies},
        sheets={},
        recusals=(
            replace(
                report.recusals[0],
                candidacy=candidacies[1],
                recusal=replace(report.recusals[0].recusal, reason=HOSTILE * 60, ruling_reason=HOSTILE * 20),
            ),
        ),
        stage=replace(report.stage, name="Jury " + "du hackathon " * 15),
    )
    return reranked(crowded, replace(report.rules, criteria=criteria))


def words_of(path: Path, *options: str) -> str:
    """The text of a PDF, one kind of blank, no blank at the end of a line."""
    output = subprocess.run(["pdftotext", *options, path, "-"], check=True, capture_output=True, timeout=60).stdout
    text = output.decode().replace("\u00a0", " ").replace("\u202f", " ")
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def watermarks(path: Path) -> int:
    """How many times the watermark stands in the file; its letters, at an angle, come one by one."""
    return re.sub(r"\s", "", words_of(path, "-raw")).count("PROVISOIRE")


def pages(path: Path) -> int:
    """How many pages there are."""
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, timeout=60).stdout.decode()
    found = re.search(r"Pages: +(\d+)", info)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_minutes_read_as_the_reference_does(report: StageReport, minutes: Callable[..., Path], language: str) -> None:
    """Word for word, and laid out the same."""
    text = words_of(minutes(report, language), "-layout").replace(f"Jury Desk {__version__}", "Jury Desk")
    reference = REFERENCE / f"minutes_{language}.txt"
    if REFRESH:
        reference.write_text(text, encoding="utf-8")
    # Versions of poppler set columns a little apart: blanks are compared as one.
    assert re.sub(r"[ \f]+", " ", text) == re.sub(r"[ \f]+", " ", reference.read_text(encoding="utf-8"))


def test_all_faces_are_embedded(large: StageReport, minutes: Callable[..., Path]) -> None:
    """Nothing is left to the reader's own fonts, Helvetica least of all."""
    listed = subprocess.run(["pdffonts", minutes(large)], check=True, capture_output=True, timeout=60).stdout.decode()
    faces = [line.split() for line in listed.splitlines()[2:]]
    assert {face[0].partition("+")[2] for face in faces} >= {"Lato-Regular", "Lato-Bold", "DejaVuSans"}
    assert all(face[-5] == "yes" for face in faces), listed


def test_every_character_is_printed(large: StageReport, minutes: Callable[..., Path]) -> None:
    """Each character of the report is found again in the text of the pages."""
    printed = set(unicodedata.normalize("NFC", words_of(minutes(large))))
    typed = set(HOSTILE) | {sign for each in large.received for sign in each.title}
    assert typed - printed == set()


def test_what_no_face_has_is_marked_visibly(report: StageReport, minutes: Callable[..., Path]) -> None:
    """A character without a glyph anywhere is printed as the replacement sign, and never left out."""
    changed = replace(report, stage=replace(report.stage, name="Jury \U00030000 fin"))
    assert "Jury \ufffd fin" in words_of(minutes(changed))


def test_markup_is_printed_literally(report: StageReport, minutes: Callable[..., Path]) -> None:
    """Tags and entities that people type are text."""
    outcome = Outcome(OutcomeCategory.SELECTED, motivation=HOSTILE)
    entries = dict(report.entries) | {"vert": replace(report.entries["vert"], outcome=outcome)}
    text = words_of(minutes(replace(report, entries=entries))).replace("\n", " ")
    assert "<b>gras</b> & <font size=99>x</font> ]]> &amp;" in text


def test_nothing_passes_a_page(large: StageReport, minutes: Callable[..., Path]) -> None:
    """Thirty long titles, twelve criteria and a motivation of pages are all there, inside the margins."""
    path = minutes(large)
    text = words_of(path).replace("\n", " ")
    assert text.count("Une longue motivation.") + text.count("Une longue  motivation.") >= 790
    assert text.count("x") >= 400
    boxes = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    rights = [float(value) for value in re.findall(r'xMax="([\d.]+)"', boxes)]
    bottoms = [float(value) for value in re.findall(r'yMax="([\d.]+)"', boxes)]
    assert max(rights) < 595 - 40
    assert max(bottoms) < 842 - 20


def test_only_aggregates_are_printed(report: StageReport, minutes: Callable[..., Path]) -> None:
    """The sheet of one juror is nowhere; what the sheets come to is."""
    text = words_of(minutes(report), "-layout")
    assert "8,14" in text
    assert not re.search(r"8 +7 +9 +8 +8 +8 +9", text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_outcome_is_broken_inside_a_word(report: StageReport, minutes: Callable[..., Path], language: str) -> None:
    """« liste compléme / ntaire »: the column of values has room for the longest word that stands in it."""
    printed = words_of(minutes(explained(report), language), "-layout")
    annex = printed[printed.index({"fr": "Annexe 2", "en": "Annex 2"}[language]) :]
    for word in {"fr": ("complémentaire", "retenu"), "en": ("reserve", "selected")}[language]:
        assert re.search(rf" {word}(\s|$)", annex), word
    assert not re.search(r"compléme\s", annex)


def test_provisional_minutes_say_so_on_each_page(report: StageReport, minutes: Callable[..., Path]) -> None:
    """The watermark, and at the signatures what is missing."""
    draft = replace(report, rules_version=replace(report.rules_version, frozen_at=""), missing=3)
    text = words_of(minutes(draft)).replace("\n", " ")
    assert "Ce document est provisoire ; il y manque : le gel du règlement et des grilles." in text
    assert watermarks(minutes(draft)) == pages(minutes(draft)) > 1
    assert watermarks(minutes(report)) == 0


def test_a_tie_that_stays_is_told(report: StageReport, minutes: Callable[..., Path], reranked: Reranked) -> None:
    """Without a tie chain the two share the place, and the minutes name both."""
    shared = reranked(report, replace(report.rules, ties=replace(report.rules.ties, chain=())))
    text = words_of(minutes(shared)).replace("\n", " ")
    assert "Cantine juste et Relais terrain, 13,20 : ex æquo au 3e rang." in text


def test_without_recusals_it_says_none(report: StageReport, minutes: Callable[..., Path]) -> None:
    """« Néant » is a statement; an empty section would be an omission."""
    assert "Néant." in words_of(minutes(replace(report, recusals=(), absences=())))


def test_every_ruling_is_printed(report: StageReport, minutes: Callable[..., Path]) -> None:
    """Awaited, upheld or dismissed with its reason; by the member or by the holder; of one project or of all."""
    (line,) = report.recusals
    pending = replace(line.recusal, ruling=Ruling.PENDING, level=RecusalLevel.MINOR, left_at="")
    challenge = replace(
        line.recusal,
        origin=RecusalOrigin.HOLDER,
        level=RecusalLevel.LIGHT,
        ruling=Ruling.DISMISSED,
        ruling_reason="Simple connaissance",
        left_at="",
    )
    lines = (line, replace(line, candidacy=None, recusal=pending), replace(line, recusal=challenge))
    absent = report.absences[0]
    admitted = replace(absent, attendance=replace(absent.attendance, override="A tout entendu"))
    text = words_of(minutes(replace(report, recusals=lines, absences=(admitted,))), "-raw").replace("\n", " ")
    for words in (
        "majeur : a quitté la salle, ni note ni vote sortie à 14 h 35",
        "toute l’étape",
        "en attente",
        "(récusation demandée par le porteur)",
        "écarté Simple connaissance",
        "léger : déclaré, a siégé",
        "note admise par la présidence : A tout entendu",
    ):
        assert words in text, words


def test_absence_alone_leaves_the_recusals_at_none(report: StageReport, minutes: Callable[..., Path]) -> None:
    """The checklist asks for « néant » of recusals even where somebody was absent."""
    text = words_of(minutes(replace(report, recusals=())))
    assert "Déports et récusations : néant." in text
    assert "absence au passage, pas de note" in text


def test_alternate_is_counted_once(report: StageReport, minutes: Callable[..., Path]) -> None:
    """A seat that changed hands is one seat in the quorum; the table says who replaces whom and since when."""
    tenure = Tenure("hackathon", "J7", arrived="2020-03-05T14:00:00+00:00", replaces="J6", reason="Malade")
    text = words_of(minutes(replace(report, tenures=(tenure,))), "-raw").replace("\n", " ")
    assert "6 membres ont voix délibérative, dont 6 en séance" in text
    assert "Déclarations d’intérêts reçues : 6 sur 6." in text
    assert "arrivée à 14 h 00 en remplacement de M. Jan NOWAK" in text


def test_document_says_what_it_is(report: StageReport, minutes: Callable[..., Path]) -> None:
    """Title, author, declared date and language for whoever lists or reads the file aloud; headings as an outline."""
    path = minutes(report)
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, timeout=60).stdout.decode()
    assert re.search(r"Title: +Procès-verbal – Jury du hackathon", info)
    assert re.search(r"Author: +Région Exemple", info)
    assert re.search(r"CreationDate: +Thu Mar +5 .*2020", info)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert str(pdf.Root.Lang) == "fr-FR"
        assert [each.title for each in outline.root][:2] == ["Procès-verbal", "Composition du jury"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_equal_reports_give_equal_bytes(report: StageReport, made_at: datetime, language: str) -> None:
    """Nothing of the clock or of a random number enters the file."""
    first, second = (minutes_bytes(report, language=language, made_at=made_at) for _ in range(2))
    assert first == second


def test_a_failure_leaves_the_former_file(
    report: StageReport, tmp_path: Path, made_at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the new document and nothing else."""
    target = tmp_path / "minutes.pdf"
    target.write_bytes(b"former")

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileNotWritable) as refused:
        write_minutes(report, target, language="fr", made_at=made_at)
    assert refused.value.detail == "No space left on device"
    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]
