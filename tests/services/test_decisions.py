"""The acts of the jury after the marks, on the example edition: each recorded, undone, and refused once proclaimed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from shutil import copyfile

import pytest

from jury_desk.app.composition import SystemClock, make_toolbox
from jury_desk.domain import closure
from jury_desk.domain.adoption import (
    NotTied,
    PlacesDoNotFollow,
    RankingChanged,
    RankingIncomplete,
    places_of,
    ranking_digest,
)
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Indicator, Outcome, OutcomeCategory
from jury_desk.domain.closure import StageProclaimed, proclaimed
from jury_desk.domain.decision import (
    AdoptedOutdated,
    AuthorityDecision,
    DecisionTaken,
    DeliberationOutside,
    DeviationUnreasoned,
    NotProclaimed,
    NotReplaceable,
    Question,
    ReserveCall,
    ReserveExpired,
    ReserveOutOfOrder,
    StillUndecided,
    TieAcrossLine,
)
from jury_desk.domain.deliberation import (
    AdoptedRanking,
    Bench,
    CastingVoteRefused,
    Choice,
    NobodyToRepresent,
    Placed,
    QuorumLost,
    Vote,
    VoteMode,
    VoteSubject,
)
from jury_desk.domain.deviation import DeviationKind
from jury_desk.domain.edition import AmendmentDraft, Stage
from jury_desk.domain.errors import DomainError, NotADate, NotInStage, ReasonMissing, TextMissing, Unknown
from jury_desk.domain.journal import Change
from jury_desk.domain.jury import Member, Presence
from jury_desk.domain.records import OF_A_STAGE
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.domain.rules import CarryOver, TieAtCut, Ties, Unresolved
from jury_desk.domain.scoring import Mark, MarkState, RecordedMark
from jury_desk.domain.standings import VOTE, SelectionStatus
from jury_desk.services.candidacies import set_admissibility
from jury_desk.services.decisions import (
    adopt_ranking,
    answer_question,
    begin_rectification,
    bench_now,
    call_reserve,
    decide,
    decide_as_authority,
    deviations_of,
    proclaim,
    proposed_outcomes,
    put_question,
    record_vote,
    replaceable,
    reserve_list,
    set_sitting,
    sitting_of,
    three_rankings,
)
from jury_desk.services.deliberation import set_outcomes, standings_of
from jury_desk.services.example import build_example
from jury_desk.services.history import undo
from jury_desk.services.late_changes import take_withdrawal_back
from jury_desk.services.outcomes import let_through
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import amend_rules, current_rules, entries, set_member
from jury_desk.services.recusals import declare_recusal
from jury_desk.services.scoring import Cell, record_mark
from jury_desk.services.wording import error_sentence

STAGE = "hackathon"
NOW = datetime(2020, 3, 5, 16, 40, tzinfo=UTC)
CLOCK = SystemClock()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example edition, made once."""
    folder = tmp_path_factory.mktemp("made")
    build_example(make_toolbox(safety=folder / "safety"), folder / "example.jury").close()
    return folder / "example.jury"


@pytest.fixture
def example(made: Path, tmp_path: Path) -> Iterator[JuryFile]:
    """The example edition, a copy of the test's own."""
    copyfile(made, tmp_path / "example.jury")
    file = make_toolbox(actor="Test", safety=tmp_path / "safety").files.open(tmp_path / "example.jury")
    yield file
    file.close()


def of_title(file: JuryFile, title: str) -> str:
    """The id of the candidacy of that title."""
    return next(each.id for each in file.records.within(Candidacy) if each.title == title)


def bench(file: JuryFile, *titles: str) -> Bench:
    """Who sits now, about those candidacies."""
    return bench_now(file.records, STAGE, NOW, [of_title(file, title) for title in titles])


def without_chain(file: JuryFile) -> tuple[str, str]:
    """Amend the rules so that the two equals at the line stay equal until a vote; returns their ids."""
    _, rules = current_rules(file.records, STAGE)
    plain = replace(rules, ties=Ties((), Unresolved.VOTE))
    amend_rules(file, STAGE, plain, CLOCK, author="Test", reason="Essai", keep_marks=True)
    return of_title(file, "Cantine juste"), of_title(file, "Relais terrain")


def tie_vote(file: JuryFile, counts: tuple[int, int], *, casting: str = "") -> Vote:
    """A vote between the two equals at the line."""
    pair = of_title(file, "Cantine juste"), of_title(file, "Relais terrain")
    choices = tuple(Choice(option, count) for option, count in zip(pair, counts, strict=True))
    return Vote(
        STAGE,
        0,
        VoteSubject.TIE,
        "Qui passe en premier ?",
        VoteMode.SECRET_BALLOT,
        choices,
        bench(file),
        pair,
        abstentions=7 - sum(counts),
        casting=casting,
    )


