"""Before the session: the edition and its stages, the jury, the order of passage, the règlement."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from jury_desk.domain.attendance import Attendance, Tenure
from jury_desk.domain.candidacy import Admissibility, Candidacy, Entry
from jury_desk.domain.documents import canonical
from jury_desk.domain.edition import AmendmentDraft, Edition, RulesVersion, Stage, StageKind
from jury_desk.domain.errors import (
    AlreadyThere,
    AmendmentBreaksMark,
    ListClosed,
    MarkOffStep,
    MarkOutOfScale,
    ReasonMissing,
    RulesFrozen,
    RulesMissing,
    RulesNotFrozen,
    SeatHandedOver,
    StageHasNoMarks,
    StillInUse,
    TextMissing,
)
from jury_desk.domain.exact import exact_text
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.list_change import ListChange, ListChangeKind
from jury_desk.domain.pitch_errors import OrderFixed
from jury_desk.domain.pitch_events import TimingEvent, TimingKind
from jury_desk.domain.pitch_order import RunningOrder
from jury_desk.domain.records import Entity, Records
from jury_desk.domain.recusal import Declaration, Recusal
from jury_desk.domain.rules import Rules, document_of, fingerprint, rules_from_document
from jury_desk.domain.scoring import SECRETARIAT, RecordedMark, RecordedSheet, SheetState
from jury_desk.services.changes import ChangeSet
from jury_desk.services.history import ever
from jury_desk.services.ports import Clock, JuryFile, Unit

STANDARD_PATH = (
    ("call", StageKind.CALL),
    ("screening", StageKind.SCREENING),
    ("hackathon", StageKind.HEARING),
    ("incubation", StageKind.FOLLOW_UP),
    ("final", StageKind.HEARING),
    ("impact", StageKind.IMPACT),
)
"""The stages of a new edition, by id and kind (design section 2); their names come from the phrases."""


def begin_edition(file: JuryFile, edition: Edition, stages: Sequence[Stage]) -> ChangeSet:
    """Write the first event of a new file: the edition and the path it will take."""
    with file.unit() as unit:
        unit.put(edition)
        for stage in stages:
            unit.put(stage)
        return unit.commit("edition_begun")


def set_edition(file: JuryFile, edition: Edition) -> ChangeSet:
    """Change what the edition is called, by whom and where.

    Raises:
        TextMissing: without a title.
    """
    _need_text(edition.title, "title")
    with file.unit() as unit:
        unit.put(edition)
        return unit.commit("edition_changed")


def set_stage(file: JuryFile, stage: Stage) -> ChangeSet:
    """Change a stage's name, date or place, or add one.

    Raises:
        TextMissing: without a name.
    """
    _need_text(stage.name, "name")
    with file.unit() as unit:
        unit.put(stage)
        return unit.commit("stage_changed")


def stages(records: Records) -> list[Stage]:
    """The stages in the order of the path."""
    return sorted(records.within(Stage), key=lambda stage: stage.position)


def panel(records: Records, stage: str) -> list[tuple[Member, Juror]]:
    """The seats of a stage in their order, each with its person."""
    members = sorted(records.within(Member, stage), key=lambda member: member.position)
    return [(member, records.need(Juror, member.juror)) for member in members]


def voting_panel(records: Records, stage: str) -> tuple[str, ...]:
    """The ids of the jurors whose marks count, in the order of their seats."""
    return tuple(member.juror for member, _ in panel(records, stage) if member.voice is Voice.VOTING)


def entries(records: Records, stage: str) -> list[Entry]:
    """The candidacies of a stage in the order of passage."""
    return sorted(records.within(Entry, stage), key=lambda entry: entry.position)


def withdrawn(records: Records, stage: str) -> frozenset[str]:
    """The candidacies that have withdrawn from a stage; a withdrawal after a stage's decision changes nothing there."""
    said, listed = records.derived(_said_to_withdraw, ListChange, stage), records.derived(_listed, Entry, stage)
    undecided, anywhere = records.derived(_undecided, Entry, stage), records.derived(_withdrawn_anywhere, Candidacy)
    return listed & said | undecided & anywhere


def _listed(listed: Iterable[Entry]) -> frozenset[str]:
    return frozenset(entry.candidacy for entry in listed)


def _undecided(listed: Iterable[Entry]) -> frozenset[str]:
    return frozenset(entry.candidacy for entry in listed if entry.outcome is None)


def _said_to_withdraw(changes: Iterable[ListChange]) -> frozenset[str]:
    return frozenset(each.candidacy for each in changes if each.kind is ListChangeKind.WITHDRAWN)


