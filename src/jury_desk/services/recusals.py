"""Recusals: declaring a link, ruling on it, and what follows for the marks, each as one act.

Upholding a recusal takes the marks it covers out of the file; the journal keeps them, and undoing brings them back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import AlreadyThere, NotInStage, NotOnPanel, ReasonMissing, TextMissing, Unknown
from jury_desk.domain.jury import Juror, Member
from jury_desk.domain.records import Records
from jury_desk.domain.recusal import Declaration, Recusal, RecusalLevel, RecusalOrigin, Ruling
from jury_desk.domain.scoring import MarkState, RecordedMark, RecordedSheet
from jury_desk.services.bars import STAGE_SCOPE, panel_rule, recusal_bar
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import Clock, JuryFile, Unit
from jury_desk.services.preparation import entries, panel, put_emptied

E = TypeVar("E", RecordedMark, RecordedSheet)


def declare_recusal(file: JuryFile, recusal: Recusal, clock: Clock) -> ChangeSet:
    """Note a link that a juror declares, or a challenge by a project holder; its ruling may come with it.

    Raises:
        TextMissing: without a reason.
        NotOnPanel, NotInStage: nobody of that name sits, or nothing of that name is heard.
        AlreadyThere: the same person has asked already.
    """
    if not recusal.reason.strip():
        raise TextMissing("reason")
    _check(file.records, recusal)
    if any(each.key == recusal.key for each in recusals_of(file.records, recusal.stage)):
        raise AlreadyThere("recusal", _who(file.records, recusal))
    now = _instant(clock)
    ruled = "" if recusal.ruling is Ruling.PENDING else now
    made = replace(recusal, reason=recusal.reason.strip(), declared_at=now, ruled_at=ruled)
    return _write(file, made, "recusal_declared")


def rule_on_recusal(file: JuryFile, recusal: Recusal, ruling: Ruling, reason: str, clock: Clock) -> ChangeSet:
    """Record the chair's ruling; one that is upheld takes the juror's marks out of what it covers.

    Raises:
        ReasonMissing: a recusal is dismissed with a reason.
        Unknown: the file holds no such recusal.
    """
    known = _known(file.records, recusal)
    if ruling is Ruling.DISMISSED and not reason.strip():
        raise ReasonMissing("recusal_ruled")
    ruled = "" if ruling is Ruling.PENDING else _instant(clock)
    made = replace(known, ruling=ruling, ruling_reason=reason.strip(), ruled_at=ruled)
    return _write(file, made, "recusal_ruled")


def change_recusal(file: JuryFile, recusal: Recusal) -> ChangeSet:
    """Correct the level, the reason, or the hours at which the juror left the room and came back.

    Raises:
        TextMissing: without a reason.
        Unknown: the file holds no such recusal.
    """
    if not recusal.reason.strip():
        raise TextMissing("reason")
    _known(file.records, recusal)
    return _write(file, replace(recusal, reason=recusal.reason.strip()), "recusal_changed")


def note_left(file: JuryFile, stage: str, candidacy: str, jurors: Iterable[str], clock: Clock) -> ChangeSet:
    """Note that jurors recused on a candidacy have left the room for its passage."""
    now = _instant(clock)
    with file.unit() as unit:
        for juror in jurors:
            held = recusal_bar(file.records, stage, candidacy, juror) or own_recusal(stage, juror, candidacy, None)
            unit.put(replace(held, left_at=now))
        return unit.commit("recusal_changed")


def remove_recusal(file: JuryFile, recusal: Recusal) -> ChangeSet:
    """Take out a recusal that was noted by mistake; the cells it covered are blank again.

    Raises:
        Unknown: the file holds no such recusal.
    """
    known = _known(file.records, recusal)
    with file.unit() as unit:
        unit.remove(known)
        _clear_states(unit, file.records, known)
        return unit.commit("recusal_removed")


def put_recused(unit: Unit, records: Records, recusal: Recusal) -> None:
    """Put a recusal into a unit, and take out the marks that it bars."""
    unit.put(recusal)
    _clear_states(unit, records, recusal)
    if recusal.bars:
        for mark in _covered(records, recusal, RecordedMark):
            unit.remove(mark)
        for sheet in _covered(records, recusal, RecordedSheet):
            put_emptied(unit, records, sheet)


def recusals_of(records: Records, stage: str) -> list[Recusal]:
    """Every recusal of a stage, in the order of the panel, then of the passages.

    Cells that a marks file calls recused, without more, tell of one too: the juror's own, upheld.
    """
    kept = records.within(Recusal, stage)
    covered = {(each.juror, each.candidacy) for each in kept}
    told = [
        each
        for each in _told_by_marks(records, stage)
        if (each.juror, each.candidacy) not in covered
        and recusal_bar(records, stage, each.candidacy, each.juror) is None
    ]
    seats = {member.juror: number for number, (member, _) in enumerate(panel(records, stage))}
    passages = {"": -1} | {entry.candidacy: number for number, entry in enumerate(entries(records, stage))}
    unseen = len(seats), len(passages)
    return sorted(
        (*kept, *told),
        key=lambda each: (seats.get(each.juror, unseen[0]), passages.get(each.candidacy, unseen[1]), each.origin),
    )


def recused_jurors(records: Records, stage: str, candidacy: str) -> list[str]:
    """Who gives neither mark nor vote on a candidacy, in the order of the panel."""
    told = {each.juror for each in _told_by_marks(records, stage) if each.candidacy == candidacy}
    return [
        member.juror
        for member, _ in panel(records, stage)
        if member.juror in told or recusal_bar(records, stage, candidacy, member.juror) is not None
    ]


def declaration_of(records: Records, stage: str, juror: str) -> Declaration:
    """What a juror has declared; a declaration received whole, without the ticks it was made of, has all three."""
    member = records.get(Member, stage, juror)
    if member is not None and member.declared:
        return Declaration(stage, juror, no_benefit=True, no_contact=True, confidentiality=True)
    found = records.get(Declaration, stage, juror)
    # The seat says whether a declaration is there: one that was taken back there leaves no tick behind.
    return Declaration(stage, juror) if found is None or found.complete else found


def set_declaration(file: JuryFile, declaration: Declaration) -> ChangeSet:
    """Tick what a juror declares; with the third tick the declaration is received.

    Raises:
        NotOnPanel: the juror does not sit in the stage.
    """
    member = file.records.get(Member, declaration.stage, declaration.juror)
    if member is None:
        raise _not_on_panel(file.records, declaration.stage, declaration.juror)
    with file.unit() as unit:
        unit.put(declaration)
        unit.put(replace(member, declared=declaration.complete))
        return unit.commit("declaration_recorded")


def _write(file: JuryFile, recusal: Recusal, kind: str) -> ChangeSet:
    with file.unit() as unit:
        put_recused(unit, file.records, recusal)
        return unit.commit(kind, reason=recusal.ruling_reason or recusal.reason)


def _covered(records: Records, recusal: Recusal, kind: type[E]) -> Iterator[E]:
    """The juror's marks, or sheets, in all that an upheld recusal covers."""
    everything = recusal.whole_stage or panel_rule(records, recusal.stage, "recusal_scope") == STAGE_SCOPE
    prefix = (recusal.stage,) if everything else (recusal.stage, recusal.candidacy)
    return (each for each in records.within(kind, *prefix) if each.juror == recusal.juror)


