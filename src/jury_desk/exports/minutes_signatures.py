"""Where the minutes are signed, and the sheet that those present sign."""

from jury_desk.domain.checklist import checklist
from jury_desk.domain.jury import Role
from jury_desk.exports.blocks import (
    Block,
    Column,
    Gap,
    Heading,
    PageBreak,
    Signature,
    Signatures,
    Story,
    Style,
    Table,
    Together,
    table,
    text,
)
from jury_desk.exports.minutes_subject import Subject
from jury_desk.services.checklist_words import gap_words

_ROOM_TO_SIGN = 37
"""Points: thirteen millimetres."""


def signatures(subject: Subject) -> Story:
    """The statement above the signatures, and the blocks to sign."""
    report, say = subject.report, subject.say
    block: list[Block] = [Heading(2, say("minutes.signatures.heading"))]
    if missing := [gap_words(gap, say.language) for item in checklist(report) if item.blocks for gap in item.gaps]:
        words = say("minutes.signatures.statement_provisional", missing=say.list(list(dict.fromkeys(missing))))
        block.append(text(words, Style.SPACED))
    block += [
        text(say("minutes.signatures.statement"), Style.SPACED),
        Gap(14),
        Signatures(tuple(signature(subject, role) for role in (Role.CHAIR, Role.SECRETARY))),
    ]
    yield Together(tuple(block))


def signature(subject: Subject, role: Role) -> Signature:
    """A block to sign for the first who has that role, with what is known of the person."""
    say = subject.say
    person = next((seat.juror for seat in subject.report.panel if seat.member.role is role), None)
    labels = [say(f"minutes.signatures.{name}") for name in ("name", "capacity", "done_at", "done_on", "signature")]
    filled = (person.name, person.function) if person else ("", "")
    return Signature(say(f"role.{role}"), list(zip(labels, (*filled, "", "", ""), strict=True)))


def attendance_sheet(subject: Subject) -> Story:
    """The annex that those present sign."""
    report, say = subject.report, subject.say
    yield PageBreak()
    yield Heading(2, subject.annex("attendance", say("minutes.attendance.heading")))
    when = filter(
        None, (report.stage.name, say.long_date(report.stage.date), report.stage.place or report.edition.place)
    )
    yield text(" · ".join(when), Style.LEAD)
    yield attendance_table(subject)


def attendance_table(subject: Subject) -> Table:
    """Everybody on the panel, with room to sign."""
    say = subject.say
    columns = [
        Column(say("minutes.attendance.name"), 38, strong=True),
        Column(say("minutes.attendance.capacity"), 42),
        Column(say("minutes.attendance.signature"), 40),
    ]
    rows = [
        [seat.juror.name, "\n".join(filter(None, (seat.juror.function, say(f"role.{seat.member.role}")))), ""]
        for seat in subject.report.panel
    ]
    return table(columns, rows, least_height=_ROOM_TO_SIGN)
