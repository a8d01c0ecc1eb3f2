"""Reports made by hand for the tests of documents: an exact tie, a recusal, an absence, an inadmissible candidacy."""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Holder, Outcome, OutcomeCategory
from jury_desk.domain.decision import Sitting
from jury_desk.domain.edition import Edition, RulesVersion, Stage, StageKind
from jury_desk.domain.footnotes import Footnote, FootnoteKind
from jury_desk.domain.jury import Juror, Member, Presence, Role, Voice
from jury_desk.domain.minutes import AbsenceLine, Deliberated, JournalLine, RecusalLine, Seat, StageReport
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rubric import Criterion, Scale, Threshold
from jury_desk.domain.rules import Aggregation, Rules, Selection, Ties
from jury_desk.domain.scoring import Mark, MarkState, Sheets
from jury_desk.domain.standings import Standings, rank

SCALE = Scale(Fraction(0), Fraction(10), Fraction(1))
JURORS = ("J1", "J2", "J3", "J4", "J5", "J6", "J7")

# A digit is a mark and A a ten; one word per juror, in the order C1 C2 C3 C4 C5.
MARKS = {
    "vert": "8A979 787A8 9A996 89999 86878 8A989 97897",
    "quoi": "69A97 87776 79A67 A8788 ----- 85888 89788",
    "cantine": "87777 66654 67776 88868 75665 77767 75578",
    "relais": "67866 66657 77587 67768 76595 ????? 77778",
    "fil": "64453 32534 56555 34554 55343 55646 54564",
}
"""Cantine juste and Relais terrain both have exactly 66/5, from seven sheets and from six."""

OK = Admissibility.ADMISSIBLE

CANDIDACIES = (
    Candidacy(
        "vert",
        "Feu vert",
        holders=(Holder("MARTIN", "Aïcha"), Holder("LEROY", "Zoé")),
        service="Direction des mobilités",
        admissibility=Admissibility.ADMISSIBLE,
    ),
    Candidacy(
        "quoi",
        "Qui fait quoi ?",
        admissibility=Admissibility.ADMISSIBLE,
        holders=(Holder("ÇELIK", "Œdipe"),),
        service="Secrétariat général",
    ),
    Candidacy(
        "cantine",
        "Cantine juste",
        admissibility=Admissibility.ADMISSIBLE,
        holders=(Holder("DUBOIS", "Noël"),),
        service="Direction des lycées",
    ),
    Candidacy(
        "relais",
        "Relais terrain",
        admissibility=Admissibility.ADMISSIBLE,
        holders=(Holder("PETIT", "Inès"),),
        service="Direction des lycées",
    ),
    Candidacy("fil", "Fil vert", admissibility=OK, holders=(Holder("MOREAU", "Éric"),)),
    Candidacy(
        "tard",
        "Trop tard",
        admissibility=Admissibility.INADMISSIBLE,
        reason="Dossier reçu le 3 février 2020, après la clôture.",
    ),
    Candidacy("parti", "Parti ailleurs", admissibility=Admissibility.WITHDRAWN, reason="Changement de poste."),
    Candidacy("autre", "Une autre idée", admissibility=OK),
)

PEOPLE = (
    ("J1", "Mme Hélène VASSEUR", "Directrice générale adjointe", Role.CHAIR, Voice.VOTING),
    ("J2", "M. Kofi OSEI", "Chef de projet", Role.MEMBER, Voice.VOTING),
    ("J3", "M. Paul LEMAIRE", "Directeur des systèmes d’information", Role.MEMBER, Voice.VOTING),
    ("J4", "Mme Ana SILVA", "Cheffe de service", Role.MEMBER, Voice.VOTING),
    ("J5", "Mme Lucie ROUX", "Directrice des lycées", Role.MEMBER, Voice.VOTING),
    ("J6", "M. Jan NOWAK", "Entrepreneur", Role.EXPERT, Voice.VOTING),
    ("J7", "Mme Maëlle LE GOFF", "Chargée de mission", Role.MEMBER, Voice.VOTING),
    ("S", "M. Hugo BLANC", "Attaché", Role.SECRETARY, Voice.NONE),
)