def test_bench_is_who_is_there_without_the_recused(example: JuryFile) -> None:
    """The juror recused on a project leaves for what is decided about it, and stays for the rest."""
    whole = bench(example)
    assert whole.present == ("J1", "J2", "J3", "J4", "J5", "J6", "J7")
    assert (whole.quorum, whole.presiding, whole.withdrawn) == (4, "J1", ())
    about = bench(example, "Qui fait quoi")
    assert (about.withdrawn, len(about.present)) == (("J5",), 6)
    set_member(example, replace(example.records.need(Member, STAGE, "J1"), presence=Presence.EXCUSED))
    assert bench(example).presiding == ""


def test_chair_who_is_recused_presides_over_nothing_there(example: JuryFile) -> None:
    """Nor has the casting vote: it belongs to who presides."""
    link = Recusal(
        STAGE, "J1", of_title(example, "Cantine juste"), RecusalLevel.MAJOR, reason="Ami", ruling=Ruling.UPHELD
    )
    declare_recusal(example, link, CLOCK)
    about = bench(example, "Cantine juste")
    assert (about.withdrawn, about.presiding) == (("J1",), "")
    assert bench(example).presiding == "J1"


def test_as_many_as_the_quorum_are_enough(example: JuryFile) -> None:
    """Four of four asked for decide; three do not."""
    for juror in ("J5", "J6", "J7"):
        set_member(example, replace(example.records.need(Member, STAGE, juror), presence=Presence.ABSENT))
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    set_member(example, replace(example.records.need(Member, STAGE, "J4"), presence=Presence.ABSENT))
    with pytest.raises(QuorumLost):
        adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))


def test_vote_separates_what_the_chain_leaves_equal(example: JuryFile) -> None:
    """The two at 13.20 are blocked on the line; four votes to three put the second one in, and the trail says so."""
    first, second = without_chain(example)
    standings = standings_of(example.records, STAGE)
    assert standings.of(first).selection is standings.of(second).selection is SelectionStatus.BLOCKED
    record_vote(example, tie_vote(example, (3, 4)))
    standings = standings_of(example.records, STAGE)
    assert (standings.of(second).place, standings.of(first).place) == (6, 7)
    assert standings.of(second).ties[-1].step == VOTE
    assert standings.of(second).selection is SelectionStatus.SELECTED
    record_vote(example, tie_vote(example, (5, 2)))
    assert standings_of(example.records, STAGE).of(first).place == 6
    assert [vote.number for vote in example.records.within(Vote, STAGE)] == [1, 2]
    undo(example)
    assert standings_of(example.records, STAGE).of(first).place == 7
    undo(example)
    assert standings_of(example.records, STAGE).of(first).selection is SelectionStatus.BLOCKED


def test_equal_votes_take_the_casting_vote_of_who_presides(example: JuryFile) -> None:
    """Three to three and an abstention: the rules of the example give the chair the last word."""
    first, _ = without_chain(example)
    record_vote(example, tie_vote(example, (3, 3), casting=first))
    assert standings_of(example.records, STAGE).of(first).place == 6
    with pytest.raises(CastingVoteRefused):
        record_vote(example, tie_vote(example, (4, 3), casting=first))


def test_only_what_is_tied_is_separated_by_a_vote(example: JuryFile) -> None:
    """The chain has the first word: a vote against it, or on unequal candidacies, is refused with their names."""
    with pytest.raises(NotTied) as refusal:
        record_vote(example, tie_vote(example, (4, 3)))
    assert "Cantine juste" in refusal.value.names
    with pytest.raises(TextMissing):
        record_vote(example, replace(tie_vote(example, (4, 3)), question=" "))


def test_quorum_lost_blocks_votes_ranking_and_proclamation(example: JuryFile) -> None:
    """With three present of four asked for, nothing is decided."""
    for juror in ("J4", "J5", "J6", "J7"):
        set_member(example, replace(example.records.need(Member, STAGE, juror), presence=Presence.ABSENT))
    few = bench(example)
    events = len(example.events())
    vote = Vote(STAGE, 0, VoteSubject.OTHER, "?", VoteMode.SHOW_OF_HANDS, (Choice("for", 3), Choice("against", 0)), few)
    with pytest.raises(QuorumLost):
        record_vote(example, vote)
    with pytest.raises(QuorumLost):
        adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), few)
    with pytest.raises(QuorumLost):
        decide(example, STAGE, {of_title(example, "Feu vert"): Outcome(OutcomeCategory.STOPPED)}, CLOCK.now())
    with pytest.raises(QuorumLost):
        proclaim(example, STAGE, few, author="Test")
    assert len(example.events()) == events


