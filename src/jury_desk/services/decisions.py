"""The acts of the jury after the marks: votes, the adopted ranking, decisions, the proclamation and what follows it.

Each bears the hour, who was present and the quorum of that moment (:class:`~jury_desk.domain.deliberation.Bench`). The
file itself refuses what would change a proclaimed stage (:mod:`jury_desk.domain.closure`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desk.domain.adoption import (
    Moved,
    NotTied,
    PlacesDoNotFollow,
    RankingChanged,
    RankingIncomplete,
    across_line,
    check_places,
    moves,
    places_of,
    ranking_digest,
    tied_groups,
)
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry, Outcome, OutcomeCategory
from jury_desk.domain.closure import StageProclaimed, newest_proclamation, proclaimed
from jury_desk.domain.decision import (
    AdoptedOutdated,
    AuthorityDecision,
    ClosedBeforeOpening,
    ClosesLater,
    DecisionTaken,
    DeliberationOutside,
    DeviationUnreasoned,
    NotProclaimed,
    NotReplaceable,
    Proclamation,
    Question,
    ReserveCall,
    ReserveExpired,
    ReserveOutOfOrder,
    SessionStillOpen,
    Sitting,
    StillUndecided,
    TieAcrossLine,
)
from jury_desk.domain.deliberation import AdoptedRanking, Bench, NobodyToRepresent, Placed, Vote, VoteSubject
from jury_desk.domain.deviation import Deviation, deviations
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import NotInStage, ReasonMissing, TextMissing
from jury_desk.domain.jury import Voice, presiding
from jury_desk.domain.pitch_events import TimingEvent, is_under_way
from jury_desk.domain.records import Records
from jury_desk.domain.standings import SelectionStatus, Standings
from jury_desk.services.attendance import seated
from jury_desk.services.changes import ChangeSet
from jury_desk.services.deliberation import standings_of, unvoted_standings
from jury_desk.services.hours import check_date
from jury_desk.services.ports import Clock, JuryFile
from jury_desk.services.preparation import current_rules, entries, panel, undecided_entries
from jury_desk.services.recusals import recused_jurors
from jury_desk.services.scoring import completeness


@dataclass(frozen=True, slots=True)
class ThreeRankings:
    """The rankings of a stage side by side (design section 2).

    Attributes:
        adopted: none until the jury adopts one.
        moved: where the adopted one differs from the computed one.
        outdated: whether marks have changed since it was adopted.
        decided: what the authority decided where it departs from the jury, by candidacy.
    """

    computed: Standings
    adopted: AdoptedRanking | None
    moved: tuple[Moved, ...]
    outdated: bool
    decided: dict[str, AuthorityDecision]


def bench_now(records: Records, stage: str, now: datetime, about: Sequence[str] = ()) -> Bench:
    """Who sits at this moment, without those recused on one of the candidacies it is about.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, rules = current_rules(records, stage)
    members = [member for member, _ in panel(records, stage)]
    voting = [each.juror for each in members if each.votes]
    recused = {juror for candidacy in about for juror in recused_jurors(records, stage, candidacy)}
    quorum = rules.panel.get("quorum")
    return Bench(
        at=now.isoformat(timespec="seconds"),
        present=tuple(juror for juror in voting if juror not in recused),
        withdrawn=tuple(juror for juror in voting if juror in recused),
        quorum=quorum if isinstance(quorum, int) else 0,
        presiding=presiding([each for each in members if each.juror not in recused]),
        withdrawn_count=bool(rules.panel.get("recused_in_quorum")),
    )


def record_vote(file: JuryFile, vote: Vote) -> ChangeSet:
    """Record a vote under the next number of its stage.

    Raises:
        TextMissing: a vote without a question.
        NotTied: a vote to separate candidacies that the tie chain does not leave equal.
        NobodyToRepresent: more proxies than members who could have given one.
        As :meth:`jury_desk.domain.deliberation.Vote.check`.
    """
    records = file.records
    _, rules = current_rules(records, vote.stage)
    if not vote.question.strip():
        raise TextMissing("question")
    vote.check(casting_vote=bool(rules.panel.get("casting_vote")))
    absent = _may_be_represented(records, vote)
    if vote.proxies > absent:
        raise NobodyToRepresent(vote.proxies, absent)
    if vote.subject is VoteSubject.TIE:
        groups = [{each.candidacy for each in group} for group in tied_groups(unvoted_standings(records, vote.stage))]
        if set(vote.candidacies) not in groups or {each.option for each in vote.choices} != set(vote.candidacies):
            raise NotTied(", ".join(_title(records, each) for each in vote.candidacies))
    with file.unit() as unit:
        unit.put(replace(vote, number=_next_number(records.within(Vote, vote.stage))))
        return unit.commit("vote_recorded")