def _withdrawn_anywhere(candidacies: Iterable[Candidacy]) -> frozenset[str]:
    return frozenset(each.id for each in candidacies if each.admissibility is Admissibility.WITHDRAWN)


def undecided_entries(records: Records, stage: str) -> list[Entry]:
    """The passages without an outcome, in their order; nothing is left to decide about the withdrawn."""
    gone = withdrawn(records, stage)
    return [entry for entry in entries(records, stage) if entry.outcome is None and entry.candidacy not in gone]


def add_juror(file: JuryFile, juror: Juror, *, seat: Member | None = None) -> ChangeSet:
    """Add a person to the jury and, with ``seat``, to the panel of a stage; an empty id is given the next free one.

    Raises:
        TextMissing: without a name.
        AlreadyThere: a juror of that id exists.
    """
    _need_text(juror.name, "name")
    juror = replace(juror, id=juror.id or next_juror_id(file))
    if file.records.get(Juror, juror.id):
        raise AlreadyThere("juror", juror.id)
    with file.unit() as unit:
        unit.put(juror)
        if seat:
            unit.put(replace(seat, juror=juror.id, position=next_seat(file.records, seat.stage)))
        return unit.commit("juror_added")


def set_juror(file: JuryFile, juror: Juror) -> ChangeSet:
    """Correct a juror's name, function or address.

    Raises:
        TextMissing: without a name.
        Unknown: no juror of that id.
    """
    _need_text(juror.name, "name")
    file.records.need(Juror, juror.id)
    with file.unit() as unit:
        unit.put(juror)
        return unit.commit("juror_changed")


def set_member(file: JuryFile, member: Member) -> ChangeSet:
    """Give a juror a seat on a stage's panel, or change role, voice, presence or declaration.

    Raises:
        Unknown: no such juror or stage.
    """
    file.records.need(Juror, member.juror)
    file.records.need(Stage, member.stage)
    if not file.records.get(Member, *member.key):
        member = replace(member, position=next_seat(file.records, member.stage))
    with file.unit() as unit:
        unit.put(member)
        return unit.commit("member_seated")


def remove_member(file: JuryFile, stage: str, juror: str) -> ChangeSet:
    """Take a juror off a stage's panel, with all that is noted of the seat, and off the file when none other is left.

    Raises:
        Unknown: no such seat.
        StillInUse: marks or comments of that juror exist in the stage.
        SeatHandedOver: somebody sits in that juror's place, and the minutes say in whose.
    """
    records = file.records
    member = records.need(Member, stage, juror)
    name = records.need(Juror, juror).name
    for tenure in records.within(Tenure, stage):
        if tenure.replaces == juror:
            raise SeatHandedOver(name, records.need(Juror, tenure.juror).name)
    if any(mark.juror == juror for mark in records.within(RecordedMark, stage)):
        raise StillInUse("juror", name)
    sheets = [sheet for sheet in records.within(RecordedSheet, stage) if sheet.juror == juror]
    seated_elsewhere = any(each.juror == juror and each.stage != stage for each in records.within(Member))
    with file.unit() as unit:
        _remove_sheets(unit, sheets, ("juror", name))
        unit.remove(member)
        for noted in _noted_of(records, stage, juror):
            unit.remove(noted)
        if not seated_elsewhere:
            unit.remove(records.need(Juror, juror))
        return unit.commit("member_removed")


def _noted_of(records: Records, stage: str, juror: str) -> Iterator[Entity]:
    """All that is noted of one seat."""
    yield from records.within(Declaration, stage, juror)
    yield from records.within(Tenure, stage, juror)
    yield from records.within(Recusal, stage, juror)
    yield from (each for each in records.within(Attendance, stage) if each.juror == juror)


def set_entries(file: JuryFile, stage: str, candidacies: Iterable[str]) -> ChangeSet:
    """Say which candidacies a stage takes in, in the order of passage; outcomes already given are kept.

    Raises:
        Unknown: no such stage or candidacy.
        StillInUse: a candidacy left out has marks or comments in the stage.
        OrderFixed: the order was drawn by lot, or its session has opened; :mod:`jury_desk.services.running_order`
            changes it then, with a reason.
        ListClosed: marks have been given, and another candidacy would come in or go out without a reason.
    """
    records = file.records
    found = records.need(Stage, stage)
    wanted = list(dict.fromkeys(candidacies))
    if order_is_fixed(records, stage) and wanted != [entry.candidacy for entry in entries(records, stage)]:
        raise OrderFixed(found.name)
    with file.unit() as unit:
        put_entries(unit, records, stage, wanted)
        _keep_list_closed(records, stage, wanted)
        return unit.commit("entries_set")