def test_decision_bears_its_hour_and_who_sat(example: JuryFile) -> None:
    """Without the recused; the reasons may be worded later by fewer, another decision is another sitting."""
    project = of_title(example, "Qui fait quoi")
    decide(example, STAGE, {project: Outcome(OutcomeCategory.STOPPED, "Arrêt")}, CLOCK.now())
    taken = example.records.need(DecisionTaken, STAGE, project)
    assert (len(taken.bench.present), taken.bench.withdrawn, taken.bench.quorum) == (6, ("J5",), 4)
    for juror in ("J4", "J6", "J7"):
        set_member(example, replace(example.records.need(Member, STAGE, juror), presence=Presence.ABSENT))
    decide(example, STAGE, {project: Outcome(OutcomeCategory.STOPPED, "Arrêt", motivation="Su depuis.")}, CLOCK.now())
    assert example.records.need(DecisionTaken, STAGE, project) == taken
    with pytest.raises(QuorumLost):
        decide(example, STAGE, {project: Outcome(OutcomeCategory.EXTENDED)}, CLOCK.now())
    decide(example, STAGE, {project: None}, CLOCK.now())
    assert example.records.get(DecisionTaken, STAGE, project) is None
    undo(example)
    assert example.records.need(DecisionTaken, STAGE, project) == taken


def test_adopted_ranking_stands_beside_the_computed_one(example: JuryFile) -> None:
    """Adopted as computed it needs no reason; with two places exchanged it does, and says what moved."""
    computed = standings_of(example.records, STAGE)
    places = places_of(computed)
    adopt_ranking(example, STAGE, places, bench(example))
    assert three_rankings(example.records, STAGE).moved == ()
    exchanged = [*places[:5], Placed(places[6].candidacy, 6), Placed(places[5].candidacy, 7), *places[7:]]
    with pytest.raises(ReasonMissing):
        adopt_ranking(example, STAGE, exchanged, bench(example))
    adopt_ranking(example, STAGE, exchanged, bench(example), reason="Terrain déjà ouvert")
    rankings = three_rankings(example.records, STAGE)
    assert {(each.candidacy, each.computed, each.adopted) for each in rankings.moved} == {
        (places[5].candidacy, 6, 7),
        (places[6].candidacy, 7, 6),
    }
    assert standings_of(example.records, STAGE) == computed
    assert proposed_outcomes(example.records, STAGE)[places[6].candidacy] is OutcomeCategory.SELECTED
    assert proposed_outcomes(example.records, STAGE)[places[5].candidacy] is OutcomeCategory.RESERVE


def test_adopted_ranking_is_outdated_by_a_later_mark(example: JuryFile) -> None:
    """What the jury adopted was another ranking than the one on the screen now."""
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    assert not three_rankings(example.records, STAGE).outdated
    cell = Cell(of_title(example, "Feu vert"), "J1", "C1")
    record_mark(example, STAGE, cell, Mark(MarkState.MARKED, Fraction(2)))
    assert three_rankings(example.records, STAGE).outdated


def test_adopted_ranking_places_exactly_who_can_have_a_place(example: JuryFile) -> None:
    """A ranked one left out, or the one under the threshold given a place, is refused by its title."""
    places = places_of(standings_of(example.records, STAGE))
    with pytest.raises(RankingIncomplete) as refusal:
        adopt_ranking(example, STAGE, places[1:], bench(example), reason="Essai")
    assert refusal.value.name == "Feu vert"
    eliminated = Placed(of_title(example, "Fil vert"), 9)
    with pytest.raises(RankingIncomplete) as refusal:
        adopt_ranking(example, STAGE, [*places, eliminated], bench(example), reason="Essai")
    assert refusal.value.name == "Fil vert"


@pytest.mark.parametrize(
    ("renumbered", "refused"),
    [
        ((1, 2, 3, 4, 5, 7, 7, 8), "Cantine juste"),
        ((1, 1, 2, 3, 4, 5, 6, 7), "Guichet clair"),
        ((2, 3, 4, 5, 6, 7, 8, 9), "Feu vert"),
        ((0, 2, 3, 4, 5, 6, 7, 8), "Feu vert"),
    ],
)
def test_adopted_places_follow_one_another(example: JuryFile, renumbered: tuple[int, ...], refused: str) -> None:
    """A place forgotten while two are exchanged is no ranking, whatever the reason; equals count as the rules say."""
    places = places_of(standings_of(example.records, STAGE))
    wrong = [replace(each, place=place) for each, place in zip(places, renumbered, strict=True)]
    with pytest.raises(PlacesDoNotFollow) as refusal:
        adopt_ranking(example, STAGE, wrong, bench(example), reason="Essai")
    assert refusal.value.name == refused
    equals = [replace(each, place=place) for each, place in zip(places, (1, 1, 3, 4, 5, 6, 7, 8), strict=True)]
    adopt_ranking(example, STAGE, equals, bench(example), reason="Essai")


