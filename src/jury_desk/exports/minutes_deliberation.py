"""What the minutes say of the deliberation: who was in the room, the votes, the adopted ranking, what becomes of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jury_desk.domain.candidacy import OutcomeCategory
from jury_desk.domain.decision import Nature, Sitting
from jury_desk.domain.deliberation import AGAINST, FOR, Bench, Vote, VoteMode
from jury_desk.domain.minutes import Deliberated
from jury_desk.exports.blocks import Column, Heading, Story, Style, facts, table, text

if TYPE_CHECKING:
    from jury_desk.exports.minutes_subject import Subject


def hours(subject: "Subject") -> str:
    """When the meeting was opened, the deliberation begun, the meeting closed; empty when none is recorded."""
    sitting, say = _sitting(subject), subject.say
    known = {
        "opened": sitting.opened_at,
        "deliberation": sitting.deliberation_at,
        "closed": sitting.closed_at,
    }
    return " · ".join(say(f"minutes.hours.{name}", hour=say.hour(at)) for name, at in known.items() if at)


def others(subject: "Subject") -> Story:
    """Who else was in the room, and when they left it."""
    say, attendees = subject.say, _sitting(subject).attendees
    yield Heading(3, say("minutes.others.heading"))
    if not attendees:
        yield text(say("minutes.others.nobody"))
        return
    columns = [
        Column(say("minutes.others.name"), 40, strong=True),
        Column(say("minutes.others.capacity"), 50),
        Column(say("minutes.others.left"), 30),
    ]
    yield table(
        columns,
        [
            [each.name, subject.or_nothing(each.capacity), subject.or_nothing(say.hour(each.left_at))]
            for each in attendees
        ],
    )


def closed_session(subject: "Subject") -> Story:
    """That the whole jury deliberated in closed session, after all the hearings."""
    say, sitting = subject.say, _sitting(subject)
    yield Heading(2, say("minutes.closed_session.heading"))
    if not sitting.closed_session:
        yield text(say("minutes.closed_session.blank"))
    elif sitting.deliberation_at:
        yield text(say("minutes.closed_session.stated_at", hour=say.hour(sitting.deliberation_at)))
    else:
        yield text(say("minutes.closed_session.stated"))


def votes(subject: "Subject") -> Story:
    """Every vote with its question, its mode, its figures and who sat."""
    say, found = subject.say, _deliberated(subject).votes
    yield Heading(2, say("minutes.votes.heading"))
    if not found:
        yield text(say("minutes.votes.none"))
    for vote in found:
        yield Heading(3, say("minutes.votes.number", number=vote.number, question=vote.question))
        yield facts(list(_vote_facts(subject, vote)))


def _vote_facts(subject: "Subject", vote: Vote) -> Iterator[tuple[str, str]]:
    say = subject.say
    yield say("minutes.votes.mode"), say(f"vote_mode.{vote.mode}")
    if vote.mode is VoteMode.CONSENSUS:
        yield say("minutes.votes.agreed"), _option(subject, vote.choices[0].option)
    else:
        counted = [f"{_option(subject, each.option)} {each.votes}" for each in vote.choices]
        abstained = say("minutes.votes.abstentions", count=vote.abstentions)
        yield say("minutes.votes.result"), " · ".join((*counted, abstained))
        if vote.proxies:
            yield say("minutes.votes.proxies"), str(vote.proxies)
        casting = _option(subject, vote.casting) if vote.casting else say("minutes.votes.not_used")
        yield say("minutes.votes.casting"), casting
    yield say("minutes.votes.sat"), bench_words(subject, vote.bench)
    if vote.note:
        yield say("minutes.votes.note"), vote.note


def _option(subject: "Subject", option: str) -> str:
    return subject.say(f"minutes.votes.{option}") if option in (FOR, AGAINST) else subject.title(option)


def bench_words(subject: "Subject", bench: Bench) -> str:
    """Who sat at an act: how many, the quorum, who presided, who had left."""
    say = subject.say
    told = [say("minutes.bench.present", count=len(bench.present), hour=say.hour(bench.at))]
    if bench.quorum:
        told.append(say("minutes.bench.quorum", quorum=bench.quorum))
    if bench.presiding:
        told.append(say("minutes.bench.presiding", name=subject.juror(bench.presiding)))
    if bench.withdrawn:
        told.append(say("minutes.bench.withdrawn", names=say.list([subject.juror(each) for each in bench.withdrawn])))
    return " ; ".join(told)


def adopted(subject: "Subject") -> Story:
    """The ranking the jury adopted, and where it differs from the computed one."""
    say, deliberated = subject.say, _deliberated(subject)
    yield Heading(2, say("minutes.adopted.heading"))
    ranking = deliberated.adopted
    if ranking is None:
        yield text(
            say("minutes.adopted.without_marks" if subject.report.decided_without_marks else "minutes.adopted.none")
        )
        return
    yield text(say("minutes.adopted.differs" if deliberated.moved else "minutes.adopted.same"), Style.SPACED)
    if deliberated.moved:
        columns = [
            Column(say("minutes.adopted.candidacy"), 60, strong=True),
            Column(say("minutes.adopted.computed"), 30, number=True),
            Column(say("minutes.adopted.place"), 30, number=True),
        ]
        yield table(
            columns,
            [
                [subject.title(each.candidacy), _ordinal(subject, each.computed), _ordinal(subject, each.adopted)]
                for each in deliberated.moved
            ],
        )
    told = [(say("minutes.adopted.reason"), ranking.reason)] if ranking.reason else []
    told += [(say("minutes.adopted.how"), say("minutes.adopted.by_vote", number=ranking.vote))] if ranking.vote else []
    yield facts([*told, (say("minutes.votes.sat"), bench_words(subject, ranking.bench))])


def _ordinal(subject: "Subject", place: int | None) -> str:
    return subject.say("common.nothing") if place is None else subject.say.ordinal(place)


def reserve(subject: "Subject") -> Story:
    """The reserve list in its order, until when it holds, and who was called from it."""
    report, say = subject.report, subject.say
    waiting = [
        each.candidacy
        for each in report.standings.standings
        if (entry := report.entries.get(each.candidacy))
        and entry.outcome
        and entry.outcome.category is OutcomeCategory.RESERVE
    ]
    ranking = report.deliberated.adopted
    if ranking:
        order = {each.candidacy: each.place for each in ranking.places}
        waiting.sort(key=lambda each: order.get(each, len(order) + 1))
    yield Heading(2, say("minutes.reserve.heading"))
    if not waiting:
        yield text(say("common.none"))
        return
    pairs = [(say("minutes.reserve.rank", rank=rank), subject.title(each)) for rank, each in enumerate(waiting, 1)]
    until = _sitting(subject).reserve_until
    yield facts([*pairs, (say("minutes.reserve.until"), subject.or_nothing(say.long_date(until)))])
    for call in report.deliberated.reserve_calls:
        yield text(
            say(
                "minutes.reserve.called",
                candidacy=subject.title(call.candidacy),
                date=say.long_date(call.called_on),
                replaced=subject.title(call.in_place_of) if call.in_place_of else say("common.nothing"),
                reason=call.reason,
            )
        )


def questions(subject: "Subject") -> Story:
    """Questions put to the candidates, with their answers."""
    say, found = subject.say, _deliberated(subject).questions
    if not found:
        return
    yield Heading(2, say("minutes.questions.heading"))
    columns = [
        Column(say("minutes.questions.candidacy"), 30, strong=True),
        Column(say("minutes.questions.question"), 45),
        Column(say("minutes.questions.answer"), 45),
    ]
    yield table(
        columns, [[subject.title(each.candidacy), each.text, subject.or_nothing(each.answer)] for each in found]
    )


def dissents(subject: "Subject") -> Story:
    """Opinions that members asked to have minuted."""
    say, found = subject.say, _sitting(subject).dissents
    if not found:
        return
    yield Heading(2, say("minutes.dissents.heading"))
    yield facts([(each.juror or say("minutes.dissents.member"), each.text) for each in found])


def follow_up(subject: "Subject") -> Story:
    """Whether this is an opinion or a decision, who decides, how and when it is told."""
    say, sitting, deliberated = subject.say, _sitting(subject), _deliberated(subject)
    yield Heading(2, say("minutes.follow_up.heading"))
    opinion = sitting.nature is Nature.OPINION
    authority = subject.or_nothing(sitting.authority)
    yield text(say("minutes.follow_up.opinion", authority=authority) if opinion else say("minutes.follow_up.decision"))
    pairs = [(say("minutes.follow_up.notified"), say.long_date(sitting.notified_on))] if sitting.notified_on else []
    if sitting.follow_up:
        pairs.append((say("minutes.follow_up.next"), sitting.follow_up))
    for each in deliberated.proclamations:
        if each.at:
            name = "proclaimed" if each.number == 1 else "rectified"
            told = say(
                f"minutes.follow_up.{name}_value", instant=say.instant(each.at), author=each.author, reason=each.reason
            )
            pairs.append((say(f"minutes.follow_up.{name}"), told))
    if pairs:
        yield facts(pairs)
    if deliberated.authority:
        yield Heading(3, say("minutes.follow_up.authority"))
        columns = [
            Column(say("minutes.adopted.candidacy"), 36, strong=True),
            Column(say("minutes.follow_up.decided"), 30),
            Column(say("minutes.follow_up.reason"), 54),
        ]
        yield table(
            columns,
            [
                [
                    subject.title(each.candidacy),
                    each.outcome.label or say(f"outcome.{each.outcome.category}"),
                    " · ".join(filter(None, (each.authority, say.long_date(each.decided_on), each.reason))),
                ]
                for each in deliberated.authority
            ],
        )


def secrecy(subject: "Subject") -> Story:
    """That the deliberation is secret, and what is kept of the persons."""
    yield Heading(2, subject.say("minutes.secrecy.heading"))
    notice = (
        subject.say("minutes.secrecy.notice_attached", annex=subject.annex_number("files"))
        if subject.files
        else subject.say("minutes.secrecy.notice")
    )
    yield text(notice, Style.SMALL)


def _deliberated(subject: "Subject") -> Deliberated:
    return subject.report.deliberated


def _sitting(subject: "Subject") -> Sitting:
    return subject.report.deliberated.sitting or Sitting(subject.report.stage.id)
