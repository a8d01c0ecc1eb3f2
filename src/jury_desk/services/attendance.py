"""Who was there for which passage, and whom the chair admits to mark all the same; each as one act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import NotInStage, NotOnPanel, ReasonMissing
from jury_desk.domain.jury import TAKES_PART, Juror, Member, Presence, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.scoring import MarkState, RecordedMark, RecordedSheet
from jury_desk.services.bars import STAGE_SCOPE, absence_bar, marks_by_juror, panel_rule
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile, Unit
from jury_desk.services.preparation import entries, panel, put_emptied


def record_attendance(file: JuryFile, attendances: Iterable[Attendance]) -> ChangeSet:
    """Note who was there; the marks of one who was not are taken out, and stay in the journal.

    Raises:
        NotInStage, NotOnPanel: nothing of that name is heard, or nobody of that name sits.
    """
    with file.unit() as unit:
        for attendance in attendances:
            check_attendance(file.records, attendance)
            put_attendance(unit, file.records, attendance)
        return unit.commit("attendance_recorded")


def admit_to_mark(file: JuryFile, stage: str, candidacy: str, juror: str, reason: str) -> ChangeSet:
    """Let a juror mark a passage for which they were not there: the chair's own decision, printed in the minutes.

    Raises:
        ReasonMissing: without a reason.
        NotInStage, NotOnPanel: as :func:`record_attendance`.
    """
    if not reason.strip():
        raise ReasonMissing("presence_overridden")
    found = next(
        (each for each in absences_of(file.records, stage) if (each.candidacy, each.juror) == (candidacy, juror)),
        Attendance(stage, candidacy, juror, Presence.ABSENT),
    )
    check_attendance(file.records, found)
    with file.unit() as unit:
        put_attendance(unit, file.records, replace(found, override=reason.strip()))
        return unit.commit("presence_overridden", reason=reason.strip())


def put_attendance(unit: Unit, records: Records, attendance: Attendance) -> None:
    """Put who was there into a unit, and take out the marks of one who was not."""
    unit.put(attendance)
    everything = attendance.bars and panel_rule(records, attendance.stage, "absence_scope") == STAGE_SCOPE
    prefix = (attendance.stage,) if everything else (attendance.stage, attendance.candidacy)
    for mark in records.within(RecordedMark, *prefix):
        if mark.juror == attendance.juror and (attendance.bars or mark.mark.state is MarkState.ABSENT):
            unit.remove(mark)
    for sheet in records.within(RecordedSheet, *prefix):
        if sheet.juror == attendance.juror and attendance.bars:
            put_emptied(unit, records, sheet)


def check_attendance(records: Records, attendance: Attendance) -> None:
    """Refuse what is about nobody of the panel or nothing in the list.

    Raises:
        NotInStage, NotOnPanel.
    """
    stage = records.need(Stage, attendance.stage).name
    if records.get(Entry, attendance.stage, attendance.candidacy) is None:
        candidacy = records.get(Candidacy, attendance.candidacy)
        raise NotInStage(candidacy.title if candidacy else attendance.candidacy, stage)
    if records.get(Member, attendance.stage, attendance.juror) is None:
        juror = records.get(Juror, attendance.juror)
        raise NotOnPanel(juror.name if juror else attendance.juror, stage)


def absences_of(records: Records, stage: str) -> list[Attendance]:
    """Every absence from a passage, admitted to mark or not, in the order of passage then of the panel.

    It may be noted, follow from the seat or from the rules, or be told by cells that a marks file calls absent.
    """
    jurors = [member.juror for member, _ in panel(records, stage) if member.voice is not Voice.NONE]
    found = (_absence(records, stage, entry.candidacy, juror) for entry in entries(records, stage) for juror in jurors)
    return [each for each in found if each is not None]


def tenure_of(records: Records, stage: str, juror: str) -> Tenure:
    """From when to when a member sat; a member of whom nothing is noted sat throughout."""
    return records.get(Tenure, stage, juror) or Tenure(stage, juror)


def replacements(records: Records, stage: str) -> dict[str, str]:
    """Who took whose seat: the one who left it, then the one who took it."""
    return {each.replaces: each.juror for each in records.within(Tenure, stage) if each.replaces}


def seated(records: Records, stage: str) -> Sequence[tuple[Member, Juror]]:
    """The seats of a panel, each once: of a seat that changed hands, only who has it now."""
    gone = replacements(records, stage)
    return [(member, juror) for member, juror in panel(records, stage) if juror.id not in gone]


def _absence(records: Records, stage: str, candidacy: str, juror: str) -> Attendance | None:
    here = records.get(Attendance, stage, candidacy, juror)
    if here is not None and here.presence not in TAKES_PART:
        return here
    bar = absence_bar(records, stage, candidacy, juror)
    if bar is not None:
        return replace(bar, candidacy=candidacy)
    reason = next(_absent_cells(records, stage, candidacy, juror), None)
    return None if reason is None else Attendance(stage, candidacy, juror, Presence.ABSENT, reason)


def _absent_cells(records: Records, stage: str, candidacy: str, juror: str) -> Iterator[str]:
    sheet = marks_by_juror(records, stage, candidacy).get(juror, {})
    return (mark.comment for mark in sheet.values() if mark.state is MarkState.ABSENT)