def _may_be_represented(records: Records, vote: Vote) -> int:
    """How many voting members are not there, and not recused on what is voted: each gives one proxy at most."""
    recused = {juror for candidacy in vote.candidacies for juror in recused_jurors(records, vote.stage, candidacy)}
    there = {*vote.bench.present, *vote.bench.withdrawn, *recused}
    return sum(member.voice is Voice.VOTING and juror.id not in there for member, juror in seated(records, vote.stage))


def adopt_ranking(
    file: JuryFile,
    stage: str,
    places: Sequence[Placed],
    bench: Bench,
    *,
    reason: str = "",
    vote: int = 0,
    proposal: str = "",
) -> ChangeSet:
    """Adopt a ranking (classement arrêté), the computed one or another with its reason.

    Args:
        file: the open file.
        stage: its id.
        places: who stands where.
        bench: who sits.
        reason: why it differs from the computed one.
        vote: the number of the vote that adopts it; 0: none.
        proposal: the print of the computed ranking that the jury had before it; empty: the one of this moment.

    Raises:
        QuorumLost: too few voting members are present.
        RankingChanged: the computed ranking is no longer that of the proposal.
        Unknown: no such vote.
        RankingIncomplete, PlacesDoNotFollow, ReasonMissing: as :func:`jury_desk.domain.adoption.check_places`.
    """
    bench.check()
    records = file.records
    standings = standings_of(records, stage)
    if proposal and proposal != ranking_digest(standings):
        raise RankingChanged
    if vote:
        records.need(Vote, stage, str(vote))
    try:
        check_places(standings, places, reason)
    except RankingIncomplete as refusal:
        raise RankingIncomplete(_title(records, refusal.name)) from refusal
    except PlacesDoNotFollow as refusal:
        name = _title(records, refusal.name)
        raise PlacesDoNotFollow(name, refusal.place, refusal.expected) from refusal
    ordered = tuple(sorted(places, key=lambda each: each.place))
    adopted = AdoptedRanking(stage, ordered, ranking_digest(standings), bench, reason.strip(), vote)
    with file.unit() as unit:
        unit.put(adopted)
        return unit.commit("ranking_adopted", reason=reason.strip())


def three_rankings(records: Records, stage: str) -> ThreeRankings:
    """The computed ranking, the adopted one, and what the authority decided.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    computed = standings_of(records, stage)
    adopted = records.get(AdoptedRanking, stage)
    return ThreeRankings(
        computed=computed,
        adopted=adopted,
        moved=moves(computed, adopted.places) if adopted else (),
        outdated=bool(adopted) and adopted is not None and adopted.computed != ranking_digest(computed),
        decided={each.candidacy: each for each in records.within(AuthorityDecision, stage)},
    )


def decides_without_marks(records: Records, stage: str) -> bool:
    """Whether the jury has begun to decide, or to vote, where no mark is given: a final jury may do without.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    if any(sheet.given for sheet in completeness(records, stage)):
        return False
    return any(entry.outcome for entry in entries(records, stage)) or bool(records.within(Vote, stage))


