"""Who sat, who was recused from what and who was absent, in the minutes."""

from collections.abc import Iterator

from jury_desk.domain.jury import TAKES_PART, Role
from jury_desk.domain.minutes import AbsenceLine, RecusalLine, Seat, StageReport
from jury_desk.domain.recusal import Recusal
from jury_desk.exports import minutes_deliberation as deliberation
from jury_desk.exports.blocks import (
    Column,
    Gap,
    Heading,
    Story,
    Style,
    table,
    text,
)
from jury_desk.exports.minutes_subject import Subject


def panel(subject: Subject) -> Story:
    """The members, who else was there, the quorum."""
    say = subject.say
    yield Heading(2, say("minutes.panel.heading"))
    columns = [
        Column(say("minutes.panel.name"), 30, strong=True),
        Column(say("minutes.panel.function"), 34),
        Column(say("minutes.panel.role"), 22),
        Column(say("minutes.panel.voice"), 15),
        Column(say("minutes.panel.presence"), 19),
    ]
    yield table(columns, [_seat_row(subject, seat) for seat in subject.report.panel])
    yield from deliberation.others(subject)
    yield Heading(3, say("minutes.panel.quorum"))
    yield text(" ".join(_attendance(subject)))


def _seat_row(subject: Subject, seat: Seat) -> list[str]:
    say, member = subject.say, seat.member
    return [
        seat.juror.name,
        subject.or_nothing(seat.juror.function),
        say(f"role.{member.role}"),
        say(f"voice.{member.voice}"),
        "\n".join(_seat_presence(subject, seat)),
    ]


def _seat_presence(subject: Subject, seat: Seat) -> Iterator[str]:
    """How the member took part, when they arrived and left, whose seat it was and who has it now."""
    report, say = subject.report, subject.say
    taken = next((each.juror for each in report.tenures if each.replaces == seat.juror.id), "")
    yield (
        say(f"presence.{seat.member.presence}")
        if not taken
        else say("minutes.panel.replaced_by", name=_name(report, taken))
    )
    tenure = next((each for each in subject.report.tenures if each.juror == seat.juror.id), None)
    if tenure is None:
        return
    for name, instant in (("arrived", tenure.arrived), ("left", tenure.left)):
        if instant:
            yield say(f"minutes.panel.{name}", hour=say.hour(instant))
    if tenure.replaces:
        yield say("minutes.panel.replaces", name=_name(report, tenure.replaces))


def _name(report: StageReport, juror: str) -> str:
    return next((seat.juror.name for seat in report.panel if seat.juror.id == juror), juror)


def _attendance(subject: Subject) -> Iterator[str]:
    report, say = subject.report, subject.say
    present = [seat for seat in report.seated if seat.member.presence in TAKES_PART]
    yield say("minutes.panel.voting", count=len(report.seated), present=len(present))
    yield from _quorum(subject, len(present))
    presiding, role = _presiding(report)
    if presiding:
        yield say(f"minutes.panel.presides_{role}", names=say.list(presiding))
        if report.rules.panel.get("casting_vote"):
            yield say("minutes.panel.casting_vote")
    declared = sum(seat.member.declared for seat in report.seated)
    yield say("minutes.panel.declarations", declared=declared, total=len(report.seated))


def _quorum(subject: Subject, present: int) -> Iterator[str]:
    """Whether there are enough: at the opening and at the deliberation where their hours are recorded, else at all."""
    report, say = subject.report, subject.say
    sitting = report.deliberated.sitting
    moments = {"opening": sitting.opened_at, "deliberation": sitting.deliberation_at} if sitting else {}
    known = {name: instant for name, instant in moments.items() if instant}
    counts = {name: report.voting_present_at(instant) for name, instant in known.items()}
    for name, count in counts.items():
        yield say(f"minutes.panel.present_{name}", hour=say.hour(known[name]), count=count)
    quorum = report.rules.panel.get("quorum")
    if isinstance(quorum, int):
        met = all(count >= quorum for count in counts.values() or (present,))
        moment = "_both" if len(counts) > 1 else ""
        yield say(f"minutes.panel.quorum_{'met' if met else 'missed'}{moment}", quorum=quorum)


def _presiding(report: StageReport) -> tuple[list[str], Role | None]:
    """Who presides, and as what: the chairs who take part, or else the vice-chairs."""
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        names = [
            seat.juror.name for seat in report.panel if seat.member.role is role and seat.member.presence in TAKES_PART
        ]
        if names:
            return names, role
    return [], None


def recusals(subject: Subject) -> Story:
    """Recusals and absences, or that there were none."""
    report, say = subject.report, subject.say
    yield Heading(2, say("minutes.recusals.heading"))
    if not report.recusals and not report.absences:
        yield text(say("common.none"))
        return
    if report.recusals:
        yield table(_recusal_columns(subject), [_recusal_row(subject, each) for each in report.recusals])
    else:
        yield text(say("minutes.recusals.no_recusal"))
    if report.absences:
        yield Heading(3, say("minutes.recusals.absences"))
        yield table(_absence_columns(subject), [_absence_row(subject, each) for each in report.absences])
    yield Gap(6)
    yield text(say("minutes.recusals.effect"), Style.SMALL)


def _recusal_columns(subject: Subject) -> list[Column]:
    say = subject.say
    return [
        Column(say("minutes.recusals.juror"), 24, strong=True),
        Column(say("minutes.recusals.candidacy"), 22),
        Column(say("minutes.recusals.level"), 26),
        Column(say("minutes.recusals.reason"), 26),
        Column(say("minutes.recusals.ruling"), 22),
    ]


def _recusal_row(subject: Subject, line: RecusalLine) -> list[str]:
    say, recusal = subject.say, line.recusal
    return [
        line.juror.name,
        line.candidacy.title if line.candidacy else say("minutes.recusals.whole_stage"),
        "\n".join((say(f"minutes.recusals.level_{recusal.level}"), *_room_hours(subject, recusal))),
        "\n".join((subject.or_nothing(recusal.reason), say(f"minutes.recusals.origin_{recusal.origin}"))),
        "\n".join(filter(None, (say(f"minutes.recusals.ruling_{recusal.ruling}"), recusal.ruling_reason))),
    ]


def _room_hours(subject: Subject, recusal: Recusal) -> Iterator[str]:
    """When the juror left the room and came back, as far as it is known."""
    for name, instant in (("left", recusal.left_at), ("returned", recusal.returned_at)):
        if instant:
            yield subject.say(f"minutes.recusals.{name}", hour=subject.say.hour(instant))


def _absence_columns(subject: Subject) -> list[Column]:
    say = subject.say
    return [
        Column(say("minutes.recusals.juror"), 30, strong=True),
        Column(say("minutes.recusals.candidacy"), 30),
        Column(say("minutes.recusals.state"), 60),
    ]


def _absence_row(subject: Subject, line: AbsenceLine) -> list[str]:
    say, attendance = subject.say, line.attendance
    told = [say("minutes.recusals.absent") + (f" – {attendance.reason}" if attendance.reason else "")]
    if attendance.override:
        told.append(say("minutes.recusals.admitted", reason=attendance.override))
    return [line.juror.name, line.candidacy.title, "\n".join(told)]