def test_adopted_ranking_names_nobody_twice_and_no_vote_that_is_not_on_file(example: JuryFile) -> None:
    """Nor is a ranking adopted from a proposal that a mark has changed since."""
    standings = standings_of(example.records, STAGE)
    places = places_of(standings)
    with pytest.raises(RankingIncomplete) as refusal:
        adopt_ranking(example, STAGE, [*places, replace(places[0], place=9)], bench(example), reason="Essai")
    assert refusal.value.name == "Feu vert"
    with pytest.raises(Unknown):
        adopt_ranking(example, STAGE, places, bench(example), vote=1)
    cell = Cell(places[0].candidacy, "J1", "C1")
    record_mark(example, STAGE, cell, Mark(MarkState.MARKED, Fraction(1)))
    with pytest.raises(RankingChanged):
        adopt_ranking(example, STAGE, places, bench(example), reason="Essai", proposal=ranking_digest(standings))


def test_proxies_are_those_of_members_who_are_not_there(example: JuryFile) -> None:
    """All seven present, nobody is represented; the absent give one each, but not those recused on the question."""
    question = Vote(STAGE, 0, VoteSubject.OTHER, "?", VoteMode.SHOW_OF_HANDS, (), bench(example))

    def voted(proxies: int, *about: str) -> None:
        sits = bench(example, *about)
        choices = Choice("for", len(sits.present) + proxies), Choice("against", 0)
        ids = tuple(of_title(example, title) for title in about)
        record_vote(example, replace(question, choices=choices, bench=sits, proxies=proxies, candidacies=ids))

    with pytest.raises(NobodyToRepresent):
        voted(1)
    for juror, presence in {"J5": Presence.REPRESENTED, "J6": Presence.EXCUSED}.items():
        set_member(example, replace(example.records.need(Member, STAGE, juror), presence=presence))
    voted(2)
    with pytest.raises(NobodyToRepresent) as refusal:
        voted(2, "Qui fait quoi")
    assert (refusal.value.proxies, refusal.value.absent) == (2, 1)
    voted(1, "Qui fait quoi")


def test_proclamation_waits_for_the_tie_and_for_every_decision(example: JuryFile) -> None:
    """Equals across the line, then a candidacy without a decision: each is named."""
    first, _ = without_chain(example)
    with pytest.raises(AdoptedOutdated):
        proclaim(example, STAGE, bench(example), author="Test")
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    with pytest.raises(TieAcrossLine) as tie:
        proclaim(example, STAGE, bench(example), author="Test")
    assert "Relais terrain" in tie.value.names
    record_vote(example, tie_vote(example, (7, 0)))
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example), vote=1)
    set_outcomes(example, STAGE, {first: None})
    with pytest.raises(StillUndecided) as refusal:
        proclaim(example, STAGE, bench(example), author="Test")
    assert refusal.value.name == "Cantine juste"


def test_decisions_that_depart_from_the_rules_need_reasons(example: JuryFile) -> None:
    """One under the threshold goes on, and one more is selected than there are places: each needs its motivation."""
    under, beyond = of_title(example, "Fil vert"), of_title(example, "Relais terrain")
    assert deviations_of(example.records, STAGE) == []
    decide(example, STAGE, {under: Outcome(OutcomeCategory.CONTINUED)}, NOW)
    decide(example, STAGE, {beyond: Outcome(OutcomeCategory.SELECTED)}, NOW)
    found = {each.candidacy: (each.kind, each.reason) for each in deviations_of(example.records, STAGE)}
    assert found == {under: (DeviationKind.ELIMINATED, ""), beyond: (DeviationKind.BEYOND_PLACES, "")}
    with pytest.raises(DeviationUnreasoned):
        proclaim(example, STAGE, bench(example), author="Test")
    decide(example, STAGE, {under: Outcome(OutcomeCategory.CONTINUED, motivation="Terrain rare.")}, NOW)
    with pytest.raises(DeviationUnreasoned) as refusal:
        proclaim(example, STAGE, bench(example), author="Test")
    assert refusal.value.name == "Relais terrain"
    decide(example, STAGE, {beyond: Outcome(OutcomeCategory.SELECTED, motivation="Accord de l’autorité.")}, NOW)
    proclaim(example, STAGE, bench(example), author="Test")