def proposed_outcomes(records: Records, stage: str) -> dict[str, OutcomeCategory]:
    """What the adopted ranking proposes for each candidacy, or the computed one while none is adopted.

    Whoever stands across the line with an equal is left out: the jury separates the tie first.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    rankings = three_rankings(records, stage)
    selection = rankings.computed.rules.selection
    if rankings.adopted is None or selection is None:
        return {
            each.candidacy: OutcomeCategory(each.selection.value)
            for each in rankings.computed.standings
            if each.selection is not None and each.selection is not SelectionStatus.BLOCKED
        }
    proposed = dict.fromkeys((each.candidacy for each in entries(records, stage)), OutcomeCategory.NOT_SELECTED)
    for position, placed in enumerate(rankings.adopted.places, 1):
        if position <= selection.places:
            proposed[placed.candidacy] = OutcomeCategory.SELECTED
        elif position <= selection.places + selection.reserve:
            proposed[placed.candidacy] = OutcomeCategory.RESERVE
    return proposed


def deviations_of(records: Records, stage: str) -> list[Deviation]:
    """The decisions of a stage that depart from what its rules foresee.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    rankings = three_rankings(records, stage)
    places = rankings.adopted.places if rankings.adopted else places_of(rankings.computed)
    decided = {each.candidacy: each.outcome for each in entries(records, stage) if each.outcome}
    return deviations(rankings.computed, places, decided)


def decide(file: JuryFile, stage: str, outcomes: Mapping[str, Outcome | None], now: datetime) -> ChangeSet:
    """Record what the jury decides for candidacies of a stage, by candidacy id, with who sits at that moment.

    Wording the reasons of a decision already taken is no new decision, and asks for no quorum.

    Raises:
        NotInStage: a candidacy that does not take part.
        QuorumLost: too few voting members are present without those recused.
    """
    records = file.records
    with file.unit() as unit:
        for candidacy, outcome in outcomes.items():
            entry = _need_entry(records, stage, candidacy)
            taken = records.get(DecisionTaken, stage, candidacy)
            unit.put(replace(entry, outcome=outcome))
            if outcome is None and taken is not None:
                unit.remove(taken)
            elif outcome is not None and _says_otherwise(outcome, entry.outcome):
                bench = bench_now(records, stage, now, [candidacy])
                bench.check()
                unit.put(DecisionTaken(stage, candidacy, bench))
        return unit.commit("outcomes_set")


def _says_otherwise(outcome: Outcome, former: Outcome | None) -> bool:
    return former is None or replace(outcome, motivation=former.motivation) != former


def set_sitting(file: JuryFile, sitting: Sitting, now: datetime | None = None) -> ChangeSet:
    """Record the hours and circumstances of the meeting.

    Raises:
        Unknown: no such stage.
        NotADate: a day that is none.
        As :func:`check_closing`.
    """
    file.records.need(Stage, sitting.stage)
    check_closing(sitting, now)
    for day in (sitting.notified_on, sitting.reserve_until):
        check_date(day)
    with file.unit() as unit:
        unit.put(sitting)
        return unit.commit("sitting_recorded")


def check_closing(sitting: Sitting, now: datetime | None = None) -> None:
    """Refuse hours that cannot be.

    Raises:
        DeliberationOutside: the deliberation begins before the opening, or after the closing.
        ClosedBeforeOpening: it closes before it opens.
        ClosesLater: it closes later than ``now``, where that is given.
    """
    known = (sitting.opened_at, sitting.deliberation_at, sitting.closed_at)
    opened, deliberated, closed = (datetime.fromisoformat(each) if each else None for each in known)
    if closed and opened and closed < opened:
        raise ClosedBeforeOpening
    if closed and now is not None and closed > now:
        raise ClosesLater
    if deliberated and ((opened and deliberated < opened) or (closed and deliberated > closed)):
        raise DeliberationOutside


def sitting_of(records: Records, stage: str) -> Sitting:
    """What is recorded of the meeting so far."""
    return records.get(Sitting, stage) or Sitting(stage)


def put_question(file: JuryFile, stage: str, candidacy: str, text: str) -> ChangeSet:
    """Note a question to put to the holders of a candidacy.

    Raises:
        TextMissing: an empty question.
        NotInStage: the candidacy does not take part.
    """
    if not text.strip():
        raise TextMissing("question")
    _need_entry(file.records, stage, candidacy)
    number = _next_number(file.records.within(Question, stage, candidacy))
    with file.unit() as unit:
        unit.put(Question(stage, candidacy, number, text.strip()))
        return unit.commit("question_put")


