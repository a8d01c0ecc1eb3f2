"""What the minutes say of the deliberation, in both languages, from votes to the reserve list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jury_desk.domain.adoption import Moved
from jury_desk.domain.attendance import Tenure
from jury_desk.domain.candidacy import Indicator, Outcome, OutcomeCategory
from jury_desk.domain.decision import (
    Attendee,
    AuthorityDecision,
    Dissent,
    Nature,
    Proclamation,
    Question,
    ReserveCall,
    Sitting,
)
from jury_desk.domain.deliberation import AdoptedRanking, Bench, Choice, Placed, Vote, VoteMode, VoteSubject
from jury_desk.domain.jury import Presence, Role
from jury_desk.domain.minutes import Deliberated, Seat, StageReport
from jury_desk.domain.standings import TieStep
from jury_desk.exports.blocks import Cell, Facts, Heading, Paragraph, Table, Together
from jury_desk.exports.minutes_sections import story
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.phrases import phrases_of

BENCH = Bench("2020-03-05T16:40:00+00:00", ("J1", "J2", "J3", "J4"), ("J5",), 4, "J1")
STAGE = "hackathon"
SITTING = Sitting(
    STAGE,
    reference="PV 2020-07",
    appointing_act="Arrêté du 3 février 2020",
    opened_at="2020-03-05T13:00:00+00:00",
    deliberation_at="2020-03-05T15:30:00+00:00",
    closed_at="2020-03-05T16:30:00+00:00",
    closed_session=True,
    nature=Nature.OPINION,
    authority="Le président de Région",
    follow_up="Préincubation d’avril à juillet.",
    notified_on="2020-03-09",
    reserve_until="2020-04-30",
    attendees=(Attendee("M. Karim BELKACEM", "coach", "2020-03-05T15:27:00+00:00"),),
    dissents=(Dissent("M. Kofi OSEI", "Le critère 3 pesait trop peu."),),
)
TIE = Vote(
    STAGE,
    1,
    VoteSubject.TIE,
    "Lequel passe devant ?",
    VoteMode.SECRET_BALLOT,
    (Choice("cantine", 2), Choice("relais", 2)),
    BENCH,
    ("cantine", "relais"),
    casting="cantine",
)


@pytest.fixture
def told(report: StageReport) -> Callable[..., str]:
    """The words of the minutes, with this deliberation."""

    def words(deliberated: Deliberated, language: str = "fr", **changed: object) -> str:
        whole = replace(report, deliberated=deliberated, **changed)  # type: ignore[arg-type]
        blocks = story(Subject(whole, phrases_of(language), datetime(2020, 3, 5, 17, 42, tzinfo=UTC)))
        return "\n".join(line for block in blocks for line in lines(block)).replace("\u202f", " ").replace("\xa0", " ")

    return words


def lines(block: object) -> list[str]:
    """The words of a block, row by row."""
    match block:
        case Heading() | Paragraph():
            return [block.words]
        case Table():
            return [" | ".join(cell.words for cell in row) for row in block.rows]
        case Facts():
            return [f"{label}: {cell.words if isinstance(cell, Cell) else cell}" for label, cell in block.pairs]
        case Together():
            return [line for each in block.blocks for line in lines(each)]
        case _:
            return []


def test_meeting_is_told_with_its_hours_and_who_left(told: Callable[..., str]) -> None:
    """Hours, appointment, closed session, the others in the room."""
    words = told(Deliberated(sitting=SITTING))
    assert "Heures: ouverture à 13 h 00 · délibéré à partir de 15 h 30 · clôture à 16 h 30" in words
    assert "Désignation du jury: Arrêté du 3 février 2020" in words
    assert "Référence: PV 2020-07 · hackathon · b7e1b7e1" in words
    assert "M. Karim BELKACEM | coach | 15 h 27" in words
    assert "Le jury entier a délibéré à huis clos à partir de 15 h 30, après toutes les auditions." in words
    assert "M. Kofi OSEI: Le critère 3 pesait trop peu." in words
    assert (
        "La présente délibération vaut avis. L’autorité compétente pour décider est : Le président de Région." in words
    )
    assert "Notification aux candidats: lundi 9 mars 2020" in words


def test_what_is_not_recorded_is_said_so(told: Callable[..., str]) -> None:
    """No vote, no adopted ranking, nobody else: each has its sentence; no question, no heading for it."""
    words = told(Deliberated())
    for sentence in (
        "Aucune autre personne n’a assisté à la réunion.",
        "La mention du huis clos n’est pas renseignée.",
        "Le jury n’a procédé à aucun vote.",
        "Le jury n’a pas arrêté de classement distinct du classement calculé.",
    ):
        assert sentence in words
    assert "Questions posées" not in words
    assert "Opinions divergentes" not in words


def test_vote_is_told_with_figures_casting_vote_and_bench(told: Callable[..., str]) -> None:
    """Question, mode, votes per option, casting vote, who sat and who had left."""
    words = told(Deliberated(votes=(TIE, replace(TIE, number=2, mode=VoteMode.CONSENSUS, casting=""))))
    assert "Vote n° 1 – Lequel passe devant ?" in words
    assert "Résultat: Cantine juste 2 · Relais terrain 2 · 0 abstention" in words
    assert "Voix prépondérante: Cantine juste" in words
    assert (
        "Ont siégé: 4 voix délibératives présentes à 16 h 40 ; quorum 4 ; présidence : Mme Hélène VASSEUR ; "
        "s’est retiré pour déport : Mme Lucie ROUX" in words
    )
    assert "Accord: Cantine juste" in words
    motion = replace(TIE, subject=VoteSubject.OTHER, choices=(Choice("for", 3), Choice("against", 1)), casting="")
    assert "Result: for 3 · against 1 · 0 abstentions" in told(Deliberated(votes=(motion,)), "en")
    assert "Dont pouvoirs" not in words
    assert "Dont pouvoirs: 2" in told(Deliberated(votes=(replace(TIE, proxies=2),)))


@pytest.mark.parametrize(
    ("vote", "french", "english"),
    [
        (
            replace(TIE, number=2, choices=(Choice("cantine", 3), Choice("relais", 2)), casting=""),
            "départagés par le vote n° 2 du jury – Cantine juste (3 voix), Relais terrain (2 voix).",
            "separated by vote no. 2 of the jury – Cantine juste (3 votes), Relais terrain (2 votes).",
        ),
        (
            TIE,
            "le vote n° 1 du jury – Cantine juste (2 voix et la voix prépondérante), Relais terrain (2 voix).",
            "vote no. 1 of the jury – Cantine juste (2 votes and the casting vote), Relais terrain (2 votes).",
        ),
        (
            replace(TIE, mode=VoteMode.CONSENSUS, casting=""),
            "départagés par le vote n° 1 du jury – Cantine juste (1er), Relais terrain (2e).",
            "separated by vote no. 1 of the jury – Cantine juste (1st), Relais terrain (2nd).",
        ),
    ],
)
def test_tie_separated_by_a_vote_tells_what_each_got(
    report: StageReport, told: Callable[..., str], vote: Vote, french: str, english: str
) -> None:
    """The vote by its number, with its votes; places are written as places, never as if they were votes."""
    step = TieStep("vote", {"cantine": "1", "relais": "2"}, separated=True)
    first, *others = report.standings.standings
    standings = replace(report.standings, standings=(replace(first, ties=(step,)), *others))
    former = replace(TIE, number=1, choices=(Choice("relais", 5), Choice("cantine", 0)), casting="")
    for language, words in (("fr", french), ("en", english)):
        assert words in told(Deliberated(votes=(former, vote)), language, standings=standings)


def test_vote_that_adopted_the_ranking_is_named(told: Callable[..., str]) -> None:
    """By its number, with who sat; a ranking adopted without a vote says nothing of one."""
    ranking = AdoptedRanking(STAGE, (Placed("relais", 3), Placed("cantine", 4)), "", BENCH, vote=2)
    assert "Arrêté: par le vote n° 2" in told(Deliberated(adopted=ranking))
    assert "Adopted: by vote no. 2" in told(Deliberated(adopted=ranking), "en")
    assert "par le vote" not in told(Deliberated(adopted=replace(ranking, vote=0)))


def test_adopted_ranking_that_differs_is_told_with_both_places(told: Callable[..., str]) -> None:
    """Computed and adopted place side by side, the reason under them."""
    ranking = AdoptedRanking(STAGE, (Placed("relais", 3), Placed("cantine", 4)), "", BENCH, "Terrain déjà ouvert")
    moved = (Moved("cantine", 3, 4), Moved("relais", 4, 3))
    words = told(Deliberated(adopted=ranking, moved=moved))
    assert "Cantine juste | 3e | 4e" in words
    assert "Relais terrain | 4e | 3e" in words
    assert "Motif: Terrain déjà ouvert" in words
    assert "The jury adopted the ranking as computed." in told(Deliberated(adopted=ranking), "en")


def test_reserve_list_is_told_in_the_adopted_order(report: StageReport, told: Callable[..., str]) -> None:
    """Its order, its last day, and the call that replaced somebody."""
    reserve = Outcome(OutcomeCategory.RESERVE)
    entries = {**report.entries, "cantine": replace(report.entries["cantine"], outcome=reserve)}
    ranking = AdoptedRanking(STAGE, (Placed("relais", 3), Placed("cantine", 4)), "", BENCH)
    call = ReserveCall(STAGE, "relais", "quoi", "2020-04-02", "désistement")
    words = told(Deliberated(sitting=SITTING, adopted=ranking, reserve_calls=(call,)), entries=entries)
    assert words.index("N° 1: Relais terrain") < words.index("N° 2: Cantine juste")
    assert "Valable jusqu’au: jeudi 30 avril 2020" in words
    assert "« Relais terrain » a été appelé le jeudi 2 avril 2020 en remplacement de « Qui fait quoi ? »" in words


def test_decision_is_told_with_its_indicators(report: StageReport, told: Callable[..., str]) -> None:
    """From what to what, by when, by whose figures."""
    indicator = Indicator("Dossiers complets", "40 %", "90 %", "2020-12-31", "service des aides")
    outcome = Outcome(OutcomeCategory.SELECTED, indicators=(indicator,))
    entries = {**report.entries, "vert": replace(report.entries["vert"], outcome=outcome)}
    words = told(Deliberated(), entries=entries)
    assert (
        "Indicateurs: Dossiers complets : de 40 % à 90 % d’ici au jeudi 31 décembre 2020 (source : service des aides)"
        in words
    )


def test_proclamation_rectification_authority_and_questions_are_told(told: Callable[..., str]) -> None:
    """Both versions of the results, the authority's departure with its reason, each question with its answer."""
    proclaimed = Proclamation(STAGE, 1, "2020-03-05T16:35:00+00:00", "Mme Hélène VASSEUR", BENCH)
    rectified = replace(proclaimed, number=2, at="2020-03-10T09:00:00+00:00", reason="Note mal recopiée")
    stopped = Outcome(OutcomeCategory.STOPPED)
    decision = AuthorityDecision(STAGE, "vert", stopped, "Le président de Région", "2020-03-12", "Budget")
    words = told(
        Deliberated(
            proclamations=(proclaimed, rectified),
            authority=(decision,),
            questions=(Question(STAGE, "vert", 1, "Combien d’usagers ?", "Quarante."),),
        )
    )
    assert "Proclamation: le 5 mars 2020 à 16 h 35, par Mme Hélène VASSEUR" in words
    assert "Note mal recopiée ; résultats proclamés de nouveau le 10 mars 2020 à 9 h 00" in words
    assert "Feu vert | arrêt | Le président de Région · jeudi 12 mars 2020 · Budget" in words
    assert "Feu vert | Combien d’usagers ? | Quarante." in words


