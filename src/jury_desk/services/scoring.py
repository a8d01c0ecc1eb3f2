"""Marks: reading what was typed, recording it, and saying what is still missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jury_desk.domain.candidacy import Candidacy, Entry
from jury_desk.domain.edition import Stage
from jury_desk.domain.errors import (
    CommentMissing,
    NotInStage,
    NotOnPanel,
    RulesNotFrozen,
    SheetSettled,
    Unknown,
    UnknownState,
)
from jury_desk.domain.exact import parse_exact
from jury_desk.domain.jury import Juror, Member, Voice
from jury_desk.domain.records import Records
from jury_desk.domain.rubric import Criterion, Source
from jury_desk.domain.rules import Rules
from jury_desk.domain.scoring import (
    BLANK,
    SECRETARIAT,
    FixedSheets,
    Mark,
    MarkState,
    RecordedMark,
    RecordedSheet,
    Sheet,
    Sheets,
    SheetState,
)
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile, Unit
from jury_desk.services.preparation import current_rules

MARKS_CORRECTED = "marks_corrected"
"""The act that changes a mark of a sheet declared final."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a mark stands: ids of the candidacy, the juror (:data:`SECRETARIAT` for none) and the criterion."""

    candidacy: str
    juror: str
    criterion: str


def read_mark(criterion: Criterion, text: str, *, state: str = "", comment: str = "") -> Mark:
    """What was typed or imported, as a mark of ``criterion``.

    Without a state, a text is a mark and an empty text is blank.

    Raises:
        NotANumber, MarkOutOfScale, MarkOffStep: the text is no mark of this criterion.
        UnknownState: the state is none of the five.
        CommentMissing: the criterion asks for a comment.
    """
    if state and state not in set(MarkState):
        raise UnknownState(state)
    found = MarkState(state) if state else (MarkState.MARKED if text.strip() else MarkState.BLANK)
    if found is not MarkState.MARKED:
        return Mark(found, comment=comment)
    value = criterion.check(parse_exact(text))
    if criterion.asks_comment(value) and not comment.strip():
        raise CommentMissing(criterion.name)
    return Mark(MarkState.MARKED, value, comment)


def record_mark(file: JuryFile, stage: str, cell: Cell, mark: Mark, *, reason: str = "") -> ChangeSet:
    """Record one mark; a blank takes the former one away.

    Raises:
        As :func:`record_marks`.
    """
    return record_marks(file, stage, {cell: mark}, reason=reason)


def record_marks(file: JuryFile, stage: str, marks: Mapping[Cell, Mark], *, reason: str = "") -> ChangeSet:
    """Record marks as one act: all or none. On a sheet declared final it is a correction, and ``reason`` says why.

    Raises:
        RulesNotFrozen: no mark before the règlement is frozen.
        NotInStage, NotOnPanel, Unknown: a cell does not exist.
        SheetSettled: a mark of a sheet declared final would change without a reason.
    """
    records = file.records
    version, rules = current_rules(records, stage)
    if not version.frozen:
        raise RulesNotFrozen(records.need(Stage, stage).name)
    with file.unit() as unit:
        corrects = put_marks(unit, records, stage, rules, marks, reason=reason)
        if corrects:
            return unit.commit(MARKS_CORRECTED, reason=reason.strip())
        return unit.commit("marks_recorded")


def put_marks(
    unit: Unit, records: Records, stage: str, rules: Rules, marks: Mapping[Cell, Mark], *, reason: str = ""
) -> bool:
    """Put marks into a unit, each in a cell that ``records`` have; whether this corrects sheets declared final.

    Raises:
        NotInStage, NotOnPanel, Unknown: a cell does not exist.
        SheetSettled: a mark of a sheet declared final would change without a reason.
    """
    criteria = {criterion.id: criterion for criterion in rules.criteria}
    settled: dict[tuple[str, ...], RecordedSheet] = {}
    for cell, mark in marks.items():
        _check_cell(records, stage, cell, criteria)
        entity = RecordedMark(stage, cell.candidacy, cell.juror, cell.criterion, mark)
        sheet = sheet_of(records, stage, cell.candidacy, cell.juror)
        if sheet.settled and mark != mark_at(records, stage, cell):
            settled[sheet.key] = sheet
        if mark != BLANK:
            unit.put(entity)
        elif records.get(RecordedMark, *entity.key):
            unit.remove(entity)
    for sheet in settled.values():
        _put_corrected(unit, records, sheet, reason)
    return bool(settled)


def _put_corrected(unit: Unit, records: Records, sheet: RecordedSheet, reason: str) -> None:
    """A sheet of which a mark is corrected stays final, and is no longer what the second person typed."""
    if not reason.strip():
        juror, candidacy = records.get(Juror, sheet.juror), records.need(Candidacy, sheet.candidacy)
        raise SheetSettled(juror.name if juror else sheet.juror, candidacy.title)
    if sheet.state is SheetState.VERIFIED:
        unit.put(replace(sheet, state=SheetState.FINAL, verified_by=""))