def answer_question(file: JuryFile, question: Question, answer: str) -> ChangeSet:
    """Note what the holders answered; an empty answer takes it back.

    Raises:
        Unknown: no such question.
    """
    found = file.records.need(Question, *question.key)
    with file.unit() as unit:
        unit.put(replace(found, answer=answer.strip()))
        return unit.commit("question_answered")


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """How many questions a candidacy is to be asked, and how many of them have their answer."""

    candidacy: str
    title: str
    asked: int
    answered: int


def question_counts(records: Records, stage: str) -> list[QuestionCount]:
    """Every candidacy of a stage to which there is a question, in the order of passage."""
    counts: list[QuestionCount] = []
    for entry in entries(records, stage):
        questions = records.within(Question, stage, entry.candidacy)
        if questions:
            answered = sum(bool(each.answer) for each in questions)
            counts.append(QuestionCount(entry.candidacy, _title(records, entry.candidacy), len(questions), answered))
    return counts


def proclaim(file: JuryFile, stage: str, bench: Bench, *, author: str) -> ChangeSet:
    """Proclaim the results: the stage is closed.

    Raises:
        StageProclaimed: they are already; only a rectification proclaims anew.
        TextMissing: nobody proclaims them.
        SessionStillOpen: the session has not closed; closing it asks for a reason where a passage was not heard.
        QuorumLost: too few voting members are present.
        AdoptedOutdated: marks or rules have changed since the ranking was adopted.
        TieAcrossLine: equals stand across the selection line in the ranking that holds.
        StillUndecided: a candidacy has no decision.
        DeviationUnreasoned: a decision departs from the rules and says nothing about why.
    """
    records = file.records
    if proclaimed(records, stage):
        raise StageProclaimed(records.need(Stage, stage).name)
    if is_under_way(records.within(TimingEvent, stage)):
        raise SessionStillOpen(records.need(Stage, stage).name)
    if not author.strip():
        raise TextMissing("proclaimed_by")
    bench.check()
    rankings = three_rankings(records, stage)
    if rankings.outdated:
        raise AdoptedOutdated
    if tied := tied_at_line(rankings):
        raise TieAcrossLine(", ".join(_title(records, each) for each in tied))
    undecided = next(iter(undecided_entries(records, stage)), None)
    if undecided:
        raise StillUndecided(_title(records, undecided.candidacy))
    unreasoned = next((each for each in deviations_of(records, stage) if not each.reason), None)
    if unreasoned:
        raise DeviationUnreasoned(_title(records, unreasoned.candidacy))
    newest = newest_proclamation(records, stage)
    proclamation = newest if newest and not newest.at else Proclamation(stage, 1, "", author)
    with file.unit() as unit:
        unit.put(replace(proclamation, at=bench.at, author=author, bench=bench))
        return unit.commit("results_proclaimed", reason=proclamation.reason)


def begin_rectification(file: JuryFile, stage: str, clock: Clock, *, author: str, reason: str) -> ChangeSet:
    """Open a proclaimed stage to put a material error right; its results are proclaimed again as a new version.

    Raises:
        ReasonMissing: nobody says which error.
        NotProclaimed: nothing is proclaimed.
    """
    if not reason.strip():
        raise ReasonMissing("rectification_begun")
    in_force = _need_proclaimed(file.records, stage)
    opened_at = clock.now().isoformat(timespec="seconds")
    rectification = Proclamation(stage, in_force.number + 1, "", author, reason=reason.strip(), opened_at=opened_at)
    with file.unit() as unit:
        unit.put(rectification)
        return unit.commit("rectification_begun", reason=reason.strip())


def decide_as_authority(file: JuryFile, decision: AuthorityDecision) -> ChangeSet:
    """Record what the deciding authority decided for a candidacy, once the jury's results are proclaimed.

    Raises:
        NotProclaimed: the jury has not proclaimed its results.
        NotInStage: the candidacy does not take part.
        ReasonMissing: the authority departs from the jury and gives no reason.
        NotADate: the day it decided on is none.
    """
    records = file.records
    _need_proclaimed(records, decision.stage)
    entry = _need_entry(records, decision.stage, decision.candidacy)
    departs = entry.outcome is None or entry.outcome.category is not decision.outcome.category
    if departs and not decision.reason.strip():
        raise ReasonMissing("authority_decided")
    check_date(decision.decided_on)
    with file.unit() as unit:
        unit.put(decision)
        return unit.commit("authority_decided", reason=decision.reason.strip())


