"""The final jury of the example: six projects heard again, a decision for each, no mark and no ranking.

It shows what a hackathon jury does not: votes on a motion, indicators of impact, a dissenting opinion, a proclamation.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from jury_desk.domain.candidacy import Candidacy, Outcome
from jury_desk.domain.decision import Question, Sitting
from jury_desk.domain.deliberation import AGAINST, FOR, Choice, Vote, VoteMode, VoteSubject
from jury_desk.domain.documents import from_document
from jury_desk.domain.jury import Member, Role, Voice
from jury_desk.domain.rules import Rules
from jury_desk.services.changes import ChangeSet
from jury_desk.services.decisions import (
    answer_question,
    bench_now,
    decide,
    proclaim,
    put_question,
    record_vote,
    set_sitting,
)
from jury_desk.services.example_session import Scene, Story, declare_recusals, heard_at, play, session_scenes
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import freeze_rules, set_entries, set_rules

STAGE = "final"


def hold_final(file: JuryFile, rules: Rules, told: Mapping[str, Any], clock: Story, going_on: Sequence[str]) -> None:
    """Play the final jury from its preparation to the proclamation.

    Args:
        file: where it is kept.
        rules: the règlement.
        told: ``final.toml``.
        clock: the clock of the story.
        going_on: the candidacies heard.
    """
    ids = {file.records.need(Candidacy, each).title: each for each in going_on}
    dates = told["dates"]
    clock.jump(dates["prepared"])
    _seat(file, told["panel"])
    set_entries(file, STAGE, going_on)
    set_rules(file, STAGE, rules)
    declare_recusals(file, STAGE, told["recusals"], clock, ids)
    clock.jump(dates["asked"])
    for each in told["questions"]:
        put_question(file, STAGE, ids[each["candidacy"]], each["text"])
    clock.jump(dates["frozen"])
    freeze_rules(file, STAGE, clock)
    scenes = [
        *session_scenes(file, STAGE, told["session"], clock, ids),
        *_answers(file, told, ids),
        *_votes(file, told, clock, ids),
        *_decisions(file, told, clock, ids),
    ]
    play(clock, scenes)
    clock.jump(dates["minuted"])
    set_sitting(file, from_document(Sitting, {"stage": STAGE, **told["sitting"]}))
    clock.jump(dates["proclaimed"])
    bench = bench_now(file.records, STAGE, clock.now())
    proclaim(file, STAGE, bench, author="Mme Hélène VASSEUR")


def _seat(file: JuryFile, seats: Sequence[Mapping[str, str]]) -> None:
    with file.unit() as unit:
        for position, seat in enumerate(seats, 1):
            role, voice = Role(seat.get("role", "member")), Voice(seat.get("voice", "voting"))
            unit.put(Member(STAGE, seat["juror"], position, role, voice, declared=voice is Voice.VOTING))
        unit.commit("member_seated")


def _answers(file: JuryFile, told: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[Scene]:
    """What was answered, noted as the questions end."""
    heard = heard_at(told["session"], ids)
    for each in told["questions"]:
        candidacy = ids[each["candidacy"]]
        question = Question(STAGE, candidacy, 1, each["text"])
        yield heard[candidacy], partial(answer_question, file, question, each["answer"])


def _votes(file: JuryFile, told: Mapping[str, Any], clock: Story, ids: Mapping[str, str]) -> Iterator[Scene]:
    for each in told["votes"]:
        yield each["at"], partial(_vote, file, each, clock, ids[each["candidacy"]])


def _vote(file: JuryFile, told: Mapping[str, Any], clock: Story, candidacy: str) -> ChangeSet:
    vote = Vote(
        STAGE,
        0,
        VoteSubject.DECISION,
        told["question"],
        VoteMode(told["mode"]),
        (Choice(FOR, told.get("for", 0)), Choice(AGAINST, told.get("against", 0))),
        bench_now(file.records, STAGE, clock.now(), [candidacy]),
        (candidacy,),
        abstentions=told.get("abstentions", 0),
    )
    return record_vote(file, vote)


def _decisions(file: JuryFile, told: Mapping[str, Any], clock: Story, ids: Mapping[str, str]) -> Iterator[Scene]:
    """Every project is decided when all have been heard, by the jury that has deliberated on all of them."""
    for outcome in told["outcomes"]:
        title = outcome["candidacy"]
        decided = from_document(Outcome, {key: value for key, value in outcome.items() if key != "candidacy"})
        yield told["dates"]["decided"], partial(_decide, file, clock, {ids[title]: decided})


def _decide(file: JuryFile, clock: Story, outcomes: Mapping[str, Outcome]) -> ChangeSet:
    return decide(file, STAGE, outcomes, clock.now())