def test_jury_without_marks_prints_no_empty_ranking(told: Callable[..., str], report: StageReport) -> None:
    """A table of dashes would say nothing: one sentence does."""
    words = told(report.deliberated, sheets={})
    assert "Le jury n’a pas donné de notes" in words
    assert "Égalités et départages" not in words


@pytest.mark.parametrize(
    ("tenures", "counts"),
    [
        ((), (7, 7, 7)),
        ((Tenure("hackathon", "J6", arrived="2020-03-05T13:22:00Z"),), (6, 7, 7)),
        ((Tenure("hackathon", "J6", left="2020-03-05T15:00:00+00:00"),), (7, 7, 6)),
        ((Tenure("hackathon", "J8", arrived="2020-03-05T13:22:00Z", replaces="J6"),), (7, 7, 7)),
    ],
    ids=["nobody moved", "a late arrival", "an early departure", "a seat that changed hands"],
)
def test_who_votes_is_counted_at_each_moment(
    report: StageReport, tenures: tuple[Tenure, ...], counts: tuple[int, ...]
) -> None:
    """At the opening, in between and at the deliberation."""
    panel = report.panel
    if tenures and tenures[0].replaces:
        sixth = next(seat for seat in panel if seat.juror.id == "J6")
        eighth = Seat(
            replace(sixth.member, juror="J8", position=9), replace(sixth.juror, id="J8", name="Mme Rachida BEN")
        )
        panel = (*panel, eighth)
    moved = replace(report, tenures=tenures, panel=panel)
    moments = ("2020-03-05T13:00:00Z", "2020-03-05T14:00:00Z", "2020-03-05T15:30:00Z")
    assert tuple(map(moved.voting_present_at, moments)) == counts


def test_minutes_say_who_presides_and_why(report: StageReport, told: Callable[..., str]) -> None:
    """The chair as such; else the vice-chair, the chair being away."""
    assert "revient à Mme Hélène VASSEUR, au titre de la présidence du jury." in told(report.deliberated)
    roles = {"J1": (Role.CHAIR, Presence.EXCUSED), "J2": (Role.VICE_CHAIR, Presence.PRESENT)}
    panel = tuple(
        replace(seat, member=replace(seat.member, role=roles[seat.juror.id][0], presence=roles[seat.juror.id][1]))
        if seat.juror.id in roles
        else seat
        for seat in report.panel
    )
    words = told(report.deliberated, panel=panel)
    assert "En l’absence de la présidence du jury, la présidence de séance revient à M. Kofi OSEI" in words