def test_passing_a_better_ranked_project_over_needs_a_reason(example: JuryFile) -> None:
    """The first of the ranking is not selected while others are: the one that loses by it reads why."""
    first, seventh = of_title(example, "Feu vert"), of_title(example, "Relais terrain")
    decide(example, STAGE, {first: Outcome(OutcomeCategory.NOT_SELECTED)}, NOW)
    decide(example, STAGE, {seventh: Outcome(OutcomeCategory.SELECTED)}, NOW)
    (found,) = deviations_of(example.records, STAGE)
    assert (found.candidacy, found.kind, found.reason) == (first, DeviationKind.PASSED_OVER, "")
    with pytest.raises(DeviationUnreasoned) as refusal:
        proclaim(example, STAGE, bench(example), author="Test")
    assert refusal.value.name == "Feu vert"
    decide(example, STAGE, {first: Outcome(OutcomeCategory.NOT_SELECTED, motivation="Financé ailleurs.")}, NOW)
    proclaim(example, STAGE, bench(example), author="Test")


def test_outcome_of_its_own_passes_nobody_over(example: JuryFile) -> None:
    """A project that goes on elsewhere takes no place, and loses none."""
    decide(example, STAGE, {of_title(example, "Feu vert"): Outcome(OutcomeCategory.CONTINUED)}, NOW)
    assert deviations_of(example.records, STAGE) == []


def test_equals_that_the_rules_take_together_are_no_deviation(example: JuryFile) -> None:
    """Where a tie at the line includes them all, the seventh of six places departs from nothing."""
    _, rules = current_rules(example.records, STAGE)
    assert rules.selection is not None
    selection = replace(rules.selection, tie_at_cut=TieAtCut.INCLUDE)
    plain = replace(rules, ties=Ties((), Unresolved.SHARED), selection=selection)
    amend_rules(example, STAGE, plain, CLOCK, author="Test", reason="Essai", keep_marks=True)
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    decide(example, STAGE, {of_title(example, "Relais terrain"): Outcome(OutcomeCategory.SELECTED)}, NOW)
    assert deviations_of(example.records, STAGE) == []


def acts_on_a_stage(file: JuryFile) -> Iterator[tuple[str, object]]:
    """Every kind of act that a proclaimed stage refuses, as callables."""
    cell = Cell(of_title(file, "Feu vert"), "J1", "C1")
    standings = standings_of(file.records, STAGE)
    _, rules = current_rules(file.records, STAGE)
    vote = Vote(
        STAGE, 0, VoteSubject.OTHER, "?", VoteMode.CONSENSUS, (Choice("for", 0), Choice("against", 0)), bench(file)
    )
    yield "mark", lambda: record_mark(file, STAGE, cell, Mark(MarkState.MARKED, Fraction(1)))
    yield "outcome", lambda: set_outcomes(file, STAGE, {cell.candidacy: None})
    stopped = Outcome(OutcomeCategory.STOPPED)
    yield "decision", lambda: decide(file, STAGE, {cell.candidacy: stopped}, CLOCK.now())
    yield "vote", lambda: record_vote(file, vote)
    yield "ranking", lambda: adopt_ranking(file, STAGE, places_of(standings), bench(file), reason="Essai")
    yield "member", lambda: set_member(file, replace(file.records.need(Member, STAGE, "J1"), presence=Presence.ABSENT))
    yield (
        "rules",
        lambda: amend_rules(
            file, STAGE, replace(rules, version="2"), CLOCK, author="Test", reason="Essai", keep_marks=True
        ),
    )
    yield "sitting", lambda: set_sitting(file, replace(sitting_of(file.records, STAGE), reference="Autre"))
    yield "question", lambda: put_question(file, STAGE, cell.candidacy, "Pourquoi ?")
    yield "again", lambda: proclaim(file, STAGE, bench(file), author="Test")
    yield "undo", lambda: undo(file)


def test_proclaimed_stage_refuses_every_change(example: JuryFile) -> None:
    """Marks, decisions, votes, rules, the panel, the undo of the proclamation itself: nothing is stored."""
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    proclaim(example, STAGE, bench(example), author="Test")
    events, records = len(example.events()), list(example.records)
    for name, act in acts_on_a_stage(example):
        with pytest.raises(StageProclaimed):
            act()  # type: ignore[operator]
        assert (len(example.events()), list(example.records)) == (events, records), name