def order_is_fixed(records: Records, stage: str) -> bool:
    """Whether the order of passage changes with a reason only: it was drawn, or its session has opened."""
    opened = any(event.kind is TimingKind.OPENED for event in records.within(TimingEvent, stage))
    return opened or bool(records.within(RunningOrder, stage))


def put_entries(unit: Unit, records: Records, stage: str, wanted: Sequence[str]) -> None:
    """Put the candidacies of a stage into a unit, in their order of passage; outcomes already given are kept.

    Raises:
        Unknown: no such candidacy.
        StillInUse: a candidacy left out has marks in the stage.
    """
    for candidacy in wanted:
        records.need(Candidacy, candidacy)
    for entry in records.within(Entry, stage):
        if entry.candidacy not in wanted:
            _leave_out(unit, records, entry)
    for position, candidacy in enumerate(wanted, 1):
        former = records.get(Entry, stage, candidacy)
        unit.put(replace(former, position=position) if former else Entry(stage, candidacy, position))


def _keep_list_closed(records: Records, stage: str, wanted: Sequence[str]) -> None:
    """Nobody comes in or goes out without a reason once marking has begun."""
    listed = [entry.candidacy for entry in records.within(Entry, stage)]
    if begun(records, stage):
        for candidacy in {*wanted} ^ {*listed}:
            title = records.need(Candidacy, candidacy).title
            raise ListClosed(title, records.need(Stage, stage).name)


def begun(records: Records, stage: str) -> bool:
    """Whether a mark has been given in a stage: from then on its list is closed."""
    return any(recorded.mark.value is not None for recorded in records.within(RecordedMark, stage))


def _leave_out(unit: Unit, records: Records, entry: Entry) -> None:
    title = records.need(Candidacy, entry.candidacy).title
    if records.within(RecordedMark, entry.stage, entry.candidacy):
        raise StillInUse("candidacy", title)
    _remove_sheets(unit, records.within(RecordedSheet, entry.stage, entry.candidacy), ("candidacy", title))
    unit.remove(entry)
    for change in records.within(ListChange, entry.stage, entry.candidacy):
        unit.remove(change)
    for attendance in records.within(Attendance, entry.stage, entry.candidacy):
        unit.remove(attendance)
    for recusal in records.within(Recusal, entry.stage):
        if recusal.candidacy == entry.candidacy:
            unit.remove(recusal)


def put_sheet(unit: Unit, records: Records, sheet: RecordedSheet) -> None:
    """Put what is kept of a sheet into a unit; one that says nothing is not kept."""
    if not sheet.says_nothing:
        unit.put(sheet)
    elif records.get(RecordedSheet, *sheet.key):
        unit.remove(sheet)


def put_emptied(unit: Unit, records: Records, sheet: RecordedSheet) -> None:
    """Put a sheet of which all marks are taken out into a unit: a draft, without what was written on it."""
    put_sheet(unit, records, replace(sheet, state=SheetState.DRAFT, comment="", verified_by=""))


def _remove_sheets(unit: Unit, sheets: Iterable[RecordedSheet], whose: tuple[str, str]) -> None:
    """Take out what is kept of sheets without marks: their numbers, but not what somebody wrote on them."""
    for sheet in sheets:
        if sheet.comment:
            raise StillInUse(*whose)
        unit.remove(sheet)


def current_rules(records: Records, stage: str) -> tuple[RulesVersion, Rules]:
    """The newest version of a stage's règlement, as kept and as read.

    Raises:
        Unknown: no such stage.
        StageHasNoMarks: a stage that takes none.
        RulesMissing: nobody has written them yet.
    """
    found = records.need(Stage, stage)
    if not found.has_marks:
        raise StageHasNoMarks(found.name)
    versions = records.within(RulesVersion, stage)
    if not versions:
        raise RulesMissing(found.name)
    newest = max(versions, key=lambda each: each.version)
    return newest, rules_of(newest)


def set_rules(file: JuryFile, stage: str, rules: Rules) -> ChangeSet:
    """Write a stage's règlement as a draft.

    Raises:
        Unknown: no such stage.
        StageHasNoMarks: a stage that takes none.
        RulesFrozen: the newest version is frozen; only an amendment may follow it.
    """
    found = file.records.need(Stage, stage)
    if not found.has_marks:
        raise StageHasNoMarks(found.name)
    newest = max((each.version for each in file.records.within(RulesVersion, stage)), default=1)
    former = file.records.get(RulesVersion, stage, str(newest))
    if former and former.frozen:
        raise RulesFrozen(found.name)
    with file.unit() as unit:
        unit.put(RulesVersion(stage, newest, _text_of(rules)))
        return unit.commit("rules_drafted")