def _clear_states(unit: Unit, records: Records, recusal: Recusal) -> None:
    """A recusal on file speaks for the cells that had only a state: one truth, in one place."""
    for mark in records.within(RecordedMark, recusal.stage, *filter(None, (recusal.candidacy,))):
        if mark.juror == recusal.juror and mark.mark.state is MarkState.RECUSED:
            unit.remove(mark)


def _told_by_marks(records: Records, stage: str) -> Iterator[Recusal]:
    for entry in entries(records, stage):
        for juror, reason in records.derived(_recused_cells, RecordedMark, stage, entry.candidacy).items():
            yield Recusal(stage, juror, entry.candidacy, RecusalLevel.MINOR, reason=reason, ruling=Ruling.UPHELD)


def _recused_cells(marks: Iterable[RecordedMark]) -> Mapping[str, str]:
    """The jurors of whom a cell on a candidacy is called recused, each with the reason in the first one."""
    found: dict[str, str] = {}
    for recorded in marks:
        if recorded.mark.state is MarkState.RECUSED:
            found.setdefault(recorded.juror, recorded.mark.comment)
    return found


def _known(records: Records, recusal: Recusal) -> Recusal:
    found = next((each for each in recusals_of(records, recusal.stage) if each.key == recusal.key), None)
    if found is None:
        raise Unknown("recusal", _who(records, recusal))
    return found


def _check(records: Records, recusal: Recusal) -> None:
    if records.get(Member, recusal.stage, recusal.juror) is None:
        raise _not_on_panel(records, recusal.stage, recusal.juror)
    if not recusal.whole_stage and records.get(Entry, recusal.stage, recusal.candidacy) is None:
        found = records.get(Candidacy, recusal.candidacy)
        raise NotInStage(found.title if found else recusal.candidacy, records.need(Stage, recusal.stage).name)


def _not_on_panel(records: Records, stage: str, juror: str) -> NotOnPanel:
    found = records.get(Juror, juror)
    return NotOnPanel(found.name if found else juror, records.need(Stage, stage).name)


def _who(records: Records, recusal: Recusal) -> str:
    juror, candidacy = records.get(Juror, recusal.juror), records.get(Candidacy, recusal.candidacy)
    names: Iterable[str] = (juror.name if juror else recusal.juror, candidacy.title if candidacy else "")
    return " / ".join(filter(None, names))


def _instant(clock: Clock) -> str:
    return clock.now().isoformat(timespec="seconds")


def own_recusal(stage: str, juror: str, candidacy: str, clock: Clock | None) -> Recusal:
    """A recusal as a juror declares it in the session, upheld as it is noted."""
    now = _instant(clock) if clock else ""
    return Recusal(
        stage,
        juror,
        candidacy,
        RecusalLevel.MINOR,
        RecusalOrigin.JUROR,
        ruling=Ruling.UPHELD,
        declared_at=now,
        ruled_at=now,
    )