@pytest.mark.parametrize(
    "entity", sorted(OF_A_STAGE - {AuthorityDecision.entity, ReserveCall.entity, AmendmentDraft.entity})
)
def test_nothing_of_a_proclaimed_stage_is_left_open(example: JuryFile, entity: str) -> None:
    """Whatever kind of thing it is, a comment, an absence or the clock: only what follows a proclamation changes."""
    change = Change(entity, (STAGE, "x", "y", "z"), None, {})
    closure.check(example.records, [change])
    proclaim(example, STAGE, bench(example), author="Test")
    with pytest.raises(StageProclaimed):
        closure.check(example.records, [change])
    closure.check(example.records, [replace(change, key=("impact", "x", "y", "z"))])


def test_what_a_proclaimed_ranking_stands_on_elsewhere_is_closed_too(example: JuryFile) -> None:
    """The results it carries over, until its rectification; an earlier stage that it does not carry stays open."""
    given = next(each for each in example.records.within(RecordedMark, "screening") if each.mark.value == 1)
    cell, other = Cell(given.candidacy, given.juror, given.criterion), Mark(MarkState.MARKED, Fraction(0))
    _, rules = current_rules(example.records, STAGE)
    carries = replace(rules, carry_over=CarryOver(Fraction(70), {"screening": Fraction(30)}))
    amend_rules(example, STAGE, carries, CLOCK, author="Test", reason="Essai", keep_marks=True)
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    record_mark(example, "screening", cell, other)
    undo(example)
    proclaim(example, STAGE, bench(example), author="Test")
    before = standings_of(example.records, STAGE)
    with pytest.raises(StageProclaimed) as refusal:
        record_mark(example, "screening", cell, other)
    assert refusal.value.stage == "Jury du hackathon"
    assert standings_of(example.records, STAGE) == before
    begin_rectification(example, STAGE, CLOCK, author="Test", reason="Croix mal recopiée")
    record_mark(example, "screening", cell, other)


def test_results_carried_over_by_way_of_another_stage_are_closed_as_well(example: JuryFile) -> None:
    """The final jury carries those of the hackathon, which carries the crosses of the screening."""

    def carries(stage: str, earlier: str) -> None:
        _, rules = current_rules(example.records, stage)
        other = replace(rules, carry_over=CarryOver(Fraction(70), {earlier: Fraction(30)}))
        amend_rules(example, stage, other, CLOCK, author="Test", reason="Essai", keep_marks=True)

    change = Change(RecordedMark.entity, ("screening", "x", "y", "z"), None, {})
    begin_rectification(example, "final", CLOCK, author="Test", reason="Essai")
    carries("final", STAGE)
    proclaim(example, "final", bench_now(example.records, "final", NOW), author="Test")
    closure.check(example.records, [change])
    with pytest.raises(StageProclaimed):
        carries(STAGE, "screening")
    begin_rectification(example, "final", CLOCK, author="Test", reason="Essai")
    carries(STAGE, "screening")
    proclaim(example, "final", bench_now(example.records, "final", NOW), author="Test")
    with pytest.raises(StageProclaimed) as refusal:
        closure.check(example.records, [change])
    assert refusal.value.stage == example.records.need(Stage, "final").name


def test_earlier_stage_that_is_not_carried_over_stays_open(example: JuryFile) -> None:
    """The ranking of the example stands on its own marks."""
    given = next(each for each in example.records.within(RecordedMark, "screening") if each.mark.value == 1)
    proclaim(example, STAGE, bench(example), author="Test")
    cell = Cell(given.candidacy, given.juror, given.criterion)
    record_mark(example, "screening", cell, Mark(MarkState.MARKED, Fraction(0)))


def test_withdrawal_that_a_proclamation_counted_on_stays(example: JuryFile) -> None:
    """Without a decision it has no place because it has withdrawn; let in again, it would take one afterwards."""
    gone = of_title(example, "Clé en main")
    set_outcomes(example, STAGE, {gone: None})
    set_admissibility(example, gone, Admissibility.WITHDRAWN, "Autre poste")
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    proclaim(example, STAGE, bench(example), author="Test")
    before = standings_of(example.records, STAGE)
    with pytest.raises(StageProclaimed):
        set_admissibility(example, gone, Admissibility.ADMISSIBLE, "")
    with pytest.raises(StageProclaimed):
        take_withdrawal_back(example, "screening", gone)
    assert standings_of(example.records, STAGE) == before
    set_admissibility(example, of_title(example, "Feu vert"), Admissibility.WITHDRAWN, "Parti")
    assert standings_of(example.records, STAGE) == before


def test_before_the_proclamation_each_act_is_undone(example: JuryFile) -> None:
    """Undo takes a vote, an adopted ranking, a decision and a question back, one after the other."""
    before = list(example.records)
    for name, act in acts_on_a_stage(example):
        if name not in ("again", "undo"):
            act()  # type: ignore[operator]
            undo(example)
            assert list(example.records) == before, name