OUTCOMES = {
    "vert": Outcome(
        OutcomeCategory.SELECTED,
        "Startup de territoire",
        "Incubateur régional",
        "Deux jours par semaine libérés dès avril.",
        "2020-07-07",
        "Problème mesuré, usagers rencontrés ; premiers essais promis sous un mois.",
    ),
    "quoi": Outcome(OutcomeCategory.SELECTED),
    "cantine": Outcome(OutcomeCategory.EXTENDED, "Prolongation de trois mois", next_date="2020-10-01"),
    "relais": Outcome(OutcomeCategory.RESERVE),
    "fil": Outcome(OutcomeCategory.NOT_SELECTED),
}

SITTING = Sitting(
    "hackathon",
    appointing_act="Arrêté du 3 février 2020",
    opened_at="2020-03-05T13:00:00+00:00",
    deliberation_at="2020-03-05T15:30:00+00:00",
    closed_at="2020-03-05T16:30:00+00:00",
    closed_session=True,
    notified_on="2020-03-09",
    reserve_until="2020-04-30",
)


@pytest.fixture
def made_at() -> datetime:
    """The instant the documents are said to be made."""
    return datetime(2020, 3, 5, 17, 42, tzinfo=UTC)


@pytest.fixture
def rules() -> Rules:
    """Five criteria on ten, a result on twenty, ties by C1 then C3, three places and one in reserve."""
    named = {
        "C1": ("Ampleur et criticité du problème", 30),
        "C2": ("Connaissance des usagers", 20),
        "C3": ("Impact attendu et mesurable", 20),
        "C4": ("Porteur : motivation, disponibilité", 20),
        "C5": ("Plan d’expérimentation", 10),
    }
    criteria = [Criterion(code, name, Fraction(weight), SCALE) for code, (name, weight) in named.items()]
    criteria[0] = replace(criteria[0], eliminatory=Threshold("<", Fraction(4)))
    return Rules(
        title="Règlement du jury de sélection",
        version="1",
        language="fr",
        scale=SCALE,
        criteria=tuple(criteria),
        aggregation=Aggregation(minimum_sheets=3, eliminatory=Threshold("<", Fraction(10))),
        ties=Ties(("criterion:C1", "criterion:C3")),
        selection=Selection(3, 1),
        panel={"quorum": 4, "casting_vote": True},
    )


@pytest.fixture
def report(rules: Rules) -> StageReport:
    """The report of a small jury of seven and five projects."""
    return report_of(rules, sheets_of(MARKS, [each.id for each in rules.criteria]))


@pytest.fixture
def reranked() -> Callable[[StageReport, Rules], StageReport]:
    """The same jury under other rules."""

    def under(report: StageReport, rules: Rules) -> StageReport:
        return replace(report, rules=rules, standings=standings_under(rules, report.sheets, report.candidacies))

    return under


@pytest.fixture
def with_sheets() -> Callable[[StageReport, Sheets], StageReport]:
    """The same jury with other marks."""

    def given(report: StageReport, sheets: Sheets) -> StageReport:
        standings = standings_under(report.rules, sheets, report.candidacies)
        return replace(report, sheets=sheets, standings=standings)

    return given


def sheets_of(marks: Mapping[str, str], criteria: Sequence[str]) -> Sheets:
    """Sheets from the words of :data:`MARKS`."""
    return {
        candidacy: {
            juror: {criterion: _mark(sign) for criterion, sign in zip(criteria, word, strict=True)}
            for juror, word in zip(JURORS, words.split(), strict=True)
        }
        for candidacy, words in marks.items()
    }