def record_sheet_state(
    file: JuryFile, stage: str, candidacy: str, juror: str, state: MarkState, *, reason: str = ""
) -> ChangeSet:
    """Put every cell a juror owes on a candidacy into one state: recused, absent, abstained, or blank again.

    Raises:
        As :func:`record_marks`.
    """
    _, rules = current_rules(file.records, stage)
    mark = BLANK if state is MarkState.BLANK else Mark(state, comment=reason)
    cells = {Cell(candidacy, juror, criterion.id): mark for criterion in rules.criteria if _by_jurors(criterion)}
    return record_marks(file, stage, cells, reason=reason)


def sheet_of(records: Records, stage: str, candidacy: str, juror: str) -> RecordedSheet:
    """What is kept of a sheet beside its marks."""
    return records.get(RecordedSheet, stage, candidacy, juror) or RecordedSheet(stage, candidacy, juror)


def mark_at(records: Records, stage: str, cell: Cell) -> Mark:
    """What stands in a cell."""
    found = records.get(RecordedMark, stage, cell.candidacy, cell.juror, cell.criterion)
    return found.mark if found else BLANK


def sheets_of(records: Records, stage: str, candidacies: Iterable[str]) -> Sheets:
    """The marks of a stage by candidacy, juror and criterion."""
    return {candidacy: records.derived(_by_juror, RecordedMark, stage, candidacy) for candidacy in candidacies}


def _by_juror(marks: Iterable[RecordedMark]) -> Mapping[str, Sheet]:
    found: defaultdict[str, dict[str, Mark]] = defaultdict(dict)
    for recorded in marks:
        found[recorded.juror][recorded.criterion] = recorded.mark
    return FixedSheets(found)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far one juror's sheet on one candidacy is: ``given`` of ``owed`` cells, or out of it for a state."""

    candidacy: str
    juror: str
    given: int
    owed: int
    state: MarkState

    @property
    def complete(self) -> bool:
        """Whether nothing is missing any more."""
        return self.given == self.owed or self.state in (MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED)


@dataclass(frozen=True, slots=True)
class PassageCount:
    """How far the sheets on one candidacy are; the very same value as before while none of its marks has changed."""

    candidacy: str
    sheets: tuple[Completeness, ...]
    complete: int
    given: int


class _Tally:
    """The marks of one candidacy by juror, and what counting them gave; made anew when one of them changes."""

    def __init__(self, marks: Iterable[RecordedMark]) -> None:
        self._sheets = _by_juror(marks)
        self._counted: dict[tuple[str, tuple[str, ...], tuple[str, ...]], PassageCount] = {}

    def count(self, candidacy: str, voting: tuple[str, ...], criteria: tuple[str, ...]) -> PassageCount:
        """Count what these jurors owe on these criteria."""
        asked = (candidacy, voting, criteria)
        if asked not in self._counted:
            sheets = tuple(_count(candidacy, juror, self._sheets.get(juror, {}), criteria) for juror in voting)
            complete, given = sum(each.complete for each in sheets), sum(each.given for each in sheets)
            self._counted[asked] = PassageCount(candidacy, sheets, complete, given)
        return self._counted[asked]


def completeness(records: Records, stage: str) -> list[Completeness]:
    """Every sheet that a voting juror owes, in the order of passage then of the panel.

    Raises:
        As :func:`current_rules`.
    """
    return [sheet for passage in passage_counts(records, stage) for sheet in passage.sheets]


def passage_counts(records: Records, stage: str) -> list[PassageCount]:
    """The same, candidacy by candidacy: a keystroke counts no more than the one it has touched.

    Raises:
        As :func:`current_rules`.
    """
    _, rules = current_rules(records, stage)
    criteria = tuple(criterion.id for criterion in rules.criteria if _by_jurors(criterion))
    members = sorted(records.within(Member, stage), key=lambda each: each.position)
    voting = tuple(member.juror for member in members if member.voice is Voice.VOTING)
    passages = sorted(records.within(Entry, stage), key=lambda entry: entry.position)
    return [
        records.derived(_Tally, RecordedMark, stage, entry.candidacy).count(entry.candidacy, voting, criteria)
        for entry in passages
    ]


def _count(candidacy: str, juror: str, sheet: Sheet, criteria: tuple[str, ...]) -> Completeness:
    states = [sheet.get(criterion, BLANK).state for criterion in criteria]
    given = states.count(MarkState.MARKED)
    out = next((state for state in (MarkState.RECUSED, MarkState.ABSENT, MarkState.ABSTAINED) if state in states), None)
    whole = MarkState.MARKED if given == len(criteria) else MarkState.BLANK
    return Completeness(candidacy, juror, given, len(criteria), out or whole)


def _by_jurors(criterion: Criterion) -> bool:
    return criterion.source is Source.JURORS


def _check_cell(records: Records, stage: str, cell: Cell, criteria: Mapping[str, Criterion]) -> None:
    if not records.get(Entry, stage, cell.candidacy):
        candidacy = records.get(Candidacy, cell.candidacy)
        raise NotInStage(candidacy.title if candidacy else cell.candidacy, records.need(Stage, stage).name)
    if cell.criterion not in criteria:
        raise Unknown("criterion", cell.criterion)
    if _by_jurors(criteria[cell.criterion]) == (cell.juror == SECRETARIAT) or (
        cell.juror != SECRETARIAT and not records.get(Member, stage, cell.juror)
    ):
        juror = records.get(Juror, cell.juror)
        raise NotOnPanel(juror.name if juror else cell.juror, records.need(Stage, stage).name)