def test_results_are_proclaimed_by_somebody(example: JuryFile) -> None:
    """The minutes name who did."""
    with pytest.raises(TextMissing) as refusal:
        proclaim(example, STAGE, bench(example), author=" ")
    assert "qui proclame" in error_sentence(refusal.value, "fr")


def test_rectification_is_a_new_version_with_its_reason(example: JuryFile) -> None:
    """A material error is put right and proclaimed again; the first proclamation stays."""
    proclaim(example, STAGE, bench(example), author="Présidente")
    with pytest.raises(ReasonMissing):
        begin_rectification(example, STAGE, CLOCK, author="Présidente", reason=" ")
    begin_rectification(example, STAGE, CLOCK, author="Présidente", reason="Note recopiée de travers")
    with pytest.raises(NotProclaimed):
        begin_rectification(example, STAGE, CLOCK, author="Présidente", reason="Encore")
    assert proclaimed(example.records, STAGE) is None
    cell = Cell(of_title(example, "Feu vert"), "J1", "C1")
    record_mark(example, STAGE, cell, Mark(MarkState.MARKED, Fraction(7)))
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example))
    proclaim(example, STAGE, bench(example), author="Présidente")
    in_force = proclaimed(example.records, STAGE)
    assert in_force is not None
    assert (in_force.number, in_force.reason) == (2, "Note recopiée de travers")
    with pytest.raises(StageProclaimed):
        record_mark(example, STAGE, cell, Mark(MarkState.MARKED, Fraction(8)))


def test_authority_departs_with_its_reason_and_its_word_goes_on(example: JuryFile) -> None:
    """The jury's decision is kept; who goes on follows the authority."""
    candidacy = of_title(example, "Feu vert")
    decision = AuthorityDecision(
        STAGE, candidacy, Outcome(OutcomeCategory.STOPPED), "Présidente de Région", "2020-03-12"
    )
    with pytest.raises(NotProclaimed):
        decide_as_authority(example, decision)
    proclaim(example, STAGE, bench(example), author="Test")
    with pytest.raises(ReasonMissing):
        decide_as_authority(example, decision)
    assert candidacy in let_through(example.records, STAGE)
    decide_as_authority(example, replace(decision, reason="Budget"))
    assert candidacy not in let_through(example.records, STAGE)
    entry = example.records.need(Entry, STAGE, candidacy)
    assert entry.outcome is not None
    assert entry.outcome.category is OutcomeCategory.SELECTED
    inadmissible = next(
        each.title for each in example.records.within(Candidacy) if each.admissibility is Admissibility.INADMISSIBLE
    )
    with pytest.raises(NotInStage):
        decide_as_authority(example, replace(decision, candidacy=of_title(example, inadmissible)))


def test_reserve_is_called_in_order_before_its_last_day(example: JuryFile) -> None:
    """The first of the list comes first, until the last day of the list."""
    first, second = of_title(example, "Relais terrain"), of_title(example, "Clé en main")
    gone = of_title(example, "Mon quai")
    set_sitting(example, replace(sitting_of(example.records, STAGE), reserve_until="2020-04-30"))
    assert reserve_list(example.records, STAGE) == [first, second]
    call = ReserveCall(STAGE, first, gone, "2020-04-02", "Désistement du 1er avril")
    with pytest.raises(NotProclaimed):
        call_reserve(example, call)
    proclaim(example, STAGE, bench(example), author="Test")
    with pytest.raises(ReserveOutOfOrder) as refusal:
        call_reserve(example, replace(call, candidacy=second))
    assert (refusal.value.name, refusal.value.first) == ("Clé en main", "Relais terrain")
    with pytest.raises(ReserveExpired):
        call_reserve(example, replace(call, called_on="2020-05-01"))
    call_reserve(example, replace(call, called_on="2020-04-30"))
    assert reserve_list(example.records, STAGE) == [second]
    assert first in let_through(example.records, STAGE)
    assert gone not in let_through(example.records, STAGE)
    with pytest.raises(ReserveOutOfOrder):
        call_reserve(example, call)


def test_reserve_without_a_ranking_is_called_in_the_order_of_passage(example: JuryFile) -> None:
    """A jury that gives no mark may have a reserve too."""
    begin_rectification(example, "final", CLOCK, author="Test", reason="Essai")
    second, first = [entry.candidacy for entry in reversed(entries(example.records, "final"))][:2]
    reserve = Outcome(OutcomeCategory.RESERVE, motivation="Essai")
    decide(example, "final", {first: reserve, second: reserve}, NOW)
    assert reserve_list(example.records, "final") == [first, second]