def freeze_rules(file: JuryFile, stage: str, clock: Clock) -> ChangeSet:
    """Freeze a stage's règlement with its fingerprint; freezing twice changes nothing.

    Raises:
        Unknown, StageHasNoMarks, RulesMissing: as :func:`current_rules`.
    """
    version, rules = current_rules(file.records, stage)
    if version.frozen:
        return ChangeSet(None)
    with file.unit() as unit:
        unit.put(frozen(version, rules, clock))
        return unit.commit("rules_frozen")


def amend_rules(
    file: JuryFile, stage: str, rules: Rules, clock: Clock, *, author: str, reason: str, keep_marks: bool
) -> ChangeSet:
    """Follow frozen rules with a new version, frozen at once; both are kept, and the reason is printed with them.

    With ``keep_marks`` the marks given so far stay, but for those of criteria that are no more, or that the other side
    (jurors or secretariat) now gives; else all are cleared.

    Raises:
        ReasonMissing: an amendment says why.
        RulesNotFrozen: a draft is simply written anew.
        AmendmentBreaksMark: a mark to be kept is none of the new scale.
        As :func:`current_rules`.
    """
    version, current = current_rules(file.records, stage)
    if not version.frozen:
        raise RulesNotFrozen(file.records.need(Stage, stage).name)
    if not reason.strip():
        raise ReasonMissing("rules_amended")
    draft = RulesVersion(stage, version.version + 1, _text_of(rules), author=author, reason=reason.strip())
    with file.unit() as unit:
        unit.put(frozen(draft, rules, clock))
        for written in file.records.within(AmendmentDraft, stage):
            unit.remove(written)
        for recorded in file.records.within(RecordedMark, stage):
            if not keep_marks or not outlives(recorded, rules):
                unit.remove(recorded)
            elif refusal := broken_mark(file.records, recorded, rules):
                raise refusal
        still_final = keep_marks and not asks_more(current, rules)
        for sheet in () if still_final else file.records.within(RecordedSheet, stage):
            # There is nothing left on it that could be final, or something new to be marked.
            put_sheet(unit, file.records, replace(sheet, state=SheetState.DRAFT, verified_by=""))
        return unit.commit("rules_amended", reason=reason.strip())


def asks_more(former: Rules, newer: Rules) -> bool:
    """Whether jurors have a criterion to mark that they had not."""
    asked = {each.id for each in former.criteria if each.by_jurors}
    return any(each.id not in asked for each in newer.criteria if each.by_jurors)


def outlives(recorded: RecordedMark, rules: Rules) -> bool:
    """Whether a mark still has its cell under other rules: the criterion is there, and asked of the same side."""
    criterion = rules.criterion(recorded.criterion)
    return criterion is not None and criterion.by_jurors is (recorded.juror != SECRETARIAT)


def broken_mark(records: Records, recorded: RecordedMark, rules: Rules) -> AmendmentBreaksMark | None:
    """What keeps a mark that has its cell from being kept under other rules; nothing when it is one of the scale."""
    criterion = rules.criterion(recorded.criterion)
    if criterion is None or recorded.mark.value is None:
        return None
    try:
        criterion.check(recorded.mark.value)
    except (MarkOutOfScale, MarkOffStep):
        title = records.need(Candidacy, recorded.candidacy).title
        return AmendmentBreaksMark(exact_text(recorded.mark.value), title, criterion.name)
    return None


def _text_of(rules: Rules) -> str:
    return canonical(document_of(rules)).decode()


def frozen(version: RulesVersion, rules: Rules, clock: Clock) -> RulesVersion:
    """``version`` as it stands once frozen; one that is already stays as it is."""
    if version.frozen:
        return version
    return replace(version, frozen_at=clock.now().isoformat(timespec="seconds"), fingerprint=fingerprint(rules))


@lru_cache(maxsize=64)
def rules_of(version: RulesVersion) -> Rules:
    """The règlement that a version keeps as text; kept read, for it is asked for at every keystroke in a grid."""
    return rules_from_document(json.loads(version.document))


def _need_text(text: str, what: str) -> None:
    if not text.strip():
        raise TextMissing(what)


def next_juror_id(file: JuryFile) -> str:
    """J1, J2 …: the first that nobody has ever had: what was handed out under an id may still come back."""
    taken = {juror.id for juror in ever(file, Juror)}
    return next(name for number in range(1, len(taken) + 2) if (name := f"J{number}") not in taken)


def next_seat(records: Records, stage: str) -> int:
    """The position after the last of a panel."""
    return max((member.position for member in records.within(Member, stage)), default=0) + 1