def reserve_list(records: Records, stage: str) -> list[str]:
    """The candidacies in reserve that have not been called, in the order in which they may be.

    That order is the one of the adopted ranking, or of the computed one while none is adopted; whoever has no place in
    it, as where a jury gives no mark, follows in the order of passage.
    """
    rankings = three_rankings(records, stage)
    places = rankings.adopted.places if rankings.adopted else places_of(rankings.computed)
    waiting = [
        entry.candidacy
        for entry in entries(records, stage)
        if entry.outcome
        and entry.outcome.category is OutcomeCategory.RESERVE
        and records.get(ReserveCall, stage, entry.candidacy) is None
        and records.need(Candidacy, entry.candidacy).admissibility is not Admissibility.WITHDRAWN
    ]
    known = {each.candidacy: each.place for each in places}
    return sorted(waiting, key=lambda each: known.get(each, len(places) + 1))


def replaceable(records: Records, stage: str) -> list[str]:
    """The candidacies in whose place one of the reserve may be called: selected or called before, not replaced yet."""
    calls = records.within(ReserveCall, stage)
    called, replaced = {each.candidacy for each in calls}, {each.in_place_of for each in calls}
    return [
        entry.candidacy
        for entry in entries(records, stage)
        if entry.candidacy not in replaced
        and (entry.candidacy in called or (entry.outcome and entry.outcome.category is OutcomeCategory.SELECTED))
    ]


def call_reserve(file: JuryFile, call: ReserveCall) -> ChangeSet:
    """Call the first of the reserve list in place of a selected candidacy that has withdrawn.

    Raises:
        NotProclaimed: there is no list before the proclamation.
        ReserveOutOfOrder: another one stands before it.
        NotReplaceable: it would come in place of one that was not selected, or that has been replaced.
        NotADate: the day of the call is none.
        ReserveExpired: after the list's last day.
        ReasonMissing: nobody says what the selected candidacy's withdrawal was.
    """
    records = file.records
    _need_proclaimed(records, call.stage)
    if not call.reason.strip():
        raise ReasonMissing("reserve_called")
    waiting = reserve_list(records, call.stage)
    if not waiting or waiting[0] != call.candidacy:
        first = _title(records, waiting[0]) if waiting else "–"
        raise ReserveOutOfOrder(_title(records, call.candidacy), first)
    if call.in_place_of not in replaceable(records, call.stage):
        raise NotReplaceable(_title(records, call.in_place_of) if call.in_place_of else "–")
    check_date(call.called_on or "–")
    last_day = sitting_of(records, call.stage).reserve_until
    if last_day and call.called_on > last_day:
        raise ReserveExpired(last_day)
    with file.unit() as unit:
        unit.put(call)
        return unit.commit("reserve_called", reason=call.reason.strip())


def tied_at_line(rankings: ThreeRankings) -> tuple[str, ...]:
    """The candidacies tied across the selection line in the ranking that holds: the adopted one, or the computed."""
    selection = rankings.computed.rules.selection
    if selection is None:
        return ()
    if rankings.adopted:
        return across_line(rankings.adopted.places, selection)
    blocked = (each for each in rankings.computed.standings if each.selection is SelectionStatus.BLOCKED)
    return tuple(each.candidacy for each in blocked)


def _need_proclaimed(records: Records, stage: str) -> Proclamation:
    found = proclaimed(records, stage)
    if found is None:
        raise NotProclaimed(records.need(Stage, stage).name)
    return found


def _need_entry(records: Records, stage: str, candidacy: str) -> Entry:
    entry = records.get(Entry, stage, candidacy)
    if entry is None:
        raise NotInStage(_title(records, candidacy), records.need(Stage, stage).name)
    return entry


def _title(records: Records, candidacy: str) -> str:
    return records.need(Candidacy, candidacy).title


def _next_number(numbered: Sequence[Vote] | Sequence[Question]) -> int:
    return max((each.number for each in numbered), default=0) + 1