def test_reserve_takes_the_place_of_one_selected_once(example: JuryFile) -> None:
    """Not of one that was not selected, of nobody, or of one replaced already; of one called before it may."""
    first, second = of_title(example, "Relais terrain"), of_title(example, "Clé en main")
    gone, never = of_title(example, "Mon quai"), of_title(example, "Fil vert")
    proclaim(example, STAGE, bench(example), author="Test")
    call = ReserveCall(STAGE, first, gone, "2020-04-02", "Désistement")
    for wrong in ("", never, second):
        with pytest.raises(NotReplaceable):
            call_reserve(example, replace(call, in_place_of=wrong))
    for day in ("", "demain"):
        with pytest.raises(NotADate):
            call_reserve(example, replace(call, called_on=day))
    call_reserve(example, call)
    assert gone not in replaceable(example.records, STAGE)
    with pytest.raises(NotReplaceable) as refusal:
        call_reserve(example, replace(call, candidacy=second))
    assert refusal.value.name == "Mon quai"
    call_reserve(example, replace(call, candidacy=second, in_place_of=first))
    assert first not in let_through(example.records, STAGE)


def test_days_and_hours_of_the_meeting_are_those_of_a_calendar(example: JuryFile) -> None:
    """A reserve list valid until nobody knows when is refused; so is a deliberation outside the meeting."""
    sitting = sitting_of(example.records, STAGE)
    with pytest.raises(NotADate):
        set_sitting(example, replace(sitting, reserve_until="fin avril"))
    for at in ("2020-03-05T12:00:00+00:00", "2020-03-05T23:00:00+00:00"):
        with pytest.raises(DeliberationOutside):
            set_sitting(example, replace(sitting, deliberation_at=at))
    proclaim(example, STAGE, bench(example), author="Test")
    stopped = Outcome(OutcomeCategory.STOPPED)
    decision = AuthorityDecision(STAGE, of_title(example, "Feu vert"), stopped, "Le président", "hier", "Budget")
    with pytest.raises(NotADate):
        decide_as_authority(example, decision)


def test_reserve_passes_over_who_has_withdrawn(example: JuryFile) -> None:
    """A withdrawn candidacy waits for nothing."""
    first, second = of_title(example, "Relais terrain"), of_title(example, "Clé en main")
    proclaim(example, STAGE, bench(example), author="Test")
    set_admissibility(example, first, Admissibility.WITHDRAWN, "Autre poste")
    assert reserve_list(example.records, STAGE) == [second]


def test_questions_are_numbered_and_answered(example: JuryFile) -> None:
    """A question stands with its project, its answer beside it; taken back, it is open again."""
    candidacy = of_title(example, "Feu vert")
    put_question(example, STAGE, candidacy, "Combien d’usagers ?")
    put_question(example, STAGE, candidacy, "Quel service porteur ?")
    questions = example.records.within(Question, STAGE, candidacy)
    assert [each.number for each in questions] == [1, 2]
    answer_question(example, questions[0], "Quarante.")
    assert example.records.need(Question, STAGE, candidacy, "1").answer == "Quarante."
    undo(example)
    assert example.records.need(Question, STAGE, candidacy, "1").answer == ""
    with pytest.raises(TextMissing):
        put_question(example, STAGE, candidacy, "  ")


def test_everything_is_there_again_when_the_file_is_opened(example: JuryFile, tmp_path: Path) -> None:
    """Votes, ranking, indicators, proclamation and what follows it survive closing, and the file checks clean."""
    files = make_toolbox(safety=tmp_path / "safety").files
    first, _ = without_chain(example)
    record_vote(example, tie_vote(example, (4, 3)))
    adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE)), bench(example), vote=1)
    indicator = Indicator("Dossiers complets", "40 %", "90 %", "2020-12-31", "Service des aides")
    entry = next(each for each in entries(example.records, STAGE) if each.candidacy == first)
    assert entry.outcome is not None
    set_outcomes(example, STAGE, {first: replace(entry.outcome, indicators=(indicator,))})
    proclaim(example, STAGE, bench(example), author="Test")
    expected = example.records
    example.close()
    again = files.open(example.path)
    assert again.records == expected
    kept = again.records.need(Entry, STAGE, first).outcome
    assert kept is not None
    assert kept.indicators == (indicator,)
    assert again.records.need(AdoptedRanking, STAGE).vote == 1
    again.close()
    assert files.check(example.path).problems == ()


def test_refusals_have_titles_in_their_sentences(example: JuryFile) -> None:
    """What the chair reads names the project, never its id."""
    with pytest.raises(DomainError) as refusal:
        adopt_ranking(example, STAGE, places_of(standings_of(example.records, STAGE))[1:], bench(example), reason="x")
    assert "Feu vert" in str(refusal.value)