def _mark(sign: str) -> Mark:
    match sign:
        case "-":
            return Mark(MarkState.RECUSED, comment="Supérieure hiérarchique du porteur")
        case "?":
            return Mark(MarkState.ABSENT, comment="Arrivé à 14 h 22")
        case "_":
            return Mark(MarkState.BLANK)
        case _:
            return Mark(MarkState.MARKED, Fraction(int(sign, 16)))


def report_of(rules: Rules, sheets: Sheets) -> StageReport:
    """A report on the jury of this module."""
    heard = CANDIDACIES[:5]
    panel = tuple(
        Seat(
            Member("hackathon", juror, position, role, voice, Presence.PRESENT, declared=True), Juror(juror, name, job)
        )
        for position, (juror, name, job, role, voice) in enumerate(PEOPLE)
    )
    return StageReport(
        edition=Edition(
            "Appel à intrapreneurs 2020",
            "Région Exemple",
            "Programme d’innovation publique",
            "Lille",
            "fr",
            fictitious=True,
        ),
        stage=Stage("hackathon", StageKind.HEARING, "Jury du hackathon", 2, "2020-03-05", "Hôtel de région, Lille"),
        rules=rules,
        rules_version=RulesVersion("hackathon", 1, "{}", "2020-03-01T08:05:00.000Z", "3f9a" * 16),
        panel=panel,
        received=CANDIDACIES,
        candidacies=heard,
        entries={
            each.id: Entry("hackathon", each.id, position, OUTCOMES[each.id]) for position, each in enumerate(heard, 1)
        },
        sheets=sheets,
        standings=standings_under(rules, sheets, heard),
        missing=0,
        recusals=(
            RecusalLine(
                panel[4].juror,
                heard[1],
                Recusal(
                    "hackathon",
                    "J5",
                    "quoi",
                    RecusalLevel.MAJOR,
                    reason="Supérieure hiérarchique du porteur",
                    ruling=Ruling.UPHELD,
                    left_at="2020-03-05T14:35:00+00:00",
                ),
            ),
        ),
        absences=(
            AbsenceLine(panel[5].juror, heard[3], Attendance("hackathon", "relais", "J6", Presence.ABSENT, "Retard")),
        ),
        tenures=(Tenure("hackathon", "J6", arrived="2020-03-05T13:22:00+00:00"),),
        footnotes=(
            Footnote(
                FootnoteKind.ARRIVED,
                ("relais",),
                ("Relais terrain",),
                {"juror": "M. Jan NOWAK", "at": "2020-03-05T13:22:00+00:00"},
                {"juror": "J6"},
            ),
            Footnote(
                FootnoteKind.RECUSED, ("quoi",), ("Qui fait quoi ?",), {"juror": "Mme Lucie ROUX"}, {"juror": "J5"}
            ),
        ),
        journal=(
            JournalLine(1, "2020-01-06T09:00:00.000Z", "H. Vasseur", "edition_begun", "", "0a" * 32),
            JournalLine(2, "2020-03-05T16:40:12.345Z", "H. Vasseur", "marks_recorded", "", "5c" * 32),
        ),
        head="5c" * 32,
        fingerprint="b7e1" * 16,
        deliberated=Deliberated(sitting=SITTING),
    )


def standings_under(rules: Rules, sheets: Sheets, candidacies: Sequence[Candidacy]) -> Standings:
    """What the engine computes for the voting jurors of this module."""
    return rank(rules, [each.id for each in candidacies], JURORS, sheets)


@pytest.fixture(scope="session")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Recalculates a workbook in LibreOffice and saves it again, in a profile of its own."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def recalculate(path: Path) -> Path:
        # Without cached values LibreOffice has to compute every cell.
        workbook = openpyxl.load_workbook(path)
        bare = path.with_name(f"bare-{path.name}")
        workbook.save(bare)
        folder = path.parent / "recalculated"
        command = [
            office,
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(folder),
            str(bare),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return folder / bare.name

    return recalculate
